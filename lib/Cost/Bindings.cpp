//===- Bindings.cpp - Sizes and values of arguments -----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Bindings.h"

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace mlir::dsv4;

/// Parses `1024*64/8192`: values, each with how often it stands in a row.
static bool parseValues(StringRef text, SmallVectorImpl<int64_t> &values) {
  // More elements than any batch has requests: a typing error.
  constexpr int64_t most = int64_t(1) << 24;
  SmallVector<StringRef> parts;
  text.split(parts, '/');
  for (StringRef part : parts) {
    auto [number, times] = part.split('*');
    int64_t value = 0, count = 1;
    if (number.getAsInteger(10, value) || (part.contains('*') && times.getAsInteger(10, count)) || count < 1 ||
        count > most - static_cast<int64_t>(values.size()))
      return false;
    values.append(count, value);
  }
  return true;
}

FailureOr<Binding> mlir::dsv4::parseBinding(StringRef text, Location loc) {
  auto [place, values] = text.split('=');
  auto [argument, dimension] = place.split(':');
  Binding binding{0, -1, {}};
  StringRef number = argument;
  bool valid = parseValues(values, binding.values);
  if (!number.consume_front("arg") || number.getAsInteger(10, binding.argument) || binding.argument < 0) {
    binding.name = argument.str();
    StringRef plain = argument;
    plain.consume_back("*");
    valid &= !argument.empty() && llvm::all_of(plain, [](char c) { return llvm::isAlnum(c) || c == '_' || c == '.'; });
  }
  if (valid && place.contains(':'))
    valid = !dimension.getAsInteger(10, binding.dimension) && binding.dimension >= 0 && binding.values.size() == 1 &&
            binding.values.front() >= 0;
  if (valid)
    return binding;
  emitError(loc) << "cannot read '" << text << "': write arg0:1=64 for dimension 1 of argument 0, arg2=7 for an "
                 << "integer argument, or arg2=7*3/9 for a tensor of integers with the elements 7, 7, 7, 9; "
                 << "for arg0 may stand its dsv4.name, or cache.* for all whose names begin so";
  return failure();
}

/// Values for an argument that is a tensor of integers, when its shape is known.
static FailureOr<DenseIntElementsAttr> bindElements(func::FuncOp function, const Binding &binding,
                                                    RankedTensorType type) {
  unsigned width = type.getElementType().isIndex() ? 64 : type.getElementType().getIntOrFloatBitWidth();
  SmallVector<APInt> elements;
  for (int64_t value : binding.values) {
    if (type.getElementType().isUnsignedInteger() ? !llvm::isUIntN(width, value) : !llvm::isIntN(width, value)) {
      emitError(function.getLoc()) << "argument #" << binding.argument << " of @" << function.getName() << " is "
                                   << type << ", which cannot hold " << value;
      return failure();
    }
    elements.push_back(APInt(width, value, /*isSigned=*/!type.getElementType().isUnsignedInteger()));
  }
  if (elements.size() != 1 && static_cast<int64_t>(elements.size()) != type.getNumElements()) {
    emitError(function.getLoc()) << "argument #" << binding.argument << " of @" << function.getName() << " is " << type
                                 << ", but bind= gives it " << elements.size() << " values";
    return failure();
  }
  return cast<DenseIntElementsAttr>(DenseElementsAttr::get(type, elements));
}

/// The `dsv4.name` of an argument, empty if it has none.
static StringRef nameOf(func::FuncOp function, int64_t argument) {
  auto name = function.getArgAttrOfType<StringAttr>(argument, "dsv4.name");
  return name ? name.getValue() : StringRef();
}

/// How an argument is best named in bind=: those of one family (`cache.3.ring`) by what their names have in common.
static std::string placeOf(func::FuncOp function, int64_t argument) {
  StringRef name = nameOf(function, argument);
  if (name.empty())
    return ("arg" + Twine(argument)).str();
  size_t dot = name.find('.');
  return dot == StringRef::npos ? name.str() : (name.take_front(dot) + ".*").str();
}

/// Bindings by name as bindings by number.
static FailureOr<SmallVector<Binding>> resolveNames(func::FuncOp function, ArrayRef<Binding> bindings) {
  SmallVector<Binding> resolved;
  for (const Binding &binding : bindings) {
    if (binding.name.empty()) {
      resolved.push_back(binding);
      continue;
    }
    StringRef wanted = binding.name;
    bool isPrefix = wanted.consume_back("*");
    size_t before = resolved.size();
    for (int64_t argument = 0; argument < function.getNumArguments(); ++argument) {
      StringRef name = nameOf(function, argument);
      if (name.empty() || (isPrefix ? !name.starts_with(wanted) : name != wanted))
        continue;
      resolved.push_back(binding);
      resolved.back().argument = argument;
    }
    if (resolved.size() == before) {
      emitError(function.getLoc()) << "@" << function.getName() << " has no argument whose dsv4.name is '"
                                   << binding.name << "', which bind= names";
      return failure();
    }
  }
  return resolved;
}

FailureOr<SmallVector<Attribute>> mlir::dsv4::detail::bindArguments(func::FuncOp function, ArrayRef<Binding> given) {
  FailureOr<SmallVector<Binding>> bindings = resolveNames(function, given);
  if (failed(bindings))
    return failure();
  SmallVector<SmallVector<int64_t>> shapes;
  SmallVector<Attribute> result(function.getNumArguments(), UnitAttr::get(function.getContext()));
  // The shapes that the elements must fit may be bound after them.
  llvm::MapVector<int64_t, const Binding *> elements;
  for (Type type : function.getArgumentTypes()) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    shapes.push_back(tensor ? llvm::to_vector(tensor.getShape()) : SmallVector<int64_t>());
  }
  for (const Binding &binding : *bindings) {
    if (binding.argument >= static_cast<int64_t>(shapes.size())) {
      emitError(function.getLoc()) << "@" << function.getName() << " has " << shapes.size()
                                   << " arguments, but bind= names arg" << binding.argument;
      return failure();
    }
    Type type = function.getArgumentTypes()[binding.argument];
    if (binding.dimension < 0) {
      auto tensor = dyn_cast<RankedTensorType>(type);
      if (tensor && tensor.getElementType().isIntOrIndex()) {
        elements[binding.argument] = &binding;
        continue;
      }
      if (!type.isIntOrIndex() || binding.values.size() != 1) {
        emitError(function.getLoc()) << "argument #" << binding.argument << " of @" << function.getName() << " is "
                                     << type << ": only integers and tensors of integers take values;"
                                     << " write arg" << binding.argument << ":DIM=SIZE";
        return failure();
      }
      result[binding.argument] = IntegerAttr::get(type, binding.values.front());
      continue;
    }
    SmallVector<int64_t> &shape = shapes[binding.argument];
    if (binding.dimension >= static_cast<int64_t>(shape.size())) {
      emitError(function.getLoc()) << "argument #" << binding.argument << " of @" << function.getName() << " is "
                                   << type << " and has no dimension " << binding.dimension;
      return failure();
    }
    int64_t &size = shape[binding.dimension], given = binding.values.front();
    if (!ShapedType::isDynamic(size) && size != given) {
      emitError(function.getLoc()) << "dimension " << binding.dimension << " of argument #" << binding.argument
                                   << " of @" << function.getName() << " is " << size << ", but bind= makes it "
                                   << given;
      return failure();
    }
    size = given;
  }
  // Caches of all layers are named by one pattern.
  SmallVector<std::string> missing;
  for (auto [index, type] : llvm::enumerate(function.getArgumentTypes())) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    if (!tensor)
      continue;
    for (auto [dimension, size] : llvm::enumerate(shapes[index]))
      if (ShapedType::isDynamic(size))
        if (std::string size = placeOf(function, index) + ":" + std::to_string(dimension) + "=SIZE";
            !llvm::is_contained(missing, size))
          missing.push_back(std::move(size));
    if (!llvm::is_contained(shapes[index], ShapedType::kDynamic))
      result[index] =
          TypeAttr::get(RankedTensorType::get(shapes[index], tensor.getElementType(), tensor.getEncoding()));
  }
  if (!missing.empty()) {
    emitError(function.getLoc()) << "@" << function.getName()
                                 << " has dimensions without a size; add bind=" << llvm::join(missing, ",");
    return failure();
  }
  for (auto [argument, binding] : elements) {
    auto type = cast<TypeAttr>(result[argument]);
    FailureOr<DenseIntElementsAttr> constant =
        bindElements(function, *binding, cast<RankedTensorType>(type.getValue()));
    if (failed(constant))
      return failure();
    result[argument] = ArrayAttr::get(function.getContext(), {type, *constant});
  }
  return result;
}

//===- TorchTypes.cpp - Decodes the types of the torch dialect ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Torch/TorchTypes.h"

#include "dsv4/Torch/TorchDialects.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// What follows `!torch.`: "vtensor<[2,?],bf16>"; empty for other types.
StringRef typeData(Type type) {
  auto opaque = dyn_cast_if_present<OpaqueType>(type);
  if (!opaque || opaque.getDialectNamespace() != TorchDialect::getDialectNamespace())
    return "";
  return opaque.getTypeData();
}

/// "[2,?],bf16" of "vtensor<[2,?],bf16>"; empty without parameters.
StringRef parameters(StringRef data) {
  size_t open = data.find('<');
  if (open == StringRef::npos || !data.ends_with(">"))
    return "";
  return data.slice(open + 1, data.size() - 1);
}

Type elementType(MLIRContext *context, StringRef dtype) {
  auto integer = [&](unsigned width) -> Type { return IntegerType::get(context, width); };
  return llvm::StringSwitch<Type>(dtype)
      .Case("f16", Float16Type::get(context))
      .Case("bf16", BFloat16Type::get(context))
      .Case("f32", Float32Type::get(context))
      .Case("f64", Float64Type::get(context))
      .Case("f8E4M3FN", Float8E4M3FNType::get(context))
      .Case("f8E5M2", Float8E5M2Type::get(context))
      .Case("f8E4M3FNUZ", Float8E4M3FNUZType::get(context))
      .Case("f8E5M2FNUZ", Float8E5M2FNUZType::get(context))
      .Case("f8E8M0FNU", Float8E8M0FNUType::get(context))
      .Case("f4E2M1FN", Float4E2M1FNType::get(context))
      .Case("i1", integer(1))
      .Cases({"si8", "ui8"}, integer(8))
      .Cases({"si16", "ui16"}, integer(16))
      .Cases({"si32", "ui32"}, integer(32))
      .Cases({"si64", "ui64"}, integer(64))
      .Default(Type());
}

/// Splits "[2,?],bf16" into shape and dtype.
bool splitTensor(StringRef text, SmallVectorImpl<int64_t> &shape, StringRef &dtype) {
  if (!text.consume_front("["))
    return false;
  size_t close = text.find(']');
  if (close == StringRef::npos)
    return false;
  StringRef sizes = text.take_front(close);
  dtype = text.drop_front(close + 1);
  if (!dtype.consume_front(","))
    return false;
  dtype = dtype.trim();
  while (!sizes.empty()) {
    auto [size, rest] = sizes.split(',');
    size = size.trim();
    int64_t value = ShapedType::kDynamic;
    if (size != "?" && (size.getAsInteger(10, value) || value < 0))
      return false;
    shape.push_back(value);
    sizes = rest;
  }
  return true;
}

} // namespace

StringRef mlir::dsv4::getTorchTypeKind(Type type) {
  return typeData(type).take_while([](char c) { return llvm::isAlnum(c) || c == '_' || c == '.'; });
}

FailureOr<Type> mlir::dsv4::convertTorchType(Type type, function_ref<InFlightDiagnostic()> emitError) {
  StringRef data = typeData(type), kind = getTorchTypeKind(type);
  MLIRContext *context = type.getContext();
  if (data.empty()) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    if (tensor && isa<Float4E2M1FNType>(tensor.getElementType()))
      return Type(RankedTensorType::get(tensor.getShape(), IntegerType::get(context, 8)));
    return type;
  }
  if (kind == "int")
    return Type(IntegerType::get(context, 64));
  if (kind == "float")
    return Type(Float64Type::get(context));
  if (kind == "bool")
    return Type(IntegerType::get(context, 1));
  if (kind == "tensor")
    return emitError() << type << " is a mutable tensor: import the exported program in its frozen form, where "
                       << "every tensor is a !torch.vtensor";
  if (kind != "vtensor")
    return emitError() << type << " has no builtin counterpart";

  SmallVector<int64_t> shape;
  StringRef dtype;
  if (!splitTensor(parameters(data), shape, dtype))
    return emitError() << type << " has no rank or no dtype: run torch-mlir's shape and dtype refinement first";
  Type element = elementType(context, dtype);
  if (!element)
    return emitError() << "unknown dtype '" << dtype << "' in " << type;
  if (isa<Float4E2M1FNType>(element))
    element = IntegerType::get(context, 8);
  return Type(RankedTensorType::get(shape, element));
}

Type mlir::dsv4::getHeldTensorType(Type type) {
  if (getTorchTypeKind(type) != "tensor")
    return type;
  auto opaque = cast<OpaqueType>(type);
  return OpaqueType::get(opaque.getDialectNamespace(), "v" + opaque.getTypeData().str());
}

bool mlir::dsv4::isUnsignedTorchTensor(Type type) {
  SmallVector<int64_t> shape;
  StringRef dtype;
  return splitTensor(parameters(typeData(type)), shape, dtype) && (dtype.starts_with("ui") || dtype == "i1");
}

bool mlir::dsv4::isPackedTorchTensor(Type type) {
  SmallVector<int64_t> shape;
  StringRef dtype;
  return splitTensor(parameters(typeData(type)), shape, dtype) && dtype == "f4E2M1FN";
}

Type mlir::dsv4::getTypeOfDtypeCode(MLIRContext *context, int64_t code) {
  static constexpr StringLiteral names[] = {"ui8", "si8", "si16", "si32", "si64", "f16", "f32", "f64"};
  if (code >= 0 && code < int64_t(std::size(names)))
    return elementType(context, names[code]);
  switch (code) {
  case 11:
    return elementType(context, "i1");
  case 15:
    return elementType(context, "bf16");
  case 23:
    return elementType(context, "f8E5M2");
  case 24:
    return elementType(context, "f8E4M3FN");
  case 25:
    return elementType(context, "f8E5M2FNUZ");
  case 26:
    return elementType(context, "f8E4M3FNUZ");
  case 44:
    return elementType(context, "f8E8M0FNU");
  case 45:
    return elementType(context, "f4E2M1FN");
  default:
    return Type();
  }
}

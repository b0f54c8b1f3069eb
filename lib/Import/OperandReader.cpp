//===- OperandReader.cpp - Reads the operands of a torch op ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Import/OperandReader.h"

#include "dsv4/Import/OpImporter.h"
#include "dsv4/Torch/TorchDialects.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

TypedAttr Scalar::getAttr(Builder &builder, Type type) const {
  if (isa<FloatType>(type))
    return builder.getFloatAttr(type, asDouble());
  unsigned width = cast<IntegerType>(type).getWidth();
  if (width == 1)
    return builder.getBoolAttr(asDouble() != 0.0);
  if (isFloat && !(std::abs(real) < 0x1p63))
    return TypedAttr();
  int64_t cut = isFloat ? int64_t(real) : integer;
  // Both ranges pass: the type does not tell whether torch's dtype has a sign.
  if (width < 64 && !llvm::isIntN(width, cut) && !llvm::isUIntN(width, cut))
    return TypedAttr();
  return builder.getIntegerAttr(type, APInt(width, cut, /*isSigned=*/true, /*implicitTrunc=*/true));
}

//===----------------------------------------------------------------------===//
// Common parts
//===----------------------------------------------------------------------===//

Value OperandReader::next(StringRef name) {
  names.push_back(name);
  Operation *op = importer.source();
  return names.size() <= op->getNumOperands() ? op->getOperand(names.size() - 1) : Value();
}

void OperandReader::unexpected(const Twine &expected) {
  if (!problem.empty())
    return;
  llvm::raw_string_ostream os(problem);
  os << "operand " << names.size() - 1 << " (" << names.back() << ") must be " << expected << ", got '"
     << importer.source()->getOperand(names.size() - 1).getType() << "'";
}

Value OperandReader::lookup(Value operand) const { return importer.state().values.lookupOrNull(operand); }

std::optional<OperandRange> OperandReader::listElements(Value operand) const {
  Operation *list = operand.getDefiningOp();
  if (!list || getTorchOperatorName(list) != "torch.prim.ListConstruct")
    return std::nullopt;
  return list->getOperands();
}

std::optional<int64_t> OperandReader::constantInt(Value operand) const {
  Value value = lookup(operand);
  APInt constant;
  if (getTorchTypeKind(operand.getType()) != "int" || !value || !matchPattern(value, m_ConstantInt(&constant)))
    return std::nullopt;
  return constant.getSExtValue();
}

bool OperandReader::nextIsNone() const {
  Operation *op = importer.source();
  return names.size() < op->getNumOperands() && getTorchTypeKind(op->getOperand(names.size()).getType()) == "none";
}

LogicalResult OperandReader::done() {
  unsigned given = importer.source()->getNumOperands();
  if (given != names.size())
    return importer.error() << "takes " << names.size() << " operands (" << llvm::join(names, ", ") << "), got "
                            << given;
  if (!problem.empty())
    return importer.error() << problem;
  return success();
}

//===----------------------------------------------------------------------===//
// Tensors
//===----------------------------------------------------------------------===//

OperandReader &OperandReader::tensor(StringRef name, TensorOperand &out) {
  Value operand = next(name);
  if (!operand)
    return *this;
  Value value = lookup(operand);
  if (!value || !isa<RankedTensorType>(value.getType()))
    unexpected("a tensor");
  else
    out = {value, isUnsignedTorchTensor(operand.getType())};
  return *this;
}

OperandReader &OperandReader::optionalTensor(StringRef name, TensorOperand &out) {
  out = TensorOperand();
  return nextIsNone() ? ignored(name) : tensor(name, out);
}

OperandReader &OperandReader::tensorList(StringRef name, SmallVectorImpl<TensorOperand> &out) {
  Value operand = next(name);
  if (!operand)
    return *this;
  if (auto made = importer.state().lists.find(operand); made != importer.state().lists.end()) {
    // What operators put into lists keeps its dtype, which only the result that unpacks it names: no sign is known.
    for (Value element : made->second)
      out.push_back({element, getElementTypeOrSelf(element.getType()).isInteger(1)});
    return *this;
  }
  std::optional<OperandRange> elements = listElements(operand);
  if (!elements) {
    unexpected("a list of tensors");
    return *this;
  }
  for (Value element : *elements) {
    Value value = lookup(element);
    if (getTorchTypeKind(element.getType()) == "none") {
      out.push_back(TensorOperand());
    } else if (value && isa<RankedTensorType>(value.getType())) {
      out.push_back({value, isUnsignedTorchTensor(element.getType())});
    } else {
      unexpected("a list of tensors");
      break;
    }
  }
  return *this;
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

OperandReader &OperandReader::intConstant(StringRef name, int64_t &out) {
  if (Value operand = next(name)) {
    if (std::optional<int64_t> constant = constantInt(operand))
      out = *constant;
    else
      unexpected("a constant !torch.int");
  }
  return *this;
}

OperandReader &OperandReader::optionalIntConstant(StringRef name, std::optional<int64_t> &out) {
  if (Value operand = next(name)) {
    out = constantInt(operand);
    if (!out && getTorchTypeKind(operand.getType()) != "none")
      unexpected("none or a constant !torch.int");
  }
  return *this;
}

OperandReader &OperandReader::floatConstant(StringRef name, double &out) {
  if (Value operand = next(name)) {
    Value value = lookup(operand);
    APFloat constant(0.0);
    if (getTorchTypeKind(operand.getType()) == "float" && value && matchPattern(value, m_ConstantFloat(&constant)))
      out = constant.convertToDouble();
    else
      unexpected("a constant !torch.float");
  }
  return *this;
}

OperandReader &OperandReader::boolConstant(StringRef name, bool &out) {
  if (Value operand = next(name)) {
    Value value = lookup(operand);
    APInt constant;
    if (getTorchTypeKind(operand.getType()) == "bool" && value && matchPattern(value, m_ConstantInt(&constant)))
      out = !constant.isZero();
    else
      unexpected("a constant !torch.bool");
  }
  return *this;
}

OperandReader &OperandReader::scalarConstant(StringRef name, Scalar &out) {
  if (Value operand = next(name)) {
    Value value = lookup(operand);
    APInt integer;
    APFloat real(0.0);
    StringRef kind = getTorchTypeKind(operand.getType());
    if ((kind == "int" || kind == "bool") && value && matchPattern(value, m_ConstantInt(&integer)))
      out = {/*isFloat=*/false, kind == "bool" ? int64_t(integer.getZExtValue()) : integer.getSExtValue(), 0.0};
    else if (kind == "float" && value && matchPattern(value, m_ConstantFloat(&real)))
      out = {/*isFloat=*/true, 0, real.convertToDouble()};
    else
      unexpected("a constant number");
  }
  return *this;
}

OperandReader &OperandReader::optionalString(StringRef name, std::string &out) {
  out.clear();
  if (nextIsNone())
    return ignored(name);
  if (Value operand = next(name)) {
    Operation *constant = operand.getDefiningOp();
    auto text = constant ? dyn_cast_if_present<StringAttr>(constant->getAttr("value")) : StringAttr();
    if (!text || getTorchTypeKind(operand.getType()) != "str")
      unexpected("a constant !torch.str");
    else
      out = text.str();
  }
  return *this;
}

OperandReader &OperandReader::number(StringRef name, Number &out) {
  if (Value operand = next(name)) {
    StringRef kind = getTorchTypeKind(operand.getType());
    APInt integer;
    APFloat real(0.0);
    out.value = lookup(operand);
    if (!out.value || (kind != "int" && kind != "float" && kind != "bool"))
      unexpected("a number");
    else if (matchPattern(out.value, m_ConstantInt(&integer)))
      out.constant =
          Scalar{/*isFloat=*/false, kind == "bool" ? int64_t(integer.getZExtValue()) : integer.getSExtValue(), 0};
    else if (matchPattern(out.value, m_ConstantFloat(&real)))
      out.constant = Scalar{/*isFloat=*/true, 0, real.convertToDouble()};
  }
  return *this;
}

OperandReader &OperandReader::optionalNumber(StringRef name, Number &out) {
  out = Number();
  return nextIsNone() ? ignored(name) : number(name, out);
}

OperandReader &OperandReader::optionalInteger(StringRef name, Value &out) {
  out = Value();
  return nextIsNone() ? ignored(name) : integer(name, out);
}

OperandReader &OperandReader::integer(StringRef name, Value &out) {
  if (Value operand = next(name)) {
    out = lookup(operand);
    if (!out || getTorchTypeKind(operand.getType()) != "int")
      unexpected("a !torch.int");
  }
  return *this;
}

//===----------------------------------------------------------------------===//
// Lists and the rest
//===----------------------------------------------------------------------===//

OperandReader &OperandReader::intList(StringRef name, SmallVectorImpl<Value> &out) {
  Value operand = next(name);
  if (!operand)
    return *this;
  std::optional<OperandRange> elements = listElements(operand);
  if (!elements) {
    unexpected("a list of ints made by prim.ListConstruct");
    return *this;
  }
  for (Value element : *elements) {
    Value value = lookup(element);
    if (!value || getTorchTypeKind(element.getType()) != "int") {
      unexpected("a list of ints");
      break;
    }
    out.push_back(value);
  }
  return *this;
}

OperandReader &OperandReader::intListConstant(StringRef name, SmallVectorImpl<int64_t> &out) {
  Value operand = next(name);
  if (!operand)
    return *this;
  std::optional<OperandRange> elements = listElements(operand);
  if (!elements) {
    unexpected("a list of constant ints made by prim.ListConstruct");
    return *this;
  }
  for (Value element : *elements) {
    std::optional<int64_t> constant = constantInt(element);
    if (!constant) {
      unexpected("a list of constant ints");
      break;
    }
    out.push_back(*constant);
  }
  return *this;
}

OperandReader &OperandReader::optionalIntListConstant(StringRef name, std::optional<SmallVector<int64_t>> &out) {
  out.reset();
  if (nextIsNone())
    return ignored(name);
  out.emplace();
  return intListConstant(name, *out);
}

OperandReader &OperandReader::value(StringRef name, Value &out) {
  if (Value operand = next(name)) {
    out = lookup(operand);
    if (!out)
      unexpected("a tensor or a number");
  }
  return *this;
}

OperandReader &OperandReader::ignored(StringRef name) {
  next(name);
  return *this;
}

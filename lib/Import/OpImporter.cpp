//===- OpImporter.cpp - Converts one torch op -----------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Import/OpImporter.h"

#include "dsv4/Torch/TorchDialects.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"

using namespace mlir;
using namespace mlir::dsv4;

OpImporter::OpImporter(OpBuilder &builder, Operation *op, ImportState &state)
    // No term of the handlers has leading dimensions `...`: ranks are known here.
    : EinsumBuilder(builder, op->getLoc(), /*leadingRank=*/0), op(op), operatorName(getTorchOperatorName(op)),
      importState(state) {}

OperandReader OpImporter::operands() { return OperandReader(*this); }

InFlightDiagnostic OpImporter::error() const { return mlir::emitError(op->getLoc()) << "'" << operatorName << "': "; }

void OpImporter::remark(const Twine &text) {
  StringAttr key = getStringAttr("'" + operatorName + "' " + text);
  ++importState.remarks.try_emplace(key, ImportState::Remark{op->getLoc()}).first->second.count;
}

RankedTensorType OpImporter::resultType(unsigned index) {
  if (index >= op->getNumResults()) {
    error() << "must have a result " << index;
    return RankedTensorType();
  }
  FailureOr<Type> type = convertTorchType(op->getResult(index).getType(), [&] { return error(); });
  if (failed(type))
    return RankedTensorType();
  auto tensorType = dyn_cast<RankedTensorType>(*type);
  if (!tensorType)
    error() << "result " << index << " must be a tensor, got " << op->getResult(index).getType();
  return tensorType;
}

Value OpImporter::castShape(Value tensor, RankedTensorType type) {
  if (tensor.getType() == type)
    return tensor;
  return createOrFold<tensor::CastOp>(type, tensor);
}

LogicalResult OpImporter::results(ValueRange values) {
  if (values.size() != op->getNumResults())
    return error() << "has " << values.size() << " results, not " << op->getNumResults();
  for (auto [index, value] : llvm::enumerate(values)) {
    Value torchResult = op->getResult(index);
    auto valueType = dyn_cast<RankedTensorType>(value.getType());
    if (!valueType) {
      FailureOr<Type> declared = convertTorchType(torchResult.getType(), [&] { return error(); });
      if (failed(declared))
        return failure();
      if (*declared != value.getType())
        return error() << "result " << index << " is " << value.getType() << ", but declared as "
                       << torchResult.getType();
      importState.values.map(torchResult, value);
      continue;
    }

    RankedTensorType declared = resultType(index);
    if (!declared)
      return failure();
    Type from = valueType.getElementType(), to = declared.getElementType();
    bool convertible =
        from == to || (isa<FloatType>(from) && isa<FloatType>(to)) || (isa<IntegerType>(from) && isa<IntegerType>(to));
    if (!convertible || failed(verifyCompatibleShape(valueType, declared)))
      return error() << "result " << index << " is " << valueType << ", but declared as " << torchResult.getType();
    SmallVector<int64_t> shape;
    for (auto [actual, wanted] : llvm::zip_equal(valueType.getShape(), declared.getShape()))
      shape.push_back(ShapedType::isDynamic(actual) ? wanted : actual);
    importState.values.map(torchResult, castShape(cast(value, to), RankedTensorType::get(shape, to)));
  }
  return success();
}

LogicalResult OpImporter::resultsAndWritten(ValueRange values, Value written) {
  SmallVector<Value> all(values);
  if (op->getNumResults() == values.size() + 1)
    all.push_back(written);
  return results(all);
}

Value OpImporter::newArgument(const Twine &name, RankedTensorType type) {
  std::string unique = name.str();
  for (int64_t number = 1;; ++number) {
    auto found = llvm::find_if(importState.newArguments,
                               [&](const ImportState::NewArgument &argument) { return argument.name == unique; });
    if (found == importState.newArguments.end())
      break;
    if (found->value.getType() == type)
      return found->value;
    unique = (name + "." + Twine(number)).str();
  }
  BlockArgument value = importState.body->addArgument(type, getLoc());
  importState.newArguments.push_back({unique, value, Value()});
  return value;
}

void OpImporter::setUpdated(Value argument, Value updated) {
  for (ImportState::NewArgument &entry : importState.newArguments)
    if (entry.value == argument)
      entry.updated = updated;
}

LogicalResult OpImporter::verifyCreated(Operation *created) { return verify(created, /*verifyRecursively=*/false); }

OpFoldResult OpImporter::sizeOf(Value tensor, int64_t dim) {
  // Follows the size to where it was given. Chains are as long as the program, so this is a loop,
  // and every value on the way is remembered.
  SmallVector<std::pair<Value, int64_t>> path;
  auto find = [&]() -> OpFoldResult {
    for (;;) {
      auto type = mlir::cast<RankedTensorType>(tensor.getType());
      if (!type.isDynamicDim(dim))
        return getIndexAttr(type.getDimSize(dim));
      if (auto known = importState.sizes.find({tensor, dim}); known != importState.sizes.end())
        return known->second;
      path.push_back({tensor, dim});
      Operation *producer = tensor.getDefiningOp();
      if (auto destination = dyn_cast_or_null<DestinationStyleOpInterface>(producer)) {
        tensor = destination.getDpsInitOperand(mlir::cast<OpResult>(tensor).getResultNumber())->get();
        continue;
      }
      if (auto castOp = dyn_cast_or_null<tensor::CastOp>(producer)) {
        tensor = castOp.getSource();
        continue;
      }
      if (auto empty = dyn_cast_or_null<tensor::EmptyOp>(producer)) {
        Value size = empty.getDynamicSize(dim);
        auto dimOp = size.getDefiningOp<tensor::DimOp>();
        if (!dimOp || !dimOp.getConstantIndex())
          return size;
        tensor = dimOp.getSource();
        dim = *dimOp.getConstantIndex();
        continue;
      }
      return createOrFold<tensor::DimOp>(tensor, dim);
    }
  };
  OpFoldResult size = find();
  for (auto &step : path)
    importState.sizes[step] = size;
  return size;
}

/// The index value behind casts between index and i64.
static Value withoutIndexCasts(Value value) {
  while (auto cast = value.getDefiningOp<arith::IndexCastOp>())
    value = cast.getIn();
  return value;
}

bool mlir::dsv4::equalSizes(OpFoldResult lhs, OpFoldResult rhs) {
  if (std::optional<int64_t> left = getConstantIntValue(lhs))
    return left == getConstantIntValue(rhs);
  auto left = dyn_cast<Value>(lhs), right = dyn_cast<Value>(rhs);
  if (!left || !right)
    return false;
  left = withoutIndexCasts(left);
  right = withoutIndexCasts(right);
  if (left == right)
    return true;
  auto leftDim = left.getDefiningOp<tensor::DimOp>(), rightDim = right.getDefiningOp<tensor::DimOp>();
  return leftDim && rightDim && leftDim.getSource() == rightDim.getSource() && leftDim.getConstantIndex() &&
         leftDim.getConstantIndex() == rightDim.getConstantIndex();
}

SmallVector<OpFoldResult> OpImporter::sizesOf(Value tensor) {
  SmallVector<OpFoldResult> sizes;
  for (int64_t i = 0, rank = mlir::cast<RankedTensorType>(tensor.getType()).getRank(); i < rank; ++i)
    sizes.push_back(sizeOf(tensor, i));
  return sizes;
}

/// `inProgram` is the message if the condition is known when the program runs only, `now` if it is known already.
static LogicalResult assertTrue(OpImporter &b, Value condition, const Twine &inProgram, const Twine &now) {
  APInt known;
  if (matchPattern(condition, m_ConstantInt(&known)))
    return known.isZero() ? LogicalResult(b.error() << now.str()) : success();
  cf::AssertOp::create(b, condition, inProgram.str());
  return success();
}

LogicalResult OpImporter::check(Value condition, const Twine &violation) {
  StringRef shortName = operatorName;
  shortName.consume_front("torch.");
  return assertTrue(*this, condition, shortName + ": " + violation, violation);
}

LogicalResult OpImporter::checkProgram(Value condition, const Twine &message) {
  return assertTrue(*this, condition, message, message);
}

LogicalResult OpImporter::checkEqual(OpFoldResult lhs, OpFoldResult rhs, const Twine &violation) {
  if (equalSizes(lhs, rhs))
    return success();
  std::optional<int64_t> left = getConstantIntValue(lhs), right = getConstantIntValue(rhs);
  if (left && right)
    return *left == *right ? success()
                           : LogicalResult(error() << violation.str() << ": " << *left << " and " << *right);
  if (!importState.comparedSizes.insert({lhs.getOpaqueValue(), rhs.getOpaqueValue()}).second)
    return success();
  Value equal =
      createOrFold<arith::CmpIOp>(arith::CmpIPredicate::eq, getValueOrCreateConstantIndexOp(*this, getLoc(), lhs),
                                  getValueOrCreateConstantIndexOp(*this, getLoc(), rhs));
  return check(equal, violation);
}

LogicalResult OpImporter::listResult(ArrayRef<Value> tensors) {
  if (op->getNumResults() != 1 || getTorchTypeKind(op->getResult(0).getType()) != "list")
    return error() << "must have one result, a list of tensors";
  importState.lists[op->getResult(0)] = SmallVector<Value>(tensors);
  return success();
}

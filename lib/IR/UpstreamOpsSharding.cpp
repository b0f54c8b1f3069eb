//===- UpstreamOpsSharding.cpp - How upstream's ops are divided -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The ops that stand between dsv4 ops. In LLVM 22 the reshapes, slices, concat and
// cast of tensor have no ShardingInterface, and that of linalg takes projected
// permutations only.
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/ShardingRule.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::dsv4;

static constexpr int64_t whole = ShardingRule::whole;

static int64_t rankOf(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type ? type.getRank() : 0;
}

/// All dimensions of the first `tensors` operands and of the results are whole.
static ShardingRule wholeRule(Operation *op) {
  ShardingRule rule;
  for (Value operand : op->getOperands())
    rule.operands.push_back(SmallVector<int64_t>(rankOf(operand), whole));
  for (Value result : op->getResults())
    rule.results.push_back(SmallVector<int64_t>(rankOf(result), whole));
  return rule;
}

/// Dimension `dim` of the given operands and results is one loop.
static void divideTogether(ShardingRule &rule, ArrayRef<std::pair<int64_t, int64_t>> operandDims, int64_t resultDim) {
  int64_t loop = rule.reduced.size();
  rule.reduced.resize(loop + 1, false);
  for (auto [operand, dim] : operandDims)
    rule.operands[operand][dim] = loop;
  if (resultDim >= 0)
    rule.results[0][resultDim] = loop;
}

static FailureOr<ShardingRule> ruleOf(linalg::LinalgOp op) {
  if (!op.hasPureTensorSemantics())
    return failure();
  ShardingRule rule = wholeRule(op);
  SmallVector<utils::IteratorType> iterators = op.getIteratorTypesArray();
  rule.reduced.resize(iterators.size());
  for (auto [loop, kind] : llvm::enumerate(iterators))
    rule.reduced[loop] = kind == utils::IteratorType::reduction;
  auto fill = [](AffineMap map, SmallVector<int64_t> &dims) {
    for (auto [dim, expression] : llvm::enumerate(map.getResults()))
      if (auto loop = dyn_cast<AffineDimExpr>(expression))
        dims[dim] = loop.getPosition();
  };
  for (OpOperand &operand : op->getOpOperands())
    if (isa<RankedTensorType>(operand.get().getType()))
      fill(op.getMatchingIndexingMap(&operand), rule.operands[operand.getOperandNumber()]);
  for (OpResult result : op->getResults())
    fill(op.getMatchingIndexingMap(op.getDpsInitOperand(result.getResultNumber())),
         rule.results[result.getResultNumber()]);
  return rule;
}

/// A dimension that is split into several (or the reverse) is divided along the first of them.
static ShardingRule reshapeRule(Operation *op, ArrayRef<ReassociationIndices> groups, bool expands) {
  ShardingRule rule = wholeRule(op);
  for (auto [narrow, wide] : llvm::enumerate(groups)) {
    int64_t from = expands ? int64_t(narrow) : wide.front(), to = expands ? wide.front() : int64_t(narrow);
    divideTogether(rule, {{0, from}}, to);
  }
  return rule;
}

/// The dimension that a size was read from, none for other sizes.
static std::optional<std::pair<Value, int64_t>> readFrom(OpFoldResult size) {
  auto value = dyn_cast_if_present<Value>(size);
  auto read = value ? value.getDefiningOp<tensor::DimOp>() : tensor::DimOp();
  std::optional<int64_t> dim = read ? read.getConstantIndex() : std::nullopt;
  if (!dim || *dim < 0 || *dim >= rankOf(read.getSource()))
    return std::nullopt;
  return std::make_pair(read.getSource(), *dim);
}

std::optional<std::pair<Value, int64_t>> mlir::dsv4::sameSizeBefore(Value tensor, int64_t dim) {
  using Place = std::optional<std::pair<Value, int64_t>>;
  Operation *op = tensor.getDefiningOp();
  // Heads of the operand and columns of the result are one loop of grouped_linear, of different sizes.
  if (!op || dim >= rankOf(tensor) || (isa<GroupedLinearOp>(op) && dim > 1))
    return std::nullopt;
  return llvm::TypeSwitch<Operation *, Place>(op)
      .Case([&](tensor::CastOp op) -> Place {
        if (rankOf(op.getSource()) != rankOf(tensor))
          return std::nullopt;
        return std::make_pair(op.getSource(), dim);
      })
      .Case([&](tensor::InsertSliceOp op) -> Place { return std::make_pair(op.getDest(), dim); })
      .Case([&](tensor::ExtractSliceOp op) -> Place {
        if (rankOf(op.getSource()) != rankOf(tensor))
          return std::nullopt;
        return readFrom(op.getMixedSizes()[dim]);
      })
      .Case([&](tensor::ExpandShapeOp op) { return readFrom(op.getMixedOutputShape()[dim]); })
      .Case([&](tensor::EmptyOp op) { return readFrom(op.getMixedSizes()[dim]); })
      .Case([&](tensor::ConcatOp op) -> Place {
        if (dim == int64_t(op.getDim()))
          return std::nullopt;
        return std::make_pair(op.getInputs().front(), dim);
      })
      .Default([&](Operation *op) -> Place {
        FailureOr<ShardingRule> rule = detail::getDSV4ShardingRule(op);
        if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op))
          rule = ruleOf(linalgOp);
        if (failed(rule))
          return std::nullopt;
        int64_t loop = rule->results[cast<OpResult>(tensor).getResultNumber()][dim];
        if (loop == whole)
          return std::nullopt;
        for (auto [operand, dims] : llvm::zip_equal(op->getOperands(), rule->operands))
          if (auto found = llvm::find(dims, loop); found != dims.end())
            return std::make_pair(operand, int64_t(found - dims.begin()));
        return std::nullopt;
      });
}

/// Whether a slice takes dimension `dim` of `tensor` from end to end.
static bool isFull(OffsetSizeAndStrideOpInterface op, Value tensor, int64_t dim) {
  if (!isConstantIntValue(op.getMixedOffsets()[dim], 0) || !isConstantIntValue(op.getMixedStrides()[dim], 1))
    return false;
  auto type = cast<RankedTensorType>(tensor.getType());
  OpFoldResult size = op.getMixedSizes()[dim];
  if (!type.isDynamicDim(dim))
    return isConstantIntValue(size, type.getDimSize(dim));
  // Both come from one dimension.
  auto read = readFrom(size);
  if (!read)
    return false;
  auto origin = [](std::pair<Value, int64_t> place) {
    while (auto before = sameSizeBefore(place.first, place.second))
      place = *before;
    return place;
  };
  return origin(*read) == origin({tensor, dim});
}

FailureOr<ShardingRule> mlir::dsv4::getShardingRule(Operation *op) {
  FailureOr<ShardingRule> own = detail::getDSV4ShardingRule(op);
  if (succeeded(own))
    return own;
  return llvm::TypeSwitch<Operation *, FailureOr<ShardingRule>>(op)
      .Case([](linalg::LinalgOp op) { return ruleOf(op); })
      .Case([](tensor::ExpandShapeOp op) { return reshapeRule(op, op.getReassociationIndices(), true); })
      .Case([](tensor::CollapseShapeOp op) { return reshapeRule(op, op.getReassociationIndices(), false); })
      .Case([](tensor::CastOp op) -> FailureOr<ShardingRule> {
        if (!isa<RankedTensorType>(op.getSource().getType()) || !isa<RankedTensorType>(op.getType()))
          return failure();
        ShardingRule rule = wholeRule(op);
        for (int64_t dim = 0; dim < rankOf(op.getResult()); ++dim)
          divideTogether(rule, {{0, dim}}, dim);
        return rule;
      })
      .Case([](tensor::ConcatOp op) {
        ShardingRule rule = wholeRule(op);
        for (int64_t dim = 0; dim < rankOf(op.getResult()); ++dim) {
          if (dim == int64_t(op.getDim()))
            continue;
          SmallVector<std::pair<int64_t, int64_t>> dims;
          for (int64_t input = 0; input < int64_t(op.getInputs().size()); ++input)
            dims.push_back({input, dim});
          divideTogether(rule, dims, dim);
        }
        return FailureOr<ShardingRule>(rule);
      })
      .Case([](tensor::ExtractSliceOp op) -> FailureOr<ShardingRule> {
        if (op.getSourceType().getRank() != op.getType().getRank())
          return wholeRule(op);
        ShardingRule rule = wholeRule(op);
        for (int64_t dim = 0; dim < op.getType().getRank(); ++dim)
          if (isFull(op, op.getSource(), dim))
            divideTogether(rule, {{0, dim}}, dim);
        return rule;
      })
      .Case([](tensor::InsertSliceOp op) -> FailureOr<ShardingRule> {
        if (op.getSourceType().getRank() != op.getDestType().getRank())
          return wholeRule(op);
        ShardingRule rule = wholeRule(op);
        for (int64_t dim = 0; dim < op.getDestType().getRank(); ++dim)
          if (isFull(op, op.getDest(), dim))
            divideTogether(rule, {{0, dim}, {1, dim}}, dim);
        return rule;
      })
      .Default([](Operation *) -> FailureOr<ShardingRule> { return failure(); });
}

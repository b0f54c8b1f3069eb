//===- ShardExperts.cpp - Routed experts on several ranks -----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The experts of one rank are neighbours. The axes that divide them are of two kinds.
// Along those where ranks have the same tokens (places) every rank runs the pairs of a
// token and an expert that is its own, and the sums per token are added by all_reduce.
// Along those where ranks have other tokens (replicas) tokens go to the ranks that
// hold their experts, once to each, and what the experts made of them comes back.
//
//===----------------------------------------------------------------------===//

#include "ShardPartition.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

using namespace mlir;
using namespace mlir::dsv4;
using shard::GridAxis;

LogicalResult FunctionPartitioner::partitionExperts(RoutedExpertsOp op) {
  FailureOr<ShardingRule> rule = getShardingRule(op);
  if (failed(rule))
    return op->emitOpError("has no sharding rule");
  if (op.getFirstExpert())
    return op->emitOpError("has the experts of one of several ranks already");
  const Split &w1Split = local(op.getW1()).split;
  GridAxes expertAxes = w1Split[0], innerAxes = w1Split[1];
  if (expertAxes.empty() && innerAxes.empty())
    return partitionByRule(op, *rule);
  for (auto [weight, inner] : {std::pair<Value, int64_t>{op.getW3(), 1}, {op.getW2(), 2}})
    if (local(weight).split[0] != expertAxes || local(weight).split[inner] != innerAxes)
      return op.emitOpError("has weights that are divided in different ways");

  Split tokenSplit = local(op.getX()).split;
  GridAxes sent, shared;
  for (GridAxis axis : expertAxes) {
    bool dividesTokens = !tokenSplit.empty() && llvm::is_contained(tokenSplit[0], axis);
    (dividesTokens ? sent : shared).push_back(axis);
    if (dividesTokens && !shared.empty())
      return op.emitOpError("has experts whose axes of replicas are not the slow ones");
  }
  for (Value operand : {Value(op.getIndices()), Value(op.getWeights())})
    if (local(operand).split != tokenSplit)
      return op.emitOpError("has tokens and routing that are divided in different ways");

  ImplicitLocOpBuilder b(op.getLoc(), builder);
  Value x = local(op.getX()).value, indices = local(op.getIndices()).value, weights = local(op.getWeights()).value;
  SmallVector<Value> scales;
  for (Value scale : op.getScales())
    scales.push_back(local(scale).value);
  Value first;
  IntegerAttr experts;
  int64_t own = tensorTypeOf(local(op.getW1()).value).getDimSize(0);
  if (!expertAxes.empty()) {
    Value number =
        arith::MulIOp::create(b, placeAlong(expertAxes, op.getLoc()), arith::ConstantIndexOp::create(b, own));
    first = tensor::FromElementsOp::create(b, RankedTensorType::get({}, b.getI32Type()),
                                           ValueRange(arith::IndexCastOp::create(b, b.getI32Type(), number)));
    experts = b.getI64IntegerAttr(own * layout.count(expertAxes));
  }
  auto runExperts = [&](Value x, Value indices, Value weights) -> Value {
    return RoutedExpertsOp::create(b, x, indices, weights, local(op.getW1()).value, local(op.getW3()).value,
                                   local(op.getW2()).value, scales, first, op.getLimitAttr(), experts);
  };

  Value y;
  if (sent.empty()) {
    y = runExperts(x, indices, weights);
  } else {
    auto grid = FlatSymbolRefAttr::get(b.getContext(), gridName);
    auto axes = b.getDenseI16ArrayAttr(sent);
    IntegerAttr perRank = b.getI64IntegerAttr(own);
    auto dispatch = MoeDispatchOp::create(b, x, indices, weights, first, grid, axes,
                                          b.getI64IntegerAttr(layout.count(sent)), experts, perRank);
    y = runExperts(dispatch.getRows(), dispatch.getRowIndices(), dispatch.getRowWeights());
    y = MoeCombineOp::create(b, y, dispatch.getSlots(), dispatch.getSent(), dispatch.getReceived(), grid, axes, experts,
                             perRank, b.getI64IntegerAttr(op.getIndices().getType().getShape().back()));
  }
  GridAxes summed = innerAxes;
  summed.append(shared);
  map(op.getY(), allReduce(y, summed, op.getLoc()), tokenSplit);
  return success();
}

//===- FuseExperts.cpp - Launches of experts and of collectives -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FusionHelpers.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Shard/IR/ShardOps.h"

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// Gate
//===----------------------------------------------------------------------===//

static bool addScores(Value scores, FusionMatch &match) {
  auto score = scores.getDefiningOp<GateScoreOp>();
  if (!score) {
    match.miss("the scores come from " + sourceName(scores) + ", not from 'dsv4.gate_score'");
    return false;
  }
  match.add(score);
  return true;
}

bool mlir::dsv4::matchGateTopK(Operation *op, FusionMatch &match) {
  auto gate = dyn_cast<MoeGatingTopKOp>(op);
  if (!gate)
    return false;
  if (!addScores(gate.getScores(), match))
    return true;
  match.add(gate);
  match.writes(gate.getWeights());
  match.writes(gate.getIndices());
  return true;
}

bool mlir::dsv4::matchGateHash(Operation *op, FusionMatch &match) {
  auto gate = dyn_cast<MoeGatingHashOp>(op);
  if (!gate)
    return false;
  if (!addScores(gate.getScores(), match))
    return true;
  if (gate.getScores().getDefiningOp<GateScoreOp>().getScoringFunc() == ScoringFunction::Softmax) {
    match.miss("a softmax needs the logits of all experts, not only those of the table");
    return true;
  }
  match.add(gate);
  match.writes(gate.getWeights());
  match.writes(gate.getIndices());
  return true;
}

//===----------------------------------------------------------------------===//
// Shared expert
//===----------------------------------------------------------------------===//

bool mlir::dsv4::matchSharedGateUpLinear(Operation *op, FusionMatch &match) {
  auto swiglu = dyn_cast<V4ClampedSwigluOp>(op);
  if (!swiglu)
    return false;
  auto gate = swiglu.getGate().getDefiningOp<LinearOp>(), up = swiglu.getUp().getDefiningOp<LinearOp>();
  if (!gate || !up) {
    match.miss("gate and up come from " + sourceName(swiglu.getGate()) + " and " + sourceName(swiglu.getUp()) +
               ", not from 'dsv4.linear'");
    return true;
  }
  if (gate == up || !canStack(gate, up)) {
    match.miss("gate and up are no projections of one value with weights of one format");
    return true;
  }
  match.add(gate);
  match.add(up);
  match.writes(gate.getY());
  match.writes(up.getY());
  return true;
}

bool mlir::dsv4::matchSwigluQuant(Operation *op, FusionMatch &match) {
  auto swiglu = dyn_cast<V4ClampedSwigluOp>(op);
  if (!swiglu)
    return false;
  match.add(swiglu);
  Operation *user = onlyUser(destinationOf(swiglu.getY(), match));
  auto quantised = dyn_cast_if_present<ActQuantOp>(user);
  if (!quantised) {
    match.miss(!user                 ? Twine("its result has several uses")
               : isa<LinearOp>(user) ? Twine("'dsv4.linear' quantises its operand itself")
                                     : "'" + user->getName().getStringRef() + "' takes its result unquantised");
    return true;
  }
  match.add(quantised);
  for (Value result : quantised->getResults())
    match.writes(result);
  return true;
}

//===----------------------------------------------------------------------===//
// Routed experts
//===----------------------------------------------------------------------===//

bool mlir::dsv4::matchMegaMoE(Operation *op, FusionMatch &match) {
  auto experts = dyn_cast<RoutedExpertsOp>(op);
  if (!experts)
    return false;
  auto dispatch = experts.getX().getDefiningOp<MoeDispatchOp>();
  if (!dispatch) {
    match.miss("its tokens come from " + sourceName(experts.getX()) + ", not from 'dsv4.moe_dispatch'");
    return true;
  }
  match.add(dispatch);
  match.add(experts);
  if (experts.getIndices() != dispatch.getRowIndices() || experts.getWeights() != dispatch.getRowWeights()) {
    match.miss("its routing is not that of the tokens it gets");
    return true;
  }
  Operation *user = onlyUser(experts.getY());
  auto combine = dyn_cast_if_present<MoeCombineOp>(user);
  if (!combine) {
    match.miss(user ? "'" + user->getName().getStringRef() + "' uses its result, not 'dsv4.moe_combine'"
                    : Twine("its result has several uses"));
    return true;
  }
  match.add(combine);
  match.writes(combine.getZ());
  return true;
}

/// Adds an elementwise sum with the conversions of its operands and of its result.
static bool addSum(Operation *sum, FusionMatch &match) {
  if (!sum || !isElementwise<arith::AddFOp>(sum))
    return false;
  auto linalgOp = dyn_cast<linalg::LinalgOp>(sum);
  SmallVector<Value> operands = linalgOp ? linalgOp.getDpsInputs() : SmallVector<Value>(sum->getOperands());
  for (Value operand : operands)
    if (Operation *conversion = operand.getDefiningOp(); conversion && isCast(conversion))
      match.add(conversion);
  match.add(sum);
  Value result = sum->getResult(0);
  if (Operation *conversion = onlyUser(result); conversion && isCast(conversion)) {
    match.add(conversion);
    result = conversion->getResult(0);
  }
  match.writes(result);
  return true;
}

bool mlir::dsv4::matchRoutedExperts(Operation *op, FusionMatch &match) {
  auto experts = dyn_cast<RoutedExpertsOp>(op);
  if (!experts)
    return false;
  match.add(experts);
  Operation *user = onlyUser(experts.getY());
  if (!addSum(user, match))
    match.miss(user ? "'" + user->getName().getStringRef() + "' uses its result, not the sum with the shared expert"
                    : Twine("its result has several uses"));
  return true;
}

bool mlir::dsv4::matchResidualAdd(Operation *op, FusionMatch &match) {
  // A sum without conversions is one launch as it is.
  return addSum(op, match) && match.ops.size() > 1;
}

//===----------------------------------------------------------------------===//
// Collectives
//===----------------------------------------------------------------------===//

bool mlir::dsv4::matchAllReduceNorm(Operation *op, FusionMatch &match) {
  auto norm = dyn_cast<RmsNormOp>(op);
  if (!norm)
    return false;
  Value value = sourceOf(norm.getX(), match);
  // The residual may be added in between; the sum is kept.
  if (Operation *sum = value.getDefiningOp(); sum && isElementwise<arith::AddFOp>(sum)) {
    auto linalgOp = dyn_cast<linalg::LinalgOp>(sum);
    SmallVector<Value> operands = linalgOp ? linalgOp.getDpsInputs() : SmallVector<Value>(sum->getOperands());
    for (Value operand : operands) {
      FusionMatch path;
      Value source = sourceOf(operand, path);
      if (!source.getDefiningOp<shard::AllReduceOp>())
        continue;
      match.add(sum);
      match.writes(value);
      match.writes(norm.getX());
      for (Operation *step : path.ops)
        match.add(step);
      value = source;
      break;
    }
  }
  auto reduce = value.getDefiningOp<shard::AllReduceOp>();
  // A norm of anything else is no candidate.
  if (!reduce)
    return false;
  match.add(reduce);
  match.add(norm);
  match.writes(norm.getY());
  return true;
}

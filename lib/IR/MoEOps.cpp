//===- MoEOps.cpp - Verify and infer gate and expert ops ------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each check carries the number of the constraint in the ODS description. The
// _c1 and result constraints are checked by the ODS types and by comparing the
// inferred with the actual result types.
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/WeightFormat.h"

using namespace mlir;
using namespace mlir::dsv4;

LogicalResult GateScoreOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x"), weight = rule.operand(op.getWeight(), "weight");
  // gate_score_c2
  if (failed(rule.rankAtLeast(x, 1)) || failed(rule.rank(weight, 2)))
    return failure();
  // gate_score_c3
  if (failed(rule.leadingAnd({"D"}, x)) || failed(rule.shape({"E", "D"}, weight)) || failed(rule.atLeastOne("E")) ||
      failed(rule.atLeastOne("D")))
    return failure();
  // gate_score_c4
  results.push_back(rule.type({rule.size("E")}, Float32Type::get(x.type.getContext())));
  return success();
}

LogicalResult MoeGatingTopKOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand scores = rule.operand(op.getScores(), "scores");
  // moe_gating_top_k_c2
  if (failed(rule.rankAtLeast(scores, 1)) || failed(rule.leadingAnd({"E"}, scores)) || failed(rule.isStatic("E")) ||
      failed(rule.atLeastOne("E")) || failed(rule.countsInI32("E")))
    return failure();
  // moe_gating_top_k_c3
  int64_t topK = op.getTopK(), experts = rule.size("E");
  if (topK < 1 || topK > experts)
    return rule.fail("top_k is " + Twine(topK) + ", expected 1 to E = " + Twine(experts));
  // moe_gating_top_k_c4
  if (op.getBias() && failed(rule.shape({"E"}, rule.operand(op.getBias(), "bias"))))
    return failure();
  // moe_gating_top_k_c5
  if (failed(rule.notNegative(op.getNormEps(), "norm_eps")))
    return failure();
  // moe_gating_top_k_c6
  if (failed(rule.finite(op.getRouteScale(), "route_scale")))
    return failure();
  // moe_gating_top_k_c7
  results.push_back(rule.type({topK}, scores.type.getElementType()));
  results.push_back(rule.type({topK}, IntegerType::get(scores.type.getContext(), 32)));
  return success();
}

LogicalResult MoeGatingHashOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand scores = rule.operand(op.getScores(), "scores");
  // moe_gating_hash_c2
  if (failed(rule.rankAtLeast(scores, 1)) || failed(rule.leadingAnd({"E"}, scores)) || failed(rule.isStatic("E")) ||
      failed(rule.atLeastOne("E")) || failed(rule.countsInI32("E")))
    return failure();
  // moe_gating_hash_c3
  if (failed(rule.leadingAnd({}, rule.operand(op.getInputIds(), "input_ids"))))
    return failure();
  // moe_gating_hash_c4
  if (failed(rule.shape({"V", "K"}, rule.operand(op.getTable(), "table"))) || failed(rule.isStatic("V")) ||
      failed(rule.isStatic("K")) || failed(rule.atLeastOne("V")) || failed(rule.atLeastOne("K")) ||
      failed(rule.countsInI32("V")))
    return failure();
  // moe_gating_hash_c5
  if (failed(rule.notNegative(op.getNormEps(), "norm_eps")))
    return failure();
  // moe_gating_hash_c6
  if (failed(rule.finite(op.getRouteScale(), "route_scale")))
    return failure();
  // moe_gating_hash_c7
  results.push_back(rule.type({rule.size("K")}, scores.type.getElementType()));
  results.push_back(rule.type({rule.size("K")}, IntegerType::get(scores.type.getContext(), 32)));
  return success();
}

LogicalResult V4ClampedSwigluOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand gate = rule.operand(op.getGate(), "gate"), up = rule.operand(op.getUp(), "up");
  // v4_clamped_swiglu_c2
  if (failed(rule.rankAtLeast(gate, 1)) || failed(rule.leadingAnd({"I"}, gate)))
    return failure();
  // v4_clamped_swiglu_c3
  if (failed(rule.leadingAnd({"I"}, up)) || failed(rule.sameElementType(gate, up)))
    return failure();
  // v4_clamped_swiglu_c4
  if (op.getRowWeight() && failed(rule.leadingAnd({}, rule.operand(op.getRowWeight(), "row_weight"))))
    return failure();
  // v4_clamped_swiglu_c5
  if (failed(rule.positive(op.getLimit(), "limit")))
    return failure();
  // v4_clamped_swiglu_c6
  results.push_back(rule.type({rule.size("I")}, gate.type.getElementType()));
  return success();
}

LogicalResult RoutedExpertsOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x");
  CheckedOperand w1 = rule.operand(op.getW1(), "w1"), w3 = rule.operand(op.getW3(), "w3");
  CheckedOperand w2 = rule.operand(op.getW2(), "w2");
  // routed_experts_c2
  if (failed(rule.rankAtLeast(x, 1)) || failed(rule.leadingAnd({"D"}, x)) ||
      failed(rule.leadingAnd({"K"}, rule.operand(op.getIndices(), "indices"))) ||
      failed(rule.leadingAnd({"K"}, rule.operand(op.getWeights(), "weights"))))
    return failure();
  // routed_experts_c3, routed_experts_c4, routed_experts_c5, routed_experts_c6
  size_t scales = op.getScales().size();
  if (scales != 0 && scales != 3)
    return rule.fail("has " + Twine(scales) + " scales, expected none or those of w1, w3 and w2");
  auto scaleOf = [&](size_t index, StringRef name) {
    return rule.operand(scales ? op.getScales()[index] : Value(), name);
  };
  if (failed(checkWeight(rule, {"E"}, "I", "D", w1, scaleOf(0, "scales of w1"))) || failed(rule.isStatic("E")) ||
      failed(rule.atLeastOne("E")) || failed(rule.countsInI32("E")) ||
      failed(checkWeight(rule, {"E"}, "I", "D", w3, scaleOf(1, "scales of w3"))) ||
      failed(rule.sameElementType(w1, w3)) ||
      failed(checkWeight(rule, {"E"}, "D", "I", w2, scaleOf(2, "scales of w2"))) ||
      failed(rule.sameElementType(w1, w2)))
    return failure();
  // routed_experts_c7
  if (op.getLimit() && failed(rule.positive(*op.getLimit(), "limit")))
    return failure();
  // routed_experts_c8
  results.push_back(rule.type({rule.size("D")}, Float32Type::get(x.type.getContext())));
  return success();
}

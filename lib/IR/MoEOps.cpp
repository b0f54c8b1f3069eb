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
#include "dsv4/IR/GridGroup.h"
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
  // routed_experts_c9
  if (bool(op.getFirstExpert()) != bool(op.getExperts()))
    return rule.fail(op.getExperts() ? "has experts without first_expert" : "has first_expert without experts");
  if (!op.getExperts())
    return success();
  if (failed(rule.rank(rule.operand(op.getFirstExpert(), "first_expert"), 0)))
    return failure();
  // routed_experts_c10
  return rule.inRange(*op.getExperts(), rule.size("E"), "experts");
}

//===----------------------------------------------------------------------===//
// Experts of several ranks
//===----------------------------------------------------------------------===//

/// `experts` of all ranks of a group, `perRank` of which one has.
static LogicalResult checkExpertsOfGroup(TypeRule &rule, int64_t experts, int64_t perRank, int64_t ranks) {
  // moe_dispatch_c5, moe_combine_c4
  if (failed(rule.inRange(experts, 1, "experts")))
    return failure();
  if (experts % ranks)
    return rule.fail("experts is " + Twine(experts) + ", expected a multiple of the " + Twine(ranks) + " ranks");
  // moe_dispatch_c6, moe_combine_c5
  if (perRank < 1 || (experts / ranks) % perRank)
    return rule.fail("experts_per_rank is " + Twine(perRank) + ", expected a divisor of " + Twine(experts / ranks) +
                     " = experts / ranks");
  return success();
}

LogicalResult MoeDispatchOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x"), weights = rule.operand(op.getWeights(), "weights");
  CheckedOperand indices = rule.operand(op.getIndices(), "indices");
  // moe_dispatch_c2
  if (failed(rule.rankAtLeast(x, 1)) || failed(rule.leadingAnd({"D"}, x)) || failed(rule.leadingAnd({"K"}, indices)) ||
      failed(rule.leadingAnd({"K"}, weights)))
    return failure();
  // moe_dispatch_c3
  if (failed(rule.rank(rule.operand(op.getFirstExpert(), "first_expert"), 0)))
    return failure();
  // moe_dispatch_c4
  int64_t ranks = op.getRanks();
  if (failed(rule.inRange(ranks, 1, "ranks")))
    return failure();
  if (failed(checkExpertsOfGroup(rule, op.getExperts(), op.getExpertsPerRank(), ranks)))
    return failure();
  // moe_dispatch_c7
  auto perRank = [&](ArrayRef<int64_t> trailing, Type elementType) -> Type {
    SmallVector<int64_t> shape = {ranks};
    llvm::append_range(shape, rule.type(trailing, elementType).getShape());
    return RankedTensorType::get(shape, elementType);
  };
  Type i32 = indices.type.getElementType();
  results.push_back(perRank({rule.size("D")}, x.type.getElementType()));
  results.push_back(perRank({rule.size("K")}, i32));
  results.push_back(perRank({rule.size("K")}, weights.type.getElementType()));
  results.push_back(perRank({}, i32));
  results.append(2, RankedTensorType::get({ranks}, i32));
  return success();
}

LogicalResult MoeCombineOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand y = rule.operand(op.getY(), "y");
  // moe_combine_c2
  if (failed(rule.rankAtLeast(y, 2)) || failed(rule.leadingAnd({"D"}, y)) ||
      failed(rule.leadingAnd({}, rule.operand(op.getSlots(), "slots"))) || failed(rule.dim("R", y, 0)))
    return failure();
  // moe_combine_c3
  if (failed(rule.shape({"R"}, rule.operand(op.getSent(), "sent"))) ||
      failed(rule.shape({"R"}, rule.operand(op.getReceived(), "received"))) || failed(rule.isStatic("R")) ||
      failed(rule.atLeastOne("R")))
    return failure();
  if (failed(checkExpertsOfGroup(rule, op.getExperts(), op.getExpertsPerRank(), rule.size("R"))))
    return failure();
  // moe_combine_c6
  int64_t topK = op.getTopK();
  if (topK < 1 || topK > int64_t(op.getExperts()))
    return rule.fail("top_k is " + Twine(topK) + ", expected 1 to experts = " + Twine(op.getExperts()));
  // moe_combine_c7
  SmallVector<int64_t> shape(rule.type({rule.size("D")}, y.type.getElementType()).getShape().drop_front());
  results.push_back(RankedTensorType::get(shape, y.type.getElementType()));
  return success();
}

/// The group that an op runs in has as many ranks as the op counts.
static LogicalResult verifyGroup(Operation *op, SymbolTableCollection &symbols, int64_t ranks) {
  FailureOr<GridGroup> group = getGridGroup(op, symbols, [&] { return op->emitOpError(); });
  if (failed(group))
    return failure();
  if (group->ranks != ranks)
    return op->emitOpError("has ") << ranks << " ranks, but its grid_axes have " << group->ranks;
  return success();
}

// moe_dispatch_c8
LogicalResult MoeDispatchOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyGroup(*this, symbols, getRanks());
}

// moe_combine_c8
LogicalResult MoeCombineOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyGroup(*this, symbols, getSent().getType().getDimSize(0));
}

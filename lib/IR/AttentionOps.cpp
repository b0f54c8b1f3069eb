//===- AttentionOps.cpp - Verify and infer attention ops ------------------===//
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

using namespace mlir;
using namespace mlir::dsv4;

static Type i32(Attribute attribute) { return IntegerType::get(attribute.getContext(), 32); }

/// `tokens` has the dimensions `dims`, of which `B` is the first and `S` numbers tokens, and the positions are `[B]`.
static LogicalResult checkRequests(TypeRule &rule, ArrayRef<StringRef> dims, const CheckedOperand &tokens,
                                   Value startPos, Value queryLens) {
  return success(
      succeeded(rule.shape(dims, tokens)) && succeeded(rule.shape({"B"}, rule.operand(startPos, "start_pos"))) &&
      succeeded(rule.shape({"B"}, rule.operand(queryLens, "query_lens"))) && succeeded(rule.countsInI32("S")));
}

LogicalResult RopeTableOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand positions = rule.operand(op.getPositions(), "positions");
  if (failed(rule.rankAtLeast(positions, 0)) || failed(rule.leadingAnd({}, positions)))
    return failure();
  // rope_table_c2
  // The frequencies become a constant of the program, so their number has a limit.
  constexpr int64_t largest = 65536;
  int64_t ropeDim = op.getRopeDim();
  if (ropeDim < 2 || ropeDim > largest || ropeDim % 2)
    return rule.fail("rope_dim is " + Twine(ropeDim) + ", expected an even number of 2 to " + Twine(largest));
  // rope_table_c3
  if (failed(rule.above(op.getTheta(), 1, "theta")))
    return failure();
  // rope_table_c4
  if (failed(rule.atLeast(op.getYarnFactor(), 1, "yarn_factor")))
    return failure();
  // rope_table_c5
  if (failed(rule.positive(op.getBetaSlow(), "beta_slow")) ||
      failed(rule.atLeast(op.getBetaFast(), op.getBetaSlow().convertToDouble(), "beta_fast")))
    return failure();
  // rope_table_c6
  if (failed(rule.inRange(op.getOriginalLength(), 1, "original_length")))
    return failure();
  // rope_table_c7
  Type f32 = Float32Type::get(op.getRopeDimAttr().getContext());
  results.append(2, rule.type({ropeDim / 2}, f32));
  results.push_back(RankedTensorType::get({ropeDim / 2}, f32));
  return success();
}

/// `cos` and `sin` are `[P, rd / 2]` (with `P` named `byPosition`) or `[B, rows, rd / 2]`, `rd` at most `d`.
static LogicalResult checkRotation(TypeRule &rule, Value cos, Value sin, StringRef byPosition, StringRef rows) {
  CheckedOperand cosine = rule.operand(cos, "cos"), sine = rule.operand(sin, "sin");
  if (failed(rule.rankOrOneMore(cosine, 2)))
    return failure();
  SmallVector<StringRef> dims = {byPosition, "rd / 2"};
  if (cosine.type.getRank() != 2)
    dims = {"B", rows, "rd / 2"};
  return success(succeeded(rule.shape(dims, cosine)) && succeeded(rule.shape(dims, sine)) &&
                 succeeded(rule.isStatic("rd / 2")) && succeeded(rule.atLeastOne("rd / 2")) &&
                 succeeded(rule.atMost("rd / 2", rule.size("d") / 2, "d / 2")));
}

LogicalResult RopeOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x");
  // rope_c2
  if (failed(rule.rankOrOneMore(x, 3)))
    return failure();
  SmallVector<StringRef> dims = {"B", "S", "H", "d"};
  if (x.type.getRank() == 3)
    dims = {"B", "S", "d"};
  if (failed(rule.shape(dims, x)) || failed(rule.isStatic("d")))
    return failure();
  // rope_c3, rope_c4, rope_c5
  if (failed(checkRotation(rule, op.getCos(), op.getSin(), "S", "S")))
    return failure();
  // rope_c6
  SmallVector<int64_t> shape;
  for (StringRef dim : dims)
    shape.push_back(rule.size(dim));
  results.push_back(RankedTensorType::get(shape, x.type.getElementType()));
  return success();
}

LogicalResult WindowIndicesOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  // window_indices_c2
  CheckedOperand tokens = rule.operand(op.getTokens(), "tokens");
  if (failed(checkRequests(rule, {"B", "S"}, tokens, op.getStartPos(), op.getQueryLens())))
    return failure();
  // window_indices_c3
  if (failed(rule.inRange(op.getWindow(), 1, "window")))
    return failure();
  // window_indices_c4
  int64_t tokensPerRequest = rule.size("S"), window = op.getWindow();
  if (op.getRows() == WindowRows::Ring && ShapedType::isDynamic(tokensPerRequest))
    return rule.fail("S (dimension 1 of tokens) is dynamic, expected 1 with rows = ring");
  if (op.getRows() == WindowRows::Ring && tokensPerRequest != 1)
    return rule.fail("dimension 1 of tokens is " + Twine(tokensPerRequest) + ", expected 1 with rows = ring");
  // window_indices_c5
  std::optional<uint64_t> offset = op.getCallOffset();
  if (offset && op.getRows() != WindowRows::Appended)
    return rule.fail("call_offset is given, expected it with rows = appended only");
  if (offset && failed(rule.inRange(*offset, window, "call_offset")))
    return failure();
  // window_indices_c6
  constexpr int64_t numbers = int64_t(1) << 31;
  int64_t before = offset.value_or(window);
  if (op.getRows() == WindowRows::Appended && ShapedType::isStatic(tokensPerRequest) &&
      before + tokensPerRequest > numbers)
    return rule.fail(Twine(offset ? "call_offset" : "window") + " + S = " + Twine(before + tokensPerRequest) +
                     " rows, expected at most 2^31 = " + Twine(numbers));
  // window_indices_c7
  results.push_back(RankedTensorType::get({rule.size("B"), tokensPerRequest, window}, i32(op.getWindowAttr())));
  return success();
}

LogicalResult CompressIndicesOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  // compress_indices_c2
  CheckedOperand tokens = rule.operand(op.getTokens(), "tokens");
  if (failed(checkRequests(rule, {"B", "S"}, tokens, op.getStartPos(), op.getQueryLens())))
    return failure();
  // compress_indices_c3, compress_indices_c4
  if (failed(rule.inRange(op.getRatio(), 1, "ratio")) || failed(rule.inRange(op.getOffset(), 0, "offset")))
    return failure();
  // compress_indices_c5
  results.push_back(
      RankedTensorType::get({rule.size("B"), rule.size("S"), ShapedType::kDynamic}, i32(op.getRatioAttr())));
  return success();
}

LogicalResult ScatterNdUpdateMlaOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand rows = rule.operand(op.getRows(), "rows"), cache = rule.operand(op.getCache(), "cache");
  // scatter_nd_update_mla_c2, scatter_nd_update_mla_c3
  if (failed(rule.shape({"B", "N", "d"}, rows)) || failed(rule.shape({"B", "C", "d"}, cache)) ||
      failed(rule.atLeastOne("d")) || failed(rule.countsInI32("C")))
    return failure();
  // scatter_nd_update_mla_c4
  if (failed(rule.sameElementType(rows, cache)))
    return failure();
  // scatter_nd_update_mla_c5
  if (failed(rule.shape({"B", "N"}, rule.operand(op.getSlots(), "slots"))))
    return failure();
  // scatter_nd_update_mla_c6
  results.push_back(
      RankedTensorType::get({rule.size("B"), rule.size("C"), rule.size("d")}, cache.type.getElementType()));
  return success();
}

LogicalResult RingSlotsOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  // ring_slots_c2
  CheckedOperand tokens = rule.operand(op.getTokens(), "tokens");
  if (failed(checkRequests(rule, {"B", "S"}, tokens, op.getStartPos(), op.getQueryLens())))
    return failure();
  // ring_slots_c3
  if (failed(rule.inRange(op.getWindow(), 1, "window")))
    return failure();
  // ring_slots_c4
  results.push_back(RankedTensorType::get({rule.size("B"), rule.size("S")}, i32(op.getWindowAttr())));
  return success();
}

LogicalResult CompressorOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x"), kvState = rule.operand(op.getKvState(), "kv_state");
  // compressor_c2
  if (failed(checkRequests(rule, {"B", "S", "D"}, x, op.getStartPos(), op.getQueryLens())))
    return failure();
  // compressor_c3
  if (failed(rule.inRange(op.getRatio(), 1, "ratio")))
    return failure();
  // compressor_c4
  int64_t ratio = op.getRatio(), parts = op.getOverlap() ? 2 : 1;
  if (failed(rule.shape({"d"}, rule.operand(op.getNorm(), "norm"))) || failed(rule.isStatic("d")) ||
      failed(rule.atLeastOne("d")) || failed(rule.shape({"c * d", "D"}, rule.operand(op.getWkv(), "wkv"))) ||
      failed(rule.isMultiple("c * d", parts, "c", "d")) ||
      failed(rule.shape({"c * d", "D"}, rule.operand(op.getWgate(), "wgate"))))
    return failure();
  // compressor_c5
  if (failed(rule.shape({"ratio", "c * d"}, rule.operand(op.getApe(), "ape"))) ||
      failed(rule.equals("ratio", ratio, "ratio")))
    return failure();
  // compressor_c6
  if (failed(rule.shape({"B", "c * ratio", "c * d"}, kvState)) ||
      failed(rule.equals("c * ratio", parts * ratio, ("c * ratio with c = " + Twine(parts)).str())) ||
      failed(rule.shape({"B", "c * ratio", "c * d"}, rule.operand(op.getScoreState(), "score_state"))))
    return failure();
  // compressor_c7
  if (failed(checkRotation(rule, op.getCos(), op.getSin(), "P", "ceil(S / ratio)")))
    return failure();
  bool isByPosition = rule.operand(op.getCos(), "cos").type.getRank() == 2;
  if (isByPosition && (failed(rule.atLeastOne("P")) || failed(rule.countsInI32("P"))))
    return failure();
  int64_t tokens = rule.size("S"), rows = ShapedType::kDynamic;
  if (ShapedType::isStatic(tokens)) {
    rows = llvm::divideCeil(tokens, ratio);
    if (failed(rule.equals("ceil(S / ratio)", rows, "ceil(S / ratio)")))
      return failure();
  }
  // compressor_c8
  int64_t d = rule.size("d"), unrotated = d - 2 * rule.size("rd / 2");
  if (op.getQuant() == CompressorQuant::Fp8Nope && unrotated % 64)
    return rule.fail("quant = fp8_nope has d - rd = " + Twine(unrotated) + ", expected a multiple of 64");
  if (op.getQuant() == CompressorQuant::Fp4Rotated) {
    if (d < 32 || !llvm::isPowerOf2_64(d))
      return rule.fail("quant = fp4_rotated has d = " + Twine(d) + ", expected a power of two of at least 32");
    if (!op.getOverlap())
      return rule.fail("quant = fp4_rotated needs overlap: only the indexer's keys are rotated");
  }
  // compressor_c9
  if (failed(rule.positive(op.getNormEps(), "norm_eps")))
    return failure();
  // compressor_c10
  int64_t batch = rule.size("B");
  results.push_back(RankedTensorType::get({batch, rows, d}, x.type.getElementType()));
  results.push_back(RankedTensorType::get({batch, rows}, i32(op.getRatioAttr())));
  results.append(2, RankedTensorType::get({batch, parts * ratio, parts * d}, kvState.type.getElementType()));
  return success();
}

/// The operands that the indexer's ops share: queries, keys, weights per head.
static LogicalResult checkIndexer(TypeRule &rule, const CheckedOperand &q, Value keys, Value weights, Value startPos,
                                  Value queryLens) {
  CheckedOperand cache = rule.operand(keys, "keys");
  return success(succeeded(checkRequests(rule, {"B", "S", "HI", "d"}, q, startPos, queryLens)) &&
                 succeeded(rule.shape({"B", "C", "d"}, cache)) && succeeded(rule.countsInI32("C")) &&
                 succeeded(rule.shape({"B", "S", "HI"}, rule.operand(weights, "weights"))) &&
                 succeeded(rule.sameElementType(q, cache)));
}

LogicalResult IndexerScoresOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand q = rule.operand(op.getQ(), "q");
  // indexer_scores_c2, indexer_scores_c3
  if (failed(checkIndexer(rule, q, op.getKeys(), op.getWeights(), op.getStartPos(), op.getQueryLens())))
    return failure();
  // indexer_scores_c4
  if (failed(rule.inRange(op.getRatio(), 1, "ratio")))
    return failure();
  // indexer_scores_c5
  results.push_back(
      RankedTensorType::get({rule.size("B"), rule.size("S"), ShapedType::kDynamic}, q.type.getElementType()));
  return success();
}

LogicalResult IndexerTopKOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand scores = rule.operand(op.getScores(), "scores");
  // indexer_top_k_c2
  if (failed(checkRequests(rule, {"B", "S", "T"}, scores, op.getStartPos(), op.getQueryLens())) ||
      failed(rule.countsInI32("T")))
    return failure();
  // indexer_top_k_c3, indexer_top_k_c4
  if (failed(rule.inRange(op.getTopkLimit(), 1, "topk_limit")) || failed(rule.inRange(op.getRatio(), 1, "ratio")) ||
      failed(rule.inRange(op.getOffset(), 0, "offset")))
    return failure();
  // indexer_top_k_c5
  int64_t rows = rule.size("T");
  int64_t width = ShapedType::isDynamic(rows) ? rows : std::min<int64_t>(rows, op.getTopkLimit());
  results.push_back(RankedTensorType::get({rule.size("B"), rule.size("S"), width}, i32(op.getRatioAttr())));
  return success();
}

LogicalResult QuantLightningIndexerOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  // quant_lightning_indexer_c2, quant_lightning_indexer_c3
  if (failed(checkIndexer(rule, rule.operand(op.getQ(), "q"), op.getKeys(), op.getWeights(), op.getStartPos(),
                          op.getQueryLens())))
    return failure();
  // quant_lightning_indexer_c4, quant_lightning_indexer_c5
  if (failed(rule.inRange(op.getTopkLimit(), 1, "topk_limit")) || failed(rule.inRange(op.getRatio(), 1, "ratio")) ||
      failed(rule.inRange(op.getOffset(), 0, "offset")))
    return failure();
  // quant_lightning_indexer_c6
  results.push_back(
      RankedTensorType::get({rule.size("B"), rule.size("S"), ShapedType::kDynamic}, i32(op.getRatioAttr())));
  return success();
}

LogicalResult SparseAttnSharedkvOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand q = rule.operand(op.getQ(), "q");
  // sparse_attn_sharedkv_c2
  if (failed(rule.shape({"B", "S", "H", "d"}, q)))
    return failure();
  // sparse_attn_sharedkv_c3, sparse_attn_sharedkv_c4
  if (failed(rule.shape({"H"}, rule.operand(op.getAttnSink(), "attn_sink"))) ||
      failed(rule.shape({"B", "S", "M"}, rule.operand(op.getIndices(), "indices"))))
    return failure();
  // sparse_attn_sharedkv_c5, sparse_attn_sharedkv_c6
  if (op.getKvList().empty())
    return rule.fail("kv_list is empty, expected one tensor or more");
  int64_t knownRows = 0;
  constexpr int64_t largest = std::numeric_limits<int32_t>::max();
  for (auto [index, value] : llvm::enumerate(op.getKvList())) {
    std::string name = ("kv_list[" + Twine(index) + "]").str(), rows = "n of " + name;
    CheckedOperand kv = rule.operand(value, name);
    if (failed(rule.shape({"B", rows, "d"}, kv)) || failed(rule.sameElementType(q, kv)) ||
        failed(rule.countsInI32(rows)))
      return failure();
    if (ShapedType::isStatic(rule.size(rows)))
      knownRows += rule.size(rows);
    if (knownRows > largest)
      return rule.fail("kv_list[0] to " + name + " have " + Twine(knownRows) +
                       " rows, expected at most 2^31 - 1 = " + Twine(largest));
  }
  // sparse_attn_sharedkv_c2, now that every operand has said what it knows
  if (failed(rule.atLeastOne("H")) || failed(rule.atLeastOne("d")))
    return failure();
  // sparse_attn_sharedkv_c7
  if (failed(rule.positive(op.getSoftmaxScale(), "softmax_scale")))
    return failure();
  // sparse_attn_sharedkv_c8
  results.push_back(
      RankedTensorType::get({rule.size("B"), rule.size("S"), rule.size("H"), rule.size("d")}, q.type.getElementType()));
  return success();
}

//===- DSV4OpsWork.cpp - The work of the ops ------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One `describeWork` per op, in the order of the ODS files; those of attention and of
// projections are in AttentionOpsWork.cpp and LinearOpsWork.cpp. An op is one kernel
// that reads each operand and writes each result once. The comment above each
// function is its closed form, in the symbols of the ODS; `e` are the bytes of an
// element, `T` the tokens (the product of the leading dimensions). Arithmetic
// follows the formula of the ODS description; `work.vector` and `work.special`
// count as Work.h says. `dsv4.kernel` has no entry: the cost model sums its ops.
//
//===----------------------------------------------------------------------===//

#include "WorkTerms.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/Work.h"

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// Hyper-Connections
//===----------------------------------------------------------------------===//

namespace {

/// The sizes of streams [..., h, D]; the cost laws of these ops are written in them.
struct HyperConnectionStreams {
  HyperConnectionStreams(WorkBuilder &work, Value streams)
      : tokens(work.leading(streams, 2)), h(work.dim(streams, -2)), hidden(work.dim(streams, -1)),
        elementBytes(bytesOf(work.elementType(streams), 1)) {}

  /// Adds the sizes to the current kernel.
  void record(WorkBuilder &work) const {
    work.size("tokens", tokens).size("hidden_size", hidden).size("hc_mult", h).size("element_bytes", elementBytes);
  }

  double tokens, h, hidden, elementBytes;
};

} // namespace

// vector   T * (2hD + 2): a square and an addition per element, mean and norm_eps
// special  T: the reciprocal root
// read     T * hDe                    write  4T
LogicalResult HcPreInvRmsOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getInv());
  HyperConnectionStreams streams(work, getX());
  double tokens = streams.tokens, h = streams.h, hidden = streams.hidden;
  work.kernel("hc_pre_inv_rms", tokens)
      .vector(f32, tokens * (2 * h * hidden + 2))
      .special(f32, tokens)
      .reads(getX(), kActivations)
      .writes(getInv());
  streams.record(work);
  return success();
}

// With I = sinkhorn_iters, so 2I - 1 normalisations of h * h values:
// vector   T * (2M + 6h + 4h^2 + (2I - 1)(h^2 + h) + 2hD)
//            2M              mix * scale + base
//            3h + 3h         two sigmoids (negation, addition), + hc_eps, * 2
//            4h^2            row maximum, its subtraction, row sum, + hc_eps
//            h^2 + h         sums and + hc_eps, per normalisation
//            2hD             weighted sum of the streams
// special  T * (4h + 2h^2 + (2I - 1) h^2): sigmoids, exponentials, divisions
// read     T * (4M + hDe) + parameters once
// write    T * (De + 4h + 4h^2)
LogicalResult HcPreSinkhornOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getMix());
  HyperConnectionStreams streams(work, getHidden());
  double tokens = streams.tokens, h = streams.h, hidden = streams.hidden;
  double mix = work.dim(getMix(), -1), passes = 2.0 * getSinkhornIters() - 1;
  work.kernel("hc_pre_sinkhorn", tokens)
      .vector(f32, tokens * (2 * mix + 6 * h + 4 * h * h + passes * (h * h + h) + 2 * h * hidden))
      .special(f32, tokens * (4 * h + 2 * h * h + passes * h * h))
      .reads(getMix(), kActivations)
      .reads(getHidden(), kActivations)
      .reads(getHcScale(), kWeights)
      .reads(getHcBase(), kWeights)
      .writes(getY())
      .writes(getPost())
      .writes(getComb());
  streams.record(work);
  return success();
}

// vector   T * hD(2h + 1): a product with post, h multiply-adds with comb
// read     T * (De + hDe + 4h + 4h^2)   write  T * hDe
LogicalResult HcPostOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getPost());
  HyperConnectionStreams streams(work, getResidual());
  double tokens = streams.tokens, h = streams.h, hidden = streams.hidden;
  work.kernel("hc_post", tokens)
      .vector(f32, tokens * h * hidden * (2 * h + 1))
      .reads(getX(), kActivations)
      .reads(getResidual(), kActivations)
      .reads(getPost(), kActivations)
      .reads(getComb(), kActivations)
      .writes(getY());
  streams.record(work);
  return success();
}

// matrix   T * 2h * hD: mix, in f32
// vector   T * (4hD + 2 + 6h): squares and weighted sum; mean and norm_eps; per
//            stream three for the logit, two for the sigmoid, + hc_eps
// special  T * (1 + 2h): reciprocal root, sigmoids
// read     T * hDe + 4h * hD + 4(1 + h)  write  T * De
LogicalResult HcHeadOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getHcFn());
  HyperConnectionStreams streams(work, getX());
  double tokens = streams.tokens, h = streams.h, hidden = streams.hidden;
  work.kernel("hc_head", tokens)
      .matrix(f32, tokens * 2 * h * h * hidden)
      .vector(f32, tokens * (4 * h * hidden + 2 + 6 * h))
      .special(f32, tokens * (1 + 2 * h))
      .reads(getX(), kActivations)
      .reads(getHcFn(), kWeights)
      .reads(getHcScale(), kWeights)
      .reads(getHcBase(), kWeights)
      .writes(getY());
  streams.record(work);
  return success();
}

//===----------------------------------------------------------------------===//
// Mixture of experts
//===----------------------------------------------------------------------===//

// matrix   T * 2DE, in the type of x and weight if they agree, else in f32
// vector   T * E * (sqrtsoftplus 4: maximum, abs, negation, addition; sigmoid 2; softmax 3: maximum,
//            subtraction, sum)
// special  T * E * (sqrtsoftplus 3: exp, log1p, sqrt; sigmoid 2; softmax 2: exp, division)
// read     T * De + E * De once         write  4TE
LogicalResult GateScoreOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getScores());
  Type product = work.elementType(getX()) == work.elementType(getWeight()) ? work.elementType(getX()) : f32;
  double tokens = work.leading(getX(), 1), hidden = work.dim(getX(), -1), experts = work.dim(getWeight(), 0);
  ScoringFunction scoring = getScoringFunc();
  double vector = scoring == ScoringFunction::SqrtSoftplus ? 4 : scoring == ScoringFunction::Sigmoid ? 2 : 3;
  double special = scoring == ScoringFunction::SqrtSoftplus ? 3 : 2;
  work.kernel("gate_score", outputTiles(tokens, experts))
      .matrix(product, tokens * 2 * hidden * experts)
      .vector(f32, tokens * experts * vector)
      .special(f32, tokens * experts * special)
      .reads(getX(), kActivations)
      .reads(getWeight(), kWeights)
      .writes(getScores())
      .size("tokens", tokens)
      .size("m", tokens)
      .size("n", experts)
      .size("k", hidden);
  return success();
}

// vector   T * (E if bias + E + K): bias, one comparison per expert (the least that
//            a selection takes), route_scale; normalize adds K + 1: sum, norm_eps
// special  T * K if normalize: divisions
// read     4TE + 4E once if bias       write  T * (4K + 4K)
LogicalResult MoeGatingTopKOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getScores());
  double tokens = work.leading(getScores(), 1), experts = work.dim(getScores(), -1);
  double topK = static_cast<double>(getTopK());
  double vector = (getBias() ? experts : 0) + experts + topK + (getNormalize() ? topK + 1 : 0);
  work.kernel("moe_gating_top_k", tokens)
      .vector(f32, tokens * vector)
      .special(f32, getNormalize() ? tokens * topK : 0)
      .reads(getScores(), kActivations)
      .reads(getBias(), kWeights)
      .writes(getWeights())
      .writes(getIndices(), kIndices)
      .size("tokens", tokens)
      .size("experts", experts)
      .size("top_k", topK);
  return success();
}

// vector   T * (K, or 2K + 1 if normalize): route_scale; sum, norm_eps
// special  T * K if normalize: divisions
// read     T * (id + K table entries + 4K scores): of scores and table only what is looked up
// write    T * (4K + 4K)
LogicalResult MoeGatingHashOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getScores());
  double tokens = work.leading(getScores(), 1), topK = work.dim(getTable(), 1);
  work.kernel("moe_gating_hash", tokens)
      .vector(f32, tokens * (topK + (getNormalize() ? topK + 1 : 0)))
      .special(f32, getNormalize() ? tokens * topK : 0)
      .reads(getScores(), kGatheredRows, tokens * topK)
      .reads(getInputIds(), kIndices)
      .reads(getTable(), kGatheredRows, tokens * topK)
      .writes(getWeights())
      .writes(getIndices(), kIndices)
      .size("tokens", tokens)
      .size("experts", work.dim(getScores(), -1))
      .size("top_k", topK);
  return success();
}

// vector   TI * 6: three clamps, negation, addition, product with up; + TI for row_weight
// special  TI * 2: exponential, division
// read     2TIe + 4T if row_weight     write  TIe
LogicalResult V4ClampedSwigluOp::describeWork(WorkBuilder &work) {
  Type f32 = Float32Type::get(getContext());
  double elements = work.elements(getGate());
  work.kernel("v4_clamped_swiglu", elementTiles(elements))
      .vector(f32, elements * (getRowWeight() ? 7 : 6))
      .special(f32, elements * 2)
      .reads(getGate(), kActivations)
      .reads(getUp(), kActivations)
      .reads(getRowWeight(), kActivations)
      .writes(getY())
      .size("tokens", work.leading(getGate(), 1))
      .size("intermediate_size", work.dim(getGate(), -1));
  return success();
}

//===----------------------------------------------------------------------===//
// Normalisation
//===----------------------------------------------------------------------===//

// vector   T * (3D + 2, + D with weight): square, addition, product with the reciprocal root; mean and norm_eps
// special  T: the reciprocal root
// read     T * De + D of weight once   write  T * De
LogicalResult RmsNormOp::describeWork(WorkBuilder &work) {
  Type f32 = Float32Type::get(getContext());
  double tokens = work.leading(getX(), 1), hidden = work.dim(getX(), -1);
  work.kernel("rms_norm", tokens)
      .vector(f32, tokens * ((getWeight() ? 4 : 3) * hidden + 2))
      .special(f32, tokens)
      .reads(getX(), kActivations)
      .reads(getWeight(), kWeights)
      .writes(getY())
      .size("tokens", tokens)
      .size("hidden_size", hidden);
  return success();
}

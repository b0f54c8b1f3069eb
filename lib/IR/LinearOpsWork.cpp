//===- LinearOpsWork.cpp - The work of projections and what holds them ----===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Like DSV4OpsWork.cpp: one function per op, its closed form above it. Weights are
// read once: codes and scales, in the bytes they have. The scales of a product ride with
// it and are no operations of their own; the quantisation of its activations is, in
// blocks of b = 128 (or of K, if that is less):
//
//   quant(n) = vector 5n + 3n/b, special n/b
//
//===----------------------------------------------------------------------===//

#include "WorkTerms.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/WeightFormat.h"
#include "dsv4/IR/Work.h"

using namespace mlir;
using namespace mlir::dsv4;

void mlir::dsv4::addActivationQuantisation(WorkBuilder &work, Type weight, double rows, double width) {
  if (!getWeightFormat(weight).hasScales() || width == 0)
    return;
  Type f32 = Float32Type::get(weight.getContext()), format = Float8E4M3FNType::get(weight.getContext());
  double block = std::min(width, static_cast<double>(activationBlock)), elements = rows * width;
  work.vector(f32, quantisationVector(format, elements, block, /*dequantised=*/false))
      .special(f32, quantisationSpecial(elements, block));
}

//===----------------------------------------------------------------------===//
// Quantisation
//===----------------------------------------------------------------------===//

// With n elements in blocks of b:
// vector   f8E4M3FN 5n, f4E2M1FN 3n, + n for y, + 3n/b
// special  n/b
// read     ne                           write  of the results that are used: codes n bytes or n/2, scales n/b, y ne
LogicalResult ActQuantOp::describeWork(WorkBuilder &work) {
  Type f32 = Float32Type::get(getContext());
  double elements = work.elements(getX()), block = static_cast<double>(getBlock());
  work.kernel("act_quant", elementTiles(elements))
      .vector(f32, quantisationVector(getFormat(), elements, block, !getY().use_empty()))
      .special(f32, quantisationSpecial(elements, block))
      .reads(getX(), kActivations)
      .size("tokens", work.leading(getX(), 1))
      .size("width", work.dim(getX(), -1))
      .size("block", block);
  // The results are three views of one rounding; a model takes codes and scales, or y.
  for (Value result : getOperation()->getResults())
    if (!result.use_empty())
      work.writes(result);
  return success();
}

// vector   T * n(log2 n + 1)
// read     T * ne                       write  T * ne
LogicalResult HadamardOp::describeWork(WorkBuilder &work) {
  Type f32 = Float32Type::get(getContext());
  double rows = work.leading(getX(), 1), width = work.dim(getX(), -1);
  work.kernel("hadamard", elementTiles(rows * width))
      .vector(f32, hadamardVector(rows, width))
      .reads(getX(), kActivations)
      .writes(getY())
      .size("tokens", rows)
      .size("width", width);
  return success();
}

//===----------------------------------------------------------------------===//
// Projections
//===----------------------------------------------------------------------===//

// matrix   T * 2NK, codes in f8E4M3FN
// quant    T * K with codes
// read     T * Ke + weight and scales once   write  T * Ne
// element_bytes is the size that the law of a product of streams (hc_pre) asks for.
LogicalResult LinearOp::describeWork(WorkBuilder &work) {
  Type weight = work.elementType(getWeight());
  double tokens = work.leading(getX(), 1), inputs = work.dim(getX(), -1), outputs = work.dim(getY(), -1);
  work.kernel("linear", outputTiles(tokens, outputs))
      .matrix(productType(work.elementType(getX()), weight), tokens * 2 * outputs * inputs)
      .reads(getX(), kActivations)
      .reads(getWeight(), kWeights)
      .reads(getScales(), kWeights)
      .writes(getY())
      .size("tokens", tokens)
      .size("m", tokens)
      .size("n", outputs)
      .size("k", inputs)
      .size("element_bytes", bytesOf(work.elementType(getX()), 1));
  addActivationQuantisation(work, weight, tokens, inputs);
  return success();
}

// matrix   T * 2HdR: per group R outputs of P = Hd / groups inputs
// read     T * Hde + groups * R * Pe once    write  T * groups * Re
// The sizes m, n, k are those of one group.
LogicalResult GroupedLinearOp::describeWork(WorkBuilder &work) {
  double tokens = work.leading(getO(), 2), groups = static_cast<double>(getGroups());
  double outputs = work.dim(getWoA(), 0) / groups, inputs = work.dim(getWoA(), 1);
  Type product = productType(work.elementType(getO()), work.elementType(getWoA()));
  work.kernel("grouped_linear", groups * outputTiles(tokens, outputs))
      .matrix(product, tokens * 2 * groups * outputs * inputs)
      .reads(getO(), kActivations)
      .reads(getWoA(), kWeights)
      .writes(getU())
      .size("tokens", tokens)
      .size("groups", groups)
      .size("m", tokens)
      .size("n", outputs)
      .size("k", inputs);
  return success();
}

//===----------------------------------------------------------------------===//
// Model ends
//===----------------------------------------------------------------------===//

// read     T * De rows + ids            write  T * De
LogicalResult EmbeddingOp::describeWork(WorkBuilder &work) {
  double tokens = work.elements(getIds()), hidden = work.dim(getTable(), 1);
  work.kernel("embedding", tokens)
      .reads(getIds(), kIndices)
      .reads(getTable(), kGatheredRows, tokens * hidden)
      .writes(getY())
      .size("tokens", tokens)
      .size("hidden_size", hidden);
  return success();
}

// read     T * De                       write  T * hDe
LogicalResult HcExpandOp::describeWork(WorkBuilder &work) {
  double tokens = work.leading(getX(), 1), hidden = work.dim(getX(), -1), h = static_cast<double>(getHcMult());
  work.kernel("hc_expand", elementTiles(tokens * h * hidden))
      .reads(getX(), kActivations)
      .writes(getY())
      .size("tokens", tokens)
      .size("hidden_size", hidden)
      .size("hc_mult", h);
  return success();
}

// With R = T(1 + h) rows, the embedding's and the streams':
// matrix   R * 2D^2, codes in f8E4M3FN
// vector   R * (4D + 2): norms, + T * hD: the sum
// special  R: reciprocal roots
// quant    R * D with codes
// read     R * De + norms, weights and scales once   write  T * hDe
// The sizes m, n, k are those of all rows, though they meet two weights.
LogicalResult MtpFuseOp::describeWork(WorkBuilder &work) {
  Type f32 = Float32Type::get(getContext());
  double tokens = work.leading(getX(), 2), h = work.dim(getX(), -2), hidden = work.dim(getX(), -1);
  double rows = tokens * (1 + h);
  work.kernel("mtp_fuse", outputTiles(tokens, hidden) + outputTiles(tokens * h, hidden));
  auto project = [&](Value weight, double count) {
    work.matrix(productType(work.elementType(getX()), work.elementType(weight)), count * 2 * hidden * hidden)
        .reads(weight, kWeights);
    addActivationQuantisation(work, work.elementType(weight), count, hidden);
  };
  project(getEProj(), tokens);
  project(getHProj(), tokens * h);
  for (Value scales : getScales())
    work.reads(scales, kWeights);
  work.vector(f32, normalisationVector(rows, hidden, /*hasWeight=*/true) + tokens * h * hidden)
      .special(f32, rows)
      .reads(getE(), kActivations)
      .reads(getX(), kActivations)
      .reads(getEnorm(), kWeights)
      .reads(getHnorm(), kWeights)
      .writes(getY())
      .size("tokens", tokens)
      .size("hidden_size", hidden)
      .size("hc_mult", h)
      .size("m", rows)
      .size("n", hidden)
      .size("k", hidden);
  return success();
}

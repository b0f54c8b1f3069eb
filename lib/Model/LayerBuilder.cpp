//===- LayerBuilder.cpp - One layer as dsv4 ops ---------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LayerBuilder.h"

#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

static Type elementOf(Value value) { return cast<RankedTensorType>(value.getType()).getElementType(); }

Value LayerBuilder::linear(Value x, StringRef name, Type outputType) {
  TypeAttr output = outputType && outputType != elementOf(x) ? TypeAttr::get(outputType) : TypeAttr();
  return LinearOp::create(b, x, get((name + ".weight").str()), get((name + ".scale").str()), output);
}

Value LayerBuilder::rmsNorm(Value x, StringRef name) {
  Value weight = name.empty() ? Value() : get((name + ".weight").str());
  return RmsNormOp::create(b, x, weight, f64(config.normEps));
}

Value LayerBuilder::splitHeads(Value x, int64_t heads, int64_t width) { return b.splitLast(x, heads, width); }

//===----------------------------------------------------------------------===//
// Hyper-Connections around a sub-layer
//===----------------------------------------------------------------------===//

LayerBuilder::Mixing LayerBuilder::enterSublayer(Value streams, StringRef site) {
  Type f32 = b.getF32Type();
  std::string prefix = ("hc_" + site).str();
  Value inv = HcPreInvRmsOp::create(b, streams, f64(config.normEps));
  Value flat = b.mergeLast(b.cast(streams, f32));
  Value product = b.contract({flat, "...k"}, {get(prefix + "_fn"), "mk"}, "...m");
  Value mix =
      b.map("...m", f32, {{product, "...m"}, {inv, "...1"}},
            [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return arith::MulFOp::create(b, v[0], v[1]); });
  auto sinkhorn = HcPreSinkhornOp::create(b, mix, streams, get(prefix + "_scale"), get(prefix + "_base"),
                                          b.getI64IntegerAttr(config.sinkhornIterations), f64(config.hcEps));
  return {sinkhorn.getY(), sinkhorn.getPost(), sinkhorn.getComb()};
}

Value LayerBuilder::leaveSublayer(Value y, Value streams, const Mixing &mixing) {
  return HcPostOp::create(b, y, streams, mixing.post, mixing.comb);
}

Value LayerBuilder::build(Value streams) {
  Mixing mixing = enterSublayer(streams, "attn");
  streams = leaveSublayer(attention(rmsNorm(mixing.y, "attn_norm")), streams, mixing);
  mixing = enterSublayer(streams, "ffn");
  return leaveSublayer(experts(rmsNorm(mixing.y, "ffn_norm")), streams, mixing);
}

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

Value LayerBuilder::rotate(Value x, bool inverse) {
  Value cos = kind.ratio ? call.compressedCos : call.cos, sin = kind.ratio ? call.compressedSin : call.sin;
  return RopeOp::create(b, x, cos, sin, b.getBoolAttr(inverse));
}

/// The unrotated channels through FP8 in blocks of 64; the rotated ones stay.
Value LayerBuilder::roundKeyValue(Value kv) {
  int64_t unrotated = config.headDim - config.ropeDim;
  if (!rounds() || unrotated == 0)
    return kv;
  Value nope = b.sliceLast(kv, 0, unrotated);
  auto quantized =
      ActQuantOp::create(b, nope, b.getI64IntegerAttr(64), TypeAttr::get(Float8E4M3FNType::get(b.getContext())));
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), quantized.getY());
  SmallVector<OpFoldResult> offsets(sizes.size(), b.getIndexAttr(0)), strides(sizes.size(), b.getIndexAttr(1));
  return tensor::InsertSliceOp::create(b, quantized.getY(), kv, offsets, sizes, strides);
}

/// Pools the tokens of the call into rows, writes them into the cache and returns it.
Value LayerBuilder::compress(Value x, StringRef weights, StringRef cache, StringRef rowsName, bool isIndexer) {
  auto weight = [&](StringRef name) { return get((weights + name).str()); };
  std::string kvState = (cache + "kv_state").str(), scoreState = (cache + "score_state").str();
  std::string rows = (cache + rowsName).str();
  CompressorQuant quant = !rounds()   ? CompressorQuant::None
                          : isIndexer ? CompressorQuant::Fp4Rotated
                                      : CompressorQuant::Fp8Nope;
  auto [cos, sin] = call.rowTables.lookup(kind.ratio);
  auto op = CompressorOp::create(b, x, weight(".wkv.weight"), weight(".wgate.weight"), weight(".ape"),
                                 weight(".norm.weight"), cos, sin, get(kvState), get(scoreState), call.startPos,
                                 call.queryLens, b.getI64IntegerAttr(kind.ratio), b.getBoolAttr(kind.ratio == 4),
                                 f64(config.normEps), CompressorQuantAttr::get(b.getContext(), quant));
  values[kvState] = op.getNewKvState();
  values[scoreState] = op.getNewScoreState();
  values[rows] = ScatterNdUpdateMlaOp::create(b, op.getRows(), get(rows), op.getSlots());
  return values[rows];
}

/// Rows that the lightning indexer chooses, numbered in the KV list behind the ring.
Value LayerBuilder::indexerRows(Value x, Value queries) {
  Value q = splitHeads(linear(queries, "attn.indexer.wq_b"), config.indexHeads, config.indexHeadDim);
  q = rotate(q, /*inverse=*/false);
  if (rounds()) {
    Value turned = HadamardOp::create(b, q);
    q = ActQuantOp::create(b, turned, b.getI64IntegerAttr(32), TypeAttr::get(Float4E2M1FNType::get(b.getContext())))
            .getY();
  }
  // The indexer compresses before it scores: a row that this call completes can be chosen by its last token.
  Value keys = compress(x, "attn.indexer.compressor", "indexer.", "keys", /*isIndexer=*/true);
  Value projected = linear(x, "attn.indexer.weights_proj");
  double scale = 1.0 / std::sqrt(double(config.indexHeadDim)) / std::sqrt(double(config.indexHeads));
  Type element = elementOf(projected);
  Value weights = b.map("...h", b.getF32Type(), {{b.cast(projected, b.getF32Type()), "...h"}},
                        [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                          return arith::MulFOp::create(b, v[0], arith::ConstantOp::create(b, b.getF32FloatAttr(scale)));
                        });
  return QuantLightningIndexerOp::create(b, q, keys, b.cast(weights, element), call.startPos, call.queryLens,
                                         b.getI64IntegerAttr(config.indexTopK), b.getI64IntegerAttr(kind.ratio),
                                         b.getI64IntegerAttr(config.window));
}

Value LayerBuilder::attention(Value x) {
  Value queries = rmsNorm(linear(x, "attn.wq_a"), "attn.q_norm");
  Value q = splitHeads(linear(queries, "attn.wq_b"), config.heads, config.headDim);
  q = rotate(rmsNorm(q, ""), /*inverse=*/false);
  Value kv = roundKeyValue(rotate(rmsNorm(linear(x, "attn.wkv"), "attn.kv_norm"), /*inverse=*/false));

  // Keys and values: ring, compressed rows, tokens of this call. The tensors are never joined.
  SmallVector<Value> kvList = {get("ring")};
  Value indices = call.windowIndices.lookup(kind.ratio);
  if (kind.ratio) {
    Value far = kind.hasIndexer() ? indexerRows(x, queries) : call.compressIndices;
    kvList.push_back(compress(x, "attn.compressor", "compressor.", "rows", /*isIndexer=*/false));
    indices = tensor::ConcatOp::create(b, /*dim=*/2, ValueRange{indices, far});
  }
  kvList.push_back(kv);
  Value o = SparseAttnSharedkvOp::create(b, q, get("attn.attn_sink"), indices, kvList,
                                         f64(1.0 / std::sqrt(double(config.headDim))));
  o = rotate(o, /*inverse=*/true);
  Value u = GroupedLinearOp::create(b, o, get("attn.wo_a.weight"), b.getI64IntegerAttr(config.outputGroups));
  // After the attention has read the old ring, so that the update is in place.
  values["ring"] = ScatterNdUpdateMlaOp::create(b, kv, get("ring"), call.ringSlots);
  return linear(u, "attn.wo_b");
}

//===----------------------------------------------------------------------===//
// Experts
//===----------------------------------------------------------------------===//

Value LayerBuilder::experts(Value x) {
  Type f32 = b.getF32Type();
  ScoringFunction scoring = *symbolizeScoringFunction(config.scoringFunction);
  Value scores = GateScoreOp::create(b, x, get("ffn.gate.weight"), ScoringFunctionAttr::get(b.getContext(), scoring));
  BoolAttr normalize = b.getBoolAttr(config.normalizeWeights);
  Value weights, chosen;
  if (kind.isHashRouted) {
    auto gate = MoeGatingHashOp::create(b, scores, call.inputIds, get("ffn.gate.tid2eid"), normalize,
                                        f64(config.routedScale), f64(1e-20));
    weights = gate.getWeights();
    chosen = gate.getIndices();
  } else {
    auto gate = MoeGatingTopKOp::create(b, scores, get("ffn.gate.bias"), b.getI64IntegerAttr(config.expertsPerToken),
                                        normalize, f64(config.routedScale), f64(1e-20));
    weights = gate.getWeights();
    chosen = gate.getIndices();
  }
  SmallVector<Value> scales;
  for (StringRef name : {"ffn.experts.w1.scale", "ffn.experts.w3.scale", "ffn.experts.w2.scale"})
    if (Value scale = get(name))
      scales.push_back(scale);
  FloatAttr limit = config.swigluLimit ? f64(*config.swigluLimit) : FloatAttr();
  Value routed = RoutedExpertsOp::create(b, x, chosen, weights, get("ffn.experts.w1.weight"),
                                         get("ffn.experts.w3.weight"), get("ffn.experts.w2.weight"), scales,
                                         /*first_expert=*/Value(), limit, /*experts=*/IntegerAttr());

  Value gate = linear(x, "ffn.shared_experts.w1"), up = linear(x, "ffn.shared_experts.w3");
  // No limit: one that no finite activation of the element type reaches clamps nothing.
  FloatAttr sharedLimit = limit ? limit : f64(std::numeric_limits<float>::max());
  Value hidden = V4ClampedSwigluOp::create(b, gate, up, Value(), sharedLimit);
  Value shared = linear(hidden, "ffn.shared_experts.w2");
  Value sum =
      b.map("...d", f32, {{routed, "...d"}, {b.cast(shared, f32), "...d"}},
            [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return arith::AddFOp::create(b, v[0], v[1]); });
  return b.cast(sum, elementOf(x));
}

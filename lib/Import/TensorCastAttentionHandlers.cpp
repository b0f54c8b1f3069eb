//===- TensorCastAttentionHandlers.cpp - Attention of tensor_cast ---------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rotation, cache writes, compressor, indexer and sparse attention. What their
// schemas lack of the computation becomes new arguments of the function.
//
//===----------------------------------------------------------------------===//

#include "TensorCastHandlers.h"

#include "dsv4/Torch/TorchDialects.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// Tokens per compressed row of the layers whose windows overlap and that have an
/// indexer: DeepSeek-V4's, which TensorCast divides by, too.
constexpr int64_t indexerRatio = 4;

//===----------------------------------------------------------------------===//
// Rotary positions
//===----------------------------------------------------------------------===//

/// `x` with the last two dimensions exchanged.
Value swapLastTwo(EinsumBuilder &b, Value x) {
  return b.map("...ha", getElementTypeOrSelf(x), {{x, "...ah"}},
               [](ImplicitLocOpBuilder &, ValueRange v) { return v[0]; });
}

/// The rotation of channel i with channel i + rotated / 2 instead of the neighbours:
/// dsv4.rope between two permutations.
FailureOr<Value> rotateHalves(OpImporter &b, Value x, Value cos, Value sin, int64_t rotated,
                              const RopeOp::Properties &properties) {
  auto type = cast<RankedTensorType>(x.getType());
  int64_t channels = type.getShape().back(), rest = channels - rotated;
  EinsumBuilder e(b, b.getLoc(), type.getRank() - 1);
  Value tail = rest ? e.sliceLast(x, rest, rotated) : x;
  Value pairs = e.mergeLast(swapLastTwo(e, e.splitLast(tail, 2, rotated / 2)));
  FailureOr<RopeOp> op = b.createOp<RopeOp>({pairs, cos, sin}, properties);
  if (failed(op))
    return failure();
  Value halves = e.mergeLast(swapLastTwo(e, e.splitLast(op->getY(), rotated / 2, 2)));
  return rest ? e.insertLast(halves, x, rest) : halves;
}

/// apply_rope_inplace(Tensor(a0!) x, Tensor cos, Tensor sin, bool is_neox=True, bool inverse=False,
///                    SymInt rope_head_dim=-1) -> Tensor
LogicalResult convertApplyRope(OpImporter &b) {
  TensorOperand x, cos, sin;
  bool isNeox = false, inverse = false;
  int64_t ropeDim = 0;
  if (failed(b.operands()
                 .tensor("x", x)
                 .tensor("cos", cos)
                 .tensor("sin", sin)
                 .boolConstant("is_neox", isNeox)
                 .boolConstant("inverse", inverse)
                 .intConstant("rope_head_dim", ropeDim)
                 .done()))
    return failure();
  if (x.getType().getRank() < 1 || cos.getType().getRank() < 1)
    return b.error() << "x must be [B, S, ..., d] and cos [B, S, rope_head_dim / 2], got " << x.getType() << " and "
                     << cos.getType();
  int64_t channels = x.getType().getShape().back(), columns = cos.getType().getShape().back();
  if (ropeDim == -1)
    ropeDim = channels;
  if (ShapedType::isDynamic(columns) || ShapedType::isDynamic(channels) || ropeDim != 2 * columns)
    return b.error() << "rotates " << ropeDim << " channels, so cos must be [B, S, " << ropeDim / 2
                     << "], one column per pair, got " << cos.getType();
  RopeOp::Properties properties;
  properties.inverse = b.getBoolAttr(inverse);
  if (!isNeox) {
    auto op = b.createOp<RopeOp>({x.value, asF32(b, cos), asF32(b, sin)}, properties);
    return failed(op) ? failure() : b.resultsAndWritten(op->getY(), op->getY());
  }
  if (ropeDim > channels)
    return b.error() << "rotates " << ropeDim << " channels, but x has " << channels;
  FailureOr<Value> y = rotateHalves(b, x.value, asF32(b, cos), asF32(b, sin), ropeDim, properties);
  if (failed(y))
    return failure();
  b.remark("has is_neox = true: channel i is paired with i + rope_head_dim / 2, DeepSeek-V4 pairs neighbours");
  return b.resultsAndWritten(*y, *y);
}

//===----------------------------------------------------------------------===//
// Caches
//===----------------------------------------------------------------------===//

/// scatter_nd_update_mla(Tensor kv, Tensor(a1!) kv_cache, Tensor slot_mapping, SymInt? window_size=None,
///                       Tensor? seq_lens=None) -> Tensor
LogicalResult convertScatter(OpImporter &b) {
  TensorOperand rows, cache, slots, seqLens;
  if (failed(b.operands()
                 .tensor("kv", rows)
                 .tensor("kv_cache", cache)
                 .tensor("slot_mapping", slots)
                 .ignored("window_size")
                 .optionalTensor("seq_lens", seqLens)
                 .done()))
    return failure();
  Value indices = asIndices(b, slots, "slot_mapping");
  if (!indices)
    return failure();
  auto op = b.createOp<ScatterNdUpdateMlaOp>({rows.value, cache.value, indices}, ScatterNdUpdateMlaOp::Properties());
  if (failed(op))
    return failure();
  if (seqLens)
    b.remark("has seq_lens, which nothing reads: slot_mapping must be -1 for padding");
  return b.resultsAndWritten(op->getUpdated(), op->getUpdated());
}

/// The window_size of the write that made `cache`: compressed rows lie behind the ring.
std::optional<int64_t> ringSize(OpImporter &b, Value cache) {
  while (Operation *producer = cache.getDefiningOp()) {
    StringRef name = getTorchOperatorName(producer);
    if (name == "torch_c.from_builtin_tensor" || name == "torch_c.to_builtin_tensor") {
      cache = producer->getOperand(0);
      continue;
    }
    if (name != "torch.tensor_cast.scatter_nd_update_mla" || producer->getNumOperands() < 4)
      return std::nullopt;
    Value window = b.state().values.lookupOrNull(producer->getOperand(3));
    APInt size;
    if (!window || !matchPattern(window, m_ConstantInt(&size)) || size.getSExtValue() < 1)
      return std::nullopt;
    return size.getSExtValue();
  }
  return std::nullopt;
}

/// `slots` moved to where compressed rows begin in the cache; -1 stays.
Value moveSlots(OpImporter &b, Value slots, bool isIndexer) {
  std::optional<int64_t> offset = b.state().defaults.compressedOffset;
  if (isIndexer)
    return slots;
  if (!offset)
    offset = ringSize(b, b.source()->getOperand(1));
  if (offset == 0)
    return slots;
  Value moved;
  if (offset) {
    moved = b.i32(*offset);
    b.remark("has no row offset: compressed rows begin at the window_size of the scatter_nd_update_mla that wrote the "
             "cache (option compressed-offset)");
  } else {
    Value argument = b.newArgument("compressed_offset", RankedTensorType::get({}, b.getI32Type()));
    moved = tensor::ExtractOp::create(b, argument, ValueRange());
    b.remark("has no row offset: the new argument compressed_offset says at which row of the cache compressed rows "
             "begin (option compressed-offset)");
  }
  return b.map("bn", b.getI32Type(), {{slots, "bn"}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value zero = arith::ConstantOp::create(nested, nested.getI32IntegerAttr(0));
    Value isPadding = arith::CmpIOp::create(nested, arith::CmpIPredicate::slt, v[0], zero);
    return arith::SelectOp::create(nested, isPadding, v[0], arith::AddIOp::create(nested, v[0], moved));
  });
}

/// The first floor(S / ratio) of the ceil(S / ratio) rows: TensorCast's number, which is
/// all there are when the call begins at a multiple of the ratio. That is checked.
FailureOr<Value> completeRows(OpImporter &b, Value rows, Value slots, Value x, int64_t ratio) {
  auto type = cast<RankedTensorType>(rows.getType());
  RankedTensorType declared = b.resultType(0);
  if (!declared)
    return failure();
  int64_t tokens = cast<RankedTensorType>(x.getType()).getDimSize(1);
  OpFoldResult keep;
  if (!ShapedType::isDynamic(tokens)) {
    if (tokens == 1 || tokens % ratio == 0)
      return rows;
    keep = b.getIndexAttr(tokens / ratio);
  } else {
    OpFoldResult size = b.sizeOf(x, 1);
    auto known = b.state().divisors.find({x, 1});
    if (known != b.state().divisors.end() && known->second % ratio == 0)
      return rows;
    keep = b.createOrFold<arith::DivUIOp>(getValueOrCreateConstantIndexOp(b, b.getLoc(), size), b.index(ratio));
  }
  // The one row too many, if there is one, must be padding.
  Value last = b.reduce("", b.getI32IntegerAttr(-1), {{slots, "bn"}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    Value position = linalg::IndexOp::create(nested, 1);
    Value kept = getValueOrCreateConstantIndexOp(nested, nested.getLoc(), keep);
    Value isKept = arith::CmpIOp::create(nested, arith::CmpIPredicate::ult, position, kept);
    Value larger = arith::MaxSIOp::create(nested, v[0], v[1]);
    return arith::SelectOp::create(nested, isKept, v[1], larger).getResult();
  });
  Value isPadding =
      arith::CmpIOp::create(b, arith::CmpIPredicate::slt, tensor::ExtractOp::create(b, last, ValueRange()), b.i32(0));
  if (failed(b.check(isPadding, "the program has room for S / compress_ratio rows, but "
                                "start_pos completes one more")))
    return failure();
  SmallVector<OpFoldResult> sizes = {b.sizeOf(rows, 0), keep, b.getIndexAttr(type.getDimSize(2))};
  SmallVector<OpFoldResult> offsets(3, b.getIndexAttr(0));
  return b.slice(rows, offsets, sizes);
}

/// compressor(Tensor hidden_states, Tensor(a1!) kv_cache, SymInt compress_ratio, SymInt head_dim,
///            SymInt rope_head_dim, bool rotate, Tensor? seq_lens=None, Tensor? query_lens=None) -> (Tensor, Tensor)
LogicalResult convertCompressor(OpImporter &b) {
  TensorOperand x, cache, seqLens, queryLens;
  int64_t ratio = 0, headDim = 0, ropeDim = 0;
  bool rotate = false;
  if (failed(b.operands()
                 .tensor("hidden_states", x)
                 .tensor("kv_cache", cache)
                 .intConstant("compress_ratio", ratio)
                 .intConstant("head_dim", headDim)
                 .intConstant("rope_head_dim", ropeDim)
                 .boolConstant("rotate", rotate)
                 .optionalTensor("seq_lens", seqLens)
                 .optionalTensor("query_lens", queryLens)
                 .done()))
    return failure();
  if (x.getType().getRank() != 3 || !isa<FloatType>(x.getElementType()))
    return b.error() << "hidden_states must be a float tensor [B, S, D], got " << x.getType();
  if (ratio < 1 || headDim < 1 || ropeDim < 2 || ropeDim % 2 || ropeDim > headDim)
    return b.error()
           << "needs compress_ratio and head_dim of at least 1 and an even rope_head_dim of 2 to head_dim, got "
           << ratio << ", " << headDim << " and " << ropeDim;

  FailureOr<CallPositions> positions = callPositions(b, x.value, seqLens, queryLens);
  if (failed(positions))
    return failure();
  bool overlap = ratio == indexerRatio;
  int64_t parts = overlap ? 2 : 1, width = parts * headDim;
  int64_t batch = x.getType().getDimSize(0), tokens = x.getType().getDimSize(1), hidden = x.getType().getDimSize(2);
  int64_t rowCount = ShapedType::isDynamic(tokens) ? tokens : llvm::divideCeil(tokens, ratio);
  Type f32 = b.getF32Type(), element = x.getElementType();
  std::string prefix = "compressor." + std::to_string(b.state().compressors++) + ".";
  auto argument = [&](StringRef name, ArrayRef<int64_t> shape, Type type) {
    return b.newArgument(prefix + name, RankedTensorType::get(shape, type));
  };
  Value wkv = argument("wkv.weight", {width, hidden}, element),
        wgate = argument("wgate.weight", {width, hidden}, element);
  Value ape = argument("ape", {ratio, width}, f32), norm = argument("norm.weight", {headDim}, element);
  Value kvState = argument("kv_state", {batch, parts * ratio, width}, f32);
  Value scoreState = argument("score_state", {batch, parts * ratio, width}, f32);
  // All compressors of one ratio rotate the same rows.
  auto table = RankedTensorType::get({batch, rowCount, ropeDim / 2}, f32);
  Value cos = b.newArgument("compressed_cos.ratio_" + Twine(ratio), table);
  Value sin = b.newArgument("compressed_sin.ratio_" + Twine(ratio), table);

  CompressorOp::Properties properties;
  properties.ratio = b.getI64IntegerAttr(ratio);
  properties.overlap = b.getBoolAttr(overlap);
  properties.norm_eps = b.getF64FloatAttr(b.state().defaults.normEps);
  CompressorQuant quant = !b.state().defaults.roundsCaches ? CompressorQuant::None
                          : rotate                         ? CompressorQuant::Fp4Rotated
                                                           : CompressorQuant::Fp8Nope;
  properties.quant = CompressorQuantAttr::get(b.getContext(), quant);
  auto op = b.createOp<CompressorOp>(
      {x.value, wkv, wgate, ape, norm, cos, sin, kvState, scoreState, positions->startPos, positions->queryLens},
      properties);
  if (failed(op))
    return failure();
  b.setUpdated(kvState, op->getNewKvState());
  b.setUpdated(scoreState, op->getNewScoreState());

  Value slots = moveSlots(b, op->getSlots(), rotate);
  auto written =
      b.createOp<ScatterNdUpdateMlaOp>({op->getRows(), cache.value, slots}, ScatterNdUpdateMlaOp::Properties());
  if (failed(written))
    return failure();
  FailureOr<Value> rows = completeRows(b, op->getRows(), op->getSlots(), x.value, ratio);
  if (failed(rows))
    return failure();
  b.remark("has no weights, states, tables and positions: they are new arguments (compressor.N.*, compressed_cos.*, "
           "compressed_sin.*, start_pos)");
  if (rotate && quant == CompressorQuant::None)
    b.remark("has rotate = true: neither keys nor queries are rotated, which changes no score but for rounding (option "
             "precision)");
  return b.resultsAndWritten({*rows, written->getUpdated()}, written->getUpdated());
}

//===----------------------------------------------------------------------===//
// Indexer
//===----------------------------------------------------------------------===//

/// Hadamard rotation and FP4 of the indexer's queries: the keys had the same.
FailureOr<Value> roundQueries(OpImporter &b, Value q) {
  auto rotated = b.createOp<HadamardOp>(q, HadamardOp::Properties());
  if (failed(rotated))
    return failure();
  ActQuantOp::Properties properties;
  properties.block = b.getI64IntegerAttr(32);
  properties.format = TypeAttr::get(Float4E2M1FNType::get(b.getContext()));
  auto rounded = b.createOp<ActQuantOp>(rotated->getY(), properties);
  return failed(rounded) ? FailureOr<Value>() : FailureOr<Value>(Value(rounded->getY()));
}

/// `indices` with at least one column: TensorCast's lists are never empty.
Value atLeastOneColumn(OpImporter &b, Value indices) {
  OpFoldResult width = b.sizeOf(indices, 2);
  Value columns = getValueOrCreateConstantIndexOp(b, b.getLoc(), width);
  Value isEmpty = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, columns, b.index(0));
  Value missing = arith::SelectOp::create(b, isEmpty, b.index(1), b.index(0));
  Value none = b.filled({b.sizeOf(indices, 0), b.sizeOf(indices, 1), missing}, b.getI32IntegerAttr(-1));
  return tensor::ConcatOp::create(b, 2, ValueRange{indices, none});
}

/// quant_lightning_indexer(Tensor q_states, Tensor weights, Tensor indexer_cache, SymInt topk_limit,
///                         SymInt tp_world_size=1, Tensor? seq_lens=None, Tensor? query_lens=None) -> Tensor
LogicalResult convertIndexer(OpImporter &b) {
  TensorOperand q, weights, keys, seqLens, queryLens;
  int64_t topkLimit = 0, worldSize = 0;
  if (failed(b.operands()
                 .tensor("q_states", q)
                 .tensor("weights", weights)
                 .tensor("indexer_cache", keys)
                 .intConstant("topk_limit", topkLimit)
                 .intConstant("tp_world_size", worldSize)
                 .optionalTensor("seq_lens", seqLens)
                 .optionalTensor("query_lens", queryLens)
                 .done()))
    return failure();
  RankedTensorType declared = b.resultType();
  if (!declared)
    return failure();
  if (q.getType().getRank() != 4 || declared.getRank() != 3)
    return b.error() << "q_states must be [B, S, HI, d] and the result [B, S, K], got " << q.getType() << " and "
                     << declared;
  if (worldSize < 1 || worldSize > (1 << 20))
    return b.error() << "tp_world_size must be 1 to 2^20, got " << worldSize;
  FailureOr<CallPositions> positions = callPositions(b, q.value, seqLens, queryLens);
  if (failed(positions))
    return failure();
  FailureOr<Value> queries = b.state().defaults.roundsCaches ? roundQueries(b, q.value) : FailureOr<Value>(q.value);
  if (failed(queries))
    return failure();

  SmallVector<int64_t> shape(declared.getShape());
  shape[0] = q.getType().getDimSize(0);
  shape[1] = q.getType().getDimSize(1);
  auto type = RankedTensorType::get(shape, b.getI32Type());
  Value indices;
  if (worldSize == 1) {
    QuantLightningIndexerOp::Properties properties;
    properties.topk_limit = b.getI64IntegerAttr(topkLimit);
    properties.ratio = b.getI64IntegerAttr(indexerRatio);
    auto op = b.createOp<QuantLightningIndexerOp>(
        {*queries, keys.value, weights.value, positions->startPos, positions->queryLens}, properties, TypeRange(type));
    if (failed(op))
      return failure();
    indices = op->getIndices();
  } else {
    // Every rank has scores of its own heads: they are summed before the choice.
    IndexerScoresOp::Properties scoreProperties;
    scoreProperties.ratio = b.getI64IntegerAttr(indexerRatio);
    auto scores = b.createOp<IndexerScoresOp>(
        {*queries, keys.value, weights.value, positions->startPos, positions->queryLens}, scoreProperties);
    FailureOr<StringAttr> grid = gridOf(b, llvm::to_vector(llvm::seq<int64_t>(0, worldSize)));
    if (failed(scores) || failed(grid))
      return failure();
    Value sum = shard::AllReduceOp::create(b, scores->getScores(), grid->getValue(), ArrayRef<shard::GridAxis>{0},
                                           shard::ReductionKind::Sum);
    IndexerTopKOp::Properties properties;
    properties.topk_limit = b.getI64IntegerAttr(topkLimit);
    properties.ratio = b.getI64IntegerAttr(indexerRatio);
    auto op = b.createOp<IndexerTopKOp>({sum, positions->startPos, positions->queryLens}, properties, TypeRange(type));
    if (failed(op))
      return failure();
    indices = op->getIndices();
    b.remark("has tp_world_size > 1: the scores are summed over that many ranks before the choice");
  }
  b.remark(seqLens ? "has no ratio: 4 is taken, as DeepSeek-V4; seq_lens counts the tokens of this call, too"
                   : "has no ratio and no positions: 4 is taken, as DeepSeek-V4, and start_pos is a new argument");
  if (declared.isDynamicDim(2))
    indices = atLeastOneColumn(b, indices);
  return b.results(indices);
}

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

/// sparse_attn_sharedkv(Tensor q, Tensor kv, Tensor attn_sink, Tensor topk_indices, float softmax_scale,
///                      SymInt head_dim, Tensor? kv_dependency=None) -> Tensor
LogicalResult convertSparseAttention(OpImporter &b) {
  TensorOperand q, kv, sink, indices, dependency;
  int64_t headDim = 0;
  double scale = 0.0;
  // The dependency only keeps a cache write alive where writes are side effects; here the new cache is a result.
  if (failed(b.operands()
                 .tensor("q", q)
                 .tensor("kv", kv)
                 .tensor("attn_sink", sink)
                 .tensor("topk_indices", indices)
                 .floatConstant("softmax_scale", scale)
                 .intConstant("head_dim", headDim)
                 .optionalTensor("kv_dependency", dependency)
                 .done()))
    return failure();
  Value rows = kv.value;
  RankedTensorType type = kv.getType();
  if (type.getRank() == 4 && type.getDimSize(2) == 1)
    rows = tensor::CollapseShapeOp::create(b, rows, ArrayRef<ReassociationIndices>{{0}, {1, 2}, {3}});
  else if (type.getRank() != 3)
    return b.error() << "kv must be [B, n, head_dim] or [B, n, 1, head_dim], got " << type;
  int64_t channels = type.getShape().back();
  if (!ShapedType::isDynamic(channels) && channels != headDim)
    return b.error() << "head_dim is " << headDim << ", but kv is " << type;
  Value list = asIndices(b, indices, "topk_indices");
  if (!list)
    return failure();
  SparseAttnSharedkvOp::Properties properties;
  properties.softmax_scale = b.getF64FloatAttr(scale);
  auto op = b.createOp<SparseAttnSharedkvOp>({q.value, asF32(b, sink), list, rows}, properties);
  return failed(op) ? failure() : b.results(op->getO());
}

} // namespace

void mlir::dsv4::addTensorCastAttentionHandlers(HandlerTable &table) {
  table["torch.tensor_cast.apply_rope_inplace"] = convertApplyRope;
  table["torch.tensor_cast.compressor"] = convertCompressor;
  table["torch.tensor_cast.quant_lightning_indexer"] = convertIndexer;
  table["torch.tensor_cast.scatter_nd_update_mla"] = convertScatter;
  table["torch.tensor_cast.sparse_attn_sharedkv"] = convertSparseAttention;
}

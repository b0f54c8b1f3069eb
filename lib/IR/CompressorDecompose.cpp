//===- CompressorDecompose.cpp - The meaning of the compressor ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DecomposeFormulas.h"
#include "Requests.h"
#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// The decomposition of one op, step by step. In all tensors `b` is the request,
/// `i` the row of the call, `j` the slot of a row, `c` a channel.
class CompressorDecomposition {
public:
  CompressorDecomposition(CompressorOp op, OpBuilder &builder)
      : op(op), b(builder, op.getLoc(), 0),
        requests(b, op.getOperationName(), op.getStartPos(), op.getQueryLens(), op.getX()), ratio(op.getRatio()),
        overlap(op.getOverlap()), width(op.getNorm().getType().getDimSize(0)), slotsPerRow(overlap ? 2 * ratio : ratio),
        cosine(op.getCos()), sine(op.getSin()) {}

  SmallVector<Value> run();

private:
  Value project(Value weight);
  Value addPositionBias(Value scores);
  Value pooled(Value values, Value scores);
  Value gatherSlots(Value ofCall, Value ofState, double missing);
  void checkTables();
  Value finish(Value rows);
  Value advance(Value state, Value ofCall);

  CompressorOp op;
  EinsumBuilder b;
  Requests requests;
  int64_t ratio;
  bool overlap;
  int64_t width, slotsPerRow;
  /// The tables, of static width.
  Value cosine, sine;
  /// Sizes [B, rows of the call].
  SmallVector<OpFoldResult> rowSizes;
  /// Rows that a request emits in this call, [B].
  Value emitted;
};

/// x * weight^T in f32, a mixed-type contraction: neither operand is widened in memory.
Value CompressorDecomposition::project(Value weight) { return b.contract({op.getX(), "bsd"}, {weight, "cd"}, "bsc"); }

/// scores + ape[position mod ratio].
Value CompressorDecomposition::addPositionBias(Value scores) {
  return b.map("bsc", b.getF32Type(), {{scores, "bsc"}, requests.start()}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    Value slot = remainder(b, plus(b, v[1], loopNumber(b, 1)), ratio);
    Value channel = linalg::IndexOp::create(b, 2);
    Value bias = tensor::ExtractOp::create(b, op.getApe(), ValueRange{toIndex(b, slot), channel});
    return add(b, v[0], bias);
  });
}

/// [B, rows, slots, d]: what slot `j` of row `i` holds, from the tokens of this call or from the state.
Value CompressorDecomposition::gatherSlots(Value ofCall, Value ofState, double missing) {
  SmallVector<OpFoldResult> sizes(rowSizes);
  sizes.append({b.getIndexAttr(slotsPerRow), b.getIndexAttr(width)});
  Value tokens = toI32(b, tensor::DimOp::create(b, op.getX(), 1));
  int64_t currentWindow = overlap ? ratio : 0;
  return b.map("bijc", sizes, b.getF32Type(), {requests.start()}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
    Value start = v[0], row = loopNumber(b, 1), slot = loopNumber(b, 2);
    Value request = linalg::IndexOp::create(b, 0), channel = linalg::IndexOp::create(b, 3);
    Value window = quotient(b, start, ratio);
    // Slot 0 of row t belongs to position t * ratio, with overlap to (t - 1) * ratio.
    Value first = times(b, plus(b, window, row), integer(b, ratio));
    if (overlap)
      first = minus(b, first, integer(b, ratio));
    Value position = plus(b, first, slot);
    if (overlap) {
      // The first half of the channels serves the next row, the second half the own one.
      Value isOwn = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, slot, integer(b, ratio));
      Value second = arith::AddIOp::create(b, channel, arith::ConstantIndexOp::create(b, width));
      channel = select(b, isOwn, second, channel);
    }
    Value isOfCall = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, position, start);
    auto fromCall = scf::IfOp::create(
        b, isOfCall,
        [&](OpBuilder &nested, Location loc) {
          ImplicitLocOpBuilder b(loc, nested);
          // Rows that are not complete reach beyond the tokens; they are masked later.
          Value token = clampIndex(b, minus(b, position, start), tokens);
          Value x = tensor::ExtractOp::create(b, ofCall, ValueRange{request, toIndex(b, token), channel});
          scf::YieldOp::create(b, x);
        },
        [&](OpBuilder &nested, Location loc) {
          ImplicitLocOpBuilder b(loc, nested);
          // A cached token lies in the current window, or (with overlap) in the one before it.
          Value inWindow = remainder(b, arith::MaxSIOp::create(b, position, integer(b, 0)), ratio);
          Value isCurrent =
              arith::CmpIOp::create(b, arith::CmpIPredicate::sge, position, times(b, window, integer(b, ratio)));
          Value stateRow = select(b, isCurrent, plus(b, inWindow, integer(b, currentWindow)), inWindow);
          Value x = tensor::ExtractOp::create(b, ofState, ValueRange{request, toIndex(b, stateRow), channel});
          Value exists = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, position, integer(b, 0));
          scf::YieldOp::create(b, select(b, exists, x, constant(b, missing)));
        });
    return fromCall.getResult(0);
  });
}

/// Softmax over the slots, per channel, and the weighted sum: [B, rows, d] in f32. 0 in rows that are not emitted.
Value CompressorDecomposition::pooled(Value values, Value scores) {
  Type f32 = b.getF32Type();
  float lowest = -std::numeric_limits<float>::infinity();
  Value slotValues = gatherSlots(values, op.getKvState(), 0.0);
  Value slotScores = gatherSlots(scores, op.getScoreState(), lowest);
  Value maximum =
      b.reduce("bic", b.getF32FloatAttr(lowest), {{slotScores, "bijc"}},
               [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return arith::MaximumFOp::create(b, v[1], v[0]); });
  // An emitted row has its own tokens, so its maximum is finite; the others may hold only -infinity.
  Value weights =
      b.map("bijc", f32, {{slotScores, "bijc"}, {maximum, "bic"}}, [](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        return math::ExpOp::create(b, subtract(b, v[0], v[1]));
      });
  Value total = sum(b, "bic", {weights, "bijc"});
  Value weighted =
      b.reduce("bic", b.getF32FloatAttr(0.0f), {{weights, "bijc"}, {slotValues, "bijc"}},
               [](ImplicitLocOpBuilder &b, ValueRange v) { return add(b, v[2], multiply(b, v[0], v[1])); });
  return b.map("bic", f32, {{weighted, "bic"}, {total, "bic"}, {emitted, "b"}},
               [](ImplicitLocOpBuilder &b, ValueRange v) {
                 Value isEmitted = less(b, loopNumber(b, 1), v[2]);
                 return select(b, isEmitted, divide(b, v[0], v[1]), constant(b, 0.0));
               });
}

/// Stops the program when the tables lack entries for rows of the call.
void CompressorDecomposition::checkTables() {
  shareStaticSize(b, {{cosine, -1}, {sine, -1}});
  auto check = [&](Value holds, StringRef what) {
    cf::AssertOp::create(b, holds, (op.getOperationName() + ": " + what).str());
  };
  RankedTensorType type = cast<RankedTensorType>(cosine.getType());
  if (type.getRank() == 3) {
    // With static sizes the verifier has compared the two.
    if (auto rows = dyn_cast<Value>(rowSizes[1]))
      check(arith::CmpIOp::create(b, arith::CmpIPredicate::eq, tensor::DimOp::create(b, cosine, 1), rows),
            "dimension 1 of cos is not ceil(S / ratio)");
    return;
  }
  Value last = b.reduce("", b.getI32IntegerAttr(0), {requests.start(), {emitted, "b"}},
                        [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                          Value row = minus(b, plus(b, quotient(b, v[0], ratio), v[1]), integer(b, 1));
                          Value position =
                              select(b, less(b, integer(b, 0), v[1]), times(b, row, integer(b, ratio)), integer(b, 0));
                          return arith::MaxSIOp::create(b, v[2], position);
                        });
  Value positions = toI32(b, tensor::DimOp::create(b, cosine, 0));
  check(less(b, tensor::ExtractOp::create(b, last, ValueRange()), positions), "cos and sin have too few positions");
}

/// Norm, rotation and rounding of pooled rows.
Value CompressorDecomposition::finish(Value rows) {
  Type f32 = b.getF32Type(), element = op.getX().getType().getElementType();
  Value x = b.cast(b.cast(rows, element), f32);
  Value inv = reciprocalRms(b, "bi", {sumOfSquares(b, "bi", {x, "bic"}), "bi"}, b.sizeAsF32(x, {-1}), op.getNormEps());
  Value normed =
      b.map("bic", f32, {{x, "bic"}, {inv, "bi"}, {b.cast(op.getNorm(), f32), "c"}},
            [](ImplicitLocOpBuilder &b, ValueRange v) { return multiply(b, v[2], multiply(b, v[0], v[1])); });
  Value result = b.cast(normed, element);

  // Tables by position are read at the position of the row's first token.
  auto byRow = [&](Value table) -> Value {
    auto type = cast<RankedTensorType>(table.getType());
    if (type.getRank() == 3)
      return table;
    SmallVector<OpFoldResult> sizes(rowSizes);
    sizes.push_back(b.getIndexAttr(type.getShape().back()));
    Value positions = toI32(b, tensor::DimOp::create(b, table, 0));
    return b.map("biq", sizes, f32, {requests.start()}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
      Value row = plus(b, quotient(b, v[0], ratio), loopNumber(b, 1));
      Value position = clampIndex(b, times(b, row, integer(b, ratio)), positions);
      Value pair = linalg::IndexOp::create(b, 2);
      return tensor::ExtractOp::create(b, table, ValueRange{toIndex(b, position), pair});
    });
  };
  // `rotate` calls the pair `i`; here `i` is the row, so the dimensions are renamed.
  result = rotate(b, result, "brc", {byRow(cosine), "bri"}, {byRow(sine), "bri"}, /*inverse=*/false);

  switch (op.getQuant()) {
  case CompressorQuant::None:
    break;
  case CompressorQuant::Fp8Nope: {
    int64_t rotated = 2 * cast<RankedTensorType>(cosine.getType()).getShape().back();
    if (rotated == width)
      break;
    Value nope = b.sliceLast(result, 0, width - rotated);
    Value rounded = quantize(b, nope, 64, Float8E4M3FNType::get(b.getContext()))[2];
    result = b.insertLast(rounded, result, 0);
    break;
  }
  case CompressorQuant::Fp4Rotated:
    result = quantize(b, hadamardTransform(b, result), 32, Float4E2M1FNType::get(b.getContext()))[2];
    break;
  }
  // Rows that are not emitted are 0 whatever the rounding made of them.
  return b.map("bic", element, {{result, "bic"}, {emitted, "b"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    Value zero = arith::ConstantOp::create(b, b.getFloatAttr(element, 0.0));
    return select(b, less(b, loopNumber(b, 1), v[1]), v[0], zero);
  });
}

/// The state after the tokens of the call, token by token and in place: a row is written, and a full window moves to
/// the rows of the previous one. Tokens before the last two windows leave no trace and are skipped.
Value CompressorDecomposition::advance(Value state, Value ofCall) {
  Value zero = b.index(0), one = b.index(1);
  Value batch = tensor::DimOp::create(b, op.getX(), 0);
  int64_t channels = overlap ? 2 * width : width;
  // Tokens are counted in an i32, which a large ratio exceeds.
  int64_t traced = std::min<int64_t>(2 * ratio, std::numeric_limits<int32_t>::max());
  int64_t currentWindow = overlap ? ratio : 0;
  auto overRequests = scf::ForOp::create(
      b, zero, batch, one, ValueRange(state), [&](OpBuilder &nested, Location loc, Value request, ValueRange outer) {
        ImplicitLocOpBuilder b(loc, nested);
        Value start = tensor::ExtractOp::create(b, op.getStartPos(), request);
        Value length = tensor::ExtractOp::create(b, op.getQueryLens(), request);
        Value first = arith::MaxSIOp::create(b, minus(b, length, integer(b, traced)), integer(b, 0));
        auto overTokens = scf::ForOp::create(
            b, toIndex(b, first), toIndex(b, length), one, outer,
            [&](OpBuilder &nested, Location loc, Value token, ValueRange inner) {
              ImplicitLocOpBuilder b(loc, nested);
              Value inWindow = remainder(b, plus(b, start, toI32(b, token)), ratio);
              OpFoldResult unit = b.getIndexAttr(1), begin = b.getIndexAttr(0), all = b.getIndexAttr(channels);
              SmallVector<OpFoldResult> strides(3, unit), rowSize = {unit, unit, all};
              SmallVector<OpFoldResult> from = {request, token, begin};
              SmallVector<OpFoldResult> to = {request, toIndex(b, plus(b, inWindow, integer(b, currentWindow))), begin};
              Value row = tensor::ExtractSliceOp::create(b, ofCall, from, rowSize, strides);
              Value written = tensor::InsertSliceOp::create(b, row, inner[0], to, rowSize, strides);
              if (overlap) {
                Value isLast = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, inWindow, integer(b, ratio - 1));
                auto move = scf::IfOp::create(
                    b, isLast,
                    [&](OpBuilder &nested, Location loc) {
                      ImplicitLocOpBuilder b(loc, nested);
                      SmallVector<OpFoldResult> windowSize = {unit, b.getIndexAttr(ratio), all};
                      SmallVector<OpFoldResult> current = {request, b.getIndexAttr(ratio), begin};
                      SmallVector<OpFoldResult> previous = {request, begin, begin};
                      Value window = tensor::ExtractSliceOp::create(b, written, current, windowSize, strides);
                      Value moved = tensor::InsertSliceOp::create(b, window, written, previous, windowSize, strides);
                      scf::YieldOp::create(b, moved);
                    },
                    [&](OpBuilder &nested, Location loc) { scf::YieldOp::create(nested, loc, written); });
                written = move.getResult(0);
              }
              scf::YieldOp::create(b, written);
            });
        scf::YieldOp::create(b, overTokens.getResults());
      });
  return overRequests.getResult(0);
}

SmallVector<Value> CompressorDecomposition::run() {
  // Rows of the call: ceil(S / ratio).
  rowSizes = {tensor::getMixedSize(b, b.getLoc(), op.getX(), 0)};
  RankedTensorType type = op.getX().getType();
  if (type.isDynamicDim(1)) {
    Value tokens = tensor::DimOp::create(b, op.getX(), 1);
    rowSizes.push_back(Value(arith::CeilDivSIOp::create(b, tokens, b.index(ratio))));
  } else {
    rowSizes.push_back(b.getIndexAttr(llvm::divideCeil(type.getDimSize(1), ratio)));
  }
  emitted =
      b.map("b", b.getI32Type(), {requests.start(), requests.length()}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
        return minus(b, quotient(b, plus(b, v[0], v[1]), ratio), quotient(b, v[0], ratio));
      });
  checkTables();

  Value values = project(op.getWkv()), scores = addPositionBias(project(op.getWgate()));
  Value rows = finish(pooled(values, scores));
  Value slots = b.map("bi", rowSizes, b.getI32Type(), {requests.start(), {emitted, "b"}},
                      [&](ImplicitLocOpBuilder &b, ValueRange v) {
                        Value row = loopNumber(b, 1);
                        return select(b, less(b, row, v[1]), plus(b, quotient(b, v[0], ratio), row), integer(b, -1));
                      });
  return {rows, slots, advance(op.getKvState(), values), advance(op.getScoreState(), scores)};
}

} // namespace

FailureOr<SmallVector<Value>> CompressorOp::decomposeOperation(OpBuilder &builder) {
  return CompressorDecomposition(*this, builder).run();
}

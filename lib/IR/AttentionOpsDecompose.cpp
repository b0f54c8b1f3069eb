//===- AttentionOpsDecompose.cpp - The meaning of the attention ops -------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Like DSV4OpsDecompose.cpp: one function per op, formulas in ODS.
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

//===----------------------------------------------------------------------===//
// Rotary positions
//===----------------------------------------------------------------------===//

/// The frequencies of `rope_table`, rounded to f32 once.
static SmallVector<float> ropeFrequencies(RopeTableOp op) {
  int64_t dim = op.getRopeDim();
  double theta = op.getTheta().convertToDouble(), factor = op.getYarnFactor().convertToDouble();
  auto channelOf = [&](double rotations) {
    return dim * std::log(op.getOriginalLength() / (2 * M_PI * rotations)) / (2 * std::log(theta));
  };
  double low = std::floor(channelOf(op.getBetaFast().convertToDouble()));
  double high = std::ceil(channelOf(op.getBetaSlow().convertToDouble()));
  low = std::clamp<double>(low, 0, dim - 1);
  high = std::clamp<double>(high, 0, dim - 1);
  SmallVector<float> frequencies;
  for (int64_t i = 0; i < dim / 2; ++i) {
    double frequency = std::pow(theta, -2.0 * i / dim);
    if (factor > 1.0) {
      double ramp = high > low ? std::clamp((i - low) / (high - low), 0.0, 1.0) : (i > high ? 1.0 : 0.0);
      frequency = frequency / factor * ramp + frequency * (1 - ramp);
    }
    frequencies.push_back(frequency);
  }
  return frequencies;
}

FailureOr<SmallVector<Value>> RopeTableOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getPositions().getType().getRank());
  SmallVector<float> values = ropeFrequencies(*this);
  auto type = RankedTensorType::get({int64_t(values.size())}, b.getF32Type());
  Value frequencies = arith::ConstantOp::create(b, DenseElementsAttr::get(type, ArrayRef<float>(values)));
  // The angle is a product of f32 numbers, as in the model.
  Value angle = b.map("...i", b.getF32Type(), {{getPositions(), "..."}, {frequencies, "i"}},
                      [](ImplicitLocOpBuilder &b, ValueRange v) {
                        return multiply(b, arith::SIToFPOp::create(b, b.getF32Type(), v[0]), v[1]);
                      });
  Value cosine = b.map("...i", b.getF32Type(), {{angle, "...i"}},
                       [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return math::CosOp::create(b, v[0]); });
  Value sine = b.map("...i", b.getF32Type(), {{angle, "...i"}},
                     [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return math::SinOp::create(b, v[0]); });
  return SmallVector<Value>{cosine, sine, frequencies};
}

Value mlir::dsv4::rotate(EinsumBuilder &b, Value x, StringRef dims, Term cosine, Term sine, bool inverse) {
  auto type = cast<RankedTensorType>(x.getType());
  int64_t width = type.getShape().back();
  auto table = cast<RankedTensorType>(cosine.tensor.getType());
  int64_t rotated = 2 * table.getShape().back();
  Type f32 = b.getF32Type();

  Value tail = b.cast(b.sliceLast(x, width - rotated, rotated), f32);
  Value pairs = b.splitLast(tail, rotated / 2, 2);
  // The pair (2i, 2i + 1) lies in the last two dimensions, `i` and `p`.
  std::string all = (dims.drop_back() + "ip").str(), half = (dims.drop_back() + "i1").str();
  Term even{b.sliceLast(pairs, 0, 1), half}, odd{b.sliceLast(pairs, 1, 1), half};
  int64_t last = cast<RankedTensorType>(pairs.getType()).getRank() - 1;
  SmallVector<OpFoldResult> pairSizes = tensor::getMixedSizes(b, b.getLoc(), pairs);
  Value turned =
      b.map(all, pairSizes, f32, {even, odd, cosine, sine}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        Value s = inverse ? Value(arith::NegFOp::create(b, v[3])) : v[3];
        Value real = subtract(b, multiply(b, v[0], v[2]), multiply(b, v[1], s));
        Value imaginary = add(b, multiply(b, v[0], s), multiply(b, v[1], v[2]));
        Value isReal = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, linalg::IndexOp::create(b, last),
                                             arith::ConstantIndexOp::create(b, 0));
        return select(b, isReal, real, imaginary);
      });
  Value rounded = b.cast(b.mergeLast(turned), type.getElementType());
  return rotated == width ? rounded : b.insertLast(rounded, x, width - rotated);
}

FailureOr<SmallVector<Value>> RopeOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 0);
  StringRef dims = getX().getType().getRank() == 4 ? "bshd" : "bsd";
  StringRef table = getCos().getType().getRank() == 2 ? "si" : "bsi";
  Value cosine = getCos(), sine = getSin();
  shareStaticSize(b, {{cosine, -1}, {sine, -1}});
  return SmallVector<Value>{rotate(b, getX(), dims, {cosine, table}, {sine, table}, getInverse())};
}

//===----------------------------------------------------------------------===//
// Index lists and slots
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<Value>> WindowIndicesOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 0);
  Requests requests(b, getOperationName(), getStartPos(), getQueryLens(), getTokens());
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, getLoc(), getTokens());
  sizes.push_back(b.getIndexAttr(getWindow()));
  int64_t window = getWindow(), callBegin = getCallOffset().value_or(window);
  if (getRows() == WindowRows::Appended && getTokens().getType().isDynamicDim(1))
    requests.checkLargest(b, toI32(b, tensor::DimOp::create(b, getTokens(), 1)), callBegin);
  Value indices =
      b.map("bsw", sizes, b.getI32Type(), {requests.start(), requests.length()},
            [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
              Value start = v[0], token = loopNumber(b, 1), position = plus(b, start, token);
              Value first = arith::MaxSIOp::create(b, minus(b, position, integer(b, window - 1)), integer(b, 0));
              Value seen = plus(b, first, loopNumber(b, 2));
              Value isSeen =
                  both(b, arith::CmpIOp::create(b, arith::CmpIPredicate::sle, seen, position), less(b, token, v[1]));
              Value inCall = minus(b, seen, start), slot = remainder(b, seen, window), isCached = less(b, seen, start);
              Value row;
              switch (getRows()) {
              case WindowRows::Appended:
                row = select(b, isCached, slot, plus(b, inCall, integer(b, callBegin)));
                break;
              case WindowRows::Ring:
                row = slot;
                break;
              case WindowRows::Call:
                row = select(b, isCached, integer(b, -1), inCall);
                break;
              }
              return select(b, isSeen, row, integer(b, -1));
            });
  return SmallVector<Value>{indices};
}

/// In a body whose loops 0 and 1 are `b` and `s`: how many compressed rows the query sees, 0 for padding.
static Value visibleRows(ImplicitLocOpBuilder &b, Value start, Value length, int64_t ratio) {
  Value token = loopNumber(b, 1);
  Value rows = quotient(b, plus(b, plus(b, start, token), integer(b, 1)), ratio);
  return select(b, less(b, token, length), rows, integer(b, 0));
}

FailureOr<SmallVector<Value>> CompressIndicesOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 0);
  Requests requests(b, getOperationName(), getStartPos(), getQueryLens(), getTokens());
  int64_t ratio = getRatio(), offset = getOffset();
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, getLoc(), getTokens());
  Value rows = requests.mostRows(b, ratio);
  requests.checkLargest(b, rows, offset);
  sizes.push_back(requests.asDimension(b, rows, getIndices().getType().getDimSize(2), "dimension 2 of indices"));
  Value indices = b.map("bst", sizes, b.getI32Type(), {requests.start(), requests.length()},
                        [&](ImplicitLocOpBuilder &b, ValueRange v) {
                          Value row = loopNumber(b, 2);
                          Value isVisible = less(b, row, visibleRows(b, v[0], v[1], ratio));
                          return select(b, isVisible, plus(b, row, integer(b, offset)), integer(b, -1));
                        });
  return SmallVector<Value>{indices};
}

FailureOr<SmallVector<Value>> RingSlotsOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 0);
  Requests requests(b, getOperationName(), getStartPos(), getQueryLens(), getTokens());
  int64_t window = getWindow();
  Value slots = b.map("bs", tensor::getMixedSizes(b, getLoc(), getTokens()), b.getI32Type(),
                      {requests.start(), requests.length()}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
                        Value token = loopNumber(b, 1);
                        Value slot = remainder(b, plus(b, v[0], token), window);
                        Value oldest = minus(b, v[1], integer(b, window));
                        Value stays = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, token, oldest);
                        return select(b, both(b, stays, less(b, token, v[1])), slot, integer(b, -1));
                      });
  return SmallVector<Value>{slots};
}

FailureOr<SmallVector<Value>> ScatterNdUpdateMlaOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 0);
  Value capacity = toI32(b, tensor::DimOp::create(b, getCache(), 1));
  checkRange(b, getSlots(), std::numeric_limits<int32_t>::min(), capacity,
             getOperationName() + ": a slot is beyond the rows of the cache");
  // In place and in order: a later row with the same slot wins.
  Value zero = b.index(0), one = b.index(1);
  Value batch = tensor::DimOp::create(b, getRows(), 0), count = tensor::DimOp::create(b, getRows(), 1);
  OpFoldResult width = tensor::getMixedSize(b, getLoc(), getRows(), 2);
  auto overRequests = scf::ForOp::create(
      b, zero, batch, one, ValueRange(getCache()),
      [&](OpBuilder &nested, Location loc, Value request, ValueRange outer) {
        ImplicitLocOpBuilder b(loc, nested);
        auto overRows = scf::ForOp::create(
            b, zero, count, one, outer, [&](OpBuilder &nested, Location loc, Value row, ValueRange cache) {
              ImplicitLocOpBuilder b(loc, nested);
              Value slot = tensor::ExtractOp::create(b, getSlots(), ValueRange{request, row});
              Value isWritten = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, slot, integer(b, 0));
              auto write = scf::IfOp::create(
                  b, isWritten,
                  [&](OpBuilder &nested, Location loc) {
                    ImplicitLocOpBuilder b(loc, nested);
                    OpFoldResult unit = b.getIndexAttr(1), begin = b.getIndexAttr(0);
                    SmallVector<OpFoldResult> sizes = {unit, unit, width}, strides(3, unit);
                    SmallVector<OpFoldResult> from = {request, row, begin}, to = {request, toIndex(b, slot), begin};
                    Value source = tensor::ExtractSliceOp::create(b, getRows(), from, sizes, strides);
                    Value updated = tensor::InsertSliceOp::create(b, source, cache[0], to, sizes, strides);
                    scf::YieldOp::create(b, updated);
                  },
                  [&](OpBuilder &nested, Location loc) { scf::YieldOp::create(nested, loc, cache); });
              scf::YieldOp::create(b, write.getResults());
            });
        scf::YieldOp::create(b, overRows.getResults());
      });
  return SmallVector<Value>(overRequests.getResults());
}

//===----------------------------------------------------------------------===//
// Lightning indexer
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<Value>> IndexerScoresOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 0);
  Requests requests(b, getOperationName(), getStartPos(), getQueryLens(), getQ());
  int64_t ratio = getRatio();
  Type f32 = b.getF32Type();

  // Only rows that a request has are scored: a step's time must not depend on the capacity of the cache.
  Value rows = requests.mostRows(b, ratio);
  Value capacity = toI32(b, tensor::DimOp::create(b, getKeys(), 1));
  cf::AssertOp::create(b, arith::CmpIOp::create(b, arith::CmpIPredicate::sle, rows, capacity),
                       (getOperationName() + ": a request has more compressed rows than keys").str());
  OpFoldResult width = requests.asDimension(b, rows, getScores().getType().getDimSize(2), "dimension 2 of scores");
  SmallVector<OpFoldResult> keySizes = tensor::getMixedSizes(b, getLoc(), getKeys());
  keySizes[1] = requests.asDimension(b, rows, ShapedType::kDynamic, "");
  Value keys = b.slice(getKeys(), SmallVector<OpFoldResult>(3, b.getIndexAttr(0)), keySizes);

  Value products = b.contract({getQ(), "bshd"}, {keys, "btd"}, "bsht");
  Value weights = b.cast(getWeights(), f32);
  Value sums = b.reduce("bst", b.getF32FloatAttr(0.0f), {{products, "bsht"}, {weights, "bsh"}},
                        [](ImplicitLocOpBuilder &b, ValueRange v) {
                          Value positive = arith::MaximumFOp::create(b, v[0], constant(b, 0.0));
                          return add(b, v[2], multiply(b, positive, v[1]));
                        });
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, getLoc(), getQ());
  sizes.pop_back();
  sizes.back() = width;
  // A static width may be wider than the rows there are: read by index, inside of them.
  Value scores = b.map(
      "bst", sizes, f32, {requests.start(), requests.length()}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        SmallVector<Value> position;
        for (int64_t i = 0; i < 3; ++i)
          position.push_back(linalg::IndexOp::create(b, i));
        Value has = quotient(b, plus(b, v[0], v[1]), ratio);
        Value isComputed = both(b, less(b, toI32(b, position[2]), has), less(b, toI32(b, position[1]), v[1]));
        auto read = scf::IfOp::create(
            b, isComputed,
            [&](OpBuilder &nested, Location loc) {
              ImplicitLocOpBuilder b(loc, nested);
              scf::YieldOp::create(b, ValueRange(tensor::ExtractOp::create(b, sums, position)));
            },
            [&](OpBuilder &nested, Location loc) {
              ImplicitLocOpBuilder b(loc, nested);
              scf::YieldOp::create(b, constant(b, 0.0));
            });
        return read.getResult(0);
      });
  return SmallVector<Value>{b.cast(scores, getQ().getType().getElementType())};
}

FailureOr<SmallVector<Value>> IndexerTopKOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 0);
  Requests requests(b, getOperationName(), getStartPos(), getQueryLens(), getScores());
  int64_t ratio = getRatio(), offset = getOffset(), limit = getTopkLimit();
  Type i32 = b.getI32Type();
  Value scores = b.cast(getScores(), b.getF32Type());
  Value rows = toI32(b, tensor::DimOp::create(b, getScores(), 2));
  requests.checkLargest(b, rows, offset);

  SmallVector<OpFoldResult> perQuery = tensor::getMixedSizes(b, getLoc(), getScores());
  perQuery.pop_back();
  // Rows a query sees, but not more than there are scores; and how many of them are taken.
  Value visible = b.map("bs", perQuery, i32, {requests.start(), requests.length()},
                        [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                          return arith::MinSIOp::create(b, visibleRows(b, v[0], v[1], ratio), rows);
                        });
  Value taken = b.map("bs", i32, {{visible, "bs"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
    return arith::MinSIOp::create(b, v[0], integer(b, limit));
  });

  // Unsigned keys in the order of the scores: the sign bit of positive floats is set, negative ones are
  // complemented; 0 is left for NaN.
  Value keys = b.map("bst", i32, {{scores, "bst"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    // -0 and +0 are equal scores: adding +0 makes both +0.
    Value score = add(b, v[0], constant(b, 0.0));
    Value bits = arith::BitcastOp::create(b, b.getI32Type(), score);
    Value isNegative = less(b, bits, integer(b, 0));
    Value ordered = select(b, isNegative, arith::XOrIOp::create(b, bits, integer(b, -1)),
                           arith::XOrIOp::create(b, bits, integer(b, std::numeric_limits<int32_t>::min())));
    Value isNan = arith::CmpFOp::create(b, arith::CmpFPredicate::UNO, score, score);
    return select(b, isNan, integer(b, 0), ordered);
  });

  // The key of the last row taken, bit by bit: a bit is set if enough keys are that large.
  auto countKeys = [&](EinsumBuilder &b, Value threshold, arith::CmpIPredicate predicate) {
    return b.reduce("bs", b.getI32IntegerAttr(0), {{keys, "bst"}, {threshold, "bs"}, {visible, "bs"}},
                    [&](ImplicitLocOpBuilder &b, ValueRange v) {
                      Value isLarge = arith::CmpIOp::create(b, predicate, v[0], v[1]);
                      Value counts = both(b, isLarge, less(b, loopNumber(b, 2), v[2]));
                      return plus(b, v[3], arith::ExtUIOp::create(b, b.getI32Type(), counts));
                    });
  };
  Value none = b.filled(perQuery, b.getI32IntegerAttr(0));
  auto search = scf::ForOp::create(
      b, b.index(0), b.index(32), b.index(1), ValueRange(none),
      [&](OpBuilder &nested, Location loc, Value step, ValueRange state) {
        EinsumBuilder b(nested, loc, 0);
        Value shift = minus(b, integer(b, 31), toI32(b, step));
        Value bit = arith::ShLIOp::create(b, integer(b, 1), shift);
        Value candidate = b.map("bs", i32, {{state[0], "bs"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
          return arith::OrIOp::create(b, v[0], bit);
        });
        Value count = countKeys(b, candidate, arith::CmpIPredicate::uge);
        Value next = b.update({state[0], "bs"}, {{candidate, "bs"}, {count, "bs"}, {taken, "bs"}},
                              [&](ImplicitLocOpBuilder &b, ValueRange v) {
                                Value enough = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, v[1], v[2]);
                                return select(b, enough, v[0], v[3]);
                              });
        scf::YieldOp::create(b, next);
      });
  Value threshold = search.getResult(0);
  Value larger = countKeys(b, threshold, arith::CmpIPredicate::ugt);

  // Rows above the threshold, and as many equal ones as are missing, in the order of rows.
  SmallVector<OpFoldResult> sizes(perQuery);
  if (getScores().getType().isDynamicDim(2))
    sizes.push_back(requests.asDimension(b, arith::MinSIOp::create(b, rows, integer(b, limit)),
                                         getIndices().getType().getDimSize(2), "dimension 2 of indices"));
  else
    sizes.push_back(b.getIndexAttr(std::min(getScores().getType().getDimSize(2), limit)));
  Value indices = b.filled(sizes, b.getI32IntegerAttr(-1));
  Value zero = b.index(0), one = b.index(1);
  Value batch = tensor::DimOp::create(b, getScores(), 0), tokens = tensor::DimOp::create(b, getScores(), 1);
  auto overRequests = scf::ForOp::create(
      b, zero, batch, one, ValueRange(indices), [&](OpBuilder &nested, Location loc, Value request, ValueRange outer) {
        ImplicitLocOpBuilder b(loc, nested);
        auto overTokens = scf::ForOp::create(
            b, zero, tokens, one, outer, [&](OpBuilder &nested, Location loc, Value token, ValueRange inner) {
              ImplicitLocOpBuilder b(loc, nested);
              SmallVector<Value> query = {request, token};
              auto perQueryValue = [&](Value tensor) -> Value { return tensor::ExtractOp::create(b, tensor, query); };
              Value last = perQueryValue(threshold), wanted = perQueryValue(taken);
              Value equalWanted = minus(b, wanted, perQueryValue(larger));
              Value seen = toIndex(b, perQueryValue(visible));
              auto overRows = scf::ForOp::create(
                  b, zero, seen, one, ValueRange{inner[0], integer(b, 0), equalWanted},
                  [&](OpBuilder &nested, Location loc, Value row, ValueRange state) {
                    ImplicitLocOpBuilder b(loc, nested);
                    Value key = tensor::ExtractOp::create(b, keys, ValueRange{request, token, row});
                    Value isLarger = arith::CmpIOp::create(b, arith::CmpIPredicate::ugt, key, last);
                    Value isEqual = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, key, last);
                    Value hasRoom = arith::CmpIOp::create(b, arith::CmpIPredicate::sgt, state[2], integer(b, 0));
                    Value isTie = both(b, isEqual, hasRoom);
                    Value isTaken = both(b, arith::OrIOp::create(b, isLarger, isTie), less(b, state[1], wanted));
                    auto write = scf::IfOp::create(
                        b, isTaken,
                        [&](OpBuilder &nested, Location loc) {
                          ImplicitLocOpBuilder b(loc, nested);
                          Value entry = plus(b, toI32(b, row), integer(b, offset));
                          Value updated = tensor::InsertOp::create(b, entry, state[0],
                                                                   ValueRange{request, token, toIndex(b, state[1])});
                          scf::YieldOp::create(b, updated);
                        },
                        [&](OpBuilder &nested, Location loc) { scf::YieldOp::create(nested, loc, state[0]); });
                    auto asNumber = [&](Value flag) -> Value {
                      return arith::ExtUIOp::create(b, b.getI32Type(), flag);
                    };
                    Value written = plus(b, state[1], asNumber(isTaken));
                    Value tiesLeft = minus(b, state[2], asNumber(both(b, isTie, isTaken)));
                    scf::YieldOp::create(b, ValueRange{write.getResult(0), written, tiesLeft});
                  });
              scf::YieldOp::create(b, overRows.getResult(0));
            });
        scf::YieldOp::create(b, overTokens.getResults());
      });
  return SmallVector<Value>(overRequests.getResults());
}

FailureOr<SmallVector<Value>> QuantLightningIndexerOp::decomposeOperation(OpBuilder &builder) {
  ImplicitLocOpBuilder b(getLoc(), builder);
  RankedTensorType q = getQ().getType();
  SmallVector<int64_t> shape = {q.getDimSize(0), q.getDimSize(1), ShapedType::kDynamic};
  Value scores = IndexerScoresOp::create(b, RankedTensorType::get(shape, q.getElementType()), getQ(), getKeys(),
                                         getWeights(), getStartPos(), getQueryLens(), getRatioAttr());
  // A static width of the result is one of padding: the top-k pads to it.
  Value indices = IndexerTopKOp::create(b, getIndices().getType(), scores, getStartPos(), getQueryLens(),
                                        getTopkLimitAttr(), getRatioAttr(), getOffsetAttr());
  return SmallVector<Value>{indices};
}

//===----------------------------------------------------------------------===//
// Sparse attention
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<Value>> SparseAttnSharedkvOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 0);
  Type f32 = b.getF32Type(), element = getQ().getType().getElementType();
  double scale = getSoftmaxScale().convertToDouble();

  // Where each tensor of the list begins.
  SmallVector<Value> begins, ends;
  Value total = integer(b, 0);
  for (Value kv : getKvList()) {
    begins.push_back(total);
    total = plus(b, total, toI32(b, tensor::DimOp::create(b, kv, 1)));
    ends.push_back(total);
  }
  checkRange(b, getIndices(), -1, total, getOperationName() + ": an index is outside of [-1, rows of the list)");

  // Channel `channel` of a row, read from the tensor that has it; 0 for -1. Nothing is gathered or concatenated.
  auto readRow = [&](ImplicitLocOpBuilder &b, Value row, int64_t channelLoop) {
    Value value = constant(b, 0.0);
    Value request = linalg::IndexOp::create(b, 0), channel = linalg::IndexOp::create(b, channelLoop);
    for (auto [kv, begin, end] : llvm::zip_equal(getKvList(), begins, ends)) {
      Value tensor = kv, first = begin;
      Value isHere = both(b, arith::CmpIOp::create(b, arith::CmpIPredicate::sge, row, begin), less(b, row, end));
      auto read = scf::IfOp::create(
          b, isHere,
          [&](OpBuilder &nested, Location loc) {
            ImplicitLocOpBuilder b(loc, nested);
            Value local = toIndex(b, minus(b, row, first));
            Value x = tensor::ExtractOp::create(b, tensor, ValueRange{request, local, channel});
            if (element != b.getF32Type())
              x = arith::ExtFOp::create(b, b.getF32Type(), x);
            scf::YieldOp::create(b, x);
          },
          [&](OpBuilder &nested, Location loc) { scf::YieldOp::create(nested, loc, value); });
      value = read.getResult(0);
    }
    return value;
  };

  Value q = b.cast(getQ(), f32);
  Value products = b.reduce(
      "bshm", b.getF32FloatAttr(0.0f), {{q, "bshd"}, {getIndices(), "bsm"}},
      [&](ImplicitLocOpBuilder &b, ValueRange v) { return add(b, v[2], multiply(b, v[0], readRow(b, v[1], 4))); });
  float lowest = -std::numeric_limits<float>::infinity();
  Value scores =
      b.map("bshm", f32, {{products, "bshm"}, {getIndices(), "bsm"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
        return select(b, less(b, v[1], integer(b, 0)), constant(b, lowest), multiply(b, v[0], constant(b, scale)));
      });
  Value maximum =
      b.reduce("bsh", b.getF32FloatAttr(lowest), {{scores, "bshm"}},
               [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return arith::MaximumFOp::create(b, v[1], v[0]); });
  // Without any entry the maximum is -infinity; 0 in its place keeps exp(-inf - m) at 0 and not at NaN.
  Value shift = b.map("bsh", f32, {{maximum, "bsh"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    Value isEmpty = arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, v[0], constant(b, lowest));
    return select(b, isEmpty, constant(b, 0.0), v[0]);
  });
  Value weights =
      b.map("bshm", f32, {{scores, "bshm"}, {shift, "bsh"}}, [](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        return math::ExpOp::create(b, subtract(b, v[0], v[1]));
      });
  Value sums = sum(b, "bsh", {weights, "bshm"});
  Value denominators = b.map("bsh", f32, {{sums, "bsh"}, {getAttnSink(), "h"}, {shift, "bsh"}},
                             [](ImplicitLocOpBuilder &b, ValueRange v) {
                               return add(b, v[0], math::ExpOp::create(b, subtract(b, v[1], v[2])));
                             });
  // The kernels multiply bf16 weights; the denominator keeps f32 ones.
  if (element.isBF16())
    weights = b.cast(b.cast(weights, element), f32);
  Value values = b.reduce("bshd", tensor::getMixedSizes(b, getLoc(), getQ()), b.getF32FloatAttr(0.0f),
                          {{weights, "bshm"}, {getIndices(), "bsm"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
                            return add(b, v[2], multiply(b, v[0], readRow(b, v[1], 3)));
                          });
  Value o = b.map("bshd", f32, {{values, "bshd"}, {denominators, "bsh"}}, [](ImplicitLocOpBuilder &b, ValueRange v) {
    // No entry and a sink of -infinity: 0 / 0, defined as 0.
    Value isZero = arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, v[1], constant(b, 0.0));
    return select(b, isZero, constant(b, 0.0), divide(b, v[0], v[1]));
  });
  return SmallVector<Value>{b.cast(o, element)};
}

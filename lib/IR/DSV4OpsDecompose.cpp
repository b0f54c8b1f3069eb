//===- DSV4OpsDecompose.cpp - The meaning of every op as linalg -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One `decomposeOperation` per op, in the order of the ODS files. The formulas
// stand in the ODS descriptions; comments here say why a form was chosen.
// All arithmetic is f32: operands are widened first and results rounded once.
//
//===----------------------------------------------------------------------===//

#include "DecomposeFormulas.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/HashGate.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

/// scores[..., indices[..., k]]. `indices` are inside the experts.
static Value chosenScores(EinsumBuilder &b, Value scores, Value indices, int64_t leadingRank) {
  return b.map("...k", b.getF32Type(), {{indices, "...k"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    SmallVector<Value> position;
    for (int64_t i = 0; i < leadingRank; ++i)
      position.push_back(linalg::IndexOp::create(b, i));
    position.push_back(arith::IndexCastOp::create(b, b.getIndexType(), v[0]));
    return tensor::ExtractOp::create(b, scores, position);
  });
}

/// The scores of the chosen experts, normalised and scaled.
static Value routingWeights(EinsumBuilder &b, Value chosen, bool normalize, const APFloat &normEps,
                            const APFloat &routeScale) {
  double scale = routeScale.convertToDouble();
  if (!normalize)
    return b.map("...k", b.getF32Type(), {{chosen, "...k"}},
                 [&](ImplicitLocOpBuilder &b, ValueRange v) { return multiply(b, v[0], constant(b, scale)); });
  Value total = sum(b, "...", {chosen, "...k"});
  return b.map("...k", b.getF32Type(), {{chosen, "...k"}, {total, "..."}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    Value denominator = add(b, v[1], constant(b, normEps.convertToDouble()));
    return multiply(b, divide(b, v[0], denominator), constant(b, scale));
  });
}

//===----------------------------------------------------------------------===//
// Hyper-Connections
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<Value>> HcPreInvRmsOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 2);
  Value x = b.cast(getX(), b.getF32Type());
  Value squares = sumOfSquares(b, "...", {x, "...jd"});
  Value inv = reciprocalRms(b, "...1", {squares, "..."}, b.sizeAsF32(x, {-2, -1}), getNormEps());
  return SmallVector<Value>{inv};
}

FailureOr<SmallVector<Value>> HcPreSinkhornOp::decomposeOperation(OpBuilder &builder) {
  RankedTensorType hidden = getHidden().getType();
  EinsumBuilder b(builder, getLoc(), hidden.getRank() - 2);
  Type f32 = b.getF32Type();
  int64_t h = hidden.getDimSize(hidden.getRank() - 2);
  double eps = getHcEps().convertToDouble();
  bool perStream = getHcScale().getType().getRank() == 2;

  // mix * scale + base of part 0 (pre), 1 (post), 2 (comb); dimensions `dims` without the leading ones.
  auto logits = [&](int64_t part, StringRef dims) -> Value {
    int64_t begin = part * h, width = part == 2 ? h * h : h;
    Value mix = b.sliceLast(getMix(), begin, width);
    Term scale{b.at(getHcScale(), part), perStream ? dims.take_front(1) : StringRef()};
    Term base{perStream ? b.at(getHcBase(), part) : b.sliceLast(getHcBase(), begin, width),
              perStream ? dims.take_front(1) : dims};
    if (part == 2) {
      mix = b.splitLast(mix, h, h);
      if (!perStream)
        base.tensor = b.splitLast(base.tensor, h, h);
    }
    std::string all = ("..." + dims).str();
    return b.map(all, f32, {{mix, all}, scale, base},
                 [](ImplicitLocOpBuilder &b, ValueRange v) { return add(b, multiply(b, v[0], v[1]), v[2]); });
  };

  Value pre = b.map("...j", f32, {{logits(0, "j"), "...j"}},
                    [&](ImplicitLocOpBuilder &b, ValueRange v) { return add(b, sigmoid(b, v[0]), constant(b, eps)); });
  Value post = b.map("...j", f32, {{logits(1, "j"), "...j"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    return multiply(b, sigmoid(b, v[0]), constant(b, 2.0));
  });

  // Softmax over k; the row maximum is subtracted, the denominator has no epsilon.
  Value c = logits(2, "jk");
  Value rowMax =
      b.reduce("...j", b.getF32FloatAttr(-std::numeric_limits<float>::infinity()), {{c, "...jk"}},
               [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return arith::MaximumFOp::create(b, v[1], v[0]); });
  Value exponentials =
      b.map("...jk", f32, {{c, "...jk"}, {rowMax, "...j"}}, [](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        return math::ExpOp::create(b, subtract(b, v[0], v[1]));
      });
  Value rowSum = sum(b, "...j", {exponentials, "...jk"});
  Value comb =
      b.map("...jk", f32, {{exponentials, "...jk"}, {rowSum, "...j"}},
            [&](ImplicitLocOpBuilder &b, ValueRange v) { return add(b, divide(b, v[0], v[1]), constant(b, eps)); });

  // Divides by the row sums ("...j") or the column sums ("...k").
  auto normalize = [&](EinsumBuilder &b, Value matrix, StringRef kept) {
    Value total = sum(b, kept, {matrix, "...jk"});
    return b.update({matrix, "...jk"}, {{total, kept}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
      return divide(b, v[1], add(b, v[0], constant(b, eps)));
    });
  };
  comb = normalize(b, comb, "...k");
  if (int64_t rounds = getSinkhornIters() - 1) {
    auto loop = scf::ForOp::create(b, b.index(0), b.index(rounds), b.index(1), ValueRange(comb),
                                   [&](OpBuilder &nested, Location loc, Value, ValueRange state) {
                                     EinsumBuilder body(nested, loc, hidden.getRank() - 2);
                                     Value rows = normalize(body, state[0], "...j");
                                     scf::YieldOp::create(body, normalize(body, rows, "...k"));
                                   });
    comb = loop.getResult(0);
  }

  Value streams = b.cast(getHidden(), f32);
  Value y = b.contract({pre, "...j"}, {streams, "...jd"}, "...d");
  return SmallVector<Value>{b.cast(y, hidden.getElementType()), post, comb};
}

FailureOr<SmallVector<Value>> HcPostOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 1);
  Type f32 = b.getF32Type();
  Value x = b.cast(getX(), f32), residual = b.cast(getResidual(), f32);
  Value written = b.map("...kd", f32, {{getPost(), "...k"}, {x, "...d"}},
                        [](ImplicitLocOpBuilder &b, ValueRange v) { return multiply(b, v[0], v[1]); });
  Value y = b.contract({getComb(), "...jk"}, {residual, "...jd"}, Term{written, "...kd"});
  return SmallVector<Value>{b.cast(y, getX().getType().getElementType())};
}

FailureOr<SmallVector<Value>> HcHeadOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 2);
  Type f32 = b.getF32Type();
  Value x = b.cast(getX(), f32);
  Value inv =
      reciprocalRms(b, "...", {sumOfSquares(b, "...", {x, "...jd"}), "..."}, b.sizeAsF32(x, {-2, -1}), getNormEps());
  Value mix = b.contract({b.mergeLast(x), "...i"}, {getHcFn(), "ji"}, "...j");
  Value pre = b.map("...j", f32, {{mix, "...j"}, {inv, "..."}, {b.at(getHcScale(), 0), ""}, {getHcBase(), "j"}},
                    [&](ImplicitLocOpBuilder &b, ValueRange v) {
                      Value normalized = multiply(b, v[0], v[1]);
                      Value logit = add(b, multiply(b, normalized, v[2]), v[3]);
                      return add(b, sigmoid(b, logit), constant(b, getHcEps().convertToDouble()));
                    });
  Value y = b.contract({pre, "...j"}, {x, "...jd"}, "...d");
  return SmallVector<Value>{b.cast(y, getX().getType().getElementType())};
}

//===----------------------------------------------------------------------===//
// Mixture of experts
//===----------------------------------------------------------------------===//

/// A score function that looks at one logit.
static Value scoresOf(EinsumBuilder &b, StringRef dims, Value logits, ScoringFunction function) {
  return b.map(dims, b.getF32Type(), {{logits, dims}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    return function == ScoringFunction::Sigmoid ? sigmoid(b, v[0]) : sqrtSoftplus(b, v[0]);
  });
}

FailureOr<SmallVector<Value>> GateScoreOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 1);
  // A product of two bf16 is exact in f32: the contraction takes the operands as they are.
  Value z = b.contract({getX(), "...d"}, {getWeight(), "ed"}, "...e");
  if (getScoringFunc() == ScoringFunction::Softmax) {
    auto type = cast<RankedTensorType>(z.getType());
    Value init = tensor::EmptyOp::create(b, tensor::getMixedSizes(b, getLoc(), z), type.getElementType());
    return SmallVector<Value>{
        linalg::SoftmaxOp::create(b, TypeRange(type), z, init, type.getRank() - 1).getResult()[0]};
  }
  return SmallVector<Value>{scoresOf(b, "...e", z, getScoringFunc())};
}

FailureOr<SmallVector<Value>> MoeGatingTopKOp::decomposeOperation(OpBuilder &builder) {
  RankedTensorType type = getScores().getType();
  int64_t leadingRank = type.getRank() - 1, experts = type.getDimSize(leadingRank), topK = getTopK();
  EinsumBuilder b(builder, getLoc(), leadingRank);
  float lowest = -std::numeric_limits<float>::infinity();

  // Selection values; NaN becomes the lowest, so every round below finds an expert.
  SmallVector<Term> terms = {{getScores(), "...e"}};
  if (getBias())
    terms.push_back({getBias(), "e"});
  Value selection = b.map("...e", b.getF32Type(), terms, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
    Value value = v.size() == 2 ? add(b, v[0], v[1]) : Value(v[0]);
    Value isNan = arith::CmpFOp::create(b, arith::CmpFPredicate::UNO, value, value);
    return arith::SelectOp::create(b, isNan, constant(b, lowest), value);
  });

  // One round per expert chosen: the largest value not taken yet, lowest number first. A flag and not
  // a sentinel value marks what is taken, so that rows of minus infinity work too.
  Value taken = b.filled(b.sizes("...e", {{selection, "...e"}}), b.getBoolAttr(false));
  SmallVector<OpFoldResult> indexSizes = b.sizes("...", {{selection, "...e"}});
  indexSizes.push_back(b.getIndexAttr(topK));
  Value indices = b.filled(indexSizes, b.getI32IntegerAttr(0));
  auto loop = scf::ForOp::create(
      b, b.index(0), b.index(topK), b.index(1), ValueRange{taken, indices},
      [&](OpBuilder &nested, Location loc, Value round, ValueRange state) {
        EinsumBuilder b(nested, loc, leadingRank);
        Term value{selection, "...e"}, flag{state[0], "...e"};
        Value largest = b.reduce("...", b.getF32FloatAttr(lowest), {value, flag},
                                 [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                                   Value candidate = arith::SelectOp::create(b, v[1], constant(b, lowest), v[0]);
                                   return arith::MaximumFOp::create(b, v[2], candidate);
                                 });
        Value first = b.reduce(
            "...", b.getI32IntegerAttr(experts - 1), {value, flag, {largest, "..."}},
            [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
              Value expert = arith::IndexCastOp::create(b, b.getI32Type(), linalg::IndexOp::create(b, leadingRank));
              Value equal = arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, v[0], v[2]);
              Value isTaken = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, v[1],
                                                    arith::ConstantOp::create(b, b.getBoolAttr(true)));
              Value free =
                  arith::SelectOp::create(b, isTaken, arith::ConstantOp::create(b, b.getBoolAttr(false)), equal);
              Value candidate = arith::SelectOp::create(b, free, expert, v[3]);
              return arith::MinSIOp::create(b, candidate, v[3]);
            });
        Value nowTaken = b.update(flag, {{first, "..."}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
          Value expert = arith::IndexCastOp::create(b, b.getI32Type(), linalg::IndexOp::create(b, leadingRank));
          Value chosen = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, expert, v[0]);
          return arith::OrIOp::create(b, v[1], chosen);
        });
        Value written = b.insertLast(first, state[1], round);
        scf::YieldOp::create(b, ValueRange{nowTaken, written});
      });
  Value chosen = loop.getResult(1);
  Value weights = routingWeights(b, chosenScores(b, getScores(), chosen, leadingRank), getNormalize(), getNormEps(),
                                 getRouteScale());
  return SmallVector<Value>{weights, chosen};
}

/// table[ids[...], k], inside of the experts. `like` has the leading dimensions.
static Value expertsOfTable(EinsumBuilder &b, MoeGatingHashOp gate, Term like) {
  int64_t leadingRank = gate.getInputIds().getType().getRank(), experts = gate.getScores().getType().getShape().back();
  Value table = gate.getTable();
  int64_t vocabulary = gate.getTable().getType().getDimSize(0), topK = gate.getTable().getType().getDimSize(1);
  Value ids = checkRange(b, gate.getInputIds(), vocabulary,
                         "dsv4.moe_gating_hash: an input id is outside [0, " + Twine(vocabulary) + ")");
  SmallVector<OpFoldResult> sizes = b.sizes("...", {like});
  sizes.push_back(b.getIndexAttr(topK));
  Value slots = tensor::EmptyOp::create(b, sizes, b.getI32Type());
  Value entries = b.map("...k", gate.getTable().getType().getElementType(), {{slots, "...k"}, {ids, "..."}},
                        [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                          Value id = arith::IndexCastOp::create(b, b.getIndexType(), v[1]);
                          Value slot = linalg::IndexOp::create(b, leadingRank);
                          return tensor::ExtractOp::create(b, table, ValueRange{id, slot});
                        });
  entries =
      checkRange(b, entries, experts, "dsv4.moe_gating_hash: a table entry is outside [0, " + Twine(experts) + ")");
  return b.cast(entries, b.getI32Type());
}

FailureOr<SmallVector<Value>> MoeGatingHashOp::decomposeOperation(OpBuilder &builder) {
  int64_t leadingRank = getScores().getType().getRank() - 1;
  EinsumBuilder b(builder, getLoc(), leadingRank);
  Value indices = expertsOfTable(b, *this, {getScores(), "...e"});
  Value weights = routingWeights(b, chosenScores(b, getScores(), indices, leadingRank), getNormalize(), getNormEps(),
                                 getRouteScale());
  return SmallVector<Value>{weights, indices};
}

SmallVector<Value> mlir::dsv4::decomposeHashGate(OpBuilder &builder, GateScoreOp score, MoeGatingHashOp gate) {
  int64_t leadingRank = score.getX().getType().getRank() - 1;
  EinsumBuilder b(builder, gate.getLoc(), leadingRank);
  Type f32 = b.getF32Type();
  auto widen = [&](ImplicitLocOpBuilder &b, Value value) -> Value {
    return value.getType() == f32 ? value : Value(arith::ExtFOp::create(b, f32, value));
  };
  Value weight = score.getWeight();
  Value indices = expertsOfTable(b, gate, {score.getX(), "...d"});
  // Products and their order are those of the contraction in `gate_score`, so the logits are the same to the bit.
  Value z = b.reduce("...k", b.getF32FloatAttr(0.0f), {{score.getX(), "...d"}, {indices, "...k"}},
                     [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                       Value row = arith::IndexCastOp::create(b, b.getIndexType(), v[1]);
                       Value channel = linalg::IndexOp::create(b, leadingRank + 1);
                       Value w = tensor::ExtractOp::create(b, weight, ValueRange{row, channel});
                       return add(b, v[2], multiply(b, widen(b, v[0]), widen(b, w)));
                     });
  Value chosen = scoresOf(b, "...k", z, score.getScoringFunc());
  Value weights = routingWeights(b, chosen, gate.getNormalize(), gate.getNormEps(), gate.getRouteScale());
  return {weights, indices};
}

FailureOr<SmallVector<Value>> V4ClampedSwigluOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getGate().getType().getRank() - 1);
  Type f32 = b.getF32Type();
  double limit = getLimit().convertToDouble();
  SmallVector<Term> terms = {{b.cast(getGate(), f32), "...i"}, {b.cast(getUp(), f32), "...i"}};
  if (getRowWeight())
    terms.push_back({getRowWeight(), "..."});
  Value y = b.map("...i", f32, terms, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
    Value upper = constant(b, limit), lower = constant(b, -limit);
    // minimumf and maximumf let NaN pass, as torch.clamp does.
    Value gate = arith::MinimumFOp::create(b, v[0], upper);
    Value up = arith::MaximumFOp::create(b, arith::MinimumFOp::create(b, v[1], upper), lower);
    Value denominator = add(b, constant(b, 1.0), math::ExpOp::create(b, arith::NegFOp::create(b, gate)));
    Value product = multiply(b, divide(b, gate, denominator), up);
    return v.size() == 3 ? multiply(b, product, v[2]) : product;
  });
  return SmallVector<Value>{b.cast(y, getGate().getType().getElementType())};
}

//===----------------------------------------------------------------------===//
// Normalisation
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<Value>> RmsNormOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 1);
  Type f32 = b.getF32Type();
  Value x = b.cast(getX(), f32);
  Value inv = reciprocalRms(b, "...", {sumOfSquares(b, "...", {x, "...d"}), "..."}, b.sizeAsF32(x, {-1}), getNormEps());
  SmallVector<Term> terms = {{x, "...d"}, {inv, "..."}};
  if (getWeight())
    terms.push_back({b.cast(getWeight(), f32), "d"});
  Value y = b.map("...d", f32, terms, [](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
    Value normalized = multiply(b, v[0], v[1]);
    return v.size() == 3 ? multiply(b, v[2], normalized) : normalized;
  });
  return SmallVector<Value>{b.cast(y, getX().getType().getElementType())};
}

//===- ExpertOpsDecompose.cpp - The meaning of experts --------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DecomposeFormulas.h"
#include "Selection.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/ExpertExchange.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// Routed experts
//===----------------------------------------------------------------------===//

/// The pairs of a token and an expert that is here, one after the other, as tokens with one expert each; then the sums
/// per token, in the order of its experts.
static FailureOr<SmallVector<Value>> expertsOfThisRank(RoutedExpertsOp op, OpBuilder &builder) {
  EinsumBuilder b(builder, op.getLoc(), 0);
  int64_t leading = op.getX().getType().getRank() - 1, own = op.getW1().getType().getDimSize(0);
  checkRange(b, op.getIndices(), -1, b.i32(*op.getExperts()),
             "dsv4.routed_experts: an expert number is outside [-1, " + Twine(*op.getExperts()) + ")");
  Value x = mergeDimensions(b, op.getX(), 0, leading), weights = mergeDimensions(b, op.getWeights(), 0, leading);
  Value indices = mergeDimensions(b, op.getIndices(), 0, leading);
  shareStaticSize(b, {{x, 0}, {indices, 0}, {weights, 0}});
  shareStaticSize(b, {{indices, 1}, {weights, 1}});
  OpFoldResult tokens = tensor::getMixedSize(b, b.getLoc(), x, 0), width = tensor::getMixedSize(b, b.getLoc(), x, 1);
  OpFoldResult topK = tensor::getMixedSize(b, b.getLoc(), indices, 1);
  Value perToken = getValueOrCreateConstantIndexOp(b, b.getLoc(), topK);

  // Numbers among the experts of this rank; those of others are negative or too large.
  Value first = tensor::ExtractOp::create(b, op.getFirstExpert(), ValueRange());
  Value local = b.map("nk", b.getI32Type(), {{indices, "nk"}},
                      [&](ImplicitLocOpBuilder &b, ValueRange v) { return minus(b, v[0], first); });
  Value kept =
      b.map("nk", b.getI1Type(), {{local, "nk"}, {indices, "nk"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        Value isHere = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, v[0], integer(b, own));
        return both(b, isHere, arith::CmpIOp::create(b, arith::CmpIPredicate::sge, v[1], integer(b, 0)));
      });
  Selection selection = selectItems(b, mergeDimensions(b, mergeDimensions(b, kept, 0, 2), 0, 0));
  Value count = toIndex(b, tensor::ExtractOp::create(b, selection.counts, ValueRange{b.index(0)}));
  Value pairs = mergeDimensions(b, itemsInSlots(b, selection.slots, OpFoldResult(count)), 0, 2);

  auto ofPair = [&](Value source) -> Value {
    Value column =
        b.map("p", getElementTypeOrSelf(source), {{pairs, "p"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
          Value pair = toIndex(b, v[0]);
          Value at[] = {arith::DivUIOp::create(b, pair, perToken), arith::RemUIOp::create(b, pair, perToken)};
          return tensor::ExtractOp::create(b, source, at);
        });
    return mergeDimensions(b, column, 1, 0);
  };
  Value rows =
      b.map("pd", {OpFoldResult(count), width}, getElementTypeOrSelf(x), {{pairs, "p"}},
            [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
              Value at[] = {arith::DivUIOp::create(b, toIndex(b, v[0]), perToken), linalg::IndexOp::create(b, 1)};
              return tensor::ExtractOp::create(b, x, at);
            });
  Value results = RoutedExpertsOp::create(b, rows, ofPair(local), ofPair(weights), op.getW1(), op.getW3(), op.getW2(),
                                          op.getScales(), /*first_expert=*/Value(), op.getLimitAttr(),
                                          /*experts=*/IntegerAttr());

  Value slots = splitDimension(b, mergeDimensions(b, selection.slots, 0, 2), 0, {tokens, topK});
  Value room = toI32(b, count);
  // Without a pair there is no row to read.
  Value y = b.reduce("nd", {tokens, width}, b.getF32FloatAttr(0.0f), {{slots, "nk"}},
                     [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                       Value channel = linalg::IndexOp::create(b, 1);
                       Value isHere = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, v[0], room);
                       auto term = scf::IfOp::create(
                           b, isHere,
                           [&](OpBuilder &nested, Location loc) {
                             ImplicitLocOpBuilder b(loc, nested);
                             Value at[] = {toIndex(b, v[0]), channel};
                             scf::YieldOp::create(b, Value(tensor::ExtractOp::create(b, results, at)));
                           },
                           [&](OpBuilder &nested, Location loc) {
                             ImplicitLocOpBuilder b(loc, nested);
                             scf::YieldOp::create(b, constant(b, 0.0));
                           });
                       return add(b, v[1], term.getResult(0));
                     });
  SmallVector<OpFoldResult> leadingSizes = tensor::getMixedSizes(b, b.getLoc(), op.getX());
  leadingSizes.pop_back();
  return SmallVector<Value>{splitDimension(b, y, 0, leadingSizes)};
}

FailureOr<SmallVector<Value>> RoutedExpertsOp::decomposeOperation(OpBuilder &builder) {
  if (getFirstExpert())
    return expertsOfThisRank(*this, builder);
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 1);
  Type f32 = b.getF32Type(), element = getX().getType().getElementType();
  int64_t leadingRank = getX().getType().getRank() - 1;
  int64_t experts = getW1().getType().getDimSize(0);
  Value chosen = checkRange(b, getIndices(), experts,
                            "dsv4.routed_experts: an expert number is outside [0, " + Twine(experts) + ")");
  bool isCoded = !getScales().empty();
  Value x = getX(), w1 = getW1(), w3 = getW3(), w2 = getW2();
  int64_t codes = codesPerElement(w1);
  shareStaticSize(b, {{x, -1}, {w1, 2, codes}, {w3, 2, codes}, {w2, 1}});
  shareStaticSize(b, {{w1, 1}, {w3, 1}, {w2, 2, codes}});
  x = b.cast(isCoded ? quantizeActivations(b, x) : x, f32);

  // sum over the letter `in` of `input` * weight[expert, out, in]: the weight is read, and decoded, where the expert
  // has it. So only experts that a token chose are touched, and no expert exists in memory but as it is stored.
  auto project = [&](StringRef out, StringRef input, Value activations, Value weight, size_t scalesIndex) {
    SmallVector<OpFoldResult> sizes = b.sizes("...k", {{chosen, "...k"}});
    sizes.push_back(tensor::getMixedSize(b, getLoc(), weight, 1));
    // Loops: leading, the letters of `out`, the reduced letter.
    int64_t outLoop = leadingRank + 1, inLoop = leadingRank + 2;
    return b.reduce(out, sizes, b.getF32FloatAttr(0.0f), {{activations, input}, {chosen, "...k"}},
                    [&](ImplicitLocOpBuilder &b, ValueRange v) {
                      Value expert = toIndex(b, v[1]);
                      Value row = linalg::IndexOp::create(b, outLoop), column = linalg::IndexOp::create(b, inLoop);
                      Value at[] = {expert, row, column};
                      if (isCoded)
                        return add(b, v[2], multiply(b, v[0], decodeWeight(b, weight, getScales()[scalesIndex], at)));
                      Value w = tensor::ExtractOp::create(b, weight, at);
                      if (w.getType() != b.getF32Type())
                        w = arith::ExtFOp::create(b, b.getF32Type(), w);
                      return add(b, v[2], multiply(b, v[0], w));
                    });
  };
  // As `linear` does, the projections are rounded to the type of the activations.
  auto rounded = [&](Value value) { return b.cast(b.cast(value, element), f32); };
  Value gate = rounded(project("...ki", "...d", x, w1, 0));
  Value up = rounded(project("...ki", "...d", x, w3, 1));
  std::optional<APFloat> limit = getLimit();
  Value hidden = b.map("...ki", f32, {{gate, "...ki"}, {up, "...ki"}, {getWeights(), "...k"}},
                       [&](ImplicitLocOpBuilder &b, ValueRange v) {
                         Value g = v[0], u = v[1];
                         if (limit) {
                           Value upper = constant(b, limit->convertToDouble());
                           Value lower = constant(b, -limit->convertToDouble());
                           g = arith::MinimumFOp::create(b, g, upper);
                           u = arith::MaximumFOp::create(b, arith::MinimumFOp::create(b, u, upper), lower);
                         }
                         return multiply(b, multiply(b, multiply(b, g, sigmoid(b, g)), u), v[2]);
                       });
  hidden = b.cast(hidden, element);
  if (isCoded) {
    EinsumBuilder perSlot(b, getLoc(), leadingRank + 1);
    hidden = quantizeActivations(perSlot, hidden);
  }
  hidden = b.cast(hidden, f32);
  Value perExpert = project("...kd", "...ki", hidden, w2, 2);
  return SmallVector<Value>{sum(b, "...d", {perExpert, "...kd"})};
}

//===----------------------------------------------------------------------===//
// Experts of several ranks
//===----------------------------------------------------------------------===//

// By whole buffers of one size, which upstream has; the MPI runtime moves only what matters (`dsv4-lower-collectives`).

FailureOr<SmallVector<Value>> MoeDispatchOp::decomposeOperation(OpBuilder &builder) {
  return buildDispatch(builder, *this, [&](ImplicitLocOpBuilder &b, Value buffer, Value, Value) {
    return exchangeBlocks(b, buffer, getGridAttr(), getGridAxes());
  });
}

FailureOr<SmallVector<Value>> MoeCombineOp::decomposeOperation(OpBuilder &builder) {
  return buildCombine(builder, *this, [&](ImplicitLocOpBuilder &b, Value buffer, Value, Value) {
    return exchangeBlocks(b, buffer, getGridAttr(), getGridAxes());
  });
}

//===- ExpertExchange.cpp - Tokens on the way to their experts ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/ExpertExchange.h"

#include "DecomposeFormulas.h"
#include "Selection.h"
#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

Value mlir::dsv4::exchangeBlocks(ImplicitLocOpBuilder &b, Value buffer, FlatSymbolRefAttr grid,
                                 ArrayRef<int16_t> axes) {
  return shard::AllToAllOp::create(b, buffer.getType(), grid, shard::GridAxesAttr::get(b.getContext(), axes), buffer,
                                   b.getIndexAttr(0), b.getIndexAttr(0));
}

FailureOr<SmallVector<Value>> mlir::dsv4::buildDispatch(OpBuilder &builder, MoeDispatchOp op, RowExchange exchange) {
  EinsumBuilder b(builder, op.getLoc(), 0);
  int64_t ranks = op.getRanks(), experts = op.getExperts(), perRank = op.getExpertsPerRank(), span = experts / ranks;
  int64_t leading = op.getX().getType().getRank() - 1;
  Value known = checkRange(b, op.getIndices(), experts,
                           "dsv4.moe_dispatch: an expert number is outside [0, " + Twine(experts) + ")");
  Value x = mergeDimensions(b, op.getX(), 0, leading), weights = mergeDimensions(b, op.getWeights(), 0, leading);
  Value indices = mergeDimensions(b, known, 0, leading);
  shareStaticSize(b, {{x, 0}, {indices, 0}, {weights, 0}});
  shareStaticSize(b, {{indices, 1}, {weights, 1}});
  OpFoldResult receivers = b.getIndexAttr(ranks), tokens = tensor::getMixedSize(b, b.getLoc(), x, 0);
  OpFoldResult width = tensor::getMixedSize(b, b.getLoc(), x, 1),
               topK = tensor::getMixedSize(b, b.getLoc(), indices, 1);

  // Does a token go to a rank?
  Value first = tensor::ExtractOp::create(b, op.getFirstExpert(), ValueRange());
  Value begin = remainder(b, first, span);
  Value kept = b.reduce("rn", {receivers, tokens}, b.getBoolAttr(false), {{indices, "nk"}},
                        [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                          Value isThere = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, quotient(b, v[0], span),
                                                                loopNumber(b, 0));
                          Value place = minus(b, remainder(b, v[0], span), begin);
                          Value isOwn = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, place, integer(b, perRank));
                          return arith::OrIOp::create(b, v[1], both(b, isThere, isOwn));
                        });
  Selection selection = selectItems(b, kept);
  Value tokenOf = itemsInSlots(b, selection.slots, tokens);

  // Block r: the tokens for rank r. What a slot without a token holds is not sent.
  auto pack = [&](Value source, OpFoldResult columns) -> Value {
    return b.map("rjd", {receivers, tokens, columns}, getElementTypeOrSelf(source), {{tokenOf, "rj"}},
                 [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                   Value token = toIndex(b, arith::MaxSIOp::create(b, v[0], integer(b, 0)));
                   return tensor::ExtractOp::create(b, source, ValueRange{token, linalg::IndexOp::create(b, 2)});
                 });
  };
  Value sent = selection.counts, received = exchangeBlocks(b, sent, op.getGridAttr(), op.getGridAxes());
  Value rows = exchange(b, pack(x, width), sent, received);
  Value rowIndices = exchange(b, pack(indices, topK), sent, received);
  Value rowWeights = exchange(b, pack(weights, topK), sent, received);
  rowIndices = b.map("rjk", b.getI32Type(), {{rowIndices, "rjk"}, {received, "r"}},
                     [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                       return select(b, less(b, loopNumber(b, 1), v[1]), v[0], integer(b, -1));
                     });
  SmallVector<OpFoldResult> leadingSizes = tensor::getMixedSizes(b, b.getLoc(), op.getX());
  leadingSizes.pop_back();
  auto split = [&](Value tensor) { return splitDimension(b, tensor, 1, leadingSizes); };
  return SmallVector<Value>{split(rows), split(rowIndices), split(rowWeights), split(selection.slots), sent, received};
}

FailureOr<SmallVector<Value>> mlir::dsv4::buildCombine(OpBuilder &builder, MoeCombineOp op, RowExchange exchange) {
  EinsumBuilder b(builder, op.getLoc(), 0);
  int64_t leading = op.getSlots().getType().getRank() - 1;
  Value y = mergeDimensions(b, op.getY(), 1, leading), slots = mergeDimensions(b, op.getSlots(), 1, leading);
  shareStaticSize(b, {{y, 0}, {slots, 0}});
  shareStaticSize(b, {{y, 1}, {slots, 1}});
  Value back = exchange(b, y, op.getReceived(), op.getSent());
  Value room = toI32(b, getValueOrCreateConstantIndexOp(b, b.getLoc(), tensor::getMixedSize(b, b.getLoc(), back, 1)));
  SmallVector<OpFoldResult> sizes = {tensor::getMixedSize(b, b.getLoc(), slots, 1),
                                     tensor::getMixedSize(b, b.getLoc(), back, 2)};
  // Loops: token, channel, rank.
  Value z = b.reduce("nd", sizes, b.getF32FloatAttr(0.0f), {{slots, "rn"}},
                     [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                       Value row = toIndex(b, clampIndex(b, v[0], room));
                       Value at[] = {linalg::IndexOp::create(b, 2), row, linalg::IndexOp::create(b, 1)};
                       Value part = tensor::ExtractOp::create(b, back, at);
                       Value isThere = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, v[0], integer(b, 0));
                       return add(b, v[1], select(b, isThere, part, constant(b, 0.0)));
                     });
  SmallVector<OpFoldResult> leadingSizes = tensor::getMixedSizes(b, b.getLoc(), op.getSlots());
  leadingSizes.erase(leadingSizes.begin());
  return SmallVector<Value>{splitDimension(b, z, 0, leadingSizes)};
}

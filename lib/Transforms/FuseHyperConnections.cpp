//===- FuseHyperConnections.cpp - Launches of Hyper-Connections -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// hc_pre is, in the IR: hc_pre_inv_rms, a product of the streams in f32 with the mixing
// weights, the product of both, hc_pre_sinkhorn.
//
//===----------------------------------------------------------------------===//

#include "FusionHelpers.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// What a launch takes of hc_pre and its neighbours.
struct Parts {
  bool post, product, apply, norm;
};

} // namespace

/// Adds inv_rms, the product and the conversions before it. `factors` are the operands of `mix`.
static bool addProduct(ValueRange factors, HcPreSinkhornOp sinkhorn, FusionMatch &match, std::string &why) {
  Value streams = sinkhorn.getHidden();
  HcPreInvRmsOp inverse;
  Operation *product = nullptr;
  for (Value factor : factors) {
    Value source = sourceOf(factor, match);
    if (auto op = source.getDefiningOp<HcPreInvRmsOp>()) {
      inverse = op;
      match.writes(factor);
    } else if (auto op = source.getDefiningOp<linalg::LinalgOp>();
               op && linalg::isaContractionOpInterface(op) && op.getNumDpsInputs() == 2) {
      product = op;
      match.writes(factor);
    }
  }
  if (!inverse || !product) {
    why = "its mix is not the product of the streams times 'dsv4.hc_pre_inv_rms'";
    return false;
  }
  FusionMatch conversions;
  Value left = sourceOf(product->getOperand(0), conversions);
  if (inverse.getX() != streams || left != streams) {
    why = "'dsv4.hc_pre_inv_rms', the product and 'dsv4.hc_pre_sinkhorn' read different streams";
    return false;
  }
  match.add(inverse);
  for (Operation *op : conversions.ops)
    match.add(op);
  match.add(product);
  return true;
}

static bool matchPre(Operation *op, FusionMatch &match, Parts parts) {
  auto sinkhorn = dyn_cast<HcPreSinkhornOp>(op);
  if (!sinkhorn)
    return false;
  auto miss = [&](const Twine &why) {
    match.miss(why);
    return true;
  };
  Operation *mix = sinkhorn.getMix().getDefiningOp();
  if (!mix || !isElementwise<arith::MulFOp>(mix))
    return miss("its mix comes from " + sourceName(sinkhorn.getMix()) + ", expected an elementwise product");
  // Of a linalg op the inputs, not the destination.
  auto linalgOp = dyn_cast<linalg::LinalgOp>(mix);
  SmallVector<Value> factors = linalgOp ? linalgOp.getDpsInputs() : SmallVector<Value>(mix->getOperands());
  std::string why;
  if (parts.product && !addProduct(factors, sinkhorn, match, why))
    return miss(why);
  if (parts.apply) {
    // Inside the launch nobody but the sum sees what it is made of.
    match.written.clear();
    match.add(mix);
    match.add(sinkhorn);
    match.writes(sinkhorn.getPost());
    match.writes(sinkhorn.getComb());
    if (!parts.norm)
      match.writes(sinkhorn.getY());
  }
  if (parts.norm) {
    auto norm = userOf<RmsNormOp>(sinkhorn.getY());
    if (!norm)
      return miss("no 'dsv4.rms_norm' follows");
    match.add(norm);
    match.writes(norm.getY());
  }
  if (parts.post) {
    auto post = sinkhorn.getHidden().getDefiningOp<HcPostOp>();
    if (!post)
      return miss("the streams come from " + sourceName(sinkhorn.getHidden()) + ", not from 'dsv4.hc_post'");
    match.add(post);
    match.writes(post.getY());
  }
  return true;
}

bool mlir::dsv4::matchHcPostPreNorm(Operation *op, FusionMatch &match) {
  return matchPre(op, match, {/*post=*/true, /*product=*/true, /*apply=*/true, /*norm=*/true});
}
bool mlir::dsv4::matchHcPostPre(Operation *op, FusionMatch &match) {
  return matchPre(op, match, {/*post=*/true, /*product=*/true, /*apply=*/true, /*norm=*/false});
}
bool mlir::dsv4::matchHcPreNorm(Operation *op, FusionMatch &match) {
  return matchPre(op, match, {/*post=*/false, /*product=*/true, /*apply=*/true, /*norm=*/true});
}
bool mlir::dsv4::matchHcPre(Operation *op, FusionMatch &match) {
  return matchPre(op, match, {/*post=*/false, /*product=*/true, /*apply=*/true, /*norm=*/false});
}
bool mlir::dsv4::matchHcPreProduct(Operation *op, FusionMatch &match) {
  return matchPre(op, match, {/*post=*/false, /*product=*/true, /*apply=*/false, /*norm=*/false});
}
bool mlir::dsv4::matchHcPreApplyNorm(Operation *op, FusionMatch &match) {
  return matchPre(op, match, {/*post=*/false, /*product=*/false, /*apply=*/true, /*norm=*/true});
}
bool mlir::dsv4::matchHcPreApply(Operation *op, FusionMatch &match) {
  return matchPre(op, match, {/*post=*/false, /*product=*/false, /*apply=*/true, /*norm=*/false});
}

//===- HyperConnectionOps.cpp - Verify and infer Hyper-Connections ops ----===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each check carries the number of the constraint in the ODS description. The
// _c1 and result constraints are checked by the ODS types and by comparing the
// inferred with the actual result types.
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"

using namespace mlir;
using namespace mlir::dsv4;

/// `type` is a stream tensor `[..., h, D]` with a static `h`.
static LogicalResult checkStreams(TypeRule &rule, RankedTensorType type, StringRef operand) {
  return success(succeeded(rule.rankAtLeast(type, 2, operand)) &&
                 succeeded(rule.leadingAnd({"h", "D"}, type, operand)) && succeeded(rule.isStatic("h")) &&
                 succeeded(rule.atLeastOne("h")) && succeeded(rule.atLeastOne("D")));
}

LogicalResult HcPreInvRmsOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  // hc_pre_inv_rms_c2, hc_pre_inv_rms_c3
  if (failed(checkStreams(rule, rule.typeOf(op.getX()), "x")))
    return failure();
  // hc_pre_inv_rms_c4
  if (failed(rule.positive(op.getNormEps(), "norm_eps")))
    return failure();
  // hc_pre_inv_rms_c5
  results.push_back(rule.type({1}, Float32Type::get(op.getNormEpsAttr().getContext())));
  return success();
}

LogicalResult HcPreSinkhornOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  RankedTensorType hidden = rule.typeOf(op.getHidden());
  RankedTensorType mix = rule.typeOf(op.getMix());
  RankedTensorType scale = rule.typeOf(op.getHcScale());
  RankedTensorType base = rule.typeOf(op.getHcBase());
  // hc_pre_sinkhorn_c3
  if (failed(checkStreams(rule, hidden, "hidden")))
    return failure();
  // hc_pre_sinkhorn_c4
  int64_t h = rule.size("h"), mixWidth = (2 + h) * h;
  if (failed(rule.leadingAnd({"M"}, mix, "mix")) ||
      failed(rule.equals("M", mixWidth, ("(2 + h) * h with h = " + Twine(h)).str())))
    return failure();
  // hc_pre_sinkhorn_c5
  if (failed(rule.rankAtLeast(scale, 1, "hc_scale")) || failed(rule.rankAtLeast(base, 1, "hc_base")))
    return failure();
  bool perStream = scale.getRank() == 2;
  auto isShape = [](RankedTensorType type, ArrayRef<int64_t> shape) {
    return succeeded(verifyCompatibleShape(type.getShape(), shape));
  };
  bool matches =
      perStream ? isShape(scale, {3, h}) && isShape(base, {3, h}) : isShape(scale, {3}) && isShape(base, {mixWidth});
  if (!matches)
    return rule.fail("hc_scale and hc_base must be [3] and [" + Twine(mixWidth) + "], or both [3, " + Twine(h) + "]");
  // hc_pre_sinkhorn_c6
  if (op.getSinkhornIters() < 1)
    return rule.fail("sinkhorn_iters is " + Twine(int64_t(op.getSinkhornIters())) + ", expected 1 or more");
  // hc_pre_sinkhorn_c7
  if (failed(rule.positive(op.getHcEps(), "hc_eps")))
    return failure();
  // hc_pre_sinkhorn_c8
  results.push_back(rule.type({rule.size("D")}, hidden.getElementType()));
  results.push_back(rule.type({h}, mix.getElementType()));
  results.push_back(rule.type({h, h}, mix.getElementType()));
  return success();
}

LogicalResult HcPostOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  RankedTensorType x = rule.typeOf(op.getX()), residual = rule.typeOf(op.getResidual());
  // hc_post_c2
  if (failed(checkStreams(rule, residual, "residual")))
    return failure();
  // hc_post_c3
  if (failed(rule.leadingAnd({"D"}, x, "x")))
    return failure();
  // hc_post_c4
  if (x.getElementType() != residual.getElementType()) {
    std::string types;
    llvm::raw_string_ostream(types) << "x is of " << x.getElementType() << ", but residual of "
                                    << residual.getElementType();
    return rule.fail(types);
  }
  // hc_post_c5, hc_post_c6
  if (failed(rule.leadingAnd({"h"}, rule.typeOf(op.getPost()), "post")) ||
      failed(rule.leadingAnd({"h", "h"}, rule.typeOf(op.getComb()), "comb")))
    return failure();
  // hc_post_c7
  results.push_back(rule.type({rule.size("h"), rule.size("D")}, x.getElementType()));
  return success();
}

LogicalResult HcHeadOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  RankedTensorType x = rule.typeOf(op.getX());
  // hc_head_c2
  if (failed(checkStreams(rule, x, "x")))
    return failure();
  int64_t h = rule.size("h"), d = rule.size("D");
  // hc_head_c3
  if (failed(rule.shape({"h", "h * D"}, rule.typeOf(op.getHcFn()), "hc_fn")) ||
      (ShapedType::isStatic(d) &&
       failed(rule.equals("h * D", h * d, ("h * D with h = " + Twine(h) + ", D = " + Twine(d)).str()))))
    return failure();
  // hc_head_c4
  if (failed(rule.shape({"1"}, rule.typeOf(op.getHcScale()), "hc_scale")) ||
      failed(rule.equals("1", 1, "the size of hc_scale")))
    return failure();
  // hc_head_c5
  if (failed(rule.shape({"h"}, rule.typeOf(op.getHcBase()), "hc_base")))
    return failure();
  // hc_head_c6
  if (failed(rule.positive(op.getNormEps(), "norm_eps")) || failed(rule.positive(op.getHcEps(), "hc_eps")))
    return failure();
  // hc_head_c7
  results.push_back(rule.type({d}, x.getElementType()));
  return success();
}

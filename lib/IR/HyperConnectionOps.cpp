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
#include "llvm/Support/CheckedArithmetic.h"
#include <limits>

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
  if (failed(checkStreams(rule, rule.typeOf(op.getX()), "x")) ||
      failed(rule.product(rule.size("h"), rule.size("D"), "h * D")))
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
  int64_t h = rule.size("h");
  // A sum that does not fit cannot become a product that does.
  int64_t twoAndH = llvm::checkedAdd<int64_t>(2, h).value_or(std::numeric_limits<int64_t>::max());
  FailureOr<int64_t> mixWidth = rule.product(twoAndH, h, "M = (2 + h) * h");
  if (failed(mixWidth) || failed(rule.leadingAnd({"M"}, mix, "mix")) ||
      failed(rule.equals("M", *mixWidth, ("(2 + h) * h with h = " + Twine(h)).str())))
    return failure();
  // hc_pre_sinkhorn_c5
  if (failed(rule.rankAtLeast(scale, 1, "hc_scale")) || failed(rule.rankAtLeast(base, 1, "hc_base")))
    return failure();
  auto isShape = [](RankedTensorType type, ArrayRef<int64_t> shape) {
    return succeeded(verifyCompatibleShape(type.getShape(), shape));
  };
  bool isReference = isShape(scale, {3}) && isShape(base, {*mixWidth});
  if (!isReference && !(isShape(scale, {3, h}) && isShape(base, {3, h})))
    return rule.fail("hc_scale is " + detail::printShape(scale.getShape()) + " and hc_base " +
                     detail::printShape(base.getShape()) + ", expected [3] and [" + Twine(*mixWidth) + "], or [3, " +
                     Twine(h) + "] for both");
  // hc_pre_sinkhorn_c6: a 32-bit count, as the kernels take it.
  int64_t iterations = op.getSinkhornIters();
  if (iterations < 1 || iterations > std::numeric_limits<int32_t>::max())
    return rule.fail("sinkhorn_iters is " + Twine(iterations) + ", expected 1 to 2^31 - 1");
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
  // hc_post_c3, and once more hc_post_c2: x may be the one that knows D.
  if (failed(rule.leadingAnd({"D"}, x, "x")) || failed(rule.atLeastOne("D")))
    return failure();
  // hc_post_c4
  if (failed(rule.sameElementType(residual, "residual", x, "x")))
    return failure();
  // hc_post_c5
  if (failed(rule.leadingAnd({"h"}, rule.typeOf(op.getPost()), "post")))
    return failure();
  // hc_post_c6
  if (failed(rule.leadingAnd({"h", "h"}, rule.typeOf(op.getComb()), "comb")))
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
  FailureOr<int64_t> width = rule.product(h, d, "h * D");
  if (failed(width) || failed(rule.shape({"h", "h * D"}, rule.typeOf(op.getHcFn()), "hc_fn")) ||
      failed(rule.equals("h * D", *width, ("h * D with h = " + Twine(h) + ", D = " + Twine(d)).str())))
    return failure();
  if (ShapedType::isDynamic(d) && ShapedType::isStatic(rule.size("h * D"))) {
    // hc_fn knows D.
    if (rule.size("h * D") % h)
      return rule.fail("dimension 1 of hc_fn is " + Twine(rule.size("h * D")) +
                       ", expected a multiple of h = " + Twine(h));
    d = rule.size("h * D") / h;
    if (failed(rule.equals("D", d, "dimension 1 of hc_fn divided by h")) || failed(rule.atLeastOne("D")))
      return failure();
  }
  // hc_head_c4
  if (failed(rule.exactly({1}, rule.typeOf(op.getHcScale()), "hc_scale")))
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

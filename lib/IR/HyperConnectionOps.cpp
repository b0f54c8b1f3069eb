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

/// `streams` is `[..., h, D]` with a static `h`.
static LogicalResult checkStreams(TypeRule &rule, const CheckedOperand &streams) {
  return success(succeeded(rule.rankAtLeast(streams, 2)) && succeeded(rule.leadingAnd({"h", "D"}, streams)) &&
                 succeeded(rule.isStatic("h")) && succeeded(rule.atLeastOne("h")) && succeeded(rule.atLeastOne("D")));
}

LogicalResult HcPreInvRmsOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  // hc_pre_inv_rms_c2, hc_pre_inv_rms_c3
  if (failed(checkStreams(rule, rule.operand(op.getX(), "x"))) ||
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
  CheckedOperand hidden = rule.operand(op.getHidden(), "hidden"), mix = rule.operand(op.getMix(), "mix");
  CheckedOperand scale = rule.operand(op.getHcScale(), "hc_scale"), base = rule.operand(op.getHcBase(), "hc_base");
  // hc_pre_sinkhorn_c3
  if (failed(checkStreams(rule, hidden)))
    return failure();
  // hc_pre_sinkhorn_c4
  int64_t h = rule.size("h");
  // A sum that does not fit cannot become a product that does.
  int64_t twoAndH = llvm::checkedAdd<int64_t>(2, h).value_or(std::numeric_limits<int64_t>::max());
  FailureOr<int64_t> mixWidth = rule.product(twoAndH, h, "M = (2 + h) * h");
  if (failed(mixWidth) || failed(rule.leadingAnd({"M"}, mix)) ||
      failed(rule.equals("M", *mixWidth, ("(2 + h) * h with h = " + Twine(h)).str())))
    return failure();
  // hc_pre_sinkhorn_c5
  if (failed(rule.rankAtLeast(scale, 1)) || failed(rule.rankAtLeast(base, 1)))
    return failure();
  auto isShape = [](const CheckedOperand &operand, ArrayRef<int64_t> shape) {
    return succeeded(verifyCompatibleShape(operand.type.getShape(), shape));
  };
  bool isReference = isShape(scale, {3}) && isShape(base, {*mixWidth});
  if (!isReference && !(isShape(scale, {3, h}) && isShape(base, {3, h})))
    return rule.fail("hc_scale is " + detail::printShape(scale.type.getShape()) + " and hc_base " +
                     detail::printShape(base.type.getShape()) + ", expected [3] and [" + Twine(*mixWidth) +
                     "], or [3, " + Twine(h) + "] for both");
  SmallVector<int64_t> scaleShape = {3}, baseShape = {*mixWidth}, perStream = {3, h};
  if (failed(rule.exactly(isReference ? scaleShape : perStream, scale)) ||
      failed(rule.exactly(isReference ? baseShape : perStream, base)))
    return failure();
  // hc_pre_sinkhorn_c6: a 32-bit count, as the kernels take it.
  int64_t iterations = op.getSinkhornIters();
  if (iterations < 1 || iterations > std::numeric_limits<int32_t>::max())
    return rule.fail("sinkhorn_iters is " + Twine(iterations) + ", expected 1 to 2^31 - 1");
  // hc_pre_sinkhorn_c7
  if (failed(rule.positive(op.getHcEps(), "hc_eps")))
    return failure();
  // hc_pre_sinkhorn_c8
  results.push_back(rule.type({rule.size("D")}, hidden.type.getElementType()));
  results.push_back(rule.type({h}, mix.type.getElementType()));
  results.push_back(rule.type({h, h}, mix.type.getElementType()));
  return success();
}

LogicalResult HcPostOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x"), residual = rule.operand(op.getResidual(), "residual");
  // hc_post_c2
  if (failed(checkStreams(rule, residual)))
    return failure();
  // hc_post_c3, and once more hc_post_c2: x may be the one that knows D.
  if (failed(rule.leadingAnd({"D"}, x)) || failed(rule.atLeastOne("D")))
    return failure();
  // hc_post_c4
  if (failed(rule.sameElementType(residual, x)))
    return failure();
  // hc_post_c5
  if (failed(rule.leadingAnd({"h"}, rule.operand(op.getPost(), "post"))))
    return failure();
  // hc_post_c6
  if (failed(rule.leadingAnd({"h", "h"}, rule.operand(op.getComb(), "comb"))))
    return failure();
  // hc_post_c7
  results.push_back(rule.type({rule.size("h"), rule.size("D")}, x.type.getElementType()));
  return success();
}

LogicalResult HcHeadOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x");
  // hc_head_c2
  if (failed(checkStreams(rule, x)))
    return failure();
  int64_t h = rule.size("h");
  // hc_head_c3, and once more hc_head_c2: hc_fn may be the one that knows D.
  if (failed(rule.shape({"h", "h * D"}, rule.operand(op.getHcFn(), "hc_fn"))) ||
      failed(rule.isMultiple("h * D", h, "h", "D")) || failed(rule.atLeastOne("D")))
    return failure();
  // hc_head_c4
  if (failed(rule.exactly({1}, rule.operand(op.getHcScale(), "hc_scale"))))
    return failure();
  // hc_head_c5
  if (failed(rule.shape({"h"}, rule.operand(op.getHcBase(), "hc_base"))))
    return failure();
  // hc_head_c6
  if (failed(rule.positive(op.getNormEps(), "norm_eps")) || failed(rule.positive(op.getHcEps(), "hc_eps")))
    return failure();
  // hc_head_c7
  results.push_back(rule.type({rule.size("D")}, x.type.getElementType()));
  return success();
}

//===- ModelOps.cpp - Verify and infer the ends of the model --------------===//
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
#include "dsv4/IR/WeightFormat.h"

using namespace mlir;
using namespace mlir::dsv4;

LogicalResult EmbeddingOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand ids = rule.operand(op.getIds(), "ids"), table = rule.operand(op.getTable(), "table");
  if (failed(rule.rankAtLeast(ids, 0)) || failed(rule.leadingAnd({}, ids)))
    return failure();
  // embedding_c2
  if (failed(rule.shape({"V", "D"}, table)) || failed(rule.isStatic("V")) || failed(rule.atLeastOne("V")) ||
      failed(rule.countsInI32("V")))
    return failure();
  // embedding_c3
  results.push_back(rule.type({rule.size("D")}, table.type.getElementType()));
  return success();
}

LogicalResult HcExpandOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x");
  // hc_expand_c2
  if (failed(rule.rankAtLeast(x, 1)) || failed(rule.leadingAnd({"D"}, x)))
    return failure();
  // hc_expand_c3
  if (failed(rule.inRange(op.getHcMult(), 1, "hc_mult")))
    return failure();
  // hc_expand_c4
  results.push_back(rule.type({int64_t(op.getHcMult()), rule.size("D")}, x.type.getElementType()));
  return success();
}

LogicalResult MtpFuseOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand e = rule.operand(op.getE(), "e"), x = rule.operand(op.getX(), "x");
  // mtp_fuse_c2
  if (failed(rule.rankAtLeast(x, 2)) || failed(rule.leadingAnd({"h", "D"}, x)) || failed(rule.isStatic("h")) ||
      failed(rule.atLeastOne("h")))
    return failure();
  // mtp_fuse_c3
  if (failed(rule.leadingAnd({"D"}, e)) || failed(rule.sameElementType(x, e)))
    return failure();
  // mtp_fuse_c4
  if (failed(rule.shape({"D"}, rule.operand(op.getEnorm(), "enorm"))) ||
      failed(rule.shape({"D"}, rule.operand(op.getHnorm(), "hnorm"))))
    return failure();
  // mtp_fuse_c2, now that every activation has said what it knows
  if (failed(rule.atLeastOne("D")))
    return failure();
  // mtp_fuse_c5
  size_t scales = op.getScales().size();
  if (scales != 0 && scales != 2)
    return rule.fail("has " + Twine(scales) + " scales, expected none or those of e_proj and h_proj");
  Value eScales = scales ? op.getScales()[0] : Value(), hScales = scales ? op.getScales()[1] : Value();
  if (failed(checkWeight(rule, {}, "D", "D", rule.operand(op.getEProj(), "e_proj"),
                         rule.operand(eScales, "scales of e_proj"))) ||
      failed(checkWeight(rule, {}, "D", "D", rule.operand(op.getHProj(), "h_proj"),
                         rule.operand(hScales, "scales of h_proj"))))
    return failure();
  // mtp_fuse_c6
  if (failed(rule.positive(op.getNormEps(), "norm_eps")))
    return failure();
  // mtp_fuse_c7
  results.push_back(rule.type({rule.size("h"), rule.size("D")}, x.type.getElementType()));
  return success();
}

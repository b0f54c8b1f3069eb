//===- NormOps.cpp - Verify and infer normalisation ops -------------------===//
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

LogicalResult RmsNormOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x");
  // rms_norm_c2
  if (failed(rule.rankAtLeast(x, 1)) || failed(rule.leadingAnd({"D"}, x)) || failed(rule.atLeastOne("D")))
    return failure();
  // rms_norm_c3, and once more rms_norm_c2: weight may be the one that knows D.
  if (op.getWeight() &&
      (failed(rule.shape({"D"}, rule.operand(op.getWeight(), "weight"))) || failed(rule.atLeastOne("D"))))
    return failure();
  // rms_norm_c4
  if (failed(rule.positive(op.getNormEps(), "norm_eps")))
    return failure();
  // rms_norm_c5
  results.push_back(rule.type({rule.size("D")}, x.type.getElementType()));
  return success();
}

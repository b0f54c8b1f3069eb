//===- LinearOps.cpp - Verify and infer projections -----------------------===//
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

LogicalResult ActQuantOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x");
  // act_quant_c2
  if (failed(rule.rankAtLeast(x, 1)) || failed(rule.leadingAnd({"n"}, x)) || failed(rule.isStatic("n")))
    return failure();
  // act_quant_c3
  int64_t n = rule.size("n"), block = op.getBlock();
  if (block < 1 || n % block)
    return rule.fail("block is " + Twine(block) + ", expected a divisor of n = " + Twine(n));
  // act_quant_c4
  Type format = op.getFormat();
  if (!isa<Float8E4M3FNType, Float4E2M1FNType>(format))
    return rule.fail("format is " + detail::printType(format) + ", expected f8E4M3FN or f4E2M1FN");
  // act_quant_c5
  results.push_back(rule.type({n}, format));
  results.push_back(rule.type({n / block}, Float8E8M0FNUType::get(format.getContext())));
  results.push_back(rule.type({n}, x.type.getElementType()));
  return success();
}

LogicalResult HadamardOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x");
  // hadamard_c2
  if (failed(rule.rankAtLeast(x, 1)) || failed(rule.leadingAnd({"n"}, x)) || failed(rule.isStatic("n")))
    return failure();
  // hadamard_c3
  int64_t n = rule.size("n");
  if (!llvm::isPowerOf2_64(n))
    return rule.fail("n (dimension " + Twine(x.type.getRank() - 1) + " of x) is " + Twine(n) +
                     ", expected a power of two");
  // hadamard_c4
  results.push_back(rule.type({n}, x.type.getElementType()));
  return success();
}

LogicalResult LinearOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand x = rule.operand(op.getX(), "x"), weight = rule.operand(op.getWeight(), "weight");
  // linear_c2, linear_c3, linear_c4, linear_c5
  if (failed(rule.rankAtLeast(x, 1)) || failed(rule.leadingAnd({"K"}, x)) ||
      failed(checkWeight(rule, {}, "N", "K", weight, rule.operand(op.getScales(), "scales"))))
    return failure();
  // linear_c6
  Type output = op.getOutputType().value_or(x.type.getElementType());
  if (!isa<Float32Type, BFloat16Type, Float16Type>(output))
    return rule.fail("output_type is " + detail::printType(output) + ", expected f32, bf16 or f16");
  // linear_c7
  results.push_back(rule.type({rule.size("N")}, output));
  return success();
}

LogicalResult GroupedLinearOp::inferTypes(TypeRule &rule, Adaptor op, SmallVectorImpl<Type> &results) {
  CheckedOperand o = rule.operand(op.getO(), "o"), weight = rule.operand(op.getWoA(), "wo_a");
  // grouped_linear_c2
  if (failed(rule.shape({"B", "S", "H", "d"}, o)) || failed(rule.isStatic("H")) || failed(rule.isStatic("d")) ||
      failed(rule.atLeastOne("H")) || failed(rule.atLeastOne("d")))
    return failure();
  // grouped_linear_c3
  int64_t groups = op.getGroups(), heads = rule.size("H");
  if (groups < 1 || heads % groups)
    return rule.fail("groups is " + Twine(groups) + ", expected a divisor of H = " + Twine(heads));
  // grouped_linear_c4
  FailureOr<int64_t> width = rule.product(heads / groups, rule.size("d"), "H / groups * d");
  if (failed(width) || failed(rule.shape({"groups * R", "H * d / groups"}, weight)) ||
      failed(rule.isStatic("groups * R")) || failed(rule.equals("H * d / groups", *width, "H * d / groups")))
    return failure();
  if (rule.size("groups * R") % groups)
    return rule.fail("dimension 0 of wo_a is " + Twine(rule.size("groups * R")) +
                     ", expected a multiple of groups = " + Twine(groups));
  // grouped_linear_c5
  results.push_back(
      RankedTensorType::get({rule.size("B"), rule.size("S"), rule.size("groups * R")}, o.type.getElementType()));
  return success();
}

//===- AtenLinearAlgebraHandlers.cpp - aten matrix products ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Import/OpImporter.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// A matrix operand of a contraction. F.linear arrives as `permute` and `mm`, and
/// no kernel transposes the weight: the contraction reads what is transposed.
Term matrixTerm(Value matrix, StringRef dims, StringRef swappedDims) {
  if (auto transpose = matrix.getDefiningOp<linalg::TransposeOp>())
    return {transpose.getInput(), swappedDims};
  return {matrix, dims};
}

/// mm(self, mat2): the products are summed in f32 (f64 for f64) and rounded once.
LogicalResult convertMm(OpImporter &b) {
  TensorOperand lhs, rhs;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("self", lhs).tensor("mat2", rhs).done()))
    return failure();
  if (lhs.getType().getRank() != 2 || rhs.getType().getRank() != 2)
    return b.error() << "needs two matrices, got " << lhs.getType() << " and " << rhs.getType();
  Type element = lhs.getElementType();
  if (!element.isF32() && !element.isBF16() && !element.isF16() && !element.isF64())
    return b.error() << "needs matrices of f16, bf16, f32 or f64, got " << lhs.getType();
  if (element != rhs.getElementType())
    return b.error() << "needs matrices of one dtype, got " << lhs.getType() << " and " << rhs.getType();
  if (failed(verifyCompatibleShape(lhs.getType().getShape().take_back(), rhs.getType().getShape().take_front())))
    return b.error() << "cannot multiply " << lhs.getType() << " and " << rhs.getType();
  Type accumulator = element.isF64() ? element : Type(b.getF32Type());
  Term left = matrixTerm(lhs.value, "mk", "km"), right = matrixTerm(rhs.value, "kn", "nk");
  Value zero = b.filled(b.sizes("mn", {left, right}), cast<TypedAttr>(b.getZeroAttr(accumulator)));
  return b.results(b.contract(left, right, Term{zero, "mn"}));
}

} // namespace

void mlir::dsv4::addAtenLinearAlgebraHandlers(HandlerTable &table) { table["torch.aten.mm"] = convertMm; }

//===- RaisedOperatorHandlers.cpp - Operators that dsv4-raise makes -------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Overloads of torch.dsv4.* that take what a composite has: weights in the shape that a
// view gave them, the element type of the result from its declaration. The others that
// dsv4-raise makes are the operators of DSV4OperatorHandlers.cpp.
//
//===----------------------------------------------------------------------===//

#include "TensorCastHandlers.h"

#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// linear(Tensor x, Tensor weight) -> Tensor
LogicalResult convertLinear(OpImporter &b) {
  TensorOperand x, weight;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("x", x).tensor("weight", weight).done()))
    return failure();
  LinearOp::Properties properties;
  if (type.getElementType() != x.getElementType())
    properties.output_type = TypeAttr::get(type.getElementType());
  auto op = b.createOp<LinearOp>({x.value, weight.value}, properties);
  return failed(op) ? failure() : b.results(op->getY());
}

/// grouped_linear(Tensor o, Tensor wo_a) -> Tensor: [B, S, G, P] and [G, R, P] to [B, S, G, R]
LogicalResult convertGroupedLinear(OpImporter &b) {
  TensorOperand o, weight;
  if (failed(b.operands().tensor("o", o).tensor("wo_a", weight).done()))
    return failure();
  RankedTensorType type = weight.getType();
  if (o.getType().getRank() != 4 || type.getRank() != 3 || !type.hasStaticShape())
    return b.error() << "needs o [B, S, G, P] and wo_a [G, R, P], got " << o.getType() << " and " << type;
  Value rows = tensor::CollapseShapeOp::create(b, weight.value, ArrayRef<ReassociationIndices>{{0, 1}, {2}});
  GroupedLinearOp::Properties properties;
  properties.groups = b.getI64IntegerAttr(type.getDimSize(0));
  auto op = b.createOp<GroupedLinearOp>({o.value, rows}, properties);
  if (failed(op))
    return failure();
  return b.results(b.splitLast(op->getU(), type.getDimSize(0), type.getDimSize(1)));
}

} // namespace

void mlir::dsv4::addRaisedOperatorHandlers(HandlerTable &table) {
  table["torch.dsv4.grouped_linear.raised"] = convertGroupedLinear;
  table["torch.dsv4.linear.raised"] = convertLinear;
}

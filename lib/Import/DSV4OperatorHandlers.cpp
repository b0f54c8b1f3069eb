//===- DSV4OperatorHandlers.cpp - torch.dsv4.* ----------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Operators that dsv4-raise makes of composites: operands, then attributes, as the dsv4
// ops of these names have them.
//
//===----------------------------------------------------------------------===//

#include "TensorCastHandlers.h"

#include "dsv4/Torch/TorchDialects.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// rms_norm(Tensor x, Tensor? weight, float norm_eps) -> Tensor
LogicalResult convertRmsNorm(OpImporter &b) {
  TensorOperand x, weight;
  double eps = 0.0;
  if (failed(b.operands().tensor("x", x).optionalTensor("weight", weight).floatConstant("norm_eps", eps).done()))
    return failure();
  RmsNormOp::Properties properties;
  properties.norm_eps = b.getF64FloatAttr(eps);
  SmallVector<Value> operands = {x.value};
  if (weight)
    operands.push_back(weight.value);
  auto op = b.createOp<RmsNormOp>(operands, properties);
  return failed(op) ? failure() : b.results(op->getY());
}

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

/// gate_score(Tensor x, Tensor weight, str scoring_func) -> Tensor
LogicalResult convertGateScore(OpImporter &b) {
  TensorOperand x, weight;
  if (failed(b.operands().tensor("x", x).tensor("weight", weight).ignored("scoring_func").done()))
    return failure();
  Operation *name = b.source()->getOperand(2).getDefiningOp();
  auto text = name ? dyn_cast_if_present<StringAttr>(name->getAttr("value")) : StringAttr();
  std::optional<ScoringFunction> function = text ? symbolizeScoringFunction(text.getValue()) : std::nullopt;
  if (!function)
    return b.error() << "operand 2 (scoring_func) must be the constant string sqrtsoftplus, sigmoid or softmax";
  GateScoreOp::Properties properties;
  properties.scoring_func = ScoringFunctionAttr::get(b.getContext(), *function);
  auto op = b.createOp<GateScoreOp>({x.value, weight.value}, properties);
  return failed(op) ? failure() : b.results(op->getScores());
}

} // namespace

void mlir::dsv4::addDSV4OperatorHandlers(HandlerTable &table) {
  table["torch.dsv4.gate_score"] = convertGateScore;
  table["torch.dsv4.grouped_linear"] = convertGroupedLinear;
  table["torch.dsv4.linear"] = convertLinear;
  table["torch.dsv4.rms_norm"] = convertRmsNorm;
}

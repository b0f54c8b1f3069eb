//===- AtenNumberHandlers.cpp - Numbers beside the tensors ----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sizes, and the Python ints, floats and bools that programs compute from them:
// i64, f64 and i1.
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// size.int(self, dim)
LogicalResult convertSize(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).done()))
    return failure();
  FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
  if (failed(position))
    return failure();
  if (x.getType().getRank() == 0)
    return b.error() << "dim " << dim << " is outside " << x.getType();
  return b.results(b.createOrFold<arith::IndexCastOp>(b.getI64Type(), asValue(b, b.sizeOf(x.value, *position))));
}

/// add.int, sub.int, mul.int(a, b), prim.min.int, prim.max.int
template <typename IntOp>
LogicalResult convertIntArithmetic(OpImporter &b) {
  Value lhs, rhs;
  if (failed(b.operands().integer("a", lhs).integer("b", rhs).done()))
    return failure();
  return b.results(b.createOrFold<IntOp>(lhs, rhs));
}

/// floordiv.int, remainder.int(a, b): as in Python.
template <bool isRemainder>
LogicalResult convertIntDivision(OpImporter &b) {
  Value lhs, rhs;
  if (failed(b.operands().integer("a", lhs).integer("b", rhs).done()))
    return failure();
  Value zero = arith::ConstantIntOp::create(b, b.getI64Type(), 0);
  if (failed(b.check(b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ne, rhs, zero), "divides by 0")))
    return failure();
  Value quotient = b.createOrFold<arith::FloorDivSIOp>(lhs, rhs);
  if (!isRemainder)
    return b.results(quotient);
  return b.results(b.createOrFold<arith::SubIOp>(lhs, b.createOrFold<arith::MulIOp>(quotient, rhs)));
}

/// neg.int(a)
LogicalResult convertIntNegation(OpImporter &b) {
  Value x;
  if (failed(b.operands().integer("a", x).done()))
    return failure();
  return b.results(b.createOrFold<arith::SubIOp>(arith::ConstantIntOp::create(b, b.getI64Type(), 0), x));
}

/// eq.int, ge.int, ...(a, b)
template <arith::CmpIPredicate predicate>
LogicalResult convertIntComparison(OpImporter &b) {
  Value lhs, rhs;
  if (failed(b.operands().integer("a", lhs).integer("b", rhs).done()))
    return failure();
  return b.results(b.createOrFold<arith::CmpIOp>(predicate, lhs, rhs));
}

/// Int.bool(a): 0 or 1.
LogicalResult convertBoolToInt(OpImporter &b) {
  Number x;
  if (failed(b.operands().number("a", x).done()))
    return failure();
  if (!x.value.getType().isInteger(1))
    return b.error() << "operand 0 (a) must be a !torch.bool, got " << b.source()->getOperand(0).getType();
  return b.results(b.createOrFold<arith::ExtUIOp>(b.getI64Type(), x.value));
}

/// Bool.int(a): a != 0.
LogicalResult convertIntToBool(OpImporter &b) {
  Value x;
  if (failed(b.operands().integer("a", x).done()))
    return failure();
  Value zero = arith::ConstantIntOp::create(b, b.getI64Type(), 0);
  return b.results(b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ne, x, zero));
}

/// prim.NumToTensor.Scalar(a): a tensor without dimensions.
LogicalResult convertNumberToTensor(OpImporter &b) {
  Number x;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().number("a", x).done()))
    return failure();
  if (type.getRank() != 0)
    return b.error() << "has a result without dimensions, not " << type;
  TypedAttr known = x.constant ? x.constant->getAttr(b, type.getElementType()) : TypedAttr();
  if (known)
    return b.results(arith::ConstantOp::create(b, DenseElementsAttr::get(type, Attribute(known))).getResult());
  Value element = convertNumber(b, x, type.getElementType());
  return b.results(tensor::FromElementsOp::create(b, type, element).getResult());
}

/// _assert_scalar(self, assert_msg): what torch.export found out about a size; runtime.assert(condition, message).
LogicalResult convertAssertion(OpImporter &b) {
  Number condition;
  std::string message;
  bool isAten = b.name() == "torch.aten._assert_scalar";
  OperandReader reader = b.operands();
  reader.number(isAten ? "self" : "condition", condition);
  if (isAten)
    reader.optionalString("assert_msg", message);
  if (failed(reader.done()))
    return failure();
  if (auto text = dyn_cast_if_present<StringAttr>(b.source()->getAttr("message")))
    message = text.str();
  Value holds = condition.value;
  if (!holds.getType().isInteger(1)) {
    Value zero = arith::ConstantOp::create(b, cast<TypedAttr>(b.getZeroAttr(holds.getType())));
    if (isa<FloatType>(holds.getType()))
      holds = b.createOrFold<arith::CmpFOp>(arith::CmpFPredicate::UNE, holds, zero);
    else
      holds = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ne, holds, zero);
  }
  return b.check(holds, message);
}

} // namespace

void mlir::dsv4::addAtenNumberHandlers(HandlerTable &table) {
  using I = arith::CmpIPredicate;
  table["torch.aten.Bool.int"] = convertIntToBool;
  table["torch.aten.Int.bool"] = convertBoolToInt;
  table["torch.aten._assert_scalar"] = convertAssertion;
  table["torch.aten.add.int"] = convertIntArithmetic<arith::AddIOp>;
  table["torch.aten.eq.int"] = convertIntComparison<I::eq>;
  table["torch.aten.floordiv.int"] = convertIntDivision</*isRemainder=*/false>;
  table["torch.aten.ge.int"] = convertIntComparison<I::sge>;
  table["torch.aten.gt.int"] = convertIntComparison<I::sgt>;
  table["torch.aten.le.int"] = convertIntComparison<I::sle>;
  table["torch.aten.lt.int"] = convertIntComparison<I::slt>;
  table["torch.aten.mul.int"] = convertIntArithmetic<arith::MulIOp>;
  table["torch.aten.ne.int"] = convertIntComparison<I::ne>;
  table["torch.aten.neg.int"] = convertIntNegation;
  table["torch.aten.remainder.int"] = convertIntDivision</*isRemainder=*/true>;
  table["torch.aten.size.int"] = convertSize;
  table["torch.aten.sub.int"] = convertIntArithmetic<arith::SubIOp>;
  table["torch.prim.NumToTensor.Scalar"] = convertNumberToTensor;
  table["torch.prim.max.int"] = convertIntArithmetic<arith::MaxSIOp>;
  table["torch.prim.min.int"] = convertIntArithmetic<arith::MinSIOp>;
  table["torch.runtime.assert"] = convertAssertion;
}

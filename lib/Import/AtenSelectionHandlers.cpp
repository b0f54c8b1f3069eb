//===- AtenSelectionHandlers.cpp - aten choice between values -------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// One side of a choice: a tensor or a number.
struct Side {
  TensorOperand tensor;
  Number number;
};

LogicalResult convertChoice(OpImporter &b, TensorOperand condition, const Side &yes, const Side &no) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (!condition.getElementType().isInteger(1))
    return b.error() << "condition must be a bool tensor, got " << condition.getType();
  SmallVector<TensorOperand> operands = {condition};
  for (const Side *side : {&yes, &no})
    if (side->tensor)
      operands.push_back(side->tensor);
  Type element = type.getElementType();
  FailureOr<Value> chosen = elementwise(b, operands, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    unsigned next = 1;
    auto valueOf = [&](const Side &side) {
      return side.tensor ? convertScalar(nested, v[next++], element, side.tensor.isUnsigned)
                         : convertNumber(nested, side.number, element);
    };
    Value first = valueOf(yes);
    return arith::SelectOp::create(nested, v[0], first, valueOf(no));
  });
  if (failed(chosen))
    return failure();
  return b.results(*chosen);
}

/// where.self, .ScalarSelf, .ScalarOther, .Scalar(condition, self, other)
template <bool yesIsTensor, bool noIsTensor>
LogicalResult convertWhere(OpImporter &b) {
  TensorOperand condition;
  Side yes, no;
  OperandReader reader = b.operands();
  reader.tensor("condition", condition);
  auto read = [&](StringRef name, bool isTensor, Side &side) {
    if (isTensor)
      reader.tensor(name, side.tensor);
    else
      reader.number(name, side.number);
  };
  read("self", yesIsTensor, yes);
  read("other", noIsTensor, no);
  if (failed(reader.done()))
    return failure();
  return convertChoice(b, condition, yes, no);
}

/// masked_fill.Scalar, .Tensor(self, mask, value)
template <bool isTensor>
LogicalResult convertMaskedFill(OpImporter &b) {
  TensorOperand mask;
  Side self, value;
  OperandReader reader = b.operands();
  reader.tensor("self", self.tensor).tensor("mask", mask);
  if (isTensor)
    reader.tensor("value", value.tensor);
  else
    reader.number("value", value.number);
  if (failed(reader.done()))
    return failure();
  return convertChoice(b, mask, value, self);
}

/// tril, triu(self, diagonal): zero above or below a diagonal of the last two dimensions.
template <bool keepsLower>
LogicalResult convertTriangle(OpImporter &b) {
  TensorOperand x;
  int64_t diagonal = 0;
  if (failed(b.operands().tensor("self", x).intConstant("diagonal", diagonal).done()))
    return failure();
  int64_t rank = x.getType().getRank();
  if (rank < 2)
    return b.error() << "needs a matrix, got " << x.getType();
  FailureOr<Value> y = elementwise(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value row = linalg::IndexOp::create(nested, rank - 2), column = linalg::IndexOp::create(nested, rank - 1);
    Value edge = arith::AddIOp::create(nested, row, arith::ConstantIndexOp::create(nested, diagonal));
    Value stays =
        arith::CmpIOp::create(nested, keepsLower ? arith::CmpIPredicate::sle : arith::CmpIPredicate::sge, column, edge);
    return arith::SelectOp::create(nested, stays, v[0], constantOf(nested, v[0].getType(), 0));
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

} // namespace

void mlir::dsv4::addAtenSelectionHandlers(HandlerTable &table) {
  table["torch.aten.masked_fill.Scalar"] = convertMaskedFill</*isTensor=*/false>;
  table["torch.aten.masked_fill.Tensor"] = convertMaskedFill</*isTensor=*/true>;
  table["torch.aten.tril"] = convertTriangle</*keepsLower=*/true>;
  table["torch.aten.triu"] = convertTriangle</*keepsLower=*/false>;
  table["torch.aten.where.Scalar"] = convertWhere<false, false>;
  table["torch.aten.where.ScalarOther"] = convertWhere<true, false>;
  table["torch.aten.where.ScalarSelf"] = convertWhere<false, true>;
  table["torch.aten.where.self"] = convertWhere<true, true>;
}

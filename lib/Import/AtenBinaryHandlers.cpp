//===- AtenBinaryHandlers.cpp - aten arithmetic on two operands -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The dtype of a result is what the op declares, so torch's promotion rules need
// not be repeated: both operands are converted to it, f16 and bf16 to f32, and
// the result is rounded once.
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// `body` on both operands in the type of arithmetic on the declared result, which must not be bool.
LogicalResult arithmetic(OpImporter &b, TensorOperand lhs, TensorOperand rhs, Body body) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  Type element = type.getElementType(), compute = arithmeticType(element);
  if (element.isInteger(1))
    return b.error() << "has no result of type " << type;
  FailureOr<Value> y = elementwise(b, {lhs, rhs}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value x = convertScalar(nested, v[0], compute, lhs.isUnsigned);
    Value y = convertScalar(nested, v[1], compute, rhs.isUnsigned);
    return convertScalar(nested, body(nested, {x, y}), element, false);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

/// The same with a number as second operand.
LogicalResult arithmetic(OpImporter &b, TensorOperand lhs, const Number &rhs, Body body) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  Type element = type.getElementType(), compute = arithmeticType(element);
  if (element.isInteger(1))
    return b.error() << "has no result of type " << type;
  if (rhs.isFloat() && isa<IntegerType>(element))
    return b.error() << "has a float operand, but a result of type " << type;
  FailureOr<Value> y = elementwise(b, lhs, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value x = convertScalar(nested, v[0], compute, lhs.isUnsigned);
    return convertScalar(nested, body(nested, {x, convertNumber(nested, rhs, compute)}), element, false);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

template <typename FloatOp, typename IntOp>
Value apply(ImplicitLocOpBuilder &b, Value x, Value y) {
  if (isa<FloatType>(x.getType()))
    return FloatOp::create(b, x, y);
  return IntOp::create(b, x, y);
}

bool isOne(const Number &alpha) { return alpha.constant && alpha.constant->asDouble() == 1.0; }

/// x + alpha * y, or minus; of floats in one rounding, as PyTorch's vector code does it.
template <bool isSubtraction>
Value addScaled(ImplicitLocOpBuilder &b, Value x, Value y, const Number &alpha) {
  bool isFloat = isa<FloatType>(x.getType());
  if (!isOne(alpha)) {
    Value factor = convertNumber(b, alpha, y.getType());
    if (isFloat) {
      if (isSubtraction)
        factor = arith::NegFOp::create(b, factor);
      return math::FmaOp::create(b, y, factor, x);
    }
    y = arith::MulIOp::create(b, y, factor);
  }
  if (isSubtraction)
    return apply<arith::SubFOp, arith::SubIOp>(b, x, y);
  return apply<arith::AddFOp, arith::AddIOp>(b, x, y);
}

/// add.Tensor, sub.Tensor(self, other, alpha): self + alpha * other.
template <bool isSubtraction>
LogicalResult convertAdditive(OpImporter &b) {
  TensorOperand lhs, rhs;
  Number alpha;
  if (failed(b.operands().tensor("self", lhs).tensor("other", rhs).number("alpha", alpha).done()))
    return failure();
  return arithmetic(b, lhs, rhs, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    return addScaled<isSubtraction>(nested, v[0], v[1], alpha);
  });
}

/// add.Scalar, sub.Scalar, rsub.Scalar(self, other, alpha)
template <bool isSubtraction, bool isReversed = false>
LogicalResult convertAdditiveScalar(OpImporter &b) {
  TensorOperand lhs;
  Number rhs, alpha;
  if (failed(b.operands().tensor("self", lhs).number("other", rhs).number("alpha", alpha).done()))
    return failure();
  return arithmetic(b, lhs, rhs, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    return isReversed ? addScaled<isSubtraction>(nested, v[1], v[0], alpha)
                      : addScaled<isSubtraction>(nested, v[0], v[1], alpha);
  });
}

/// mul.Tensor(self, other)
LogicalResult convertMul(OpImporter &b) {
  TensorOperand lhs, rhs;
  if (failed(b.operands().tensor("self", lhs).tensor("other", rhs).done()))
    return failure();
  return arithmetic(b, lhs, rhs, [](ImplicitLocOpBuilder &nested, ValueRange v) {
    return apply<arith::MulFOp, arith::MulIOp>(nested, v[0], v[1]);
  });
}

/// mul.Scalar(self, other)
LogicalResult convertMulScalar(OpImporter &b) {
  TensorOperand lhs;
  Number rhs;
  if (failed(b.operands().tensor("self", lhs).number("other", rhs).done()))
    return failure();
  return arithmetic(b, lhs, rhs, [](ImplicitLocOpBuilder &nested, ValueRange v) {
    return apply<arith::MulFOp, arith::MulIOp>(nested, v[0], v[1]);
  });
}

/// maximum, minimum(self, other): NaN if one is NaN; of equal values (-0 and 0) the second, as in PyTorch's vector
/// code.
template <bool isMaximum>
LogicalResult convertExtreme(OpImporter &b) {
  TensorOperand lhs, rhs;
  if (failed(b.operands().tensor("self", lhs).tensor("other", rhs).done()))
    return failure();
  return arithmetic(b, lhs, rhs, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    bool isUnsigned = lhs.isUnsigned && rhs.isUnsigned;
    Value takesFirst = isMaximum ? isLess(nested, v[1], v[0], isUnsigned) : isLess(nested, v[0], v[1], isUnsigned);
    if (isa<FloatType>(v[0].getType()))
      takesFirst = arith::OrIOp::create(nested, takesFirst, isNan(nested, v[0]));
    return arith::SelectOp::create(nested, takesFirst, v[0], v[1]);
  });
}

/// bitwise_and, bitwise_or, bitwise_xor.Tensor(self, other): of integers, or of bools.
template <typename IntOp>
LogicalResult convertBitwise(OpImporter &b) {
  TensorOperand lhs, rhs;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("self", lhs).tensor("other", rhs).done()))
    return failure();
  Type element = type.getElementType();
  if (!isa<IntegerType>(element))
    return b.error() << "needs integers or bools, got " << type;
  FailureOr<Value> y = elementwise(b, {lhs, rhs}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    return IntOp::create(nested, convertScalar(nested, v[0], element, lhs.isUnsigned),
                         convertScalar(nested, v[1], element, rhs.isUnsigned));
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

/// logical_and, logical_or, logical_xor(self, other): of anything, which is true if it is not zero.
template <typename IntOp>
LogicalResult convertLogical(OpImporter &b) {
  TensorOperand lhs, rhs;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("self", lhs).tensor("other", rhs).done()))
    return failure();
  if (!type.getElementType().isInteger(1))
    return b.error() << "needs a bool result, got " << type;
  FailureOr<Value> y = elementwise(b, {lhs, rhs}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    return IntOp::create(nested, convertScalar(nested, v[0], nested.getI1Type(), lhs.isUnsigned),
                         convertScalar(nested, v[1], nested.getI1Type(), rhs.isUnsigned));
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

} // namespace

void mlir::dsv4::addAtenBinaryHandlers(HandlerTable &table) {
  table["torch.aten.add.Scalar"] = convertAdditiveScalar</*isSubtraction=*/false>;
  table["torch.aten.add.Tensor"] = convertAdditive</*isSubtraction=*/false>;
  table["torch.aten.bitwise_and.Tensor"] = convertBitwise<arith::AndIOp>;
  table["torch.aten.bitwise_or.Tensor"] = convertBitwise<arith::OrIOp>;
  table["torch.aten.bitwise_xor.Tensor"] = convertBitwise<arith::XOrIOp>;
  table["torch.aten.logical_and"] = convertLogical<arith::AndIOp>;
  table["torch.aten.logical_or"] = convertLogical<arith::OrIOp>;
  table["torch.aten.logical_xor"] = convertLogical<arith::XOrIOp>;
  table["torch.aten.maximum"] = convertExtreme</*isMaximum=*/true>;
  table["torch.aten.minimum"] = convertExtreme</*isMaximum=*/false>;
  table["torch.aten.mul.Scalar"] = convertMulScalar;
  table["torch.aten.mul.Tensor"] = convertMul;
  table["torch.aten.rsub.Scalar"] = convertAdditiveScalar</*isSubtraction=*/true, /*isReversed=*/true>;
  table["torch.aten.sub.Scalar"] = convertAdditiveScalar</*isSubtraction=*/true>;
  table["torch.aten.sub.Tensor"] = convertAdditive</*isSubtraction=*/true>;
}

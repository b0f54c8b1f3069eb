//===- AtenUnaryHandlers.cpp - aten functions of one tensor ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One linalg.generic per op, conversions of the operand inside: PyTorch runs
// each as one kernel. f16 and bf16 are computed in f32 and rounded once, as
// PyTorch does it. Formulas are PyTorch's, for NaN, infinities and -0 too.
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

namespace {

//===----------------------------------------------------------------------===//
// Formulas on one float
//===----------------------------------------------------------------------===//

using Formula = Value (*)(ImplicitLocOpBuilder &, Value);

template <typename MathOp>
Value apply(ImplicitLocOpBuilder &b, Value x) {
  return MathOp::create(b, x);
}

Value divide(ImplicitLocOpBuilder &b, double x, Value y) {
  return arith::DivFOp::create(b, constantOf(b, y.getType(), x), y);
}

/// 1 + exp(-x)
Value sigmoidDenominator(ImplicitLocOpBuilder &b, Value x) {
  Value decayed = math::ExpOp::create(b, arith::NegFOp::create(b, x));
  return arith::AddFOp::create(b, constantOf(b, x.getType(), 1), decayed);
}

Value sigmoid(ImplicitLocOpBuilder &b, Value x) { return divide(b, 1, sigmoidDenominator(b, x)); }
Value silu(ImplicitLocOpBuilder &b, Value x) { return arith::DivFOp::create(b, x, sigmoidDenominator(b, x)); }
Value square(ImplicitLocOpBuilder &b, Value x) { return arith::MulFOp::create(b, x, x); }
Value reciprocal(ImplicitLocOpBuilder &b, Value x) { return divide(b, 1, x); }

//===----------------------------------------------------------------------===//
// Handlers
//===----------------------------------------------------------------------===//

/// `body` on the elements of `x` in `compute`, the type of arithmetic on the declared result.
LogicalResult convertUnary(OpImporter &b, TensorOperand x, Type compute, Body body) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  FailureOr<Value> y = elementwise(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value operand = convertScalar(nested, v[0], compute, x.isUnsigned);
    return convertScalar(nested, body(nested, operand), type.getElementType(), false);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

/// A function whose result is a float.
LogicalResult convertFloatFunction(OpImporter &b, TensorOperand x, Body body) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (!isa<FloatType>(type.getElementType()))
    return b.error() << "needs a float result, got " << type;
  return convertUnary(b, x, arithmeticType(type.getElementType()), body);
}

/// exp, sin, sigmoid, ...(self)
template <Formula formula>
LogicalResult convertFunction(OpImporter &b) {
  TensorOperand x;
  if (failed(b.operands().tensor("self", x).done()))
    return failure();
  return convertFloatFunction(b, x, [](ImplicitLocOpBuilder &nested, ValueRange v) { return formula(nested, v[0]); });
}

/// neg, abs, square(self): of floats and of integers, which have no -0.
template <Formula ofFloat, Formula ofInteger>
LogicalResult convertNumeric(OpImporter &b) {
  TensorOperand x;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("self", x).done()))
    return failure();
  if (type.getElementType().isInteger(1))
    return b.error() << "has no result of type " << type;
  return convertUnary(b, x, arithmeticType(type.getElementType()), [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    return isa<FloatType>(v[0].getType()) ? ofFloat(nested, v[0]) : ofInteger(nested, v[0]);
  });
}

Value negateInteger(ImplicitLocOpBuilder &b, Value x) {
  return arith::SubIOp::create(b, constantOf(b, x.getType(), 0), x);
}
Value squareInteger(ImplicitLocOpBuilder &b, Value x) { return arith::MulIOp::create(b, x, x); }
Value absoluteInteger(ImplicitLocOpBuilder &b, Value x) {
  Value isNegative = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, x, constantOf(b, x.getType(), 0));
  return arith::SelectOp::create(b, isNegative, negateInteger(b, x), x);
}
Value identity(ImplicitLocOpBuilder &, Value x) { return x; }

/// x < 0 ? 0 : x, so that NaN and -0 pass.
template <bool ofFloat>
Value rectify(ImplicitLocOpBuilder &b, Value x) {
  Value zero = constantOf(b, x.getType(), 0);
  return arith::SelectOp::create(b, isLess(b, x, zero, /*isUnsigned=*/false), zero, x);
}

/// isnan, isinf, logical_not, bitwise_not(self)
enum class Test { Nan, Infinite, Zero };
template <Test test>
LogicalResult convertTest(OpImporter &b) {
  TensorOperand x;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("self", x).done()))
    return failure();
  if (!type.getElementType().isInteger(1))
    return b.error() << "needs a bool result, got " << type;
  FailureOr<Value> y = elementwise(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value value = v[0];
    bool isFloat = isa<FloatType>(value.getType());
    if (isFloat)
      value = convertScalar(nested, value, arithmeticType(value.getType()), false);
    if (test == Test::Nan || (test == Test::Infinite && !isFloat))
      return test == Test::Nan ? isNan(nested, value)
                               : Value(arith::ConstantOp::create(nested, nested.getBoolAttr(false)));
    if (test == Test::Infinite)
      return arith::CmpFOp::create(nested, arith::CmpFPredicate::OEQ, math::AbsFOp::create(nested, value),
                                   constantOf(nested, value.getType(), INFINITY));
    Value zero = constantOf(nested, value.getType(), 0);
    if (isFloat)
      return arith::CmpFOp::create(nested, arith::CmpFPredicate::OEQ, value, zero);
    return arith::CmpIOp::create(nested, arith::CmpIPredicate::eq, value, zero);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

/// bitwise_not(self)
LogicalResult convertBitwiseNot(OpImporter &b) {
  TensorOperand x;
  if (failed(b.operands().tensor("self", x).done()))
    return failure();
  if (!isa<IntegerType>(x.getElementType()))
    return b.error() << "needs integers or bools, got " << x.getType();
  return convertUnary(b, x, x.getElementType(), [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value ones = arith::ConstantOp::create(
        nested, nested.getIntegerAttr(v[0].getType(), APInt::getAllOnes(v[0].getType().getIntOrFloatBitWidth())));
    return arith::XOrIOp::create(nested, v[0], ones);
  });
}

//===----------------------------------------------------------------------===//
// Functions with parameters
//===----------------------------------------------------------------------===//

/// softplus(self, beta, threshold): linear above the threshold.
LogicalResult convertSoftplus(OpImporter &b) {
  TensorOperand x;
  Scalar beta, threshold;
  if (failed(b.operands().tensor("self", x).scalarConstant("beta", beta).scalarConstant("threshold", threshold).done()))
    return failure();
  return convertFloatFunction(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Type type = v[0].getType();
    Value factor = constantOf(nested, type, beta.asDouble());
    Value scaled = arith::MulFOp::create(nested, v[0], factor);
    Value isLarge = arith::CmpFOp::create(nested, arith::CmpFPredicate::OGT, scaled,
                                          constantOf(nested, type, threshold.asDouble()));
    Value soft = math::Log1pOp::create(nested, math::ExpOp::create(nested, scaled));
    return arith::SelectOp::create(nested, isLarge, v[0], arith::DivFOp::create(nested, soft, factor));
  });
}

/// gelu(self, approximate): x / 2 (1 + erf(x / sqrt 2)).
LogicalResult convertGelu(OpImporter &b) {
  TensorOperand x;
  std::string approximate;
  if (failed(b.operands().tensor("self", x).optionalString("approximate", approximate).done()))
    return failure();
  if (approximate != "none")
    return b.error() << "approximate must be 'none', got '" << approximate << "'";
  return convertFloatFunction(b, x, [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Type type = v[0].getType();
    Value scaled = arith::MulFOp::create(nested, v[0], constantOf(nested, type, M_SQRT1_2));
    Value gate = arith::AddFOp::create(nested, constantOf(nested, type, 1), math::ErfOp::create(nested, scaled));
    return arith::MulFOp::create(nested, arith::MulFOp::create(nested, v[0], constantOf(nested, type, 0.5)), gate);
  });
}

/// x to a whole number of at least 0 by repeated squaring.
template <typename MulOp>
Value wholePower(ImplicitLocOpBuilder &b, Value x, uint64_t exponent) {
  Value result;
  for (; exponent; exponent >>= 1) {
    if (exponent & 1)
      result = result ? MulOp::create(b, result, x).getResult() : x;
    if (exponent > 1)
      x = MulOp::create(b, x, x);
  }
  return result ? result : constantOf(b, x.getType(), 1);
}

/// The exponents that PyTorch has a formula for are computed by it, others by libm.
Value floatPower(ImplicitLocOpBuilder &b, Value x, double exponent) {
  if (exponent == 0.0 || exponent == 1.0 || exponent == 2.0 || exponent == 3.0)
    return wholePower<arith::MulFOp>(b, x, static_cast<uint64_t>(exponent));
  if (exponent == 0.5)
    return math::SqrtOp::create(b, x);
  if (exponent == -0.5)
    return math::RsqrtOp::create(b, x);
  if (exponent == -1.0)
    return reciprocal(b, x);
  if (exponent == -2.0)
    return reciprocal(b, square(b, x));
  return math::PowFOp::create(b, x, constantOf(b, x.getType(), exponent));
}

/// pow.Tensor_Scalar(self, exponent)
LogicalResult convertPower(OpImporter &b) {
  TensorOperand x;
  Scalar exponent;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("self", x).scalarConstant("exponent", exponent).done()))
    return failure();
  if (isa<FloatType>(type.getElementType()))
    return convertFloatFunction(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
      return floatPower(nested, v[0], exponent.asDouble());
    });
  if (exponent.isFloat || exponent.integer < 0 || type.getElementType().isInteger(1))
    return b.error() << "exponent must be a whole number of at least 0 for a result of type " << type;
  return convertUnary(b, x, type.getElementType(), [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    return wholePower<arith::MulIOp>(nested, v[0], exponent.integer);
  });
}

/// x < low ? low : x > high ? high : x. Comparisons, so that NaN and -0 pass as they are; a bound that is NaN is the
/// result.
LogicalResult convertClampTo(OpImporter &b, TensorOperand x, const Number &low, const Number &high) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (type.getElementType().isInteger(1))
    return b.error() << "has no result of type " << type;
  auto limit = [&](ImplicitLocOpBuilder &nested, Value value, const Number &bound, bool isLow) -> Value {
    if (!bound.value)
      return value;
    Value number = convertNumber(nested, bound, value.getType());
    Value outside = isLow ? isLess(nested, value, number, x.isUnsigned) : isLess(nested, number, value, x.isUnsigned);
    if (bound.constant && std::isnan(bound.constant->asDouble()))
      return number;
    return arith::SelectOp::create(nested, outside, number, value);
  };
  return convertUnary(b, x, arithmeticType(type.getElementType()), [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    return limit(nested, limit(nested, v[0], low, /*isLow=*/true), high, /*isLow=*/false);
  });
}

/// clamp(self, min?, max?)
LogicalResult convertClamp(OpImporter &b) {
  TensorOperand x;
  Number low, high;
  if (failed(b.operands().tensor("self", x).optionalNumber("min", low).optionalNumber("max", high).done()))
    return failure();
  return convertClampTo(b, x, low, high);
}

/// clamp_min(self, min), clamp_max(self, max)
template <bool isLow>
LogicalResult convertClampOneSide(OpImporter &b) {
  TensorOperand x;
  Number bound;
  if (failed(b.operands().tensor("self", x).number(isLow ? "min" : "max", bound).done()))
    return failure();
  return convertClampTo(b, x, isLow ? bound : Number(), isLow ? Number() : bound);
}

} // namespace

void mlir::dsv4::addAtenUnaryHandlers(HandlerTable &table) {
  table["torch.aten.abs"] = convertNumeric<apply<math::AbsFOp>, absoluteInteger>;
  table["torch.aten.bitwise_not"] = convertBitwiseNot;
  table["torch.aten.ceil"] = convertNumeric<apply<math::CeilOp>, identity>;
  table["torch.aten.clamp"] = convertClamp;
  table["torch.aten.clamp_max"] = convertClampOneSide<false>;
  table["torch.aten.clamp_min"] = convertClampOneSide<true>;
  table["torch.aten.cos"] = convertFunction<apply<math::CosOp>>;
  table["torch.aten.erf"] = convertFunction<apply<math::ErfOp>>;
  table["torch.aten.exp"] = convertFunction<apply<math::ExpOp>>;
  table["torch.aten.floor"] = convertNumeric<apply<math::FloorOp>, identity>;
  table["torch.aten.gelu"] = convertGelu;
  table["torch.aten.isinf"] = convertTest<Test::Infinite>;
  table["torch.aten.isnan"] = convertTest<Test::Nan>;
  table["torch.aten.log"] = convertFunction<apply<math::LogOp>>;
  table["torch.aten.log1p"] = convertFunction<apply<math::Log1pOp>>;
  table["torch.aten.logical_not"] = convertTest<Test::Zero>;
  table["torch.aten.neg"] = convertNumeric<apply<arith::NegFOp>, negateInteger>;
  table["torch.aten.pow.Tensor_Scalar"] = convertPower;
  table["torch.aten.reciprocal"] = convertFunction<reciprocal>;
  table["torch.aten.relu"] = convertNumeric<rectify<true>, rectify<false>>;
  table["torch.aten.round"] = convertNumeric<apply<math::RoundEvenOp>, identity>;
  table["torch.aten.rsqrt"] = convertFunction<apply<math::RsqrtOp>>;
  table["torch.aten.sigmoid"] = convertFunction<sigmoid>;
  table["torch.aten.silu"] = convertFunction<silu>;
  table["torch.aten.sin"] = convertFunction<apply<math::SinOp>>;
  table["torch.aten.softplus"] = convertSoftplus;
  table["torch.aten.sqrt"] = convertFunction<apply<math::SqrtOp>>;
  table["torch.aten.square"] = convertNumeric<square, squareInteger>;
  table["torch.aten.tanh"] = convertFunction<apply<math::TanhOp>>;
  table["torch.aten.trunc"] = convertNumeric<apply<math::TruncOp>, identity>;
}

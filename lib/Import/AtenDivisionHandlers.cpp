//===- AtenDivisionHandlers.cpp - aten division and remainder -------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Integers divide as in Python. A divisor of 0 is an error when the program
// runs, as it is in PyTorch, and never reaches the division: processors trap.
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

enum class Rounding { None, Floor, Trunc, Remainder };

//===----------------------------------------------------------------------===//
// Formulas
//===----------------------------------------------------------------------===//

Value isZero(ImplicitLocOpBuilder &b, Value x) {
  Value zero = constantOf(b, x.getType(), 0);
  if (isa<FloatType>(x.getType()))
    return arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, x, zero);
  return arith::CmpIOp::create(b, arith::CmpIPredicate::eq, x, zero);
}

/// `x` and `y` have different signs; -0 counts as positive.
Value signsDiffer(ImplicitLocOpBuilder &b, Value x, Value y) {
  Value zero = constantOf(b, x.getType(), 0);
  return arith::XOrIOp::create(b, isLess(b, x, zero, false), isLess(b, y, zero, false));
}

Value both(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::AndIOp::create(b, x, y); }
Value negated(ImplicitLocOpBuilder &b, Value x) {
  return arith::XOrIOp::create(b, x, arith::ConstantOp::create(b, b.getBoolAttr(true)));
}

/// The remainder with the sign of the divisor.
Value floatRemainder(ImplicitLocOpBuilder &b, Value x, Value y) {
  Value cut = arith::RemFOp::create(b, x, y);
  Value moves = both(b, negated(b, isZero(b, cut)), signsDiffer(b, cut, y));
  return arith::SelectOp::create(b, moves, arith::AddFOp::create(b, cut, y), cut);
}

/// PyTorch's floor division of floats, which is Python's: from the exact remainder, because floor(x / y) may be off by
/// one; x / y where y is 0.
Value floatFloor(ImplicitLocOpBuilder &b, Value x, Value y) {
  Type type = x.getType();
  Value quotient = arith::DivFOp::create(b, x, y);
  Value cut = arith::RemFOp::create(b, x, y);
  Value whole = arith::DivFOp::create(b, arith::SubFOp::create(b, x, cut), y);
  Value moves = both(b, negated(b, isZero(b, cut)), signsDiffer(b, y, cut));
  whole = arith::SelectOp::create(b, moves, arith::SubFOp::create(b, whole, constantOf(b, type, 1)), whole);
  Value low = math::FloorOp::create(b, whole);
  Value isOff = arith::CmpFOp::create(b, arith::CmpFPredicate::OGT, arith::SubFOp::create(b, whole, low),
                                      constantOf(b, type, 0.5));
  low = arith::SelectOp::create(b, isOff, arith::AddFOp::create(b, low, constantOf(b, type, 1)), low);
  // 0 with the sign of the quotient, which is finite then.
  Value zero = arith::MulFOp::create(b, quotient, constantOf(b, type, 0));
  Value result = arith::SelectOp::create(b, isZero(b, whole), zero, low);
  return arith::SelectOp::create(b, isZero(b, y), quotient, result);
}

/// `element` is the dtype: PyTorch rounds a quotient of f16 or bf16 to it before it cuts.
Value divideFloats(ImplicitLocOpBuilder &b, Rounding rounding, Type element, Value x, Value y) {
  switch (rounding) {
  case Rounding::None:
    return arith::DivFOp::create(b, x, y);
  case Rounding::Floor:
    return floatFloor(b, x, y);
  case Rounding::Trunc:
    return math::TruncOp::create(
        b, convertScalar(b, convertScalar(b, arith::DivFOp::create(b, x, y), element, false), x.getType(), false));
  case Rounding::Remainder:
    return floatRemainder(b, x, y);
  }
  return Value();
}

/// 0 becomes 1: the check has failed by then. The smallest integer divided by -1 overflows, which traps as well; its
/// negation wraps around.
Value divideIntegers(ImplicitLocOpBuilder &b, Rounding rounding, bool isUnsigned, Value x, Value y) {
  Type type = x.getType();
  Value zero = constantOf(b, type, 0), one = constantOf(b, type, 1);
  Value divisor = arith::SelectOp::create(b, isZero(b, y), one, y);
  if (isUnsigned) {
    if (rounding == Rounding::Remainder)
      return arith::RemUIOp::create(b, x, divisor);
    return arith::DivUIOp::create(b, x, divisor);
  }
  Value isMinusOne = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, y, constantOf(b, type, -1));
  divisor = arith::SelectOp::create(b, isMinusOne, one, divisor);
  Value quotient = arith::DivSIOp::create(b, x, divisor);
  Value cut = arith::SubIOp::create(b, x, arith::MulIOp::create(b, quotient, divisor));
  Value moves = both(b, negated(b, isZero(b, cut)), signsDiffer(b, cut, divisor));
  if (rounding == Rounding::Remainder)
    return arith::SelectOp::create(b, moves, arith::AddIOp::create(b, cut, divisor), cut);
  if (rounding == Rounding::Floor)
    quotient = arith::SelectOp::create(b, moves, arith::SubIOp::create(b, quotient, one), quotient);
  return arith::SelectOp::create(b, isMinusOne, arith::SubIOp::create(b, zero, x), quotient);
}

//===----------------------------------------------------------------------===//
// Handlers
//===----------------------------------------------------------------------===//

/// `x` divided by a tensor or a number.
LogicalResult convertDivision(OpImporter &b, Rounding rounding, TensorOperand x, TensorOperand tensor,
                              const Number &number) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  Type element = type.getElementType(), compute = arithmeticType(element);
  bool isFloat = isa<FloatType>(element);
  if (element.isInteger(1) || (!isFloat && rounding == Rounding::None))
    return b.error() << "has no result of type " << type;
  if (!isFloat && number.value && number.isFloat())
    return b.error() << "has a float operand, but a result of type " << type;
  if (!isFloat) {
    Value isSane;
    if (number.value) {
      isSane = b.createOrFold<arith::CmpIOp>(
          arith::CmpIPredicate::ne, number.value,
          arith::ConstantOp::create(b, cast<TypedAttr>(b.getZeroAttr(number.value.getType()))));
    } else if (DenseElementsAttr known; matchPattern(tensor.value, m_Constant(&known)) && known.isSplat()) {
      isSane = arith::ConstantOp::create(b, b.getBoolAttr(!known.getSplatValue<APInt>().isZero()));
    } else {
      Value all = b.reduce("", b.getBoolAttr(true),
                           {{tensor.value, StringRef(dimLetters).take_front(tensor.getType().getRank())}},
                           [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                             return both(nested, v[1], negated(nested, isZero(nested, v[0])));
                           });
      isSane = tensor::ExtractOp::create(b, all, ValueRange());
    }
    if (failed(b.check(isSane, "divides integers by 0")))
      return failure();
  }
  SmallVector<TensorOperand> operands = {x};
  if (tensor)
    operands.push_back(tensor);
  FailureOr<Value> y = elementwise(b, operands, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value dividend = convertScalar(nested, v[0], compute, x.isUnsigned);
    Value divisor =
        tensor ? convertScalar(nested, v[1], compute, tensor.isUnsigned) : convertNumber(nested, number, compute);
    Value result =
        isFloat ? divideFloats(nested, rounding, element, dividend, divisor)
                : divideIntegers(nested, rounding, x.isUnsigned && (!tensor || tensor.isUnsigned), dividend, divisor);
    return convertScalar(nested, result, element, false);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

/// div.Tensor, floor_divide, remainder.Tensor(self, other)
template <Rounding rounding>
LogicalResult convertByTensor(OpImporter &b) {
  TensorOperand x, y;
  if (failed(b.operands().tensor("self", x).tensor("other", y).done()))
    return failure();
  return convertDivision(b, rounding, x, y, Number());
}

/// div.Scalar, floor_divide.Scalar, remainder.Scalar(self, other)
template <Rounding rounding>
LogicalResult convertByScalar(OpImporter &b) {
  TensorOperand x;
  Number y;
  if (failed(b.operands().tensor("self", x).number("other", y).done()))
    return failure();
  return convertDivision(b, rounding, x, TensorOperand(), y);
}

FailureOr<Rounding> roundingOf(OpImporter &b, StringRef mode) {
  if (mode.empty())
    return Rounding::None;
  if (mode == "floor")
    return Rounding::Floor;
  if (mode == "trunc")
    return Rounding::Trunc;
  return b.error() << "rounding_mode must be none, 'floor' or 'trunc', got '" << mode << "'";
}

/// div.Tensor_mode(self, other, rounding_mode)
LogicalResult convertByTensorMode(OpImporter &b) {
  TensorOperand x, y;
  std::string mode;
  if (failed(b.operands().tensor("self", x).tensor("other", y).optionalString("rounding_mode", mode).done()))
    return failure();
  FailureOr<Rounding> rounding = roundingOf(b, mode);
  if (failed(rounding))
    return failure();
  return convertDivision(b, *rounding, x, y, Number());
}

/// div.Scalar_mode(self, other, rounding_mode)
LogicalResult convertByScalarMode(OpImporter &b) {
  TensorOperand x;
  Number y;
  std::string mode;
  if (failed(b.operands().tensor("self", x).number("other", y).optionalString("rounding_mode", mode).done()))
    return failure();
  FailureOr<Rounding> rounding = roundingOf(b, mode);
  if (failed(rounding))
    return failure();
  return convertDivision(b, *rounding, x, TensorOperand(), y);
}

} // namespace

void mlir::dsv4::addAtenDivisionHandlers(HandlerTable &table) {
  table["torch.aten.div.Scalar"] = convertByScalar<Rounding::None>;
  table["torch.aten.div.Scalar_mode"] = convertByScalarMode;
  table["torch.aten.div.Tensor"] = convertByTensor<Rounding::None>;
  table["torch.aten.div.Tensor_mode"] = convertByTensorMode;
  table["torch.aten.floor_divide"] = convertByTensor<Rounding::Floor>;
  table["torch.aten.floor_divide.Scalar"] = convertByScalar<Rounding::Floor>;
  table["torch.aten.remainder.Scalar"] = convertByScalar<Rounding::Remainder>;
  table["torch.aten.remainder.Tensor"] = convertByTensor<Rounding::Remainder>;
}

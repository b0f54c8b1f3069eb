//===- AtenComparisonHandlers.cpp - aten comparisons ----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// The dtype that two operands are compared in: the wider float, or f32 for a float with an integer of any width as
/// torch promotes f32 and i64; of integers the wider.
Type commonType(Type x, Type y) {
  if (x == y)
    return x;
  bool xIsFloat = isa<FloatType>(x), yIsFloat = isa<FloatType>(y);
  if (xIsFloat != yIsFloat)
    return xIsFloat ? x : y;
  unsigned xWidth = x.getIntOrFloatBitWidth(), yWidth = y.getIntOrFloatBitWidth();
  // f16 and bf16 meet in f32.
  if (xIsFloat && xWidth == yWidth)
    return Float32Type::get(x.getContext());
  return xWidth > yWidth ? x : y;
}

struct Predicates {
  arith::CmpFPredicate ofFloats;
  arith::CmpIPredicate ofSigned, ofUnsigned;
};

Value compare(ImplicitLocOpBuilder &b, const Predicates &predicates, bool isUnsigned, Value x, Value y) {
  if (isa<FloatType>(x.getType()))
    return arith::CmpFOp::create(b, predicates.ofFloats, x, y);
  return arith::CmpIOp::create(b, isUnsigned ? predicates.ofUnsigned : predicates.ofSigned, x, y);
}

template <arith::CmpFPredicate floatPredicate, arith::CmpIPredicate signedPredicate,
          arith::CmpIPredicate unsignedPredicate>
struct Comparison {
  static constexpr Predicates predicates = {floatPredicate, signedPredicate, unsignedPredicate};

  static LogicalResult checkResult(OpImporter &b) {
    RankedTensorType type = b.resultType();
    if (!type)
      return failure();
    if (!type.getElementType().isInteger(1))
      return b.error() << "needs a bool result, got " << type;
    return success();
  }

  /// eq.Tensor, ...(self, other)
  static LogicalResult withTensor(OpImporter &b) {
    TensorOperand lhs, rhs;
    if (failed(checkResult(b)) || failed(b.operands().tensor("self", lhs).tensor("other", rhs).done()))
      return failure();
    Type common = commonType(lhs.getElementType(), rhs.getElementType()), compute = arithmeticType(common);
    bool isUnsigned = lhs.isUnsigned && rhs.isUnsigned;
    FailureOr<Value> y = elementwise(b, {lhs, rhs}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
      // An integer beside a bf16 is rounded to it before, as torch promotes it.
      Value x = convertScalar(nested, convertScalar(nested, v[0], common, lhs.isUnsigned), compute, isUnsigned);
      Value y = convertScalar(nested, convertScalar(nested, v[1], common, rhs.isUnsigned), compute, isUnsigned);
      return compare(nested, predicates, isUnsigned, x, y);
    });
    if (failed(y))
      return failure();
    return b.results(*y);
  }

  /// eq.Scalar, ...(self, other): the number is converted to the tensor's dtype, except that an integer tensor is
  /// compared with a float in f32, torch's default dtype.
  static LogicalResult withScalar(OpImporter &b) {
    TensorOperand x;
    Number other;
    if (failed(checkResult(b)) || failed(b.operands().tensor("self", x).number("other", other).done()))
      return failure();
    Type element = x.getElementType();
    Type common = other.isFloat() && isa<IntegerType>(element) ? Type(b.getF32Type()) : element;
    if (other.constant && !other.constant->getAttr(b, common))
      return b.error() << other.constant->integer << " does not fit " << common;
    Type compute = arithmeticType(common);
    FailureOr<Value> y = elementwise(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
      Value lhs = convertScalar(nested, v[0], compute, x.isUnsigned);
      Value rhs = convertScalar(nested, convertNumber(nested, other, common), compute, x.isUnsigned);
      return compare(nested, predicates, x.isUnsigned, lhs, rhs);
    });
    if (failed(y))
      return failure();
    return b.results(*y);
  }

  static void add(HandlerTable &table, StringRef name) {
    table[("torch.aten." + name + ".Scalar").str()] = withScalar;
    table[("torch.aten." + name + ".Tensor").str()] = withTensor;
  }
};

} // namespace

void mlir::dsv4::addAtenComparisonHandlers(HandlerTable &table) {
  using F = arith::CmpFPredicate;
  using I = arith::CmpIPredicate;
  Comparison<F::OEQ, I::eq, I::eq>::add(table, "eq");
  Comparison<F::OGE, I::sge, I::uge>::add(table, "ge");
  Comparison<F::OGT, I::sgt, I::ugt>::add(table, "gt");
  Comparison<F::OLE, I::sle, I::ule>::add(table, "le");
  Comparison<F::OLT, I::slt, I::ult>::add(table, "lt");
  Comparison<F::UNE, I::ne, I::ne>::add(table, "ne");
}

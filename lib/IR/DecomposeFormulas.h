//===- DecomposeFormulas.h - Formulas that several decompositions share -*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IR_DECOMPOSEFORMULAS_H
#define DSV4_LIB_IR_DECOMPOSEFORMULAS_H

#include "dsv4/IR/EinsumBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"

namespace mlir::dsv4 {

//===----------------------------------------------------------------------===//
// Scalar formulas
//===----------------------------------------------------------------------===//

inline Value constant(ImplicitLocOpBuilder &b, double value) {
  return arith::ConstantOp::create(b, b.getF32FloatAttr(value));
}

inline Value add(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::AddFOp::create(b, x, y); }
inline Value subtract(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::SubFOp::create(b, x, y); }
inline Value multiply(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::MulFOp::create(b, x, y); }
inline Value divide(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::DivFOp::create(b, x, y); }

/// 1 / (1 + exp(-x)): 0 and 1 at the ends, where exp overflows to infinity or underflows to 0.
inline Value sigmoid(ImplicitLocOpBuilder &b, Value x) {
  Value negated = arith::NegFOp::create(b, x);
  Value denominator = add(b, constant(b, 1.0), math::ExpOp::create(b, negated));
  return divide(b, constant(b, 1.0), denominator);
}

/// sqrt(log(1 + exp(z))) in the form that neither overflows nor loses small scores.
inline Value sqrtSoftplus(ImplicitLocOpBuilder &b, Value z) {
  Value positivePart = arith::MaximumFOp::create(b, z, constant(b, 0.0));
  Value magnitude = math::AbsFOp::create(b, z);
  Value decayed = math::ExpOp::create(b, arith::NegFOp::create(b, magnitude));
  Value softplus = add(b, positivePart, math::Log1pOp::create(b, decayed));
  return math::SqrtOp::create(b, softplus);
}

//===----------------------------------------------------------------------===//
// Tensor formulas that several ops share
//===----------------------------------------------------------------------===//

/// Sum of all elements over the letters that `out` lacks.
inline Value sum(EinsumBuilder &b, StringRef out, Term term) {
  return b.reduce(out, b.getF32FloatAttr(0.0f), {term},
                  [](ImplicitLocOpBuilder &b, ValueRange v) { return add(b, v[1], v[0]); });
}

inline Value sumOfSquares(EinsumBuilder &b, StringRef out, Term term) {
  return b.reduce(out, b.getF32FloatAttr(0.0f), {term},
                  [](ImplicitLocOpBuilder &b, ValueRange v) { return add(b, v[1], multiply(b, v[0], v[0])); });
}

/// rsqrt(squares / count + eps) elementwise; `dims` are the dimensions of `squares`.
inline Value reciprocalRms(EinsumBuilder &b, StringRef out, Term squares, Value count, const APFloat &eps) {
  return b.map(out, b.getF32Type(), {squares}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    Value mean = divide(b, v[0], count);
    return math::RsqrtOp::create(b, add(b, mean, constant(b, eps.convertToDouble())));
  });
}

//===----------------------------------------------------------------------===//
// Integer formulas: positions, rows and slots in i32
//===----------------------------------------------------------------------===//

inline Value integer(ImplicitLocOpBuilder &b, int64_t value) {
  return arith::ConstantOp::create(b, b.getI32IntegerAttr(value));
}
inline Value plus(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::AddIOp::create(b, x, y); }
inline Value minus(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::SubIOp::create(b, x, y); }
inline Value times(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::MulIOp::create(b, x, y); }
/// Of numbers that are not negative.
inline Value quotient(ImplicitLocOpBuilder &b, Value x, int64_t y) {
  return arith::DivSIOp::create(b, x, integer(b, y));
}
inline Value remainder(ImplicitLocOpBuilder &b, Value x, int64_t y) {
  return arith::RemSIOp::create(b, x, integer(b, y));
}
inline Value less(ImplicitLocOpBuilder &b, Value x, Value y) {
  return arith::CmpIOp::create(b, arith::CmpIPredicate::slt, x, y);
}
inline Value both(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::AndIOp::create(b, x, y); }
inline Value select(ImplicitLocOpBuilder &b, Value condition, Value x, Value y) {
  return arith::SelectOp::create(b, condition, x, y);
}
inline Value toIndex(ImplicitLocOpBuilder &b, Value x) { return arith::IndexCastOp::create(b, b.getIndexType(), x); }
inline Value toI32(ImplicitLocOpBuilder &b, Value x) { return arith::IndexCastOp::create(b, b.getI32Type(), x); }
/// x limited to [0, size of the dimension - 1], for reads whose result is masked.
inline Value clampIndex(ImplicitLocOpBuilder &b, Value x, Value size) {
  Value last = minus(b, size, integer(b, 1));
  Value low = arith::MaxSIOp::create(b, x, integer(b, 0));
  return arith::MaxSIOp::create(b, arith::MinSIOp::create(b, low, last), integer(b, 0));
}

/// In a body: the number of loop `loop` as an i32.
inline Value loopNumber(ImplicitLocOpBuilder &b, int64_t loop) { return toI32(b, linalg::IndexOp::create(b, loop)); }

//===----------------------------------------------------------------------===//
// Sizes
//===----------------------------------------------------------------------===//

/// A dimension (negative: from the end) of a tensor, times `factor`.
struct SizeOf {
  Value &tensor;
  int64_t dim;
  int64_t factor = 1;
};

/// Dimensions that the verifier has taken for one size: where one of them is
/// static, the others become so by a `tensor.cast`. Whether they agree is
/// checked before the op.
void shareStaticSize(EinsumBuilder &b, ArrayRef<SizeOf> places);

//===----------------------------------------------------------------------===//
// Checks
//===----------------------------------------------------------------------===//

/// Stops the program when an element of `values` is outside [lowest, limit), and
/// returns the values clamped into [max(lowest, 0), limit): the check and the
/// read are separate ops, so neither order may go wild. `limit` is an i32.
Value checkRange(EinsumBuilder &b, Value values, int64_t lowest, Value limit, const Twine &message);

/// The same with [0, limit).
Value checkRange(EinsumBuilder &b, Value values, int64_t limit, const Twine &message);

//===----------------------------------------------------------------------===//
// Rotary positions
//===----------------------------------------------------------------------===//

/// Turns the pairs of the last channels of `x`, whose dimensions are called
/// `dims` (the channels last). `cosine` and `sine` have the letter `i` for the
/// pair.
Value rotate(EinsumBuilder &b, Value x, StringRef dims, Term cosine, Term sine, bool inverse);

//===----------------------------------------------------------------------===//
// Weights (`dequantizeWeight` is in WeightFormat.h)
//===----------------------------------------------------------------------===//

/// `act_quant` of `x`: codes, scales, and the dequantised values in the type of
/// `x`.
SmallVector<Value> quantize(EinsumBuilder &b, Value x, int64_t block, Type format);

/// The activations of a coded weight: through f8E4M3FN in blocks of
/// `activationBlock` channels.
Value quantizeActivations(EinsumBuilder &b, Value x);

/// Inputs that an element of a weight stands for.
int64_t codesPerElement(Value weight);

/// The Hadamard transform of the last dimension, scaled to be orthogonal.
Value hadamardTransform(EinsumBuilder &b, Value x);

/// In a body: the element at `position` of a weight of codes, times its scale, in f32.
Value decodeWeight(ImplicitLocOpBuilder &b, Value weight, Value scales, ValueRange position);

} // namespace mlir::dsv4

#endif // DSV4_LIB_IR_DECOMPOSEFORMULAS_H

//===- ExpandSmallFloats.cpp - 8-bit and 4-bit float conversions ----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every format is decoded through f16 (whose subnormals hardware decodes whatever
// the flush-to-zero mode of the process is) and encoded by integer rounding of the
// f32 bits.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4EXPANDSMALLFLOATSPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;

namespace {

/// Integer and float arithmetic on a scalar or elementwise on a vector.
class BitBuilder : public ImplicitLocOpBuilder {
public:
  BitBuilder(OpBuilder &builder, Location loc, Type shape) : ImplicitLocOpBuilder(loc, builder), shape(shape) {}

  /// `element`, or a vector of it when the conversion is one of vectors.
  Type typed(Type element) {
    if (auto vector = dyn_cast<VectorType>(shape))
      return vector.clone(element);
    return element;
  }

  Value integer(unsigned width, uint64_t value) {
    IntegerAttr attribute = getIntegerAttr(getIntegerType(width), APInt(width, value));
    Type type = typed(attribute.getType());
    if (auto vector = dyn_cast<VectorType>(type))
      return arith::ConstantOp::create(*this, DenseElementsAttr::get(vector, Attribute(attribute)));
    return arith::ConstantOp::create(*this, attribute);
  }
  Value f32(double value) {
    FloatAttr attribute = getF32FloatAttr(value);
    if (auto vector = dyn_cast<VectorType>(typed(getF32Type())))
      return arith::ConstantOp::create(*this, DenseElementsAttr::get(vector, Attribute(attribute)));
    return arith::ConstantOp::create(*this, attribute);
  }

  Value bitcast(Value value, Type element) { return arith::BitcastOp::create(*this, typed(element), value); }
  Value extend(Value value, unsigned width) {
    return arith::ExtUIOp::create(*this, typed(getIntegerType(width)), value);
  }
  Value truncate(Value value, unsigned width) {
    return arith::TruncIOp::create(*this, typed(getIntegerType(width)), value);
  }
  Value add(Value x, Value y) { return arith::AddIOp::create(*this, x, y); }
  Value subtract(Value x, Value y) { return arith::SubIOp::create(*this, x, y); }
  Value conjunction(Value x, Value y) { return arith::AndIOp::create(*this, x, y); }
  Value disjunction(Value x, Value y) { return arith::OrIOp::create(*this, x, y); }
  Value shiftLeft(Value x, Value y) { return arith::ShLIOp::create(*this, x, y); }
  Value shiftRight(Value x, Value y) { return arith::ShRUIOp::create(*this, x, y); }
  Value compare(arith::CmpIPredicate predicate, Value x, Value y) {
    return arith::CmpIOp::create(*this, predicate, x, y);
  }
  Value select(Value condition, Value x, Value y) { return arith::SelectOp::create(*this, condition, x, y); }

private:
  Type shape;
};

/// A format with a sign bit, `exponentBits` and `mantissaBits`.
struct Format {
  unsigned width, exponentBits, mantissaBits;
  int bias;
  /// Code (without sign) of a magnitude beyond the largest finite one, and of NaN.
  unsigned overflowCode, nanCode;
};

std::optional<Format> signedFormat(Type type) {
  if (isa<Float8E4M3FNType>(type))
    return Format{8, 4, 3, 7, 0x7f, 0x7f};
  if (isa<Float8E5M2Type>(type))
    return Format{8, 5, 2, 15, 0x7c, 0x7e};
  // No NaN and no infinity: both become the largest magnitude.
  if (isa<Float4E2M1FNType>(type))
    return Format{4, 2, 1, 1, 0x7, 0x7};
  return std::nullopt;
}

bool isSmallFloat(Type type) { return signedFormat(type) || isa<Float8E8M0FNUType>(type); }

Value decode(BitBuilder &b, Value input, Type from) {
  if (isa<Float8E8M0FNUType>(from)) {
    Value bits = b.extend(b.bitcast(input, b.getI8Type()), 32);
    Value exponent = b.shiftLeft(bits, b.integer(32, 23));
    // Code 0 is 2^-127, which f32 stores as a subnormal; code 255 is NaN, not infinity.
    Value isZero = b.compare(arith::CmpIPredicate::eq, bits, b.integer(32, 0));
    Value isNan = b.compare(arith::CmpIPredicate::eq, bits, b.integer(32, 255));
    Value value = b.select(isZero, b.integer(32, 0x00400000), exponent);
    return b.bitcast(b.select(isNan, b.integer(32, 0x7fc00000), value), b.getF32Type());
  }
  Format format = *signedFormat(from);
  Value code = b.extend(b.bitcast(input, b.getIntegerType(format.width)), 16);
  unsigned signBit = format.width - 1;
  Value sign = b.shiftLeft(b.conjunction(code, b.integer(16, 1u << signBit)), b.integer(16, 15 - signBit));
  Value magnitude = b.conjunction(code, b.integer(16, (1u << signBit) - 1));
  Value halfBits = b.disjunction(sign, b.shiftLeft(magnitude, b.integer(16, 10 - format.mantissaBits)));
  Value half = b.bitcast(halfBits, b.getF16Type());
  Value value = arith::ExtFOp::create(b, b.typed(b.getF32Type()), half);
  // The exponent was read with f16's bias of 15.
  if (format.bias != 15)
    value = arith::MulFOp::create(b, value, b.f32(std::ldexp(1.0, 15 - format.bias)));
  if (isa<Float8E4M3FNType>(from)) {
    Value isNan = b.compare(arith::CmpIPredicate::eq, magnitude, b.integer(16, format.nanCode));
    value = b.select(isNan, b.f32(std::numeric_limits<double>::quiet_NaN()), value);
  }
  return value;
}

Value encode(BitBuilder &b, Value input, Type to) {
  Value bits = b.bitcast(input, b.getI32Type());
  if (isa<Float8E8M0FNUType>(to)) {
    // The exponent, plus 1 from a mantissa of one half on: the only significand is 1, which is odd, so ties go up.
    Value rounded = b.shiftRight(b.add(bits, b.integer(32, 0x400000)), b.integer(32, 23));
    // Below 2^-126, f32 is subnormal: what lies above 2^-127 (code 0) becomes 2^-126, in torch and ml_dtypes too.
    Value isSubnormal = b.compare(arith::CmpIPredicate::ult, bits, b.integer(32, 0x00800000));
    Value up = b.extend(b.compare(arith::CmpIPredicate::ugt, bits, b.integer(32, 0x400000)), 32);
    Value code = b.select(isSubnormal, up, rounded);
    // Negative numbers, infinity and NaN have no code: NaN. Zero too, as in ml_dtypes.
    Value notFinite = b.compare(arith::CmpIPredicate::uge, bits, b.integer(32, 0x7f800000));
    Value isZero = b.compare(arith::CmpIPredicate::eq, bits, b.integer(32, 0));
    Value invalid = b.disjunction(notFinite, isZero);
    code = b.select(invalid, b.integer(32, 255), code);
    return b.bitcast(b.truncate(code, 8), to);
  }
  Format format = *signedFormat(to);
  unsigned dropped = 23 - format.mantissaBits;
  Value sign = b.shiftLeft(b.shiftRight(bits, b.integer(32, 31)), b.integer(32, format.width - 1));
  Value magnitude = b.conjunction(bits, b.integer(32, 0x7fffffff));
  // Normal numbers: round the f32 bits to nearest even and re-bias; a carry moves into the exponent as it should.
  Value even = b.conjunction(b.shiftRight(magnitude, b.integer(32, dropped)), b.integer(32, 1));
  Value rounded = b.add(b.add(magnitude, b.integer(32, (1u << (dropped - 1)) - 1)), even);
  Value normal = b.subtract(b.shiftRight(rounded, b.integer(32, dropped)),
                            b.integer(32, uint64_t(127 - format.bias) << format.mantissaBits));
  // Subnormal numbers: adding a power of two whose last mantissa bit is the format's step makes the
  // hardware round to it; the code is then the difference of the bits.
  double magic = std::ldexp(1.0, 23 + 1 - format.bias - int(format.mantissaBits));
  Value shifted = arith::AddFOp::create(b, b.bitcast(magnitude, b.getF32Type()), b.f32(magic));
  Value subnormal = b.subtract(b.bitcast(shifted, b.getI32Type()), b.bitcast(b.f32(magic), b.getI32Type()));
  uint64_t smallestNormal = uint64_t(127 + 1 - format.bias) << 23;
  Value isSubnormal = b.compare(arith::CmpIPredicate::ult, magnitude, b.integer(32, smallestNormal));
  Value code = b.select(isSubnormal, subnormal, normal);
  code = arith::MinUIOp::create(b, code, b.integer(32, format.overflowCode));
  Value isNan = b.compare(arith::CmpIPredicate::ugt, magnitude, b.integer(32, 0x7f800000));
  code = b.disjunction(b.select(isNan, b.integer(32, format.nanCode), code), sign);
  return b.bitcast(b.truncate(code, format.width), to);
}

/// Small float to a wider float, through f32.
struct ExpandExtF : OpRewritePattern<arith::ExtFOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(arith::ExtFOp op, PatternRewriter &rewriter) const override {
    Type from = getElementTypeOrSelf(op.getIn().getType()), to = getElementTypeOrSelf(op.getType());
    if (!isSmallFloat(from) || isSmallFloat(to))
      return rewriter.notifyMatchFailure(op, "not from a small to a wide float");
    BitBuilder b(rewriter, op.getLoc(), op.getType());
    Value value = decode(b, op.getIn(), from);
    if (to.getIntOrFloatBitWidth() > 32)
      value = arith::ExtFOp::create(b, op.getType(), value);
    else if (!to.isF32())
      value = arith::TruncFOp::create(b, op.getType(), value);
    rewriter.replaceOp(op, value);
    return success();
  }
};

/// Wider float of at most 32 bits to a small float. An f64 would be rounded twice: left as it is.
struct ExpandTruncF : OpRewritePattern<arith::TruncFOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(arith::TruncFOp op, PatternRewriter &rewriter) const override {
    Type from = getElementTypeOrSelf(op.getIn().getType()), to = getElementTypeOrSelf(op.getType());
    if (!isSmallFloat(to) || isSmallFloat(from) || from.getIntOrFloatBitWidth() > 32)
      return rewriter.notifyMatchFailure(op, "not from at most 32 bits to a small float");
    BitBuilder b(rewriter, op.getLoc(), op.getType());
    Value value = op.getIn();
    if (!from.isF32())
      value = arith::ExtFOp::create(b, b.typed(b.getF32Type()), value);
    rewriter.replaceOp(op, encode(b, value, to));
    return success();
  }
};

struct ExpandSmallFloats : dsv4::impl::DSV4ExpandSmallFloatsPassBase<ExpandSmallFloats> {
  using Base::Base;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<ExpandExtF, ExpandTruncF>(&getContext());
    walkAndApplyPatterns(getOperation(), std::move(patterns));
  }
};

} // namespace

//===- DecomposeFormulas.cpp - Formulas that several decompositions share -===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DecomposeFormulas.h"

#include "dsv4/IR/WeightFormat.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

/// One letter per dimension.
static std::string lettersFor(int64_t rank) { return StringRef("abcdefghijklmnop").take_front(rank).str(); }

Value mlir::dsv4::checkRange(EinsumBuilder &b, Value values, int64_t lowest, Value limit, const Twine &message) {
  auto type = cast<RankedTensorType>(values.getType());
  Type element = type.getElementType();
  EinsumBuilder all(b, b.getLoc(), 0);
  std::string letters = lettersFor(type.getRank());
  auto constantOf = [&](ImplicitLocOpBuilder &b, int64_t value) -> Value {
    return arith::ConstantOp::create(b, b.getIntegerAttr(element, value));
  };
  Value bound = limit;
  if (!element.isInteger(32))
    bound = arith::ExtSIOp::create(b, element, limit);
  Value inside =
      all.reduce("", b.getBoolAttr(true), {{values, letters}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        // Unsigned: a negative value is a large one.
        if (lowest == 0)
          return both(b, v[1], arith::CmpIOp::create(b, arith::CmpIPredicate::ult, v[0], bound));
        Value high = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, v[0], bound);
        Value low = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, v[0], constantOf(b, lowest));
        return both(b, v[1], both(b, low, high));
      });
  cf::AssertOp::create(b, tensor::ExtractOp::create(b, inside, ValueRange()), message.str());
  return all.map(letters, element, {{values, letters}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
    Value last = minus(b, bound, constantOf(b, 1));
    Value high = arith::MinSIOp::create(b, v[0], last);
    return arith::MaxSIOp::create(b, high, constantOf(b, 0));
  });
}

Value mlir::dsv4::checkRange(EinsumBuilder &b, Value values, int64_t limit, const Twine &message) {
  return checkRange(b, values, 0, b.i32(limit), message);
}

void mlir::dsv4::shareStaticSize(EinsumBuilder &b, ArrayRef<SizeOf> places) {
  auto typeAt = [](const SizeOf &place) { return cast<RankedTensorType>(place.tensor.getType()); };
  auto dimAt = [&](const SizeOf &place) { return place.dim < 0 ? place.dim + typeAt(place).getRank() : place.dim; };
  const SizeOf *known =
      llvm::find_if(places, [&](const SizeOf &place) { return !typeAt(place).isDynamicDim(dimAt(place)); });
  if (known == places.end())
    return;
  int64_t size = typeAt(*known).getDimSize(dimAt(*known)) * known->factor;
  for (const SizeOf &place : places) {
    if (!typeAt(place).isDynamicDim(dimAt(place)))
      continue;
    SmallVector<int64_t> shape(typeAt(place).getShape());
    shape[dimAt(place)] = size / place.factor;
    place.tensor = tensor::CastOp::create(b, typeAt(place).clone(shape), place.tensor);
  }
}

namespace {
/// Bits of an f32 in an i32 and back.
Value bitsOf(ImplicitLocOpBuilder &b, Value x) { return arith::BitcastOp::create(b, b.getI32Type(), x); }
Value floatOf(ImplicitLocOpBuilder &b, Value x) { return arith::BitcastOp::create(b, b.getF32Type(), x); }

/// The scale with a biased exponent of 1 to 254, NaN for 255 as in f8E8M0FNU.
Value scaleOf(ImplicitLocOpBuilder &b, Value exponent) {
  Value isNan = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, exponent, integer(b, 255));
  Value power = floatOf(b, arith::ShLIOp::create(b, exponent, integer(b, 23)));
  return select(b, isNan, constant(b, std::numeric_limits<double>::quiet_NaN()), power);
}
} // namespace

SmallVector<Value> mlir::dsv4::quantize(EinsumBuilder &b, Value x, int64_t block, Type format) {
  auto type = cast<RankedTensorType>(x.getType());
  Type f32 = b.getF32Type();
  bool isFp8 = isa<Float8E4M3FNType>(format);
  double largest = isFp8 ? 448.0 : 6.0, floor = isFp8 ? 1e-4 : std::ldexp(6.0, -126);

  EinsumBuilder e(b, b.getLoc(), type.getRank() - 1);
  Value blocks = e.splitLast(e.cast(x, f32), type.getShape().back() / block, block);
  Value magnitude = e.reduce("...n", b.getF32FloatAttr(0.0f), {{blocks, "...nk"}},
                             [](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                               return arith::MaximumFOp::create(b, v[1], math::AbsFOp::create(b, v[0]));
                             });
  // The exponent field of amax / largest, plus 1 if any mantissa bit is set: exact at powers of two.
  Value exponents = e.map("...n", b.getI32Type(), {{magnitude, "...n"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
    Value bounded = arith::MaximumFOp::create(b, v[0], constant(b, floor));
    Value ratio = both(b, bitsOf(b, divide(b, bounded, constant(b, largest))), integer(b, 0x7fffffff));
    Value rounded = plus(b, ratio, integer(b, 0x7fffff));
    Value exponent = arith::ShRUIOp::create(b, rounded, integer(b, 23));
    // Infinity gives 255, the code of NaN; NaN itself would give 256.
    return arith::MinUIOp::create(b, exponent, integer(b, 255)).getResult();
  });
  Value scales = e.map("...n", Float8E8M0FNUType::get(b.getContext()), {{exponents, "...n"}},
                       [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                         Value byte = arith::TruncIOp::create(b, b.getI8Type(), v[0]);
                         return arith::BitcastOp::create(b, Float8E8M0FNUType::get(b.getContext()), byte);
                       });
  Value codes = e.map("...nk", format, {{blocks, "...nk"}, {exponents, "...n"}},
                      [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                        Value scaled = divide(b, v[0], scaleOf(b, v[1]));
                        Value low = arith::MinimumFOp::create(b, scaled, constant(b, largest));
                        Value clamped = arith::MaximumFOp::create(b, low, constant(b, -largest));
                        return arith::TruncFOp::create(b, format, clamped);
                      });
  Value values =
      e.map("...nk", f32, {{codes, "...nk"}, {exponents, "...n"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        return multiply(b, arith::ExtFOp::create(b, b.getF32Type(), v[0]), scaleOf(b, v[1]));
      });
  return {e.mergeLast(codes), scales, e.cast(e.mergeLast(values), type.getElementType())};
}

Value mlir::dsv4::decodeWeight(ImplicitLocOpBuilder &b, Value weight, Value scales, ValueRange position) {
  WeightFormat format = getWeightFormat(cast<RankedTensorType>(weight.getType()).getElementType());
  int64_t rank = position.size();
  auto over = [&](Value x, int64_t y) -> Value {
    return arith::DivUIOp::create(b, x, arith::ConstantIndexOp::create(b, y));
  };
  SmallVector<Value> block(position);
  block[rank - 2] = over(position[rank - 2], format.outputBlock);
  block[rank - 1] = over(position[rank - 1], format.inputBlock);
  Value code;
  if (format.packed) {
    SmallVector<Value> byteAt(position);
    byteAt[rank - 1] = over(position[rank - 1], 2);
    Value byte = tensor::ExtractOp::create(b, weight, byteAt);
    Value odd =
        arith::TruncIOp::create(b, b.getI1Type(), arith::IndexCastOp::create(b, b.getI32Type(), position[rank - 1]));
    Value upper = arith::ShRUIOp::create(b, byte, arith::ConstantOp::create(b, b.getI8IntegerAttr(4)));
    Value nibble = arith::TruncIOp::create(b, b.getIntegerType(4), select(b, odd, upper, byte));
    code = arith::BitcastOp::create(b, format.valueType, nibble);
  } else {
    code = tensor::ExtractOp::create(b, weight, position);
  }
  Value scale = tensor::ExtractOp::create(b, scales, block);
  return multiply(b, arith::ExtFOp::create(b, b.getF32Type(), code), arith::ExtFOp::create(b, b.getF32Type(), scale));
}

Value mlir::dsv4::dequantizeWeight(EinsumBuilder &b, Value weight, Value scales) {
  auto type = cast<RankedTensorType>(weight.getType());
  WeightFormat format = getWeightFormat(type.getElementType());
  if (!format.hasScales())
    return weight;
  int64_t rank = type.getRank();
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), weight);
  if (format.packed)
    sizes.back() = b.getIndexAttr(2 * type.getShape().back());
  EinsumBuilder e(b, b.getLoc(), 0);
  // Codes and scales are read by index: the scale of a block is not copied to its elements.
  return e.map(lettersFor(rank), sizes, b.getBF16Type(), {}, [&](ImplicitLocOpBuilder &b, ValueRange) -> Value {
    SmallVector<Value> position;
    for (int64_t i = 0; i < rank; ++i)
      position.push_back(linalg::IndexOp::create(b, i));
    return arith::TruncFOp::create(b, b.getBF16Type(), decodeWeight(b, weight, scales, position));
  });
}

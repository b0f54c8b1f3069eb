//===- AtenSupport.cpp - What aten handlers share -------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"

#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/ReshapeOpsUtils.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// Scalars
//===----------------------------------------------------------------------===//

Type mlir::dsv4::arithmeticType(Type type) {
  if (isa<FloatType>(type) && type.getIntOrFloatBitWidth() < 32)
    return Float32Type::get(type.getContext());
  return type;
}

Value mlir::dsv4::convertScalar(ImplicitLocOpBuilder &b, Value value, Type to, bool isUnsigned, bool toUnsigned) {
  Type from = value.getType();
  if (from == to)
    return value;
  unsigned fromWidth = from.getIntOrFloatBitWidth(), toWidth = to.getIntOrFloatBitWidth();
  if (to.isInteger(1)) {
    Value zero = arith::ConstantOp::create(b, b.getZeroAttr(from));
    if (isa<FloatType>(from))
      return arith::CmpFOp::create(b, arith::CmpFPredicate::UNE, value, zero);
    return arith::CmpIOp::create(b, arith::CmpIPredicate::ne, value, zero);
  }
  if (isa<FloatType>(from) && isa<FloatType>(to)) {
    if (toWidth > fromWidth)
      return arith::ExtFOp::create(b, to, value);
    if (toWidth < fromWidth)
      return arith::TruncFOp::create(b, to, value);
    return arith::TruncFOp::create(b, to, arith::ExtFOp::create(b, b.getF32Type(), value));
  }
  if (isa<FloatType>(from)) {
    if (toUnsigned)
      return arith::FPToUIOp::create(b, to, value);
    return arith::FPToSIOp::create(b, to, value);
  }
  if (isa<FloatType>(to)) {
    if (isUnsigned || fromWidth == 1)
      return arith::UIToFPOp::create(b, to, value);
    return arith::SIToFPOp::create(b, to, value);
  }
  if (toWidth < fromWidth)
    return arith::TruncIOp::create(b, to, value);
  if (isUnsigned || fromWidth == 1)
    return arith::ExtUIOp::create(b, to, value);
  return arith::ExtSIOp::create(b, to, value);
}

Value mlir::dsv4::convertNumber(ImplicitLocOpBuilder &b, const Number &number, Type type) {
  if (number.constant)
    if (TypedAttr attribute = number.constant->getAttr(b, type))
      return arith::ConstantOp::create(b, attribute);
  return convertScalar(b, number.value, type, /*isUnsigned=*/false);
}

Value mlir::dsv4::constantOf(ImplicitLocOpBuilder &b, Type type, double value) {
  if (isa<FloatType>(type))
    return arith::ConstantOp::create(b, b.getFloatAttr(type, value));
  return arith::ConstantOp::create(b, b.getIntegerAttr(type, static_cast<int64_t>(value)));
}

TypedAttr mlir::dsv4::lowestValue(OpBuilder &b, Type type, bool isUnsigned) {
  if (auto floatType = dyn_cast<FloatType>(type))
    return b.getFloatAttr(type, APFloat::getInf(floatType.getFloatSemantics(), /*Negative=*/true));
  unsigned width = type.getIntOrFloatBitWidth();
  return b.getIntegerAttr(type, isUnsigned ? APInt::getMinValue(width) : APInt::getSignedMinValue(width));
}

TypedAttr mlir::dsv4::highestValue(OpBuilder &b, Type type, bool isUnsigned) {
  if (auto floatType = dyn_cast<FloatType>(type))
    return b.getFloatAttr(type, APFloat::getInf(floatType.getFloatSemantics()));
  unsigned width = type.getIntOrFloatBitWidth();
  return b.getIntegerAttr(type, isUnsigned ? APInt::getMaxValue(width) : APInt::getSignedMaxValue(width));
}

Value mlir::dsv4::isNan(ImplicitLocOpBuilder &b, Value x) {
  if (isa<FloatType>(x.getType()))
    return arith::CmpFOp::create(b, arith::CmpFPredicate::UNO, x, x);
  return arith::ConstantOp::create(b, b.getBoolAttr(false));
}

Value mlir::dsv4::isLess(ImplicitLocOpBuilder &b, Value x, Value y, bool isUnsigned) {
  if (isa<FloatType>(x.getType()))
    return arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, x, y);
  return arith::CmpIOp::create(b, isUnsigned ? arith::CmpIPredicate::ult : arith::CmpIPredicate::slt, x, y);
}

//===----------------------------------------------------------------------===//
// Dimensions
//===----------------------------------------------------------------------===//

LogicalResult mlir::dsv4::checkRank(OpImporter &b, int64_t rank) {
  if (rank > int64_t(dimLetters.size()))
    return b.error() << "tensors of rank " << rank << " are not supported";
  return success();
}

LogicalResult mlir::dsv4::checkNotPacked(OpImporter &b, ArrayRef<Type> elementTypes) {
  if (llvm::any_of(elementTypes, llvm::IsaPred<Float4E2M1FNType>))
    return b.error() << "f4E2M1FN holds two values per element, arithmetic on it is not defined";
  return success();
}

FailureOr<int64_t> mlir::dsv4::dimension(OpImporter &b, StringRef name, int64_t dim, RankedTensorType type) {
  int64_t dims = std::max<int64_t>(type.getRank(), 1), position = dim < 0 ? dim + dims : dim;
  if (position < 0 || position >= dims)
    return b.error() << name << " " << dim << " is outside " << type;
  return position;
}

Value mlir::dsv4::asValue(OpImporter &b, OpFoldResult size) {
  return getValueOrCreateConstantIndexOp(b, b.getLoc(), size);
}

OpFoldResult mlir::dsv4::asIndex(OpImporter &b, Value number) {
  if (std::optional<int64_t> constant = getConstantIntValue(number))
    return b.getIndexAttr(*constant);
  if (auto cast = number.getDefiningOp<arith::IndexCastOp>(); cast && cast.getIn().getType().isIndex())
    return cast.getIn();
  return b.createOrFold<arith::IndexCastOp>(b.getIndexType(), number);
}

template <typename IntOp>
static OpFoldResult combine(OpImporter &b, OpFoldResult x, OpFoldResult y) {
  return getAsOpFoldResult(b.createOrFold<IntOp>(asValue(b, x), asValue(b, y)));
}

OpFoldResult mlir::dsv4::addSizes(OpImporter &b, OpFoldResult x, OpFoldResult y) {
  return combine<arith::AddIOp>(b, x, y);
}
OpFoldResult mlir::dsv4::subtractSizes(OpImporter &b, OpFoldResult x, OpFoldResult y) {
  return combine<arith::SubIOp>(b, x, y);
}
OpFoldResult mlir::dsv4::multiplySizes(OpImporter &b, OpFoldResult x, OpFoldResult y) {
  OpFoldResult &product = b.state().products[{x.getOpaqueValue(), y.getOpaqueValue()}];
  if (!product)
    product = combine<arith::MulIOp>(b, x, y);
  return product;
}
OpFoldResult mlir::dsv4::productOfSizes(OpImporter &b, ArrayRef<OpFoldResult> sizes) {
  // The known factors last, so that products of the same unknown ones are the same value.
  OpFoldResult known = b.getIndexAttr(1), product;
  for (OpFoldResult size : sizes) {
    if (isa<Attribute>(size))
      known = multiplySizes(b, known, size);
    else
      product = product ? multiplySizes(b, product, size) : size;
  }
  if (!product)
    return known;
  return getConstantIntValue(known) == 1 ? product : multiplySizes(b, product, known);
}
OpFoldResult mlir::dsv4::smallerSize(OpImporter &b, OpFoldResult x, OpFoldResult y) {
  return x == y ? x : combine<arith::MinSIOp>(b, x, y);
}
OpFoldResult mlir::dsv4::largerSize(OpImporter &b, OpFoldResult x, OpFoldResult y) {
  return x == y ? x : combine<arith::MaxSIOp>(b, x, y);
}
OpFoldResult mlir::dsv4::ceilDivSizes(OpImporter &b, OpFoldResult x, int64_t y) {
  return y == 1 ? x : combine<arith::CeilDivSIOp>(b, x, b.getIndexAttr(y));
}

Value mlir::dsv4::numberOfPasses(OpImporter &b, OpFoldResult size) {
  if (std::optional<int64_t> known = getConstantIntValue(size))
    return b.index(*known > 1 ? llvm::Log2_64_Ceil(*known) : 0);
  // 64 - leading zeros of size - 1.
  Value one = arith::ConstantIntOp::create(b, b.getI64Type(), 1);
  Value number = b.createOrFold<arith::IndexCastOp>(b.getI64Type(), asValue(b, size));
  Value last = arith::SubIOp::create(b, arith::MaxSIOp::create(b, number, one), one);
  Value zeros = math::CountLeadingZerosOp::create(b, last);
  Value passes = arith::SubIOp::create(b, arith::ConstantIntOp::create(b, b.getI64Type(), 64), zeros);
  return arith::IndexCastOp::create(b, b.getIndexType(), passes);
}

RankedTensorType mlir::dsv4::tensorType(ArrayRef<OpFoldResult> sizes, Type elementType) {
  SmallVector<int64_t> shape;
  for (OpFoldResult size : sizes)
    shape.push_back(getConstantIntValue(size).value_or(ShapedType::kDynamic));
  return RankedTensorType::get(shape, elementType);
}

/// Groups of the dimensions of a larger shape, each with one that stays: those of size 1 join the one before them,
/// those at the beginning the first. Empty if none stays.
static SmallVector<ReassociationIndices> unitGroups(ArrayRef<bool> keeps) {
  SmallVector<ReassociationIndices> groups;
  bool lastHasKept = false;
  for (auto [i, kept] : llvm::enumerate(keeps)) {
    if (groups.empty() || (kept && lastHasKept)) {
      groups.emplace_back();
      lastHasKept = false;
    }
    groups.back().push_back(i);
    lastHasKept |= kept;
  }
  if (!llvm::is_contained(keeps, true))
    groups.clear();
  return groups;
}

Value mlir::dsv4::insertUnitDims(OpImporter &b, Value tensor, ArrayRef<bool> keeps) {
  auto type = cast<RankedTensorType>(tensor.getType());
  if (int64_t(keeps.size()) == type.getRank())
    return tensor;
  SmallVector<int64_t> shape;
  SmallVector<OpFoldResult> sizes;
  int64_t from = 0;
  for (bool kept : keeps) {
    shape.push_back(kept ? type.getDimSize(from) : 1);
    sizes.push_back(kept ? b.sizeOf(tensor, from) : OpFoldResult(b.getIndexAttr(1)));
    from += kept;
  }
  return tensor::ExpandShapeOp::create(b, RankedTensorType::get(shape, type.getElementType()), tensor,
                                       unitGroups(keeps), sizes);
}

Value mlir::dsv4::removeUnitDims(OpImporter &b, Value tensor, ArrayRef<bool> keeps) {
  if (!llvm::is_contained(keeps, false))
    return tensor;
  auto type = cast<RankedTensorType>(tensor.getType());
  SmallVector<int64_t> ones, shape;
  for (auto [i, kept] : llvm::enumerate(keeps)) {
    ones.push_back(kept ? type.getDimSize(i) : 1);
    if (kept)
      shape.push_back(type.getDimSize(i));
  }
  tensor = b.castShape(tensor, RankedTensorType::get(ones, type.getElementType()));
  return tensor::CollapseShapeOp::create(b, RankedTensorType::get(shape, type.getElementType()), tensor,
                                         unitGroups(keeps));
}

Value mlir::dsv4::sliceDim(OpImporter &b, Value tensor, int64_t dim, OpFoldResult begin, OpFoldResult size,
                           int64_t step) {
  auto type = cast<RankedTensorType>(tensor.getType());
  SmallVector<OpFoldResult> sizes = b.sizesOf(tensor);
  if (sizes[dim] == size && step == 1)
    return tensor;
  sizes[dim] = size;
  // The verifier of tensor.extract_slice (22.1.8) takes offset 0 of a dimension of size 0 for out of bounds.
  RankedTensorType result = tensorType(sizes, type.getElementType());
  if (llvm::is_contained(type.getShape(), 0) || llvm::is_contained(result.getShape(), 0))
    return tensor::EmptyOp::create(b, sizes, type.getElementType());
  SmallVector<OpFoldResult> offsets(sizes.size(), b.getIndexAttr(0)), strides(sizes.size(), b.getIndexAttr(1));
  offsets[dim] = begin;
  strides[dim] = b.getIndexAttr(step);
  Value slice = tensor::ExtractSliceOp::create(b, tensor, offsets, sizes, strides);
  for (auto [i, known] : llvm::enumerate(sizes))
    b.state().sizes[{slice, i}] = known;
  return slice;
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

FailureOr<Value> mlir::dsv4::elementwise(OpImporter &b, ArrayRef<TensorOperand> inputs, Body body) {
  RankedTensorType result = b.resultType();
  if (!result)
    return failure();
  return elementwise(b, inputs, result.getElementType(), body);
}

FailureOr<Value> mlir::dsv4::elementwise(OpImporter &b, ArrayRef<TensorOperand> inputs, Type elementType, Body body) {
  RankedTensorType result = b.resultType();
  if (!result || failed(checkRank(b, result.getRank())))
    return failure();
  int64_t rank = result.getRank();
  SmallVector<Type> elementTypes = {elementType};
  SmallVector<std::string> dims;
  SmallVector<OpFoldResult> sizes(rank);
  for (auto [number, input] : llvm::enumerate(inputs)) {
    RankedTensorType type = input.getType();
    int64_t missing = rank - type.getRank();
    if (missing < 0)
      return b.error() << "cannot broadcast " << type << " to " << result;
    std::string letters;
    for (int64_t i = 0; i < type.getRank(); ++i) {
      int64_t size = type.getDimSize(i), target = result.getDimSize(missing + i);
      bool repeats = size == 1 && target != 1;
      if (!repeats && !ShapedType::isDynamic(size) && !ShapedType::isDynamic(target) && size != target)
        return b.error() << "cannot broadcast " << type << " to " << result;
      letters.push_back(repeats ? '1' : dimLetters[missing + i]);
      if (repeats)
        continue;
      OpFoldResult &known = sizes[missing + i], here = b.sizeOf(input.value, i);
      if (!known)
        known = here;
      else if (failed(b.checkEqual(known, here,
                                   "dimension " + Twine(missing + i) + " of the result differs between operands")))
        return failure();
      // A size that the types know serves the loops better.
      if (isa<Attribute>(here))
        known = here;
    }
    dims.push_back(std::move(letters));
    elementTypes.push_back(type.getElementType());
  }
  if (failed(checkNotPacked(b, elementTypes)))
    return failure();
  for (int64_t i = 0; i < rank; ++i)
    if (!sizes[i])
      return b.error() << "no operand has dimension " << i << " of " << result;
  SmallVector<Term> terms;
  for (auto [input, letters] : llvm::zip_equal(inputs, dims))
    terms.push_back({input.value, letters});
  return b.map(StringRef(dimLetters).take_front(rank), sizes, elementType, terms, body);
}

FailureOr<SmallVector<bool>> mlir::dsv4::reducedDims(OpImporter &b, const std::optional<SmallVector<int64_t>> &dims,
                                                     RankedTensorType type) {
  SmallVector<bool> reduced(type.getRank(), !dims || dims->empty());
  if (dims)
    for (int64_t dim : *dims) {
      FailureOr<int64_t> position = dimension(b, "dim", dim, type);
      if (failed(position))
        return failure();
      if (!reduced.empty())
        reduced[*position] = true;
    }
  return reduced;
}

FailureOr<Value> mlir::dsv4::reduceDims(OpImporter &b, TensorOperand x, ArrayRef<bool> reduced, bool keepDim,
                                        TypedAttr init, Body body) {
  if (failed(checkRank(b, reduced.size())) || failed(checkNotPacked(b, {x.getElementType(), init.getType()})))
    return failure();
  StringRef all = StringRef(dimLetters).take_front(reduced.size());
  std::string kept;
  SmallVector<OpFoldResult> sizes;
  SmallVector<bool> keeps;
  for (auto [i, isReduced] : llvm::enumerate(reduced)) {
    keeps.push_back(!isReduced);
    if (isReduced)
      continue;
    kept.push_back(all[i]);
    sizes.push_back(b.sizeOf(x.value, i));
  }
  Value result;
  if (kept.size() == reduced.size())
    result = b.map(all, sizes, init.getType(), {{x.value, all}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
      return body(nested, {v[0], arith::ConstantOp::create(nested, init)});
    });
  else
    result = b.reduce(kept, sizes, init, {{x.value, all}}, body);
  return keepDim ? insertUnitDims(b, result, keeps) : result;
}

Value mlir::dsv4::checkedIndices(OpImporter &b, TensorOperand indices, OpFoldResult size, bool allowNegative,
                                 StringRef what) {
  StringRef all = StringRef(dimLetters).take_front(indices.getType().getRank());
  Type index = b.getIndexType(), i64 = b.getI64Type();
  Value limit = b.createOrFold<arith::IndexCastOp>(i64, asValue(b, size));
  Value inside = b.reduce("", b.getBoolAttr(true), {{indices.value, all}},
                          [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                            Value position = convertScalar(nested, v[0], i64, /*isUnsigned=*/false);
                            // From -size: moved up by size. Unsigned, a negative value is a large one.
                            Value bound = limit;
                            if (allowNegative) {
                              position = arith::AddIOp::create(nested, position, limit);
                              bound = arith::AddIOp::create(nested, limit, limit);
                            }
                            Value holds = arith::CmpIOp::create(nested, arith::CmpIPredicate::ult, position, bound);
                            return arith::AndIOp::create(nested, v[1], holds);
                          });
  (void)b.check(tensor::ExtractOp::create(b, inside, ValueRange()),
                what + " has an element outside of the dimension that it indexes");
  // The check and the read are separate ops, so neither order may go wild.
  Value wide = asValue(b, size);
  return b.map(all, b.sizesOf(indices.value), index, {{indices.value, all}},
               [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                 Value position = arith::IndexCastOp::create(nested, index, v[0]);
                 Value zero = arith::ConstantIndexOp::create(nested, 0);
                 if (allowNegative) {
                   Value fromEnd = arith::AddIOp::create(nested, position, wide);
                   Value isNegative = arith::CmpIOp::create(nested, arith::CmpIPredicate::slt, position, zero);
                   position = arith::SelectOp::create(nested, isNegative, fromEnd, position);
                 }
                 Value last = arith::SubIOp::create(nested, wide, arith::ConstantIndexOp::create(nested, 1));
                 Value low = arith::MinSIOp::create(nested, position, last);
                 return arith::MaxSIOp::create(nested, low, zero);
               });
}

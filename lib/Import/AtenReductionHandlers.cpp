//===- AtenReductionHandlers.cpp - aten reductions and softmax ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// f16 and bf16 are summed in f32 and rounded once, as PyTorch does it. Every
// linalg.generic has one result: values and indices of a maximum are two.
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

//===----------------------------------------------------------------------===//
// Sums and products
//===----------------------------------------------------------------------===//

/// Checks `dtype`, if there is one, and the result's type; the type to accumulate in.
FailureOr<Type> accumulatorType(OpImporter &b, std::optional<int64_t> dtype) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (dtype && getTypeOfDtypeCode(b.getContext(), *dtype) != type.getElementType())
    return b.error() << "dtype " << *dtype << " is not that of the declared result " << type;
  if (type.getElementType().isInteger(1))
    return b.error() << "has no result of type " << type;
  return arithmeticType(type.getElementType());
}

/// The sum in the type of the accumulator.
FailureOr<Value> sumOf(OpImporter &b, TensorOperand x, ArrayRef<bool> reduced, bool keepDim, Type accumulator) {
  return reduceDims(b, x, reduced, keepDim, cast<TypedAttr>(b.getZeroAttr(accumulator)),
                    [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                      Value term = convertScalar(nested, v[0], accumulator, x.isUnsigned);
                      if (isa<FloatType>(accumulator))
                        return arith::AddFOp::create(nested, v[1], term);
                      return arith::AddIOp::create(nested, v[1], term);
                    });
}

/// The sum that sum.dim_IntList and mean.dim(self, dim, keepdim, dtype) begin with; no dims are all dims.
struct DimSum {
  TensorOperand x;
  SmallVector<bool> reduced;
  Type accumulator;
  bool keepDim = false;

  LogicalResult read(OpImporter &b) {
    std::optional<SmallVector<int64_t>> dims;
    std::optional<int64_t> dtype;
    if (failed(b.operands()
                   .tensor("self", x)
                   .optionalIntListConstant("dim", dims)
                   .boolConstant("keepdim", keepDim)
                   .optionalIntConstant("dtype", dtype)
                   .done()))
      return failure();
    FailureOr<Type> type = accumulatorType(b, dtype);
    FailureOr<SmallVector<bool>> isReduced = reducedDims(b, dims, x.getType());
    if (failed(type) || failed(isReduced))
      return failure();
    accumulator = *type;
    reduced = *isReduced;
    return success();
  }

  FailureOr<Value> build(OpImporter &b) const { return sumOf(b, x, reduced, keepDim, accumulator); }
};

LogicalResult convertSumDims(OpImporter &b) {
  DimSum dimSum;
  if (failed(dimSum.read(b)))
    return failure();
  FailureOr<Value> sum = dimSum.build(b);
  if (failed(sum))
    return failure();
  return b.results(*sum);
}

/// sum(self, dtype)
LogicalResult convertSum(OpImporter &b) {
  TensorOperand x;
  std::optional<int64_t> dtype;
  if (failed(b.operands().tensor("self", x).optionalIntConstant("dtype", dtype).done()))
    return failure();
  FailureOr<Type> accumulator = accumulatorType(b, dtype);
  if (failed(accumulator))
    return failure();
  FailureOr<Value> sum = sumOf(b, x, SmallVector<bool>(x.getType().getRank(), true), false, *accumulator);
  if (failed(sum))
    return failure();
  return b.results(*sum);
}

/// The number of elements that are folded into one, as a float.
Value reducedCount(OpImporter &b, TensorOperand x, ArrayRef<bool> reduced, Type type) {
  SmallVector<OpFoldResult> sizes;
  for (auto [i, isReduced] : llvm::enumerate(reduced))
    if (isReduced)
      sizes.push_back(b.sizeOf(x.value, i));
  OpFoldResult count = productOfSizes(b, sizes);
  if (std::optional<int64_t> known = getConstantIntValue(count))
    return constantOf(b, type, static_cast<double>(*known));
  return arith::SIToFPOp::create(b, type, arith::IndexCastOp::create(b, b.getI64Type(), asValue(b, count)));
}

/// `body` on every element of `x`, whose shape the result has.
Value mapAll(OpImporter &b, Value x, Type elementType, Body body) {
  StringRef all = StringRef(dimLetters).take_front(cast<RankedTensorType>(x.getType()).getRank());
  return b.map(all, b.sizesOf(x), elementType, {{x, all}}, body);
}

LogicalResult convertMean(OpImporter &b) {
  DimSum dimSum;
  if (failed(dimSum.read(b)))
    return failure();
  if (!isa<FloatType>(dimSum.accumulator))
    return b.error() << "needs a float result, got " << b.resultType();
  FailureOr<Value> sum = dimSum.build(b);
  if (failed(sum))
    return failure();
  Value count = reducedCount(b, dimSum.x, dimSum.reduced, dimSum.accumulator);
  Type element = b.resultType().getElementType();
  return b.results(mapAll(b, *sum, element, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    return convertScalar(nested, arith::DivFOp::create(nested, v[0], count), element, false);
  }));
}

/// prod.dim_int(self, dim, keepdim, dtype)
LogicalResult convertProduct(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  bool keepDim = false;
  std::optional<int64_t> dtype;
  if (failed(b.operands()
                 .tensor("self", x)
                 .intConstant("dim", dim)
                 .boolConstant("keepdim", keepDim)
                 .optionalIntConstant("dtype", dtype)
                 .done()))
    return failure();
  FailureOr<Type> accumulator = accumulatorType(b, dtype);
  FailureOr<SmallVector<bool>> reduced = reducedDims(b, SmallVector<int64_t>{dim}, x.getType());
  if (failed(accumulator) || failed(reduced))
    return failure();
  TypedAttr one = isa<FloatType>(*accumulator) ? TypedAttr(b.getFloatAttr(*accumulator, 1.0))
                                               : TypedAttr(b.getIntegerAttr(*accumulator, 1));
  FailureOr<Value> product =
      reduceDims(b, x, *reduced, keepDim, one, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
        Value factor = convertScalar(nested, v[0], *accumulator, x.isUnsigned);
        if (isa<FloatType>(*accumulator))
          return arith::MulFOp::create(nested, v[1], factor);
        return arith::MulIOp::create(nested, v[1], factor);
      });
  if (failed(product))
    return failure();
  return b.results(*product);
}

/// var.correction(self, dim, correction, keepdim): the mean first, then the squares of the distances from it.
LogicalResult convertVariance(OpImporter &b) {
  TensorOperand x;
  std::optional<SmallVector<int64_t>> dims;
  Number correction;
  bool keepDim = false;
  if (failed(b.operands()
                 .tensor("self", x)
                 .optionalIntListConstant("dim", dims)
                 .optionalNumber("correction", correction)
                 .boolConstant("keepdim", keepDim)
                 .done()))
    return failure();
  FailureOr<Type> accumulator = accumulatorType(b, std::nullopt);
  FailureOr<SmallVector<bool>> reduced = reducedDims(b, dims, x.getType());
  if (failed(accumulator) || failed(reduced))
    return failure();
  Type compute = *accumulator, element = b.resultType().getElementType();
  if (!isa<FloatType>(compute))
    return b.error() << "needs a float result, got " << b.resultType();
  FailureOr<Value> sum = sumOf(b, x, *reduced, /*keepDim=*/false, compute);
  if (failed(sum))
    return failure();
  Value count = reducedCount(b, x, *reduced, compute);
  StringRef all = StringRef(dimLetters).take_front(reduced->size());
  std::string kept;
  SmallVector<bool> keeps;
  for (auto [i, isReduced] : llvm::enumerate(*reduced)) {
    keeps.push_back(!isReduced);
    if (!isReduced)
      kept.push_back(all[i]);
  }
  Value squares =
      b.reduce(kept, b.sizesOf(*sum), cast<TypedAttr>(b.getZeroAttr(compute)), {{x.value, all}, {*sum, kept}},
               [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                 Value value = convertScalar(nested, v[0], compute, x.isUnsigned);
                 Value mean = arith::DivFOp::create(nested, v[1], count);
                 Value distance = arith::SubFOp::create(nested, value, mean);
                 return arith::AddFOp::create(nested, v[2], arith::MulFOp::create(nested, distance, distance));
               });
  Value divided = mapAll(b, squares, element, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value removed = correction.value ? convertNumber(nested, correction, compute) : constantOf(nested, compute, 1);
    Value freedom = arith::SubFOp::create(nested, count, removed);
    freedom = arith::MaximumFOp::create(nested, freedom, constantOf(nested, compute, 0));
    return convertScalar(nested, arith::DivFOp::create(nested, v[0], freedom), element, false);
  });
  return b.results(keepDim ? insertUnitDims(b, divided, keeps) : divided);
}

/// all, any(self), all.dim, any.dim(self, dim, keepdim)
template <bool isAll, bool hasDim>
LogicalResult convertTruth(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  bool keepDim = false;
  OperandReader reader = b.operands();
  reader.tensor("self", x);
  if (hasDim)
    reader.intConstant("dim", dim).boolConstant("keepdim", keepDim);
  RankedTensorType type = b.resultType();
  if (!type || failed(reader.done()))
    return failure();
  if (!type.getElementType().isInteger(1))
    return b.error() << "needs a bool result, got " << type;
  std::optional<SmallVector<int64_t>> dims;
  if (hasDim)
    dims = SmallVector<int64_t>{dim};
  FailureOr<SmallVector<bool>> reduced = reducedDims(b, dims, x.getType());
  if (failed(reduced))
    return failure();
  FailureOr<Value> result = reduceDims(b, x, *reduced, keepDim, b.getBoolAttr(isAll),
                                       [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                                         Value truth = convertScalar(nested, v[0], nested.getI1Type(), x.isUnsigned);
                                         if (isAll)
                                           return arith::AndIOp::create(nested, v[1], truth);
                                         return arith::OrIOp::create(nested, v[1], truth);
                                       });
  if (failed(result))
    return failure();
  return b.results(*result);
}

//===----------------------------------------------------------------------===//
// Extremes
//===----------------------------------------------------------------------===//

/// The largest or smallest element: NaN if there is one; of equal ones (-0 and 0) the first.
FailureOr<Value> extremeOf(OpImporter &b, TensorOperand x, ArrayRef<bool> reduced, bool isMaximum, bool keepDim) {
  for (auto [i, isReduced] : llvm::enumerate(reduced))
    if (isReduced) {
      Value isSane =
          b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ne, asValue(b, b.sizeOf(x.value, i)), b.index(0));
      if (failed(b.check(isSane, "has no element to choose in dimension " + Twine(i))))
        return failure();
    }
  Type element = x.getElementType();
  TypedAttr init = isMaximum ? lowestValue(b, element, x.isUnsigned) : highestValue(b, element, x.isUnsigned);
  return reduceDims(b, x, reduced, keepDim, init, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Type compute = arithmeticType(element);
    Value value = convertScalar(nested, v[0], compute, x.isUnsigned);
    Value best = convertScalar(nested, v[1], compute, x.isUnsigned);
    Value isBetter = isMaximum ? isLess(nested, best, value, x.isUnsigned) : isLess(nested, value, best, x.isUnsigned);
    if (isa<FloatType>(element)) {
      isBetter = arith::OrIOp::create(nested, isBetter, isNan(nested, value));
      Value isDecided = isNan(nested, best);
      Value chosen = arith::SelectOp::create(nested, isBetter, v[0], v[1]);
      return arith::SelectOp::create(nested, isDecided, v[1], chosen);
    }
    return arith::SelectOp::create(nested, isBetter, v[0], v[1]);
  });
}

/// The first place along `dim` of the value `best`, whose shape lacks `dim`. NaN is found as well.
Value placeOf(OpImporter &b, TensorOperand x, Value best, int64_t dim) {
  StringRef all = StringRef(dimLetters).take_front(x.getType().getRank());
  std::string kept = all.str();
  if (!kept.empty())
    kept.erase(dim, 1);
  return b.reduce(kept, b.sizesOf(best), b.getI64IntegerAttr(std::numeric_limits<int64_t>::max()),
                  {{x.value, all}, {best, kept}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                    Value isBest;
                    if (isa<FloatType>(v[0].getType())) {
                      Type compute = arithmeticType(v[0].getType());
                      Value value = convertScalar(nested, v[0], compute, false);
                      Value equal = arith::CmpFOp::create(nested, arith::CmpFPredicate::OEQ, value,
                                                          convertScalar(nested, v[1], compute, false));
                      // If there is a NaN, it is the best.
                      isBest = arith::OrIOp::create(nested, equal, isNan(nested, value));
                    } else {
                      isBest = arith::CmpIOp::create(nested, arith::CmpIPredicate::eq, v[0], v[1]);
                    }
                    Value place = arith::IndexCastOp::create(nested, nested.getI64Type(),
                                                             linalg::IndexOp::create(nested, all.size() - 1));
                    Value candidate = arith::SelectOp::create(nested, isBest, place, v[2]);
                    return arith::MinSIOp::create(nested, candidate, v[2]);
                  });
}

/// max.dim, min.dim(self, dim, keepdim) -> (values, indices)
template <bool isMaximum>
LogicalResult convertExtremeDim(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  bool keepDim = false;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).boolConstant("keepdim", keepDim).done()))
    return failure();
  FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
  if (failed(position))
    return failure();
  int64_t rank = x.getType().getRank();
  if (rank == 0)
    return b.results({x.value, b.filled({}, b.getI64IntegerAttr(0))});
  SmallVector<bool> reduced(rank, false), keeps(rank, true);
  reduced[*position] = true;
  keeps[*position] = false;
  FailureOr<Value> values = extremeOf(b, x, reduced, isMaximum, /*keepDim=*/false);
  if (failed(values))
    return failure();
  Value places = placeOf(b, x, *values, *position);
  if (!keepDim)
    return b.results({*values, places});
  return b.results({insertUnitDims(b, *values, keeps), insertUnitDims(b, places, keeps)});
}

/// amax, amin(self, dim, keepdim)
template <bool isMaximum>
LogicalResult convertExtremeDims(OpImporter &b) {
  TensorOperand x;
  std::optional<SmallVector<int64_t>> dims;
  bool keepDim = false;
  if (failed(
          b.operands().tensor("self", x).optionalIntListConstant("dim", dims).boolConstant("keepdim", keepDim).done()))
    return failure();
  FailureOr<SmallVector<bool>> reduced = reducedDims(b, dims, x.getType());
  if (failed(reduced))
    return failure();
  FailureOr<Value> values = extremeOf(b, x, *reduced, isMaximum, keepDim);
  if (failed(values))
    return failure();
  return b.results(*values);
}

/// max, min(self)
template <bool isMaximum>
LogicalResult convertExtremeAll(OpImporter &b) {
  TensorOperand x;
  if (failed(b.operands().tensor("self", x).done()))
    return failure();
  FailureOr<Value> value =
      extremeOf(b, x, SmallVector<bool>(x.getType().getRank(), true), isMaximum, /*keepDim=*/false);
  if (failed(value))
    return failure();
  return b.results(*value);
}

/// argmax, argmin(self, dim, keepdim): without a dim, in the elements in their order.
template <bool isMaximum>
LogicalResult convertPlaceOfExtreme(OpImporter &b) {
  TensorOperand x;
  std::optional<int64_t> dim;
  bool keepDim = false;
  if (failed(b.operands().tensor("self", x).optionalIntConstant("dim", dim).boolConstant("keepdim", keepDim).done()))
    return failure();
  int64_t rank = x.getType().getRank();
  if (rank == 0)
    return b.results(b.filled({}, b.getI64IntegerAttr(0)));
  SmallVector<bool> keeps(rank, dim.has_value());
  int64_t position = 0;
  if (dim) {
    FailureOr<int64_t> given = dimension(b, "dim", *dim, x.getType());
    if (failed(given))
      return failure();
    position = *given;
    keeps[position] = false;
  } else {
    OpFoldResult count = productOfSizes(b, b.sizesOf(x.value));
    FailureOr<Value> flat = reshape(b, x.value, count, tensorType(count, x.getElementType()));
    if (failed(flat))
      return failure();
    x.value = *flat;
  }
  SmallVector<bool> reduced(x.getType().getRank(), false);
  reduced[position] = true;
  FailureOr<Value> values = extremeOf(b, x, reduced, isMaximum, /*keepDim=*/false);
  if (failed(values))
    return failure();
  Value places = placeOf(b, x, *values, position);
  return b.results(keepDim ? insertUnitDims(b, places, keeps) : places);
}

} // namespace

void mlir::dsv4::addAtenReductionHandlers(HandlerTable &table) {
  table["torch.aten.all"] = convertTruth</*isAll=*/true, /*hasDim=*/false>;
  table["torch.aten.all.dim"] = convertTruth</*isAll=*/true, /*hasDim=*/true>;
  table["torch.aten.amax"] = convertExtremeDims</*isMaximum=*/true>;
  table["torch.aten.amin"] = convertExtremeDims</*isMaximum=*/false>;
  table["torch.aten.any"] = convertTruth</*isAll=*/false, /*hasDim=*/false>;
  table["torch.aten.any.dim"] = convertTruth</*isAll=*/false, /*hasDim=*/true>;
  table["torch.aten.argmax"] = convertPlaceOfExtreme</*isMaximum=*/true>;
  table["torch.aten.argmin"] = convertPlaceOfExtreme</*isMaximum=*/false>;
  table["torch.aten.max"] = convertExtremeAll</*isMaximum=*/true>;
  table["torch.aten.max.dim"] = convertExtremeDim</*isMaximum=*/true>;
  table["torch.aten.mean.dim"] = convertMean;
  table["torch.aten.min"] = convertExtremeAll</*isMaximum=*/false>;
  table["torch.aten.min.dim"] = convertExtremeDim</*isMaximum=*/false>;
  table["torch.aten.prod.dim_int"] = convertProduct;
  table["torch.aten.sum"] = convertSum;
  table["torch.aten.sum.dim_IntList"] = convertSumDims;
  table["torch.aten.var.correction"] = convertVariance;
}

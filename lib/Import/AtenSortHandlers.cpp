//===- AtenSortHandlers.cpp - aten sort and topk --------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A merge sort of indices without a store to a computed place: in pass p, runs of
// 2^p sorted elements are merged in pairs, and every place of the result finds by
// binary search how many elements of the first run stand before it. So a pass is
// one linalg.generic over all elements, the number of passes is log2 of the size
// of the dimension, and equal elements keep their order.
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

struct SortedDim {
  TensorOperand x;
  int64_t dim;
  bool isDescending;

  int64_t rank() const { return x.getType().getRank(); }
};

Value sum(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::AddIOp::create(b, x, y); }
Value difference(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::SubIOp::create(b, x, y); }
Value smaller(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::MinSIOp::create(b, x, y); }
Value larger(ImplicitLocOpBuilder &b, Value x, Value y) { return arith::MaxSIOp::create(b, x, y); }
Value isBelow(ImplicitLocOpBuilder &b, Value x, Value y) {
  return arith::CmpIOp::create(b, arith::CmpIPredicate::slt, x, y);
}
Value choose(ImplicitLocOpBuilder &b, Value condition, Value x, Value y) {
  return arith::SelectOp::create(b, condition, x, y);
}

/// `first` stands strictly before `second`. NaN counts as the largest value.
Value standsBefore(ImplicitLocOpBuilder &b, const SortedDim &sorted, Value first, Value second) {
  Type compute = arithmeticType(first.getType());
  Value x = convertScalar(b, first, compute, sorted.x.isUnsigned);
  Value y = convertScalar(b, second, compute, sorted.x.isUnsigned);
  if (sorted.isDescending)
    std::swap(x, y);
  Value isSmaller = isLess(b, x, y, sorted.x.isUnsigned);
  if (isa<IntegerType>(compute))
    return isSmaller;
  Value onlySecond = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, isNan(b, x), isNan(b, y));
  return arith::OrIOp::create(b, isSmaller, onlySecond);
}

/// One place of the result of a pass: the index, into the dimension of x, of the element that belongs there.
Value mergedIndex(ImplicitLocOpBuilder &b, const SortedDim &sorted, Value before, Value pass, Value size) {
  Value zero = arith::ConstantIndexOp::create(b, 0), one = arith::ConstantIndexOp::create(b, 1);
  SmallVector<Value> place;
  for (int64_t i = 0; i < sorted.rank(); ++i)
    place.push_back(linalg::IndexOp::create(b, i));
  Value here = place[sorted.dim];
  // The runs are [begin, middle) and [middle, end).
  Value width = arith::ShLIOp::create(b, one, pass), both = sum(b, width, width);
  Value begin = difference(b, here, arith::RemSIOp::create(b, here, both));
  Value middle = smaller(b, sum(b, begin, width), size), end = smaller(b, sum(b, begin, both), size);
  Value firsts = difference(b, middle, begin), seconds = difference(b, end, middle);
  Value last = difference(b, size, one);
  // The element of x that entry `offset` of the run that begins at `start` stands for: its index, and the element.
  // Offsets outside are clamped: what is read there is not used.
  auto entry = [&](ImplicitLocOpBuilder &nested, Value start, Value offset) -> Value {
    SmallVector<Value> indices(place);
    indices[sorted.dim] = larger(nested, smaller(nested, sum(nested, start, offset), last), zero);
    return tensor::ExtractOp::create(nested, before, indices);
  };
  auto element = [&](ImplicitLocOpBuilder &nested, Value index) -> Value {
    SmallVector<Value> indices(place);
    indices[sorted.dim] = arith::IndexCastOp::create(nested, nested.getIndexType(), index);
    return tensor::ExtractOp::create(nested, sorted.x.value, indices);
  };
  // How many of the first `taken` elements of the merged run come from the first run: the smallest number for which the
  // next element of the first run does not stand before the last one taken of the second. pass + 1 halvings find it.
  Value taken = difference(b, here, begin);
  Value low = larger(b, difference(b, taken, seconds), zero), high = smaller(b, taken, firsts);
  auto search = scf::ForOp::create(
      b, zero, sum(b, pass, one), one, ValueRange{low, high},
      [&](OpBuilder &builder, Location loc, Value, ValueRange bounds) {
        ImplicitLocOpBuilder nested(loc, builder);
        Value half = arith::ShRUIOp::create(nested, sum(nested, bounds[0], bounds[1]), one);
        Value first = element(nested, entry(nested, begin, half));
        Value second = element(nested, entry(nested, middle, difference(nested, difference(nested, taken, half), one)));
        Value isDone = arith::CmpIOp::create(nested, arith::CmpIPredicate::sge, bounds[0], bounds[1]);
        Value tooMany = standsBefore(nested, sorted, second, first);
        Value newLow = choose(nested, tooMany, bounds[0], sum(nested, half, one));
        Value newHigh = choose(nested, tooMany, half, bounds[1]);
        scf::YieldOp::create(
            nested, ValueRange{choose(nested, isDone, bounds[0], newLow), choose(nested, isDone, bounds[1], newHigh)});
      });
  Value fromFirst = search.getResult(0), fromSecond = difference(b, taken, fromFirst);
  Value first = entry(b, begin, fromFirst), second = entry(b, middle, fromSecond);
  Value secondGoes = standsBefore(b, sorted, element(b, second), element(b, first));
  Value hasFirst = isBelow(b, fromFirst, firsts), hasSecond = isBelow(b, fromSecond, seconds);
  Value takesSecond = choose(b, hasFirst, arith::AndIOp::create(b, hasSecond, secondGoes), hasSecond);
  return choose(b, takesSecond, second, first);
}

/// The i64 indices that sort the dimension.
Value sortedIndices(OpImporter &b, const SortedDim &sorted) {
  StringRef all = StringRef(dimLetters).take_front(sorted.rank());
  SmallVector<OpFoldResult> sizes = b.sizesOf(sorted.x.value);
  Type i64 = b.getI64Type();
  Value identity = b.map(all, sizes, i64, {}, [&](ImplicitLocOpBuilder &nested, ValueRange) -> Value {
    return arith::IndexCastOp::create(nested, i64, linalg::IndexOp::create(nested, sorted.dim));
  });
  Value size = asValue(b, sizes[sorted.dim]);
  auto loop = scf::ForOp::create(b, b.index(0), numberOfPasses(b, sizes[sorted.dim]), b.index(1), identity,
                                 [&](OpBuilder &builder, Location loc, Value pass, ValueRange state) {
                                   EinsumBuilder inner(builder, loc, 0);
                                   Value merged =
                                       inner.map(all, sizes, i64, {}, [&](ImplicitLocOpBuilder &nested, ValueRange) {
                                         return mergedIndex(nested, sorted, state[0], pass, size);
                                       });
                                   scf::YieldOp::create(inner, merged);
                                 });
  Value indices = loop.getResult(0);
  for (auto [i, known] : llvm::enumerate(sizes))
    b.state().sizes[{indices, i}] = known;
  return indices;
}

/// The elements of x that `indices` name along the dimension.
Value elementsAt(OpImporter &b, const SortedDim &sorted, Value indices) {
  StringRef all = StringRef(dimLetters).take_front(sorted.rank());
  return b.map(all, b.sizesOf(indices), sorted.x.getElementType(), {{indices, all}},
               [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                 SmallVector<Value> place;
                 for (int64_t i = 0; i < sorted.rank(); ++i)
                   place.push_back(linalg::IndexOp::create(nested, i));
                 place[sorted.dim] = arith::IndexCastOp::create(nested, nested.getIndexType(), v[0]);
                 return tensor::ExtractOp::create(nested, sorted.x.value, place);
               });
}

FailureOr<SortedDim> sortedDim(OpImporter &b, TensorOperand x, int64_t dim, bool isDescending) {
  FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
  if (failed(position) || failed(checkRank(b, x.getType().getRank())) || failed(checkNotPacked(b, x.getElementType())))
    return failure();
  return SortedDim{x, *position, isDescending};
}

LogicalResult convertSorted(OpImporter &b, TensorOperand x, int64_t dim, bool isDescending, bool onlyIndices) {
  FailureOr<SortedDim> sorted = sortedDim(b, x, dim, isDescending);
  if (failed(sorted))
    return failure();
  bool isScalar = sorted->rank() == 0;
  Value indices = isScalar ? b.filled({}, b.getI64IntegerAttr(0)) : sortedIndices(b, *sorted);
  if (onlyIndices)
    return b.results(indices);
  return b.results({isScalar ? x.value : elementsAt(b, *sorted, indices), indices});
}

/// sort(self, dim, descending) -> (values, indices), argsort(self, dim, descending) -> indices
template <bool onlyIndices>
LogicalResult convertSort(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  bool isDescending = false;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).boolConstant("descending", isDescending).done()))
    return failure();
  return convertSorted(b, x, dim, isDescending, onlyIndices);
}

/// sort.stable(self, stable, dim, descending): every sort here is stable.
LogicalResult convertStableSort(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  bool isDescending = false;
  if (failed(b.operands()
                 .tensor("self", x)
                 .ignored("stable")
                 .intConstant("dim", dim)
                 .boolConstant("descending", isDescending)
                 .done()))
    return failure();
  return convertSorted(b, x, dim, isDescending, /*onlyIndices=*/false);
}

/// topk(self, k, dim, largest, sorted) -> (values, indices): sorted in any case, equal elements in their order.
LogicalResult convertTopK(OpImporter &b) {
  TensorOperand x;
  Value k;
  int64_t dim = 0;
  bool isLargest = true;
  if (failed(b.operands()
                 .tensor("self", x)
                 .integer("k", k)
                 .intConstant("dim", dim)
                 .boolConstant("largest", isLargest)
                 .ignored("sorted")
                 .done()))
    return failure();
  FailureOr<SortedDim> sorted = sortedDim(b, x, dim, isLargest);
  if (failed(sorted))
    return failure();
  if (sorted->rank() == 0)
    return b.error() << "needs a tensor with dimensions, got " << x.getType();
  OpFoldResult size = b.sizeOf(x.value, sorted->dim), count = asIndex(b, k);
  Value fits = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ule, asValue(b, count), asValue(b, size));
  if (failed(b.check(fits, "k is not within the size of dimension " + Twine(sorted->dim))))
    return failure();
  Value indices = sliceDim(b, sortedIndices(b, *sorted), sorted->dim, b.getIndexAttr(0), count);
  return b.results({elementsAt(b, *sorted, indices), indices});
}

} // namespace

void mlir::dsv4::addAtenSortHandlers(HandlerTable &table) {
  table["torch.aten.argsort"] = convertSort</*onlyIndices=*/true>;
  table["torch.aten.sort"] = convertSort</*onlyIndices=*/false>;
  table["torch.aten.sort.stable"] = convertStableSort;
  table["torch.aten.topk"] = convertTopK;
}

//===- AtenShapeHandlers.cpp - aten ops that give tensors another shape ---===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "mlir/Dialect/Utils/ReshapeOpsUtils.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

//===----------------------------------------------------------------------===//
// permute, expand, repeat
//===----------------------------------------------------------------------===//

/// `tensor` with dimension `dims[i]` as dimension i.
Value permute(OpImporter &b, Value tensor, ArrayRef<int64_t> dims) {
  if (llvm::equal(dims, llvm::seq<int64_t>(0, dims.size())))
    return tensor;
  SmallVector<OpFoldResult> sizes;
  for (int64_t dim : dims)
    sizes.push_back(b.sizeOf(tensor, dim));
  Value empty = tensor::EmptyOp::create(b, sizes, getElementTypeOrSelf(tensor));
  return linalg::TransposeOp::create(b, tensor, empty, dims).getResult()[0];
}

/// permute(self, dims)
LogicalResult convertPermute(OpImporter &b) {
  TensorOperand x;
  SmallVector<int64_t> dims;
  if (failed(b.operands().tensor("self", x).intListConstant("dims", dims).done()))
    return failure();
  int64_t rank = x.getType().getRank();
  for (int64_t &dim : dims)
    dim = dim < 0 ? dim + rank : dim;
  if (int64_t(dims.size()) != rank || !isPermutationVector(dims))
    return b.error() << "dims are not a permutation of the " << rank << " dimensions of self";
  return b.results(permute(b, x.value, dims));
}

/// Two dimensions change places.
LogicalResult swapDims(OpImporter &b, TensorOperand x, int64_t first, int64_t second) {
  FailureOr<int64_t> dim0 = dimension(b, "dim0", first, x.getType()), dim1 = dimension(b, "dim1", second, x.getType());
  if (failed(dim0) || failed(dim1))
    return failure();
  auto dims = llvm::to_vector(llvm::seq<int64_t>(0, x.getType().getRank()));
  if (!dims.empty())
    std::swap(dims[*dim0], dims[*dim1]);
  return b.results(permute(b, x.value, dims));
}

/// transpose.int(self, dim0, dim1)
LogicalResult convertTranspose(OpImporter &b) {
  TensorOperand x;
  int64_t dim0 = 0, dim1 = 0;
  if (failed(b.operands().tensor("self", x).intConstant("dim0", dim0).intConstant("dim1", dim1).done()))
    return failure();
  return swapDims(b, x, dim0, dim1);
}

/// t(self), mT(self): the last two dimensions.
LogicalResult convertMatrixTranspose(OpImporter &b) {
  TensorOperand x;
  if (failed(b.operands().tensor("self", x).done()))
    return failure();
  int64_t rank = x.getType().getRank();
  if (rank < 2 && b.name() == "torch.aten.t")
    return b.results(x.value);
  if (rank < 2)
    return b.error() << "needs a matrix, got " << x.getType();
  return swapDims(b, x, -2, -1);
}

/// expand, broadcast_to(self, size, ...): new dimensions stand in front; -1 is the size as it is.
LogicalResult convertExpandTo(OpImporter &b, TensorOperand x, ArrayRef<Value> list) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  int64_t missing = int64_t(list.size()) - x.getType().getRank();
  if (missing < 0 || type.getRank() != int64_t(list.size()))
    return b.error() << "cannot expand " << x.getType() << " to " << list.size() << " dimensions";
  SmallVector<OpFoldResult> sizes;
  for (auto [i, number] : llvm::enumerate(list)) {
    bool isNew = int64_t(i) < missing;
    if (getConstantIntValue(number) == -1) {
      if (isNew)
        return b.error() << "size " << i << " is -1, but self has no such dimension";
      sizes.push_back(b.sizeOf(x.value, i - missing));
      continue;
    }
    OpFoldResult size = asIndex(b, number);
    // The dimension of self that is not repeated says its size better.
    if (!isNew && x.getType().getDimSize(i - missing) != 1) {
      OpFoldResult own = b.sizeOf(x.value, i - missing);
      if (failed(b.checkEqual(own, size, "size " + Twine(i) + " is not that of self")))
        return failure();
      size = own;
    }
    sizes.push_back(size);
  }
  FailureOr<Value> expanded = broadcast(b, x, sizes, x.getElementType());
  if (failed(expanded))
    return failure();
  return b.results(*expanded);
}

/// expand(self, size, implicit)
LogicalResult convertExpand(OpImporter &b) {
  TensorOperand x;
  SmallVector<Value> list;
  if (failed(b.operands().tensor("self", x).intList("size", list).ignored("implicit").done()))
    return failure();
  return convertExpandTo(b, x, list);
}

/// broadcast_to(self, size)
LogicalResult convertBroadcastTo(OpImporter &b) {
  TensorOperand x;
  SmallVector<Value> list;
  if (failed(b.operands().tensor("self", x).intList("size", list).done()))
    return failure();
  return convertExpandTo(b, x, list);
}

/// `x` with a new dimension of size 1 before every dimension i with repeats[i] != 1, broadcast there and merged into
/// it: what comes `behind` or before the elements of that dimension.
FailureOr<Value> repeatDims(OpImporter &b, TensorOperand x, ArrayRef<OpFoldResult> repeats, bool behind) {
  SmallVector<bool> keeps;
  SmallVector<OpFoldResult> sizes, merged;
  for (auto [i, repeat] : llvm::enumerate(repeats)) {
    OpFoldResult size = b.sizeOf(x.value, i);
    merged.push_back(multiplySizes(b, repeat, size));
    bool isRepeated = getConstantIntValue(repeat) != 1;
    if (isRepeated && !behind) {
      keeps.push_back(false);
      sizes.push_back(repeat);
    }
    keeps.push_back(true);
    sizes.push_back(size);
    if (isRepeated && behind) {
      keeps.push_back(false);
      sizes.push_back(repeat);
    }
  }
  TensorOperand wide{insertUnitDims(b, x.value, keeps), x.isUnsigned};
  FailureOr<Value> repeated = broadcast(b, wide, sizes, x.getElementType());
  if (failed(repeated))
    return failure();
  return reshape(b, *repeated, merged, tensorType(merged, x.getElementType()));
}

/// repeat(self, repeats): the tensor as a tile; new dimensions stand in front.
LogicalResult convertRepeat(OpImporter &b) {
  TensorOperand x;
  SmallVector<Value> list;
  if (failed(b.operands().tensor("self", x).intList("repeats", list).done()))
    return failure();
  int64_t missing = int64_t(list.size()) - x.getType().getRank();
  if (missing < 0)
    return b.error() << "repeats has " << list.size() << " elements for " << x.getType();
  SmallVector<bool> keeps(missing, false);
  keeps.append(x.getType().getRank(), true);
  TensorOperand wide{insertUnitDims(b, x.value, keeps), x.isUnsigned};
  SmallVector<OpFoldResult> repeats;
  for (Value number : list) {
    if (std::optional<int64_t> known = getConstantIntValue(number); known && *known < 0)
      return b.error() << "repeats has the element " << *known;
    repeats.push_back(asIndex(b, number));
  }
  FailureOr<Value> repeated = repeatDims(b, wide, repeats, /*behind=*/false);
  if (failed(repeated))
    return failure();
  return b.results(*repeated);
}

/// repeat_interleave.self_int(self, repeats, dim, output_size): every element of a dimension several times in a row.
LogicalResult convertRepeatInterleave(OpImporter &b) {
  TensorOperand x;
  int64_t repeats = 0;
  std::optional<int64_t> dim;
  if (failed(b.operands()
                 .tensor("self", x)
                 .intConstant("repeats", repeats)
                 .optionalIntConstant("dim", dim)
                 .ignored("output_size")
                 .done()))
    return failure();
  if (!dim || repeats < 0)
    return b.error() << "needs a dim, and repeats of at least 0";
  FailureOr<int64_t> position = dimension(b, "dim", *dim, x.getType());
  if (failed(position))
    return failure();
  SmallVector<OpFoldResult> all(x.getType().getRank(), b.getIndexAttr(1));
  if (all.empty())
    return b.error() << "dim " << *dim << " is outside " << x.getType();
  all[*position] = b.getIndexAttr(repeats);
  FailureOr<Value> repeated = repeatDims(b, x, all, /*behind=*/true);
  if (failed(repeated))
    return failure();
  return b.results(*repeated);
}

//===----------------------------------------------------------------------===//
// Elements in another order
//===----------------------------------------------------------------------===//

/// `x` with the element that `position` names of index i of dimension `dim`, for every i.
Value reorder(OpImporter &b, Value x, int64_t dim, function_ref<Value(ImplicitLocOpBuilder &, Value)> position) {
  int64_t rank = cast<RankedTensorType>(x.getType()).getRank();
  return b.map(StringRef(dimLetters).take_front(rank), b.sizesOf(x), getElementTypeOrSelf(x), {},
               [&](ImplicitLocOpBuilder &nested, ValueRange) -> Value {
                 SmallVector<Value> indices;
                 for (int64_t i = 0; i < rank; ++i)
                   indices.push_back(linalg::IndexOp::create(nested, i));
                 indices[dim] = position(nested, indices[dim]);
                 return tensor::ExtractOp::create(nested, x, indices);
               });
}

/// flip(self, dims)
LogicalResult convertFlip(OpImporter &b) {
  TensorOperand x;
  SmallVector<int64_t> dims;
  if (failed(b.operands().tensor("self", x).intListConstant("dims", dims).done()) ||
      failed(checkRank(b, x.getType().getRank())))
    return failure();
  Value y = x.value;
  for (int64_t dim : dims) {
    FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
    if (failed(position))
      return failure();
    if (x.getType().getRank() == 0)
      continue;
    Value size = asValue(b, b.sizeOf(y, *position));
    y = reorder(b, y, *position, [&](ImplicitLocOpBuilder &nested, Value i) -> Value {
      Value last = arith::SubIOp::create(nested, size, arith::ConstantIndexOp::create(nested, 1));
      return arith::SubIOp::create(nested, last, i);
    });
  }
  return b.results(y);
}

/// roll(self, shifts, dims): what leaves a dimension at its end comes back at its beginning.
LogicalResult convertRoll(OpImporter &b) {
  TensorOperand x;
  SmallVector<int64_t> shifts, dims;
  if (failed(b.operands().tensor("self", x).intListConstant("shifts", shifts).intListConstant("dims", dims).done()) ||
      failed(checkRank(b, x.getType().getRank())))
    return failure();
  if (shifts.size() != dims.size() || (x.getType().getRank() == 0 && !dims.empty()))
    return b.error() << "needs as many shifts as dims, got " << shifts.size() << " and " << dims.size();
  Value y = x.value;
  for (auto [shift, dim] : llvm::zip_equal(shifts, dims)) {
    FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
    if (failed(position))
      return failure();
    // Adding the size first keeps the dividend of the remainder positive.
    Value size = asValue(b, b.sizeOf(y, *position));
    Value nonZero = b.createOrFold<arith::MaxSIOp>(size, b.index(1));
    Value forward = b.createOrFold<arith::RemSIOp>(b.index(shift), nonZero);
    Value back = b.createOrFold<arith::SubIOp>(size, forward);
    y = reorder(b, y, *position, [&](ImplicitLocOpBuilder &nested, Value i) -> Value {
      return arith::RemSIOp::create(nested, arith::AddIOp::create(nested, i, back), nonZero);
    });
  }
  return b.results(y);
}

/// copy(self, src, non_blocking): src in the shape and dtype of self.
LogicalResult convertCopyInto(OpImporter &b) {
  TensorOperand self, source;
  if (failed(b.operands().tensor("self", self).tensor("src", source).ignored("non_blocking").done()))
    return failure();
  FailureOr<Value> copied = broadcast(b, source, b.sizesOf(self.value), self.getElementType());
  if (failed(copied))
    return failure();
  return b.results(*copied);
}

} // namespace

void mlir::dsv4::addAtenShapeHandlers(HandlerTable &table) {
  table["torch.aten.broadcast_to"] = convertBroadcastTo;
  table["torch.aten.copy"] = convertCopyInto;
  table["torch.aten.expand"] = convertExpand;
  table["torch.aten.flip"] = convertFlip;
  table["torch.aten.mT"] = convertMatrixTranspose;
  table["torch.aten.permute"] = convertPermute;
  table["torch.aten.repeat"] = convertRepeat;
  table["torch.aten.repeat_interleave.self_int"] = convertRepeatInterleave;
  table["torch.aten.roll"] = convertRoll;
  table["torch.aten.t"] = convertMatrixTranspose;
  table["torch.aten.transpose.int"] = convertTranspose;
}

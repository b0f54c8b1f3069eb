//===- Reshape.cpp - Views and broadcasts of tensors ----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/ReshapeOpsUtils.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// A group of neighbouring dimensions on either side with the same number of elements.
struct Group {
  SmallVector<int64_t, 2> from, to;
};

/// Pairs the dimensions of two shapes of one row-major tensor. The groups from
/// both ends are closed as early as the sizes allow; what is left in the middle,
/// because nothing is known about its dynamic sizes, is one group.
SmallVector<Group> groupDimensions(ArrayRef<OpFoldResult> from, ArrayRef<OpFoldResult> to) {
  int64_t fromBegin = 0, fromEnd = from.size(), toBegin = 0, toEnd = to.size();
  SmallVector<Group> front, back;
  // The next group from one end; `at` counts from that end. Equal sizes, or static ones multiplied
  // on the smaller side until both agree.
  auto next = [&](auto fromAt, auto toAt) -> std::optional<Group> {
    int64_t fromLeft = fromEnd - fromBegin, toLeft = toEnd - toBegin;
    if (fromLeft == 0 || toLeft == 0)
      return std::nullopt;
    if (equalSizes(from[fromAt(0)], to[toAt(0)]))
      return Group{{fromAt(0)}, {toAt(0)}};
    std::optional<int64_t> fromSize = getConstantIntValue(from[fromAt(0)]);
    std::optional<int64_t> toSize = getConstantIntValue(to[toAt(0)]);
    Group group{{fromAt(0)}, {toAt(0)}};
    while (fromSize && toSize && *fromSize != *toSize && *fromSize != 0 && *toSize != 0) {
      bool growFrom = *fromSize < *toSize;
      auto &dims = growFrom ? group.from : group.to;
      auto &size = growFrom ? fromSize : toSize;
      if (int64_t(dims.size()) == (growFrom ? fromLeft : toLeft))
        return std::nullopt;
      int64_t dim = growFrom ? fromAt(dims.size()) : toAt(dims.size());
      std::optional<int64_t> factor = getConstantIntValue(growFrom ? from[dim] : to[dim]);
      dims.push_back(dim);
      size = factor ? std::optional<int64_t>(*size * *factor) : std::nullopt;
    }
    if (!fromSize || fromSize != toSize)
      return std::nullopt;
    return group;
  };
  while (std::optional<Group> group =
             next([&](int64_t i) { return fromEnd - 1 - i; }, [&](int64_t i) { return toEnd - 1 - i; })) {
    fromEnd -= group->from.size();
    toEnd -= group->to.size();
    std::reverse(group->from.begin(), group->from.end());
    std::reverse(group->to.begin(), group->to.end());
    back.push_back(*group);
  }
  while (std::optional<Group> group =
             next([&](int64_t i) { return fromBegin + i; }, [&](int64_t i) { return toBegin + i; })) {
    fromBegin += group->from.size();
    toBegin += group->to.size();
    front.push_back(*group);
  }
  if (fromBegin < fromEnd || toBegin < toEnd) {
    Group middle;
    llvm::append_range(middle.from, llvm::seq(fromBegin, fromEnd));
    llvm::append_range(middle.to, llvm::seq(toBegin, toEnd));
    front.push_back(middle);
  }
  front.append(back.rbegin(), back.rend());
  return front;
}

/// Dimensions of size 1 have no partner of their own: they join a neighbour. A
/// group with none on one side is merged into the group before or behind it.
void mergeEmptyGroups(SmallVector<Group> &groups) {
  for (size_t i = 0; i < groups.size() && groups.size() > 1;) {
    if (!groups[i].from.empty() && !groups[i].to.empty()) {
      ++i;
      continue;
    }
    size_t first = i == 0 ? 0 : i - 1;
    groups[first].from.append(groups[first + 1].from);
    groups[first].to.append(groups[first + 1].to);
    groups.erase(groups.begin() + first + 1);
    i = first;
  }
}

int64_t numDynamic(ArrayRef<int64_t> dims, RankedTensorType type) {
  return llvm::count_if(dims, [&](int64_t dim) { return type.isDynamicDim(dim); });
}

/// Number of elements in `dims` of `type`, dynamic if one of them is.
int64_t groupSize(ArrayRef<int64_t> dims, RankedTensorType type) {
  if (numDynamic(dims, type))
    return ShapedType::kDynamic;
  int64_t size = 1;
  for (int64_t dim : dims)
    size *= type.getDimSize(dim);
  return size;
}

/// `tensor` with another shape of as many elements. Merging and splitting of
/// dimensions are collapse_shape and expand_shape, which need no copy; only a
/// split into several dynamic dimensions is a tensor.reshape.
} // namespace

FailureOr<Value> mlir::dsv4::reshape(OpImporter &b, Value tensor, ArrayRef<OpFoldResult> sizes, RankedTensorType type) {
  auto from = cast<RankedTensorType>(tensor.getType());
  Type element = from.getElementType();
  SmallVector<OpFoldResult> fromSizes;
  for (int64_t i = 0; i < from.getRank(); ++i)
    fromSizes.push_back(b.sizeOf(tensor, i));
  SmallVector<Group> groups = groupDimensions(fromSizes, sizes);
  mergeEmptyGroups(groups);

  for (const Group &group : groups) {
    SmallVector<OpFoldResult> before, after;
    for (int64_t dim : group.from)
      before.push_back(fromSizes[dim]);
    for (int64_t dim : group.to)
      after.push_back(sizes[dim]);
    if (before.size() == 1 && after.size() == 1 && equalSizes(before.front(), after.front()))
      continue;
    if (failed(b.checkEqual(productOfSizes(b, before), productOfSizes(b, after),
                            "the new shape has another number of elements")))
      return failure();
  }

  // expand_shape of one dimension into several dynamic ones crashes expand-strided-metadata of
  // MLIR 22.1.8 (a null size of memref.reinterpret_cast).
  if (llvm::any_of(groups, [&](const Group &group) { return group.to.size() > 1 && numDynamic(group.to, type) > 1; })) {
    SmallVector<Value> dims;
    for (OpFoldResult size : sizes)
      dims.push_back(getValueOrCreateConstantIndexOp(b, b.getLoc(), size));
    Value shape = tensor::FromElementsOp::create(b, dims);
    return tensor::ReshapeOp::create(b, type, tensor, shape).getResult();
  }

  // Merge every group of `from` into one dimension, then split it into the group of `to`.
  SmallVector<int64_t> mergedShape, splitShape;
  SmallVector<ReassociationIndices> merged, split;
  if (from.getRank() != 0 && type.getRank() != 0) {
    for (const Group &group : groups) {
      merged.push_back(ReassociationIndices(group.from));
      split.push_back(ReassociationIndices(group.to));
      mergedShape.push_back(groupSize(group.from, from));
      splitShape.push_back(groupSize(group.to, type));
    }
  } else {
    // All sizes of the other side are 1; a scalar has no dimension to group them with.
    tensor = b.castShape(tensor, RankedTensorType::get(SmallVector<int64_t>(from.getRank(), 1), element));
  }
  if (failed(verifyCompatibleShape(mergedShape, splitShape)))
    return b.error() << "cannot view " << from << " as " << type;
  if (int64_t(merged.size()) != from.getRank())
    tensor = tensor::CollapseShapeOp::create(b, RankedTensorType::get(mergedShape, element), tensor, merged);
  if (int64_t(split.size()) != type.getRank()) {
    tensor = b.castShape(tensor, RankedTensorType::get(splitShape, element));
    tensor = tensor::ExpandShapeOp::create(b, type, tensor, split, sizes);
  }
  return b.castShape(tensor, type);
}

FailureOr<Value> mlir::dsv4::broadcast(OpImporter &b, TensorOperand tensor, ArrayRef<OpFoldResult> sizes,
                                       Type elementType) {
  RankedTensorType type = tensor.getType();
  int64_t rank = sizes.size(), missing = rank - type.getRank();
  if (missing < 0)
    return b.error() << "cannot broadcast " << type << " to " << rank << " dimensions";
  if (failed(checkRank(b, rank)))
    return failure();
  std::string letters;
  bool repeats = missing > 0;
  for (int64_t i = 0; i < type.getRank(); ++i) {
    OpFoldResult target = sizes[missing + i];
    bool isRepeated = type.getDimSize(i) == 1 && getConstantIntValue(target) != 1;
    letters.push_back(isRepeated ? '1' : dimLetters[missing + i]);
    repeats |= isRepeated;
    if (!isRepeated && failed(b.checkEqual(b.sizeOf(tensor.value, i), target,
                                           "dimension " + Twine(i) + " cannot be broadcast to the new size")))
      return failure();
  }
  if (!repeats && type.getElementType() == elementType)
    return tensor.value;
  // No element is looked at where only packed pairs are repeated.
  if (type.getElementType() != elementType && failed(checkNotPacked(b, {type.getElementType(), elementType})))
    return failure();
  return b.map(StringRef(dimLetters).take_front(rank), sizes, elementType, {{tensor.value, letters}},
               [&](ImplicitLocOpBuilder &nested, ValueRange v) {
                 return convertScalar(nested, v[0], elementType, tensor.isUnsigned);
               });
}

//===- AtenShapeHandlers.cpp - aten ops that move or count elements -------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Import/OpImporter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
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
// Sizes as numbers
//===----------------------------------------------------------------------===//

/// size.int(self, dim)
LogicalResult convertSize(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).done()))
    return failure();
  int64_t rank = x.getType().getRank(), position = dim < 0 ? dim + rank : dim;
  if (position < 0 || position >= rank)
    return b.error() << "dim " << dim << " is outside " << x.getType();
  Value size = getValueOrCreateConstantIndexOp(b, b.getLoc(), b.sizeOf(x.value, position));
  return b.results(b.createOrFold<arith::IndexCastOp>(b.getI64Type(), size));
}

/// add.int, sub.int, mul.int(a, b)
template <typename IntOp>
LogicalResult convertIntArithmetic(OpImporter &b) {
  Value lhs, rhs;
  if (failed(b.operands().integer("a", lhs).integer("b", rhs).done()))
    return failure();
  return b.results(b.createOrFold<IntOp>(lhs, rhs));
}

//===----------------------------------------------------------------------===//
// permute
//===----------------------------------------------------------------------===//

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
  if (llvm::equal(dims, llvm::seq<int64_t>(0, rank)))
    return b.results(x.value);
  SmallVector<OpFoldResult> sizes;
  for (int64_t dim : dims)
    sizes.push_back(b.sizeOf(x.value, dim));
  Value empty = tensor::EmptyOp::create(b, sizes, x.getElementType());
  return b.results(linalg::TransposeOp::create(b, x.value, empty, dims).getResult()[0]);
}

//===----------------------------------------------------------------------===//
// view
//===----------------------------------------------------------------------===//

/// The index value behind casts between index and i64.
Value withoutIndexCasts(Value value) {
  while (auto cast = value.getDefiningOp<arith::IndexCastOp>())
    value = cast.getIn();
  return value;
}

/// Two sizes are known to be equal.
bool equalSizes(OpFoldResult lhs, OpFoldResult rhs) {
  if (std::optional<int64_t> left = getConstantIntValue(lhs))
    return left == getConstantIntValue(rhs);
  auto left = dyn_cast<Value>(lhs), right = dyn_cast<Value>(rhs);
  if (!left || !right)
    return false;
  left = withoutIndexCasts(left);
  right = withoutIndexCasts(right);
  if (left == right)
    return true;
  auto leftDim = left.getDefiningOp<tensor::DimOp>(), rightDim = right.getDefiningOp<tensor::DimOp>();
  return leftDim && rightDim && leftDim.getSource() == rightDim.getSource() && leftDim.getConstantIndex() &&
         leftDim.getConstantIndex() == rightDim.getConstantIndex();
}

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
FailureOr<Value> reshape(OpImporter &b, Value tensor, ArrayRef<OpFoldResult> sizes, RankedTensorType type) {
  auto from = cast<RankedTensorType>(tensor.getType());
  Type element = from.getElementType();
  SmallVector<OpFoldResult> fromSizes;
  for (int64_t i = 0; i < from.getRank(); ++i)
    fromSizes.push_back(b.sizeOf(tensor, i));
  SmallVector<Group> groups = groupDimensions(fromSizes, sizes);
  mergeEmptyGroups(groups);

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

/// view(self, size): one size may be -1, what is left of the elements.
LogicalResult convertView(OpImporter &b) {
  TensorOperand x;
  SmallVector<Value> list;
  RankedTensorType declared = b.resultType();
  if (!declared || failed(b.operands().tensor("self", x).intList("size", list).done()))
    return failure();
  int64_t rank = declared.getRank();
  if (int64_t(list.size()) != rank)
    return b.error() << "size has " << list.size() << " elements, but the result is declared as " << declared;

  // Numbers from the list and from the declared type; they must agree.
  SmallVector<OpFoldResult> sizes(rank);
  SmallVector<int64_t> shape(declared.getShape());
  int64_t inferred = -1;
  for (int64_t i = 0; i < rank; ++i) {
    std::optional<int64_t> constant = getConstantIntValue(list[i]);
    if (constant && *constant < -1)
      return b.error() << "size " << i << " is " << *constant;
    if (constant == -1) {
      if (inferred >= 0)
        return b.error() << "sizes " << inferred << " and " << i << " are both -1";
      inferred = i;
    } else if (constant) {
      if (!ShapedType::isDynamic(shape[i]) && shape[i] != *constant)
        return b.error() << "size " << i << " is " << *constant << ", but the result is declared as " << declared;
      shape[i] = *constant;
    }
    if (!ShapedType::isDynamic(shape[i]))
      sizes[i] = b.getIndexAttr(shape[i]);
    else if (constant != -1)
      sizes[i] = b.createOrFold<arith::IndexCastOp>(b.getIndexType(), list[i]);
  }

  // The size that is left: elements of self divided by the product of the others.
  RankedTensorType from = x.getType();
  if (inferred >= 0 && ShapedType::isDynamic(shape[inferred])) {
    auto product = [&](ArrayRef<OpFoldResult> factors) -> Value {
      Value result = b.index(1);
      for (OpFoldResult factor : factors)
        result = b.createOrFold<arith::MulIOp>(result, getValueOrCreateConstantIndexOp(b, b.getLoc(), factor));
      return result;
    };
    SmallVector<OpFoldResult> elements, others;
    for (int64_t i = 0; i < from.getRank(); ++i)
      elements.push_back(b.sizeOf(x.value, i));
    for (int64_t i = 0; i < rank; ++i)
      if (i != inferred)
        others.push_back(sizes[i]);
    // Sizes on both sides cancel, so that view(x, [-1, D]) of [B, S, D] needs no division.
    for (OpFoldResult &other : others) {
      auto *same = llvm::find_if(elements, [&](OpFoldResult size) { return equalSizes(size, other); });
      if (same == elements.end() || getConstantIntValue(other) == 0)
        continue;
      elements.erase(same);
      other = b.getIndexAttr(1);
    }
    Value divisor = product(others);
    if (getConstantIntValue(divisor) == 0)
      return b.error() << "size " << inferred << " is -1, but the other sizes have a 0";
    Value left = b.createOrFold<arith::DivSIOp>(product(elements), divisor);
    sizes[inferred] = getAsOpFoldResult(left);
    if (std::optional<int64_t> known = getConstantIntValue(left)) {
      shape[inferred] = *known;
      sizes[inferred] = b.getIndexAttr(*known);
    }
  }

  auto type = RankedTensorType::get(shape, x.getElementType());
  if (from.hasStaticShape() && type.hasStaticShape() && from.getNumElements() != type.getNumElements())
    return b.error() << "cannot view " << from << " as " << type;
  FailureOr<Value> viewed = reshape(b, x.value, sizes, type);
  if (failed(viewed))
    return failure();
  return b.results(*viewed);
}

} // namespace

void mlir::dsv4::addAtenShapeHandlers(HandlerTable &table) {
  table["torch.aten.add.int"] = convertIntArithmetic<arith::AddIOp>;
  table["torch.aten.mul.int"] = convertIntArithmetic<arith::MulIOp>;
  table["torch.aten.permute"] = convertPermute;
  table["torch.aten.size.int"] = convertSize;
  table["torch.aten.sub.int"] = convertIntArithmetic<arith::SubIOp>;
  table["torch.aten.view"] = convertView;
}

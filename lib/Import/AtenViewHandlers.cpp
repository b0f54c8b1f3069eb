//===- AtenViewHandlers.cpp - aten ops that only name elements anew -------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// view, reshape, _unsafe_view(self, size): one size may be -1, what is left of the elements.
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
    SmallVector<OpFoldResult> elements = b.sizesOf(x.value), others;
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
    Value divisor = asValue(b, productOfSizes(b, others));
    if (getConstantIntValue(divisor) == 0)
      return b.error() << "size " << inferred << " is -1, but the other sizes have a 0";
    if (!getConstantIntValue(divisor) &&
        failed(b.check(arith::CmpIOp::create(b, arith::CmpIPredicate::ne, divisor, b.index(0)),
                       "size " + Twine(inferred) + " is -1, but the other sizes have a 0")))
      return failure();
    Value left = b.createOrFold<arith::DivSIOp>(asValue(b, productOfSizes(b, elements)), divisor);
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

/// `x` with the sizes `sizes`.
LogicalResult reshapeTo(OpImporter &b, TensorOperand x, ArrayRef<OpFoldResult> sizes) {
  FailureOr<Value> viewed = reshape(b, x.value, sizes, tensorType(sizes, x.getElementType()));
  if (failed(viewed))
    return failure();
  return b.results(*viewed);
}

/// flatten.using_ints(self, start_dim, end_dim): merges dimensions; a scalar becomes [1].
LogicalResult convertFlatten(OpImporter &b) {
  TensorOperand x;
  int64_t startDim = 0, endDim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("start_dim", startDim).intConstant("end_dim", endDim).done()))
    return failure();
  FailureOr<int64_t> start = dimension(b, "start_dim", startDim, x.getType()),
                     end = dimension(b, "end_dim", endDim, x.getType());
  if (failed(start) || failed(end))
    return failure();
  if (*start > *end)
    return b.error() << "start_dim " << startDim << " is behind end_dim " << endDim;
  SmallVector<OpFoldResult> all = b.sizesOf(x.value);
  if (all.empty())
    return reshapeTo(b, x, OpFoldResult(b.getIndexAttr(1)));
  SmallVector<OpFoldResult> sizes(all.begin(), all.begin() + *start);
  sizes.push_back(productOfSizes(b, ArrayRef(all).slice(*start, *end - *start + 1)));
  sizes.append(all.begin() + *end + 1, all.end());
  return reshapeTo(b, x, sizes);
}

/// unflatten.int(self, dim, sizes): splits a dimension; one size may be -1.
LogicalResult convertUnflatten(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  SmallVector<int64_t> parts;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).intListConstant("sizes", parts).done()))
    return failure();
  FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
  if (failed(position))
    return failure();
  if (parts.empty() || x.getType().getRank() == 0 || llvm::count_if(parts, [](int64_t n) { return n < 0; }) > 1)
    return b.error() << "sizes must name the parts of a dimension, at most one as -1";
  int64_t known = 1;
  for (int64_t part : parts)
    known *= part < 0 ? 1 : part;
  SmallVector<OpFoldResult> sizes = b.sizesOf(x.value);
  OpFoldResult whole = sizes[*position];
  if (known == 0)
    return b.error() << "sizes must not be 0";
  SmallVector<OpFoldResult> split;
  for (int64_t part : parts)
    split.push_back(part < 0 ? getAsOpFoldResult(b.createOrFold<arith::DivSIOp>(asValue(b, whole), b.index(known)))
                             : OpFoldResult(b.getIndexAttr(part)));
  sizes.erase(sizes.begin() + *position);
  sizes.insert(sizes.begin() + *position, split.begin(), split.end());
  return reshapeTo(b, x, sizes);
}

/// Without those of the dimensions `dims` that have size 1. A dynamic one stays unless the declared result lacks it.
LogicalResult squeeze(OpImporter &b, TensorOperand x, ArrayRef<int64_t> dims) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  SmallVector<bool> keeps(x.getType().getRank(), true);
  for (int64_t dim : dims) {
    FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
    if (failed(position))
      return failure();
    if (!keeps.empty() && x.getType().getDimSize(*position) == 1)
      keeps[*position] = false;
  }
  if (llvm::count(keeps, true) != type.getRank())
    return b.error() << "a dimension of unknown size of " << x.getType() << " cannot be squeezed to " << type;
  return b.results(removeUnitDims(b, x.value, keeps));
}

/// squeeze(self), squeeze.dim(self, dim), squeeze.dims and prims.squeeze(self, dims)
LogicalResult convertSqueezeAll(OpImporter &b) {
  TensorOperand x;
  if (failed(b.operands().tensor("self", x).done()))
    return failure();
  return squeeze(b, x, llvm::to_vector(llvm::seq<int64_t>(0, x.getType().getRank())));
}

LogicalResult convertSqueezeDim(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).done()))
    return failure();
  return squeeze(b, x, dim);
}

LogicalResult convertSqueezeDims(OpImporter &b) {
  TensorOperand x;
  SmallVector<int64_t> dims;
  if (failed(b.operands().tensor("self", x).intListConstant("dims", dims).done()))
    return failure();
  return squeeze(b, x, dims);
}

/// unsqueeze(self, dim)
LogicalResult convertUnsqueeze(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).done()))
    return failure();
  int64_t rank = x.getType().getRank(), position = dim < 0 ? dim + rank + 1 : dim;
  if (position < 0 || position > rank)
    return b.error() << "dim " << dim << " is outside " << x.getType();
  SmallVector<bool> keeps(rank + 1, true);
  keeps[position] = false;
  return b.results(insertUnitDims(b, x.value, keeps));
}

/// clone(self, memory_format), alias(self), ...: tensors here are values and have one layout.
template <bool hasMemoryFormat>
LogicalResult convertCopy(OpImporter &b) {
  TensorOperand x;
  OperandReader reader = b.operands();
  reader.tensor("self", x);
  if (hasMemoryFormat)
    reader.ignored("memory_format");
  if (failed(reader.done()))
    return failure();
  return b.results(x.value);
}

} // namespace

void mlir::dsv4::addAtenViewHandlers(HandlerTable &table) {
  table["torch.aten._unsafe_view"] = convertView;
  table["torch.aten.alias"] = convertCopy</*hasMemoryFormat=*/false>;
  table["torch.aten.clone"] = convertCopy</*hasMemoryFormat=*/true>;
  table["torch.aten.contiguous"] = convertCopy</*hasMemoryFormat=*/true>;
  table["torch.aten.detach"] = convertCopy</*hasMemoryFormat=*/false>;
  table["torch.aten.flatten.using_ints"] = convertFlatten;
  table["torch.aten.lift_fresh_copy"] = convertCopy</*hasMemoryFormat=*/false>;
  table["torch.aten.reshape"] = convertView;
  table["torch.aten.squeeze"] = convertSqueezeAll;
  table["torch.aten.squeeze.dim"] = convertSqueezeDim;
  table["torch.aten.squeeze.dims"] = convertSqueezeDims;
  table["torch.aten.unflatten.int"] = convertUnflatten;
  table["torch.aten.unsqueeze"] = convertUnsqueeze;
  table["torch.aten.view"] = convertView;
  table["torch.prims.squeeze"] = convertSqueezeDims;
  table["torch.prims.view_of"] = convertCopy</*hasMemoryFormat=*/false>;
}

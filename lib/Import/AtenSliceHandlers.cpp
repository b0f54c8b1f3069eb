//===- AtenSliceHandlers.cpp - aten ops on parts of tensors ---------------===//
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

//===----------------------------------------------------------------------===//
// Bounds
//===----------------------------------------------------------------------===//

/// Where a slice lies.
struct Range {
  OpFoldResult begin, size;
};

/// A bound of a slice, which may count from the end and lie outside, in [0, size].
OpFoldResult clampBound(OpImporter &b, OpFoldResult bound, OpFoldResult size) {
  OpFoldResult zero = b.getIndexAttr(0);
  std::optional<int64_t> known = getConstantIntValue(bound), length = getConstantIntValue(size);
  if (known && length)
    return b.getIndexAttr(std::clamp<int64_t>(*known < 0 ? *known + *length : *known, 0, *length));
  if (known && *known >= 0)
    return *known == 0 ? zero : smallerSize(b, bound, size);
  if (known)
    return largerSize(b, addSizes(b, size, bound), zero);
  if (equalSizes(bound, size))
    return size;
  Value number = asValue(b, bound), whole = asValue(b, size);
  Value isNegative = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::slt, number, b.index(0));
  Value fromBegin = b.createOrFold<arith::SelectOp>(isNegative, b.createOrFold<arith::AddIOp>(number, whole), number);
  return smallerSize(b, largerSize(b, getAsOpFoldResult(fromBegin), zero), size);
}

/// The elements of [start, end) of a dimension of `size`; none for a bound is its end.
Range rangeOf(OpImporter &b, Value start, Value end, int64_t step, OpFoldResult size) {
  OpFoldResult begin = start ? clampBound(b, asIndex(b, start), size) : OpFoldResult(b.getIndexAttr(0));
  OpFoldResult stop = end ? clampBound(b, asIndex(b, end), size) : size;
  if (getConstantIntValue(begin) == 0)
    return {begin, ceilDivSizes(b, stop, step)};
  OpFoldResult length = subtractSizes(b, stop, begin);
  return {begin, ceilDivSizes(b, largerSize(b, length, b.getIndexAttr(0)), step)};
}

/// `dim` of a tensor that has at least one dimension.
FailureOr<int64_t> existingDim(OpImporter &b, int64_t dim, RankedTensorType type) {
  if (type.getRank() == 0)
    return b.error() << "dim " << dim << " is outside " << type;
  return dimension(b, "dim", dim, type);
}

/// `index`, which may count from the end, in [0, size): checked when the program runs if it is not known.
FailureOr<OpFoldResult> elementOf(OpImporter &b, Value index, int64_t dim, OpFoldResult size) {
  OpFoldResult position = asIndex(b, index);
  std::optional<int64_t> known = getConstantIntValue(position), length = getConstantIntValue(size);
  if (known && length) {
    if (*known < -*length || *known >= *length)
      return b.error() << "index " << *known << " is outside dimension " << dim << ", which has " << *length
                       << " elements";
    return OpFoldResult(b.getIndexAttr(*known < 0 ? *known + *length : *known));
  }
  Value number = asValue(b, position), whole = asValue(b, size);
  if (known ? *known < 0 : false) {
    number = b.createOrFold<arith::AddIOp>(number, whole);
  } else if (!known) {
    Value isNegative = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, number, b.index(0));
    number = arith::SelectOp::create(b, isNegative, arith::AddIOp::create(b, number, whole), number);
  }
  if (failed(b.check(b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ult, number, whole),
                     "index is outside dimension " + Twine(dim))))
    return failure();
  return getAsOpFoldResult(number);
}

//===----------------------------------------------------------------------===//
// Reading parts
//===----------------------------------------------------------------------===//

/// The elements of a dimension of `type` that dim, start, end and step name.
struct Stride {
  int64_t dim = 0, step = 0;
  Range range;
};

/// Reads dim, start, end and step, which are the last operands of slice.Tensor and slice_scatter; `reader` has read
/// what is before them, and `self` is the tensor whose dimension it is.
FailureOr<Stride> readStride(OpImporter &b, OperandReader &reader, const TensorOperand &self) {
  Stride stride;
  Value start, end;
  if (failed(reader.intConstant("dim", stride.dim)
                 .optionalInteger("start", start)
                 .optionalInteger("end", end)
                 .intConstant("step", stride.step)
                 .done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, stride.dim, self.getType());
  if (failed(position))
    return failure();
  if (stride.step < 1)
    return b.error() << "step must be at least 1, got " << stride.step;
  stride.dim = *position;
  stride.range = rangeOf(b, start, end, stride.step, b.sizeOf(self.value, *position));
  return stride;
}

/// slice.Tensor(self, dim, start, end, step)
LogicalResult convertSlice(OpImporter &b) {
  TensorOperand x;
  OperandReader reader = b.operands();
  reader.tensor("self", x);
  FailureOr<Stride> stride = readStride(b, reader, x);
  if (failed(stride))
    return failure();
  return b.results(sliceDim(b, x.value, stride->dim, stride->range.begin, stride->range.size, stride->step));
}

/// Element `begin` of a dimension, which vanishes.
Value selectElement(OpImporter &b, Value x, int64_t dim, OpFoldResult begin) {
  Value part = sliceDim(b, x, dim, begin, b.getIndexAttr(1));
  SmallVector<bool> keeps(cast<RankedTensorType>(x.getType()).getRank(), true);
  keeps[dim] = false;
  return removeUnitDims(b, part, keeps);
}

/// select.int(self, dim, index)
LogicalResult convertSelect(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  Value index;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).integer("index", index).done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, x.getType());
  if (failed(position))
    return failure();
  FailureOr<OpFoldResult> begin = elementOf(b, index, *position, b.sizeOf(x.value, *position));
  if (failed(begin))
    return failure();
  return b.results(selectElement(b, x.value, *position, *begin));
}

/// narrow(self, dim, start, length)
LogicalResult convertNarrow(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  Value start, length;
  if (failed(b.operands()
                 .tensor("self", x)
                 .intConstant("dim", dim)
                 .integer("start", start)
                 .integer("length", length)
                 .done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, x.getType());
  if (failed(position))
    return failure();
  OpFoldResult whole = b.sizeOf(x.value, *position), begin = clampBound(b, asIndex(b, start), whole);
  OpFoldResult size = asIndex(b, length), end = addSizes(b, begin, size);
  Value fits = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::sle, asValue(b, end), asValue(b, whole));
  Value isLength = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::sge, asValue(b, size), b.index(0));
  if (failed(b.check(b.createOrFold<arith::AndIOp>(fits, isLength), "start and length leave the dimension")))
    return failure();
  return b.results(sliceDim(b, x.value, *position, begin, size));
}

//===----------------------------------------------------------------------===//
// Lists of parts
//===----------------------------------------------------------------------===//

/// Parts of `sizes` elements each, one behind the other; together they are the dimension.
LogicalResult convertParts(OpImporter &b, TensorOperand x, int64_t dim, ArrayRef<OpFoldResult> sizes) {
  OpFoldResult begin = b.getIndexAttr(0);
  SmallVector<OpFoldResult> begins;
  for (OpFoldResult size : sizes) {
    begins.push_back(begin);
    begin = addSizes(b, begin, size);
  }
  if (failed(b.checkEqual(begin, b.sizeOf(x.value, dim),
                          "the parts do not add up to dimension " + Twine(dim) + " of self")))
    return failure();
  SmallVector<Value> parts;
  for (auto [partBegin, size] : llvm::zip_equal(begins, sizes))
    parts.push_back(sliceDim(b, x.value, dim, partBegin, size));
  return b.listResult(parts);
}

/// split_with_sizes(self, split_sizes, dim), split.sizes
LogicalResult convertSplitWithSizes(OpImporter &b) {
  TensorOperand x;
  SmallVector<Value> list;
  int64_t dim = 0;
  if (failed(b.operands().tensor("self", x).intList("split_sizes", list).intConstant("dim", dim).done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, x.getType());
  if (failed(position))
    return failure();
  SmallVector<OpFoldResult> sizes;
  for (Value number : list) {
    sizes.push_back(asIndex(b, number));
    Value isSize = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::sge, asValue(b, sizes.back()), b.index(0));
    if (failed(b.check(isSize, "split_sizes has a negative element")))
      return failure();
  }
  return convertParts(b, x, *position, sizes);
}

/// Parts of `size` elements, the last one of what is left.
LogicalResult convertEqualParts(OpImporter &b, TensorOperand x, int64_t dim, int64_t size, int64_t whole) {
  SmallVector<OpFoldResult> sizes;
  for (int64_t begin = 0; begin < whole; begin += size)
    sizes.push_back(b.getIndexAttr(std::min(size, whole - begin)));
  if (sizes.empty())
    sizes.push_back(b.getIndexAttr(0));
  return convertParts(b, x, dim, sizes);
}

/// The static size of the dimension that is split: the number of parts is the program's, not the data's.
FailureOr<int64_t> staticSize(OpImporter &b, TensorOperand x, int64_t dim) {
  std::optional<int64_t> size = getConstantIntValue(b.sizeOf(x.value, dim));
  if (!size)
    return b.error() << "dimension " << dim << " of " << x.getType() << " must be static to be split into equal parts";
  return *size;
}

/// split.Tensor(self, split_size, dim)
LogicalResult convertSplit(OpImporter &b) {
  TensorOperand x;
  int64_t size = 0, dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("split_size", size).intConstant("dim", dim).done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, x.getType());
  if (failed(position))
    return failure();
  FailureOr<int64_t> whole = staticSize(b, x, *position);
  if (failed(whole))
    return failure();
  if (size < 1)
    return b.error() << "split_size must be at least 1, got " << size;
  return convertEqualParts(b, x, *position, size, *whole);
}

/// chunk(self, chunks, dim): parts of ceil(size / chunks) elements, maybe fewer than `chunks`.
LogicalResult convertChunk(OpImporter &b) {
  TensorOperand x;
  int64_t chunks = 0, dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("chunks", chunks).intConstant("dim", dim).done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, x.getType());
  if (failed(position))
    return failure();
  FailureOr<int64_t> whole = staticSize(b, x, *position);
  if (failed(whole))
    return failure();
  if (chunks < 1)
    return b.error() << "chunks must be at least 1, got " << chunks;
  return convertEqualParts(b, x, *position, std::max<int64_t>(llvm::divideCeil(*whole, chunks), 1), *whole);
}

/// unbind.int(self, dim)
LogicalResult convertUnbind(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, x.getType());
  if (failed(position))
    return failure();
  FailureOr<int64_t> whole = staticSize(b, x, *position);
  if (failed(whole))
    return failure();
  SmallVector<Value> parts;
  for (int64_t i = 0; i < *whole; ++i)
    parts.push_back(selectElement(b, x.value, *position, b.getIndexAttr(i)));
  return b.listResult(parts);
}

/// prim.ListUnpack(list)
LogicalResult convertListUnpack(OpImporter &b) {
  SmallVector<TensorOperand> list;
  if (failed(b.operands().tensorList("list", list).done()))
    return failure();
  SmallVector<Value> values;
  for (const TensorOperand &tensor : list) {
    if (!tensor)
      return b.error() << "the list has a none";
    values.push_back(tensor.value);
  }
  return b.results(values);
}

//===----------------------------------------------------------------------===//
// Joining
//===----------------------------------------------------------------------===//

/// `parts` one behind the other in dimension `dim`, in the dtype of the result. torch leaves out parts of shape [0].
LogicalResult concatenate(OpImporter &b, SmallVector<TensorOperand> parts, int64_t dim) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (llvm::any_of(parts, [](const TensorOperand &part) { return !part; }))
    return b.error() << "the list of tensors has a none";
  if (parts.size() > 1)
    llvm::erase_if(parts, [&](const TensorOperand &part) {
      return part.getType().getRank() == 1 && part.getType().getDimSize(0) == 0 && type.getRank() != 1;
    });
  if (parts.empty())
    return b.error() << "needs at least one tensor";
  SmallVector<OpFoldResult> sizes = b.sizesOf(parts.front().value);
  SmallVector<Value> values;
  OpFoldResult length = b.getIndexAttr(0);
  for (const TensorOperand &part : parts) {
    RankedTensorType partType = part.getType();
    if (partType.getRank() != int64_t(sizes.size()) || sizes.empty())
      return b.error() << "cannot join " << parts.front().getType() << " and " << partType;
    SmallVector<OpFoldResult> own = b.sizesOf(part.value), known = sizes;
    for (int64_t i = 0; i < partType.getRank(); ++i)
      if (i != dim &&
          failed(b.checkEqual(sizes[i], own[i], "dimension " + Twine(i) + " of the tensors to be joined differs")))
        return failure();
    for (int64_t i = 0; i < partType.getRank(); ++i)
      if (i != dim && isa<Attribute>(own[i]))
        sizes[i] = own[i];
    length = addSizes(b, length, own[dim]);
    FailureOr<Value> converted = broadcast(b, part, own, type.getElementType());
    if (failed(converted))
      return failure();
    values.push_back(*converted);
  }
  if (values.size() == 1)
    return b.results(values.front());
  // tensor.concat wants the same static sizes everywhere.
  sizes[dim] = length;
  for (Value &value : values) {
    SmallVector<int64_t> shape(tensorType(sizes, type.getElementType()).getShape());
    shape[dim] = cast<RankedTensorType>(value.getType()).getDimSize(dim);
    value = b.castShape(value, RankedTensorType::get(shape, type.getElementType()));
  }
  Value joined = tensor::ConcatOp::create(b, tensorType(sizes, type.getElementType()), dim, values);
  for (auto [i, size] : llvm::enumerate(sizes))
    b.state().sizes[{joined, i}] = size;
  return b.results(joined);
}

/// cat(tensors, dim)
LogicalResult convertCat(OpImporter &b) {
  SmallVector<TensorOperand> parts;
  int64_t dim = 0;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensorList("tensors", parts).intConstant("dim", dim).done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, type);
  if (failed(position))
    return failure();
  return concatenate(b, parts, *position);
}

/// hstack(tensors): along the second dimension, of vectors along the first.
LogicalResult convertHstack(OpImporter &b) {
  SmallVector<TensorOperand> parts;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensorList("tensors", parts).done()))
    return failure();
  return concatenate(b, parts, type.getRank() > 1 ? 1 : 0);
}

/// stack(tensors, dim): along a new dimension.
LogicalResult convertStack(OpImporter &b) {
  SmallVector<TensorOperand> parts;
  int64_t dim = 0;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensorList("tensors", parts).intConstant("dim", dim).done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, type);
  if (failed(position))
    return failure();
  SmallVector<bool> keeps(type.getRank(), true);
  keeps[*position] = false;
  for (TensorOperand &part : parts) {
    if (!part || part.getType().getRank() + 1 != type.getRank())
      return b.error() << "needs tensors of rank " << type.getRank() - 1;
    part.value = insertUnitDims(b, part.value, keeps);
  }
  return concatenate(b, parts, *position);
}

//===----------------------------------------------------------------------===//
// Writing parts
//===----------------------------------------------------------------------===//

/// `into` with `source` as the elements `range` of dimension `dim`.
LogicalResult insertRange(OpImporter &b, TensorOperand into, TensorOperand source, int64_t dim, const Range &range,
                          int64_t step) {
  SmallVector<OpFoldResult> sizes = b.sizesOf(into.value);
  sizes[dim] = range.size;
  FailureOr<Value> part = broadcast(b, source, sizes, into.getElementType());
  if (failed(part))
    return failure();
  // The verifier of tensor.insert_slice (22.1.8) takes offset 0 of a dimension of size 0 for out of bounds.
  if (llvm::is_contained(into.getType().getShape(), 0) || getConstantIntValue(range.size) == 0)
    return b.results(into.value);
  SmallVector<OpFoldResult> offsets(sizes.size(), b.getIndexAttr(0)), strides(sizes.size(), b.getIndexAttr(1));
  offsets[dim] = range.begin;
  strides[dim] = b.getIndexAttr(step);
  Value typed = b.castShape(*part, tensorType(sizes, into.getElementType()));
  return b.results(tensor::InsertSliceOp::create(b, typed, into.value, offsets, sizes, strides).getResult());
}

/// slice_scatter(self, src, dim, start, end, step)
LogicalResult convertSliceScatter(OpImporter &b) {
  TensorOperand self, source;
  OperandReader reader = b.operands();
  reader.tensor("self", self).tensor("src", source);
  FailureOr<Stride> stride = readStride(b, reader, self);
  if (failed(stride))
    return failure();
  return insertRange(b, self, source, stride->dim, stride->range, stride->step);
}

/// select_scatter(self, src, dim, index)
LogicalResult convertSelectScatter(OpImporter &b) {
  TensorOperand self, source;
  int64_t dim = 0;
  Value index;
  if (failed(b.operands()
                 .tensor("self", self)
                 .tensor("src", source)
                 .intConstant("dim", dim)
                 .integer("index", index)
                 .done()))
    return failure();
  FailureOr<int64_t> position = existingDim(b, dim, self.getType());
  if (failed(position))
    return failure();
  if (source.getType().getRank() + 1 != self.getType().getRank())
    return b.error() << "src must have rank " << self.getType().getRank() - 1 << ", got " << source.getType();
  FailureOr<OpFoldResult> begin = elementOf(b, index, *position, b.sizeOf(self.value, *position));
  if (failed(begin))
    return failure();
  SmallVector<bool> keeps(self.getType().getRank(), true);
  keeps[*position] = false;
  source.value = insertUnitDims(b, source.value, keeps);
  return insertRange(b, self, source, *position, {*begin, b.getIndexAttr(1)}, 1);
}

} // namespace

void mlir::dsv4::addAtenSliceHandlers(HandlerTable &table) {
  table["torch.aten.cat"] = convertCat;
  table["torch.aten.chunk"] = convertChunk;
  table["torch.aten.hstack"] = convertHstack;
  table["torch.aten.narrow"] = convertNarrow;
  table["torch.aten.select.int"] = convertSelect;
  table["torch.aten.select_scatter"] = convertSelectScatter;
  table["torch.aten.slice.Tensor"] = convertSlice;
  table["torch.aten.slice_scatter"] = convertSliceScatter;
  table["torch.aten.split.Tensor"] = convertSplit;
  table["torch.aten.split.sizes"] = convertSplitWithSizes;
  table["torch.aten.split_with_sizes"] = convertSplitWithSizes;
  table["torch.aten.stack"] = convertStack;
  table["torch.aten.unbind.int"] = convertUnbind;
  table["torch.prim.ListUnpack"] = convertListUnpack;
}

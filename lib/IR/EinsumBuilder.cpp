//===- EinsumBuilder.cpp - Builds linalg from index notation --------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/EinsumBuilder.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StructuredOpsUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

constexpr StringRef leadingMark = "...";

/// The letters of `dims`, and whether `...` stands before them.
std::pair<bool, StringRef> split(StringRef dims) {
  bool leading = dims.consume_front(leadingMark);
  return {leading, dims};
}

} // namespace

/// `dims` as a map from the loops: leading dimensions, then one loop per letter
/// of `loops`. `1` is the constant 0.
AffineMap EinsumBuilder::affineMap(StringRef dims, StringRef loops) {
  auto [leading, letters] = split(dims);
  SmallVector<AffineExpr> exprs;
  if (leading)
    for (int64_t i = 0; i < leadingRank; ++i)
      exprs.push_back(getAffineDimExpr(i));
  for (char letter : letters) {
    if (letter == '1' && !loops.contains('1'))
      exprs.push_back(getAffineConstantExpr(0));
    else
      exprs.push_back(getAffineDimExpr(leadingRank + loops.find(letter)));
  }
  return AffineMap::get(leadingRank + loops.size(), 0, exprs, getContext());
}

SmallVector<OpFoldResult> EinsumBuilder::sizes(StringRef dims, ArrayRef<Term> terms) {
  SmallVector<OpFoldResult> result;
  auto [leading, letters] = split(dims);
  if (leading) {
    const Term *term = llvm::find_if(terms, [](const Term &t) { return t.dims.starts_with(leadingMark); });
    for (int64_t i = 0; i < leadingRank; ++i)
      result.push_back(tensor::getMixedSize(*this, getLoc(), term->tensor, i));
  }
  for (char letter : letters) {
    if (letter == '1') {
      result.push_back(getIndexAttr(1));
      continue;
    }
    for (const Term &term : terms) {
      auto [termLeading, termLetters] = split(term.dims);
      size_t position = termLetters.find(letter);
      if (position == StringRef::npos)
        continue;
      result.push_back(tensor::getMixedSize(*this, getLoc(), term.tensor, (termLeading ? leadingRank : 0) + position));
      break;
    }
  }
  return result;
}

Value EinsumBuilder::filled(ArrayRef<OpFoldResult> sizes, TypedAttr value) {
  Value empty = tensor::EmptyOp::create(*this, sizes, value.getType());
  Value scalar = arith::ConstantOp::create(*this, value);
  return linalg::FillOp::create(*this, scalar, empty).getResult(0);
}

Value EinsumBuilder::generic(Term init, ArrayRef<Term> inputs, StringRef reduced, bool readsInit, Body body) {
  StringRef letters = split(init.dims).second;
  std::string loops = (letters + reduced).str();
  SmallVector<AffineMap> maps;
  SmallVector<Value> operands;
  for (const Term &term : inputs) {
    operands.push_back(term.tensor);
    maps.push_back(affineMap(term.dims, loops));
  }
  maps.push_back(affineMap(init.dims, loops));
  bool leading = split(init.dims).first;
  SmallVector<utils::IteratorType> iterators((leading ? leadingRank : 0) + letters.size(),
                                             utils::IteratorType::parallel);
  iterators.append(maps.back().getNumDims() - iterators.size(), utils::IteratorType::reduction);
  auto op =
      linalg::GenericOp::create(*this, TypeRange(init.tensor.getType()), operands, ValueRange(init.tensor), maps,
                                iterators, [&](OpBuilder &nested, Location loc, ValueRange args) {
                                  ImplicitLocOpBuilder scalars(loc, nested);
                                  linalg::YieldOp::create(scalars, body(scalars, readsInit ? args : args.drop_back()));
                                });
  return op.getResult(0);
}

Value EinsumBuilder::map(StringRef out, Type elementType, ArrayRef<Term> inputs, Body body) {
  Value init = tensor::EmptyOp::create(*this, sizes(out, inputs), elementType);
  return generic({init, out}, inputs, "", /*readsInit=*/false, body);
}

Value EinsumBuilder::map(StringRef out, ArrayRef<OpFoldResult> sizes, Type elementType, ArrayRef<Term> inputs,
                         Body body) {
  Value init = tensor::EmptyOp::create(*this, sizes, elementType);
  return generic({init, out}, inputs, "", /*readsInit=*/false, body);
}

Value EinsumBuilder::update(Term tensor, ArrayRef<Term> inputs, Body body) {
  return generic(tensor, inputs, "", /*readsInit=*/true, body);
}

Value EinsumBuilder::reduce(StringRef out, TypedAttr init, ArrayRef<Term> inputs, Body body) {
  return reduce(out, sizes(out, inputs), init, inputs, body);
}

Value EinsumBuilder::reduce(StringRef out, ArrayRef<OpFoldResult> sizes, TypedAttr init, ArrayRef<Term> inputs,
                            Body body) {
  std::string reduced;
  for (const Term &term : inputs)
    for (char letter : split(term.dims).second)
      if (letter != '1' && !split(out).second.contains(letter) && !StringRef(reduced).contains(letter))
        reduced.push_back(letter);
  return generic({filled(sizes, init), out}, inputs, reduced, /*readsInit=*/true, body);
}

Value EinsumBuilder::contract(Term lhs, Term rhs, Term init) {
  std::string loops = split(init.dims).second.str();
  for (const Term &term : {lhs, rhs})
    for (char letter : split(term.dims).second)
      if (!StringRef(loops).contains(letter))
        loops.push_back(letter);
  SmallVector<AffineMap> maps = {affineMap(lhs.dims, loops), affineMap(rhs.dims, loops), affineMap(init.dims, loops)};
  return linalg::ContractOp::create(*this, TypeRange(init.tensor.getType()), ValueRange{lhs.tensor, rhs.tensor},
                                    ValueRange(init.tensor), getAffineMapArrayAttr(maps))
      .getResult(0);
}

Value EinsumBuilder::contract(Term lhs, Term rhs, StringRef out) {
  Value zero = filled(sizes(out, {lhs, rhs}), getF32FloatAttr(0.0f));
  return contract(lhs, rhs, Term{zero, out});
}

Value EinsumBuilder::cast(Value tensor, Type elementType) {
  auto type = cast_if_present<RankedTensorType>(tensor.getType());
  Type from = type.getElementType();
  if (from == elementType)
    return tensor;
  // A cast has no letters of its own: all dimensions are leading ones.
  EinsumBuilder all(*this, getLoc(), type.getRank());
  return all.map(leadingMark, elementType, {{tensor, leadingMark}},
                 [&](ImplicitLocOpBuilder &b, ValueRange args) -> Value {
                   unsigned fromWidth = from.getIntOrFloatBitWidth(), toWidth = elementType.getIntOrFloatBitWidth();
                   if (isa<IntegerType>(from)) {
                     if (toWidth > fromWidth)
                       return arith::ExtSIOp::create(b, elementType, args[0]);
                     return arith::TruncIOp::create(b, elementType, args[0]);
                   }
                   if (toWidth > fromWidth)
                     return arith::ExtFOp::create(b, elementType, args[0]);
                   if (toWidth < fromWidth)
                     return arith::TruncFOp::create(b, elementType, args[0]);
                   // bf16 and f16 convert through f32.
                   Value wide = arith::ExtFOp::create(b, b.getF32Type(), args[0]);
                   return arith::TruncFOp::create(b, elementType, wide);
                 });
}

/// Without elements there is nothing to slice, and the verifier of tensor.extract_slice and insert_slice (22.1.8) takes
/// offset 0 of a dimension of size 0 for out of bounds.
static bool hasNoElements(Value tensor) {
  auto type = cast_if_present<RankedTensorType>(tensor.getType());
  return llvm::is_contained(type.getShape(), 0);
}

Value EinsumBuilder::slice(Value tensor, ArrayRef<OpFoldResult> offsets, ArrayRef<OpFoldResult> sizes) {
  if (hasNoElements(tensor))
    return tensor::EmptyOp::create(*this, sizes, getElementTypeOrSelf(tensor));
  SmallVector<OpFoldResult> strides(sizes.size(), getIndexAttr(1));
  return tensor::ExtractSliceOp::create(*this, tensor, offsets, sizes, strides);
}

Value EinsumBuilder::insert(Value part, Value into, ArrayRef<OpFoldResult> offsets) {
  if (hasNoElements(into))
    return into;
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(*this, getLoc(), part);
  SmallVector<OpFoldResult> strides(sizes.size(), getIndexAttr(1));
  return tensor::InsertSliceOp::create(*this, part, into, offsets, sizes, strides);
}

Value EinsumBuilder::sliceLast(Value tensor, int64_t begin, int64_t size) {
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(*this, getLoc(), tensor);
  SmallVector<OpFoldResult> offsets(sizes.size(), getIndexAttr(0));
  offsets.back() = getIndexAttr(begin);
  sizes.back() = getIndexAttr(size);
  return slice(tensor, offsets, sizes);
}

Value EinsumBuilder::insertLast(Value part, Value into, int64_t begin) {
  auto type = cast_if_present<RankedTensorType>(into.getType());
  SmallVector<OpFoldResult> offsets(type.getRank(), getIndexAttr(0));
  offsets.back() = getIndexAttr(begin);
  return insert(part, into, offsets);
}

Value EinsumBuilder::insertLast(Value column, Value into, OpFoldResult position) {
  if (hasNoElements(into))
    return into;
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(*this, getLoc(), column);
  SmallVector<OpFoldResult> offsets(sizes.size(), getIndexAttr(0)), strides(sizes.size() + 1, getIndexAttr(1));
  offsets.push_back(position);
  sizes.push_back(getIndexAttr(1));
  return tensor::InsertSliceOp::create(*this, column, into, offsets, sizes, strides);
}

Value EinsumBuilder::at(Value tensor, int64_t index) {
  auto type = cast_if_present<RankedTensorType>(tensor.getType());
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(*this, getLoc(), tensor);
  SmallVector<OpFoldResult> offsets(sizes.size(), getIndexAttr(0)), strides(sizes.size(), getIndexAttr(1));
  offsets.front() = getIndexAttr(index);
  sizes.front() = getIndexAttr(1);
  auto rowType = RankedTensorType::get(type.getShape().drop_front(), type.getElementType());
  return tensor::ExtractSliceOp::create(*this, rowType, tensor, offsets, sizes, strides);
}

/// One group per dimension, the last group of `wide` holds two of them.
static SmallVector<ReassociationIndices> lastTwoTogether(int64_t wideRank) {
  SmallVector<ReassociationIndices> groups;
  for (int64_t i = 0; i + 2 < wideRank; ++i)
    groups.push_back({i});
  groups.push_back({wideRank - 2, wideRank - 1});
  return groups;
}

Value EinsumBuilder::splitLast(Value tensor, int64_t a, int64_t b) {
  auto type = cast_if_present<RankedTensorType>(tensor.getType());
  SmallVector<int64_t> shape(type.getShape().drop_back());
  shape.append({a, b});
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(*this, getLoc(), tensor);
  sizes.pop_back();
  sizes.append({getIndexAttr(a), getIndexAttr(b)});
  return tensor::ExpandShapeOp::create(*this, RankedTensorType::get(shape, type.getElementType()), tensor,
                                       lastTwoTogether(shape.size()), sizes);
}

Value EinsumBuilder::mergeLast(Value tensor) {
  auto type = cast_if_present<RankedTensorType>(tensor.getType());
  return tensor::CollapseShapeOp::create(*this, tensor, lastTwoTogether(type.getRank()));
}

Value EinsumBuilder::f32(double value) { return arith::ConstantOp::create(*this, getF32FloatAttr(value)); }

Value EinsumBuilder::i32(int64_t value) { return arith::ConstantOp::create(*this, getI32IntegerAttr(value)); }

Value EinsumBuilder::index(int64_t value) { return arith::ConstantIndexOp::create(*this, value); }

Value EinsumBuilder::sizeAsF32(Value tensor, ArrayRef<int64_t> dims) {
  auto type = cast_if_present<RankedTensorType>(tensor.getType());
  int64_t known = 1;
  Value unknown;
  for (int64_t dim : dims) {
    dim = dim < 0 ? dim + type.getRank() : dim;
    if (!type.isDynamicDim(dim)) {
      known *= type.getDimSize(dim);
      continue;
    }
    Value size = tensor::DimOp::create(*this, tensor, dim);
    unknown = unknown ? arith::MulIOp::create(*this, unknown, size).getResult() : size;
  }
  if (!unknown)
    return f32(known);
  if (known != 1)
    unknown = arith::MulIOp::create(*this, unknown, index(known));
  Value wide = arith::IndexCastOp::create(*this, getI64Type(), unknown);
  return arith::SIToFPOp::create(*this, getF32Type(), wide);
}

//===- AtenIndexingHandlers.cpp - aten reads at computed places -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An index outside of a dimension is an error when the program runs, as it is in
// PyTorch.
//
//===----------------------------------------------------------------------===//

#include "AdvancedIndex.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// gather(self, dim, index, sparse_grad): self[..., index[...], ...].
LogicalResult convertGather(OpImporter &b) {
  TensorOperand x, index;
  int64_t dim = 0;
  if (failed(
          b.operands().tensor("self", x).intConstant("dim", dim).tensor("index", index).ignored("sparse_grad").done()))
    return failure();
  FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
  if (failed(position) || failed(checkIndexType(b, "index", index)))
    return failure();
  int64_t rank = x.getType().getRank();
  if (rank != index.getType().getRank() || rank == 0 || failed(checkRank(b, rank)))
    return b.error() << "needs self and index of one rank, got " << x.getType() << " and " << index.getType();
  for (int64_t i = 0; i < rank; ++i) {
    OpFoldResult own = b.sizeOf(index.value, i), limit = b.sizeOf(x.value, i);
    if (i == *position || equalSizes(own, limit))
      continue;
    Value fits = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ule, asValue(b, own), asValue(b, limit));
    if (failed(b.check(fits, "dimension " + Twine(i) + " of index is larger than that of self")))
      return failure();
  }
  StringRef all = StringRef(dimLetters).take_front(rank);
  SmallVector<OpFoldResult> sizes = b.sizesOf(index.value);
  Value places = checkedIndices(b, index, b.sizeOf(x.value, *position), /*allowNegative=*/false, "index");
  return b.results(
      b.map(all, sizes, x.getElementType(), {{places, all}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
        SmallVector<Value> indices;
        for (int64_t i = 0; i < rank; ++i)
          indices.push_back(i == *position ? v[0] : linalg::IndexOp::create(nested, i).getResult());
        return tensor::ExtractOp::create(nested, x.value, indices);
      }));
}

/// self[..., indices, ...]: the dimensions of `indices` in the place of dimension `dim`.
LogicalResult takeAlong(OpImporter &b, TensorOperand x, int64_t dim, TensorOperand indices, StringRef name) {
  if (failed(checkIndexType(b, name, indices)))
    return failure();
  int64_t rank = x.getType().getRank(), indexRank = indices.getType().getRank();
  SmallVector<OpFoldResult> sizes = b.sizesOf(x.value), own = b.sizesOf(indices.value);
  sizes.erase(sizes.begin() + dim);
  sizes.insert(sizes.begin() + dim, own.begin(), own.end());
  if (failed(checkRank(b, sizes.size())))
    return failure();
  StringRef all = StringRef(dimLetters).take_front(sizes.size());
  Value places = checkedIndices(b, indices, b.sizeOf(x.value, dim), /*allowNegative=*/false, name);
  return b.results(
      b.map(all, sizes, x.getElementType(), {{places, all.substr(dim, indexRank)}},
            [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
              SmallVector<Value> place;
              for (int64_t i = 0; i < rank; ++i)
                place.push_back(
                    i == dim ? v[0] : linalg::IndexOp::create(nested, i < dim ? i : i + indexRank - 1).getResult());
              return tensor::ExtractOp::create(nested, x.value, place);
            }));
}

/// embedding(weight, indices, padding_idx, scale_grad_by_freq, sparse): rows of weight. padding_idx concerns gradients.
LogicalResult convertEmbedding(OpImporter &b) {
  TensorOperand weight, indices;
  if (failed(b.operands()
                 .tensor("weight", weight)
                 .tensor("indices", indices)
                 .ignored("padding_idx")
                 .ignored("scale_grad_by_freq")
                 .ignored("sparse")
                 .done()))
    return failure();
  if (weight.getType().getRank() != 2)
    return b.error() << "weight must be a matrix, got " << weight.getType();
  return takeAlong(b, weight, 0, indices, "indices");
}

/// index_select(self, dim, index)
LogicalResult convertIndexSelect(OpImporter &b) {
  TensorOperand x, index;
  int64_t dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).tensor("index", index).done()))
    return failure();
  FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
  if (failed(position))
    return failure();
  if (index.getType().getRank() != 1 || x.getType().getRank() == 0)
    return b.error() << "needs a vector of indices, got " << index.getType();
  return takeAlong(b, x, *position, index, "index");
}

/// index.Tensor(self, indices), index.Tensor_hacked_twin, whose list has no none.
LogicalResult convertIndex(OpImporter &b) {
  TensorOperand x;
  SmallVector<TensorOperand> list;
  if (failed(b.operands().tensor("self", x).tensorList("indices", list).done()))
    return failure();
  FailureOr<AdvancedIndex> index = resolveIndex(b, x, list);
  if (failed(index))
    return failure();
  SmallVector<Term> terms;
  for (auto [tensor, letters] : llvm::zip_equal(index->indices, index->letters))
    terms.push_back({tensor, letters});
  StringRef all = StringRef(dimLetters).take_front(index->sizes.size());
  return b.results(
      b.map(all, index->sizes, x.getElementType(), terms, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
        SmallVector<Value> place;
        unsigned next = 0;
        for (int64_t loop : index->placeOf)
          place.push_back(loop < 0 ? v[next++] : linalg::IndexOp::create(nested, loop).getResult());
        return tensor::ExtractOp::create(nested, x.value, place);
      }));
}

} // namespace

void mlir::dsv4::addAtenIndexingHandlers(HandlerTable &table) {
  table["torch.aten.embedding"] = convertEmbedding;
  table["torch.aten.gather"] = convertGather;
  table["torch.aten.index.Tensor"] = convertIndex;
  table["torch.aten.index.Tensor_hacked_twin"] = convertIndex;
  table["torch.aten.index_select"] = convertIndexSelect;
}

//===- AdvancedIndex.cpp - Indexing with tensors --------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AdvancedIndex.h"

using namespace mlir;
using namespace mlir::dsv4;

LogicalResult mlir::dsv4::checkIndexType(OpImporter &b, StringRef name, TensorOperand indices) {
  if (!indices.getElementType().isInteger(64) && !indices.getElementType().isInteger(32))
    return b.error() << name << " must hold si64 or si32, got " << indices.getType()
                     << (indices.getElementType().isInteger(1) ? ": how many a mask selects is not known" : "");
  return success();
}

FailureOr<AdvancedIndex> mlir::dsv4::resolveIndex(OpImporter &b, TensorOperand self, ArrayRef<TensorOperand> list) {
  AdvancedIndex result;
  int64_t rank = self.getType().getRank(), commonRank = 0;
  if (int64_t(list.size()) > rank)
    return b.error() << "has " << list.size() << " indices for " << self.getType();
  SmallVector<TensorOperand> given;
  for (auto [dim, tensor] : llvm::enumerate(list)) {
    if (!tensor)
      continue;
    if (failed(checkIndexType(b, "an index", tensor)))
      return failure();
    given.push_back(tensor);
    result.indexedDims.push_back(dim);
    commonRank = std::max(commonRank, tensor.getType().getRank());
  }
  if (given.empty())
    return b.error() << "has no index tensor";

  // The common shape; dimensions of size 1 repeat.
  SmallVector<OpFoldResult> common(commonRank);
  for (const TensorOperand &tensor : given)
    for (int64_t i = 0, missing = commonRank - tensor.getType().getRank(); i < tensor.getType().getRank(); ++i) {
      if (tensor.getType().getDimSize(i) == 1)
        continue;
      OpFoldResult &known = common[missing + i], here = b.sizeOf(tensor.value, i);
      if (known && failed(b.checkEqual(known, here, "the shapes of the indices differ")))
        return failure();
      if (!known || isa<Attribute>(here))
        known = here;
    }
  for (OpFoldResult &size : common)
    if (!size)
      size = b.getIndexAttr(1);

  int64_t first = result.indexedDims.front(), last = result.indexedDims.back();
  bool areNeighbours = last - first + 1 == int64_t(given.size());
  int64_t commonPlace = areNeighbours ? first : 0;
  result.placeOf.assign(rank, -1);
  for (int64_t dim = 0; dim <= rank; ++dim) {
    if (int64_t(result.sizes.size()) == commonPlace && (areNeighbours ? dim == first : dim == 0))
      result.sizes.append(common);
    if (dim == rank || llvm::is_contained(result.indexedDims, dim))
      continue;
    result.placeOf[dim] = result.sizes.size();
    result.sizes.push_back(b.sizeOf(self.value, dim));
  }
  if (failed(checkRank(b, result.sizes.size())))
    return failure();

  for (auto [tensor, dim] : llvm::zip_equal(given, result.indexedDims)) {
    result.indices.push_back(checkedIndices(b, tensor, b.sizeOf(self.value, dim), /*allowNegative=*/true, "an index"));
    std::string letters;
    int64_t missing = commonRank - tensor.getType().getRank();
    for (int64_t i = 0; i < tensor.getType().getRank(); ++i)
      letters.push_back(tensor.getType().getDimSize(i) == 1 ? '1' : dimLetters[commonPlace + missing + i]);
    result.letters.push_back(std::move(letters));
  }
  return result;
}

//===- AdvancedIndex.h - Indexing with tensors ------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IMPORT_ADVANCEDINDEX_H
#define DSV4_LIB_IMPORT_ADVANCEDINDEX_H

#include "AtenSupport.h"

namespace mlir::dsv4 {

/// What `x[i, :, j]` selects. The index tensors are broadcast to a common shape,
/// which takes the place of the indexed dimensions if these are neighbours, else
/// stands in front; the other dimensions stay as they are.
struct AdvancedIndex {
  /// The index tensors, of the type index, checked and within bounds; and which dimension of self each one indexes.
  SmallVector<Value> indices;
  SmallVector<int64_t> indexedDims;
  /// The letters (`dimLetters` by dimension of the selection, or `1`) of the dimensions of each index tensor.
  SmallVector<std::string> letters;
  /// The sizes of the selection, and the dimension of it that a dimension of self became; -1 for an indexed one.
  SmallVector<OpFoldResult> sizes;
  SmallVector<int64_t> placeOf;
};

/// Resolves a list of index tensors; null values and those that are missing at the end stand for `:`.
FailureOr<AdvancedIndex> resolveIndex(OpImporter &b, TensorOperand self, ArrayRef<TensorOperand> list);

/// `indices` are integers that may index; error if not.
LogicalResult checkIndexType(OpImporter &b, StringRef name, TensorOperand indices);

} // namespace mlir::dsv4

#endif // DSV4_LIB_IMPORT_ADVANCEDINDEX_H

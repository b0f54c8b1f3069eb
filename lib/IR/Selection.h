//===- Selection.h - Some of many items, one after the other ----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IR_SELECTION_H
#define DSV4_LIB_IR_SELECTION_H

#include "dsv4/IR/EinsumBuilder.h"

namespace mlir::dsv4 {

/// Which of M items each of R receivers gets, in the order of the items.
struct Selection {
  /// `[R, M]`, i32: the number of an item among those of a receiver, -1 if it does not get it.
  Value slots;
  /// `[R]`, i32: how many it gets.
  Value counts;
};

/// `kept` is `[R, M]` of i1.
Selection selectItems(EinsumBuilder &b, Value kept);

/// `[R, room]`, i32: the item in every slot, -1 in the slots behind the last one. Items in slots from `room` on are
/// left out.
Value itemsInSlots(EinsumBuilder &b, Value slots, OpFoldResult room);

/// `count` dimensions from `begin` on as one; with `count` 0 a new one of size 1.
Value mergeDimensions(EinsumBuilder &b, Value tensor, int64_t begin, int64_t count);

/// The inverse: dimension `dim` as dimensions of `sizes`; without sizes the dimension, which is 1, goes.
Value splitDimension(EinsumBuilder &b, Value tensor, int64_t dim, ArrayRef<OpFoldResult> sizes);

} // namespace mlir::dsv4

#endif // DSV4_LIB_IR_SELECTION_H

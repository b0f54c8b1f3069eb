//===- GridGroup.h - The ranks that an op runs with -------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_GRIDGROUP_H
#define DSV4_IR_GRIDGROUP_H

#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace mlir::dsv4 {

/// The ranks of one group of a collective.
struct GridGroup {
  int64_t ranks = 1;
  /// From the first to the last rank in the order of the grid, both counted.
  int64_t span = 1;
};

/// The group of an op that has `grid` and `grid_axes`, of upstream's `shard` dialect or of this one. Fails, with an
/// error of `emitError` if that is given, when there is no such grid, when an axis is not in it or stands twice, and
/// when it is of unknown size.
FailureOr<GridGroup> getGridGroup(Operation *op, SymbolTableCollection &symbols,
                                  function_ref<InFlightDiagnostic()> emitError = nullptr);

} // namespace mlir::dsv4

#endif // DSV4_IR_GRIDGROUP_H

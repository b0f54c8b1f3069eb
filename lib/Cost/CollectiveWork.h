//===- CollectiveWork.h - Work of collectives -------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_COST_COLLECTIVEWORK_H
#define DSV4_LIB_COST_COLLECTIVEWORK_H

#include "dsv4/Cost/BoundShapes.h"
#include "dsv4/IR/Work.h"
#include <optional>

namespace mlir::dsv4::detail {

/// Whether the op is a collective of upstream's `shard` dialect that `describeCollective`
/// has a model for: all_reduce, all_gather, reduce_scatter, all_to_all, and all_slice, which is a local copy.
bool isCollective(Operation *op);

/// Shape of the result for an input of the shape `input`; nothing if the sizes do not fit the group, which
/// upstream's verifier sees in static types only.
std::optional<SmallVector<int64_t>> collectiveResultShape(Operation *op, RankedTensorType input);

/// The one kernel of a collective: none for a group of one device. Its sizes are `message_bytes` (of the whole buffer,
/// as NCCL counts: input of all_reduce, reduce_scatter and all_to_all, output of all_gather), `ranks`, and `span`, the
/// distance from the first to the last device of the group in the grid's order, both counted.
LogicalResult describeCollective(Operation *op, const BoundShapes &shapes, SmallVectorImpl<KernelWork> &kernels);

} // namespace mlir::dsv4::detail

#endif // DSV4_LIB_COST_COLLECTIVEWORK_H

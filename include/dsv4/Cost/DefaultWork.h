//===- DefaultWork.h - Work of upstream ops ---------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_DEFAULTWORK_H
#define DSV4_COST_DEFAULTWORK_H

#include "dsv4/Cost/BoundShapes.h"
#include "dsv4/IR/Work.h"

namespace mlir::dsv4 {

/// Whether `describeUpstreamWork` has a model for the op: linalg ops, elementwise ops
/// on tensors, the copying ops of the tensor dialect, and collectives.
bool hasUpstreamWork(Operation *op);

/// Kernels of an upstream op from its loops: iterations times the arithmetic of the
/// body, and each operand once. Emits a located error if a shape is not known.
LogicalResult describeUpstreamWork(Operation *op, const BoundShapes &shapes, SmallVectorImpl<KernelWork> &kernels);

} // namespace mlir::dsv4

#endif // DSV4_COST_DEFAULTWORK_H

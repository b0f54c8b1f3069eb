//===- Kernel.h - Put ops into a launch and take them out -------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_KERNEL_H
#define DSV4_IR_KERNEL_H

#include "mlir/IR/Operation.h"

namespace mlir::dsv4 {

/// Replaces every `dsv4.kernel` below `root` by the ops of its region.
void inlineKernels(Operation *root);

} // namespace mlir::dsv4

#endif // DSV4_IR_KERNEL_H

//===- Contract.h - What a pipeline promises about its output ---*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_CONTRACT_H
#define DSV4_IR_CONTRACT_H

#include "mlir/IR/Operation.h"

namespace mlir::dsv4 {

/// Succeeds if everything in `root` belongs to one of the `allowed` dialects or to
/// builtin: its ops, and the types of their results and block arguments. Otherwise
/// emits one error per distinct op name or type, at its first occurrence, with the
/// number of occurrences: "'torch.aten.sin' is left after <stage> (3 times)".
LogicalResult checkOnlyDialects(Operation *root, ArrayRef<StringRef> allowed, StringRef stage);

} // namespace mlir::dsv4

#endif // DSV4_IR_CONTRACT_H

//===- Passes.h - Passes from dsv4 to linalg and LLVM -----------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LOWERING_PASSES_H
#define DSV4_LOWERING_PASSES_H

#include "mlir/Dialect/Shard/IR/ShardDialect.h"
#include "mlir/Pass/Pass.h"

namespace mlir::dsv4 {

#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "dsv4/Lowering/Passes.h.inc"

} // namespace mlir::dsv4

#endif // DSV4_LOWERING_PASSES_H

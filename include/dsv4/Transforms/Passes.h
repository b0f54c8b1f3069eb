//===- Passes.h - Passes from dsv4 to dsv4 ----------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_TRANSFORMS_PASSES_H
#define DSV4_TRANSFORMS_PASSES_H

#include "mlir/Dialect/Shard/IR/ShardDialect.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace mlir::dsv4 {

#define GEN_PASS_DECL
#include "dsv4/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "dsv4/Transforms/Passes.h.inc"

} // namespace mlir::dsv4

#endif // DSV4_TRANSFORMS_PASSES_H

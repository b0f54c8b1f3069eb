//===- Passes.h - Passes of the cost model ----------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_PASSES_H
#define DSV4_COST_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace mlir::dsv4 {

#define GEN_PASS_DECL
#include "dsv4/Cost/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "dsv4/Cost/Passes.h.inc"

} // namespace mlir::dsv4

#endif // DSV4_COST_PASSES_H

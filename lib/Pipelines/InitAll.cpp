//===- InitAll.cpp - Registers everything dsv4 has ------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Pipelines/InitAll.h"

#include "dsv4/Cost/Passes.h"
#include "dsv4/IR/DSV4Dialect.h"
#include "mlir/IR/DialectRegistry.h"

using namespace mlir;

void mlir::dsv4::registerAllDialects(DialectRegistry &registry) { registry.insert<DSV4Dialect>(); }

void mlir::dsv4::registerAllPasses() { registerCostPasses(); }

//===- InitAll.cpp - Registers everything dsv4 has ------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Pipelines/InitAll.h"

#include "dsv4/Cost/Passes.h"
#include "dsv4/IR/DSV4Dialect.h"
#include "dsv4/IR/ShardingRule.h"
#include "dsv4/Import/Passes.h"
#include "dsv4/Lowering/Passes.h"
#include "dsv4/Pipelines/Pipelines.h"
#include "dsv4/Torch/TorchDialects.h"
#include "dsv4/Transforms/Passes.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"

using namespace mlir;

void mlir::dsv4::registerAllDialects(DialectRegistry &registry) {
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  registerShardingInterfaceExternalModels(registry);
  registry.insert<DSV4Dialect, TorchConversionDialect, TorchDialect>();
}

void mlir::dsv4::registerAllPasses() {
  mlir::registerAllPasses();
  registerDSV4CostPasses();
  registerDSV4ImportPasses();
  registerDSV4LoweringPasses();
  registerDSV4TransformsPasses();
  registerPipelines();
}

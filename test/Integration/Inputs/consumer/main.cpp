//===- main.cpp - A foreign project that uses dsv4 ------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/Pipelines/InitAll.h"
#include "dsv4/Pipelines/Pipelines.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  mlir::dsv4::registerAllDialects(registry);
  mlir::MLIRContext context(registry);
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::parseSourceFile<mlir::ModuleOp>(argv[argc - 1], &context);
  if (!module)
    return 1;
  module->walk([](mlir::dsv4::HcPreInvRmsOp op) { llvm::outs() << "found " << op.getOperationName() << "\n"; });
  mlir::PassManager passManager(&context);
  mlir::dsv4::buildToLinalgPipeline(passManager);
  if (failed(passManager.run(*module)))
    return 1;
  module->print(llvm::outs());
}

//===- KernelOps.cpp - Verify the launch boundary -------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"

using namespace mlir;
using namespace mlir::dsv4;

LogicalResult KernelOp::verifyRegions() {
  Block &block = getBody().front();
  // kernel_c1
  if (block.getArgumentTypes() != getInputs().getTypes())
    return emitOpError("has ") << block.getNumArguments() << " block arguments for " << getInputs().size()
                               << " operands, or their types differ";
  // kernel_c2
  auto yield = cast<YieldOp>(block.getTerminator());
  if (yield.getValues().getTypes() != getOutputs().getTypes())
    return emitOpError("yields ") << yield.getValues().size() << " values for " << getOutputs().size()
                                  << " results, or their types differ";
  // kernel_c3
  if (getName().empty())
    return emitOpError("needs a name");
  // kernel_c4
  if ((*this)->getParentOfType<KernelOp>())
    return emitOpError("stands inside another kernel");
  return success();
}

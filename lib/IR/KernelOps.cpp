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
  if (block.getNumArguments() != getInputs().size())
    return emitOpError("has ") << block.getNumArguments() << " block arguments for " << getInputs().size()
                               << " operands";
  for (auto [index, argument, operand] : llvm::enumerate(block.getArgumentTypes(), getInputs().getTypes()))
    if (argument != operand)
      return emitOpError("block argument #") << index << " is " << argument << ", but its operand is " << operand;
  // kernel_c2
  auto yield = cast<YieldOp>(block.getTerminator());
  if (yield.getValues().size() != getOutputs().size())
    return emitOpError("yields ") << yield.getValues().size() << " values for " << getOutputs().size() << " results";
  for (auto [index, value, result] : llvm::enumerate(yield.getValues().getTypes(), getOutputs().getTypes()))
    if (value != result)
      return emitOpError("result #") << index << " is " << result << ", but the value yielded is " << value;
  // kernel_c3
  if (getName().empty())
    return emitOpError("has an empty name, expected what the stack calls this kernel");
  // kernel_c4
  if (auto outer = (*this)->getParentOfType<KernelOp>())
    return emitOpError() << getNameAttr() << " stands inside kernel " << outer.getNameAttr()
                         << ", expected one kernel or two in a row";
  return success();
}

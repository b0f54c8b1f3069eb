//===- KernelOps.cpp - Verify and dissolve launches -----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/Kernel.h"
#include "mlir/IR/PatternMatch.h"

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

/// Moves the update of a cache behind everything that reads the old contents and before its own first use, so that it
/// happens in place. A launch may stand before the attention that reads what was cached.
static void sinkUpdate(RewriterBase &rewriter, ScatterNdUpdateMlaOp update) {
  Block *block = update->getBlock();
  Operation *place = block->getTerminator();
  for (Operation *user : update->getUsers()) {
    Operation *inBlock = block->findAncestorOpInBlock(*user);
    if (!inBlock)
      return;
    if (inBlock->isBeforeInBlock(place))
      place = inBlock;
  }
  rewriter.moveOpBefore(update, place);
}

void mlir::dsv4::inlineKernels(Operation *root) {
  // Kernels do not nest, so none of them is inside another one that goes first.
  SmallVector<KernelOp> kernels;
  root->walk([&](KernelOp op) { kernels.push_back(op); });
  IRRewriter rewriter(root->getContext());
  for (KernelOp op : kernels) {
    Block &block = op.getBody().front();
    auto updates = llvm::to_vector(block.getOps<ScatterNdUpdateMlaOp>());
    Operation *yield = block.getTerminator();
    rewriter.inlineBlockBefore(&block, op, op.getInputs());
    rewriter.replaceOp(op, yield->getOperands());
    rewriter.eraseOp(yield);
    for (ScatterNdUpdateMlaOp update : updates)
      sinkUpdate(rewriter, update);
  }
}

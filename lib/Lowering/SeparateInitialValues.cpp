//===- SeparateInitialValues.cpp - One initial value per use --------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/LoopLikeInterface.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4SEPARATEINITIALVALUESPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;

namespace {
/// The op writes into this operand, or a loop begins with it.
bool isInitialValue(OpOperand &use) {
  Operation *user = use.getOwner();
  if (auto destination = dyn_cast<DestinationStyleOpInterface>(user))
    return destination.isDpsInit(&use);
  auto loop = dyn_cast<LoopLikeOpInterface>(user);
  return loop && loop.getTiedLoopRegionIterArg(&use);
}

/// Gives every use of `op` but one that `filter` accepts a copy of `op`, directly before its user.
void separateUses(Operation *op, llvm::function_ref<bool(OpOperand &)> filter) {
  for (OpOperand &use : llvm::make_early_inc_range(op->getUses())) {
    if (op->hasOneUse())
      return;
    if (!filter(use))
      continue;
    OpBuilder builder(use.getOwner());
    use.set(builder.clone(*op)->getResult(0));
  }
}

struct SeparateInitialValues : dsv4::impl::DSV4SeparateInitialValuesPassBase<SeparateInitialValues> {
  using Base::Base;

  void runOnOperation() override {
    SmallVector<Operation *> fills, empties;
    getOperation()->walk([&](Operation *op) {
      if (isa<tensor::EmptyOp>(op))
        empties.push_back(op);
      else if (auto fill = dyn_cast<linalg::FillOp>(op); fill && fill.hasPureTensorSemantics())
        if (fill.getOutputs()[0].getDefiningOp<tensor::EmptyOp>())
          fills.push_back(op);
    });
    // Fills first: their copies are further uses of the empty tensors.
    for (Operation *fill : fills)
      separateUses(fill, isInitialValue);
    for (Operation *empty : empties)
      separateUses(empty, [](OpOperand &) { return true; });
  }
};
} // namespace

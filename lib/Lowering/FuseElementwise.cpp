//===- FuseElementwise.cpp - Fuses elementwise ops up to a size -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4FUSEELEMENTWISEPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;

namespace {
/// Ops in the body of `op`; 0 of an op that is no generic.
int64_t bodySize(Operation *op) {
  auto generic = dyn_cast<linalg::GenericOp>(op);
  return generic ? static_cast<int64_t>(generic.getBody()->getOperations().size()) : 0;
}

struct FuseElementwise : dsv4::impl::DSV4FuseElementwisePassBase<FuseElementwise> {
  using Base::Base;

  void runOnOperation() override {
    MLIRContext *context = &getContext();
    linalg::ControlFusionFn isWanted = [&](OpOperand *operand) {
      Operation *producer = operand->get().getDefiningOp();
      return producer && producer->hasOneUse() && bodySize(producer) + bodySize(operand->getOwner()) <= maximalBody;
    };
    RewritePatternSet patterns(context);
    linalg::populateElementwiseOpsFusionPatterns(patterns, isWanted);
    linalg::populateFoldReshapeOpsByExpansionPatterns(patterns, isWanted);
    linalg::populateConstantFoldLinalgOperations(patterns, isWanted);
    linalg::GenericOp::getCanonicalizationPatterns(patterns, context);
    tensor::ExpandShapeOp::getCanonicalizationPatterns(patterns, context);
    tensor::CollapseShapeOp::getCanonicalizationPatterns(patterns, context);
    context->getLoadedDialect<linalg::LinalgDialect>()->getCanonicalizationPatterns(patterns);
    // Producers first: a chain is fused from its beginning, so that every part of it reaches the limit.
    GreedyRewriteConfig config;
    config.setUseTopDownTraversal(true);
    // Not reaching a fixed point leaves correct IR that is less fused.
    (void)applyPatternsGreedily(getOperation(), std::move(patterns), config);
  }
};
} // namespace

//===- DecomposeConcat.cpp - Turns tensor.concat into insertions ----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tensor/Transforms/Transforms.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4DECOMPOSECONCATPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;

namespace {
struct DecomposeConcat : dsv4::impl::DSV4DecomposeConcatPassBase<DecomposeConcat> {
  using Base::Base;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    tensor::populateDecomposeTensorConcatPatterns(patterns);
    walkAndApplyPatterns(getOperation(), std::move(patterns));
  }
};
} // namespace

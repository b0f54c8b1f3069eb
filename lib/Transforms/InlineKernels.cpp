//===- InlineKernels.cpp - Takes launches apart ---------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/Kernel.h"
#include "dsv4/Transforms/Passes.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4INLINEKERNELSPASS
#include "dsv4/Transforms/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;

namespace {
struct InlineKernels : dsv4::impl::DSV4InlineKernelsPassBase<InlineKernels> {
  using Base::Base;

  void runOnOperation() override { inlineKernels(getOperation()); }
};
} // namespace

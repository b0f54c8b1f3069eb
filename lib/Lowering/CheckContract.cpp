//===- CheckContract.cpp - Fails if another dialect is left ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/Contract.h"
#include "dsv4/Lowering/Passes.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4CHECKCONTRACTPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;

namespace {
struct CheckContract : dsv4::impl::DSV4CheckContractPassBase<CheckContract> {
  using Base::Base;

  void runOnOperation() override {
    SmallVector<StringRef> allowed(dialects.begin(), dialects.end());
    if (failed(checkOnlyDialects(getOperation(), allowed, stage.empty() ? "this pipeline" : StringRef(stage))))
      return signalPassFailure();
    markAllAnalysesPreserved();
  }
};
} // namespace

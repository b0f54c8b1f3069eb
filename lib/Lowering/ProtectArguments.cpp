//===- ProtectArguments.cpp - Keeps public functions from writing arguments ===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4PROTECTARGUMENTSPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;

namespace {
struct ProtectArguments : dsv4::impl::DSV4ProtectArgumentsPassBase<ProtectArguments> {
  using Base::Base;

  void runOnOperation() override {
    StringRef writable = bufferization::BufferizationDialect::kWritableAttrName;
    for (auto function : getOperation().getOps<func::FuncOp>()) {
      if (!function.isPublic() || function.isExternal())
        continue;
      // All at once: setting one rebuilds the list, and a model has thousands of arguments.
      SmallVector<DictionaryAttr> attributes;
      for (auto [index, type] : llvm::enumerate(function.getArgumentTypes())) {
        NamedAttrList named(function.getArgAttrDict(index));
        if (isa<TensorType>(type) && !named.get(writable))
          named.set(writable, BoolAttr::get(&getContext(), false));
        attributes.push_back(named.getDictionary(&getContext()));
      }
      function.setAllArgAttrs(attributes);
    }
  }
};
} // namespace

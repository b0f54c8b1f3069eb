//===- DropInPlaceResults.cpp - Results that belong into an argument ------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4DROPINPLACERESULTSPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;

namespace {

/// The buffer behind casts.
Value withoutCasts(Value value) {
  while (auto cast = value.getDefiningOp<memref::CastOp>())
    value = cast.getSource();
  return value;
}

struct DropInPlaceResults : dsv4::impl::DSV4DropInPlaceResultsPassBase<DropInPlaceResults> {
  using Base::Base;

  void runOnOperation() override {
    for (auto function : getOperation().getOps<func::FuncOp>())
      if (function.isPublic() && !function.isExternal() && failed(drop(function)))
        return signalPassFailure();
  }

  LogicalResult drop(func::FuncOp function) {
    // Arguments per result, -1 for results that stay.
    SmallVector<int64_t> targets(function.getNumResults(), -1);
    llvm::BitVector dropped(function.getNumResults());
    for (unsigned index = 0; index < function.getNumResults(); ++index) {
      auto attribute = function.getResultAttrOfType<IntegerAttr>(index, "dsv4.in_place");
      if (!attribute)
        continue;
      targets[index] = attribute.getInt();
      if (targets[index] < 0 || targets[index] >= function.getNumArguments())
        return function.emitError() << "dsv4.in_place of result " << index << " names argument " << targets[index]
                                    << ", but there are " << function.getNumArguments();
      dropped.set(index);
    }
    if (dropped.none())
      return success();
    function.walk([&](func::ReturnOp op) {
      OpBuilder b(op);
      for (int index = int(dropped.size()) - 1; index >= 0; --index) {
        if (!dropped.test(index))
          continue;
        Value target = function.getArgument(targets[index]), source = op.getOperand(index);
        if (withoutCasts(source) != target) {
          op.emitRemark() << "result " << index << " is copied into argument " << targets[index];
          memref::CopyOp::create(b, op.getLoc(), source, target);
        }
        op->eraseOperand(index);
      }
    });
    return function.eraseResults(dropped);
  }
};

} // namespace

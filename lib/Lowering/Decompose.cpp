//===- Decompose.cpp - Replaces dsv4 ops by linalg ------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/Kernel.h"
#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/PatternMatch.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4DECOMPOSEPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;

namespace {
struct Decompose : dsv4::impl::DSV4DecomposePassBase<Decompose> {
  using Base::Base;

  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    inlineKernels(getOperation());

    // No upstream pass drives AggregatedOpInterface; decompositions may contain such ops again.
    for (;;) {
      SmallVector<linalg::AggregatedOpInterface> ops;
      getOperation()->walk([&](linalg::AggregatedOpInterface op) { ops.push_back(op); });
      if (ops.empty())
        return;
      for (linalg::AggregatedOpInterface op : ops)
        if (failed(decompose(rewriter, op)))
          return signalPassFailure();
    }
  }

  /// Stops the program when sizes that the types leave open disagree: the loops would read outside of an operand.
  void checkSizes(RewriterBase &rewriter, TypeRuleOpInterface op) {
    ImplicitLocOpBuilder b(op->getLoc(), rewriter);
    for (const SizeAgreement &agreement : op.getSizeAgreements()) {
      Value size = tensor::DimOp::create(b, agreement.value, agreement.dim);
      if (agreement.factor != 1)
        size = arith::MulIOp::create(b, size, arith::ConstantIndexOp::create(b, agreement.factor));
      Value expected = agreement.other ? tensor::DimOp::create(b, agreement.other, agreement.otherDim).getResult()
                                       : arith::ConstantIndexOp::create(b, agreement.size).getResult();
      Value agree = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, size, expected);
      cf::AssertOp::create(b, agree, op->getName().getStringRef().str() + ": " + agreement.violation);
    }
  }

  /// Stops the program when `value` has not the sizes that only the type of `result` says.
  void checkResultSizes(RewriterBase &rewriter, OpResult result, Value value) {
    ImplicitLocOpBuilder b(result.getLoc(), rewriter);
    auto declared = dyn_cast<RankedTensorType>(result.getType()), actual = dyn_cast<RankedTensorType>(value.getType());
    if (!declared || !actual)
      return;
    for (auto [dim, size] : llvm::enumerate(declared.getShape())) {
      if (ShapedType::isDynamic(size) || !actual.isDynamicDim(dim))
        continue;
      Value agree = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, tensor::DimOp::create(b, value, dim),
                                          arith::ConstantIndexOp::create(b, size));
      cf::AssertOp::create(b, agree,
                           (result.getOwner()->getName().getStringRef() + ": dimension " + Twine(dim) + " of result #" +
                            Twine(result.getResultNumber()) + " is not " + Twine(size))
                               .str());
    }
  }

  LogicalResult decompose(RewriterBase &rewriter, linalg::AggregatedOpInterface op) {
    rewriter.setInsertionPoint(op);
    if (auto rule = dyn_cast<TypeRuleOpInterface>(op.getOperation()))
      checkSizes(rewriter, rule);
    FailureOr<SmallVector<Value>> values = op.decomposeOperation(rewriter);
    if (failed(values))
      return op->emitOpError("cannot be decomposed");
    // A decomposition may know more or fewer static sizes than the op declares.
    for (auto [value, result] : llvm::zip_equal(*values, op->getResults())) {
      if (value.getType() == result.getType())
        continue;
      checkResultSizes(rewriter, result, value);
      value = tensor::CastOp::create(rewriter, op->getLoc(), result.getType(), value);
    }
    rewriter.replaceOp(op, *values);
    return success();
  }
};
} // namespace

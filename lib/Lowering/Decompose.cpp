//===- Decompose.cpp - Replaces dsv4 ops by linalg ------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/HashGate.h"
#include "dsv4/IR/Kernel.h"
#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
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
    decomposeHashGates(rewriter);
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

  /// A launch that has a gate by table and its scores needs no other logits than those of the table.
  void decomposeHashGates(RewriterBase &rewriter) {
    SmallVector<MoeGatingHashOp> gates;
    getOperation()->walk([&](MoeGatingHashOp gate) {
      auto score = gate.getScores().getDefiningOp<GateScoreOp>();
      if (score && score->getBlock() == gate->getBlock() && gate->getParentOfType<KernelOp>() && score->hasOneUse() &&
          score.getScoringFunc() != ScoringFunction::Softmax)
        gates.push_back(gate);
    });
    for (MoeGatingHashOp gate : gates) {
      auto score = gate.getScores().getDefiningOp<GateScoreOp>();
      rewriter.setInsertionPoint(gate);
      checkSizes(rewriter, cast<TypeRuleOpInterface>(score.getOperation()));
      checkSizesOfScores(rewriter, score);
      IRMapping leadingDims;
      leadingDims.map(score.getScores(), score.getX());
      checkSizes(rewriter, cast<TypeRuleOpInterface>(gate.getOperation()), leadingDims);
      replace(rewriter, gate, decomposeHashGate(rewriter, score, gate));
      rewriter.eraseOp(score);
    }
  }

  /// What the type of the scores says of `x` and `weight` beyond their own types; the scores themselves are not made.
  void checkSizesOfScores(RewriterBase &rewriter, GateScoreOp score) {
    RankedTensorType scores = score.getScores().getType();
    int64_t experts = scores.getRank() - 1;
    for (int64_t dim = 0; dim <= experts; ++dim) {
      auto [source, sourceDim] = dim < experts ? std::pair<Value, int64_t>(score.getX(), dim)
                                               : std::pair<Value, int64_t>(score.getWeight(), 0);
      if (!scores.isDynamicDim(dim) && cast<RankedTensorType>(source.getType()).isDynamicDim(sourceDim))
        checkResultSize(rewriter, score->getResult(0), dim, source, sourceDim);
    }
  }

  /// Stops the program when sizes that the types leave open disagree: the loops would read outside of an operand. Sizes
  /// are asked of what `values` has instead of an operand.
  void checkSizes(RewriterBase &rewriter, TypeRuleOpInterface op, const IRMapping &values = {}) {
    ImplicitLocOpBuilder b(op->getLoc(), rewriter);
    for (const SizeAgreement &agreement : op.getSizeAgreements()) {
      Value size = tensor::DimOp::create(b, values.lookupOrDefault(agreement.value), agreement.dim);
      if (agreement.factor != 1)
        size = arith::MulIOp::create(b, size, arith::ConstantIndexOp::create(b, agreement.factor));
      Value other = agreement.other ? values.lookupOrDefault(agreement.other) : Value();
      Value expected = other ? tensor::DimOp::create(b, other, agreement.otherDim).getResult()
                             : arith::ConstantIndexOp::create(b, agreement.size).getResult();
      Value agree = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, size, expected);
      cf::AssertOp::create(b, agree, op->getName().getStringRef().str() + ": " + agreement.violation);
    }
  }

  /// Stops the program when dimension `sourceDim` of `source` is not what the type of `result` says of `dim`.
  void checkResultSize(RewriterBase &rewriter, OpResult result, int64_t dim, Value source, int64_t sourceDim) {
    ImplicitLocOpBuilder b(result.getLoc(), rewriter);
    int64_t size = cast<RankedTensorType>(result.getType()).getDimSize(dim);
    Value agree = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, tensor::DimOp::create(b, source, sourceDim),
                                        arith::ConstantIndexOp::create(b, size));
    cf::AssertOp::create(b, agree,
                         (result.getOwner()->getName().getStringRef() + ": dimension " + Twine(dim) + " of result #" +
                          Twine(result.getResultNumber()) + " is not " + Twine(size))
                             .str());
  }

  /// Stops the program when `value` has not the sizes that only the type of `result` says.
  void checkResultSizes(RewriterBase &rewriter, OpResult result, Value value) {
    auto declared = dyn_cast<RankedTensorType>(result.getType()), actual = dyn_cast<RankedTensorType>(value.getType());
    if (!declared || !actual)
      return;
    for (auto [dim, size] : llvm::enumerate(declared.getShape()))
      if (!ShapedType::isDynamic(size) && actual.isDynamicDim(dim))
        checkResultSize(rewriter, result, dim, value, dim);
  }

  LogicalResult decompose(RewriterBase &rewriter, linalg::AggregatedOpInterface op) {
    rewriter.setInsertionPoint(op);
    if (auto rule = dyn_cast<TypeRuleOpInterface>(op.getOperation()))
      checkSizes(rewriter, rule);
    FailureOr<SmallVector<Value>> values = op.decomposeOperation(rewriter);
    if (failed(values))
      return op->emitOpError("cannot be decomposed");
    replace(rewriter, op, *values);
    return success();
  }

  void replace(RewriterBase &rewriter, Operation *op, SmallVector<Value> values) {
    // A decomposition may know more or fewer static sizes than the op declares.
    for (auto [value, result] : llvm::zip_equal(values, op->getResults())) {
      if (value.getType() == result.getType())
        continue;
      checkResultSizes(rewriter, result, value);
      value = tensor::CastOp::create(rewriter, op->getLoc(), result.getType(), value);
    }
    rewriter.replaceOp(op, values);
  }
};
} // namespace

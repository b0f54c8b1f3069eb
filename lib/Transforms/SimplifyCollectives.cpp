//===- SimplifyCollectives.cpp - No collective more than needed -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Transforms/Passes.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Shard/IR/ShardDialect.h"
#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Dominance.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/CSE.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4SIMPLIFYCOLLECTIVESPASS
#include "dsv4/Transforms/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using shard::GridAxis;

namespace {

/// all_slice(all_reduce(x)) -> all_reduce(reduce_scatter(x)).
struct ScatterSum : OpRewritePattern<shard::AllSliceOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(shard::AllSliceOp slice, PatternRewriter &rewriter) const override {
    auto sum = slice.getInput().getDefiningOp<shard::AllReduceOp>();
    if (!sum || !sum->hasOneUse() || sum.getGrid() != slice.getGrid())
      return rewriter.notifyMatchFailure(slice, "is not the only reader of an all_reduce");
    SmallVector<GridAxis> rest;
    for (GridAxis axis : sum.getGridAxes())
      if (!llvm::is_contained(slice.getGridAxes(), axis))
        rest.push_back(axis);
    if (rest.size() + slice.getGridAxes().size() != sum.getGridAxes().size())
      return rewriter.notifyMatchFailure(slice, "slices along ranks that the sum is not over");
    Value part = shard::ReduceScatterOp::create(rewriter, slice.getLoc(), slice.getType(), slice.getGridAttr(),
                                                slice.getGridAxesAttr(), sum.getInput(), sum.getReductionAttr(),
                                                slice.getSliceAxisAttr());
    if (!rest.empty())
      part = shard::AllReduceOp::create(rewriter, slice.getLoc(), slice.getType(), sum.getGridAttr(),
                                        shard::GridAxesAttr::get(rewriter.getContext(), rest), part,
                                        sum.getReductionAttr());
    rewriter.replaceOp(slice, part);
    return success();
  }
};

/// all_slice(all_gather(x)) -> x.
struct SliceOfGather : OpRewritePattern<shard::AllSliceOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(shard::AllSliceOp slice, PatternRewriter &rewriter) const override {
    auto gather = slice.getInput().getDefiningOp<shard::AllGatherOp>();
    if (!gather || gather.getGrid() != slice.getGrid() || gather.getGridAxes() != slice.getGridAxes() ||
        gather.getGatherAxis() != slice.getSliceAxis() || gather.getInput().getType() != slice.getType())
      return rewriter.notifyMatchFailure(slice, "does not undo an all_gather");
    rewriter.replaceOp(slice, gather.getInput());
    return success();
  }
};

/// all_slice(elementwise(x)) -> elementwise(all_slice(x)), where that brings the slice to an all_reduce or all_gather.
struct SliceBeforeElementwise : OpRewritePattern<shard::AllSliceOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(shard::AllSliceOp slice, PatternRewriter &rewriter) const override {
    auto map = slice.getInput().getDefiningOp<linalg::GenericOp>();
    if (!map || !map->hasOneUse() || map.getNumDpsInputs() != 1 || map->getNumResults() != 1 ||
        map.getNumParallelLoops() != map.getNumLoops() || map.hasIndexSemantics() ||
        !llvm::all_of(map.getIndexingMapsArray(), [](AffineMap map) { return map.isIdentity(); }) ||
        map.payloadUsesValueFromOperand(map.getDpsInitOperand(0)))
      return rewriter.notifyMatchFailure(slice, "does not slice an elementwise result");
    Value input = map.getDpsInputs()[0];
    if (!isa_and_nonnull<shard::AllReduceOp, shard::AllGatherOp>(input.getDefiningOp()))
      return rewriter.notifyMatchFailure(slice, "has no collective before the elementwise op");
    Location location = slice.getLoc();
    auto type = cast<RankedTensorType>(slice.getType());
    Type inputElement = cast<RankedTensorType>(input.getType()).getElementType();
    Value part = shard::AllSliceOp::create(rewriter, location, type.clone(inputElement), input, slice.getGrid(),
                                           slice.getGridAxes(), slice.getSliceAxis().getSExtValue());
    Value init = tensor::EmptyOp::create(rewriter, location, tensor::getMixedSizes(rewriter, location, part),
                                         type.getElementType());
    auto local = linalg::GenericOp::create(rewriter, location, TypeRange(type), ValueRange(part), ValueRange(init),
                                           map.getIndexingMapsArray(), map.getIteratorTypesArray());
    rewriter.cloneRegionBefore(map.getRegion(), local.getRegion(), local.getRegion().begin());
    rewriter.replaceOp(slice, local.getResults());
    return success();
  }
};

/// all_reduce(all_reduce(x)) -> all_reduce(x) along the axes of both.
struct MergeSums : OpRewritePattern<shard::AllReduceOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(shard::AllReduceOp outer, PatternRewriter &rewriter) const override {
    auto inner = outer.getInput().getDefiningOp<shard::AllReduceOp>();
    if (!inner || !inner->hasOneUse() || inner.getGrid() != outer.getGrid() ||
        inner.getReduction() != outer.getReduction() || inner.getInput().getType() != outer.getType())
      return rewriter.notifyMatchFailure(outer, "does not follow another all_reduce of the same kind");
    SmallVector<GridAxis> axes(inner.getGridAxes());
    for (GridAxis axis : outer.getGridAxes()) {
      // A sum of equal sums is a multiple.
      if (llvm::is_contained(axes, axis))
        return rewriter.notifyMatchFailure(outer, "reduces along the same axis again");
      axes.push_back(axis);
    }
    llvm::sort(axes);
    rewriter.replaceOpWithNewOp<shard::AllReduceOp>(outer, outer.getType(), outer.getGridAttr(),
                                                    shard::GridAxesAttr::get(rewriter.getContext(), axes),
                                                    inner.getInput(), outer.getReductionAttr());
    return success();
  }
};

/// all_gather(all_gather(x)) of one dimension -> all_gather(x): the outer axes are the slower ones.
struct MergeGathers : OpRewritePattern<shard::AllGatherOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(shard::AllGatherOp outer, PatternRewriter &rewriter) const override {
    auto inner = outer.getInput().getDefiningOp<shard::AllGatherOp>();
    if (!inner || !inner->hasOneUse() || inner.getGrid() != outer.getGrid() ||
        inner.getGatherAxis() != outer.getGatherAxis())
      return rewriter.notifyMatchFailure(outer, "does not follow another all_gather of this dimension");
    SmallVector<GridAxis> axes(outer.getGridAxes());
    llvm::append_range(axes, inner.getGridAxes());
    rewriter.replaceOpWithNewOp<shard::AllGatherOp>(outer, outer.getType(), outer.getGridAttr(),
                                                    shard::GridAxesAttr::get(rewriter.getContext(), axes),
                                                    inner.getInput(), outer.getGatherAxisAttr());
    return success();
  }
};

struct SimplifyCollectives : dsv4::impl::DSV4SimplifyCollectivesPassBase<SimplifyCollectives> {
  using Base::Base;

  void runOnOperation() override {
    // The same collective twice: collectives of the shard dialect are pure.
    IRRewriter rewriter(&getContext());
    DominanceInfo dominance(getOperation());
    eliminateCommonSubExpressions(rewriter, dominance, getOperation());
    RewritePatternSet patterns(&getContext());
    patterns.add<ScatterSum, SliceOfGather, SliceBeforeElementwise, MergeSums, MergeGathers>(&getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      return signalPassFailure();
  }
};
} // namespace

//===- SimplifyCollectives.cpp - No collective more than needed -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/EinsumBuilder.h"
#include "dsv4/Transforms/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
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

/// all_slice(all_reduce(x)) -> all_reduce(reduce_scatter(x)); where the slice is along more ranks than the sum is over,
/// the slower of them -> all_slice(reduce_scatter(x)).
struct ScatterSum : OpRewritePattern<shard::AllSliceOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(shard::AllSliceOp slice, PatternRewriter &rewriter) const override {
    auto sum = slice.getInput().getDefiningOp<shard::AllReduceOp>();
    if (!sum || !sum->hasOneUse() || sum.getGrid() != slice.getGrid())
      return rewriter.notifyMatchFailure(slice, "is not the only reader of an all_reduce");
    auto axesAttr = [&](ArrayRef<GridAxis> axes) { return shard::GridAxesAttr::get(rewriter.getContext(), axes); };
    ArrayRef<GridAxis> summed = sum.getGridAxes(), sliced = slice.getGridAxes();
    if (sliced.size() > summed.size())
      return scatterThenSlice(slice, sum, rewriter);
    SmallVector<GridAxis> rest;
    for (GridAxis axis : summed)
      if (!llvm::is_contained(sliced, axis))
        rest.push_back(axis);
    if (rest.size() + sliced.size() != summed.size())
      return rewriter.notifyMatchFailure(slice, "slices along ranks that the sum is not over");
    Value part =
        shard::ReduceScatterOp::create(rewriter, slice.getLoc(), slice.getType(), slice.getGridAttr(), axesAttr(sliced),
                                       sum.getInput(), sum.getReductionAttr(), slice.getSliceAxisAttr());
    if (!rest.empty())
      part = shard::AllReduceOp::create(rewriter, slice.getLoc(), slice.getType(), sum.getGridAttr(), axesAttr(rest),
                                        part, sum.getReductionAttr());
    rewriter.replaceOp(slice, part);
    return success();
  }

private:
  static LogicalResult scatterThenSlice(shard::AllSliceOp slice, shard::AllReduceOp sum, PatternRewriter &rewriter) {
    ArrayRef<GridAxis> summed = sum.getGridAxes(), sliced = slice.getGridAxes();
    auto grid = SymbolTable::lookupNearestSymbolFrom<shard::GridOp>(slice, slice.getGridAttr());
    if (!grid || sliced.take_front(summed.size()) != summed)
      return rewriter.notifyMatchFailure(slice, "slices along slower ranks than the sum is over");
    int64_t axis = slice.getSliceAxis().getSExtValue();
    auto type = cast<RankedTensorType>(sum.getType());
    SmallVector<int64_t> shape(type.getShape());
    for (GridAxis gridAxis : summed)
      if (!ShapedType::isDynamic(shape[axis]))
        shape[axis] /= grid.getShape()[gridAxis];
    Value part = shard::ReduceScatterOp::create(rewriter, slice.getLoc(), type.clone(shape), slice.getGridAttr(),
                                                sum.getGridAxesAttr(), sum.getInput(), sum.getReductionAttr(),
                                                slice.getSliceAxisAttr());
    rewriter.replaceOpWithNewOp<shard::AllSliceOp>(slice, slice.getType(), part, slice.getGrid(),
                                                   sliced.drop_front(summed.size()), axis);
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

/// Whether an op runs along whole tensors of one shape, element by element, and reads none of its destinations.
static bool isElementwise(linalg::LinalgOp op) {
  return op.hasPureTensorSemantics() && op->getNumResults() == 1 && op.getNumParallelLoops() == op.getNumLoops() &&
         !op.hasIndexSemantics() &&
         llvm::all_of(op.getIndexingMapsArray(), [](AffineMap map) { return map.isIdentity(); }) &&
         !op.payloadUsesValueFromOperand(op.getDpsInitOperand(0));
}

/// Whether an all_reduce or all_gather that nobody else reads is behind `value`, with elementwise ops in between.
static bool comesFromCollective(Value value) {
  SmallVector<Value> open = {value};
  // As far as the sum of a layer's parts is; no chain of a program is walked to its end for every slice.
  constexpr size_t most = 16;
  for (size_t next = 0; next < open.size() && next < most; ++next) {
    Operation *op = open[next].getDefiningOp();
    if (!op || !op->hasOneUse())
      continue;
    if (isa<shard::AllReduceOp, shard::AllGatherOp>(op))
      return true;
    if (auto map = dyn_cast<linalg::LinalgOp>(op); map && isElementwise(map))
      llvm::append_range(open, map.getDpsInputs());
  }
  return false;
}

/// all_slice(elementwise(x, y)) -> elementwise(all_slice(x), all_slice(y)), where that brings a slice to an all_reduce
/// or all_gather.
struct SliceBeforeElementwise : OpRewritePattern<shard::AllSliceOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(shard::AllSliceOp slice, PatternRewriter &rewriter) const override {
    auto map = slice.getInput().getDefiningOp<linalg::GenericOp>();
    if (!map || !map->hasOneUse() || map.getNumDpsInputs() == 0 || !isElementwise(map))
      return rewriter.notifyMatchFailure(slice, "does not slice an elementwise result");
    if (!llvm::any_of(map.getDpsInputs(), comesFromCollective))
      return rewriter.notifyMatchFailure(slice, "has no collective before the elementwise op");
    Location location = slice.getLoc();
    auto type = cast<RankedTensorType>(slice.getType());
    SmallVector<Value> parts;
    for (Value input : map.getDpsInputs()) {
      Type element = cast<RankedTensorType>(input.getType()).getElementType();
      parts.push_back(shard::AllSliceOp::create(rewriter, location, type.clone(element), input, slice.getGrid(),
                                                slice.getGridAxes(), slice.getSliceAxis().getSExtValue()));
    }
    Value init = tensor::EmptyOp::create(rewriter, location, tensor::getMixedSizes(rewriter, location, parts.front()),
                                         type.getElementType());
    auto local = linalg::GenericOp::create(rewriter, location, TypeRange(type), parts, ValueRange(init),
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

/// The scalar that a body rounds or extends; null if `value` is no change of float type.
static Value castOperand(Value value) {
  Operation *op = value.getDefiningOp();
  return isa_and_nonnull<arith::ExtFOp, arith::TruncFOp>(op) ? op->getOperand(0) : Value();
}

/// The sum over ranks that `value` is, or is the rounded value of. Null if it has other readers.
static shard::AllReduceOp sumOverRanks(Value value) {
  while (value.hasOneUse()) {
    if (auto sum = value.getDefiningOp<shard::AllReduceOp>())
      return sum.getReduction() == shard::ReductionKind::Sum ? sum : shard::AllReduceOp();
    auto map = value.getDefiningOp<linalg::GenericOp>();
    if (!map || map.getNumDpsInputs() != 1 || !isElementwise(map) ||
        castOperand(map.getBody()->getTerminator()->getOperand(0)) != map.getBody()->getArgument(0))
      return {};
    value = map.getDpsInputs()[0];
  }
  return {};
}

/// all_reduce(x) + all_reduce(y) -> all_reduce(x + y). The parts are added in the type of the all_reduce and the sum is
/// rounded once: a rounding of one of them before the addition goes.
struct SumOfSums : OpInterfaceRewritePattern<linalg::LinalgOp> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;

  LogicalResult matchAndRewrite(linalg::LinalgOp op, PatternRewriter &rewriter) const override {
    if (!isElementwise(op) || op.getNumDpsInputs() < 2)
      return rewriter.notifyMatchFailure(op, "is no elementwise op of several tensors");
    auto type = cast<RankedTensorType>(op->getResult(0).getType());
    SmallVector<Value> parts;
    shard::AllReduceOp first;
    for (Value input : op.getDpsInputs()) {
      shard::AllReduceOp sum = sumOverRanks(input);
      if (!sum)
        return rewriter.notifyMatchFailure(op, "adds something that is no sum over ranks, or has other readers");
      if (!first)
        first = sum;
      auto isAxisOfFirst = [&](GridAxis axis) { return llvm::is_contained(first.getGridAxes(), axis); };
      if (sum.getGrid() != first.getGrid() || sum.getGridAxes().size() != first.getGridAxes().size() ||
          !llvm::all_of(sum.getGridAxes(), isAxisOfFirst) || sum.getType() != first.getType() ||
          sum.getInput().getType() != first.getType())
        return rewriter.notifyMatchFailure(op, "adds sums over different ranks or of different types");
      parts.push_back(sum.getInput());
    }
    auto partType = cast<RankedTensorType>(first.getType());
    Type element = partType.getElementType();
    if (!isa<Float32Type, Float64Type>(element) || partType.getShape() != type.getShape())
      return rewriter.notifyMatchFailure(op, "adds sums of a type that rounds every step");

    // A tree of additions, every input in it once.
    Block *body = op.getBlock();
    SmallVector<unsigned> order;
    SmallVector<Value> open = {body->getTerminator()->getOperand(0)};
    while (!open.empty()) {
      Value value = open.pop_back_val();
      if (auto argument = dyn_cast<BlockArgument>(value)) {
        if (argument.getOwner() != body || llvm::is_contained(order, argument.getArgNumber()))
          return rewriter.notifyMatchFailure(op, "adds a tensor twice");
        order.push_back(argument.getArgNumber());
      } else if (Value inner = castOperand(value)) {
        open.push_back(inner);
      } else if (auto add = value.getDefiningOp<arith::AddFOp>()) {
        open.append({add.getRhs(), add.getLhs()});
      } else {
        return rewriter.notifyMatchFailure(op, "does more than add");
      }
    }
    if (order.size() != parts.size())
      return rewriter.notifyMatchFailure(op, "does not add all its inputs");

    dsv4::EinsumBuilder b(rewriter, op.getLoc(), type.getRank());
    Value total = parts[order[0]];
    for (unsigned next : ArrayRef(order).drop_front())
      total =
          b.map("...", element, {{total, "..."}, {parts[next], "..."}},
                [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return arith::AddFOp::create(b, v[0], v[1]); });
    total = shard::AllReduceOp::create(b, partType, first.getGridAttr(), first.getGridAxesAttr(), total,
                                       first.getReductionAttr());
    rewriter.replaceOp(op, b.cast(total, type.getElementType()));
    return success();
  }
};

/// Size of a sum over ranks, or of what is computed from it element by element -> size of the parts: so that a sum has
/// no readers that want only its size.
struct SizeOfSum : OpRewritePattern<tensor::DimOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(tensor::DimOp dim, PatternRewriter &rewriter) const override {
    Operation *source = dim.getSource().getDefiningOp();
    auto map = dyn_cast_or_null<linalg::LinalgOp>(source);
    bool isMap = map && map.getNumDpsInputs() && isElementwise(map);
    if (!isMap && !isa_and_nonnull<shard::AllReduceOp>(source))
      return rewriter.notifyMatchFailure(dim, "is not the size of a sum over ranks");
    rewriter.modifyOpInPlace(dim, [&] { dim.getSourceMutable().assign(source->getOperand(0)); });
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
    patterns.add<ScatterSum, SliceOfGather, SliceBeforeElementwise, MergeSums, MergeGathers, SumOfSums, SizeOfSum>(
        &getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      return signalPassFailure();
  }
};
} // namespace

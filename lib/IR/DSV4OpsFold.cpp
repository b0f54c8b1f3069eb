//===- DSV4OpsFold.cpp - Folders and canonicalizers of every op -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The ODS descriptions say under "Folds" what stands here. No fold changes a
// value: a factor of 1 and a summand of 0 whose sign nothing sees may go, an
// identity that holds for real numbers only may not. Nor does a fold drop an
// operand whose sizes are still to be compared with others when the op runs.
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// Constant operands
//===----------------------------------------------------------------------===//

/// The value that all elements of a constant have; nothing if they differ or `attribute` is null.
static std::optional<APFloat> splatValue(Attribute attribute) {
  auto splat = dyn_cast_if_present<SplatElementsAttr>(attribute);
  if (!splat || !isa<FloatType>(splat.getElementType()))
    return std::nullopt;
  return splat.getSplatValue<APFloat>();
}

static bool isOne(Attribute attribute) {
  std::optional<APFloat> value = splatValue(attribute);
  return value && value->isExactlyValue(1.0);
}

/// Sizes of `operand` are compared with those of other operands when the op runs.
static bool isCheckedAtRunTime(TypeRuleOpInterface op, Value operand) {
  return llvm::any_of(op.getSizeAgreements(), [&](const SizeAgreement &agreement) {
    return agreement.value == operand || agreement.other == operand;
  });
}

OpFoldResult RmsNormOp::fold(FoldAdaptor adaptor) {
  if (!isOne(adaptor.getWeight()) || isCheckedAtRunTime(*this, getWeight()))
    return {};
  getWeightMutable().clear();
  return getY();
}

OpFoldResult V4ClampedSwigluOp::fold(FoldAdaptor adaptor) {
  if (!isOne(adaptor.getRowWeight()) || isCheckedAtRunTime(*this, getRowWeight()))
    return {};
  getRowWeightMutable().clear();
  return getY();
}

LogicalResult MoeGatingTopKOp::fold(FoldAdaptor adaptor, SmallVectorImpl<OpFoldResult> &) {
  std::optional<APFloat> bias = splatValue(adaptor.getBias());
  // The sum may turn -0.0 into 0.0, which only the comparison sees, and to it they are equal.
  if (!bias || !bias->isZero())
    return failure();
  getBiasMutable().clear();
  return success();
}

//===----------------------------------------------------------------------===//
// What says nothing
//===----------------------------------------------------------------------===//

OpFoldResult ScatterNdUpdateMlaOp::fold(FoldAdaptor adaptor) {
  auto slots = dyn_cast_if_present<DenseIntElementsAttr>(adaptor.getSlots());
  bool writesNothing = getRows().getType().getDimSize(1) == 0 ||
                       (slots && llvm::all_of(slots, [](const APInt &slot) { return slot.isNegative(); }));
  if (!writesNothing || getCache().getType() != getUpdated().getType() || !getSizeAgreements().empty())
    return {};
  return getCache();
}

OpFoldResult SparseAttnSharedkvOp::fold(FoldAdaptor) {
  bool dropped = false;
  MutableOperandRange list = getKvListMutable();
  for (int64_t i = int64_t(list.size()) - 1; i >= 0 && list.size() > 1; --i) {
    Value kv = getKvList()[i];
    if (cast<RankedTensorType>(kv.getType()).getDimSize(1) != 0 || isCheckedAtRunTime(*this, kv))
      continue;
    list.erase(i);
    dropped = true;
  }
  return dropped ? OpFoldResult(getO()) : OpFoldResult();
}

OpFoldResult LinearOp::fold(FoldAdaptor) {
  if (getOutputType() != getX().getType().getElementType())
    return {};
  removeOutputTypeAttr();
  return getY();
}

//===----------------------------------------------------------------------===//
// Static sizes
//===----------------------------------------------------------------------===//

/// `value` before a `tensor.cast` that only forgets sizes, otherwise `value`.
static Value lookThroughCast(Value value) {
  auto cast = value.getDefiningOp<tensor::CastOp>();
  return cast && tensor::canFoldIntoConsumerOp(cast) ? cast.getSource() : value;
}

/// `declared` with the sizes that only `inferred` knows; null if the two contradict each other.
static RankedTensorType refine(Type declared, Type inferred) {
  auto from = dyn_cast<RankedTensorType>(declared), by = dyn_cast<RankedTensorType>(inferred);
  if (!from || !by || !dsv4::detail::areCompatible(by, from))
    return {};
  SmallVector<int64_t> shape(from.getShape());
  for (auto [size, known] : llvm::zip_equal(shape, by.getShape()))
    if (ShapedType::isDynamic(size))
      size = known;
  return RankedTensorType::get(shape, from.getElementType());
}

namespace {

/// Operands from before casts that only forget sizes, and result types with all sizes that the operands give.
struct RefineShapes : OpInterfaceRewritePattern<TypeRuleOpInterface> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;

  LogicalResult matchAndRewrite(TypeRuleOpInterface op, PatternRewriter &rewriter) const override {
    SmallVector<Value> operands = llvm::map_to_vector(op->getOperands(), lookThroughCast);
    auto inference = dyn_cast<InferTypeOpInterface>(op.getOperation());
    SmallVector<Type> inferred;
    // Without a location: what the casts hid may violate a constraint of the op, which is no error of the pattern.
    if (!inference || failed(inference.inferReturnTypes(getContext(), std::nullopt, operands, op->getAttrDictionary(),
                                                        op->getPropertiesStorage(), op->getRegions(), inferred)))
      return rewriter.notifyMatchFailure(op, "the sizes behind the casts violate a constraint");
    SmallVector<RankedTensorType> refined;
    for (auto [result, type] : llvm::zip_equal(op->getResults(), inferred)) {
      refined.push_back(refine(result.getType(), type));
      if (!refined.back())
        return rewriter.notifyMatchFailure(op, "the sizes behind the casts contradict the result types");
    }
    if (llvm::equal(operands, op->getOperands()) && llvm::equal(refined, op->getResultTypes()))
      return rewriter.notifyMatchFailure(op, "all sizes are known already");

    rewriter.modifyOpInPlace(op, [&] { op->setOperands(operands); });
    rewriter.setInsertionPointAfter(op);
    for (auto [result, type] : llvm::zip_equal(op->getResults(), refined)) {
      Type declared = result.getType();
      if (declared == type)
        continue;
      Value value = result;
      rewriter.modifyOpInPlace(op, [&, type = type] { value.setType(type); });
      auto cast = tensor::CastOp::create(rewriter, op.getLoc(), declared, value);
      rewriter.replaceAllUsesExcept(value, cast, cast);
    }
    return success();
  }
};

} // namespace

void DSV4Dialect::getCanonicalizationPatterns(RewritePatternSet &patterns) const {
  patterns.add<RefineShapes>(getContext());
}

//===----------------------------------------------------------------------===//
// Kernel boundaries
//===----------------------------------------------------------------------===//

namespace {

/// A kernel returns every value once, and only what it computes and somebody uses.
struct SimplifyKernelResults : OpRewritePattern<KernelOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(KernelOp op, PatternRewriter &rewriter) const override {
    auto yield = dyn_cast<YieldOp>(op.getBody().front().getTerminator());
    if (!yield)
      return rewriter.notifyMatchFailure(op, "no yield");
    llvm::SetVector<Value> values;
    for (auto [result, value] : llvm::zip_equal(op.getOutputs(), yield.getValues()))
      if (Value computed = lookThroughCast(value); !result.use_empty() && !isa<BlockArgument>(computed))
        values.insert(computed);
    if (llvm::equal(values, yield.getValues()))
      return rewriter.notifyMatchFailure(op, "all results are needed");

    auto types = llvm::map_to_vector(values, [](Value value) { return value.getType(); });
    auto kernel = KernelOp::create(rewriter, op.getLoc(), types, op.getNameAttr(), op.getInputs());
    kernel->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    for (auto [result, value] : llvm::zip_equal(op.getOutputs(), yield.getValues())) {
      if (result.use_empty())
        continue;
      Value replacement, computed = lookThroughCast(value);
      if (auto argument = dyn_cast<BlockArgument>(computed))
        replacement = op.getInputs()[argument.getArgNumber()];
      else
        replacement = kernel.getResult(std::distance(values.begin(), llvm::find(values, computed)));
      if (replacement.getType() != result.getType())
        replacement = tensor::CastOp::create(rewriter, op.getLoc(), result.getType(), replacement);
      rewriter.replaceAllUsesWith(result, replacement);
    }
    rewriter.modifyOpInPlace(yield, [&] { yield.getValuesMutable().assign(values.getArrayRef()); });
    rewriter.inlineRegionBefore(op.getBody(), kernel.getBody(), kernel.getBody().end());
    rewriter.eraseOp(op);
    return success();
  }
};

/// A kernel reads every operand once, and only what its region uses.
struct SimplifyKernelOperands : OpRewritePattern<KernelOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(KernelOp op, PatternRewriter &rewriter) const override {
    Block &body = op.getBody().front();
    llvm::SetVector<Value> operands;
    for (auto [argument, operand] : llvm::zip_equal(body.getArguments(), op.getInputs()))
      if (!argument.use_empty())
        operands.insert(lookThroughCast(operand));
    if (llvm::equal(operands, op.getInputs()))
      return rewriter.notifyMatchFailure(op, "all operands are needed");

    size_t oldCount = body.getNumArguments();
    rewriter.startOpModification(op);
    rewriter.setInsertionPointToStart(&body);
    for (Value operand : operands)
      body.addArgument(operand.getType(), operand.getLoc());
    for (auto [argument, operand] : llvm::zip_equal(body.getArguments().take_front(oldCount), op.getInputs())) {
      if (argument.use_empty())
        continue;
      auto position = llvm::find(operands, lookThroughCast(operand));
      Value replacement = body.getArgument(oldCount + std::distance(operands.begin(), position));
      if (replacement.getType() != argument.getType())
        replacement = tensor::CastOp::create(rewriter, op.getLoc(), argument.getType(), replacement);
      rewriter.replaceAllUsesWith(argument, replacement);
    }
    body.eraseArguments(0, oldCount);
    op->setOperands(operands.getArrayRef());
    rewriter.finalizeOpModification(op);
    return success();
  }
};

} // namespace

void KernelOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<SimplifyKernelResults, SimplifyKernelOperands>(context);
}

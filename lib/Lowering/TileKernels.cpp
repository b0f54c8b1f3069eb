//===- TileKernels.cpp - Runs a launch row by row -------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// The ops of a launch that treat the rows of their operands (tokens) independently become
// one loop over the rows. What stays inside of the launch is then as large as a row.
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/PatternMatch.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/TypeSwitch.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4TILEKERNELSPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;

/// Operands of an op whose rows it treats one by one, each with the dimensions that a row has. All results are then
/// such rows. Empty if the op is no such op.
static SmallVector<std::pair<OpOperand *, int64_t>> rowOperands(Operation *op) {
  using Operands = SmallVector<std::pair<OpOperand *, int64_t>>;
  return TypeSwitch<Operation *, Operands>(op)
      .Case([](RmsNormOp op) { return Operands{{&op.getXMutable(), 1}}; })
      .Case([](HadamardOp op) { return Operands{{&op.getXMutable(), 1}}; })
      .Case([](ActQuantOp op) { return Operands{{&op.getXMutable(), 1}}; })
      .Case([](RopeOp op) {
        int64_t width = op.getX().getType().getRank() - 2;
        return Operands{{&op.getXMutable(), width}, {&op.getCosMutable(), 1}, {&op.getSinMutable(), 1}};
      })
      .Case([](HcPreInvRmsOp op) { return Operands{{&op.getXMutable(), 2}}; })
      .Case([](HcPreSinkhornOp op) { return Operands{{&op.getMixMutable(), 1}, {&op.getHiddenMutable(), 2}}; })
      .Case([](HcPostOp op) {
        return Operands{{&op.getXMutable(), 1},
                        {&op.getResidualMutable(), 2},
                        {&op.getPostMutable(), 1},
                        {&op.getCombMutable(), 2}};
      })
      .Case([](GateScoreOp op) { return Operands{{&op.getXMutable(), 1}}; })
      .Case([](MoeGatingTopKOp op) { return Operands{{&op.getScoresMutable(), 1}}; })
      .Case([](MoeGatingHashOp op) { return Operands{{&op.getScoresMutable(), 1}, {&op.getInputIdsMutable(), 0}}; })
      .Case([](V4ClampedSwigluOp op) {
        return op.getRowWeight() ? Operands{} : Operands{{&op.getGateMutable(), 1}, {&op.getUpMutable(), 1}};
      })
      .Default([](Operation *) { return Operands{}; });
}

/// A view or slice that leaves the first `rows` dimensions alone.
static bool keepsRows(Operation *op, int64_t rows) {
  auto reassociationKeeps = [&](ArrayRef<ReassociationIndices> groups) {
    for (int64_t i = 0; i < rows; ++i)
      if (i >= static_cast<int64_t>(groups.size()) || groups[i] != ReassociationIndices{i})
        return false;
    return true;
  };
  auto sliceKeeps = [&](auto slice, RankedTensorType whole) {
    if (slice.getDroppedDims().any())
      return false;
    for (int64_t i = 0; i < rows; ++i) {
      if (!isConstantIntValue(slice.getMixedOffsets()[i], 0) || !isConstantIntValue(slice.getMixedStrides()[i], 1))
        return false;
      // A size that the types leave open is that of another row.
      std::optional<int64_t> size = getConstantIntValue(slice.getMixedSizes()[i]);
      if (size && *size != whole.getDimSize(i))
        return false;
    }
    return true;
  };
  return TypeSwitch<Operation *, bool>(op)
      .Case<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(
          [&](auto view) { return reassociationKeeps(view.getReassociationIndices()); })
      .Case([&](tensor::ExtractSliceOp slice) { return sliceKeeps(slice, slice.getSourceType()); })
      .Case([&](tensor::InsertSliceOp slice) { return sliceKeeps(slice, slice.getDestType()); })
      .Default([](Operation *) { return false; });
}

/// Made anew for every row that needs it.
static bool isScalarConstant(Operation *op) {
  return op->hasTrait<OpTrait::ConstantLike>() && !isa<ShapedType>(op->getResult(0).getType());
}

namespace {

/// The loop over the rows of one kernel.
class RowLoop {
public:
  RowLoop(RewriterBase &rewriter, KernelOp kernel) : b(kernel.getLoc(), rewriter), body(kernel.getBody().front()) {}

  /// Finds the ops of the loop. False if there is nothing to gain: no value that a launch keeps would become smaller.
  bool plan();
  void build();

private:
  bool countRows();
  bool addLinalg(linalg::LinalgOp op);
  bool addRow(Value value);
  bool addWhole(Value value);
  RankedTensorType typeOfRow(Value value) const;
  void checkSizes(Value first, ArrayRef<Value> sizes);
  void copyInto(ImplicitLocOpBuilder &b, Operation *op, IRMapping &mapping);

  ImplicitLocOpBuilder b;
  Block &body;
  /// Dimensions that the loop runs over.
  int64_t rows = 0;
  llvm::SetVector<Operation *> inLoop;
  /// Values that the ops of the loop take: by rows, or as they are.
  llvm::SetVector<Value> byRow, whole;
  /// What the ops of the loop give to others, and the ops that wait for it.
  llvm::SetVector<Value> results;
  llvm::SetVector<Operation *> behind;
};

} // namespace

/// The dimensions before a row: the fewest that an operand has.
bool RowLoop::countRows() {
  rows = std::numeric_limits<int64_t>::max();
  for (Operation &op : body.without_terminator())
    for (auto [operand, width] : rowOperands(&op))
      rows = std::min(rows, cast<RankedTensorType>(operand->get().getType()).getRank() - width);
  return rows > 0 && rows != std::numeric_limits<int64_t>::max();
}

bool RowLoop::addRow(Value value) {
  byRow.insert(value);
  return !whole.contains(value) && isa<RankedTensorType>(value.getType()) &&
         cast<RankedTensorType>(value.getType()).getRank() >= rows;
}

bool RowLoop::addWhole(Value value) {
  whole.insert(value);
  // A value of the loop has no whole.
  return !byRow.contains(value) && !(value.getDefiningOp() && inLoop.contains(value.getDefiningOp()));
}

/// linalg ops whose first loops are the rows: of every operand these are the first dimensions, or it has none of them.
bool RowLoop::addLinalg(linalg::LinalgOp op) {
  if (!op.hasPureTensorSemantics() || op.hasIndexSemantics() || static_cast<int64_t>(op.getNumLoops()) < rows)
    return false;
  for (int64_t i = 0; i < rows; ++i)
    if (op.getIteratorTypesArray()[i] != utils::IteratorType::parallel)
      return false;
  // Tensors that the body indexes itself.
  if (op->walk([](tensor::ExtractOp) { return WalkResult::interrupt(); }).wasInterrupted())
    return false;
  for (OpOperand &operand : op->getOpOperands()) {
    if (!isa<RankedTensorType>(operand.get().getType()))
      continue;
    AffineMap map = op.getMatchingIndexingMap(&operand);
    bool isRow = static_cast<int64_t>(map.getNumResults()) >= rows, isWhole = true;
    for (int64_t i = 0; i < rows; ++i) {
      isRow &= i < map.getNumResults() && map.getResult(i) == getAffineDimExpr(i, map.getContext());
      isWhole &= !map.isFunctionOfDim(i);
    }
    if (isRow ? !addRow(operand.get()) : !isWhole || op.isDpsInit(&operand) || !addWhole(operand.get()))
      return false;
  }
  return true;
}

bool RowLoop::plan() {
  if (!countRows())
    return false;
  for (Operation &op : body.without_terminator()) {
    SmallVector<std::pair<OpOperand *, int64_t>> operands = rowOperands(&op);
    bool added = true;
    if (!operands.empty()) {
      for (OpOperand &operand : op.getOpOperands())
        added &= llvm::any_of(operands, [&](auto row) { return row.first == &operand; }) ? addRow(operand.get())
                                                                                         : addWhole(operand.get());
    } else if (auto linalgOp = dyn_cast<linalg::LinalgOp>(&op)) {
      added = addLinalg(linalgOp);
    } else if (keepsRows(&op, rows)) {
      for (Value operand : op.getOperands())
        if (isa<TensorType>(operand.getType()))
          added &= addRow(operand);
    } else if (auto empty = dyn_cast<tensor::EmptyOp>(&op)) {
      // Its contents do not matter, so a row of it is as good.
      added = empty.getType().getRank() >= rows;
    } else if (!isa<tensor::DimOp>(&op) && !isScalarConstant(&op)) {
      continue; // Before or behind the loop.
    }
    if (!added)
      return false;
    inLoop.insert(&op);
  }
  // Others need results of the loop, but must not feed it then.
  for (Operation &op : body) {
    bool needsBehind = false, needsLoop = false;
    for (Value operand : op.getOperands()) {
      Operation *definition = operand.getDefiningOp();
      needsBehind |= definition && behind.contains(definition);
      needsLoop |= definition && inLoop.contains(definition);
    }
    if (inLoop.contains(&op)) {
      if (needsBehind)
        return false;
      continue;
    }
    if (!needsLoop && !needsBehind)
      continue;
    if (!op.hasTrait<OpTrait::IsTerminator>())
      behind.insert(&op);
    for (Value operand : op.getOperands()) {
      Operation *definition = operand.getDefiningOp();
      if (!definition || !inLoop.contains(definition))
        continue;
      // A size is another one inside of the loop.
      auto type = dyn_cast<RankedTensorType>(operand.getType());
      if (!type || isa<tensor::EmptyOp>(definition) ||
          llvm::any_of(type.getShape().drop_front(rows), ShapedType::isDynamic))
        return false;
      results.insert(operand);
    }
  }
  // Values that only the loop sees shrink to a row.
  bool gains = llvm::any_of(inLoop, [&](Operation *op) {
    return !isa<tensor::EmptyOp>(op) && llvm::any_of(op->getResults(), [&](Value value) {
      return isa<TensorType>(value.getType()) && !value.use_empty() && !results.contains(value);
    });
  });
  // What comes from outside of the loop gives the number of rows, and is cut into them: their sizes must be known.
  bool hasOperand = false;
  for (Value value : byRow) {
    if (value.getDefiningOp() && inLoop.contains(value.getDefiningOp()))
      continue;
    hasOperand = true;
    if (llvm::any_of(cast<RankedTensorType>(value.getType()).getShape().drop_front(rows), ShapedType::isDynamic))
      return false;
  }
  return hasOperand && gains && !results.empty();
}

RankedTensorType RowLoop::typeOfRow(Value value) const {
  auto type = cast<RankedTensorType>(value.getType());
  SmallVector<int64_t> shape(type.getShape());
  std::fill_n(shape.begin(), rows, 1);
  return RankedTensorType::get(shape, type.getElementType(), type.getEncoding());
}

/// The op on one row.
void RowLoop::copyInto(ImplicitLocOpBuilder &b, Operation *op, IRMapping &mapping) {
  auto map = [&](OpFoldResult size) -> OpFoldResult {
    return isa<Value>(size) ? OpFoldResult(mapping.lookupOrDefault(cast<Value>(size))) : size;
  };
  auto sizesOfRow = [&](ArrayRef<OpFoldResult> sizes) {
    SmallVector<OpFoldResult> mapped = llvm::map_to_vector(sizes, map);
    std::fill_n(mapped.begin(), rows, b.getIndexAttr(1));
    return mapped;
  };
  Value row =
      TypeSwitch<Operation *, Value>(op)
          .Case([&](tensor::EmptyOp empty) {
            return tensor::EmptyOp::create(b, sizesOfRow(empty.getMixedSizes()), empty.getType().getElementType());
          })
          .Case([&](tensor::ExpandShapeOp view) {
            return tensor::ExpandShapeOp::create(b, typeOfRow(view), mapping.lookup(view.getSrc()),
                                                 view.getReassociationIndices(),
                                                 sizesOfRow(view.getMixedOutputShape()));
          })
          .Case([&](tensor::ExtractSliceOp slice) {
            return tensor::ExtractSliceOp::create(b, typeOfRow(slice), mapping.lookup(slice.getSource()),
                                                  llvm::map_to_vector(slice.getMixedOffsets(), map),
                                                  sizesOfRow(slice.getMixedSizes()), slice.getMixedStrides());
          })
          .Case([&](tensor::InsertSliceOp slice) {
            return tensor::InsertSliceOp::create(b, mapping.lookup(slice.getSource()), mapping.lookup(slice.getDest()),
                                                 llvm::map_to_vector(slice.getMixedOffsets(), map),
                                                 sizesOfRow(slice.getMixedSizes()), slice.getMixedStrides());
          })
          .Default([](Operation *) { return Value(); });
  if (row) {
    mapping.map(op->getResult(0), row);
    return;
  }
  Operation *copy = b.clone(*op, mapping);
  for (auto [before, after] : llvm::zip_equal(op->getResults(), copy->getResults()))
    if (isa<RankedTensorType>(before.getType()))
      after.setType(typeOfRow(before));
}

/// Stops the program when operands that the loop reads row by row differ in the number of rows.
void RowLoop::checkSizes(Value first, ArrayRef<Value> sizes) {
  for (Value value : byRow) {
    auto type = cast<RankedTensorType>(value.getType());
    if (value == first || (value.getDefiningOp() && inLoop.contains(value.getDefiningOp())))
      continue;
    for (int64_t i = 0; i < rows; ++i) {
      std::optional<int64_t> size = getConstantIntValue(sizes[i]);
      if (size && *size == type.getDimSize(i))
        continue;
      Value agree = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, tensor::DimOp::create(b, value, i), sizes[i]);
      cf::AssertOp::create(b, agree, "dsv4.kernel: operands differ in the number of rows");
    }
  }
}

void RowLoop::build() {
  // What needs the loop moves behind its last op, so the loop can stand there.
  Operation *last = inLoop.back();
  for (Operation *op : llvm::reverse(behind))
    if (op->isBeforeInBlock(last))
      op->moveAfter(last);
  b.setInsertionPointAfter(last);
  auto outside = llvm::make_filter_range(
      byRow, [&](Value value) { return !(value.getDefiningOp() && inLoop.contains(value.getDefiningOp())); });
  Value first = *outside.begin();
  SmallVector<Value> low, sizes, steps, inits;
  Value zero = arith::ConstantIndexOp::create(b, 0), one = arith::ConstantIndexOp::create(b, 1);
  for (int64_t i = 0; i < rows; ++i) {
    auto type = cast<RankedTensorType>(first.getType());
    low.push_back(zero);
    steps.push_back(one);
    sizes.push_back(type.isDynamicDim(i) ? tensor::DimOp::create(b, first, i).getResult()
                                         : arith::ConstantIndexOp::create(b, type.getDimSize(i)).getResult());
  }
  checkSizes(first, sizes);
  for (Value result : results) {
    auto type = cast<RankedTensorType>(result.getType());
    SmallVector<OpFoldResult> shape;
    for (int64_t i = 0; i < type.getRank(); ++i)
      shape.push_back(type.isDynamicDim(i) ? OpFoldResult(sizes[i]) : b.getIndexAttr(type.getDimSize(i)));
    inits.push_back(tensor::EmptyOp::create(b, shape, type.getElementType()));
  }
  auto place = [&](Value value, ValueRange position, SmallVectorImpl<OpFoldResult> &offsets,
                   SmallVectorImpl<OpFoldResult> &lengths) {
    auto type = cast<RankedTensorType>(value.getType());
    for (int64_t i = 0; i < type.getRank(); ++i) {
      offsets.push_back(i < rows ? OpFoldResult(position[i]) : b.getIndexAttr(0));
      lengths.push_back(b.getIndexAttr(i < rows ? 1 : type.getDimSize(i)));
    }
  };
  scf::LoopNest nest = scf::buildLoopNest(
      b, b.getLoc(), low, sizes, steps, inits,
      [&](OpBuilder &builder, Location loc, ValueRange position, ValueRange carried) -> scf::ValueVector {
        ImplicitLocOpBuilder inner(loc, builder);
        IRMapping mapping;
        for (Value value : outside) {
          SmallVector<OpFoldResult> offsets, lengths;
          place(value, position, offsets, lengths);
          SmallVector<OpFoldResult> strides(offsets.size(), inner.getIndexAttr(1));
          mapping.map(value, tensor::ExtractSliceOp::create(inner, typeOfRow(value), value, offsets, lengths, strides));
        }
        for (Operation *op : inLoop)
          copyInto(inner, op, mapping);
        scf::ValueVector next;
        for (auto [result, into] : llvm::zip_equal(results, carried)) {
          SmallVector<OpFoldResult> offsets, lengths;
          place(result, position, offsets, lengths);
          SmallVector<OpFoldResult> strides(offsets.size(), inner.getIndexAttr(1));
          next.push_back(tensor::InsertSliceOp::create(inner, mapping.lookup(result), into, offsets, lengths, strides));
        }
        return next;
      });
  for (auto [index, value] : llvm::enumerate(nest.results)) {
    Value result = results[index];
    result.replaceUsesWithIf(value, [&](OpOperand &use) { return !inLoop.contains(use.getOwner()); });
  }
  for (Operation *op : llvm::reverse(inLoop))
    if (op->use_empty())
      op->erase();
}

namespace {
struct TileKernels : dsv4::impl::DSV4TileKernelsPassBase<TileKernels> {
  using Base::Base;

  void runOnOperation() override {
    SmallVector<KernelOp> kernels;
    getOperation()->walk([&](KernelOp op) { kernels.push_back(op); });
    IRRewriter rewriter(&getContext());
    for (KernelOp kernel : kernels) {
      RowLoop loop(rewriter, kernel);
      if (loop.plan())
        loop.build();
    }
  }
};
} // namespace

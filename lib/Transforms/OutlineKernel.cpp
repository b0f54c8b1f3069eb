//===- OutlineKernel.cpp - Puts ops into one launch -----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Transforms/Fusion.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;
using namespace mlir::dsv4;

/// A launch makes these itself: sizes, scalars, memory without contents or with one value everywhere.
static bool isMadeInside(Operation *op) {
  if (auto fill = dyn_cast<linalg::FillOp>(op))
    return fill->getNumResults() == 1 && isa_and_present<tensor::EmptyOp>(fill.getOutputs()[0].getDefiningOp());
  auto isScalar = [](Type type) { return type.isIntOrIndexOrFloat(); };
  return isa<tensor::EmptyOp>(op) ||
         (op->getNumRegions() == 0 && isMemoryEffectFree(op) && llvm::all_of(op->getResultTypes(), isScalar));
}

/// The values from outside that an op and the ops inside of it use.
static SmallVector<Value> allOperands(Operation *op) {
  SmallVector<Value> operands(op->getOperands());
  if (op->getNumRegions() == 0)
    return operands;
  op->walk([&](Operation *inner) {
    for (Value operand : inner->getOperands())
      if (inner != op && !op->isAncestor(operand.getParentRegion()->getParentOp()))
        operands.push_back(operand);
  });
  return operands;
}

static std::string nameOf(Value value) {
  Operation *op = value.getDefiningOp();
  std::string name = op ? "'" + op->getName().getStringRef().str() + "'" : "an argument";
  return op && op->getNumResults() > 1
             ? "result #" + std::to_string(cast<OpResult>(value).getResultNumber()) + " of " + name
             : "the result of " + name;
}

namespace {

/// Plans the kernel before anything is changed, then moves the ops.
class Outliner {
public:
  Outliner(RewriterBase &rewriter, FusionMatch &match) : rewriter(rewriter), match(match), block(blockOf(match)) {}

  FailureOr<KernelOp> run(StringRef name) {
    if (failed(checkOps()) || failed(collectMadeInside()) || failed(collectInputs()) || failed(collectOutputs()) ||
        failed(collectLater()))
      return failure();
    return build(name);
  }

private:
  static Block *blockOf(FusionMatch &match) { return match.ops.front()->getBlock(); }

  LogicalResult miss(const Twine &why) {
    match.reason = why.str();
    return failure();
  }

  LogicalResult checkOps();
  LogicalResult collectMadeInside();
  LogicalResult collectInputs();
  LogicalResult collectOutputs();
  LogicalResult collectLater();
  KernelOp build(StringRef name);

  RewriterBase &rewriter;
  FusionMatch &match;
  Block *block;
  /// Ops whose copies go into the kernel.
  llvm::SetVector<Operation *> copied;
  llvm::SetVector<Value> inputs;
  SmallVector<Value> outputs;
  /// Ops between the first and the last op of the match that need a result of it.
  SmallVector<Operation *> later;
};

} // namespace

LogicalResult Outliner::checkOps() {
  for (Operation *op : match.ops) {
    if (op->getBlock() != block)
      return miss("its ops stand in different blocks");
    if (!isMemoryEffectFree(op))
      return miss("'" + op->getName().getStringRef() + "' has side effects");
  }
  return success();
}

LogicalResult Outliner::collectMadeInside() {
  SmallVector<Value> pending;
  for (Operation *op : match.ops)
    llvm::append_range(pending, allOperands(op));
  while (!pending.empty()) {
    Value value = pending.pop_back_val();
    Operation *op = value.getDefiningOp();
    if (!op || match.ops.contains(op) || copied.contains(op) || !isMadeInside(op))
      continue;
    if (op->getBlock() != block && !op->hasTrait<OpTrait::ConstantLike>())
      return miss("it needs a size that another block computes");
    copied.insert(op);
    llvm::append_range(pending, op->getOperands());
  }
  return success();
}

LogicalResult Outliner::collectInputs() {
  auto isInside = [&](Value value) {
    Operation *op = value.getDefiningOp();
    return op && (match.ops.contains(op) || copied.contains(op));
  };
  SmallVector<Operation *> inOrder = match.ops.takeVector();
  llvm::sort(inOrder, [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  match.ops.insert(inOrder.begin(), inOrder.end());
  for (Operation *op : llvm::concat<Operation *const>(match.ops, copied)) {
    for (Value operand : allOperands(op)) {
      if (isInside(operand))
        continue;
      if (!isa<RankedTensorType>(operand.getType()))
        return miss("'" + op->getName().getStringRef() + "' takes a scalar that is computed outside of the launch");
      inputs.insert(operand);
    }
  }
  return success();
}

LogicalResult Outliner::collectOutputs() {
  // Of the ops that are copied, those that something else needs too.
  llvm::SmallPtrSet<Operation *, 8> stays;
  auto isOutside = [&](Operation *user) {
    Operation *inBlock = block->findAncestorOpInBlock(*user);
    return !inBlock || stays.contains(inBlock) || (!match.ops.contains(inBlock) && !copied.contains(inBlock));
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (Operation *op : copied)
      if (!stays.contains(op) && llvm::any_of(op->getUsers(), isOutside))
        changed |= stays.insert(op).second;
  }
  for (Operation *op : match.ops) {
    for (Value result : op->getResults()) {
      auto user = llvm::find_if(result.getUsers(), isOutside);
      if (user == result.user_end())
        continue;
      if (!match.written.contains(result))
        return miss(nameOf(result) + " is used by '" + user->getName().getStringRef() + "', outside of the launch");
      if (!isa<RankedTensorType>(result.getType()))
        return miss(nameOf(result) + " is no ranked tensor");
      outputs.push_back(result);
    }
  }
  if (outputs.empty())
    return miss("nothing uses its results");
  return success();
}

LogicalResult Outliner::collectLater() {
  llvm::SmallPtrSet<Operation *, 8> isLater;
  for (Operation *op = match.ops.front(); op != match.ops.back(); op = op->getNextNode()) {
    auto needsLaunch = [&](Value value) {
      Operation *definition = value.getDefiningOp();
      Operation *inBlock = definition ? block->findAncestorOpInBlock(*definition) : nullptr;
      return inBlock && (match.ops.contains(inBlock) || isLater.contains(inBlock));
    };
    if (match.ops.contains(op) || llvm::none_of(allOperands(op), needsLaunch))
      continue;
    if (!isMemoryEffectFree(op))
      return miss("'" + op->getName().getStringRef() + "' between its ops has side effects");
    isLater.insert(op);
    later.push_back(op);
  }
  for (Value input : inputs) {
    Operation *definition = input.getDefiningOp();
    if (definition && isLater.contains(definition))
      return miss("'" + definition->getName().getStringRef() +
                  "' needs a result of the launch and gives it an operand");
  }
  return success();
}

KernelOp Outliner::build(StringRef name) {
  // Constants of other blocks first, then what stands in this block in its order.
  SmallVector<Operation *> inOrder, inBlock;
  for (Operation *op : llvm::concat<Operation *const>(match.ops, copied))
    (op->getBlock() == block ? inBlock : inOrder).push_back(op);
  llvm::sort(inBlock, [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  llvm::append_range(inOrder, inBlock);

  Operation *last = match.ops.back();
  Operation *behind = last;
  for (Operation *op : later) {
    rewriter.moveOpAfter(op, behind);
    behind = op;
  }
  rewriter.setInsertionPoint(last);
  auto kernel = KernelOp::create(rewriter, last->getLoc(), ValueRange(outputs).getTypes(), rewriter.getStringAttr(name),
                                 inputs.getArrayRef());
  Block *body = rewriter.createBlock(&kernel.getBody());
  IRMapping inside;
  for (Value input : inputs)
    inside.map(input, body->addArgument(input.getType(), input.getLoc()));

  for (Operation *op : inOrder) {
    rewriter.setInsertionPointToEnd(body);
    if (copied.contains(op)) {
      rewriter.clone(*op, inside);
      continue;
    }
    match.gone.insert(op);
    rewriter.moveOpBefore(op, body, body->end());
    op->walk([&](Operation *inner) {
      rewriter.modifyOpInPlace(inner, [&] {
        for (OpOperand &operand : inner->getOpOperands())
          operand.set(inside.lookupOrDefault(operand.get()));
      });
    });
  }
  for (auto [output, result] : llvm::zip_equal(outputs, kernel.getOutputs()))
    rewriter.replaceUsesWithIf(output, result, [&](OpOperand &use) { return !kernel->isAncestor(use.getOwner()); });
  rewriter.setInsertionPointToEnd(body);
  YieldOp::create(rewriter, kernel.getLoc(), outputs);

  // What was made outside only for these ops.
  SmallVector<Operation *> dead = copied.takeVector();
  for (bool changed = true; changed;) {
    changed = false;
    for (Operation *&op : dead) {
      if (!op || !op->use_empty())
        continue;
      match.gone.insert(op);
      rewriter.eraseOp(op);
      op = nullptr;
      changed = true;
    }
  }
  return kernel;
}

FailureOr<KernelOp> mlir::dsv4::outlineKernel(RewriterBase &rewriter, FusionMatch &match, StringRef name) {
  OpBuilder::InsertionGuard guard(rewriter);
  return Outliner(rewriter, match).run(name);
}

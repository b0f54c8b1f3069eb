//===- CollectiveWork.cpp - Work of collectives ---------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CollectiveWork.h"

#include "dsv4/IR/GridGroup.h"
#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "llvm/ADT/TypeSwitch.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

/// Fails if the grid is not there or has a dynamic dimension.
static FailureOr<GridGroup> groupOf(Operation *op) {
  SymbolTableCollection symbols;
  return getGridGroup(op, symbols);
}

bool mlir::dsv4::detail::isCollective(Operation *op) {
  return isa<shard::AllReduceOp, shard::AllGatherOp, shard::ReduceScatterOp, shard::AllToAllOp, shard::AllSliceOp>(
             op) &&
         isa<RankedTensorType>(op->getOperand(0).getType());
}

std::optional<SmallVector<int64_t>> mlir::dsv4::detail::collectiveResultShape(Operation *op, RankedTensorType input) {
  FailureOr<GridGroup> group = groupOf(op);
  if (failed(group))
    return std::nullopt;
  SmallVector<int64_t> shape(input.getShape());
  auto multiply = [&](const APInt &axis) {
    return axis.ult(shape.size()) &&
           !llvm::MulOverflow(shape[axis.getZExtValue()], group->ranks, shape[axis.getZExtValue()]);
  };
  auto divide = [&](const APInt &axis) {
    if (!axis.ult(shape.size()) || shape[axis.getZExtValue()] % group->ranks != 0)
      return false;
    shape[axis.getZExtValue()] /= group->ranks;
    return true;
  };
  bool fits = TypeSwitch<Operation *, bool>(op)
                  .Case([](shard::AllReduceOp) { return true; })
                  .Case([&](shard::AllGatherOp gather) { return multiply(gather.getGatherAxis()); })
                  .Case([&](shard::ReduceScatterOp scatter) { return divide(scatter.getScatterAxis()); })
                  .Case([&](shard::AllSliceOp slice) { return divide(slice.getSliceAxis()); })
                  .Case([&](shard::AllToAllOp exchange) {
                    return divide(exchange.getSplitAxis()) && multiply(exchange.getConcatAxis());
                  })
                  .Default([](Operation *) { return false; });
  return fits ? std::optional(shape) : std::nullopt;
}

LogicalResult mlir::dsv4::detail::describeCollective(Operation *op, const BoundShapes &shapes,
                                                     SmallVectorImpl<KernelWork> &kernels) {
  FailureOr<GridGroup> group = groupOf(op);
  if (failed(group))
    return emitErrorAt(op) << "has a group of unknown size: its grid must be static";
  if (group->ranks == 1)
    return success();
  Value input = op->getOperand(0), result = op->getResult(0);
  auto bytesOfValue = [&](Value value) {
    double elements = 1;
    for (int64_t size : shapes.typeOf(value).getShape())
      elements *= static_cast<double>(size);
    return bytesOf(getElementTypeOrSelf(value.getType()), elements);
  };
  KernelWork &work = kernels.emplace_back();
  if (isa<shard::AllSliceOp>(op)) {
    work.name = "copy";
    work.parallelTiles = std::ceil(bytesOfValue(result) / 4096);
    work.accesses = {{input, OperandClass::Activations, bytesOfValue(result), /*isWrite=*/false},
                     {result, OperandClass::Activations, bytesOfValue(result), /*isWrite=*/true}};
    return success();
  }
  work.name = work.collective = op->getName().stripDialect().str();
  // What a fused kernel reads for it is read by many units.
  work.parallelTiles = std::ceil(bytesOfValue(input) / 4096);
  work.accesses = {{input, OperandClass::Activations, bytesOfValue(input), /*isWrite=*/false},
                   {result, OperandClass::Activations, bytesOfValue(result), /*isWrite=*/true}};
  // Sums travel in the type of the result, into which upstream's op converts before it adds.
  double message =
      isa<shard::ReduceScatterOp>(op) ? bytesOfValue(result) * static_cast<double>(group->ranks) : bytesOfValue(result);
  work.sizes = {{"message_bytes", message},
                {"ranks", static_cast<double>(group->ranks)},
                {"span", static_cast<double>(group->span)}};
  return success();
}

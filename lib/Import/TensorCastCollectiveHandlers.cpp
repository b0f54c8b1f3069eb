//===- TensorCastCollectiveHandlers.cpp - Collectives of tensor_cast ------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TensorCast's collectives name a group of ranks; upstream's `shard` ones name axes
// of a grid. A group becomes a grid of one axis whose positions are the group's ranks.
//
//===----------------------------------------------------------------------===//

#include "TensorCastHandlers.h"

#include "mlir/Dialect/Shard/IR/ShardOps.h"

using namespace mlir;
using namespace mlir::dsv4;

FailureOr<StringAttr> mlir::dsv4::gridOf(OpImporter &b, ArrayRef<int64_t> ranks) {
  if (ranks.empty())
    return b.error() << "has no rank in rank_group";
  std::string name = "ranks";
  bool isRange = true;
  for (auto [index, rank] : llvm::enumerate(ranks)) {
    if (rank < 0 || llvm::is_contained(ranks.take_front(index), rank))
      return b.error() << "names rank " << rank << (rank < 0 ? ", which is negative" : " twice") << " in rank_group";
    isRange &= rank == ranks.front() + int64_t(index);
  }
  if (isRange)
    name += "_" + std::to_string(ranks.front()) + "_to_" + std::to_string(ranks.back());
  else
    for (int64_t rank : ranks)
      name += "_" + std::to_string(rank);
  StringAttr symbol = b.getStringAttr(name);
  if (ranks.size() > 1)
    b.state().grids->insert({symbol, SmallVector<int64_t>(ranks)});
  return ranks.size() > 1 ? symbol : StringAttr();
}

namespace {

/// Operands that all collectives have, and what follows from them.
struct Collective {
  TensorOperand x;
  int64_t rank = 0;
  SmallVector<int64_t> ranks;
  StringAttr grid;

  /// Finds the grid; the operands have been read.
  LogicalResult finish(OpImporter &b) {
    if (!llvm::is_contained(ranks, rank))
      return b.error() << "runs as rank " << rank << ", which is not in its rank_group";
    if (x.getType().getRank() == 0)
      return b.error() << "needs a tensor of rank 1 or more, got " << x.getType();
    FailureOr<StringAttr> symbol = gridOf(b, ranks);
    if (failed(symbol))
      return failure();
    grid = *symbol;
    return success();
  }

  /// Type of `x` with dimension `dim` (negative: from the end) times `up`, divided by `down`.
  FailureOr<RankedTensorType> scaled(OpImporter &b, int64_t &dim, int64_t up, int64_t down) {
    RankedTensorType type = x.getType();
    int64_t asked = dim;
    dim = dim < 0 ? dim + type.getRank() : dim;
    if (dim < 0 || dim >= type.getRank())
      return b.error() << "dim is " << asked << ", but x is " << type;
    SmallVector<int64_t> shape(type.getShape());
    if (!ShapedType::isDynamic(shape[dim])) {
      if (shape[dim] % down)
        return b.error() << "dimension " << dim << " of x is " << shape[dim] << ", which " << down
                         << " ranks cannot share equally";
      shape[dim] = shape[dim] * up / down;
    }
    return RankedTensorType::get(shape, type.getElementType());
  }
};

constexpr shard::GridAxis theAxis = 0;

/// all_reduce(Tensor x, SymInt rank, SymInt[] rank_group) -> Tensor
LogicalResult convertAllReduce(OpImporter &b) {
  Collective c;
  if (failed(b.operands().tensor("x", c.x).intConstant("rank", c.rank).intListConstant("rank_group", c.ranks).done()) ||
      failed(c.finish(b)))
    return failure();
  if (!c.grid)
    return b.results(c.x.value);
  return b.results(shard::AllReduceOp::create(b, c.x.value, c.grid.getValue(), ArrayRef<shard::GridAxis>{theAxis},
                                              shard::ReductionKind::Sum)
                       .getResult());
}

/// reduce_scatter(Tensor x, SymInt dim, SymInt rank, SymInt[] rank_group) -> Tensor
LogicalResult convertReduceScatter(OpImporter &b) {
  Collective c;
  int64_t dim = 0;
  if (failed(b.operands()
                 .tensor("x", c.x)
                 .intConstant("dim", dim)
                 .intConstant("rank", c.rank)
                 .intListConstant("rank_group", c.ranks)
                 .done()) ||
      failed(c.finish(b)))
    return failure();
  FailureOr<RankedTensorType> type = c.scaled(b, dim, 1, c.ranks.size());
  if (failed(type))
    return failure();
  if (!c.grid)
    return b.results(c.x.value);
  return b.results(shard::ReduceScatterOp::create(b, *type, c.grid.getValue(), ArrayRef<shard::GridAxis>{theAxis},
                                                  c.x.value, shard::ReductionKind::Sum, APInt(64, dim))
                       .getResult());
}

/// all_gather(Tensor x, SymInt dim, SymInt rank, SymInt[] rank_group) -> Tensor
LogicalResult convertAllGather(OpImporter &b) {
  Collective c;
  int64_t dim = 0;
  if (failed(b.operands()
                 .tensor("x", c.x)
                 .intConstant("dim", dim)
                 .intConstant("rank", c.rank)
                 .intListConstant("rank_group", c.ranks)
                 .done()) ||
      failed(c.finish(b)))
    return failure();
  FailureOr<RankedTensorType> type = c.scaled(b, dim, c.ranks.size(), 1);
  if (failed(type))
    return failure();
  if (!c.grid)
    return b.results(c.x.value);
  return b.results(shard::AllGatherOp::create(b, *type, c.grid.getValue(), ArrayRef<shard::GridAxis>{theAxis},
                                              c.x.value, APInt(64, dim))
                       .getResult());
}

/// all_to_all(Tensor x, SymInt[] output_split_sizes, SymInt[] input_split_sizes, SymInt rank, SymInt[] rank_group)
///     -> Tensor
LogicalResult convertAllToAll(OpImporter &b) {
  Collective c;
  SmallVector<Value> outputs, inputs;
  if (failed(b.operands()
                 .tensor("x", c.x)
                 .intList("output_split_sizes", outputs)
                 .intList("input_split_sizes", inputs)
                 .intConstant("rank", c.rank)
                 .intListConstant("rank_group", c.ranks)
                 .done()) ||
      failed(c.finish(b)))
    return failure();
  for (auto [name, sizes] : {std::pair("output_split_sizes", &outputs), std::pair("input_split_sizes", &inputs)}) {
    if (sizes->size() != c.ranks.size())
      return b.error() << name << " has " << sizes->size() << " sizes for " << c.ranks.size() << " ranks";
    for (Value size : *sizes)
      if (size != sizes->front() && !isEqualConstantIntOrValue(OpFoldResult(size), OpFoldResult(sizes->front())))
        return b.error() << name << " has different sizes; only equal parts can be exchanged";
  }
  // Equal constants are different values: the form is compared as a number.
  if (outputs.front() != inputs.front() &&
      !isEqualConstantIntOrValue(OpFoldResult(outputs.front()), OpFoldResult(inputs.front())))
    return b.error() << "sends and receives parts of different sizes; only equal parts can be exchanged";
  std::optional<int64_t> part = getConstantIntValue(inputs.front());
  int64_t rows = c.x.getType().getDimSize(0);
  if (part && !ShapedType::isDynamic(rows) && rows != *part * int64_t(c.ranks.size()))
    return b.error() << "exchanges " << c.ranks.size() << " parts of " << *part << " rows, but x has " << rows;
  if (!c.grid)
    return b.results(c.x.value);
  return b.results(shard::AllToAllOp::create(b, c.x.getType(), c.grid.getValue(), ArrayRef<shard::GridAxis>{theAxis},
                                             c.x.value, APInt(64, 0), APInt(64, 0))
                       .getResult());
}

} // namespace

void mlir::dsv4::addTensorCastCollectiveHandlers(HandlerTable &table) {
  table["torch.tensor_cast.all_gather"] = convertAllGather;
  table["torch.tensor_cast.all_reduce"] = convertAllReduce;
  table["torch.tensor_cast.all_to_all"] = convertAllToAll;
  table["torch.tensor_cast.reduce_scatter"] = convertReduceScatter;
}

//===- ShardPartition.h - One function as one rank runs it ------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_TRANSFORMS_SHARDPARTITION_H
#define DSV4_LIB_TRANSFORMS_SHARDPARTITION_H

#include "ShardLayout.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/ShardingRule.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/MapVector.h"

namespace mlir::dsv4 {

/// A value of the whole model as one rank holds it.
struct LocalValue {
  Value value;
  /// One entry per dimension; empty for what is no tensor.
  Split split;
};

/// Arguments and results of a function that has been partitioned.
struct LocalSignature {
  SmallVector<Split> arguments, results;
};

/// Partitions a module, function by function.
///
/// Every function is walked once in the order of its ops. The ops of one rank are
/// built beside the old ones, which go at the end. An op decides by its rule and by
/// how its operands are divided; weights, caches and inputs stay where they are, and
/// activations follow.
class ModulePartitioner {
public:
  ModulePartitioner(ModuleOp module, const ShardLayout &layout) : module(module), layout(layout) {}

  LogicalResult run();

private:
  friend class FunctionPartitioner;

  /// The signature of a private function; partitions it if this is its first call, with arguments divided like
  /// `arguments`.
  FailureOr<LocalSignature> signatureOf(func::FuncOp function, ArrayRef<Split> arguments, Operation *call);
  /// Checks that what is divided can be.
  LogicalResult checkDivisible(func::FuncOp function, unsigned argument, const Placement &placement, StringRef name);

  ModuleOp module;
  const ShardLayout &layout;
  llvm::MapVector<Operation *, LocalSignature> signatures;
  /// Functions on the way, to refuse recursion.
  SmallVector<Operation *> open;
};

/// Partitions one function.
class FunctionPartitioner {
public:
  FunctionPartitioner(ModulePartitioner &parent, func::FuncOp function)
      : parent(parent), layout(parent.layout), function(function), builder(function.getContext()) {}

  /// Replaces the body and the type of the function.
  FailureOr<LocalSignature> run(ArrayRef<Split> arguments);

private:
  LogicalResult partition(Operation *op);
  LogicalResult partitionByRule(Operation *op, const ShardingRule &rule);
  LogicalResult partitionCall(func::CallOp op);
  LogicalResult partitionReturn(func::ReturnOp op);
  LogicalResult partitionEmbedding(EmbeddingOp op);
  LogicalResult partitionIndexer(QuantLightningIndexerOp op);
  LogicalResult partitionExperts(RoutedExpertsOp op);

  /// Whether an op may run on a part of the tokens of a request: what is between attention and experts.
  static bool isBetweenSublayers(Operation *op);
  /// With `sequence=shard`: gathers the tokens of the operands, once for all readers of a value.
  LogicalResult gatherTokens(Operation *op);
  /// The axes that divide each loop: what a weight, cache or input says counts before what an activation says.
  FailureOr<SmallVector<GridAxes>> assignLoops(Operation *op, const ShardingRule &rule);
  /// The split that an operand or result has when the loops are divided so.
  Split splitOf(ArrayRef<int64_t> dims, ArrayRef<GridAxes> loops) const;
  /// Clones an op on local operands.
  Operation *cloneLocally(Operation *op, ArrayRef<Value> operands, ArrayRef<Split> operandSplits,
                          ArrayRef<Split> resultSplits);

  const LocalValue &local(Value value) const { return values.find(value)->second; }
  void map(Value value, Value localValue, Split split);
  /// `value` divided as `target` says, with the collectives that this needs.
  FailureOr<Value> reshard(Value value, const Split &target, Location location);
  /// The destination of a linalg op: a new empty tensor where it only had a size.
  FailureOr<Value> destination(Value value, const Split &target, Location location);
  /// The size of a divided dimension of the whole tensor, from that of this rank's part.
  LogicalResult partitionSize(tensor::DimOp op);
  /// A size of a whole tensor divided among `axes`; the program stops where they do not divide it.
  Value localSize(Value wholeSize, ArrayRef<shard::GridAxis> axes, Location location);
  /// Sets the sizes that a clone of a reshape or slice has, as attributes and operands, to those of one rank.
  void divideSizes(Operation *clone, ArrayRef<Split> operandSplits, ArrayRef<Split> resultSplits);
  /// Whether it follows from the arguments' divisions that `axes` divide dimension `dim` of a whole tensor.
  bool isMultiple(Value whole, int64_t dim, ArrayRef<shard::GridAxis> axes) const;
  /// Stops the program where `parts` ranks do not divide a size.
  void assertMultiple(Value size, int64_t parts, const Twine &what, Location location);
  /// Number of this rank along some axes, the last one fastest.
  Value placeAlong(ArrayRef<shard::GridAxis> axes, Location location);
  Value allReduce(Value value, ArrayRef<shard::GridAxis> axes, Location location,
                  shard::ReductionKind kind = shard::ReductionKind::Sum);
  static bool isArgument(Value value) { return isa<BlockArgument>(value); }

  ModulePartitioner &parent;
  const ShardLayout &layout;
  func::FuncOp function;
  OpBuilder builder;
  llvm::DenseMap<Value, LocalValue> values;
  /// Sizes of whole tensors in the new function: the size of a part, and the number of parts.
  llvm::DenseMap<Value, std::pair<Value, int64_t>> wholeSizes;
  IRMapping mapping;
  LocalSignature signature;
};

/// The type of a tensor, null for anything else.
inline RankedTensorType tensorTypeOf(Value value) { return dyn_cast<RankedTensorType>(value.getType()); }

/// Numbers of the dimensions without a static size.
inline SmallVector<int64_t> dynamicDims(ArrayRef<int64_t> sizes) {
  SmallVector<int64_t> dims;
  for (auto [dim, size] : llvm::enumerate(sizes))
    if (ShapedType::isDynamic(size))
      dims.push_back(dim);
  return dims;
}

/// Name of the grid of a partitioned module.
constexpr StringRef gridName = "ranks";

} // namespace mlir::dsv4

#endif // DSV4_LIB_TRANSFORMS_SHARDPARTITION_H

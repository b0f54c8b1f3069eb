//===- ShardPartition.cpp - One function as one rank runs it --------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ShardPartition.h"

#include "dsv4/IR/EinsumBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::dsv4;
using shard::GridAxis;

void FunctionPartitioner::map(Value value, Value localValue, Split split) {
  mapping.map(value, localValue);
  values[value] = {localValue, std::move(split)};
}

FailureOr<LocalSignature> FunctionPartitioner::run(ArrayRef<Split> arguments) {
  signature.arguments.assign(arguments.begin(), arguments.end());
  Block *old = &function.front();
  auto *body = new Block();
  SmallVector<Type> types;
  for (auto [argument, split] : llvm::zip_equal(old->getArguments(), arguments)) {
    RankedTensorType type = tensorTypeOf(argument);
    types.push_back(type ? layout.localType(type, split) : argument.getType());
    map(argument, body->addArgument(types.back(), argument.getLoc()), split);
  }
  function.getBody().push_back(body);
  builder.setInsertionPointToEnd(body);
  for (Operation &op : old->without_terminator())
    if (failed(partition(&op)))
      return failure();
  auto last = dyn_cast<func::ReturnOp>(old->getTerminator());
  if (!last)
    return old->getTerminator()->emitOpError("cannot end a function that is sharded");
  if (failed(partitionReturn(last)))
    return failure();
  function.setFunctionType(builder.getFunctionType(types, body->getTerminator()->getOperandTypes()));
  old->dropAllReferences();
  while (!old->empty())
    old->back().erase();
  old->erase();
  return signature;
}

bool FunctionPartitioner::isBetweenSublayers(Operation *op) {
  if (isa<linalg::LinalgOp>(op)) {
    // A body that reads a tensor beside its operands may read any token.
    return !op->walk([](tensor::ExtractOp) { return WalkResult::interrupt(); }).wasInterrupted();
  }
  return isa<HcExpandOp, HcPreInvRmsOp, HcPreSinkhornOp, HcPostOp, HcHeadOp, RmsNormOp, tensor::CollapseShapeOp,
             tensor::ExpandShapeOp, tensor::DimOp>(op);
}

LogicalResult FunctionPartitioner::gatherTokens(Operation *op) {
  SmallVector<Value> values(op->getOperands());
  op->walk([&](tensor::ExtractOp extract) { values.push_back(extract.getTensor()); });
  for (Value value : values) {
    auto known = this->values.find(value);
    if (known == this->values.end())
      continue;
    Split split = known->second.split;
    // Of arguments only streams [B, S, h, D] come with a part of the tokens. Weights of experts, [E, I, D], may be
    // divided among the same ranks in the same dimension.
    size_t rank = isArgument(value) ? 4 : 3;
    if (split.size() < rank || split[1].empty() || split[1] != layout.places)
      continue;
    split[1].clear();
    FailureOr<Value> whole = reshard(value, split, op->getLoc());
    if (failed(whole))
      return failure();
    map(value, *whole, split);
  }
  return success();
}

LogicalResult FunctionPartitioner::partition(Operation *op) {
  if (auto call = dyn_cast<func::CallOp>(op))
    return partitionCall(call);
  if (layout.options.shardSequence && !isBetweenSublayers(op) && failed(gatherTokens(op)))
    return failure();
  if (auto embedding = dyn_cast<EmbeddingOp>(op))
    return partitionEmbedding(embedding);
  if (auto indexer = dyn_cast<QuantLightningIndexerOp>(op))
    return partitionIndexer(indexer);
  if (auto experts = dyn_cast<RoutedExpertsOp>(op))
    return partitionExperts(experts);

  bool hasTensor = llvm::any_of(op->getOperands(), tensorTypeOf) || llvm::any_of(op->getResults(), tensorTypeOf);
  // A new tensor is whole until its reader says how it is divided, see `destination`.
  bool isNew = isa<tensor::EmptyOp>(op) || op->hasTrait<OpTrait::ConstantLike>();
  if (auto fill = dyn_cast<linalg::FillOp>(op))
    isNew = llvm::all_of(local(fill.getOutputs()[0]).split, [](const GridAxes &axes) { return axes.empty(); });
  if (auto dim = dyn_cast<tensor::DimOp>(op)) {
    std::optional<int64_t> index = dim.getConstantIndex();
    const Split &split = local(dim.getSource()).split;
    if (index && *index >= 0 && *index < int64_t(split.size()) && !split[*index].empty())
      return partitionSize(dim);
    if (!index && llvm::any_of(split, [](const GridAxes &axes) { return !axes.empty(); }))
      return op->emitOpError("reads a size of a tensor that is divided among ranks, and which one is not constant");
    isNew = true;
  }
  if (!hasTensor || isNew) {
    Operation *clone = builder.clone(*op, mapping);
    for (auto [result, localResult] : llvm::zip_equal(op->getResults(), clone->getResults())) {
      RankedTensorType type = tensorTypeOf(result);
      map(result, localResult, Split(type ? type.getRank() : 0));
    }
    return success();
  }
  FailureOr<ShardingRule> rule = getShardingRule(op);
  if (failed(rule))
    return op->emitOpError("has no sharding rule; shard a model before it is fused or lowered");
  return partitionByRule(op, *rule);
}

//===----------------------------------------------------------------------===//
// Rules
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<GridAxes>> FunctionPartitioner::assignLoops(Operation *op, const ShardingRule &rule) {
  SmallVector<GridAxes> loops(rule.loops());
  SmallVector<bool> fixed(rule.loops(), false);
  auto dps = dyn_cast<DestinationStyleOpInterface>(op);
  for (bool arguments : {true, false})
    for (auto [index, dims] : llvm::enumerate(rule.operands)) {
      Value operand = op->getOperand(index);
      if (isArgument(operand) != arguments || (dps && dps.isDpsInit(&op->getOpOperand(index))))
        continue;
      for (auto [loop, axes] : llvm::zip_equal(dims, local(operand).split)) {
        if (loop == ShardingRule::whole)
          continue;
        if (arguments) {
          if (fixed[loop] && loops[loop] != axes)
            return op->emitOpError("has weights that are divided in different ways");
          fixed[loop] = true;
          loops[loop] = axes;
        } else if (!fixed[loop] && axes.size() > loops[loop].size()) {
          loops[loop] = axes;
        }
      }
    }
  // One axis divides one loop: a loop that an argument fixed keeps it, another one loses it and what is faster.
  for (bool isFixed : {true, false})
    for (int64_t loop = 0; loop < rule.loops(); ++loop) {
      if (fixed[loop] != isFixed)
        continue;
      for (int64_t other = 0; other < rule.loops(); ++other) {
        if (other == loop || (fixed[other] && !isFixed) || (fixed[other] == isFixed && other < loop))
          continue;
        for (size_t place = 0; place < loops[other].size(); ++place) {
          if (!llvm::is_contained(loops[loop], loops[other][place]))
            continue;
          if (fixed[other])
            return op->emitOpError("has weights that are divided along the same ranks in two dimensions");
          loops[other].resize(place);
        }
      }
    }
  return loops;
}

Split FunctionPartitioner::splitOf(ArrayRef<int64_t> dims, ArrayRef<GridAxes> loops) const {
  Split split;
  for (int64_t loop : dims)
    split.push_back(loop == ShardingRule::whole ? GridAxes() : loops[loop]);
  return split;
}

Operation *FunctionPartitioner::cloneLocally(Operation *op, ArrayRef<Value> operands, ArrayRef<Split> operandSplits,
                                             ArrayRef<Split> resultSplits) {
  IRMapping inner(mapping);
  for (auto [operand, value] : llvm::zip_equal(op->getOperands(), operands))
    inner.map(operand, value);
  Operation *clone = builder.clone(*op, inner);
  // The same value may be two operands that are divided differently.
  clone->setOperands(operands);
  for (auto [result, split] : llvm::zip_equal(clone->getResults(), resultSplits))
    if (RankedTensorType type = tensorTypeOf(result))
      result.setType(layout.localType(type, split));
  divideSizes(clone, operandSplits, resultSplits);
  return clone;
}

LogicalResult FunctionPartitioner::partitionByRule(Operation *op, const ShardingRule &rule) {
  FailureOr<SmallVector<GridAxes>> loops = assignLoops(op, rule);
  if (failed(loops))
    return failure();
  // The streams begin here, and with them what every rank has of the tokens.
  if (layout.options.shardSequence && isa<HcExpandOp>(op))
    (*loops)[rule.operands[0][1]] = layout.places;
  auto dps = dyn_cast<DestinationStyleOpInterface>(op);
  SmallVector<Value> operands;
  SmallVector<Split> operandSplits, resultSplits;
  for (auto [index, dims] : llvm::enumerate(rule.operands)) {
    Value operand = op->getOperand(index);
    operandSplits.push_back(splitOf(dims, *loops));
    bool isInit = dps && dps.isDpsInit(&op->getOpOperand(index));
    FailureOr<Value> value = isInit ? destination(operand, operandSplits.back(), op->getLoc())
                                    : reshard(operand, operandSplits.back(), op->getLoc());
    if (failed(value))
      return failure();
    operands.push_back(*value);
  }
  for (ArrayRef<int64_t> dims : rule.results)
    resultSplits.push_back(splitOf(dims, *loops));
  // What a body reads beside its operands it reads at the same place.
  if (op->getNumRegions()) {
    WalkResult outside = op->walk([&](tensor::ExtractOp extract) {
      if (extract.getTensor().getParentRegion() == op->getParentRegion())
        for (const GridAxes &axes : local(extract.getTensor()).split)
          for (GridAxis axis : axes)
            if (!llvm::is_contained(layout.replicas, axis))
              return WalkResult::interrupt();
      return WalkResult::advance();
    });
    if (outside.wasInterrupted())
      return op->emitOpError("reads a tensor that is divided among ranks");
  }

  GridAxes partial;
  for (int64_t loop = 0; loop < rule.loops(); ++loop) {
    if (rule.reduced[loop])
      partial.append((*loops)[loop]);
  }
  Operation *clone = cloneLocally(op, operands, operandSplits, resultSplits);
  for (int64_t loop = 0; loop < rule.loops(); ++loop)
    if (!(*loops)[loop].empty())
      divideAttributes(clone, loop, layout.count((*loops)[loop]));
  SmallVector<Value> results(clone->getResults());
  if (!partial.empty()) {
    if (!isa<LinearOp, IndexerScoresOp>(op))
      return op->emitOpError("has no sum of parts from several ranks");
    // Partial sums are added in f32 and rounded once.
    Type element = tensorTypeOf(results[0]).getElementType();
    if (auto linear = dyn_cast<LinearOp>(clone); linear && !element.isF32()) {
      linear.setOutputTypeAttr(TypeAttr::get(builder.getF32Type()));
      results[0].setType(tensorTypeOf(results[0]).clone(builder.getF32Type()));
    }
    Value sum = allReduce(results[0], partial, op->getLoc());
    EinsumBuilder b(builder, op->getLoc(), 0);
    results[0] = b.cast(sum, element);
  }
  for (auto [result, value, split] : llvm::zip_equal(op->getResults(), results, resultSplits))
    map(result, value, split);
  return success();
}

//===----------------------------------------------------------------------===//
// Collectives
//===----------------------------------------------------------------------===//

Value FunctionPartitioner::placeAlong(ArrayRef<GridAxis> axes, Location location) {
  ImplicitLocOpBuilder b(location, builder);
  Value place = arith::ConstantIndexOp::create(b, 0);
  auto indices = shard::ProcessMultiIndexOp::create(b, SmallVector<Type>(axes.size(), b.getIndexType()),
                                                    FlatSymbolRefAttr::get(b.getContext(), gridName),
                                                    shard::GridAxesAttr::get(b.getContext(), axes));
  for (auto [axis, coordinate] : llvm::zip_equal(axes, indices.getResults())) {
    Value size = arith::ConstantIndexOp::create(b, layout.count({axis}));
    place = arith::AddIOp::create(b, arith::MulIOp::create(b, place, size), coordinate);
  }
  return place;
}

Value FunctionPartitioner::allReduce(Value value, ArrayRef<GridAxis> axes, Location location,
                                     shard::ReductionKind kind) {
  if (axes.empty())
    return value;
  GridAxes sorted(axes);
  llvm::sort(sorted);
  return shard::AllReduceOp::create(builder, location, value.getType(), gridName, sorted, value, kind);
}

FailureOr<Value> FunctionPartitioner::reshard(Value value, const Split &target, Location location) {
  const LocalValue &known = local(value);
  RankedTensorType whole = tensorTypeOf(value);
  if (!whole || known.split == target)
    return known.value;
  Split split = known.split;
  Value current = known.value;
  auto axesAttr = [&](ArrayRef<GridAxis> axes) { return shard::GridAxesAttr::get(builder.getContext(), axes); };
  auto grid = FlatSymbolRefAttr::get(builder.getContext(), gridName);
  // Axes that leave the end of one dimension for the end of another: all_to_all.
  for (size_t from = 0; from < split.size(); ++from)
    for (size_t to = 0; to < split.size(); ++to) {
      if (from == to || split[from].size() <= target[from].size() || target[to].size() <= split[to].size())
        continue;
      ArrayRef<GridAxis> leaving = ArrayRef(split[from]).drop_front(target[from].size());
      ArrayRef<GridAxis> entering = ArrayRef(target[to]).drop_front(split[to].size());
      bool fits = ArrayRef(split[from]).take_front(target[from].size()) == ArrayRef(target[from]) &&
                  ArrayRef(target[to]).take_front(split[to].size()) == ArrayRef(split[to]) && leaving == entering;
      if (!fits)
        continue;
      GridAxes moving(leaving);
      split[from].resize(target[from].size());
      split[to].append(moving);
      current = shard::AllToAllOp::create(builder, location, layout.localType(whole, split), grid, axesAttr(moving),
                                          current, builder.getIndexAttr(to), builder.getIndexAttr(from));
    }
  // Axes that go: all_gather.
  for (size_t dim = 0; dim < split.size(); ++dim) {
    size_t common = 0;
    while (common < split[dim].size() && common < target[dim].size() && split[dim][common] == target[dim][common])
      ++common;
    if (common == split[dim].size())
      continue;
    GridAxes going(ArrayRef(split[dim]).drop_front(common));
    split[dim].resize(common);
    current = shard::AllGatherOp::create(builder, location, layout.localType(whole, split), grid, axesAttr(going),
                                         current, builder.getIndexAttr(dim));
  }
  // Axes that come: every rank has the data already.
  for (size_t dim = 0; dim < split.size(); ++dim) {
    if (split[dim] == target[dim])
      continue;
    GridAxes coming(ArrayRef(target[dim]).drop_front(split[dim].size()));
    split[dim] = target[dim];
    if (whole.isDynamicDim(dim) && !isMultiple(value, dim, coming)) {
      Value index = arith::ConstantIndexOp::create(builder, location, dim);
      assertMultiple(tensor::DimOp::create(builder, location, current, index), layout.count(coming),
                     "dimension " + Twine(dim) + " of a tensor", location);
    }
    current = shard::AllSliceOp::create(builder, location, layout.localType(whole, split), current, gridName, coming,
                                        int64_t(dim));
  }
  return current;
}

FailureOr<Value> FunctionPartitioner::destination(Value value, const Split &target, Location location) {
  RankedTensorType type = tensorTypeOf(value);
  if (!type || local(value).split == target)
    return local(value).value;
  if (auto empty = value.getDefiningOp<tensor::EmptyOp>()) {
    SmallVector<Value> sizes;
    for (auto [dim, size] : llvm::zip_equal(dynamicDims(type.getShape()), empty.getDynamicSizes()))
      sizes.push_back(localSize(mapping.lookup(size), target[dim], location));
    return Value(tensor::EmptyOp::create(builder, location, layout.localType(type, target), sizes));
  }
  if (auto fill = value.getDefiningOp<linalg::FillOp>()) {
    FailureOr<Value> inner = destination(fill.getOutputs()[0], target, location);
    if (failed(inner))
      return failure();
    return linalg::FillOp::create(builder, location, mapping.lookup(fill.getInputs()[0]), *inner).getResult(0);
  }
  return reshard(value, target, location);
}

//===----------------------------------------------------------------------===//
// Calls and returns
//===----------------------------------------------------------------------===//

LogicalResult FunctionPartitioner::partitionCall(func::CallOp op) {
  auto callee = parent.module.lookupSymbol<func::FuncOp>(op.getCallee());
  if (!callee || callee.isExternal() || !callee.isPrivate())
    return op.emitOpError("calls @") << op.getCallee() << ", which is no private function of the module";
  SmallVector<Split> splits;
  for (Value operand : op.getOperands())
    splits.push_back(local(operand).split);
  FailureOr<LocalSignature> signature = parent.signatureOf(callee, splits, op);
  if (failed(signature))
    return failure();
  SmallVector<Value> operands;
  for (auto [operand, split] : llvm::zip_equal(op.getOperands(), signature->arguments)) {
    FailureOr<Value> value = reshard(operand, split, op.getLoc());
    if (failed(value))
      return failure();
    operands.push_back(*value);
  }
  auto call = func::CallOp::create(builder, op.getLoc(), callee, operands);
  for (auto [result, value, split] : llvm::zip_equal(op.getResults(), call.getResults(), signature->results))
    map(result, value, split);
  return success();
}

/// Requests stay with their replicas, tokens of the streams with their ranks from layer to layer; everything else comes
/// back whole.
LogicalResult FunctionPartitioner::partitionReturn(func::ReturnOp op) {
  SmallVector<Value> results;
  for (Value operand : op.getOperands()) {
    Split split = local(operand).split;
    for (auto [dim, axes] : llvm::enumerate(split)) {
      bool isRequests =
          dim == 0 && llvm::all_of(axes, [&](GridAxis axis) { return llvm::is_contained(layout.replicas, axis); });
      bool isTokens = dim == 1 && layout.options.shardSequence && function.isPrivate() && split.size() >= 3 &&
                      axes == layout.places;
      if (!isRequests && !isTokens)
        axes.clear();
    }
    // All of the replicas or none: what an o projection of several replicas returns is divided again.
    if (!split.empty() && !split[0].empty())
      split[0] = layout.replicas;
    FailureOr<Value> value = reshard(operand, split, op.getLoc());
    if (failed(value))
      return failure();
    results.push_back(*value);
    signature.results.push_back(split);
  }
  func::ReturnOp::create(builder, op.getLoc(), results);
  return success();
}

//===----------------------------------------------------------------------===//
// Ops whose parts are no ops of the same kind
//===----------------------------------------------------------------------===//

/// A rank looks up the ids of its part of the table and has zeros for the others; one term of the sum is not zero,
/// so the sum is exact in any type.
LogicalResult FunctionPartitioner::partitionEmbedding(EmbeddingOp op) {
  GridAxes axes = local(op.getTable()).split[0];
  FailureOr<ShardingRule> rule = getShardingRule(op);
  if (failed(rule))
    return op.emitOpError("has no sharding rule");
  if (axes.empty())
    return partitionByRule(op, *rule);
  Location location = op.getLoc();
  Value ids = local(op.getIds()).value, table = local(op.getTable()).value;
  int64_t rows = tensorTypeOf(table).getDimSize(0), allRows = op.getTable().getType().getDimSize(0);
  EinsumBuilder b(builder, location, tensorTypeOf(ids).getRank());
  Type idType = tensorTypeOf(ids).getElementType();
  Value place = placeAlong(axes, location);
  Value first = arith::IndexCastOp::create(b, idType, arith::MulIOp::create(b, place, b.index(rows)));
  auto constant = [&](ImplicitLocOpBuilder &b, int64_t value) -> Value {
    return arith::ConstantOp::create(b, b.getIntegerAttr(idType, value));
  };
  // An id of another rank becomes row 0; one that is out of the whole table stays so, and the op stops the program.
  auto isMine = [&](ImplicitLocOpBuilder &b, Value id) -> Value {
    Value row = arith::SubIOp::create(b, id, first);
    return arith::CmpIOp::create(b, arith::CmpIPredicate::ult, row, constant(b, rows));
  };
  Value local = b.map("...", idType, {{ids, "..."}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
    Value isKnown = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, v[0], constant(b, allRows));
    Value row = arith::SubIOp::create(b, v[0], first);
    Value mine = arith::SelectOp::create(b, isMine(b, v[0]), row, constant(b, 0));
    return arith::SelectOp::create(b, isKnown, mine, constant(b, -1));
  });
  Value found = EmbeddingOp::create(b, local, table);
  Type element = tensorTypeOf(found).getElementType();
  Value masked =
      b.map("...d", element, {{found, "...d"}, {ids, "..."}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        Value zero = arith::ConstantOp::create(b, b.getFloatAttr(element, 0.0));
        return arith::SelectOp::create(b, isMine(b, v[1]), v[0], zero);
      });
  Split split = this->local(op.getIds()).split;
  split.push_back({});
  map(op.getY(), allReduce(masked, axes, location), split);
  return success();
}

/// Scores of a rank's index heads are added before the rows are chosen, so all ranks choose the same.
LogicalResult FunctionPartitioner::partitionIndexer(QuantLightningIndexerOp op) {
  FailureOr<ShardingRule> rule = getShardingRule(op);
  if (failed(rule))
    return op.emitOpError("has no sharding rule");
  if (local(op.getQ()).split[2].empty())
    return partitionByRule(op, *rule);
  // Built on whole tensors beside the op, then partitioned like ops that were there from the start.
  OpBuilder whole(op);
  auto scores = IndexerScoresOp::create(whole, op.getLoc(), op.getQ(), op.getKeys(), op.getWeights(), op.getStartPos(),
                                        op.getQueryLens(), op.getRatioAttr());
  auto chosen = IndexerTopKOp::create(whole, op.getLoc(), scores.getScores(), op.getStartPos(), op.getQueryLens(),
                                      op.getTopkLimitAttr(), op.getRatioAttr(), op.getOffsetAttr());
  // The list may be declared wider than the op infers it.
  chosen.getIndices().setType(op.getIndices().getType());
  if (failed(partition(scores)) || failed(partition(chosen)))
    return failure();
  map(op.getIndices(), local(chosen.getIndices()).value, local(chosen.getIndices()).split);
  return success();
}

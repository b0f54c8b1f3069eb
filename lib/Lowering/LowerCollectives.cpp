//===- LowerCollectives.cpp - Collectives as calls of the MPI runtime -----===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Works on tensors, before bufferization: the ops of the shard dialect do not
// bufferize in LLVM 22. Their own lowering, `convert-shard-to-mpi`, handles
// all_reduce and update_halo only, leaves the others with exit status 0, and
// gives OpenMPI a truncated communicator.
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/ExpertExchange.h"
#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Shard/IR/ShardDialect.h"
#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/TypeSwitch.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4LOWERCOLLECTIVESPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using shard::GridAxis;

namespace {

struct LowerCollectives : dsv4::impl::DSV4LowerCollectivesPassBase<LowerCollectives> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    SymbolTable table(module);
    symbols = &table;
    nextSite = 0;
    // The exchange of tokens is made of collectives too, so it goes first.
    SmallVector<Operation *> exchanges, ops;
    module.walk([&](Operation *op) {
      if (isa<dsv4::MoeDispatchOp, dsv4::MoeCombineOp>(op))
        exchanges.push_back(op);
    });
    for (Operation *op : exchanges)
      if (failed(lowerExchange(op)))
        return signalPassFailure();
    module.walk([&](Operation *op) {
      if (isa_and_nonnull<shard::ShardDialect>(op->getDialect()) && !isa<shard::GridOp>(op))
        ops.push_back(op);
    });
    for (Operation *op : ops)
      if (failed(lower(op)))
        return signalPassFailure();
    // A grid is a symbol without a translation to LLVM.
    for (shard::GridOp grid : llvm::make_early_inc_range(module.getOps<shard::GridOp>()))
      grid.erase();
  }

private:
  FailureOr<shard::GridOp> gridOf(Operation *op) {
    auto name = op->getAttrOfType<FlatSymbolRefAttr>("grid");
    auto grid = name ? symbols->lookup<shard::GridOp>(name.getValue()) : shard::GridOp();
    if (!grid)
      return op->emitOpError("names no grid of the module");
    if (llvm::any_of(grid.getShape(), ShapedType::isDynamic))
      return op->emitOpError("is on a grid of unknown size, which cannot run");
    return grid;
  }

  LogicalResult lower(Operation *op) {
    FailureOr<shard::GridOp> found = gridOf(op);
    if (failed(found))
      return failure();
    shard::GridOp grid = *found;
    ImplicitLocOpBuilder b(op->getLoc(), op);
    return llvm::TypeSwitch<Operation *, LogicalResult>(op)
        .Case([&](shard::AllReduceOp op) { return lowerAllReduce(b, op, grid); })
        .Case([&](shard::ReduceScatterOp op) { return lowerReduceScatter(b, op, grid); })
        .Case([&](shard::AllGatherOp op) { return lowerAllGather(b, op, grid); })
        .Case([&](shard::AllToAllOp op) { return lowerAllToAll(b, op, grid); })
        .Case([&](shard::BroadcastOp op) { return lowerBroadcast(b, op, grid); })
        .Case([&](shard::AllSliceOp op) { return lowerAllSlice(b, op, grid); })
        .Case([&](shard::ProcessMultiIndexOp op) {
          SmallVector<GridAxis> axes(op.getAxes());
          if (axes.empty())
            for (int64_t axis = 0; axis < grid.getRank(); ++axis)
              axes.push_back(axis);
          op.replaceAllUsesWith(ValueRange(coordinates(b, grid, axes)));
          op.erase();
          return success();
        })
        .Case([&](shard::ProcessLinearIndexOp op) {
          op.replaceAllUsesWith(rank(b));
          op.erase();
          return success();
        })
        .Default([](Operation *op) { return op->emitOpError("has no lowering to the MPI runtime"); });
  }

  //===--------------------------------------------------------------------===//
  // Places in the grid
  //===--------------------------------------------------------------------===//

  Value rank(ImplicitLocOpBuilder &b) {
    Value rank = call(b, "dsv4rt_rank", {}, b.getI64Type())->getResult(0);
    return arith::IndexCastOp::create(b, b.getIndexType(), rank);
  }

  /// Coordinates of this process; the last axis of a grid is the fastest.
  SmallVector<Value> coordinates(ImplicitLocOpBuilder &b, shard::GridOp grid, ArrayRef<GridAxis> axes) {
    Value rank = this->rank(b);
    SmallVector<Value> result;
    for (GridAxis axis : axes) {
      int64_t stride = 1;
      for (int64_t size : grid.getShape().drop_front(axis + 1))
        stride *= size;
      Value place = arith::DivUIOp::create(b, rank, arith::ConstantIndexOp::create(b, stride));
      result.push_back(arith::RemUIOp::create(b, place, arith::ConstantIndexOp::create(b, grid.getShape()[axis])));
    }
    return result;
  }

  /// Number of this process in its group, the last of the axes the fastest.
  Value placeInGroup(ImplicitLocOpBuilder &b, shard::GridOp grid, ArrayRef<GridAxis> axes) {
    Value place = arith::ConstantIndexOp::create(b, 0);
    for (auto [axis, coordinate] : llvm::zip_equal(axes, coordinates(b, grid, axes))) {
      Value size = arith::ConstantIndexOp::create(b, grid.getShape()[axis]);
      place = arith::AddIOp::create(b, arith::MulIOp::create(b, place, size), coordinate);
    }
    return place;
  }

  //===--------------------------------------------------------------------===//
  // Calls
  //===--------------------------------------------------------------------===//

  func::CallOp call(ImplicitLocOpBuilder &b, StringRef name, ValueRange operands, TypeRange results = {}) {
    auto function = symbols->lookup<func::FuncOp>(name);
    if (!function) {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointToStart(getOperation().getBody());
      function = func::FuncOp::create(b, name, b.getFunctionType(operands.getTypes(), results));
      function.setPrivate();
      symbols->insert(function);
    }
    return func::CallOp::create(b, function, operands);
  }

  /// A buffer that is only read, as a memref of any rank.
  Value readBuffer(ImplicitLocOpBuilder &b, Value tensor) {
    auto type = cast<RankedTensorType>(tensor.getType());
    auto buffer = bufferization::ToBufferOp::create(b, MemRefType::get(type.getShape(), type.getElementType()), tensor,
                                                    /*read_only=*/true);
    return memref::CastOp::create(b, UnrankedMemRefType::get(type.getElementType(), Attribute()), buffer);
  }

  Value integers(ImplicitLocOpBuilder &b, ArrayRef<int64_t> values) {
    auto type = RankedTensorType::get({int64_t(values.size())}, b.getI64Type());
    return readBuffer(b, arith::ConstantOp::create(b, DenseIntElementsAttr::get(type, values)));
  }

  /// The output, of `type` and `sizes`, of `function(input, output, grid, axes, extra..., site)`.
  Value callRuntime(ImplicitLocOpBuilder &b, StringRef function, RankedTensorType type, Value input,
                    ArrayRef<OpFoldResult> sizes, shard::GridOp grid, ArrayRef<GridAxis> axes, ArrayRef<Value> extra) {
    SmallVector<Value> dynamic;
    for (auto [dim, size] : llvm::enumerate(sizes))
      if (type.isDynamicDim(dim))
        dynamic.push_back(getValueOrCreateConstantIndexOp(b, b.getLoc(), size));
    Value output = memref::AllocOp::create(b, MemRefType::get(type.getShape(), type.getElementType()), dynamic);
    Value anyRank = memref::CastOp::create(b, UnrankedMemRefType::get(type.getElementType(), Attribute()), output);
    SmallVector<int64_t> wideAxes(axes.begin(), axes.end());
    SmallVector<Value> operands = {readBuffer(b, input), anyRank, integers(b, grid.getShape()), integers(b, wideAxes)};
    operands.append(extra.begin(), extra.end());
    operands.push_back(arith::ConstantOp::create(b, b.getI64IntegerAttr(nextSite++)));
    call(b, function, operands);
    return bufferization::ToTensorOp::create(b, type, output, /*restrict=*/true, /*writable=*/true);
  }

  /// Replaces `op` by the output of such a call with numbers as `extra`.
  LogicalResult callCollective(ImplicitLocOpBuilder &b, Operation *op, StringRef function, Value input,
                               ArrayRef<OpFoldResult> sizes, shard::GridOp grid, ArrayRef<GridAxis> axes,
                               ArrayRef<int64_t> extra) {
    Value result = input;
    // Else it is a group of one.
    if (!axes.empty()) {
      SmallVector<Value> numbers;
      for (int64_t value : extra)
        numbers.push_back(arith::ConstantOp::create(b, b.getI64IntegerAttr(value)));
      result = callRuntime(b, function, cast<RankedTensorType>(op->getResult(0).getType()), input, sizes, grid, axes,
                           numbers);
    }
    op->getResult(0).replaceAllUsesWith(result);
    op->erase();
    return success();
  }

  FailureOr<std::string> reducingFunction(Operation *op, StringRef name, Type element) {
    if (cast<RankedTensorType>(op->getOperand(0).getType()).getElementType() != element)
      return op->emitOpError("changes the element type, which the MPI runtime does not do");
    if (element.isF32() || element.isBF16() || element.isInteger(32) || element.isInteger(64)) {
      std::string text = ("dsv4rt_" + name + "_").str();
      llvm::raw_string_ostream(text) << element;
      return text;
    }
    return op->emitOpError("reduces ") << element << ", but the MPI runtime has f32, bf16, i32 and i64";
  }

  FailureOr<std::string> movingFunction(Operation *op, StringRef name, Type element) {
    if (!isa<Float32Type, BFloat16Type, Float16Type, Float64Type, Float8E4M3FNType, Float8E8M0FNUType>(element) &&
        !element.isInteger(8) && !element.isInteger(32) && !element.isInteger(64))
      return op->emitOpError("moves ") << element << ", which the MPI runtime does not know";
    std::string text = ("dsv4rt_" + name + "_").str();
    llvm::raw_string_ostream(text) << element;
    return text;
  }

  FailureOr<int64_t> reductionNumber(Operation *op, shard::ReductionKind kind) {
    switch (kind) {
    case shard::ReductionKind::Sum:
      return 1;
    case shard::ReductionKind::Max:
      return 2;
    case shard::ReductionKind::Min:
      return 3;
    case shard::ReductionKind::Product:
      return 4;
    default:
      return op->emitOpError("has reduction ")
             << stringifyReductionKind(kind) << ", but the MPI runtime has sum, max, min and product";
    }
  }

  static bool isOnTensors(Operation *op) { return isa<RankedTensorType>(op->getOperand(0).getType()); }

  int64_t groupSize(shard::GridOp grid, ArrayRef<GridAxis> axes) {
    return shard::collectiveProcessGroupSize(axes, grid);
  }

  OpFoldResult times(ImplicitLocOpBuilder &b, OpFoldResult size, int64_t factor) {
    if (auto known = getConstantIntValue(size))
      return b.getIndexAttr(*known * factor);
    return arith::MulIOp::create(b, cast<Value>(size), arith::ConstantIndexOp::create(b, factor)).getResult();
  }
  OpFoldResult dividedBy(ImplicitLocOpBuilder &b, OpFoldResult size, int64_t divisor) {
    if (auto known = getConstantIntValue(size))
      return b.getIndexAttr(*known / divisor);
    return arith::DivUIOp::create(b, cast<Value>(size), arith::ConstantIndexOp::create(b, divisor)).getResult();
  }

  LogicalResult lowerAllReduce(ImplicitLocOpBuilder &b, shard::AllReduceOp op, shard::GridOp grid) {
    if (!isOnTensors(op))
      return op->emitOpError("is on memrefs; lower collectives before bufferization");
    Value input = op.getInput();
    auto type = cast<RankedTensorType>(op.getResult().getType());
    FailureOr<std::string> function = reducingFunction(op, "all_reduce", type.getElementType());
    if (failed(function))
      return failure();
    FailureOr<int64_t> kind = reductionNumber(op, op.getReduction());
    if (failed(kind))
      return failure();
    return callCollective(b, op, *function, input, tensor::getMixedSizes(b, b.getLoc(), input), grid, op.getGridAxes(),
                          {*kind});
  }

  LogicalResult lowerReduceScatter(ImplicitLocOpBuilder &b, shard::ReduceScatterOp op, shard::GridOp grid) {
    Value input = op.getInput();
    auto type = cast<RankedTensorType>(op.getResult().getType());
    FailureOr<std::string> function = reducingFunction(op, "reduce_scatter", type.getElementType());
    if (failed(function))
      return failure();
    FailureOr<int64_t> kind = reductionNumber(op, op.getReduction());
    if (failed(kind))
      return failure();
    int64_t axis = op.getScatterAxis().getSExtValue();
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), input);
    sizes[axis] = dividedBy(b, sizes[axis], groupSize(grid, op.getGridAxes()));
    return callCollective(b, op, *function, input, sizes, grid, op.getGridAxes(), {*kind, axis});
  }

  LogicalResult lowerAllGather(ImplicitLocOpBuilder &b, shard::AllGatherOp op, shard::GridOp grid) {
    auto input = cast<TypedValue<RankedTensorType>>(op.getInput());
    FailureOr<std::string> function = movingFunction(op, "all_gather", input.getType().getElementType());
    if (failed(function))
      return failure();
    int64_t axis = op.getGatherAxis().getSExtValue();
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), input);
    sizes[axis] = times(b, sizes[axis], groupSize(grid, op.getGridAxes()));
    return callCollective(b, op, *function, input, sizes, grid, op.getGridAxes(), {axis});
  }

  LogicalResult lowerAllToAll(ImplicitLocOpBuilder &b, shard::AllToAllOp op, shard::GridOp grid) {
    auto input = cast<TypedValue<RankedTensorType>>(op.getInput());
    FailureOr<std::string> function = movingFunction(op, "all_to_all", input.getType().getElementType());
    if (failed(function))
      return failure();
    int64_t splitAxis = op.getSplitAxis().getSExtValue(), concatAxis = op.getConcatAxis().getSExtValue();
    int64_t ranks = groupSize(grid, op.getGridAxes());
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), input);
    sizes[splitAxis] = dividedBy(b, sizes[splitAxis], ranks);
    sizes[concatAxis] = times(b, sizes[concatAxis], ranks);
    return callCollective(b, op, *function, input, sizes, grid, op.getGridAxes(), {splitAxis, concatAxis});
  }

  LogicalResult lowerBroadcast(ImplicitLocOpBuilder &b, shard::BroadcastOp op, shard::GridOp grid) {
    auto input = cast<TypedValue<RankedTensorType>>(op.getInput());
    FailureOr<std::string> function = movingFunction(op, "broadcast", input.getType().getElementType());
    if (failed(function))
      return failure();
    if (!op.getRootDynamic().empty() || op.getRoot().size() != op.getGridAxes().size())
      return op->emitOpError("has no constant root with one number per axis");
    int64_t root = 0;
    for (auto [axis, place] : llvm::zip_equal(op.getGridAxes(), op.getRoot()))
      root = root * grid.getShape()[axis] + place;
    return callCollective(b, op, *function, input, tensor::getMixedSizes(b, b.getLoc(), input), grid, op.getGridAxes(),
                          {root});
  }

  /// Tokens to their experts or results back: a call per buffer, which moves the rows that count.
  LogicalResult lowerExchange(Operation *op) {
    FailureOr<shard::GridOp> grid = gridOf(op);
    if (failed(grid))
      return failure();
    SmallVector<GridAxis> axes(op->getAttrOfType<DenseI16ArrayAttr>("grid_axes").asArrayRef());
    auto exchange = [&](ImplicitLocOpBuilder &b, Value buffer, Value sent, Value received) -> Value {
      auto type = cast<RankedTensorType>(buffer.getType());
      FailureOr<std::string> function = movingFunction(op, "all_to_all_v", type.getElementType());
      if (failed(function))
        return Value();
      return callRuntime(b, *function, type, buffer, tensor::getMixedSizes(b, b.getLoc(), buffer), *grid, axes,
                         {readBuffer(b, sent), readBuffer(b, received)});
    };
    OpBuilder b(op);
    auto dispatch = dyn_cast<dsv4::MoeDispatchOp>(op);
    FailureOr<SmallVector<Value>> values = dispatch ? dsv4::buildDispatch(b, dispatch, exchange)
                                                    : dsv4::buildCombine(b, cast<dsv4::MoeCombineOp>(op), exchange);
    if (failed(values) || llvm::is_contained(*values, Value()))
      return failure();
    for (auto [value, result] : llvm::zip_equal(*values, op->getResults())) {
      // What is built may know more or fewer static sizes than the op declares.
      if (value.getType() != result.getType())
        value = tensor::CastOp::create(b, op->getLoc(), result.getType(), value);
      result.replaceAllUsesWith(value);
    }
    op->erase();
    return success();
  }

  /// No communication: this process takes its part.
  LogicalResult lowerAllSlice(ImplicitLocOpBuilder &b, shard::AllSliceOp op, shard::GridOp grid) {
    auto input = cast<TypedValue<RankedTensorType>>(op.getInput());
    int64_t axis = op.getSliceAxis().getSExtValue(), ranks = groupSize(grid, op.getGridAxes());
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), input);
    if (std::optional<int64_t> size = getConstantIntValue(sizes[axis]); size && *size % ranks)
      return op->emitOpError("slices dimension ")
             << axis << " of size " << *size << " for " << ranks << " ranks, expected a multiple";
    sizes[axis] = dividedBy(b, sizes[axis], ranks);
    SmallVector<OpFoldResult> offsets(sizes.size(), b.getIndexAttr(0)), strides(sizes.size(), b.getIndexAttr(1));
    Value part = getValueOrCreateConstantIndexOp(b, b.getLoc(), sizes[axis]);
    offsets[axis] = arith::MulIOp::create(b, placeInGroup(b, grid, op.getGridAxes()), part).getResult();
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Value slice = tensor::ExtractSliceOp::create(b, input, offsets, sizes, strides);
    if (slice.getType() != type)
      slice = tensor::CastOp::create(b, type, slice);
    op.getResult().replaceAllUsesWith(slice);
    op.erase();
    return success();
  }

  /// Of the module, while the pass runs.
  SymbolTable *symbols = nullptr;
  /// Numbers of the calls: all ranks must be at the same one.
  int64_t nextSite = 0;
};

} // namespace

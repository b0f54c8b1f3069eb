//===- ShardSizes.cpp - Sizes of whole tensors and of parts ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The number of requests may be known only when the program runs. Index arithmetic of
// the program is about whole tensors: a size that it reads is the part's times the
// number of parts, and a size that it makes a tensor of is divided again.
//
//===----------------------------------------------------------------------===//

#include "ShardPartition.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::dsv4;
using shard::GridAxis;

LogicalResult FunctionPartitioner::partitionSize(tensor::DimOp op) {
  int64_t index = *op.getConstantIndex();
  const LocalValue &source = local(op.getSource());
  Location location = op.getLoc();
  RankedTensorType whole = tensorTypeOf(op.getSource());
  if (!whole.isDynamicDim(index)) {
    map(op.getResult(), arith::ConstantIndexOp::create(builder, location, whole.getDimSize(index)), {});
    return success();
  }
  int64_t parts = layout.count(source.split[index]);
  Value part = tensor::DimOp::create(builder, location, source.value, mapping.lookup(op.getIndex()));
  Value size = arith::MulIOp::create(builder, location, part, arith::ConstantIndexOp::create(builder, location, parts));
  wholeSizes[size] = {part, parts};
  map(op.getResult(), size, {});
  return success();
}

void FunctionPartitioner::assertMultiple(Value size, int64_t parts, const Twine &what, Location location) {
  auto constant = [&](int64_t value) -> Value { return arith::ConstantIndexOp::create(builder, location, value); };
  Value rest = arith::RemUIOp::create(builder, location, size, constant(parts));
  Value divides = arith::CmpIOp::create(builder, location, arith::CmpIPredicate::eq, rest, constant(0));
  cf::AssertOp::create(
      builder, location, divides,
      ("dsv4-shard: " + what + " is no multiple of the " + Twine(parts) + " ranks that divide it").str());
}

Value FunctionPartitioner::localSize(Value wholeSize, ArrayRef<GridAxis> axes, Location location) {
  if (axes.empty())
    return wholeSize;
  int64_t parts = layout.count(axes);
  auto constant = [&](int64_t value) -> Value { return arith::ConstantIndexOp::create(builder, location, value); };
  if (auto known = wholeSizes.find(wholeSize); known != wholeSizes.end() && known->second.second % parts == 0) {
    auto [part, count] = known->second;
    return count == parts ? part : arith::MulIOp::create(builder, location, part, constant(count / parts)).getResult();
  }
  assertMultiple(wholeSize, parts, "a size", location);
  return arith::DivUIOp::create(builder, location, wholeSize, constant(parts));
}

void FunctionPartitioner::divideSizes(Operation *clone, ArrayRef<Split> operandSplits, ArrayRef<Split> resultSplits) {
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPoint(clone);
  auto divide = [&](auto op, ArrayRef<int64_t> sizes, MutableOperandRange dynamicSizes, const Split &split,
                    auto setStaticSizes) {
    // A slice of lower rank is not divided.
    if (sizes.size() != split.size())
      return;
    SmallVector<int64_t> divided(sizes);
    for (auto [size, axes] : llvm::zip_equal(divided, split))
      if (!ShapedType::isDynamic(size))
        size /= layout.count(axes);
    for (auto [operand, dim] : llvm::zip_equal(dynamicSizes, dynamicDims(sizes)))
      operand.set(localSize(operand.get(), split[dim], clone->getLoc()));
    setStaticSizes(op, divided);
  };
  llvm::TypeSwitch<Operation *>(clone)
      .Case([&](tensor::ExpandShapeOp op) {
        divide(op, op.getStaticOutputShape(), op.getOutputShapeMutable(), resultSplits.front(),
               [](tensor::ExpandShapeOp op, ArrayRef<int64_t> sizes) { op.setStaticOutputShape(sizes); });
      })
      .Case([&](tensor::ExtractSliceOp op) {
        divide(op, op.getStaticSizes(), op.getSizesMutable(), resultSplits.front(),
               [](tensor::ExtractSliceOp op, ArrayRef<int64_t> sizes) { op.setStaticSizes(sizes); });
      })
      .Case([&](tensor::InsertSliceOp op) {
        divide(op, op.getStaticSizes(), op.getSizesMutable(), operandSplits.front(),
               [](tensor::InsertSliceOp op, ArrayRef<int64_t> sizes) { op.setStaticSizes(sizes); });
      });
}

bool FunctionPartitioner::isMultiple(Value whole, int64_t dim, ArrayRef<GridAxis> axes) const {
  while (true) {
    auto known = values.find(whole);
    if (known != values.end() && dim < int64_t(known->second.split.size()) &&
        llvm::all_of(axes, [&](GridAxis axis) { return llvm::is_contained(known->second.split[dim], axis); }))
      return true;
    auto before = sameSizeBefore(whole, dim);
    if (!before)
      return false;
    std::tie(whole, dim) = *before;
  }
}

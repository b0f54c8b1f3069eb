//===- GridGroup.cpp - The ranks that an op runs with ---------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/GridGroup.h"

#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "llvm/ADT/SmallSet.h"

using namespace mlir;
using namespace mlir::dsv4;

FailureOr<GridGroup> mlir::dsv4::getGridGroup(Operation *op, SymbolTableCollection &symbols,
                                              function_ref<InFlightDiagnostic()> emitError) {
  auto fail = [&](const Twine &message) -> FailureOr<GridGroup> {
    if (emitError)
      emitError() << message;
    return failure();
  };
  auto name = op->getAttrOfType<FlatSymbolRefAttr>("grid");
  auto grid = name ? symbols.lookupNearestSymbolFrom<shard::GridOp>(op, name) : shard::GridOp();
  if (!grid)
    return fail(name ? "names @" + name.getValue() + ", which is no grid of the module" : Twine("names no grid"));
  auto axes = op->getAttrOfType<DenseI16ArrayAttr>("grid_axes");
  ArrayRef<int64_t> shape = grid.getShape();
  GridGroup group;
  llvm::SmallSet<int16_t, 4> seen;
  for (int16_t axis : axes ? axes.asArrayRef() : ArrayRef<int16_t>()) {
    if (axis < 0 || axis >= int64_t(shape.size()))
      return fail("has axis " + Twine(axis) + ", but grid @" + name.getValue() + " has " + Twine(shape.size()));
    if (!seen.insert(axis).second)
      return fail("has axis " + Twine(axis) + " twice");
    int64_t stride = 1;
    for (int64_t size : shape.drop_front(axis)) {
      if (ShapedType::isDynamic(size) || size < 1)
        return fail("is on grid @" + name.getValue() + ", whose size is not known");
      stride *= size;
    }
    group.ranks *= shape[axis];
    group.span += (shape[axis] - 1) * (stride / shape[axis]);
  }
  return group;
}

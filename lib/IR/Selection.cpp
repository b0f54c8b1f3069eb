//===- Selection.cpp - Some of many items, one after the other ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Selection.h"

#include "DecomposeFormulas.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

static Value sizeOf(EinsumBuilder &b, Value tensor, int64_t dim) {
  return getValueOrCreateConstantIndexOp(b, b.getLoc(), tensor::getMixedSize(b, b.getLoc(), tensor, dim));
}

Selection mlir::dsv4::selectItems(EinsumBuilder &b, Value kept) {
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), kept);
  Value slots = b.filled(sizes, b.getI32IntegerAttr(-1)), counts = b.filled({sizes[0]}, b.getI32IntegerAttr(0));
  Value zero = b.index(0), one = b.index(1), items = sizeOf(b, kept, 1);
  auto receivers =
      scf::ForOp::create(b, zero, sizeOf(b, kept, 0), one, ValueRange{slots, counts},
                         [&](OpBuilder &nested, Location loc, Value receiver, ValueRange state) {
                           ImplicitLocOpBuilder b(loc, nested);
                           auto numbering =
                               scf::ForOp::create(b, zero, items, one, ValueRange{state[0], integer(b, 0)},
                                                  [&](OpBuilder &nested, Location loc, Value item, ValueRange inner) {
                                                    ImplicitLocOpBuilder b(loc, nested);
                                                    Value at[] = {receiver, item};
                                                    Value isKept = tensor::ExtractOp::create(b, kept, at);
                                                    Value slot = select(b, isKept, inner[1], integer(b, -1));
                                                    Value next =
                                                        select(b, isKept, plus(b, inner[1], integer(b, 1)), inner[1]);
                                                    Value written = tensor::InsertOp::create(b, slot, inner[0], at);
                                                    scf::YieldOp::create(b, ValueRange{written, next});
                                                  });
                           Value counted = tensor::InsertOp::create(b, numbering.getResult(1), state[1], receiver);
                           scf::YieldOp::create(b, ValueRange{numbering.getResult(0), counted});
                         });
  return {receivers.getResult(0), receivers.getResult(1)};
}

Value mlir::dsv4::itemsInSlots(EinsumBuilder &b, Value slots, OpFoldResult room) {
  Value items = b.filled({tensor::getMixedSize(b, b.getLoc(), slots, 0), room}, b.getI32IntegerAttr(-1));
  Value zero = b.index(0), one = b.index(1), count = sizeOf(b, slots, 1);
  Value limit = toI32(b, getValueOrCreateConstantIndexOp(b, b.getLoc(), room));
  auto placeItem = [&](OpBuilder &nested, Location loc, Value receiver, Value item, Value into) {
    ImplicitLocOpBuilder b(loc, nested);
    Value slot = tensor::ExtractOp::create(b, slots, ValueRange{receiver, item});
    // Unsigned: -1 is a large number.
    Value fits = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, slot, limit);
    auto branch = scf::IfOp::create(
        b, fits,
        [&](OpBuilder &nested, Location loc) {
          ImplicitLocOpBuilder b(loc, nested);
          Value at[] = {receiver, toIndex(b, slot)};
          Value written = tensor::InsertOp::create(b, toI32(b, item), into, at);
          scf::YieldOp::create(b, written);
        },
        [&](OpBuilder &nested, Location loc) { scf::YieldOp::create(nested, loc, into); });
    scf::YieldOp::create(b, branch.getResults());
  };
  auto receivers = scf::ForOp::create(b, zero, sizeOf(b, slots, 0), one, ValueRange(items),
                                      [&](OpBuilder &nested, Location loc, Value receiver, ValueRange state) {
                                        auto placing = scf::ForOp::create(
                                            nested, loc, zero, count, one, state,
                                            [&](OpBuilder &nested, Location loc, Value item, ValueRange inner) {
                                              placeItem(nested, loc, receiver, item, inner[0]);
                                            });
                                        scf::YieldOp::create(nested, loc, placing.getResults());
                                      });
  return receivers.getResult(0);
}

/// Groups of a reshape that makes dimensions [begin, begin + count) of `rank` one, or with `count` 0 the groups that
/// dimension `begin`, of size 1, joins.
static SmallVector<ReassociationIndices> groupsOf(int64_t rank, int64_t begin, int64_t count) {
  SmallVector<ReassociationIndices> groups;
  for (int64_t dim = 0; dim < rank; ++dim) {
    bool joins = count == 0 ? dim == std::max<int64_t>(begin, 1) : dim > begin && dim < begin + count;
    if (joins && !groups.empty())
      groups.back().push_back(dim);
    else
      groups.push_back({dim});
  }
  if (count == 0 && rank == 1)
    groups.clear();
  return groups;
}

Value mlir::dsv4::mergeDimensions(EinsumBuilder &b, Value tensor, int64_t begin, int64_t count) {
  if (count == 1)
    return tensor;
  auto type = cast<RankedTensorType>(tensor.getType());
  if (count > 1)
    return tensor::CollapseShapeOp::create(b, tensor, groupsOf(type.getRank(), begin, count));
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), tensor);
  sizes.insert(sizes.begin() + begin, b.getIndexAttr(1));
  SmallVector<int64_t> shape(type.getShape());
  shape.insert(shape.begin() + begin, 1);
  return tensor::ExpandShapeOp::create(b, type.clone(shape), tensor, groupsOf(shape.size(), begin, 0), sizes);
}

Value mlir::dsv4::splitDimension(EinsumBuilder &b, Value tensor, int64_t dim, ArrayRef<OpFoldResult> sizes) {
  if (sizes.size() == 1)
    return tensor;
  auto type = cast<RankedTensorType>(tensor.getType());
  if (sizes.empty())
    return tensor::CollapseShapeOp::create(b, tensor, groupsOf(type.getRank(), dim, 0));
  SmallVector<OpFoldResult> all = tensor::getMixedSizes(b, b.getLoc(), tensor);
  all.erase(all.begin() + dim);
  all.insert(all.begin() + dim, sizes.begin(), sizes.end());
  SmallVector<int64_t> shape;
  SmallVector<Value> dynamic;
  dispatchIndexOpFoldResults(all, dynamic, shape);
  auto splitType = RankedTensorType::get(shape, type.getElementType());
  SmallVector<ReassociationIndices> groups = groupsOf(shape.size(), dim, sizes.size());
  // Of static sizes the dimension is static as well.
  RankedTensorType merged = tensor::CollapseShapeOp::inferCollapsedType(splitType, groups);
  if (merged != type)
    tensor = tensor::CastOp::create(b, merged, tensor);
  return tensor::ExpandShapeOp::create(b, splitType, tensor, groups, all);
}

//===- ExpandShapeMetadata.cpp - Views of several dynamic sizes -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In LLVM 22 `expand-strided-metadata` computes the one dynamic size of a group of
// memref.expand_shape from the size of the source. Where a group has two, it gives
// memref.reinterpret_cast a null size and crashes.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4EXPANDSHAPEMETADATAPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;

/// The view of `op` with the sizes that the op states; null if its strides are not known.
static Value viewOf(memref::ExpandShapeOp op) {
  ImplicitLocOpBuilder b(op.getLoc(), op);
  MemRefType type = op.getResultType();
  SmallVector<int64_t> staticStrides;
  int64_t staticOffset;
  if (failed(type.getStridesAndOffset(staticStrides, staticOffset)))
    return {};
  SmallVector<OpFoldResult> sizes = op.getMixedOutputShape(), strides(sizes.size());
  auto metadata = memref::ExtractStridedMetadataOp::create(b, op.getSrc());
  for (auto [source, group] : llvm::enumerate(op.getReassociationIndices())) {
    Value stride = metadata.getStrides()[source];
    for (int64_t dim : llvm::reverse(group)) {
      strides[dim] = ShapedType::isDynamic(staticStrides[dim]) ? OpFoldResult(stride)
                                                               : OpFoldResult(b.getIndexAttr(staticStrides[dim]));
      stride = arith::MulIOp::create(b, stride, getValueOrCreateConstantIndexOp(b, b.getLoc(), sizes[dim]));
    }
  }
  OpFoldResult offset = metadata.getOffset();
  if (!ShapedType::isDynamic(staticOffset))
    offset = b.getIndexAttr(staticOffset);
  return memref::ReinterpretCastOp::create(b, type, metadata.getBaseBuffer(), offset, sizes, strides);
}

namespace {
struct ExpandShapeMetadata : dsv4::impl::DSV4ExpandShapeMetadataPassBase<ExpandShapeMetadata> {
  using Base::Base;

  void runOnOperation() override {
    SmallVector<memref::ExpandShapeOp> ops;
    getOperation()->walk([&](memref::ExpandShapeOp op) {
      if (llvm::any_of(op.getReassociationIndices(), [&](ArrayRef<int64_t> group) {
            return llvm::count_if(group, [&](int64_t dim) { return op.getResultType().isDynamicDim(dim); }) > 1;
          }))
        ops.push_back(op);
    });
    for (memref::ExpandShapeOp op : ops) {
      Value view = viewOf(op);
      if (!view) {
        op.emitOpError("has several dynamic sizes in a group, and a layout without strides");
        return signalPassFailure();
      }
      op.replaceAllUsesWith(view);
      op.erase();
    }
  }
};
} // namespace

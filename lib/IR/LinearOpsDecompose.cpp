//===- LinearOpsDecompose.cpp - The meaning of projections and model ends -===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Like DSV4OpsDecompose.cpp: one function per op, formulas in ODS.
//
//===----------------------------------------------------------------------===//

#include "DecomposeFormulas.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/WeightFormat.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// Quantisation
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<Value>> ActQuantOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 1);
  return quantize(b, getX(), getBlock(), getFormat());
}

Value mlir::dsv4::hadamardTransform(EinsumBuilder &builder, Value x) {
  auto type = cast<RankedTensorType>(x.getType());
  int64_t n = type.getShape().back();
  EinsumBuilder b(builder, builder.getLoc(), type.getRank() - 1);
  Type f32 = b.getF32Type();
  Value value = b.cast(x, f32);
  // The fast transform: log2(n) steps of sums and differences at distance `step`.
  for (int64_t step = 1; step < n; step *= 2) {
    Value split = b.splitLast(b.splitLast(value, n / (2 * step), 2 * step), 2, step);
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), split);
    int64_t rank = sizes.size();
    SmallVector<OpFoldResult> offsets(rank, b.getIndexAttr(0));
    sizes[rank - 2] = b.getIndexAttr(1);
    Value lower = b.slice(split, offsets, sizes);
    offsets[rank - 2] = b.getIndexAttr(1);
    Value upper = b.slice(split, offsets, sizes);
    Value next = b.map("...npk", tensor::getMixedSizes(b, b.getLoc(), split), f32,
                       {{lower, "...n1k"}, {upper, "...n1k"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) {
                         Value isLower =
                             arith::CmpIOp::create(b, arith::CmpIPredicate::eq, linalg::IndexOp::create(b, rank - 2),
                                                   arith::ConstantIndexOp::create(b, 0));
                         return select(b, isLower, add(b, v[0], v[1]), subtract(b, v[0], v[1]));
                       });
    value = b.mergeLast(b.mergeLast(next));
  }
  double scale = 1.0 / std::sqrt(double(n));
  Value scaled = b.map("...n", f32, {{value, "...n"}},
                       [&](ImplicitLocOpBuilder &b, ValueRange v) { return multiply(b, v[0], constant(b, scale)); });
  return b.cast(scaled, type.getElementType());
}

FailureOr<SmallVector<Value>> HadamardOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 1);
  return SmallVector<Value>{hadamardTransform(b, getX())};
}

//===----------------------------------------------------------------------===//
// Projections
//===----------------------------------------------------------------------===//

Value mlir::dsv4::quantizeActivations(EinsumBuilder &b, Value x) {
  auto type = cast<RankedTensorType>(x.getType());
  // The verifier has seen to it that no block is shorter than the others.
  int64_t width = type.getShape().back(), block = std::min(width, activationBlock);
  return quantize(b, x, block, Float8E4M3FNType::get(b.getContext()))[2];
}

int64_t mlir::dsv4::codesPerElement(Value weight) {
  return getWeightFormat(getElementTypeOrSelf(weight)).packed ? 2 : 1;
}

FailureOr<SmallVector<Value>> LinearOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), getX().getType().getRank() - 1);
  Value x = getX(), weight = getWeight();
  Type output = getY().getType().getElementType();
  shareStaticSize(b, {{x, -1}, {weight, 1, codesPerElement(weight)}});
  if (getScales()) {
    x = quantizeActivations(b, x);
    weight = dequantizeWeight(b, weight, getScales());
  }
  return SmallVector<Value>{b.cast(b.contract({x, "...k"}, {weight, "nk"}, "...n"), output)};
}

FailureOr<SmallVector<Value>> GroupedLinearOp::decomposeOperation(OpBuilder &builder) {
  EinsumBuilder b(builder, getLoc(), 2);
  RankedTensorType o = getO().getType(), weight = getWoA().getType();
  int64_t groups = getGroups(), width = o.getDimSize(2) * o.getDimSize(3) / groups;
  Value grouped = b.splitLast(b.mergeLast(getO()), groups, width);
  SmallVector<ReassociationIndices> rows = {{0, 1}, {2}};
  auto perGroup = RankedTensorType::get({groups, weight.getDimSize(0) / groups, width}, weight.getElementType());
  Value matrices = getWoA();
  if (weight.isDynamicDim(1))
    matrices = tensor::CastOp::create(b, RankedTensorType::get({weight.getDimSize(0), width}, weight.getElementType()),
                                      matrices);
  matrices = tensor::ExpandShapeOp::create(b, perGroup, matrices, rows);
  Value u = b.contract({grouped, "...gp"}, {matrices, "grp"}, "...gr");
  return SmallVector<Value>{b.cast(b.mergeLast(u), o.getElementType())};
}

//===----------------------------------------------------------------------===//
// Ends of the model
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<Value>> EmbeddingOp::decomposeOperation(OpBuilder &builder) {
  int64_t leadingRank = getIds().getType().getRank(), vocabulary = getTable().getType().getDimSize(0);
  EinsumBuilder b(builder, getLoc(), leadingRank);
  Value ids = checkRange(b, getIds(), vocabulary, "dsv4.embedding: an id is outside [0, " + Twine(vocabulary) + ")");
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, getLoc(), ids);
  sizes.push_back(tensor::getMixedSize(b, getLoc(), getTable(), 1));
  Value y = b.map("...d", sizes, getTable().getType().getElementType(), {{ids, "..."}},
                  [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                    Value channel = linalg::IndexOp::create(b, leadingRank);
                    return tensor::ExtractOp::create(b, getTable(), ValueRange{toIndex(b, v[0]), channel});
                  });
  return SmallVector<Value>{y};
}

FailureOr<SmallVector<Value>> HcExpandOp::decomposeOperation(OpBuilder &builder) {
  int64_t leadingRank = getX().getType().getRank() - 1;
  EinsumBuilder b(builder, getLoc(), leadingRank);
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, getLoc(), getX());
  sizes.insert(sizes.end() - 1, b.getIndexAttr(getHcMult()));
  Value y = b.map("...jd", sizes, getX().getType().getElementType(), {{getX(), "...d"}},
                  [](ImplicitLocOpBuilder &b, ValueRange v) { return v[0]; });
  return SmallVector<Value>{y};
}

FailureOr<SmallVector<Value>> MtpFuseOp::decomposeOperation(OpBuilder &builder) {
  RankedTensorType streams = getX().getType(), embedding = getE().getType();
  EinsumBuilder b(builder, getLoc(), embedding.getRank() - 1);
  Type f32 = b.getF32Type();
  // Through the ops it is made of; the sum is rounded once.
  auto part = [&](Value x, Value norm, Value projection, Value scales) -> Value {
    auto type = cast<RankedTensorType>(x.getType());
    Value normed = RmsNormOp::create(b, type, x, norm, getNormEpsAttr());
    auto wide = RankedTensorType::get(type.getShape(), f32);
    return LinearOp::create(b, wide, normed, projection, scales, TypeAttr::get(f32));
  };
  bool isCoded = !getScales().empty();
  Value e = getE(), x = getX(), enorm = getEnorm(), hnorm = getHnorm(), eProj = getEProj(), hProj = getHProj();
  shareStaticSize(b, {{e, -1},
                      {x, -1},
                      {enorm, 0},
                      {hnorm, 0},
                      {eProj, 0},
                      {eProj, 1, codesPerElement(eProj)},
                      {hProj, 0},
                      {hProj, 1, codesPerElement(hProj)}});
  e = part(e, enorm, eProj, isCoded ? getScales()[0] : Value());
  x = part(x, hnorm, hProj, isCoded ? getScales()[1] : Value());
  Value y = b.map("...jd", f32, {{e, "...d"}, {x, "...jd"}},
                  [](ImplicitLocOpBuilder &b, ValueRange v) { return add(b, v[0], v[1]); });
  return SmallVector<Value>{b.cast(y, streams.getElementType())};
}

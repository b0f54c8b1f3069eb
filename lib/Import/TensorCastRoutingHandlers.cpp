//===- TensorCastRoutingHandlers.cpp - Rows of experts --------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// init_routing_v2 sorts the pairs (token, choice) by expert, stably, and unpermute_tokens
// undoes it. A pair's place in the order is the number of pairs before it, which is
// counted: all pairs at once, and no expert number can be out of range.
//
//===----------------------------------------------------------------------===//

#include "TensorCastHandlers.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// [N, K] as [N * K].
Value flatten(OpImporter &b, Value matrix) {
  return tensor::CollapseShapeOp::create(b, matrix, ArrayRef<ReassociationIndices>{{0, 1}});
}

Value loopNumber(ImplicitLocOpBuilder &b, int64_t loop) {
  return arith::IndexCastOp::create(b, b.getI32Type(), linalg::IndexOp::create(b, loop));
}

/// place[j] = number of pairs i with a lower expert, or with the same one and i < j.
Value placesOf(OpImporter &b, Value experts) {
  return b.reduce("j", b.getI32IntegerAttr(0), {{experts, "j"}, {experts, "i"}},
                  [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                    using Predicate = arith::CmpIPredicate;
                    Value isLower = arith::CmpIOp::create(nested, Predicate::slt, v[1], v[0]);
                    Value isEqual = arith::CmpIOp::create(nested, Predicate::eq, v[1], v[0]);
                    Value isEarlier = arith::CmpIOp::create(nested, Predicate::slt, linalg::IndexOp::create(nested, 1),
                                                            linalg::IndexOp::create(nested, 0));
                    Value isBefore =
                        arith::OrIOp::create(nested, isLower, arith::AndIOp::create(nested, isEqual, isEarlier));
                    Value one = arith::ExtUIOp::create(nested, nested.getI32Type(), isBefore);
                    return arith::AddIOp::create(nested, v[2], one);
                  });
}

/// The experts of the pairs, [N, K] of any integer.
LogicalResult checkChoices(OpImporter &b, const TensorOperand &x, int64_t xRank, const TensorOperand &indices) {
  if (x.getType().getRank() != xRank || indices.getType().getRank() != 2 ||
      !isa<IntegerType>(indices.getElementType()) || indices.getElementType().isInteger(1))
    return b.error() << "needs x [rows, D] and topk_indices [N, K] of integers, got " << x.getType() << " and "
                     << indices.getType();
  return success();
}

/// init_routing_v2(Tensor x, Tensor topk_indices) -> Tensor
LogicalResult convertInitRouting(OpImporter &b) {
  TensorOperand x, indices;
  if (failed(b.operands().tensor("x", x).tensor("topk_indices", indices).done()) ||
      failed(checkChoices(b, x, 2, indices)))
    return failure();
  Value tokens = getValueOrCreateConstantIndexOp(b, b.getLoc(), b.sizeOf(x.value, 0));
  Value listed = getValueOrCreateConstantIndexOp(b, b.getLoc(), b.sizeOf(indices.value, 0));
  Value areEqual = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::eq, tokens, listed);
  if (failed(b.check(areEqual, "x and topk_indices have different tokens")))
    return failure();
  Value places = placesOf(b, flatten(b, indices.value));
  // pair[p] = the j with place[j] = p.
  Value pairs = b.reduce("p", b.sizes("j", {{places, "j"}}), b.getI32IntegerAttr(0), {{places, "j"}},
                         [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                           Value isHere =
                               arith::CmpIOp::create(nested, arith::CmpIPredicate::eq, v[0], loopNumber(nested, 0));
                           return arith::SelectOp::create(nested, isHere, loopNumber(nested, 1), v[1]);
                         });
  Value choices = getValueOrCreateConstantIndexOp(b, b.getLoc(), b.sizeOf(indices.value, 1));
  SmallVector<OpFoldResult> sizes = b.sizes("p", {{pairs, "p"}});
  sizes.push_back(b.sizeOf(x.value, 1));
  Value rows =
      b.map("pd", sizes, x.getElementType(), {{pairs, "p"}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
        Value pair = arith::IndexCastOp::create(nested, nested.getIndexType(), v[0]);
        // Fewer tokens than listed are found by the check; the read must not go wild before.
        Value token = arith::DivUIOp::create(nested, pair, choices);
        Value last = arith::SubIOp::create(nested, tokens, arith::ConstantIndexOp::create(nested, 1));
        token = arith::MinUIOp::create(nested, token, last);
        Value channel = linalg::IndexOp::create(nested, 1);
        return tensor::ExtractOp::create(nested, x.value, ValueRange{token, channel});
      });
  return b.results(rows);
}

/// unpermute_tokens(Tensor x, Tensor topk_indices) -> Tensor
LogicalResult convertUnpermute(OpImporter &b) {
  TensorOperand x, indices;
  if (failed(b.operands().tensor("x", x).tensor("topk_indices", indices).done()) ||
      failed(checkChoices(b, x, 2, indices)))
    return failure();
  Value experts = flatten(b, indices.value);
  Value rows = getValueOrCreateConstantIndexOp(b, b.getLoc(), b.sizeOf(x.value, 0));
  Value pairs = getValueOrCreateConstantIndexOp(b, b.getLoc(), b.sizes("j", {{experts, "j"}}).front());
  Value areEqual = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::eq, rows, pairs);
  if (failed(b.check(areEqual, "x must have one row per token and choice")))
    return failure();
  SmallVector<OpFoldResult> sizes = {b.sizeOf(indices.value, 0), b.sizeOf(indices.value, 1)};
  Value places = tensor::ExpandShapeOp::create(b, RankedTensorType::get(indices.getType().getShape(), b.getI32Type()),
                                               placesOf(b, experts), ArrayRef<ReassociationIndices>{{0, 1}}, sizes);
  sizes.push_back(b.sizeOf(x.value, 1));
  Value y = b.map("nkd", sizes, x.getElementType(), {{places, "nk"}},
                  [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                    Value place = arith::IndexCastOp::create(nested, nested.getIndexType(), v[0]);
                    Value last = arith::SubIOp::create(nested, rows, arith::ConstantIndexOp::create(nested, 1));
                    place = arith::MinUIOp::create(nested, place, last);
                    Value channel = linalg::IndexOp::create(nested, 2);
                    return tensor::ExtractOp::create(nested, x.value, ValueRange{place, channel});
                  });
  return b.results(y);
}

/// A weight as it lies: what transposes it is left out.
Term weightTerm(Value matrix) {
  if (auto transpose = matrix.getDefiningOp<linalg::TransposeOp>())
    return {transpose.getInput(), "nk"};
  return {matrix, "kn"};
}

/// grouped_matmul(Tensor[] x, Tensor[] w, Tensor?[] bias) -> Tensor
LogicalResult convertGroupedMatmul(OpImporter &b) {
  if (failed(b.operands().ignored("x").ignored("w").ignored("bias").done()))
    return failure();
  FailureOr<SmallVector<TensorOperand>> x, w, bias;
  if (failed(x = readTensorList(b, 0, "x")) || failed(w = readTensorList(b, 1, "w")) ||
      failed(bias = readTensorList(b, 2, "bias")))
    return failure();
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (x->empty() || x->size() != w->size() || x->size() != bias->size())
    return b.error() << "needs as many tensors in x, w and bias, at least one, got " << x->size() << ", " << w->size()
                     << " and " << bias->size();
  SmallVector<Value> parts;
  for (auto [index, group] : llvm::enumerate(llvm::zip_equal(*x, *w, *bias))) {
    auto [rows, weight, offset] = group;
    auto isFloat = [](const TensorOperand &tensor) {
      Type element = tensor.getElementType();
      return element.isF32() || element.isBF16() || element.isF16();
    };
    if (!rows || !weight || rows.getType().getRank() != 2 || weight.getType().getRank() != 2 || !isFloat(rows) ||
        rows.getElementType() != weight.getElementType() ||
        failed(verifyCompatibleShape(rows.getType().getShape().drop_front(), weight.getType().getShape().drop_back())))
      return b.error() << "needs x[" << index << "] [M, K] and w[" << index
                       << "] [K, N] of one float type (f32, bf16, f16)";
    Value product = b.contract({rows.value, "mk"}, weightTerm(weight.value), "mn");
    if (offset) {
      if (offset.getType().getRank() != 1 || !isFloat(offset) ||
          failed(verifyCompatibleShape(offset.getType().getShape(), weight.getType().getShape().drop_front())))
        return b.error() << "needs bias[" << index << "] [N] of floats, got " << offset.getType();
      product = b.map("mn", b.getF32Type(), {{product, "mn"}, {asF32(b, offset), "n"}},
                      [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                        return arith::AddFOp::create(nested, v[0], v[1]);
                      });
    }
    parts.push_back(isa<FloatType>(type.getElementType()) ? b.cast(product, type.getElementType()) : product);
  }
  int64_t columns = cast<RankedTensorType>(parts.front().getType()).getDimSize(1);
  for (auto [index, part] : llvm::enumerate(parts))
    if (cast<RankedTensorType>(part.getType()).getDimSize(1) != columns)
      return b.error() << "needs weights of equal N, got " << columns << " and "
                       << cast<RankedTensorType>(part.getType()).getDimSize(1) << " in w[" << index << "]";
  return b.results(parts.size() == 1 ? parts.front() : Value(tensor::ConcatOp::create(b, 0, parts)));
}

} // namespace

void mlir::dsv4::addTensorCastRoutingHandlers(HandlerTable &table) {
  table["torch.tensor_cast.grouped_matmul"] = convertGroupedMatmul;
  table["torch.tensor_cast.init_routing_v2"] = convertInitRouting;
  table["torch.tensor_cast.unpermute_tokens"] = convertUnpermute;
}

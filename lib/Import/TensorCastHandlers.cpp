//===- TensorCastHandlers.cpp - The operators of tensor_cast --------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hyper-Connections, gates, activation and norm, as the schemas that the DeepSeek-V4
// RFC registers for PyTorch have them; docs/import.md lists what they lack and what is
// taken instead.
//
//===----------------------------------------------------------------------===//

#include "TensorCastHandlers.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// norm_eps of the gates where the operator has none: Hugging Face, CANN and
/// DeepSeek-V4.1 add 1e-20 to the sum of the weights.
constexpr double gateNormEps = 1.0e-20;

void remarkNormEps(OpImporter &b, double value, StringRef origin) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%g", value);
  b.remark("has no norm_eps operand, " + text + " is taken (" + origin + ")");
}

/// The streams `[..., h, D]` of `tensor` with `h` = hc_mult static.
FailureOr<Value> streams(OpImporter &b, const TensorOperand &tensor, StringRef name, int64_t hcMult) {
  RankedTensorType type = tensor.getType();
  int64_t rank = type.getRank();
  if (rank < 2)
    return b.error() << name << " must be [..., hc_mult, D], got " << type;
  int64_t size = type.getDimSize(rank - 2);
  if (hcMult < 1 || (size != hcMult && !ShapedType::isDynamic(size)))
    return b.error() << "hc_mult is " << hcMult << ", but dimension " << rank - 2 << " of " << name << " is " << size;
  SmallVector<int64_t> shape(type.getShape());
  shape[rank - 2] = hcMult;
  return b.castShape(tensor.value, RankedTensorType::get(shape, type.getElementType()));
}

//===----------------------------------------------------------------------===//
// Hyper-Connections
//===----------------------------------------------------------------------===//

/// hc_pre_inv_rms(Tensor x, SymInt hc_mult) -> Tensor
LogicalResult convertHcPreInvRms(OpImporter &b) {
  TensorOperand x;
  int64_t hcMult = 0;
  if (failed(b.operands().tensor("x", x).intConstant("hc_mult", hcMult).done()))
    return failure();
  FailureOr<Value> hidden = streams(b, x, "x", hcMult);
  if (failed(hidden))
    return failure();
  HcPreInvRmsOp::Properties properties;
  properties.norm_eps = b.getF64FloatAttr(b.state().defaults.normEps);
  auto op = b.createOp<HcPreInvRmsOp>(*hidden, properties);
  if (failed(op))
    return failure();
  remarkNormEps(b, b.state().defaults.normEps, "option norm-eps");
  return b.results(op->getInv());
}

/// hc_pre_sinkhorn(Tensor x, Tensor hidden_states, Tensor hc_scale, Tensor hc_base, SymInt hc_mult,
///                 SymInt sinkhorn_iters=1, float hc_eps=1e-06) -> (Tensor, Tensor, Tensor)
LogicalResult convertHcPreSinkhorn(OpImporter &b) {
  TensorOperand mix, hiddenStates, scale, base;
  int64_t hcMult = 0, iterations = 0;
  double eps = 0.0;
  if (failed(b.operands()
                 .tensor("x", mix)
                 .tensor("hidden_states", hiddenStates)
                 .tensor("hc_scale", scale)
                 .tensor("hc_base", base)
                 .intConstant("hc_mult", hcMult)
                 .intConstant("sinkhorn_iters", iterations)
                 .floatConstant("hc_eps", eps)
                 .done()))
    return failure();
  FailureOr<Value> hidden = streams(b, hiddenStates, "hidden_states", hcMult);
  if (failed(hidden))
    return failure();
  HcPreSinkhornOp::Properties properties;
  properties.sinkhorn_iters = b.getI64IntegerAttr(iterations);
  properties.hc_eps = b.getF64FloatAttr(eps);
  auto op = b.createOp<HcPreSinkhornOp>({asF32(b, mix), *hidden, asF32(b, scale), asF32(b, base)}, properties);
  if (failed(op))
    return failure();
  return b.results((*op)->getResults());
}

/// hc_post(Tensor x, Tensor residual, Tensor? hc_weight, Tensor? hc_combine, SymInt hc_mult) -> Tensor
LogicalResult convertHcPost(OpImporter &b) {
  TensorOperand x, residual, weight, combine;
  int64_t hcMult = 0;
  if (failed(b.operands()
                 .tensor("x", x)
                 .tensor("residual", residual)
                 .optionalTensor("hc_weight", weight)
                 .optionalTensor("hc_combine", combine)
                 .intConstant("hc_mult", hcMult)
                 .done()))
    return failure();
  FailureOr<Value> hidden = streams(b, residual, "residual", hcMult);
  if (failed(hidden))
    return failure();
  SmallVector<OpFoldResult> sizes;
  for (int64_t i = 0; i + 2 < residual.getType().getRank(); ++i)
    sizes.push_back(b.sizeOf(*hidden, i));
  int64_t leading = sizes.size();
  sizes.push_back(b.getIndexAttr(hcMult));

  Value post, comb;
  if (weight) {
    post = asF32(b, weight);
  } else {
    post = b.filled(sizes, b.getF32FloatAttr(1.0f));
  }
  sizes.push_back(b.getIndexAttr(hcMult));
  if (combine) {
    comb = asF32(b, combine);
  } else {
    // 1 where the last two positions are equal.
    EinsumBuilder all(b, b.getLoc(), leading + 2);
    Value empty = tensor::EmptyOp::create(b, sizes, b.getF32Type());
    comb = all.update({empty, "..."}, {}, [&](ImplicitLocOpBuilder &nested, ValueRange) -> Value {
      Value row = linalg::IndexOp::create(nested, leading), column = linalg::IndexOp::create(nested, leading + 1);
      Value isDiagonal = arith::CmpIOp::create(nested, arith::CmpIPredicate::eq, row, column);
      Value one = arith::ConstantOp::create(nested, nested.getF32FloatAttr(1.0f));
      Value zero = arith::ConstantOp::create(nested, nested.getF32FloatAttr(0.0f));
      return arith::SelectOp::create(nested, isDiagonal, one, zero);
    });
  }
  auto op = b.createOp<HcPostOp>({x.value, *hidden, post, comb}, HcPostOp::Properties());
  if (failed(op))
    return failure();
  if (!weight && !combine)
    b.remark("has neither hc_weight nor hc_combine: post is 1 and comb the identity, a plain residual in every stream");
  else if (!weight)
    b.remark("has no hc_weight: post is 1, the result is added to every stream");
  else if (!combine)
    b.remark("has no hc_combine: comb is the identity, every stream keeps its residual");
  return b.results(op->getY());
}

/// hc_head(Tensor x, Tensor hc_head_fn, Tensor hc_head_scale, Tensor hc_head_base, SymInt hc_mult,
///         float hc_eps=1e-06) -> Tensor
LogicalResult convertHcHead(OpImporter &b) {
  TensorOperand x, fn, scale, base;
  int64_t hcMult = 0;
  double eps = 0.0;
  if (failed(b.operands()
                 .tensor("x", x)
                 .tensor("hc_head_fn", fn)
                 .tensor("hc_head_scale", scale)
                 .tensor("hc_head_base", base)
                 .intConstant("hc_mult", hcMult)
                 .floatConstant("hc_eps", eps)
                 .done()))
    return failure();
  FailureOr<Value> hidden = streams(b, x, "x", hcMult);
  if (failed(hidden))
    return failure();
  HcHeadOp::Properties properties;
  properties.norm_eps = b.getF64FloatAttr(b.state().defaults.normEps);
  properties.hc_eps = b.getF64FloatAttr(eps);
  auto op = b.createOp<HcHeadOp>({*hidden, asF32(b, fn), asF32(b, scale), asF32(b, base)}, properties);
  if (failed(op))
    return failure();
  remarkNormEps(b, b.state().defaults.normEps, "option norm-eps");
  return b.results(op->getY());
}

//===----------------------------------------------------------------------===//
// Mixture of experts
//===----------------------------------------------------------------------===//

/// moe_gating_top_k(Tensor scores, SymInt top_k, bool normalize_weights=True, float route_scale=1.0,
///                  Tensor? bias=None) -> (Tensor, Tensor)
LogicalResult convertMoeGatingTopK(OpImporter &b) {
  TensorOperand scores, bias;
  int64_t topK = 0;
  bool normalize = false;
  double routeScale = 0.0;
  if (failed(b.operands()
                 .tensor("scores", scores)
                 .intConstant("top_k", topK)
                 .boolConstant("normalize_weights", normalize)
                 .floatConstant("route_scale", routeScale)
                 .optionalTensor("bias", bias)
                 .done()))
    return failure();
  MoeGatingTopKOp::Properties properties;
  properties.top_k = b.getI64IntegerAttr(topK);
  properties.normalize = b.getBoolAttr(normalize);
  properties.route_scale = b.getF64FloatAttr(routeScale);
  properties.norm_eps = b.getF64FloatAttr(gateNormEps);
  SmallVector<Value> operands = {asF32(b, scores)};
  if (bias)
    operands.push_back(asF32(b, bias));
  auto op = b.createOp<MoeGatingTopKOp>(operands, properties);
  if (failed(op))
    return failure();
  if (normalize)
    remarkNormEps(b, gateNormEps, "as Hugging Face and CANN");
  return b.results((*op)->getResults());
}

/// moe_gating_top_k_hash(Tensor scores, SymInt top_k, bool normalize_weights=True, float route_scale=1.0,
///                       Tensor? input_ids=None, Tensor? tid2eid=None) -> (Tensor, Tensor)
LogicalResult convertMoeGatingHash(OpImporter &b) {
  TensorOperand scores, ids, table;
  int64_t topK = 0;
  bool normalize = false;
  double routeScale = 0.0;
  // Optional in the schema, but without them there is nothing to compute.
  if (failed(b.operands()
                 .tensor("scores", scores)
                 .intConstant("top_k", topK)
                 .boolConstant("normalize_weights", normalize)
                 .floatConstant("route_scale", routeScale)
                 .tensor("input_ids", ids)
                 .tensor("tid2eid", table)
                 .done()))
    return failure();
  if (table.getType().getRank() != 2 || table.getType().getDimSize(1) != topK)
    return b.error() << "top_k is " << topK << ", so tid2eid must be [vocabulary, " << topK << "], got "
                     << table.getType();
  MoeGatingHashOp::Properties properties;
  properties.normalize = b.getBoolAttr(normalize);
  properties.route_scale = b.getF64FloatAttr(routeScale);
  properties.norm_eps = b.getF64FloatAttr(gateNormEps);
  auto op = b.createOp<MoeGatingHashOp>({asF32(b, scores), ids.value, table.value}, properties);
  if (failed(op))
    return failure();
  if (normalize)
    remarkNormEps(b, gateNormEps, "as Hugging Face and CANN");
  return b.results((*op)->getResults());
}

/// gate / (1 + exp(-gate)) * up in f32, rounded once.
Value swiglu(OpImporter &b, Value gate, Value up) {
  auto type = cast<RankedTensorType>(gate.getType());
  Type element = type.getElementType();
  // Elementwise: all dimensions are leading ones.
  EinsumBuilder all(b, b.getLoc(), type.getRank());
  Term gateTerm{all.cast(gate, b.getF32Type()), "..."}, upTerm{all.cast(up, b.getF32Type()), "..."};
  Value y = all.map("...", b.getF32Type(), {gateTerm, upTerm}, [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value one = arith::ConstantOp::create(nested, nested.getF32FloatAttr(1.0f));
    Value decayed = math::ExpOp::create(nested, arith::NegFOp::create(nested, v[0]));
    Value silu = arith::DivFOp::create(nested, v[0], arith::AddFOp::create(nested, one, decayed));
    return arith::MulFOp::create(nested, silu, v[1]);
  });
  return all.cast(y, element);
}

/// v4_clamped_swiglu(Tensor gate, Tensor up, float swiglu_limit) -> Tensor
LogicalResult convertClampedSwiglu(OpImporter &b) {
  TensorOperand gate, up;
  double limit = 0.0;
  if (failed(b.operands().tensor("gate", gate).tensor("up", up).floatConstant("swiglu_limit", limit).done()))
    return failure();
  // TensorCast: a limit of 0 or less switches the clamp off; an infinite one clamps nothing either.
  bool isOff = limit <= 0.0 || (std::isinf(limit) && limit > 0.0);
  if (isOff) {
    if (gate.getType() != up.getType() || !isa<FloatType>(gate.getElementType()))
      return b.error() << "gate and up must be float tensors of one type, got " << gate.getType() << " and "
                       << up.getType();
    return b.results(swiglu(b, gate.value, up.value));
  }
  V4ClampedSwigluOp::Properties properties;
  properties.limit = b.getF64FloatAttr(limit);
  auto op = b.createOp<V4ClampedSwigluOp>({gate.value, up.value}, properties);
  if (failed(op))
    return failure();
  return b.results(op->getY());
}

//===----------------------------------------------------------------------===//
// Normalisation
//===----------------------------------------------------------------------===//

/// rms_norm(Tensor x, Tensor weight, float eps) -> Tensor
LogicalResult convertRmsNorm(OpImporter &b) {
  TensorOperand x, weight;
  double eps = 0.0;
  if (failed(b.operands().tensor("x", x).tensor("weight", weight).floatConstant("eps", eps).done()))
    return failure();
  RmsNormOp::Properties properties;
  properties.norm_eps = b.getF64FloatAttr(eps);
  auto op = b.createOp<RmsNormOp>({x.value, weight.value}, properties);
  if (failed(op))
    return failure();
  return b.results(op->getY());
}

} // namespace

void mlir::dsv4::addTensorCastHandlers(HandlerTable &table) {
  table["torch.tensor_cast.hc_head"] = convertHcHead;
  table["torch.tensor_cast.hc_post"] = convertHcPost;
  table["torch.tensor_cast.hc_pre_inv_rms"] = convertHcPreInvRms;
  table["torch.tensor_cast.hc_pre_sinkhorn"] = convertHcPreSinkhorn;
  table["torch.tensor_cast.moe_gating_top_k"] = convertMoeGatingTopK;
  table["torch.tensor_cast.moe_gating_top_k_hash"] = convertMoeGatingHash;
  table["torch.tensor_cast.rms_norm"] = convertRmsNorm;
  table["torch.tensor_cast.v4_clamped_swiglu"] = convertClampedSwiglu;
}

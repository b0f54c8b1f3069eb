//===- TensorCastQuantisationHandlers.cpp - Quantised products ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TensorCast quantises activations in one operator and multiplies codes in the next,
// dsv4.linear does both. Whatever form is chosen here computes the product that the
// codes and scales of the program have.
//
//===----------------------------------------------------------------------===//

#include "TensorCastHandlers.h"

#include "dsv4/IR/WeightFormat.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// Least magnitude that a scale is made for, as in the reference code's act_quant: no scale is 0.
constexpr double leastMagnitude = 1.0e-4;
/// Codes per scale of MXFP4.
constexpr int64_t mxBlock = 32;

//===----------------------------------------------------------------------===//
// Quantisation
//===----------------------------------------------------------------------===//

/// The results of a quantisation, and what its codes stand for.
LogicalResult quantised(OpImporter &b, Value codes, Value scales, Value dequantised) {
  if (failed(b.results({codes, scales})))
    return failure();
  auto &values = b.state().values;
  b.state().quantised[values.lookup(b.source()->getResult(0))] = {values.lookup(b.source()->getResult(1)), dequantised};
  return success();
}

/// Scale = max |x| / largest code per row, codes = x / scale to nearest even, in f32.
LogicalResult quantiseRows(OpImporter &b, Value x, Type scaleType, Type codeType) {
  auto type = cast<RankedTensorType>(x.getType());
  EinsumBuilder e(b, b.getLoc(), type.getRank() - 1);
  Type f32 = b.getF32Type();
  bool isInteger = codeType.isInteger(8);
  double largest = isInteger ? 127.0 : 448.0;
  Value wide = e.cast(x, f32);
  Value magnitude = e.reduce("...", b.getF32FloatAttr(float(leastMagnitude)), {{wide, "...k"}},
                             [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                               return arith::MaximumFOp::create(nested, v[1], math::AbsFOp::create(nested, v[0]));
                             });
  Value scales = e.map("...", f32, {{magnitude, "..."}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    return arith::DivFOp::create(nested, v[0], arith::ConstantOp::create(nested, nested.getF32FloatAttr(largest)));
  });
  scales = e.cast(scales, scaleType);
  Value codes =
      e.map("...k", codeType, {{wide, "...k"}, {scales, "..."}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
        auto constant = [&](double value) -> Value {
          return arith::ConstantOp::create(nested, nested.getF32FloatAttr(value));
        };
        Value scale = scaleType == f32 ? v[1] : Value(arith::ExtFOp::create(nested, f32, v[1]));
        Value code = arith::DivFOp::create(nested, v[0], scale);
        code = arith::MinimumFOp::create(nested, arith::MaximumFOp::create(nested, code, constant(-largest)),
                                         constant(largest));
        if (!isInteger)
          return arith::TruncFOp::create(nested, codeType, code).getResult();
        // The conversion of NaN has no defined result.
        Value isNumber = arith::CmpFOp::create(nested, arith::CmpFPredicate::ORD, code, code);
        code = arith::SelectOp::create(nested, isNumber, code, constant(0.0));
        return arith::FPToSIOp::create(nested, codeType, math::RoundEvenOp::create(nested, code)).getResult();
      });
  // One scale per row keeps its dimension.
  SmallVector<ReassociationIndices> groups;
  for (int64_t i = 0; i + 1 < type.getRank(); ++i)
    groups.push_back({i});
  if (!groups.empty())
    groups.back().push_back(type.getRank() - 1);
  SmallVector<int64_t> shape(type.getShape().drop_back());
  shape.push_back(1);
  SmallVector<OpFoldResult> sizes;
  for (int64_t i = 0; i + 1 < type.getRank(); ++i)
    sizes.push_back(b.sizeOf(x, i));
  sizes.push_back(b.getIndexAttr(1));
  Value kept =
      tensor::ExpandShapeOp::create(b, RankedTensorType::get(shape, scaleType), scales, groups, sizes).getResult();
  return quantised(b, codes, kept, Value());
}

/// dynamic_quantize_symmetric(Tensor x, SymInt[] dims, ScalarType scale_dtype=float, ScalarType out_dtype=int8)
///     -> (Tensor, Tensor)
LogicalResult convertQuantizeSymmetric(OpImporter &b) {
  TensorOperand x;
  SmallVector<int64_t> dims;
  if (failed(
          b.operands().tensor("x", x).intListConstant("dims", dims).ignored("scale_dtype").ignored("out_dtype").done()))
    return failure();
  RankedTensorType codes = b.resultType(0), scales = b.resultType(1);
  if (!codes || !scales)
    return failure();
  RankedTensorType type = x.getType();
  int64_t rank = type.getRank();
  if (rank < 1 || !isa<FloatType>(type.getElementType()) || dims.size() != 1 || (dims[0] != -1 && dims[0] != rank - 1))
    return b.error() << "can quantise a float tensor along its last dimension only (dims = [-1])";
  Type codeType = codes.getElementType(), scaleType = scales.getElementType();
  if (isa<Float8E4M3FNType>(codeType) && isa<Float8E8M0FNUType>(scaleType)) {
    ActQuantOp::Properties properties;
    properties.block = b.getI64IntegerAttr(type.getShape().back());
    properties.format = TypeAttr::get(codeType);
    if (type.isDynamicDim(rank - 1))
      return b.error() << "needs a last dimension that is known, got " << type;
    auto op = b.createOp<ActQuantOp>(x.value, properties);
    if (failed(op))
      return failure();
    return quantised(b, op->getCodes(), op->getScales(), op->getY());
  }
  if (!(isa<Float8E4M3FNType>(codeType) || codeType.isInteger(8)) ||
      !(scaleType.isF32() || scaleType.isBF16() || scaleType.isF16()))
    return b.error() << "can make si8 or f8E4M3FN with float scales, or f8E4M3FN with f8E8M0FNU, got "
                     << b.source()->getResult(0).getType() << " and " << b.source()->getResult(1).getType();
  b.remark("has no least magnitude: 1e-4 is taken, as DeepSeek's act_quant");
  return quantiseRows(b, x.value, scaleType, codeType);
}

/// Two f4E2M1FN per i8, the lower half first.
Value pack(OpImporter &b, Value codes) {
  auto type = cast<RankedTensorType>(codes.getType());
  int64_t rank = type.getRank(), bytes = type.getShape().back() / 2;
  EinsumBuilder e(b, b.getLoc(), rank - 1);
  Value pairs = e.splitLast(codes, bytes, 2);
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), pairs);
  SmallVector<OpFoldResult> offsets(sizes.size(), b.getIndexAttr(0));
  sizes.back() = b.getIndexAttr(1);
  Value lower = e.slice(pairs, offsets, sizes);
  offsets.back() = b.getIndexAttr(1);
  Value upper = e.slice(pairs, offsets, sizes);
  return e.map("...k", b.getI8Type(), {{lower, "...k1"}, {upper, "...k1"}},
               [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                 auto nibble = [&](Value code) -> Value {
                   Value bits = arith::BitcastOp::create(nested, nested.getIntegerType(4), code);
                   return arith::ExtUIOp::create(nested, nested.getI8Type(), bits);
                 };
                 Value four = arith::ConstantOp::create(nested, nested.getI8IntegerAttr(4));
                 return arith::OrIOp::create(nested, nibble(v[0]), arith::ShLIOp::create(nested, nibble(v[1]), four));
               });
}

/// dynamic_quantize_mxfp4(Tensor x, SymInt group_size) -> (Tensor, Tensor)
LogicalResult convertQuantizeMxfp4(OpImporter &b) {
  TensorOperand x;
  int64_t group = 0;
  if (failed(b.operands().tensor("x", x).intConstant("group_size", group).done()))
    return failure();
  if (x.getType().getRank() < 1 || x.getType().isDynamicDim(x.getType().getRank() - 1) ||
      x.getType().getShape().back() % 2)
    return b.error() << "packs two codes into a byte: the last dimension of x must be known and even, got "
                     << x.getType();
  ActQuantOp::Properties properties;
  properties.block = b.getI64IntegerAttr(group);
  properties.format = TypeAttr::get(Float4E2M1FNType::get(b.getContext()));
  auto op = b.createOp<ActQuantOp>(x.value, properties);
  if (failed(op))
    return failure();
  return quantised(b, pack(b, op->getCodes()), op->getScales(), op->getY());
}

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

/// x [..., K] and w [N, K] (or packed), their scales, and what comes out.
struct QuantisedProduct {
  TensorOperand x, w, xScale, wScale, bias;
  RankedTensorType type;
  int64_t outputs = 0, inputs = 0;

  LogicalResult check(OpImporter &b, int64_t codesPerElement) {
    type = b.resultType();
    if (!type)
      return failure();
    RankedTensorType xType = x.getType(), wType = w.getType();
    if (xType.getRank() < 2 || wType.getRank() != 2 || wType.isDynamicDim(0) || wType.isDynamicDim(1) ||
        xType.getShape().back() != wType.getDimSize(1))
      return b.error() << "needs x [..., tokens, K] and w [N, K] of known N and K, got " << xType << " and " << wType;
    outputs = wType.getDimSize(0);
    inputs = wType.getDimSize(1) * codesPerElement;
    if (bias && (bias.getType().getRank() != 1 || bias.getType().getDimSize(0) != outputs ||
                 !isa<FloatType>(bias.getElementType())))
      return b.error() << "bias must be a float tensor [" << outputs << "], got " << bias.getType();
    if (!isa<FloatType>(type.getElementType()))
      return b.error() << "makes a float tensor, but is declared as " << type;
    return success();
  }

  /// `product` in the type of the result, unless a bias is still to be added in f32.
  Value rounded(EinsumBuilder &b, Value product) const {
    return bias ? product : b.cast(product, type.getElementType());
  }

  /// Sum of `product` `[..., N]` and the bias, rounded once.
  LogicalResult finish(OpImporter &b, Value product) {
    if (bias) {
      EinsumBuilder e(b, b.getLoc(), x.getType().getRank() - 1);
      product = e.map("...n", b.getF32Type(), {{product, "...n"}, {asF32(b, bias), "n"}},
                      [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                        return arith::AddFOp::create(nested, v[0], v[1]);
                      });
    }
    return b.results(product);
  }
};

/// Codes times scales `[..., K / block]` in bf16; null if that is not exact or the shapes do not fit.
Value dequantise(OpImporter &b, const TensorOperand &codes, const TensorOperand &scales) {
  auto known = b.state().quantised.find(codes.value);
  if (known != b.state().quantised.end() && known->second.scales == scales.value && known->second.dequantised) {
    Type element = getElementTypeOrSelf(known->second.dequantised);
    // In f16 a small code may be rounded.
    if (element.isF32() || element.isBF16())
      return known->second.dequantised;
  }
  RankedTensorType type = codes.getType(), scaleType = scales.getType();
  int64_t rank = type.getRank(), width = type.getShape().back(), blocks = scaleType.getShape().back();
  if (!isa<Float8E4M3FNType>(type.getElementType()) || !isa<Float8E8M0FNUType>(scaleType.getElementType()) ||
      scaleType.getRank() != rank || blocks < 1 || width % blocks ||
      failed(verifyCompatibleShape(type.getShape().drop_back(), scaleType.getShape().drop_back())))
    return Value();
  EinsumBuilder e(b, b.getLoc(), rank - 1);
  Value split = e.splitLast(codes.value, blocks, width / blocks);
  Value values = e.map("...bk", b.getBF16Type(), {{split, "...bk"}, {scales.value, "...b"}},
                       [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                         Value code = arith::ExtFOp::create(nested, nested.getF32Type(), v[0]);
                         Value scale = arith::ExtFOp::create(nested, nested.getF32Type(), v[1]);
                         Value value = arith::MulFOp::create(nested, code, scale);
                         return arith::TruncFOp::create(nested, nested.getBF16Type(), value);
                       });
  return e.mergeLast(values);
}

/// A scale in a body as f32.
Value scaleAsF32(ImplicitLocOpBuilder &b, Value scale) {
  if (scale.getType().isF32())
    return scale;
  return arith::ExtFOp::create(b, b.getF32Type(), scale);
}

/// Outputs per scale of a weight whose scales do not depend on K: `[]` and ones, `[N]`, `[N, 1]`,
/// `[ceil(N / 128), 1]`. Nothing otherwise.
std::optional<int64_t> outputsPerScale(const TensorOperand &scales, int64_t outputs, int64_t inputs) {
  RankedTensorType type = scales.getType();
  if (!isa<FloatType>(type.getElementType()) || !type.hasStaticShape() || type.getRank() > 2)
    return std::nullopt;
  if (type.getNumElements() == 1)
    return outputs;
  if (type.getRank() == 2 && type.getDimSize(1) != 1)
    return std::nullopt;
  int64_t count = type.getNumElements();
  if (count == outputs)
    return 1;
  if (type.getRank() == 2 && count == int64_t(llvm::divideCeil(outputs, activationBlock)) && inputs <= activationBlock)
    return activationBlock;
  return std::nullopt;
}

/// sum_k x w of codes, times one scale per row of x and per some outputs of w: sums of codes
/// are scaled once, as kernels do. `xScale` may be null.
LogicalResult scaledProduct(OpImporter &b, QuantisedProduct &p, StringRef name, int64_t perScale) {
  int64_t leading = p.x.getType().getRank() - 1;
  Type f32 = b.getF32Type();
  bool areIntegers = p.x.getElementType().isInteger(8);
  SmallVector<Value> inputs = {p.x.value, p.w.value, p.wScale.value};
  if (p.xScale)
    inputs.push_back(p.xScale.value);
  Value product = inOneKernel(b, name, inputs, [&](OpBuilder &builder, ValueRange v) -> Value {
    EinsumBuilder e(builder, b.getLoc(), leading);
    Value weight = v[1];
    if (!areIntegers && p.w.getElementType().isInteger(8)) {
      EinsumBuilder all(builder, b.getLoc(), 2);
      weight = all.map("...", f32, {{weight, "..."}}, [&](ImplicitLocOpBuilder &nested, ValueRange s) -> Value {
        return arith::SIToFPOp::create(nested, f32, s[0]);
      });
    }
    Value activations = areIntegers || isa<Float8E4M3FNType>(p.x.getElementType()) ? v[0] : e.cast(v[0], f32);
    Term left{activations, "...k"}, right{weight, "nk"};
    TypedAttr zero = areIntegers ? TypedAttr(e.getI32IntegerAttr(0)) : TypedAttr(e.getF32FloatAttr(0.0f));
    Value sums = e.contract(left, right, Term{e.filled(e.sizes("...n", {left, right}), zero), "...n"});
    SmallVector<Term> terms = {{sums, "...n"}};
    if (p.xScale)
      terms.push_back({e.mergeLast(v[3]), "..."});
    Value scaled = e.map("...n", f32, terms, [&](ImplicitLocOpBuilder &nested, ValueRange s) -> Value {
      Value sum = areIntegers ? Value(arith::SIToFPOp::create(nested, f32, s[0])) : s[0];
      Value column = linalg::IndexOp::create(nested, leading);
      Value zeroIndex = arith::ConstantIndexOp::create(nested, 0);
      Value block = perScale >= p.outputs ? zeroIndex
                    : perScale == 1
                        ? column
                        : arith::DivUIOp::create(nested, column, arith::ConstantIndexOp::create(nested, perScale));
      SmallVector<Value> position(p.wScale.getType().getRank(), zeroIndex);
      if (!position.empty())
        position.front() = block;
      Value scale = scaleAsF32(nested, tensor::ExtractOp::create(nested, v[2], position));
      if (p.xScale)
        scale = arith::MulFOp::create(nested, scaleAsF32(nested, s[1]), scale);
      return arith::MulFOp::create(nested, sum, scale);
    });
    return p.rounded(e, scaled);
  });
  return p.finish(b, product);
}

/// One scale per row: `[..., 1]`.
bool isPerRow(const TensorOperand &scales, RankedTensorType x) {
  RankedTensorType type = scales.getType();
  return isa<FloatType>(type.getElementType()) && type.getRank() == x.getRank() && type.getShape().back() == 1 &&
         succeeded(verifyCompatibleShape(type.getShape().drop_back(), x.getShape().drop_back()));
}

/// fp8_linear(Tensor x, Tensor w, Tensor x_scale, Tensor w_scale, Tensor? bias, ScalarType? out_dtype) -> Tensor
LogicalResult convertFp8Linear(OpImporter &b) {
  QuantisedProduct p;
  if (failed(b.operands()
                 .tensor("x", p.x)
                 .tensor("w", p.w)
                 .tensor("x_scale", p.xScale)
                 .tensor("w_scale", p.wScale)
                 .optionalTensor("bias", p.bias)
                 .ignored("out_dtype")
                 .done()) ||
      failed(p.check(b, 1)))
    return failure();
  if (!isa<Float8E4M3FNType>(p.x.getElementType()) || !isa<Float8E4M3FNType>(p.w.getElementType()))
    return b.error() << "needs x and w of f8E4M3FN, got " << p.x.getType() << " and " << p.w.getType();
  RankedTensorType scales = p.wScale.getType();
  SmallVector<int64_t> blocks = {int64_t(llvm::divideCeil(p.outputs, activationBlock)), p.inputs / activationBlock};
  int64_t xBlocks = p.xScale.getType().getRank() ? p.xScale.getType().getShape().back() : 0;
  // dsv4.linear quantises x once more, in blocks of 128. That changes nothing where a block has one scale that is a
  // power of two: the new scale is a smaller one and the codes are the old ones times a power of two.
  if (p.inputs % activationBlock == 0 && isa<Float8E8M0FNUType>(scales.getElementType()) &&
      scales.getShape() == ArrayRef<int64_t>(blocks) && xBlocks >= 1 && blocks[1] % xBlocks == 0) {
    if (Value x = dequantise(b, p.x, p.xScale)) {
      LinearOp::Properties properties;
      Type output = p.type.getElementType();
      if (p.bias || !(output.isBF16() || output.isF16()))
        output = b.getF32Type();
      if (output != getElementTypeOrSelf(x))
        properties.output_type = TypeAttr::get(output);
      auto op = b.createOp<LinearOp>({x, p.w.value, p.wScale.value}, properties);
      return failed(op) ? failure() : p.finish(b, op->getY());
    }
  }
  std::optional<int64_t> perScale = outputsPerScale(p.wScale, p.outputs, p.inputs);
  if (!perScale || !isPerRow(p.xScale, p.x.getType()))
    return b.error() << "has scales of w " << scales << " and of x " << p.xScale.getType()
                     << "; of x there must be one per row, of w one, one per output, or one per block of 128 x 128 "
                     << "(f8E8M0FNU, K a multiple of 128)";
  return scaledProduct(b, p, "fp8_linear", *perScale);
}

/// static_quant_linear(Tensor x, Tensor w, Tensor w_scale, Tensor? w_offset, Tensor? x_scale, Tensor? x_offset,
///                     Tensor? bias, ScalarType? out_dtype) -> Tensor
LogicalResult convertStaticQuantLinear(OpImporter &b) {
  QuantisedProduct p;
  TensorOperand wOffset, xOffset;
  if (failed(b.operands()
                 .tensor("x", p.x)
                 .tensor("w", p.w)
                 .tensor("w_scale", p.wScale)
                 .optionalTensor("w_offset", wOffset)
                 .optionalTensor("x_scale", p.xScale)
                 .optionalTensor("x_offset", xOffset)
                 .optionalTensor("bias", p.bias)
                 .ignored("out_dtype")
                 .done()) ||
      failed(p.check(b, 1)))
    return failure();
  if (wOffset || xOffset)
    return b.error() << "has " << (wOffset ? "w_offset" : "x_offset")
                     << ": sources do not agree on the sign of an offset, only symmetric quantisation can be imported";
  bool isCoded = p.x.getElementType().isInteger(8);
  if (!p.w.getElementType().isInteger(8) || !(isCoded || isa<FloatType>(p.x.getElementType())) ||
      isCoded != bool(p.xScale))
    return b.error() << "needs w of si8, and x of si8 with x_scale or of floats without, got " << p.w.getType()
                     << " and " << p.x.getType();
  std::optional<int64_t> perScale = outputsPerScale(p.wScale, p.outputs, p.inputs);
  if (!perScale || (p.xScale && !isPerRow(p.xScale, p.x.getType())))
    return b.error() << "needs one scale of w, or one per output, and one scale of x per row, got "
                     << p.wScale.getType() << (p.xScale ? " and " : "")
                     << (p.xScale ? Type(p.xScale.getType()) : Type(NoneType::get(b.getContext())));
  return scaledProduct(b, p, "static_quant_linear", *perScale);
}

/// mxfp4_linear(Tensor x, Tensor w, Tensor x_scale, Tensor w_scale, Tensor? bias, ScalarType? out_dtype) -> Tensor
LogicalResult convertMxfp4Linear(OpImporter &b) {
  QuantisedProduct p;
  if (failed(b.operands()
                 .tensor("x", p.x)
                 .tensor("w", p.w)
                 .tensor("x_scale", p.xScale)
                 .tensor("w_scale", p.wScale)
                 .optionalTensor("bias", p.bias)
                 .ignored("out_dtype")
                 .done()) ||
      failed(p.check(b, 2)))
    return failure();
  auto fits = [&](const TensorOperand &codes, const TensorOperand &scales) {
    RankedTensorType type = scales.getType();
    return codes.getElementType().isInteger(8) && isa<Float8E8M0FNUType>(type.getElementType()) &&
           type.getRank() == codes.getType().getRank() && type.getShape().back() * mxBlock == p.inputs &&
           succeeded(verifyCompatibleShape(type.getShape().drop_back(), codes.getType().getShape().drop_back()));
  };
  if (p.inputs % mxBlock || !fits(p.x, p.xScale) || !fits(p.w, p.wScale))
    return b.error() << "needs packed f4E2M1FN codes with one f8E8M0FNU scale per " << mxBlock << " values, got x "
                     << p.x.getType() << ", " << p.xScale.getType() << " and w " << p.w.getType() << ", "
                     << p.wScale.getType();
  // Codes times powers of two are exact in bf16: no quantisation is left in the product.
  Value x = dequantise(b, p.x, p.xScale);
  SmallVector<Value> inputs = {p.w.value, p.wScale.value};
  if (x)
    inputs.push_back(x);
  else
    inputs.append({p.x.value, p.xScale.value});
  int64_t leading = p.x.getType().getRank() - 1;
  Value product = inOneKernel(b, "mxfp4_linear", inputs, [&](OpBuilder &builder, ValueRange v) -> Value {
    EinsumBuilder e(builder, b.getLoc(), leading);
    Value activations = x ? v[2] : dequantizeWeight(e, v[2], v[3]);
    Value weight = e.cast(dequantizeWeight(e, v[0], v[1]), getElementTypeOrSelf(activations));
    return p.rounded(e, e.contract({activations, "...k"}, {weight, "nk"}, "...n"));
  });
  return p.finish(b, product);
}

} // namespace

void mlir::dsv4::addTensorCastQuantisationHandlers(HandlerTable &table) {
  table["torch.tensor_cast.dynamic_quantize_mxfp4"] = convertQuantizeMxfp4;
  table["torch.tensor_cast.dynamic_quantize_symmetric"] = convertQuantizeSymmetric;
  table["torch.tensor_cast.fp8_linear"] = convertFp8Linear;
  table["torch.tensor_cast.mxfp4_linear"] = convertMxfp4Linear;
  table["torch.tensor_cast.static_quant_linear"] = convertStaticQuantLinear;
}

//===- AtenElementwiseHandlers.cpp - Elementwise aten ops and sums --------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One linalg.generic per op, conversions of the operands inside: PyTorch runs
// each as one kernel. Arithmetic on f16 and bf16 is done in f32 and rounded
// once, as PyTorch does it. The dtype of a result is what the op declares, so
// torch's promotion rules need not be repeated.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Import/OpImporter.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/ReshapeOpsUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

/// The type to compute in when the result is `type`.
Type arithmeticType(Type type) {
  if (isa<FloatType>(type) && type.getIntOrFloatBitWidth() < 32)
    return Float32Type::get(type.getContext());
  return type;
}

/// `value` in type `to` as `Tensor.to` converts: to nearest even between float
/// types, toward zero from float to integer, "not zero" to bool.
Value convertScalar(ImplicitLocOpBuilder &b, Value value, Type to, bool isUnsigned, bool toUnsigned = false) {
  Type from = value.getType();
  if (from == to)
    return value;
  unsigned fromWidth = from.getIntOrFloatBitWidth(), toWidth = to.getIntOrFloatBitWidth();
  if (to.isInteger(1)) {
    Value zero = arith::ConstantOp::create(b, b.getZeroAttr(from));
    if (isa<FloatType>(from))
      return arith::CmpFOp::create(b, arith::CmpFPredicate::UNE, value, zero);
    return arith::CmpIOp::create(b, arith::CmpIPredicate::ne, value, zero);
  }
  if (isa<FloatType>(from) && isa<FloatType>(to)) {
    if (toWidth > fromWidth)
      return arith::ExtFOp::create(b, to, value);
    if (toWidth < fromWidth)
      return arith::TruncFOp::create(b, to, value);
    return arith::TruncFOp::create(b, to, arith::ExtFOp::create(b, b.getF32Type(), value));
  }
  if (isa<FloatType>(from)) {
    if (toUnsigned)
      return arith::FPToUIOp::create(b, to, value);
    return arith::FPToSIOp::create(b, to, value);
  }
  if (isa<FloatType>(to)) {
    if (isUnsigned)
      return arith::UIToFPOp::create(b, to, value);
    return arith::SIToFPOp::create(b, to, value);
  }
  if (toWidth < fromWidth)
    return arith::TruncIOp::create(b, to, value);
  if (isUnsigned)
    return arith::ExtUIOp::create(b, to, value);
  return arith::ExtSIOp::create(b, to, value);
}

/// f4E2M1FN tensors have two values per element, so no elementwise op may touch one.
LogicalResult checkNotPacked(OpImporter &b, ArrayRef<Type> elementTypes) {
  if (llvm::any_of(elementTypes, llvm::IsaPred<Float4E2M1FNType>))
    return b.error() << "f4E2M1FN holds two values per element, arithmetic on it is not defined";
  return success();
}

//===----------------------------------------------------------------------===//
// Broadcasting
//===----------------------------------------------------------------------===//

/// One letter per dimension; torch tensors of higher rank do not occur.
constexpr StringLiteral dimLetters = "abcdefghijklmnopqrstuvwxyz";

LogicalResult checkRank(OpImporter &b, int64_t rank) {
  if (rank > int64_t(dimLetters.size()))
    return b.error() << "tensors of rank " << rank << " are not supported";
  return success();
}

/// Builds the scalar of one element from operands in their own types.
using Body = function_ref<Value(ImplicitLocOpBuilder &, ValueRange)>;

/// An elementwise op with torch's broadcasting: shapes are aligned at the last
/// dimension, missing dimensions and those of size 1 repeat. torch.export never
/// leaves a dynamic dimension that may be 1, so equal letters are equal sizes.
FailureOr<Value> elementwise(OpImporter &b, ArrayRef<TensorOperand> inputs, Body body) {
  RankedTensorType result = b.resultType();
  if (!result || failed(checkRank(b, result.getRank())))
    return failure();
  int64_t rank = result.getRank();
  SmallVector<Type> elementTypes = {result.getElementType()};
  SmallVector<std::string> dims;
  for (const TensorOperand &input : inputs) {
    RankedTensorType type = input.getType();
    int64_t missing = rank - type.getRank();
    if (missing < 0)
      return b.error() << "cannot broadcast " << type << " to " << result;
    std::string letters;
    for (int64_t i = 0; i < type.getRank(); ++i) {
      int64_t size = type.getDimSize(i), target = result.getDimSize(missing + i);
      bool repeats = size == 1 && target != 1;
      if (!repeats && !ShapedType::isDynamic(size) && !ShapedType::isDynamic(target) && size != target)
        return b.error() << "cannot broadcast " << type << " to " << result;
      letters.push_back(repeats ? '1' : dimLetters[missing + i]);
    }
    dims.push_back(std::move(letters));
    elementTypes.push_back(type.getElementType());
  }
  if (failed(checkNotPacked(b, elementTypes)))
    return failure();
  StringRef out = StringRef(dimLetters).take_front(rank);
  for (char letter : out)
    if (llvm::none_of(dims, [&](const std::string &operand) { return StringRef(operand).contains(letter); }))
      return b.error() << "no operand has dimension " << out.find(letter) << " of " << result;
  SmallVector<Term> terms;
  for (auto [input, letters] : llvm::zip_equal(inputs, dims))
    terms.push_back({input.value, letters});
  return b.map(out, result.getElementType(), terms, body);
}

//===----------------------------------------------------------------------===//
// Unary
//===----------------------------------------------------------------------===//

/// Float functions of one tensor: `exp`, `log1p`, ...
template <typename MathOp>
LogicalResult convertUnary(OpImporter &b) {
  TensorOperand x;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("self", x).done()))
    return failure();
  if (!isa<FloatType>(type.getElementType()))
    return b.error() << "needs a float result, got " << type;
  FailureOr<Value> y = elementwise(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value operand = convertScalar(nested, v[0], arithmeticType(type.getElementType()), x.isUnsigned);
    return convertScalar(nested, MathOp::create(nested, operand), type.getElementType(), false);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

LogicalResult convertDtype(OpImporter &b, TensorOperand x, int64_t dtype) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (getTypeOfDtypeCode(b.getContext(), dtype) != type.getElementType())
    return b.error() << "dtype " << dtype << " is not that of the declared result " << type;
  if (x.getElementType() == type.getElementType())
    return b.results(x.value);
  bool toUnsigned = isUnsignedTorchTensor(b.source()->getResult(0).getType());
  FailureOr<Value> y = elementwise(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    return convertScalar(nested, v[0], type.getElementType(), x.isUnsigned, toUnsigned);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

/// to.dtype(self, dtype, non_blocking, copy, memory_format)
LogicalResult convertToDtype(OpImporter &b) {
  TensorOperand x;
  int64_t dtype = 0;
  if (failed(b.operands()
                 .tensor("self", x)
                 .intConstant("dtype", dtype)
                 .ignored("non_blocking")
                 .ignored("copy")
                 .ignored("memory_format")
                 .done()))
    return failure();
  return convertDtype(b, x, dtype);
}

/// prims.convert_element_type(a, dtype)
LogicalResult convertElementType(OpImporter &b) {
  TensorOperand x;
  int64_t dtype = 0;
  if (failed(b.operands().tensor("a", x).intConstant("dtype", dtype).done()))
    return failure();
  return convertDtype(b, x, dtype);
}

//===----------------------------------------------------------------------===//
// Binary
//===----------------------------------------------------------------------===//

/// Arithmetic in the type of the result. `IntOp` may be void: then the result
/// must be a float.
template <typename FloatOp, typename IntOp>
FailureOr<Value> arithmetic(OpImporter &b, TensorOperand lhs, TensorOperand rhs, Scalar alpha) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  Type element = type.getElementType(), compute = arithmeticType(element);
  bool isFloat = isa<FloatType>(element);
  if (element.isInteger(1) || (!isFloat && std::is_void_v<IntOp>))
    return b.error() << "has no result of type " << type;
  TypedAttr factor = alpha.getAttr(b, compute);
  if (!factor)
    return b.error() << "alpha does not fit " << compute;
  return elementwise(b, {lhs, rhs}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value x = convertScalar(nested, v[0], compute, lhs.isUnsigned);
    Value y = convertScalar(nested, v[1], compute, rhs.isUnsigned);
    bool scales = alpha.asDouble() != 1.0;
    if (isFloat) {
      if (scales)
        y = arith::MulFOp::create(nested, y, arith::ConstantOp::create(nested, factor));
      return convertScalar(nested, FloatOp::create(nested, x, y), element, false);
    }
    if constexpr (!std::is_void_v<IntOp>) {
      if (scales)
        y = arith::MulIOp::create(nested, y, arith::ConstantOp::create(nested, factor));
      return IntOp::create(nested, x, y);
    }
    return Value();
  });
}

/// add.Tensor, sub.Tensor(self, other, alpha)
template <typename FloatOp, typename IntOp>
LogicalResult convertAdditive(OpImporter &b) {
  TensorOperand lhs, rhs;
  Scalar alpha;
  if (failed(b.operands().tensor("self", lhs).tensor("other", rhs).scalarConstant("alpha", alpha).done()))
    return failure();
  FailureOr<Value> y = arithmetic<FloatOp, IntOp>(b, lhs, rhs, alpha);
  if (failed(y))
    return failure();
  return b.results(*y);
}

/// mul.Tensor, div.Tensor(self, other)
template <typename FloatOp, typename IntOp>
LogicalResult convertMultiplicative(OpImporter &b) {
  TensorOperand lhs, rhs;
  if (failed(b.operands().tensor("self", lhs).tensor("other", rhs).done()))
    return failure();
  FailureOr<Value> y = arithmetic<FloatOp, IntOp>(b, lhs, rhs, Scalar{/*isFloat=*/false, 1, 0.0});
  if (failed(y))
    return failure();
  return b.results(*y);
}

//===----------------------------------------------------------------------===//
// Comparison and choice
//===----------------------------------------------------------------------===//

/// A comparison of a tensor with a number: `OP.Scalar(self, other)`. The number
/// is converted to the tensor's dtype, except that an integer tensor is compared
/// with a float in f32, torch's default dtype.
template <arith::CmpFPredicate floatPredicate, arith::CmpIPredicate signedPredicate,
          arith::CmpIPredicate unsignedPredicate>
LogicalResult convertCompareScalar(OpImporter &b) {
  TensorOperand x;
  Scalar other;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("self", x).scalarConstant("other", other).done()))
    return failure();
  if (!type.getElementType().isInteger(1))
    return b.error() << "needs a bool result, got " << type;
  Type element = x.getElementType();
  bool isFloat = isa<FloatType>(element) || other.isFloat;
  Type common = isFloat && isa<IntegerType>(element) ? Type(b.getF32Type()) : element;
  TypedAttr constant = other.getAttr(b, common);
  if (!constant)
    return b.error() << other.integer << " does not fit " << common;
  Type compute = arithmeticType(common);
  FailureOr<Value> y = elementwise(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    Value lhs = convertScalar(nested, v[0], compute, x.isUnsigned);
    Value rhs = convertScalar(nested, arith::ConstantOp::create(nested, constant), compute, x.isUnsigned);
    if (isFloat)
      return arith::CmpFOp::create(nested, floatPredicate, lhs, rhs);
    return arith::CmpIOp::create(nested, x.isUnsigned ? unsignedPredicate : signedPredicate, lhs, rhs);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

/// where.self(condition, self, other)
LogicalResult convertWhere(OpImporter &b) {
  TensorOperand condition, x, y;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands().tensor("condition", condition).tensor("self", x).tensor("other", y).done()))
    return failure();
  if (!condition.getElementType().isInteger(1))
    return b.error() << "condition must be a bool tensor, got " << condition.getType();
  Type element = type.getElementType();
  FailureOr<Value> chosen = elementwise(b, {condition, x, y}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    return arith::SelectOp::create(nested, v[0], convertScalar(nested, v[1], element, x.isUnsigned),
                                   convertScalar(nested, v[2], element, y.isUnsigned));
  });
  if (failed(chosen))
    return failure();
  return b.results(*chosen);
}

//===----------------------------------------------------------------------===//
// Sums
//===----------------------------------------------------------------------===//

/// sum.dim_IntList(self, dim, keepdim, dtype): no dims are all dims; f16 and
/// bf16 are summed in f32.
LogicalResult convertSum(OpImporter &b) {
  TensorOperand x;
  std::optional<SmallVector<int64_t>> dims;
  bool keepDim = false;
  std::optional<int64_t> dtype;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands()
                          .tensor("self", x)
                          .optionalIntListConstant("dim", dims)
                          .boolConstant("keepdim", keepDim)
                          .optionalIntConstant("dtype", dtype)
                          .done()))
    return failure();
  Type element = type.getElementType(), accumulator = arithmeticType(element);
  if (dtype && getTypeOfDtypeCode(b.getContext(), *dtype) != element)
    return b.error() << "dtype " << *dtype << " is not that of the declared result " << type;
  if (element.isInteger(1))
    return b.error() << "has no result of type " << type;
  int64_t rank = x.getType().getRank();
  if (failed(checkRank(b, rank)) || failed(checkNotPacked(b, {x.getElementType(), element})))
    return failure();

  SmallVector<bool> reduced(rank, !dims || dims->empty());
  if (dims)
    for (int64_t dim : *dims) {
      int64_t position = dim < 0 ? dim + rank : dim;
      if (position < 0 || position >= rank)
        return b.error() << "dim " << dim << " is outside " << x.getType();
      reduced[position] = true;
    }
  std::string kept;
  for (int64_t i = 0; i < rank; ++i)
    if (!reduced[i])
      kept.push_back(dimLetters[i]);
  StringRef all = StringRef(dimLetters).take_front(rank);

  Value sum;
  if (!llvm::is_contained(reduced, true)) {
    sum = b.map(all, accumulator, {{x.value, all}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
      return convertScalar(nested, v[0], accumulator, x.isUnsigned);
    });
  } else {
    sum = b.reduce(kept, cast<TypedAttr>(b.getZeroAttr(accumulator)), {{x.value, all}},
                   [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                     Value term = convertScalar(nested, v[0], accumulator, x.isUnsigned);
                     if (isa<FloatType>(accumulator))
                       return arith::AddFOp::create(nested, v[1], term);
                     return arith::AddIOp::create(nested, v[1], term);
                   });
  }
  if (keepDim) {
    // A size 1 in the place of every summed dimension; it joins the dimension before it.
    SmallVector<int64_t> shape;
    SmallVector<OpFoldResult> sizes;
    SmallVector<ReassociationIndices> groups;
    bool lastHasKept = false;
    for (int64_t i = 0; i < rank; ++i) {
      shape.push_back(reduced[i] ? 1 : x.getType().getDimSize(i));
      sizes.push_back(reduced[i] ? OpFoldResult(b.getIndexAttr(1)) : b.sizeOf(x.value, i));
      if (groups.empty() || (!reduced[i] && lastHasKept)) {
        groups.emplace_back();
        lastHasKept = false;
      }
      groups.back().push_back(i);
      lastHasKept |= !reduced[i];
    }
    if (kept.empty())
      groups.clear();
    if (int64_t(kept.size()) != rank)
      sum = tensor::ExpandShapeOp::create(b, RankedTensorType::get(shape, accumulator), sum, groups, sizes);
  }
  return b.results(sum);
}

//===----------------------------------------------------------------------===//
// Filled tensors
//===----------------------------------------------------------------------===//

/// full_like(self, fill_value, dtype, layout, device, pin_memory, memory_format)
LogicalResult convertFullLike(OpImporter &b) {
  TensorOperand like;
  Scalar value;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands()
                          .tensor("self", like)
                          .scalarConstant("fill_value", value)
                          .ignored("dtype")
                          .ignored("layout")
                          .ignored("device")
                          .ignored("pin_memory")
                          .ignored("memory_format")
                          .done()))
    return failure();
  TypedAttr element = value.getAttr(b, type.getElementType());
  if (!element || failed(checkNotPacked(b, type.getElementType())))
    return b.error() << "fill_value does not fit " << type.getElementType();
  SmallVector<OpFoldResult> sizes;
  for (int64_t i = 0; i < like.getType().getRank(); ++i)
    sizes.push_back(b.sizeOf(like.value, i));
  return b.results(b.filled(sizes, element));
}

/// scalar_tensor(s, dtype, layout, device, pin_memory)
LogicalResult convertScalarTensor(OpImporter &b) {
  Scalar value;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands()
                          .scalarConstant("s", value)
                          .ignored("dtype")
                          .ignored("layout")
                          .ignored("device")
                          .ignored("pin_memory")
                          .done()))
    return failure();
  TypedAttr element = value.getAttr(b, type.getElementType());
  if (!element || type.getRank() != 0)
    return b.error() << "s does not fit " << type;
  return b.results(arith::ConstantOp::create(b, DenseElementsAttr::get(type, Attribute(element))).getResult());
}

} // namespace

void mlir::dsv4::addAtenElementwiseHandlers(HandlerTable &table) {
  using F = arith::CmpFPredicate;
  using I = arith::CmpIPredicate;
  table["torch.aten.add.Tensor"] = convertAdditive<arith::AddFOp, arith::AddIOp>;
  table["torch.aten.div.Tensor"] = convertMultiplicative<arith::DivFOp, void>;
  table["torch.aten.eq.Scalar"] = convertCompareScalar<F::OEQ, I::eq, I::eq>;
  table["torch.aten.exp"] = convertUnary<math::ExpOp>;
  table["torch.aten.full_like"] = convertFullLike;
  table["torch.aten.ge.Scalar"] = convertCompareScalar<F::OGE, I::sge, I::uge>;
  table["torch.aten.gt.Scalar"] = convertCompareScalar<F::OGT, I::sgt, I::ugt>;
  table["torch.aten.le.Scalar"] = convertCompareScalar<F::OLE, I::sle, I::ule>;
  table["torch.aten.log1p"] = convertUnary<math::Log1pOp>;
  table["torch.aten.lt.Scalar"] = convertCompareScalar<F::OLT, I::slt, I::ult>;
  table["torch.aten.mul.Tensor"] = convertMultiplicative<arith::MulFOp, arith::MulIOp>;
  table["torch.aten.ne.Scalar"] = convertCompareScalar<F::UNE, I::ne, I::ne>;
  table["torch.aten.rsqrt"] = convertUnary<math::RsqrtOp>;
  table["torch.aten.scalar_tensor"] = convertScalarTensor;
  table["torch.aten.sqrt"] = convertUnary<math::SqrtOp>;
  table["torch.aten.sub.Tensor"] = convertAdditive<arith::SubFOp, arith::SubIOp>;
  table["torch.aten.sum.dim_IntList"] = convertSum;
  table["torch.aten.to.dtype"] = convertToDtype;
  table["torch.aten.where.self"] = convertWhere;
  table["torch.prims.convert_element_type"] = convertElementType;
}

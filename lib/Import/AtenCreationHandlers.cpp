//===- AtenCreationHandlers.cpp - aten ops that make new tensors ----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// A list of sizes as numbers or index values; a negative number is an error.
FailureOr<SmallVector<OpFoldResult>> sizesFrom(OpImporter &b, ArrayRef<Value> list) {
  SmallVector<OpFoldResult> sizes;
  for (auto [i, number] : llvm::enumerate(list)) {
    std::optional<int64_t> known = getConstantIntValue(number);
    if (known && *known < 0)
      return b.error() << "size " << i << " is " << *known;
    if (!known) {
      Value zero = arith::ConstantIntOp::create(b, b.getI64Type(), 0);
      Value isSane = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, number, zero);
      if (failed(b.check(isSane, "size " + Twine(i) + " is negative")))
        return failure();
    }
    sizes.push_back(asIndex(b, number));
  }
  return sizes;
}

/// A tensor of `sizes` in the result's dtype, filled with a number; without one its elements are not set.
LogicalResult convertFilled(OpImporter &b, ArrayRef<OpFoldResult> sizes, const Number &number) {
  RankedTensorType type = b.resultType();
  if (!type || failed(checkNotPacked(b, type.getElementType())))
    return failure();
  Type element = type.getElementType();
  if (!number.value)
    return b.results(tensor::EmptyOp::create(b, sizes, element).getResult());
  if (number.constant) {
    TypedAttr value = number.constant->getAttr(b, element);
    if (!value)
      return b.error() << "fill_value does not fit " << element;
    return b.results(b.filled(sizes, value));
  }
  Value empty = tensor::EmptyOp::create(b, sizes, element);
  Value value = convertNumber(b, number, element);
  return b.results(linalg::FillOp::create(b, value, empty).getResult(0));
}

Number numberOf(OpImporter &b, int64_t value) {
  return {arith::ConstantIntOp::create(b, b.getI64Type(), value), Scalar{/*isFloat=*/false, value, 0.0}};
}

/// The operands that say where the tensor lies and how: no number depends on them.
void readPlace(OperandReader &reader, bool hasMemoryFormat) {
  for (StringRef name : {"dtype", "layout", "device", "pin_memory"})
    reader.ignored(name);
  if (hasMemoryFormat)
    reader.ignored("memory_format");
}

enum class Content { Zeros, Ones, Value, Nothing };

Number contentOf(OpImporter &b, Content content, const Number &given) {
  if (content == Content::Value)
    return given;
  return content == Content::Nothing ? Number() : numberOf(b, content == Content::Ones);
}

/// full_like(self, fill_value, ...), zeros_like, ones_like, empty_like(self, ...)
template <Content content>
LogicalResult convertLike(OpImporter &b) {
  TensorOperand like;
  Number value;
  OperandReader reader = b.operands();
  reader.tensor("self", like);
  if (content == Content::Value)
    reader.number("fill_value", value);
  readPlace(reader, /*hasMemoryFormat=*/true);
  if (failed(reader.done()))
    return failure();
  return convertFilled(b, b.sizesOf(like.value), contentOf(b, content, value));
}

/// full(size, fill_value, ...), zeros, ones(size, ...), empty.memory_format(size, ..., memory_format), and the same for
/// new_*(self, size, ...).
template <Content content, bool isNew, bool hasMemoryFormat = false>
LogicalResult convertOfSize(OpImporter &b) {
  TensorOperand self;
  SmallVector<Value> list;
  Number value;
  OperandReader reader = b.operands();
  if (isNew)
    reader.tensor("self", self);
  reader.intList("size", list);
  if (content == Content::Value)
    reader.number("fill_value", value);
  readPlace(reader, hasMemoryFormat);
  if (failed(reader.done()))
    return failure();
  FailureOr<SmallVector<OpFoldResult>> sizes = sizesFrom(b, list);
  if (failed(sizes))
    return failure();
  return convertFilled(b, *sizes, contentOf(b, content, value));
}

/// empty_strided(size, stride, ...): tensors here have no strides.
LogicalResult convertEmptyStrided(OpImporter &b) {
  SmallVector<Value> list;
  OperandReader reader = b.operands();
  reader.intList("size", list).ignored("stride");
  readPlace(reader, /*hasMemoryFormat=*/false);
  if (failed(reader.done()))
    return failure();
  FailureOr<SmallVector<OpFoldResult>> sizes = sizesFrom(b, list);
  if (failed(sizes))
    return failure();
  return convertFilled(b, *sizes, Number());
}

/// fill.Scalar(self, value)
LogicalResult convertFill(OpImporter &b) {
  TensorOperand self;
  Number value;
  if (failed(b.operands().tensor("self", self).number("value", value).done()))
    return failure();
  return convertFilled(b, b.sizesOf(self.value), value);
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

/// Number of values in [start, end) with `step`, as torch.arange counts them: in double.
FailureOr<OpFoldResult> countSteps(OpImporter &b, const Number &start, const Number &end, const Number &step) {
  if (!step.constant || step.constant->asDouble() == 0.0)
    return b.error() << "step must be a constant other than 0";
  if (start.constant && end.constant) {
    double count = std::ceil((end.constant->asDouble() - start.constant->asDouble()) / step.constant->asDouble());
    if (!(count <= 0x1p53))
      return b.error() << "has too many elements";
    if (count < 0)
      return b.error() << "end is on the wrong side of start for a step of " << step.constant->asDouble();
    return OpFoldResult(b.getIndexAttr(static_cast<int64_t>(count)));
  }
  if (start.isFloat() || end.isFloat() || step.isFloat() || step.constant->integer <= 0)
    return b.error() << "with computed bounds needs ints and a positive step";
  OpFoldResult length = subtractSizes(b, asIndex(b, end.value), asIndex(b, start.value));
  OpFoldResult count = ceilDivSizes(b, length, step.constant->integer);
  Value isSane = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::sge, asValue(b, count), b.index(0));
  if (failed(b.check(isSane, "end is before start")))
    return failure();
  return count;
}

/// start + i * step: floats in double, rounded once.
LogicalResult convertRange(OpImporter &b, const Number &start, const Number &end, const Number &step) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  FailureOr<OpFoldResult> count = countSteps(b, start, end, step);
  if (failed(count))
    return failure();
  Type element = type.getElementType(), compute = isa<FloatType>(element) ? Type(b.getF64Type()) : element;
  if (type.getRank() != 1 || element.isInteger(1))
    return b.error() << "has no result of type " << type;
  return b.results(b.map("a", *count, element, {}, [&](ImplicitLocOpBuilder &nested, ValueRange) -> Value {
    Value position = arith::IndexCastOp::create(nested, nested.getI64Type(), linalg::IndexOp::create(nested, 0));
    Value i = convertScalar(nested, position, compute, /*isUnsigned=*/false);
    Value first = convertNumber(nested, start, compute), width = convertNumber(nested, step, compute);
    if (isa<IntegerType>(compute))
      return arith::AddIOp::create(nested, first, arith::MulIOp::create(nested, i, width));
    Value value = arith::AddFOp::create(nested, first, arith::MulFOp::create(nested, i, width));
    return convertScalar(nested, value, element, false);
  }));
}

/// arange(end, ...), arange.start(start, end, ...), arange.start_step(start, end, step, ...)
template <int bounds>
LogicalResult convertArange(OpImporter &b) {
  Number start, end, step;
  OperandReader reader = b.operands();
  if (bounds > 1)
    reader.number("start", start);
  reader.number("end", end);
  if (bounds > 2)
    reader.number("step", step);
  readPlace(reader, /*hasMemoryFormat=*/false);
  if (failed(reader.done()))
    return failure();
  if (bounds < 2)
    start = numberOf(b, 0);
  if (bounds < 3)
    step = numberOf(b, 1);
  return convertRange(b, start, end, step);
}

} // namespace

void mlir::dsv4::addAtenCreationHandlers(HandlerTable &table) {
  table["torch.aten.arange"] = convertArange<1>;
  table["torch.aten.arange.start"] = convertArange<2>;
  table["torch.aten.arange.start_step"] = convertArange<3>;
  table["torch.aten.empty.memory_format"] = convertOfSize<Content::Nothing, /*isNew=*/false, /*hasMemoryFormat=*/true>;
  table["torch.aten.empty_like"] = convertLike<Content::Nothing>;
  table["torch.aten.empty_strided"] = convertEmptyStrided;
  table["torch.aten.fill.Scalar"] = convertFill;
  table["torch.aten.full"] = convertOfSize<Content::Value, /*isNew=*/false>;
  table["torch.aten.full_like"] = convertLike<Content::Value>;
  table["torch.aten.new_empty"] = convertOfSize<Content::Nothing, /*isNew=*/true>;
  table["torch.aten.new_full"] = convertOfSize<Content::Value, /*isNew=*/true>;
  table["torch.aten.new_ones"] = convertOfSize<Content::Ones, /*isNew=*/true>;
  table["torch.aten.new_zeros"] = convertOfSize<Content::Zeros, /*isNew=*/true>;
  table["torch.aten.ones"] = convertOfSize<Content::Ones, /*isNew=*/false>;
  table["torch.aten.ones_like"] = convertLike<Content::Ones>;
  table["torch.aten.scalar_tensor"] = convertScalarTensor;
  table["torch.aten.zeros"] = convertOfSize<Content::Zeros, /*isNew=*/false>;
  table["torch.aten.zeros_like"] = convertLike<Content::Zeros>;
}

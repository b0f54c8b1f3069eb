//===- TypeRule.cpp - Checks operand types and infers result types --------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/TypeRule.h"

#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CheckedArithmetic.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <limits>

using namespace mlir;
using namespace mlir::dsv4;

static std::string dimensionOf(int64_t index, StringRef operand) {
  return ("dimension " + Twine(index) + " of " + operand).str();
}

LogicalResult TypeRule::fail(const Twine &message) const {
  return emitOptionalError(location, "'", opName, "' op ", message);
}

CheckedOperand TypeRule::operand(Value value, StringRef name) const {
  RankedTensorType type;
  if (value)
    type = lookup ? lookup(value) : dyn_cast<RankedTensorType>(value.getType());
  return {value, type, name};
}

LogicalResult TypeRule::rankAtLeast(const CheckedOperand &operand, int64_t rank) const {
  if (!operand.type)
    return fail(operand.name + " must be a ranked tensor");
  if (operand.type.getRank() < rank)
    return fail(operand.name + " has rank " + Twine(operand.type.getRank()) + ", expected " + Twine(rank) + " or more");
  return success();
}

LogicalResult TypeRule::rank(const CheckedOperand &operand, int64_t rank) const {
  if (!operand.type)
    return fail(operand.name + " must be a ranked tensor");
  if (operand.type.getRank() != rank)
    return fail(operand.name + " has rank " + Twine(operand.type.getRank()) + ", expected " + Twine(rank));
  return success();
}

LogicalResult TypeRule::rankOrOneMore(const CheckedOperand &operand, int64_t rank) const {
  if (!operand.type)
    return fail(operand.name + " must be a ranked tensor");
  int64_t actual = operand.type.getRank();
  if (actual != rank && actual != rank + 1)
    return fail(operand.name + " has rank " + Twine(actual) + ", expected " + Twine(rank) + " or " + Twine(rank + 1));
  return success();
}

TypeRule::Dimension *TypeRule::find(StringRef symbol) {
  for (Dimension &dimension : dimensions)
    if (dimension.symbol == symbol)
      return &dimension;
  return nullptr;
}

const TypeRule::Dimension *TypeRule::find(StringRef symbol) const { return const_cast<TypeRule *>(this)->find(symbol); }

int64_t TypeRule::size(StringRef symbol) const {
  const Dimension *dimension = find(symbol);
  return dimension ? dimension->size : ShapedType::kDynamic;
}

LogicalResult TypeRule::unify(Dimension &known, const CheckedOperand &operand, int64_t index) {
  int64_t size = operand.type.getDimSize(index);
  std::string here = dimensionOf(index, operand.name);
  if (ShapedType::isDynamic(size) || ShapedType::isDynamic(known.size)) {
    bool sameDimension = known.value == operand.value && known.index == index;
    if (known.value && !sameDimension)
      openAgreements.push_back(
          {operand.value, index, 1, known.value, known.index, known.size, here + " is not " + known.origin});
    else if (!known.value)
      openAgreements.push_back({operand.value, index, 1, Value(), 0, known.size, here + " is not " + known.origin});
    if (ShapedType::isDynamic(known.size) && ShapedType::isStatic(size))
      known = {known.symbol, size, here, operand.value, index};
    return success();
  }
  if (known.size == size)
    return success();
  StringRef symbol = known.symbol;
  return fail(here + " is " + Twine(size) + ", expected " + symbol + (symbol.empty() ? "" : " = ") + Twine(known.size) +
              " (" + known.origin + ")");
}

LogicalResult TypeRule::dim(StringRef symbol, const CheckedOperand &operand, int64_t index) {
  if (index < 0)
    index += operand.type.getRank();
  namedDimensions.push_back({operand.value, index, symbol.str()});
  if (Dimension *known = find(symbol))
    return unify(*known, operand, index);
  dimensions.push_back(
      {symbol.str(), operand.type.getDimSize(index), dimensionOf(index, operand.name), operand.value, index});
  return success();
}

LogicalResult TypeRule::leading(const CheckedOperand &operand, int64_t trailing) {
  int64_t rank = operand.type.getRank(), count = rank - trailing;
  for (int64_t i = 0; i < count; ++i)
    namedDimensions.push_back({operand.value, i, "..." + std::to_string(i)});
  if (leadingOperand.empty()) {
    leadingOperand = operand.name.str();
    for (int64_t i = 0; i < count; ++i)
      leadingDimensions.push_back({"", operand.type.getDimSize(i), dimensionOf(i, operand.name), operand.value, i});
    return success();
  }
  int64_t expected = leadingDimensions.size();
  if (count != expected)
    return fail(operand.name + " has rank " + Twine(rank) + ", expected " + Twine(expected + trailing) + ": " +
                Twine(expected) + " leading as in " + leadingOperand + ", " + Twine(trailing) + " of its own");
  for (int64_t i = 0; i < count; ++i)
    if (failed(unify(leadingDimensions[i], operand, i)))
      return failure();
  return success();
}

LogicalResult TypeRule::shape(ArrayRef<StringRef> symbols, const CheckedOperand &operand) {
  if (failed(rank(operand, symbols.size())))
    return failure();
  for (auto [index, symbol] : llvm::enumerate(symbols))
    if (failed(dim(symbol, operand, index)))
      return failure();
  return success();
}

LogicalResult TypeRule::leadingAnd(ArrayRef<StringRef> symbols, const CheckedOperand &operand) {
  int64_t trailing = symbols.size();
  // Once the leading dimensions are known, `leading` asks for the exact rank.
  if (failed(rankAtLeast(operand, leadingOperand.empty() ? trailing : 0)) || failed(leading(operand, trailing)))
    return failure();
  for (auto [index, symbol] : llvm::enumerate(symbols))
    if (failed(dim(symbol, operand, int64_t(index) - trailing)))
      return failure();
  return success();
}

std::string mlir::dsv4::detail::printShape(ArrayRef<int64_t> sizes) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(sizes, os << "[", [&](int64_t size) {
    if (ShapedType::isDynamic(size))
      os << "?";
    else
      os << size;
  });
  os << "]";
  return text;
}

std::string mlir::dsv4::detail::printType(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

LogicalResult TypeRule::exactly(ArrayRef<int64_t> sizes, const CheckedOperand &operand) {
  if (failed(rankAtLeast(operand, 0)))
    return failure();
  if (failed(verifyCompatibleShape(operand.type.getShape(), sizes)))
    return fail(operand.name + " is " + detail::printShape(operand.type.getShape()) + ", expected " +
                detail::printShape(sizes));
  for (auto [index, size] : llvm::enumerate(sizes))
    if (operand.type.isDynamicDim(index) && ShapedType::isStatic(size))
      openAgreements.push_back({operand.value, int64_t(index), 1, Value(), 0, size,
                                dimensionOf(index, operand.name) + " is not " + std::to_string(size)});
  return success();
}

LogicalResult TypeRule::equals(StringRef symbol, int64_t size, StringRef why) {
  if (ShapedType::isDynamic(size))
    return success();
  Dimension *known = find(symbol);
  if (!known) {
    dimensions.push_back({symbol.str(), size, why.str(), Value(), 0});
    return success();
  }
  if (ShapedType::isDynamic(known->size)) {
    openAgreements.push_back({known->value, known->index, 1, Value(), 0, size,
                              known->origin + " is not " + std::to_string(size) + " = " + why.str()});
    *known = {known->symbol, size, why.str(), Value(), 0};
    return success();
  }
  if (known->size != size)
    return fail(known->origin + " is " + Twine(known->size) + ", expected " + Twine(size) + " = " + why);
  return success();
}

LogicalResult TypeRule::isMultiple(StringRef symbol, int64_t factor, StringRef factorName, StringRef unit) {
  Dimension *multiple = find(symbol), *known = find(unit);
  FailureOr<int64_t> expected = product(factor, known->size, symbol);
  if (failed(expected))
    return failure();
  if (ShapedType::isStatic(*expected)) {
    std::string why = symbol.str() + " with " + factorName.str() + " = " + std::to_string(factor) + ", " + unit.str() +
                      " = " + std::to_string(known->size);
    return equals(symbol, *expected, why);
  }
  openAgreements.push_back({known->value, known->index, factor, multiple->value, multiple->index, multiple->size,
                            multiple->origin + " is not " + std::to_string(factor) + " times " + known->origin});
  if (ShapedType::isDynamic(multiple->size))
    return success();
  if (multiple->size % factor)
    return fail(multiple->origin + " is " + Twine(multiple->size) + ", expected a multiple of " + factorName + " = " +
                Twine(factor));
  *known = {known->symbol, multiple->size / factor, multiple->origin + " divided by " + factorName.str(), Value(), 0};
  return success();
}

LogicalResult TypeRule::isStatic(StringRef symbol) const {
  const Dimension *dimension = find(symbol);
  if (ShapedType::isDynamic(dimension->size))
    return fail(dimension->symbol + " (" + dimension->origin + ") is dynamic, expected a static size");
  return success();
}

LogicalResult TypeRule::atLeastOne(StringRef symbol) const {
  const Dimension *dimension = find(symbol);
  if (dimension->size == 0)
    return fail(dimension->symbol + " (" + dimension->origin + ") is 0, expected 1 or more");
  return success();
}

LogicalResult TypeRule::atMost(StringRef symbol, int64_t largest, StringRef name) const {
  const Dimension *dimension = find(symbol);
  if (dimension->size > largest)
    return fail(dimension->symbol + " (" + dimension->origin + ") is " + Twine(dimension->size) +
                ", expected at most " + name + " = " + Twine(largest));
  return success();
}

LogicalResult TypeRule::inRange(int64_t value, int64_t smallest, StringRef attribute) const {
  if (value < smallest || value > std::numeric_limits<int32_t>::max())
    return fail(attribute + " is " + Twine(value) + ", expected " + Twine(smallest) + " to 2^31 - 1");
  return success();
}

LogicalResult TypeRule::countsInI32(StringRef symbol) const {
  const Dimension *dimension = find(symbol);
  constexpr int64_t largest = std::numeric_limits<int32_t>::max();
  if (dimension->size > largest)
    return fail(dimension->symbol + " (" + dimension->origin + ") is " + Twine(dimension->size) +
                ", expected at most 2^31 - 1 = " + Twine(largest));
  return success();
}

FailureOr<int64_t> TypeRule::product(int64_t lhs, int64_t rhs, StringRef name) const {
  if (ShapedType::isDynamic(lhs) || ShapedType::isDynamic(rhs))
    return ShapedType::kDynamic;
  if (std::optional<int64_t> result = llvm::checkedMul(lhs, rhs))
    return *result;
  return fail(name + " = " + Twine(lhs) + " * " + Twine(rhs) + " does not fit in 64 bits");
}

LogicalResult TypeRule::sameElementType(const CheckedOperand &lhs, const CheckedOperand &rhs) const {
  Type expected = lhs.type.getElementType(), actual = rhs.type.getElementType();
  if (expected == actual)
    return success();
  return fail(rhs.name + " is of " + detail::printType(actual) + ", expected " + detail::printType(expected) + " as " +
              lhs.name);
}

/// The nearest f32. Infinity, or zero, if `value` is beyond the range of f32.
static APFloat toF32(APFloat value) {
  bool losesInfo;
  value.convert(APFloat::IEEEsingle(), APFloat::rmNearestTiesToEven, &losesInfo);
  return value;
}

static std::string print(const APFloat &value) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%g", value.convertToDouble());
  return text;
}

LogicalResult TypeRule::above(const APFloat &value, double bound, StringRef attribute) const {
  APFloat rounded = toF32(value);
  if (!rounded.isFinite() || rounded.convertToDouble() <= bound)
    return fail(attribute + " is " + print(value) + ", expected a finite f32 greater than " + print(APFloat(bound)));
  return success();
}

LogicalResult TypeRule::atLeast(const APFloat &value, double bound, StringRef attribute) const {
  APFloat rounded = toF32(value);
  if (!rounded.isFinite() || rounded.convertToDouble() < bound)
    return fail(attribute + " is " + print(value) + ", expected a finite f32 of " + print(APFloat(bound)) + " or more");
  return success();
}

LogicalResult TypeRule::finite(const APFloat &value, StringRef attribute) const {
  if (!toF32(value).isFinite())
    return fail(attribute + " is " + print(value) + ", expected a finite f32");
  return success();
}

LogicalResult TypeRule::notNegative(const APFloat &value, StringRef attribute) const {
  if (!toF32(value).isFinite() || (value.isNegative() && !value.isZero()))
    return fail(attribute + " is " + print(value) + ", expected a finite f32 of 0 or more");
  return success();
}

RankedTensorType TypeRule::type(ArrayRef<int64_t> trailing, Type elementType) const {
  SmallVector<int64_t> shape;
  for (const Dimension &dimension : leadingDimensions)
    shape.push_back(dimension.size);
  llvm::append_range(shape, trailing);
  return RankedTensorType::get(shape, elementType);
}

bool mlir::dsv4::detail::areCompatible(TypeRange inferred, TypeRange actual) {
  if (inferred.size() != actual.size())
    return false;
  for (auto [a, b] : llvm::zip_equal(inferred, actual)) {
    auto x = dyn_cast<RankedTensorType>(a), y = dyn_cast<RankedTensorType>(b);
    if (!x || !y || x.getElementType() != y.getElementType() || failed(verifyCompatibleShape(x, y)))
      return false;
  }
  return true;
}

LogicalResult mlir::dsv4::detail::verifyTypeRule(Operation *op) {
  SmallVector<Type> inferred;
  auto typeOf = [](Value value) { return dyn_cast<RankedTensorType>(value.getType()); };
  if (failed(cast<TypeRuleOpInterface>(op).inferResultTypes(typeOf, inferred)))
    return failure();
  for (auto [index, type] : llvm::enumerate(inferred))
    if (!areCompatible(type, op->getResult(index).getType()))
      return op->emitOpError("result #") << index << " is " << op->getResult(index).getType()
                                         << ", but the operands give " << type;
  return success();
}

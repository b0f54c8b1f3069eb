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

RankedTensorType TypeRule::typeOf(Value operand) const {
  if (!operand)
    return {};
  return lookup ? lookup(operand) : dyn_cast<RankedTensorType>(operand.getType());
}

LogicalResult TypeRule::rankAtLeast(RankedTensorType type, int64_t rank, StringRef operand) const {
  if (!type)
    return fail(operand + " must be a ranked tensor");
  if (type.getRank() < rank)
    return fail(operand + " has rank " + Twine(type.getRank()) + ", expected " + Twine(rank) + " or more");
  return success();
}

LogicalResult TypeRule::rank(RankedTensorType type, int64_t rank, StringRef operand) const {
  if (!type)
    return fail(operand + " must be a ranked tensor");
  if (type.getRank() != rank)
    return fail(operand + " has rank " + Twine(type.getRank()) + ", expected " + Twine(rank));
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

LogicalResult TypeRule::unify(Dimension &known, int64_t size, int64_t index, StringRef operand) {
  if (ShapedType::isDynamic(size))
    return success();
  if (ShapedType::isDynamic(known.size)) {
    known.size = size;
    known.origin = dimensionOf(index, operand);
    return success();
  }
  if (known.size == size)
    return success();
  if (known.symbol.empty())
    return fail(dimensionOf(index, operand) + " is " + Twine(size) + ", expected " + Twine(known.size) + " (" +
                known.origin + ")");
  return fail(dimensionOf(index, operand) + " is " + Twine(size) + ", expected " + known.symbol + " = " +
              Twine(known.size) + " (" + known.origin + ")");
}

LogicalResult TypeRule::dim(StringRef symbol, RankedTensorType type, int64_t index, StringRef operand) {
  if (index < 0)
    index += type.getRank();
  int64_t size = type.getDimSize(index);
  if (Dimension *known = find(symbol))
    return unify(*known, size, index, operand);
  dimensions.push_back({symbol.str(), size, dimensionOf(index, operand)});
  return success();
}

LogicalResult TypeRule::leading(RankedTensorType type, int64_t trailing, StringRef operand) {
  int64_t count = type.getRank() - trailing;
  if (leadingOperand.empty()) {
    leadingOperand = operand.str();
    for (int64_t i = 0; i < count; ++i)
      leadingDimensions.push_back({"", type.getDimSize(i), dimensionOf(i, operand)});
    return success();
  }
  int64_t expected = leadingDimensions.size();
  if (count != expected)
    return fail(operand + " has rank " + Twine(type.getRank()) + ", expected " + Twine(expected + trailing) + ": " +
                Twine(expected) + " leading as in " + leadingOperand + ", " + Twine(trailing) + " of its own");
  for (int64_t i = 0; i < count; ++i)
    if (failed(unify(leadingDimensions[i], type.getDimSize(i), i, operand)))
      return failure();
  return success();
}

LogicalResult TypeRule::shape(ArrayRef<StringRef> symbols, RankedTensorType type, StringRef operand) {
  if (failed(rank(type, symbols.size(), operand)))
    return failure();
  for (auto [index, symbol] : llvm::enumerate(symbols))
    if (failed(dim(symbol, type, index, operand)))
      return failure();
  return success();
}

LogicalResult TypeRule::leadingAnd(ArrayRef<StringRef> symbols, RankedTensorType type, StringRef operand) {
  int64_t trailing = symbols.size();
  // Once the leading dimensions are known, `leading` asks for the exact rank.
  if (failed(rankAtLeast(type, leadingOperand.empty() ? trailing : 0, operand)) ||
      failed(leading(type, trailing, operand)))
    return failure();
  for (auto [index, symbol] : llvm::enumerate(symbols))
    if (failed(dim(symbol, type, int64_t(index) - trailing, operand)))
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

LogicalResult TypeRule::exactly(ArrayRef<int64_t> sizes, RankedTensorType type, StringRef operand) const {
  if (failed(rankAtLeast(type, 0, operand)))
    return failure();
  if (succeeded(verifyCompatibleShape(type.getShape(), sizes)))
    return success();
  return fail(operand + " is " + detail::printShape(type.getShape()) + ", expected " + detail::printShape(sizes));
}

LogicalResult TypeRule::equals(StringRef symbol, int64_t size, StringRef why) {
  if (ShapedType::isDynamic(size))
    return success();
  Dimension *known = find(symbol);
  if (!known) {
    dimensions.push_back({symbol.str(), size, why.str()});
    return success();
  }
  if (ShapedType::isDynamic(known->size)) {
    known->size = size;
    known->origin = why.str();
    return success();
  }
  if (known->size != size)
    return fail(known->origin + " is " + Twine(known->size) + ", expected " + Twine(size) + " = " + why);
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

LogicalResult TypeRule::sameElementType(RankedTensorType lhs, StringRef lhsOperand, RankedTensorType rhs,
                                        StringRef rhsOperand) const {
  if (lhs.getElementType() == rhs.getElementType())
    return success();
  std::string message;
  llvm::raw_string_ostream(message) << rhsOperand << " is of " << rhs.getElementType() << ", expected "
                                    << lhs.getElementType() << " as " << lhsOperand;
  return fail(message);
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

LogicalResult TypeRule::positive(const APFloat &value, StringRef attribute) const {
  APFloat rounded = toF32(value);
  if (!rounded.isFinite() || rounded.isNegative() || rounded.isZero())
    return fail(attribute + " is " + print(value) + ", expected a finite f32 greater than 0");
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

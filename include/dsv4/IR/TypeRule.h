//===- TypeRule.h - Checks operand types and infers result types -*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_TYPERULE_H
#define DSV4_IR_TYPERULE_H

#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/OperationSupport.h"
#include "mlir/IR/Value.h"
#include "mlir/IR/ValueRange.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include <optional>

namespace mlir::dsv4 {

/// The named dimensions of one op while its operand types are checked.
///
/// Every check unifies the dimensions it sees: a dimension keeps the first
/// static size that an operand gives it, and a later operand that disagrees is
/// an error which names both. So the same calls verify an op and infer the
/// shapes of its results. Without a location nothing is printed.
class TypeRule {
public:
  /// `typeOf` answers for operands; by default it is the type they have.
  TypeRule(std::optional<Location> location, StringRef opName, function_ref<RankedTensorType(Value)> typeOf = nullptr)
      : location(location), opName(opName), lookup(typeOf) {}

  /// Type of an operand, null if it is absent or not a ranked tensor.
  RankedTensorType typeOf(Value operand) const;

  /// Emits "'<op>' op <message>" and fails.
  LogicalResult fail(const Twine &message) const;

  /// `type` has at least / exactly `rank` dimensions.
  LogicalResult rankAtLeast(RankedTensorType type, int64_t rank, StringRef operand) const;
  LogicalResult rank(RankedTensorType type, int64_t rank, StringRef operand) const;

  /// Dimension `index` of `type` (negative: from the end) is the named
  /// dimension `symbol`.
  LogicalResult dim(StringRef symbol, RankedTensorType type, int64_t index, StringRef operand);

  /// The dimensions of `type` before the last `trailing` are the op's leading
  /// dimensions: same number, same sizes.
  LogicalResult leading(RankedTensorType type, int64_t trailing, StringRef operand);

  /// `type` is `[symbols...]`, in this order and with this rank.
  LogicalResult shape(ArrayRef<StringRef> symbols, RankedTensorType type, StringRef operand);

  /// `type` is `[leading..., symbols...]`.
  LogicalResult leadingAnd(ArrayRef<StringRef> symbols, RankedTensorType type, StringRef operand);

  /// `type` is `[sizes...]` up to dynamic dimensions.
  LogicalResult exactly(ArrayRef<int64_t> sizes, RankedTensorType type, StringRef operand) const;

  /// The named dimension is `size`: `why` says where that comes from.
  LogicalResult equals(StringRef symbol, int64_t size, StringRef why);

  /// The named dimension is static / is not known to be zero.
  LogicalResult isStatic(StringRef symbol) const;
  LogicalResult atLeastOne(StringRef symbol) const;

  /// The named dimension numbers things in an i32, so it is not known to be
  /// above `2^31 - 1`.
  LogicalResult countsInI32(StringRef symbol) const;

  /// Product of two sizes, `ShapedType::kDynamic` if one is unknown; an error
  /// that calls it `name` if it does not fit in an int64.
  FailureOr<int64_t> product(int64_t lhs, int64_t rhs, StringRef name) const;

  /// Two operands have the same element type.
  LogicalResult sameElementType(RankedTensorType lhs, StringRef lhsOperand, RankedTensorType rhs,
                                StringRef rhsOperand) const;

  /// `value` is finite and greater than 0 / finite / finite and not negative.
  /// The ops compute with it in f32, so what counts is the value as an f32.
  LogicalResult positive(const APFloat &value, StringRef attribute) const;
  LogicalResult finite(const APFloat &value, StringRef attribute) const;
  LogicalResult notNegative(const APFloat &value, StringRef attribute) const;

  /// Size of a named dimension seen so far, `ShapedType::kDynamic` if unknown.
  int64_t size(StringRef symbol) const;

  /// `tensor<leading... x trailing... x elementType>`.
  RankedTensorType type(ArrayRef<int64_t> trailing, Type elementType) const;

private:
  struct Dimension {
    std::string symbol;
    int64_t size;
    /// Where the size was first seen, e.g. "dimension 2 of residual".
    std::string origin;
  };

  Dimension *find(StringRef symbol);
  const Dimension *find(StringRef symbol) const;
  LogicalResult unify(Dimension &known, int64_t size, int64_t index, StringRef operand);

  std::optional<Location> location;
  StringRef opName;
  function_ref<RankedTensorType(Value)> lookup;
  SmallVector<Dimension, 6> dimensions;
  SmallVector<Dimension, 4> leadingDimensions;
  std::string leadingOperand;
};

namespace detail {

/// Element types equal and shapes equal up to dynamic dimensions.
bool areCompatible(TypeRange inferred, TypeRange actual);

/// A shape as messages print it: "[?, 4, 64]".
std::string printShape(ArrayRef<int64_t> sizes);

/// Verifier of `TypeRuleOpInterface`.
LogicalResult verifyTypeRule(Operation *op);

} // namespace detail
} // namespace mlir::dsv4

#endif // DSV4_IR_TYPERULE_H

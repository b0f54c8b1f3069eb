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

/// An operand while it is checked; `type` is null if it is no ranked tensor.
struct CheckedOperand {
  Value value;
  RankedTensorType type;
  StringRef name;
};

/// Two sizes that the types leave open and the op needs to be equal when it
/// runs: `factor` * dimension `dim` of `value` is dimension `otherDim` of
/// `other`, or the number `size` if `other` is null.
struct SizeAgreement {
  Value value;
  int64_t dim;
  int64_t factor;
  Value other;
  int64_t otherDim;
  int64_t size;
  /// "dimension 0 of x is not dimension 0 of residual"
  std::string violation;
};

/// Dimension `dim` of the operand `value` is the named dimension `symbol` of its op,
/// "...0", "...1" for leading ones.
struct NamedDimension {
  Value value;
  int64_t dim;
  std::string symbol;
};

/// The named dimensions of one op while its operand types are checked.
///
/// Every check unifies the dimensions it sees: a dimension keeps the first
/// static size that an operand gives it, and a later operand that disagrees is
/// an error which names both. So the same calls verify an op and infer the
/// shapes of its results. Without a location nothing is printed.
class TypeRule {
public:
  /// `typeOf` gives the types of operands; by default it is the type they have.
  TypeRule(std::optional<Location> location, StringRef opName, function_ref<RankedTensorType(Value)> typeOf = nullptr)
      : location(location), opName(opName), lookup(typeOf) {}

  /// An operand by the name that messages call it.
  CheckedOperand operand(Value value, StringRef name) const;

  /// Emits "'<op>' op <message>" and fails.
  LogicalResult fail(const Twine &message) const;

  /// The operand has at least / exactly `rank` dimensions.
  LogicalResult rankAtLeast(const CheckedOperand &operand, int64_t rank) const;
  LogicalResult rank(const CheckedOperand &operand, int64_t rank) const;

  /// The operand has `rank` dimensions or one more.
  LogicalResult rankOrOneMore(const CheckedOperand &operand, int64_t rank) const;

  /// Dimension `index` of the operand (negative: from the end) is the named
  /// dimension `symbol`.
  LogicalResult dim(StringRef symbol, const CheckedOperand &operand, int64_t index);

  /// The dimensions of the operand before the last `trailing` are the op's
  /// leading dimensions: same number, same sizes.
  LogicalResult leading(const CheckedOperand &operand, int64_t trailing);

  /// The operand is `[symbols...]`, in this order and with this rank.
  LogicalResult shape(ArrayRef<StringRef> symbols, const CheckedOperand &operand);

  /// The operand is `[leading..., symbols...]`.
  LogicalResult leadingAnd(ArrayRef<StringRef> symbols, const CheckedOperand &operand);

  /// The operand is `[sizes...]` up to dynamic dimensions.
  LogicalResult exactly(ArrayRef<int64_t> sizes, const CheckedOperand &operand);

  /// The named dimension is `size`: `why` says where that comes from.
  LogicalResult equals(StringRef symbol, int64_t size, StringRef why);

  /// The named dimension `symbol` is `factor` times the named dimension `unit`,
  /// which may become known by this.
  LogicalResult isMultiple(StringRef symbol, int64_t factor, StringRef factorName, StringRef unit);

  /// The named dimension is static / is not known to be zero.
  LogicalResult isStatic(StringRef symbol) const;
  LogicalResult atLeastOne(StringRef symbol) const;

  /// The named dimension is known and at most `largest`, which messages call
  /// `name`.
  LogicalResult atMost(StringRef symbol, int64_t largest, StringRef name) const;

  /// An integer attribute is `smallest` to `2^31 - 1`.
  LogicalResult inRange(int64_t value, int64_t smallest, StringRef attribute) const;

  /// The named dimension numbers things in an i32, so it is not known to be
  /// above `2^31 - 1`.
  LogicalResult countsInI32(StringRef symbol) const;

  /// Product of two sizes, `ShapedType::kDynamic` if one is unknown; an error
  /// that calls it `name` if it does not fit in an int64.
  FailureOr<int64_t> product(int64_t lhs, int64_t rhs, StringRef name) const;

  /// Two operands have the same element type.
  LogicalResult sameElementType(const CheckedOperand &lhs, const CheckedOperand &rhs) const;

  /// `value` is finite and greater than 0 / finite / finite and not negative.
  /// The ops compute with it in f32, so what counts is the value as an f32.
  LogicalResult positive(const APFloat &value, StringRef attribute) const { return above(value, 0, attribute); }
  LogicalResult finite(const APFloat &value, StringRef attribute) const;
  LogicalResult notNegative(const APFloat &value, StringRef attribute) const;

  /// `value` is finite and greater than `bound` / `bound` or more, as an f32.
  LogicalResult above(const APFloat &value, double bound, StringRef attribute) const;
  LogicalResult atLeast(const APFloat &value, double bound, StringRef attribute) const;

  /// Size of a named dimension seen so far, `ShapedType::kDynamic` if unknown.
  int64_t size(StringRef symbol) const;

  /// `tensor<leading... x trailing... x elementType>`.
  RankedTensorType type(ArrayRef<int64_t> trailing, Type elementType) const;

  /// The dimensions that the checks so far have named.
  ArrayRef<NamedDimension> names() const { return namedDimensions; }

  /// What the checks so far leave to the run time.
  ArrayRef<SizeAgreement> agreements() const { return openAgreements; }

private:
  struct Dimension {
    std::string symbol;
    int64_t size;
    /// Where the size was first seen, e.g. "dimension 2 of residual".
    std::string origin;
    /// The same place; null if the size is a number and not a dimension.
    Value value;
    int64_t index;
  };

  Dimension *find(StringRef symbol);
  const Dimension *find(StringRef symbol) const;
  LogicalResult unify(Dimension &known, const CheckedOperand &operand, int64_t index);

  std::optional<Location> location;
  StringRef opName;
  function_ref<RankedTensorType(Value)> lookup;
  SmallVector<Dimension, 6> dimensions;
  SmallVector<Dimension, 4> leadingDimensions;
  std::string leadingOperand;
  SmallVector<NamedDimension> namedDimensions;
  SmallVector<SizeAgreement> openAgreements;
};

namespace detail {

/// Element types equal and shapes equal up to dynamic dimensions.
bool areCompatible(TypeRange inferred, TypeRange actual);

/// A shape as messages print it: "[?, 4, 64]".
std::string printShape(ArrayRef<int64_t> sizes);

/// A type as IR prints it.
std::string printType(Type type);

/// Verifier of `TypeRuleOpInterface`.
LogicalResult verifyTypeRule(Operation *op);

} // namespace detail
} // namespace mlir::dsv4

#endif // DSV4_IR_TYPERULE_H

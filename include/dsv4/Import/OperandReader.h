//===- OperandReader.h - Reads the operands of a torch op -------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IMPORT_OPERANDREADER_H
#define DSV4_IMPORT_OPERANDREADER_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Value.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include <optional>

namespace mlir::dsv4 {

class OpImporter;

/// A converted tensor. Builtin integers have no sign, torch's dtypes do.
struct TensorOperand {
  Value value;
  /// The dtype is an unsigned integer or bool.
  bool isUnsigned = false;

  explicit operator bool() const { return bool(value); }
  RankedTensorType getType() const { return cast<RankedTensorType>(value.getType()); }
  Type getElementType() const { return getType().getElementType(); }
};

/// A constant for a `Scalar` parameter: an int stays an int.
struct Scalar {
  bool isFloat = false;
  int64_t integer = 0;
  double real = 0.0;

  double asDouble() const { return isFloat ? real : double(integer); }
  /// The scalar in `type`, rounded to nearest if that is a float type, cut if
  /// it is an integer type; null if an integer does not fit.
  TypedAttr getAttr(Builder &builder, Type type) const;
};

/// A `Scalar` parameter that may be computed: an i64, f64 or i1 value, and the
/// constant if it is known.
struct Number {
  Value value;
  std::optional<Scalar> constant;

  bool isFloat() const { return isa<FloatType>(value.getType()); }
};

/// Reads all operands of an op in one expression, in the order of the schema
/// and with its parameter names:
///
///   if (failed(b.operands().tensor("x", x).intConstant("hc_mult", hcMult).done()))
///     return failure();
///
/// The first operand that is not what was asked for, and a wrong number of
/// operands, are errors that `done` reports at the op. The variables are
/// meaningful only if it succeeds.
class OperandReader {
public:
  explicit OperandReader(OpImporter &importer) : importer(importer) {}

  /// A tensor; for `optionalTensor` also none, then `out` holds a null value.
  OperandReader &tensor(StringRef name, TensorOperand &out);
  OperandReader &optionalTensor(StringRef name, TensorOperand &out);

  /// `Tensor[]`, `Tensor?[]` (null values for none) and an optional one of them.
  OperandReader &tensorList(StringRef name, SmallVectorImpl<TensorOperand> &out);

  /// A number that is known when importing. A float parameter is never given as
  /// an int: torch converts it.
  OperandReader &intConstant(StringRef name, int64_t &out);
  OperandReader &floatConstant(StringRef name, double &out);
  OperandReader &boolConstant(StringRef name, bool &out);
  OperandReader &scalarConstant(StringRef name, Scalar &out);
  /// `int?`: none or a number that is known when importing.
  OperandReader &optionalIntConstant(StringRef name, std::optional<int64_t> &out);
  /// `str` and `str?`, empty for none.
  OperandReader &optionalString(StringRef name, std::string &out);

  /// A `Scalar` that may be computed; for `optionalNumber` also none, then `out` holds a null value.
  OperandReader &number(StringRef name, Number &out);
  OperandReader &optionalNumber(StringRef name, Number &out);

  /// An int that may be computed, as i64; a list of them.
  OperandReader &integer(StringRef name, Value &out);
  /// `int?` that may be computed; a null value for none.
  OperandReader &optionalInteger(StringRef name, Value &out);
  OperandReader &intList(StringRef name, SmallVectorImpl<Value> &out);
  /// `int[]` and `int[]?` of known numbers.
  OperandReader &intListConstant(StringRef name, SmallVectorImpl<int64_t> &out);
  OperandReader &optionalIntListConstant(StringRef name, std::optional<SmallVector<int64_t>> &out);

  /// A converted value of any kind.
  OperandReader &value(StringRef name, Value &out);

  /// A parameter that has no influence on the numbers (layout, device, pin_memory, ...).
  OperandReader &ignored(StringRef name);

  LogicalResult done();

private:
  /// The next operand, null behind the last one.
  Value next(StringRef name);
  /// Remembers the first operand that is not `expected`.
  void unexpected(const Twine &expected);
  /// What stands for `operand`, null if it has none.
  Value lookup(Value operand) const;
  /// Elements of a list, nullopt if it is not built by prim.ListConstruct.
  std::optional<OperandRange> listElements(Value operand) const;
  std::optional<int64_t> constantInt(Value operand) const;
  bool nextIsNone() const;

  OpImporter &importer;
  SmallVector<StringRef, 8> names;
  std::string problem;
};

} // namespace mlir::dsv4

#endif // DSV4_IMPORT_OPERANDREADER_H

//===- OperatorSchema.h - The ops as operators of a framework ---*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_OPERATORSCHEMA_H
#define DSV4_IR_OPERATORSCHEMA_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/Operation.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <type_traits>
#include <variant>
#include <vector>

namespace mlir::dsv4 {

/// An operand or attribute of an op, in the words of a framework.
struct OperatorParameter {
  enum class Kind { Tensor, OptionalTensor, TensorList, Integer, Float, Bool, ElementType, Enumeration };

  StringRef name;
  Kind kind;
  /// An attribute that may be absent / that has a value when it is not given.
  bool isOptional = false;
  bool hasDefault = false;
  /// Of an enumeration: the attribute is `#dsv4.<mnemonic><...>`.
  StringRef mnemonic = {};

  bool isOperand() const { return kind <= Kind::TensorList; }

  /// The parameter for an attribute that is stored as `AttrT`.
  template <typename AttrT>
  static OperatorParameter attribute(StringRef name, bool isOptional, bool hasDefault) {
    if constexpr (std::is_same_v<AttrT, IntegerAttr>)
      return {name, Kind::Integer, isOptional, hasDefault};
    else if constexpr (std::is_same_v<AttrT, FloatAttr>)
      return {name, Kind::Float, isOptional, hasDefault};
    else if constexpr (std::is_same_v<AttrT, BoolAttr>)
      return {name, Kind::Bool, isOptional, hasDefault};
    else if constexpr (std::is_same_v<AttrT, TypeAttr>)
      return {name, Kind::ElementType, isOptional, hasDefault};
    else
      return {name, Kind::Enumeration, isOptional, hasDefault, AttrT::getMnemonic()};
  }
};

/// An op of the model as an operator: operands, then attributes, in the order of
/// the ODS entry, which is where this comes from.
struct OperatorSchema {
  /// "dsv4.rms_norm"
  StringRef opName;
  std::vector<OperatorParameter> parameters;
  std::vector<StringRef> results;

  /// "rms_norm"
  StringRef name() const { return opName.split('.').second; }
};

/// The schemas of all ops on tensors, in alphabetic order.
ArrayRef<const OperatorSchema *> getOperatorSchemas();

/// By the name of the op without the dialect; null if there is none.
const OperatorSchema *lookupOperatorSchema(StringRef name);

/// The value of an attribute: an element type and an enumerator are given by their names.
using OperatorValue = std::variant<bool, int64_t, double, std::string>;

/// The attribute of `parameter` for a value of a framework; null, after an error, if
/// the value is of the wrong kind or names nothing. Integers stand for floats too.
Attribute getParameterAttr(MLIRContext *context, const OperatorParameter &parameter, const OperatorValue &value,
                           function_ref<InFlightDiagnostic()> emitError);

/// The default value of an attribute that has one.
OperatorValue getParameterDefault(MLIRContext *context, const OperatorSchema &schema,
                                  const OperatorParameter &parameter);

/// Builds the op with inferred result types and verifies it; errors are at the location of `builder`'s caller, `loc`.
/// `operands` in the order of the schema, without those that are absent; `counts` has for each operand of the schema
/// how many of them it is.
FailureOr<Operation *> createOperator(OpBuilder &builder, Location loc, const OperatorSchema &schema,
                                      ValueRange operands, ArrayRef<int32_t> counts,
                                      ArrayRef<NamedAttribute> attributes);

} // namespace mlir::dsv4

#endif // DSV4_IR_OPERATORSCHEMA_H

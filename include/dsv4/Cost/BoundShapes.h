//===- BoundShapes.h - Shapes once dynamic sizes are given ------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_BOUNDSHAPES_H
#define DSV4_COST_BOUNDSHAPES_H

#include "dsv4/IR/Work.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Operation.h"
#include "mlir/IR/Value.h"
#include "llvm/ADT/DenseMap.h"

namespace mlir::dsv4 {

/// What is known of the values of one function (or kernel) when its arguments have
/// given static types: shapes of tensors, and constant scalars and tensors of integers.
/// The IR is not changed.
class BoundShapes {
public:
  /// Binds an argument or a result.
  void bind(Value value, RankedTensorType type) { types[value] = type; }
  void bind(Value value, Attribute constant) { constants[value] = constant; }

  /// The bound type of a tensor, else its own; null if it is no ranked tensor or has
  /// a dimension that is not known.
  RankedTensorType typeOf(Value value) const;
  /// The constant of a scalar or of a tensor, null if it is not known.
  Attribute constantOf(Value value) const;
  std::optional<int64_t> integerOf(Value value) const;
  /// The requests that the bound or constant values of `start_pos` and `query_lens` make,
  /// nothing if one of them is not known.
  std::optional<RequestGroups> requestsOf(Value startPos, Value queryLens) const;

  /// What `describeIndexList` knows of an index list, also one that comes from another function.
  Attribute indexFactsOf(Value indices) const;
  /// Binds that for an argument or the result of a call.
  void bindIndexFacts(Value indices, Attribute facts) { indexFacts[indices] = facts; }

  /// Calls `body` with lookups into this object, which live as long as the call.
  template <typename Body>
  auto withLookups(Body body) const {
    auto types = [&](Value value) { return typeOf(value); };
    auto requests = [&](Value startPos, Value queryLens) { return requestsOf(startPos, queryLens); };
    auto facts = [&](Value indices) { return indexFacts.lookup(indices); };
    return body(WorkLookups{types, requests, facts});
  }

  /// Binds the results of an op from its operands. Handles ops with `TypeRuleOpInterface`, destination-style ops,
  /// elementwise ops, the shape ops of the tensor dialect and scalar ops that fold. Results that do not follow stay
  /// unknown, which is no error. Emits a located error and fails if operand shapes contradict each other, or if a
  /// width depends on the positions of requests that are not bound.
  LogicalResult evaluate(Operation *op);

  /// The value whose memory `value` is: follows casts, reshapes and slices.
  Value rootOf(Value value) const;

private:
  void foldElements(Operation *op);
  void bindFilled(Operation *op);
  LogicalResult evaluateTensorOp(Operation *op);
  void foldScalars(Operation *op);
  std::optional<SmallVector<int64_t>> sizesOf(ArrayRef<OpFoldResult> sizes) const;

  DenseMap<Value, RankedTensorType> types;
  DenseMap<Value, Attribute> constants;
  DenseMap<Value, Attribute> indexFacts;
};

/// An error at an op that starts with its name. Unlike `emitOpError` it never prints
/// the op, which may hold a whole function.
InFlightDiagnostic emitErrorAt(Operation *op);

/// Ops that move no data and take no time: constants, shapes, views, terminators, `tensor.empty`, scalar
/// arithmetic. docs/cost-model.md lists them.
bool isFree(Operation *op);

/// Sizes of the loops of a linalg op from the bound shapes of its operands. Emits an
/// error if two operands give a loop different sizes or a loop gets none.
FailureOr<SmallVector<int64_t>> loopSizesOf(Operation *linalgOp, const BoundShapes &shapes);

} // namespace mlir::dsv4

#endif // DSV4_COST_BOUNDSHAPES_H

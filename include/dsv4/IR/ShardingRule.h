//===- ShardingRule.h - Which dimensions of an op may be split --*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_SHARDINGRULE_H
#define DSV4_IR_SHARDINGRULE_H

#include "mlir/IR/Operation.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>
#include <utility>

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace mlir::dsv4 {

/// The loops of an op that can be divided among ranks, and which dimension of each
/// operand and result each of them runs along. Every rank then runs the op on its
/// part; results are summed over the ranks that divide a reduced loop.
struct ShardingRule {
  /// A dimension that every rank needs as a whole.
  static constexpr int64_t whole = -1;

  /// Per operand and result: the loop of each dimension, or `whole`. Empty for
  /// what is no tensor.
  SmallVector<SmallVector<int64_t>> operands, results;
  /// Loops that no result has: ranks hold partial sums.
  SmallVector<bool> reduced;

  int64_t loops() const { return reduced.size(); }
};

/// The rule of an op: of all dsv4 ops, of linalg on tensors, and of the tensor ops
/// between them. Fails, without a message, for other ops.
FailureOr<ShardingRule> getShardingRule(Operation *op);

/// A tensor that `tensor` was made from, and the dimension of it that is as large as
/// dimension `dim` of `tensor`: one step back. None where that does not follow from the op.
std::optional<std::pair<Value, int64_t>> sameSizeBefore(Value tensor, int64_t dim);

namespace detail {
/// The rule of a dsv4 op; fails for others.
FailureOr<ShardingRule> getDSV4ShardingRule(Operation *op);
} // namespace detail

/// Changes the attributes of an op for one of `parts` ranks that divide `loop`: the
/// number of groups of `grouped_linear`.
void divideAttributes(Operation *op, int64_t loop, int64_t parts);

/// Upstream's `ShardingInterface` for every dsv4 op, from its rule.
void registerShardingInterfaceExternalModels(DialectRegistry &registry);

} // namespace mlir::dsv4

#endif // DSV4_IR_SHARDINGRULE_H

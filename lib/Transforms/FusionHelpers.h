//===- FusionHelpers.h - What fusion patterns share -------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_TRANSFORMS_FUSIONHELPERS_H
#define DSV4_LIB_TRANSFORMS_FUSIONHELPERS_H

#include "dsv4/Transforms/Fusion.h"

namespace mlir::dsv4 {

/// A reshape or slice of a tensor, which moves no data in a launch.
bool isView(Operation *op);

/// A conversion of every element of a tensor between float types.
bool isCast(Operation *op);

/// An elementwise op on tensors whose arithmetic is one op of `OpT` and at most constants besides.
template <typename OpT>
bool isElementwise(Operation *op);

/// Follows a value to where it is computed through views and conversions, which are added to the match.
Value sourceOf(Value value, FusionMatch &match);

/// The only op that uses the elements of a value, not just its sizes; null if there are none or several.
Operation *onlyUser(Value value);

/// Follows a value through views and conversions that are its only use; they are added to the match.
Value destinationOf(Value value, FusionMatch &match);

/// The first user of type `OpT`.
template <typename OpT>
OpT userOf(Value value) {
  for (Operation *user : value.getUsers())
    if (auto op = dyn_cast<OpT>(user))
      return op;
  return {};
}

/// Two projections whose weights can be stacked: of the same value, in the same format, to the same type.
bool canStack(LinearOp a, LinearOp b);

/// "'dsv4.rope'", or "an argument of the function".
std::string sourceName(Value value);

//===----------------------------------------------------------------------===//
// Patterns, as `FusionPattern::match`
//===----------------------------------------------------------------------===//

bool matchHcPostPreNorm(Operation *op, FusionMatch &match);
bool matchHcPostPre(Operation *op, FusionMatch &match);
bool matchHcPreNorm(Operation *op, FusionMatch &match);
bool matchHcPre(Operation *op, FusionMatch &match);
bool matchHcPreProduct(Operation *op, FusionMatch &match);
bool matchHcPreApplyNorm(Operation *op, FusionMatch &match);
bool matchHcPreApply(Operation *op, FusionMatch &match);

bool matchQkvALinear(Operation *op, FusionMatch &match);
bool matchQKvNormRopeInsert(Operation *op, FusionMatch &match);
bool matchQNormRopeKvInsert(Operation *op, FusionMatch &match);
bool matchKvNormRopeInsert(Operation *op, FusionMatch &match);
bool matchQKvNorm(Operation *op, FusionMatch &match);
bool matchQNormRope(Operation *op, FusionMatch &match);
bool matchAttentionInverseRope(Operation *op, FusionMatch &match);
bool matchInverseRopeQuant(Operation *op, FusionMatch &match);
bool matchCompressorStoreC4(Operation *op, FusionMatch &match);
bool matchCompressorStoreC128(Operation *op, FusionMatch &match);
bool matchIndexerCompressorStore(Operation *op, FusionMatch &match);
bool matchIndexerQuery(Operation *op, FusionMatch &match);
bool matchIndexerScoreTopK(Operation *op, FusionMatch &match);

bool matchGateTopK(Operation *op, FusionMatch &match);
bool matchGateHash(Operation *op, FusionMatch &match);
bool matchSharedGateUpLinear(Operation *op, FusionMatch &match);
bool matchSwigluQuant(Operation *op, FusionMatch &match);
bool matchMegaMoE(Operation *op, FusionMatch &match);
bool matchRoutedExperts(Operation *op, FusionMatch &match);
bool matchResidualAdd(Operation *op, FusionMatch &match);
bool matchAllReduceNorm(Operation *op, FusionMatch &match);

} // namespace mlir::dsv4

#endif // DSV4_LIB_TRANSFORMS_FUSIONHELPERS_H

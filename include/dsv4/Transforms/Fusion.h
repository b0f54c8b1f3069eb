//===- Fusion.h - Which ops can run as one launch ---------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_TRANSFORMS_FUSION_H
#define DSV4_TRANSFORMS_FUSION_H

#include "dsv4/IR/DSV4Ops.h"
#include "mlir/IR/PatternMatch.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <string>

namespace mlir::dsv4 {

/// The ops that are to run as one launch.
class FusionMatch {
public:
  /// Adds an op; null is nothing.
  void add(Operation *op) {
    if (op)
      ops.insert(op);
  }
  /// The launch writes this value to memory. Of the other values of its ops nothing may be used elsewhere.
  void writes(Value value) { written.insert(value); }
  /// Forgets what was added and states why the ops at this place do not run as one launch.
  void miss(const Twine &why) {
    ops.clear();
    reason = why.str();
  }

  llvm::SetVector<Operation *> ops;
  llvm::SmallSetVector<Value, 4> written;
  std::string reason;
  /// Set by `outlineKernel`: the ops that it moved or erased. Not to be followed.
  llvm::SmallPtrSet<Operation *, 16> gone;
};

/// A fusion that serving stacks have, or could have.
struct FusionPattern {
  /// What stack files and options call it.
  StringLiteral name;
  /// Name of the `dsv4.kernel`, under which the cost model looks up a law.
  StringLiteral kernel;
  /// The ops of the launch, for people.
  StringLiteral ops;
  StringLiteral description;
  /// Collects the ops of the launch in which `op` is the op that the pattern looks for. Returns false if `op` is not
  /// that op; otherwise `match` has ops, or a reason why they are not fused.
  bool (*match)(Operation *op, FusionMatch &match);
};

/// Every pattern there is, in the order in which they are tried: larger ones first.
ArrayRef<FusionPattern> fusionPatterns();

/// The pattern of that name, or null.
const FusionPattern *findFusionPattern(StringRef name);

/// Puts the ops of a match into a `dsv4.kernel` of that name at the place of the last of them. Scalars and
/// uninitialised tensors that they need are made anew inside, and erased outside if nothing else needs them. Fails and
/// states in `match.reason` why if a value that the launch does not write is used elsewhere, if an op between them
/// needs a result of one and feeds another, or if an op has side effects.
FailureOr<KernelOp> outlineKernel(RewriterBase &rewriter, FusionMatch &match, StringRef name);

} // namespace mlir::dsv4

#endif // DSV4_TRANSFORMS_FUSION_H

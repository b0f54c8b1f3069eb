//===- HashGate.h - A gate by table together with its scores ----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_HASHGATE_H
#define DSV4_IR_HASHGATE_H

#include "dsv4/IR/DSV4Ops.h"

namespace mlir::dsv4 {

/// `weights` and `indices` of `gate`, whose scores are those of `score`, as linalg that computes only the K logits per
/// token that the table names, with the bits that both ops apart give. The score function must look at one logit, so
/// not softmax. The weight must have a row for each expert of the scores, and `x` and the ids the same leading sizes:
/// the caller checks what the types leave open.
SmallVector<Value> decomposeHashGate(OpBuilder &builder, GateScoreOp score, MoeGatingHashOp gate);

} // namespace mlir::dsv4

#endif // DSV4_IR_HASHGATE_H

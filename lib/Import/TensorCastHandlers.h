//===- TensorCastHandlers.h - Shared by the tensor_cast families *- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IMPORT_TENSORCASTHANDLERS_H
#define DSV4_LIB_IMPORT_TENSORCASTHANDLERS_H

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/Import/OpImporter.h"

namespace mlir::dsv4 {

/// HC parameters, scores, tables and mixing weights are f32 in dsv4; a program may
/// hold them in a narrower float type. Other types are left to the op's verifier.
Value asF32(OpImporter &b, const TensorOperand &tensor);

/// Indices as i32. A number that i32 cannot hold becomes the nearest one that it can:
/// still out of range of every tensor, so the check of the op that reads it finds it.
/// Null, after an error, if the tensor does not hold i32 or i64.
Value asIndices(OpImporter &b, const TensorOperand &tensor, StringRef name);

/// The elements of operand `index`, which must be a list of tensors made by
/// prim.ListConstruct; an element that is none is null.
FailureOr<SmallVector<TensorOperand>> readTensorList(OpImporter &b, unsigned index, StringRef name);

/// `inputs` -> one result, as one `dsv4.kernel` that is built by `body`: intermediate
/// values of a formula that kernels compute in one launch touch no memory.
Value inOneKernel(OpImporter &b, StringRef name, ValueRange inputs, function_ref<Value(OpBuilder &, ValueRange)> body);

/// One request's number per entry of the batch: `[B]` of i32. `like` is any tensor
/// whose first dimension is the batch.
RankedTensorType requestType(OpImporter &b, Value like);

/// `start_pos` and `query_lens` of a call of `tokens` `[B, S, ...]`: from the operands
/// where the operator has them (seq_lens counts the tokens of this call too), else a
/// new argument `start_pos`, and all S tokens are real.
struct CallPositions {
  Value startPos, queryLens;
};
FailureOr<CallPositions> callPositions(OpImporter &b, Value tokens, const TensorOperand &seqLens,
                                       const TensorOperand &queryLens);

/// The symbol of the one-dimensional grid of the ranks of operand `rank_group`, of
/// which `rank` must be one. Null if the group has one rank only: then there is
/// nothing to communicate.
FailureOr<StringAttr> gridOf(OpImporter &b, ArrayRef<int64_t> ranks);

} // namespace mlir::dsv4

#endif // DSV4_LIB_IMPORT_TENSORCASTHANDLERS_H

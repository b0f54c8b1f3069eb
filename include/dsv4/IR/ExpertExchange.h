//===- ExpertExchange.h - Tokens on the way to their experts ----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_EXPERTEXCHANGE_H
#define DSV4_IR_EXPERTEXCHANGE_H

#include "dsv4/IR/DSV4Ops.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace mlir::dsv4 {

/// Builds the transfer of block r of `buffer`, `[R, M, ...]`, to rank r of the group, as block of this rank there. Of
/// block r the first `sent[r]` rows matter, of block r of the result the first `received[r]` (both `[R]`, i32).
using RowExchange = function_ref<Value(ImplicitLocOpBuilder &, Value buffer, Value sent, Value received)>;

/// All of `buffer`, block r to rank r, by an all_to_all of upstream's `shard` dialect.
Value exchangeBlocks(ImplicitLocOpBuilder &b, Value buffer, FlatSymbolRefAttr grid, ArrayRef<int16_t> axes);

/// The results of `op` from ops on the tensors of this rank and four transfers: `exchange` for the rows, an all_to_all
/// of upstream's `shard` dialect for their numbers.
FailureOr<SmallVector<Value>> buildDispatch(OpBuilder &builder, MoeDispatchOp op, RowExchange exchange);

/// The same for the way back, with one transfer.
FailureOr<SmallVector<Value>> buildCombine(OpBuilder &builder, MoeCombineOp op, RowExchange exchange);

} // namespace mlir::dsv4

#endif // DSV4_IR_EXPERTEXCHANGE_H

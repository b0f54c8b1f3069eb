//===- Requests.cpp - Positions of the requests of a call, in linalg ------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requests.h"

#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

Requests::Requests(EinsumBuilder &b, StringRef opName, Value startPos, Value queryLens, Value tokens)
    : opName(opName), startPos(startPos), queryLens(queryLens) {
  Value count = toI32(b, tensor::DimOp::create(b, tokens, 1));
  Value sane =
      b.reduce("", b.getBoolAttr(true), {start(), length()}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        auto notNegative = [&](Value x) -> Value {
          return arith::CmpIOp::create(b, arith::CmpIPredicate::sge, x, integer(b, 0));
        };
        Value fits = arith::CmpIOp::create(b, arith::CmpIPredicate::sle, v[1], count);
        // The sum must stay in 32 bits: padding has positions too, and they index tables.
        Value end = notNegative(plus(b, v[0], count));
        Value positions = both(b, notNegative(v[0]), end);
        return both(b, v[2], both(b, positions, both(b, notNegative(v[1]), fits)));
      });
  cf::AssertOp::create(b, tensor::ExtractOp::create(b, sane, ValueRange()),
                       (opName + ": start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S").str());
}

Value Requests::mostRows(EinsumBuilder &b, int64_t ratio) const {
  Value most =
      b.reduce("", b.getI32IntegerAttr(0), {start(), length()}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        return arith::MaxSIOp::create(b, v[2], quotient(b, plus(b, v[0], v[1]), ratio));
      });
  return tensor::ExtractOp::create(b, most, ValueRange());
}

void Requests::checkLargest(EinsumBuilder &b, Value count, int64_t begin) const {
  if (begin == 0)
    return;
  constexpr int64_t numbers = int64_t(1) << 31;
  Value fits = arith::CmpIOp::create(b, arith::CmpIPredicate::sle, count, integer(b, numbers - begin));
  cf::AssertOp::create(b, fits, (opName + ": an index would be larger than 2^31 - 1").str());
}

OpFoldResult Requests::asDimension(EinsumBuilder &b, Value width, int64_t declared, StringRef what) const {
  if (ShapedType::isDynamic(declared))
    return toIndex(b, width);
  Value fits = arith::CmpIOp::create(b, arith::CmpIPredicate::sle, width, integer(b, declared));
  cf::AssertOp::create(b, fits, (opName + ": " + what + " needs more than the static " + Twine(declared)).str());
  return b.getIndexAttr(declared);
}

//===- Requests.h - Positions of the requests of a call, in linalg -*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IR_REQUESTS_H
#define DSV4_LIB_IR_REQUESTS_H

#include "DecomposeFormulas.h"

namespace mlir::dsv4 {

/// `start_pos` and `query_lens` of an op while it is decomposed. Bodies read
/// them as terms with the letter `b`.
class Requests {
public:
  /// Emits the check that the positions of all `S` tokens of the call (dimension 1
  /// of `tokens`), padding too, are numbers of an i32, and that lengths fit into `S`.
  Requests(EinsumBuilder &b, StringRef opName, Value startPos, Value queryLens, Value tokens);

  Term start() const { return {startPos, "b"}; }
  Term length() const { return {queryLens, "b"}; }

  /// The largest floor((start + length) / ratio) of a request, an i32.
  Value mostRows(EinsumBuilder &b, int64_t ratio) const;

  /// Emits the check that `begin + count` numbers, `count` an i32, fit into an i32.
  void checkLargest(EinsumBuilder &b, Value count, int64_t begin) const;

  /// `width` as a dimension: the static size `declared`, which must not be
  /// smaller (checked when the program runs), or the width itself.
  OpFoldResult asDimension(EinsumBuilder &b, Value width, int64_t declared, StringRef what) const;

private:
  StringRef opName;
  Value startPos, queryLens;
};

} // namespace mlir::dsv4

#endif // DSV4_LIB_IR_REQUESTS_H

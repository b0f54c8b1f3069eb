//===- RequestGroups.h - Positions of the requests of a call ----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_REQUESTGROUPS_H
#define DSV4_IR_REQUESTGROUPS_H

#include "mlir/IR/BuiltinAttributes.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <limits>

namespace mlir::dsv4 {

/// Requests of a call that have the same positions: what `start_pos` and `query_lens`
/// hold, without regard to order.
struct RequestGroup {
  /// Tokens in the caches before the call.
  int64_t start;
  /// New tokens of each request; further rows of the call are padding. A query is one
  /// of them, at a position from `start` to `start + length - 1`.
  int64_t length;
  /// How many requests are like this.
  int64_t count;

  bool operator==(const RequestGroup &other) const {
    return start == other.start && length == other.length && count == other.count;
  }
};

using RequestGroups = SmallVector<RequestGroup, 1>;

/// The groups, in ascending order of (start, length), that the values of `start_pos` and
/// `query_lens` (both `[B]`) make.
RequestGroups groupRequests(DenseIntElementsAttr startPos, DenseIntElementsAttr queryLens);

/// Not negative, and all positions fit in 31 bits: what lowered programs check.
bool isValidRequest(const RequestGroup &group);

/// No limit to the rows that a query sees.
inline constexpr int64_t kNoLimit = std::numeric_limits<int32_t>::max();

/// Rows that all queries of one request of the group see together: the sum of
/// min(limit, floor((p + 1) / ratio)) over the positions p. With ratio 1 and limit W it
/// counts the rows of a sliding window of W. A closed form, whatever the length.
///
/// `start + length` is at most 2^31 - 1, `ratio` and `limit` are 1 to 2^31 - 1: nothing
/// overflows.
int64_t rowsSeen(const RequestGroup &group, int64_t ratio, int64_t limit = kNoLimit);

/// Compressed rows of a request of the group: complete windows of `ratio` tokens before
/// the call, made by the call, and after it.
int64_t rowsBefore(const RequestGroup &group, int64_t ratio);
int64_t rowsEmitted(const RequestGroup &group, int64_t ratio);
int64_t rowsAfter(const RequestGroup &group, int64_t ratio);

/// Sum over all requests of what `perRequest` gives for a request of a group.
template <typename Function>
double sumOverRequests(ArrayRef<RequestGroup> groups, Function perRequest) {
  double sum = 0;
  for (const RequestGroup &group : groups)
    sum += static_cast<double>(group.count) * static_cast<double>(perRequest(group));
  return sum;
}

/// New tokens of all requests.
double queriesOf(ArrayRef<RequestGroup> groups);

/// The largest number of compressed rows that a request has after the call.
int64_t mostRowsAfter(ArrayRef<RequestGroup> groups, int64_t ratio);

} // namespace mlir::dsv4

#endif // DSV4_IR_REQUESTGROUPS_H

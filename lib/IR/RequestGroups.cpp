//===- RequestGroups.cpp - Positions of the requests of a call ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/RequestGroups.h"

#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <map>

using namespace mlir;
using namespace mlir::dsv4;

RequestGroups mlir::dsv4::groupRequests(DenseIntElementsAttr startPos, DenseIntElementsAttr queryLens) {
  std::map<std::pair<int64_t, int64_t>, int64_t> counts;
  if (startPos.isSplat() && queryLens.isSplat() && startPos.getNumElements() > 0)
    counts[{startPos.getSplatValue<APInt>().getSExtValue(), queryLens.getSplatValue<APInt>().getSExtValue()}] =
        startPos.getNumElements();
  else
    for (auto [start, length] : llvm::zip(startPos.getValues<APInt>(), queryLens.getValues<APInt>()))
      ++counts[{start.getSExtValue(), length.getSExtValue()}];
  RequestGroups groups;
  for (auto [positions, count] : counts)
    groups.push_back({positions.first, positions.second, count});
  return groups;
}

bool mlir::dsv4::isValidRequest(const RequestGroup &group) {
  constexpr int64_t last = std::numeric_limits<int32_t>::max();
  return group.start >= 0 && group.length >= 0 && group.start <= last && group.length <= last - group.start;
}

/// sum over q = 1 ... count of floor(q / ratio): with count = ratio * m + rest, the values
/// 1 ... m - 1 occur `ratio` times each and m occurs rest + 1 times.
static int64_t sumOfQuotients(int64_t count, int64_t ratio) {
  int64_t m = count / ratio, rest = count % ratio;
  // m * (m - 1) is even.
  return m * (m - 1) / 2 * ratio + m * (rest + 1);
}

/// sum over q = 1 ... count of min(limit, floor(q / ratio)): the limit holds from ratio * limit on.
static int64_t sumOfLimitedQuotients(int64_t count, int64_t ratio, int64_t limit) {
  int64_t full = ratio * limit;
  if (count < full)
    return sumOfQuotients(count, ratio);
  return sumOfQuotients(full - 1, ratio) + (count - full + 1) * limit;
}

int64_t mlir::dsv4::rowsSeen(const RequestGroup &group, int64_t ratio, int64_t limit) {
  return sumOfLimitedQuotients(group.start + group.length, ratio, limit) -
         sumOfLimitedQuotients(group.start, ratio, limit);
}

int64_t mlir::dsv4::rowsBefore(const RequestGroup &group, int64_t ratio) { return group.start / ratio; }

int64_t mlir::dsv4::rowsAfter(const RequestGroup &group, int64_t ratio) { return (group.start + group.length) / ratio; }

int64_t mlir::dsv4::rowsEmitted(const RequestGroup &group, int64_t ratio) {
  return rowsAfter(group, ratio) - rowsBefore(group, ratio);
}

double mlir::dsv4::queriesOf(ArrayRef<RequestGroup> groups) {
  return sumOverRequests(groups, [](const RequestGroup &group) { return group.length; });
}

int64_t mlir::dsv4::mostRowsAfter(ArrayRef<RequestGroup> groups, int64_t ratio) {
  int64_t most = 0;
  for (const RequestGroup &group : groups)
    most = std::max(most, rowsAfter(group, ratio));
  return most;
}

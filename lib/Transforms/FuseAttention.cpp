//===- FuseAttention.cpp - Launches of attention --------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// Projections, norms, rotation, the rows of this call, and what follows the core. The
// compressor and the indexer are in FuseCompression.cpp.
//
//===----------------------------------------------------------------------===//

#include "FusionHelpers.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

static int64_t rankOf(Value value) { return cast<RankedTensorType>(value.getType()).getRank(); }

/// Adds an op that must give `value`; states why otherwise.
template <typename OpT>
static OpT expect(Value value, FusionMatch &match) {
  auto op = value.getDefiningOp<OpT>();
  if (op)
    match.add(op);
  else
    match.miss("expected '" + OpT::getOperationName() + "', found " + sourceName(value));
  return op;
}

/// The normalisation of keys and values that follows a projection: its result is rotated.
static RmsNormOp keyValueNorm(Value projected) {
  auto norm = userOf<RmsNormOp>(projected);
  return norm && rankOf(projected) == 3 && userOf<RopeOp>(norm.getY()) ? norm : RmsNormOp();
}

/// The normalisation of the latent of the queries that follows a projection: its result is projected.
static RmsNormOp queryNorm(Value projected) {
  auto norm = userOf<RmsNormOp>(projected);
  return norm && rankOf(projected) == 3 && userOf<LinearOp>(norm.getY()) ? norm : RmsNormOp();
}

//===----------------------------------------------------------------------===//
// Before the core
//===----------------------------------------------------------------------===//

bool mlir::dsv4::matchQkvALinear(Operation *op, FusionMatch &match) {
  auto keyValue = dyn_cast<LinearOp>(op);
  if (!keyValue || !keyValueNorm(keyValue.getY()))
    return false;
  for (Operation *user : keyValue.getX().getUsers()) {
    auto query = dyn_cast<LinearOp>(user);
    if (!query || query == keyValue || !queryNorm(query.getY()))
      continue;
    if (!canStack(query, keyValue)) {
      match.miss("the weights of the two projections have different formats");
      return true;
    }
    match.add(query);
    match.add(keyValue);
    match.writes(query.getY());
    match.writes(keyValue.getY());
    return true;
  }
  match.miss("no projection to the latent of the queries reads the same value");
  return true;
}

/// Other results of the op that gives `value`, and results of projections of the same operand.
static SmallVector<Value> siblings(Value value) {
  SmallVector<Value> values;
  if (auto kernel = value.getDefiningOp<KernelOp>())
    llvm::append_range(values, kernel.getOutputs());
  if (auto linear = value.getDefiningOp<LinearOp>())
    for (Operation *user : linear.getX().getUsers())
      if (auto other = dyn_cast<LinearOp>(user))
        values.push_back(other.getY());
  llvm::erase(values, value);
  return values;
}

bool mlir::dsv4::matchQKvNorm(Operation *op, FusionMatch &match) {
  auto keyValue = dyn_cast<RmsNormOp>(op);
  if (!keyValue || keyValueNorm(keyValue.getX()) != keyValue)
    return false;
  for (Value sibling : siblings(keyValue.getX())) {
    RmsNormOp query = queryNorm(sibling);
    if (!query)
      continue;
    match.add(query);
    match.add(keyValue);
    match.writes(query.getY());
    match.writes(keyValue.getY());
    return true;
  }
  match.miss("no latent of the queries is normalised beside it");
  return true;
}

/// Adds what makes the rows of this call: rotation, and rounding of the channels that are not rotated.
static RopeOp addRows(Value rows, FusionMatch &match) {
  if (auto insert = rows.getDefiningOp<tensor::InsertSliceOp>()) {
    match.add(insert);
    auto quantised = expect<ActQuantOp>(insert.getSource(), match);
    if (!quantised)
      return {};
    Value rounded = sourceOf(quantised.getX(), match);
    if (rounded != insert.getDest()) {
      match.miss("the rounded channels and the others come from different values");
      return {};
    }
    rows = rounded;
  } else if (auto quantised = rows.getDefiningOp<ActQuantOp>()) {
    match.add(quantised);
    rows = sourceOf(quantised.getX(), match);
  }
  auto rope = expect<RopeOp>(rows, match);
  if (rope && rope.getInverse()) {
    match.miss("the rows are rotated backwards");
    return {};
  }
  return rope;
}

/// The attention that reads rows beside its caches.
static SparseAttnSharedkvOp attentionOf(Value rows) {
  for (Operation *user : rows.getUsers())
    if (auto attention = dyn_cast<SparseAttnSharedkvOp>(user);
        attention && llvm::is_contained(attention.getKvList(), rows))
      return attention;
  return {};
}

/// The insertion of the rows of a call into the ring: the cache is one of those that attention reads beside the rows.
static bool insertsRowsOfCall(ScatterNdUpdateMlaOp insert) { return static_cast<bool>(attentionOf(insert.getRows())); }

static bool matchInsert(Operation *op, FusionMatch &match, bool withQueries, bool withNorm) {
  auto insert = dyn_cast<ScatterNdUpdateMlaOp>(op);
  if (!insert || !insertsRowsOfCall(insert))
    return false;
  RopeOp rope = addRows(insert.getRows(), match);
  if (!rope)
    return true;
  if (withNorm && !expect<RmsNormOp>(rope.getX(), match))
    return true;
  if (withQueries) {
    SparseAttnSharedkvOp attention = attentionOf(insert.getRows());
    auto queryRope = expect<RopeOp>(attention.getQ(), match);
    if (!queryRope)
      return true;
    if (queryRope.getCos() != rope.getCos() || queryRope.getSin() != rope.getSin() || queryRope.getInverse()) {
      match.miss("queries and rows are not rotated by the same angles");
      return true;
    }
    auto norm = expect<RmsNormOp>(sourceOf(queryRope.getX(), match), match);
    if (!norm)
      return true;
    // The reshape into heads.
    sourceOf(norm.getX(), match);
    match.writes(queryRope.getY());
  }
  match.add(insert);
  match.writes(insert.getRows());
  match.writes(insert.getUpdated());
  return true;
}

bool mlir::dsv4::matchQKvNormRopeInsert(Operation *op, FusionMatch &match) {
  return matchInsert(op, match, /*withQueries=*/true, /*withNorm=*/true);
}
bool mlir::dsv4::matchQNormRopeKvInsert(Operation *op, FusionMatch &match) {
  return matchInsert(op, match, /*withQueries=*/true, /*withNorm=*/false);
}
bool mlir::dsv4::matchKvNormRopeInsert(Operation *op, FusionMatch &match) {
  return matchInsert(op, match, /*withQueries=*/false, /*withNorm=*/true);
}

bool mlir::dsv4::matchQNormRope(Operation *op, FusionMatch &match) {
  auto attention = dyn_cast<SparseAttnSharedkvOp>(op);
  if (!attention)
    return false;
  auto rope = expect<RopeOp>(attention.getQ(), match);
  if (!rope)
    return true;
  auto norm = expect<RmsNormOp>(sourceOf(rope.getX(), match), match);
  if (!norm)
    return true;
  sourceOf(norm.getX(), match);
  match.writes(rope.getY());
  return true;
}

//===----------------------------------------------------------------------===//
// Behind the core
//===----------------------------------------------------------------------===//

/// The quantisation that follows, if there is one: its results are written instead of `value`.
static ActQuantOp addQuantisation(Value value, FusionMatch &match) {
  FusionMatch views;
  auto quantised = dyn_cast_if_present<ActQuantOp>(onlyUser(destinationOf(value, views)));
  if (!quantised)
    return {};
  for (Operation *view : views.ops)
    match.add(view);
  match.add(quantised);
  for (Value result : quantised->getResults())
    match.writes(result);
  return quantised;
}

bool mlir::dsv4::matchInverseRopeQuant(Operation *op, FusionMatch &match) {
  auto rope = dyn_cast<RopeOp>(op);
  if (!rope || !rope.getInverse())
    return false;
  match.add(rope);
  if (!addQuantisation(rope.getY(), match)) {
    FusionMatch views;
    Operation *user = onlyUser(destinationOf(rope.getY(), views));
    match.miss(user ? "'" + user->getName().getStringRef() + "' takes its result unquantised"
                    : Twine("its result has several uses"));
  }
  return true;
}

bool mlir::dsv4::matchAttentionInverseRope(Operation *op, FusionMatch &match) {
  auto rope = dyn_cast<RopeOp>(op);
  if (!rope || !rope.getInverse())
    return false;
  Value source = sourceOf(rope.getX(), match);
  if (!expect<SparseAttnSharedkvOp>(source, match))
    return true;
  match.add(rope);
  if (!addQuantisation(rope.getY(), match))
    match.writes(rope.getY());
  return true;
}

//===- FuseCompression.cpp - Launches of compressor and indexer -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FusionHelpers.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace mlir::dsv4;

/// The indexer that reads a cache of keys; null if attention does.
static Operation *indexerOf(Value keys) {
  for (Operation *user : keys.getUsers())
    if (isa<QuantLightningIndexerOp, IndexerScoresOp>(user) && user->getOperand(1) == keys)
      return user;
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Compressor
//===----------------------------------------------------------------------===//

static bool matchStore(Operation *op, FusionMatch &match, int64_t ratio, bool ofIndexer) {
  auto compressor = dyn_cast<CompressorOp>(op);
  if (!compressor)
    return false;
  auto store = userOf<ScatterNdUpdateMlaOp>(compressor.getRows());
  if (store && static_cast<bool>(indexerOf(store.getUpdated())) != ofIndexer)
    return false;
  if (compressor.getRatio() != static_cast<uint64_t>(ratio)) {
    match.miss("its ratio is " + Twine(compressor.getRatio()) + ", the pattern is for " + Twine(ratio));
    return true;
  }
  if (!store || store.getRows() != compressor.getRows() || store.getSlots() != compressor.getSlots()) {
    match.miss("no 'dsv4.scatter_nd_update_mla' stores its rows in its slots");
    return true;
  }
  match.add(compressor);
  match.add(store);
  match.writes(store.getUpdated());
  match.writes(compressor.getNewKvState());
  match.writes(compressor.getNewScoreState());
  return true;
}

bool mlir::dsv4::matchCompressorStoreC4(Operation *op, FusionMatch &match) {
  return matchStore(op, match, 4, /*ofIndexer=*/false);
}
bool mlir::dsv4::matchCompressorStoreC128(Operation *op, FusionMatch &match) {
  return matchStore(op, match, 128, /*ofIndexer=*/false);
}
bool mlir::dsv4::matchIndexerCompressorStore(Operation *op, FusionMatch &match) {
  return matchStore(op, match, 4, /*ofIndexer=*/true);
}

//===----------------------------------------------------------------------===//
// Indexer
//===----------------------------------------------------------------------===//

bool mlir::dsv4::matchIndexerQuery(Operation *op, FusionMatch &match) {
  Value query, weights;
  if (auto indexer = dyn_cast<QuantLightningIndexerOp>(op)) {
    query = indexer.getQ();
    weights = indexer.getWeights();
  } else if (auto scores = dyn_cast<IndexerScoresOp>(op)) {
    query = scores.getQ();
    weights = scores.getWeights();
  } else {
    return false;
  }
  match.writes(query);
  int64_t steps = 0;
  Value value = query;
  if (auto quantised = value.getDefiningOp<ActQuantOp>()) {
    match.add(quantised);
    for (Value result : quantised->getResults())
      match.writes(result);
    value = sourceOf(quantised.getX(), match);
    ++steps;
  }
  if (auto hadamard = value.getDefiningOp<HadamardOp>()) {
    match.add(hadamard);
    value = sourceOf(hadamard.getX(), match);
    ++steps;
  }
  auto rope = value.getDefiningOp<RopeOp>();
  if (!rope) {
    match.miss("expected 'dsv4.rope' before the quantisation, found " + sourceName(value));
    return true;
  }
  match.add(rope);
  ++steps;
  // The reshape into heads.
  sourceOf(rope.getX(), match);
  // The factor of the weights of the heads is applied in the same launch.
  FusionMatch scaling;
  Value scaled = sourceOf(weights, scaling);
  if (Operation *factor = scaled.getDefiningOp(); factor && isElementwise<arith::MulFOp>(factor)) {
    scaling.add(factor);
    sourceOf(factor->getOperand(0), scaling);
  }
  if (!scaling.ops.empty()) {
    for (Operation *scale : scaling.ops)
      match.add(scale);
    match.writes(weights);
    ++steps;
  }
  if (steps < 2)
    match.miss("only the rotation stands between the projection and the scores");
  return true;
}

bool mlir::dsv4::matchIndexerScoreTopK(Operation *op, FusionMatch &match) {
  auto selection = dyn_cast<IndexerTopKOp>(op);
  if (!selection)
    return false;
  auto scores = selection.getScores().getDefiningOp<IndexerScoresOp>();
  if (!scores) {
    match.miss("the scores come from " + sourceName(selection.getScores()) + ", not from 'dsv4.indexer_scores'");
    return true;
  }
  if (scores.getRatio() != selection.getRatio()) {
    match.miss("the scores are of ratio " + Twine(scores.getRatio()) + ", the selection is of ratio " +
               Twine(selection.getRatio()));
    return true;
  }
  match.add(scores);
  match.add(selection);
  match.writes(selection.getIndices());
  return true;
}

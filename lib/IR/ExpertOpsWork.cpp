//===- ExpertOpsWork.cpp - The work of experts ----------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Like DSV4OpsWork.cpp: one function per op, its closed form above it. No operand says
// which experts the tokens will choose: routing is taken as uniform, K different experts
// of all E for each of T tokens, independent of each other. Then a token has at least
// one of L experts with the probability
//
//   some(L) = 1 - (E - L)(E - L - 1)...(E - L - K + 1) / (E (E - 1)...(E - K + 1))
//
//===----------------------------------------------------------------------===//

#include "WorkTerms.h"
#include "dsv4/IR/DSV4Ops.h"

using namespace mlir;
using namespace mlir::dsv4;

static constexpr StringRef kUniformRouting = "uniform routing";

/// some(L) of the header.
static double shareWithSome(double some, double topK, double experts) {
  double none = 1;
  for (double k = 0; k < topK && none > 0; ++k)
    none *= std::max(experts - some - k, 0.0) / std::max(experts - k, 1.0);
  return 1 - none;
}

//===----------------------------------------------------------------------===//
// Routed experts
//===----------------------------------------------------------------------===//

// Of E experts L are here (L = E without first_expert), so of T * K pairs A = T * K * L/E, and
//   U = L(1 - (1 - K/E)^T)
// experts are hit. At most min(L, A).
// matrix   A * 6DI, codes in f8E4M3FN
// vector   A * I * (6 with limit: three clamps, negation, addition, product; else 3; + 1 weight) + A * D sums
// special  A * 2I
// quant    T * some(L) * D and A * I with codes
// read     T * some(L) * De + 4TK indices + 4A + U/L of weights and scales
// write    4TD; of dispatched tokens 4D * T * some(L), since nobody reads slots without a token
LogicalResult RoutedExpertsOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getY()), weight = work.elementType(getW1());
  double tokens = work.leading(getX(), 1), hidden = work.dim(getX(), -1);
  double own = work.dim(getW1(), 0), intermediate = work.dim(getW1(), 1), topK = work.dim(getIndices(), -1);
  double experts = getExperts() ? static_cast<double>(*getExperts()) : own;
  double pairs = tokens * topK * own / experts;
  double rows = tokens * (getExperts() ? shareWithSome(own, topK, experts) : 1);
  double missShare = std::pow(std::max(1 - topK / experts, 0.0), tokens), hit = own * (1 - missShare);
  double rowsPerExpert = hit > 0 ? pairs / hit : 0;
  work.kernel("routed_experts", std::ceil(hit) * outputTiles(rowsPerExpert, 2 * intermediate))
      .matrix(productType(work.elementType(getX()), weight), pairs * 6 * hidden * intermediate)
      .vector(f32, pairs * (intermediate * ((getLimit() ? 6 : 3) + 1) + hidden))
      .special(f32, pairs * 2 * intermediate)
      .reads(getX(), kActivations, rows * hidden)
      .reads(getIndices(), kIndices)
      .reads(getWeights(), kActivations, pairs);
  addActivationQuantisation(work, weight, rows, hidden);
  addActivationQuantisation(work, weight, pairs, intermediate);
  auto readHit = [&](Value parameter) { work.reads(parameter, kWeights, work.elements(parameter) * (1 - missShare)); };
  readHit(getW1());
  readHit(getW3());
  readHit(getW2());
  llvm::for_each(getScales(), readHit);
  bool isDispatched = getX().getDefiningOp<MoeDispatchOp>() != nullptr;
  work.writes(getY(), kActivations, (isDispatched ? rows : tokens) * hidden)
      .assumes(kUniformRouting)
      .size("tokens", tokens)
      .size("hidden_size", hidden)
      .size("intermediate_size", intermediate)
      .size("experts", own)
      .size("top_k", topK)
      .size("hit_experts", hit);
  if (getExperts())
    work.size("all_experts", experts);
  return success();
}

//===----------------------------------------------------------------------===//
// Experts of several ranks
//===----------------------------------------------------------------------===//

// n ranks, L = experts_per_rank: M = n * T * some(L) rows in the buffer of a rank, its own included, where message
// sizes are counted (the work of the collective is all_to_all of M * row bytes). The size `messages` is M.
// message  M * (De + 8K)
// read     T * De + 8TK                 write  M * (De + 8K) + 4nT slots + 8n
LogicalResult MoeDispatchOp::describeWork(WorkBuilder &work) {
  double tokens = work.leading(getX(), 1), hidden = work.dim(getX(), -1), topK = work.dim(getIndices(), -1);
  double experts = static_cast<double>(getExperts()), ranks = static_cast<double>(getRanks());
  double rows = ranks * tokens * shareWithSome(static_cast<double>(getExpertsPerRank()), topK, experts);
  double elementBytes = bytesOf(work.elementType(getX()), 1);
  work.kernel("moe_dispatch", tokens)
      .collective("all_to_all", rows * (hidden * elementBytes + 8 * topK))
      .reads(getX(), kActivations)
      .reads(getIndices(), kIndices)
      .reads(getWeights(), kActivations)
      .reads(getFirstExpert(), kIndices)
      .writes(getRows(), kActivations, rows * hidden)
      .writes(getRowIndices(), kIndices, rows * topK)
      .writes(getRowWeights(), kActivations, rows * topK)
      .writes(getSlots(), kIndices)
      .writes(getSent(), kIndices)
      .writes(getReceived(), kIndices)
      .assumes(kUniformRouting)
      .size("tokens", tokens)
      .size("hidden_size", hidden)
      .size("top_k", topK)
      .size("experts", experts)
      .size("messages", rows)
      .size("element_bytes", elementBytes);
  return success();
}

// With the M of moe_dispatch:
// message  M * De
// vector   M * D: sums
// read     M * De + 4nT slots + 8n      write  4TD
LogicalResult MoeCombineOp::describeWork(WorkBuilder &work) {
  double ranks = work.dim(getSent(), 0), hidden = work.dim(getY(), -1), tokens = work.leading(getSlots(), 0) / ranks;
  double experts = static_cast<double>(getExperts()), topK = static_cast<double>(getTopK());
  double rows = ranks * tokens * shareWithSome(static_cast<double>(getExpertsPerRank()), topK, experts);
  double elementBytes = bytesOf(work.elementType(getY()), 1);
  work.kernel("moe_combine", tokens)
      .collective("all_to_all", rows * hidden * elementBytes)
      .vector(work.elementType(getZ()), rows * hidden)
      .reads(getY(), kActivations, rows * hidden)
      .reads(getSlots(), kIndices)
      .reads(getSent(), kIndices)
      .reads(getReceived(), kIndices)
      .writes(getZ())
      .assumes(kUniformRouting)
      .size("tokens", tokens)
      .size("hidden_size", hidden)
      .size("top_k", topK)
      .size("experts", experts)
      .size("messages", rows)
      .size("element_bytes", elementBytes);
  return success();
}

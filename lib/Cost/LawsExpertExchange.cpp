//===- LawsExpertExchange.cpp - Time of expert parallelism ----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expert parallelism over n ranks with E experts: a rank has T tokens of H elements, each for K experts. L is the rate
// of a device's scale-up link per direction. Times in us.
//
//   expert_exchange  launch_time + walk_time * H / 4096 + expert_time * E + rank_time * n + message_time * X
//                      + p4(handling_time + token_time * T, link, copying)
//
//                    p4(a, b, c) = (a^4 + b^4 + c^4)^(1/4): the largest, and a little more where two are alike
//                    X = messages per token: K if every expert gets its own copy (copies_per_expert), else the
//                        expected number of ranks that hold one of the K, which the work counts
//                    link    = T X H element_bytes (1 - 1 / n) / (L link_rate)
//                    copying = T X (H element_bytes + message_overhead) / (units * unit_rate): the compute units that
//                        the kernel was given; nothing without unit_rate
//
//   fused_experts    dispatch, experts and combine in one kernel, whose parts overlap, but not perfectly:
//                    launch_time + rank_time * n + p2.5(memory, matrix, link)
//
//                    memory  = bytes of the weights that are read / (memory_bandwidth * memory_efficiency)
//                    matrix  = operations of the products / (the device's rate * matrix_efficiency)
//                    link    = T X H (dispatch_element_bytes + combine_element_bytes) (1 - 1 / n) / (L link_rate);
//                        other collectives in such a kernel send what the IR says
//
// docs/cost-model.md has the measured errors; fit/fit_expert_exchange.py and fit/fit_fused_experts.py have the same
// formulas.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Laws.h"
#include <algorithm>
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

/// Hidden size that walk_time is stated for.
static constexpr double kReferenceHidden = 4096;

/// Of parts that overlap, but not perfectly: (a^p + b^p + c^p)^(1/p).
static double overlapped(double p, double first, double second, double third) {
  double largest = std::max({first, second, third});
  if (largest <= 0)
    return 0;
  auto part = [&](double time) { return std::pow(time / largest, p); };
  return largest * std::pow(part(first) + part(second) + part(third), 1 / p);
}

static double linkBytesPerMicrosecond(const Device &device, const LawConstants &c) {
  return device.fact("scaleup_bandwidth").value_or(0) * 1e3 * c["link_rate"];
}

static KernelTime expertExchange(const KernelWork &work, const Device &device, const LawConstants &c) {
  double ranks = *work.size("ranks"), tokens = *work.size("tokens"), hidden = *work.size("hidden_size");
  double messages = c["copies_per_expert"] > 0 ? tokens * *work.size("top_k") : *work.size("messages");
  double row = hidden * c["element_bytes"];
  double fixed = c["launch_time"] + c["walk_time"] * hidden / kReferenceHidden +
                 c["expert_time"] * *work.size("experts") + c["rank_time"] * ranks +
                 c["message_time"] * messages / std::max(tokens, 1.0);
  double handling = c["handling_time"] + c["token_time"] * tokens;
  KernelTime time;
  time.link = messages * row * (1 - 1 / ranks) / linkBytesPerMicrosecond(device, c);
  if (c["unit_rate"] > 0)
    time.memory = messages * (row + c["message_overhead"] * 1e3) / (c["units"] * c["unit_rate"] * 1e3);
  time.collectiveLatency = fixed + handling;
  time.total = fixed + overlapped(4, handling, time.link, time.memory);
  return time;
}

static KernelTime fusedExperts(const KernelWork &work, const Device &device, const LawConstants &c) {
  // What a dispatch or combine sends in the kernel's format; another collective sends what the IR says.
  auto bytes = [](const KernelWork &collective, double elementBytes) {
    std::optional<double> messages = collective.size("messages"), hidden = collective.size("hidden_size");
    if (!messages || !hidden)
      return mlir::dsv4::detail::linkBytes(collective);
    return *messages * *hidden * elementBytes * (1 - 1 / *collective.size("ranks"));
  };
  double link = bytes(work, c["dispatch_element_bytes"]);
  for (const KernelWork &other : work.otherCollectives)
    link += bytes(other, c["combine_element_bytes"]);
  KernelTime time;
  time.link = link / linkBytesPerMicrosecond(device, c);
  time.memory = work.bytesRead(OperandClass::Weights) / (device.memoryBytesPerMicrosecond() * c["memory_efficiency"]);
  for (const Arithmetic &entry : work.arithmetic)
    if (entry.engine == Engine::Matrix)
      time.matrix += entry.count / (device.matrixOperationsPerMicrosecond(entry.elementType) * c["matrix_efficiency"]);
  time.launch = c["launch_time"];
  time.collectiveLatency = c["rank_time"] * *work.size("ranks");
  time.total = time.launch + time.collectiveLatency + overlapped(2.5, time.memory, time.matrix, time.link);
  return time;
}

static constexpr QuantityRule kExchangeConstants[] = {
    {"launch_time", "us", 0, 1e4, true},         {"walk_time", "us", 0, 1e4, false},
    {"expert_time", "us", 0, 1e3, false},        {"rank_time", "us", 0, 1e3, false},
    {"message_time", "us", 0, 1e3, false},       {"handling_time", "us", 0, 1e4, false},
    {"token_time", "us", 0, 1e3, false},         {"link_rate", "fraction", 1e-4, 2, true},
    {"units", "count", 1, 1e5, false},           {"unit_rate", "GB/s", 0, 1e5, false},
    {"message_overhead", "KB", 0, 1e3, false},   {"element_bytes", "B", 0.1, 64, true},
    {"copies_per_expert", "count", 0, 1, false}, {"largest_tokens", "count", 0, 1e9, false}};
static constexpr StringRef kExchangeSizes[] = {"messages",    "ranks", "span",   "tokens",
                                               "hidden_size", "top_k", "experts"};
static constexpr QuantityRule kFusedConstants[] = {{"launch_time", "us", 0, 1e4, true},
                                                   {"rank_time", "us", 0, 1e3, false},
                                                   {"memory_efficiency", "fraction", 1e-2, 1, true},
                                                   {"matrix_efficiency", "fraction", 1e-2, 2, true},
                                                   {"link_rate", "fraction", 1e-4, 2, true},
                                                   {"dispatch_element_bytes", "B", 0.1, 64, true},
                                                   {"combine_element_bytes", "B", 0.1, 64, true}};
static constexpr StringRef kFusedSizes[] = {"message_bytes", "ranks", "span"};
static const Law kLaws[] = {{"expert_exchange", kExchangeConstants, kExchangeSizes, expertExchange},
                            {"fused_experts", kFusedConstants, kFusedSizes, fusedExperts}};

ArrayRef<Law> mlir::dsv4::detail::expertExchangeLaws() { return kLaws; }

bool mlir::dsv4::detail::isExchangeOfOne(const Law &law, const KernelWork &work) {
  return work.collective.empty() && (law.evaluate == expertExchange || law.evaluate == fusedExperts);
}

bool mlir::dsv4::detail::isBeyondTokens(const Law &law, const LawConstants &constants, const KernelWork &work) {
  if (law.evaluate != expertExchange)
    return false;
  double largest = constants["largest_tokens"];
  return largest > 0 && work.size("tokens").value_or(0) > largest;
}

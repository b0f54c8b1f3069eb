//===- LawsExpertExchange.cpp - Time of dispatch and combine --------------===//
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
// docs/cost-model.md has the measured errors; fit/fit_expert_exchange.py has the same formula.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Laws.h"
#include <algorithm>
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

/// Hidden size that walk_time is stated for.
static constexpr double kReferenceHidden = 4096;

/// Of parts that overlap, but not perfectly.
static double overlapped(double first, double second, double third) {
  double largest = std::max({first, second, third});
  if (largest <= 0)
    return 0;
  auto part = [&](double time) { return std::pow(time / largest, 4); };
  return largest * std::pow(part(first) + part(second) + part(third), 0.25);
}

static KernelTime expertExchange(const KernelWork &work, const Device &device, const LawConstants &c) {
  double ranks = *work.size("ranks"), tokens = *work.size("tokens"), hidden = *work.size("hidden_size");
  double messages = c["copies_per_expert"] > 0 ? tokens * *work.size("top_k")
                                               : *work.size("message_bytes") / (hidden * *work.size("element_bytes"));
  double row = hidden * c["element_bytes"];
  double fixed = c["launch_time"] + c["walk_time"] * hidden / kReferenceHidden +
                 c["expert_time"] * *work.size("experts") + c["rank_time"] * ranks +
                 c["message_time"] * messages / tokens;
  double handling = c["handling_time"] + c["token_time"] * tokens;
  KernelTime time;
  time.link = messages * row * (1 - 1 / ranks) / (device.fact("scaleup_bandwidth").value_or(0) * 1e3 * c["link_rate"]);
  if (c["unit_rate"] > 0)
    time.memory = messages * (row + c["message_overhead"] * 1e3) / (c["units"] * c["unit_rate"] * 1e3);
  time.collectiveLatency = fixed + handling;
  time.total = fixed + overlapped(handling, time.link, time.memory);
  return time;
}

static constexpr QuantityRule kConstants[] = {
    {"launch_time", "us", 0, 1e4, true},         {"walk_time", "us", 0, 1e4, false},
    {"expert_time", "us", 0, 1e3, false},        {"rank_time", "us", 0, 1e3, false},
    {"message_time", "us", 0, 1e3, false},       {"handling_time", "us", 0, 1e4, false},
    {"token_time", "us", 0, 1e3, false},         {"link_rate", "fraction", 1e-4, 2, true},
    {"units", "count", 1, 1e5, false},           {"unit_rate", "GB/s", 0, 1e5, false},
    {"message_overhead", "KB", 0, 1e3, false},   {"element_bytes", "B", 0.1, 64, true},
    {"copies_per_expert", "count", 0, 1, false}, {"largest_tokens", "count", 0, 1e9, false}};
static constexpr StringRef kSizes[] = {"message_bytes", "ranks", "span",    "tokens",
                                       "hidden_size",   "top_k", "experts", "element_bytes"};
static const Law kLaws[] = {{"expert_exchange", kConstants, kSizes, expertExchange}};

ArrayRef<Law> mlir::dsv4::detail::expertExchangeLaws() { return kLaws; }

bool mlir::dsv4::detail::isBeyondTokens(const Law &law, const LawConstants &constants, const KernelWork &work) {
  if (law.evaluate != expertExchange)
    return false;
  double largest = constants["largest_tokens"];
  return largest > 0 && work.size("tokens").value_or(0) > largest;
}

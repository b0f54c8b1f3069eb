//===- LawsCollectives.cpp - Time of collectives --------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// n ranks, S bytes of the whole buffer; L the rate of a device's scale-up link per direction.
// Rates are fractions of L. Times in us.
//
//   nccl               min over p = LL, LL128, simple of
//                        latency_p + step_p (n - 1) + g S / (L rate_p keep_p)
//                      and from in_network_ranks on of
//                        in_network_latency + g S / (L in_network_rate)
//
//                      g = 2 (n - 1) / n for all_reduce, (n - 1) / n for the others: bytes on a link per byte;
//                      keep = 1 for LL, else 1 - few_ranks_loss / n^2: few ranks use fewer channels
//
//   custom_all_reduce  min of one shot, latency + (n - 1) (step + S / (L rate)), where everyone reads everything,
//                      and two shots, latency + (n - 1) (step + 2 S / (n L rate)); NCCL beyond largest_message
//
// docs/cost-model.md has the measured errors; fit/fit_collectives.py has the same formulas.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Laws.h"
#include <algorithm>
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

/// Least part of a protocol's rate that few ranks keep.
static constexpr double kLeastKept = 0.05;

namespace {
struct Message {
  double ranks, bytes, link;

  Message(const KernelWork &work, const Device &device)
      : ranks(*work.size("ranks")), bytes(*work.size("message_bytes")),
        link(device.fact("scaleup_bandwidth").value_or(0) * 1e3) {}
};
} // namespace

double mlir::dsv4::detail::linkBytes(const KernelWork &work) {
  double ranks = *work.size("ranks");
  return (work.collective == "all_reduce" ? 2 : 1) * (ranks - 1) / ranks * *work.size("message_bytes");
}

static KernelTime latencyAndLink(double latency, double link) {
  KernelTime time;
  time.collectiveLatency = latency;
  time.link = link;
  time.total = latency + link;
  return time;
}

static void takeLess(KernelTime &time, const KernelTime &other) {
  if (other.total < time.total)
    time = other;
}

static KernelTime nccl(const KernelWork &work, const Device &device, const LawConstants &c) {
  Message message(work, device);
  double steps = message.ranks - 1;
  double wire = mlir::dsv4::detail::linkBytes(work) / message.link;
  double kept = std::max(1 - c["few_ranks_loss"] / (message.ranks * message.ranks), kLeastKept);
  KernelTime time = latencyAndLink(c["ll_latency"] + c["ll_step"] * steps, wire / c["ll_rate"]);
  takeLess(time, latencyAndLink(c["ll128_latency"] + c["ll128_step"] * steps, wire / (c["ll128_rate"] * kept)));
  takeLess(time, latencyAndLink(c["simple_latency"] + c["simple_step"] * steps, wire / (c["simple_rate"] * kept)));
  // Without these constants there is no reduction in the network.
  if (c["in_network_ranks"] > 0 && message.ranks >= c["in_network_ranks"])
    takeLess(time, latencyAndLink(c["in_network_latency"], wire / c["in_network_rate"]));
  return time;
}

static KernelTime customAllReduce(const KernelWork &work, const Device &device, const LawConstants &c) {
  Message message(work, device);
  double steps = message.ranks - 1, wire = message.bytes / message.link;
  KernelTime time =
      latencyAndLink(c["one_shot_latency"] + steps * c["one_shot_step"], steps * wire / c["one_shot_rate"]);
  takeLess(time, latencyAndLink(c["two_shot_latency"] + steps * c["two_shot_step"],
                                steps * 2 / message.ranks * wire / c["two_shot_rate"]));
  return time;
}

static constexpr QuantityRule kNcclConstants[] = {
    {"ll_latency", "us", 0, 1e4, true},          {"ll_step", "us", 0, 1e4, true},
    {"ll_rate", "fraction", 1e-4, 2, true},      {"ll128_latency", "us", 0, 1e4, true},
    {"ll128_step", "us", 0, 1e4, true},          {"ll128_rate", "fraction", 1e-4, 2, true},
    {"simple_latency", "us", 0, 1e4, true},      {"simple_step", "us", 0, 1e4, true},
    {"simple_rate", "fraction", 1e-4, 2, true},  {"few_ranks_loss", "fraction", 0, 3.9, true},
    {"in_network_latency", "us", 0, 1e4, false}, {"in_network_rate", "fraction", 0, 3, false},
    {"in_network_ranks", "count", 0, 1e6, false}};
static constexpr QuantityRule kCustomConstants[] = {
    {"one_shot_latency", "us", 0, 1e4, true},     {"one_shot_step", "us", 0, 1e4, true},
    {"one_shot_rate", "fraction", 1e-4, 2, true}, {"two_shot_latency", "us", 0, 1e4, true},
    {"two_shot_step", "us", 0, 1e4, true},        {"two_shot_rate", "fraction", 1e-4, 2, true},
    {"largest_message", "MB", 0, 1e6, false}};
static constexpr StringRef kSizes[] = {"message_bytes", "ranks", "span"};
static const Law kLaws[] = {{"nccl", kNcclConstants, kSizes, nccl},
                            {"custom_all_reduce", kCustomConstants, kSizes, customAllReduce}};

ArrayRef<Law> mlir::dsv4::detail::collectiveLaws() { return kLaws; }

bool mlir::dsv4::detail::isLeftToLibrary(const Law &law, const LawConstants &constants, const KernelWork &work) {
  if (law.evaluate != customAllReduce)
    return false;
  double largest = constants["largest_message"] * 1e6;
  return largest > 0 && *work.size("message_bytes") > largest;
}

//===- LawsHyperConnections.cpp - Time of hc_pre and hc_post --------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// T tokens of h streams of D elements of e bytes; S = h * D * e bytes of streams and
// B = D * e bytes of a branch per token. Times in us, rates in bytes per us.
//
//   miss(w) = clip((w / cache - miss_start) / miss_width, 0, 1)     cache = l2_capacity * l2_usable_share
//   cost(w) = (miss / memory_efficiency + (1 - miss) / cache_speedup) / memory_bandwidth
//
// A replayed or just written working set w stays in the cache while it is small. Floors
// add to the streaming time and are not a maximum with it: measured curves are straight
// lines with the floor as intercept. One group of threads walks D, so the floor has a
// part that grows with D. docs/cost-model.md has the measured errors.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Laws.h"
#include <algorithm>
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

/// Hidden size to which `walk_time` and `few_tokens_time` refer.
static constexpr double kReferenceHidden = 4096;
/// Rows of a tile of the product and the most pieces its reduction is split into: traits of the kernels.
static constexpr double kTileRows = 64;
static constexpr double kMaximalSplits = 64;

namespace {
struct Streams {
  double tokens, hidden, h, stream, branch;

  explicit Streams(const KernelWork &work)
      : tokens(*work.size("tokens")), hidden(*work.size("hidden_size")), h(*work.size("hc_mult")) {
    double elementBytes = *work.size("element_bytes");
    stream = h * hidden * elementBytes;
    branch = hidden * elementBytes;
  }
};
} // namespace

static constexpr StringRef kStreamSizes[] = {"tokens", "hidden_size", "hc_mult", "element_bytes"};

/// cost(w) in us per byte.
static double costPerByte(const Device &device, const LawConstants &c, double workingSet) {
  double cache = device.required("l2_capacity") * 1e6 * device.required("l2_usable_share");
  double miss = std::clamp((workingSet / cache - c["miss_start"]) / c["miss_width"], 0.0, 1.0);
  return (miss / c["memory_efficiency"] + (1 - miss) / c["cache_speedup"]) / device.memoryBytesPerMicrosecond();
}

static double walkingLaunch(const LawConstants &c, double hidden) {
  return c["launch_time"] + c["walk_time"] * hidden / kReferenceHidden;
}

// launch_time + walk_time * D / 4096 + T * (2S + B + 4h + 4h^2) * cost(T * (streams_held * S + B))
static KernelTime hcPost(const KernelWork &work, const Device &device, const LawConstants &c) {
  Streams s(work);
  double workingSet = s.tokens * (c["streams_held"] * s.stream + s.branch);
  KernelTime time;
  time.launch = walkingLaunch(c, s.hidden);
  time.memory = s.tokens * (2 * s.stream + s.branch + 4 * s.h + 4 * s.h * s.h) * costPerByte(device, c, workingSet);
  time.total = time.launch + time.memory;
  return time;
}

// The product of the streams with the mixing weights, a skinny matrix that only streams
// its left operand. tiles = ceil(T / 64) of rows; each is split over the compute units that
// are left, and one unit streams at most unit_rate, so time grows in steps of whole waves:
//   splits = clip(floor(split_share * units / tiles), 1, 64), groups = tiles * splits
//   wave(n) = max(n * bytes of a group * cost, bytes of a full group / unit_rate)
//   floor(groups / units) * wave(units) + wave(groups mod units)
static double productTime(const Device &device, const LawConstants &c, double tokens, double rowBytes, double byte) {
  double units = device.required("compute_units");
  double tiles = std::ceil(tokens / kTileRows);
  double splits = std::clamp(std::floor(c["split_share"] * units / tiles), 1.0, kMaximalSplits);
  double groups = tiles * splits;
  double groupBytes = std::min(tokens, kTileRows) * rowBytes / splits;
  double latency = kTileRows * rowBytes / (splits * c["unit_rate"] * 1e3);
  double fullWaves = std::floor(groups / units), rest = groups - fullWaves * units;
  double time = fullWaves * std::max(units * groupBytes * byte, latency);
  if (rest > 0)
    time += std::max(rest * groupBytes * byte, latency);
  return time;
}

// The second kernel: mixing weights, Sinkhorn, weighted sum. It reads the streams again and writes the branch.
static double applyTime(const Streams &s, double byte) { return s.tokens * (s.stream + s.branch) * byte; }

// launch_time + walk_time * D / 4096 + product + T * (S + B) * cost(T * (S + B))
//   + few_tokens_time * min(T, few_tokens_limit) * D / 4096   (a kernel of multiply-adds for few tokens)
static KernelTime hcPre(const KernelWork &work, const Device &device, const LawConstants &c) {
  Streams s(work);
  double byte = costPerByte(device, c, s.tokens * (s.stream + s.branch));
  KernelTime time;
  time.launch = walkingLaunch(c, s.hidden);
  time.vector = c["few_tokens_time"] * std::min(s.tokens, c["few_tokens_limit"]) * s.hidden / kReferenceHidden;
  time.memory = productTime(device, c, s.tokens, s.stream, byte) + applyTime(s, byte);
  time.total = time.launch + time.vector + time.memory;
  return time;
}

// The two kernels apart: launch_time covers both, and a launch costs kernel_floor, which
// is the product's share. So the two halves add up to the law of the whole.
static KernelTime hcPreProduct(const KernelWork &work, const Device &device, const LawConstants &c) {
  double tokens = *work.size("m"), k = *work.size("k");
  double rowBytes = k * *work.size("element_bytes");
  KernelTime time;
  // k = h * D, and n = (2 + h) * h gives h.
  double h = std::sqrt(1 + *work.size("n")) - 1;
  time.launch = std::min(device.required("kernel_floor"), c["launch_time"]);
  time.vector = c["few_tokens_time"] * std::min(tokens, c["few_tokens_limit"]) * k / h / kReferenceHidden;
  // The working set of the whole: streams and branch.
  double byte = costPerByte(device, c, tokens * rowBytes * (1 + 1 / h));
  time.memory = productTime(device, c, tokens, rowBytes, byte);
  time.total = time.launch + time.vector + time.memory;
  return time;
}

static KernelTime hcPreApply(const KernelWork &work, const Device &device, const LawConstants &c) {
  Streams s(work);
  KernelTime time;
  time.launch = walkingLaunch(c, s.hidden) - std::min(device.required("kernel_floor"), c["launch_time"]);
  time.memory = applyTime(s, costPerByte(device, c, s.tokens * (s.stream + s.branch)));
  time.total = time.launch + time.memory;
  return time;
}

// launch_time + T * (2S + B) / (memory_efficiency * memory_bandwidth)
static KernelTime hcStreamingLine(const KernelWork &work, const Device &device, const LawConstants &c) {
  Streams s(work);
  KernelTime time;
  time.launch = c["launch_time"];
  time.memory = s.tokens * (2 * s.stream + s.branch) / (c["memory_efficiency"] * device.memoryBytesPerMicrosecond());
  time.total = time.launch + time.memory;
  return time;
}

// launch_time + T * h * D / element_rate: a kernel that its vector arithmetic bounds
static KernelTime hcElementLine(const KernelWork &work, const Device &device, const LawConstants &c) {
  Streams s(work);
  KernelTime time;
  time.launch = c["launch_time"];
  time.vector = s.tokens * s.h * s.hidden / (c["element_rate"] * 1e3);
  time.total = time.launch + time.vector;
  return time;
}

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

static constexpr QuantityRule kLaunch = {"launch_time", "us", 0, 1e4, true};
static constexpr QuantityRule kWalk = {"walk_time", "us", 0, 1e4, true};
static constexpr QuantityRule kEfficiency = {"memory_efficiency", "fraction", 1e-2, 1, true};
// Rate of cached data over the peak of the memory.
static constexpr QuantityRule kCacheSpeedup = {"cache_speedup", "fraction", 0.1, 100, true};
static constexpr QuantityRule kMissStart = {"miss_start", "fraction", 0, 10, true};
static constexpr QuantityRule kMissWidth = {"miss_width", "fraction", 1e-3, 10, true};

static constexpr QuantityRule kPostConstants[] = {
    kLaunch,
    kWalk,
    kEfficiency,
    kCacheSpeedup,
    kMissStart,
    kMissWidth,
    // 2 if the streams read and written are different memory, 1 if they are updated in place.
    {"streams_held", "count", 1, 2, true}};

static constexpr QuantityRule kPreConstants[] = {kLaunch,
                                                 kWalk,
                                                 kEfficiency,
                                                 kCacheSpeedup,
                                                 kMissStart,
                                                 kMissWidth,
                                                 {"unit_rate", "GB/s", 0.1, 1e5, true},
                                                 // Part of the compute units that splitting the reduction fills.
                                                 {"split_share", "fraction", 1e-2, 1, true},
                                                 {"few_tokens_time", "us", 0, 1e3, false},
                                                 {"few_tokens_limit", "count", 0, 1e6, false}};

static constexpr QuantityRule kStreamingLineConstants[] = {kLaunch, kEfficiency};
static constexpr QuantityRule kElementLineConstants[] = {kLaunch, {"element_rate", "element/ns", 1e-3, 1e6, true}};

static constexpr StringRef kProductSizes[] = {"m", "n", "k", "element_bytes"};

static const Law kLaws[] = {{"hc_post", kPostConstants, kStreamSizes, hcPost},
                            {"hc_pre", kPreConstants, kStreamSizes, hcPre},
                            {"hc_streaming_line", kStreamingLineConstants, kStreamSizes, hcStreamingLine},
                            {"hc_element_line", kElementLineConstants, kStreamSizes, hcElementLine}};
static const Law kPreProductLaw = {"hc_pre, its product", kPreConstants, kProductSizes, hcPreProduct};
static const Law kPreApplyLaw = {"hc_pre, its second kernel", kPreConstants, kStreamSizes, hcPreApply};

ArrayRef<Law> mlir::dsv4::detail::hyperConnectionLaws() { return kLaws; }
const Law *mlir::dsv4::detail::hcPreProductLaw() { return &kPreProductLaw; }
const Law *mlir::dsv4::detail::hcPreApplyLaw() { return &kPreApplyLaw; }

bool mlir::dsv4::detail::isHcPreProduct(const KernelWork &work) {
  // Mixing weights are f32, so the product is.
  for (const Arithmetic &entry : work.arithmetic)
    if (entry.engine == Engine::Matrix && !entry.elementType.isF32())
      return false;
  double h = std::sqrt(1 + *work.size("n")) - 1;
  // The streams of a token are far longer than the mix; a narrow projection of a small model is not.
  bool isSkinny = *work.size("k") >= 8 * *work.size("n");
  return h >= 2 && h == std::floor(h) && std::fmod(*work.size("k"), h) == 0 && isSkinny;
}

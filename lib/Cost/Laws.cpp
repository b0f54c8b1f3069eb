//===- Laws.cpp - Which law times a kernel, and the roofline law ----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Laws.h"

#include "dsv4/Cost/Stack.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

StringRef mlir::dsv4::stringify(Bound bound) {
  switch (bound) {
  case Bound::Memory:
    return "memory";
  case Bound::MatrixEngine:
    return "matrix engine";
  case Bound::VectorEngine:
    return "vector engine";
  case Bound::SpecialFunctions:
    return "special functions";
  case Bound::Link:
    return "link";
  case Bound::CollectiveLatency:
    return "collective latency";
  case Bound::LaunchFloor:
    return "launch floor";
  case Bound::Nothing:
    return "nothing";
  }
  llvm_unreachable("all bounds have a name");
}

Bound KernelTime::largestTerm(bool withFixed) const {
  std::pair<double, Bound> terms[] = {{memory, Bound::Memory},
                                      {matrix, Bound::MatrixEngine},
                                      {vector, Bound::VectorEngine},
                                      {specialFunctions, Bound::SpecialFunctions},
                                      {link, Bound::Link},
                                      {withFixed ? collectiveLatency : 0, Bound::CollectiveLatency},
                                      {withFixed ? launch : 0, Bound::LaunchFloor}};
  // Of equal terms the first: what the hardware does before what the launch costs.
  auto *largest = std::max_element(std::begin(terms), std::end(terms),
                                   [](const auto &a, const auto &b) { return a.first < b.first; });
  return largest->first > 0 ? largest->second : Bound::Nothing;
}

ArrayRef<Law> mlir::dsv4::laws() {
  static const std::vector<Law> all = [] {
    std::vector<Law> laws;
    llvm::append_range(laws, mlir::dsv4::detail::hyperConnectionLaws());
    llvm::append_range(laws, mlir::dsv4::detail::collectiveLaws());
    llvm::append_range(laws, mlir::dsv4::detail::expertExchangeLaws());
    return laws;
  }();
  return all;
}

const Law *mlir::dsv4::findLaw(StringRef name) {
  const Law *found = llvm::find_if(laws(), [&](const Law &law) { return law.name == name; });
  return found == laws().end() ? nullptr : found;
}

static bool isMatrixProduct(const KernelWork &work) { return work.size("m") && work.size("n") && work.size("k"); }

double mlir::dsv4::peakTime(const KernelWork &work, const Device &device) {
  double matrix = 0;
  for (const Arithmetic &entry : work.arithmetic)
    if (entry.engine == Engine::Matrix)
      matrix += entry.count / device.matrixOperationsPerMicrosecond(entry.elementType);
  double link = 0;
  if (!work.collective.empty()) {
    double bytes = mlir::dsv4::detail::linkBytes(work);
    for (const KernelWork &other : work.otherCollectives)
      bytes += mlir::dsv4::detail::linkBytes(other);
    link = bytes / (device.fact("scaleup_bandwidth").value_or(INFINITY) * 1e3);
  }
  return std::max({matrix, link, work.operations(Engine::Vector) / device.vectorOperationsPerMicrosecond(),
                   work.operations(Engine::SpecialFunction) / device.specialFunctionsPerMicrosecond(),
                   (work.bytesRead() + work.bytesWritten()) / device.memoryBytesPerMicrosecond()});
}

KernelTime mlir::dsv4::rooflineTime(const KernelWork &work, const Device &device) {
  KernelTime time;
  Type product;
  for (const Arithmetic &entry : work.arithmetic) {
    if (entry.engine != Engine::Matrix)
      continue;
    time.matrix += entry.count / (device.matrixOperationsPerMicrosecond(entry.elementType) *
                                  device.matmulEfficiency(entry.elementType));
    if (!product)
      product = entry.elementType;
  }
  time.vector = work.operations(Engine::Vector) / device.vectorOperationsPerMicrosecond();
  time.specialFunctions = work.operations(Engine::SpecialFunction) / device.specialFunctionsPerMicrosecond();
  double bytes = work.bytesRead() + work.bytesWritten();
  if (isMatrixProduct(work) && product) {
    // Libraries split k over idle compute units, so few output tiles do not limit streaming.
    time.memory = bytes / (device.matmulStreamingEfficiency(product) * device.memoryBytesPerMicrosecond());
    time.launch = device.matmulFloor(product);
    time.law = "roofline of a matrix product";
  } else {
    double rate = device.required("streaming_efficiency") * device.memoryBytesPerMicrosecond();
    if (std::optional<double> unitRate = device.fact("unit_streaming_rate")) {
      double units = std::clamp(work.parallelTiles, 1.0, device.required("compute_units"));
      rate = std::min(rate, units * *unitRate * 1e3);
    }
    time.memory = bytes / rate;
    time.launch = device.required("kernel_floor");
    time.law = "roofline";
  }
  time.source = "device file " + device.origin;
  time.total = time.launch + std::max({time.memory, time.matrix, time.vector, time.specialFunctions});
  time.bound = time.largestTerm();
  return time;
}

/// The stack's law for a kernel, and its constants.
static std::pair<const Law *, const LawConstants *> lawFor(const KernelWork &work, const Device &device,
                                                           const Stack &stack) {
  const StackKernel *entry = stack.find(work.name, device);
  if (entry && mlir::dsv4::detail::isBeyondTokens(*entry->law, entry->constants, work))
    entry = stack.find("many_tokens_" + work.name, device);
  if (entry && !mlir::dsv4::detail::isExchangeOfOne(*entry->law, work))
    return {entry->law, &entry->constants};
  // hc_pre is two kernels in these stacks; when the IR has them apart, each takes its half of the law.
  const StackKernel *pre = stack.find("hc_pre", device);
  if (pre && pre->law->name == "hc_pre") {
    if (work.name == "hc_pre_sinkhorn" || work.name == "hc_pre_apply")
      return {mlir::dsv4::detail::hcPreApplyLaw(), &pre->constants};
    // A fused kernel that holds such a product besides other things is none.
    bool isProduct = (work.name == "matmul" || work.name == "linear") && isMatrixProduct(work);
    if (work.name == "hc_pre_product" || (isProduct && mlir::dsv4::detail::isHcPreProduct(work)))
      return {mlir::dsv4::detail::hcPreProductLaw(), &pre->constants};
  }
  return {nullptr, nullptr};
}

/// Emits an error and fails unless the kernel has the sizes that its law needs.
static LogicalResult checkSizes(const KernelWork &work, const Law &law, const Stack &stack, Location loc) {
  for (StringRef size : law.sizes)
    if (!work.size(size))
      return emitError(loc) << "kernel '" << work.name << "' has no size '" << size << "', which its law in stack '"
                            << stack.name << "' needs: it must contain the ops that the name stands for";
  return success();
}

/// Emits an error and fails unless the ranks of the collective in a kernel are within a scale-up domain.
static LogicalResult checkDomain(const KernelWork &work, const Device &device, Location loc) {
  double span = *work.size("span");
  std::optional<double> domain = device.fact("scaleup_devices"), link = device.fact("scaleup_bandwidth");
  if (!domain || !link)
    return emitError(loc) << "'" << work.collective << "' cannot be priced: device '" << device.name << "' has no '"
                          << (domain ? "scaleup_bandwidth" : "scaleup_devices") << "'";
  if (span > *domain)
    return emitError(loc) << "'" << work.collective << "' of " << shortText(*work.size("ranks")) << " ranks spans "
                          << shortText(span) << " devices, but a scale-up domain of '" << device.name << "' has "
                          << shortText(*domain) << "; there is no law for collectives beyond one";
  return success();
}

/// The law of a collective inside a kernel, or of the kernel as a whole if the stack has one for it.
static FailureOr<const StackKernel *> collectiveLaw(const KernelWork &work, const Device &device, const Stack &stack,
                                                    Location loc) {
  if (failed(checkDomain(work, device, loc)))
    return failure();
  const StackKernel *entry = stack.find(work.collective, device);
  if (!entry || mlir::dsv4::detail::isLeftToLibrary(*entry->law, entry->constants, work))
    entry = stack.find("library_" + work.collective, device);
  if (!entry) {
    emitError(loc) << "stack '" << stack.name << "' has no law for '" << work.collective << "' on devices of family '"
                   << device.family << "'";
    return failure();
  }
  if (failed(checkSizes(work, *entry->law, stack, loc)))
    return failure();
  return entry;
}

/// A collective alone takes the time of its law; what else is in the kernel goes on beside it, so the longer counts.
static FailureOr<KernelTime> collectiveTime(const KernelWork &work, const Device &device, const Stack &stack,
                                            Location loc) {
  FailureOr<const StackKernel *> entry = collectiveLaw(work, device, stack, loc);
  if (failed(entry))
    return failure();
  KernelTime time = (*entry)->law->evaluate(work, device, (*entry)->constants);
  time.law = ("stack " + stack.name + ": " + (*entry)->law->name).str();
  time.source = (*entry)->constants.source;
  for (const KernelWork &other : work.otherCollectives) {
    FailureOr<const StackKernel *> next = collectiveLaw(other, device, stack, loc);
    if (failed(next))
      return failure();
    KernelTime more = (*next)->law->evaluate(other, device, (*next)->constants);
    time.collectiveLatency += more.collectiveLatency;
    time.link += more.link;
    time.law += (", stack " + stack.name + ": " + (*next)->law->name).str();
    time.source += "; " + (*next)->constants.source;
  }
  if (work.name != work.collective) {
    KernelTime rest = rooflineTime(work, device);
    time.memory = rest.memory;
    time.matrix = rest.matrix;
    time.vector = rest.vector;
    time.specialFunctions = rest.specialFunctions;
    time.total = time.collectiveLatency + std::max(time.link, rest.total - rest.launch);
    time.law += ", " + rest.law;
    time.source += "; " + rest.source;
  }
  time.bound = time.largestTerm();
  return time;
}

FailureOr<KernelTime> mlir::dsv4::timeOf(const KernelWork &work, const Device &device, const Stack &stack,
                                         Location loc) {
  KernelTime time;
  if (work.isEmpty()) {
    time.law = "no work";
    time.source = "no arithmetic and no result: not launched";
    return time;
  }
  auto [law, constants] = lawFor(work, device, stack);
  const StackFusion *fusion = stack.findFusion(work.name);
  if (!law && fusion && !fusion->isOn(device.family))
    emitWarning(loc) << "stack '" << stack.name << "' has no kernel '" << work.name << "' on devices of family '"
                     << device.family << "': its parts are priced as if they ran together; attach the device before "
                     << "dsv4-fuse to have them apart";
  if (!work.collective.empty() && (!law || work.name == work.collective)) {
    FailureOr<KernelTime> found = collectiveTime(work, device, stack, loc);
    if (failed(found))
      return failure();
    time = *found;
  } else if (!law) {
    time = rooflineTime(work, device);
  } else {
    if (failed(checkSizes(work, *law, stack, loc)) ||
        (!work.collective.empty() && failed(checkDomain(work, device, loc))))
      return failure();
    time = law->evaluate(work, device, *constants);
    time.law = ("stack " + stack.name + ": " + law->name).str();
    time.source = constants->source;
    time.bound = time.largestTerm();
  }
  if (!std::isfinite(time.total) || time.total <= 0) {
    emitError(loc) << "time of kernel '" << work.name << "' is " << time.total
                   << " us, expected a finite number greater than 0";
    return failure();
  }
  return time;
}

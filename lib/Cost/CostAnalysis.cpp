//===- CostAnalysis.cpp - Time of a function on a device ------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/CostAnalysis.h"

#include "dsv4/Cost/BoundShapes.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

double CostResult::totalTime() const {
  double total = 0;
  for (const PricedKernel &entry : kernels)
    total += entry.time.total * entry.kernel.count;
  return total;
}

FailureOr<CostResult> CostAnalysis::estimate(const Workload &workload, const Stack &stack, bool allowUnmodelled) {
  FailureOr<Device> device = deviceFromDLTI(module);
  if (failed(device))
    return failure();
  FailureOr<WorkResult> described = work.describe(workload);
  if (failed(described) || (!allowUnmodelled && failed(diagnoseUnmodelled(*described))))
    return failure();
  CostResult result{*device, stack, described->function, described->bindings, {}, described->unmodelled};
  for (LaunchedKernel &kernel : described->kernels) {
    FailureOr<KernelTime> time = timeOf(kernel.work, *device, stack, kernel.op->getLoc());
    if (failed(time))
      return failure();
    double peak = peakTime(kernel.work, *device);
    if (!std::isfinite(peak) || !std::isfinite(time->total * kernel.count)) {
      emitErrorAt(kernel.op) << "has a cost that is not a finite number: its sizes are absurd";
      return failure();
    }
    result.kernels.push_back({std::move(kernel), *time, peak});
  }
  if (!std::isfinite(result.totalTime())) {
    emitErrorAt(result.function) << "has a total time that is not a finite number";
    return failure();
  }
  return result;
}

//===- CostAnalysis.h - Time of a function on a device ----------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_COSTANALYSIS_H
#define DSV4_COST_COSTANALYSIS_H

#include "dsv4/Cost/Device.h"
#include "dsv4/Cost/Laws.h"
#include "dsv4/Cost/Stack.h"
#include "dsv4/Cost/WorkAnalysis.h"
#include "mlir/Pass/AnalysisManager.h"

namespace mlir::dsv4 {

/// A kernel and its time.
struct PricedKernel {
  LaunchedKernel kernel;
  /// Of one launch.
  KernelTime time;
  /// What the peaks of the device would allow for one launch, in us.
  double peakTime;
};

/// Cost of one execution of a function: what a report is made of.
struct CostResult {
  Device device;
  Stack stack;
  func::FuncOp function;
  SmallVector<Binding> bindings;
  std::vector<PricedKernel> kernels;
  std::vector<UnmodelledOp> unmodelled;

  /// Time of all launches, one after the other, in us.
  double totalTime() const;
};

/// Prices functions of a module on the device that DLTI describes. Works on the work
/// of the module, so another device or stack costs no second walk.
class CostAnalysis {
public:
  CostAnalysis(Operation *module, AnalysisManager &analyses)
      : module(cast<ModuleOp>(module)), work(analyses.getAnalysis<WorkAnalysis>()) {}

  /// Emits errors and fails if the module has no device, the work cannot be described
  /// or a time is not a positive number. Without `allowUnmodelled` an op without a
  /// model is an error too.
  FailureOr<CostResult> estimate(const Workload &workload, const Stack &stack, bool allowUnmodelled);

  bool isInvalidated(const AnalysisManager::PreservedAnalyses &preserved) {
    return !preserved.isPreserved<CostAnalysis>() || !preserved.isPreserved<WorkAnalysis>();
  }

private:
  ModuleOp module;
  WorkAnalysis &work;
};

} // namespace mlir::dsv4

#endif // DSV4_COST_COSTANALYSIS_H

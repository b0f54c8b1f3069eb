//===- WorkAnalysis.h - All kernels that a function launches ----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_WORKANALYSIS_H
#define DSV4_COST_WORKANALYSIS_H

#include "dsv4/IR/Work.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <vector>

namespace mlir::dsv4 {

/// A size for a dynamic dimension of an argument, or (dimension < 0) the value of an
/// integer argument, or the values of an argument that is a tensor of integers: one for
/// all elements, or one for each. The argument is given by number, or (`name` not empty) by
/// its `dsv4.name`, of which a `*` at the end stands for any rest.
struct Binding {
  int64_t argument;
  int64_t dimension;
  SmallVector<int64_t, 1> values;
  std::string name = {};
};

/// What is to be priced: a function and the sizes of its dynamic dimensions.
struct Workload {
  /// Empty: `main`, else the only public function.
  std::string function;
  SmallVector<Binding> bindings;
};

/// Parses `arg0:1=64` (dimension 1 of argument 0), `arg2=7` (an integer argument, or every
/// element of a tensor of integers) and `arg2=1024*64/8192*8` (its elements: 64 times
/// 1024, then 8 times 8192). For argN may stand a name: `start_pos=7`, `cache.*:0=64`.
FailureOr<Binding> parseBinding(StringRef text, Location loc);

/// A kernel at one place in the IR.
struct LaunchedKernel {
  Operation *op;
  func::FuncOp function;
  KernelWork work;
  /// Launches during one execution of the entry function.
  double count;
};

/// An op that has no work model, or whose shapes do not follow because of one.
struct UnmodelledOp {
  Operation *op;
  double count;
  bool shapeUnknown;
};

struct FunctionWork;

/// All kernels that one execution of a function launches, in program order.
struct WorkResult {
  func::FuncOp function;
  SmallVector<Binding> bindings;
  std::vector<LaunchedKernel> kernels;
  std::vector<UnmodelledOp> unmodelled;
};

/// Finds the kernels of functions of a module. Walks calls and loops with constant
/// trip count; a function is walked once per combination of argument shapes.
class WorkAnalysis {
public:
  explicit WorkAnalysis(Operation *module);
  ~WorkAnalysis();
  WorkAnalysis(const WorkAnalysis &) = delete;

  /// Emits located errors and fails for a function that does not exist, dimensions
  /// without a size, loops without a constant trip count, recursion. Ops without a
  /// model are in the result: `diagnoseUnmodelled` makes them an error.
  FailureOr<WorkResult> describe(const Workload &workload);

private:
  class Walker;
  FailureOr<func::FuncOp> entryFunction(StringRef name);

  ModuleOp module;
  SymbolTableCollection symbols;
  /// Keyed by the function and, per argument, its bound type or constant.
  DenseMap<std::pair<Operation *, Attribute>, std::unique_ptr<FunctionWork>> memo;
};

/// One error per distinct op name with its number of uses; success if there is none.
LogicalResult diagnoseUnmodelled(const WorkResult &result);

} // namespace mlir::dsv4

#endif // DSV4_COST_WORKANALYSIS_H

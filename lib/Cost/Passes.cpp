//===- Passes.cpp - Thin passes over the cost model -----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Passes.h"

#include "dsv4/Cost/CostAnalysis.h"
#include "dsv4/Cost/Report.h"
#include "mlir/Dialect/DLTI/DLTI.h"
#include "mlir/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/ToolOutputFile.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4ATTACHDEVICEPASS
#define GEN_PASS_DEF_DSV4ESTIMATECOSTPASS
#define GEN_PASS_DEF_DSV4PRINTWORKPASS
#include "dsv4/Cost/Passes.h.inc"
} // namespace mlir::dsv4

/// Contents of a file that the user names.
static FailureOr<std::unique_ptr<llvm::MemoryBuffer>> readFile(StringRef path, Location loc) {
  std::string error;
  std::unique_ptr<llvm::MemoryBuffer> buffer = openInputFile(path, &error);
  if (!buffer) {
    emitError(loc) << error;
    return failure();
  }
  return buffer;
}

/// Lets `print` write to a file or standard output.
static LogicalResult writeReport(StringRef path, Location loc, function_ref<void(raw_ostream &)> print) {
  std::string error;
  std::unique_ptr<llvm::ToolOutputFile> file = openOutputFile(path, &error);
  if (!file)
    return emitError(loc) << error;
  print(file->os());
  file->keep();
  return success();
}

static FailureOr<Workload> workloadOf(StringRef function, ArrayRef<std::string> bindings, Location loc) {
  Workload workload{function.str(), {}};
  for (StringRef text : bindings) {
    FailureOr<Binding> binding = parseBinding(text, loc);
    if (failed(binding))
      return failure();
    workload.bindings.push_back(*binding);
  }
  return workload;
}

namespace {

struct AttachDevice : public mlir::dsv4::impl::DSV4AttachDevicePassBase<AttachDevice> {
  using DSV4AttachDevicePassBase::DSV4AttachDevicePassBase;

  void runOnOperation() override {
    if (failed(attach()))
      signalPassFailure();
  }

  FailureOr<Device> chosenDevice(Location loc) {
    if (device.empty() == file.empty()) {
      emitError(loc) << "dsv4-attach-device needs device= or file=, and not both";
      return failure();
    }
    if (!device.empty())
      return builtinDevice(loc, device);
    FailureOr<std::unique_ptr<llvm::MemoryBuffer>> buffer = readFile(file, loc);
    if (failed(buffer))
      return failure();
    return readDevice(&getContext(), file, (*buffer)->getBuffer());
  }

  LogicalResult attach() {
    ModuleOp module = getOperation();
    // A module without a location of its own still names its file.
    Location loc = module.getLoc();
    FailureOr<Device> chosen = chosenDevice(loc);
    if (failed(chosen))
      return failure();
    for (StringRef assignment : set)
      if (failed(overrideFact(*chosen, assignment, loc)))
        return failure();
    SmallVector<DataLayoutEntryInterface> entries;
    if (auto old = module->getAttrOfType<TargetSystemSpecInterface>(DLTIDialect::kTargetSystemDescAttrName))
      for (DataLayoutEntryInterface entry : old.getEntries())
        if (entry.getKey() != DataLayoutEntryKey(StringAttr::get(&getContext(), kDeviceId)))
          entries.push_back(entry);
    entries.push_back(
        DataLayoutEntryAttr::get(StringAttr::get(&getContext(), kDeviceId), deviceToDLTI(&getContext(), *chosen)));
    module->setAttr(DLTIDialect::kTargetSystemDescAttrName, TargetSystemSpecAttr::get(&getContext(), entries));
    return success();
  }
};

struct EstimateCost : public mlir::dsv4::impl::DSV4EstimateCostPassBase<EstimateCost> {
  using DSV4EstimateCostPassBase::DSV4EstimateCostPassBase;

  void runOnOperation() override {
    if (failed(estimate()))
      return signalPassFailure();
    markAllAnalysesPreserved();
  }

  FailureOr<Stack> chosenStack(Location loc) {
    if (!stack.empty() && !stackFile.empty()) {
      emitError(loc) << "stack= and stack-file= exclude each other";
      return failure();
    }
    if (!stackFile.empty()) {
      FailureOr<std::unique_ptr<llvm::MemoryBuffer>> buffer = readFile(stackFile, loc);
      if (failed(buffer))
        return failure();
      return readStack(&getContext(), stackFile, (*buffer)->getBuffer());
    }
    if (!stack.empty())
      return builtinStack(loc, stack);
    FailureOr<Device> device = deviceFromDLTI(getOperation());
    if (failed(device))
      return failure();
    if (device->defaultStack.empty()) {
      emitError(loc) << "device '" << device->name << "' has no default_stack: choose one with stack=";
      return failure();
    }
    return builtinStack(loc, device->defaultStack);
  }

  LogicalResult estimate() {
    ModuleOp module = getOperation();
    Location loc = module.getLoc();
    if (!llvm::is_contained({"table", "json", "csv", "remark"}, StringRef(format)))
      return emitError(loc) << "unknown format '" << format << "'; formats: table, json, csv, remark";
    FailureOr<Workload> workload = workloadOf(function, bind, loc);
    if (failed(workload))
      return failure();
    FailureOr<Stack> priced = chosenStack(loc);
    if (failed(priced))
      return failure();
    FailureOr<CostResult> result = getAnalysis<CostAnalysis>().estimate(*workload, *priced, allowUnmodelled);
    if (failed(result))
      return failure();
    llvm::json::Value report = toJSON(*result);
    if (format == "remark") {
      emitCostRemarks(report, *result);
      return success();
    }
    return writeReport(output, loc, [&](raw_ostream &os) {
      if (format == "json")
        printReport(report, os);
      else if (format == "csv")
        printCostCSV(report, os);
      else
        printCostTable(report, os);
    });
  }
};

struct PrintWork : public mlir::dsv4::impl::DSV4PrintWorkPassBase<PrintWork> {
  using DSV4PrintWorkPassBase::DSV4PrintWorkPassBase;

  void runOnOperation() override {
    if (failed(print()))
      return signalPassFailure();
    markAllAnalysesPreserved();
  }

  LogicalResult print() {
    Location loc = getOperation().getLoc();
    if (format != "text" && format != "json")
      return emitError(loc) << "unknown format '" << format << "'; formats: text, json";
    FailureOr<Workload> workload = workloadOf(function, bind, loc);
    if (failed(workload))
      return failure();
    FailureOr<WorkResult> result = getAnalysis<WorkAnalysis>().describe(*workload);
    if (failed(result) || (!allowUnmodelled && failed(diagnoseUnmodelled(*result))))
      return failure();
    llvm::json::Value report = toJSON(*result);
    return writeReport(output, loc, [&](raw_ostream &os) {
      if (format == "json")
        printReport(report, os);
      else
        printWorkText(report, os);
    });
  }
};

} // namespace

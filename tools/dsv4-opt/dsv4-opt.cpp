//===- dsv4-opt.cpp - Runs passes on dsv4 IR ------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// MlirOptMain, except that an error diagnostic always makes the exit status 1.
// Upstream looks only at what the passes return, and some passes emit an error
// and return success (convert-shard-to-mpi on a collective it does not know).
//
//===----------------------------------------------------------------------===//

#include "dsv4/Pipelines/InitAll.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Support/FileUtilities.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/ToolOutputFile.h"
#include "llvm/Support/WithColor.h"

#include <atomic>
#include <cstdio>

using namespace mlir;

static llvm::raw_ostream &toolError() { return llvm::WithColor::error(llvm::errs(), "dsv4-opt"); }

/// Lets every error that is emitted while passes run add to `count`. The context
/// belongs to MlirOptMain; the set-up of the pass manager is where a handler can
/// still be put on top of the one that prints.
static void countErrorsOfPasses(MlirOptMainConfig &config, std::atomic<unsigned> &count) {
  config.setPassPipelineSetupFn([original = config, &count](PassManager &passManager) {
    passManager.getContext()->getDiagEngine().registerHandler([&count](Diagnostic &diagnostic) {
      if (diagnostic.getSeverity() == DiagnosticSeverity::Error)
        ++count;
      return failure(); // Not handled: the next handler prints it.
    });
    return original.setupPassPipeline(passManager);
  });
}

static LogicalResult run(StringRef inputFilename, StringRef outputFilename, DialectRegistry &registry) {
  MlirOptMainConfig config = MlirOptMainConfig::createFromCLOptions();
  if (config.shouldShowDialects()) {
    llvm::outs() << "Available Dialects:\n";
    llvm::interleave(registry.getDialectNames(), llvm::outs(), "\n");
    llvm::outs() << "\n";
    return success();
  }
  if (config.shouldListPasses()) {
    printRegisteredPasses();
    return success();
  }
  // A user who forgot the file name would wait for ever without a word.
  if (inputFilename == "-" && llvm::sys::Process::FileDescriptorIsDisplayed(fileno(stdin)))
    llvm::errs() << "(reading from the terminal, end with ctrl-d)\n";

  std::string message;
  std::unique_ptr<llvm::MemoryBuffer> input = openInputFile(inputFilename, &message);
  if (!input) {
    toolError() << message << "\n";
    return failure();
  }
  std::unique_ptr<llvm::ToolOutputFile> output = openOutputFile(outputFilename, &message);
  if (!output) {
    toolError() << message << "\n";
    return failure();
  }

  std::atomic<unsigned> errorCount = 0;
  // Under -verify-diagnostics an error is what the test asks for.
  if (!config.shouldVerifyDiagnostics())
    countErrorsOfPasses(config, errorCount);
  if (failed(MlirOptMain(output->os(), std::move(input), registry, config)))
    return failure();
  if (errorCount > 0) {
    toolError() << "a pass reported an error and went on; the output is not to be trusted\n";
    return failure();
  }
  output->keep();
  return success();
}

int main(int argc, char **argv) {
  llvm::InitLLVM initLLVM(argc, argv);
  DialectRegistry registry;
  dsv4::registerAllDialects(registry);
  dsv4::registerAllPasses();
  auto [inputFilename, outputFilename] =
      registerAndParseCLIOptions(argc, argv, "dsv4-opt: runs passes on DeepSeek-V4 IR\n", registry);
  return asMainReturnCode(run(inputFilename, outputFilename, registry));
}

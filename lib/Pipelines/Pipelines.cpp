//===- Pipelines.cpp - The registered pipelines ---------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The only place where passes are put in an order.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Pipelines/Pipelines.h"

#include "dsv4/Lowering/Passes.h"
#include "mlir/Conversion/Passes.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/Bufferization/Pipelines/Passes.h"
#include "mlir/Dialect/Bufferization/Transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/Transforms/Passes.h"
#include "mlir/Dialect/Linalg/Passes.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

/// `toRuntime`: collectives become calls of the MPI runtime on the way.
static void addToLinalg(OpPassManager &pm, bool toRuntime) {
  // Only modules that dsv4-fuse has been at have kernels.
  pm.addPass(dsv4::createDSV4TileKernelsPass());
  dsv4::DSV4CheckContractPassOptions contract;
  contract.dialects = {"arith", "bufferization", "cf", "func", "linalg", "math", "scf", "shard", "tensor"};
  contract.stage = "dsv4-to-linalg-pipeline";
  if (toRuntime) {
    // Before the exchange of tokens is decomposed into collectives that move whole buffers.
    pm.addPass(dsv4::createDSV4LowerCollectivesPass());
    contract.dialects.push_back("memref");
  }
  pm.addPass(dsv4::createDSV4DecomposePass());
  // Hand-written IR may hold arith and math ops on whole tensors.
  pm.addPass(createConvertElementwiseToLinalgPass());
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
  pm.addPass(dsv4::createDSV4CheckContractPass(contract));
}

void mlir::dsv4::buildToLinalgPipeline(OpPassManager &pm) { addToLinalg(pm, /*toRuntime=*/false); }

void mlir::dsv4::buildToLLVMPipeline(OpPassManager &pm, const ToLLVMPipelineOptions &options) {
  addToLinalg(pm, /*toRuntime=*/true);

  // Tensors to buffers.
  pm.addPass(createDSV4DecomposeConcatPass());
  pm.addNestedPass<func::FuncOp>(createDSV4FuseElementwisePass());
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
  // After the last CSE on tensors.
  pm.addPass(createDSV4SeparateInitialValuesPass());
  pm.addPass(createDSV4ProtectArgumentsPass());
  pm.addPass(bufferization::createEmptyTensorEliminationPass());
  bufferization::OneShotBufferizePassOptions bufferize;
  bufferize.bufferizeFunctionBoundaries = true;
  bufferize.allowReturnAllocsFromLoops = true;
  bufferize.functionBoundaryTypeConversion = options.layout == ArgumentLayout::Contiguous
                                                 ? bufferization::LayoutMapOption::IdentityLayoutMap
                                                 : bufferization::LayoutMapOption::FullyDynamicLayoutMap;
  pm.addPass(bufferization::createOneShotBufferizePass(bufferize));
  // Updated arguments are not returned: the deallocation below would clone them. Canonicalization makes the results of
  // loops and branches that update a buffer the buffer itself.
  pm.addPass(createCanonicalizerPass());
  pm.addPass(bufferization::createDropEquivalentBufferResultsPass());
  pm.addPass(createDSV4DropInPlaceResultsPass());
  pm.addPass(createCanonicalizerPass());
  pm.addNestedPass<func::FuncOp>(bufferization::createBufferHoistingPass());
  pm.addNestedPass<func::FuncOp>(bufferization::createBufferLoopHoistingPass());
  bufferization::buildBufferDeallocationPipeline(pm, bufferization::BufferDeallocationPipelineOptions());
  pm.addPass(createConvertBufferizationToMemRefPass());

  // Structured ops to loops.
  pm.addNestedPass<func::FuncOp>(createConvertLinalgToLoopsPass());
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
  pm.addPass(createLoopInvariantCodeMotionPass());

  // Floats that the target may lack.
  pm.addPass(createDSV4ExpandSmallFloatsPass());
  arith::ArithExpandOpsPassOptions expand;
  expand.includeBf16 = true;
  pm.addPass(arith::createArithExpandOpsPass(expand));

  // To LLVM. math-to-libm runs first: math-to-llvm would turn log1p(x) into log(1 + x), which loses small x. But libm
  // has neither rsqrt nor ctlz. Functions of libm must not get wrappers, so these are asked for before.
  pm.addNestedPass<func::FuncOp>(LLVM::createLLVMRequestCWrappersPass());
  pm.addPass(createDSV4RuntimeChecksPass());
  pm.addPass(memref::createExpandStridedMetadataPass());
  pm.addPass(createLowerAffinePass());
  pm.addPass(createSCFToControlFlowPass());
  math::MathExpandOpsPassOptions expandMath;
  // Programs that torch-mlir lowered have fpowi, which math-to-libm leaves.
  expandMath.opMnemonics = {"ctlz", "rsqrt", "fpowi"};
  pm.addPass(math::createMathExpandOpsPass(expandMath));
  pm.addPass(createConvertMathToLibmPass());
  pm.addPass(createConvertMathToLLVMPass());
  pm.addPass(createArithToLLVMConversionPass());
  pm.addPass(createConvertIndexToLLVMPass());
  pm.addPass(createConvertControlFlowToLLVMPass());
  // The runtime's own allocation functions: it must free what a failed call leaves behind.
  FinalizeMemRefToLLVMConversionPassOptions memref;
  memref.useGenericFunctions = true;
  pm.addPass(createFinalizeMemRefToLLVMConversionPass(memref));
  pm.addPass(createConvertFuncToLLVMPass());
  pm.addPass(createReconcileUnrealizedCastsPass());
  pm.addPass(createCanonicalizerPass());
  DSV4CheckContractPassOptions contract;
  contract.dialects = {"llvm"};
  contract.stage = "dsv4-to-llvm-pipeline";
  pm.addPass(createDSV4CheckContractPass(contract));
}

void mlir::dsv4::registerPipelines() {
  PassPipelineRegistration<>("dsv4-to-linalg-pipeline", "Lower dsv4 ops to linalg and other upstream tensor dialects",
                             buildToLinalgPipeline);
  PassPipelineRegistration<ToLLVMPipelineOptions>(
      "dsv4-to-llvm-pipeline", "Lower dsv4 or linalg IR to the LLVM dialect, ready for the JIT", buildToLLVMPipeline);
}

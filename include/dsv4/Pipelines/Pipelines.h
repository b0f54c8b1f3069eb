//===- Pipelines.h - The registered pipelines -------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_PIPELINES_PIPELINES_H
#define DSV4_PIPELINES_PIPELINES_H

#include "mlir/Pass/PassOptions.h"

namespace mlir {
class OpPassManager;
} // namespace mlir

namespace mlir::dsv4 {

/// `dsv4-to-linalg-pipeline`: dsv4 ops to arith, cf, func, linalg, math, scf and
/// tensor, which a contract check at the end enforces.
void buildToLinalgPipeline(OpPassManager &pm);

/// How arrays cross the boundary of a compiled function.
enum class ArgumentLayout {
  /// Row-major and without gaps: the fastest code.
  Contiguous,
  /// Any strides, each a multiple of the element size.
  Strided,
};

struct ToLLVMPipelineOptions : public PassPipelineOptions<ToLLVMPipelineOptions> {
  PassOptions::Option<ArgumentLayout> layout{
      *this, "layout", llvm::cl::desc("Layout of tensor arguments and results of functions"),
      llvm::cl::init(ArgumentLayout::Contiguous),
      llvm::cl::values(clEnumValN(ArgumentLayout::Contiguous, "contiguous", "row-major without gaps"),
                       clEnumValN(ArgumentLayout::Strided, "strided", "any strides"))};
};

/// `dsv4-to-llvm-pipeline`: dsv4 or linalg IR to the LLVM dialect, public
/// functions with C wrappers (`_mlir_ciface_<name>`) that take and return
/// memref descriptors. The caller owns returned buffers.
void buildToLLVMPipeline(OpPassManager &pm, const ToLLVMPipelineOptions &options);

void registerPipelines();

} // namespace mlir::dsv4

#endif // DSV4_PIPELINES_PIPELINES_H

//===- Passes.h - Passes of the import --------------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IMPORT_PASSES_H
#define DSV4_IMPORT_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace mlir::dsv4 {

/// What the rows of compressors and the queries of indexers are rounded to, whose
/// torch operators do not say it.
enum class ImportPrecision {
  /// Nothing but their element types: Hugging Face's semantics.
  Plain,
  /// FP8, and FP4 after a Hadamard rotation: the reference code's.
  Qat,
};

#define GEN_PASS_DECL
#include "dsv4/Import/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "dsv4/Import/Passes.h.inc"

} // namespace mlir::dsv4

#endif // DSV4_IMPORT_PASSES_H

//===- ProgramChecks.h - What options ask of a configuration ----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_MODEL_PROGRAMCHECKS_H
#define DSV4_LIB_MODEL_PROGRAMCHECKS_H

#include "dsv4/Model/Builder.h"

namespace mlir::dsv4 {

/// What the options ask of the configuration beyond what makes a configuration
/// valid. Errors stand at the field, or at `location`. `hasIndexer`: a layer with
/// ratio 4 is built.
LogicalResult checkProgram(const ModelConfig &config, const ProgramOptions &options, bool hasIndexer,
                           Location location);

} // namespace mlir::dsv4

#endif // DSV4_LIB_MODEL_PROGRAMCHECKS_H

//===- DependencyAnchors.h - Zeros that keep cache writes alive -*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IMPORT_DEPENDENCYANCHORS_H
#define DSV4_LIB_IMPORT_DEPENDENCYANCHORS_H

#include "dsv4/Import/OpImporter.h"

namespace mlir::dsv4 {

/// If `op` adds `0 * handle` to a value, where `handle` is what a cache write of
/// tensor_cast returned, what stands for that value; else null.
///
/// TensorCast does so to keep the write alive in a graph whose writes are side effects;
/// here the handle is a value, and its users keep it alive. Leaving the product out is
/// not only cheaper: a cache that is not full may hold NaN or infinity, whose product
/// with 0 is NaN. For any other operand `0 * x` is arithmetic and stays.
Value withoutDependencyAnchor(Operation *op, const ImportState &state);

} // namespace mlir::dsv4

#endif // DSV4_LIB_IMPORT_DEPENDENCYANCHORS_H

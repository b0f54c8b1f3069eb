//===- Bindings.h - Sizes and values of arguments ---------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_COST_BINDINGS_H
#define DSV4_LIB_COST_BINDINGS_H

#include "dsv4/Cost/WorkAnalysis.h"

namespace mlir::dsv4::detail {

/// What is known of each argument of the entry: a bound type (alone, or in an array with
/// the elements of a tensor of integers), the constant of an integer, or unit. Emits an
/// error at the function if a binding does not fit, or if a dimension is left open.
FailureOr<SmallVector<Attribute>> bindArguments(func::FuncOp function, ArrayRef<Binding> bindings);

} // namespace mlir::dsv4::detail

#endif // DSV4_LIB_COST_BINDINGS_H

//===- Contraction.h - Products of two tensors ------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IMPORT_CONTRACTION_H
#define DSV4_LIB_IMPORT_CONTRACTION_H

#include "AtenSupport.h"

namespace mlir::dsv4 {

/// An operand with a letter per dimension; `1` for one of size 1 that is repeated.
struct Factor {
  Value tensor;
  std::string dims;
};

/// The type that products of `element` are summed in; null if there are none.
Type sumType(Type element);

/// The sum over all letters that `out` lacks of the product of both factors, in the type of the sums. A letter that
/// `out` lacks must stand in both.
FailureOr<Value> contract(OpImporter &b, Factor lhs, Factor rhs, StringRef out);

} // namespace mlir::dsv4

#endif // DSV4_LIB_IMPORT_CONTRACTION_H

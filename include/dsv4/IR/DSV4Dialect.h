//===- DSV4Dialect.h - The dsv4 dialect -------------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_DSV4DIALECT_H
#define DSV4_IR_DSV4DIALECT_H

#include "mlir/IR/Dialect.h"

#include "dsv4/IR/DSV4Dialect.h.inc"

#endif // DSV4_IR_DSV4DIALECT_H

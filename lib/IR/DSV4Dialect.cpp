//===- DSV4Dialect.cpp - The dsv4 dialect ---------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Dialect.h"
#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::dsv4;

#include "dsv4/IR/DSV4Dialect.cpp.inc"

#include "dsv4/IR/DSV4Enums.cpp.inc"

#include "dsv4/IR/DSV4Interfaces.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "dsv4/IR/DSV4Attributes.cpp.inc"

#define GET_OP_CLASSES
#include "dsv4/IR/DSV4Ops.cpp.inc"

void DSV4Dialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "dsv4/IR/DSV4Attributes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dsv4/IR/DSV4Ops.cpp.inc"
      >();
}

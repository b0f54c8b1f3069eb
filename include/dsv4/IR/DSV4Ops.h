//===- DSV4Ops.h - The ops of the dsv4 dialect ------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_DSV4OPS_H
#define DSV4_IR_DSV4OPS_H

#include "dsv4/IR/DSV4Dialect.h"
#include "dsv4/IR/OperatorSchema.h"
#include "dsv4/IR/TypeRule.h"
#include "dsv4/IR/Work.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "dsv4/IR/DSV4Enums.h.inc"

#include "dsv4/IR/DSV4Interfaces.h.inc"

#define GET_ATTRDEF_CLASSES
#include "dsv4/IR/DSV4Attributes.h.inc"

#define GET_OP_CLASSES
#include "dsv4/IR/DSV4Ops.h.inc"

#endif // DSV4_IR_DSV4OPS_H

//===- DSV4Ops.td - All dsv4 ops ------------------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_DSV4OPS_TD
#define DSV4_IR_DSV4OPS_TD

include "dsv4/IR/DSV4Base.td"
include "dsv4/IR/AttentionOps.td"
include "dsv4/IR/HyperConnectionOps.td"
include "dsv4/IR/KernelOps.td"
include "dsv4/IR/LinearOps.td"
include "dsv4/IR/MoEOps.td"
include "dsv4/IR/ModelOps.td"
include "dsv4/IR/NormOps.td"

#endif // DSV4_IR_DSV4OPS_TD

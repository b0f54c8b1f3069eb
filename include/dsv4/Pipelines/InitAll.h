//===- InitAll.h - Registers everything dsv4 has ----------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_PIPELINES_INITALL_H
#define DSV4_PIPELINES_INITALL_H

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace mlir::dsv4 {

/// The dialects of dsv4, the upstream dialects that its pipelines read or
/// produce, and their extensions.
void registerAllDialects(DialectRegistry &registry);

/// The passes and pipelines of dsv4.
void registerAllPasses();

} // namespace mlir::dsv4

#endif // DSV4_PIPELINES_INITALL_H

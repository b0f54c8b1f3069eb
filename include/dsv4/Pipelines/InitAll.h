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

/// The dialects of dsv4, all upstream dialects and the extensions of both. Every
/// tool, the plugin and the Python package register exactly this list.
void registerAllDialects(DialectRegistry &registry);

/// The passes and pipelines of dsv4 and of upstream. Registering a pass twice is
/// harmless, so the plugin may call this inside `mlir-opt`.
void registerAllPasses();

} // namespace mlir::dsv4

#endif // DSV4_PIPELINES_INITALL_H

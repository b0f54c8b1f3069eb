//===- BuiltinData.h - Data files inside the program ------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_BUILTINDATA_H
#define DSV4_COST_BUILTINDATA_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace mlir::dsv4 {

/// A file of lib/Cost/Devices or lib/Cost/Stacks, embedded at build time.
struct BuiltinFile {
  /// File name without `.yaml`.
  llvm::StringLiteral name;
  llvm::StringLiteral text;
};

/// The embedded files, sorted by name.
llvm::ArrayRef<BuiltinFile> builtinDevices();
llvm::ArrayRef<BuiltinFile> builtinStacks();

/// The file of that name.
std::optional<BuiltinFile> findBuiltin(llvm::ArrayRef<BuiltinFile> files, llvm::StringRef name);

/// "b200-sxm, gb200, ...".
std::string namesOf(llvm::ArrayRef<BuiltinFile> files);

} // namespace mlir::dsv4

#endif // DSV4_COST_BUILTINDATA_H

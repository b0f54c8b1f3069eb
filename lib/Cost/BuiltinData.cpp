//===- BuiltinData.cpp - Data files inside the program --------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/BuiltinData.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir::dsv4;

static constexpr BuiltinFile kDevices[] = {
#include "Devices.inc"
};

static constexpr BuiltinFile kStacks[] = {
#include "Stacks.inc"
};

llvm::ArrayRef<BuiltinFile> mlir::dsv4::builtinDevices() { return kDevices; }
llvm::ArrayRef<BuiltinFile> mlir::dsv4::builtinStacks() { return kStacks; }

std::optional<BuiltinFile> mlir::dsv4::findBuiltin(llvm::ArrayRef<BuiltinFile> files, llvm::StringRef name) {
  for (const BuiltinFile &file : files)
    if (file.name == name)
      return file;
  return std::nullopt;
}

std::string mlir::dsv4::namesOf(llvm::ArrayRef<BuiltinFile> files) {
  return llvm::join(llvm::map_range(files, [](const BuiltinFile &file) { return llvm::StringRef(file.name); }), ", ");
}

//===- BuiltinConfigs.cpp - Configurations inside the program -------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Model/Config.h"

using namespace mlir::dsv4;

namespace {
/// A file of lib/Model/Configs, embedded at build time.
struct BuiltinConfig {
  llvm::StringLiteral name;
  llvm::StringLiteral text;
};
} // namespace

static constexpr BuiltinConfig kConfigs[] = {
#include "Configs.inc"
};

std::optional<llvm::StringRef> mlir::dsv4::getBuiltinConfig(llvm::StringRef name) {
  for (const BuiltinConfig &config : kConfigs)
    if (config.name == name)
      return config.text;
  return std::nullopt;
}

llvm::ArrayRef<llvm::StringRef> mlir::dsv4::getBuiltinConfigNames() {
  static const llvm::SmallVector<llvm::StringRef> names = [] {
    llvm::SmallVector<llvm::StringRef> result;
    for (const BuiltinConfig &config : kConfigs)
      result.push_back(config.name);
    return result;
  }();
  return names;
}

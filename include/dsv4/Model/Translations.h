//===- Translations.h - Configurations for dsv4-translate -------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_MODEL_TRANSLATIONS_H
#define DSV4_MODEL_TRANSLATIONS_H

namespace mlir::dsv4 {

/// `--import-hf-config`: a config.json to the module of `buildModel`;
/// `--print-hf-config`: a config.json to the normal form of `printModelConfig`.
/// With the command-line options of both. To be called once, by a tool.
void registerModelTranslations();

} // namespace mlir::dsv4

#endif // DSV4_MODEL_TRANSLATIONS_H

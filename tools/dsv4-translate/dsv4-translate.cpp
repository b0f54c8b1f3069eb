//===- dsv4-translate.cpp - Model configurations to dsv4 IR ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// mlirTranslateMain, with upstream's translations too. The name of a built-in
// configuration may stand in the place of the input file.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Model/Config.h"
#include "dsv4/Model/Translations.h"
#include "mlir/InitAllTranslations.h"
#include "mlir/Tools/mlir-translate/MlirTranslateMain.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/WithColor.h"

using namespace mlir;

/// Replaces the name of a built-in configuration by the option that asks for it. The
/// driver always reads an input, so it gets an empty one.
static llvm::SmallVector<std::string> replaceConfigName(llvm::ArrayRef<const char *> arguments) {
  constexpr llvm::StringLiteral option = "-hf-config-name";
  llvm::SmallVector<std::string> result;
  bool needsInput = false;
  for (llvm::StringRef argument : arguments) {
    bool isValue = !result.empty() && llvm::is_contained({"-o", "--o"}, result.back());
    bool isName = !isValue && llvm::is_contained(dsv4::getBuiltinConfigNames(), argument);
    if (isName && !llvm::sys::fs::exists(argument)) {
      result.push_back((option + "=" + argument).str());
      needsInput = true;
      continue;
    }
    needsInput |= argument.starts_with(option) || argument.drop_front(argument.empty() ? 0 : 1).starts_with(option);
    result.push_back(argument.str());
  }
  if (needsInput)
    result.push_back("/dev/null");
  return result;
}

/// The input of a translation of configurations, if it is neither a file nor the name of a built-in one.
static std::optional<llvm::StringRef> unknownConfig(llvm::ArrayRef<const char *> arguments) {
  auto nameOf = [](llvm::StringRef argument) { return argument.ltrim('-'); };
  constexpr llvm::StringLiteral translations[] = {"import-hf-config", "print-hf-config"};
  // Options after which no value stands.
  constexpr llvm::StringLiteral flags[] = {"import-hf-config", "print-hf-config", "mtp", "all-logits"};
  if (llvm::none_of(arguments, [&](llvm::StringRef argument) {
        return argument.starts_with("-") && llvm::is_contained(translations, nameOf(argument));
      }))
    return std::nullopt;
  llvm::StringRef previous;
  for (llvm::StringRef argument : arguments.drop_front()) {
    bool isValue = previous.starts_with("-") && !previous.contains('=') && !llvm::is_contained(flags, nameOf(previous));
    previous = argument;
    if (isValue || argument.empty() || argument.starts_with("-") || llvm::sys::fs::exists(argument))
      continue;
    if (!llvm::is_contained(dsv4::getBuiltinConfigNames(), argument))
      return argument;
  }
  return std::nullopt;
}

int main(int argc, char **argv) {
  llvm::InitLLVM initLLVM(argc, argv);
  if (std::optional<llvm::StringRef> name = unknownConfig(llvm::ArrayRef<const char *>(argv, argc))) {
    llvm::WithColor::error(llvm::errs(), "dsv4-translate")
        << "'" << *name
        << "' is no file and no built-in configuration; there are: " << llvm::join(dsv4::getBuiltinConfigNames(), ", ")
        << "\n";
    return 1;
  }
  registerAllTranslations();
  dsv4::registerModelTranslations();
  llvm::SmallVector<std::string> arguments = replaceConfigName(llvm::ArrayRef<const char *>(argv, argc));
  llvm::SmallVector<char *> pointers;
  for (std::string &argument : arguments)
    pointers.push_back(argument.data());
  return failed(mlirTranslateMain(static_cast<int>(pointers.size()), pointers.data(),
                                  "dsv4-translate: DeepSeek-V4 models as IR\n"));
}

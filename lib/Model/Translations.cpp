//===- Translations.cpp - Configurations for dsv4-translate ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Model/Translations.h"

#include "dsv4/Model/Builder.h"
#include "dsv4/Model/Config.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Tools/mlir-translate/Translation.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;
using namespace mlir::dsv4;
namespace cl = llvm::cl;

namespace {
enum class PlainType { F32, BF16 };

struct ImportOptions {
  cl::OptionCategory category{"Options of --import-hf-config"};
  cl::opt<unsigned> batch{"batch", cl::desc("Requests; 0, the default, leaves the dimension open"), cl::init(0),
                          cl::cat(category)};
  cl::opt<unsigned> tokens{"tokens", cl::desc("Tokens per request; 0, the default, leaves the dimension open"),
                           cl::init(0), cl::cat(category)};
  cl::opt<unsigned> context{"context", cl::desc("Tokens per request that the caches have room for (4096)"),
                            cl::init(ProgramOptions().contextCapacity), cl::cat(category)};
  cl::opt<PrecisionMode> precision{
      "precision", cl::desc("What the numbers are rounded to:"), cl::init(PrecisionMode::Plain),
      cl::values(clEnumValN(PrecisionMode::Plain, "plain", "the element types only (the default)"),
                 clEnumValN(PrecisionMode::Qat, "qat", "KV rows to FP8, the indexer to FP4, plain weights"),
                 clEnumValN(PrecisionMode::Official, "official", "qat, and weights as the checkpoint stores them")),
      cl::cat(category)};
  cl::opt<PlainType> activationType{
      "activation-type", cl::desc("Activations and caches (bf16):"), cl::init(PlainType::BF16),
      cl::values(clEnumValN(PlainType::BF16, "bf16", ""), clEnumValN(PlainType::F32, "f32", "")), cl::cat(category)};
  cl::opt<PlainType> weightType{
      "weight-type", cl::desc("Weights that are not quantised (bf16):"), cl::init(PlainType::BF16),
      cl::values(clEnumValN(PlainType::BF16, "bf16", ""), clEnumValN(PlainType::F32, "f32", "")), cl::cat(category)};
  cl::opt<bool> allLogits{"all-logits", cl::desc("Logits of every token, not only of the last of each request"),
                          cl::cat(category)};
  cl::opt<bool> draft{"mtp", cl::desc("Add the function @mtp for the draft layers"), cl::cat(category)};
  cl::opt<std::string> name{"hf-config-name", cl::desc("A built-in configuration, instead of an input file"),
                            cl::value_desc("name"), cl::cat(category)};
};
} // namespace

/// The input file, or the built-in configuration that the options name.
static FailureOr<ModelConfig> readConfig(const ImportOptions &options, const llvm::SourceMgr &sourceMgr,
                                         MLIRContext *context) {
  if (options.name.empty()) {
    const llvm::MemoryBuffer *buffer = sourceMgr.getMemoryBuffer(sourceMgr.getMainFileID());
    return parseModelConfig(context, buffer->getBuffer(), buffer->getBufferIdentifier());
  }
  if (std::optional<StringRef> text = getBuiltinConfig(options.name))
    return parseModelConfig(context, *text, options.name + ".json");
  emitError(UnknownLoc::get(context)) << "no built-in configuration '" << options.name
                                      << "'; there are: " << llvm::join(getBuiltinConfigNames(), ", ");
  return failure();
}

static Type plainType(MLIRContext *context, PlainType type) {
  if (type == PlainType::F32)
    return Float32Type::get(context);
  return BFloat16Type::get(context);
}

static OwningOpRef<Operation *> importConfig(const ImportOptions &options, const llvm::SourceMgr &sourceMgr,
                                             MLIRContext *context) {
  FailureOr<ModelConfig> config = readConfig(options, sourceMgr, context);
  if (failed(config))
    return nullptr;
  ProgramOptions program;
  if (options.batch > 0)
    program.batch = options.batch;
  if (options.tokens > 0)
    program.tokens = options.tokens;
  program.contextCapacity = options.context;
  program.precision = options.precision;
  program.activationType = plainType(context, options.activationType);
  program.weightType = plainType(context, options.weightType);
  program.allLogits = options.allLogits;
  program.draft = options.draft;
  FailureOr<OwningOpRef<ModuleOp>> module = buildModel(context, *config, program);
  if (failed(module))
    return nullptr;
  return OwningOpRef<Operation *>(module->release());
}

void mlir::dsv4::registerModelTranslations() {
  // Live as long as the registered functions, which is as long as the process.
  static ImportOptions options;
  static TranslateToMLIRRegistration import(
      "import-hf-config", "Build the model of a Hugging Face config.json of type deepseek_v4",
      TranslateSourceMgrToMLIRFunction(
          [](const std::shared_ptr<llvm::SourceMgr> &sourceMgr, MLIRContext *context) -> OwningOpRef<Operation *> {
            return importConfig(options, *sourceMgr, context);
          }));
  static TranslateRegistration print(
      "print-hf-config", "Print a Hugging Face config.json of type deepseek_v4 with all defaults filled in",
      [](const std::shared_ptr<llvm::SourceMgr> &sourceMgr, llvm::raw_ostream &output, MLIRContext *context) {
        FailureOr<ModelConfig> config = readConfig(options, *sourceMgr, context);
        if (failed(config))
          return failure();
        printModelConfig(*config, output);
        return success();
      });
}

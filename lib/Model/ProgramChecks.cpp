//===- ProgramChecks.cpp - What options ask of a configuration ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ProgramChecks.h"

#include "dsv4/IR/WeightFormat.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {
class ProgramChecks {
public:
  ProgramChecks(const ModelConfig &config, const ProgramOptions &options, bool hasIndexer, Location location)
      : config(config), options(options), hasIndexer(hasIndexer), location(location) {}

  LogicalResult check();

private:
  InFlightDiagnostic errorAt(StringRef field, int64_t value);
  LogicalResult checkStorage();

  const ModelConfig &config;
  const ProgramOptions &options;
  bool hasIndexer;
  Location location;
};
} // namespace

/// "'field' is VALUE, " at the field; `field` is its first name in Config.h.
InFlightDiagnostic ProgramChecks::errorAt(StringRef field, int64_t value) {
  auto origin = config.origins.find(field);
  bool isKnown = origin != config.origins.end();
  InFlightDiagnostic error = emitError(isKnown ? Location(origin->second.location) : location);
  return std::move(error << "'" << (isKnown ? StringRef(origin->second.name) : field) << "' is " << value << ", ");
}

/// Inputs of weights that are stored in blocks must be whole blocks, of the codes and of the activations.
LogicalResult ProgramChecks::checkStorage() {
  if (config.linearStorage == WeightStorage::Fp4)
    return emitError(location) << "fp4 storage is for experts only";
  llvm::StringSet<> reported;
  auto checkInputs = [&](StringRef field, int64_t size, int64_t factor, WeightStorage storage, StringRef times = "") {
    if (storage == WeightStorage::Plain)
      return;
    bool isFp8 = storage == WeightStorage::Fp8;
    int64_t inputs = size * factor, block = isFp8 ? 128 : 32;
    if ((inputs % block == 0 && (inputs < activationBlock || inputs % activationBlock == 0)) ||
        !reported.insert(field).second)
      return;
    InFlightDiagnostic error = errorAt(field, size) << "expected ";
    if (!times.empty())
      error << "'" << times << "' (" << factor << ") times it to be ";
    if (isFp8)
      error << "a multiple of 128: official FP8 weights have a scale per 128 inputs";
    else
      error
          << "32, 64, 96 or a multiple of 128: official FP4 weights have a scale per 32 inputs, their activations one "
             "per 128";
  };
  checkInputs("hidden_size", config.hiddenSize, 1, config.linearStorage);
  checkInputs("q_lora_rank", config.queryRank, 1, config.linearStorage);
  checkInputs("o_lora_rank", config.outputRank, config.outputGroups, config.linearStorage, "o_groups");
  checkInputs("moe_intermediate_size", config.sharedExperts * config.expertSize, 1, config.linearStorage);
  checkInputs("hidden_size", config.hiddenSize, 1, config.expertStorage);
  checkInputs("moe_intermediate_size", config.expertSize, 1, config.expertStorage);
  return failure(!reported.empty());
}

LogicalResult ProgramChecks::check() {
  auto fail = [&](const Twine &message) { return emitError(location) << message; };
  if (!isa<Float32Type, BFloat16Type>(options.activationType) || !isa<Float32Type, BFloat16Type>(options.weightType))
    return fail("activations and weights must be f32 or bf16");
  auto isSize = [](int64_t size) { return ShapedType::isDynamic(size) || (size >= 1 && size <= (1 << 30)); };
  if (!isSize(options.batch) || !isSize(options.tokens))
    return fail("batch and tokens must be 1 to 2^30, or dynamic");
  if (options.contextCapacity < 1 || options.contextCapacity > config.maxPositions)
    return fail("the context capacity is " + Twine(options.contextCapacity) +
                ", expected 1 to max_position_embeddings = " + Twine(config.maxPositions));
  if (options.precision == PrecisionMode::Plain)
    return success();
  bool isRight = true;
  if ((config.headDim - config.ropeDim) % 64) {
    isRight = false;
    errorAt("head_dim", config.headDim) << "expected 'qk_rope_head_dim' (" << config.ropeDim
                                        << ") and a multiple of 64: KV is rounded to FP8 in blocks of 64 channels";
  }
  if (hasIndexer && (config.indexHeadDim < 32 || !llvm::isPowerOf2_64(config.indexHeadDim))) {
    isRight = false;
    errorAt("index_head_dim", config.indexHeadDim)
        << "expected a power of two of at least 32: the indexer is rounded to FP4 in blocks of 32 channels";
  }
  if (options.precision == PrecisionMode::Official && failed(checkStorage()))
    isRight = false;
  return success(isRight);
}

LogicalResult mlir::dsv4::checkProgram(const ModelConfig &config, const ProgramOptions &options, bool hasIndexer,
                                       Location location) {
  return ProgramChecks(config, options, hasIndexer, location).check();
}

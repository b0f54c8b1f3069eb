//===- Config.h - What a Hugging Face config.json says ----------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_MODEL_CONFIG_H
#define DSV4_MODEL_CONFIG_H

#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Location.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <string>

namespace mlir::dsv4 {

/// YaRN parameters of the layers with compressed KV.
struct YarnScaling {
  double factor = 1.0;
  double betaFast = 32.0;
  double betaSlow = 1.0;
  int64_t originalLength = 65536;
};

/// How the checkpoint stores a kind of weight.
enum class WeightStorage {
  /// bf16 or f32 values.
  Plain,
  /// f8E4M3FN codes, one scale per 128 x 128 block.
  Fp8,
  /// f4E2M1FN codes, one scale per 32 inputs.
  Fp4,
};

/// A model of type `deepseek_v4`. Field names of the configuration stand in the
/// comments.
/// Where a field stands in the file, and how the file spells its name.
struct FieldOrigin {
  std::string name;
  LocationAttr location;
};

struct ModelConfig {
  std::string name;
  int64_t vocabularySize;            // vocab_size
  int64_t hiddenSize;                // hidden_size
  int64_t layers;                    // num_hidden_layers
  int64_t draftLayers;               // num_nextn_predict_layers
  int64_t heads;                     // num_attention_heads
  int64_t headDim;                   // head_dim
  int64_t ropeDim;                   // qk_rope_head_dim
  int64_t queryRank;                 // q_lora_rank
  int64_t outputGroups;              // o_groups
  int64_t outputRank;                // o_lora_rank
  int64_t window;                    // sliding_window
  int64_t indexHeads;                // index_n_heads
  int64_t indexHeadDim;              // index_head_dim
  int64_t indexTopK;                 // index_topk, topk_limit
  int64_t experts;                   // n_routed_experts
  int64_t sharedExperts;             // n_shared_experts
  int64_t expertsPerToken;           // num_experts_per_tok
  int64_t expertSize;                // moe_intermediate_size
  std::string scoringFunction;       // scoring_func, score_func: sqrtsoftplus, sigmoid, softmax
  double routedScale;                // routed_scaling_factor
  bool normalizeWeights;             // norm_topk_prob; softmax never normalises
  std::optional<double> swigluLimit; // swiglu_limit
  int64_t hcMult;                    // hc_mult
  int64_t sinkhornIterations;        // hc_sinkhorn_iters
  double hcEps;                      // hc_eps
  double normEps;                    // rms_norm_eps
  double ropeTheta;                  // rope_theta
  double compressRopeTheta;          // compress_rope_theta
  YarnScaling yarn;                  // rope_scaling, rope_parameters
  int64_t maxPositions;              // max_position_embeddings
  /// 0, 4 or 128 per layer and then per draft layer: compress_ratios, or
  /// layer_types with compress_rates.
  llvm::SmallVector<int64_t> compressRatios;
  /// Per layer: routed by the token's id: num_hash_layers, mlp_layer_types.
  llvm::SmallVector<bool> hashRouting;
  WeightStorage linearStorage = WeightStorage::Plain; // quantization_config
  WeightStorage expertStorage = WeightStorage::Plain; // expert_dtype
  /// Of the fields that the file has, by their first names above; for errors of
  /// whoever uses the configuration.
  llvm::StringMap<FieldOrigin> origins;
  /// The file.
  LocationAttr location;
};

/// Reads the text of a `config.json`. Both dialects are understood: that of
/// DeepSeek's checkpoints and the one transformers 5 writes. Errors are located
/// at the field in `fileName` and name the field, its value and what is allowed.
FailureOr<ModelConfig> parseModelConfig(MLIRContext *context, llvm::StringRef text, llvm::StringRef fileName);

/// Prints the configuration as the `config.json` of DeepSeek's checkpoints, all fields
/// present, whatever dialect it was read from. `parseModelConfig` reads it back unchanged.
void printModelConfig(const ModelConfig &config, llvm::raw_ostream &os);

/// The text of a built-in configuration ("DeepSeek-V4-Flash", "DeepSeek-V4-Pro");
/// nullopt for another name.
std::optional<llvm::StringRef> getBuiltinConfig(llvm::StringRef name);
llvm::ArrayRef<llvm::StringRef> getBuiltinConfigNames();

} // namespace mlir::dsv4

#endif // DSV4_MODEL_CONFIG_H

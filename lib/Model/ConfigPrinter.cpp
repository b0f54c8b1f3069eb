//===- ConfigPrinter.cpp - A configuration as config.json -----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonReader.h"
#include "dsv4/Model/Config.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace mlir::dsv4;

/// `[entry, ...]` in one line: a list of 62 layers is not to be 62 lines.
static void printList(llvm::json::OStream &json, StringRef name, ArrayRef<std::string> entries) {
  json.attributeBegin(name);
  json.rawValue([&](llvm::raw_ostream &os) {
    os << '[';
    llvm::interleaveComma(entries, os);
    os << ']';
  });
  json.attributeEnd();
}

static void printNumber(llvm::json::OStream &json, StringRef name, double value) {
  json.attributeBegin(name);
  json.rawValue(shortestText(value));
  json.attributeEnd();
}

static void printRouting(llvm::json::OStream &json, const ModelConfig &config) {
  int64_t hashLayers = llvm::count(config.hashRouting, true);
  // `num_hash_layers` can only say that the first layers are hash-routed.
  if (llvm::all_of(ArrayRef(config.hashRouting).take_front(hashLayers), [](bool isHash) { return isHash; })) {
    json.attribute("num_hash_layers", hashLayers);
    return;
  }
  SmallVector<std::string> types;
  for (bool isHash : config.hashRouting)
    types.push_back(isHash ? "\"hash_moe\"" : "\"moe\"");
  printList(json, "mlp_layer_types", types);
}

static void printRope(llvm::json::OStream &json, const ModelConfig &config) {
  json.attribute("qk_rope_head_dim", config.ropeDim);
  printNumber(json, "rope_theta", config.ropeTheta);
  printNumber(json, "compress_rope_theta", config.compressRopeTheta);
  if (config.yarn.factor == 1) {
    json.attribute("rope_scaling", nullptr);
    return;
  }
  json.attributeObject("rope_scaling", [&] {
    json.attribute("type", "yarn");
    printNumber(json, "factor", config.yarn.factor);
    printNumber(json, "beta_fast", config.yarn.betaFast);
    printNumber(json, "beta_slow", config.yarn.betaSlow);
    json.attribute("original_max_position_embeddings", config.yarn.originalLength);
  });
}

static void printStorage(llvm::json::OStream &json, const ModelConfig &config) {
  if (config.linearStorage == WeightStorage::Fp8)
    json.attributeObject("quantization_config", [&] {
      json.attribute("quant_method", "fp8");
      json.attribute("fmt", "e4m3");
      json.attribute("activation_scheme", "dynamic");
      json.attribute("scale_fmt", "ue8m0");
      printList(json, "weight_block_size", {"128", "128"});
    });
  if (config.expertStorage != WeightStorage::Plain)
    json.attribute("expert_dtype", config.expertStorage == WeightStorage::Fp4 ? "fp4" : "fp8");
}

void mlir::dsv4::printModelConfig(const ModelConfig &config, llvm::raw_ostream &os) {
  llvm::json::OStream json(os, /*IndentSize=*/2);
  json.objectBegin();
  json.attribute("model_type", "deepseek_v4");
  json.attribute("vocab_size", config.vocabularySize);
  json.attribute("hidden_size", config.hiddenSize);
  json.attribute("num_hidden_layers", config.layers);
  json.attribute("num_nextn_predict_layers", config.draftLayers);
  SmallVector<std::string> ratios;
  for (int64_t ratio : config.compressRatios)
    ratios.push_back(std::to_string(ratio));
  printList(json, "compress_ratios", ratios);
  json.attribute("num_attention_heads", config.heads);
  json.attribute("head_dim", config.headDim);
  json.attribute("q_lora_rank", config.queryRank);
  json.attribute("o_groups", config.outputGroups);
  json.attribute("o_lora_rank", config.outputRank);
  json.attribute("sliding_window", config.window);
  // Zero stands for "no layer needs it" and cannot be read back.
  if (config.indexHeads > 0)
    json.attribute("index_n_heads", config.indexHeads);
  if (config.indexHeadDim > 0)
    json.attribute("index_head_dim", config.indexHeadDim);
  if (config.indexTopK > 0)
    json.attribute("index_topk", config.indexTopK);
  json.attribute("n_routed_experts", config.experts);
  json.attribute("n_shared_experts", config.sharedExperts);
  json.attribute("num_experts_per_tok", config.expertsPerToken);
  json.attribute("moe_intermediate_size", config.expertSize);
  printRouting(json, config);
  json.attribute("scoring_func", config.scoringFunction);
  printNumber(json, "routed_scaling_factor", config.routedScale);
  json.attribute("norm_topk_prob", config.normalizeWeights);
  if (config.swigluLimit)
    printNumber(json, "swiglu_limit", *config.swigluLimit);
  json.attribute("hc_mult", config.hcMult);
  json.attribute("hc_sinkhorn_iters", config.sinkhornIterations);
  printNumber(json, "hc_eps", config.hcEps);
  printNumber(json, "rms_norm_eps", config.normEps);
  printRope(json, config);
  json.attribute("max_position_embeddings", config.maxPositions);
  printStorage(json, config);
  json.objectEnd();
  os << '\n';
}

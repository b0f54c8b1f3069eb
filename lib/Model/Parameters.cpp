//===- Parameters.cpp - Arguments of the functions of a model -------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Shapes: the table of weights per layer in the specification.
//
//===----------------------------------------------------------------------===//

#include "Parameters.h"

#include "dsv4/IR/WeightFormat.h"
#include "mlir/IR/Builders.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace mlir::dsv4;

std::string LayerKind::name() const {
  StringRef attention = ratio == 0 ? "window" : ratio == 4 ? "csa" : "hca";
  return (attention + (isHashRouted ? "_hash" : "_score")).str();
}

ParameterTable::ParameterTable(MLIRContext *context, const ModelConfig &config, const ProgramOptions &options)
    : context(context), config(config), options(options) {}

RankedTensorType ParameterTable::activation(ArrayRef<int64_t> sizes) const {
  return RankedTensorType::get(sizes, options.activationType);
}
RankedTensorType ParameterTable::f32(ArrayRef<int64_t> sizes) const {
  return RankedTensorType::get(sizes, Float32Type::get(context));
}
RankedTensorType ParameterTable::i32(ArrayRef<int64_t> sizes) const {
  return RankedTensorType::get(sizes, IntegerType::get(context, 32));
}
RankedTensorType ParameterTable::weight(ArrayRef<int64_t> sizes) const {
  return RankedTensorType::get(sizes, options.weightType);
}

int64_t ParameterTable::compressedCapacity(int64_t ratio) const {
  return llvm::divideCeil(options.contextCapacity, ratio);
}

void ParameterTable::addLinear(std::vector<Parameter> &list, StringRef name, ArrayRef<int64_t> shape,
                               WeightStorage storage) const {
  std::string weightName = (name + ".weight").str(), scaleName = (name + ".scale").str();
  if (options.precision != PrecisionMode::Official || storage == WeightStorage::Plain) {
    list.push_back({weightName, weight(shape)});
    return;
  }
  Type scale = Float8E8M0FNUType::get(context);
  SmallVector<int64_t> codes(shape), scales(shape);
  Type element = Float8E4M3FNType::get(context);
  if (storage == WeightStorage::Fp4) {
    // Packed as in the checkpoint: two codes per byte.
    element = IntegerType::get(context, 8);
    codes.back() /= 2;
  }
  WeightFormat format = getWeightFormat(element);
  int64_t rank = shape.size();
  scales[rank - 2] = llvm::divideCeil(shape[rank - 2], format.outputBlock);
  scales[rank - 1] = llvm::divideCeil(shape[rank - 1], format.inputBlock);
  list.push_back({weightName, RankedTensorType::get(codes, element)});
  list.push_back({scaleName, RankedTensorType::get(scales, scale)});
}

void ParameterTable::addCompressor(std::vector<Parameter> &list, StringRef prefix, int64_t ratio, int64_t width) const {
  int64_t channels = ratio == 4 ? 2 * width : width;
  auto add = [&](StringRef name, RankedTensorType type) { list.push_back({(prefix + name).str(), type}); };
  add(".wkv.weight", weight({channels, config.hiddenSize}));
  add(".wgate.weight", weight({channels, config.hiddenSize}));
  add(".ape", f32({ratio, channels}));
  add(".norm.weight", weight({width}));
}

std::vector<Parameter> ParameterTable::layerWeights(const LayerKind &kind) const {
  const ModelConfig &c = config;
  std::vector<Parameter> list;
  int64_t mixWidth = (2 + c.hcMult) * c.hcMult, streamWidth = c.hcMult * c.hiddenSize;
  auto addHyperConnection = [&](StringRef site) {
    list.push_back({("hc_" + site + "_fn").str(), f32({mixWidth, streamWidth})});
    list.push_back({("hc_" + site + "_base").str(), f32({mixWidth})});
    list.push_back({("hc_" + site + "_scale").str(), f32({3})});
  };

  addHyperConnection("attn");
  list.push_back({"attn_norm.weight", weight({c.hiddenSize})});
  addLinear(list, "attn.wq_a", {c.queryRank, c.hiddenSize}, c.linearStorage);
  list.push_back({"attn.q_norm.weight", weight({c.queryRank})});
  addLinear(list, "attn.wq_b", {c.heads * c.headDim, c.queryRank}, c.linearStorage);
  addLinear(list, "attn.wkv", {c.headDim, c.hiddenSize}, c.linearStorage);
  list.push_back({"attn.kv_norm.weight", weight({c.headDim})});
  list.push_back({"attn.attn_sink", f32({c.heads})});
  // Stored in FP8 too, but consumed in bf16 (spec 1.3).
  list.push_back({"attn.wo_a.weight", weight({c.outputGroups * c.outputRank, c.heads * c.headDim / c.outputGroups})});
  addLinear(list, "attn.wo_b", {c.hiddenSize, c.outputGroups * c.outputRank}, c.linearStorage);
  if (kind.ratio)
    addCompressor(list, "attn.compressor", kind.ratio, c.headDim);
  if (kind.hasIndexer()) {
    addLinear(list, "attn.indexer.wq_b", {c.indexHeads * c.indexHeadDim, c.queryRank}, c.linearStorage);
    list.push_back({"attn.indexer.weights_proj.weight", weight({c.indexHeads, c.hiddenSize})});
    addCompressor(list, "attn.indexer.compressor", kind.ratio, c.indexHeadDim);
  }

  addHyperConnection("ffn");
  list.push_back({"ffn_norm.weight", weight({c.hiddenSize})});
  list.push_back({"ffn.gate.weight", weight({c.experts, c.hiddenSize})});
  if (kind.isHashRouted)
    list.push_back({"ffn.gate.tid2eid", i32({c.vocabularySize, c.expertsPerToken})});
  else
    list.push_back({"ffn.gate.bias", f32({c.experts})});
  addLinear(list, "ffn.experts.w1", {c.experts, c.expertSize, c.hiddenSize}, c.expertStorage);
  addLinear(list, "ffn.experts.w3", {c.experts, c.expertSize, c.hiddenSize}, c.expertStorage);
  addLinear(list, "ffn.experts.w2", {c.experts, c.hiddenSize, c.expertSize}, c.expertStorage);
  int64_t sharedSize = c.sharedExperts * c.expertSize;
  addLinear(list, "ffn.shared_experts.w1", {sharedSize, c.hiddenSize}, c.linearStorage);
  addLinear(list, "ffn.shared_experts.w3", {sharedSize, c.hiddenSize}, c.linearStorage);
  addLinear(list, "ffn.shared_experts.w2", {c.hiddenSize, sharedSize}, c.linearStorage);
  return list;
}

std::vector<Parameter> ParameterTable::layerCaches(const LayerKind &kind) const {
  const ModelConfig &c = config;
  std::vector<Parameter> list;
  int64_t batch = options.batch;
  list.push_back({"ring", activation({batch, c.window, c.headDim})});
  auto addCompressed = [&](StringRef prefix, StringRef rows, int64_t width) {
    int64_t parts = kind.ratio == 4 ? 2 : 1;
    list.push_back({(prefix + rows).str(), activation({batch, compressedCapacity(kind.ratio), width})});
    list.push_back({(prefix + "kv_state").str(), f32({batch, parts * kind.ratio, parts * width})});
    list.push_back({(prefix + "score_state").str(), f32({batch, parts * kind.ratio, parts * width})});
  };
  if (kind.ratio)
    addCompressed("compressor.", "rows", c.headDim);
  if (kind.hasIndexer())
    addCompressed("indexer.", "keys", c.indexHeadDim);
  return list;
}

std::vector<Parameter> ParameterTable::headWeights() const {
  const ModelConfig &c = config;
  std::vector<Parameter> list;
  list.push_back({"hc_head_fn", f32({c.hcMult, c.hcMult * c.hiddenSize})});
  list.push_back({"hc_head_base", f32({c.hcMult})});
  list.push_back({"hc_head_scale", f32({1})});
  list.push_back({"norm.weight", weight({c.hiddenSize})});
  return list;
}

std::vector<Parameter> ParameterTable::draftWeights() const {
  const ModelConfig &c = config;
  std::vector<Parameter> list;
  list.push_back({"enorm.weight", weight({c.hiddenSize})});
  list.push_back({"hnorm.weight", weight({c.hiddenSize})});
  addLinear(list, "e_proj", {c.hiddenSize, c.hiddenSize}, c.linearStorage);
  addLinear(list, "h_proj", {c.hiddenSize, c.hiddenSize}, c.linearStorage);
  return list;
}

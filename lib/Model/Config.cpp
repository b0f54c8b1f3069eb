//===- Config.cpp - What a Hugging Face config.json says ------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The spellings of a field stand beside each other, that of DeepSeek's checkpoints
// first. Others: transformers 5 (`layer_types`, `mlp_layer_types`, `rope_parameters`,
// `num_local_experts`, ...), its earlier versions (`compress_rate_csa`), TensorCast
// and DeepSeek's inference code (`topk_limit`, `score_func`, `n_layers`, ...).
//
//===----------------------------------------------------------------------===//

#include "dsv4/Model/Config.h"

#include "JsonReader.h"
#include "llvm/Support/Path.h"
#include <cmath>
#include <limits>

using namespace mlir;
using namespace mlir::dsv4;

/// Upper limits, far above any model and low enough that the number of elements of a
/// weight fits 63 bits: experts * width * width <= 2^56.
static constexpr int64_t kMaximalWidth = int64_t(1) << 20;
static constexpr int64_t kMaximalCount = int64_t(1) << 16;
static constexpr int64_t kMaximalVocabulary = int64_t(1) << 24;
static constexpr int64_t kMaximalLayers = 4096;
static constexpr int64_t kMaximalStreams = 64;
/// Positions are 32 bits.
static constexpr int64_t kMaximalPosition = std::numeric_limits<int32_t>::max();
static constexpr double kMaximalNumber = 1e9;

/// The compression ratios of the V4 architecture and what transformers calls such layers.
static constexpr std::pair<llvm::StringLiteral, int64_t> kLayerTypes[] = {
    {"sliding_attention", 0}, {"compressed_sparse_attention", 4}, {"heavily_compressed_attention", 128}};

static constexpr StringRef kRopeWidthNames[] = {"qk_rope_head_dim", "rope_head_dim"};

namespace {
/// Fills a `ModelConfig` field by field. After an error it reads on as long as
/// that makes sense, so that a user sees several errors at once.
class ConfigParser {
public:
  ConfigParser(MLIRContext *context, StringRef text, StringRef fileName)
      : reader(context, text, fileName), fileName(fileName) {}

  FailureOr<ModelConfig> run();

private:
  void readSizes();
  void readFixedFields();
  void readRouting();
  void readHyperConnections();
  void readCompressRatios();
  void checkCompressRates();
  void readHashRouting();
  void readIndexer();
  void readRope();
  void readRopeWidth();
  YarnScaling readYarn(const JsonField &parameters);
  void checkRotaryFactor(const JsonField &parameters);
  void readStorage();
  void checkRelations();
  LogicalResult readFields();
  bool checkLength(const JsonField &list, ArrayRef<JsonField> entries);
  std::string modelName() const;

  JsonReader reader;
  StringRef fileName;
  JsonField root;
  ModelConfig config{};
  /// The file describes the DSpark drafter, which has layers of its own kind.
  bool hasDSpark = false;
};
} // namespace

static bool operator==(const YarnScaling &a, const YarnScaling &b) {
  return a.factor == b.factor && a.betaFast == b.betaFast && a.betaSlow == b.betaSlow &&
         a.originalLength == b.originalLength;
}

/// "config.json" says nothing, its folder is the checkpoint's name.
std::string ConfigParser::modelName() const {
  if (fileName == "<stdin>" || fileName.empty())
    return "model";
  StringRef stem = llvm::sys::path::stem(fileName);
  StringRef folder = llvm::sys::path::filename(llvm::sys::path::parent_path(fileName));
  return (stem == "config" && !folder.empty() ? folder : stem).str();
}

//===----------------------------------------------------------------------===//
// Sizes and scalars
//===----------------------------------------------------------------------===//

void ConfigParser::readSizes() {
  config.vocabularySize = reader.integer(root, {"vocab_size"}, 1, kMaximalVocabulary);
  config.hiddenSize = reader.integer(root, {"hidden_size", "dim"}, 1, kMaximalWidth);
  config.layers = reader.integer(root, {"num_hidden_layers", "n_layers"}, 1, kMaximalLayers);
  // One draft layer, as in the checkpoints, where DeepSeek's own inference configuration names none.
  config.draftLayers =
      reader.integer(root, {"num_nextn_predict_layers", "n_mtp_layers"}, 0, kMaximalLayers, /*absent=*/1);
  config.heads = reader.integer(root, {"num_attention_heads", "n_heads"}, 1, kMaximalCount);
  config.headDim = reader.integer(root, {"head_dim"}, 2, kMaximalCount);
  config.queryRank = reader.integer(root, {"q_lora_rank"}, 1, kMaximalWidth);
  config.outputRank = reader.integer(root, {"o_lora_rank"}, 1, kMaximalWidth);
  config.window = reader.integer(root, {"sliding_window", "window_size"}, 1, kMaximalPosition);
  config.maxPositions = reader.integer(root, {"max_position_embeddings"}, 1, kMaximalPosition);
  config.normEps = reader.number(root, {"rms_norm_eps", "norm_eps"}, 0, 1, /*absent=*/1e-6);
  config.outputGroups = reader.integer(root, {"o_groups"}, 1, kMaximalCount, /*absent=*/1);
  if (!reader.find(root, kRopeWidthNames) && !reader.find(root, {"partial_rotary_factor"}))
    reader.require(root, kRopeWidthNames[0]);
}

/// Fields that other DeepSeek and Llama models vary and V4 does not.
void ConfigParser::readFixedFields() {
  reader.integer(root, {"num_key_value_heads", "n_kv_heads"}, 1, 1, /*absent=*/1);
  reader.integer(root, {"n_shared_experts"}, 1, 1, /*absent=*/1);
  reader.choice(root, {"hidden_act"}, {"silu"}, "silu");
  reader.choice(root, {"topk_method"}, {"noaux_tc"}, "noaux_tc");
  reader.choice(root, {"torch_dtype", "dtype"}, {"bfloat16", "float32"}, "bfloat16");
  for (StringRef name : {"attention_bias", "mlp_bias", "tie_word_embeddings"})
    if (reader.boolean(root, name, false))
      reader.emitError(reader.find(root, name)) << "expected false: DeepSeek-V4 has neither biases nor tied embeddings";
  config.sharedExperts = 1;

  for (StringRef name : {"kv_source_layer_ids", "index_source_layer_ids", "engram_layer_ids"})
    if (JsonField field = reader.find(root, name))
      reader.emitError(field) << "a field of DeepSeek-V4.1, which is another architecture";
  for (StringRef name : {"rope_factor", "original_seq_len"})
    if (JsonField field = reader.find(root, name))
      reader.emitError(field) << "a field of DeepSeek's inference code; a config.json has 'rope_scaling'";

  for (StringRef name : {"dspark_block_size", "dspark_target_layer_ids"}) {
    JsonField field = reader.find(root, name);
    if (!field || hasDSpark)
      continue;
    hasDSpark = true;
    config.draftLayers = 0;
    emitWarning(reader.getLocation(field))
        << "the DSpark drafter ('" << name << "') is not imported, only the layers of the model";
  }
}

void ConfigParser::readRouting() {
  config.experts = reader.integer(root, {"n_routed_experts", "num_local_experts"}, 1, kMaximalCount);
  config.expertsPerToken = reader.integer(root, {"num_experts_per_tok", "n_activated_experts"}, 1, kMaximalCount);
  // transformers takes `intermediate_size` for the width of the experts. Where both are
  // there, it is a left-over of V3: the width of the dense layers that V4 does not have.
  SmallVector<StringRef> widths = {"moe_intermediate_size", "moe_inter_dim"};
  if (!reader.find(root, widths))
    widths.push_back("intermediate_size");
  config.expertSize = reader.integer(root, widths, 1, kMaximalWidth);
  config.scoringFunction = reader.choice(root, {"scoring_func", "score_func"}, {"sqrtsoftplus", "sigmoid", "softmax"},
                                         /*absent=*/"sqrtsoftplus");
  config.routedScale = reader.number(root, {"routed_scaling_factor", "route_scale"}, 0, kMaximalNumber);
  config.normalizeWeights =
      reader.boolean(root, {"norm_topk_prob"}, /*absent=*/true) && config.scoringFunction != "softmax";
  if (JsonField limit = reader.find(root, {"swiglu_limit"})) {
    std::optional<double> value = limit.value->getAsNumber();
    if (value && *value <= 0)
      reader.emitError(limit) << "expected a number above 0; without the field nothing is clamped";
    config.swigluLimit = reader.number(root, {"swiglu_limit"}, 0, kMaximalNumber);
  }
}

void ConfigParser::readHyperConnections() {
  config.hcMult = reader.integer(root, {"hc_mult"}, 1, kMaximalStreams, /*absent=*/4);
  config.sinkhornIterations = reader.integer(root, {"hc_sinkhorn_iters"}, 1, 10000, /*absent=*/20);
  config.hcEps = reader.number(root, {"hc_eps"}, 0, 1, /*absent=*/1e-6);
}

/// The index heads are weights of the layers with ratio 4; without such layers nobody needs their sizes.
void ConfigParser::readIndexer() {
  std::optional<int64_t> absent;
  if (!llvm::is_contained(config.compressRatios, 4))
    absent = 0;
  config.indexHeads = reader.integer(root, {"index_n_heads"}, 1, kMaximalCount, absent);
  config.indexHeadDim = reader.integer(root, {"index_head_dim"}, 2, kMaximalCount, absent);
  config.indexTopK = reader.integer(root, {"index_topk", "topk_limit"}, 1, kMaximalPosition, absent);
  JsonField width = reader.find(root, {"index_head_dim"});
  if (width && !absent && config.indexHeadDim < config.ropeDim)
    reader.emitError(width) << "expected at least 'qk_rope_head_dim' (" << config.ropeDim << ")";
}

//===----------------------------------------------------------------------===//
// Layers
//===----------------------------------------------------------------------===//

/// One entry per layer, and maybe one per draft layer.
bool ConfigParser::checkLength(const JsonField &list, ArrayRef<JsonField> entries) {
  int64_t count = entries.size();
  // The entries of DSpark's layers say nothing about a layer that is imported.
  if (count == config.layers || count == config.layers + config.draftLayers || (hasDSpark && count > config.layers))
    return true;
  InFlightDiagnostic error = reader.emitError(list);
  error << "expected " << config.layers << " ('num_hidden_layers') entries";
  if (config.draftLayers > 0)
    error << " or " << config.layers + config.draftLayers << " (with 'num_nextn_predict_layers')";
  return false;
}

/// The ratios belong to the architecture: `compress_rates` may repeat them, not change them.
void ConfigParser::checkCompressRates() {
  reader.integer(root, {"compress_rate_csa"}, 4, 4, /*absent=*/4);
  reader.integer(root, {"compress_rate_hca"}, 128, 128, /*absent=*/128);
  JsonField rates = reader.findObject(root, {"compress_rates"});
  if (!rates)
    return;
  for (auto [type, ratio] : kLayerTypes)
    reader.integer(rates, type, ratio, ratio, /*absent=*/ratio);
}

void ConfigParser::readCompressRatios() {
  JsonField ratios = reader.findList(root, {"compress_ratios"});
  JsonField types = reader.findList(root, {"layer_types"});
  checkCompressRates();

  SmallVector<StringRef> typeNames;
  for (const auto &type : kLayerTypes)
    typeNames.push_back(type.first);
  SmallVector<int64_t> ofRatios, ofTypes;
  if (ratios) {
    SmallVector<JsonField> entries = reader.entriesOf(ratios);
    if (!checkLength(ratios, entries))
      return;
    for (const JsonField &entry : entries) {
      std::optional<double> ratio = entry.value->getAsNumber();
      if (ratio != 0.0 && ratio != 4.0 && ratio != 128.0) {
        reader.emitError(entry) << "expected a ratio of DeepSeek-V4: 0, 4 or 128";
        return;
      }
      ofRatios.push_back(static_cast<int64_t>(*ratio));
    }
  }
  if (types) {
    SmallVector<JsonField> entries = reader.entriesOf(types);
    if (!checkLength(types, entries))
      return;
    for (const JsonField &entry : entries) {
      std::optional<std::string> word = reader.toChoice(entry, typeNames);
      if (!word)
        return;
      int64_t ratio = llvm::find_if(kLayerTypes, [&](const auto &type) { return type.first == *word; })->second;
      size_t layer = ofTypes.size();
      if (layer < ofRatios.size() && ofRatios[layer] != ratio) {
        reader.emitError(entry) << "ratio " << ratio << ", but 'compress_ratios[" << layer << "]' is "
                                << ofRatios[layer];
        return;
      }
      ofTypes.push_back(ratio);
    }
  }
  config.compressRatios = ofRatios.size() > ofTypes.size() ? ofRatios : ofTypes;
  // transformers writes no entry for draft layers: they have a sliding window only.
  config.compressRatios.resize(config.layers + config.draftLayers, 0);
}

void ConfigParser::readHashRouting() {
  // More hash layers than layers is how a small model says "all": transformers' default is 3.
  int64_t hashLayers = reader.integer(root, {"num_hash_layers", "n_hash_layers"}, 0, kMaximalLayers, /*absent=*/0);
  bool hasCount = bool(reader.find(root, {"num_hash_layers", "n_hash_layers"}));
  for (int64_t layer = 0; layer < config.layers; ++layer)
    config.hashRouting.push_back(layer < hashLayers);

  JsonField types = reader.findList(root, {"mlp_layer_types"});
  if (!types)
    return;
  SmallVector<JsonField> entries = reader.entriesOf(types);
  if (!checkLength(types, entries))
    return;
  for (int64_t layer = 0; layer < config.layers; ++layer) {
    std::optional<std::string> word = reader.toChoice(entries[layer], {"hash_moe", "moe"});
    if (!word)
      return;
    bool isHash = *word == "hash_moe";
    if (hasCount && isHash != config.hashRouting[layer]) {
      reader.emitError(entries[layer]) << "but 'num_hash_layers' is " << hashLayers;
      return;
    }
    config.hashRouting[layer] = isHash;
  }
}

//===----------------------------------------------------------------------===//
// Rotary positions
//===----------------------------------------------------------------------===//

void ConfigParser::readRopeWidth() {
  JsonField width = reader.find(root, kRopeWidthNames);
  if (width) {
    config.ropeDim = reader.integer(root, kRopeWidthNames, 2, kMaximalCount);
  } else {
    JsonField factor = reader.find(root, {"partial_rotary_factor"});
    double product = reader.number(root, {"partial_rotary_factor"}, 0, 1) * static_cast<double>(config.headDim);
    config.ropeDim = std::llround(product);
    width = factor;
    // A product of floating-point numbers, so not exact: 0.29 * 100 is 28.999999999999996.
    if (std::abs(product - static_cast<double>(config.ropeDim)) > 1e-6 * static_cast<double>(config.headDim))
      reader.emitError(factor) << "'head_dim' (" << config.headDim << ") times it is no integer";
  }
  if (config.ropeDim % 2 != 0 || config.ropeDim < 2)
    reader.emitError(width) << "expected an even number of rotary channels";
  else if (config.ropeDim > config.headDim)
    reader.emitError(width) << "expected at most 'head_dim' (" << config.headDim << ")";
  checkRotaryFactor(root);
}

/// A `partial_rotary_factor` beside these parameters says the same as `qk_rope_head_dim`.
void ConfigParser::checkRotaryFactor(const JsonField &parameters) {
  JsonField factor = reader.find(parameters, {"partial_rotary_factor"});
  if (!factor || config.ropeDim == 0)
    return;
  double product = reader.number(parameters, {"partial_rotary_factor"}, 0, 1) * static_cast<double>(config.headDim);
  if (std::llround(product) != config.ropeDim)
    reader.emitError(factor) << "of 'head_dim' (" << config.headDim << ") that is not 'qk_rope_head_dim' ("
                             << config.ropeDim << ")";
}

YarnScaling ConfigParser::readYarn(const JsonField &parameters) {
  YarnScaling yarn;
  std::optional<StringRef> absentType;
  if (!reader.find(parameters, {"factor"}))
    absentType = "default";
  if (reader.choice(parameters, {"rope_type", "type"}, {"yarn", "default"}, absentType) == "default")
    return yarn;
  yarn.factor = reader.number(parameters, {"factor"}, 0, kMaximalNumber);
  if (yarn.factor < 1)
    reader.emitError(reader.find(parameters, {"factor"})) << "expected at least 1";
  yarn.betaFast = reader.number(parameters, {"beta_fast"}, 0, kMaximalNumber, yarn.betaFast);
  yarn.betaSlow = reader.number(parameters, {"beta_slow"}, 0, kMaximalNumber, yarn.betaSlow);
  if (yarn.betaFast <= yarn.betaSlow) {
    if (JsonField fast = reader.find(parameters, {"beta_fast"}))
      reader.emitError(fast) << "expected more than 'beta_slow' (" << shortestText(yarn.betaSlow) << ")";
    else if (JsonField slow = reader.find(parameters, {"beta_slow"}))
      reader.emitError(slow) << "expected less than 'beta_fast' (" << shortestText(yarn.betaFast) << ")";
  }
  yarn.originalLength = reader.integer(parameters, {"original_max_position_embeddings"}, 1, kMaximalPosition);
  // Cosines of V4 are not scaled, and the ends of the ramp are integers.
  if (JsonField factor = reader.find(parameters, {"attention_factor"}))
    if (factor.value->getAsNumber() != 1.0)
      reader.emitError(factor) << "expected 1";
  if (!reader.boolean(parameters, {"truncate"}, true))
    reader.emitError(reader.find(parameters, {"truncate"})) << "expected true";
  // Scaling by one is none, whatever the other parameters are.
  return yarn.factor == 1 ? YarnScaling() : yarn;
}

/// DeepSeek's checkpoints: `rope_theta`, `compress_rope_theta` and `rope_scaling`, which is
/// for the layers with compressed KV only. transformers: the same in `rope_parameters`,
/// or `rope_parameters` with one set for each kind of layer, `main` and `compress`.
void ConfigParser::readRope() {
  readRopeWidth();
  config.ropeTheta = reader.number(root, {"rope_theta"}, 1, kMaximalNumber, /*absent=*/10000);
  config.compressRopeTheta = reader.number(root, {"compress_rope_theta"}, 1, kMaximalNumber, /*absent=*/160000);

  JsonField scaling = reader.findObject(root, {"rope_scaling"});
  JsonField parameters = reader.findObject(root, {"rope_parameters"});
  if (scaling)
    config.yarn = readYarn(scaling);
  if (!parameters)
    return;

  JsonField main = reader.findObject(parameters, {"main"});
  JsonField compress = reader.findObject(parameters, {"compress"});
  YarnScaling yarn;
  if (main || compress) {
    // transformers leaves its default in `rope_theta` when the two sets say something else.
    if (main) {
      config.ropeTheta = reader.number(main, {"rope_theta"}, 1, kMaximalNumber, config.ropeTheta);
      reader.choice(main, {"rope_type", "type"}, {"default"}, "default");
      checkRotaryFactor(main);
    } else {
      reader.require(parameters, "main");
    }
    if (compress) {
      config.compressRopeTheta = reader.number(compress, {"rope_theta"}, 1, kMaximalNumber, config.compressRopeTheta);
      yarn = readYarn(compress);
      checkRotaryFactor(compress);
    } else {
      reader.require(parameters, "compress");
    }
  } else {
    yarn = readYarn(parameters);
    checkRotaryFactor(parameters);
    double theta = reader.number(parameters, {"rope_theta"}, 1, kMaximalNumber, config.ropeTheta);
    if (reader.find(root, {"rope_theta"}) && theta != config.ropeTheta)
      reader.emitError(reader.find(parameters, {"rope_theta"}))
          << "but 'rope_theta' is " << shortestText(config.ropeTheta) << "; both mean the same field";
    config.ropeTheta = theta;
  }
  if (scaling && !(yarn == config.yarn))
    reader.emitError(parameters) << "but 'rope_scaling' says something else";
  config.yarn = yarn;
}

//===----------------------------------------------------------------------===//
// Storage of the weights
//===----------------------------------------------------------------------===//

void ConfigParser::readStorage() {
  JsonField quantization = reader.findObject(root, {"quantization_config"});
  std::string expertType = reader.choice(root, {"expert_dtype"}, {"fp4", "fp8"}, /*absent=*/"");
  if (quantization) {
    config.linearStorage = WeightStorage::Fp8;
    reader.choice(quantization, {"quant_method"}, {"fp8"});
    reader.choice(quantization, {"fmt"}, {"e4m3"}, /*absent=*/"e4m3");
    reader.choice(quantization, {"activation_scheme"}, {"dynamic"}, /*absent=*/"dynamic");
    // Absent means f32 scales to transformers.
    reader.choice(quantization, {"scale_fmt"}, {"ue8m0"});
    if (JsonField block = reader.findList(quantization, {"weight_block_size"})) {
      SmallVector<JsonField> sides = reader.entriesOf(block);
      bool is128 = sides.size() == 2 &&
                   llvm::all_of(sides, [](const JsonField &side) { return side.value->getAsNumber() == 128.0; });
      if (!is128)
        reader.emitError(block) << "expected [128, 128]";
    }
    std::string nested = reader.choice(quantization, {"expert_dtype"}, {"fp4", "fp8"}, expertType);
    if (!expertType.empty() && nested != expertType)
      reader.emitError(reader.find(quantization, {"expert_dtype"}))
          << "but 'expert_dtype' is \"" << expertType << "\"; both mean the same field";
    // The first upload of V4-Flash had FP4 experts and did not say so.
    expertType = nested.empty() ? "fp4" : nested;
  }
  if (!expertType.empty())
    config.expertStorage = expertType == "fp4" ? WeightStorage::Fp4 : WeightStorage::Fp8;
}

//===----------------------------------------------------------------------===//
// All of it
//===----------------------------------------------------------------------===//

void ConfigParser::checkRelations() {
  if (config.heads % config.outputGroups != 0)
    reader.emitError(reader.find(root, {"o_groups"}))
        << "expected a divisor of 'num_attention_heads' (" << config.heads << ")";
  if (config.expertsPerToken > config.experts)
    reader.emitError(reader.find(root, {"num_experts_per_tok", "n_activated_experts"}))
        << "expected at most 'n_routed_experts' (" << config.experts << ")";
}

LogicalResult ConfigParser::readFields() {
  // Fields of another model would only give misleading errors.
  JsonField type = reader.find(root, {"model_type"});
  if (!type) {
    reader.require(root, "model_type");
    return reader.check();
  }
  std::optional<StringRef> name = type.value->getAsString();
  if (name != StringRef("deepseek_v4")) {
    InFlightDiagnostic error = reader.emitError(type) << "expected \"deepseek_v4\"";
    if (name && name->starts_with("deepseek_v41"))
      error << "; DeepSeek-V4.1 is another architecture";
    return failure();
  }

  config.name = modelName();
  readSizes();
  readFixedFields();
  readRouting();
  readHyperConnections();
  readStorage();
  if (!reader.find(root, {"compress_ratios"}) && !reader.find(root, {"layer_types"}))
    reader.require(root, "compress_ratios");
  if (failed(reader.check()))
    return failure();

  // What follows compares fields with each other.
  checkRelations();
  readRope();
  readCompressRatios();
  readHashRouting();
  readIndexer();
  return reader.check();
}

FailureOr<ModelConfig> ConfigParser::run() {
  if (failed(reader.parse()))
    return failure();
  root = reader.root();
  LogicalResult result = readFields();
  reader.warnOfMisspelling();
  if (failed(result))
    return failure();
  config.origins = reader.getOrigins();
  config.location = reader.getLocation(root);
  return std::move(config);
}

FailureOr<ModelConfig> mlir::dsv4::parseModelConfig(MLIRContext *context, StringRef text, StringRef fileName) {
  return ConfigParser(context, text, fileName).run();
}

//===- Parameters.h - Arguments of the functions of a model -----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_MODEL_PARAMETERS_H
#define DSV4_LIB_MODEL_PARAMETERS_H

#include "dsv4/Model/Builder.h"
#include "mlir/IR/BuiltinTypes.h"
#include <string>
#include <vector>

namespace mlir::dsv4 {

/// A weight or cache that a function of the model takes.
struct Parameter {
  /// Below the layer's prefix: "attn.wq_a.weight".
  std::string name;
  RankedTensorType type;
};

/// What makes two layers run different code.
struct LayerKind {
  int64_t ratio;
  bool isHashRouted;

  bool operator==(const LayerKind &other) const { return ratio == other.ratio && isHashRouted == other.isHashRouted; }
  bool hasIndexer() const { return ratio == 4; }
  /// "window_hash", "csa_score", "hca_score", ...
  std::string name() const;
};

/// Types of weights and caches, by their checkpoint names.
class ParameterTable {
public:
  ParameterTable(MLIRContext *context, const ModelConfig &config, const ProgramOptions &options);

  std::vector<Parameter> layerWeights(const LayerKind &kind) const;
  std::vector<Parameter> layerCaches(const LayerKind &kind) const;
  /// hc_head, final norm, output projection.
  std::vector<Parameter> headWeights() const;
  /// Norms and projections in front of a draft layer.
  std::vector<Parameter> draftWeights() const;

  /// `tensor<sizes x type>` of activations, f32 and i32.
  RankedTensorType activation(ArrayRef<int64_t> sizes) const;
  RankedTensorType f32(ArrayRef<int64_t> sizes) const;
  RankedTensorType i32(ArrayRef<int64_t> sizes) const;
  RankedTensorType weight(ArrayRef<int64_t> sizes) const;

  /// Rows of a compressed cache.
  int64_t compressedCapacity(int64_t ratio) const;

private:
  void addLinear(std::vector<Parameter> &list, StringRef name, ArrayRef<int64_t> shape, WeightStorage storage) const;
  void addCompressor(std::vector<Parameter> &list, StringRef prefix, int64_t ratio, int64_t width) const;

  MLIRContext *context;
  const ModelConfig &config;
  const ProgramOptions &options;
};

} // namespace mlir::dsv4

#endif // DSV4_LIB_MODEL_PARAMETERS_H

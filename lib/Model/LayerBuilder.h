//===- LayerBuilder.h - One layer as dsv4 ops -------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_MODEL_LAYERBUILDER_H
#define DSV4_LIB_MODEL_LAYERBUILDER_H

#include "Parameters.h"
#include "dsv4/IR/EinsumBuilder.h"
#include "llvm/ADT/StringMap.h"

namespace mlir::dsv4 {

/// Values that are the same for all layers of a call. Null where no layer needs
/// them.
struct CallValues {
  Value inputIds, startPos, queryLens; // [B, S], [B], [B]
  Value ringSlots;                     // [B, S]
  /// Window rows per query, for the KV list of a layer with this ratio.
  llvm::SmallMapVector<int64_t, Value, 4> windowIndices; // [B, S, W]
  /// Rotation of the tokens: layers without and with compression.
  Value cos, sin, compressedCos, compressedSin; // [B, S, rd / 2]
  /// Rotation of the compressed rows of this call, per ratio.
  llvm::SmallMapVector<int64_t, std::pair<Value, Value>, 2> rowTables; // [B, ceil(S / r), rd / 2]
  /// Compressed rows that a query of a ratio-128 layer sees.
  Value compressIndices; // [B, S, T]
};

/// Emits the ops of one layer into a function.
class LayerBuilder {
public:
  LayerBuilder(EinsumBuilder &b, const ModelConfig &config, const ProgramOptions &options, const LayerKind &kind,
               const CallValues &call)
      : b(b), config(config), options(options), kind(kind), call(call) {}

  /// Names a weight or cache of the layer.
  void bind(StringRef name, Value value) { values[name] = value; }

  /// Streams in, streams out; caches are replaced by their new values.
  Value build(Value streams);

  /// Value of a weight or cache, after `build` the new one.
  Value get(StringRef name) const { return values.lookup(name); }

  /// `linear` with the weight `name`, and its scales if it has any.
  Value linear(Value x, StringRef name, Type outputType = nullptr);
  Value rmsNorm(Value x, StringRef name);

private:
  struct Mixing {
    Value y, post, comb;
  };
  Mixing enterSublayer(Value streams, StringRef site);
  Value leaveSublayer(Value y, Value streams, const Mixing &mixing);
  Value attention(Value x);
  Value compress(Value x, StringRef weights, StringRef cache, StringRef rows, bool isIndexer);
  Value indexerRows(Value x, Value queries);
  Value experts(Value x);
  Value rotate(Value x, bool inverse);
  Value roundKeyValue(Value kv);
  Value splitHeads(Value x, int64_t heads, int64_t width);
  bool rounds() const { return options.precision != PrecisionMode::Plain; }
  FloatAttr f64(double value) { return b.getF64FloatAttr(value); }

  EinsumBuilder &b;
  const ModelConfig &config;
  const ProgramOptions &options;
  LayerKind kind;
  const CallValues &call;
  llvm::StringMap<Value> values;
};

} // namespace mlir::dsv4

#endif // DSV4_LIB_MODEL_LAYERBUILDER_H

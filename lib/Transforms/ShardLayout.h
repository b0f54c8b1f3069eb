//===- ShardLayout.h - The grid of ranks and who holds what -----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_TRANSFORMS_SHARDLAYOUT_H
#define DSV4_LIB_TRANSFORMS_SHARDLAYOUT_H

#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "mlir/IR/BuiltinTypes.h"
#include <string>

namespace mlir::dsv4 {

using GridAxes = SmallVector<shard::GridAxis>;

/// Grid axes that divide each dimension of a tensor, the first one slowest.
using Split = SmallVector<GridAxes>;

/// What a user asks for.
struct ShardOptions {
  int64_t tp = 1, ep = 1, dp = 1, oProjTp = 0;
  bool shardIndexer = true;
  bool shardSharedExpert = false;
  bool shardSequence = false;
};

/// The grid of a layout.
///
/// Ranks are numbered replica by replica: rank = replica * tp + place. The replicas
/// (dp) and the places (tp) are factored into grid axes so that every group of the
/// layout is a union of axes:
///
///   attention, vocabulary, index heads   all places
///   o projection                         o_proj_tp <= tp: the slow axes of the places; else all places and the fast
///                                        axes of the replicas
///   experts                              ep <= tp: axes of the places; else axes of the replicas and all places
///   inner dimension of the experts       the places that are left
///
/// Within one direction the axes are what o projection and experts have in common, what each has alone, and the rest:
/// with tp = 6, o_proj_tp = 2 and ep = 3 the places are 2 x 3, the slow axis the o projection's, the fast one the
/// experts'. Where one number divides the other, both groups begin with the same axes.
class ShardLayout {
public:
  /// Fails with a message at `location` if the numbers do not fit together.
  static FailureOr<ShardLayout> create(const ShardOptions &options, Location location);

  /// Sizes of the grid axes, those of size 1 left out.
  ArrayRef<int64_t> shape() const { return sizes; }
  /// "dp" or "tp" per axis, for the reader of the IR.
  ArrayRef<std::string> names() const { return axisNames; }

  GridAxes replicas, places, outputGroups, experts, expertInner;
  ShardOptions options;

  /// Ranks along some axes.
  int64_t count(ArrayRef<shard::GridAxis> axes) const;

  /// `type` as one rank sees it.
  RankedTensorType localType(RankedTensorType type, const Split &split) const;

private:
  SmallVector<int64_t> sizes;
  SmallVector<std::string> axisNames;
};

/// How a weight, cache or input of the model is divided, from its checkpoint name
/// without the layer's prefix. Unknown names are whole on every rank.
///
/// | name | dimension | divided among |
/// | --- | --- | --- |
/// | `input_ids`, `start_pos`, `query_lens`, `streams`, caches | 0, requests | replicas |
/// | `embed`, `head` | 0, vocabulary | places |
/// | `attn.wq_b`, `attn.attn_sink` | 0, heads | places |
/// | `attn.wo_a` | 0, groups | o projection |
/// | `attn.wo_b` | 1, groups | o projection |
/// | `attn.indexer.wq_b`, `.weights_proj` | 0, index heads | places, with `indexer=shard` |
/// | `ffn.shared_experts.w1`, `.w3` | 0, width of the shared expert | places, with `shared-expert=shard` |
/// | `ffn.shared_experts.w2` | 1, width of the shared expert | places, with `shared-expert=shard` |
/// | `ffn.experts.*` | 0, experts; and the inner dimension | experts; expert inner |
struct Placement {
  Split split;
  /// What each divided dimension counts, for messages.
  SmallVector<StringRef> meaning;
};
Placement placementOf(StringRef name, int64_t rank, const ShardLayout &layout);

} // namespace mlir::dsv4

#endif // DSV4_LIB_TRANSFORMS_SHARDLAYOUT_H

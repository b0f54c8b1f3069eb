//===- ShardLayout.cpp - The grid of ranks and who holds what -------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ShardLayout.h"

#include <numeric>

using namespace mlir;
using namespace mlir::dsv4;
using shard::GridAxis;

namespace {
/// A part of the ranks of one direction, and which groups reach over it.
struct Factor {
  int64_t size;
  bool isOutput, isExperts;
};
} // namespace

/// Factors of `total`, of which some make `output` and some `experts`, both divisors of it: what they have in common,
/// what each has alone, and the rest. {6; 2, 3} -> 1, 2, 3, 1 and {8; 2, 4} -> 2, 1, 2, 2.
static SmallVector<Factor> factorize(int64_t total, int64_t output, int64_t experts) {
  int64_t common = std::gcd(output, experts), multiple = output / common * experts;
  return {{common, true, true},
          {output / common, true, false},
          {experts / common, false, true},
          {total / multiple, false, false}};
}

FailureOr<ShardLayout> ShardLayout::create(const ShardOptions &given, Location location) {
  ShardOptions o = given;
  if (o.oProjTp == 0)
    o.oProjTp = o.tp;
  for (auto [name, size] :
       {std::pair<StringRef, int64_t>{"tp", o.tp}, {"ep", o.ep}, {"dp", o.dp}, {"o-proj-tp", o.oProjTp}})
    if (size < 1 || size > 4096)
      return emitError(location) << name << " is " << size << ", expected 1 to 4096";
  int64_t ranks = o.tp * o.dp;
  // What lies within a replica, and how many replicas a group spans.
  struct Reach {
    StringRef name;
    int64_t size, places, spans;
  };
  Reach groups[] = {{"o-proj-tp", o.oProjTp, 0, 0}, {"ep", o.ep, 0, 0}};
  for (Reach &reach : groups) {
    if (reach.size <= o.tp ? o.tp % reach.size != 0 : reach.size % o.tp != 0 || o.dp % (reach.size / o.tp) != 0)
      return emitError(location) << reach.name << " = " << reach.size << " does not fit tp = " << o.tp
                                 << " and dp = " << o.dp << ": expected a divisor of tp, or tp times a divisor of dp ("
                                 << ranks << " ranks)";
    reach.places = std::min(reach.size, o.tp);
    reach.spans = reach.size / reach.places;
  }
  ShardLayout layout;
  layout.options = o;
  auto add = [&](int64_t size, StringRef name) -> GridAxes {
    if (size == 1)
      return {};
    layout.sizes.push_back(size);
    layout.axisNames.push_back(name.str());
    return {GridAxis(layout.sizes.size() - 1)};
  };
  // Groups span neighbouring replicas, so their axes are the fast ones: the factors backwards.
  GridAxes outputReplicas;
  SmallVector<Factor> replicaFactors = factorize(o.dp, groups[0].spans, groups[1].spans);
  for (Factor factor : llvm::reverse(replicaFactors)) {
    GridAxes axis = add(factor.size, "dp");
    layout.replicas.append(axis);
    if (factor.isExperts)
      layout.experts.append(axis);
    if (factor.isOutput)
      outputReplicas.append(axis);
  }
  for (Factor factor : factorize(o.tp, groups[0].places, groups[1].places)) {
    GridAxes axis = add(factor.size, "tp");
    layout.places.append(axis);
    (factor.isExperts ? layout.experts : layout.expertInner).append(axis);
    if (factor.isOutput)
      layout.outputGroups.append(axis);
  }
  // A rank's heads are divided further among its replicas, so these axes are the fast ones.
  layout.outputGroups.append(outputReplicas);
  if (layout.sizes.empty()) {
    layout.sizes.push_back(1);
    layout.axisNames.push_back("tp");
  }
  return layout;
}

int64_t ShardLayout::count(ArrayRef<GridAxis> axes) const {
  return shard::collectiveProcessGroupSize(axes, ArrayRef<int64_t>(sizes));
}

RankedTensorType ShardLayout::localType(RankedTensorType type, const Split &split) const {
  SmallVector<int64_t> shape(type.getShape());
  for (auto [size, axes] : llvm::zip_equal(shape, split))
    if (!axes.empty() && !ShapedType::isDynamic(size))
      size /= count(axes);
  return RankedTensorType::get(shape, type.getElementType());
}

//===----------------------------------------------------------------------===//
// Roles
//===----------------------------------------------------------------------===//

Placement mlir::dsv4::placementOf(StringRef name, int64_t rank, const ShardLayout &layout) {
  Placement placement{Split(rank), SmallVector<StringRef>(rank)};
  auto divide = [&](int64_t dim, const GridAxes &axes, StringRef meaning) {
    if (dim >= rank || axes.empty())
      return;
    placement.split[dim] = axes;
    placement.meaning[dim] = meaning;
  };
  if (name.starts_with("cache.") || name == "input_ids" || name == "start_pos" || name == "query_lens" ||
      name == "streams") {
    divide(0, layout.replicas, "requests");
    return placement;
  }
  // Scales lie as their weights do.
  if (!name.consume_back(".weight"))
    name.consume_back(".scale");
  if (name == "embed" || name == "head")
    divide(0, layout.places, "vocabulary");
  else if (name == "attn.wq_b" || name == "attn.attn_sink")
    divide(0, layout.places, "attention heads");
  else if (name == "attn.wo_a")
    divide(0, layout.outputGroups, "groups of the o projection");
  else if (name == "attn.wo_b")
    divide(1, layout.outputGroups, "groups of the o projection");
  else if (name == "attn.indexer.wq_b" || name == "attn.indexer.weights_proj") {
    if (layout.options.shardIndexer)
      divide(0, layout.places, "index heads");
  } else if (name.starts_with("ffn.shared_experts.")) {
    if (layout.options.shardSharedExpert)
      divide(name.ends_with(".w2") ? 1 : 0, layout.places, "width of the shared expert");
  } else if (name.starts_with("ffn.experts.")) {
    divide(0, layout.experts, "experts");
    divide(name.ends_with(".w2") ? 2 : 1, layout.expertInner, "width of an expert");
  }
  return placement;
}

//===- Shard.cpp - A model as the program of one of several ranks ---------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ShardPartition.h"
#include "dsv4/IR/WeightFormat.h"
#include "dsv4/Transforms/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4SHARDPASS
#include "dsv4/Transforms/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;
using shard::GridAxis;

namespace {
constexpr StringRef nameAttribute = "dsv4.name";
constexpr StringRef splitAttribute = "dsv4.split";
} // namespace

/// "layers.3.attn.wq_b.weight" -> "attn.wq_b.weight".
static StringRef withoutLayer(StringRef name) {
  for (StringRef prefix : {"layers.", "mtp."}) {
    StringRef rest = name;
    unsigned layer;
    if (rest.consume_front(prefix) && !rest.consumeInteger(10, layer) && rest.consume_front("."))
      return rest;
  }
  return name;
}

//===----------------------------------------------------------------------===//
// Checks before anything changes
//===----------------------------------------------------------------------===//

LogicalResult ModulePartitioner::checkDivisible(func::FuncOp function, unsigned argument, const Placement &placement,
                                                StringRef name) {
  auto type = cast<RankedTensorType>(function.getArgument(argument).getType());
  for (auto [dim, axes] : llvm::enumerate(placement.split)) {
    int64_t parts = layout.count(axes);
    if (axes.empty())
      continue;
    if (type.isDynamicDim(dim)) {
      // Who calls the program divides the requests; everything else is checked here.
      if (axes == layout.replicas && placement.meaning[dim] == "requests")
        continue;
      return function.emitError() << "dimension " << dim << " (" << placement.meaning[dim] << ") of " << name
                                  << " is divided among " << parts << " ranks and has no static size";
    }
    int64_t size = type.getDimSize(dim);
    if (size % parts)
      return function.emitError() << "dimension " << dim << " (" << placement.meaning[dim] << ") of " << name
                                  << " has size " << size << ", which " << parts << " ranks do not divide";
  }
  return success();
}

/// Heads, groups and experts, which the sizes of weights alone do not show. Before the layout is made, so that a number
/// that is too large for the model is called that.
static LogicalResult checkModel(ModuleOp module, const ShardOptions &o) {
  bool isOwn = o.oProjTp != 0;
  int64_t outputRanks = isOwn ? o.oProjTp : o.tp;
  StringRef outputOption = isOwn ? "o-proj-tp" : "o-proj-tp (the default, tp)";
  WalkResult walk = module.walk([&](Operation *op) -> WalkResult {
    auto check = [&](int64_t size, StringRef what, int64_t parts, StringRef option) -> LogicalResult {
      if (parts < 1 || size % parts == 0)
        return success();
      return op->emitError() << "the model has " << size << " " << what << ", which " << option << " = " << parts
                             << " does not divide";
    };
    if (auto grouped = dyn_cast<GroupedLinearOp>(op)) {
      int64_t groups = grouped.getGroups(), heads = grouped.getO().getType().getDimSize(2);
      if (failed(check(heads, "attention heads", o.tp, "tp")))
        return failure();
      if (outputRanks > groups)
        return op->emitError() << outputOption << " = " << outputRanks << " is more than o_groups = " << groups
                               << ", and a group is not divided";
      return check(groups, "groups of the o projection (o_groups)", outputRanks, outputOption);
    }
    if (auto expand = dyn_cast<HcExpandOp>(op); expand && o.shardSequence) {
      RankedTensorType x = expand.getX().getType();
      if (x.getRank() != 3)
        return op->emitError() << "sequence=shard divides the tokens of requests, and " << x << " has none";
      return x.isDynamicDim(1) ? success() : check(x.getDimSize(1), "tokens per request", o.tp, "tp (sequence=shard)");
    }
    if (auto indexer = dyn_cast<QuantLightningIndexerOp>(op); indexer && o.shardIndexer)
      return check(indexer.getQ().getType().getDimSize(2), "index heads", o.tp, "tp");
    if (auto experts = dyn_cast<RoutedExpertsOp>(op)) {
      ArrayRef<int64_t> w1 = experts.getW1().getType().getShape();
      if (failed(check(w1[0], "experts", o.ep, "ep")))
        return failure();
      if (o.ep >= 1 && o.tp % o.ep == 0)
        return check(w1[1], "channels per expert", o.tp / o.ep, "tp / ep");
    }
    return success();
  });
  return failure(walk.wasInterrupted());
}

/// Blocks of weights that share a scale stay together.
static LogicalResult checkBlocks(func::FuncOp function, unsigned argument, const Split &split,
                                 const ShardLayout &layout, StringRef name) {
  auto type = cast<RankedTensorType>(function.getArgument(argument).getType());
  Type element = type.getElementType();
  if (!name.ends_with(".weight") || (!isa<Float8E4M3FNType, Float4E2M1FNType>(element) && !element.isInteger(8)))
    return success();
  WeightFormat format = getWeightFormat(element);
  int64_t rank = type.getRank();
  for (auto [dim, block] : {std::pair<int64_t, int64_t>{rank - 2, format.outputBlock}, {rank - 1, format.inputBlock}}) {
    int64_t parts = layout.count(split[dim]);
    if (parts == 1)
      continue;
    int64_t size = type.getDimSize(dim) * (element.isInteger(8) && dim == rank - 1 ? 2 : 1);
    // Activations are quantised in blocks of 128 whatever the weight's blocks are.
    if (dim == rank - 1)
      block = std::max<int64_t>(block, 128);
    if (size % (parts * block))
      return function.emitError() << "dimension " << dim << " of " << name << " has size " << size << "; divided among "
                                  << parts << " ranks, blocks of " << block << " with one scale would be cut";
  }
  return success();
}

//===----------------------------------------------------------------------===//
// The module
//===----------------------------------------------------------------------===//

FailureOr<LocalSignature> ModulePartitioner::signatureOf(func::FuncOp function, ArrayRef<Split> arguments,
                                                         Operation *call) {
  auto known = signatures.find(function);
  if (known != signatures.end())
    return known->second;
  if (llvm::is_contained(open, function.getOperation()))
    return call->emitOpError("is recursive, which cannot be sharded");
  open.push_back(function);
  FailureOr<LocalSignature> signature = FunctionPartitioner(*this, function).run(arguments);
  open.pop_back();
  if (failed(signature))
    return failure();
  signatures[function] = *signature;
  return *signature;
}

LogicalResult ModulePartitioner::run() {
  if (!module.getOps<shard::GridOp>().empty())
    return module.emitError("is sharded already: it has a grid");
  // Every function is checked before one is changed.
  SmallVector<std::pair<func::FuncOp, SmallVector<Split>>> entries;
  for (auto function : module.getOps<func::FuncOp>()) {
    if (!function.isPublic() || function.isExternal())
      continue;
    if (!llvm::hasSingleElement(function.getBody()))
      return function.emitError("has several blocks, which cannot be sharded");
    SmallVector<Split> splits;
    for (auto [index, argument] : llvm::enumerate(function.getArguments())) {
      RankedTensorType type = tensorTypeOf(argument);
      auto name = function.getArgAttrOfType<StringAttr>(index, nameAttribute);
      Placement placement = placementOf(name ? withoutLayer(name) : "", type ? type.getRank() : 0, layout);
      if (type && (failed(checkDivisible(function, index, placement, name ? name.getValue() : "")) ||
                   failed(checkBlocks(function, index, placement.split, layout, name ? name.getValue() : ""))))
        return failure();
      splits.push_back(placement.split);
    }
    entries.push_back({function, std::move(splits)});
  }
  if (entries.empty())
    return module.emitError("has no public function to shard");

  OpBuilder b = OpBuilder::atBlockBegin(module.getBody());
  auto grid = shard::GridOp::create(b, module.getLoc(), gridName, layout.shape());
  SmallVector<StringRef> names(layout.names().begin(), layout.names().end());
  grid->setAttr("axes", b.getStrArrayAttr(names));
  for (auto &[function, splits] : entries) {
    FailureOr<LocalSignature> signature = FunctionPartitioner(*this, function).run(splits);
    if (failed(signature))
      return failure();
    auto attribute = [&](const Split &split) {
      SmallVector<Attribute> dims;
      for (const GridAxes &axes : split) {
        SmallVector<int64_t> wide(axes.begin(), axes.end());
        dims.push_back(b.getDenseI64ArrayAttr(wide));
      }
      return b.getArrayAttr(dims);
    };
    auto isDivided = [](const Split &split) { return llvm::any_of(split, [](auto &axes) { return !axes.empty(); }); };
    for (auto [index, split] : llvm::enumerate(signature->arguments))
      if (isDivided(split))
        function.setArgAttr(index, splitAttribute, attribute(split));
    for (auto [index, split] : llvm::enumerate(signature->results))
      if (isDivided(split))
        function.setResultAttr(index, splitAttribute, attribute(split));
  }
  return success();
}

namespace {
struct Shard : dsv4::impl::DSV4ShardPassBase<Shard> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    ShardOptions options;
    options.tp = tp;
    options.ep = ep;
    options.dp = dp;
    options.oProjTp = oProjTp;
    for (auto [name, value, isSharded] :
         {std::tuple<StringRef, StringRef, bool *>{"indexer", indexer, &options.shardIndexer},
          {"shared-expert", sharedExpert, &options.shardSharedExpert},
          {"sequence", sequence, &options.shardSequence}}) {
      if (value != "shard" && value != "replicate") {
        module.emitError() << name << " is '" << value << "', expected shard or replicate";
        return signalPassFailure();
      }
      *isSharded = value == "shard";
    }
    FailureOr<ShardLayout> layout = failure();
    if (failed(checkModel(module, options)) || failed(layout = ShardLayout::create(options, module.getLoc())) ||
        failed(ModulePartitioner(module, *layout).run()))
      return signalPassFailure();
  }
};
} // namespace

//===- DSV4OpsSharding.cpp - How the ops are divided among ranks ----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule is written as an einsum: one string per operand and result, one letter per
// dimension. Small letters are loops that ranks may divide, capital letters and `1`
// are dimensions that every rank needs as a whole, `...` are the leading dimensions.
// A small letter that no result has is summed over the ranks:
//
//   linear     ...k, nk -> ...n       k divided: partial sums; n divided: columns
//
// Tokens of one request are never divided where an op counts them (capital S).
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Dialect.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/ShardingRule.h"
#include "mlir/Dialect/Shard/IR/ShardDialect.h"
#include "mlir/Dialect/Shard/Interfaces/ShardingInterface.h"
#include "mlir/Dialect/Shard/Interfaces/ShardingInterfaceImpl.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// Collects the terms of one op in the order of its operands and results.
class RuleBuilder {
public:
  explicit RuleBuilder(Operation *op) : op(op) {}

  RuleBuilder &operand(StringRef dims) {
    rule.operands.push_back(term(op->getOperand(rule.operands.size()).getType(), dims));
    return *this;
  }
  RuleBuilder &operands(ValueRange values, StringRef dims) {
    for (size_t count = values.size(); count; --count)
      operand(dims);
    return *this;
  }
  RuleBuilder &result(StringRef dims) {
    rule.results.push_back(term(op->getResult(rule.results.size()).getType(), dims));
    return *this;
  }

  FailureOr<ShardingRule> take() {
    if (isWrong || rule.operands.size() != op->getNumOperands() || rule.results.size() != op->getNumResults())
      return failure();
    rule.reduced.resize(count, true);
    for (ArrayRef<int64_t> dims : rule.results)
      for (int64_t loop : dims)
        if (loop != ShardingRule::whole)
          rule.reduced[loop] = false;
    return rule;
  }

private:
  int64_t loopOf(StringRef name) {
    auto [entry, isNew] = named.try_emplace(name, count);
    count += isNew;
    return entry->second;
  }

  SmallVector<int64_t> term(Type type, StringRef dims) {
    int64_t rank = cast<RankedTensorType>(type).getRank();
    bool hasLeading = dims.consume_front("...");
    int64_t leading = rank - int64_t(dims.size());
    if (leading < 0 || (leading > 0 && !hasLeading)) {
      isWrong = true;
      return {};
    }
    SmallVector<int64_t> loops;
    for (int64_t dim = 0; dim < leading; ++dim)
      loops.push_back(loopOf(std::to_string(dim)));
    for (char letter : dims)
      loops.push_back(letter >= 'a' && letter <= 'z' ? loopOf(StringRef(&letter, 1)) : ShardingRule::whole);
    return loops;
  }

  Operation *op;
  ShardingRule rule;
  llvm::StringMap<int64_t> named;
  int64_t count = 0;
  bool isWrong = false;
};

} // namespace

//===----------------------------------------------------------------------===//
// Hyper-Connections and the ends of the model
//===----------------------------------------------------------------------===//

// hc_pre_inv_rms       ...JD -> ...1
static FailureOr<ShardingRule> ruleOf(HcPreInvRmsOp op) {
  return RuleBuilder(op).operand("...JD").result("...1").take();
}

// hc_pre_sinkhorn      ...M, ...JD, scale, base -> ...D, ...J, ...JK
static FailureOr<ShardingRule> ruleOf(HcPreSinkhornOp op) {
  bool perStream = op.getHcScale().getType().getRank() == 2;
  return RuleBuilder(op)
      .operand("...M")
      .operand("...JD")
      .operand(perStream ? "PH" : "P")
      .operand(perStream ? "PH" : "M")
      .result("...D")
      .result("...J")
      .result("...JK")
      .take();
}

// hc_post              ...D, ...JD, ...J, ...JK -> ...JD
static FailureOr<ShardingRule> ruleOf(HcPostOp op) {
  return RuleBuilder(op).operand("...D").operand("...JD").operand("...J").operand("...JK").result("...JD").take();
}

// hc_head              ...JD, MJ, 1, J -> ...D
static FailureOr<ShardingRule> ruleOf(HcHeadOp op) {
  return RuleBuilder(op).operand("...JD").operand("MJ").operand("1").operand("J").result("...D").take();
}

// hc_expand            ...D -> ...JD
static FailureOr<ShardingRule> ruleOf(HcExpandOp op) { return RuleBuilder(op).operand("...D").result("...JD").take(); }

// embedding            ..., vD -> ...D       v divided: a rank has the rows of its ids and zeros for the others
static FailureOr<ShardingRule> ruleOf(EmbeddingOp op) {
  return RuleBuilder(op).operand("...").operand("vD").result("...D").take();
}

// mtp_fuse             ...D, ...JD, D, D, DD, DD, scales -> ...JD
static FailureOr<ShardingRule> ruleOf(MtpFuseOp op) {
  return RuleBuilder(op)
      .operand("...D")
      .operand("...JD")
      .operand("D")
      .operand("D")
      .operand("ND")
      .operand("ND")
      .operands(op.getScales(), "ND")
      .result("...JD")
      .take();
}

//===----------------------------------------------------------------------===//
// Norms, projections, quantisation
//===----------------------------------------------------------------------===//

// rms_norm             ...D, D -> ...D
static FailureOr<ShardingRule> ruleOf(RmsNormOp op) {
  RuleBuilder rule(op);
  rule.operand("...D");
  if (op.getWeight())
    rule.operand("D");
  return rule.result("...D").take();
}

// act_quant            ...N -> ...N, ...Q, ...N
static FailureOr<ShardingRule> ruleOf(ActQuantOp op) {
  return RuleBuilder(op).operand("...N").result("...N").result("...Q").result("...N").take();
}

// hadamard             ...N -> ...N
static FailureOr<ShardingRule> ruleOf(HadamardOp op) { return RuleBuilder(op).operand("...N").result("...N").take(); }

// linear               ...k, nk, nk -> ...n
static FailureOr<ShardingRule> ruleOf(LinearOp op) {
  RuleBuilder rule(op);
  rule.operand("...k").operand("nk");
  if (op.getScales())
    rule.operand("nk");
  return rule.result("...n").take();
}

// grouped_linear       bsgD, gP -> bsg       heads and rows of wo_a are divided by whole groups
static FailureOr<ShardingRule> ruleOf(GroupedLinearOp op) {
  return RuleBuilder(op).operand("bsgD").operand("gP").result("bsg").take();
}

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

// rope_table           ... -> ...R, ...R, R
static FailureOr<ShardingRule> ruleOf(RopeTableOp op) {
  return RuleBuilder(op).operand("...").result("...R").result("...R").result("R").take();
}

// rope                 bsD or bshD, sR or bsR, sR or bsR -> as x
static FailureOr<ShardingRule> ruleOf(RopeOp op) {
  StringRef x = op.getX().getType().getRank() == 4 ? "bshD" : "bsD";
  StringRef table = op.getCos().getType().getRank() == 3 ? "bsR" : "sR";
  return RuleBuilder(op).operand(x).operand(table).operand(table).result(x).take();
}

// window_indices       bS, b, b -> bSW
static FailureOr<ShardingRule> ruleOf(WindowIndicesOp op) {
  return RuleBuilder(op).operand("bS").operand("b").operand("b").result("bSW").take();
}

// compress_indices     bS, b, b -> bST
static FailureOr<ShardingRule> ruleOf(CompressIndicesOp op) {
  return RuleBuilder(op).operand("bS").operand("b").operand("b").result("bST").take();
}

// ring_slots           bS, b, b -> bS
static FailureOr<ShardingRule> ruleOf(RingSlotsOp op) {
  return RuleBuilder(op).operand("bS").operand("b").operand("b").result("bS").take();
}

// scatter_nd_update_mla    bND, bCD, bN -> bCD
static FailureOr<ShardingRule> ruleOf(ScatterNdUpdateMlaOp op) {
  return RuleBuilder(op).operand("bND").operand("bCD").operand("bN").result("bCD").take();
}

// compressor           bSD, CD, CD, RC, C, tables, bRC, bRC, b, b -> bTC, bT, bRC, bRC
static FailureOr<ShardingRule> ruleOf(CompressorOp op) {
  StringRef table = op.getCos().getType().getRank() == 3 ? "bTR" : "PR";
  return RuleBuilder(op)
      .operand("bSD")
      .operand("CD")
      .operand("CD")
      .operand("RC")
      .operand("C")
      .operand(table)
      .operand(table)
      .operand("bRC")
      .operand("bRC")
      .operand("b")
      .operand("b")
      .result("bTC")
      .result("bT")
      .result("bRC")
      .result("bRC")
      .take();
}

// indexer_scores       bShD, bCD, bSh, b, b -> bST      h divided: partial sums
static FailureOr<ShardingRule> ruleOf(IndexerScoresOp op) {
  return RuleBuilder(op).operand("bShD").operand("bCD").operand("bSh").operand("b").operand("b").result("bST").take();
}

// indexer_top_k        bST, b, b -> bSK
static FailureOr<ShardingRule> ruleOf(IndexerTopKOp op) {
  return RuleBuilder(op).operand("bST").operand("b").operand("b").result("bSK").take();
}

// quant_lightning_indexer  bShD, bCD, bSh, b, b -> bSK  h divided: as indexer_scores, then indexer_top_k on the sums
static FailureOr<ShardingRule> ruleOf(QuantLightningIndexerOp op) {
  return RuleBuilder(op).operand("bShD").operand("bCD").operand("bSh").operand("b").operand("b").result("bSK").take();
}

// sparse_attn_sharedkv     bshD, h, bsM, bND each -> bshD
static FailureOr<ShardingRule> ruleOf(SparseAttnSharedkvOp op) {
  return RuleBuilder(op)
      .operand("bshD")
      .operand("h")
      .operand("bsM")
      .operands(op.getKvList(), "bND")
      .result("bshD")
      .take();
}

//===----------------------------------------------------------------------===//
// Experts
//===----------------------------------------------------------------------===//

// gate_score           ...D, ED -> ...E
static FailureOr<ShardingRule> ruleOf(GateScoreOp op) {
  return RuleBuilder(op).operand("...D").operand("ED").result("...E").take();
}

// moe_gating_top_k     ...E, E -> ...K, ...K
static FailureOr<ShardingRule> ruleOf(MoeGatingTopKOp op) {
  RuleBuilder rule(op);
  rule.operand("...E");
  if (op.getBias())
    rule.operand("E");
  return rule.result("...K").result("...K").take();
}

// moe_gating_hash      ...E, ..., VK -> ...K, ...K
static FailureOr<ShardingRule> ruleOf(MoeGatingHashOp op) {
  return RuleBuilder(op).operand("...E").operand("...").operand("VK").result("...K").result("...K").take();
}

// v4_clamped_swiglu    ...i, ...i, ... -> ...i
static FailureOr<ShardingRule> ruleOf(V4ClampedSwigluOp op) {
  RuleBuilder rule(op);
  rule.operand("...i").operand("...i");
  if (op.getRowWeight())
    rule.operand("...");
  return rule.result("...i").take();
}

// routed_experts       ...D, ...K, ...K, eiD, eiD, eDi, scales, first_expert -> ...D
//                      e divided: whole experts; i divided: partial sums of every expert
static FailureOr<ShardingRule> ruleOf(RoutedExpertsOp op) {
  RuleBuilder rule(op);
  rule.operand("...D").operand("...K").operand("...K").operand("eiD").operand("eiD").operand("eDi");
  if (!op.getScales().empty())
    rule.operand("eiD").operand("eiD").operand("eDi");
  if (op.getFirstExpert())
    rule.operand("");
  return rule.result("...D").take();
}

//===----------------------------------------------------------------------===//
// All ops
//===----------------------------------------------------------------------===//

/// Calls `function` with a null op of every class that has a rule.
template <typename Function>
static void forEachOp(Function function) {
  auto each = [&](auto... ops) { (function(ops), ...); };
  each(HcPreInvRmsOp(), HcPreSinkhornOp(), HcPostOp(), HcHeadOp(), HcExpandOp(), EmbeddingOp(), MtpFuseOp(),
       RmsNormOp(), ActQuantOp(), HadamardOp(), LinearOp(), GroupedLinearOp(), RopeTableOp(), RopeOp(),
       WindowIndicesOp(), CompressIndicesOp(), RingSlotsOp(), ScatterNdUpdateMlaOp(), CompressorOp(), IndexerScoresOp(),
       IndexerTopKOp(), QuantLightningIndexerOp(), SparseAttnSharedkvOp(), GateScoreOp(), MoeGatingTopKOp(),
       MoeGatingHashOp(), V4ClampedSwigluOp(), RoutedExpertsOp());
}

FailureOr<ShardingRule> mlir::dsv4::detail::getDSV4ShardingRule(Operation *op) {
  FailureOr<ShardingRule> rule = failure();
  forEachOp([&](auto kind) {
    if (auto match = dyn_cast<decltype(kind)>(op))
      rule = ruleOf(match);
  });
  return rule;
}

void mlir::dsv4::divideAttributes(Operation *op, int64_t loop, int64_t parts) {
  auto grouped = dyn_cast<GroupedLinearOp>(op);
  FailureOr<ShardingRule> rule = failure();
  if (grouped && succeeded(rule = ruleOf(grouped)) && rule->operands[1][0] == loop)
    grouped.setGroups(grouped.getGroups() / parts);
}

//===----------------------------------------------------------------------===//
// Upstream's interface
//===----------------------------------------------------------------------===//

namespace {

/// Loops of a rule as upstream wants them: dimensions that must stay whole are loops too, behind the others.
struct InterfaceLoops {
  ShardingRule rule;
  SmallVector<AffineMap> maps;
  SmallVector<utils::IteratorType> kinds;

  explicit InterfaceLoops(Operation *op) {
    FailureOr<ShardingRule> found = mlir::dsv4::detail::getDSV4ShardingRule(op);
    if (failed(found))
      return;
    rule = *found;
    int64_t count = rule.loops();
    SmallVector<SmallVector<AffineExpr>> all;
    for (ArrayRef<SmallVector<int64_t>> terms : {ArrayRef(rule.operands), ArrayRef(rule.results)})
      for (ArrayRef<int64_t> dims : terms) {
        SmallVector<AffineExpr> &expressions = all.emplace_back();
        for (int64_t loop : dims)
          expressions.push_back(getAffineDimExpr(loop == ShardingRule::whole ? count++ : loop, op->getContext()));
      }
    for (ArrayRef<AffineExpr> expressions : all)
      maps.push_back(AffineMap::get(count, 0, expressions, op->getContext()));
    for (int64_t loop = 0; loop < count; ++loop)
      kinds.push_back(loop < rule.loops() && rule.reduced[loop] ? utils::IteratorType::reduction
                                                                : utils::IteratorType::parallel);
  }
};

template <typename OpTy>
struct ShardingModel : shard::ShardingInterface::ExternalModel<ShardingModel<OpTy>, OpTy> {
  SmallVector<utils::IteratorType> getLoopIteratorTypes(Operation *op) const { return InterfaceLoops(op).kinds; }
  SmallVector<AffineMap> getIndexingMaps(Operation *op) const { return InterfaceLoops(op).maps; }
  SmallVector<shard::ReductionKind> getReductionLoopIteratorKinds(Operation *op) const {
    return SmallVector<shard::ReductionKind>(llvm::count(InterfaceLoops(op).rule.reduced, true),
                                             shard::ReductionKind::Sum);
  }

  FailureOr<shard::ShardingOption> getShardingOption(Operation *op, ArrayRef<shard::Sharding> operands,
                                                     ArrayRef<shard::Sharding> results) const {
    FailureOr<shard::ShardingOption> option = shard::detail::defaultGetShardingOption(op, operands, results);
    if (failed(option) || option->empty)
      return option;
    size_t loops = InterfaceLoops(op).rule.loops();
    if (option->shardingArray.size() > loops)
      option->shardingArray.resize(loops);
    shard::removeTrailingEmptySubArray(option->shardingArray);
    return option;
  }

  LogicalResult partition(Operation *op, ArrayRef<Value> operands, ArrayRef<shard::Sharding> operandShardings,
                          ArrayRef<shard::Sharding> resultShardings, IRMapping &map, SymbolTableCollection &symbols,
                          OpBuilder &builder) const {
    InterfaceLoops loops(op);
    shard::ShardingArray axes =
        shard::getGridAxisAssignmentForLoopIterators(operandShardings, resultShardings, loops.kinds, loops.maps);
    SmallVector<shard::GridAxis> partial = shard::getReductionGridAxes(loops.kinds, axes);
    if (!partial.empty() && !isa<LinearOp, IndexerScoresOp>(op))
      return op->emitOpError("has no sum of parts from several ranks; dsv4-shard divides it");
    shard::GridOp grid = shard::getGrid(op, resultShardings.front().getGridAttr(), symbols);
    shard::partitionTriviallyShardableOperation(*op, operands, operandShardings, resultShardings, map, symbols,
                                                builder);
    Operation *local = map.lookup(op->getResult(0)).getDefiningOp();
    for (auto [loop, loopAxes] : llvm::enumerate(axes))
      if (!loopAxes.empty())
        divideAttributes(local, loop, shard::collectiveProcessGroupSize(loopAxes, grid));
    if (!partial.empty())
      map.map(op->getResult(0), shard::AllReduceOp::create(builder, op->getLoc(), local->getResult(0),
                                                           grid.getSymName(), partial, shard::ReductionKind::Sum)
                                    .getResult());
    return success();
  }
};

} // namespace

void mlir::dsv4::registerShardingInterfaceExternalModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, DSV4Dialect *) {
    context->getOrLoadDialect<shard::ShardDialect>();
    forEachOp([&](auto kind) {
      using OpTy = decltype(kind);
      OpTy::template attachInterface<ShardingModel<OpTy>>(*context);
    });
  });
}

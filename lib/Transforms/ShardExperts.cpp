//===- ShardExperts.cpp - Routed experts on several ranks -----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a rank's N tokens each has K experts: P = N * K pairs. A rank sends the pairs of
// its tokens to the ranks that hold their experts, runs the pairs that it got, sends
// the results back and adds them up per token, in the order of K as one rank would.
//
// The axes that divide the experts are of two kinds. Along those where ranks have
// other tokens (replicas) pairs are sent. Along those where ranks have the same tokens
// (places) nothing is sent: each rank takes the pairs of its own experts, and the sums
// per token are added by all_reduce.
//
//===----------------------------------------------------------------------===//

#include "ShardPartition.h"

#include "dsv4/IR/EinsumBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;
using shard::GridAxis;

namespace {

/// Builds the pairs of one rank.
struct PairBuilder {
  ImplicitLocOpBuilder &b;
  /// Experts of all ranks and of one; ranks that pairs are sent to; ranks that have the same tokens.
  int64_t experts, own, receivers, sharers;

  Value integer(int64_t value) { return arith::ConstantOp::create(b, b.getI32IntegerAttr(value)); }
  Value index(int64_t value) { return arith::ConstantIndexOp::create(b, value); }
  Value asIndex(Value value) { return arith::IndexCastOp::create(b, b.getIndexType(), value); }
  Value asInteger(Value value) { return arith::IndexCastOp::create(b, b.getI32Type(), value); }
};

/// All dimensions of a tensor in one, or all but the last.
Value flatten(EinsumBuilder &b, Value tensor, bool keepLast) {
  int64_t rank = cast<RankedTensorType>(tensor.getType()).getRank();
  SmallVector<ReassociationIndices> groups(1);
  for (int64_t dim = 0; dim < rank - keepLast; ++dim)
    groups[0].push_back(dim);
  if (keepLast)
    groups.push_back({rank - 1});
  if (rank == int64_t(groups.size()))
    return tensor;
  return tensor::CollapseShapeOp::create(b, tensor, groups);
}

} // namespace

LogicalResult FunctionPartitioner::partitionExperts(RoutedExpertsOp op) {
  FailureOr<ShardingRule> rule = getShardingRule(op);
  if (failed(rule))
    return op.emitOpError("has no sharding rule");
  const Split &w1Split = local(op.getW1()).split;
  GridAxes expertAxes = w1Split[0], innerAxes = w1Split[1];
  if (expertAxes.empty() && innerAxes.empty())
    return partitionByRule(op, *rule);
  for (auto [weight, inner] : {std::pair<Value, int64_t>{op.getW3(), 1}, {op.getW2(), 2}})
    if (local(weight).split[0] != expertAxes || local(weight).split[inner] != innerAxes)
      return op.emitOpError("has weights that are divided in different ways");

  Location location = op.getLoc();
  Split tokenSplit = local(op.getX()).split;
  GridAxes sent, shared;
  for (GridAxis axis : expertAxes) {
    bool dividesTokens = llvm::is_contained(tokenSplit[0], axis);
    (dividesTokens ? sent : shared).push_back(axis);
    if (dividesTokens && !shared.empty())
      return op.emitOpError("has experts whose axes of replicas are not the slow ones");
  }
  for (Value operand : {Value(op.getIndices()), Value(op.getWeights())})
    if (local(operand).split[0] != tokenSplit[0])
      return op.emitOpError("has tokens and routing that are divided in different ways");

  SmallVector<Value> scales;
  for (Value scale : op.getScales())
    scales.push_back(local(scale).value);
  auto runExperts = [&](Value x, Value indices, Value weights) -> Value {
    return RoutedExpertsOp::create(builder, location, x, indices, weights, local(op.getW1()).value,
                                   local(op.getW3()).value, local(op.getW2()).value, scales, op.getLimitAttr());
  };
  Value xLocal = local(op.getX()).value, indicesLocal = local(op.getIndices()).value,
        weightsLocal = local(op.getWeights()).value;
  GridAxes summed = innerAxes;
  summed.append(shared);
  if (expertAxes.empty()) {
    Value y = runExperts(xLocal, indicesLocal, weightsLocal);
    map(op.getY(), allReduce(y, summed, location), tokenSplit);
    return success();
  }

  ImplicitLocOpBuilder b(location, builder);
  EinsumBuilder e(builder, location, 0);
  int64_t own = tensorTypeOf(local(op.getW1()).value).getDimSize(0);
  PairBuilder pairs{b, own * layout.count(expertAxes), own, layout.count(sent), layout.count(shared)};
  Value x = flatten(e, xLocal, /*keepLast=*/true), chosen = flatten(e, indicesLocal, false),
        weights = flatten(e, weightsLocal, false);
  int64_t perToken = op.getIndices().getType().getShape().back();
  Value pairCount = tensor::DimOp::create(b, chosen, 0);
  Type i32 = b.getI32Type();

  // Place of this rank among those with the same tokens.
  Value place = pairs.index(0);
  if (!shared.empty()) {
    auto indices = shard::ProcessMultiIndexOp::create(b, SmallVector<Type>(shared.size(), b.getIndexType()),
                                                      FlatSymbolRefAttr::get(b.getContext(), gridName),
                                                      shard::GridAxesAttr::get(b.getContext(), shared));
    for (auto [axis, coordinate] : llvm::zip_equal(shared, indices.getResults()))
      place = arith::AddIOp::create(b, arith::MulIOp::create(b, place, pairs.index(layout.count({axis}))), coordinate);
  }
  Value myPlace = pairs.asInteger(place);

  // Number of every pair among those for its receiver, -1 if another rank sends it; and how many each receiver gets.
  // The experts of one rank are neighbours: expert e is on rank e / own, whose slow axes say the receiver.
  auto receiverOf = [&](ImplicitLocOpBuilder &b, Value expert) -> std::pair<Value, Value> {
    PairBuilder p{b, pairs.experts, pairs.own, pairs.receivers, pairs.sharers};
    Value rank = arith::DivUIOp::create(b, expert, p.integer(p.own));
    Value receiver = arith::DivUIOp::create(b, rank, p.integer(p.sharers));
    Value mine = arith::CmpIOp::create(b, arith::CmpIPredicate::eq,
                                       arith::RemUIOp::create(b, rank, p.integer(p.sharers)), myPlace);
    return {p.asIndex(receiver), mine};
  };
  Value counts = e.filled({b.getIndexAttr(pairs.receivers)}, b.getI32IntegerAttr(0));
  Value numbers = e.filled({OpFoldResult(pairCount)}, b.getI32IntegerAttr(-1));
  auto numbering = scf::ForOp::create(
      b, pairs.index(0), pairCount, pairs.index(1), ValueRange{counts, numbers},
      [&](OpBuilder &nested, Location loc, Value pair, ValueRange state) {
        ImplicitLocOpBuilder b(loc, nested);
        PairBuilder p{b, pairs.experts, pairs.own, pairs.receivers, pairs.sharers};
        Value expert = tensor::ExtractOp::create(b, chosen, pair);
        Value isExpert = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, expert, p.integer(p.experts));
        cf::AssertOp::create(b, isExpert,
                             ("dsv4.routed_experts: an expert number is outside [0, " + Twine(p.experts) + ")").str());
        auto [receiver, mine] = receiverOf(b, expert);
        Value count = tensor::ExtractOp::create(b, state[0], receiver);
        Value next = arith::AddIOp::create(b, count, p.integer(1));
        Value newCount = arith::SelectOp::create(b, mine, next, count);
        Value number = arith::SelectOp::create(b, mine, count, p.integer(-1));
        Value newCounts = tensor::InsertOp::create(b, newCount, state[0], receiver);
        Value newNumbers = tensor::InsertOp::create(b, number, state[1], pair);
        scf::YieldOp::create(b, ValueRange{newCounts, newNumbers});
      });
  counts = numbering.getResult(0);
  numbers = numbering.getResult(1);

  // Room per receiver: what the fullest one needs, the same on all ranks that send to each other.
  Value room =
      e.reduce("", b.getI32IntegerAttr(0), {{counts, "r"}},
               [](ImplicitLocOpBuilder &b, ValueRange v) -> Value { return arith::MaxSIOp::create(b, v[0], v[1]); });
  room = allReduce(room, sent, location, shard::ReductionKind::Max);
  Value capacity = pairs.asIndex(tensor::ExtractOp::create(b, room, ValueRange()));

  // The pair in each slot of the buffer, -1 in the empty ones.
  SmallVector<OpFoldResult> bufferSizes = {b.getIndexAttr(pairs.receivers), OpFoldResult(capacity)};
  Value slots = e.filled(bufferSizes, b.getI32IntegerAttr(-1));
  auto placing =
      scf::ForOp::create(b, pairs.index(0), pairCount, pairs.index(1), ValueRange(slots),
                         [&](OpBuilder &nested, Location loc, Value pair, ValueRange state) {
                           ImplicitLocOpBuilder b(loc, nested);
                           PairBuilder p{b, pairs.experts, pairs.own, pairs.receivers, pairs.sharers};
                           Value number = tensor::ExtractOp::create(b, numbers, pair);
                           Value isSent = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, number, p.integer(0));
                           auto branch = scf::IfOp::create(
                               b, isSent,
                               [&](OpBuilder &nested, Location loc) {
                                 ImplicitLocOpBuilder b(loc, nested);
                                 PairBuilder p{b, pairs.experts, pairs.own, pairs.receivers, pairs.sharers};
                                 Value receiver = receiverOf(b, tensor::ExtractOp::create(b, chosen, pair)).first;
                                 Value written = tensor::InsertOp::create(b, p.asInteger(pair), state[0],
                                                                          ValueRange{receiver, p.asIndex(number)});
                                 scf::YieldOp::create(b, written);
                               },
                               [&](OpBuilder &nested, Location loc) { scf::YieldOp::create(nested, loc, state[0]); });
                           scf::YieldOp::create(b, branch.getResults());
                         });
  slots = placing.getResult(0);

  // Rows, experts and weights of the pairs; an empty slot is a row of zeros with weight 0 for the first expert.
  auto gather = [&](StringRef dims, ArrayRef<OpFoldResult> sizes, Type element,
                    function_ref<Value(ImplicitLocOpBuilder &, Value pair)> read) {
    return e.map(dims, sizes, element, {{slots, "rc"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
      Value zero32 = arith::ConstantOp::create(b, b.getI32IntegerAttr(0));
      Value isEmpty = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, v[0], zero32);
      Value pair = arith::IndexCastOp::create(b, b.getIndexType(), arith::MaxSIOp::create(b, v[0], zero32));
      Value none = arith::ConstantOp::create(b, cast<TypedAttr>(b.getZeroAttr(element)));
      return arith::SelectOp::create(b, isEmpty, none, read(b, pair));
    });
  };
  RankedTensorType xType = cast<RankedTensorType>(x.getType());
  SmallVector<OpFoldResult> rowSizes = bufferSizes;
  rowSizes.push_back(tensor::getMixedSize(b, location, x, 1));
  Value rows = gather("rcd", rowSizes, xType.getElementType(), [&](ImplicitLocOpBuilder &b, Value pair) -> Value {
    Value token = arith::DivUIOp::create(b, pair, arith::ConstantIndexOp::create(b, perToken));
    return tensor::ExtractOp::create(b, x, ValueRange{token, linalg::IndexOp::create(b, 2)});
  });
  Value rowExperts = gather("rc", bufferSizes, i32, [&](ImplicitLocOpBuilder &b, Value pair) -> Value {
    Value expert = tensor::ExtractOp::create(b, chosen, pair);
    return arith::RemUIOp::create(b, expert, arith::ConstantOp::create(b, b.getI32IntegerAttr(own)));
  });
  Value rowWeights = gather("rc", bufferSizes, b.getF32Type(), [&](ImplicitLocOpBuilder &b, Value pair) -> Value {
    return tensor::ExtractOp::create(b, weights, pair);
  });

  // [receivers * room, ...], one expert per row.
  auto exchange = [&](Value tensor) -> Value {
    if (sent.empty())
      return tensor;
    return shard::AllToAllOp::create(
        builder, location, tensor.getType(), FlatSymbolRefAttr::get(b.getContext(), gridName),
        shard::GridAxesAttr::get(b.getContext(), sent), tensor, b.getIndexAttr(0), b.getIndexAttr(0));
  };
  auto column = [&](Value tensor) -> Value {
    Value flat = exchange(flatten(e, tensor, false));
    Value size = tensor::DimOp::create(b, flat, 0);
    SmallVector<ReassociationIndices> groups = {{0, 1}};
    auto type = RankedTensorType::get({ShapedType::kDynamic, 1}, tensorTypeOf(flat).getElementType());
    return tensor::ExpandShapeOp::create(b, type, flat, groups,
                                         SmallVector<OpFoldResult>{OpFoldResult(size), b.getIndexAttr(1)});
  };
  Value results = runExperts(exchange(flatten(e, rows, true)), column(rowExperts), column(rowWeights));
  results = exchange(results);

  // Per token the results of its pairs that this rank sent or kept.
  SmallVector<OpFoldResult> outSizes = {tensor::getMixedSize(b, location, x, 0), rowSizes.back(),
                                        b.getIndexAttr(perToken)};
  Value perPair = tensor::EmptyOp::create(b, ArrayRef<OpFoldResult>{b.getIndexAttr(perToken)}, i32);
  SmallVector<OpFoldResult> sumSizes = {outSizes[0], outSizes[1]};
  Value y = e.reduce(
      "nd", sumSizes, b.getF32FloatAttr(0.0f), {{perPair, "k"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
        PairBuilder p{b, pairs.experts, pairs.own, pairs.receivers, pairs.sharers};
        Value token = linalg::IndexOp::create(b, 0), channel = linalg::IndexOp::create(b, 1);
        Value pair =
            arith::AddIOp::create(b, arith::MulIOp::create(b, token, p.index(perToken)), linalg::IndexOp::create(b, 2));
        Value number = tensor::ExtractOp::create(b, numbers, pair);
        Value isSent = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, number, p.integer(0));
        Value term =
            scf::IfOp::create(
                b, isSent,
                [&](OpBuilder &nested, Location loc) {
                  ImplicitLocOpBuilder b(loc, nested);
                  PairBuilder p{b, pairs.experts, pairs.own, pairs.receivers, pairs.sharers};
                  Value receiver = receiverOf(b, tensor::ExtractOp::create(b, chosen, pair)).first;
                  Value row = arith::AddIOp::create(b, arith::MulIOp::create(b, receiver, capacity), p.asIndex(number));
                  Value part = tensor::ExtractOp::create(b, results, ValueRange{row, channel});
                  scf::YieldOp::create(b, part);
                },
                [&](OpBuilder &nested, Location loc) {
                  scf::YieldOp::create(nested, loc,
                                       Value(arith::ConstantOp::create(nested, loc, nested.getF32FloatAttr(0.0f))));
                })
                .getResult(0);
        return arith::AddFOp::create(b, v[1], term);
      });

  // [N, D] to the leading dimensions of x.
  RankedTensorType outType = layout.localType(op.getY().getType(), tokenSplit);
  if (outType.getRank() != 2) {
    SmallVector<ReassociationIndices> groups(1);
    for (int64_t dim = 0; dim + 1 < outType.getRank(); ++dim)
      groups[0].push_back(dim);
    groups.push_back({outType.getRank() - 1});
    if (groups[0].empty())
      return op.emitOpError("has a single token without dimensions, which is not divided among ranks");
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, location, xLocal);
    y = tensor::ExpandShapeOp::create(b, outType, y, groups, sizes);
  } else if (y.getType() != outType) {
    y = tensor::CastOp::create(b, outType, y);
  }
  map(op.getY(), allReduce(y, summed, location), tokenSplit);
  return success();
}

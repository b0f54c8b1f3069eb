//===- AtenScanHandlers.cpp - aten softmax, cumsum, histc -----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

//===----------------------------------------------------------------------===//
// softmax
//===----------------------------------------------------------------------===//

/// exp(x - max) / sum along `dim`, computed in f32 unless f64 is asked for; `isLog` gives the logarithm of it,
/// x - max - log(sum).
LogicalResult convertSoftmaxOf(OpImporter &b, TensorOperand x, int64_t dim, bool isLog) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  Type element = type.getElementType();
  if (!isa<FloatType>(element) || !isa<FloatType>(x.getElementType()))
    return b.error() << "needs floats, got " << x.getType() << " and a result of type " << type;
  FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
  if (failed(position) || failed(checkNotPacked(b, x.getElementType())))
    return failure();
  Type compute = element.isF64() ? element : Type(b.getF32Type());
  FailureOr<Value> wide = broadcast(b, x, b.sizesOf(x.value), compute);
  if (failed(wide))
    return failure();
  int64_t rank = x.getType().getRank();
  if (rank == 0)
    return b.results(b.filled({}, b.getFloatAttr(compute, isLog ? 0.0 : 1.0)));
  SmallVector<OpFoldResult> sizes = b.sizesOf(*wide);
  if (!isLog) {
    Value empty = tensor::EmptyOp::create(b, sizes, compute);
    return b.results(linalg::SoftmaxOp::create(b, TypeRange(empty.getType()), *wide, empty, *position).getResult()[0]);
  }
  if (failed(checkRank(b, rank)))
    return failure();
  StringRef all = StringRef(dimLetters).take_front(rank);
  std::string kept = all.str();
  kept.erase(*position, 1);
  SmallVector<OpFoldResult> keptSizes(sizes);
  keptSizes.erase(keptSizes.begin() + *position);
  Value largest = b.reduce(
      kept, keptSizes, lowestValue(b, compute, false), {{*wide, all}},
      [](ImplicitLocOpBuilder &nested, ValueRange v) { return arith::MaximumFOp::create(nested, v[0], v[1]); });
  auto distance = [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
    return arith::SubFOp::create(nested, v[0], v[1]);
  };
  Value sum = b.reduce(kept, keptSizes, b.getFloatAttr(compute, 0.0), {{*wide, all}, {largest, kept}},
                       [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                         return arith::AddFOp::create(nested, v[2],
                                                      math::ExpOp::create(nested, distance(nested, v.take_front(2))));
                       });
  return b.results(b.map(all, sizes, compute, {{*wide, all}, {largest, kept}, {sum, kept}},
                         [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                           return arith::SubFOp::create(nested, distance(nested, v.take_front(2)),
                                                        math::LogOp::create(nested, v[2]));
                         }));
}

/// _softmax, _log_softmax(self, dim, half_to_float)
template <bool isLog>
LogicalResult convertSoftmaxKernel(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  if (failed(b.operands().tensor("self", x).intConstant("dim", dim).ignored("half_to_float").done()))
    return failure();
  return convertSoftmaxOf(b, x, dim, isLog);
}

/// softmax.int, log_softmax.int(self, dim, dtype)
template <bool isLog>
LogicalResult convertSoftmax(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  std::optional<int64_t> dtype;
  RankedTensorType type = b.resultType();
  if (!type ||
      failed(b.operands().tensor("self", x).intConstant("dim", dim).optionalIntConstant("dtype", dtype).done()))
    return failure();
  if (dtype && getTypeOfDtypeCode(b.getContext(), *dtype) != type.getElementType())
    return b.error() << "dtype " << *dtype << " is not that of the declared result " << type;
  return convertSoftmaxOf(b, x, dim, isLog);
}

//===----------------------------------------------------------------------===//
// cumsum
//===----------------------------------------------------------------------===//

/// cumsum(self, dim, dtype): log2(size) passes, in each of which every element adds the one 1, 2, 4, ... places before
/// it. The input is converted first; f16 and bf16 are summed in f32.
LogicalResult convertCumsum(OpImporter &b) {
  TensorOperand x;
  int64_t dim = 0;
  std::optional<int64_t> dtype;
  RankedTensorType type = b.resultType();
  if (!type ||
      failed(b.operands().tensor("self", x).intConstant("dim", dim).optionalIntConstant("dtype", dtype).done()))
    return failure();
  Type element = type.getElementType(), compute = arithmeticType(element);
  if (dtype && getTypeOfDtypeCode(b.getContext(), *dtype) != element)
    return b.error() << "dtype " << *dtype << " is not that of the declared result " << type;
  if (element.isInteger(1))
    return b.error() << "has no result of type " << type;
  FailureOr<int64_t> position = dimension(b, "dim", dim, x.getType());
  if (failed(position))
    return failure();
  int64_t rank = x.getType().getRank();
  SmallVector<OpFoldResult> sizes = b.sizesOf(x.value);
  FailureOr<Value> converted = broadcast(b, x, sizes, compute);
  if (failed(converted))
    return failure();
  if (rank == 0)
    return b.results(*converted);
  StringRef all = StringRef(dimLetters).take_front(rank);
  Value zero = b.index(0), one = b.index(1);
  auto loop = scf::ForOp::create(
      b, zero, numberOfPasses(b, sizes[*position]), one, *converted,
      [&](OpBuilder &builder, Location loc, Value pass, ValueRange state) {
        EinsumBuilder inner(builder, loc, 0);
        Value distance = arith::ShLIOp::create(inner, one, pass), before = state[0];
        Value sums =
            inner.map(all, sizes, compute, {{before, all}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
              SmallVector<Value> indices;
              for (int64_t i = 0; i < rank; ++i)
                indices.push_back(linalg::IndexOp::create(nested, i));
              Value place = indices[*position];
              Value exists = arith::CmpIOp::create(nested, arith::CmpIPredicate::sge, place, distance);
              Value earlier = arith::SubIOp::create(nested, place, distance);
              indices[*position] = arith::MaxSIOp::create(nested, earlier, zero);
              Value other = tensor::ExtractOp::create(nested, before, indices);
              Value sum = isa<FloatType>(compute) ? arith::AddFOp::create(nested, other, v[0]).getResult()
                                                  : arith::AddIOp::create(nested, other, v[0]).getResult();
              return arith::SelectOp::create(nested, exists, sum, v[0]);
            });
        scf::YieldOp::create(inner, sums);
      });
  return b.results(loop.getResult(0));
}

//===----------------------------------------------------------------------===//
// histc
//===----------------------------------------------------------------------===//

/// histc(self, bins, min, max): how many elements lie in each of `bins` equal parts of [min, max]; max belongs to the
/// last one. The part is computed as PyTorch does it: (x - min) * bins / (max - min), cut.
LogicalResult convertHistogram(OpImporter &b) {
  TensorOperand x;
  int64_t bins = 0;
  Scalar low, high;
  RankedTensorType type = b.resultType();
  if (!type || failed(b.operands()
                          .tensor("self", x)
                          .intConstant("bins", bins)
                          .scalarConstant("min", low)
                          .scalarConstant("max", high)
                          .done()))
    return failure();
  Type element = type.getElementType(), compute = arithmeticType(element);
  if (!isa<FloatType>(element))
    return b.error() << "needs a float result, got " << type;
  if (bins < 1)
    return b.error() << "bins must be at least 1, got " << bins;
  if (!(low.asDouble() < high.asDouble()))
    return b.error() << "needs min < max, got " << low.asDouble() << " and " << high.asDouble()
                     << " (the range of the data is not supported)";
  if (failed(checkRank(b, x.getType().getRank() + 1)))
    return failure();
  std::string all = StringRef(dimLetters).take_front(x.getType().getRank()).str();
  std::string bin(1, dimLetters[all.size()]);
  Value counts = b.reduce(
      bin, OpFoldResult(b.getIndexAttr(bins)), cast<TypedAttr>(b.getZeroAttr(compute)), {{x.value, all}},
      [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
        Value value = convertScalar(nested, v[0], compute, x.isUnsigned);
        Value lowest = constantOf(nested, compute, low.asDouble()),
              highest = constantOf(nested, compute, high.asDouble());
        Value scaled = arith::MulFOp::create(nested, arith::SubFOp::create(nested, value, lowest),
                                             constantOf(nested, compute, static_cast<double>(bins)));
        Value part = arith::DivFOp::create(nested, scaled, arith::SubFOp::create(nested, highest, lowest));
        Value last = constantOf(nested, compute, static_cast<double>(bins - 1));
        part = math::FloorOp::create(nested, part);
        part = arith::SelectOp::create(nested, isLess(nested, last, part, false), last, part);
        // Loop 0 is the bin.
        Value own = arith::IndexCastOp::create(nested, nested.getI64Type(), linalg::IndexOp::create(nested, 0));
        Value isHere = arith::CmpFOp::create(nested, arith::CmpFPredicate::OEQ, part,
                                             arith::SIToFPOp::create(nested, compute, own));
        Value isInside =
            arith::AndIOp::create(nested, arith::CmpFOp::create(nested, arith::CmpFPredicate::OGE, value, lowest),
                                  arith::CmpFOp::create(nested, arith::CmpFPredicate::OLE, value, highest));
        Value counted = arith::UIToFPOp::create(nested, compute, arith::AndIOp::create(nested, isHere, isInside));
        return arith::AddFOp::create(nested, v[1], counted);
      });
  return b.results(counts);
}

} // namespace

void mlir::dsv4::addAtenScanHandlers(HandlerTable &table) {
  table["torch.aten._log_softmax"] = convertSoftmaxKernel</*isLog=*/true>;
  table["torch.aten._softmax"] = convertSoftmaxKernel</*isLog=*/false>;
  table["torch.aten.cumsum"] = convertCumsum;
  table["torch.aten.histc"] = convertHistogram;
  table["torch.aten.log_softmax.int"] = convertSoftmax</*isLog=*/true>;
  table["torch.aten.softmax.int"] = convertSoftmax</*isLog=*/false>;
}

//===- AtenScatterHandlers.cpp - aten writes at computed places -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// linalg has no store to a computed place, so these are loops, one element at a
// time in the order of the source: where places repeat, the last one wins, as in
// PyTorch on the CPU. A dsv4.kernel around them says that they are one launch.
//
//===----------------------------------------------------------------------===//

#include "AdvancedIndex.h"
#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// Inside of the kernel: the tensors, the place of the source, what was written so far; the tensor with one more
/// element written.
using WriteBody = function_ref<Value(ImplicitLocOpBuilder &, ArrayRef<Value> tensors, ValueRange place, Value into)>;

/// `tensors.front()` after `body` has run for every element of `tensors[1]`.
Value writeElements(OpImporter &b, ArrayRef<Value> tensors, WriteBody body) {
  auto kernel = KernelOp::create(b, TypeRange(tensors.front().getType()), b.getStringAttr("scatter"), tensors);
  OpBuilder::InsertionGuard guard(b);
  Block *block = b.createBlock(&kernel.getBody(), {}, ValueRange(tensors).getTypes(),
                               SmallVector<Location>(tensors.size(), b.getLoc()));
  auto arguments = llvm::to_vector_of<Value>(block->getArguments());
  Value zero = b.index(0), one = b.index(1);
  int64_t rank = cast<RankedTensorType>(tensors[1].getType()).getRank();
  SmallVector<Value> lower(rank, zero), upper, steps(rank, one);
  for (int64_t i = 0; i < rank; ++i)
    upper.push_back(b.createOrFold<tensor::DimOp>(arguments[1], i));
  scf::LoopNest loops =
      scf::buildLoopNest(b, b.getLoc(), lower, upper, steps, arguments.front(),
                         [&](OpBuilder &builder, Location loc, ValueRange place, ValueRange state) -> scf::ValueVector {
                           ImplicitLocOpBuilder nested(loc, builder);
                           return {body(nested, arguments, place, state.front())};
                         });
  YieldOp::create(b, ValueRange(loops.results.front()));
  return kernel.getResult(0);
}

/// The element at `place`, or its sum with what is there.
Value written(ImplicitLocOpBuilder &b, Value element, Value into, ArrayRef<Value> place, bool accumulates) {
  if (accumulates) {
    Value old = tensor::ExtractOp::create(b, into, place);
    Type type = old.getType(), compute = arithmeticType(type);
    Value x = convertScalar(b, old, compute, false), y = convertScalar(b, element, compute, false);
    Value sum =
        isa<FloatType>(type) ? arith::AddFOp::create(b, x, y).getResult() : arith::AddIOp::create(b, x, y).getResult();
    element = convertScalar(b, sum, type, false);
  }
  return tensor::InsertOp::create(b, element, into, place);
}

//===----------------------------------------------------------------------===//
// scatter
//===----------------------------------------------------------------------===//

/// self[..., index[...], ...] = source[...] for every element of index.
LogicalResult convertScatterOf(OpImporter &b, TensorOperand self, int64_t dim, TensorOperand index, Value source,
                               bool accumulates) {
  FailureOr<int64_t> position = dimension(b, "dim", dim, self.getType());
  if (failed(position) || failed(checkIndexType(b, "index", index)))
    return failure();
  int64_t rank = self.getType().getRank();
  auto sourceType = cast<RankedTensorType>(source.getType());
  bool hasSource = sourceType.getRank() > 0;
  if (rank == 0 || index.getType().getRank() != rank || (hasSource && sourceType.getRank() != rank))
    return b.error() << "needs operands of one rank, got " << self.getType() << ", " << index.getType() << " and "
                     << sourceType;
  if (sourceType.getElementType() != self.getElementType())
    return b.error() << "needs self and src of one dtype, got " << self.getType() << " and " << sourceType;
  if (accumulates && self.getElementType().isInteger(1))
    return b.error() << "cannot add bools";
  for (int64_t i = 0; i < rank; ++i) {
    OpFoldResult own = b.sizeOf(index.value, i);
    auto checkFits = [&](Value other, StringRef name) -> LogicalResult {
      OpFoldResult limit = b.sizeOf(other, i);
      if (equalSizes(own, limit))
        return success();
      Value fits = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ule, asValue(b, own), asValue(b, limit));
      return b.check(fits, "dimension " + Twine(i) + " of index is larger than that of " + name);
    };
    if ((i != *position && failed(checkFits(self.value, "self"))) || (hasSource && failed(checkFits(source, "src"))))
      return failure();
  }
  Value places = checkedIndices(b, index, b.sizeOf(self.value, *position), /*allowNegative=*/false, "index");
  return b.results(
      writeElements(b, {self.value, places, source},
                    [&](ImplicitLocOpBuilder &nested, ArrayRef<Value> tensors, ValueRange place, Value into) -> Value {
                      SmallVector<Value> target(place);
                      target[*position] = tensor::ExtractOp::create(nested, tensors[1], place);
                      Value element = tensor::ExtractOp::create(nested, tensors[2], hasSource ? place : ValueRange());
                      return written(nested, element, into, target, accumulates);
                    }));
}

/// scatter.src, scatter_add(self, dim, index, src)
template <bool accumulates>
LogicalResult convertScatter(OpImporter &b) {
  TensorOperand self, index, source;
  int64_t dim = 0;
  if (failed(b.operands()
                 .tensor("self", self)
                 .intConstant("dim", dim)
                 .tensor("index", index)
                 .tensor("src", source)
                 .done()))
    return failure();
  return convertScatterOf(b, self, dim, index, source.value, accumulates);
}

/// scatter.value(self, dim, index, value)
LogicalResult convertScatterValue(OpImporter &b) {
  TensorOperand self, index;
  int64_t dim = 0;
  Number value;
  if (failed(b.operands()
                 .tensor("self", self)
                 .intConstant("dim", dim)
                 .tensor("index", index)
                 .number("value", value)
                 .done()))
    return failure();
  Value element = convertNumber(b, value, self.getElementType());
  Value source = tensor::FromElementsOp::create(b, RankedTensorType::get({}, self.getElementType()), element);
  return convertScatterOf(b, self, dim, index, source, /*accumulates=*/false);
}

//===----------------------------------------------------------------------===//
// index_put, index_add
//===----------------------------------------------------------------------===//

/// index_put(self, indices, values, accumulate), index_put.hacked_twin
LogicalResult convertIndexPut(OpImporter &b) {
  TensorOperand self, values;
  SmallVector<TensorOperand> list;
  bool accumulates = false;
  if (failed(b.operands()
                 .tensor("self", self)
                 .tensorList("indices", list)
                 .tensor("values", values)
                 .boolConstant("accumulate", accumulates)
                 .done()))
    return failure();
  if (accumulates && self.getElementType().isInteger(1))
    return b.error() << "cannot add bools";
  FailureOr<AdvancedIndex> index = resolveIndex(b, self, list);
  if (failed(index))
    return failure();
  FailureOr<Value> source = broadcast(b, values, index->sizes, self.getElementType());
  if (failed(source))
    return failure();
  Value typed = b.castShape(*source, tensorType(index->sizes, self.getElementType()));
  SmallVector<Value> tensors = {self.value, typed};
  tensors.append(index->indices);
  return b.results(writeElements(
      b, tensors, [&](ImplicitLocOpBuilder &nested, ArrayRef<Value> inner, ValueRange place, Value into) -> Value {
        SmallVector<Value> target;
        unsigned next = 0;
        for (int64_t loop : index->placeOf) {
          if (loop >= 0) {
            target.push_back(place[loop]);
            continue;
          }
          SmallVector<Value> where;
          for (char letter : index->letters[next])
            where.push_back(letter == '1' ? Value(arith::ConstantIndexOp::create(nested, 0))
                                          : place[StringRef(dimLetters).find(letter)]);
          target.push_back(tensor::ExtractOp::create(nested, inner[2 + next++], where));
        }
        Value element = tensor::ExtractOp::create(nested, inner[1], place);
        return written(nested, element, into, target, accumulates);
      }));
}

/// index_add(self, dim, index, source, alpha): rows of source times alpha.
LogicalResult convertIndexAdd(OpImporter &b) {
  TensorOperand self, index, source;
  int64_t dim = 0;
  Number alpha;
  if (failed(b.operands()
                 .tensor("self", self)
                 .intConstant("dim", dim)
                 .tensor("index", index)
                 .tensor("source", source)
                 .number("alpha", alpha)
                 .done()))
    return failure();
  FailureOr<int64_t> position = dimension(b, "dim", dim, self.getType());
  if (failed(position) || failed(checkIndexType(b, "index", index)))
    return failure();
  int64_t rank = self.getType().getRank();
  if (index.getType().getRank() != 1 || rank == 0 || source.getType().getRank() != rank ||
      source.getElementType() != self.getElementType() || self.getElementType().isInteger(1))
    return b.error() << "needs a vector of indices, and self and source of one rank and dtype, got " << index.getType()
                     << ", " << self.getType() << " and " << source.getType();
  for (int64_t i = 0; i < rank; ++i) {
    OpFoldResult wanted = i == *position ? b.sizeOf(index.value, 0) : b.sizeOf(self.value, i);
    if (failed(b.checkEqual(b.sizeOf(source.value, i), wanted, "dimension " + Twine(i) + " of source does not fit")))
      return failure();
  }
  Value places = checkedIndices(b, index, b.sizeOf(self.value, *position), /*allowNegative=*/false, "index");
  return b.results(writeElements(
      b, {self.value, source.value, places},
      [&](ImplicitLocOpBuilder &nested, ArrayRef<Value> tensors, ValueRange place, Value into) -> Value {
        SmallVector<Value> target(place);
        target[*position] = tensor::ExtractOp::create(nested, tensors[2], place[*position]);
        Value element = tensor::ExtractOp::create(nested, tensors[1], place);
        Type type = element.getType(), compute = arithmeticType(type);
        if (alpha.constant && alpha.constant->asDouble() != 1.0) {
          Value factor = convertNumber(nested, alpha, compute), value = convertScalar(nested, element, compute, false);
          value = isa<FloatType>(compute) ? arith::MulFOp::create(nested, value, factor).getResult()
                                          : arith::MulIOp::create(nested, value, factor).getResult();
          element = convertScalar(nested, value, type, false);
        }
        return written(nested, element, into, target, /*accumulates=*/true);
      }));
}

} // namespace

void mlir::dsv4::addAtenScatterHandlers(HandlerTable &table) {
  table["torch.aten.index_add"] = convertIndexAdd;
  table["torch.aten.index_put"] = convertIndexPut;
  table["torch.aten.index_put.hacked_twin"] = convertIndexPut;
  table["torch.aten.scatter.src"] = convertScatter</*accumulates=*/false>;
  table["torch.aten.scatter.value"] = convertScatterValue;
  table["torch.aten.scatter_add"] = convertScatter</*accumulates=*/true>;
}

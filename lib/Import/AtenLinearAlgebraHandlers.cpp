//===- AtenLinearAlgebraHandlers.cpp - aten matrix products ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Products are linalg.contract: f16, bf16 and f32 accumulate in f32 and are
// rounded once, f64 and integers accumulate in their own type.
//
//===----------------------------------------------------------------------===//

#include "Contraction.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// The product in the result's dtype.
LogicalResult convertContraction(OpImporter &b, Factor lhs, Factor rhs, StringRef out) {
  FailureOr<Value> product = contract(b, lhs, rhs, out);
  if (failed(product))
    return failure();
  return b.results(*product);
}

bool hasRank(TensorOperand tensor, int64_t rank) { return tensor.getType().getRank() == rank; }

//===----------------------------------------------------------------------===//
// Matrices
//===----------------------------------------------------------------------===//

/// mm(self, mat2)
LogicalResult convertMm(OpImporter &b) {
  TensorOperand lhs, rhs;
  if (failed(b.operands().tensor("self", lhs).tensor("mat2", rhs).done()))
    return failure();
  if (!hasRank(lhs, 2) || !hasRank(rhs, 2))
    return b.error() << "needs two matrices, got " << lhs.getType() << " and " << rhs.getType();
  return convertContraction(b, {lhs.value, "mk"}, {rhs.value, "kn"}, "mn");
}

/// bmm(self, mat2)
LogicalResult convertBmm(OpImporter &b) {
  TensorOperand lhs, rhs;
  if (failed(b.operands().tensor("self", lhs).tensor("mat2", rhs).done()))
    return failure();
  if (!hasRank(lhs, 3) || !hasRank(rhs, 3))
    return b.error() << "needs two batches of matrices, got " << lhs.getType() << " and " << rhs.getType();
  return convertContraction(b, {lhs.value, "bmk"}, {rhs.value, "bkn"}, "bmn");
}

/// The letters of `type` for a product with the letters `out` of the leading dimensions, aligned at the last: `1` where
/// a size of 1 is repeated.
std::string leadingLetters(RankedTensorType type, int64_t leading, StringRef out, ArrayRef<bool> repeats) {
  std::string letters;
  for (int64_t i = 0, missing = out.size() - leading; i < leading; ++i)
    letters.push_back(type.getDimSize(i) == 1 && repeats[missing + i] ? '1' : out[missing + i]);
  return letters;
}

/// matmul(self, other): vectors, matrices, and batches of them, whose leading dimensions are broadcast.
LogicalResult convertMatmul(OpImporter &b) {
  TensorOperand lhs, rhs;
  if (failed(b.operands().tensor("self", lhs).tensor("other", rhs).done()))
    return failure();
  RankedTensorType left = lhs.getType(), right = rhs.getType();
  int64_t leftRank = left.getRank(), rightRank = right.getRank();
  if (leftRank == 0 || rightRank == 0)
    return b.error() << "needs tensors with dimensions, got " << left << " and " << right;
  int64_t leftLeading = std::max<int64_t>(leftRank - 2, 0), rightLeading = std::max<int64_t>(rightRank - 2, 0);
  int64_t leading = std::max(leftLeading, rightLeading);
  // m, k and n are the letters of the matrices.
  if (failed(checkRank(b, leading + 13)))
    return failure();
  std::string out = StringRef(dimLetters).take_front(leading).str();
  auto sizeAt = [&](RankedTensorType type, int64_t typeLeading, int64_t i) -> int64_t {
    int64_t missing = leading - typeLeading;
    return i < missing ? 1 : type.getDimSize(i - missing);
  };
  SmallVector<bool> repeats;
  for (int64_t i = 0; i < leading; ++i)
    repeats.push_back(sizeAt(left, leftLeading, i) != 1 || sizeAt(right, rightLeading, i) != 1);
  std::string leftDims = leadingLetters(left, leftLeading, out, repeats) + (leftRank == 1 ? "y" : "xy");
  std::string rightDims = leadingLetters(right, rightLeading, out, repeats) + (rightRank == 1 ? "y" : "yz");
  // A dimension that is 1 on both sides has to come from one of them.
  out += (leftRank == 1 ? "" : "x");
  out += (rightRank == 1 ? "" : "z");
  return convertContraction(b, {lhs.value, leftDims}, {rhs.value, rightDims}, out);
}

/// mv(self, vec), dot(self, tensor)
template <int rank>
LogicalResult convertVectorProduct(OpImporter &b) {
  TensorOperand lhs, rhs;
  if (failed(b.operands().tensor("self", lhs).tensor(rank == 2 ? "vec" : "tensor", rhs).done()))
    return failure();
  if (!hasRank(lhs, rank) || !hasRank(rhs, 1))
    return b.error() << "needs operands of rank " << rank << " and 1, got " << lhs.getType() << " and "
                     << rhs.getType();
  return convertContraction(b, {lhs.value, rank == 2 ? "mk" : "k"}, {rhs.value, "k"}, rank == 2 ? "m" : "");
}

//===----------------------------------------------------------------------===//
// Products and sums
//===----------------------------------------------------------------------===//

/// beta * input + alpha * product: the product is not rounded in between.
LogicalResult addProduct(OpImporter &b, TensorOperand input, const Number &beta, Value product, const Number &alpha) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  Type element = type.getElementType(), compute = getElementTypeOrSelf(product);
  auto scaled = [&](ImplicitLocOpBuilder &nested, Value value, const Number &factor) -> Value {
    if (!factor.value || (factor.constant && factor.constant->asDouble() == 1.0))
      return value;
    Value number = convertNumber(nested, factor, compute);
    if (isa<FloatType>(compute))
      return arith::MulFOp::create(nested, value, number);
    return arith::MulIOp::create(nested, value, number);
  };
  FailureOr<Value> sum =
      elementwise(b, {TensorOperand{product}, input}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
        Value x = scaled(nested, v[0], alpha);
        Value y = scaled(nested, convertScalar(nested, v[1], compute, input.isUnsigned), beta);
        Value total = isa<FloatType>(compute) ? arith::AddFOp::create(nested, x, y).getResult()
                                              : arith::AddIOp::create(nested, x, y).getResult();
        return convertScalar(nested, total, element, false);
      });
  if (failed(sum))
    return failure();
  return b.results(*sum);
}

/// addmm(self, mat1, mat2, beta, alpha), baddbmm(self, batch1, batch2, beta, alpha)
template <bool isBatch>
LogicalResult convertAddProduct(OpImporter &b) {
  TensorOperand self, lhs, rhs;
  Number beta, alpha;
  if (failed(b.operands()
                 .tensor("self", self)
                 .tensor(isBatch ? "batch1" : "mat1", lhs)
                 .tensor(isBatch ? "batch2" : "mat2", rhs)
                 .number("beta", beta)
                 .number("alpha", alpha)
                 .done()))
    return failure();
  if (!hasRank(lhs, isBatch ? 3 : 2) || !hasRank(rhs, isBatch ? 3 : 2))
    return b.error() << "needs two " << (isBatch ? "batches of " : "") << "matrices, got " << lhs.getType() << " and "
                     << rhs.getType();
  FailureOr<Value> product =
      contract(b, {lhs.value, isBatch ? "bmk" : "mk"}, {rhs.value, isBatch ? "bkn" : "kn"}, isBatch ? "bmn" : "mn");
  if (failed(product))
    return failure();
  return addProduct(b, self, beta, *product, alpha);
}

/// linear(input, weight, bias?): input times the transposed weight.
LogicalResult convertLinear(OpImporter &b) {
  TensorOperand input, weight, bias;
  if (failed(b.operands().tensor("input", input).tensor("weight", weight).optionalTensor("bias", bias).done()))
    return failure();
  int64_t leading = input.getType().getRank() - 1;
  if (leading < 0 || !hasRank(weight, 2) || failed(checkRank(b, leading + 13)))
    return b.error() << "needs an input with dimensions and a matrix, got " << input.getType() << " and "
                     << weight.getType();
  std::string rows = StringRef(dimLetters).take_front(leading).str();
  FailureOr<Value> product = contract(b, {input.value, rows + "y"}, {weight.value, "zy"}, rows + "z");
  if (failed(product))
    return failure();
  return bias ? addProduct(b, bias, Number(), *product, Number()) : b.results(*product);
}

//===----------------------------------------------------------------------===//
// Grouped products
//===----------------------------------------------------------------------===//

/// transformers.grouped_mm_fallback(input, weight, offs): rows [offs[g - 1], offs[g]) of input times weight[g]; rows
/// behind the last offset give 0. Every row reads the matrix of its own group, so that no shape depends on the data.
LogicalResult convertGroupedMm(OpImporter &b) {
  TensorOperand input, weight, ends;
  if (failed(b.operands().tensor("input", input).tensor("weight", weight).tensor("offs", ends).done()))
    return failure();
  Type element = input.getElementType();
  if (!hasRank(input, 2) || !hasRank(weight, 3) || !hasRank(ends, 1) || !isa<FloatType>(element) || !sumType(element) ||
      element != weight.getElementType() || !isa<IntegerType>(ends.getElementType()))
    return b.error() << "needs [T, K], [G, K, N] of one float dtype and [G] integers, got " << input.getType() << ", "
                     << weight.getType() << " and " << ends.getType();
  OpFoldResult rows = b.sizeOf(input.value, 0), inner = b.sizeOf(input.value, 1), groups = b.sizeOf(weight.value, 0),
               columns = b.sizeOf(weight.value, 2);
  if (failed(b.checkEqual(inner, b.sizeOf(weight.value, 1), "dimension 1 of input and of weight differ")) ||
      failed(b.checkEqual(groups, b.sizeOf(ends.value, 0), "offs has not one element per matrix of weight")) ||
      failed(b.check(b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::ne, asValue(b, groups), b.index(0)),
                     "weight has no matrix")))
    return failure();

  // The group of a row: how many groups end before it.
  Type i64 = b.getI64Type(), accumulator = sumType(element);
  Value groupOf = b.reduce("t", rows, b.getI64IntegerAttr(0), {{ends.value, "g"}},
                           [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                             Value row = arith::IndexCastOp::create(nested, i64, linalg::IndexOp::create(nested, 0));
                             Value end = convertScalar(nested, v[0], i64, ends.isUnsigned);
                             Value isBehind = arith::CmpIOp::create(nested, arith::CmpIPredicate::sle, end, row);
                             return arith::AddIOp::create(nested, v[1], arith::ExtUIOp::create(nested, i64, isBehind));
                           });
  Value count = asValue(b, groups);
  Value product =
      b.reduce("tn", {rows, columns}, cast<TypedAttr>(b.getZeroAttr(accumulator)),
               {{input.value, "tk"}, {groupOf, "t"}}, [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                 Value group = arith::IndexCastOp::create(nested, nested.getIndexType(), v[1]);
                 Value exists = arith::CmpIOp::create(nested, arith::CmpIPredicate::slt, group, count);
                 Value last = arith::SubIOp::create(nested, count, arith::ConstantIndexOp::create(nested, 1));
                 Value place[] = {arith::MinSIOp::create(nested, group, last), linalg::IndexOp::create(nested, 2),
                                  linalg::IndexOp::create(nested, 1)};
                 Value factor = tensor::ExtractOp::create(nested, weight.value, place);
                 Value term = arith::MulFOp::create(nested, convertScalar(nested, v[0], accumulator, false),
                                                    convertScalar(nested, factor, accumulator, false));
                 Value kept = arith::SelectOp::create(nested, exists, term, constantOf(nested, accumulator, 0));
                 return arith::AddFOp::create(nested, v[2], kept);
               });
  return b.results(product);
}

} // namespace

void mlir::dsv4::addAtenLinearAlgebraHandlers(HandlerTable &table) {
  table["torch.aten.addmm"] = convertAddProduct</*isBatch=*/false>;
  table["torch.aten.baddbmm"] = convertAddProduct</*isBatch=*/true>;
  table["torch.aten.bmm"] = convertBmm;
  table["torch.aten.dot"] = convertVectorProduct<1>;
  table["torch.aten.linear"] = convertLinear;
  table["torch.aten.matmul"] = convertMatmul;
  table["torch.aten.mm"] = convertMm;
  table["torch.aten.mv"] = convertVectorProduct<2>;
  table["torch.transformers.grouped_mm_fallback"] = convertGroupedMm;
}

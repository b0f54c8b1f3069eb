//===- Contraction.cpp - Products of two tensors --------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Contraction.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace mlir::dsv4;

Type mlir::dsv4::sumType(Type element) {
  if (element.isF16() || element.isBF16())
    return Float32Type::get(element.getContext());
  return element.isF32() || element.isF64() || (isa<IntegerType>(element) && !element.isInteger(1)) ? element : Type();
}

/// No kernel transposes a matrix for a product: the contraction reads what is transposed. F.linear arrives as `permute`
/// and `mm`.
static Factor withoutTranspose(Factor factor) {
  auto transpose = factor.tensor.getDefiningOp<linalg::TransposeOp>();
  if (!transpose)
    return factor;
  std::string dims(factor.dims.size(), ' ');
  for (auto [to, from] : llvm::enumerate(transpose.getPermutation()))
    dims[from] = factor.dims[to];
  return {transpose.getInput(), dims};
}

/// linalg.contract has no dimension that repeats.
static Factor withoutUnitDims(OpImporter &b, Factor factor) {
  SmallVector<bool> keeps;
  for (char letter : factor.dims)
    keeps.push_back(letter != '1');
  Value tensor = removeUnitDims(b, factor.tensor, keeps);
  llvm::erase(factor.dims, '1');
  return {tensor, factor.dims};
}

FailureOr<Value> mlir::dsv4::contract(OpImporter &b, Factor lhs, Factor rhs, StringRef out) {
  Type element = getElementTypeOrSelf(lhs.tensor), accumulator = sumType(element);
  if (!accumulator)
    return b.error() << "needs tensors of f16, bf16, f32, f64 or integers, got " << lhs.tensor.getType();
  if (element != getElementTypeOrSelf(rhs.tensor))
    return b.error() << "needs tensors of one dtype, got " << lhs.tensor.getType() << " and " << rhs.tensor.getType();
  llvm::SmallDenseMap<char, OpFoldResult> sizes;
  bool sums = false;
  for (const Factor *factor : {&lhs, &rhs})
    for (auto [dim, letter] : llvm::enumerate(factor->dims)) {
      if (letter == '1')
        continue;
      sums |= !out.contains(letter);
      OpFoldResult here = b.sizeOf(factor->tensor, dim), &known = sizes[letter];
      std::optional<int64_t> left = known ? getConstantIntValue(known) : std::nullopt,
                             right = getConstantIntValue(here);
      if (left && right && *left != *right)
        return b.error() << "cannot multiply " << lhs.tensor.getType() << " and " << rhs.tensor.getType();
      if (known && failed(b.checkEqual(known, here, "the sizes of the factors do not fit")))
        return failure();
      if (!known || right)
        known = here;
    }
  SmallVector<OpFoldResult> outSizes;
  for (char letter : out)
    outSizes.push_back(sizes.lookup(letter));
  if (!sums) // linalg.contract wants something to sum.
    return b.map(out, outSizes, accumulator, {{lhs.tensor, lhs.dims}, {rhs.tensor, rhs.dims}},
                 [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                   Value x = convertScalar(nested, v[0], accumulator, false);
                   Value y = convertScalar(nested, v[1], accumulator, false);
                   if (isa<FloatType>(accumulator))
                     return arith::MulFOp::create(nested, x, y);
                   return arith::MulIOp::create(nested, x, y);
                 });
  Factor left = withoutUnitDims(b, withoutTranspose(lhs)), right = withoutUnitDims(b, withoutTranspose(rhs));
  Value zero = b.filled(outSizes, cast<TypedAttr>(b.getZeroAttr(accumulator)));
  return b.contract({left.tensor, left.dims}, {right.tensor, right.dims}, Term{zero, out});
}

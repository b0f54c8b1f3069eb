//===- AtenSupport.h - What aten handlers share -----------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IMPORT_ATENSUPPORT_H
#define DSV4_LIB_IMPORT_ATENSUPPORT_H

#include "dsv4/Import/OpImporter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

namespace mlir::dsv4 {

//===----------------------------------------------------------------------===//
// Scalars
//===----------------------------------------------------------------------===//

/// The type to compute in when the result is `type`: f32 for f16 and bf16, as PyTorch.
Type arithmeticType(Type type);

/// `value` in type `to` as `Tensor.to` converts: to nearest even between float
/// types, toward zero from float to integer, "not zero" to bool.
Value convertScalar(ImplicitLocOpBuilder &b, Value value, Type to, bool isUnsigned, bool toUnsigned = false);

/// A `Scalar` operand in `type`: the constant, rounded once from double, or a conversion.
Value convertNumber(ImplicitLocOpBuilder &b, const Number &number, Type type);

/// A constant of an integer, index or float type.
Value constantOf(ImplicitLocOpBuilder &b, Type type, double value);

/// The lowest and highest value of a type: infinities for floats.
TypedAttr lowestValue(OpBuilder &b, Type type, bool isUnsigned);
TypedAttr highestValue(OpBuilder &b, Type type, bool isUnsigned);

/// `x != x`: false for integers.
Value isNan(ImplicitLocOpBuilder &b, Value x);

/// `x < y` as PyTorch compares: false if one is NaN.
Value isLess(ImplicitLocOpBuilder &b, Value x, Value y, bool isUnsigned);

//===----------------------------------------------------------------------===//
// Dimensions
//===----------------------------------------------------------------------===//

/// One letter per dimension; torch tensors of higher rank do not occur.
constexpr StringLiteral dimLetters = "abcdefghijklmnopqrstuvwxyz";

LogicalResult checkRank(OpImporter &b, int64_t rank);

/// f4E2M1FN tensors have two values per element, so no elementwise op may touch one.
LogicalResult checkNotPacked(OpImporter &b, ArrayRef<Type> elementTypes);

/// `dim`, which may count from the end, as a number in [0, rank); a scalar has the dimension 0. An error if outside.
FailureOr<int64_t> dimension(OpImporter &b, StringRef name, int64_t dim, RankedTensorType type);

/// Sizes and offsets: numbers where they are known, index values elsewhere.
Value asValue(OpImporter &b, OpFoldResult size);
/// An i64 as an index.
OpFoldResult asIndex(OpImporter &b, Value number);
OpFoldResult addSizes(OpImporter &b, OpFoldResult x, OpFoldResult y);
OpFoldResult subtractSizes(OpImporter &b, OpFoldResult x, OpFoldResult y);
OpFoldResult multiplySizes(OpImporter &b, OpFoldResult x, OpFoldResult y);
OpFoldResult productOfSizes(OpImporter &b, ArrayRef<OpFoldResult> sizes);
OpFoldResult smallerSize(OpImporter &b, OpFoldResult x, OpFoldResult y);
OpFoldResult largerSize(OpImporter &b, OpFoldResult x, OpFoldResult y);
/// ceil(x / y) for y > 0.
OpFoldResult ceilDivSizes(OpImporter &b, OpFoldResult x, int64_t y);

/// ceil(log2(size)), as the upper bound of a loop over passes that double what they have done.
Value numberOfPasses(OpImporter &b, OpFoldResult size);

/// The type of a tensor with these sizes.
RankedTensorType tensorType(ArrayRef<OpFoldResult> sizes, Type elementType);

/// Inserts or removes dimensions of size 1: `keeps[i]` says whether dimension i of the larger shape stays, the others
/// have size 1.
Value insertUnitDims(OpImporter &b, Value tensor, ArrayRef<bool> keeps);
Value removeUnitDims(OpImporter &b, Value tensor, ArrayRef<bool> keeps);

/// `tensor` with another shape of as many elements, which is checked when the program runs where it cannot be seen
/// (Reshape.cpp).
FailureOr<Value> reshape(OpImporter &b, Value tensor, ArrayRef<OpFoldResult> sizes, RankedTensorType type);

/// `tensor` broadcast to `sizes`, aligned at the last dimension, in the dtype of the result (Reshape.cpp).
FailureOr<Value> broadcast(OpImporter &b, TensorOperand tensor, ArrayRef<OpFoldResult> sizes, Type elementType);

/// The part of `tensor` from `begin` with `size` elements, every `step`-th, of dimension `dim`.
Value sliceDim(OpImporter &b, Value tensor, int64_t dim, OpFoldResult begin, OpFoldResult size, int64_t step = 1);

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

/// Builds the scalar of one element from operands in their own types.
using Body = function_ref<Value(ImplicitLocOpBuilder &, ValueRange)>;

/// An elementwise op with torch's broadcasting: shapes are aligned at the last
/// dimension, missing dimensions and those of size 1 repeat. A dynamic dimension
/// does not repeat: torch.export leaves none open that may be 1; whether sizes
/// agree is checked when the program runs. The element type is the result's.
FailureOr<Value> elementwise(OpImporter &b, ArrayRef<TensorOperand> inputs, Body body);
/// The same with a type of its own for the element.
FailureOr<Value> elementwise(OpImporter &b, ArrayRef<TensorOperand> inputs, Type elementType, Body body);

/// Which dimensions a list names; none or an empty list is all of them.
FailureOr<SmallVector<bool>> reducedDims(OpImporter &b, const std::optional<SmallVector<int64_t>> &dims,
                                         RankedTensorType type);

/// Folds the dimensions `reduced` of `x`, which become size 1 (`keepDim`) or vanish. The body gets the element and the
/// accumulator.
FailureOr<Value> reduceDims(OpImporter &b, TensorOperand x, ArrayRef<bool> reduced, bool keepDim, TypedAttr init,
                            Body body);

/// Stops the program when an element of `indices` is outside [lowest, size), and returns the indices as an index tensor
/// within [0, size): negative ones count from the end. `what` names them.
Value checkedIndices(OpImporter &b, TensorOperand indices, OpFoldResult size, bool allowNegative, StringRef what);

} // namespace mlir::dsv4

#endif // DSV4_LIB_IMPORT_ATENSUPPORT_H

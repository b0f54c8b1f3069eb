//===- EinsumBuilder.h - Builds linalg from index notation ------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_EINSUMBUILDER_H
#define DSV4_IR_EINSUMBUILDER_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Value.h"

namespace mlir::dsv4 {

/// A tensor and the names of its dimensions, one letter each. A leading `...`
/// stands for the leading dimensions (batch, tokens), `1` for a dimension of
/// size 1: `{x, "...jd"}`, `{bias, "e"}`.
struct Term {
  Value tensor;
  StringRef dims;
};

/// Builds linalg ops on tensors with static and dynamic dimensions, written in
/// index notation, so that a decomposition reads like the formula it stands for:
///
///   // y[..., k, d] = post[..., k] * x[..., d] + sum_j comb[..., j, k] * r[..., j, d]
///   Value y = b.map("...kd", f32, {{post, "...k"}, {x, "...d"}}, multiply);
///   y = b.contract({comb, "...jk"}, {r, "...jd"}, {y, "...kd"});
///
/// Forms that compile to fast code are chosen here once: casts are generics of
/// their own, every generic has one result, contractions are `linalg.contract`
/// and take bf16 operands with an f32 accumulator.
class EinsumBuilder : public ImplicitLocOpBuilder {
public:
  /// Builds the scalar of a body: values of the inputs (and the accumulator
  /// last, in a reduction) to the result.
  using Body = function_ref<Value(ImplicitLocOpBuilder &, ValueRange)>;

  /// `leadingRank` is the number of dimensions that `...` stands for.
  EinsumBuilder(OpBuilder &builder, Location loc, int64_t leadingRank)
      : ImplicitLocOpBuilder(loc, builder), leadingRank(leadingRank) {}

  /// `out[dims] = body(inputs)`, elementwise with broadcast of missing letters.
  Value map(StringRef out, Type elementType, ArrayRef<Term> inputs, Body body);

  /// The same with the sizes of `out` given, for dimensions that no input has.
  Value map(StringRef out, ArrayRef<OpFoldResult> sizes, Type elementType, ArrayRef<Term> inputs, Body body);

  /// `tensor[dims] = body(inputs, tensor[dims])`: the elementwise form whose
  /// destination is the old value, so that it bufferizes in place inside loops.
  Value update(Term tensor, ArrayRef<Term> inputs, Body body);

  /// `out[dims] = body` folded over all letters that `out` lacks, from `init`.
  Value reduce(StringRef out, TypedAttr init, ArrayRef<Term> inputs, Body body);

  /// The same with the sizes of `out` given, for dimensions that no input has.
  Value reduce(StringRef out, ArrayRef<OpFoldResult> sizes, TypedAttr init, ArrayRef<Term> inputs, Body body);

  /// `init + sum over the letters that init lacks of lhs * rhs`, accumulated in
  /// the element type of `init`.
  Value contract(Term lhs, Term rhs, Term init);

  /// The same from zero in f32, with the dimensions `out`.
  Value contract(Term lhs, Term rhs, StringRef out);

  /// Elementwise conversion between float types or between integer types (sign
  /// extended); the tensor itself if it has the type already.
  Value cast(Value tensor, Type elementType);

  /// The part of `tensor` of `sizes` at `offsets` / `into` with that part replaced.
  Value slice(Value tensor, ArrayRef<OpFoldResult> offsets, ArrayRef<OpFoldResult> sizes);
  Value insert(Value part, Value into, ArrayRef<OpFoldResult> offsets);

  /// `tensor[..., begin : begin + size]` of the last dimension.
  Value sliceLast(Value tensor, int64_t begin, int64_t size);

  /// `into` with `into[..., begin : ] = part` for as many channels as `part` has.
  Value insertLast(Value part, Value into, int64_t begin);

  /// `into` with `into[..., position] = column[...]`.
  Value insertLast(Value column, Value into, OpFoldResult position);

  /// Row `row` of a matrix: `[R, C] -> [C]`; element `index` of a vector: `[C] -> []`.
  Value at(Value tensor, int64_t index);

  /// Splits the last dimension into `[a, b]`, both static.
  Value splitLast(Value tensor, int64_t a, int64_t b);

  /// Merges the last two dimensions.
  Value mergeLast(Value tensor);

  /// An f32 / i32 / index / i1 constant.
  Value f32(double value);
  Value i32(int64_t value);
  Value index(int64_t value);

  /// Size of dimension `dim` (negative: from the end) of `tensor` as an f32.
  Value sizeAsF32(Value tensor, ArrayRef<int64_t> dims);

  /// A new tensor of `[sizes of ... of like, trailing]`, filled with `value`.
  Value filled(ArrayRef<OpFoldResult> sizes, TypedAttr value);

  /// The sizes of `dims` as the terms give them.
  SmallVector<OpFoldResult> sizes(StringRef dims, ArrayRef<Term> terms);

private:
  AffineMap affineMap(StringRef dims, StringRef loops);
  Value generic(Term init, ArrayRef<Term> inputs, StringRef reduced, bool readsInit, Body body);

  int64_t leadingRank;
};

} // namespace mlir::dsv4

#endif // DSV4_IR_EINSUMBUILDER_H

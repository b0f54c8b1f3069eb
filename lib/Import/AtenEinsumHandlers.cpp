//===- AtenEinsumHandlers.cpp - aten.einsum -------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Contraction.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// An equation with a letter per dimension, ellipses resolved: "ij,jk->ik" as {"ij", "jk"} and "ik".
struct Equation {
  SmallVector<std::string> inputs;
  std::string output;
};

/// Reads `text` for operands of the given ranks. Letters for the dimensions of an ellipsis are those that the equation
/// does not use.
FailureOr<Equation> parse(OpImporter &b, StringRef text, ArrayRef<int64_t> ranks) {
  std::string compact;
  llvm::copy_if(text, std::back_inserter(compact), [](char c) { return c != ' '; });
  auto [left, right] = StringRef(compact).split("->");
  bool hasOutput = StringRef(compact).contains("->");
  SmallVector<StringRef> parts;
  left.split(parts, ',');
  auto invalid = [&](const Twine &why) { return b.error() << "equation '" << text << "' " << why.str(); };
  if (parts.size() != ranks.size())
    return invalid("has " + Twine(parts.size()) + " inputs for " + Twine(ranks.size()) + " operands");

  std::string unused;
  for (char letter = 'a'; letter <= 'z'; ++letter)
    if (!StringRef(compact).contains(letter))
      unused.push_back(letter);
  std::string ellipsis;
  auto expand = [&](StringRef part, size_t width, std::string &out) -> LogicalResult {
    auto [before, after] = part.split("...");
    out = before.str();
    if (part.contains("..."))
      out += ellipsis.substr(ellipsis.size() - std::min(width, ellipsis.size()));
    out += after.str();
    for (auto [i, letter] : llvm::enumerate(out)) {
      if (letter < 'a' || letter > 'z')
        return invalid("has the character '" + Twine(letter) + "': dimensions are called a to z");
      if (StringRef(out).drop_front(i + 1).contains(letter))
        return invalid("repeats '" + Twine(letter) + "' in one operand, which takes a diagonal: not supported");
    }
    return success();
  };
  SmallVector<size_t> widths;
  size_t widest = 0;
  for (auto [part, rank] : llvm::zip_equal(parts, ranks)) {
    int64_t named = part.contains("...") ? int64_t(part.size()) - 3 : int64_t(part.size());
    int64_t width = rank - named;
    if (width < 0 || (width > 0 && !part.contains("...")))
      return invalid("gives " + Twine(named) + " dimensions to an operand of rank " + Twine(rank));
    widths.push_back(width);
    widest = std::max<size_t>(widest, width);
  }
  if (widest > unused.size())
    return invalid("has too many dimensions");
  ellipsis = unused.substr(0, widest);

  Equation equation;
  for (auto [part, width] : llvm::zip_equal(parts, widths))
    if (failed(expand(part, width, equation.inputs.emplace_back())))
      return failure();
  if (hasOutput) {
    if (failed(expand(right, widest, equation.output)))
      return failure();
  } else {
    // The letters that occur once, in the order of the alphabet, behind the ellipsis.
    equation.output = ellipsis;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      int64_t count = 0;
      for (StringRef part : parts)
        count += part.count(letter);
      if (count == 1)
        equation.output.push_back(letter);
    }
  }
  for (char letter : equation.output)
    if (llvm::none_of(equation.inputs, [&](StringRef input) { return input.contains(letter); }))
      return invalid("has '" + Twine(letter) + "' only in the result");
  return equation;
}

/// A letter that stands for size 1 in one operand and a larger size in the other repeats the former.
void repeatUnitDims(MutableArrayRef<TensorOperand> operands, Equation &equation, OpImporter &b) {
  if (operands.size() != 2)
    return;
  for (unsigned self : {0u, 1u}) {
    StringRef other = equation.inputs[1 - self];
    SmallVector<bool> keeps;
    std::string kept;
    for (auto [dim, letter] : llvm::enumerate(equation.inputs[self])) {
      size_t place = other.find(letter);
      bool repeats = place != StringRef::npos && operands[self].getType().getDimSize(dim) == 1 &&
                     operands[1 - self].getType().getDimSize(place) != 1;
      keeps.push_back(!repeats);
      if (!repeats)
        kept.push_back(letter);
    }
    operands[self].value = removeUnitDims(b, operands[self].value, keeps);
    equation.inputs[self] = kept;
  }
}

/// Sums over the letters that nothing else has, and converts to `type`.
FailureOr<Value> sumOwnLetters(OpImporter &b, TensorOperand x, std::string &dims, StringRef others, Type type) {
  SmallVector<bool> reduced;
  std::string kept;
  for (char letter : dims) {
    reduced.push_back(!others.contains(letter));
    if (others.contains(letter))
      kept.push_back(letter);
  }
  if (kept.size() == dims.size() && x.getElementType() == type)
    return x.value;
  dims = kept;
  return reduceDims(b, x, reduced, /*keepDim=*/false, cast<TypedAttr>(b.getZeroAttr(type)),
                    [&](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                      Value term = convertScalar(nested, v[0], type, x.isUnsigned);
                      if (isa<FloatType>(type))
                        return arith::AddFOp::create(nested, v[1], term);
                      return arith::AddIOp::create(nested, v[1], term);
                    });
}

/// einsum(equation, tensors, path): one or two operands.
LogicalResult convertEinsum(OpImporter &b) {
  std::string text;
  SmallVector<TensorOperand> operands;
  RankedTensorType type = b.resultType();
  if (!type ||
      failed(b.operands().optionalString("equation", text).tensorList("tensors", operands).ignored("path").done()))
    return failure();
  if (operands.empty() || operands.size() > 2 || llvm::any_of(operands, [](const TensorOperand &x) { return !x; }))
    return b.error() << "takes one or two tensors, got " << operands.size();
  SmallVector<int64_t> ranks;
  for (const TensorOperand &operand : operands) {
    ranks.push_back(operand.getType().getRank());
    if (operand.getElementType() != operands.front().getElementType() || operand.getElementType().isInteger(1))
      return b.error() << "needs tensors of one dtype that is not bool, got " << operands.front().getType() << " and "
                       << operand.getType();
  }
  FailureOr<Equation> equation = parse(b, text, ranks);
  if (failed(equation) || failed(checkRank(b, equation->output.size())))
    return failure();
  repeatUnitDims(operands, *equation, b);

  Type element = operands.front().getElementType(), compute = arithmeticType(element);
  StringRef out = equation->output;
  if (operands.size() == 1) {
    // What is left is a permutation, which the map of the last step writes.
    FailureOr<Value> sum = sumOwnLetters(b, operands.front(), equation->inputs.front(), out, compute);
    if (failed(sum))
      return failure();
    SmallVector<OpFoldResult> sizes;
    for (char letter : out)
      sizes.push_back(b.sizeOf(*sum, equation->inputs.front().find(letter)));
    return b.results(b.map(out, sizes, type.getElementType(), {{*sum, equation->inputs.front()}},
                           [&](ImplicitLocOpBuilder &nested, ValueRange v) {
                             return convertScalar(nested, v[0], type.getElementType(), false);
                           }));
  }
  SmallVector<Value> factors;
  for (unsigned self : {0u, 1u}) {
    std::string others = equation->output + equation->inputs[1 - self];
    // Partial sums are not rounded to the operands' dtype.
    bool sums = llvm::any_of(equation->inputs[self], [&](char letter) { return !StringRef(others).contains(letter); });
    FailureOr<Value> factor =
        sumOwnLetters(b, operands[self], equation->inputs[self], others, sums ? compute : element);
    if (failed(factor))
      return failure();
    factors.push_back(*factor);
  }
  for (Value &factor : factors)
    if (getElementTypeOrSelf(factors[0]) != getElementTypeOrSelf(factors[1]))
      factor = b.cast(factor, compute);
  FailureOr<Value> product =
      contract(b, {factors[0], equation->inputs[0]}, {factors[1], equation->inputs[1]}, equation->output);
  if (failed(product))
    return failure();
  return b.results(*product);
}

} // namespace

void mlir::dsv4::addAtenEinsumHandlers(HandlerTable &table) { table["torch.aten.einsum"] = convertEinsum; }

//===- WeightFormat.cpp - How weights are stored --------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/WeightFormat.h"

using namespace mlir;
using namespace mlir::dsv4;

WeightFormat mlir::dsv4::getWeightFormat(Type elementType) {
  if (isa<Float8E4M3FNType>(elementType))
    return {elementType, false, 128, 128};
  if (isa<Float4E2M1FNType>(elementType))
    return {elementType, false, 1, 32};
  if (elementType.isInteger(8))
    return {Float4E2M1FNType::get(elementType.getContext()), true, 1, 32};
  return {elementType, false, 0, 0};
}

LogicalResult mlir::dsv4::checkWeight(TypeRule &rule, ArrayRef<StringRef> batch, StringRef output, StringRef input,
                                      const CheckedOperand &weight, const CheckedOperand &scales) {
  if (failed(rule.rank(weight, batch.size() + 2)))
    return failure();
  WeightFormat format = getWeightFormat(weight.type.getElementType());
  SmallVector<StringRef> dims(batch);
  std::string half = (input + " / 2").str();
  dims.append({output, format.packed ? StringRef(half) : input});
  if (failed(rule.shape(dims, weight)))
    return failure();
  if (!format.hasScales()) {
    if (scales.value)
      return rule.fail(scales.name + " is given, but " + weight.name + " holds plain values");
    return success();
  }
  if (!scales.value)
    return rule.fail(weight.name + " holds codes, but its scales are missing");

  if (format.packed && failed(rule.isMultiple(input, 2, "codes per byte", half)))
    return failure();
  if (failed(rule.isStatic(input)) || failed(rule.isStatic(output)) || failed(rule.atLeastOne(input)))
    return failure();
  int64_t inputs = rule.size(input), outputs = rule.size(output);
  if (inputs % format.inputBlock)
    return rule.fail(input + " is " + Twine(inputs) + ", expected a multiple of " + Twine(format.inputBlock) +
                     " for the blocks of " + weight.name);
  // Blocks of the activations must not straddle the end of K.
  if (inputs > activationBlock && inputs % activationBlock)
    return rule.fail(input + " is " + Twine(inputs) + ", expected less than " + Twine(activationBlock) +
                     " or a multiple of it for the blocks of the activations");
  int64_t perOutput = llvm::divideCeil(outputs, format.outputBlock), perInput = inputs / format.inputBlock;
  SmallVector<int64_t> expected;
  for (StringRef dim : batch)
    expected.push_back(rule.size(dim));
  expected.append({perOutput, perInput});
  if (failed(rule.rank(scales, expected.size())))
    return failure();
  return rule.exactly(expected, scales);
}

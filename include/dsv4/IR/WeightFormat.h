//===- WeightFormat.h - How weights are stored ------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_WEIGHTFORMAT_H
#define DSV4_IR_WEIGHTFORMAT_H

#include "dsv4/IR/TypeRule.h"

namespace mlir::dsv4 {

class EinsumBuilder;

/// Storage of a weight `[..., N, K]`: plain values, or codes with one scale per
/// block.
struct WeightFormat {
  /// f32, bf16, f16, f8E4M3FN or f4E2M1FN.
  Type valueType;
  /// Codes of f4E2M1FN, two per i8 along `K`, the lower half first.
  bool packed;
  /// Outputs and inputs per scale; 0 without scales.
  int64_t outputBlock, inputBlock;

  bool hasScales() const { return inputBlock != 0; }
};

/// The format that the element type of a weight stands for.
WeightFormat getWeightFormat(Type elementType);

/// Inputs per block in which the activations of a coded weight are quantised:
/// 128 (f8E4M3FN), as DeepSeek's kernels do.
constexpr int64_t activationBlock = 128;

/// Plain weights as they are; codes decoded and scaled, in bf16, which holds
/// every f8E4M3FN or f4E2M1FN value times a power of two exactly.
Value dequantizeWeight(EinsumBuilder &b, Value weight, Value scales);

/// `weight` is `[batch..., output, input]` in some format and `scales` fit it
/// (null or of one entry per block).
LogicalResult checkWeight(TypeRule &rule, ArrayRef<StringRef> batch, StringRef output, StringRef input,
                          const CheckedOperand &weight, const CheckedOperand &scales);

} // namespace mlir::dsv4

#endif // DSV4_IR_WEIGHTFORMAT_H

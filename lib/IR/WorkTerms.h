//===- WorkTerms.h - Terms that the work of several ops shares --*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_IR_WORKTERMS_H
#define DSV4_LIB_IR_WORKTERMS_H

#include "dsv4/IR/Work.h"
#include <cmath>

namespace mlir::dsv4 {

inline constexpr OperandClass kWeights = OperandClass::Weights;
inline constexpr OperandClass kActivations = OperandClass::Activations;
inline constexpr OperandClass kCache = OperandClass::Cache;
inline constexpr OperandClass kGatheredRows = OperandClass::GatheredRows;
inline constexpr OperandClass kIndices = OperandClass::Indices;

/// Output tiles of 64 x 64, the smallest that matrix kernels use.
inline double outputTiles(double m, double n) { return std::ceil(m / 64) * std::ceil(n / 64); }

/// Pieces of 1,024 elements, what one group of threads takes of an elementwise op.
inline double elementTiles(double elements) { return std::ceil(elements / 1024); }

/// The type in which activations are multiplied with a weight: f8E4M3FN if the weight holds
/// codes (of fp8 or fp4: the activations are quantised to it), the common type if they
/// agree, else f32.
Type productType(Type activations, Type weight);

/// Vector operations of quantising `elements` values in blocks of `block` (ODS of
/// `act_quant`): per value its magnitude, the block's maximum, the product with 1 / s
/// (exact, s is a power of two) and in f8E4M3FN two clamps; with `dequantised` the product
/// with s; per block the floor of the maximum, the exponent and its power of two.
double quantisationVector(Type format, double elements, double block, bool dequantised);
/// Special operations of it: the quotient, per block.
double quantisationSpecial(double elements, double block);

/// Adds the quantisation of `rows` rows of activations for a weight, if it holds codes.
void addActivationQuantisation(WorkBuilder &work, Type weight, double rows, double width);

/// Vector operations of the normalisation of `rows` rows (ODS of `rms_norm`): square,
/// addition, product with the reciprocal root and with the weight; mean and norm_eps.
/// One special operation per row, the root, comes on top.
double normalisationVector(double rows, double width, bool hasWeight);

/// Vector operations of the fast Hadamard transform of `rows` rows of a power of two: log2(width)
/// additions per value, and the scale.
double hadamardVector(double rows, double width);

/// Vector operations of rotating `pairs` pairs of channels: four products, two additions.
inline double rotationVector(double pairs) { return 6 * pairs; }

} // namespace mlir::dsv4

#endif // DSV4_LIB_IR_WORKTERMS_H

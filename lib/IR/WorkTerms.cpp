//===- WorkTerms.cpp - Terms that the work of several ops shares ----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WorkTerms.h"

#include "dsv4/IR/WeightFormat.h"

using namespace mlir;
using namespace mlir::dsv4;

Type mlir::dsv4::productType(Type activations, Type weight) {
  if (getWeightFormat(weight).hasScales())
    return Float8E4M3FNType::get(weight.getContext());
  return activations == weight ? activations : Float32Type::get(weight.getContext());
}

double mlir::dsv4::quantisationVector(Type format, double elements, double block, bool dequantised) {
  double perElement = (isa<Float8E4M3FNType>(format) ? 5 : 3) + (dequantised ? 1 : 0);
  return elements * perElement + 3 * elements / block;
}

double mlir::dsv4::quantisationSpecial(double elements, double block) { return elements / block; }

double mlir::dsv4::normalisationVector(double rows, double width, bool hasWeight) {
  return rows * ((hasWeight ? 4 : 3) * width + 2);
}

double mlir::dsv4::hadamardVector(double rows, double width) { return rows * width * (std::log2(width) + 1); }

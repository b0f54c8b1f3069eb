//===- Laws.h - Time of one kernel ------------------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_LAWS_H
#define DSV4_COST_LAWS_H

#include "dsv4/Cost/DataFile.h"
#include "dsv4/Cost/Device.h"
#include "dsv4/IR/Work.h"
#include <map>

namespace mlir::dsv4 {

/// The term that takes most of a kernel's time.
enum class Bound {
  Memory,
  MatrixEngine,
  VectorEngine,
  SpecialFunctions,
  Link,
  CollectiveLatency,
  LaunchFloor,
  Nothing,
};

/// "memory", "matrix engine", "vector engine", "special functions", "link", "collective latency", "launch floor",
/// "nothing".
StringRef stringify(Bound bound);

/// Time of one launch in microseconds, and what it consists of. Which terms overlap
/// is the law's decision, so they need not add up to the total.
struct KernelTime {
  double total = 0;
  double launch = 0;
  double memory = 0;
  double matrix = 0;
  double vector = 0;
  double specialFunctions = 0;
  /// Of a collective: bytes on the links, and what is there without a byte.
  double link = 0;
  double collectiveLatency = 0;
  Bound bound = Bound::Nothing;
  /// Name of the law and where its constants are from.
  std::string law, source;

  /// The term that is largest, of all or of those that grow with the work.
  Bound largestTerm(bool withFixed = true) const;
};

/// Values of the constants of a law, in the units of their rules.
struct LawConstants {
  std::map<std::string, double> values;
  std::string source;

  double operator[](StringRef key) const { return values.at(key.str()); }
};

/// A formula. Its constants stand in stack files.
struct Law {
  StringRef name;
  /// Constants with unit and range; the optional ones and the value they have when a file is silent.
  ArrayRef<QuantityRule> constants;
  /// Sizes of the kernel that the formula needs.
  ArrayRef<StringRef> sizes;
  KernelTime (*evaluate)(const KernelWork &work, const Device &device, const LawConstants &constants);
};

/// The laws that stack files may name.
ArrayRef<Law> laws();
const Law *findLaw(StringRef name);

class Stack;

/// Time of a kernel on a device under a stack. The stack's law for the kernel's name
/// and the device's family decides; without one it is the roofline law. Emits an
/// error at `loc` if the kernel lacks a size that its law needs, or if the time is
/// not a finite number greater than zero.
FailureOr<KernelTime> timeOf(const KernelWork &work, const Device &device, const Stack &stack, Location loc);

/// Roofline with the efficiencies and floors of the device file:
/// floor + max(arithmetic of each engine / rate, bytes / rate). A kernel that has the
/// sizes m, n and k is a matrix product and takes the efficiencies of one. What a
/// collective exchanges is not in it.
KernelTime rooflineTime(const KernelWork &work, const Device &device);

/// The least time that the peaks of the device allow, in microseconds: the
/// denominator-free roofline that `roofline_percent` compares with.
double peakTime(const KernelWork &work, const Device &device);

namespace detail {
/// The laws of LawsHyperConnections.cpp.
ArrayRef<Law> hyperConnectionLaws();
/// The laws of LawsCollectives.cpp.
ArrayRef<Law> collectiveLaws();
/// The laws of LawsExpertExchange.cpp.
ArrayRef<Law> expertExchangeLaws();
/// Bytes that the collective of a kernel sends over a device's link when every device passes its part on.
double linkBytes(const KernelWork &work);
/// Whether the law is one of a custom kernel that takes no message as large as this one: the
/// communication library has it.
bool isLeftToLibrary(const Law &law, const LawConstants &constants, const KernelWork &work);
/// Whether the law is one of an expert exchange, and the kernel one of a single rank, which exchanges nothing.
bool isExchangeOfOne(const Law &law, const KernelWork &work);
/// Whether the law is one of an expert exchange that takes no batch as large as this one: the stack's kernel
/// `many_tokens_NAME` has it, and without one the communication library.
bool isBeyondTokens(const Law &law, const LawConstants &constants, const KernelWork &work);
/// Law and constants for parts of hc_pre that run as kernels of their own.
const Law *hcPreProductLaw();
const Law *hcPreApplyLaw();
/// Whether a matrix product is the mix of hc_pre: f32, n = (2 + h) * h columns for some
/// number of streams h that divides k, and k at least 8 n.
bool isHcPreProduct(const KernelWork &work);
} // namespace detail

} // namespace mlir::dsv4

#endif // DSV4_COST_LAWS_H

//===- Stack.h - What a serving stack does with the model -------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_STACK_H
#define DSV4_COST_STACK_H

#include "dsv4/Cost/Laws.h"
#include <map>

namespace mlir::dsv4 {

/// The law of one kernel of a stack on one family of devices.
struct StackKernel {
  const Law *law;
  LawConstants constants;
};

/// A fusion that a stack has. The pattern is a name of `dsv4-fuse`, which checks it.
struct StackFusion {
  std::string pattern, source;
  /// Families of devices that the stack has it on; empty for all.
  std::vector<std::string> families;

  bool isOn(StringRef family) const;
  /// Where the file says so.
  Location loc;
};

/// A serving stack: which ops it runs as one launch, and the laws of its kernels, per device
/// family or device. A file of lib/Cost/Stacks.
class Stack {
public:
  std::string name, title, origin;
  std::vector<StackFusion> fusions;

  /// The law of a kernel on a device, by the device's name, else by its family; null if the stack says nothing about
  /// it.
  const StackKernel *find(StringRef kernel, const Device &device) const;
  /// The fusion of a pattern, null if the stack has none.
  const StackFusion *findFusion(StringRef pattern) const;
  /// `key` is the name of a device or of a family.
  void add(StringRef kernel, StringRef key, StackKernel entry);

private:
  std::map<std::pair<std::string, std::string>, StackKernel> kernels;
};

/// Reads a stack file. `derived-from` names a built-in stack whose laws hold unless the file states its own.
FailureOr<Stack> readStack(MLIRContext *context, StringRef fileName, StringRef text);

/// The built-in stack of that name; the error lists the names.
FailureOr<Stack> builtinStack(Location loc, StringRef name);

} // namespace mlir::dsv4

#endif // DSV4_COST_STACK_H

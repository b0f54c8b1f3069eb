//===- Device.h - Facts about a device --------------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_DEVICE_H
#define DSV4_COST_DEVICE_H

#include "dsv4/Cost/DataFile.h"
#include "mlir/IR/Attributes.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Types.h"
#include <map>

namespace mlir::dsv4 {

/// A fact that a device file may state, in the order of files and listings.
struct DeviceFact {
  QuantityRule rule;
  StringRef meaning;
};

/// All facts: the one list that files, the IR and the documentation follow.
ArrayRef<DeviceFact> deviceFacts();

/// One device: the numbers of a file of lib/Cost/Devices.
class Device {
public:
  /// Short name, "h100-sxm"; full name; family ("hopper") that chooses the laws of
  /// a stack; stack that prices it when none is asked for; where the facts are from.
  std::string name, title, family, defaultStack, origin;

  /// A fact in the unit of its rule; nothing if the file does not state it.
  std::optional<double> fact(StringRef key) const;
  /// A fact that every device states.
  double required(StringRef key) const;
  void set(StringRef key, double value) { facts[key.str()] = value; }

  /// Bytes per microsecond of the memory, peak.
  double memoryBytesPerMicrosecond() const { return required("memory_bandwidth") * 1e3; }
  /// Operations per microsecond of the matrix engine, dense. A type that the device
  /// does not have runs at the rate of the next wider one that it has.
  double matrixOperationsPerMicrosecond(Type elementType) const;
  double vectorOperationsPerMicrosecond() const { return required("vector_f32") * 1e6; }
  double specialFunctionsPerMicrosecond() const { return required("special_function") * 1e6; }
  /// Fractions of matrix peak and memory peak that a matrix product of the type reaches.
  double matmulEfficiency(Type elementType) const;
  double matmulStreamingEfficiency(Type elementType) const;
  /// Launch of a matrix product of the type, in us.
  double matmulFloor(Type elementType) const;

private:
  std::map<std::string, double> facts;
};

/// Reads a device file. `derived-from` names a built-in device whose facts hold
/// unless the file states them.
FailureOr<Device> readDevice(MLIRContext *context, StringRef fileName, StringRef text);

/// The built-in device of that name; the error lists the names.
FailureOr<Device> builtinDevice(Location loc, StringRef name);

/// Changes facts: `key=number` in the unit of the fact, `key=+10%` or `key=-10%`.
LogicalResult overrideFact(Device &device, StringRef assignment, Location loc);

/// Key of the device in `dlti.target_system_spec`.
inline constexpr StringLiteral kDeviceId = "accelerator";

/// The device as `#dlti.target_device_spec`: `name`, `title`, `family`,
/// `default_stack`, `origin`, and every fact under its key with its unit as suffix.
Attribute deviceToDLTI(MLIRContext *context, const Device &device);

/// The device of a module. Emits an error if it has none, if a key is unknown or a
/// required one is absent.
FailureOr<Device> deviceFromDLTI(ModuleOp module);

} // namespace mlir::dsv4

#endif // DSV4_COST_DEVICE_H

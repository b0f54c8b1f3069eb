//===- Device.cpp - Facts about a device ----------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Device.h"

#include "dsv4/Cost/BuiltinData.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

static constexpr int64_t kSchemaVersion = 1;

// Ranges are physical plausibility: two orders of magnitude around what exists.
static const DeviceFact kFacts[] = {
    {{"compute_units", "count", 1, 1e5, true}, "streaming multiprocessors or cores that run one kernel together"},
    {{"matrix_f4", "TFLOP/s", 1e-2, 1e6, false}, "dense matrix peak, 4-bit floats"},
    {{"matrix_f8", "TFLOP/s", 1e-2, 1e6, false}, "dense matrix peak, 8-bit floats"},
    {{"matrix_i8", "TOP/s", 1e-2, 1e6, false}, "dense matrix peak, 8-bit integers"},
    {{"matrix_bf16", "TFLOP/s", 1e-2, 1e6, true}, "dense matrix peak, bf16 and f16"},
    {{"matrix_f32", "TFLOP/s", 1e-2, 1e6, false}, "dense matrix peak of f32 operands (TF32 where the device has it)"},
    {{"vector_f32", "TFLOP/s", 1e-3, 1e5, true}, "peak of f32 arithmetic outside the matrix engine"},
    {{"special_function", "TOP/s", 1e-4, 1e5, true}, "exponentials, roots, divisions"},
    {{"memory_bandwidth", "GB/s", 1, 1e6, true}, "peak of the device memory"},
    {{"memory_capacity", "GB", 0.1, 1e5, true}, "size of the device memory"},
    {{"usable_memory_capacity", "GB", 0.1, 1e5, false}, "what is left of it for a process"},
    {{"l2_capacity", "MB", 1e-2, 1e5, true}, "last cache level that all compute units share"},
    {{"l2_usable_share", "fraction", 1e-2, 1, true},
     "part of it that different data can fill (0.5 where two partitions keep copies)"},
    {{"scaleup_bandwidth", "GB/s", 0.1, 1e5, false}, "to the devices of the same scale-up domain, per direction"},
    {{"scaleup_devices", "count", 1, 1e6, false}, "devices of a scale-up domain"},
    {{"scaleout_bandwidth", "GB/s", 0.1, 1e5, false}, "to devices beyond it, per direction"},
    {{"power", "W", 1, 1e5, false}, "thermal design power"},
    {{"streaming_efficiency", "fraction", 1e-2, 1, true},
     "fraction of the memory peak that an elementwise kernel reaches"},
    {{"unit_streaming_rate", "GB/s", 0.1, 1e5, false},
     "what one compute unit can stream, the limit of kernels with few tiles"},
    {{"matmul_efficiency_f4", "fraction", 1e-2, 1, false}, "fraction of the matrix peak, 4-bit floats"},
    {{"matmul_efficiency_f8", "fraction", 1e-2, 1, false}, "fraction of the matrix peak, 8-bit floats"},
    {{"matmul_efficiency_bf16", "fraction", 1e-2, 1, true}, "fraction of the matrix peak, bf16 and f16"},
    {{"matmul_streaming_efficiency_f4", "fraction", 1e-2, 1, false},
     "fraction of the memory peak in matrix products, 4-bit floats"},
    {{"matmul_streaming_efficiency_f8", "fraction", 1e-2, 1, false},
     "fraction of the memory peak in matrix products, 8-bit floats"},
    {{"matmul_streaming_efficiency_bf16", "fraction", 1e-2, 1, true},
     "fraction of the memory peak in matrix products, bf16 and f16"},
    {{"kernel_floor", "us", 0, 1e4, true}, "launch of a kernel inside a replayed graph"},
    {{"matmul_floor_f4", "us", 0, 1e4, false}, "launch of a matrix product of 4-bit floats"},
    {{"matmul_floor_f8", "us", 0, 1e4, false}, "launch of a matrix product of 8-bit floats"},
    {{"matmul_floor_bf16", "us", 0, 1e4, true}, "launch of a matrix product of bf16 or f16"},
};

ArrayRef<DeviceFact> mlir::dsv4::deviceFacts() { return kFacts; }

//===----------------------------------------------------------------------===//
// Device
//===----------------------------------------------------------------------===//

std::optional<double> Device::fact(StringRef key) const {
  auto found = facts.find(key.str());
  if (found == facts.end())
    return std::nullopt;
  return found->second;
}

double Device::required(StringRef key) const { return facts.at(key.str()); }

/// Suffixes of the facts that may hold for a type, the exact one first, then wider ones.
static SmallVector<StringRef, 3> typeClasses(Type elementType) {
  unsigned width = elementType.isIntOrFloat() ? elementType.getIntOrFloatBitWidth() : 64;
  if (isa<IntegerType>(elementType) && width <= 8)
    return {"i8", "f8", "bf16"};
  if (width <= 4)
    return {"f4", "f8", "bf16"};
  if (width <= 8)
    return {"f8", "bf16"};
  if (width <= 16)
    return {"bf16"};
  return {"f32", "bf16"};
}

static double firstFact(const Device &device, StringRef prefix, Type elementType) {
  for (StringRef suffix : typeClasses(elementType))
    if (std::optional<double> value = device.fact((prefix + "_" + suffix).str()))
      return *value;
  return device.required((prefix + "_bf16").str());
}

double Device::matrixOperationsPerMicrosecond(Type elementType) const {
  // Without a rate for f32 operands they are multiplied outside the matrix engine.
  if (elementType.isIntOrFloat() && elementType.getIntOrFloatBitWidth() > 16)
    return fact("matrix_f32").value_or(required("vector_f32")) * 1e6;
  return firstFact(*this, "matrix", elementType) * 1e6;
}

double Device::matmulEfficiency(Type elementType) const { return firstFact(*this, "matmul_efficiency", elementType); }

double Device::matmulFloor(Type elementType) const { return firstFact(*this, "matmul_floor", elementType); }

double Device::matmulStreamingEfficiency(Type elementType) const {
  return firstFact(*this, "matmul_streaming_efficiency", elementType);
}

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

static const DeviceFact *findFact(StringRef key) {
  const DeviceFact *found = llvm::find_if(kFacts, [&](const DeviceFact &fact) { return fact.rule.key == key; });
  return found == std::end(kFacts) ? nullptr : found;
}

static SmallVector<StringRef> validKeys() {
  SmallVector<StringRef> keys = {"schema_version", "name", "title", "family", "default_stack", "derived-from"};
  for (const DeviceFact &fact : kFacts)
    keys.push_back(fact.rule.key);
  return keys;
}

/// Reads one file on top of what `device` states already.
static LogicalResult readInto(Device &device, const DataNode &root, bool derived) {
  if (failed(checkSchemaVersion(root, kSchemaVersion)) || failed(checkKeys(root, validKeys(), "a device file")))
    return failure();
  std::pair<StringRef, std::string *> texts[] = {{"name", &device.name},
                                                 {"title", &device.title},
                                                 {"family", &device.family},
                                                 {"default_stack", &device.defaultStack}};
  for (auto [key, text] : texts) {
    bool inherited = derived && key != "name" && key != "title";
    if (inherited && !root.find(key))
      continue;
    FailureOr<std::string> value = readText(root, key, "device file");
    if (failed(value))
      return failure();
    *text = *value;
  }
  for (const DataEntry &entry : root.entries) {
    const DeviceFact *fact = findFact(entry.key);
    if (!fact)
      continue;
    FailureOr<Quantity> quantity = readQuantity(entry, fact->rule, /*sourceRequired=*/true);
    if (failed(quantity))
      return failure();
    device.set(fact->rule.key, quantity->value);
  }
  return success();
}

static LogicalResult checkComplete(const Device &device, Location loc) {
  for (const DeviceFact &fact : kFacts)
    if (fact.rule.required && !device.fact(fact.rule.key))
      return emitError(loc) << "device has no '" << fact.rule.key << "' (" << fact.rule.unit << ": " << fact.meaning
                            << ")";
  return success();
}

FailureOr<Device> mlir::dsv4::readDevice(MLIRContext *context, StringRef fileName, StringRef text) {
  FailureOr<DataNode> root = parseDataFile(context, fileName, text);
  if (failed(root))
    return failure();
  // Bases are built in, so the chain ends; a built-in file that derives from itself would not.
  SmallVector<DataNode> chain = {*root};
  llvm::StringSet<> seen;
  while (const DataEntry *base = chain.back().find("derived-from")) {
    std::optional<BuiltinFile> file = findBuiltin(builtinDevices(), base->value.scalar);
    if (!file) {
      emitError(base->value.loc) << "unknown device '" << base->value.scalar
                                 << "'; built in: " << namesOf(builtinDevices());
      return failure();
    }
    if (!seen.insert(file->name).second) {
      emitError(base->value.loc) << "device '" << file->name << "' derives from itself";
      return failure();
    }
    FailureOr<DataNode> node = parseDataFile(context, (file->name + ".yaml").str(), file->text);
    if (failed(node))
      return failure();
    chain.push_back(std::move(*node));
  }
  Device device;
  for (auto [index, node] : llvm::enumerate(llvm::reverse(chain)))
    if (failed(readInto(device, node, /*derived=*/index > 0)))
      return failure();
  device.origin = fileName.str();
  if (failed(checkComplete(device, chain.front().loc)))
    return failure();
  return device;
}

FailureOr<Device> mlir::dsv4::builtinDevice(Location loc, StringRef name) {
  std::optional<BuiltinFile> file = findBuiltin(builtinDevices(), name);
  if (!file) {
    emitError(loc) << "unknown device '" << name << "'; built in: " << namesOf(builtinDevices())
                   << "; a file of your own is given with file=";
    return failure();
  }
  return readDevice(loc.getContext(), (name + ".yaml").str(), file->text);
}

LogicalResult mlir::dsv4::overrideFact(Device &device, StringRef assignment, Location loc) {
  auto [key, text] = assignment.split('=');
  const DeviceFact *fact = findFact(key.trim());
  if (!fact) {
    InFlightDiagnostic diagnostic = emitError(loc) << "unknown fact '" << key.trim() << "'; valid facts: ";
    llvm::interleaveComma(kFacts, diagnostic, [&](const DeviceFact &fact) { diagnostic << fact.rule.key; });
    return diagnostic;
  }
  text = text.trim();
  double value;
  bool relative = text.consume_back("%");
  if ((text.consume_front("+"), text).getAsDouble(value) || !std::isfinite(value))
    return emitError(loc) << "'" << assignment << "' does not end in a number of " << fact->rule.unit
                          << " or a change like +10%";
  if (relative) {
    std::optional<double> old = device.fact(fact->rule.key);
    if (!old)
      return emitError(loc) << "device '" << device.name << "' has no '" << fact->rule.key << "' to change";
    value = *old * (100 + value) / 100;
  }
  if (value < fact->rule.low || value > fact->rule.high)
    return emitError(loc) << "'" << fact->rule.key << "' would be " << shortText(value) << " " << fact->rule.unit
                          << ", expected " << shortText(fact->rule.low) << " to " << shortText(fact->rule.high);
  device.set(fact->rule.key, value);
  device.origin += (" with " + assignment).str();
  return success();
}

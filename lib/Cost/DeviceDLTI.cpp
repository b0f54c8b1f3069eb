//===- DeviceDLTI.cpp - A device as upstream DLTI -------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Device.h"
#include "mlir/Dialect/DLTI/DLTI.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

/// "memory_bandwidth_gb_per_s": keys carry the unit, as the IR has no other place for it.
static std::string dltiKey(const DeviceFact &fact) {
  StringRef suffix = unitSuffix(fact.rule.unit);
  return suffix.empty() ? fact.rule.key.str() : (fact.rule.key + "_" + suffix).str();
}

Attribute mlir::dsv4::deviceToDLTI(MLIRContext *context, const Device &device) {
  Builder b(context);
  SmallVector<DataLayoutEntryInterface> entries;
  auto add = [&](StringRef key, Attribute value) {
    entries.push_back(DataLayoutEntryAttr::get(b.getStringAttr(key), value));
  };
  add("name", b.getStringAttr(device.name));
  add("title", b.getStringAttr(device.title));
  add("family", b.getStringAttr(device.family));
  add("default_stack", b.getStringAttr(device.defaultStack));
  add("origin", b.getStringAttr(device.origin));
  for (const DeviceFact &fact : deviceFacts()) {
    std::optional<double> value = device.fact(fact.rule.key);
    if (!value)
      continue;
    if (fact.rule.unit == "count")
      add(dltiKey(fact), b.getI64IntegerAttr(std::llround(*value)));
    else
      add(dltiKey(fact), b.getF64FloatAttr(*value));
  }
  return TargetDeviceSpecAttr::get(context, entries);
}

/// The number of an attribute; nothing if it is none.
static std::optional<double> numberOf(Attribute attribute) {
  if (auto value = dyn_cast<FloatAttr>(attribute))
    return value.getValueAsDouble();
  auto value = dyn_cast<IntegerAttr>(attribute);
  if (value && value.getValue().getSignificantBits() <= 64)
    return static_cast<double>(value.getValue().getSExtValue());
  return std::nullopt;
}

FailureOr<Device> mlir::dsv4::deviceFromDLTI(ModuleOp module) {
  auto spec = module->getAttrOfType<TargetSystemSpecInterface>(DLTIDialect::kTargetSystemDescAttrName);
  std::optional<TargetDeviceSpecInterface> deviceSpec;
  if (spec)
    deviceSpec = spec.getDeviceSpecForDeviceID(StringAttr::get(module.getContext(), kDeviceId));
  if (!deviceSpec) {
    emitError(module.getLoc()) << "has no device: run dsv4-attach-device{device=...} or write \"" << kDeviceId
                               << "\" into dlti.target_system_spec";
    return failure();
  }
  Device device;
  std::pair<StringRef, std::string *> texts[] = {{"name", &device.name},
                                                 {"title", &device.title},
                                                 {"family", &device.family},
                                                 {"default_stack", &device.defaultStack},
                                                 {"origin", &device.origin}};
  for (DataLayoutEntryInterface entry : deviceSpec->getEntries()) {
    auto key = dyn_cast<StringAttr>(entry.getKey());
    if (!key) {
      emitError(module.getLoc()) << "the keys of device \"" << kDeviceId << "\" must be strings";
      return failure();
    }
    auto *text = llvm::find_if(texts, [&](const auto &text) { return text.first == key.getValue(); });
    if (text != std::end(texts)) {
      auto value = dyn_cast<StringAttr>(entry.getValue());
      if (!value) {
        emitError(module.getLoc()) << "'" << key.getValue() << "' of the device must be a string";
        return failure();
      }
      *text->second = value.str();
      continue;
    }
    const DeviceFact *fact =
        llvm::find_if(deviceFacts(), [&](const DeviceFact &fact) { return dltiKey(fact) == key.getValue(); });
    if (fact == deviceFacts().end()) {
      InFlightDiagnostic diagnostic = emitError(module.getLoc())
                                      << "unknown key '" << key.getValue()
                                      << "' of the device; valid keys: name, title, family, default_stack, origin, ";
      llvm::interleaveComma(deviceFacts(), diagnostic, [&](const DeviceFact &fact) { diagnostic << dltiKey(fact); });
      return diagnostic;
    }
    std::optional<double> value = numberOf(entry.getValue());
    if (!value || !(*value >= fact->rule.low && *value <= fact->rule.high)) {
      emitError(module.getLoc()) << "'" << key.getValue() << "' of the device is " << entry.getValue()
                                 << ", expected a number from " << shortText(fact->rule.low) << " to "
                                 << shortText(fact->rule.high);
      return failure();
    }
    device.set(fact->rule.key, *value);
  }
  for (const DeviceFact &fact : deviceFacts()) {
    if (fact.rule.required && !device.fact(fact.rule.key)) {
      emitError(module.getLoc()) << "device has no '" << dltiKey(fact) << "' (" << fact.meaning << ")";
      return failure();
    }
  }
  for (auto [key, text] : texts) {
    if (text->empty() && (key == "name" || key == "family")) {
      emitError(module.getLoc()) << "device has no '" << key << "'";
      return failure();
    }
  }
  if (device.title.empty())
    device.title = device.name;
  if (device.origin.empty())
    device.origin = "module";
  return device;
}

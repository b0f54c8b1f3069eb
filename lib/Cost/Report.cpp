//===- Report.cpp - Cost and work as JSON ---------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Report.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Format.h"
#include <algorithm>
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;
namespace json = llvm::json;

/// Integers without a decimal point, which a reader can compare exactly; other numbers
/// without the noise behind the twelfth digit.
static json::Value number(double value) {
  if (value != std::floor(value)) {
    SmallString<32> text;
    llvm::raw_svector_ostream(text) << llvm::format("%.12g", value);
    text.str().getAsDouble(value);
  }
  if (value == std::floor(value) && std::fabs(value) < 9007199254740992.0)
    return static_cast<int64_t>(value);
  return value;
}

/// File and line where there is one, else the location as MLIR prints it.
static std::string locationText(Location loc) {
  if (auto file = loc->findInstanceOf<FileLineColLoc>())
    return (file.getFilename().getValue() + ":" + Twine(file.getLine()) + ":" + Twine(file.getColumn())).str();
  std::string text;
  llvm::raw_string_ostream(text) << loc;
  return text;
}

static std::string typeText(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

/// Bytes, arithmetic, tiles and sizes of one launch.
static json::Object workObject(const KernelWork &work) {
  json::Object byClass;
  for (unsigned i = 0; i < kOperandClassCount; ++i) {
    auto operandClass = static_cast<OperandClass>(i);
    byClass[stringify(operandClass)] = number(work.bytesRead(operandClass));
  }
  json::Object flops;
  for (unsigned i = 0; i < kEngineCount; ++i)
    flops[stringify(static_cast<Engine>(i))] = number(work.operations(static_cast<Engine>(i)));
  json::Array byType;
  for (const Arithmetic &entry : work.arithmetic)
    byType.push_back(json::Object{
        {"engine", stringify(entry.engine)}, {"type", typeText(entry.elementType)}, {"flops", number(entry.count)}});
  json::Object sizes;
  for (const NamedSize &size : work.sizes)
    sizes[size.name] = number(size.value);
  json::Object object{{"assumptions", json::Array(work.assumptions)},
                      {"bytes_read", number(work.bytesRead())},
                      {"bytes_read_by_class", std::move(byClass)},
                      {"bytes_written", number(work.bytesWritten())},
                      {"flops", std::move(flops)},
                      {"flops_by_type", std::move(byType)},
                      {"parallel_tiles", number(work.parallelTiles)},
                      {"sizes", std::move(sizes)}};
  if (!work.collective.empty())
    object["collective"] = json::Object{{"name", work.collective},
                                        {"message_bytes", number(*work.size("message_bytes"))},
                                        {"ranks", number(*work.size("ranks"))},
                                        {"span", number(*work.size("span"))}};
  return object;
}

static json::Object kernelObject(const LaunchedKernel &kernel) {
  func::FuncOp function = kernel.function;
  return json::Object{{"name", kernel.work.name},
                      {"op", kernel.op->getName().getStringRef()},
                      {"location", locationText(kernel.op->getLoc())},
                      {"function", function.getName()},
                      {"launches", number(kernel.work.isEmpty() ? 0 : kernel.count)}};
}

/// `7*3/9`: values as `bind=` takes them.
static std::string runsText(ArrayRef<int64_t> values) {
  std::string text;
  llvm::raw_string_ostream os(text);
  while (!values.empty()) {
    size_t run = llvm::find_if(values, [&](int64_t value) { return value != values.front(); }) - values.begin();
    os << (text.empty() ? "" : "/") << values.front();
    if (run > 1)
      os << "*" << run;
    values = values.drop_front(run);
  }
  return text;
}

static json::Array bindingArray(ArrayRef<Binding> bindings) {
  json::Array array;
  for (const Binding &binding : bindings) {
    json::Object object;
    if (binding.name.empty())
      object["argument"] = binding.argument;
    else
      object["name"] = binding.name;
    if (binding.values.size() == 1)
      object["value"] = binding.values.front();
    else
      object["values"] = runsText(binding.values);
    if (binding.dimension >= 0)
      object["dimension"] = binding.dimension;
    array.push_back(std::move(object));
  }
  return array;
}

static json::Array unmodelledArray(ArrayRef<UnmodelledOp> ops) {
  json::Array array;
  for (const UnmodelledOp &entry : ops)
    array.push_back(json::Object{{"op", entry.op->getName().getStringRef()},
                                 {"location", locationText(entry.op->getLoc())},
                                 {"count", number(entry.count)},
                                 {"reason", entry.shapeUnknown ? "shape not known" : "no work model"}});
  return array;
}

/// Sums over all launches of all kernels.
template <typename Range, typename GetKernel>
static json::Object totalObject(const Range &entries, GetKernel get) {
  double launches = 0, read = 0, written = 0;
  double flops[kEngineCount] = {};
  for (const auto &entry : entries) {
    const LaunchedKernel &kernel = get(entry);
    launches += kernel.work.isEmpty() ? 0 : kernel.count;
    read += kernel.work.bytesRead() * kernel.count;
    written += kernel.work.bytesWritten() * kernel.count;
    for (unsigned i = 0; i < kEngineCount; ++i)
      flops[i] += kernel.work.operations(static_cast<Engine>(i)) * kernel.count;
  }
  json::Object byEngine;
  for (unsigned i = 0; i < kEngineCount; ++i)
    byEngine[stringify(static_cast<Engine>(i))] = number(flops[i]);
  return json::Object{{"launches", number(launches)},
                      {"bytes_read", number(read)},
                      {"bytes_written", number(written)},
                      {"flops", std::move(byEngine)}};
}

json::Value mlir::dsv4::toJSON(const WorkResult &result) {
  json::Array kernels;
  for (const LaunchedKernel &kernel : result.kernels) {
    json::Object row = kernelObject(kernel);
    row["per_launch"] = workObject(kernel.work);
    kernels.push_back(std::move(row));
  }
  func::FuncOp function = result.function;
  return json::Object{
      {"schema_version", kReportSchemaVersion},
      {"report", "work"},
      {"function", function.getName()},
      {"bindings", bindingArray(result.bindings)},
      {"kernels", std::move(kernels)},
      {"unmodelled", unmodelledArray(result.unmodelled)},
      {"total", totalObject(result.kernels, [](const LaunchedKernel &kernel) -> auto & { return kernel; })}};
}

static json::Object deviceObject(const Device &device) {
  json::Object object{
      {"name", device.name}, {"title", device.title}, {"family", device.family}, {"origin", device.origin}};
  for (const DeviceFact &fact : deviceFacts()) {
    StringRef suffix = unitSuffix(fact.rule.unit);
    std::string key = suffix.empty() ? fact.rule.key.str() : (fact.rule.key + "_" + suffix).str();
    if (std::optional<double> value = device.fact(fact.rule.key))
      object[key] = number(*value);
  }
  return object;
}

json::Value mlir::dsv4::toJSON(const CostResult &result) {
  double total = result.totalTime(), peak = 0;
  json::Array kernels;
  json::Object byBound;
  for (Bound bound : {Bound::Memory, Bound::MatrixEngine, Bound::VectorEngine, Bound::SpecialFunctions, Bound::Link,
                      Bound::CollectiveLatency, Bound::LaunchFloor}) {
    double time = 0;
    for (const PricedKernel &entry : result.kernels) {
      const KernelTime &terms = entry.time;
      if (bound == Bound::LaunchFloor)
        time += terms.launch * entry.kernel.count;
      else if (bound == Bound::CollectiveLatency)
        time += terms.collectiveLatency * entry.kernel.count;
      else if (terms.largestTerm(/*withFixed=*/false) == bound)
        time += (terms.total - terms.launch - terms.collectiveLatency) * entry.kernel.count;
    }
    byBound[stringify(bound)] = number(time);
  }
  for (const PricedKernel &entry : result.kernels) {
    const KernelTime &time = entry.time;
    double all = time.total * entry.kernel.count;
    peak += entry.peakTime * entry.kernel.count;
    json::Object row = kernelObject(entry.kernel);
    row["time_us"] = number(all);
    row["share_percent"] = number(total > 0 ? 100 * all / total : 0);
    row["bound_by"] = stringify(time.bound);
    row["roofline_percent"] = number(time.total > 0 ? 100 * entry.peakTime / time.total : 0);
    row["law"] = time.law;
    row["source"] = time.source;
    json::Object launch = workObject(entry.kernel.work);
    // Groups that leave the domain have no law (Laws.cpp), so no other tier gets here.
    if (json::Object *collective = launch.getObject("collective"))
      (*collective)["tier"] = "scale-up";
    launch["time_us"] = number(time.total);
    launch["peak_time_us"] = number(entry.peakTime);
    launch["terms_us"] = json::Object{{"launch_floor", number(time.launch)},
                                      {"memory", number(time.memory)},
                                      {"matrix", number(time.matrix)},
                                      {"vector", number(time.vector)},
                                      {"special_function", number(time.specialFunctions)},
                                      {"link", number(time.link)},
                                      {"collective_latency", number(time.collectiveLatency)}};
    row["per_launch"] = std::move(launch);
    kernels.push_back(std::move(row));
  }
  json::Object totals = totalObject(result.kernels, [](const PricedKernel &entry) -> auto & { return entry.kernel; });
  totals["time_us"] = number(total);
  totals["time_by_bound_us"] = std::move(byBound);
  totals["roofline_percent"] = number(total > 0 ? 100 * peak / total : 0);
  func::FuncOp function = result.function;
  return json::Object{
      {"schema_version", kReportSchemaVersion},
      {"report", "cost"},
      {"function", function.getName()},
      {"bindings", bindingArray(result.bindings)},
      {"device", deviceObject(result.device)},
      {"stack",
       json::Object{{"name", result.stack.name}, {"title", result.stack.title}, {"origin", result.stack.origin}}},
      {"kernels", std::move(kernels)},
      {"unmodelled", unmodelledArray(result.unmodelled)},
      {"total", std::move(totals)}};
}

//===- ReportViews.cpp - Tables, CSV and remarks of the reports -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything here is rendered from the JSON value of a report.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Report.h"
#include "mlir/IR/Remarks.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;
using namespace mlir::dsv4;
namespace json = llvm::json;

static double numberAt(const json::Object &object, StringRef key) { return object.getNumber(key).value_or(0); }
static StringRef textAt(const json::Object &object, StringRef key) { return object.getString(key).value_or(""); }
static const json::Object &objectAt(const json::Object &object, StringRef key) { return *object.getObject(key); }

/// The fewest digits that read back as the same number.
static std::string numberText(const json::Value &value) {
  if (auto integer = value.getAsInteger())
    return std::to_string(*integer);
  double number = value.getAsNumber().value_or(0);
  for (int digits : {6, 12, 15, 16}) {
    std::string text;
    llvm::raw_string_ostream(text) << llvm::format("%.*g", digits, number);
    double back;
    if (!StringRef(text).getAsDouble(back) && back == number)
      return text;
  }
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%.17g", number);
  return text;
}

/// Reports nest four levels.
static void writeJSON(const json::Value &value, json::OStream &writer) {
  if (const json::Object *object = value.getAsObject()) {
    SmallVector<const json::Object::value_type *> entries;
    for (const auto &entry : *object)
      entries.push_back(&entry);
    llvm::sort(entries, [](const auto *a, const auto *b) { return a->first < b->first; });
    writer.object([&] {
      for (const auto *entry : entries) {
        writer.attributeBegin(entry->first);
        writeJSON(entry->second, writer);
        writer.attributeEnd();
      }
    });
  } else if (const json::Array *array = value.getAsArray()) {
    writer.array([&] {
      for (const json::Value &element : *array)
        writeJSON(element, writer);
    });
  } else if (value.kind() == json::Value::Number) {
    writer.rawValue(numberText(value));
  } else {
    writer.value(value);
  }
}

void mlir::dsv4::printReport(const json::Value &report, raw_ostream &os) {
  json::OStream writer(os, /*IndentSize=*/2);
  writeJSON(report, writer);
  os << "\n";
}

/// A time with the unit that keeps it readable.
static std::string timeText(double microseconds) {
  if (microseconds >= 1e6)
    return llvm::formatv("{0:f2} s", microseconds / 1e6);
  if (microseconds >= 1e4)
    return llvm::formatv("{0:f2} ms", microseconds / 1e3);
  return llvm::formatv("{0:f2} us", microseconds);
}

/// A number with `digits` decimals, or with an exponent if that is wider than its column.
static std::string cell(double value, int digits, size_t width) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%.*f", digits, value);
  if (text.size() <= width)
    return text;
  text.clear();
  llvm::raw_string_ostream(text) << llvm::format("%.2e", value);
  return text;
}

/// `text`, or its beginning and ".." if it is longer than `width`.
static std::string fit(StringRef text, size_t width) {
  return text.size() <= width ? text.str() : (text.take_front(width - 2) + "..").str();
}

/// "memory 71 %, launch floor 29 %": the three largest, which fit into a line.
static std::string boundsText(const json::Object &total) {
  SmallVector<std::pair<double, StringRef>> bounds;
  for (const auto &[name, time] : objectAt(total, "time_by_bound_us"))
    if (double share = 100 * time.getAsNumber().value_or(0) / numberAt(total, "time_us"); share >= 0.5)
      bounds.push_back({share, StringRef(name)});
  llvm::sort(bounds, [](const auto &a, const auto &b) { return a.first > b.first; });
  bounds.truncate(std::min<size_t>(bounds.size(), 3));
  return llvm::join(
      llvm::map_range(bounds,
                      [](const auto &bound) { return llvm::formatv("{0} {1:f0} %", bound.second, bound.first).str(); }),
      ", ");
}

/// A row per collective of the table: what is exchanged, and the two parts of its time.
static void printCollectives(ArrayRef<json::Object> rows, raw_ostream &os) {
  constexpr StringLiteral format = "{0,-22} {1,-14} {2,5} {3,-8} {4,10} {5,10} {6,9} {7,9}\n";
  bool first = true;
  for (const json::Object &row : rows) {
    const json::Object &launch = objectAt(row, "per_launch"), *collective = launch.getObject("collective");
    if (!collective)
      continue;
    if (first)
      os << "\n"
         << llvm::formatv(format.data(), "collective, per launch", "kind", "ranks", "tier", "message MB", "latency us",
                          "link us", "time us");
    first = false;
    const json::Object &terms = objectAt(launch, "terms_us");
    os << llvm::formatv(format.data(), fit(textAt(row, "name"), 22), textAt(*collective, "name"),
                        cell(numberAt(*collective, "ranks"), 0, 5), textAt(*collective, "tier"),
                        cell(numberAt(*collective, "message_bytes") / 1e6, 3, 10),
                        cell(numberAt(terms, "collective_latency"), 2, 10), cell(numberAt(terms, "link"), 2, 9),
                        cell(numberAt(launch, "time_us"), 2, 9));
  }
}

void mlir::dsv4::printCostTable(const json::Value &report, raw_ostream &os) {
  const json::Object &root = *report.getAsObject();
  const json::Object &device = objectAt(root, "device"), &stack = objectAt(root, "stack"),
                     &total = objectAt(root, "total");
  const json::Array &kernels = *root.getArray("kernels"), &unmodelled = *root.getArray("unmodelled");

  os << llvm::formatv("@{0}: {1} on {2}, stack {3}", textAt(root, "function"), timeText(numberAt(total, "time_us")),
                      textAt(device, "title"), textAt(stack, "name"));
  if (numberAt(total, "time_us") > 0) {
    llvm::MapVector<StringRef, double> shares;
    for (const json::Value &kernel : kernels)
      shares[textAt(*kernel.getAsObject(), "name")] += numberAt(*kernel.getAsObject(), "share_percent");
    auto *largest = llvm::max_element(shares, [](const auto &a, const auto &b) { return a.second < b.second; });
    os << llvm::formatv(".\nBound by {0}; largest: {1} ({2:f0} %)", boundsText(total), largest->first, largest->second);
  }
  os << (unmodelled.empty() ? ".\n" : llvm::formatv("; {0} ops are NOT in it.\n", unmodelled.size()).str());
  if (root.getArray("bindings")->size()) {
    os << "Sizes:";
    for (const json::Value &value : *root.getArray("bindings")) {
      const json::Object &binding = *value.getAsObject();
      if (binding.get("name"))
        os << " " << textAt(binding, "name");
      else
        os << llvm::formatv(" arg{0:f0}", numberAt(binding, "argument"));
      if (binding.get("dimension"))
        os << llvm::formatv(":{0:f0}", numberAt(binding, "dimension"));
      if (binding.get("values"))
        os << "=" << textAt(binding, "values");
      else
        os << llvm::formatv("={0:f0}", numberAt(binding, "value"));
    }
    os << "\n";
  }

  constexpr StringLiteral row = "{0,-25} {1,8} {2,12} {3,6} {4,-18} {5,6} {6,9} {7,9}\n";
  os << "\n"
     << llvm::formatv(row.data(), "kernel", "launches", "time us", "share", "bound by", "roof", "read MB", "write MB");
  auto cells = [&](StringRef name, const json::Object &entry, const json::Object &bytes, double factor,
                   std::string share, StringRef bound) {
    os << llvm::formatv(row.data(), fit(name, 25), cell(numberAt(entry, "launches"), 0, 8),
                        cell(numberAt(entry, "time_us"), 2, 12), share, bound,
                        cell(numberAt(entry, "roofline_percent"), 0, 5) + "%",
                        cell(numberAt(bytes, "bytes_read") * factor / 1e6, 2, 9),
                        cell(numberAt(bytes, "bytes_written") * factor / 1e6, 2, 9));
  };
  // Kernels that differ only in where they stand share a row.
  std::vector<json::Object> rows;
  llvm::StringMap<size_t> rowOf;
  for (const json::Value &value : kernels) {
    const json::Object &kernel = *value.getAsObject(), &launch = objectAt(kernel, "per_launch");
    std::string key = llvm::formatv("{0}|{1}|{2}|{3}|{4}|{5}", textAt(kernel, "name"), textAt(kernel, "law"),
                                    numberAt(launch, "time_us"), numberAt(launch, "peak_time_us"),
                                    numberAt(launch, "bytes_read"), numberAt(launch, "bytes_written"));
    auto [entry, isNew] = rowOf.try_emplace(key, rows.size());
    if (isNew) {
      rows.push_back(kernel);
      continue;
    }
    json::Object &row = rows[entry->second];
    for (StringRef sum : {"launches", "time_us", "share_percent"})
      row[sum] = numberAt(row, sum) + numberAt(kernel, sum);
  }
  for (const json::Object &row : rows)
    cells(textAt(row, "name"), row, objectAt(row, "per_launch"), numberAt(row, "launches"),
          llvm::formatv("{0:f1}%", numberAt(row, "share_percent")).str(), textAt(row, "bound_by"));
  cells("total", total, total, 1, kernels.empty() ? "" : "100.0%", "");
  printCollectives(rows, os);
  for (const json::Value &value : unmodelled) {
    const json::Object &entry = *value.getAsObject();
    os << llvm::formatv("NOT MODELLED: {0} x {1:f0}, {2} ({3})\n", textAt(entry, "op"), numberAt(entry, "count"),
                        fit(textAt(entry, "location"), 40), textAt(entry, "reason"));
  }
  os << "\n"
     << llvm::formatv("device    {0}: {1:f0} units, {2:f0} GB/s, {3:f0} TFLOP/s bf16 ({4})\n",
                      fit(textAt(device, "title"), 40), numberAt(device, "compute_units"),
                      numberAt(device, "memory_bandwidth_gb_per_s"), numberAt(device, "matrix_bf16_tflop_per_s"),
                      textAt(device, "origin"))
     << llvm::formatv("stack     {0} ({1})\n", textAt(stack, "title"), textAt(stack, "origin"))
     << "row       kernels that differ only in their place in the IR; format=json has each one\n"
     << "time      of all launches of the row; launches run one after the other, none overlap\n"
     << "share     time of the row / total time\n"
     << "bound by  the largest term of the kernel's law: memory, an engine, a link, or a fixed time\n"
     << "roof      time at the device's peak rates / time; above 100 % where the cache serves the data\n"
     << "MB        10^6 bytes between memory and processor, of all launches\n";
}

/// A CSV field: quoted if it has to be.
static std::string field(StringRef text) {
  if (text.find_first_of(",\"\n\r") == StringRef::npos)
    return text.str();
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"')
      quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

static std::string field(const json::Value &value) {
  if (auto text = value.getAsString())
    return field(*text);
  return numberText(value);
}

void mlir::dsv4::printCostCSV(const json::Value &report, raw_ostream &os) {
  // Column, and where its value stands in a kernel of the report.
  static constexpr std::pair<StringLiteral, StringLiteral> columns[] = {
      {"function", "function"},
      {"kernel", "name"},
      {"op", "op"},
      {"location", "location"},
      {"launches", "launches"},
      {"time_us", "time_us"},
      {"share_percent", "share_percent"},
      {"bound_by", "bound_by"},
      {"roofline_percent", "roofline_percent"},
      {"launch_time_us", "per_launch/time_us"},
      {"launch_peak_time_us", "per_launch/peak_time_us"},
      {"launch_floor_us", "per_launch/terms_us/launch_floor"},
      {"launch_memory_us", "per_launch/terms_us/memory"},
      {"launch_matrix_us", "per_launch/terms_us/matrix"},
      {"launch_vector_us", "per_launch/terms_us/vector"},
      {"launch_special_function_us", "per_launch/terms_us/special_function"},
      {"launch_link_us", "per_launch/terms_us/link"},
      {"launch_collective_latency_us", "per_launch/terms_us/collective_latency"},
      {"launch_bytes_read", "per_launch/bytes_read"},
      {"launch_bytes_read_weights", "per_launch/bytes_read_by_class/weights"},
      {"launch_bytes_read_activations", "per_launch/bytes_read_by_class/activations"},
      {"launch_bytes_read_cache", "per_launch/bytes_read_by_class/cache"},
      {"launch_bytes_read_gathered_rows", "per_launch/bytes_read_by_class/gathered_rows"},
      {"launch_bytes_read_indices", "per_launch/bytes_read_by_class/indices"},
      {"launch_bytes_written", "per_launch/bytes_written"},
      {"launch_flops_matrix", "per_launch/flops/matrix"},
      {"launch_flops_vector", "per_launch/flops/vector"},
      {"launch_flops_special_function", "per_launch/flops/special_function"},
      {"collective", "per_launch/collective/name"},
      {"collective_message_bytes", "per_launch/collective/message_bytes"},
      {"collective_ranks", "per_launch/collective/ranks"},
      {"collective_tier", "per_launch/collective/tier"},
      {"law", "law"},
      {"source", "source"}};
  llvm::interleave(columns, os, [&](const auto &column) { os << column.first; }, ",");
  os << "\n";
  for (const json::Value &kernel : *report.getAsObject()->getArray("kernels")) {
    llvm::interleave(
        columns, os,
        [&](const auto &column) {
          const json::Value *value = &kernel;
          SmallVector<StringRef> path;
          StringRef(column.second).split(path, '/');
          for (StringRef key : path)
            value = value ? value->getAsObject()->get(key) : nullptr;
          // Kernels without a collective leave its columns empty.
          if (value)
            os << field(*value);
        },
        ",");
    os << "\n";
  }
}

void mlir::dsv4::emitCostRemarks(const json::Value &report, const CostResult &result) {
  const json::Array &kernels = *report.getAsObject()->getArray("kernels");
  for (auto [value, entry] : llvm::zip_equal(kernels, result.kernels)) {
    const json::Object &kernel = *value.getAsObject();
    Operation *op = entry.kernel.op;
    StringRef name = textAt(kernel, "name"), bound = textAt(kernel, "bound_by");
    auto options = remark::RemarkOpts::name("KernelCost")
                       .category("dsv4-cost")
                       .subCategory(name)
                       .function(textAt(kernel, "function"));
    if (remark::detail::InFlightRemark remark = remark::analysis(op->getLoc(), options)) {
      remark << remark::reason("bound by {0}", bound.str())
             << remark::metric("TimeMicroseconds", numberText(*kernel.get("time_us")))
             << remark::metric("Launches", numberText(*kernel.get("launches")))
             << remark::metric("SharePercent", numberText(*kernel.get("share_percent")))
             << remark::metric("RooflinePercent", numberText(*kernel.get("roofline_percent")));
      continue;
    }
    // No engine, or its filters do not ask for these: the user asked with format=remark.
    emitRemark(op->getLoc(), llvm::formatv("kernel {0}: {1:f2} us ({2:f1} %), bound by {3}, {4:f0} % of the roofline",
                                           name, numberAt(kernel, "time_us"), numberAt(kernel, "share_percent"), bound,
                                           numberAt(kernel, "roofline_percent"))
                                 .str());
  }
}

void mlir::dsv4::printWorkText(const json::Value &report, raw_ostream &os) {
  const json::Object &root = *report.getAsObject();
  os << "work of @" << textAt(root, "function") << "\n";
  for (const json::Value &value : *root.getArray("kernels")) {
    const json::Object &kernel = *value.getAsObject(), &launch = objectAt(kernel, "per_launch");
    os << llvm::formatv("kernel {0}, {1} at {2}, launches {3:f0}\n", textAt(kernel, "name"), textAt(kernel, "op"),
                        textAt(kernel, "location"), numberAt(kernel, "launches"));
    for (const json::Value &entry : *launch.getArray("flops_by_type"))
      os << llvm::formatv("  {0} {1}: {2:f0} flop\n", textAt(*entry.getAsObject(), "engine"),
                          textAt(*entry.getAsObject(), "type"), numberAt(*entry.getAsObject(), "flops"));
    const json::Object &byClass = objectAt(launch, "bytes_read_by_class");
    for (unsigned i = 0; i < kOperandClassCount; ++i) {
      StringRef name = stringify(static_cast<OperandClass>(i));
      if (double bytes = numberAt(byClass, name))
        os << llvm::formatv("  read {0}: {1:f0} bytes\n", name, bytes);
    }
    os << llvm::formatv("  write: {0:f0} bytes\n", numberAt(launch, "bytes_written"));
    os << llvm::formatv("  parallel tiles: {0:f0}\n", numberAt(launch, "parallel_tiles"));
    // JSON objects have no order: sizes are sorted by name.
    SmallVector<std::string> sizes;
    for (const auto &[name, size] : objectAt(launch, "sizes"))
      sizes.push_back(llvm::formatv("{0} {1:f0}", StringRef(name), *size.getAsNumber()));
    llvm::sort(sizes);
    if (!sizes.empty())
      os << "  sizes: " << llvm::join(sizes, ", ") << "\n";
    for (const json::Value &assumption : *launch.getArray("assumptions"))
      os << "  assumes: " << *assumption.getAsString() << "\n";
  }
  for (const json::Value &value : *root.getArray("unmodelled")) {
    const json::Object &entry = *value.getAsObject();
    os << llvm::formatv("not modelled: {0} at {1}, {2:f0} times ({3})\n", textAt(entry, "op"),
                        textAt(entry, "location"), numberAt(entry, "count"), textAt(entry, "reason"));
  }
}

//===- DataFile.cpp - YAML files of facts with units ----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/DataFile.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

/// Data files are a few kilobytes. The limits keep LLVM's recursive parser from
/// overflowing the stack on a hostile one.
static constexpr size_t kMaximalSize = 1 << 20;
static constexpr unsigned kMaximalDepth = 16;

const DataEntry *DataNode::find(StringRef key) const {
  for (const DataEntry &entry : entries)
    if (entry.key == key)
      return &entry;
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Parser
//===----------------------------------------------------------------------===//

namespace {
/// Turns LLVM's YAML nodes into `DataNode`s and their positions into locations.
class Parser {
public:
  Parser(MLIRContext *context, StringRef fileName, StringRef text) : context(context), fileName(fileName), text(text) {
    sourceMgr.setDiagHandler(
        [](const llvm::SMDiagnostic &diagnostic, void *self) {
          auto *parser = static_cast<Parser *>(self);
          if (parser->failed)
            return;
          parser->failed = true;
          emitError(parser->location(diagnostic.getLineNo(), diagnostic.getColumnNo() + 1)) << diagnostic.getMessage();
        },
        this);
  }

  FailureOr<DataNode> run() {
    if (text.size() > kMaximalSize) {
      emitError(location(1, 1)) << "has " << text.size() << " bytes; a data file has at most " << kMaximalSize;
      return failure();
    }
    if (succeeded(checkFlowDepth())) {
      llvm::yaml::Stream stream(llvm::MemoryBufferRef(text, fileName), sourceMgr, /*ShowColors=*/false);
      auto document = stream.begin();
      if (document == stream.end()) {
        emitError(location(1, 1)) << "is empty";
        return failure();
      }
      llvm::yaml::Node *root = document->getRoot();
      if (!root || failed)
        return failure();
      FailureOr<DataNode> node = convert(*root, 0);
      if (::mlir::failed(node) || failed || stream.failed())
        return failure();
      if (!node->isMapping) {
        emitError(node->loc) << "expected a mapping of keys to values";
        return failure();
      }
      return node;
    }
    return failure();
  }

private:
  Location location(unsigned line, unsigned column) const {
    return FileLineColLoc::get(context, fileName, line, column);
  }

  Location location(llvm::yaml::Node &node) const {
    llvm::SMLoc start = node.getSourceRange().Start;
    if (!start.isValid() || start.getPointer() < text.begin() || start.getPointer() > text.end())
      return location(1, 1);
    StringRef before(text.begin(), start.getPointer() - text.begin());
    size_t lineStart = before.rfind('\n');
    unsigned column = lineStart == StringRef::npos ? before.size() + 1 : before.size() - lineStart;
    return location(before.count('\n') + 1, column);
  }

  /// Brackets nest no deeper than the limit; quotes and comments are not looked at, which only makes it stricter.
  LogicalResult checkFlowDepth() {
    unsigned depth = 0;
    for (auto [offset, c] : llvm::enumerate(text)) {
      if (c == '[' || c == '{')
        ++depth;
      else if ((c == ']' || c == '}') && depth > 0)
        --depth;
      if (depth > kMaximalDepth) {
        StringRef before = text.take_front(offset);
        return emitError(location(before.count('\n') + 1, 1)) << "nests more than " << kMaximalDepth << " levels";
      }
    }
    return success();
  }

  /// Recursion is bounded by the depth limit.
  FailureOr<DataNode> convert(llvm::yaml::Node &node, unsigned depth) {
    DataNode result(location(node));
    if (depth > kMaximalDepth) {
      emitError(result.loc) << "nests more than " << kMaximalDepth << " levels";
      return failure();
    }
    if (auto *scalar = dyn_cast<llvm::yaml::ScalarNode>(&node)) {
      SmallString<32> storage;
      result.scalar = scalar->getValue(storage).str();
      return result;
    }
    if (auto *block = dyn_cast<llvm::yaml::BlockScalarNode>(&node)) {
      result.scalar = block->getValue().trim().str();
      return result;
    }
    if (isa<llvm::yaml::NullNode>(&node))
      return result;
    auto *mapping = dyn_cast<llvm::yaml::MappingNode>(&node);
    if (!mapping) {
      emitError(result.loc) << "expected a value or a mapping; sequences and anchors are not used in data files";
      return failure();
    }
    result.isMapping = true;
    for (llvm::yaml::KeyValueNode &pair : *mapping) {
      llvm::yaml::Node *keyNode = pair.getKey();
      auto *key = dyn_cast_or_null<llvm::yaml::ScalarNode>(keyNode);
      if (!key) {
        if (!failed)
          emitError(keyNode ? location(*keyNode) : result.loc) << "expected a key";
        return failure();
      }
      SmallString<32> storage;
      std::string name = key->getValue(storage).str();
      Location keyLoc = location(*key);
      if (result.find(name)) {
        emitError(keyLoc) << "key '" << name << "' stands twice";
        return failure();
      }
      llvm::yaml::Node *valueNode = pair.getValue();
      if (!valueNode || failed)
        return failure();
      FailureOr<DataNode> value = convert(*valueNode, depth + 1);
      if (::mlir::failed(value) || failed)
        return failure();
      result.entries.push_back({std::move(name), keyLoc, std::move(*value)});
    }
    return result;
  }

  MLIRContext *context;
  StringRef fileName;
  StringRef text;
  llvm::SourceMgr sourceMgr;
  /// The YAML parser reported an error; it may report followers.
  bool failed = false;
};
} // namespace

FailureOr<DataNode> mlir::dsv4::parseDataFile(MLIRContext *context, StringRef fileName, StringRef text) {
  return Parser(context, fileName, text).run();
}

//===----------------------------------------------------------------------===//
// Units
//===----------------------------------------------------------------------===//

namespace {
struct Unit {
  StringLiteral name;
  StringLiteral kind;
  double factor;
  StringLiteral suffix;
};
} // namespace

static constexpr Unit kUnits[] = {
    {"MB/s", "bandwidth", 1e6, "mb_per_s"},
    {"GB/s", "bandwidth", 1e9, "gb_per_s"},
    {"TB/s", "bandwidth", 1e12, "tb_per_s"},
    {"GFLOP/s", "arithmetic rate", 1e9, "gflop_per_s"},
    {"TFLOP/s", "arithmetic rate", 1e12, "tflop_per_s"},
    {"PFLOP/s", "arithmetic rate", 1e15, "pflop_per_s"},
    {"GOP/s", "arithmetic rate", 1e9, "gop_per_s"},
    {"TOP/s", "arithmetic rate", 1e12, "top_per_s"},
    {"POP/s", "arithmetic rate", 1e15, "pop_per_s"},
    {"element/ns", "element rate", 1e9, "element_per_ns"},
    {"B", "size", 1, "b"},
    {"KB", "size", 1e3, "kb"},
    {"MB", "size", 1e6, "mb"},
    {"GB", "size", 1e9, "gb"},
    {"TB", "size", 1e12, "tb"},
    {"ns", "time", 1e-9, "ns"},
    {"us", "time", 1e-6, "us"},
    {"ms", "time", 1e-3, "ms"},
    {"W", "power", 1, "w"},
    {"fraction", "fraction", 1, ""},
    {"percent", "fraction", 1e-2, "percent"},
    {"count", "count", 1, ""},
};

static const Unit *findUnit(StringRef name) {
  return llvm::find_if(kUnits, [&](const Unit &unit) { return unit.name == name; });
}

std::string mlir::dsv4::shortText(double value) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%g", value);
  return text;
}

StringRef mlir::dsv4::unitSuffix(StringRef unit) {
  const Unit *found = findUnit(unit);
  return found == std::end(kUnits) ? StringRef() : StringRef(found->suffix);
}

std::optional<double> mlir::dsv4::unitFactor(StringRef other, StringRef unit) {
  const Unit *from = findUnit(other), *to = findUnit(unit);
  if (from == std::end(kUnits) || to == std::end(kUnits) || from->kind != to->kind)
    return std::nullopt;
  return from->factor / to->factor;
}

//===----------------------------------------------------------------------===//
// Reading with rules
//===----------------------------------------------------------------------===//

LogicalResult mlir::dsv4::checkKeys(const DataNode &mapping, ArrayRef<StringRef> valid, StringRef what) {
  if (!mapping.isMapping)
    return emitError(mapping.loc) << what << " must be a mapping";
  for (const DataEntry &entry : mapping.entries)
    if (!llvm::is_contained(valid, entry.key))
      return emitError(entry.loc) << "unknown key '" << entry.key << "' of " << what
                                  << "; valid keys: " << llvm::join(valid, ", ");
  return success();
}

LogicalResult mlir::dsv4::checkSchemaVersion(const DataNode &root, int64_t version) {
  const DataEntry *entry = root.find("schema_version");
  if (!entry)
    return emitError(root.loc) << "has no 'schema_version'; this dsv4 reads version " << version;
  if (entry->value.scalar != std::to_string(version))
    return emitError(entry->value.loc) << "schema_version is '" << entry->value.scalar << "'; this dsv4 reads version "
                                       << version;
  return success();
}

FailureOr<std::string> mlir::dsv4::readText(const DataNode &mapping, StringRef key, StringRef what) {
  const DataEntry *entry = mapping.find(key);
  if (!entry) {
    emitError(mapping.loc) << what << " has no '" << key << "'";
    return failure();
  }
  if (entry->value.isMapping || entry->value.scalar.empty()) {
    emitError(entry->value.loc) << "'" << key << "' must be a text";
    return failure();
  }
  return entry->value.scalar;
}

FailureOr<Quantity> mlir::dsv4::readQuantity(const DataEntry &entry, const QuantityRule &rule, bool sourceRequired) {
  if (!entry.value.isMapping) {
    emitError(entry.value.loc) << "'" << entry.key << "' must be {value: NUMBER, unit: " << rule.unit
                               << (sourceRequired ? ", source: TEXT}" : "}");
    return failure();
  }
  if (failed(checkKeys(entry.value, {"value", "unit", "source"}, "a quantity")))
    return failure();
  std::string what = "'" + entry.key + "'";
  FailureOr<std::string> number = readText(entry.value, "value", what);
  if (failed(number))
    return failure();
  FailureOr<std::string> unit = readText(entry.value, "unit", what);
  if (failed(unit))
    return failure();
  Quantity result;
  if (sourceRequired || entry.value.find("source")) {
    FailureOr<std::string> source = readText(entry.value, "source", what);
    if (failed(source))
      return failure();
    result.source = *source;
  }
  Location valueLoc = entry.value.find("value")->value.loc;
  if (StringRef(*number).getAsDouble(result.value) || !std::isfinite(result.value)) {
    emitError(valueLoc) << "'" << entry.key << "' is '" << *number << "', expected a finite number";
    return failure();
  }
  std::optional<double> factor = unitFactor(*unit, rule.unit);
  if (!factor) {
    emitError(entry.value.find("unit")->value.loc)
        << "'" << entry.key << "' is given in '" << *unit << "', expected " << rule.unit;
    return failure();
  }
  result.value *= *factor;
  if (result.value < rule.low || result.value > rule.high) {
    emitError(valueLoc) << "'" << entry.key << "' is " << shortText(result.value) << " " << rule.unit << ", expected "
                        << shortText(rule.low) << " to " << shortText(rule.high);
    return failure();
  }
  return result;
}

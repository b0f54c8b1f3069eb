//===- DataFile.h - YAML files of facts with units --------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_DATAFILE_H
#define DSV4_COST_DATAFILE_H

#include "mlir/IR/Location.h"
#include "mlir/IR/MLIRContext.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace mlir::dsv4 {

struct DataEntry;

/// A node of a parsed data file: a scalar or a mapping. Every node knows its line.
struct DataNode {
  explicit DataNode(Location loc) : loc(loc) {}

  bool isMapping = false;
  std::string scalar;
  std::vector<DataEntry> entries;
  Location loc;

  const DataEntry *find(StringRef key) const;
};

struct DataEntry {
  std::string key;
  Location loc;
  DataNode value;
};

/// Parses one YAML document of nested mappings and scalars. Emits located errors
/// for syntax, duplicate keys, sequences, anchors and absurd sizes.
FailureOr<DataNode> parseDataFile(MLIRContext *context, StringRef fileName, StringRef text);

/// What a number in a file must be.
struct QuantityRule {
  StringRef key;
  /// Unit of the value that is returned; the file may use another unit of the same kind (`TB/s` for `GB/s`).
  StringRef unit;
  double low;
  double high;
  bool required;
};

struct Quantity {
  /// In the unit of the rule.
  double value;
  std::string source;
};

/// Reads `{value: NUMBER, unit: UNIT, source: TEXT}`. Emits an error for a missing
/// part, another kind of unit, a number that is not finite or outside the range of
/// the rule. `source` may be absent if `sourceRequired` is false.
FailureOr<Quantity> readQuantity(const DataEntry &entry, const QuantityRule &rule, bool sourceRequired);

/// Text of a scalar entry; an error if it is missing or empty. `what` is the mapping in the message.
FailureOr<std::string> readText(const DataNode &mapping, StringRef key, StringRef what);

/// `mapping` is a mapping whose keys are all in `valid`; the error lists them.
LogicalResult checkKeys(const DataNode &mapping, ArrayRef<StringRef> valid, StringRef what);

/// The file says `schema_version: VERSION`.
LogicalResult checkSchemaVersion(const DataNode &root, int64_t version);

/// A number for a message: "-3", "1e+06".
std::string shortText(double value);

/// Suffix that a unit gives a key: `gb_per_s` for `GB/s`, empty for fractions and counts.
StringRef unitSuffix(StringRef unit);

/// Whether a file may write a value of `unit` in `other`, and the factor.
std::optional<double> unitFactor(StringRef other, StringRef unit);

} // namespace mlir::dsv4

#endif // DSV4_COST_DATAFILE_H

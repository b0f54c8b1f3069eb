//===- JsonReader.h - Located reading of a JSON object ----------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_MODEL_JSONREADER_H
#define DSV4_LIB_MODEL_JSONREADER_H

#include "dsv4/Model/Config.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Location.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include <optional>
#include <string>

namespace mlir::dsv4 {

/// A value of the document and how a message calls it: "rope_scaling.factor",
/// "compress_ratios[3]". Tests false if the document does not have it.
struct JsonField {
  const llvm::json::Value *value = nullptr;
  std::string path;

  explicit operator bool() const { return value != nullptr; }
};

/// Reads a JSON document whose root is an object. `llvm::json` keeps no positions,
/// so the text is scanned once more beside the parsed values.
///
/// The readers of fields take all spellings of a name, the first being the one of
/// messages. An absent field (or `null`) gives `absent`; without that it is required.
/// After an error a reader returns something in its range and the caller may read on:
/// `check` says whether all went well. A value has one error at most.
class JsonReader {
public:
  JsonReader(MLIRContext *context, StringRef text, StringRef fileName)
      : context(context), text(text), fileName(fileName) {}

  /// Parses. Errors: syntax, a root that is no object, a key that stands twice,
  /// a text too long or nested too deep for the parser's recursion.
  LogicalResult parse();

  JsonField root() const { return {&document, ""}; }

  /// The field under one of `names`. An error if two of them say different things.
  JsonField find(const JsonField &object, ArrayRef<StringRef> names);
  /// The same, an object or a list; an error if it is something else.
  JsonField findObject(const JsonField &object, ArrayRef<StringRef> names);
  JsonField findList(const JsonField &object, ArrayRef<StringRef> names);
  SmallVector<JsonField> entriesOf(const JsonField &list) const;

  int64_t integer(const JsonField &object, ArrayRef<StringRef> names, int64_t low, int64_t high,
                  std::optional<int64_t> absent = std::nullopt);
  /// Above `low`, at most `high`.
  double number(const JsonField &object, ArrayRef<StringRef> names, double low, double high,
                std::optional<double> absent = std::nullopt);
  bool boolean(const JsonField &object, ArrayRef<StringRef> names, bool absent);
  /// One of `allowed`.
  std::string choice(const JsonField &object, ArrayRef<StringRef> names, ArrayRef<StringRef> allowed,
                     std::optional<StringRef> absent = std::nullopt);

  /// The same for a value that has been found; the error says what is allowed.
  std::optional<int64_t> toInteger(const JsonField &field, int64_t low, int64_t high);
  std::optional<std::string> toChoice(const JsonField &field, ArrayRef<StringRef> allowed);

  /// `object` lacks the field `name`. Missing fields of the root are reported together, by `check`.
  void require(const JsonField &object, StringRef name);
  /// "'path' is VALUE, ".
  InFlightDiagnostic emitError(const JsonField &field);
  Location getLocation(const JsonField &field) const;

  /// Reports the missing fields of the root. Fails if there was an error so far.
  LogicalResult check();
  /// Fields of the root that were found so far, by the first of the names that were asked for.
  const llvm::StringMap<FieldOrigin> &getOrigins() const { return origins; }
  /// Warns of unknown fields that look like one that was asked for and is absent: a misspelt
  /// optional field would silently be its default.
  void warnOfMisspelling() const;

private:
  Location locationOf(size_t offset) const;
  InFlightDiagnostic emitErrorAt(size_t offset);
  LogicalResult checkDepth();
  LogicalResult checkKeys();
  void indexPositions();
  size_t skipString(size_t position) const;
  size_t skipSpace(size_t position) const;
  /// The value as the file has it, shortened.
  std::string textOf(const llvm::json::Value &value) const;

  MLIRContext *context;
  StringRef text, fileName;
  llvm::json::Value document = nullptr;
  /// Offsets of the first character and of the one past the last.
  llvm::DenseMap<const llvm::json::Value *, std::pair<size_t, size_t>> positions;
  llvm::StringMap<FieldOrigin> origins;
  /// Names of the root that something asked for.
  llvm::StringSet<> known;
  SmallVector<std::string> missing;
  llvm::DenseSet<const llvm::json::Value *> reported;
  bool hasErrors = false;
};

/// `"a", "b" or "c"`.
std::string quotedAlternatives(ArrayRef<StringRef> words);

/// The shortest decimal that reads back as `value`: "1e-06", "10".
std::string shortestText(double value);

} // namespace mlir::dsv4

#endif // DSV4_LIB_MODEL_JSONREADER_H

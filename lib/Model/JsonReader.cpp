//===- JsonReader.cpp - Located reading of a JSON object ------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonReader.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <cmath>
#include <cstdlib>
#include <map>

using namespace mlir;
using namespace mlir::dsv4;
namespace json = llvm::json;

/// A config.json has a few kilobytes and four levels. The limits keep LLVM's recursive
/// parser from overflowing the stack on a hostile one.
static constexpr size_t kMaximalSize = size_t(1) << 24;
static constexpr unsigned kMaximalDepth = 64;
/// Entries of a list and characters of a value in a message.
static constexpr size_t kShownEntries = 4;
static constexpr size_t kShownLength = 40;
/// Edits between an unknown field and the one that was meant.
static constexpr unsigned kMisspeltDistance = 2;

std::string mlir::dsv4::quotedAlternatives(ArrayRef<StringRef> words) {
  std::string result;
  for (auto [index, word] : llvm::enumerate(words)) {
    if (index > 0)
      result += index + 1 == words.size() ? " or " : ", ";
    result += ("\"" + word + "\"").str();
  }
  return result;
}

std::string mlir::dsv4::shortestText(double value) {
  // "10000" rather than "1e+04".
  if (std::floor(value) == value && std::abs(value) < 1e15)
    return std::to_string(static_cast<int64_t>(value));
  std::string result;
  for (int digits = 1; digits <= 17; ++digits) {
    result.clear();
    llvm::raw_string_ostream(result) << llvm::format("%.*g", digits, value);
    if (std::strtod(result.c_str(), nullptr) == value)
      break;
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Parsing and positions
//===----------------------------------------------------------------------===//

Location JsonReader::locationOf(size_t offset) const {
  StringRef before = text.take_front(offset);
  size_t line = before.count('\n') + 1;
  size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0.
  return FileLineColLoc::get(context, fileName, line, offset - lineStart + 1);
}

Location JsonReader::getLocation(const JsonField &field) const {
  auto position = positions.find(field.value);
  return locationOf(position == positions.end() ? 0 : position->second.first);
}

InFlightDiagnostic JsonReader::emitErrorAt(size_t offset) {
  hasErrors = true;
  return mlir::emitError(locationOf(offset));
}

InFlightDiagnostic JsonReader::emitError(const JsonField &field) {
  hasErrors = true;
  InFlightDiagnostic error = mlir::emitError(getLocation(field));
  error << "'" << field.path << "' is " << textOf(*field.value) << ", ";
  if (!reported.insert(field.value).second)
    error.abandon();
  return error;
}

/// Position after the string that starts at `position`; the end of the text if it is open.
size_t JsonReader::skipString(size_t position) const {
  for (++position; position < text.size() && text[position] != '"'; ++position)
    if (text[position] == '\\')
      ++position;
  return std::min(position + 1, text.size());
}

LogicalResult JsonReader::checkDepth() {
  unsigned depth = 0;
  for (size_t position = 0; position < text.size();) {
    char character = text[position];
    if (character == '"') {
      position = skipString(position);
      continue;
    }
    if ((character == '{' || character == '[') && ++depth > kMaximalDepth) {
      emitErrorAt(position) << "nested deeper than " << kMaximalDepth << " levels";
      return failure();
    }
    if ((character == '}' || character == ']') && depth > 0)
      --depth;
    ++position;
  }
  return success();
}

LogicalResult JsonReader::parse() {
  if (text.size() > kMaximalSize) {
    emitErrorAt(0) << "has " << text.size() << " bytes; a configuration has at most " << kMaximalSize;
    return failure();
  }
  if (failed(checkDepth()))
    return failure();

  llvm::Expected<json::Value> parsed = json::parse(text);
  if (!parsed) {
    // "[line:column, byte=offset]: what"; the class has no accessors. The offset is that of the
    // character after the offending one.
    std::string message = llvm::toString(parsed.takeError());
    StringRef rest = message;
    size_t offset = 0;
    StringRef afterByte = rest.split("byte=").second;
    if (!afterByte.consumeInteger(10, offset) && afterByte.consume_front("]: "))
      rest = afterByte;
    if (text.trim().empty())
      emitErrorAt(0) << "is empty, expected a JSON object";
    else
      emitErrorAt(std::min(offset > 0 ? offset - 1 : 0, text.size())) << "not JSON: " << rest;
    return failure();
  }
  document = std::move(*parsed);
  if (document.kind() != json::Value::Object) {
    size_t start = text.find_first_not_of(" \t\r\n");
    emitErrorAt(start == StringRef::npos ? 0 : start) << "expected a JSON object";
    return failure();
  }
  if (failed(checkKeys()))
    return failure();
  indexPositions();
  return success();
}

size_t JsonReader::skipSpace(size_t position) const {
  return std::min(text.find_first_not_of(" \t\r\n", position), text.size());
}

/// The string in `[start, end)`, quotes and escapes removed.
static std::string unquote(StringRef text) {
  llvm::Expected<json::Value> value = json::parse(text);
  if (!value) {
    llvm::consumeError(value.takeError());
    return text.str();
  }
  return value->getAsString().value_or(text).str();
}

/// `llvm::json` keeps one of two values with the same key, which would also leave the text
/// without a value. The text is known to be valid JSON.
LogicalResult JsonReader::checkKeys() {
  SmallVector<llvm::StringSet<>> keysOfOpen;
  for (size_t position = 0; position < text.size();) {
    char character = text[position];
    if (character == '"') {
      size_t start = position;
      position = skipString(position);
      size_t next = skipSpace(position);
      if (next >= text.size() || text[next] != ':')
        continue;
      std::string key = unquote(text.slice(start, position));
      if (!keysOfOpen.back().insert(key).second) {
        emitErrorAt(start) << "key '" << key << "' stands twice";
        return failure();
      }
      continue;
    }
    if (character == '{')
      keysOfOpen.emplace_back();
    else if (character == '}')
      keysOfOpen.pop_back();
    ++position;
  }
  return success();
}

/// Walks text and values side by side. The text is known to be valid JSON without double keys.
void JsonReader::indexPositions() {
  struct Frame {
    const json::Value *container;
    size_t nextEntry;
  };
  SmallVector<Frame> open;
  size_t position = skipSpace(0);
  const json::Value *next = &document;
  while (true) {
    size_t start = position;
    if (text[position] == '{' || text[position] == '[') {
      open.push_back({next, 0});
      ++position;
    } else if (text[position] == '"') {
      position = skipString(position);
    } else {
      position = text.find_first_of(" \t\r\n,]}", position);
    }
    positions[next] = {start, position};

    // To the next value: past separators and the ends of containers.
    position = skipSpace(position);
    while (text[position] == '}' || text[position] == ']') {
      positions[open.pop_back_val().container].second = ++position;
      if (open.empty())
        return;
      position = skipSpace(position);
    }
    if (text[position] == ',')
      position = skipSpace(position + 1);
    Frame &frame = open.back();
    if (const json::Array *list = frame.container->getAsArray()) {
      next = &(*list)[frame.nextEntry++];
      continue;
    }
    size_t keyEnd = skipString(position);
    next = frame.container->getAsObject()->get(unquote(text.slice(position, keyEnd)));
    position = skipSpace(skipSpace(keyEnd) + 1); // Past the colon.
  }
}

std::string JsonReader::textOf(const json::Value &value) const {
  if (value.kind() == json::Value::Object)
    return "an object";
  if (const json::Array *list = value.getAsArray(); list && list->size() > kShownEntries)
    return "a list of " + std::to_string(list->size()) + " entries";
  auto [start, end] = positions.lookup(&value);
  StringRef source = text.slice(start, end);
  std::string result = source.take_front(kShownLength).str();
  if (source.size() > kShownLength) {
    // Not in the middle of a character.
    while (!result.empty() && (source[result.size()] & 0xC0) == 0x80)
      result.pop_back();
    result += "...";
  }
  for (char &character : result)
    if (static_cast<unsigned char>(character) < 0x20 || character == 0x7F)
      character = ' ';
  return result;
}

//===----------------------------------------------------------------------===//
// Fields
//===----------------------------------------------------------------------===//

JsonField JsonReader::find(const JsonField &object, ArrayRef<StringRef> names) {
  JsonField result;
  const json::Object *fields = object.value->getAsObject();
  for (StringRef name : names) {
    if (object.path.empty())
      known.insert(name);
    const json::Value *value = fields->get(name);
    if (!value || value->kind() == json::Value::Null)
      continue;
    JsonField field{value, object.path.empty() ? name.str() : object.path + "." + name.str()};
    if (!result)
      result = field;
    else if (*result.value != *value)
      emitError(field) << "but '" << result.path << "' is " << textOf(*result.value) << "; both mean the same field";
  }
  if (result && object.path.empty())
    origins.try_emplace(names.front(), FieldOrigin{result.path, LocationAttr(getLocation(result))});
  return result;
}

JsonField JsonReader::findObject(const JsonField &object, ArrayRef<StringRef> names) {
  JsonField field = find(object, names);
  if (!field || field.value->getAsObject())
    return field;
  emitError(field) << "expected an object";
  return {};
}

JsonField JsonReader::findList(const JsonField &object, ArrayRef<StringRef> names) {
  JsonField field = find(object, names);
  if (!field || field.value->getAsArray())
    return field;
  emitError(field) << "expected a list";
  return {};
}

SmallVector<JsonField> JsonReader::entriesOf(const JsonField &list) const {
  SmallVector<JsonField> entries;
  for (auto [index, entry] : llvm::enumerate(*list.value->getAsArray()))
    entries.push_back({&entry, (list.path + "[" + llvm::Twine(index) + "]").str()});
  return entries;
}

std::optional<int64_t> JsonReader::toInteger(const JsonField &field, int64_t low, int64_t high) {
  std::optional<double> number = field.value->getAsNumber();
  // Integers of more than 64 bits are numbers to llvm::json, and just as far out of range.
  bool isWhole = number && std::isfinite(*number) && std::floor(*number) == *number;
  if (isWhole && *number >= low && *number <= high)
    return field.value->getAsInteger();
  InFlightDiagnostic error = emitError(field);
  if (!isWhole)
    error << "expected an integer";
  else if (low == high)
    error << "expected " << low;
  else
    error << "expected " << low << " to " << high;
  return std::nullopt;
}

std::optional<std::string> JsonReader::toChoice(const JsonField &field, ArrayRef<StringRef> allowed) {
  std::optional<StringRef> word = field.value->getAsString();
  if (word && llvm::is_contained(allowed, *word))
    return word->str();
  emitError(field) << "expected " << quotedAlternatives(allowed);
  return std::nullopt;
}

int64_t JsonReader::integer(const JsonField &object, ArrayRef<StringRef> names, int64_t low, int64_t high,
                            std::optional<int64_t> absent) {
  if (JsonField field = find(object, names))
    return toInteger(field, low, high).value_or(low);
  if (!absent)
    require(object, names.front());
  return absent.value_or(low);
}

double JsonReader::number(const JsonField &object, ArrayRef<StringRef> names, double low, double high,
                          std::optional<double> absent) {
  JsonField field = find(object, names);
  if (!field) {
    if (!absent)
      require(object, names.front());
    return absent.value_or(high);
  }
  std::optional<double> value = field.value->getAsNumber();
  // The comparison is false for a NaN; infinity is above `high`.
  if (value && *value > low && *value <= high)
    return *value;
  InFlightDiagnostic error = emitError(field);
  if (value)
    error << "expected a number above " << shortestText(low) << " and at most " << shortestText(high);
  else
    error << "expected a number";
  return high;
}

bool JsonReader::boolean(const JsonField &object, ArrayRef<StringRef> names, bool absent) {
  JsonField field = find(object, names);
  if (!field)
    return absent;
  if (std::optional<bool> value = field.value->getAsBoolean())
    return *value;
  emitError(field) << "expected true or false";
  return absent;
}

std::string JsonReader::choice(const JsonField &object, ArrayRef<StringRef> names, ArrayRef<StringRef> allowed,
                               std::optional<StringRef> absent) {
  if (JsonField field = find(object, names))
    return toChoice(field, allowed).value_or(allowed.front().str());
  if (!absent)
    require(object, names.front());
  return absent.value_or(allowed.front()).str();
}

void JsonReader::warnOfMisspelling() const {
  const json::Object &fields = *document.getAsObject();
  // The tables of fields and names have no order.
  std::map<size_t, std::pair<StringRef, StringRef>> suspects;
  for (const auto &field : fields) {
    StringRef name = field.first;
    if (known.contains(name) || name.size() < 6)
      continue;
    StringRef nearest;
    unsigned nearestDistance = kMisspeltDistance + 1;
    for (const auto &candidate : known) {
      StringRef other = candidate.first();
      unsigned distance = name.edit_distance(other, /*AllowReplacements=*/true, nearestDistance);
      if (distance < nearestDistance || (distance == nearestDistance && other < nearest)) {
        nearest = other;
        nearestDistance = distance;
      }
    }
    if (!nearest.empty() && !fields.get(nearest))
      suspects[positions.lookup(&field.second).first] = {name, nearest};
  }
  for (auto [offset, names] : suspects)
    mlir::emitWarning(locationOf(offset))
        << "unknown field '" << names.first << "' is ignored; is '" << names.second << "' meant?";
}

void JsonReader::require(const JsonField &object, StringRef name) {
  hasErrors = true;
  if (object.path.empty())
    missing.push_back(name.str());
  else
    mlir::emitError(getLocation(object)) << "'" << object.path << "' has no field '" << name << "'";
}

LogicalResult JsonReader::check() {
  if (!missing.empty()) {
    bool isOne = missing.size() == 1;
    std::string names =
        llvm::join(llvm::map_range(missing, [](StringRef name) { return "'" + name.str() + "'"; }), ", ");
    missing.clear();
    mlir::emitError(getLocation(root())) << (isOne ? "missing field " : "missing fields ") << names;
  }
  return failure(hasErrors);
}

//===- IndexFacts.h - What is known of an index list ------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An op that takes an index list has no operand that says how many of its entries are -1,
// but the op that made the list knows, given the positions of the requests. These facts
// travel from one to the other: along the IR, and as an attribute through calls.
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_INDEXFACTS_H
#define DSV4_IR_INDEXFACTS_H

#include "dsv4/IR/RequestGroups.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Value.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>
#include <string>

namespace mlir::dsv4 {

/// A size that laws ask for by name: "tokens", "hidden_size", "m", ...
struct NamedSize {
  std::string name;
  double value;
};

/// What is known of the entries of an index list (or list of slots) without its values.
struct IndexFacts {
  /// Rows with the numbers from `first` on, of which `count` are named at least once.
  struct Rows {
    int64_t first;
    double count;
  };

  /// Entries that are not -1.
  double entries = 0;
  /// Entries in columns that nobody knows anything of; any of them may be -1.
  double unknownEntries = 0;
  /// Rows that the entries name, of all requests together.
  SmallVector<Rows, 2> rows;
  /// The requests whose positions decide this.
  RequestGroups requests;
  /// "window", "ratio", "top_k": what made the list.
  SmallVector<NamedSize, 3> sizes;

  /// Adds the columns of another list for the same queries.
  void append(const IndexFacts &columns);

  /// The facts as an attribute that is equal for equal facts, and back.
  DictionaryAttr toAttribute(MLIRContext *context) const;
  static IndexFacts fromAttribute(DictionaryAttr attribute);
};

using TypeLookup = function_ref<RankedTensorType(Value)>;
/// The requests that the values of `start_pos` and `query_lens` stand for; nothing if
/// they are not known.
using RequestsLookup = function_ref<std::optional<RequestGroups>(Value startPos, Value queryLens)>;
/// Facts of a list that was made out of sight, in what `describeIndexList` returns.
using IndexFactsLookup = function_ref<Attribute(Value)>;

/// The facts of an index list, following it through casts, concatenations of columns and
/// `dsv4.kernel` to ops with `IndexListOpInterface`. Where that ends at another value,
/// `factsOf` (may be null) is asked.
///
/// A `DictionaryAttr`, a `UnitAttr` if the positions that decide them are not known, or
/// null if nothing is known of any column. Emits no error. Positions that no program
/// accepts give facts without entries; whoever uses them checks `requests`.
Attribute describeIndexList(Value indices, TypeLookup typeOf, RequestsLookup requestsOf, IndexFactsLookup factsOf);

/// The requests of `start_pos` and `query_lens`: what `requestsOf` (may be null) says, else
/// constants in the IR, else nothing.
std::optional<RequestGroups> lookUpRequests(RequestsLookup requestsOf, Value startPos, Value queryLens);

} // namespace mlir::dsv4

#endif // DSV4_IR_INDEXFACTS_H

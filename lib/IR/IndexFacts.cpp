//===- IndexFacts.cpp - What is known of an index list --------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/IndexFacts.h"

#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// IndexFacts
//===----------------------------------------------------------------------===//

void IndexFacts::append(const IndexFacts &columns) {
  entries += columns.entries;
  unknownEntries += columns.unknownEntries;
  llvm::append_range(rows, columns.rows);
  if (requests.empty())
    requests = columns.requests;
  for (const NamedSize &size : columns.sizes)
    if (llvm::none_of(sizes, [&](const NamedSize &known) { return known.name == size.name; }))
      sizes.push_back(size);
}

DictionaryAttr IndexFacts::toAttribute(MLIRContext *context) const {
  Builder b(context);
  SmallVector<int64_t> firsts, positions;
  SmallVector<double> counts;
  for (const Rows &stretch : rows) {
    firsts.push_back(stretch.first);
    counts.push_back(stretch.count);
  }
  for (const RequestGroup &group : requests)
    positions.append({group.start, group.length, group.count});
  SmallVector<NamedAttribute> named;
  for (const NamedSize &size : sizes)
    named.push_back(b.getNamedAttr(size.name, b.getF64FloatAttr(size.value)));
  return b.getDictionaryAttr({b.getNamedAttr("entries", b.getF64FloatAttr(entries)),
                              b.getNamedAttr("unknown_entries", b.getF64FloatAttr(unknownEntries)),
                              b.getNamedAttr("first_rows", b.getDenseI64ArrayAttr(firsts)),
                              b.getNamedAttr("row_counts", b.getDenseF64ArrayAttr(counts)),
                              b.getNamedAttr("requests", b.getDenseI64ArrayAttr(positions)),
                              b.getNamedAttr("sizes", b.getDictionaryAttr(named))});
}

IndexFacts IndexFacts::fromAttribute(DictionaryAttr attribute) {
  IndexFacts facts;
  facts.entries = attribute.getAs<FloatAttr>("entries").getValueAsDouble();
  facts.unknownEntries = attribute.getAs<FloatAttr>("unknown_entries").getValueAsDouble();
  for (auto [first, count] : llvm::zip_equal(attribute.getAs<DenseI64ArrayAttr>("first_rows").asArrayRef(),
                                             attribute.getAs<DenseF64ArrayAttr>("row_counts").asArrayRef()))
    facts.rows.push_back({first, count});
  ArrayRef<int64_t> positions = attribute.getAs<DenseI64ArrayAttr>("requests").asArrayRef();
  for (; !positions.empty(); positions = positions.drop_front(3))
    facts.requests.push_back({positions[0], positions[1], positions[2]});
  for (NamedAttribute size : attribute.getAs<DictionaryAttr>("sizes"))
    facts.sizes.push_back({size.getName().str(), cast<FloatAttr>(size.getValue()).getValueAsDouble()});
  return facts;
}

//===----------------------------------------------------------------------===//
// Lookups
//===----------------------------------------------------------------------===//

std::optional<RequestGroups> mlir::dsv4::lookUpRequests(RequestsLookup requestsOf, Value startPos, Value queryLens) {
  if (requestsOf)
    if (std::optional<RequestGroups> groups = requestsOf(startPos, queryLens))
      return groups;
  DenseIntElementsAttr starts, lengths;
  if (matchPattern(startPos, m_Constant(&starts)) && matchPattern(queryLens, m_Constant(&lengths)) &&
      starts.getNumElements() == lengths.getNumElements())
    return groupRequests(starts, lengths);
  return std::nullopt;
}

/// The value that a value is, through casts and into and out of `dsv4.kernel`.
static Value sourceOf(Value value) {
  while (true) {
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      auto kernel = dyn_cast_or_null<KernelOp>(argument.getOwner()->getParentOp());
      if (!kernel)
        return value;
      value = kernel.getInputs()[argument.getArgNumber()];
    } else if (auto castOp = value.getDefiningOp<tensor::CastOp>()) {
      value = castOp.getSource();
    } else if (auto kernel = value.getDefiningOp<KernelOp>()) {
      Operation *yield = kernel.getBody().front().getTerminator();
      value = yield->getOperand(cast<OpResult>(value).getResultNumber());
    } else {
      return value;
    }
  }
}

Attribute mlir::dsv4::describeIndexList(Value indices, TypeLookup typeOf, RequestsLookup requestsOf,
                                        IndexFactsLookup factsOf) {
  MLIRContext *context = indices.getContext();
  IndexFacts facts;
  bool isAnyKnown = false;
  SmallVector<Value> pending = {indices};
  while (!pending.empty()) {
    Value columns = sourceOf(pending.pop_back_val());
    auto concat = columns.getDefiningOp<tensor::ConcatOp>();
    if (concat && static_cast<int64_t>(concat.getDim()) == concat.getResultType().getRank() - 1) {
      llvm::append_range(pending, llvm::reverse(concat.getInputs()));
      continue;
    }
    auto list = columns.getDefiningOp<IndexListOpInterface>();
    if (list && list.getIndexList() == columns) {
      std::optional<RequestGroups> groups = lookUpRequests(requestsOf, list.getStartPos(), list.getQueryLens());
      if (!groups)
        return UnitAttr::get(context);
      IndexFacts known;
      known.requests = *groups;
      if (llvm::all_of(*groups, isValidRequest))
        list.describeEntries(*groups, known);
      facts.append(known);
      isAnyKnown = true;
      continue;
    }
    Attribute elsewhere = factsOf ? factsOf(columns) : Attribute();
    if (isa_and_nonnull<UnitAttr>(elsewhere))
      return elsewhere;
    if (auto known = dyn_cast_or_null<DictionaryAttr>(elsewhere)) {
      facts.append(IndexFacts::fromAttribute(known));
      isAnyKnown = true;
      continue;
    }
    RankedTensorType type = typeOf(columns);
    if (!type || !type.hasStaticShape())
      return {};
    double elements = 1;
    for (int64_t size : type.getShape())
      elements *= static_cast<double>(size);
    facts.unknownEntries += elements;
  }
  return isAnyKnown ? facts.toAttribute(context) : DictionaryAttr();
}

//===- Work.cpp - Device-independent work of an op ------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/Work.h"

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/GridGroup.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

StringRef mlir::dsv4::stringify(Engine engine) {
  switch (engine) {
  case Engine::Matrix:
    return "matrix";
  case Engine::Vector:
    return "vector";
  case Engine::SpecialFunction:
    return "special_function";
  }
  llvm_unreachable("all engines have a name");
}

StringRef mlir::dsv4::stringify(OperandClass operandClass) {
  switch (operandClass) {
  case OperandClass::Weights:
    return "weights";
  case OperandClass::Activations:
    return "activations";
  case OperandClass::Cache:
    return "cache";
  case OperandClass::GatheredRows:
    return "gathered_rows";
  case OperandClass::Indices:
    return "indices";
  }
  llvm_unreachable("all operand classes have a name");
}

//===----------------------------------------------------------------------===//
// KernelWork
//===----------------------------------------------------------------------===//

void KernelWork::addArithmetic(Engine engine, Type elementType, double count) {
  if (count == 0)
    return;
  for (Arithmetic &entry : arithmetic) {
    if (entry.engine == engine && entry.elementType == elementType) {
      entry.count += count;
      return;
    }
  }
  arithmetic.push_back({engine, elementType, count});
}

double KernelWork::operations(Engine engine) const {
  double total = 0;
  for (const Arithmetic &entry : arithmetic)
    if (entry.engine == engine)
      total += entry.count;
  return total;
}

double KernelWork::bytesRead() const {
  double total = 0;
  for (const MemoryAccess &access : accesses)
    if (!access.isWrite)
      total += access.bytes;
  return total;
}

double KernelWork::bytesWritten() const {
  double total = 0;
  for (const MemoryAccess &access : accesses)
    if (access.isWrite)
      total += access.bytes;
  return total;
}

double KernelWork::bytesRead(OperandClass operandClass) const {
  double total = 0;
  for (const MemoryAccess &access : accesses)
    if (!access.isWrite && access.operandClass == operandClass)
      total += access.bytes;
  return total;
}

std::optional<double> KernelWork::size(StringRef name) const {
  for (const NamedSize &size : sizes)
    if (size.name == name)
      return size.value;
  return std::nullopt;
}

bool KernelWork::isEmpty() const { return arithmetic.empty() && bytesWritten() == 0; }

double mlir::dsv4::bytesOf(Type elementType, double elements) {
  double bits = 64;
  if (elementType.isIntOrFloat())
    bits = elementType.getIntOrFloatBitWidth();
  else if (auto complex = dyn_cast<ComplexType>(elementType); complex && complex.getElementType().isIntOrFloat())
    bits = 2 * complex.getElementType().getIntOrFloatBitWidth();
  if (bits == 1)
    bits = 8;
  return std::ceil(elements * bits / 8);
}

//===----------------------------------------------------------------------===//
// WorkBuilder
//===----------------------------------------------------------------------===//

double WorkBuilder::dim(Value value, int64_t index) const {
  RankedTensorType type = typeOf(value);
  return static_cast<double>(type.getDimSize(index < 0 ? index + type.getRank() : index));
}

double WorkBuilder::leading(Value value, int64_t trailing) const {
  double product = 1;
  for (int64_t size : typeOf(value).getShape().drop_back(trailing))
    product *= static_cast<double>(size);
  return product;
}

WorkBuilder &WorkBuilder::kernel(StringRef name, double parallelTiles) {
  KernelWork &kernel = kernels.emplace_back();
  kernel.name = name.str();
  kernel.parallelTiles = parallelTiles;
  return *this;
}

WorkBuilder &WorkBuilder::matrix(Type elementType, double operations) {
  kernels.back().addArithmetic(Engine::Matrix, elementType, operations);
  return *this;
}

WorkBuilder &WorkBuilder::vector(Type elementType, double operations) {
  kernels.back().addArithmetic(Engine::Vector, elementType, operations);
  return *this;
}

WorkBuilder &WorkBuilder::special(Type elementType, double operations) {
  kernels.back().addArithmetic(Engine::SpecialFunction, elementType, operations);
  return *this;
}

WorkBuilder &WorkBuilder::reads(Value value, OperandClass operandClass) {
  return value ? reads(value, operandClass, elements(value)) : *this;
}

WorkBuilder &WorkBuilder::reads(Value value, OperandClass operandClass, double elements) {
  kernels.back().accesses.push_back({value, operandClass, bytesOf(elementType(value), elements), /*isWrite=*/false});
  return *this;
}

WorkBuilder &WorkBuilder::writes(Value value, OperandClass operandClass) {
  return writes(value, operandClass, elements(value));
}

WorkBuilder &WorkBuilder::writes(Value value, OperandClass operandClass, double elements) {
  kernels.back().accesses.push_back({value, operandClass, bytesOf(elementType(value), elements), /*isWrite=*/true});
  return *this;
}

WorkBuilder &WorkBuilder::size(StringRef name, double value) {
  kernels.back().sizes.push_back({name.str(), value});
  return *this;
}

WorkBuilder &WorkBuilder::collective(StringRef name, double messageBytes) {
  SymbolTableCollection symbols;
  // The op's own verifier has seen the group.
  GridGroup group = getGridGroup(op, symbols).value_or(GridGroup());
  if (group.ranks == 1)
    return *this;
  kernels.back().collective = name.str();
  return size("message_bytes", messageBytes)
      .size("ranks", static_cast<double>(group.ranks))
      .size("span", static_cast<double>(group.span));
}

WorkBuilder &WorkBuilder::tiles(double parallelTiles) {
  kernels.back().parallelTiles = parallelTiles;
  return *this;
}

WorkBuilder &WorkBuilder::forRequests(RequestGroups groups) {
  kernels.back().requests = std::move(groups);
  return *this;
}

WorkBuilder &WorkBuilder::assumes(StringRef assumption) {
  kernels.back().assumptions.push_back(assumption.str());
  return *this;
}

//===----------------------------------------------------------------------===//
// Requests
//===----------------------------------------------------------------------===//

static LogicalResult failUnbound(Operation *op) {
  return op->emitOpError("needs the positions of the requests, but start_pos and query_lens are not bound to values");
}

/// A request that no lowered program would accept, or more or fewer than there are.
static LogicalResult checkRequests(Operation *op, ArrayRef<RequestGroup> groups, std::optional<double> batch,
                                   std::optional<double> tokens) {
  double count = 0;
  for (const RequestGroup &group : groups) {
    count += static_cast<double>(group.count);
    if (!isValidRequest(group))
      return op->emitOpError("is given a request with start_pos ")
             << group.start << " and query_lens " << group.length
             << ", expected 0 or more and a sum of at most 2^31 - 1";
    if (tokens && static_cast<double>(group.length) > *tokens)
      return op->emitOpError("is given a request with query_lens ")
             << group.length << ", but the call has " << static_cast<int64_t>(*tokens) << " tokens per request";
  }
  if (batch && count != *batch)
    return op->emitOpError("is given the positions of ")
           << static_cast<int64_t>(count) << " requests, but has " << static_cast<int64_t>(*batch);
  return success();
}

FailureOr<RequestGroups> WorkBuilder::requests(Value startPos, Value queryLens, double tokens) const {
  std::optional<RequestGroups> groups = lookUpRequests(lookups.requestsOf, startPos, queryLens);
  if (!groups)
    return failUnbound(op);
  if (failed(checkRequests(op, *groups, dim(startPos, 0), tokens)))
    return failure();
  return *groups;
}

FailureOr<IndexFacts> WorkBuilder::indexFacts(Value indices, std::optional<double> tokens) const {
  Attribute known = describeIndexList(indices, lookups.typeOf, lookups.requestsOf, lookups.indexFactsOf);
  IndexFacts facts;
  if (!known) {
    facts.unknownEntries = elements(indices);
    return facts;
  }
  if (isa<UnitAttr>(known))
    return failUnbound(op);
  facts = IndexFacts::fromAttribute(cast<DictionaryAttr>(known));
  if (failed(checkRequests(op, facts.requests, dim(indices, 0), tokens)))
    return failure();
  return facts;
}

LogicalResult mlir::dsv4::inferTypesOfRequests(Operation *op, const WorkLookups &lookups,
                                               SmallVectorImpl<Type> &results) {
  auto rule = dyn_cast<TypeRuleOpInterface>(op);
  if (!rule)
    return op->emitOpError("has no type rule");
  if (failed(rule.inferResultTypes(lookups.typeOf, results)))
    return failure();
  auto sized = dyn_cast<RequestSizedOpInterface>(op);
  if (!sized)
    return success();
  std::optional<RequestGroups> groups = lookUpRequests(lookups.requestsOf, sized.getStartPos(), sized.getQueryLens());
  if (!groups)
    return failUnbound(op);
  if (failed(checkRequests(op, *groups, /*batch=*/std::nullopt, /*tokens=*/std::nullopt)))
    return failure();
  int64_t needed = sized.widthFor(*groups);
  int64_t declared = cast<RankedTensorType>(op->getResult(0).getType()).getShape().back();
  if (!ShapedType::isDynamic(declared) && declared < needed)
    return op->emitOpError("has a static width of ") << declared << ", but the requests need " << needed;
  auto inferred = cast<RankedTensorType>(results.front());
  SmallVector<int64_t> shape(inferred.getShape());
  shape.back() = ShapedType::isDynamic(declared) ? needed : declared;
  results.front() = RankedTensorType::get(shape, inferred.getElementType());
  return success();
}

//===----------------------------------------------------------------------===//
// describeWork
//===----------------------------------------------------------------------===//

LogicalResult mlir::dsv4::describeWork(Operation *op, const WorkLookups &lookups,
                                       SmallVectorImpl<KernelWork> &kernels) {
  auto model = dyn_cast<WorkOpInterface>(op);
  if (!model)
    return op->emitOpError("has no work model");
  auto isStatic = [&](Value value) {
    RankedTensorType type = lookups.typeOf(value);
    return type && type.hasStaticShape();
  };
  for (auto [index, operand] : llvm::enumerate(op->getOperands()))
    if (!isStatic(operand))
      return op->emitOpError("has no work before the dimensions of operand #") << index << " are known";
  for (auto [index, result] : llvm::enumerate(op->getResults()))
    if (!isStatic(result))
      return op->emitOpError("has no work before the dimensions of result #") << index << " are known";
  WorkBuilder work(op, lookups, kernels);
  return model.describeWork(work);
}

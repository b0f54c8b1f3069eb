//===- Work.h - Device-independent work of an op ----------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_WORK_H
#define DSV4_IR_WORK_H

#include "dsv4/IR/IndexFacts.h"
#include "dsv4/IR/RequestGroups.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Operation.h"
#include "mlir/IR/Value.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>
#include <vector>

namespace mlir::dsv4 {

/// Which part of a processor runs an arithmetic operation. A multiply-add is
/// two operations, a comparison, minimum or negation is one. A reduction of n
/// values is n operations. Conversions between float types count as none.
enum class Engine {
  /// Products of matrices.
  Matrix,
  /// Additions, products, comparisons of single elements.
  Vector,
  /// Exponentials, logarithms, roots, divisions: one operation per result.
  SpecialFunction,
};

/// What the bytes of a memory access belong to.
enum class OperandClass {
  /// Parameters of the model: read once per launch, whatever the batch.
  Weights,
  /// Values that the step computes.
  Activations,
  /// Key-value caches and states that live longer than the step.
  Cache,
  /// Rows picked by an index: only the rows picked are counted.
  GatheredRows,
  /// Indices, token ids, positions.
  Indices,
};

inline constexpr unsigned kEngineCount = 3;
inline constexpr unsigned kOperandClassCount = 5;

/// "matrix", "vector", "special_function".
StringRef stringify(Engine engine);
/// "weights", "activations", "cache", "gathered_rows", "indices".
StringRef stringify(OperandClass operandClass);

/// Arithmetic of one kind.
struct Arithmetic {
  Engine engine;
  /// Type of the operands: it decides the rate of an engine.
  Type elementType;
  /// Operations. A double is exact up to 2^53 and cannot overflow.
  double count;
};

/// Bytes that a kernel moves between memory and the processor.
struct MemoryAccess {
  /// The operand that is read or the result that is written.
  Value value;
  OperandClass operandClass;
  double bytes;
  bool isWrite;
};

/// What one kernel launch does, on whatever device.
struct KernelWork {
  /// The name under which a law is looked up.
  std::string name;
  /// Name of the collective in it, such as "all_reduce"; empty without one. The sizes `message_bytes`, `ranks` and
  /// `span` belong to it.
  std::string collective = {};
  /// Further collectives of a fused kernel: each with its name and the three sizes, and nothing else.
  std::vector<KernelWork> otherCollectives = {};
  SmallVector<Arithmetic, 3> arithmetic;
  SmallVector<MemoryAccess, 4> accesses;
  SmallVector<NamedSize, 4> sizes;
  /// Positions of the requests, for laws that walk rows in blocks; empty if the work does
  /// not depend on positions.
  RequestGroups requests;
  /// What the counts take for granted because no operand says it: "uniform routing".
  SmallVector<std::string, 1> assumptions;
  /// Pieces that can run at the same time without exchanging data.
  double parallelTiles = 1;

  /// Adds operations to the entry of the same engine and type.
  void addArithmetic(Engine engine, Type elementType, double count);
  /// Operations of all types on an engine.
  double operations(Engine engine) const;
  double bytesRead() const;
  double bytesWritten() const;
  double bytesRead(OperandClass operandClass) const;
  std::optional<double> size(StringRef name) const;
  /// No arithmetic and no result: nothing is launched, so nothing is read either.
  bool isEmpty() const;
};

/// Bytes of `elements` values of `elementType` in memory: i1 takes a byte, types
/// of less than a byte are packed, index takes eight.
double bytesOf(Type elementType, double elements);

/// What is known of the values of a program besides its IR. All but `typeOf` may be null.
struct WorkLookups {
  /// Answers for every value; null if it is no ranked tensor.
  TypeLookup typeOf;
  /// Asked before constants in the IR are.
  RequestsLookup requestsOf = nullptr;
  /// Asked for index lists that no op in sight makes.
  IndexFactsLookup indexFactsOf = nullptr;
};

/// Collects the kernels of one op. All types are static here.
class WorkBuilder {
public:
  WorkBuilder(Operation *op, const WorkLookups &lookups, SmallVectorImpl<KernelWork> &kernels)
      : op(op), lookups(lookups), kernels(kernels) {}

  MLIRContext *getContext() const { return op->getContext(); }
  RankedTensorType typeOf(Value value) const { return lookups.typeOf(value); }
  int64_t getRank(Value value) const { return typeOf(value).getRank(); }
  Type elementType(Value value) const { return typeOf(value).getElementType(); }
  /// Size of dimension `index`, negative from the end.
  double dim(Value value, int64_t index) const;
  /// Product of the dimensions before the last `trailing`: the tokens.
  double leading(Value value, int64_t trailing) const;
  double elements(Value value) const { return leading(value, 0); }

  /// The requests of a call of `tokens` rows per request. Emits an error at the op and
  /// fails if they are not known or do not fit: not as many as `start_pos` has, a
  /// negative number, more than `tokens` new tokens, an end beyond 2^31 - 1.
  FailureOr<RequestGroups> requests(Value startPos, Value queryLens, double tokens) const;

  /// What is known of an index list or list of slots, whose first dimension is the
  /// requests. Emits an error at the op and fails if positions that decide it are not
  /// known or do not fit, as `requests`.
  FailureOr<IndexFacts> indexFacts(Value indices, std::optional<double> tokens) const;

  /// Begins a kernel; what follows belongs to it.
  WorkBuilder &kernel(StringRef name, double parallelTiles);
  WorkBuilder &matrix(Type elementType, double operations);
  WorkBuilder &vector(Type elementType, double operations);
  WorkBuilder &special(Type elementType, double operations);
  /// Reads or writes all of a value once; an absent operand is nothing.
  WorkBuilder &reads(Value value, OperandClass operandClass);
  WorkBuilder &writes(Value value, OperandClass operandClass = OperandClass::Activations);
  /// Reads or writes `elements` elements of it.
  WorkBuilder &reads(Value value, OperandClass operandClass, double elements);
  WorkBuilder &writes(Value value, OperandClass operandClass, double elements);
  WorkBuilder &size(StringRef name, double value);
  /// The kernel communicates with the group of the op, see `GridGroup`: adds `message_bytes`, `ranks` and `span`.
  WorkBuilder &collective(StringRef name, double messageBytes);
  /// Replaces the number of parallel tiles.
  WorkBuilder &tiles(double parallelTiles);
  /// The kernel serves these requests: `KernelWork::requests`.
  WorkBuilder &forRequests(RequestGroups groups);
  WorkBuilder &assumes(StringRef assumption);

private:
  Operation *op;
  const WorkLookups &lookups;
  SmallVectorImpl<KernelWork> &kernels;
};

/// The kernels of an op that has `WorkOpInterface`, when its operands and results have
/// the types that the lookups say. Emits a located error and fails if a type is not static,
/// if the work depends on positions that are not known, or if the op has no work model.
LogicalResult describeWork(Operation *op, const WorkLookups &lookups, SmallVectorImpl<KernelWork> &kernels);

/// The result types of an op that has `TypeRuleOpInterface` for operands of these types:
/// those of its type rule, and if the op has `RequestSizedOpInterface` with the width
/// that its requests make. A static width in the IR stays, since it pads. Emits a located
/// error and fails if a constraint of the op does not hold, if the positions are not
/// known, or if a static width is too small.
LogicalResult inferTypesOfRequests(Operation *op, const WorkLookups &lookups, SmallVectorImpl<Type> &results);

} // namespace mlir::dsv4

#endif // DSV4_IR_WORK_H

//===- OpImporter.h - Converts one torch op ---------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IMPORT_OPIMPORTER_H
#define DSV4_IMPORT_OPIMPORTER_H

#include "dsv4/IR/EinsumBuilder.h"
#include "dsv4/Import/OperandReader.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringMap.h"
#include <optional>
#include <string>
#include <vector>

namespace mlir::dsv4 {

/// What the options of the pass give to operators that lack an operand.
struct ImportDefaults {
  /// norm_eps of hc_pre_inv_rms, hc_head and compressor.
  double normEps = 1.0e-6;
  /// Row of the cache at which compressed rows begin; nothing: as the program says.
  std::optional<int64_t> compressedOffset;
  /// Compressed rows and indexer go through FP8 and FP4, as in the model's reference code.
  bool roundsCaches = false;
};

/// What the handlers of one function share.
struct ImportState {
  ImportDefaults defaults;

  /// The function's only block; its last arguments may be new ones.
  Block *body = nullptr;

  /// What an operator needs and the program does not hand to it: a new argument
  /// of the function, named by `dsv4.name`.
  struct NewArgument {
    std::string name;
    BlockArgument value;
    /// What the program makes of a state: a new result of the function, which
    /// belongs into the argument. Null if it is only read.
    Value updated;
  };
  std::vector<NewArgument> newArguments;

  /// Contents of the function's mutable arguments, in the order of the arguments.
  struct MutableArgument {
    Value torchValue;
    BlockArgument value;
    /// Null as long as nothing has written it.
    Value contents;
  };
  SmallVector<MutableArgument> mutableArguments;

  /// Codes of a quantisation, and what they stand for.
  struct Quantised {
    Value scales;
    /// Codes times scales, in the type of what was quantised.
    Value dequantised;
  };
  DenseMap<Value, Quantised> quantised;

  /// Positions of requests as operators asked for them.
  struct Positions {
    std::pair<OpFoldResult, OpFoldResult> sizes;
    Value seqLens, givenLens, startPos, queryLens;
  };
  std::vector<Positions> positions;

  /// Compressors so far: their arguments are numbered.
  int64_t compressors = 0;

  /// Size that a `torch.symbolic_int` stands for, once an argument has shown it, and
  /// the multiples of it that dimensions are known to be, with the first of them.
  struct KnownSize {
    OpFoldResult size;
    std::string place;
  };
  DenseMap<Value, OpFoldResult> symbols;
  DenseMap<std::pair<Value, int64_t>, KnownSize> multiples;
  /// Dimensions that are known to be a multiple of a number.
  DenseMap<std::pair<Value, int64_t>, int64_t> divisors;

  /// Groups of ranks that collectives of the module name, by the symbol of their grid.
  llvm::MapVector<StringAttr, SmallVector<int64_t>> *grids = nullptr;

  /// torch values and what stands for them: tensors, and i64, f64, i1 for
  /// `!torch.int`, `!torch.float`, `!torch.bool`. Lists, none, strings and
  /// devices have no entry; OperandReader reads them where they are made.
  IRMapping values;

  /// Lists of tensors that an operator made (`aten.split`), by the torch value.
  DenseMap<Value, SmallVector<Value>> lists;

  /// Sizes of dimensions as `OpImporter::sizeOf` found them.
  DenseMap<std::pair<Value, int64_t>, OpFoldResult> sizes;

  /// Pairs of sizes (their opaque values) that the program compares already when it runs.
  DenseSet<std::pair<const void *, const void *>> comparedSizes;

  /// Products of two sizes, so that equal products are equal values.
  DenseMap<std::pair<const void *, const void *>, OpFoldResult> products;

  /// What to tell the user once per operator, with the first use and the number
  /// of uses.
  struct Remark {
    Location first;
    int64_t count = 0;
  };
  llvm::MapVector<StringAttr, Remark> remarks;
};

/// One torch op on its way to builtin tensors: reads the operands, builds ops
/// behind what is converted already, and names the values that replace the
/// results. A handler reads like this:
///
///   LogicalResult convertExp(OpImporter &b) {
///     TensorOperand x;
///     if (failed(b.operands().tensor("self", x).done()))
///       return failure();
///     return b.results({...});
///   }
class OpImporter : public EinsumBuilder {
public:
  OpImporter(OpBuilder &builder, Operation *op, ImportState &state);

  /// The operator: "torch.tensor_cast.hc_post".
  StringRef name() const { return operatorName; }
  Operation *source() const { return op; }
  ImportState &state() { return importState; }

  /// Reads the operands in schema order.
  OperandReader operands();

  /// An error at the op: "'torch.aten.mm': ...".
  InFlightDiagnostic error() const;

  /// Tells the user `text` once, with the number of ops it is true for.
  void remark(const Twine &text);

  /// Type that result `index` declares, as builtin type; null, with an error,
  /// if there is no such result or it is not a ranked tensor.
  RankedTensorType resultType(unsigned index = 0);

  /// Replaces the results. A tensor is converted to the element type that the
  /// result declares (float to float, integer to integer) and keeps its shape
  /// where that is more static; a shape that contradicts the declared one is an
  /// error.
  LogicalResult results(ValueRange values);

  /// The results, and behind them the new value of the operand that the operator
  /// writes if its schema says that it does (`Tensor(a!)`): then the program has one
  /// result more. The handle among `values` and that value are the same.
  LogicalResult resultsAndWritten(ValueRange values, Value written);

  /// An argument that the function gets for this operator. The same name and type
  /// are the same argument; a name that stands for another type gets a number.
  Value newArgument(const Twine &name, RankedTensorType type);

  /// A new argument that is updated in place: `setUpdated` says what becomes of it.
  void setUpdated(Value argument, Value updated);

  /// Builds a dsv4 op with inferred result types and verifies it. The errors of
  /// its constraints are reported at the torch op.
  template <typename OpT>
  FailureOr<OpT> createOp(ValueRange operands, const typename OpT::Properties &properties) {
    typename OpT::Properties copy = properties;
    SmallVector<Type> types;
    if (failed(OpT::inferReturnTypes(getContext(), getLoc(), operands, DictionaryAttr(), &copy, {}, types)))
      return failure();
    return createOp<OpT>(operands, properties, types);
  }

  /// The same with given result types.
  template <typename OpT>
  FailureOr<OpT> createOp(ValueRange operands, const typename OpT::Properties &properties, TypeRange types) {
    OperationState opState(getLoc(), OpT::getOperationName());
    opState.addOperands(operands);
    opState.addTypes(types);
    opState.getOrAddProperties<typename OpT::Properties>() = properties;
    Operation *created = OpBuilder::create(opState);
    if (failed(verifyCreated(created)))
      return failure();
    return llvm::cast<OpT>(created);
  }

  /// `tensor` in `type`, which differs in static and dynamic sizes only.
  Value castShape(Value tensor, RankedTensorType type);

  /// Size `dim` of `tensor` as the op that made it was given it, so that equal
  /// sizes are equal values wherever that can be seen.
  OpFoldResult sizeOf(Value tensor, int64_t dim);
  SmallVector<OpFoldResult> sizesOf(Value tensor);

  /// Stops the program when `condition`, an i1, does not hold: "aten.mm: <violation>". A condition that is known to
  /// fail is an error now.
  LogicalResult check(Value condition, const Twine &violation);
  /// The same with a message that needs no operator's name.
  LogicalResult checkProgram(Value condition, const Twine &message);

  /// Two sizes must be equal: nothing if that can be seen, else a comparison when the program runs.
  LogicalResult checkEqual(OpFoldResult lhs, OpFoldResult rhs, const Twine &violation);

  /// Replaces the only result, a list of tensors.
  LogicalResult listResult(ArrayRef<Value> tensors);

private:
  LogicalResult verifyCreated(Operation *created);

  Operation *op;
  StringRef operatorName;
  ImportState &importState;
};

/// Two sizes are known to be equal: the same number, or the same dimension of the same tensor.
bool equalSizes(OpFoldResult lhs, OpFoldResult rhs);

/// Converts one op; fails after an error that is located at it.
using Handler = LogicalResult (*)(OpImporter &);

/// Handlers by operator name: "torch.aten.mm", and "torch.tensor_cast.hc_post"
/// for `torch.operator "torch.tensor_cast.hc_post"`.
using HandlerTable = llvm::StringMap<Handler>;

/// The families, one file each.
void addTensorCastHandlers(HandlerTable &table);
void addAtenBinaryHandlers(HandlerTable &table);
void addAtenComparisonHandlers(HandlerTable &table);
void addAtenCreationHandlers(HandlerTable &table);
void addAtenDivisionHandlers(HandlerTable &table);
void addAtenDtypeHandlers(HandlerTable &table);
void addAtenEinsumHandlers(HandlerTable &table);
void addAtenIndexingHandlers(HandlerTable &table);
void addTensorCastAttentionHandlers(HandlerTable &table);
void addTensorCastCollectiveHandlers(HandlerTable &table);
void addTensorCastQuantisationHandlers(HandlerTable &table);
void addTensorCastRoutingHandlers(HandlerTable &table);
void addDSV4OperatorHandlers(HandlerTable &table);
void addProgramFormHandlers(HandlerTable &table);
void addAtenLinearAlgebraHandlers(HandlerTable &table);
void addAtenNumberHandlers(HandlerTable &table);
void addAtenReductionHandlers(HandlerTable &table);
void addAtenScanHandlers(HandlerTable &table);
void addAtenScatterHandlers(HandlerTable &table);
void addAtenSelectionHandlers(HandlerTable &table);
void addAtenShapeHandlers(HandlerTable &table);
void addAtenSliceHandlers(HandlerTable &table);
void addAtenSortHandlers(HandlerTable &table);
void addAtenUnaryHandlers(HandlerTable &table);
void addAtenViewHandlers(HandlerTable &table);
void addTorchHandlers(HandlerTable &table);

} // namespace mlir::dsv4

#endif // DSV4_IMPORT_OPIMPORTER_H

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

namespace mlir::dsv4 {

/// What the handlers of one function share.
struct ImportState {
  /// norm_eps for operators that lack the operand.
  double normEps = 1.0e-6;

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

  /// Builds a dsv4 op with inferred result types and verifies it. The errors of
  /// its constraints are reported at the torch op.
  template <typename OpT>
  FailureOr<OpT> createOp(ValueRange operands, const typename OpT::Properties &properties) {
    typename OpT::Properties copy = properties;
    SmallVector<Type> types;
    if (failed(OpT::inferReturnTypes(getContext(), getLoc(), operands, DictionaryAttr(), &copy, {}, types)))
      return failure();
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

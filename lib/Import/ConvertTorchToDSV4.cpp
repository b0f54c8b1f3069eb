//===- ConvertTorchToDSV4.cpp - Pass convert-torch-to-dsv4 ----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every function is built anew in one pass over the old one, and the old ones are
// replaced when all have converted. So a failure leaves the module as it was, and
// the time is linear in the number of ops.
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/Contract.h"
#include "dsv4/IR/DSV4Dialect.h"
#include "dsv4/Import/OpImporter.h"
#include "dsv4/Import/Passes.h"
#include "dsv4/Torch/TorchDialects.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include <limits>

namespace mlir::dsv4 {
#define GEN_PASS_DEF_CONVERTTORCHTODSV4PASS
#include "dsv4/Import/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// What may stand in a module after the conversion: dsv4, and what torch-mlir's
/// own lowering leaves in the partially lowered form.
constexpr StringRef allowedDialects[] = {"affine", "arith",      "cf",   "complex", "dsv4",  "func",
                                         "linalg", "ml_program", "math", "scf",     "tensor"};

const HandlerTable &handlers() {
  static const HandlerTable table = [] {
    HandlerTable result;
    addTorchHandlers(result);
    addTensorCastHandlers(result);
    addAtenBinaryHandlers(result);
    addAtenComparisonHandlers(result);
    addAtenCreationHandlers(result);
    addAtenDivisionHandlers(result);
    addAtenDtypeHandlers(result);
    addAtenEinsumHandlers(result);
    addAtenIndexingHandlers(result);
    addAtenLinearAlgebraHandlers(result);
    addAtenNumberHandlers(result);
    addAtenReductionHandlers(result);
    addAtenScanHandlers(result);
    addAtenScatterHandlers(result);
    addAtenSelectionHandlers(result);
    addAtenShapeHandlers(result);
    addAtenSliceHandlers(result);
    addAtenSortHandlers(result);
    addAtenUnaryHandlers(result);
    addAtenViewHandlers(result);
    return result;
  }();
  return table;
}

/// Ops of a program whose tensors are mutable (`import_program` instead of the frozen import).
bool isMutation(StringRef name) {
  return name == "torch.overwrite.tensor.contents" || name == "torch.copy.to_vtensor" ||
         name == "torch.copy.to_tensor" || name == "torch.tensor.literal";
}

//===----------------------------------------------------------------------===//
// Check: is there a handler for everything?
//===----------------------------------------------------------------------===//

/// One error per operator that cannot be converted, at its first use.
LogicalResult checkOperators(ModuleOp module) {
  struct Use {
    Location first;
    int64_t count = 0;
  };
  llvm::MapVector<StringRef, Use> unknown, nested;
  module.walk([&](Operation *op) {
    if (!isTorchOp(op))
      return;
    StringRef name = getTorchOperatorName(op);
    bool isKnown = handlers().contains(name) && op->getNumRegions() == 0;
    if (isKnown && isa_and_present<func::FuncOp>(op->getParentOp()))
      return;
    auto &group = isKnown ? nested : unknown;
    ++group.try_emplace(name, Use{op->getLoc()}).first->second.count;
  });
  auto uses = [](int64_t count) { return std::to_string(count) + (count == 1 ? " use" : " uses"); };
  for (auto &[name, use] : unknown) {
    InFlightDiagnostic diagnostic = emitError(use.first);
    diagnostic << "'" << name << "' cannot be imported: ";
    if (isMutation(name))
      diagnostic << "mutable tensors have no handler, import the program in its frozen form";
    else
      diagnostic << "it has no handler";
    diagnostic << " (" << uses(use.count) << ")";
  }
  for (auto &[name, use] : nested)
    emitError(use.first) << "'" << name << "' cannot be imported inside of a region of another op (" << uses(use.count)
                         << ")";
  return success(unknown.empty() && nested.empty());
}

/// torch-mlir 20261001 lowers `view(x, [-1, D])` of `[?, ?, D]` to a tensor.cast
/// that declares the second size to be 1, which drops elements. torch.export gives
/// a size that may be 1 no symbol, so such a cast is wrong wherever all symbols
/// are known to be larger.
LogicalResult checkDeclaredSizes(ModuleOp module) {
  int64_t smallest = std::numeric_limits<int64_t>::max();
  SmallVector<std::pair<tensor::CastOp, int64_t>> claims;
  module.walk([&](Operation *op) {
    if (op->getName().getStringRef() == "torch.symbolic_int") {
      auto minimum = dyn_cast_if_present<IntegerAttr>(op->getAttr("min_val"));
      smallest = std::min(smallest, minimum ? minimum.getInt() : 0);
    }
    auto castOp = dyn_cast<tensor::CastOp>(op);
    auto from = castOp ? dyn_cast<RankedTensorType>(castOp.getSource().getType()) : RankedTensorType();
    auto to = castOp ? dyn_cast<RankedTensorType>(castOp.getType()) : RankedTensorType();
    if (!from || !to)
      return;
    for (int64_t i = 0; i < from.getRank(); ++i)
      if (from.isDynamicDim(i) && to.getDimSize(i) == 1)
        claims.push_back({castOp, i});
  });
  bool hasSymbols = smallest != std::numeric_limits<int64_t>::max();
  if (claims.empty() || !hasSymbols || smallest < 2)
    return success();
  auto [castOp, dim] = claims.front();
  return emitError(castOp.getLoc()) << "dimension " << dim << " is cast to size 1, but every size of the program is at "
                                    << "least " << smallest << ": torch-mlir lowered a view wrongly (" << claims.size()
                                    << (claims.size() == 1 ? " cast" : " casts")
                                    << "), import the raw or the torch form";
}

//===----------------------------------------------------------------------===//
// Conversion of one function
//===----------------------------------------------------------------------===//

/// Removes the attributes of the torch dialects, such as `torch.assume_strict_symbolic_shapes`.
DictionaryAttr withoutTorchAttributes(DictionaryAttr attributes) {
  SmallVector<NamedAttribute> kept;
  for (NamedAttribute attribute : attributes)
    if (attribute.getName().strref().split('.').first != TorchDialect::getDialectNamespace())
      kept.push_back(attribute);
  return DictionaryAttr::get(attributes.getContext(), kept);
}

FailureOr<FunctionType> convertSignature(func::FuncOp function) {
  auto convertAll = [&](ArrayRef<Type> types, StringRef what, SmallVectorImpl<Type> &converted) -> LogicalResult {
    for (auto [index, type] : llvm::enumerate(types)) {
      FailureOr<Type> builtin = convertTorchType(type, [&, index = index] {
        bool isArgument = what == "argument" && !function.isExternal();
        Location loc = isArgument ? function.getArgument(index).getLoc() : function.getLoc();
        return emitError(loc) << what << " " << index << " of @" << function.getName() << ": ";
      });
      if (failed(builtin))
        return failure();
      converted.push_back(*builtin);
    }
    return success();
  };
  SmallVector<Type> inputs, results;
  if (failed(convertAll(function.getArgumentTypes(), "argument", inputs)) ||
      failed(convertAll(function.getResultTypes(), "result", results)))
    return failure();
  return FunctionType::get(function.getContext(), inputs, results);
}

/// Copies an op that is not torch's and gives it the converted operands.
LogicalResult copyOp(OpBuilder &builder, Operation *op, ImportState &state) {
  SmallVector<Value> operands;
  for (Value operand : op->getOperands()) {
    Value value = state.values.lookupOrNull(operand);
    if (!value)
      return emitError(op->getLoc()) << "'" << op->getName() << "' uses a value of type " << operand.getType()
                                     << ", which has no builtin counterpart";
    FailureOr<Type> type = convertTorchType(operand.getType(), [&] { return emitError(op->getLoc()); });
    if (failed(type))
      return failure();
    // A converted tensor may have a more static shape than its torch type says.
    if (value.getType() != *type)
      value = tensor::CastOp::create(builder, op->getLoc(), *type, value);
    operands.push_back(value);
  }
  Operation *copy = builder.clone(*op, state.values);
  copy->setOperands(operands);
  for (auto [from, to] : llvm::zip_equal(op->getResults(), copy->getResults())) {
    FailureOr<Type> type = convertTorchType(from.getType(), [&] { return emitError(op->getLoc()); });
    if (failed(type))
      return failure();
    to.setType(*type);
  }
  return success();
}

/// `function` without its body, on builtin types; it stands in no module yet.
func::FuncOp convertDeclaration(func::FuncOp function, FunctionType type) {
  func::FuncOp converted = function.cloneWithoutRegions();
  converted.setFunctionType(type);
  converted->setDiscardableAttrs(withoutTorchAttributes(converted->getDiscardableAttrDictionary()));
  for (unsigned i = 0; i < type.getNumInputs(); ++i)
    if (DictionaryAttr attributes = converted.getArgAttrDict(i))
      converted.setArgAttrs(i, withoutTorchAttributes(attributes));
  for (unsigned i = 0; i < type.getNumResults(); ++i)
    if (DictionaryAttr attributes = converted.getResultAttrDict(i))
      converted.setResultAttrs(i, withoutTorchAttributes(attributes));
  return converted;
}

FailureOr<OwningOpRef<func::FuncOp>> convertFunction(func::FuncOp function, double normEps) {
  FailureOr<FunctionType> type = convertSignature(function);
  if (failed(type))
    return failure();
  OwningOpRef<func::FuncOp> converted(convertDeclaration(function, *type));
  if (function.isExternal())
    return converted;
  if (!function.getBody().hasOneBlock())
    return emitError(function.getLoc()) << "@" << function.getName()
                                        << " has branches: only straight-line programs can be imported";

  ImportState state;
  state.normEps = normEps;
  auto *block = new Block();
  converted->getBody().push_back(block);
  for (auto [argument, argumentType] : llvm::zip_equal(function.getArguments(), type->getInputs()))
    state.values.map(argument, block->addArgument(argumentType, argument.getLoc()));
  OpBuilder builder = OpBuilder::atBlockEnd(block);
  for (Operation &op : function.getBody().front()) {
    if (!isTorchOp(&op)) {
      if (failed(copyOp(builder, &op, state)))
        return failure();
      continue;
    }
    OpImporter importer(builder, &op, state);
    if (failed(handlers().lookup(importer.name())(importer)))
      return failure();
  }

  // Constants that became attributes, transposes that a contraction reads through.
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(*block)))
    if (isOpTriviallyDead(&op))
      op.erase();

  for (auto &[text, remark] : state.remarks)
    emitRemark(remark.first) << text.getValue() << ": " << remark.count << (remark.count == 1 ? " use" : " uses")
                             << " in @" << function.getName();
  return converted;
}

//===----------------------------------------------------------------------===//
// Pass
//===----------------------------------------------------------------------===//

struct ConvertTorchToDSV4Pass : public dsv4::impl::ConvertTorchToDSV4PassBase<ConvertTorchToDSV4Pass> {
  using ConvertTorchToDSV4PassBase::ConvertTorchToDSV4PassBase;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    if (failed(checkOperators(module)) || failed(checkDeclaredSizes(module)))
      return signalPassFailure();
    auto functions = llvm::to_vector(module.getOps<func::FuncOp>());
    SmallVector<OwningOpRef<func::FuncOp>> convertedFunctions;
    for (func::FuncOp function : functions) {
      FailureOr<OwningOpRef<func::FuncOp>> converted = convertFunction(function, normEps);
      if (failed(converted))
        return signalPassFailure();
      convertedFunctions.push_back(std::move(*converted));
    }
    for (auto [function, converted] : llvm::zip_equal(functions, convertedFunctions)) {
      module.getBody()->getOperations().insert(function->getIterator(), converted.release());
      function.erase();
    }
    module->setDiscardableAttrs(withoutTorchAttributes(module->getDiscardableAttrDictionary()));
    if (failed(checkOnlyDialects(module, allowedDialects, getArgument())))
      signalPassFailure();
  }
};

} // namespace

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

#include "DependencyAnchors.h"
#include "dsv4/IR/Contract.h"
#include "dsv4/IR/DSV4Dialect.h"
#include "dsv4/Import/OpImporter.h"
#include "dsv4/Import/Passes.h"
#include "dsv4/Torch/TorchDialects.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Shard/IR/ShardDialect.h"
#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "llvm/ADT/StringSet.h"
#include <limits>
#include <memory>

namespace mlir::dsv4 {
#define GEN_PASS_DEF_CONVERTTORCHTODSV4PASS
#include "dsv4/Import/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;

namespace {

using Grids = llvm::MapVector<StringAttr, SmallVector<int64_t>>;

/// What may stand in a module after the conversion: dsv4, and what torch-mlir's
/// own lowering leaves in the partially lowered form.
constexpr StringRef allowedDialects[] = {"affine", "arith",      "cf",   "complex", "dsv4",  "func",
                                         "linalg", "ml_program", "math", "scf",     "shard", "tensor"};

/// Attributes of arguments and results, as the model builder writes them: a name, and
/// the argument that a result belongs into.
constexpr StringRef nameAttribute = "dsv4.name";
constexpr StringRef inPlaceAttribute = "dsv4.in_place";

const HandlerTable &handlers() {
  static const HandlerTable table = [] {
    HandlerTable result;
    addTorchHandlers(result);
    addDSV4OperatorHandlers(result);
    addProgramFormHandlers(result);
    addTensorCastHandlers(result);
    addAtenBinaryHandlers(result);
    addAtenComparisonHandlers(result);
    addAtenCreationHandlers(result);
    addAtenDivisionHandlers(result);
    addAtenDtypeHandlers(result);
    addAtenEinsumHandlers(result);
    addAtenIndexingHandlers(result);
    addTensorCastAttentionHandlers(result);
    addTensorCastCollectiveHandlers(result);
    addTensorCastQuantisationHandlers(result);
    addTensorCastRoutingHandlers(result);
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

/// Ops that make mutable tensors; only arguments may be mutable.
bool isMutation(StringRef name) { return name == "torch.copy.to_tensor" || name == "torch.tensor.literal"; }

/// Ops with regions, and higher-order operators that call other functions.
bool isControlFlow(Operation *op, StringRef name) {
  return op->getNumRegions() > 0 || name.starts_with("torch.higher_order.") || name == "torch.prim.If" ||
         name == "torch.prim.Loop";
}

//===----------------------------------------------------------------------===//
// Check: is there a handler for everything?
//===----------------------------------------------------------------------===//

/// One error per operator that cannot be converted, at its first use.
LogicalResult checkOperators(ModuleOp module) {
  struct Use {
    Operation *first;
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
    ++group.try_emplace(name, Use{op}).first->second.count;
  });
  auto uses = [](int64_t count) { return std::to_string(count) + (count == 1 ? " use" : " uses"); };
  for (auto &[name, use] : unknown) {
    InFlightDiagnostic diagnostic = emitError(use.first->getLoc());
    diagnostic << "'" << name << "' cannot be imported: ";
    if (isMutation(name))
      diagnostic << "only arguments may be mutable tensors, import the program in its frozen form";
    else if (isControlFlow(use.first, name))
      diagnostic << "higher-order operators have no handler, export a program without branches and loops over data";
    else
      diagnostic << "it has no handler";
    diagnostic << " (" << uses(use.count) << ")";
  }
  for (auto &[name, use] : nested)
    emitError(use.first->getLoc()) << "'" << name << "' cannot be imported inside of a region of another op ("
                                   << uses(use.count) << ")";
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

/// Is there anything of torch's in `function`? What has nothing, such as a program that torch-mlir lowered to linalg,
/// stays as it is.
bool usesTorch(func::FuncOp function) {
  auto isTorch = [](Type type) { return !getTorchTypeKind(type).empty(); };
  return llvm::any_of(function.getArgumentTypes(), isTorch) || llvm::any_of(function.getResultTypes(), isTorch) ||
         function.walk([](Operation *op) { return isTorchOp(op) ? WalkResult::interrupt() : WalkResult::advance(); })
             .wasInterrupted();
}

FailureOr<FunctionType> convertSignature(func::FuncOp function) {
  auto convertAll = [&](ArrayRef<Type> types, StringRef what, SmallVectorImpl<Type> &converted) -> LogicalResult {
    for (auto [index, type] : llvm::enumerate(types)) {
      // A mutable argument holds a tensor, too; what becomes of it is a result.
      bool isArgument = what == "argument" && !function.isExternal();
      Type held = isArgument ? getHeldTensorType(type) : type;
      FailureOr<Type> builtin = convertTorchType(held, [&, index = index] {
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

/// What stands for `operand` of an op that is not torch's, in exactly the type that it has there.
FailureOr<Value> convertOperand(OpBuilder &builder, Operation *op, Value operand, ImportState &state) {
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
  return value;
}

/// Copies an op that is not torch's and gives it the converted operands.
LogicalResult copyOp(OpBuilder &builder, Operation *op, ImportState &state) {
  for (TypeRange types : {TypeRange(op->getOperandTypes()), TypeRange(op->getResultTypes())})
    for (Type type : types)
      if (isa<Float4E2M1FNType>(getElementTypeOrSelf(type)))
        return emitError(op->getLoc()) << "'" << op->getName() << "': f4E2M1FN holds two values per element of a torch "
                                       << "tensor, arithmetic on it is not defined";
  SmallVector<Value> operands;
  for (Value operand : op->getOperands()) {
    FailureOr<Value> value = convertOperand(builder, op, operand, state);
    if (failed(value))
      return failure();
    operands.push_back(*value);
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

/// The values that the function returns, in the types it declares.
LogicalResult convertReturn(OpBuilder &builder, Operation *op, ImportState &state, SmallVectorImpl<Value> &returned) {
  for (Value operand : op->getOperands()) {
    FailureOr<Value> value = convertOperand(builder, op, operand, state);
    if (failed(value))
      return failure();
    returned.push_back(*value);
  }
  return success();
}

/// Removes them from a function of `type`, its arguments and its results.
void removeTorchAttributes(func::FuncOp function, FunctionType type) {
  function->setDiscardableAttrs(withoutTorchAttributes(function->getDiscardableAttrDictionary()));
  for (unsigned i = 0; i < type.getNumInputs(); ++i)
    if (DictionaryAttr attributes = function.getArgAttrDict(i))
      function.setArgAttrs(i, withoutTorchAttributes(attributes));
  for (unsigned i = 0; i < type.getNumResults(); ++i)
    if (DictionaryAttr attributes = function.getResultAttrDict(i))
      function.setResultAttrs(i, withoutTorchAttributes(attributes));
}

/// `function` without its body, on builtin types; it stands in no module yet.
func::FuncOp convertDeclaration(func::FuncOp function, FunctionType type) {
  func::FuncOp converted = function.cloneWithoutRegions();
  converted.setFunctionType(type);
  removeTorchAttributes(converted, type);
  return converted;
}

/// Errors of the handlers of one function: each text once, at its first op, with the
/// number of ops it is true for.
class ProblemList {
public:
  explicit ProblemList(MLIRContext *context)
      : handler(context, [this](Diagnostic &diagnostic) {
          if (diagnostic.getSeverity() != DiagnosticSeverity::Error)
            return failure();
          auto [entry, isNew] = places.try_emplace(diagnostic.str(), problems.size());
          if (isNew)
            problems.push_back({std::move(diagnostic), 0});
          ++problems[entry->second].count;
          return success();
        }) {}

  bool empty() const { return problems.empty(); }

  /// Hands them to whoever listens. The list must be gone by then.
  static void report(std::unique_ptr<ProblemList> list, MLIRContext *context) {
    std::vector<Problem> problems = std::move(list->problems);
    list.reset();
    for (Problem &problem : problems) {
      if (problem.count > 1)
        problem.diagnostic << " (" << problem.count << " uses)";
      context->getDiagEngine().emit(std::move(problem.diagnostic));
    }
  }

private:
  struct Problem {
    Diagnostic diagnostic;
    int64_t count;
  };
  std::vector<Problem> problems;
  llvm::StringMap<size_t> places;
  ScopedDiagnosticHandler handler;
};

/// f4E2M1FN tensors hold two values per element: only operators that are made for them may have one.
LogicalResult checkPackedTensors(Operation *op, StringRef name) {
  static const llvm::StringSet<> taking = {"torch.bind_symbolic_shape",
                                           "torch.copy.to_vtensor",
                                           "torch.overwrite.tensor.contents",
                                           "torch.aten._assert_tensor_metadata",
                                           "torch.tensor_cast.dynamic_quantize_mxfp4",
                                           "torch.tensor_cast.mxfp4_linear",
                                           "torch_c.from_builtin_tensor",
                                           "torch_c.to_builtin_tensor"};
  if (taking.contains(name))
    return success();
  for (TypeRange types : {TypeRange(op->getOperandTypes()), TypeRange(op->getResultTypes())})
    for (Type type : types)
      if (isPackedTorchTensor(type))
        return emitError(op->getLoc()) << "'" << name
                                       << "': f4E2M1FN holds two values per element, arithmetic on it is not defined";
  return success();
}

/// Converts the ops of the only block. An op that uses what could not be converted is left out.
LogicalResult convertBody(func::FuncOp function, Block *block, ImportState &state, SmallVectorImpl<Value> &returned) {
  MLIRContext *context = function.getContext();
  auto problems = std::make_unique<ProblemList>(context);
  llvm::DenseSet<Value> missing;
  OpBuilder builder = OpBuilder::atBlockEnd(block);
  for (Operation &op : function.getBody().front()) {
    bool isBlocked = llvm::any_of(op.getOperands(), [&](Value operand) { return missing.contains(operand); });
    LogicalResult converted = failure();
    if (isBlocked) {
      // The error that is to blame has been reported.
    } else if (isa<func::ReturnOp>(op)) {
      converted = convertReturn(builder, &op, state, returned);
    } else if (Value anchored = withoutDependencyAnchor(&op, state)) {
      state.values.map(op.getResult(0), anchored);
      converted = success();
    } else if (isTorchOp(&op)) {
      OpImporter importer(builder, &op, state);
      converted = checkPackedTensors(&op, importer.name());
      if (succeeded(converted))
        converted = handlers().lookup(importer.name())(importer);
    } else {
      converted = copyOp(builder, &op, state);
    }
    if (failed(converted))
      missing.insert(op.result_begin(), op.result_end());
  }
  bool failedSomewhere = !problems->empty() || !missing.empty();
  ProblemList::report(std::move(problems), context);
  return failure(failedSomewhere);
}

/// The function's type and attributes with what the operators asked for: new arguments at
/// the end; updated arguments as first results, as the frozen import has them; updated
/// states as last results.
void extendSignature(func::FuncOp function, Block *block, ImportState &state, SmallVectorImpl<Value> &returned) {
  MLIRContext *context = function.getContext();
  Builder b(context);
  SmallVector<DictionaryAttr> arguments(block->getNumArguments(), b.getDictionaryAttr({})), results;
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    if (DictionaryAttr attributes = function.getArgAttrDict(i))
      arguments[i] = attributes;
  auto add = [&](DictionaryAttr &attributes, StringRef name, Attribute value) {
    NamedAttrList list(attributes);
    list.set(name, value);
    attributes = list.getDictionary(context);
  };
  auto resultFor = [&](BlockArgument argument, StringRef name) {
    NamedAttrList list;
    list.set(inPlaceAttribute, b.getI64IntegerAttr(argument.getArgNumber()));
    if (!name.empty())
      list.set(nameAttribute, b.getStringAttr(name));
    add(arguments[argument.getArgNumber()], bufferization::BufferizationDialect::kWritableAttrName,
        b.getBoolAttr(true));
    return list.getDictionary(context);
  };
  SmallVector<Value> all;
  for (ImportState::MutableArgument &argument : state.mutableArguments) {
    if (!argument.contents)
      continue;
    all.push_back(argument.contents);
    results.push_back(resultFor(argument.value, ""));
  }
  for (auto [index, value] : llvm::enumerate(returned)) {
    DictionaryAttr attributes = function.getResultAttrDict(index);
    all.push_back(value);
    results.push_back(attributes ? attributes : b.getDictionaryAttr({}));
  }
  for (ImportState::NewArgument &argument : state.newArguments) {
    add(arguments[argument.value.getArgNumber()], nameAttribute, b.getStringAttr(argument.name));
    if (!argument.updated)
      continue;
    all.push_back(argument.updated);
    results.push_back(resultFor(argument.value, argument.name));
  }
  function->removeAttr(function.getArgAttrsAttrName());
  function->removeAttr(function.getResAttrsAttrName());
  function.setFunctionType(FunctionType::get(context, block->getArgumentTypes(), TypeRange(ValueRange(all))));
  function.setAllArgAttrs(arguments);
  function.setAllResultAttrs(results);
  returned.assign(all);
}

FailureOr<OwningOpRef<func::FuncOp>> convertFunction(func::FuncOp function, const ImportDefaults &defaults,
                                                     Grids &grids) {
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
  state.defaults = defaults;
  state.grids = &grids;
  auto *block = new Block();
  converted->getBody().push_back(block);
  state.body = block;
  for (auto [argument, argumentType] : llvm::zip_equal(function.getArguments(), type->getInputs())) {
    BlockArgument value = block->addArgument(argumentType, argument.getLoc());
    if (getHeldTensorType(argument.getType()) == argument.getType())
      state.values.map(argument, value);
    else
      state.mutableArguments.push_back({argument, value, Value()});
  }
  SmallVector<Value> returned;
  if (failed(convertBody(function, block, state, returned)))
    return failure();
  extendSignature(*converted, block, state, returned);
  OpBuilder builder = OpBuilder::atBlockEnd(block);
  func::ReturnOp::create(builder, function.getBody().front().getTerminator()->getLoc(), returned);

  // Constants that became attributes, transposes that a contraction reads through.
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(*block)))
    if (isOpTriviallyDead(&op))
      op.erase();

  for (auto &[text, remark] : state.remarks)
    emitRemark(remark.first) << text.getValue() << ": " << remark.count << (remark.count == 1 ? " use" : " uses")
                             << " in @" << function.getName();
  return converted;
}

/// A function that gets arguments or results may not be called: the calls would not fit.
LogicalResult checkCalls(ModuleOp module, func::FuncOp function, func::FuncOp converted) {
  if (function.getNumArguments() == converted.getNumArguments() &&
      function.getNumResults() == converted.getNumResults())
    return success();
  LogicalResult result = success();
  module.walk([&](func::CallOp call) {
    if (call.getCallee() == function.getName() && succeeded(result))
      result =
          emitError(call.getLoc()) << "calls @" << function.getName()
                                   << ", which gets new arguments or results when it is imported: inline it before";
  });
  return result;
}

/// The grids of the groups of ranks, before everything else.
LogicalResult addGrids(ModuleOp module, const Grids &grids) {
  OpBuilder builder = OpBuilder::atBlockBegin(module.getBody());
  SymbolTable symbols(module);
  for (auto &[name, ranks] : grids) {
    if (Operation *existing = symbols.lookup(name)) {
      auto grid = dyn_cast<shard::GridOp>(existing);
      if (!grid || grid.getShape() != ArrayRef<int64_t>(int64_t(ranks.size())))
        return emitError(existing->getLoc()) << "@" << name.getValue() << " stands where the grid of " << ranks.size()
                                             << " ranks is to be: rename it";
      continue;
    }
    auto grid = shard::GridOp::create(builder, module.getLoc(), name, builder.getDenseI64ArrayAttr(ranks.size()));
    SymbolTable::setSymbolVisibility(grid, SymbolTable::Visibility::Private);
  }
  return success();
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
    ImportDefaults defaults;
    defaults.normEps = normEps;
    defaults.roundsCaches = precision == ImportPrecision::Qat;
    if (compressedOffset >= 0)
      defaults.compressedOffset = compressedOffset;
    SmallVector<func::FuncOp> functions, others;
    for (auto function : module.getOps<func::FuncOp>())
      (usesTorch(function) ? functions : others).push_back(function);
    SmallVector<OwningOpRef<func::FuncOp>> convertedFunctions;
    Grids grids;
    bool failedSomewhere = false;
    for (func::FuncOp function : functions) {
      FailureOr<OwningOpRef<func::FuncOp>> converted = convertFunction(function, defaults, grids);
      if (failed(converted) || failed(checkCalls(module, function, converted->get())))
        failedSomewhere = true;
      else
        convertedFunctions.push_back(std::move(*converted));
    }
    if (failedSomewhere || failed(addGrids(module, grids)))
      return signalPassFailure();
    for (func::FuncOp function : others)
      removeTorchAttributes(function, function.getFunctionType());
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

//===- WorkAnalysis.cpp - All kernels that a function launches ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Calls, loops and kernels are walked with an explicit stack: IR may nest and chain
// as deep as it likes.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/WorkAnalysis.h"

#include "Bindings.h"
#include "dsv4/Cost/BoundShapes.h"
#include "dsv4/Cost/DefaultWork.h"
#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

namespace mlir::dsv4 {
/// What one execution of a function with given argument shapes does.
struct FunctionWork {
  struct Step {
    Operation *op;
    double count;
    /// A kernel, a call (callee not null), or neither: an op without a model.
    std::optional<KernelWork> kernel;
    FunctionWork *callee = nullptr;
    bool shapeUnknown = false;
  };
  func::FuncOp function;
  std::vector<Step> steps;
  /// Bound types of the results, null where not known; constants of scalar results.
  SmallVector<RankedTensorType> resultTypes;
  SmallVector<Attribute> resultConstants;
  /// Elements and index lists that the work of a caller can depend on, null where there are none.
  SmallVector<Attribute> resultFacts;
  bool complete = false;
};
} // namespace mlir::dsv4

//===----------------------------------------------------------------------===//
// Fusion
//===----------------------------------------------------------------------===//

using AccessMap = llvm::MapVector<Value, std::pair<double, OperandClass>>;

static double bytesOfAll(RankedTensorType type) {
  double all = bytesOf(type.getElementType(), 1);
  for (int64_t size : type.getShape())
    all *= static_cast<double>(size);
  return all;
}

/// Part of its results that an op has to compute when those that read them run in the same launch. Less than all only
/// for the scores of a gate whose experts a table names: every score is a product and a function of its own.
static double neededShare(KernelOp kernel, Operation *op, const AccessMap &reads, const BoundShapes &shapes) {
  auto gate = dyn_cast<GateScoreOp>(op);
  if (!gate || gate.getScoringFunc() == ScoringFunction::Softmax)
    return 1;
  Value scores = gate.getScores();
  const auto *read = reads.find(scores);
  RankedTensorType type = shapes.typeOf(scores);
  bool leaves = llvm::is_contained(kernel.getBody().front().getTerminator()->getOperands(), scores);
  double all = type ? bytesOfAll(type) : 0;
  return read == reads.end() || leaves || all == 0 ? 1 : std::min(read->second.first / all, 1.0);
}

/// Products of one operand with stacked weights are one product with the columns of all of them.
static void stackProducts(ArrayRef<FunctionWork::Step> steps, KernelWork &fused) {
  double columns = 0, tiles = 0;
  for (const FunctionWork::Step &step : steps) {
    const KernelWork &work = *step.kernel;
    if (!work.size("n") || work.size("m") != fused.size("m") || work.size("k") != fused.size("k"))
      return;
    columns += *work.size("n");
    tiles += work.parallelTiles;
  }
  for (NamedSize &size : fused.sizes)
    if (size.name == "n")
      size.value = columns;
  fused.parallelTiles = std::max(fused.parallelTiles, tiles);
}

/// The value of the innermost loop body that becomes `value`; `value` itself if no loop makes it.
static Value writtenIn(Value value, const BoundShapes &shapes) {
  for (;;) {
    Value root = shapes.rootOf(value);
    auto loop = root.getDefiningOp<scf::ForOp>();
    if (!loop)
      return root;
    value = loop.getYieldedValues()[cast<OpResult>(root).getResultNumber()];
  }
}

/// The ops of a `dsv4.kernel` as one launch: the sum of their arithmetic, and memory
/// at the boundary. An operand is read once, but never more of it than the ops read
/// (a slice, looked-up rows); a result is written as its op writes it.
static KernelWork fuse(KernelOp kernel, ArrayRef<FunctionWork::Step> steps, const BoundShapes &shapes) {
  KernelWork fused;
  fused.name = kernel.getName().str();
  // Bytes and class per value inside the kernel; of several readers of one value the largest.
  AccessMap reads, writes;
  auto merge = [](AccessMap &map, const MemoryAccess &access) {
    auto [entry, isNew] = map.insert({access.value, {access.bytes, access.operandClass}});
    if (!isNew)
      entry->second.first = std::max(entry->second.first, access.bytes);
  };
  for (const FunctionWork::Step &step : steps)
    for (MemoryAccess access : step.kernel->accesses) {
      // Every insertion of a loop moves another element.
      if (isa<tensor::InsertOp>(step.op))
        access.bytes *= step.count;
      merge(access.isWrite ? writes : reads, access);
    }
  for (const FunctionWork::Step &step : steps) {
    const KernelWork &work = *step.kernel;
    double share = neededShare(kernel, step.op, reads, shapes);
    for (const Arithmetic &entry : work.arithmetic)
      fused.addArithmetic(entry.engine, entry.elementType, entry.count * step.count * share);
    if (share < 1) {
      // Each token needs the rows of other weights: some of them no token needs.
      double needed = 1 - std::pow(1 - share, work.size("tokens").value_or(1));
      for (const MemoryAccess &access : work.accesses)
        if (access.operandClass == OperandClass::Weights)
          reads[access.value].first *= needed;
      fused.assumptions.push_back("uniform routing");
    }
    for (const NamedSize &size : work.sizes)
      if (!fused.size(size.name))
        fused.sizes.push_back(size);
    if (fused.requests.empty())
      fused.requests = work.requests;
    if (fused.collective.empty()) {
      fused.collective = work.collective;
    } else if (!work.collective.empty()) {
      KernelWork &other = fused.otherCollectives.emplace_back();
      other.name = other.collective = work.collective;
      other.sizes = work.sizes;
    }
    for (const std::string &assumption : work.assumptions)
      if (!llvm::is_contained(fused.assumptions, assumption))
        fused.assumptions.push_back(assumption);
    fused.parallelTiles = std::max(fused.parallelTiles, work.parallelTiles);
  }
  if (steps.size() > 1)
    stackProducts(steps, fused);
  Block &body = kernel.getBody().front();
  for (auto [argument, operand] : llvm::zip_equal(body.getArguments(), kernel.getInputs())) {
    double bytes = 0;
    std::optional<OperandClass> operandClass;
    for (auto &[value, access] : reads) {
      if (shapes.rootOf(value) != argument)
        continue;
      bytes += access.first;
      if (!operandClass)
        operandClass = access.second;
    }
    RankedTensorType type = shapes.typeOf(argument);
    if (operandClass)
      fused.accesses.push_back({operand, *operandClass, std::min(bytes, bytesOfAll(type)), /*isWrite=*/false});
  }
  auto yield = cast<YieldOp>(body.getTerminator());
  for (auto [value, result] : llvm::zip_equal(yield.getValues(), kernel.getOutputs())) {
    auto *written = writes.find(writtenIn(value, shapes));
    if (written == writes.end())
      continue;
    double bytes = written->second.first;
    if (RankedTensorType type = shapes.typeOf(value))
      bytes = std::min(bytes, bytesOfAll(type));
    fused.accesses.push_back({result, written->second.second, bytes, /*isWrite=*/true});
  }
  return fused;
}

//===----------------------------------------------------------------------===//
// Walker
//===----------------------------------------------------------------------===//

class WorkAnalysis::Walker {
public:
  explicit Walker(WorkAnalysis &analysis) : analysis(analysis) {}

  FailureOr<FunctionWork *> run(func::FuncOp function, ArrayRef<Attribute> arguments) {
    FailureOr<FunctionWork *> entry = enter(function, arguments);
    while (succeeded(entry) && !stack.empty()) {
      if (failed(advance())) {
        for (std::unique_ptr<Activation> &activation : stack)
          analysis.memo.erase(activation->key);
        return failure();
      }
    }
    return entry;
  }

private:
  using Key = std::pair<Operation *, Attribute>;

  /// A block that is being walked.
  struct Frame {
    /// The loop or kernel whose body this is; null for the body of the function.
    Operation *owner;
    Block::iterator next, end;
    /// Executions of the block per execution of the function, or of the kernel around it.
    double count;
    /// If the owner is a kernel: its launches, and what was found inside.
    double launches = 0;
    std::vector<FunctionWork::Step> inside = {};
  };
  struct Activation {
    FunctionWork *work;
    Key key;
    BoundShapes shapes;
    std::vector<Frame> frames;
    bool sawUnmodelled = false;
  };

  FailureOr<FunctionWork *> enter(func::FuncOp function, ArrayRef<Attribute> arguments);
  LogicalResult advance();
  LogicalResult visit(Activation &activation, Operation *op);
  LogicalResult call(Activation &activation, func::CallOp op);
  LogicalResult loop(Activation &activation, scf::ForOp op);
  LogicalResult describe(Activation &activation, Operation *op);
  LogicalResult leave(Activation &activation);
  void record(Activation &activation, FunctionWork::Step step);

  WorkAnalysis &analysis;
  std::vector<std::unique_ptr<Activation>> stack;
};

/// What the work of ops can depend on besides the type of a value: the elements of a tensor that may be positions of
/// requests, the facts of one that may be an index list. Other constants, such as weights and tables, are left out, so
/// that a function is not walked again for them. Null if there is nothing.
static Attribute factOf(Value value, const BoundShapes &shapes) {
  RankedTensorType type = shapes.typeOf(value);
  if (!type || !type.getElementType().isInteger(32))
    return {};
  return type.getRank() == 1 ? dyn_cast_or_null<DenseIntElementsAttr>(shapes.constantOf(value))
                             : shapes.indexFactsOf(value);
}

static void bindFact(BoundShapes &shapes, Value value, Attribute fact) {
  if (isa<DenseIntElementsAttr>(fact))
    shapes.bind(value, fact);
  else
    shapes.bindIndexFacts(value, fact);
}

/// What a memo key holds for a value: its bound type (with its fact, if there is one), its constant, or unit if nothing
/// is known.
static Attribute keyOf(Value value, const BoundShapes &shapes) {
  if (RankedTensorType type = shapes.typeOf(value)) {
    if (Attribute fact = factOf(value, shapes))
      return ArrayAttr::get(value.getContext(), {TypeAttr::get(type), fact});
    return TypeAttr::get(type);
  }
  if (Attribute constant = shapes.constantOf(value))
    return constant;
  return UnitAttr::get(value.getContext());
}

FailureOr<FunctionWork *> WorkAnalysis::Walker::enter(func::FuncOp function, ArrayRef<Attribute> arguments) {
  Key key{function, ArrayAttr::get(function.getContext(), arguments)};
  std::unique_ptr<FunctionWork> &work = analysis.memo[key];
  if (work)
    return work.get();
  work = std::make_unique<FunctionWork>();
  work->function = function;
  FunctionWork *result = work.get();
  auto activation = std::make_unique<Activation>();
  activation->work = result;
  activation->key = key;
  if (!function.getBody().hasOneBlock()) {
    analysis.memo.erase(key);
    emitError(function.getLoc()) << "@" << function.getName() << " has " << function.getBody().getBlocks().size()
                                 << " blocks; the cost model needs structured control flow";
    return failure();
  }
  Block &body = function.getBody().front();
  for (auto [argument, known] : llvm::zip_equal(body.getArguments(), arguments)) {
    BoundShapes &shapes = activation->shapes;
    auto typed = dyn_cast<ArrayAttr>(known);
    if (auto type = dyn_cast<TypeAttr>(typed ? typed[0] : known))
      shapes.bind(argument, cast<RankedTensorType>(type.getValue()));
    else if (!isa<UnitAttr>(known))
      shapes.bind(argument, known);
    if (typed)
      bindFact(shapes, argument, typed[1]);
  }
  activation->frames.push_back({nullptr, body.begin(), body.end(), 1});
  stack.push_back(std::move(activation));
  return result;
}

/// Visits one op, or leaves a block.
LogicalResult WorkAnalysis::Walker::advance() {
  Activation &activation = *stack.back();
  Frame &frame = activation.frames.back();
  if (frame.next == frame.end)
    return leave(activation);
  return visit(activation, &*frame.next);
}

void WorkAnalysis::Walker::record(Activation &activation, FunctionWork::Step step) {
  if (!step.kernel && !step.callee)
    activation.sawUnmodelled = true;
  // Weights of a product with no rows, for example.
  if (step.kernel && step.kernel->isEmpty())
    step.kernel->accesses.clear();
  if (step.kernel)
    for (Frame &frame : llvm::reverse(activation.frames))
      if (isa_and_nonnull<KernelOp>(frame.owner)) {
        frame.inside.push_back(std::move(step));
        return;
      }
  activation.work->steps.push_back(std::move(step));
}

LogicalResult WorkAnalysis::Walker::leave(Activation &activation) {
  Frame frame = std::move(activation.frames.back());
  activation.frames.pop_back();
  BoundShapes &shapes = activation.shapes;
  if (!frame.owner) {
    Operation *terminator = activation.work->function.getBody().front().getTerminator();
    for (Value value : terminator->getOperands()) {
      activation.work->resultTypes.push_back(shapes.typeOf(value));
      activation.work->resultConstants.push_back(shapes.constantOf(value));
      activation.work->resultFacts.push_back(factOf(value, shapes));
    }
    activation.work->complete = true;
    stack.pop_back();
    return success();
  }
  // The walk goes on behind the loop or kernel.
  ++activation.frames.back().next;
  if (auto loop = dyn_cast<scf::ForOp>(frame.owner)) {
    for (auto [init, yielded, result] :
         llvm::zip_equal(loop.getInitArgs(), loop.getYieldedValues(), loop.getResults())) {
      RankedTensorType before = shapes.typeOf(init), after = shapes.typeOf(yielded);
      if (before && after && before != after)
        return emitErrorAt(loop) << "carries " << before << " into an iteration and " << after << " out of it";
      if (before)
        shapes.bind(result, before);
    }
    return success();
  }
  auto kernel = cast<KernelOp>(frame.owner);
  auto yield = cast<YieldOp>(kernel.getBody().front().getTerminator());
  for (auto [value, result] : llvm::zip_equal(yield.getValues(), kernel.getOutputs()))
    if (RankedTensorType type = shapes.typeOf(value))
      shapes.bind(result, type);
  if (llvm::all_of(kernel.getInputs(), [&](Value value) { return shapes.typeOf(value); }))
    record(activation, {kernel, frame.launches, fuse(kernel, frame.inside, shapes)});
  else if (activation.sawUnmodelled)
    record(activation, {kernel, frame.launches, std::nullopt, nullptr, /*shapeUnknown=*/true});
  else
    return emitErrorAt(kernel) << "has shapes that do not follow from the sizes of the function's arguments";
  return success();
}

LogicalResult WorkAnalysis::Walker::call(Activation &activation, func::CallOp op) {
  for (Frame &frame : activation.frames)
    if (isa_and_nonnull<KernelOp>(frame.owner))
      return emitErrorAt(op) << "stands inside a dsv4.kernel: one launch cannot call a function";
  auto callee = analysis.symbols.lookupNearestSymbolFrom<func::FuncOp>(op, op.getCalleeAttr());
  if (!callee || callee.isExternal()) {
    record(activation, {op, activation.frames.back().count, std::nullopt});
    ++activation.frames.back().next;
    return success();
  }
  SmallVector<Attribute> arguments;
  for (Value operand : op.getOperands())
    arguments.push_back(keyOf(operand, activation.shapes));
  size_t depth = stack.size();
  FailureOr<FunctionWork *> work = enter(callee, arguments);
  if (failed(work))
    return failure();
  // A new activation was pushed: this op is visited again when it is complete.
  if (stack.size() > depth)
    return success();
  if (!(*work)->complete)
    return emitErrorAt(op) << "calls @" << callee.getName() << ", which is being executed: recursion has no bound";
  for (auto [result, type, constant, fact] :
       llvm::zip_equal(op.getResults(), (*work)->resultTypes, (*work)->resultConstants, (*work)->resultFacts)) {
    if (type)
      activation.shapes.bind(result, type);
    if (constant)
      activation.shapes.bind(result, constant);
    if (fact)
      bindFact(activation.shapes, result, fact);
  }
  activation.sawUnmodelled |=
      llvm::any_of((*work)->steps, [](const FunctionWork::Step &step) { return !step.kernel && !step.callee; });
  record(activation, {op, activation.frames.back().count, std::nullopt, *work});
  ++activation.frames.back().next;
  return success();
}

LogicalResult WorkAnalysis::Walker::loop(Activation &activation, scf::ForOp op) {
  BoundShapes &shapes = activation.shapes;
  std::optional<int64_t> low = shapes.integerOf(op.getLowerBound()), high = shapes.integerOf(op.getUpperBound()),
                         step = shapes.integerOf(op.getStep());
  if (!low || !high || !step || *step <= 0)
    return emitErrorAt(op) << "has no constant trip count: bounds and step must be constants or follow from sizes";
  double trips = *high <= *low ? 0 : std::ceil((static_cast<double>(*high) - static_cast<double>(*low)) / *step);
  for (auto [init, argument, result] : llvm::zip_equal(op.getInitArgs(), op.getRegionIterArgs(), op.getResults())) {
    if (RankedTensorType type = shapes.typeOf(init)) {
      shapes.bind(argument, type);
      shapes.bind(result, type);
    }
  }
  if (trips == 0) {
    ++activation.frames.back().next;
    return success();
  }
  Block *body = op.getBody();
  double count = activation.frames.back().count * trips;
  activation.frames.push_back({op, body->begin(), body->end(), count});
  return success();
}

LogicalResult WorkAnalysis::Walker::visit(Activation &activation, Operation *op) {
  if (auto callOp = dyn_cast<func::CallOp>(op))
    return call(activation, callOp);
  if (auto loopOp = dyn_cast<scf::ForOp>(op))
    return loop(activation, loopOp);
  if (auto kernel = dyn_cast<KernelOp>(op)) {
    Block &body = kernel.getBody().front();
    for (auto [argument, operand] : llvm::zip_equal(body.getArguments(), kernel.getInputs())) {
      if (RankedTensorType type = activation.shapes.typeOf(operand))
        activation.shapes.bind(argument, type);
      if (Attribute constant = activation.shapes.constantOf(operand))
        activation.shapes.bind(argument, constant);
    }
    // Counts inside are per launch.
    double count = activation.frames.back().count;
    activation.frames.push_back({op, body.begin(), body.end(), 1, count});
    return success();
  }
  if (failed(activation.shapes.evaluate(op)) || failed(describe(activation, op)))
    return failure();
  ++activation.frames.back().next;
  return success();
}

LogicalResult WorkAnalysis::Walker::describe(Activation &activation, Operation *op) {
  if (isFree(op))
    return success();
  BoundShapes &shapes = activation.shapes;
  double count = activation.frames.back().count;
  bool ours = isa<WorkOpInterface>(op);
  if (!ours && !hasUpstreamWork(op)) {
    record(activation, {op, count, std::nullopt});
    return success();
  }
  auto isKnown = [&](Value value) { return !isa<TensorType>(value.getType()) || shapes.typeOf(value); };
  if (!llvm::all_of(op->getOperands(), isKnown) || !llvm::all_of(op->getResults(), isKnown)) {
    if (!activation.sawUnmodelled)
      return emitErrorAt(op) << "has shapes that do not follow from the sizes of the function's arguments";
    record(activation, {op, count, std::nullopt, nullptr, /*shapeUnknown=*/true});
    return success();
  }
  SmallVector<KernelWork, 1> kernels;
  auto describeOurs = [&](const WorkLookups &lookups) { return describeWork(op, lookups, kernels); };
  if (failed(ours ? shapes.withLookups(describeOurs) : describeUpstreamWork(op, shapes, kernels)))
    return failure();
  for (KernelWork &kernel : kernels)
    record(activation, {op, count, std::move(kernel)});
  return success();
}

//===----------------------------------------------------------------------===//
// WorkAnalysis
//===----------------------------------------------------------------------===//

WorkAnalysis::WorkAnalysis(Operation *module) : module(cast<ModuleOp>(module)) {}
WorkAnalysis::~WorkAnalysis() = default;

FailureOr<func::FuncOp> WorkAnalysis::entryFunction(StringRef name) {
  SmallVector<func::FuncOp> bodies, candidates;
  for (auto function : module.getOps<func::FuncOp>()) {
    if (function.isExternal())
      continue;
    bodies.push_back(function);
    if (function.getName() == (name.empty() ? "main" : name))
      return function;
    if (function.isPublic())
      candidates.push_back(function);
  }
  if (name.empty() && candidates.size() == 1)
    return candidates.front();
  InFlightDiagnostic error = emitError(module.getLoc());
  if (!name.empty())
    error << "has no function @" << name << " with a body";
  else
    error << "has no @main and " << candidates.size() << " public functions: choose one with function=";
  if (!bodies.empty()) {
    error << "; functions: ";
    llvm::interleaveComma(llvm::ArrayRef(bodies).take_front(20), error,
                          [&](func::FuncOp function) { error << "@" << function.getName(); });
    if (bodies.size() > 20)
      error << ", ...";
  }
  return error;
}

FailureOr<WorkResult> WorkAnalysis::describe(const Workload &workload) {
  FailureOr<func::FuncOp> function = entryFunction(workload.function);
  if (failed(function))
    return failure();
  FailureOr<SmallVector<Attribute>> arguments = detail::bindArguments(*function, workload.bindings);
  if (failed(arguments))
    return failure();
  FailureOr<FunctionWork *> entry = Walker(*this).run(*function, *arguments);
  if (failed(entry))
    return failure();

  // Order in which each callee stands behind all its callers, by a depth-first walk.
  std::vector<FunctionWork *> postOrder;
  llvm::SmallPtrSet<FunctionWork *, 16> seen = {*entry};
  std::vector<std::pair<FunctionWork *, size_t>> path = {{*entry, 0}};
  while (!path.empty()) {
    auto &[work, next] = path.back();
    if (next == work->steps.size()) {
      postOrder.push_back(work);
      path.pop_back();
      continue;
    }
    FunctionWork *callee = work->steps[next++].callee;
    if (callee && seen.insert(callee).second)
      path.push_back({callee, 0});
  }
  llvm::DenseMap<FunctionWork *, double> executions = {{*entry, 1}};
  for (FunctionWork *work : llvm::reverse(postOrder))
    for (const FunctionWork::Step &step : work->steps)
      if (step.callee)
        executions[step.callee] += executions[work] * step.count;

  // Rows in program order; the rows of a callee stand where it is first called.
  WorkResult result;
  result.function = *function;
  result.bindings = workload.bindings;
  seen = {*entry};
  path = {{*entry, 0}};
  while (!path.empty()) {
    auto &[work, next] = path.back();
    if (next == work->steps.size()) {
      path.pop_back();
      continue;
    }
    const FunctionWork::Step &step = work->steps[next++];
    double count = executions[work] * step.count;
    if (step.kernel)
      result.kernels.push_back({step.op, work->function, *step.kernel, count});
    else if (!step.callee)
      result.unmodelled.push_back({step.op, count, step.shapeUnknown});
    else if (seen.insert(step.callee).second)
      path.push_back({step.callee, 0});
  }
  return result;
}

LogicalResult mlir::dsv4::diagnoseUnmodelled(const WorkResult &result) {
  llvm::MapVector<StringRef, SmallVector<Operation *>> byName;
  for (const UnmodelledOp &entry : result.unmodelled)
    if (!entry.shapeUnknown)
      byName[entry.op->getName().getStringRef()].push_back(entry.op);
  for (auto &[name, ops] : byName)
    emitError(ops.front()->getLoc()) << "'" << name << "' has no work model (" << ops.size()
                                     << (ops.size() == 1 ? " use" : " uses")
                                     << "): lower it to dsv4 or linalg ops first, or list it with allow-unmodelled";
  return success(byName.empty());
}

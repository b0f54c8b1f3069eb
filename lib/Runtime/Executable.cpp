//===- Executable.cpp - Compiled programs in this process -----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Runtime/Executable.h"

#include "Invocation.h"
#include "dsv4/Pipelines/Pipelines.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Shard/IR/ShardOps.h"
#include "mlir/ExecutionEngine/ExecutionEngine.h"
#include "mlir/ExecutionEngine/OptUtils.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "llvm/ExecutionEngine/Orc/ExecutionUtils.h"
#include "llvm/ExecutionEngine/Orc/JITTargetMachineBuilder.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"
#include <cstring>
#include <mutex>

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// Signatures
//===----------------------------------------------------------------------===//

static std::string print(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

static FailureOr<TensorSpec> specOf(func::FuncOp function, Type type, const Twine &what) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || !(tensor.getElementType().isIntOrIndexOrFloat()))
    return function.emitError() << "cannot be called from outside: " << what << " of @" << function.getName() << " is "
                                << type << ", expected a ranked tensor of integers or floats";
  Type element = tensor.getElementType();
  int64_t bits = element.isIndex() ? 64 : element.getIntOrFloatBitWidth();
  return TensorSpec{print(element), int64_t(llvm::divideCeil(bits, 8)), SmallVector<int64_t>(tensor.getShape()), "",
                    false};
}

/// `dsv4.split` of an argument or result.
static std::vector<std::vector<int64_t>> splitOf(Attribute attribute) {
  std::vector<std::vector<int64_t>> split;
  if (auto dims = dyn_cast_or_null<ArrayAttr>(attribute))
    for (Attribute axes : dims)
      if (auto array = dyn_cast<DenseI64ArrayAttr>(axes))
        split.push_back(array.asArrayRef().vec());
  return split;
}

static LogicalResult collectSpecs(ModuleOp module, std::vector<FunctionSpec> &specs) {
  for (auto function : module.getOps<func::FuncOp>()) {
    if (!function.isPublic() || function.isExternal())
      continue;
    FunctionSpec spec;
    spec.name = function.getName().str();
    for (auto [index, type] : llvm::enumerate(function.getArgumentTypes())) {
      FailureOr<TensorSpec> tensor = specOf(function, type, "argument " + Twine(index));
      if (failed(tensor))
        return failure();
      if (auto name = function.getArgAttrOfType<StringAttr>(index, "dsv4.name"))
        tensor->name = name.str();
      auto writable = function.getArgAttrOfType<BoolAttr>(index, "bufferization.writable");
      tensor->isWritable = writable && writable.getValue();
      tensor->split = splitOf(function.getArgAttr(index, "dsv4.split"));
      spec.arguments.push_back(std::move(*tensor));
    }
    for (auto [index, type] : llvm::enumerate(function.getResultTypes())) {
      if (function.getResultAttr(index, "dsv4.in_place"))
        continue;
      FailureOr<TensorSpec> tensor = specOf(function, type, "result " + Twine(index));
      if (failed(tensor))
        return failure();
      tensor->split = splitOf(function.getResultAttr(index, "dsv4.split"));
      spec.results.push_back(std::move(*tensor));
    }
    specs.push_back(std::move(spec));
  }
  if (specs.empty())
    return module.emitError("has no public function to compile");
  return success();
}

//===----------------------------------------------------------------------===//
// Compilation
//===----------------------------------------------------------------------===//

struct Executable::Implementation {
  /// The module as it was given, for the code of strided arrays.
  OwningOpRef<ModuleOp> source;
  std::unique_ptr<ExecutionEngine> contiguous;
  /// Instead of it, code that was loaded, and the object file that it is from.
  std::unique_ptr<llvm::orc::LLJIT> loaded;
  std::string object;
  std::unique_ptr<ExecutionEngine> strided;
  unsigned optimization = 2;
  /// Guards `strided` and the context while it is compiled.
  std::mutex mutex;
};

static void initializeTarget() {
  static std::once_flag once;
  std::call_once(once, [] {
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
  });
}

static std::vector<int64_t> gridOf(ModuleOp module) {
  for (auto grid : module.getOps<shard::GridOp>())
    return grid.getShape().vec();
  return {};
}

static FailureOr<std::unique_ptr<ExecutionEngine>> compile(ModuleOp source, ArgumentLayout layout,
                                                           unsigned optimization) {
  initializeTarget();
  auto fail = [&](llvm::Error error) {
    return source.emitError("cannot be compiled: ") << llvm::toString(std::move(error));
  };

  OwningOpRef<ModuleOp> module = source.clone();
  MLIRContext *context = source.getContext();
  registerBuiltinDialectTranslation(*context);
  registerLLVMDialectTranslation(*context);
  PassManager pm(context);
  ToLLVMPipelineOptions options;
  options.layout = layout;
  buildToLLVMPipeline(pm, options);
  if (failed(pm.run(*module)))
    return failure();
  // One piece of code per function of the source, however often it is called: a model calls the code of a layer
  // kind once per layer, and inlining would compile it as often.
  SmallVector<std::string> collectives;
  module->walk([&](LLVM::LLVMFuncOp function) {
    if (function.isExternal() && function.getName().starts_with("_mlir_ciface_dsv4rt_"))
      collectives.push_back(function.getName().str());
    if (function.isExternal() || !function.isPrivate())
      return;
    function.setLinkage(LLVM::Linkage::Internal);
    function.setNoInline(true);
  });

  auto builder = llvm::orc::JITTargetMachineBuilder::detectHost();
  if (!builder)
    return fail(builder.takeError());
  auto machine = builder->createTargetMachine();
  if (!machine)
    return fail(machine.takeError());
  // The options hold a reference to this function: it must live until create() returns.
  auto optimize = makeOptimizingTransformer(optimization, /*sizeLevel=*/0, machine->get());
  ExecutionEngineOptions engineOptions;
  engineOptions.transformer = optimize;
  engineOptions.jitCodeGenOptLevel = llvm::CodeGenOpt::getLevel(optimization).value_or(llvm::CodeGenOptLevel::Default);
  engineOptions.enableObjectDump = layout == ArgumentLayout::Contiguous;
  engineOptions.enableGDBNotificationListener = false;
  engineOptions.enablePerfNotificationListener = false;
  auto engine = ExecutionEngine::create(*module, engineOptions, std::move(*machine));
  if (!engine)
    return fail(engine.takeError());
  (*engine)->registerSymbols(runtimeSymbols);
  if (!collectives.empty() && failed(registerCollectives(**engine, source.getLoc(), collectives)))
    return failure();
  return std::move(*engine);
}

Executable::Executable(std::unique_ptr<Implementation> implementation) : implementation(std::move(implementation)) {}
Executable::~Executable() = default;

FailureOr<std::unique_ptr<Executable>> Executable::create(ModuleOp module, unsigned optimization) {
  auto implementation = std::make_unique<Implementation>();
  std::vector<FunctionSpec> specs;
  if (failed(collectSpecs(module, specs)))
    return failure();
  FailureOr<std::unique_ptr<ExecutionEngine>> engine = compile(module, ArgumentLayout::Contiguous, optimization);
  if (failed(engine))
    return failure();
  implementation->source = module.clone();
  implementation->contiguous = std::move(*engine);
  implementation->optimization = optimization;
  auto executable = std::unique_ptr<Executable>(new Executable(std::move(implementation)));
  executable->specs = std::move(specs);
  executable->gridShape = gridOf(module);
  return executable;
}

FailureOr<std::unique_ptr<Executable>> Executable::load(ModuleOp module, StringRef object) {
  initializeTarget();
  auto implementation = std::make_unique<Implementation>();
  std::vector<FunctionSpec> specs;
  if (failed(collectSpecs(module, specs)))
    return failure();
  auto fail = [&](llvm::Error error) {
    return module.emitError("cannot be loaded: ") << llvm::toString(std::move(error));
  };
  auto jit = llvm::orc::LLJITBuilder().create();
  if (!jit)
    return fail(jit.takeError());
  llvm::orc::JITDylib &symbols = (*jit)->getMainJITDylib();
  llvm::orc::MangleAndInterner interner(symbols.getExecutionSession(), (*jit)->getDataLayout());
  if (llvm::Error error = symbols.define(llvm::orc::absoluteSymbols(runtimeSymbols(interner))))
    return fail(std::move(error));
  // libm, and the MPI runtime, which is loaded for all to see.
  if (!module.getOps<shard::GridOp>().empty() && !loadCollectivesLibrary(module.getLoc()))
    return failure();
  auto process =
      llvm::orc::DynamicLibrarySearchGenerator::GetForCurrentProcess((*jit)->getDataLayout().getGlobalPrefix());
  if (!process)
    return fail(process.takeError());
  symbols.addGenerator(std::move(*process));
  implementation->object = object.str();
  if (llvm::Error error = (*jit)->addObjectFile(
          llvm::MemoryBuffer::getMemBuffer(implementation->object, "dsv4", /*RequiresNullTerminator=*/false)))
    return fail(std::move(error));
  implementation->source = module.clone();
  implementation->loaded = std::move(*jit);
  auto executable = std::unique_ptr<Executable>(new Executable(std::move(implementation)));
  executable->specs = std::move(specs);
  executable->gridShape = gridOf(module);
  return executable;
}

llvm::Expected<std::string> Executable::object() {
  if (!implementation->contiguous)
    return implementation->object;
  // Compiled at the first lookup; left to dumpToObjectFile (LLVM 22), it would look up declarations too and fail.
  auto compiled = implementation->contiguous->lookupPacked("_mlir_ciface_" + specs.front().name);
  if (!compiled)
    return compiled.takeError();
  // The engine writes files only.
  llvm::SmallString<128> path;
  if (std::error_code code = llvm::sys::fs::createTemporaryFile("dsv4", "o", path))
    return llvm::createStringError(code, "cannot write the object file: " + code.message());
  llvm::FileRemover remover(path);
  implementation->contiguous->dumpToObjectFile(path);
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer || (*buffer)->getBufferSize() == 0)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), "the compiler wrote no object file");
  return (*buffer)->getBuffer().str();
}

const FunctionSpec *Executable::lookup(StringRef name) const {
  for (const FunctionSpec &spec : specs)
    if (spec.name == name)
      return &spec;
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

static llvm::Error error(const Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
}

static std::string printShape(ArrayRef<int64_t> shape) {
  std::string text = "[";
  for (auto [index, size] : llvm::enumerate(shape)) {
    if (index)
      text += ", ";
    text += ShapedType::isDynamic(size) ? "?" : std::to_string(size);
  }
  return text + "]";
}

static llvm::Error checkArgument(StringRef function, size_t index, const TensorSpec &spec, const TensorView &view) {
  std::string what = ("@" + function + ": argument " + Twine(index)).str();
  if (view.elementType != spec.elementType)
    return error(what + " has element type " + view.elementType + ", expected " + spec.elementType);
  if (failed(verifyCompatibleShape(spec.shape, view.shape)))
    return error(what + " has shape " + printShape(view.shape) + ", expected " + printShape(spec.shape));
  if (reinterpret_cast<uintptr_t>(view.data) % spec.elementBytes)
    return error(what + " is not aligned to its elements of " + Twine(spec.elementBytes) + " bytes");
  return llvm::Error::success();
}

static SmallVector<int64_t> rowMajorStrides(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size(), 1);
  for (int64_t i = int64_t(shape.size()) - 2; i >= 0; --i)
    strides[i] = strides[i + 1] * shape[i + 1];
  return strides;
}

/// Row-major without gaps; strides of dimensions of size 1 do not matter.
static bool isContiguous(const TensorView &view) {
  SmallVector<int64_t> expected = rowMajorStrides(view.shape);
  for (auto [size, stride, want] : llvm::zip_equal(view.shape, view.strides, expected)) {
    if (size == 0)
      return true;
    if (size != 1 && stride != want)
      return false;
  }
  return true;
}

/// Slots of 8 bytes in a memref descriptor: two pointers, the offset, sizes and strides.
static size_t descriptorSlots(size_t rank) { return 3 + 2 * rank; }

static void writeDescriptor(int64_t *slots, void *data, ArrayRef<int64_t> shape, ArrayRef<int64_t> strides) {
  slots[0] = slots[1] = reinterpret_cast<int64_t>(data);
  slots[2] = 0;
  llvm::copy(shape, slots + 3);
  llvm::copy(strides, slots + 3 + shape.size());
}

/// Copies `view` to new memory, row-major.
static OwnedTensor copyOf(const TensorView &view, int64_t elementBytes) {
  OwnedTensor copy;
  copy.view = view;
  copy.view.strides = rowMajorStrides(view.shape);
  int64_t count = 1;
  for (int64_t size : view.shape)
    count *= size;
  copy.view.data = std::malloc(std::max<int64_t>(count * elementBytes, 1));
  copy.allocation = std::shared_ptr<void>(copy.view.data, std::free);
  for (int64_t linear = 0; linear < count; ++linear) {
    int64_t rest = linear, offset = 0;
    for (int64_t dim = int64_t(view.shape.size()) - 1; dim >= 0; --dim) {
      offset += rest % view.shape[dim] * view.strides[dim];
      rest /= view.shape[dim];
    }
    std::memcpy(static_cast<char *>(copy.view.data) + linear * elementBytes,
                static_cast<char *>(view.data) + offset * elementBytes, elementBytes);
  }
  return copy;
}

llvm::Expected<std::vector<OwnedTensor>> Executable::invoke(StringRef name, ArrayRef<TensorView> arguments) {
  const FunctionSpec *spec = lookup(name);
  if (!spec)
    return error("there is no public function @" + name);
  if (arguments.size() != spec->arguments.size())
    return error("@" + name + " takes " + Twine(spec->arguments.size()) + " arguments, got " + Twine(arguments.size()));
  bool contiguous = true;
  for (auto [index, view] : llvm::enumerate(arguments)) {
    if (llvm::Error mismatch = checkArgument(name, index, spec->arguments[index], view))
      return mismatch;
    contiguous &= isContiguous(view);
  }

  ExecutionEngine *engine = implementation->contiguous.get();
  std::string symbol = ("_mlir_ciface_" + name).str();
  if (!contiguous) {
    std::lock_guard<std::mutex> lock(implementation->mutex);
    if (!implementation->strided) {
      FailureOr<std::unique_ptr<ExecutionEngine>> compiled =
          compile(*implementation->source, ArgumentLayout::Strided, implementation->optimization);
      if (failed(compiled))
        return error("@" + name + " cannot be compiled for strided arrays");
      implementation->strided = std::move(*compiled);
    }
    engine = implementation->strided.get();
  }
  void (*function)(void **) = nullptr;
  if (engine) {
    auto found = engine->lookupPacked(symbol);
    if (!found)
      return found.takeError();
    function = *found;
  } else {
    // The name that ExecutionEngine gives its wrapper.
    auto found = implementation->loaded->lookup("_mlir_" + symbol);
    if (!found)
      return found.takeError();
    function = found->toPtr<void (*)(void **)>();
  }

  // The wrapper takes pointers to descriptors; one to the results, side by side, comes first.
  size_t resultSlots = 0, argumentSlots = 0;
  for (const TensorSpec &result : spec->results)
    resultSlots += descriptorSlots(result.shape.size());
  for (const TensorView &view : arguments)
    argumentSlots += descriptorSlots(view.shape.size());
  std::vector<int64_t> slots(resultSlots + argumentSlots);
  SmallVector<void *> descriptors;
  if (!spec->results.empty())
    descriptors.push_back(slots.data());
  int64_t *next = slots.data() + resultSlots;
  for (const TensorView &view : arguments) {
    // A dimension of size 1 may have any stride in numpy; row-major code relies on none.
    writeDescriptor(next, view.data, view.shape, contiguous ? rowMajorStrides(view.shape) : view.strides);
    descriptors.push_back(next);
    next += descriptorSlots(view.shape.size());
  }
  SmallVector<void *> packed;
  for (void *&descriptor : descriptors)
    packed.push_back(&descriptor);

  Invocation invocation;
  if (!invocation.run(function, packed.data()))
    return error("@" + name + ": " + invocation.error());

  // Ownership-based deallocation gives every result a buffer of its own; results that share one all the same
  // (the same value returned twice) share the allocation here.
  std::vector<OwnedTensor> results;
  llvm::DenseMap<void *, std::shared_ptr<void>> owners;
  const int64_t *slot = slots.data();
  for (const TensorSpec &result : spec->results) {
    size_t rank = result.shape.size();
    auto *allocated = reinterpret_cast<void *>(slot[0]);
    TensorView view;
    view.data = reinterpret_cast<char *>(slot[1]) + slot[2] * result.elementBytes;
    view.elementType = result.elementType;
    view.shape.assign(slot + 3, slot + 3 + rank);
    view.strides.assign(slot + 3 + rank, slot + 3 + 2 * rank);
    slot += descriptorSlots(rank);
    if (invocation.release(allocated))
      owners[allocated] = std::shared_ptr<void>(allocated, std::free);
    auto owner = owners.find(allocated);
    results.push_back(owner == owners.end() ? copyOf(view, result.elementBytes) : OwnedTensor{owner->second, view});
  }
  return results;
}

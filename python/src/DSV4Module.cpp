//===- DSV4Module.cpp - The Python module dsv4._dsv4 ----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Thin: Python sees modules, pipelines and executables; the checks and the
// conversions of element types that need no C++ are in python/dsv4.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Model/Builder.h"
#include "dsv4/Pipelines/InitAll.h"
#include "dsv4/Runtime/CollectivesLibrary.h"
#include "dsv4/Runtime/Executable.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/TargetParser/Host.h"
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace py = pybind11;
using namespace mlir;

namespace {

/// dsv4.Error: what the compiler or a compiled program reported.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Collects the diagnostics of one operation as the text the tools print.
class DiagnosticCollector {
public:
  DiagnosticCollector(llvm::SourceMgr &sourceManager, MLIRContext *context)
      : stream(text), handler(sourceManager, context, stream) {}

  /// Throws `Error` with the collected text.
  [[noreturn]] void raise(const char *fallback) {
    stream.flush();
    while (!text.empty() && text.back() == '\n')
      text.pop_back();
    throw Error(text.empty() ? fallback : text);
  }

  std::string take() {
    stream.flush();
    return std::move(text);
  }

private:
  std::string text;
  llvm::raw_string_ostream stream;
  SourceMgrDiagnosticHandler handler;
};

std::shared_ptr<MLIRContext> createContext() {
  static std::once_flag once;
  std::call_once(once, [] { dsv4::registerAllPasses(); });
  DialectRegistry registry;
  dsv4::registerAllDialects(registry);
  auto context = std::make_shared<MLIRContext>(registry, MLIRContext::Threading::DISABLED);
  context->printOpOnDiagnostic(false);
  return context;
}

/// IR and the context that owns its types.
class Module {
public:
  static Module parse(const std::string &text, const std::string &name) {
    Module result;
    result.context = createContext();
    result.sourceManager = std::make_shared<llvm::SourceMgr>();
    result.sourceManager->AddNewSourceBuffer(llvm::MemoryBuffer::getMemBufferCopy(text, name), llvm::SMLoc());
    DiagnosticCollector diagnostics(*result.sourceManager, result.context.get());
    py::gil_scoped_release release;
    ParserConfig config(result.context.get());
    result.module = parseSourceFile<ModuleOp>(*result.sourceManager, config);
    if (!result.module)
      diagnostics.raise("the text is not a module");
    return result;
  }

  /// Builds a program of a model from the text of its config.json.
  static Module fromConfig(const std::string &config, const std::string &name, int64_t batch, int64_t tokens,
                           int64_t context, const std::string &precision, const std::string &activationType,
                           const std::string &weightType, bool allLogits, bool returnStreams, bool blocks, bool draft) {
    Module result;
    result.context = createContext();
    result.sourceManager = std::make_shared<llvm::SourceMgr>();
    result.sourceManager->AddNewSourceBuffer(llvm::MemoryBuffer::getMemBufferCopy(config, name), llvm::SMLoc());
    DiagnosticCollector diagnostics(*result.sourceManager, result.context.get());
    py::gil_scoped_release release;
    auto typeOf = [&](const std::string &text) -> Type {
      if (text == "f32")
        return Float32Type::get(result.context.get());
      if (text == "bf16")
        return BFloat16Type::get(result.context.get());
      throw Error("element type '" + text + "' is not one of f32, bf16");
    };
    dsv4::ProgramOptions options;
    options.batch = batch < 0 ? ShapedType::kDynamic : batch;
    options.tokens = tokens < 0 ? ShapedType::kDynamic : tokens;
    options.contextCapacity = context;
    if (precision == "plain")
      options.precision = dsv4::PrecisionMode::Plain;
    else if (precision == "qat")
      options.precision = dsv4::PrecisionMode::Qat;
    else if (precision == "official")
      options.precision = dsv4::PrecisionMode::Official;
    else
      throw Error("precision '" + precision + "' is not one of plain, qat, official");
    options.activationType = typeOf(activationType);
    options.weightType = typeOf(weightType);
    options.allLogits = allLogits;
    options.returnStreams = returnStreams;
    options.blocks = blocks;
    options.draft = draft;
    FailureOr<dsv4::ModelConfig> parsed = dsv4::parseModelConfig(result.context.get(), config, name);
    if (failed(parsed))
      diagnostics.raise("the configuration cannot be read");
    FailureOr<OwningOpRef<ModuleOp>> module = dsv4::buildModel(result.context.get(), *parsed, options);
    if (failed(module))
      diagnostics.raise("the model cannot be built");
    result.module = std::move(*module);
    return result;
  }

  /// Runs a textual pipeline; returns the remarks and warnings.
  std::string run(const std::string &pipeline) {
    DiagnosticCollector diagnostics(*sourceManager, context.get());
    py::gil_scoped_release release;
    std::string errors;
    llvm::raw_string_ostream errorStream(errors);
    PassManager manager(context.get(), ModuleOp::getOperationName());
    // parsePassPipeline on a manager would silently run nothing when the text names its anchor op itself.
    FailureOr<OpPassManager> passes = parsePassPipeline(pipeline, errorStream);
    if (failed(passes))
      throw Error(errors.empty() ? "cannot parse the pipeline '" + pipeline + "'" : errors);
    if (passes->getOpAnchorName() != ModuleOp::getOperationName())
      throw Error("the pipeline must be anchored on builtin.module, got '" + pipeline + "'");
    static_cast<OpPassManager &>(manager) = std::move(*passes);
    if (failed(manager.run(*module)))
      diagnostics.raise("the pipeline failed");
    return diagnostics.take();
  }

  std::string print() const {
    std::string text;
    llvm::raw_string_ostream stream(text);
    (*module)->print(stream);
    return text;
  }

  Module clone() const {
    Module result = {context, sourceManager, {}};
    result.module = module.get().clone();
    return result;
  }

  std::shared_ptr<MLIRContext> context;
  std::shared_ptr<llvm::SourceMgr> sourceManager;
  OwningOpRef<ModuleOp> module;
};

py::tuple toTuple(ArrayRef<int64_t> values) {
  py::tuple result(values.size());
  for (auto [index, value] : llvm::enumerate(values))
    result[index] = value;
  return result;
}

/// An executable and the context it needs for code that is compiled later.
class Executable {
public:
  Executable(const Module &source, unsigned optimization) : context(source.context) {
    DiagnosticCollector diagnostics(*source.sourceManager, context.get());
    py::gil_scoped_release release;
    FailureOr<std::unique_ptr<dsv4::Executable>> compiled = dsv4::Executable::create(source.module.get(), optimization);
    if (failed(compiled))
      diagnostics.raise("the module cannot be compiled");
    executable = std::move(*compiled);
  }

  /// Code that `object` returned for the same module.
  static Executable load(const Module &source, const std::string &object) {
    Executable result;
    result.context = source.context;
    DiagnosticCollector diagnostics(*source.sourceManager, result.context.get());
    py::gil_scoped_release release;
    FailureOr<std::unique_ptr<dsv4::Executable>> loaded = dsv4::Executable::load(source.module.get(), object);
    if (failed(loaded))
      diagnostics.raise("the code cannot be loaded");
    result.executable = std::move(*loaded);
    return result;
  }

  py::bytes object() {
    llvm::Expected<std::string> object = executable->object();
    if (!object)
      throw Error(llvm::toString(object.takeError()));
    return py::bytes(*object);
  }

  /// Sizes of the grid of ranks, empty for a program that runs alone.
  py::tuple grid() const { return toTuple(executable->grid()); }

  /// name -> (arguments, results), each a list of (element type, shape with -1 for dynamic sizes, name, writable,
  /// grid axes per dimension).
  py::dict functions() const {
    py::dict result;
    auto describe = [](const std::vector<dsv4::TensorSpec> &specs) {
      py::list list;
      for (const dsv4::TensorSpec &spec : specs) {
        SmallVector<int64_t> shape(spec.shape);
        for (int64_t &size : shape)
          size = ShapedType::isDynamic(size) ? -1 : size;
        py::tuple split(spec.split.size());
        for (auto [dim, axes] : llvm::enumerate(spec.split))
          split[dim] = toTuple(axes);
        list.append(py::make_tuple(spec.elementType, toTuple(shape), spec.name, spec.isWritable, split));
      }
      return list;
    };
    for (const dsv4::FunctionSpec &spec : executable->functions())
      result[py::str(spec.name)] = py::make_tuple(describe(spec.arguments), describe(spec.results));
    return result;
  }

  /// arrays: (numpy array, element type); returns (array of bytes with the shape, element type) per result.
  py::list invoke(const std::string &name, const std::vector<std::pair<py::array, std::string>> &arrays) {
    std::vector<dsv4::TensorView> views;
    for (auto [index, item] : llvm::enumerate(arrays)) {
      const auto &[array, elementType] = item;
      dsv4::TensorView view;
      view.data = const_cast<void *>(array.data());
      view.elementType = elementType;
      for (py::ssize_t dim = 0; dim < array.ndim(); ++dim) {
        if (array.strides(dim) % array.itemsize())
          throw Error("@" + name + ": argument " + std::to_string(index) + " has a stride of " +
                      std::to_string(array.strides(dim)) + " bytes, which is no multiple of its element size");
        view.shape.push_back(array.shape(dim));
        view.strides.push_back(array.strides(dim) / array.itemsize());
      }
      views.push_back(std::move(view));
    }
    std::vector<dsv4::OwnedTensor> results;
    {
      py::gil_scoped_release release;
      auto outcome = executable->invoke(name, views);
      if (!outcome)
        throw Error(llvm::toString(outcome.takeError()));
      results = std::move(*outcome);
    }
    const dsv4::FunctionSpec *spec = executable->lookup(name);
    py::list list;
    for (auto [tensor, type] : llvm::zip_equal(results, spec->results)) {
      auto *owner = new std::shared_ptr<void>(tensor.allocation);
      py::capsule capsule(owner, [](void *pointer) { delete static_cast<std::shared_ptr<void> *>(pointer); });
      std::vector<py::ssize_t> shape(tensor.view.shape.begin(), tensor.view.shape.end()), strides;
      for (int64_t stride : tensor.view.strides)
        strides.push_back(stride * type.elementBytes);
      // Unsigned integers of the element's width; python/dsv4 views them as the right dtype.
      py::dtype dtype("u" + std::to_string(type.elementBytes));
      list.append(py::make_tuple(py::array(dtype, shape, strides, tensor.view.data, capsule), type.elementType));
    }
    return list;
  }

private:
  Executable() = default;

  std::shared_ptr<MLIRContext> context;
  std::unique_ptr<dsv4::Executable> executable;
};

} // namespace

PYBIND11_MODULE(_dsv4, m) {
  m.def("builtin_config", [](const std::string &name) -> std::optional<std::string> {
    if (std::optional<llvm::StringRef> text = dsv4::getBuiltinConfig(name))
      return text->str();
    return std::nullopt;
  });
  m.def("builtin_config_names", [] {
    py::list names;
    for (llvm::StringRef name : dsv4::getBuiltinConfigNames())
      names.append(name.str());
    return names;
  });
  m.def("host_processor", [] { return llvm::sys::getHostCPUName().str(); });
  m.def("collectives_library", &dsv4::findCollectivesLibrary,
        "Path of the library with the collectives over MPI; it need not exist.");
  m.doc() = "C++ side of the dsv4 package: IR, pipelines, compiled programs.";
  m.attr("__version__") = DSV4_VERSION;
  py::register_exception<Error>(m, "Error", PyExc_RuntimeError).attr("__doc__") =
      "A diagnostic of the compiler, with its location, or an error of a compiled program.";

  py::class_<Module>(m, "Module", "An MLIR module in memory.")
      .def_static("parse", &Module::parse, py::arg("text"), py::arg("name") = "<string>",
                  "Parses MLIR text or bytecode. `name` stands for the file in error messages.")
      .def_static("from_config", &Module::fromConfig, py::arg("config"), py::arg("name"), py::kw_only(),
                  py::arg("batch"), py::arg("tokens"), py::arg("context"), py::arg("precision"),
                  py::arg("activation_type"), py::arg("weight_type"), py::arg("all_logits"), py::arg("return_streams"),
                  py::arg("blocks"), py::arg("draft"))
      .def("run", &Module::run, py::arg("pipeline"),
           "Runs a textual pass pipeline, e.g. 'builtin.module(dsv4-to-linalg-pipeline)', in place. Returns the "
           "remarks and warnings as text.")
      .def("clone", &Module::clone, "A copy that can be changed alone.")
      .def("__str__", &Module::print);

  py::class_<Executable>(m, "Executable")
      .def(py::init<const Module &, unsigned>(), py::arg("module"), py::arg("optimization"))
      .def("functions", &Executable::functions)
      .def_static("load", &Executable::load, py::arg("module"), py::arg("object"))
      .def("object", &Executable::object)
      .def("grid", &Executable::grid)
      .def("invoke", &Executable::invoke, py::arg("name"), py::arg("arrays"));
}

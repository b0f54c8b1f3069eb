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

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/OperatorSchema.h"
#include "dsv4/Model/Builder.h"
#include "dsv4/Pipelines/InitAll.h"
#include "dsv4/Runtime/CollectivesLibrary.h"
#include "dsv4/Runtime/Executable.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
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
  Module() = default;

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

  /// Sets attributes of the arguments or results of a function: a dict from name to the attribute's text for each.
  void annotate(const std::string &functionName, const std::vector<std::map<std::string, std::string>> &attributes,
                bool ofResults) {
    auto function = module->lookupSymbol<func::FuncOp>(functionName);
    if (!function)
      throw Error("the module has no function @" + functionName);
    size_t count = ofResults ? function.getNumResults() : function.getNumArguments();
    if (attributes.size() != count)
      throw Error("@" + functionName + " has " + std::to_string(count) + (ofResults ? " results" : " arguments") +
                  ", got attributes for " + std::to_string(attributes.size()));
    DiagnosticCollector diagnostics(*sourceManager, context.get());
    for (auto [index, dictionary] : llvm::enumerate(attributes))
      for (const auto &[name, text] : dictionary) {
        Attribute attribute = parseAttribute(text, context.get());
        if (!attribute)
          diagnostics.raise("not an attribute");
        if (ofResults)
          function.setResultAttr(index, name, attribute);
        else
          function.setArgAttr(index, name, attribute);
      }
  }

  std::shared_ptr<MLIRContext> context;
  std::shared_ptr<llvm::SourceMgr> sourceManager;
  OwningOpRef<ModuleOp> module;
};

//===----------------------------------------------------------------------===//
// Operators: one op as a function
//===----------------------------------------------------------------------===//

/// Element type and shape, -1 for a size that is not known.
using TypeDescription = std::pair<std::string, std::vector<int64_t>>;

RankedTensorType typeOf(MLIRContext *context, const TypeDescription &description) {
  Type element = parseType(description.first, context);
  if (!element || !TensorType::isValidElementType(element))
    throw Error("'" + description.first + "' is no element type");
  SmallVector<int64_t> shape(description.second.begin(), description.second.end());
  for (int64_t &size : shape)
    size = size < 0 ? ShapedType::kDynamic : size;
  return RankedTensorType::get(shape, element);
}

TypeDescription describe(RankedTensorType type) {
  TypeDescription description;
  llvm::raw_string_ostream(description.first) << type.getElementType();
  for (int64_t size : type.getShape())
    description.second.push_back(ShapedType::isDynamic(size) ? -1 : size);
  return description;
}

/// name -> (parameters, results); a parameter is (name, kind, optional, default or None).
py::dict describeOperators() {
  static const char *const kinds[] = {"tensor", "tensor?", "tensor[]", "int", "float", "bool", "type", "enumeration"};
  std::shared_ptr<MLIRContext> context = createContext();
  context->loadDialect<dsv4::DSV4Dialect>();
  py::dict result;
  for (const dsv4::OperatorSchema *schema : dsv4::getOperatorSchemas()) {
    py::list parameters, results;
    for (const dsv4::OperatorParameter &parameter : schema->parameters) {
      py::object value = py::none();
      if (parameter.hasDefault)
        value = py::cast(dsv4::getParameterDefault(context.get(), *schema, parameter));
      parameters.append(
          py::make_tuple(parameter.name.str(), kinds[unsigned(parameter.kind)], parameter.isOptional, value));
    }
    for (llvm::StringRef name : schema->results)
      results.append(name.str());
    result[py::str(schema->name().str())] = py::make_tuple(parameters, results);
  }
  return result;
}

/// A function @<name> that is one op. `operands` are those that are present, in the order of the schema; `counts` has
/// for each operand of the schema how many of them it is.
class Operator {
public:
  Operator(const std::string &name, const std::vector<TypeDescription> &operands, const std::vector<int32_t> &counts,
           const std::map<std::string, dsv4::OperatorValue> &attributes) {
    const dsv4::OperatorSchema *schema = dsv4::lookupOperatorSchema(name);
    if (!schema)
      throw Error("there is no operator '" + name + "'");
    int64_t places = llvm::count_if(schema->parameters, [](auto &parameter) { return parameter.isOperand(); });
    int64_t total = 0;
    for (int32_t count : counts)
      total += count;
    if (int64_t(counts.size()) != places || total != int64_t(operands.size()))
      throw Error("dsv4." + name + " has " + std::to_string(places) +
                  " operands, and counts does not say which they are");
    source.context = createContext();
    source.sourceManager = std::make_shared<llvm::SourceMgr>();
    MLIRContext *context = source.context.get();
    context->loadDialect<dsv4::DSV4Dialect, func::FuncDialect>();
    // There is no text that a location could point into.
    std::string text;
    ScopedDiagnosticHandler handler(context, [&](Diagnostic &diagnostic) { text += diagnostic.str(); });
    Location loc = UnknownLoc::get(context);
    SmallVector<Type> types;
    for (const TypeDescription &operand : operands)
      types.push_back(typeOf(context, operand));
    NamedAttrList named;
    for (const dsv4::OperatorParameter &parameter : schema->parameters)
      if (auto value = attributes.find(parameter.name.str()); value != attributes.end()) {
        Attribute attribute =
            dsv4::getParameterAttr(context, parameter, value->second, [&] { return mlir::emitError(loc); });
        if (!attribute)
          throw Error("dsv4." + name + ": " + text);
        named.append(parameter.name, attribute);
      }
    OpBuilder b(context);
    source.module = ModuleOp::create(b, loc);
    b.setInsertionPointToStart(source.module->getBody());
    auto function = func::FuncOp::create(b, loc, "main", b.getFunctionType(types, {}));
    b.setInsertionPointToStart(function.addEntryBlock());
    FailureOr<Operation *> op = dsv4::createOperator(b, loc, *schema, function.getArguments(), counts, named);
    if (failed(op))
      throw Error(text);
    func::ReturnOp::create(b, loc, (*op)->getResults());
    function.setFunctionType(b.getFunctionType(types, (*op)->getResultTypes()));
    for (Type type : (*op)->getResultTypes())
      results.push_back(describe(cast<RankedTensorType>(type)));
    dimensions.resize(operands.size());
    for (auto [index, operand] : llvm::enumerate(operands))
      dimensions[index].resize(operand.second.size());
    for (const dsv4::NamedDimension &dim : cast<dsv4::TypeRuleOpInterface>(*op).getNamedDimensions())
      dimensions[cast<BlockArgument>(dim.value).getArgNumber()][dim.dim] = dim.symbol;
  }

  Module module() const { return source.clone(); }

  /// Types of the results; names of the dimensions of the operands, "...0", "...1" for leading ones.
  std::vector<TypeDescription> results;
  std::vector<std::vector<std::string>> dimensions;

private:
  Module source;
};

std::string normalizedConfig(const std::string &text, const std::string &name) {
  std::shared_ptr<MLIRContext> context = createContext();
  llvm::SourceMgr sourceManager;
  sourceManager.AddNewSourceBuffer(llvm::MemoryBuffer::getMemBufferCopy(text, name), llvm::SMLoc());
  DiagnosticCollector diagnostics(sourceManager, context.get());
  FailureOr<dsv4::ModelConfig> parsed = dsv4::parseModelConfig(context.get(), text, name);
  if (failed(parsed))
    diagnostics.raise("the configuration cannot be read");
  std::string result;
  llvm::raw_string_ostream stream(result);
  dsv4::printModelConfig(*parsed, stream);
  return result;
}

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
  m.def("normalized_config", &normalizedConfig, py::arg("text"), py::arg("name"),
        "A config.json with every field, in DeepSeek's spelling.");
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
      .def("annotate", &Module::annotate, py::arg("function"), py::arg("attributes"), py::arg("of_results"))
      .def("__str__", &Module::print);

  m.def("operators", &describeOperators, "The ops as operators: name -> (parameters, results).");
  py::class_<Operator>(m, "Operator", "One op as a function of a module, with inferred result types.")
      .def(py::init<const std::string &, const std::vector<TypeDescription> &, const std::vector<int32_t> &,
                    const std::map<std::string, dsv4::OperatorValue> &>(),
           py::arg("name"), py::arg("operands"), py::arg("counts"), py::arg("attributes"))
      .def("module", &Operator::module)
      .def_readonly("results", &Operator::results)
      .def_readonly("dimensions", &Operator::dimensions);

  py::class_<Executable>(m, "Executable")
      .def(py::init<const Module &, unsigned>(), py::arg("module"), py::arg("optimization") = 2)
      .def("functions", &Executable::functions)
      .def_static("load", &Executable::load, py::arg("module"), py::arg("object"))
      .def("object", &Executable::object)
      .def("grid", &Executable::grid)
      .def("invoke", &Executable::invoke, py::arg("name"), py::arg("arrays"));
}

//===- Builder.cpp - A configuration as dsv4 IR ---------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Model/Builder.h"

#include "LayerBuilder.h"
#include "ProgramChecks.h"
#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// Attributes of arguments and results of public functions.
constexpr StringRef nameAttribute = "dsv4.name";
constexpr StringRef inPlaceAttribute = "dsv4.in_place";

/// Builds one module.
class ModelBuilder {
public:
  ModelBuilder(MLIRContext *context, const ModelConfig &config, const ProgramOptions &options)
      : context(context), config(config), options(options), table(context, config, options),
        location(NameLoc::get(StringAttr::get(context, config.name),
                              config.location ? Location(config.location) : UnknownLoc::get(context))) {}

  FailureOr<OwningOpRef<ModuleOp>> build();

private:
  LayerKind kindOf(int64_t layer) const;
  void addEmbed();
  void addPrologue();
  void addLayer(const LayerKind &kind);
  void addEpilogue();
  void addMain();
  void addBlocks();
  void addDraft();

  func::FuncOp addFunction(StringRef name, bool isPublic, TypeRange arguments);
  void finish(func::FuncOp function, EinsumBuilder &b, ValueRange results);
  CallValues callArguments(const LayerKind &kind, ValueRange &arguments);
  SmallVector<Value> callOperands(const LayerKind &kind, const CallValues &call);
  SmallVector<Type> callTypes(const LayerKind &kind);
  Value tokenPositions(EinsumBuilder &b, Value startPos, Value like);
  Value rowPositions(EinsumBuilder &b, Value startPos, Value like, int64_t ratio);
  bool usesRatio(int64_t ratio) const { return llvm::is_contained(ratios, ratio); }

  /// A public function while its arguments are collected.
  struct Signature {
    SmallVector<Type> types;
    std::vector<std::string> names;
    SmallVector<bool> writable;

    void add(StringRef name, Type type, bool isWritable = false) {
      names.push_back(name.str());
      types.push_back(type);
      writable.push_back(isWritable);
    }
  };
  func::FuncOp addEntry(StringRef name, const Signature &signature);
  CallValues callPrologue(EinsumBuilder &b, ValueRange inputs);

  MLIRContext *context;
  const ModelConfig &config;
  const ProgramOptions &options;
  ParameterTable table;
  Location location;
  ModuleOp module;
  /// Ratios that occur, the drafts' included.
  SmallVector<int64_t> ratios;
  func::FuncOp embed, prologue, epilogue;
  llvm::StringMap<func::FuncOp> layerFunctions;
};

} // namespace

LayerKind ModelBuilder::kindOf(int64_t layer) const {
  return {config.compressRatios[layer], layer < config.layers && config.hashRouting[layer]};
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

func::FuncOp ModelBuilder::addFunction(StringRef name, bool isPublic, TypeRange arguments) {
  OpBuilder b = OpBuilder::atBlockEnd(module.getBody());
  auto function = func::FuncOp::create(b, location, name, b.getFunctionType(arguments, {}));
  if (!isPublic)
    function.setPrivate();
  function.addEntryBlock();
  return function;
}

void ModelBuilder::finish(func::FuncOp function, EinsumBuilder &b, ValueRange results) {
  func::ReturnOp::create(b, results);
  function.setFunctionType(b.getFunctionType(function.getArgumentTypes(), results.getTypes()));
}

func::FuncOp ModelBuilder::addEntry(StringRef name, const Signature &signature) {
  func::FuncOp function = addFunction(name, /*isPublic=*/true, signature.types);
  // All at once: setting one rebuilds the list of thousands.
  Builder b(context);
  SmallVector<DictionaryAttr> attributes;
  for (auto [argument, isWritable] : llvm::zip_equal(signature.names, signature.writable)) {
    SmallVector<NamedAttribute> named = {b.getNamedAttr(nameAttribute, b.getStringAttr(argument))};
    if (isWritable)
      named.push_back(
          b.getNamedAttr(bufferization::BufferizationDialect::kWritableAttrName, BoolAttr::get(context, true)));
    attributes.push_back(b.getDictionaryAttr(named));
  }
  function.setAllArgAttrs(attributes);
  return function;
}

/// The results from `firstResult` on are the new contents of the arguments from `firstArgument` on.
static void markInPlace(func::FuncOp function, int64_t firstResult, int64_t firstArgument) {
  Builder b(function.getContext());
  SmallVector<DictionaryAttr> attributes(firstResult, b.getDictionaryAttr({}));
  for (int64_t index = firstResult, end = function.getNumResults(); index < end; ++index) {
    NamedAttribute argument =
        b.getNamedAttr(inPlaceAttribute, b.getI64IntegerAttr(firstArgument + index - firstResult));
    attributes.push_back(b.getDictionaryAttr(argument));
  }
  function.setAllResultAttrs(attributes);
}

/// Types of what a layer of this kind takes of `CallValues`, in the order of `callOperands`.
SmallVector<Type> ModelBuilder::callTypes(const LayerKind &kind) {
  int64_t batch = options.batch, tokens = options.tokens, half = config.ropeDim / 2;
  SmallVector<Type> types = {table.i32({batch, tokens}),
                             table.i32({batch}),
                             table.i32({batch}),
                             table.i32({batch, tokens}),
                             table.i32({batch, tokens, config.window}),
                             table.f32({batch, tokens, half}),
                             table.f32({batch, tokens, half})};
  if (kind.ratio) {
    int64_t rows = ShapedType::isDynamic(tokens) ? tokens : llvm::divideCeil(tokens, kind.ratio);
    types.append(2, table.f32({batch, rows, half}));
    if (!kind.hasIndexer())
      types.push_back(table.i32({batch, tokens, ShapedType::kDynamic}));
  }
  return types;
}

SmallVector<Value> ModelBuilder::callOperands(const LayerKind &kind, const CallValues &call) {
  bool isCompressed = kind.ratio != 0;
  SmallVector<Value> operands = {call.inputIds,
                                 call.startPos,
                                 call.queryLens,
                                 call.ringSlots,
                                 call.windowIndices.lookup(kind.ratio),
                                 isCompressed ? call.compressedCos : call.cos,
                                 isCompressed ? call.compressedSin : call.sin};
  if (isCompressed) {
    auto [cos, sin] = call.rowTables.lookup(kind.ratio);
    operands.append({cos, sin});
    if (!kind.hasIndexer())
      operands.push_back(call.compressIndices);
  }
  return operands;
}

/// The inverse of `callOperands`; drops what it takes from the front of `arguments`.
CallValues ModelBuilder::callArguments(const LayerKind &kind, ValueRange &arguments) {
  CallValues call;
  auto take = [&]() -> Value {
    Value first = arguments.front();
    arguments = arguments.drop_front();
    return first;
  };
  call.inputIds = take();
  call.startPos = take();
  call.queryLens = take();
  call.ringSlots = take();
  call.windowIndices[kind.ratio] = take();
  (kind.ratio ? call.compressedCos : call.cos) = take();
  (kind.ratio ? call.compressedSin : call.sin) = take();
  if (kind.ratio) {
    Value cos = take();
    call.rowTables[kind.ratio] = {cos, take()};
    if (!kind.hasIndexer())
      call.compressIndices = take();
  }
  return call;
}

//===----------------------------------------------------------------------===//
// Embedding, and what all layers share
//===----------------------------------------------------------------------===//

/// start_pos[b] + s: [B, S].
Value ModelBuilder::tokenPositions(EinsumBuilder &b, Value startPos, Value like) {
  EinsumBuilder e(b, b.getLoc(), 0);
  return e.map("bs", tensor::getMixedSizes(b, b.getLoc(), like), b.getI32Type(), {{startPos, "b"}},
               [](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                 Value token = arith::IndexCastOp::create(b, b.getI32Type(), linalg::IndexOp::create(b, 1));
                 return arith::AddIOp::create(b, v[0], token);
               });
}

/// Position of the first token of each compressed row of the call: [B, ceil(S / r)].
Value ModelBuilder::rowPositions(EinsumBuilder &b, Value startPos, Value like, int64_t ratio) {
  EinsumBuilder e(b, b.getLoc(), 0);
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, b.getLoc(), like);
  if (ShapedType::isDynamic(options.tokens)) {
    Value tokens = tensor::DimOp::create(b, like, 1);
    sizes[1] = Value(arith::CeilDivSIOp::create(b, tokens, b.index(ratio)));
  } else {
    sizes[1] = b.getIndexAttr(llvm::divideCeil(options.tokens, ratio));
  }
  return e.map("bi", sizes, b.getI32Type(), {{startPos, "b"}}, [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
    Value width = arith::ConstantOp::create(b, b.getI32IntegerAttr(ratio));
    Value first = arith::DivSIOp::create(b, v[0], width);
    Value row = arith::IndexCastOp::create(b, b.getI32Type(), linalg::IndexOp::create(b, 1));
    return arith::MulIOp::create(b, arith::AddIOp::create(b, first, row), width);
  });
}

/// Ids to embedded tokens in the type of the activations.
void ModelBuilder::addEmbed() {
  SmallVector<Type> types = {table.i32({options.batch, options.tokens}),
                             table.weight({config.vocabularySize, config.hiddenSize})};
  embed = addFunction("embed", /*isPublic=*/false, types);
  OpBuilder builder = OpBuilder::atBlockEnd(&embed.front());
  EinsumBuilder b(builder, location, 2);
  Value embedded = EmbeddingOp::create(b, embed.getArgument(0), embed.getArgument(1));
  finish(embed, b, b.cast(embedded, options.activationType));
}

void ModelBuilder::addPrologue() {
  int64_t batch = options.batch, tokens = options.tokens;
  SmallVector<Type> types = {table.i32({batch, tokens}), table.i32({batch}), table.i32({batch})};
  prologue = addFunction("prologue", /*isPublic=*/false, types);
  OpBuilder builder = OpBuilder::atBlockEnd(&prologue.front());
  EinsumBuilder b(builder, location, 2);
  Value ids = prologue.getArgument(0), startPos = prologue.getArgument(1), queryLens = prologue.getArgument(2);

  SmallVector<Value> results = {RingSlotsOp::create(b, ids, startPos, queryLens, b.getI64IntegerAttr(config.window))};
  Value positions = tokenPositions(b, startPos, ids);
  auto rotation = [&](Value at, bool isCompressed) {
    const YarnScaling &yarn = config.yarn;
    double theta = isCompressed ? config.compressRopeTheta : config.ropeTheta;
    auto op = RopeTableOp::create(b, at, b.getI64IntegerAttr(config.ropeDim), b.getF64FloatAttr(theta),
                                  b.getF64FloatAttr(isCompressed ? yarn.factor : 1.0), b.getF64FloatAttr(yarn.betaFast),
                                  b.getF64FloatAttr(yarn.betaSlow), b.getI64IntegerAttr(yarn.originalLength));
    results.append({op.getCos(), op.getSin()});
  };
  rotation(positions, /*isCompressed=*/false);
  rotation(positions, /*isCompressed=*/true);
  for (int64_t ratio : ratios) {
    // The KV list of a layer: ring, compressed rows, tokens of this call.
    int64_t callOffset = config.window + (ratio ? table.compressedCapacity(ratio) : 0);
    results.push_back(WindowIndicesOp::create(b, ids, startPos, queryLens, b.getI64IntegerAttr(config.window),
                                              WindowRowsAttr::get(context, WindowRows::Appended),
                                              b.getI64IntegerAttr(callOffset)));
    if (!ratio)
      continue;
    rotation(rowPositions(b, startPos, ids, ratio), /*isCompressed=*/true);
    if (ratio != 4)
      results.push_back(CompressIndicesOp::create(b, ids, startPos, queryLens, b.getI64IntegerAttr(ratio),
                                                  b.getI64IntegerAttr(config.window)));
  }
  finish(prologue, b, results);
}

/// Calls the prologue with [input_ids, start_pos, query_lens].
CallValues ModelBuilder::callPrologue(EinsumBuilder &b, ValueRange inputs) {
  auto op = func::CallOp::create(b, prologue, inputs);
  ValueRange results = op.getResults();
  auto take = [&]() -> Value {
    Value first = results.front();
    results = results.drop_front();
    return first;
  };
  CallValues call;
  call.inputIds = inputs[0];
  call.startPos = inputs[1];
  call.queryLens = inputs[2];
  call.ringSlots = take();
  call.cos = take();
  call.sin = take();
  call.compressedCos = take();
  call.compressedSin = take();
  for (int64_t ratio : ratios) {
    call.windowIndices[ratio] = take();
    if (!ratio)
      continue;
    Value cos = take();
    call.rowTables[ratio] = {cos, take()};
    if (ratio != 4)
      call.compressIndices = take();
  }
  return call;
}

//===----------------------------------------------------------------------===//
// Layers, head, entry points
//===----------------------------------------------------------------------===//

void ModelBuilder::addLayer(const LayerKind &kind) {
  func::FuncOp &function = layerFunctions[kind.name()];
  if (function)
    return;
  std::vector<Parameter> weights = table.layerWeights(kind), caches = table.layerCaches(kind);
  auto streams = table.activation({options.batch, options.tokens, config.hcMult, config.hiddenSize});
  SmallVector<Type> types = {streams};
  llvm::append_range(types, callTypes(kind));
  for (const Parameter &parameter : llvm::concat<Parameter>(weights, caches))
    types.push_back(parameter.type);
  function = addFunction("layer_" + kind.name(), /*isPublic=*/false, types);
  OpBuilder builder = OpBuilder::atBlockEnd(&function.front());
  EinsumBuilder b(builder, location, 2);
  ValueRange arguments = function.getArguments();
  Value x = arguments.front();
  arguments = arguments.drop_front();
  CallValues call = callArguments(kind, arguments);
  LayerBuilder layer(b, config, options, kind, call);
  for (auto [parameter, value] : llvm::zip_equal(llvm::concat<Parameter>(weights, caches), arguments))
    layer.bind(parameter.name, value);
  SmallVector<Value> results = {layer.build(x)};
  for (const Parameter &cache : caches)
    results.push_back(layer.get(cache.name));
  finish(function, b, results);
}

/// Streams to logits: hc_head, norm, output projection in f32.
void ModelBuilder::addEpilogue() {
  auto streams = table.activation({options.batch, options.tokens, config.hcMult, config.hiddenSize});
  std::vector<Parameter> weights = table.headWeights();
  SmallVector<Type> types = {streams, table.i32({options.batch})};
  for (const Parameter &parameter : weights)
    types.push_back(parameter.type);
  types.push_back(table.weight({config.vocabularySize, config.hiddenSize}));
  epilogue = addFunction("epilogue", /*isPublic=*/false, types);
  OpBuilder builder = OpBuilder::atBlockEnd(&epilogue.front());
  EinsumBuilder b(builder, location, 2);
  ValueRange arguments = epilogue.getArguments();
  Value x = arguments[0], queryLens = arguments[1];
  Value fn = arguments[2], base = arguments[3], scale = arguments[4], norm = arguments[5], head = arguments[6];
  FloatAttr normEps = b.getF64FloatAttr(config.normEps), hcEps = b.getF64FloatAttr(config.hcEps);
  if (!options.allLogits) {
    // Only the last token of each request: [B, 1, h, D].
    EinsumBuilder e(b, location, 0);
    Value tokens = tensor::DimOp::create(b, x, 1);
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(b, location, x);
    sizes[1] = b.getIndexAttr(1);
    Value streamsIn = x;
    x = e.map("b1jd", sizes, options.activationType, {{queryLens, "b"}},
              [&](ImplicitLocOpBuilder &b, ValueRange v) -> Value {
                Value zero = arith::ConstantIndexOp::create(b, 0), one = arith::ConstantIndexOp::create(b, 1);
                Value length = arith::IndexCastOp::create(b, b.getIndexType(), v[0]);
                Value last = arith::MinSIOp::create(b, length, tokens);
                last = arith::MaxSIOp::create(b, arith::SubIOp::create(b, last, one), zero);
                SmallVector<Value> position = {linalg::IndexOp::create(b, 0), last, linalg::IndexOp::create(b, 2),
                                               linalg::IndexOp::create(b, 3)};
                return tensor::ExtractOp::create(b, streamsIn, position);
              });
  }
  Value y = HcHeadOp::create(b, x, fn, scale, base, normEps, hcEps);
  y = RmsNormOp::create(b, y, norm, normEps);
  Type f32 = b.getF32Type();
  TypeAttr output = options.activationType.isF32() ? TypeAttr() : TypeAttr::get(f32);
  finish(epilogue, b, Value(LinearOp::create(b, y, head, Value(), output)));
}

void ModelBuilder::addMain() {
  int64_t batch = options.batch, tokens = options.tokens;
  Signature signature;
  signature.add("input_ids", table.i32({batch, tokens}));
  signature.add("start_pos", table.i32({batch}));
  signature.add("query_lens", table.i32({batch}));
  signature.add("embed.weight", table.weight({config.vocabularySize, config.hiddenSize}));
  for (int64_t layer = 0; layer < config.layers; ++layer)
    for (const Parameter &weight : table.layerWeights(kindOf(layer)))
      signature.add(("layers." + Twine(layer) + "." + weight.name).str(), weight.type);
  for (const Parameter &weight : table.headWeights())
    signature.add(weight.name, weight.type);
  signature.add("head.weight", table.weight({config.vocabularySize, config.hiddenSize}));
  int64_t firstCache = signature.types.size();
  for (int64_t layer = 0; layer < config.layers; ++layer)
    for (const Parameter &cache : table.layerCaches(kindOf(layer)))
      signature.add(("cache." + Twine(layer) + "." + cache.name).str(), cache.type, /*isWritable=*/true);

  func::FuncOp main = addEntry("main", signature);
  OpBuilder builder = OpBuilder::atBlockEnd(&main.front());
  EinsumBuilder b(builder, location, 2);
  ValueRange arguments = main.getArguments();
  CallValues call = callPrologue(b, arguments.take_front(3));
  Value embedded = func::CallOp::create(b, embed, ValueRange{arguments[0], arguments[3]}).getResult(0);
  Value x = HcExpandOp::create(b, embedded, b.getI64IntegerAttr(config.hcMult));

  SmallVector<Value> streams, newCaches;
  int64_t nextWeight = 4, nextCache = firstCache;
  for (int64_t layer = 0; layer < config.layers; ++layer) {
    LayerKind kind = kindOf(layer);
    func::FuncOp function = layerFunctions.lookup(kind.name());
    SmallVector<Value> operands = {x};
    llvm::append_range(operands, callOperands(kind, call));
    size_t weights = table.layerWeights(kind).size(), caches = table.layerCaches(kind).size();
    llvm::append_range(operands, arguments.slice(nextWeight, weights));
    llvm::append_range(operands, arguments.slice(nextCache, caches));
    nextWeight += weights;
    nextCache += caches;
    auto op = func::CallOp::create(b, function, operands);
    x = op.getResult(0);
    streams.push_back(x);
    llvm::append_range(newCaches, op.getResults().drop_front());
  }
  SmallVector<Value> operands = {x, call.queryLens};
  llvm::append_range(operands, arguments.slice(nextWeight, firstCache - nextWeight));
  SmallVector<Value> results(func::CallOp::create(b, epilogue, operands).getResults());
  if (options.returnStreams)
    llvm::append_range(results, streams);
  else if (options.draft)
    results.push_back(x);
  int64_t firstInPlace = results.size();
  llvm::append_range(results, newCaches);
  finish(main, b, results);
  markInPlace(main, firstInPlace, firstCache);
}

/// `@block_<i>(input_ids, start_pos, query_lens, streams, ...)`: layer `i` alone.
void ModelBuilder::addBlocks() {
  for (int64_t layer = 0; layer < config.layers; ++layer) {
    LayerKind kind = kindOf(layer);
    std::string prefix = ("layers." + Twine(layer) + ".").str(), cachePrefix = ("cache." + Twine(layer) + ".").str();
    std::vector<Parameter> weights = table.layerWeights(kind), caches = table.layerCaches(kind);
    Signature signature;
    signature.add("input_ids", table.i32({options.batch, options.tokens}));
    signature.add("start_pos", table.i32({options.batch}));
    signature.add("query_lens", table.i32({options.batch}));
    signature.add("streams", table.activation({options.batch, options.tokens, config.hcMult, config.hiddenSize}));
    for (const Parameter &weight : weights)
      signature.add(prefix + weight.name, weight.type);
    int64_t firstCache = signature.types.size();
    for (const Parameter &cache : caches)
      signature.add(cachePrefix + cache.name, cache.type, /*isWritable=*/true);

    func::FuncOp entry = addEntry(("block_" + Twine(layer)).str(), signature);
    OpBuilder builder = OpBuilder::atBlockEnd(&entry.front());
    EinsumBuilder b(builder, location, 2);
    ValueRange arguments = entry.getArguments();
    CallValues call = callPrologue(b, arguments.take_front(3));
    SmallVector<Value> operands = {arguments[3]};
    llvm::append_range(operands, callOperands(kind, call));
    llvm::append_range(operands, arguments.drop_front(4));
    auto op = func::CallOp::create(b, layerFunctions.lookup(kind.name()), operands);
    finish(entry, b, op.getResults());
    markInPlace(entry, 1, firstCache);
  }
}

/// `@mtp(input_ids, start_pos, query_lens, streams, ...)`: logits of the token after the next, from the streams of the
/// backbone and the ids of the next tokens.
void ModelBuilder::addDraft() {
  int64_t batch = options.batch, tokens = options.tokens;
  for (int64_t draft = 0; draft < config.draftLayers; ++draft) {
    LayerKind kind = kindOf(config.layers + draft);
    std::string prefix = ("mtp." + Twine(draft) + ".").str();
    auto streamType = table.activation({batch, tokens, config.hcMult, config.hiddenSize});
    std::vector<Parameter> front = table.draftWeights(), weights = table.layerWeights(kind);
    std::vector<Parameter> headWeights = table.headWeights(), caches = table.layerCaches(kind);
    Signature signature;
    signature.add("input_ids", table.i32({batch, tokens}));
    signature.add("start_pos", table.i32({batch}));
    signature.add("query_lens", table.i32({batch}));
    signature.add("streams", streamType);
    signature.add("embed.weight", table.weight({config.vocabularySize, config.hiddenSize}));
    for (const Parameter &weight : llvm::concat<Parameter>(front, weights, headWeights))
      signature.add(prefix + weight.name, weight.type);
    signature.add("head.weight", table.weight({config.vocabularySize, config.hiddenSize}));
    int64_t firstCache = signature.types.size();
    for (const Parameter &cache : caches)
      signature.add("cache." + prefix + cache.name, cache.type, /*isWritable=*/true);

    func::FuncOp entry = addEntry(draft == 0 ? "mtp" : ("mtp_" + Twine(draft)).str(), signature);
    OpBuilder builder = OpBuilder::atBlockEnd(&entry.front());
    EinsumBuilder b(builder, location, 2);
    ValueRange arguments = entry.getArguments();
    CallValues call = callPrologue(b, arguments.take_front(3));
    Value embedded = func::CallOp::create(b, embed, ValueRange{arguments[0], arguments[4]}).getResult(0);
    llvm::StringMap<Value> named;
    int64_t next = 5;
    for (const Parameter &weight : front)
      named[weight.name] = arguments[next++];
    SmallVector<Value> scales;
    if (Value scale = named.lookup("e_proj.scale"))
      scales = {scale, named.lookup("h_proj.scale")};
    Value fused = MtpFuseOp::create(b, embedded, arguments[3], named.lookup("enorm.weight"),
                                    named.lookup("hnorm.weight"), named.lookup("e_proj.weight"),
                                    named.lookup("h_proj.weight"), scales, b.getF64FloatAttr(config.normEps));
    SmallVector<Value> operands = {fused};
    llvm::append_range(operands, callOperands(kind, call));
    llvm::append_range(operands, arguments.slice(next, weights.size()));
    next += weights.size();
    llvm::append_range(operands, arguments.drop_front(firstCache));
    auto layer = func::CallOp::create(b, layerFunctions.lookup(kind.name()), operands);
    SmallVector<Value> headOperands = {layer.getResult(0), call.queryLens};
    llvm::append_range(headOperands, arguments.slice(next, firstCache - next));
    SmallVector<Value> results(func::CallOp::create(b, epilogue, headOperands).getResults());
    results.push_back(layer.getResult(0));
    if (options.returnStreams)
      results.push_back(fused);
    int64_t firstInPlace = results.size();
    llvm::append_range(results, layer.getResults().drop_front());
    finish(entry, b, results);
    markInPlace(entry, firstInPlace, firstCache);
  }
}

FailureOr<OwningOpRef<ModuleOp>> ModelBuilder::build() {
  int64_t drafts = options.draft ? config.draftLayers : 0;
  for (int64_t ratio : ArrayRef<int64_t>(config.compressRatios).take_front(config.layers + drafts))
    if (!usesRatio(ratio))
      ratios.push_back(ratio);
  if (failed(checkProgram(config, options, usesRatio(4), location)))
    return failure();
  context->loadDialect<DSV4Dialect, arith::ArithDialect, bufferization::BufferizationDialect, func::FuncDialect,
                       linalg::LinalgDialect, tensor::TensorDialect>();
  OwningOpRef<ModuleOp> owner(ModuleOp::create(location, config.name));
  module = *owner;
  addEmbed();
  addPrologue();
  for (int64_t layer = 0; layer < config.layers + drafts; ++layer)
    addLayer(kindOf(layer));
  addEpilogue();
  addMain();
  if (options.blocks)
    addBlocks();
  if (drafts)
    addDraft();
  if (failed(module.verify()))
    return failure();
  return std::move(owner);
}

FailureOr<OwningOpRef<ModuleOp>> mlir::dsv4::buildModel(MLIRContext *context, const ModelConfig &config,
                                                        const ProgramOptions &options) {
  return ModelBuilder(context, config, options).build();
}

//===- OperatorSchema.cpp - The ops as operators of a framework -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/OperatorSchema.h"

#include "dsv4/IR/DSV4Ops.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/IR/Verifier.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace mlir::dsv4;

//===----------------------------------------------------------------------===//
// The list
//===----------------------------------------------------------------------===//

namespace {

/// `kernel` and `yield` are no operators: they hold ops.
template <typename OpT, typename = void>
struct HasSchema : std::false_type {};
template <typename OpT>
struct HasSchema<OpT, std::void_t<decltype(OpT::getSchema())>> : std::true_type {};

template <typename... OpTs>
std::vector<const OperatorSchema *> collectSchemas() {
  std::vector<const OperatorSchema *> schemas;
  auto add = [&](auto *op) {
    using OpT = std::remove_pointer_t<decltype(op)>;
    if constexpr (HasSchema<OpT>::value)
      schemas.push_back(&OpT::getSchema());
  };
  (add(static_cast<OpTs *>(nullptr)), ...);
  llvm::sort(schemas, [](const OperatorSchema *a, const OperatorSchema *b) { return a->opName < b->opName; });
  return schemas;
}

} // namespace

ArrayRef<const OperatorSchema *> mlir::dsv4::getOperatorSchemas() {
  static const std::vector<const OperatorSchema *> schemas = collectSchemas<
#define GET_OP_LIST
#include "dsv4/IR/DSV4Ops.cpp.inc"
      >();
  return schemas;
}

const OperatorSchema *mlir::dsv4::lookupOperatorSchema(StringRef name) {
  for (const OperatorSchema *schema : getOperatorSchemas())
    if (schema->name() == name)
      return schema;
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

/// What stands between the angle brackets of `#dsv4.mnemonic<...>`.
static std::string enumeratorOf(Attribute attribute) {
  std::string text;
  llvm::raw_string_ostream(text) << attribute;
  return StringRef(text).split('<').second.drop_back().str();
}

Attribute mlir::dsv4::getParameterAttr(MLIRContext *context, const OperatorParameter &parameter,
                                       const OperatorValue &value, function_ref<InFlightDiagnostic()> emitError) {
  using Kind = OperatorParameter::Kind;
  Builder b(context);
  auto wrong = [&](StringRef expected) {
    emitError() << parameter.name << " must be " << expected;
    return Attribute();
  };
  switch (parameter.kind) {
  case Kind::Integer:
    if (auto *integer = std::get_if<int64_t>(&value))
      return b.getI64IntegerAttr(*integer);
    return wrong("an integer");
  case Kind::Float:
    if (auto *integer = std::get_if<int64_t>(&value))
      return b.getF64FloatAttr(double(*integer));
    if (auto *real = std::get_if<double>(&value))
      return b.getF64FloatAttr(*real);
    return wrong("a number");
  case Kind::Bool:
    if (auto *flag = std::get_if<bool>(&value))
      return b.getBoolAttr(*flag);
    return wrong("a bool");
  case Kind::ElementType:
  case Kind::Enumeration: {
    auto *text = std::get_if<std::string>(&value);
    bool isType = parameter.kind == Kind::ElementType;
    if (!text)
      return wrong(isType ? "an element type" : "a string");
    // Only words: the parser reads one that means nothing without a message that would say more than this one.
    if (!text->empty() && llvm::all_of(*text, [](char c) { return llvm::isAlnum(c) || c == '_'; })) {
      ScopedDiagnosticHandler silence(context, [](Diagnostic &) { return success(); });
      if (isType) {
        if (Type type = parseType(*text, context))
          return TypeAttr::get(type);
      } else if (Attribute attribute =
                     parseAttribute(("#dsv4." + parameter.mnemonic + "<" + *text + ">").str(), context)) {
        return attribute;
      }
    }
    emitError() << parameter.name << " is '" << *text << "', expected "
                << (isType ? "an element type" : "a value of #dsv4.") << parameter.mnemonic;
    return Attribute();
  }
  default:
    return wrong("an attribute");
  }
}

OperatorValue mlir::dsv4::getParameterDefault(MLIRContext *context, const OperatorSchema &schema,
                                              const OperatorParameter &parameter) {
  OperationState state(UnknownLoc::get(context), schema.opName);
  Operation *op = Operation::create(state);
  Attribute attribute = op->getInherentAttr(parameter.name).value_or(Attribute());
  OperatorValue value = std::string();
  if (auto flag = dyn_cast_if_present<BoolAttr>(attribute))
    value = flag.getValue();
  else if (auto integer = dyn_cast_if_present<IntegerAttr>(attribute))
    value = integer.getInt();
  else if (auto real = dyn_cast_if_present<FloatAttr>(attribute))
    value = real.getValueAsDouble();
  else if (attribute)
    value = enumeratorOf(attribute);
  op->destroy();
  return value;
}

//===----------------------------------------------------------------------===//
// Ops
//===----------------------------------------------------------------------===//

FailureOr<Operation *> mlir::dsv4::createOperator(OpBuilder &builder, Location loc, const OperatorSchema &schema,
                                                  ValueRange operands, ArrayRef<int32_t> counts,
                                                  ArrayRef<NamedAttribute> attributes) {
  OperationState state(loc, schema.opName);
  state.addOperands(operands);
  state.addAttributes(attributes);
  if (state.name.hasTrait<OpTrait::AttrSizedOperandSegments>())
    state.addAttribute("operandSegmentSizes", builder.getDenseI32ArrayAttr(counts));
  // Inference reads the attributes as properties, so there is an op without results first.
  Operation *untyped = Operation::create(state);
  auto *inference = untyped->getName().getInterface<InferTypeOpInterface>();
  SmallVector<Type> types;
  LogicalResult inferred =
      inference->inferReturnTypes(loc.getContext(), loc, untyped->getOperands(), untyped->getRawDictionaryAttrs(),
                                  untyped->getPropertiesStorage(), {}, types);
  untyped->destroy();
  if (failed(inferred))
    return failure();
  state.addTypes(types);
  Operation *op = builder.create(state);
  if (failed(verify(op, /*verifyRecursively=*/false))) {
    op->erase();
    return failure();
  }
  return op;
}

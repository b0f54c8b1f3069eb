//===- TorchDialects.cpp - Reads the torch and torch_c dialects -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// torch-mlir has several hundred ops but few printed forms: nearly every op is
//
//   torch.aten.mm %a, %b : !torch.vtensor<…>, !torch.vtensor<…> -> !torch.vtensor<…>
//
// Each function below reads one form; `torchForms` names the ops that have
// another one than this.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Torch/TorchDialects.h"

#include "dsv4/Torch/TorchTypes.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/OpImplementation.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;
using namespace mlir::dsv4;

MLIR_DEFINE_EXPLICIT_TYPE_ID(mlir::dsv4::TorchDialect)
MLIR_DEFINE_EXPLICIT_TYPE_ID(mlir::dsv4::TorchConversionDialect)

namespace {

using Operands = SmallVector<OpAsmParser::UnresolvedOperand, 4>;

Type torchType(OpAsmParser &parser, const Twine &data) {
  return OpaqueType::get(parser.getBuilder().getStringAttr(TorchDialect::getDialectNamespace()), data.str());
}

/// Attributes become properties, as in the generic form of a registered op.
void setAttributes(OpAsmParser &parser, OperationState &result, NamedAttrList &attributes) {
  if (!attributes.empty())
    result.propertiesAttr = attributes.getDictionary(parser.getContext());
}

//===----------------------------------------------------------------------===//
// The usual form
//===----------------------------------------------------------------------===//

/// `(types) -> types`, or `types (-> types)?` without parentheses on either side.
ParseResult parseTypes(OpAsmParser &parser, SmallVectorImpl<Type> &operands, SmallVectorImpl<Type> &results) {
  if (succeeded(parser.parseOptionalLParen())) {
    if (failed(parser.parseOptionalRParen()))
      if (parser.parseTypeList(operands) || parser.parseRParen())
        return failure();
    return parser.parseArrowTypeList(results);
  }
  if (succeeded(parser.parseOptionalArrow()))
    return parser.parseTypeList(results);
  if (parser.parseTypeList(operands))
    return failure();
  if (failed(parser.parseOptionalArrow()))
    return success();
  // One result may be a function type or a tuple in parentheses in no torch-mlir op: '(' opens a list.
  if (succeeded(parser.parseOptionalLParen()))
    return success(succeeded(parser.parseOptionalRParen()) ||
                   (succeeded(parser.parseTypeList(results)) && succeeded(parser.parseRParen())));
  return parser.parseTypeList(results);
}

/// `%a, %b {attributes} : types -> types`.
ParseResult parseUsualForm(OpAsmParser &parser, OperationState &result) {
  Operands operands;
  NamedAttrList attributes;
  SmallVector<Type> operandTypes;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseOperandList(operands) || parser.parseOptionalAttrDict(attributes) || parser.parseColon() ||
      parseTypes(parser, operandTypes, result.types) ||
      parser.resolveOperands(operands, operandTypes, loc, result.operands))
    return failure();
  setAttributes(parser, result, attributes);
  return success();
}

/// `%a {attributes} : type to type`: casts that `torch` calls derefine and the like.
ParseResult parseCast(OpAsmParser &parser, OperationState &result) {
  OpAsmParser::UnresolvedOperand operand;
  NamedAttrList attributes;
  Type from, to;
  if (parser.parseOperand(operand) || parser.parseOptionalAttrDict(attributes) || parser.parseColonType(from) ||
      parser.parseKeyword("to") || parser.parseType(to) || parser.resolveOperand(operand, from, result.operands))
    return failure();
  result.addTypes(to);
  setAttributes(parser, result, attributes);
  return success();
}

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

/// `VALUE {attributes}`; the type of the result follows from the op.
template <typename ParseValue>
ParseResult parseConstant(OpAsmParser &parser, OperationState &result, StringRef type, ParseValue parseValue) {
  NamedAttrList attributes;
  if (parseValue(attributes) || parser.parseOptionalAttrDict(attributes))
    return failure();
  result.addTypes(torchType(parser, type));
  setAttributes(parser, result, attributes);
  return success();
}

ParseResult parseTypedConstant(OpAsmParser &parser, OperationState &result, StringRef torchTypeName, Type valueType) {
  return parseConstant(parser, result, torchTypeName, [&](NamedAttrList &attributes) -> ParseResult {
    Attribute value;
    return parser.parseAttribute(value, valueType, "value", attributes);
  });
}

ParseResult parseIntConstant(OpAsmParser &parser, OperationState &result) {
  return parseConstant(parser, result, "int", [&](NamedAttrList &attributes) -> ParseResult {
    int64_t value;
    if (parser.parseInteger(value))
      return failure();
    attributes.append("value", parser.getBuilder().getI64IntegerAttr(value));
    return success();
  });
}

ParseResult parseFloatConstant(OpAsmParser &parser, OperationState &result) {
  return parseTypedConstant(parser, result, "float", parser.getBuilder().getF64Type());
}

ParseResult parseBoolConstant(OpAsmParser &parser, OperationState &result) {
  return parseTypedConstant(parser, result, "bool", parser.getBuilder().getI1Type());
}

ParseResult parseStringConstant(OpAsmParser &parser, OperationState &result) {
  return parseTypedConstant(parser, result, "str", Type());
}

ParseResult parseDeviceConstant(OpAsmParser &parser, OperationState &result) {
  return parseTypedConstant(parser, result, "Device", Type());
}

ParseResult parseNoneConstant(OpAsmParser &parser, OperationState &result) {
  return parseConstant(parser, result, "none", [](NamedAttrList &) -> ParseResult { return success(); });
}

/// `(VALUE) : type`.
ParseResult parseLiteral(OpAsmParser &parser, OperationState &result) {
  NamedAttrList attributes;
  Attribute value;
  Type type;
  if (parser.parseLParen() || parser.parseAttribute(value, "value", attributes) || parser.parseRParen() ||
      parser.parseOptionalAttrDict(attributes) || parser.parseColonType(type))
    return failure();
  result.addTypes(type);
  setAttributes(parser, result, attributes);
  return success();
}

//===----------------------------------------------------------------------===//
// Other forms of `torch`
//===----------------------------------------------------------------------===//

/// `"NAME"(%a, %b) {attributes} : (types) -> types REGION?`.
ParseResult parseOperator(OpAsmParser &parser, OperationState &result) {
  Operands operands;
  NamedAttrList attributes;
  StringAttr name;
  FunctionType type;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseAttribute(name, "name", attributes) ||
      parser.parseOperandList(operands, OpAsmParser::Delimiter::Paren) || parser.parseOptionalAttrDict(attributes) ||
      parser.parseColonType(type) || parser.resolveOperands(operands, type.getInputs(), loc, result.operands))
    return failure();
  result.addTypes(type.getResults());
  setAttributes(parser, result, attributes);
  // Higher-order operators carry their body behind the types.
  for (;;) {
    std::unique_ptr<Region> region;
    OptionalParseResult parsed = parser.parseOptionalRegion(region);
    if (!parsed.has_value())
      return success();
    if (failed(*parsed))
      return failure();
    result.addRegion(std::move(region));
    (void)parser.parseOptionalComma();
  }
}

/// `"s0" {min_val = 2, max_val = 8} : !torch.int`.
ParseResult parseSymbolicInt(OpAsmParser &parser, OperationState &result) {
  NamedAttrList attributes;
  StringAttr name;
  Type type;
  if (parser.parseAttribute(name, "symbol_name", attributes) || parser.parseOptionalAttrDict(attributes) ||
      parser.parseColonType(type))
    return failure();
  result.addTypes(type);
  setAttributes(parser, result, attributes);
  return success();
}

/// `%tensor, [%s0, %s1], affine_map<…> : type`; the symbols are !torch.int.
ParseResult parseBindSymbolicShape(OpAsmParser &parser, OperationState &result) {
  OpAsmParser::UnresolvedOperand tensor;
  Operands symbols;
  NamedAttrList attributes;
  AffineMapAttr map;
  Type type;
  if (parser.parseOperand(tensor) || parser.parseComma() ||
      parser.parseOperandList(symbols, OpAsmParser::Delimiter::Square) || parser.parseComma() ||
      parser.parseAttribute(map, "shape_expressions", attributes) || parser.parseOptionalAttrDict(attributes) ||
      parser.parseColonType(type) || parser.resolveOperand(tensor, type, result.operands) ||
      parser.resolveOperands(symbols, torchType(parser, "int"), result.operands))
    return failure();
  setAttributes(parser, result, attributes);
  return success();
}

/// `%a : type` where `type` is the result's, and the operand's is the same
/// tensor of the other kind: `!torch.tensor` is mutable, `!torch.vtensor` a value.
ParseResult parseCopy(OpAsmParser &parser, OperationState &result, StringRef operandKind, StringRef resultKind) {
  OpAsmParser::UnresolvedOperand operand;
  NamedAttrList attributes;
  Type type;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseOperand(operand) || parser.parseOptionalAttrDict(attributes) || parser.parseColonType(type))
    return failure();
  if (getTorchTypeKind(type) != resultKind)
    return parser.emitError(loc, "the result of '") << result.name << "' must be a !torch." << resultKind;
  StringRef parameters = cast<OpaqueType>(type).getTypeData().drop_front(resultKind.size());
  if (parser.resolveOperand(operand, torchType(parser, operandKind + parameters), result.operands))
    return failure();
  result.addTypes(type);
  setAttributes(parser, result, attributes);
  return success();
}

ParseResult parseCopyToValue(OpAsmParser &parser, OperationState &result) {
  return parseCopy(parser, result, "tensor", "vtensor");
}

ParseResult parseCopyFromValue(OpAsmParser &parser, OperationState &result) {
  return parseCopy(parser, result, "vtensor", "tensor");
}

/// `%value overwrites %tensor : type, type`.
ParseResult parseOverwrite(OpAsmParser &parser, OperationState &result) {
  OpAsmParser::UnresolvedOperand value, overwritten;
  NamedAttrList attributes;
  Type valueType, overwrittenType;
  if (parser.parseOperand(value) || parser.parseKeyword("overwrites") || parser.parseOperand(overwritten) ||
      parser.parseOptionalAttrDict(attributes) || parser.parseColonType(valueType) || parser.parseComma() ||
      parser.parseType(overwrittenType) || parser.resolveOperand(value, valueType, result.operands) ||
      parser.resolveOperand(overwritten, overwrittenType, result.operands))
    return failure();
  setAttributes(parser, result, attributes);
  return success();
}

/// `%condition, "message"`.
ParseResult parseAssert(OpAsmParser &parser, OperationState &result) {
  OpAsmParser::UnresolvedOperand condition;
  NamedAttrList attributes;
  StringAttr message;
  if (parser.parseOperand(condition) || parser.parseComma() || parser.parseAttribute(message, "message", attributes) ||
      parser.parseOptionalAttrDict(attributes) ||
      parser.resolveOperand(condition, torchType(parser, "bool"), result.operands))
    return failure();
  setAttributes(parser, result, attributes);
  return success();
}

//===----------------------------------------------------------------------===//
// `torch_c`
//===----------------------------------------------------------------------===//

/// `%a` alone: both types follow from the op.
ParseResult parseScalarCast(OpAsmParser &parser, OperationState &result, Type from, Type to) {
  OpAsmParser::UnresolvedOperand operand;
  NamedAttrList attributes;
  if (parser.parseOperand(operand) || parser.parseOptionalAttrDict(attributes) ||
      parser.resolveOperand(operand, from, result.operands))
    return failure();
  result.addTypes(to);
  setAttributes(parser, result, attributes);
  return success();
}

ParseResult parseToI64(OpAsmParser &parser, OperationState &result) {
  return parseScalarCast(parser, result, torchType(parser, "int"), parser.getBuilder().getI64Type());
}
ParseResult parseFromI64(OpAsmParser &parser, OperationState &result) {
  return parseScalarCast(parser, result, parser.getBuilder().getI64Type(), torchType(parser, "int"));
}
ParseResult parseToF64(OpAsmParser &parser, OperationState &result) {
  return parseScalarCast(parser, result, torchType(parser, "float"), parser.getBuilder().getF64Type());
}
ParseResult parseFromF64(OpAsmParser &parser, OperationState &result) {
  return parseScalarCast(parser, result, parser.getBuilder().getF64Type(), torchType(parser, "float"));
}
ParseResult parseToI1(OpAsmParser &parser, OperationState &result) {
  return parseScalarCast(parser, result, torchType(parser, "bool"), parser.getBuilder().getI1Type());
}
ParseResult parseFromI1(OpAsmParser &parser, OperationState &result) {
  return parseScalarCast(parser, result, parser.getBuilder().getI1Type(), torchType(parser, "bool"));
}

using Form = ParseResult (*)(OpAsmParser &, OperationState &);

const llvm::StringMap<Form> &torchForms() {
  static const llvm::StringMap<Form> forms = {
      {"torch.bind_symbolic_shape", parseBindSymbolicShape},
      {"torch.constant.bool", parseBoolConstant},
      {"torch.constant.device", parseDeviceConstant},
      {"torch.constant.float", parseFloatConstant},
      {"torch.constant.int", parseIntConstant},
      {"torch.constant.none", parseNoneConstant},
      {"torch.constant.str", parseStringConstant},
      {"torch.copy.to_tensor", parseCopyFromValue},
      {"torch.copy.to_vtensor", parseCopyToValue},
      {"torch.derefine", parseCast},
      {"torch.operator", parseOperator},
      {"torch.overwrite.tensor.contents", parseOverwrite},
      {"torch.runtime.assert", parseAssert},
      {"torch.symbolic_int", parseSymbolicInt},
      {"torch.tensor.literal", parseLiteral},
      {"torch.tensor_static_info_cast", parseCast},
      {"torch.vtensor.literal", parseLiteral},
  };
  return forms;
}

const llvm::StringMap<Form> &torchConversionForms() {
  static const llvm::StringMap<Form> forms = {
      {"torch_c.from_f64", parseFromF64}, {"torch_c.from_i1", parseFromI1}, {"torch_c.from_i64", parseFromI64},
      {"torch_c.to_f64", parseToF64},     {"torch_c.to_i1", parseToI1},     {"torch_c.to_i64", parseToI64},
  };
  return forms;
}

/// A reference, because ParseOpHook is one too: what it names must outlive the parser.
const Form &formOf(const llvm::StringMap<Form> &forms, StringRef opName) {
  static const Form usual = parseUsualForm;
  auto it = forms.find(opName);
  return it == forms.end() ? usual : it->second;
}

} // namespace

TorchDialect::TorchDialect(MLIRContext *context)
    : Dialect(getDialectNamespace(), context, TypeID::get<TorchDialect>()) {
  allowUnknownOperations();
  allowUnknownTypes();
}

std::optional<Dialect::ParseOpHook> TorchDialect::getParseOperationHook(StringRef opName) const {
  return ParseOpHook(formOf(torchForms(), opName));
}

TorchConversionDialect::TorchConversionDialect(MLIRContext *context)
    : Dialect(getDialectNamespace(), context, TypeID::get<TorchConversionDialect>()) {
  allowUnknownOperations();
}

std::optional<Dialect::ParseOpHook> TorchConversionDialect::getParseOperationHook(StringRef opName) const {
  return ParseOpHook(formOf(torchConversionForms(), opName));
}

bool mlir::dsv4::isTorchOp(Operation *op) {
  StringRef dialect = op->getName().getDialectNamespace();
  return dialect == TorchDialect::getDialectNamespace() || dialect == TorchConversionDialect::getDialectNamespace();
}

StringRef mlir::dsv4::getTorchOperatorName(Operation *op) {
  StringRef name = op->getName().getStringRef();
  if (name == "torch.operator")
    if (auto called = dyn_cast_if_present<StringAttr>(op->getAttr("name")))
      return called.getValue();
  return name;
}

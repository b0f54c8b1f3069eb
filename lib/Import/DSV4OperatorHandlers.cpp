//===- DSV4OperatorHandlers.cpp - The operators of dsv4.torch -------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `torch.operator "torch.dsv4.NAME"` is the op `dsv4.NAME`: its operands, then its
// attributes, in the order of the definition. One handler serves them all.
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/OperatorSchema.h"
#include "dsv4/Import/OpImporter.h"
#include "dsv4/Torch/TorchDialects.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// The operands of one call, read in the order of the schema.
class CallReader {
public:
  CallReader(OpImporter &b, const OperatorSchema &schema) : b(b), schema(schema) {}

  /// `counts`: how many of the operands each operand of the schema is.
  LogicalResult read(SmallVectorImpl<Value> &operands, SmallVectorImpl<int32_t> &counts, NamedAttrList &attributes) {
    Operation *op = b.source();
    if (op->getNumOperands() != schema.parameters.size())
      return b.error() << "takes " << schema.parameters.size() << " operands ("
                       << llvm::join(llvm::map_range(schema.parameters, [](auto &p) { return p.name; }), ", ")
                       << "), got " << op->getNumOperands();
    for (auto [position, parameter] : llvm::enumerate(schema.parameters)) {
      index = position;
      size_t before = operands.size();
      LogicalResult result =
          parameter.isOperand() ? readTensors(parameter, operands) : readAttribute(parameter, attributes);
      if (failed(result))
        return failure();
      if (parameter.isOperand())
        counts.push_back(int32_t(operands.size() - before));
    }
    return success();
  }

private:
  Value given() const { return b.source()->getOperand(index); }
  bool isNone() const { return getTorchTypeKind(given().getType()) == "none"; }

  LogicalResult unexpected(const OperatorParameter &parameter, StringRef expected) const {
    return b.error() << "operand " << index << " (" << parameter.name << ") must be " << expected << ", got "
                     << given().getType();
  }

  LogicalResult addTensor(const OperatorParameter &parameter, Value torchValue, SmallVectorImpl<Value> &operands) {
    Value value = b.state().values.lookupOrNull(torchValue);
    if (!value || !isa<RankedTensorType>(value.getType()))
      return unexpected(parameter, "a tensor");
    operands.push_back(value);
    return success();
  }

  LogicalResult readTensors(const OperatorParameter &parameter, SmallVectorImpl<Value> &operands) {
    if (parameter.kind == OperatorParameter::Kind::OptionalTensor && isNone())
      return success();
    if (parameter.kind != OperatorParameter::Kind::TensorList)
      return addTensor(parameter, given(), operands);
    Operation *list = given().getDefiningOp();
    if (!list || getTorchOperatorName(list) != "torch.prim.ListConstruct")
      return unexpected(parameter, "a list of tensors made by prim.ListConstruct");
    for (Value element : list->getOperands())
      if (failed(addTensor(parameter, element, operands)))
        return failure();
    return success();
  }

  /// The constant that stands for the operand.
  std::optional<OperatorValue> constant() const {
    StringRef kind = getTorchTypeKind(given().getType());
    if (kind == "str") {
      Operation *producer = given().getDefiningOp();
      auto text = producer ? producer->getAttrOfType<StringAttr>("value") : StringAttr();
      return text ? std::optional<OperatorValue>(text.getValue().str()) : std::nullopt;
    }
    Value value = b.state().values.lookupOrNull(given());
    APInt integer;
    APFloat real(0.0);
    if (kind == "int" && value && matchPattern(value, m_ConstantInt(&integer)))
      return OperatorValue(integer.getSExtValue());
    if (kind == "bool" && value && matchPattern(value, m_ConstantInt(&integer)))
      return OperatorValue(!integer.isZero());
    if (kind == "float" && value && matchPattern(value, m_ConstantFloat(&real)))
      return OperatorValue(real.convertToDouble());
    return std::nullopt;
  }

  LogicalResult readAttribute(const OperatorParameter &parameter, NamedAttrList &attributes) {
    if (parameter.isOptional && isNone())
      return success();
    std::optional<OperatorValue> value = constant();
    if (!value)
      return unexpected(parameter, "a constant");
    Attribute attribute;
    if (auto *code = std::get_if<int64_t>(&*value); code && parameter.kind == OperatorParameter::Kind::ElementType) {
      Type type = getTypeOfDtypeCode(b.getContext(), *code);
      if (!type)
        return b.error() << "operand " << index << " (" << parameter.name << ") is " << *code
                         << ", which is the code of no known dtype";
      attribute = TypeAttr::get(type);
    } else {
      attribute = getParameterAttr(b.getContext(), parameter, *value, [&] { return b.error(); });
    }
    if (!attribute)
      return failure();
    attributes.append(parameter.name, attribute);
    return success();
  }

  OpImporter &b;
  const OperatorSchema &schema;
  unsigned index = 0;
};

LogicalResult convertOperator(OpImporter &b) {
  const OperatorSchema *schema = lookupOperatorSchema(b.name().rsplit('.').second);
  SmallVector<Value> operands;
  SmallVector<int32_t> counts;
  NamedAttrList attributes;
  if (failed(CallReader(b, *schema).read(operands, counts, attributes)))
    return failure();
  FailureOr<Operation *> op = createOperator(b, b.getLoc(), *schema, operands, counts, attributes);
  if (failed(op))
    return failure();
  SmallVector<Value> results((*op)->getResults());
  for (Value &result : results) {
    // torch has no dtype for one FP4 code per element: there the codes are bytes.
    auto type = cast<RankedTensorType>(result.getType());
    if (!isa<Float4E2M1FNType>(type.getElementType()))
      continue;
    Value bits = arith::BitcastOp::create(b, type.clone(b.getIntegerType(4)), result);
    result = arith::ExtUIOp::create(b, type.clone(b.getI8Type()), bits);
  }
  return b.results(results);
}

} // namespace

void mlir::dsv4::addDSV4OperatorHandlers(HandlerTable &table) {
  for (const OperatorSchema *schema : getOperatorSchemas())
    table[("torch.dsv4." + schema->name()).str()] = convertOperator;
}

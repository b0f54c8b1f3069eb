//===- TorchHandlers.cpp - Constants, lists, casts, shapes of torch -------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What torch-mlir needs around the operators: `torch.constant.*`,
// `torch.prim.*`, `torch.vtensor.literal`, symbolic shapes, `torch_c`.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Import/OpImporter.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/DialectResourceBlobManager.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// Ops that state what the IR says anyway (`aten._assert_tensor_metadata`,
/// symbolic shapes), and values that the readers of operands look up at the op
/// itself: lists, none, strings, devices.
LogicalResult convertNothing(OpImporter &) { return success(); }

/// `torch.constant.int`, `.float`, `.bool`: an attribute of the right type already.
LogicalResult convertConstant(OpImporter &b) {
  auto value = dyn_cast_if_present<TypedAttr>(b.source()->getAttr("value"));
  if (!value || !isa<IntegerAttr, FloatAttr>(value))
    return b.error() << "needs a number as attribute 'value'";
  return b.results(arith::ConstantOp::create(b, value).getResult());
}

//===----------------------------------------------------------------------===//
// Literals
//===----------------------------------------------------------------------===//

/// The same elements without a sign in the type; null if the kind of attribute is unknown.
TypedAttr withoutSign(ElementsAttr elements, RankedTensorType type) {
  if (auto dense = dyn_cast<DenseIntOrFPElementsAttr>(elements))
    return dense.getElementType() == type.getElementType() ? TypedAttr(dense)
                                                           : TypedAttr(dense.bitcast(type.getElementType()));
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(elements))
    return DenseResourceElementsAttr::get(type, resource.getRawHandle());
  return TypedAttr();
}

/// The data of `resource` have the size that its type needs. Data that the file
/// does not have are the concern of whoever reads them.
LogicalResult checkBlobSize(OpImporter &b, DenseResourceElementsAttr resource) {
  const AsmResourceBlob *blob = resource.getRawHandle().getBlob();
  if (!blob) {
    b.remark("names weights whose data are not in the file (elided), the module cannot be executed");
    return success();
  }
  int64_t bytes = resource.getType().getNumElements() * ((resource.getElementType().getIntOrFloatBitWidth() + 7) / 8);
  if (int64_t(blob->getData().size()) != bytes)
    return b.error() << "resource '" << resource.getRawHandle().getKey() << "' has " << blob->getData().size()
                     << " bytes, but " << resource.getType() << " needs " << bytes;
  return success();
}

LogicalResult convertLiteral(OpImporter &b) {
  auto elements = dyn_cast_if_present<ElementsAttr>(b.source()->getAttr("value"));
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (!elements || !isa<RankedTensorType>(elements.getShapedType()))
    return b.error() << "needs the elements of a ranked tensor as attribute 'value'";
  // torch-mlir writes si64 or i64 here, depending on the form.
  auto literalType = cast<RankedTensorType>(elements.getShapedType());
  Type literalElement = literalType.getElementType();
  if (auto integer = dyn_cast<IntegerType>(literalElement))
    literalElement = b.getIntegerType(integer.getWidth());
  if (RankedTensorType::get(literalType.getShape(), literalElement) != type)
    return b.error() << "holds " << literalType << ", but is declared as " << b.source()->getResult(0).getType();
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(elements))
    if (failed(checkBlobSize(b, resource)))
      return failure();
  TypedAttr value = withoutSign(elements, type);
  if (!value)
    return b.error() << "holds elements that are neither dense<...> nor dense_resource<...>";
  return b.results(arith::ConstantOp::create(b, value).getResult());
}

//===----------------------------------------------------------------------===//
// torch_c
//===----------------------------------------------------------------------===//

/// `torch_c.from_*`, and `to_*` of numbers: both sides are the same builtin value.
LogicalResult convertCast(OpImporter &b) {
  Value value;
  if (failed(b.operands().value("operand", value).done()))
    return failure();
  return b.results(value);
}

/// `torch_c.to_builtin_tensor`: what follows is typed already, so the type must
/// be exactly the declared one.
LogicalResult convertToBuiltinTensor(OpImporter &b) {
  TensorOperand tensor;
  if (failed(b.operands().tensor("operand", tensor).done()))
    return failure();
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (tensor.getElementType() != type.getElementType() || failed(verifyCompatibleShape(tensor.getType(), type)))
    return b.error() << "casts " << b.source()->getOperand(0).getType() << " to " << type;
  b.state().values.map(b.source()->getResult(0), b.castShape(tensor.value, type));
  return success();
}

} // namespace

void mlir::dsv4::addTorchHandlers(HandlerTable &table) {
  table["torch.aten._assert_tensor_metadata"] = convertNothing;
  table["torch.constant.bool"] = convertConstant;
  table["torch.constant.device"] = convertNothing;
  table["torch.constant.float"] = convertConstant;
  table["torch.constant.int"] = convertConstant;
  table["torch.constant.none"] = convertNothing;
  table["torch.constant.str"] = convertNothing;
  table["torch.prim.ListConstruct"] = convertNothing;
  table["torch.symbolic_int"] = convertNothing;
  table["torch.vtensor.literal"] = convertLiteral;
  table["torch_c.from_builtin_tensor"] = convertCast;
  table["torch_c.from_f64"] = convertCast;
  table["torch_c.from_i1"] = convertCast;
  table["torch_c.from_i64"] = convertCast;
  table["torch_c.to_builtin_tensor"] = convertToBuiltinTensor;
  table["torch_c.to_f64"] = convertCast;
  table["torch_c.to_i1"] = convertCast;
  table["torch_c.to_i64"] = convertCast;
}

//===- AtenDtypeHandlers.cpp - aten conversions of dtypes -----------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AtenSupport.h"
#include "dsv4/Torch/TorchTypes.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// `x` in the dtype of the result.
LogicalResult convertToResult(OpImporter &b, TensorOperand x) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (x.getElementType() == type.getElementType())
    return b.results(x.value);
  bool toUnsigned = isUnsignedTorchTensor(b.source()->getResult(0).getType());
  FailureOr<Value> y = elementwise(b, x, [&](ImplicitLocOpBuilder &nested, ValueRange v) {
    return convertScalar(nested, v[0], type.getElementType(), x.isUnsigned, toUnsigned);
  });
  if (failed(y))
    return failure();
  return b.results(*y);
}

LogicalResult convertToCode(OpImporter &b, TensorOperand x, int64_t dtype) {
  RankedTensorType type = b.resultType();
  if (!type)
    return failure();
  if (getTypeOfDtypeCode(b.getContext(), dtype) != type.getElementType())
    return b.error() << "dtype " << dtype << " is not that of the declared result " << type;
  return convertToResult(b, x);
}

/// to.dtype(self, dtype, non_blocking, copy, memory_format)
LogicalResult convertToDtype(OpImporter &b) {
  TensorOperand x;
  int64_t dtype = 0;
  if (failed(b.operands()
                 .tensor("self", x)
                 .intConstant("dtype", dtype)
                 .ignored("non_blocking")
                 .ignored("copy")
                 .ignored("memory_format")
                 .done()))
    return failure();
  return convertToCode(b, x, dtype);
}

/// prims.convert_element_type(a, dtype)
LogicalResult convertElementType(OpImporter &b) {
  TensorOperand x;
  int64_t dtype = 0;
  if (failed(b.operands().tensor("a", x).intConstant("dtype", dtype).done()))
    return failure();
  return convertToCode(b, x, dtype);
}

/// _to_copy(self, dtype, layout, device, pin_memory, non_blocking, memory_format), to.dtype_layout(self, dtype, layout,
/// device, pin_memory, non_blocking, copy, memory_format): `ignored` parameters behind dtype.
template <int ignored>
LogicalResult convertToCopy(OpImporter &b) {
  TensorOperand x;
  std::optional<int64_t> dtype;
  OperandReader reader = b.operands();
  reader.tensor("self", x).optionalIntConstant("dtype", dtype);
  for (StringRef name : {"layout", "device", "pin_memory", "non_blocking"})
    reader.ignored(name);
  if (ignored == 6)
    reader.ignored("copy");
  if (failed(reader.ignored("memory_format").done()))
    return failure();
  return dtype ? convertToCode(b, x, *dtype) : convertToResult(b, x);
}

/// type_as(self, other)
LogicalResult convertTypeAs(OpImporter &b) {
  TensorOperand x, other;
  if (failed(b.operands().tensor("self", x).tensor("other", other).done()))
    return failure();
  return convertToResult(b, x);
}

} // namespace

void mlir::dsv4::addAtenDtypeHandlers(HandlerTable &table) {
  table["torch.aten._to_copy"] = convertToCopy<5>;
  table["torch.aten.to.dtype"] = convertToDtype;
  table["torch.aten.to.dtype_layout"] = convertToCopy<6>;
  table["torch.aten.type_as"] = convertTypeAs;
  table["torch.prims.convert_element_type"] = convertElementType;
}

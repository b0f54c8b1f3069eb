//===- TorchTypes.h - Decodes the types of the torch dialect ----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_TORCH_TORCHTYPES_H
#define DSV4_TORCH_TORCHTYPES_H

#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Types.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace mlir::dsv4 {

/// What stands between `!torch.` and the parameters: "vtensor", "int", "list",
/// "none", ...; empty for a type of another dialect.
StringRef getTorchTypeKind(Type type);

/// The builtin type whose values stand for those of a torch type:
///
/// | torch | builtin |
/// | --- | --- |
/// | `vtensor<[2,?],si64>` | `tensor<2x?xi64>`: integers become signless |
/// | `int`, `float`, `bool` | `i64`, `f64`, `i1` |
///
/// Two f4E2M1FN are one element of torch's tensors: they become one i8, the first in
/// the lower half, with the same shape; so do builtin tensors of f4E2M1FN, which have
/// torch's shape in the partially lowered form. Other types of other dialects convert
/// to themselves. Everything else is an error: tensors without rank or dtype, mutable
/// `!torch.tensor`, lists, none, devices, strings.
FailureOr<Type> convertTorchType(Type type, function_ref<InFlightDiagnostic()> emitError);

/// `!torch.vtensor<…>` for a mutable `!torch.tensor<…>`, `type` itself otherwise.
Type getHeldTensorType(Type type);

/// `type` is a tensor of an unsigned integer dtype or of bool: what the
/// conversion to signless integers forgets.
bool isUnsignedTorchTensor(Type type);

/// `type` is a tensor of f4E2M1FN.
bool isPackedTorchTensor(Type type);

/// The builtin type of a dtype that is given as an int operand (`ScalarType` of
/// PyTorch's c10/core/ScalarType.h: 6 is f32); null if the code is unknown.
Type getTypeOfDtypeCode(MLIRContext *context, int64_t code);

} // namespace mlir::dsv4

#endif // DSV4_TORCH_TORCHTYPES_H

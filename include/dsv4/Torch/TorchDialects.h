//===- TorchDialects.h - Reads the torch and torch_c dialects ---*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_TORCH_TORCHDIALECTS_H
#define DSV4_TORCH_TORCHDIALECTS_H

#include "mlir/IR/Dialect.h"

namespace mlir::dsv4 {

/// Reads what torch-mlir prints for its `torch` dialect, in custom and in
/// generic form, whatever its version: no op and no type is registered. Ops stay
/// unregistered operations whose attributes are their properties, as in
/// torch-mlir's own generic form; types stay opaque (TorchTypes.h decodes them).
/// Printing gives the generic form, which torch-mlir reads.
class TorchDialect : public Dialect {
public:
  explicit TorchDialect(MLIRContext *context);
  static constexpr StringLiteral getDialectNamespace() { return StringLiteral("torch"); }
  std::optional<ParseOpHook> getParseOperationHook(StringRef opName) const override;
};

/// The same for `torch_c`, the casts between torch and builtin types.
class TorchConversionDialect : public Dialect {
public:
  explicit TorchConversionDialect(MLIRContext *context);
  static constexpr StringLiteral getDialectNamespace() { return StringLiteral("torch_c"); }
  std::optional<ParseOpHook> getParseOperationHook(StringRef opName) const override;
};

/// `op` belongs to one of the two dialects.
bool isTorchOp(Operation *op);

/// The operator that `op` calls, "torch.aten.mm": its name, or for
/// `torch.operator "…"` the name it carries.
StringRef getTorchOperatorName(Operation *op);

} // namespace mlir::dsv4

MLIR_DECLARE_EXPLICIT_TYPE_ID(mlir::dsv4::TorchDialect)
MLIR_DECLARE_EXPLICIT_TYPE_ID(mlir::dsv4::TorchConversionDialect)

#endif // DSV4_TORCH_TORCHDIALECTS_H

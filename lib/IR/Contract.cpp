//===- Contract.cpp - What a pipeline promises about its output -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/Contract.h"

#include "llvm/ADT/MapVector.h"

using namespace mlir;

LogicalResult mlir::dsv4::checkOnlyDialects(Operation *root, ArrayRef<StringRef> allowed, StringRef stage) {
  llvm::MapVector<OperationName, std::pair<Operation *, int64_t>> offenders;
  root->walk([&](Operation *op) {
    StringRef dialect = op->getName().getDialectNamespace();
    if (dialect == "builtin" || llvm::is_contained(allowed, dialect))
      return;
    auto &[first, count] = offenders[op->getName()];
    if (count++ == 0)
      first = op;
  });
  for (auto &[name, offender] : offenders) {
    auto [first, count] = offender;
    InFlightDiagnostic error = first->emitError() << "'" << name.getStringRef() << "' is left after " << stage;
    if (count > 1)
      error << " (" << count << " times)";
  }
  return success(offenders.empty());
}

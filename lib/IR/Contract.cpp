//===- Contract.cpp - What a pipeline promises about its output -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/IR/Contract.h"

#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

struct Occurrences {
  Location first;
  int64_t count = 0;
};

/// The dialect of a type; for the opaque type of a dialect that registers none, the one it names.
StringRef dialectOf(Type type) {
  if (auto opaque = dyn_cast<OpaqueType>(type))
    return opaque.getDialectNamespace();
  return type.getDialect().getNamespace();
}

} // namespace

LogicalResult mlir::dsv4::checkOnlyDialects(Operation *root, ArrayRef<StringRef> allowed, StringRef stage) {
  auto isAllowed = [&](StringRef dialect) { return dialect == "builtin" || llvm::is_contained(allowed, dialect); };
  llvm::MapVector<OperationName, Occurrences> ops;
  llvm::MapVector<Type, Occurrences> types;
  auto checkType = [&](Type type, Location loc) {
    if (!isAllowed(dialectOf(type)))
      ++types.try_emplace(type, Occurrences{loc}).first->second.count;
  };
  root->walk([&](Operation *op) {
    if (!isAllowed(op->getName().getDialectNamespace()))
      ++ops.try_emplace(op->getName(), Occurrences{op->getLoc()}).first->second.count;
    for (Type type : op->getResultTypes())
      checkType(type, op->getLoc());
    for (Region &region : op->getRegions())
      for (Block &block : region)
        for (BlockArgument argument : block.getArguments())
          checkType(argument.getType(), argument.getLoc());
  });
  auto times = [](int64_t count) { return count == 1 ? std::string() : " (" + std::to_string(count) + " times)"; };
  for (auto &[name, seen] : ops)
    emitError(seen.first) << "'" << name << "' is left after " << stage << times(seen.count);
  for (auto &[type, seen] : types)
    emitError(seen.first) << "type " << type << " is left after " << stage << times(seen.count);
  return success(ops.empty() && types.empty());
}

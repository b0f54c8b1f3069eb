//===- Invocation.h - What compiled code may call ---------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_RUNTIME_INVOCATION_H
#define DSV4_LIB_RUNTIME_INVOCATION_H

#include "mlir/IR/Location.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ExecutionEngine/Orc/Mangling.h"
#include <csetjmp>
#include <string>

namespace mlir {
class ExecutionEngine;
} // namespace mlir

namespace mlir::dsv4 {

/// One running call of compiled code on this thread: its buffers and its error.
///
/// Compiled code that finds an error (a failed check, no memory) leaves by
/// longjmp; it has no destructors to run, and the buffers it leaves behind are
/// known here and freed.
class Invocation {
public:
  Invocation();
  ~Invocation();
  Invocation(const Invocation &) = delete;
  Invocation &operator=(const Invocation &) = delete;

  /// Calls `function(arguments)`. False if the code reported an error.
  bool run(void (*function)(void **), void **arguments);

  const std::string &error() const { return message; }

  /// Takes a buffer out of the care of this call. False if the call did not
  /// allocate it (an argument or a constant that is returned).
  bool release(void *buffer) { return buffers.erase(buffer); }

  void *allocate(size_t alignment, size_t size);
  void deallocate(void *buffer);
  [[noreturn]] void fail(std::string text);

  /// The call that runs on this thread, null outside of one.
  static Invocation *current();

private:
  std::jmp_buf exit;
  std::string message;
  llvm::DenseSet<void *> buffers;
  Invocation *outer;
};

/// The functions that compiled code calls.
llvm::orc::SymbolMap runtimeSymbols(llvm::orc::MangleAndInterner interner);

/// Loads the MPI runtime so that all code of the process sees its functions; null, with
/// a diagnostic, if it is not there.
void *loadCollectivesLibrary(Location location);

/// Makes functions of the MPI runtime known to the engine. Fails with a diagnostic
/// if the library of that runtime is not there.
LogicalResult registerCollectives(ExecutionEngine &engine, Location location, ArrayRef<std::string> names);

} // namespace mlir::dsv4

#endif // DSV4_LIB_RUNTIME_INVOCATION_H

//===- Invocation.cpp - What compiled code may call -----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Invocation.h"

#include "mlir/ExecutionEngine/CRunnerUtils.h"
#include "mlir/ExecutionEngine/ExecutionEngine.h"
#include "llvm/ADT/Twine.h"
#include "llvm/ExecutionEngine/Orc/Mangling.h"
#include <cstdlib>

using namespace mlir;
using namespace mlir::dsv4;

static thread_local Invocation *currentInvocation = nullptr;

Invocation::Invocation() : outer(currentInvocation) { currentInvocation = this; }

Invocation::~Invocation() {
  currentInvocation = outer;
  for (void *buffer : buffers)
    std::free(buffer);
}

Invocation *Invocation::current() { return currentInvocation; }

bool Invocation::run(void (*function)(void **), void **arguments) {
  if (setjmp(exit))
    return false;
  function(arguments);
  return true;
}

void *Invocation::allocate(size_t alignment, size_t size) {
  // aligned_alloc wants a multiple of the alignment; malloc(0) may return null.
  size_t rounded = (std::max<size_t>(size, 1) + alignment - 1) / alignment * alignment;
  void *buffer = rounded < size ? nullptr : std::aligned_alloc(alignment, rounded);
  if (!buffer)
    fail("out of memory: " + std::to_string(size) + " bytes for a buffer");
  buffers.insert(buffer);
  return buffer;
}

void Invocation::deallocate(void *buffer) {
  if (buffers.erase(buffer))
    std::free(buffer);
}

void Invocation::fail(std::string text) {
  message = std::move(text);
  std::longjmp(exit, 1);
}

//===----------------------------------------------------------------------===//
// The functions by name
//===----------------------------------------------------------------------===//

/// Buffers are aligned to a cache line, which is also the width of an AVX-512 vector.
static constexpr size_t defaultAlignment = 64;

static void *allocateBuffer(uint64_t size) { return Invocation::current()->allocate(defaultAlignment, size); }

static void *allocateAlignedBuffer(uint64_t alignment, uint64_t size) {
  return Invocation::current()->allocate(std::max<size_t>(alignment, defaultAlignment), size);
}

static void freeBuffer(void *buffer) { Invocation::current()->deallocate(buffer); }

static void checkFailed(const char *message) { Invocation::current()->fail(message); }

llvm::orc::SymbolMap mlir::dsv4::runtimeSymbols(llvm::orc::MangleAndInterner interner) {
  llvm::orc::SymbolMap symbols;
  auto add = [&](StringRef name, auto *function) {
    symbols[interner(name)] = {llvm::orc::ExecutorAddr::fromPtr(function), llvm::JITSymbolFlags::Exported};
  };
  add("_mlir_memref_to_llvm_alloc", allocateBuffer);
  add("_mlir_memref_to_llvm_aligned_alloc", allocateAlignedBuffer);
  add("_mlir_memref_to_llvm_free", freeBuffer);
  add("dsv4rt_check_failed", checkFailed);
  add("memrefCopy", memrefCopy);
  return symbols;
}

//===- CollectivesLibrary.cpp - Finds the MPI runtime ---------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Loaded when a program with collectives is compiled, so that all others need no
// MPI on the machine.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Runtime/CollectivesLibrary.h"

#include "Invocation.h"
#include "mlir/ExecutionEngine/ExecutionEngine.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ExecutionEngine/Orc/Mangling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <cstdlib>
#include <dlfcn.h>

using namespace mlir;
using namespace mlir::dsv4;

static constexpr StringRef libraryName = "libdsv4_mpi_runtime.so";

std::string mlir::dsv4::findCollectivesLibrary() {
  if (const char *path = std::getenv("DSV4_MPI_RUNTIME"))
    return path;
  // In the build tree: build/bin, build/python/dsv4 -> build/lib. Installed: lib/ beside bin/, or in the package.
  Dl_info self;
  if (dladdr(reinterpret_cast<void *>(&findCollectivesLibrary), &self) && self.dli_fname) {
    llvm::SmallString<128> real;
    llvm::sys::fs::real_path(self.dli_fname, real);
    StringRef folder = llvm::sys::path::parent_path(real);
    for (StringRef candidate : {".", "lib", "../lib", "../../lib"}) {
      llvm::SmallString<128> path(folder);
      llvm::sys::path::append(path, candidate, libraryName);
      if (llvm::sys::fs::exists(path))
        return path.str().str();
    }
  }
  return libraryName.str();
}

void *mlir::dsv4::loadCollectivesLibrary(Location location) {
  // Global: OpenMPI's own plug-ins look for its symbols.
  void *library = dlopen(findCollectivesLibrary().c_str(), RTLD_NOW | RTLD_GLOBAL);
  if (!library)
    emitError(location) << "is a program for several ranks, but the MPI runtime cannot be loaded: " << dlerror()
                        << "; build dsv4 with MPI installed, or name the library in DSV4_MPI_RUNTIME";
  return library;
}

LogicalResult mlir::dsv4::registerCollectives(ExecutionEngine &engine, Location location, ArrayRef<std::string> names) {
  void *library = loadCollectivesLibrary(location);
  if (!library)
    return failure();
  for (const std::string &name : names) {
    void *function = dlsym(library, name.c_str());
    if (!function)
      return emitError(location) << "calls " << name << ", which the MPI runtime does not have";
    engine.registerSymbols([&](llvm::orc::MangleAndInterner interner) {
      llvm::orc::SymbolMap symbols;
      symbols[interner(name)] = {llvm::orc::ExecutorAddr::fromPtr(function), llvm::JITSymbolFlags::Exported};
      return symbols;
    });
  }
  return success();
}

//===- CollectivesLibrary.h - Finds the MPI runtime -------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_RUNTIME_COLLECTIVESLIBRARY_H
#define DSV4_RUNTIME_COLLECTIVESLIBRARY_H

#include <string>

namespace mlir::dsv4 {

/// Path of the library with the collectives over MPI: what the environment variable
/// DSV4_MPI_RUNTIME says, else a file near this code, else its name alone for the
/// loader to find.
std::string findCollectivesLibrary();

} // namespace mlir::dsv4

#endif // DSV4_RUNTIME_COLLECTIVESLIBRARY_H

//===- Launcher.h - Which MPI this is, and which one started us -*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_RUNTIME_MPI_LAUNCHER_H
#define DSV4_LIB_RUNTIME_MPI_LAUNCHER_H

#include <string>

namespace dsv4 {

/// What an mpirun has told this process in its environment.
struct Launch {
  /// "OpenMPI" or "MPICH"; empty if nobody started several ranks.
  std::string family;
  int rank = 0, size = 1;
};

/// The mpirun whose ranks this library cannot see: processes of one MPI that the
/// mpirun of another one starts are each the only rank of a world of their own.
/// `worldSize` is the size that MPI_COMM_WORLD has. No family if all is well.
Launch findForeignLaunch(int worldSize);

/// The rank that the launcher says this process has, before MPI does; 0 if it says none.
int findLaunchedRank();

} // namespace dsv4

/// The MPI that this library is built with, family and version: "OpenMPI 4.1.4".
extern "C" const char *dsv4rt_mpi_implementation();

#endif // DSV4_LIB_RUNTIME_MPI_LAUNCHER_H

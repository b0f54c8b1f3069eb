//===- Launcher.cpp - Which MPI this is, and which one started us ---------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Launcher.h"

#include <cstdlib>
#include <mpi.h>

using namespace dsv4;

#define DSV4_TEXT_OF(X) #X
#define DSV4_TEXT(X) DSV4_TEXT_OF(X)

// Intel MPI, MVAPICH2 and Cray's are MPICH by their interface and their launcher's, and define its version too.
#if defined(OPEN_MPI)
#define DSV4_MPI_IMPLEMENTATION                                                                                        \
  "OpenMPI " DSV4_TEXT(OMPI_MAJOR_VERSION) "." DSV4_TEXT(OMPI_MINOR_VERSION) "." DSV4_TEXT(OMPI_RELEASE_VERSION)
#elif defined(MPICH_VERSION)
#define DSV4_MPI_IMPLEMENTATION "MPICH " MPICH_VERSION
#else
#error "neither OpenMPI nor an MPI with MPICH's interface: their launchers are the ones known here"
#endif

extern "C" __attribute__((visibility("default"))) const char *dsv4rt_mpi_implementation() {
  return DSV4_MPI_IMPLEMENTATION;
}

namespace {
/// The environment of processes that the mpirun of a family starts.
struct LaunchVariables {
  const char *family, *rank, *size;
  bool isOwn() const { return std::string(DSV4_MPI_IMPLEMENTATION).rfind(family, 0) == 0; }
};
} // namespace

static const LaunchVariables variables[] = {{"OpenMPI", "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},
                                            {"MPICH", "PMI_RANK", "PMI_SIZE"}};

int dsv4::findLaunchedRank() {
  for (const LaunchVariables &names : variables)
    if (const char *rank = std::getenv(names.rank); rank && names.isOwn())
      return std::atoi(rank);
  return 0;
}

Launch dsv4::findForeignLaunch(int worldSize) {
  // Whoever sees several ranks has found its launcher, whatever else an outer one has left in the environment.
  if (worldSize > 1)
    return {};
  Launch foreign;
  for (const LaunchVariables &names : variables) {
    const char *size = std::getenv(names.size), *rank = std::getenv(names.rank);
    if (!size)
      continue;
    Launch launch{names.family, rank ? std::atoi(rank) : 0, std::atoi(size)};
    // The own mpirun started one rank: it is the inner of two, or the only one.
    if (names.isOwn() && launch.size == 1)
      return {};
    if (launch.size > 1)
      foreign = launch;
  }
  return foreign;
}

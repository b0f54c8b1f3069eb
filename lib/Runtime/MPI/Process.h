//===- Process.h - This process among the ranks of a program ----*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_RUNTIME_MPI_PROCESS_H
#define DSV4_LIB_RUNTIME_MPI_PROCESS_H

#include <atomic>
#include <cstdint>
#include <mpi.h>
#include <string>
#include <thread>
#include <vector>

namespace dsv4 {

/// Ranks that differ only in some coordinates of the grid.
struct Group {
  MPI_Comm communicator;
  int rank, size;
  /// Ranks in MPI_COMM_WORLD, by rank in the group.
  std::vector<int> members;
};

/// MPI, the heartbeats of all ranks, and the groups used so far.
///
/// A rank that waits for others looks at their heartbeats, which a thread of every
/// process writes into memory that the ranks of one machine share, and one of them
/// tells the other machines. So a slow rank is waited for, and one that is stopped,
/// gone or already finished ends the program on all ranks. For one that lives and
/// does not come, and for one of which nothing is heard, there is a limit of
/// minutes, DSV4_MPI_TIMEOUT.
class Process {
public:
  static Process &get();

  /// Starts MPI unless it runs. Not one of the calls below may precede it.
  void start();
  bool isStarted() const { return started; }

  int rank() const { return worldRank; }
  int size() const { return worldSize; }

  /// The group of this rank along `axes` of a grid, in the order of the axes, the
  /// last one fastest. All ranks must ask for the same group. Ends the program if
  /// the grid has another number of ranks than `mpirun` started.
  const Group &group(const std::vector<int64_t> &grid, const std::vector<int64_t> &axes);
  const Group &world();

  /// Waits for `request`, whose other ends are the members of `group`.
  void wait(MPI_Request &request, const Group &group, const char *what);

  /// Ends all ranks with a message.
  [[noreturn]] void fail(const std::string &message);
  /// Fails with MPI's own text unless `code` is success.
  void check(int code, const char *what);

  void finish();

private:
  struct Heartbeats;
  class Blocked;
  void checkLauncher();
  int64_t readNumber(const char *name, int64_t missing, int64_t most);
  void shareHeartbeats();
  void beat();
  void checkPeers(const Group &group, const char *what);
  [[noreturn]] void failLate(const Group &group, const char *what);

  bool started = false;
  int worldRank = 0, worldSize = 1;
  std::atomic<int64_t> timeout{0}; // milliseconds
  /// The one that calls MPI.
  std::thread::id thread;
  std::vector<std::pair<std::vector<int64_t>, Group>> groups;
  Group worldGroup;
  Heartbeats *heartbeats = nullptr;
};

} // namespace dsv4

#endif // DSV4_LIB_RUNTIME_MPI_PROCESS_H

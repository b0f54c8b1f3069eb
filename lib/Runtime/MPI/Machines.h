//===- Machines.h - Heartbeats between machines -----------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LIB_RUNTIME_MPI_MACHINES_H
#define DSV4_LIB_RUNTIME_MPI_MACHINES_H

#include <atomic>
#include <cstdint>
#include <netinet/in.h>
#include <vector>

namespace dsv4 {

/// One rank's line in the memory that the ranks of a machine share, a cache line of its own. Times are milliseconds
/// of the machine's monotonic clock, which all its processes share.
struct alignas(64) Heartbeat {
  /// When the rank lived; 0 if nothing was ever heard of it.
  std::atomic<int64_t> beat;
  /// When the rank left the program, 0 before.
  std::atomic<int64_t> end;
  /// Whether the rank itself waits for others.
  std::atomic<bool> isWaiting;
};

int64_t now();

/// Tells the other machines of the ranks of this one, and writes what they tell of
/// theirs into the lines. One process per machine does so, over UDP: a rank that
/// computes does not call MPI, and a thread may not do it in its place.
///
/// Packets may be lost, and a network may let none through. Ranks of which none has
/// arrived are not known, and nobody concludes anything from their silence.
class Machines {
public:
  /// All ranks call it. `lines` has one line per rank in MPI_COMM_WORLD, `ranksHere` are those of this machine.
  void open(Heartbeat *lines, int worldSize, const std::vector<int> &ranksHere, bool isSpeaker);
  /// Tells and listens; does not wait. Does nothing but in a speaker that has other machines.
  void exchange();
  void close();

private:
  Heartbeat *lines = nullptr;
  int worldSize = 0, socket = -1;
  uint64_t program = 0;
  std::vector<int> ranksHere;
  std::vector<bool> isHere;
  std::vector<sockaddr_in> others;
  int64_t nextTelling = 0;
};

} // namespace dsv4

#endif // DSV4_LIB_RUNTIME_MPI_MACHINES_H

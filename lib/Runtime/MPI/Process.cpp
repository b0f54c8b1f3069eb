//===- Process.cpp - This process among the ranks of a program ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Process.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sched.h>
#include <thread>

using namespace dsv4;

/// One rank's line in the shared memory of its machine, a cache line of its own.
struct alignas(64) Heartbeat {
  /// Milliseconds of the machine's monotonic clock, which all its processes share.
  std::atomic<int64_t> beat;
  /// When the rank left the program, 0 before.
  std::atomic<int64_t> end;
};

struct Process::Heartbeats {
  MPI_Win window;
  /// By rank in MPI_COMM_WORLD; null on other machines.
  std::vector<Heartbeat *> ranks;
  std::thread thread;
  std::atomic<bool> stop{false};
  bool isEnding = false;
};

/// How often a rank says that it lives, and how long it may be silent. A process that the machine's scheduler
/// starves still beats: its thread asks for the processor five times a second only.
static constexpr int64_t beatPeriod = 200, silenceLimit = 7000; // milliseconds
/// A rank that has left may have done its part of what this one still waits for; after this time it has not.
static constexpr int64_t endLimit = 3000; // milliseconds

static int64_t now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Process &Process::get() {
  static Process process;
  return process;
}

void Process::fail(const std::string &message) {
  std::fprintf(stderr, "dsv4: rank %d: %s\n", worldRank, message.c_str());
  std::fflush(stderr);
  int isInitialized = 0, isFinalized = 0;
  MPI_Initialized(&isInitialized);
  MPI_Finalized(&isFinalized);
  if (isInitialized && !isFinalized)
    MPI_Abort(MPI_COMM_WORLD, 1);
  std::_Exit(1);
}

void Process::check(int code, const char *what) {
  if (code == MPI_SUCCESS)
    return;
  char text[MPI_MAX_ERROR_STRING];
  int length = 0;
  if (MPI_Error_string(code, text, &length) != MPI_SUCCESS)
    length = 0;
  fail(std::string(what) + " failed: " + std::string(text, length));
}

void Process::start() {
  if (started)
    return;
  started = true;
  int isInitialized = 0, provided = 0;
  MPI_Initialized(&isInitialized);
  if (!isInitialized)
    check(MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided), "MPI_Init_thread");
  // Errors come back as codes, so that the message says what was going on.
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  check(MPI_Comm_rank(MPI_COMM_WORLD, &worldRank), "MPI_Comm_rank");
  check(MPI_Comm_size(MPI_COMM_WORLD, &worldSize), "MPI_Comm_size");
  worldGroup = {MPI_COMM_WORLD, worldRank, worldSize, {}};
  for (int member = 0; member < worldSize; ++member)
    worldGroup.members.push_back(member);
  startHeartbeats();
}

void Process::startHeartbeats() {
  heartbeats = new Heartbeats;
  heartbeats->ranks.assign(worldSize, nullptr);
  MPI_Comm node;
  check(MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &node), "MPI_Comm_split_type");
  int nodeRank = 0, nodeSize = 0;
  MPI_Comm_rank(node, &nodeRank);
  MPI_Comm_size(node, &nodeSize);
  // All lines in one segment of the first rank: OpenMPI pads a rank's own segment to a page.
  void *base = nullptr;
  MPI_Aint bytes = nodeRank == 0 ? MPI_Aint(sizeof(Heartbeat)) * nodeSize : 0;
  check(MPI_Win_allocate_shared(bytes, 1, MPI_INFO_NULL, node, &base, &heartbeats->window), "MPI_Win_allocate_shared");
  int unit = 0;
  check(MPI_Win_shared_query(heartbeats->window, 0, &bytes, &unit, &base), "MPI_Win_shared_query");
  auto *lines = static_cast<Heartbeat *>(base);
  Heartbeat *own = lines + nodeRank;
  own->beat.store(now());
  own->end.store(0);
  MPI_Barrier(node);
  std::vector<int> worldRanks(nodeSize);
  MPI_Allgather(&worldRank, 1, MPI_INT, worldRanks.data(), 1, MPI_INT, node);
  for (int member = 0; member < nodeSize; ++member)
    heartbeats->ranks[worldRanks[member]] = lines + member;
  heartbeats->thread = std::thread([this, own] {
    while (!heartbeats->stop.load()) {
      own->beat.store(now());
      std::this_thread::sleep_for(std::chrono::milliseconds(beatPeriod));
    }
  });
}

void Process::checkPeers(const Group &group, const char *what) {
  for (int member : group.members) {
    Heartbeat *line = heartbeats->ranks[member];
    if (!line)
      continue;
    int64_t beat = line->beat.load(), end = line->end.load();
    if (end && !heartbeats->isEnding && now() - end > endLimit)
      fail("waits in " + std::string(what) + " for rank " + std::to_string(member) + ", which has ended");
    if (now() - beat > silenceLimit)
      fail("waits in " + std::string(what) + " for rank " + std::to_string(member) + ", which does not answer since " +
           std::to_string((now() - beat) / 1000) + " s");
  }
}

void Process::wait(MPI_Request &request, const Group &group, const char *what) {
  int64_t nextCheck = now() + beatPeriod;
  for (int64_t round = 0;; ++round) {
    int isDone = 0;
    check(MPI_Test(&request, &isDone, MPI_STATUS_IGNORE), what);
    if (isDone)
      return;
    // Ranks may share processors: whoever waits gives way, and sleeps after a while, when a compiler may be at work.
    if (round < 4096)
      sched_yield();
    else
      std::this_thread::sleep_for(std::chrono::microseconds(round < 8192 ? 100 : 1000));
    if ((round >= 4096 || round % 64 == 63) && now() >= nextCheck) {
      checkPeers(group, what);
      nextCheck = now() + beatPeriod;
    }
  }
}

static std::string print(const std::vector<int64_t> &sizes) {
  std::string text;
  for (int64_t size : sizes)
    text += (text.empty() ? "" : "x") + std::to_string(size);
  return text;
}

const Group &Process::world() { return worldGroup; }

const Group &Process::group(const std::vector<int64_t> &grid, const std::vector<int64_t> &axes) {
  std::vector<int64_t> key = grid;
  key.push_back(-1);
  key.insert(key.end(), axes.begin(), axes.end());
  for (auto &[known, group] : groups)
    if (known == key)
      return group;

  int64_t ranks = 1;
  for (int64_t size : grid)
    ranks *= size;
  if (ranks != worldSize)
    fail("the program is for " + std::to_string(ranks) + " ranks (grid " + print(grid) + "), but mpirun started " +
         std::to_string(worldSize) + "; use mpirun -np " + std::to_string(ranks));

  // Coordinates of this rank; the last axis is the fastest.
  std::vector<int64_t> place(grid.size());
  int64_t rest = worldRank;
  for (size_t axis = grid.size(); axis-- > 0;) {
    place[axis] = rest % grid[axis];
    rest /= grid[axis];
  }
  int64_t color = 0, order = 0;
  std::vector<bool> isGroupAxis(grid.size(), false);
  for (int64_t axis : axes) {
    if (axis < 0 || axis >= int64_t(grid.size()) || isGroupAxis[axis])
      fail("axis " + std::to_string(axis) + " is not one of the grid " + print(grid));
    isGroupAxis[axis] = true;
    order = order * grid[axis] + place[axis];
  }
  for (size_t axis = 0; axis < grid.size(); ++axis)
    if (!isGroupAxis[axis])
      color = color * grid[axis] + place[axis];

  // MPI_Comm_split blocks and all ranks take part: first be sure that all of them are here, and for the same group.
  uint64_t hash = 1469598103934665603ull;
  for (int64_t value : key)
    hash = (hash ^ uint64_t(value)) * 1099511628211ull;
  std::vector<uint64_t> hashes(worldSize);
  MPI_Request request;
  check(MPI_Iallgather(&hash, 1, MPI_UINT64_T, hashes.data(), 1, MPI_UINT64_T, MPI_COMM_WORLD, &request),
        "MPI_Iallgather");
  wait(request, worldGroup, "the first use of a group");
  for (int member = 0; member < worldSize; ++member)
    if (hashes[member] != hash)
      fail("rank " + std::to_string(member) + " runs another program: it asks for another group of ranks");

  Group group;
  check(MPI_Comm_split(MPI_COMM_WORLD, int(color), int(order), &group.communicator), "MPI_Comm_split");
  MPI_Comm_set_errhandler(group.communicator, MPI_ERRORS_RETURN);
  MPI_Comm_rank(group.communicator, &group.rank);
  MPI_Comm_size(group.communicator, &group.size);
  group.members.resize(group.size);
  check(MPI_Allgather(&worldRank, 1, MPI_INT, group.members.data(), 1, MPI_INT, group.communicator), "MPI_Allgather");
  // References to groups are kept by callers for the time of one call only, so the vector may move them.
  groups.emplace_back(key, group);
  return groups.back().second;
}

void Process::finish() {
  int isFinalized = 0;
  MPI_Finalized(&isFinalized);
  if (!started || isFinalized)
    return;
  // MPI_Finalize waits for all ranks, without an end if one is lost; this wait has one.
  heartbeats->isEnding = true;
  heartbeats->ranks[worldRank]->end.store(now());
  MPI_Request request;
  check(MPI_Ibarrier(MPI_COMM_WORLD, &request), "MPI_Ibarrier");
  wait(request, worldGroup, "the end of the program");
  heartbeats->stop.store(true);
  heartbeats->thread.join();
  MPI_Win_free(&heartbeats->window);
  MPI_Finalize();
}

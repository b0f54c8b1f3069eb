//===- Process.cpp - This process among the ranks of a program ------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Process.h"

#include "Launcher.h"
#include "Machines.h"
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <sched.h>
#include <thread>

using namespace dsv4;

struct Process::Heartbeats {
  MPI_Win window;
  /// By rank in MPI_COMM_WORLD.
  Heartbeat *lines = nullptr;
  Heartbeat *own = nullptr;
  Machines machines;
  std::thread thread;
  std::atomic<bool> stop{false}, isEnding{false};
  /// While the page comes and goes.
  std::mutex mutex;
  /// What the process is in, and since when, if MPI does not return from it before all ranks take part.
  std::atomic<const char *> blocked{nullptr};
  std::atomic<int64_t> blockedSince{0};
};

/// While it lives, the heartbeats' thread watches a call of MPI that blocks.
class Process::Blocked {
public:
  Blocked(Heartbeats &heartbeats, const char *what) : heartbeats(heartbeats) {
    heartbeats.blockedSince.store(now());
    heartbeats.blocked.store(what);
  }
  ~Blocked() { heartbeats.blocked.store(nullptr); }

private:
  Heartbeats &heartbeats;
};

/// How often a rank says that it lives, and how long it may be silent. A process that the machine's scheduler
/// starves still beats: its thread asks for the processor five times a second only.
static constexpr int64_t beatPeriod = 200, silenceLimit = 7000; // milliseconds
/// A rank that has left may have done its part of what this one still waits for; after this time it has not.
static constexpr int64_t endLimit = 3000; // milliseconds

/// How long a rank waits for ranks that live, or of which it knows nothing: DSV4_MPI_TIMEOUT, 0 for ever.
static constexpr int64_t usualTimeout = 600; // seconds
static const char *const timeoutHint = "\n  DSV4_MPI_TIMEOUT sets how many seconds a rank may come late, 0 for any";

Process &Process::get() {
  static Process process;
  return process;
}

void Process::fail(const std::string &message) {
  std::fprintf(stderr, "dsv4: rank %d: %s\n", worldRank, message.c_str());
  std::fflush(stderr);
  // MPICH's mpirun kills first and may drop what it has not yet read.
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  int isInitialized = 0, isFinalized = 0;
  MPI_Initialized(&isInitialized);
  MPI_Finalized(&isFinalized);
  // The heartbeats' thread may not call MPI while the program's is in it; mpirun ends all when a process leaves so.
  if (isInitialized && !isFinalized && std::this_thread::get_id() == thread)
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

/// Whether `text` is a number between 0 and `most`.
static bool parseNumber(const char *text, int64_t most, int64_t &value) {
  char *end = nullptr;
  errno = 0;
  long long parsed = std::strtoll(text, &end, 10);
  if (end == text || *end || errno || parsed < 0 || parsed > most)
    return false;
  value = parsed;
  return true;
}

/// An environment variable that is a number between 0 and `most`.
int64_t Process::readNumber(const char *name, int64_t missing, int64_t most) {
  const char *text = std::getenv(name);
  if (text && !parseNumber(text, most, missing))
    fail(std::string(name) + " must be a whole number from 0 to " + std::to_string(most) + ", got '" + text + "'");
  return missing;
}

void Process::start() {
  if (started)
    return;
  started = true;
  thread = std::this_thread::get_id();
  constexpr int64_t longest = INT64_MAX / 1000;
  // What is wrong with it is said below, when it is known which rank says it.
  int64_t seconds = usualTimeout;
  if (const char *text = std::getenv("DSV4_MPI_TIMEOUT"))
    parseNumber(text, longest, seconds);
  timeout.store(seconds * 1000);
  worldRank = findLaunchedRank(); // for messages, until MPI says it
  heartbeats = new Heartbeats;
  // Before MPI: a rank that ends before it starts MPI is waited for without an end in MPI_Init.
  heartbeats->thread = std::thread([this] { beat(); });
  Blocked blocked(*heartbeats, "the start of MPI");
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
  checkLauncher();
  readNumber("DSV4_MPI_TIMEOUT", usualTimeout, longest);
  shareHeartbeats();
}

void Process::checkLauncher() {
  Launch launch = findForeignLaunch(worldSize);
  if (launch.family.empty())
    return;
  // Each process is a world of its own and finds the same; the first one says it. The others leave after it, because
  // some mpirun stop all processes when one fails.
  if (launch.rank == 0)
    std::fprintf(
        stderr,
        "dsv4: rank 0: mpirun of %s started %d ranks, but the MPI runtime is built with %s and sees one\n"
        "  use the mpirun of the runtime's MPI (DSV4_MPIRUN names the one that dsv4 starts), or a runtime built "
        "with %s (DSV4_MPI_RUNTIME)\n",
        launch.family.c_str(), launch.size, dsv4rt_mpi_implementation(), launch.family.c_str());
  else
    std::this_thread::sleep_for(std::chrono::seconds(2));
  std::fflush(stderr);
  // Not MPI_Abort: there is nobody else to stop, and OpenMPI's takes seconds under a foreign mpirun.
  MPI_Finalize();
  std::_Exit(1);
}

void Process::shareHeartbeats() {
  bool isOn = readNumber("DSV4_MPI_HEARTBEATS", 1, 1);
  MPI_Comm node = MPI_COMM_SELF;
  if (isOn)
    check(MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &node), "MPI_Comm_split_type");
  // Ranks that MPI takes for neighbours may be in containers without common memory.
  if (isOn) {
    MPI_Comm neighbours = node;
    const char *name = std::getenv("DSV4_MPI_MACHINE");
    int machine = name ? int(std::hash<std::string>()(name) & 0x7fffffff) : 0;
    check(MPI_Comm_split(neighbours, machine, 0, &node), "MPI_Comm_split");
  }
  int nodeRank = 0, nodeSize = 0;
  MPI_Comm_rank(node, &nodeRank);
  MPI_Comm_size(node, &nodeSize);
  // All lines in one segment of the first rank: OpenMPI pads a rank's own segment to a page.
  void *base = nullptr;
  MPI_Aint bytes = nodeRank == 0 ? MPI_Aint(sizeof(Heartbeat)) * worldSize : 0;
  check(MPI_Win_allocate_shared(bytes, 1, MPI_INFO_NULL, node, &base, &heartbeats->window), "MPI_Win_allocate_shared");
  int unit = 0;
  check(MPI_Win_shared_query(heartbeats->window, 0, &bytes, &unit, &base), "MPI_Win_shared_query");
  auto *lines = static_cast<Heartbeat *>(base);
  auto clear = [](Heartbeat &line, int64_t beat) {
    line.beat.store(beat);
    line.end.store(0);
    line.isWaiting.store(false);
  };
  if (nodeRank == 0)
    for (int rank = 0; rank < worldSize; ++rank)
      clear(lines[rank], 0);
  MPI_Barrier(node);
  clear(lines[worldRank], now());
  MPI_Barrier(node);
  std::vector<int> worldRanks(nodeSize);
  MPI_Allgather(&worldRank, 1, MPI_INT, worldRanks.data(), 1, MPI_INT, node);
  if (isOn)
    heartbeats->machines.open(lines, worldSize, worldRanks, nodeRank == 0);
  std::lock_guard<std::mutex> lock(heartbeats->mutex);
  heartbeats->lines = lines;
  heartbeats->own = lines + worldRank;
  // At once: who stops before it has told anything is not known to the other machines.
  heartbeats->machines.exchange();
}

void Process::beat() {
  while (!heartbeats->stop.load()) {
    {
      std::lock_guard<std::mutex> lock(heartbeats->mutex);
      const char *what = heartbeats->blocked.load();
      if (heartbeats->own) {
        heartbeats->own->beat.store(now());
        heartbeats->machines.exchange();
        if (what)
          checkPeers(worldGroup, what);
      }
      int64_t limit = timeout.load();
      if (what && limit && now() - heartbeats->blockedSince.load() > limit)
        fail("waits in " + std::string(what) + " for other ranks, since " + std::to_string(limit / 1000) + " s" +
             timeoutHint);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(beatPeriod));
  }
}

void Process::checkPeers(const Group &group, const char *what) {
  for (int member : group.members) {
    Heartbeat &line = heartbeats->lines[member];
    int64_t beat = line.beat.load(), end = line.end.load();
    if (!beat)
      continue;
    if (end && !heartbeats->isEnding && now() - end > endLimit)
      fail("waits in " + std::string(what) + " for rank " + std::to_string(member) + ", which has ended");
    if (now() - beat > silenceLimit)
      fail("waits in " + std::string(what) + " for rank " + std::to_string(member) + ", which does not answer since " +
           std::to_string((now() - beat) / 1000) + " s");
  }
}

void Process::failLate(const Group &group, const char *what) {
  std::string late;
  for (int member : group.members) {
    Heartbeat &line = heartbeats->lines[member];
    bool isKnown = line.beat.load() != 0;
    if (!isKnown || (member != worldRank && !line.isWaiting.load()))
      late += (late.empty() ? "" : ", ") + std::to_string(member) + (isKnown ? "" : " (no heartbeats)");
  }
  // All of them wait: for something else.
  std::string who = late.empty() ? "the others of its group, which wait for other ranks" : "rank " + late;
  fail("waits in " + std::string(what) + " for " + who + ", since " + std::to_string(timeout / 1000) + " s" +
       timeoutHint);
}

void Process::wait(MPI_Request &request, const Group &group, const char *what) {
  int64_t begin = now(), nextCheck = begin + beatPeriod;
  for (int64_t round = 0;; ++round) {
    int isDone = 0;
    check(MPI_Test(&request, &isDone, MPI_STATUS_IGNORE), what);
    if (isDone) {
      heartbeats->own->isWaiting.store(false);
      return;
    }
    // Ranks may share processors: whoever waits gives way, and sleeps after a while, when a compiler may be at work.
    if (round < 4096)
      sched_yield();
    else
      std::this_thread::sleep_for(std::chrono::microseconds(round < 8192 ? 100 : 1000));
    if ((round >= 4096 || round % 64 == 63) && now() >= nextCheck) {
      heartbeats->own->isWaiting.store(true);
      checkPeers(group, what);
      if (timeout && now() - begin > timeout)
        failLate(group, what);
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

  Blocked blocked(*heartbeats, "the making of a group of ranks");
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
  heartbeats->isEnding.store(true);
  heartbeats->own->end.store(now());
  MPI_Request request;
  check(MPI_Ibarrier(MPI_COMM_WORLD, &request), "MPI_Ibarrier");
  wait(request, worldGroup, "the end of the program");
  {
    Blocked blocked(*heartbeats, "the end of MPI");
    {
      std::lock_guard<std::mutex> lock(heartbeats->mutex);
      heartbeats->own = nullptr;
      heartbeats->machines.close();
    }
    MPI_Win_free(&heartbeats->window);
    MPI_Finalize();
  }
  heartbeats->stop.store(true);
  heartbeats->thread.join();
}

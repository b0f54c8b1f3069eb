//===- Machines.cpp - Heartbeats between machines -------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Machines.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <ifaddrs.h>
#include <mpi.h>
#include <net/if.h>
#include <random>
#include <sys/socket.h>
#include <unistd.h>

using namespace dsv4;

int64_t dsv4::now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// How often a machine speaks.
static constexpr int64_t tellingPeriod = 1000; // milliseconds

namespace {

constexpr int mostAddresses = 8;

/// Where a machine can be reached; no address on ranks that are no speakers.
struct Endpoint {
  in_port_t port;
  int32_t count;
  in_addr_t addresses[mostAddresses];

  bool has(in_addr_t address) const { return std::find(addresses, addresses + count, address) != addresses + count; }
};

/// Ages rather than times: machines have clocks of their own.
struct Entry {
  int32_t rank, isWaiting;
  int64_t age;
  /// Since the rank left; -1 if it is here.
  int64_t endAge;
};

/// Fits in one frame of Ethernet, so that nothing is cut.
struct Packet {
  uint64_t magic, program;
  int64_t count;
  static constexpr int most = 48;
  Entry entries[most];

  size_t bytes() const { return offsetof(Packet, entries) + count * sizeof(Entry); }
};
static_assert(sizeof(Packet) <= 1400, "larger than what networks take in one piece");
constexpr uint64_t magic = 0x6265617434767364; // "dsv4beat"

} // namespace

/// A socket, and this machine's addresses. Those of the loopback interface only if it has no other.
static int openSocket(Endpoint &endpoint) {
  int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (socket < 0)
    return -1;
  sockaddr_in any{};
  any.sin_family = AF_INET;
  any.sin_addr.s_addr = htonl(INADDR_ANY);
  socklen_t length = sizeof(any);
  if (bind(socket, reinterpret_cast<sockaddr *>(&any), sizeof(any)) ||
      getsockname(socket, reinterpret_cast<sockaddr *>(&any), &length)) {
    ::close(socket);
    return -1;
  }
  endpoint.port = any.sin_port;
  ifaddrs *interfaces = nullptr;
  if (getifaddrs(&interfaces) == 0) {
    for (bool loopback : {false, true}) {
      for (ifaddrs *entry = interfaces; entry; entry = entry->ifa_next)
        if (entry->ifa_addr && entry->ifa_addr->sa_family == AF_INET && (entry->ifa_flags & IFF_UP) &&
            bool(entry->ifa_flags & IFF_LOOPBACK) == loopback && endpoint.count < mostAddresses)
          endpoint.addresses[endpoint.count++] = reinterpret_cast<sockaddr_in *>(entry->ifa_addr)->sin_addr.s_addr;
      if (endpoint.count)
        break;
    }
    freeifaddrs(interfaces);
  }
  return socket;
}

void Machines::open(Heartbeat *allLines, int size, const std::vector<int> &here, bool isSpeaker) {
  lines = allLines;
  worldSize = size;
  ranksHere = here;
  isHere.assign(worldSize, false);
  for (int rank : here)
    isHere[rank] = true;
  // Packets of another program, to a port that was once its, are not ours.
  std::random_device random;
  program = uint64_t(random()) << 32 | random();
  MPI_Bcast(&program, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD);
  Endpoint own{};
  if (isSpeaker && int(here.size()) < worldSize)
    socket = openSocket(own);
  std::vector<Endpoint> endpoints(worldSize);
  MPI_Allgather(&own, sizeof(Endpoint), MPI_BYTE, endpoints.data(), sizeof(Endpoint), MPI_BYTE, MPI_COMM_WORLD);
  if (socket < 0)
    return;
  for (int rank = 0; rank < worldSize; ++rank) {
    if (isHere[rank])
      continue;
    const Endpoint &other = endpoints[rank];
    // An address that both have, such as a bridge's of containers, would lead here; unless it is one machine.
    bool isOneMachine = std::all_of(other.addresses, other.addresses + other.count,
                                    [&](in_addr_t address) { return own.has(address); });
    for (int index = 0; index < other.count; ++index) {
      if (!isOneMachine && own.has(other.addresses[index]))
        continue;
      sockaddr_in address{};
      address.sin_family = AF_INET;
      address.sin_port = other.port;
      address.sin_addr.s_addr = other.addresses[index];
      others.push_back(address);
    }
  }
}

void Machines::exchange() {
  if (socket < 0)
    return;
  Packet packet;
  if (now() >= nextTelling) {
    nextTelling = now() + tellingPeriod;
    for (size_t begin = 0; begin < ranksHere.size(); begin += Packet::most) {
      packet = {magic, program, int64_t(std::min<size_t>(Packet::most, ranksHere.size() - begin)), {}};
      for (int64_t index = 0; index < packet.count; ++index) {
        int rank = ranksHere[begin + index];
        int64_t end = lines[rank].end.load();
        packet.entries[index] = {rank, lines[rank].isWaiting.load(), now() - lines[rank].beat.load(),
                                 end ? now() - end : -1};
      }
      // What cannot be sent is lost like what does not arrive.
      for (const sockaddr_in &other : others)
        sendto(socket, &packet, packet.bytes(), MSG_DONTWAIT, reinterpret_cast<const sockaddr *>(&other),
               sizeof(other));
    }
  }
  for (;;) {
    ssize_t bytes = recv(socket, &packet, sizeof(packet), MSG_DONTWAIT);
    if (bytes < 0)
      return;
    if (size_t(bytes) < offsetof(Packet, entries) || packet.magic != magic || packet.program != program ||
        packet.count < 0 || packet.count > Packet::most || size_t(bytes) != packet.bytes())
      continue;
    for (int64_t index = 0; index < packet.count; ++index) {
      const Entry &entry = packet.entries[index];
      if (entry.rank < 0 || entry.rank >= worldSize || isHere[entry.rank])
        continue;
      Heartbeat &line = lines[entry.rank];
      line.isWaiting.store(entry.isWaiting);
      line.end.store(entry.endAge < 0 ? 0 : now() - entry.endAge);
      // Packets may overtake each other.
      line.beat.store(std::max(line.beat.load(), now() - entry.age));
    }
  }
}

void Machines::close() {
  if (socket >= 0)
    ::close(socket);
  socket = -1;
}

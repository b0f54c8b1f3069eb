//===- Collectives.cpp - What compiled programs call ----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `dsv4-lower-collectives` turns the collectives of the shard dialect into calls
// of these functions. Tensors come as MLIR's unranked memrefs, row-major and
// without gaps; `grid` holds the sizes of the grid, `axes` the axes of the group.
//
// Reductions add in the order of the ranks, bf16 in f32 with one rounding at the
// end, so all ranks get the same bits, whatever MPI is used and however it
// schedules: what the ranks decide on a sum (which rows to attend to) must be the
// same decision everywhere.
//
//===----------------------------------------------------------------------===//

#include "Process.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstring>
#include <type_traits>

using namespace dsv4;

namespace {

/// MLIR's descriptor of a memref of any rank.
struct UnrankedMemRef {
  int64_t rank;
  void *descriptor;
};

/// A contiguous tensor.
struct Tensor {
  char *data;
  std::vector<int64_t> shape;
  int64_t elementBytes;

  int64_t elements() const {
    int64_t count = 1;
    for (int64_t size : shape)
      count *= size;
    return count;
  }
  int64_t bytes() const { return elements() * elementBytes; }
};

std::string print(const std::vector<int64_t> &shape) {
  std::string text = "[";
  for (size_t dim = 0; dim < shape.size(); ++dim)
    text += (dim ? ", " : "") + std::to_string(shape[dim]);
  return text + "]";
}

Tensor view(const UnrankedMemRef &memref, int64_t elementBytes, const char *what) {
  auto *descriptor = static_cast<int64_t *>(memref.descriptor);
  auto *aligned = reinterpret_cast<char *>(descriptor[1]);
  Tensor tensor{aligned + descriptor[2] * elementBytes, {}, elementBytes};
  tensor.shape.assign(descriptor + 3, descriptor + 3 + memref.rank);
  int64_t expected = 1;
  bool isEmpty = tensor.elements() == 0;
  for (int64_t dim = memref.rank; dim-- > 0;) {
    if (!isEmpty && tensor.shape[dim] != 1 && descriptor[3 + memref.rank + dim] != expected)
      Process::get().fail(std::string(what) + ": the memory of a tensor of shape " + print(tensor.shape) +
                          " has gaps, which this library does not take");
    expected *= tensor.shape[dim];
  }
  return tensor;
}

std::vector<int64_t> integers(const UnrankedMemRef &memref) {
  Tensor tensor = view(memref, sizeof(int64_t), "grid");
  auto *values = reinterpret_cast<int64_t *>(tensor.data);
  return {values, values + tensor.elements()};
}

MPI_Datatype unitOf(int64_t bytes) {
  switch (bytes) {
  case 1:
    return MPI_UINT8_T;
  case 2:
    return MPI_UINT16_T;
  case 4:
    return MPI_UINT32_T;
  default:
    return MPI_UINT64_T;
  }
}

/// One collective while it runs.
class Collective {
public:
  Collective(const char *name, int64_t site, UnrankedMemRef *input, UnrankedMemRef *output, UnrankedMemRef *grid,
             UnrankedMemRef *axes, int64_t elementBytes)
      : process(Process::get()), name(name), site(site), input(view(*input, elementBytes, name)),
        output(view(*output, elementBytes, name)) {
    process.start();
    group = process.group(integers(*grid), integers(*axes));
  }

  int size() const { return group.size; }

  /// All ranks of the group are at the same collective with the same shapes. `detail` is what else must agree.
  void agree(int64_t detail) {
    constexpr int64_t most = 8;
    struct Record {
      int64_t site, detail, rank, shape[most];
    };
    Record own{site, detail, int64_t(input.shape.size()), {}};
    if (own.rank > most)
      fail("takes tensors of at most " + std::to_string(most) + " dimensions, got " + print(input.shape));
    std::copy(input.shape.begin(), input.shape.end(), own.shape);
    std::vector<Record> all(group.size);
    MPI_Request request;
    process.check(MPI_Iallgather(&own, sizeof(Record), MPI_BYTE, all.data(), sizeof(Record), MPI_BYTE,
                                 group.communicator, &request),
                  name);
    process.wait(request, group, name);
    for (int member = 0; member < group.size; ++member) {
      const Record &other = all[member];
      std::string who = "rank " + std::to_string(group.members[member]);
      if (other.site != site)
        fail(who + " is at call " + std::to_string(other.site) + ": the ranks run different programs");
      if (other.detail != detail)
        fail(who + " runs it with another reduction, dimension or root: the ranks run different programs");
      std::vector<int64_t> shape(other.shape, other.shape + other.rank);
      if (shape != input.shape)
        fail("shape " + print(input.shape) + " here, " + print(shape) + " on " + who);
    }
  }

  /// A size of the input that must be a multiple of the group.
  int64_t divided(int64_t axis) {
    int64_t extent = input.shape[axis];
    if (extent % group.size)
      fail("dimension " + std::to_string(axis) + " of " + print(input.shape) + " is not a multiple of " +
           std::to_string(group.size) + " ranks");
    return extent / group.size;
  }

  void expectOutput(const std::vector<int64_t> &shape) {
    if (output.shape != shape)
      fail("the result has shape " + print(output.shape) + ", expected " + print(shape));
  }

  /// Block `from` of every rank, as block of the rank, on all.
  void exchangeAll(const void *from, void *to, int64_t count, int64_t bytes) {
    MPI_Request request;
    process.check(MPI_Iallgather(from, whole(count), unitOf(bytes), to, whole(count), unitOf(bytes), group.communicator,
                                 &request),
                  name);
    process.wait(request, group, name);
  }

  /// Block r of `from` to rank r.
  void exchangeEach(const void *from, void *to, int64_t count, int64_t bytes) {
    MPI_Request request;
    process.check(
        MPI_Ialltoall(from, whole(count), unitOf(bytes), to, whole(count), unitOf(bytes), group.communicator, &request),
        name);
    process.wait(request, group, name);
  }

  /// Row by row of blocks of `room` rows: `sent[r]` of block r to rank r, `received[r]` rows from it into block r.
  void exchangeRows(const void *from, void *to, int64_t room, int64_t rowBytes, const std::vector<int> &sent,
                    const std::vector<int> &received) {
    // Displacements count rows, so that they fit in an int.
    std::vector<int> begins(group.size);
    for (int member = 0; member < group.size; ++member)
      begins[member] = whole(member * room);
    MPI_Datatype row;
    process.check(MPI_Type_contiguous(whole(rowBytes), MPI_BYTE, &row), name);
    process.check(MPI_Type_commit(&row), name);
    MPI_Request request;
    process.check(MPI_Ialltoallv(from, sent.data(), begins.data(), row, to, received.data(), begins.data(), row,
                                 group.communicator, &request),
                  name);
    process.wait(request, group, name);
    process.check(MPI_Type_free(&row), name);
  }

  void broadcast(int64_t root) {
    if (root < 0 || root >= group.size)
      fail("root " + std::to_string(root) + " is not one of " + std::to_string(group.size) + " ranks");
    if (group.rank == root)
      std::memcpy(output.data, input.data, input.bytes());
    MPI_Request request;
    process.check(MPI_Ibcast(output.data, whole(output.elements()), unitOf(output.elementBytes), int(root),
                             group.communicator, &request),
                  name);
    process.wait(request, group, name);
  }

  [[noreturn]] void fail(const std::string &message) {
    process.fail(std::string(name) + " (call " + std::to_string(site) + "): " + message);
  }

  /// MPI counts in int.
  int whole(int64_t count) {
    if (count > INT_MAX)
      fail("a block of " + std::to_string(count) + " elements is more than MPI counts (2^31 - 1)");
    return int(count);
  }

private:
  Process &process;
  const char *name;
  int64_t site;
  Group group;

public:
  Tensor input, output;
};

/// Copies a box of `outer` rows of `width` bytes between two pitches.
void copyRows(const char *from, int64_t fromPitch, char *to, int64_t toPitch, int64_t outer, int64_t width) {
  for (int64_t row = 0; row < outer; ++row)
    std::memcpy(to + row * toPitch, from + row * fromPitch, width);
}

/// The product of the sizes before `axis`, and the bytes of one step along it.
std::pair<int64_t, int64_t> around(const Tensor &tensor, int64_t axis) {
  int64_t outer = 1, inner = tensor.elementBytes;
  for (int64_t dim = 0; dim < axis; ++dim)
    outer *= tensor.shape[dim];
  for (size_t dim = axis + 1; dim < tensor.shape.size(); ++dim)
    inner *= tensor.shape[dim];
  return {outer, inner};
}

/// The input as blocks of equal parts of dimension `axis`, one after the other.
std::vector<char> split(const Tensor &tensor, int64_t axis, int64_t parts) {
  auto [outer, inner] = around(tensor, axis);
  int64_t pitch = tensor.shape[axis] * inner, width = pitch / parts;
  std::vector<char> blocks(std::max<int64_t>(tensor.bytes(), 1));
  for (int64_t part = 0; part < parts; ++part)
    copyRows(tensor.data + part * width, pitch, blocks.data() + part * outer * width, width, outer, width);
  return blocks;
}

/// The inverse: blocks side by side along dimension `axis` of `tensor`.
void join(const char *blocks, const Tensor &tensor, int64_t axis, int64_t parts) {
  auto [outer, inner] = around(tensor, axis);
  int64_t pitch = tensor.shape[axis] * inner, width = pitch / parts;
  for (int64_t part = 0; part < parts; ++part)
    copyRows(blocks + part * outer * width, width, tensor.data + part * width, pitch, outer, width);
}

/// What the lowering numbers the reductions with.
enum Reduction : int64_t { Sum = 1, Max = 2, Min = 3, Product = 4 };

struct BFloat16 {
  uint16_t bits;
};

float widen(BFloat16 value) {
  uint32_t bits = uint32_t(value.bits) << 16;
  float result;
  std::memcpy(&result, &bits, sizeof(result));
  return result;
}
float widen(float value) { return value; }
/// Integers wrap around, as the compiled programs do.
uint32_t widen(int32_t value) { return uint32_t(value); }
uint64_t widen(int64_t value) { return uint64_t(value); }

void narrow(float value, BFloat16 &result) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof(bits));
  if ((bits & 0x7fffffff) > 0x7f800000)
    result.bits = uint16_t(bits >> 16) | 0x40; // NaN stays one
  else
    result.bits = uint16_t((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}
void narrow(float value, float &result) { result = value; }
void narrow(uint32_t value, int32_t &result) { result = int32_t(value); }
void narrow(uint64_t value, int64_t &result) { result = int64_t(value); }

template <typename Wide>
Wide combine(Wide a, Wide b, int64_t reduction) {
  if constexpr (std::is_floating_point<Wide>::value) {
    // A NaN of either side is the result, as in arith.maximumf.
    if (reduction == Max)
      return std::isnan(a) || a > b ? a : b;
    if (reduction == Min)
      return std::isnan(a) || a < b ? a : b;
  } else {
    using Signed = std::make_signed_t<Wide>;
    if (reduction == Max)
      return Signed(a) > Signed(b) ? a : b;
    if (reduction == Min)
      return Signed(a) < Signed(b) ? a : b;
  }
  return reduction == Product ? Wide(a * b) : Wide(a + b);
}

/// `to[i]` = blocks[0][i] op blocks[1][i] op ..., in this order.
template <typename T>
void reduceBlocks(const char *blocks, char *to, int64_t count, int64_t parts, int64_t reduction) {
  auto *values = reinterpret_cast<const T *>(blocks);
  auto *results = reinterpret_cast<T *>(to);
  for (int64_t i = 0; i < count; ++i) {
    auto sum = widen(values[i]);
    for (int64_t part = 1; part < parts; ++part)
      sum = combine(sum, widen(values[part * count + i]), reduction);
    narrow(sum, results[i]);
  }
}

template <typename T>
void allReduce(UnrankedMemRef *input, UnrankedMemRef *output, UnrankedMemRef *grid, UnrankedMemRef *axes,
               int64_t reduction, int64_t site) {
  Collective c("all_reduce", site, input, output, grid, axes, sizeof(T));
  c.agree(reduction);
  c.expectOutput(c.input.shape);
  int64_t count = c.input.elements(), ranks = c.size();
  // Few elements: everybody gets everything. Many: a part each, then the parts together.
  constexpr int64_t fewBytes = 1 << 16;
  if (c.input.bytes() * ranks <= fewBytes) {
    std::vector<char> all(std::max<int64_t>(c.input.bytes() * ranks, 1));
    c.exchangeAll(c.input.data, all.data(), count, sizeof(T));
    reduceBlocks<T>(all.data(), c.output.data, count, ranks, reduction);
    return;
  }
  int64_t part = (count + ranks - 1) / ranks;
  std::vector<char> padded(part * ranks * sizeof(T)), received(padded.size()), own(part * sizeof(T));
  std::memcpy(padded.data(), c.input.data, c.input.bytes());
  c.exchangeEach(padded.data(), received.data(), part, sizeof(T));
  reduceBlocks<T>(received.data(), own.data(), part, ranks, reduction);
  c.exchangeAll(own.data(), padded.data(), part, sizeof(T));
  std::memcpy(c.output.data, padded.data(), c.output.bytes());
}

template <typename T>
void reduceScatter(UnrankedMemRef *input, UnrankedMemRef *output, UnrankedMemRef *grid, UnrankedMemRef *axes,
                   int64_t reduction, int64_t axis, int64_t site) {
  Collective c("reduce_scatter", site, input, output, grid, axes, sizeof(T));
  c.agree(reduction * 16 + axis);
  std::vector<int64_t> shape = c.input.shape;
  shape[axis] = c.divided(axis);
  c.expectOutput(shape);
  std::vector<char> blocks = split(c.input, axis, c.size()), received(blocks.size());
  int64_t count = c.output.elements();
  c.exchangeEach(blocks.data(), received.data(), count, sizeof(T));
  reduceBlocks<T>(received.data(), c.output.data, count, c.size(), reduction);
}

void allGather(UnrankedMemRef *input, UnrankedMemRef *output, UnrankedMemRef *grid, UnrankedMemRef *axes, int64_t axis,
               int64_t site, int64_t elementBytes) {
  Collective c("all_gather", site, input, output, grid, axes, elementBytes);
  c.agree(axis);
  std::vector<int64_t> shape = c.input.shape;
  shape[axis] *= c.size();
  c.expectOutput(shape);
  std::vector<char> blocks(std::max<int64_t>(c.output.bytes(), 1));
  c.exchangeAll(c.input.data, blocks.data(), c.input.elements(), elementBytes);
  join(blocks.data(), c.output, axis, c.size());
}

void allToAll(UnrankedMemRef *input, UnrankedMemRef *output, UnrankedMemRef *grid, UnrankedMemRef *axes,
              int64_t splitAxis, int64_t concatAxis, int64_t site, int64_t elementBytes) {
  Collective c("all_to_all", site, input, output, grid, axes, elementBytes);
  c.agree(splitAxis * 16 + concatAxis);
  std::vector<int64_t> shape = c.input.shape;
  shape[splitAxis] = c.divided(splitAxis);
  shape[concatAxis] *= c.size();
  c.expectOutput(shape);
  std::vector<char> blocks = split(c.input, splitAxis, c.size()), received(blocks.size());
  c.exchangeEach(blocks.data(), received.data(), c.input.elements() / c.size(), elementBytes);
  join(received.data(), c.output, concatAxis, c.size());
}

/// Input and output are `[ranks, room, ...]`; of block r the first `sent[r]` rows go to rank r. The rest of the output
/// is left as it is.
void allToAllV(UnrankedMemRef *input, UnrankedMemRef *output, UnrankedMemRef *grid, UnrankedMemRef *axes,
               UnrankedMemRef *sent, UnrankedMemRef *received, int64_t site, int64_t elementBytes) {
  Collective c("all_to_all_v", site, input, output, grid, axes, elementBytes);
  c.agree(0);
  c.expectOutput(c.input.shape);
  if (c.input.shape.size() < 2 || c.input.shape[0] != c.size())
    c.fail("the buffer has shape " + print(c.input.shape) + ", expected [" + std::to_string(c.size()) + ", rows, ...]");
  int64_t room = c.input.shape[1], rowBytes = c.size() && room ? c.input.bytes() / (c.size() * room) : 0;
  auto counts = [&](UnrankedMemRef *memref, const char *what) {
    Tensor tensor = view(*memref, sizeof(int32_t), "all_to_all_v");
    auto *values = reinterpret_cast<int32_t *>(tensor.data);
    if (tensor.elements() != c.size())
      c.fail(std::string(what) + " has shape " + print(tensor.shape) + ", expected a number per rank");
    for (int member = 0; member < c.size(); ++member)
      if (values[member] < 0 || values[member] > room)
        c.fail(std::string(what) + "[" + std::to_string(member) + "] is " + std::to_string(values[member]) +
               ", but a block has " + std::to_string(room) + " rows");
    return std::vector<int>(values, values + c.size());
  };
  std::vector<int> out = counts(sent, "sent"), in = counts(received, "received");
  // MPI takes a message that is shorter than announced without a word.
  std::vector<int> announced(c.size());
  c.exchangeEach(out.data(), announced.data(), 1, sizeof(int));
  for (int member = 0; member < c.size(); ++member)
    if (announced[member] != in[member])
      c.fail("received[" + std::to_string(member) + "] is " + std::to_string(in[member]) + ", but that rank sends " +
             std::to_string(announced[member]) + " rows");
  c.exchangeRows(c.input.data, c.output.data, room, rowBytes, out, in);
}

void broadcast(UnrankedMemRef *input, UnrankedMemRef *output, UnrankedMemRef *grid, UnrankedMemRef *axes, int64_t root,
               int64_t site, int64_t elementBytes) {
  Collective c("broadcast", site, input, output, grid, axes, elementBytes);
  c.agree(root);
  c.expectOutput(c.input.shape);
  c.broadcast(root);
}

} // namespace

//===----------------------------------------------------------------------===//
// The functions by name
//===----------------------------------------------------------------------===//

// Names of a C interface.
// NOLINTBEGIN(readability-identifier-naming)

#define DSV4_EXPORT extern "C" __attribute__((visibility("default")))

#define DSV4_REDUCTIONS(SUFFIX, TYPE)                                                                                  \
  DSV4_EXPORT void _mlir_ciface_dsv4rt_all_reduce_##SUFFIX(UnrankedMemRef *input, UnrankedMemRef *output,              \
                                                           UnrankedMemRef *grid, UnrankedMemRef *axes,                 \
                                                           int64_t reduction, int64_t site) {                          \
    allReduce<TYPE>(input, output, grid, axes, reduction, site);                                                       \
  }                                                                                                                    \
  DSV4_EXPORT void _mlir_ciface_dsv4rt_reduce_scatter_##SUFFIX(UnrankedMemRef *input, UnrankedMemRef *output,          \
                                                               UnrankedMemRef *grid, UnrankedMemRef *axes,             \
                                                               int64_t reduction, int64_t axis, int64_t site) {        \
    reduceScatter<TYPE>(input, output, grid, axes, reduction, axis, site);                                             \
  }

DSV4_REDUCTIONS(f32, float)
DSV4_REDUCTIONS(bf16, BFloat16)
DSV4_REDUCTIONS(i32, int32_t)
DSV4_REDUCTIONS(i64, int64_t)

#define DSV4_MOVES(SUFFIX, BYTES)                                                                                      \
  DSV4_EXPORT void _mlir_ciface_dsv4rt_all_gather_##SUFFIX(UnrankedMemRef *input, UnrankedMemRef *output,              \
                                                           UnrankedMemRef *grid, UnrankedMemRef *axes, int64_t axis,   \
                                                           int64_t site) {                                             \
    allGather(input, output, grid, axes, axis, site, BYTES);                                                           \
  }                                                                                                                    \
  DSV4_EXPORT void _mlir_ciface_dsv4rt_all_to_all_##SUFFIX(UnrankedMemRef *input, UnrankedMemRef *output,              \
                                                           UnrankedMemRef *grid, UnrankedMemRef *axes,                 \
                                                           int64_t splitAxis, int64_t concatAxis, int64_t site) {      \
    allToAll(input, output, grid, axes, splitAxis, concatAxis, site, BYTES);                                           \
  }                                                                                                                    \
  DSV4_EXPORT void _mlir_ciface_dsv4rt_all_to_all_v_##SUFFIX(                                                          \
      UnrankedMemRef *input, UnrankedMemRef *output, UnrankedMemRef *grid, UnrankedMemRef *axes, UnrankedMemRef *sent, \
      UnrankedMemRef *received, int64_t site) {                                                                        \
    allToAllV(input, output, grid, axes, sent, received, site, BYTES);                                                 \
  }                                                                                                                    \
  DSV4_EXPORT void _mlir_ciface_dsv4rt_broadcast_##SUFFIX(UnrankedMemRef *input, UnrankedMemRef *output,               \
                                                          UnrankedMemRef *grid, UnrankedMemRef *axes, int64_t root,    \
                                                          int64_t site) {                                              \
    broadcast(input, output, grid, axes, root, site, BYTES);                                                           \
  }

DSV4_MOVES(f64, 8)
DSV4_MOVES(f32, 4)
DSV4_MOVES(bf16, 2)
DSV4_MOVES(f16, 2)
DSV4_MOVES(f8E4M3FN, 1)
DSV4_MOVES(f8E8M0FNU, 1)
DSV4_MOVES(i64, 8)
DSV4_MOVES(i32, 4)
DSV4_MOVES(i8, 1)

/// Rank of this process.
DSV4_EXPORT int64_t _mlir_ciface_dsv4rt_rank() {
  Process &process = Process::get();
  process.start();
  return process.rank();
}

//===----------------------------------------------------------------------===//
// For the program around the compiled one
//===----------------------------------------------------------------------===//

DSV4_EXPORT void dsv4rt_mpi_start() { Process::get().start(); }
DSV4_EXPORT int dsv4rt_mpi_rank() { return Process::get().rank(); }
DSV4_EXPORT int dsv4rt_mpi_size() { return Process::get().size(); }

/// `bytes` bytes of every rank, in the order of the ranks, on all.
DSV4_EXPORT void dsv4rt_mpi_all_gather(const void *from, void *to, int64_t bytes) {
  Process &process = Process::get();
  if (bytes > INT_MAX)
    process.fail("all_gather of " + std::to_string(bytes) + " bytes is more than MPI counts (2^31 - 1)");
  MPI_Request request;
  const Group &world = process.world();
  process.check(MPI_Iallgather(from, int(bytes), MPI_BYTE, to, int(bytes), MPI_BYTE, world.communicator, &request),
                "MPI_Iallgather");
  process.wait(request, world, "all_gather of results");
}

/// `bytes` bytes of rank 0 on all.
DSV4_EXPORT void dsv4rt_mpi_broadcast(void *data, int64_t bytes) {
  Process &process = Process::get();
  const Group &world = process.world();
  constexpr int64_t most = 1 << 30;
  for (int64_t begin = 0; begin < bytes; begin += most) {
    MPI_Request request;
    process.check(MPI_Ibcast(static_cast<char *>(data) + begin, int(std::min(most, bytes - begin)), MPI_BYTE, 0,
                             world.communicator, &request),
                  "MPI_Ibcast");
    process.wait(request, world, "a broadcast of rank 0");
  }
}

/// Waits for all ranks.
DSV4_EXPORT void dsv4rt_mpi_barrier() {
  Process &process = Process::get();
  MPI_Request request;
  process.check(MPI_Ibarrier(process.world().communicator, &request), "MPI_Ibarrier");
  process.wait(request, process.world(), "a barrier");
}

/// Ends all ranks with a message.
DSV4_EXPORT void dsv4rt_mpi_fail(const char *message) { Process::get().fail(message); }
DSV4_EXPORT void dsv4rt_mpi_finish() { Process::get().finish(); }

// NOLINTEND(readability-identifier-naming)

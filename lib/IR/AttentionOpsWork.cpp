//===- AttentionOpsWork.cpp - The work of the attention ops ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Like DSV4OpsWork.cpp: one function per op, its closed form above it. What a query sees
// depends on the values of `start_pos` and `query_lens`, so the forms are sums over the
// requests of the workload (RequestGroups.h):
//
//   N            new tokens, the sum of query_lens: padding costs nothing
//   sum(r, k)    rows that all queries see, the sum of min(k, floor((p + 1) / r))
//   R            compressed rows that the requests have after the call
//
//===----------------------------------------------------------------------===//

#include "WorkTerms.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/Work.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::dsv4;

/// The value that a value is, through casts and into and out of `dsv4.kernel`.
static Value sourceOf(Value value) {
  while (true) {
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      auto kernel = dyn_cast_or_null<KernelOp>(argument.getOwner()->getParentOp());
      if (!kernel)
        return value;
      value = kernel.getInputs()[argument.getArgNumber()];
    } else if (auto castOp = value.getDefiningOp<tensor::CastOp>()) {
      value = castOp.getSource();
    } else if (auto kernel = value.getDefiningOp<KernelOp>()) {
      Operation *yield = kernel.getBody().front().getTerminator();
      value = yield->getOperand(cast<OpResult>(value).getResultNumber());
    } else {
      return value;
    }
  }
}

//===----------------------------------------------------------------------===//
// Rotation
//===----------------------------------------------------------------------===//

// With P positions and rd channels (the frequencies are constants):
// vector   P * rd/2: angles
// special  P * rd: cosines and sines
// read     4P       write  P * rd/2 * 4 per table that is used, rd/2 * 4 frequencies if used
LogicalResult RopeTableOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getCos());
  double positions = work.elements(getPositions()), pairs = static_cast<double>(getRopeDim()) / 2;
  work.kernel("rope_table", elementTiles(positions * pairs))
      .vector(f32, positions * pairs)
      .special(f32, positions * 2 * pairs)
      .reads(getPositions(), kIndices)
      .size("tokens", positions)
      .size("rope_dim", 2 * pairs);
  for (Value result : getOperation()->getResults())
    if (!result.use_empty())
      work.writes(result);
  return success();
}

// With T rows (tokens, or tokens * heads):
// vector   T * 3rd: per pair four products, two additions
// read     T * de + cos and sin once    write  T * de
LogicalResult RopeOp::describeWork(WorkBuilder &work) {
  double rows = work.leading(getX(), 1), pairs = work.dim(getCos(), -1);
  work.kernel("rope", elementTiles(work.elements(getX())))
      .vector(work.elementType(getCos()), rotationVector(rows * pairs))
      .reads(getX(), kActivations)
      .reads(getCos(), kActivations)
      .reads(getSin(), kActivations)
      .writes(getY())
      .size("tokens", work.dim(getX(), 0) * work.dim(getX(), 1))
      .size("heads", work.getRank(getX()) == 4 ? work.dim(getX(), 2) : 1)
      .size("head_dim", work.dim(getX(), -1))
      .size("rope_dim", 2 * pairs);
  return success();
}

//===----------------------------------------------------------------------===//
// Index lists and caches
//===----------------------------------------------------------------------===//

// vector   BS * (2 + 4W): position and first position; per entry position, visibility, whether the ring
//            has it, and its row; 3W with rows = ring or call, which have one kind of row
// read     8B                           write  4BSW
LogicalResult WindowIndicesOp::describeWork(WorkBuilder &work) {
  double queries = work.leading(getIndices(), 1), window = work.dim(getIndices(), -1);
  work.kernel("window_indices", elementTiles(queries * window))
      .vector(work.elementType(getIndices()), queries * (2 + (getRows() == WindowRows::Appended ? 4 : 3) * window))
      .reads(getStartPos(), kIndices)
      .reads(getQueryLens(), kIndices)
      .writes(getIndices(), kIndices)
      .size("tokens", queries)
      .size("window", window);
  return success();
}

// vector   BS * (2 + 2T): position and rows visible; per entry comparison and offset
// read     8B                           write  4BST
int64_t CompressIndicesOp::widthFor(ArrayRef<RequestGroup> requests) { return mostRowsAfter(requests, getRatio()); }

LogicalResult CompressIndicesOp::describeWork(WorkBuilder &work) {
  double queries = work.leading(getIndices(), 1), width = work.dim(getIndices(), -1);
  work.kernel("compress_indices", elementTiles(queries * width))
      .vector(work.elementType(getIndices()), queries * (2 + 2 * width))
      .reads(getStartPos(), kIndices)
      .reads(getQueryLens(), kIndices)
      .writes(getIndices(), kIndices)
      .size("tokens", queries)
      .size("width", width)
      .size("ratio", static_cast<double>(getRatio()));
  return success();
}

/// How many slots are not -1: tokens that stay in the ring, rows that the compressor emits. Of
/// slots from elsewhere, all that the cache has room for.
static FailureOr<double> slotsWritten(ScatterNdUpdateMlaOp op, WorkBuilder &work) {
  Value slots = sourceOf(op.getSlots());
  double batch = work.dim(op.getSlots(), 0), rows = work.dim(op.getSlots(), 1);
  double room = std::min(rows, work.dim(op.getCache(), 1));
  if (auto ring = slots.getDefiningOp<RingSlotsOp>()) {
    FailureOr<RequestGroups> groups = work.requests(ring.getStartPos(), ring.getQueryLens(), rows);
    if (failed(groups))
      return failure();
    work.forRequests(*groups);
    int64_t window = ring.getWindow();
    return sumOverRequests(*groups, [&](const RequestGroup &group) { return std::min(group.length, window); });
  }
  if (auto compressor = slots.getDefiningOp<CompressorOp>()) {
    double tokens = rows * static_cast<double>(compressor.getRatio());
    FailureOr<RequestGroups> groups = work.requests(compressor.getStartPos(), compressor.getQueryLens(), tokens);
    if (failed(groups))
      return failure();
    work.forRequests(*groups);
    int64_t ratio = compressor.getRatio();
    return sumOverRequests(*groups, [&](const RequestGroup &group) { return rowsEmitted(group, ratio); });
  }
  work.assumes("no slot is -1");
  return batch * room;
}

// With n slots that are not -1 (from `ring_slots` the sum of min(query_lens, W), from `compressor` the
// rows emitted, else BN, at most BC):
// read     n * de + 4BN                 write  n * de: the cache is updated in place
LogicalResult ScatterNdUpdateMlaOp::describeWork(WorkBuilder &work) {
  double width = work.dim(getRows(), -1);
  work.kernel("scatter_nd_update_mla", 1);
  FailureOr<double> written = slotsWritten(*this, work);
  if (failed(written))
    return failure();
  work.reads(getRows(), kActivations, *written * width)
      .reads(getSlots(), kIndices)
      .writes(getUpdated(), kCache, *written * width)
      .tiles(*written)
      .size("tokens", work.elements(getSlots()))
      .size("rows", *written)
      .size("width", width);
  return success();
}

// vector   BS * 4: position, remainder, two comparisons
// read     8B                           write  4BS
LogicalResult RingSlotsOp::describeWork(WorkBuilder &work) {
  double tokens = work.elements(getSlots());
  work.kernel("ring_slots", elementTiles(tokens))
      .vector(work.elementType(getSlots()), tokens * 4)
      .reads(getStartPos(), kIndices)
      .reads(getQueryLens(), kIndices)
      .writes(getSlots(), kIndices)
      .size("tokens", tokens)
      .size("window", static_cast<double>(getWindow()));
  return success();
}

//===----------------------------------------------------------------------===//
// Compressor
//===----------------------------------------------------------------------===//

// With c = 2 with overlap, else 1; per request t0 = floor(start / r) rows before the call, e emitted by it,
// q0 = start mod r and q1 = end mod r tokens of an unfinished window; E the sum of e;
// L = E * cr - (with overlap) r for each request that emits row 0: slots that hold a token:
// matrix   N * 4cdD: both projections; each in the common type of x and its weight, else in f32
// vector   N * cd                ape
//        + L * d * 5             maximum, subtraction, sum, product, sum per slot and channel
//        + E * (4d + 2 + 3rd)    norm, rotation
//        + E * quant             fp8_nope: 6(d - rd) + 3(d - rd)/64; fp4_rotated: d(log2 d + 1) + 4d + 3d/32
// special  L * d exponentials + E * (d divisions + 1 root + (d - rd)/64 or d/32 with quant)
// read     N * De + weights, norm and the rows of ape for the call's positions (at most all)
//          + E rows of cos and sin
//          + of each state, if e > 0: 4(q0 * cd + (r * d with overlap and t0 > 0))
// write    E * de rows + slots, of each state 4(min(length, q1) * cd + (r * d with overlap and e > 0)):
//          the part of the states that a later call reads
// The sizes m, n, k are those of both projections together.
LogicalResult CompressorOp::describeWork(WorkBuilder &work) {
  FailureOr<RequestGroups> groups = work.requests(getStartPos(), getQueryLens(), work.dim(getX(), 1));
  if (failed(groups))
    return failure();
  Type f32 = work.elementType(getKvState()), x = work.elementType(getX());
  int64_t ratio = getRatio();
  bool overlap = getOverlap();
  double r = static_cast<double>(ratio), parts = overlap ? 2 : 1;
  double hidden = work.dim(getX(), -1), d = work.dim(getNorm(), 0), pairs = work.dim(getCos(), -1);
  double nope = d - 2 * pairs, channels = parts * d, tokens = queriesOf(*groups), longest = 0;
  double emitted = 0, slots = 0, stateRead = 0, stateWritten = 0;
  for (const RequestGroup &group : *groups) {
    double count = static_cast<double>(group.count);
    double rows = static_cast<double>(rowsEmitted(group, ratio));
    double pending = static_cast<double>(group.start % ratio);
    double left = static_cast<double>(std::min(group.length, (group.start + group.length) % ratio));
    bool hasWindowBefore = overlap && group.start >= ratio, makesWindow = overlap && rows > 0;
    longest = std::max(longest, static_cast<double>(group.length));
    emitted += count * rows;
    slots += count * (rows * parts * r - (makesWindow && !hasWindowBefore ? r : 0));
    if (rows > 0)
      stateRead += count * (pending * channels + (hasWindowBefore ? r * d : 0));
    stateWritten += count * (left * channels + (makesWindow ? r * d : 0));
  }

  work.kernel("compressor", outputTiles(tokens, 2 * channels)).forRequests(*groups);
  for (Value weight : {getWkv(), getWgate()})
    work.matrix(productType(x, work.elementType(weight)), tokens * 2 * channels * hidden).reads(weight, kWeights);
  work.vector(f32, tokens * channels + slots * d * 5 + normalisationVector(emitted, d, /*hasWeight=*/true) +
                       rotationVector(emitted * pairs))
      .special(f32, slots * d + emitted * (d + 1));
  switch (getQuant()) {
  case CompressorQuant::None:
    break;
  case CompressorQuant::Fp8Nope:
    work.vector(f32, quantisationVector(Float8E4M3FNType::get(getContext()), emitted * nope, 64, /*dequantised=*/true))
        .special(f32, quantisationSpecial(emitted * nope, 64));
    break;
  case CompressorQuant::Fp4Rotated:
    work.vector(f32, hadamardVector(emitted, d) +
                         quantisationVector(Float4E2M1FNType::get(getContext()), emitted * d, 32, /*dequantised=*/true))
        .special(f32, quantisationSpecial(emitted * d, 32));
    break;
  }
  work.reads(getX(), kActivations, tokens * hidden)
      .reads(getApe(), kWeights, std::min(r, longest) * channels)
      .reads(getNorm(), kWeights)
      .reads(getCos(), kGatheredRows, emitted * pairs)
      .reads(getSin(), kGatheredRows, emitted * pairs)
      .reads(getKvState(), kCache, stateRead)
      .reads(getScoreState(), kCache, stateRead)
      .reads(getStartPos(), kIndices)
      .reads(getQueryLens(), kIndices)
      .writes(getRows(), kActivations, emitted * d)
      .writes(getSlots(), kIndices)
      .writes(getNewKvState(), kCache, stateWritten)
      .writes(getNewScoreState(), kCache, stateWritten)
      .size("tokens", tokens)
      .size("rows", emitted)
      .size("ratio", r)
      .size("width", d)
      .size("m", tokens)
      .size("n", 2 * channels)
      .size("k", hidden);
  return success();
}

//===----------------------------------------------------------------------===//
// Indexer
//===----------------------------------------------------------------------===//

/// Adds the scores of all visible pairs of query and row, without their result.
///
/// matrix   sum(r) * 2 HI d          vector  sum(r) * 3 HI: relu, product and sum per head
/// read     N * HI * (de + weight) + R * de of the keys: each row once
static void addScores(WorkBuilder &work, const RequestGroups &groups, Value q, Value keys, Value weights,
                      int64_t ratio) {
  Type f32 = Float32Type::get(q.getContext());
  double heads = work.dim(q, 2), width = work.dim(q, 3), queries = queriesOf(groups);
  double pairs = sumOverRequests(groups, [&](const RequestGroup &group) { return rowsSeen(group, ratio); });
  double rows = sumOverRequests(
      groups, [&](const RequestGroup &group) { return group.length > 0 ? rowsAfter(group, ratio) : 0; });
  double tiles = sumOverRequests(groups, [&](const RequestGroup &group) {
    return outputTiles(static_cast<double>(group.length), static_cast<double>(rowsAfter(group, ratio)));
  });
  work.tiles(tiles)
      .forRequests(groups)
      .matrix(work.elementType(q), pairs * 2 * heads * width)
      .vector(f32, pairs * 3 * heads)
      .reads(q, kActivations, queries * heads * width)
      .reads(weights, kActivations, queries * heads)
      .reads(keys, kCache, rows * width)
      .size("tokens", queries)
      .size("heads", heads)
      .size("head_dim", width)
      .size("ratio", static_cast<double>(ratio))
      .size("pairs", pairs)
      .size("keys", rows);
}

/// Adds the choice among all visible rows, without their scores.
///
/// vector   sum(r): a comparison per row, the least that a selection takes; sum(r, k): offsets
static void addSelection(WorkBuilder &work, const RequestGroups &groups, int64_t ratio, int64_t limit) {
  MLIRContext *context = work.getContext();
  double pairs = sumOverRequests(groups, [&](const RequestGroup &group) { return rowsSeen(group, ratio); });
  double chosen = sumOverRequests(groups, [&](const RequestGroup &group) { return rowsSeen(group, ratio, limit); });
  work.vector(Float32Type::get(context), pairs)
      .vector(IntegerType::get(context, 32), chosen)
      .size("top_k", static_cast<double>(limit))
      .size("chosen", chosen);
}

int64_t IndexerScoresOp::widthFor(ArrayRef<RequestGroup> requests) { return mostRowsAfter(requests, getRatio()); }

// `addScores`, and write of BSTe: with the zeros of rows that are not visible
LogicalResult IndexerScoresOp::describeWork(WorkBuilder &work) {
  FailureOr<RequestGroups> groups = work.requests(getStartPos(), getQueryLens(), work.dim(getQ(), 1));
  if (failed(groups))
    return failure();
  work.kernel("indexer_scores", 1);
  addScores(work, *groups, getQ(), getKeys(), getWeights(), getRatio());
  work.reads(getStartPos(), kIndices).reads(getQueryLens(), kIndices).writes(getScores());
  return success();
}

// `addSelection`, read of sum(r) * e visible scores, write of the list: 4BS * width
LogicalResult IndexerTopKOp::describeWork(WorkBuilder &work) {
  FailureOr<RequestGroups> groups = work.requests(getStartPos(), getQueryLens(), work.dim(getScores(), 1));
  if (failed(groups))
    return failure();
  int64_t ratio = getRatio();
  double pairs = sumOverRequests(*groups, [&](const RequestGroup &group) { return rowsSeen(group, ratio); });
  double queries = queriesOf(*groups);
  work.kernel("indexer_top_k", queries);
  addSelection(work, *groups, ratio, getTopkLimit());
  work.forRequests(*groups)
      .reads(getScores(), kActivations, pairs)
      .reads(getStartPos(), kIndices)
      .reads(getQueryLens(), kIndices)
      .writes(getIndices(), kIndices)
      .size("tokens", queries)
      .size("ratio", static_cast<double>(ratio))
      .size("pairs", pairs);
  return success();
}

int64_t QuantLightningIndexerOp::widthFor(ArrayRef<RequestGroup> requests) {
  return std::min<int64_t>(getTopkLimit(), mostRowsAfter(requests, getRatio()));
}

// `addScores` and `addSelection` in one kernel: the scores never leave it
LogicalResult QuantLightningIndexerOp::describeWork(WorkBuilder &work) {
  FailureOr<RequestGroups> groups = work.requests(getStartPos(), getQueryLens(), work.dim(getQ(), 1));
  if (failed(groups))
    return failure();
  work.kernel("quant_lightning_indexer", 1);
  addScores(work, *groups, getQ(), getKeys(), getWeights(), getRatio());
  addSelection(work, *groups, getRatio(), getTopkLimit());
  work.reads(getStartPos(), kIndices).reads(getQueryLens(), kIndices).writes(getIndices(), kIndices);
  return success();
}

//===----------------------------------------------------------------------===//
// Sparse attention
//===----------------------------------------------------------------------===//

namespace {

/// What the columns of an index list let the queries see. An index list has no operand that says how many entries
/// are not -1, but the ops that make it know: the list is followed to them, through concatenations and casts.
class VisibleKeys {
public:
  VisibleKeys(SparseAttnSharedkvOp op, WorkBuilder &work) : op(op), work(work) {
    rowsRead.resize(op.getKvList().size());
  }

  /// Follows the index list. Emits an error and fails if it depends on positions that are not known.
  LogicalResult run();

  /// Entries that are not -1, of all queries.
  double keys = 0;
  /// Rows that are read at least once, per tensor of the list.
  SmallVector<double> rowsRead;
  /// The requests, if an op of the list has them.
  std::optional<RequestGroups> requests;

private:
  LogicalResult add(Value columns);
  LogicalResult addWindow(WindowIndicesOp window);
  LogicalResult addCompressed(Value startPos, Value queryLens, int64_t ratio, int64_t limit, int64_t offset);
  void addUnknown(Value columns);
  LogicalResult lookUp(Value startPos, Value queryLens, RequestGroups &groups);
  void read(double row, double count);

  SparseAttnSharedkvOp op;
  WorkBuilder &work;
};

} // namespace

LogicalResult VisibleKeys::run() {
  SmallVector<Value> pending = {op.getIndices()};
  while (!pending.empty()) {
    Value columns = sourceOf(pending.pop_back_val());
    auto concat = columns.getDefiningOp<tensor::ConcatOp>();
    if (concat && concat.getDim() == 2)
      llvm::append_range(pending, llvm::reverse(concat.getInputs()));
    else if (failed(add(columns)))
      return failure();
  }
  for (auto [kv, rows] : llvm::zip_equal(op.getKvList(), rowsRead))
    rows = std::min(rows, work.leading(kv, 1));
  return success();
}

LogicalResult VisibleKeys::add(Value columns) {
  Operation *producer = columns.getDefiningOp();
  if (!producer) {
    addUnknown(columns);
    return success();
  }
  return TypeSwitch<Operation *, LogicalResult>(producer)
      .Case([&](WindowIndicesOp window) { return addWindow(window); })
      .Case([&](CompressIndicesOp rows) {
        return addCompressed(rows.getStartPos(), rows.getQueryLens(), rows.getRatio(), kNoLimit, rows.getOffset());
      })
      .Case<IndexerTopKOp, QuantLightningIndexerOp>([&](auto rows) {
        return addCompressed(rows.getStartPos(), rows.getQueryLens(), rows.getRatio(), rows.getTopkLimit(),
                             rows.getOffset());
      })
      .Default([&](Operation *) {
        addUnknown(columns);
        return success();
      });
}

LogicalResult VisibleKeys::lookUp(Value startPos, Value queryLens, RequestGroups &groups) {
  FailureOr<RequestGroups> found = work.requests(startPos, queryLens, work.dim(op.getQ(), 1));
  if (failed(found))
    return failure();
  groups = std::move(*found);
  if (!requests)
    requests = groups;
  return success();
}

/// Counts rows that lie behind row number `row` of the list.
void VisibleKeys::read(double row, double count) {
  double end = 0;
  for (auto [kv, rows] : llvm::zip_equal(op.getKvList(), rowsRead)) {
    end += work.dim(kv, 1);
    if (row < end) {
      rows += count;
      return;
    }
  }
  // Numbers beyond the list stop the program, so nothing but an empty list has them.
  rowsRead.back() += count;
}

LogicalResult VisibleKeys::addWindow(WindowIndicesOp window) {
  RequestGroups groups;
  if (failed(lookUp(window.getStartPos(), window.getQueryLens(), groups)))
    return failure();
  int64_t size = window.getWindow();
  work.size("window", static_cast<double>(size));
  for (const RequestGroup &group : groups) {
    double count = static_cast<double>(group.count), length = static_cast<double>(group.length);
    double cached = static_cast<double>(group.length > 0 ? std::min(group.start, size - 1) : 0);
    switch (window.getRows()) {
    case WindowRows::Appended:
      keys += count * static_cast<double>(rowsSeen(group, 1, size));
      read(0, count * cached);
      read(static_cast<double>(size), count * length);
      break;
    case WindowRows::Ring:
      keys += count * static_cast<double>(rowsSeen(group, 1, size));
      read(0, count * (cached + length));
      break;
    case WindowRows::Call:
      // What came before the call is -1: the same as a call that begins at 0.
      keys += count * static_cast<double>(rowsSeen({0, group.length, 1}, 1, size));
      read(0, count * length);
      break;
    }
  }
  return success();
}

LogicalResult VisibleKeys::addCompressed(Value startPos, Value queryLens, int64_t ratio, int64_t limit,
                                         int64_t offset) {
  RequestGroups groups;
  if (failed(lookUp(startPos, queryLens, groups)))
    return failure();
  work.size("ratio", static_cast<double>(ratio));
  if (limit != kNoLimit)
    work.size("top_k", static_cast<double>(limit));
  for (const RequestGroup &group : groups) {
    double count = static_cast<double>(group.count);
    double visible = static_cast<double>(rowsSeen(group, ratio, limit));
    keys += count * visible;
    // Queries that choose differ in what they choose, until they have chosen every row.
    read(static_cast<double>(offset), count * std::min(visible, static_cast<double>(rowsAfter(group, ratio))));
  }
  return success();
}

/// Columns of unknown origin: every entry is a row, spread over the whole list.
void VisibleKeys::addUnknown(Value columns) {
  work.assumes("no index is -1");
  double entries = work.elements(columns), rows = 0;
  keys += entries;
  for (Value kv : op.getKvList())
    rows += work.leading(kv, 1);
  if (rows == 0)
    return;
  for (auto [kv, read] : llvm::zip_equal(op.getKvList(), rowsRead))
    read += work.leading(kv, 1) * std::min(entries / rows, 1.0);
}

// With n the entries that are not -1, summed over the queries: from `window_indices` sum(1, W) (rows = call: of
// requests that begin at 0), from `compress_indices` sum(r), from `indexer_top_k` and `quant_lightning_indexer`
// sum(r, k), of lists from elsewhere all BSM; N is BS then:
// matrix   n * 2Hd for q . kv + n * 2Hd for weights . kv; the latter in f32 if q is f16
// vector   n * 4H: scale, maximum, subtraction, sum; N * H * (2 + d): sink - m, its sum, the products with 1 / sum
// special  n * H + N * 2H: exponentials, reciprocals
// read     N * Hde + 4H + 4BSM + every row that is needed once: of the ring min(start, W - 1), of the call
//          query_lens, of compressed rows R, with a limit at most sum(r, k) of a request
// write    BSHde
LogicalResult SparseAttnSharedkvOp::describeWork(WorkBuilder &work) {
  Type f32 = work.elementType(getAttnSink()), element = work.elementType(getQ());
  double heads = work.dim(getQ(), 2), width = work.dim(getQ(), 3);
  work.kernel("sparse_attn_sharedkv", 1);
  VisibleKeys visible(*this, work);
  if (failed(visible.run()))
    return failure();
  double queries = visible.requests ? queriesOf(*visible.requests) : work.leading(getQ(), 2);
  if (visible.requests)
    work.forRequests(*visible.requests);
  double product = visible.keys * 2 * heads * width;
  work.tiles(queries * std::ceil(heads / 64))
      .matrix(element, product)
      .matrix(element.isF16() ? f32 : element, product)
      .vector(f32, heads * (visible.keys * 4 + queries * (2 + width)))
      .special(f32, heads * (visible.keys + queries * 2))
      .reads(getQ(), kActivations, queries * heads * width)
      .reads(getAttnSink(), kWeights)
      .reads(getIndices(), kIndices);
  for (auto [kv, rows] : llvm::zip_equal(getKvList(), visible.rowsRead))
    work.reads(kv, kGatheredRows, rows * width);
  work.writes(getO()).size("tokens", queries).size("heads", heads).size("head_dim", width).size("keys", visible.keys);
  return success();
}

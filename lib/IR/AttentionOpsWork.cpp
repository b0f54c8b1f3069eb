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
// Ops that make an index list or slots say beside it what its entries are
// (`describeEntries`); ops that read one ask for that (IndexFacts.h).
//
//===----------------------------------------------------------------------===//

#include "WorkTerms.h"
#include "dsv4/IR/DSV4Ops.h"
#include "dsv4/IR/Work.h"

using namespace mlir;
using namespace mlir::dsv4;

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

Value WindowIndicesOp::getIndexList() { return getIndices(); }

void WindowIndicesOp::describeEntries(ArrayRef<RequestGroup> requests, IndexFacts &facts) {
  int64_t window = getWindow();
  facts.sizes.push_back({"window", static_cast<double>(window)});
  double cached = sumOverRequests(
      requests, [&](const RequestGroup &group) { return group.length > 0 ? std::min(group.start, window - 1) : 0; });
  auto visible = [&](const RequestGroup &group) { return rowsSeen(group, 1, window); };
  double queries = queriesOf(requests);
  switch (getRows()) {
  case WindowRows::Appended:
    facts.entries = sumOverRequests(requests, visible);
    facts.rows = {{0, cached}, {static_cast<int64_t>(getCallOffset().value_or(window)), queries}};
    break;
  case WindowRows::Ring:
    facts.entries = sumOverRequests(requests, visible);
    facts.rows = {{0, cached + queries}};
    break;
  case WindowRows::Call:
    // What came before the call is -1: the same as a call that begins at 0.
    facts.entries = sumOverRequests(requests, [&](const RequestGroup &group) { return visible({0, group.length, 1}); });
    facts.rows = {{0, queries}};
    break;
  }
}

// vector   BS * 4W: per entry position, visibility, whether the ring has it, and its row; 3W with rows = ring or
//            call, which have one kind of row
// read     8B                           write  4BSW
LogicalResult WindowIndicesOp::describeWork(WorkBuilder &work) {
  double queries = work.leading(getIndices(), 1), window = work.dim(getIndices(), -1);
  work.kernel("window_indices", elementTiles(queries * window))
      .vector(work.elementType(getIndices()), queries * (getRows() == WindowRows::Appended ? 4 : 3) * window)
      .reads(getStartPos(), kIndices)
      .reads(getQueryLens(), kIndices)
      .writes(getIndices(), kIndices)
      .size("tokens", queries)
      .size("window", window);
  return success();
}

/// Entries of a list of compressed rows that begin at number `offset`: at most `limit` of those that a query sees.
static void describeCompressedRows(ArrayRef<RequestGroup> requests, int64_t ratio, int64_t limit, int64_t offset,
                                   IndexFacts &facts) {
  facts.sizes.push_back({"ratio", static_cast<double>(ratio)});
  if (limit != kNoLimit)
    facts.sizes.push_back({"top_k", static_cast<double>(limit)});
  auto entries = [&](const RequestGroup &group) { return rowsSeen(group, ratio, limit); };
  facts.entries = sumOverRequests(requests, entries);
  // Queries that choose may differ in what they choose, until they have chosen every row.
  double rows = sumOverRequests(
      requests, [&](const RequestGroup &group) { return std::min(entries(group), rowsAfter(group, ratio)); });
  facts.rows = {{offset, rows}};
}

Value CompressIndicesOp::getIndexList() { return getIndices(); }

void CompressIndicesOp::describeEntries(ArrayRef<RequestGroup> requests, IndexFacts &facts) {
  describeCompressedRows(requests, getRatio(), kNoLimit, getOffset(), facts);
}

int64_t CompressIndicesOp::widthFor(ArrayRef<RequestGroup> requests) { return mostRowsAfter(requests, getRatio()); }

// vector   BS * 2T: per entry comparison and offset
// read     8B                           write  4BST
LogicalResult CompressIndicesOp::describeWork(WorkBuilder &work) {
  double queries = work.leading(getIndices(), 1), width = work.dim(getIndices(), -1);
  work.kernel("compress_indices", elementTiles(queries * width))
      .vector(work.elementType(getIndices()), queries * 2 * width)
      .reads(getStartPos(), kIndices)
      .reads(getQueryLens(), kIndices)
      .writes(getIndices(), kIndices)
      .size("tokens", queries)
      .size("width", width)
      .size("ratio", static_cast<double>(getRatio()));
  return success();
}

// With n slots that are not -1 (from `ring_slots` the sum of min(query_lens, W), from `compressor` the
// rows emitted, else BN, at most BC):
// read     n * de + 4BN                 write  n * de: the cache is updated in place
LogicalResult ScatterNdUpdateMlaOp::describeWork(WorkBuilder &work) {
  FailureOr<IndexFacts> slots = work.indexFacts(getSlots(), /*tokens=*/std::nullopt);
  if (failed(slots))
    return failure();
  double batch = work.dim(getRows(), 0), width = work.dim(getRows(), -1), room = batch * work.dim(getCache(), 1);
  double written = slots->entries + std::min(slots->unknownEntries, room);
  work.kernel("scatter_nd_update_mla", written)
      .forRequests(slots->requests)
      .reads(getRows(), kActivations, written * width)
      .reads(getSlots(), kIndices)
      .writes(getUpdated(), kCache, written * width)
      .size("tokens", work.elements(getSlots()))
      .size("rows", written)
      .size("width", width);
  if (slots->unknownEntries)
    work.assumes("no slot is -1");
  return success();
}

Value RingSlotsOp::getIndexList() { return getSlots(); }

void RingSlotsOp::describeEntries(ArrayRef<RequestGroup> requests, IndexFacts &facts) {
  int64_t window = getWindow();
  facts.entries = sumOverRequests(requests, [&](const RequestGroup &group) { return std::min(group.length, window); });
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

Value CompressorOp::getIndexList() { return getSlots(); }

void CompressorOp::describeEntries(ArrayRef<RequestGroup> requests, IndexFacts &facts) {
  int64_t ratio = getRatio();
  facts.entries = sumOverRequests(requests, [&](const RequestGroup &group) { return rowsEmitted(group, ratio); });
}

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

/// Adds the scores of `pairs` pairs of query and row, without their result.
///
/// matrix   pairs * 2 HI d           vector  pairs * 3 HI: relu, product and sum per head
/// read     N * HI * (de + weight) + R * de of the keys: each row once
static void addScores(WorkBuilder &work, const RequestGroups &groups, double pairs, Value q, Value keys, Value weights,
                      int64_t ratio) {
  Type f32 = Float32Type::get(q.getContext());
  double heads = work.dim(q, 2), width = work.dim(q, 3), queries = queriesOf(groups);
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

/// Adds the choice among `pairs` scores, all that are visible, without reading them.
///
/// vector   sum(r): a comparison per row, the least that a selection takes; sum(r, k): offsets
static void addSelection(WorkBuilder &work, const RequestGroups &groups, double pairs, int64_t ratio, int64_t limit) {
  MLIRContext *context = work.getContext();
  double chosen = sumOverRequests(groups, [&](const RequestGroup &group) { return rowsSeen(group, ratio, limit); });
  work.vector(Float32Type::get(context), pairs)
      .vector(IntegerType::get(context, 32), chosen)
      .size("top_k", static_cast<double>(limit))
      .size("chosen", chosen);
}

int64_t IndexerScoresOp::widthFor(ArrayRef<RequestGroup> requests) { return mostRowsAfter(requests, getRatio()); }

// `addScores` of the sum of query_lens * rows of the request: every query with every row, since causality is left to
// the choice; and write of BSTe, with the zeros of shorter requests
LogicalResult IndexerScoresOp::describeWork(WorkBuilder &work) {
  FailureOr<RequestGroups> groups = work.requests(getStartPos(), getQueryLens(), work.dim(getQ(), 1));
  if (failed(groups))
    return failure();
  int64_t ratio = getRatio();
  double pairs =
      sumOverRequests(*groups, [&](const RequestGroup &group) { return group.length * rowsAfter(group, ratio); });
  work.kernel("indexer_scores", 1);
  addScores(work, *groups, pairs, getQ(), getKeys(), getWeights(), ratio);
  work.reads(getStartPos(), kIndices).reads(getQueryLens(), kIndices).writes(getScores());
  return success();
}

Value IndexerTopKOp::getIndexList() { return getIndices(); }

void IndexerTopKOp::describeEntries(ArrayRef<RequestGroup> requests, IndexFacts &facts) {
  describeCompressedRows(requests, getRatio(), getTopkLimit(), getOffset(), facts);
}

// `addSelection`, read of sum(r) * e scores: those that are visible; write of the list: 4BS * width
LogicalResult IndexerTopKOp::describeWork(WorkBuilder &work) {
  FailureOr<RequestGroups> groups = work.requests(getStartPos(), getQueryLens(), work.dim(getScores(), 1));
  if (failed(groups))
    return failure();
  int64_t ratio = getRatio();
  double pairs = sumOverRequests(*groups, [&](const RequestGroup &group) { return rowsSeen(group, ratio); });
  double queries = queriesOf(*groups);
  work.kernel("indexer_top_k", queries);
  addSelection(work, *groups, pairs, ratio, getTopkLimit());
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

Value QuantLightningIndexerOp::getIndexList() { return getIndices(); }

void QuantLightningIndexerOp::describeEntries(ArrayRef<RequestGroup> requests, IndexFacts &facts) {
  describeCompressedRows(requests, getRatio(), getTopkLimit(), getOffset(), facts);
}

// `addScores` of the sum(r) visible pairs and `addSelection` in one kernel, which no score leaves
LogicalResult QuantLightningIndexerOp::describeWork(WorkBuilder &work) {
  FailureOr<RequestGroups> groups = work.requests(getStartPos(), getQueryLens(), work.dim(getQ(), 1));
  if (failed(groups))
    return failure();
  int64_t ratio = getRatio();
  double pairs = sumOverRequests(*groups, [&](const RequestGroup &group) { return rowsSeen(group, ratio); });
  work.kernel("quant_lightning_indexer", 1);
  addScores(work, *groups, pairs, getQ(), getKeys(), getWeights(), ratio);
  addSelection(work, *groups, pairs, ratio, getTopkLimit());
  work.reads(getStartPos(), kIndices).reads(getQueryLens(), kIndices).writes(getIndices(), kIndices);
  return success();
}

//===----------------------------------------------------------------------===//
// Sparse attention
//===----------------------------------------------------------------------===//

/// Rows that are read at least once, per tensor of a KV list. Columns of unknown origin may name any row.
static SmallVector<double> rowsRead(ValueRange kvList, const IndexFacts &facts, WorkBuilder &work) {
  SmallVector<double> rows(kvList.size(), 0), ends;
  double perRequest = 0, all = 0;
  for (Value kv : kvList) {
    ends.push_back(perRequest += work.dim(kv, 1));
    all += work.leading(kv, 1);
  }
  for (const IndexFacts::Rows &stretch : facts.rows) {
    size_t index =
        llvm::find_if(ends, [&](double end) { return static_cast<double>(stretch.first) < end; }) - ends.begin();
    // Numbers beyond the list stop the program, so nobody reads them.
    if (index < rows.size())
      rows[index] += stretch.count;
  }
  for (auto [kv, read] : llvm::zip_equal(kvList, rows)) {
    double has = work.leading(kv, 1);
    if (all > 0)
      read += has * std::min(facts.unknownEntries / all, 1.0);
    read = std::min(read, has);
  }
  return rows;
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
  FailureOr<IndexFacts> facts = work.indexFacts(getIndices(), work.dim(getQ(), 1));
  if (failed(facts))
    return failure();
  Type f32 = work.elementType(getAttnSink()), element = work.elementType(getQ());
  double heads = work.dim(getQ(), 2), width = work.dim(getQ(), 3), keys = facts->entries + facts->unknownEntries;
  double queries = facts->requests.empty() ? work.leading(getQ(), 2) : queriesOf(facts->requests);
  double product = keys * 2 * heads * width;
  work.kernel("sparse_attn_sharedkv", queries * std::ceil(heads / 64))
      .forRequests(facts->requests)
      .matrix(element, product)
      .matrix(element.isF16() ? f32 : element, product)
      .vector(f32, heads * (keys * 4 + queries * (2 + width)))
      .special(f32, heads * (keys + queries * 2))
      .reads(getQ(), kActivations, queries * heads * width)
      .reads(getAttnSink(), kWeights)
      .reads(getIndices(), kIndices);
  for (auto [kv, rows] : llvm::zip_equal(getKvList(), rowsRead(getKvList(), *facts, work)))
    work.reads(kv, kGatheredRows, rows * width);
  work.writes(getO()).size("tokens", queries).size("heads", heads).size("head_dim", width).size("keys", keys);
  for (const NamedSize &size : facts->sizes)
    work.size(size.name, size.value);
  if (facts->unknownEntries)
    work.assumes("no index is -1");
  return success();
}

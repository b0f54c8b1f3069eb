# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The lowering pitfalls of the model's specification, by their numbers: compiled programs against float64 formulas.

Pitfalls 10 to 30 are listed in the specification; each has a test here that names it, or `ELSEWHERE` says what covers
it. `test_every_pitfall_is_named` fails when one is forgotten.
"""

import re
from pathlib import Path

import ml_dtypes
import numpy as np
import pytest
import spec_reference as reference
from compiled_ops import (
    CLOSE,
    CompressorOp,
    assert_close,
    attention,
    chosen,
    compress_indices,
    i32,
    indexer,
    normal,
    op,
    ring_slots,
    scatter,
    top_k,
    window_indices,
)

import dsv4

ROOT = Path(__file__).parents[2]
INPUTS = Path(__file__).parent / "Inputs"

#: Pitfalls that are no fact of one op -> the test that covers them, as file and text in it.
ELSEWHERE = {
    # The other half of pitfall 30: a pass that quantises `wo_a` would make IR that does not verify.
    30: ("test/IR/grouped_linear_invalid.mlir", "the model dequantises `wo_a` when it loads it"),
}


def test_every_pitfall_is_named():
    named = {
        int(number) for number in re.findall(r"^def test_pitfall_(\d+)_", Path(__file__).read_text(), re.MULTILINE)
    }
    assert named | ELSEWHERE.keys() == set(range(10, 31))
    for file, text in ELSEWHERE.values():
        assert text in (ROOT / file).read_text()


# ----------------------------------------------------------------------------------------------------------------------
# Compressed rows: 10 to 14
# ----------------------------------------------------------------------------------------------------------------------


def test_pitfall_10_prompt_shorter_than_a_window():
    """No row yet: the state is written all the same, and lists of width 0 go through choice, joining and attention."""
    random = np.random.default_rng(10)
    compressor = CompressorOp(reference.Compressor(random, ratio=4, overlap=True))
    x = normal(random, 1, 3, 24)
    rows, slots, state = compressor(x, compressor.fresh_state(), i32(0))
    assert slots.tolist() == [[-1]]
    assert np.all(rows == 0)
    compressor.assert_live([part[0] for part in state], x[0])

    layer = dsv4.compile((INPUTS / "short_prompt.mlir").read_text())
    q, kv, sink = normal(random, 1, 3, 4, 16), normal(random, 1, 3, 16), normal(random, 4)
    keys, weights = normal(random, 1, 7, 16), normal(random, 1, 3, 4)
    o, far, entries = layer(q, keys, weights, kv, np.zeros((1, 0, 16), np.float32), sink, i32(0), i32(3))
    assert far.shape == (1, 3, 0)
    assert entries.shape == (1, 3, 8)
    for s in range(3):
        assert_close(o[0, s], reference.attention(q[0, s], sink, kv[0, : s + 1], 0.25))
    # Not even one compressed row: the list is as wide as its widest request, 0.
    assert compress_indices(i32(0, 0), i32(3, 2), 3, ratio=4).shape == (2, 3, 0)


@pytest.mark.parametrize("tokens", [4, 5, 6, 7, 8, 21])
@pytest.mark.parametrize(("ratio", "overlap"), [(4, True), (8, False)], ids=["overlap", "no_overlap"])
def test_pitfall_11_incomplete_window_goes_to_the_state(ratio, overlap, tokens):
    """Rows of complete windows only; what is left goes to the state, with the bias of its place in the window."""
    random = np.random.default_rng(11)
    compressor = CompressorOp(reference.Compressor(random, ratio, overlap))
    x = normal(random, 1, tokens, 24)
    rows, slots, state = compressor(x, compressor.fresh_state(), i32(0))
    complete = tokens // ratio
    assert rows.shape[1] == -(-tokens // ratio)
    assert slots[0].tolist() == [*range(complete), *[-1] * (rows.shape[1] - complete)]
    assert_close(rows[0, :complete], compressor.of.rows(x[0]))
    compressor.assert_live([part[0] for part in state], x[0])


def test_pitfall_12_first_overlap_row():
    """Row 0 pools 4 slots, not 8: no NaN, no weight for what is not there, and nothing from an old state."""
    random = np.random.default_rng(12)
    compressor = CompressorOp(reference.Compressor(random, ratio=4, overlap=True))
    x = normal(random, 1, 4, 24)
    rows, slots, state = compressor(x, compressor.fresh_state(), i32(0))
    assert slots.tolist() == [[0]]
    assert_close(rows[0], compressor.of.rows(x[0]))
    # A state that another prompt left: position 0 has nothing before it whatever stands there.
    stale = tuple(np.full_like(part, 77.0) for part in state)
    after_stale, _, new = compressor(x, stale, i32(0))
    np.testing.assert_array_equal(after_stale, rows)
    # Token by token the row is the same, with a stale state and with NaN in it.
    for value in (77.0, np.nan):
        token_state = tuple(np.full_like(part, value) for part in state)
        for p in range(4):
            row, slot, token_state = compressor(x[:, p : p + 1], token_state, i32(p))
        assert slot.tolist() == [[0]]
        assert_close(row[0], compressor.of.rows(x[0]))
        compressor.assert_live([part[0] for part in token_state], x[0])
    compressor.assert_live([part[0] for part in new], x[0])


@pytest.mark.parametrize(("ratio", "overlap"), [(4, True), (128, False)], ids=["r4", "r128"])
def test_pitfall_13_decode_steps_without_a_row(ratio, overlap):
    """3 of 4 and 127 of 128 steps only change the state: slot -1 and zeros, so that nothing stale is written."""
    random = np.random.default_rng(13)
    compressor = CompressorOp(reference.Compressor(random, ratio, overlap))
    tokens = 2 * ratio + 1
    x = normal(random, tokens, 24)
    want = compressor.of.rows(x)
    state = compressor.fresh_state()
    cache = np.full((1, 4, 32), 5.0, np.float32)
    for p in range(tokens):
        rows, slots, state = compressor(x[None, p : p + 1], state, i32(p))
        updated = scatter(rows, cache, slots)
        if (p + 1) % ratio:
            assert slots.tolist() == [[-1]]
            assert np.all(rows == 0)
            np.testing.assert_array_equal(updated, cache)
        else:
            assert slots.tolist() == [[p // ratio]]
            assert_close(rows[0, 0], want[p // ratio])
        cache = updated
    assert_close(cache[0, :2], want)
    assert np.all(cache[0, 2:] == 5.0)
    compressor.assert_live([part[0] for part in state], x)


@pytest.mark.parametrize(("ratio", "first"), [(4, 3), (128, 127)], ids=["r4", "r128"])
def test_pitfall_14_first_position_that_sees_a_row(ratio, first):
    """A layer of ratio 128 has no compressed row to see until position 127, one of ratio 4 until 3."""
    for p in (0, first - 1):
        assert compress_indices(i32(p), i32(1), 1, ratio).shape == (1, 1, 0)
    assert compress_indices(i32(first), i32(1), 1, ratio, offset=8).tolist() == [[[8]]]
    prefill = compress_indices(i32(0), i32(2 * ratio + 3), 2 * ratio + 3, ratio)[0]
    for p, entries in enumerate(prefill):
        assert chosen(entries) == reference.visible_rows(p, ratio)


# ----------------------------------------------------------------------------------------------------------------------
# Choice and attention: 15 to 20
# ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [1, 3, 512])
def test_pitfall_15_more_wanted_than_there_is(limit):
    """min(k, rows) are chosen, 0 too; -1 fills up, is not shifted by the offset, and nothing is read for it."""
    random = np.random.default_rng(15)
    tokens = 13
    q, weights = normal(random, 1, tokens, 16, 32), normal(random, 1, tokens, 16)
    # The cache is larger than what it holds; what it does not hold must not be looked at.
    keys = np.full((1, 9, 32), np.nan, np.float32)
    keys[0, :3] = normal(random, 3, 32)
    indices = indexer(q, keys, weights, i32(0), i32(tokens), limit, offset=100)
    assert indices.shape == (1, tokens, min(limit, 3))
    for p in range(tokens):
        visible = reference.visible_rows(p, 4)
        scores = reference.indexer_scores(q[0, p], keys[0, : len(visible)], weights[0, p])
        best = sorted(visible, key=lambda t: -scores[t])[:limit]
        assert chosen(indices[0, p]) == [100 + t for t in sorted(best)]
    # A static width pads.
    padded = indexer(q, keys, weights, i32(0), i32(tokens), limit, offset=100, width="7")
    assert padded.shape == (1, tokens, 7)
    np.testing.assert_array_equal(padded[..., : indices.shape[2]], indices)
    assert np.all(padded[..., indices.shape[2] :] == -1)
    # No scores, no entries.
    assert top_k(np.zeros((1, 2, 0), np.float32), i32(0), i32(2), limit).shape == (1, 2, 0)

    # -1 must not read a row. If it read one, these would make NaN of it.
    kv = np.full((1, 4, 16), np.nan, np.float32)
    kv[0, 2] = normal(random, 16)
    query, sink = normal(random, 1, 1, 4, 16), normal(random, 4)
    o = attention(query, sink, i32([[2, -1, -1]]).reshape(1, 1, 3), kv)
    assert_close(o[0, 0], reference.attention(query[0, 0], sink, kv[0, 2:3], 0.25))


def test_pitfall_16_nothing_to_attend_to():
    """No entry at all gives 0 and not NaN, whatever the sink; 64 entries of -1 in front do not matter."""
    random = np.random.default_rng(16)
    kv = normal(random, 1, 9, 16)
    sink = np.float32([0.5, -np.inf, 1e30, -1e30])
    q = normal(random, 1, 3, 4, 16)
    indices = np.full((1, 3, 130), -1, np.int32)
    indices[0, 1, 64:] = np.arange(66) % 9
    indices[0, 2, 129] = 4
    o = attention(q, sink, indices, kv)
    assert np.all(o[0, 0] == 0)
    assert not np.isnan(o).any()
    assert_close(o[0, 1], reference.attention(q[0, 1], sink, kv[0, np.arange(66) % 9], 0.25))
    assert_close(o[0, 2], reference.attention(q[0, 2], sink, kv[0, 4:5], 0.25))
    # A list without rows, and one without entries.
    empty = np.zeros((1, 0, 16), np.float32)
    assert np.all(attention(q, sink, np.full((1, 3, 2), -1, np.int32), empty) == 0)
    assert np.all(attention(q, sink, np.zeros((1, 3, 0), np.int32), kv) == 0)


def test_pitfall_17_sink_that_overflows():
    """exp(sink - max) may be infinite: the output is then 0. A sink of -infinity is none."""
    q, kv = np.full((1, 1, 4, 16), -1.0, np.float32), np.full((1, 2, 16), 30.0, np.float32)
    kv[0, 1] = 31.0
    sink = np.float32([0.0, 3e38, -np.inf, -119.5])
    o = attention(q, sink, i32([[0, 1]]).reshape(1, 1, 2), kv)
    # The scores are -120 and -124: exp(0 + 120) does not fit into an f32.
    assert np.all(o[0, 0, :2] == 0)
    assert_close(o[0, 0, 2:], reference.attention(q[0, 0], sink, kv[0], 0.25)[2:])
    # Without entries and with a sink of -infinity: 0 / 0 is defined as 0.
    assert np.all(attention(q, sink, np.full((1, 1, 2), -1, np.int32), kv) == 0)


def test_pitfall_18_ring_in_rotated_order():
    """The ring holds position p in slot p mod W; a decode step finds each where it is, and order is no matter."""
    random = np.random.default_rng(18)
    window, tokens = 8, 29
    rows = normal(random, tokens, 16)
    ring = np.full((1, window, 16), np.nan, np.float32)
    sink = normal(random, 4)
    for p in range(tokens):
        slots = ring_slots(i32(p), i32(1), 1, window)
        assert slots.tolist() == [[p % window]]
        ring = scatter(rows[None, p : p + 1], ring, slots)
        indices = window_indices(i32(p), i32(1), 1, window, "ring")
        positions = reference.window_positions(p, window)
        assert chosen(indices[0, 0]) == [position % window for position in positions]
        q = normal(random, 1, 1, 4, 16)
        o = attention(q, sink, indices, ring)
        assert_close(o[0, 0], reference.attention(q[0, 0], sink, rows[positions], 0.25))
        rotated = attention(q, sink, np.sort(indices), ring)
        assert_close(rotated, o)


@pytest.mark.parametrize("tokens", [1, 5, 8, 21])
def test_pitfall_18_prefill_leaves_the_ring_of_decode(tokens):
    """A prefill of any length writes what token by token would be left; of two tokens in one slot the later stays."""
    random = np.random.default_rng(18)
    window = 8
    rows = normal(random, 1, tokens, 16)
    empty = np.full((1, window, 16), 3.0, np.float32)
    slots = ring_slots(i32(0), i32(tokens), tokens, window)
    expected = empty.copy()
    for p in range(tokens):
        expected[0, p % window] = rows[0, p]
    np.testing.assert_array_equal(scatter(rows, empty, slots), expected)
    # Only rows that stay are written.
    assert [slot for slot in slots[0] if slot >= 0] == [p % window for p in range(max(tokens - window, 0), tokens)]
    # With slots that repeat, rows are written in their order.
    np.testing.assert_array_equal(scatter(rows, empty, np.arange(tokens, dtype=np.int32)[None] % window), expected)


class Layer:
    """A layer of window and compressed rows, with its caches as values: (ring, compressed rows, rows of the call)."""

    WINDOW, CAPACITY, RATIO = 8, 9, 4

    def __init__(self, random: np.random.Generator):
        self.compressor = reference.Compressor(random, self.RATIO, overlap=True, d=16)
        self.sink = normal(random, 4)
        self.program = dsv4.compile((INPUTS / "layer.mlir").read_text())

    def fresh(self, requests: int = 1, garbage: float = np.nan) -> list[np.ndarray]:
        """Caches of requests that have no tokens: nothing in them may ever be read."""
        shapes = [(self.WINDOW, 16), (self.CAPACITY, 16), (8, 32), (8, 32)]
        return [np.full((requests, *shape), garbage, np.float32) for shape in shapes]

    def __call__(self, x, q, kv, caches, start, lengths=None):
        """Tokens [B, S] after `start` [B] cached ones: output and new caches."""
        lengths = i32(*[x.shape[1]] * len(x)) if lengths is None else lengths
        c = self.compressor
        weights = (c.wkv, c.wgate, c.ape, c.norm, c.cos, c.sin, self.sink)
        o, *new = self.program(x, q, kv, *weights, *caches, start, lengths)
        return o, new

    def expected(self, x, q, kv) -> np.ndarray:
        """The output [L, H, d] of all tokens of one sequence: no caches, no lists."""
        rows = self.compressor.rows(x)
        return np.stack(
            [
                reference.attention(
                    q[p],
                    self.sink,
                    np.concatenate(
                        [kv[reference.window_positions(p, self.WINDOW)], rows[reference.visible_rows(p, self.RATIO)]]
                    ),
                    0.25,
                )
                for p in range(len(x))
            ]
        )

    def sequence(self, random: np.random.Generator, tokens: int):
        return normal(random, tokens, 24), normal(random, tokens, 4, 16), normal(random, tokens, 16)


@pytest.fixture(scope="module")
def layer():
    return Layer(np.random.default_rng(19))


def test_pitfall_19_offsets_of_prefill_and_decode(layer):
    """Row numbers mean the same rows in a prefill over its own tokens and in decode over the caches."""
    random = np.random.default_rng(19)
    tokens = 21
    x, q, kv = layer.sequence(random, tokens)
    want = layer.expected(x, q, kv)
    rows = np.float32(layer.compressor.rows(x))
    # The form of a first prefill: KV = (tokens, compressed rows), offset S.
    near = window_indices(i32(0), i32(tokens), tokens, layer.WINDOW, "call")
    far = compress_indices(i32(0), i32(tokens), tokens, layer.RATIO, offset=tokens)
    for p in range(tokens):
        assert chosen(near[0, p]) == reference.window_positions(p, layer.WINDOW)
        assert chosen(far[0, p]) == [tokens + t for t in reference.visible_rows(p, layer.RATIO)]
    assert_close(attention(q[None], layer.sink, np.concatenate([near, far], 2), kv[None], rows[None])[0], want)
    # The form of decode: KV = (ring after the update, compressed rows), offset W.
    for p in (0, 6, 7, 8, 20):
        ring = np.full((1, layer.WINDOW, 16), np.nan, np.float32)
        for position in reference.window_positions(p, layer.WINDOW):
            ring[0, position % layer.WINDOW] = kv[position]
        near = window_indices(i32(p), i32(1), 1, layer.WINDOW, "ring")
        far = compress_indices(i32(p), i32(1), 1, layer.RATIO, offset=layer.WINDOW)
        o = attention(q[None, p : p + 1], layer.sink, np.concatenate([near, far], 2), ring, rows[None])
        assert_close(o[0, 0], want[p])
    # One list for both: (ring before the call, compressed rows, tokens of the call).
    o, caches = layer(x[None, :15], q[None, :15], kv[None, :15], layer.fresh(), i32(0))
    assert_close(o[0], want[:15])
    for p in range(15, tokens):
        o, caches = layer(x[None, p : p + 1], q[None, p : p + 1], kv[None, p : p + 1], caches, i32(p))
        assert_close(o[0, 0], want[p])


@pytest.mark.parametrize("ratio", [1, 4, 128])
def test_pitfall_20_a_row_is_seen_by_the_token_that_completes_it(ratio):
    """t < floor((p + 1) / r), in the list of all rows and in the choice of the indexer."""
    random = np.random.default_rng(20)
    for p in (ratio - 2, ratio - 1, ratio, 3 * ratio - 1, 3 * ratio):
        if p < 0:
            continue
        visible = reference.visible_rows(p, ratio)
        assert compress_indices(i32(p), i32(1), 1, ratio).tolist() == [[visible]]
        scores = normal(random, 1, 1, 5)
        assert chosen(top_k(scores, i32(p), i32(1), limit=5, ratio=ratio)[0, 0]) == visible


def test_pitfall_20_within_one_layer(layer):
    """The token that completes a row attends to it in the same step."""
    random = np.random.default_rng(20)
    x, q, kv = layer.sequence(random, 4)
    caches = layer.fresh()
    want = layer.expected(x, q, kv)
    for p in range(4):
        o, caches = layer(x[None, p : p + 1], q[None, p : p + 1], kv[None, p : p + 1], caches, i32(p))
        assert_close(o[0, 0], want[p])
    # It matters: without the row the output is another one.
    without = reference.attention(q[3], layer.sink, kv, 0.25)
    assert np.abs(want[3] - without).max() > 0.01


# ----------------------------------------------------------------------------------------------------------------------
# Routing: 21 to 23
# ----------------------------------------------------------------------------------------------------------------------


def hash_gate(scores, ids, table, id_type: str = "i32", table_type: str = "i32"):
    """Weights and experts for scores [N, 5], ids [N] and a table [7, 2]."""
    program = op(
        "moe_gating_hash",
        f"tensor<?x5xf32>; tensor<?x{id_type}>; tensor<7x2x{table_type}>",
        "tensor<?x2xf32>; tensor<?x2xi32>",
        "route_scale = 1.5",
    )
    return program(scores, ids, table)


@pytest.mark.parametrize("id_type", ["i32", "i64"])
@pytest.mark.parametrize("table_type", ["i32", "i64"])
def test_pitfall_21_token_ids(id_type, table_type):
    """Ids and table entries out of range are an error, at the first and at the last token; -1 pads prompts."""
    random = np.random.default_rng(21)
    scores = random.uniform(0.1, 1, (3, 5)).astype(np.float32)
    id_dtype, table_dtype = np.dtype(f"int{id_type[1:]}"), np.dtype(f"int{table_type[1:]}")
    table = random.integers(0, 5, (7, 2)).astype(table_dtype)
    table[6] = [4, 4]
    ids = np.array([0, 6, 3], id_dtype)
    weights, experts = hash_gate(scores, ids, table, id_type, table_type)
    np.testing.assert_array_equal(experts, table[ids])
    picked = np.take_along_axis(np.float64(scores), np.int64(table[ids]), 1)
    assert_close(weights, 1.5 * picked / picked.sum(1, keepdims=True))
    # An expert that stands twice in a row counts twice.
    assert_close(weights[1], np.full(2, 0.75))

    beyond = [-1, 7, np.iinfo(id_dtype).max, np.iinfo(id_dtype).min]
    # As an i32 this would be id 1.
    beyond += [2**32 + 1] if id_type == "i64" else []
    for token in (0, 2):
        for wrong in beyond:
            with pytest.raises(dsv4.Error, match=r"moe_gating_hash: an input id is outside \[0, 7\)"):
                hash_gate(
                    scores, np.where(np.arange(3) == token, wrong, ids).astype(id_dtype), table, id_type, table_type
                )
    for wrong in [-1, 5, np.iinfo(table_dtype).max, *([2**32 + 1] if table_type == "i64" else [])]:
        broken = table.copy()
        broken[3, 1] = wrong
        with pytest.raises(dsv4.Error, match=r"moe_gating_hash: a table entry is outside \[0, 5\)"):
            hash_gate(scores, ids, broken, id_type, table_type)
        # A row that no token asks for is not looked at.
        hash_gate(scores[:2], ids[:2], broken, id_type, table_type)


@pytest.mark.parametrize("id_type", ["i32", "i64"])
def test_pitfall_21_embedding(id_type):
    random = np.random.default_rng(21)
    table = normal(random, 7, 16)
    program = op("embedding", f"tensor<?x?x{id_type}>; tensor<7x16xf32>", "tensor<?x?x16xf32>")
    dtype = np.dtype(f"int{id_type[1:]}")
    ids = random.integers(0, 7, (2, 5)).astype(dtype)
    np.testing.assert_array_equal(program(ids, table), table[ids])
    for wrong in [-1, 7, np.iinfo(dtype).max, np.iinfo(dtype).min, *([2**32 + 1] if id_type == "i64" else [])]:
        broken = ids.copy()
        broken[1, 4] = wrong
        with pytest.raises(dsv4.Error, match=r"embedding: an id is outside \[0, 7\)"):
            program(broken, table)


def experts_reference(x, indices, weights, w1, w3, w2, limit):
    """The chosen experts of every token, one by one."""
    y = np.zeros(x.shape, np.float64)
    for n, (choice, shares) in enumerate(zip(indices, weights, strict=True)):
        for expert, share in zip(choice, shares, strict=True):
            gate, up = np.float64(w1[expert]) @ x[n], np.float64(w3[expert]) @ x[n]
            gate, up = np.minimum(gate, limit), np.clip(up, -limit, limit)
            y[n] += np.float64(w2[expert]) @ (gate / (1 + np.exp(-gate)) * up * share)
    return y


def test_pitfall_22_experts_without_tokens():
    """What nobody chose is not looked at; one expert for all tokens, or twice for one, is fine."""
    random = np.random.default_rng(22)
    w1, w3 = normal(random, 6, 16, 24), normal(random, 6, 16, 24)
    w2 = normal(random, 6, 24, 16)
    for unused in (0, 3, 5):
        for weight in (w1, w3, w2):
            weight[unused] = np.nan
    program = op(
        "routed_experts",
        "tensor<?x24xf32>; tensor<?x2xi32>; tensor<?x2xf32>; "
        "tensor<6x16x24xf32>; tensor<6x16x24xf32>; tensor<6x24x16xf32>",
        "tensor<?x24xf32>",
        "limit = 3.0",
    )
    x, weights = normal(random, 4, 24), random.uniform(0, 1, (4, 2)).astype(np.float32)
    for indices in ([[1, 2], [2, 4], [4, 1], [1, 4]], [[2, 4]] * 4, [[1, 1]] * 4):
        y = program(x, i32(*indices), weights, w1, w3, w2)
        assert_close(y, experts_reference(x, indices, weights, w1, w3, w2, 3.0))
    empty = program(x[:0], np.zeros((0, 2), np.int32), weights[:0], w1, w3, w2)
    assert empty.shape == (0, 24)
    for wrong in (-1, 6, 2**31 - 1):
        with pytest.raises(dsv4.Error, match=r"routed_experts: an expert number is outside \[0, 6\)"):
            program(x, i32([1, 2], [2, 4], [4, 1], [1, wrong]), weights, w1, w3, w2)


def gate(z, norm_eps: float) -> tuple[np.ndarray, np.ndarray]:
    """Routing weights of 6 of 8 experts whose logits are all z, and the scores."""
    program = dsv4.compile(f"""
func.func @main(%x: tensor<1x1xf32>, %w: tensor<8x1xf32>) -> (tensor<1x6xf32>, tensor<1x8xf32>) {{
  %scores = dsv4.gate_score(%x, %w) {{scoring_func = #dsv4.scoring_function<sqrtsoftplus>}}
      : (tensor<1x1xf32>, tensor<8x1xf32>) -> tensor<1x8xf32>
  %weights, %indices = dsv4.moe_gating_top_k(%scores) {{norm_eps = {norm_eps:e}, top_k = 6 : i64}}
      : (tensor<1x8xf32>) -> (tensor<1x6xf32>, tensor<1x6xi32>)
  return %weights, %scores : tensor<1x6xf32>, tensor<1x8xf32>
}}""")
    return program(np.full((1, 1), z, np.float32), np.ones((8, 1), np.float32))


def test_pitfall_22_scores_that_add_up_to_nothing():
    """The small number in the denominator decides: 0 is DeepSeek's (0 / 0 is NaN), 1e-20 everybody else's."""
    assert np.all(gate(-200, norm_eps=1e-20)[0] == 0)
    assert np.all(np.isnan(gate(-200, norm_eps=0)[0]))
    # softplus(-100) is a subnormal f32; its root, 1.9e-22, is far below 1e-20.
    np.testing.assert_allclose(gate(-100, norm_eps=0)[0], 1 / 6, rtol=1e-6)
    # 0.0174 in the specification, which the 2 % of a subnormal softplus move.
    np.testing.assert_allclose(gate(-100, norm_eps=1e-20)[0], 0.0174, rtol=0.02)


def test_pitfall_23_softplus_of_any_logit():
    """No overflow for large z, no zero before the f32 runs out of subnormals."""
    z = np.float32([-1e30, -200, -103, -100, -88, -87, -20, -1, -1e-30, 0, 1e-30, 1, 20, 87, 89, 1e4, 3e38])
    program = op(
        "gate_score",
        "tensor<?x1xf32>; tensor<1x1xf32>",
        "tensor<?x1xf32>",
        "scoring_func = #dsv4.scoring_function<sqrtsoftplus>",
    )
    scores = np.float64(program(z[:, None], np.ones((1, 1), np.float32)))[:, 0]
    softplus = np.maximum(np.float64(z), 0) + np.log1p(np.exp(-np.abs(np.float64(z))))
    # The square is what was computed: right to the f32, or to the smallest subnormal.
    assert np.all(np.abs(scores**2 - softplus) <= CLOSE * softplus + 2.0**-149)
    assert np.all(scores[z >= -103] > 0)


# ----------------------------------------------------------------------------------------------------------------------
# Rounding: 24 to 26
# ----------------------------------------------------------------------------------------------------------------------


def test_pitfall_24_ties_of_bf16_scores():
    """Equal scores leave a choice, so sets are compared by their scores; this implementation takes the lower row."""
    random = np.random.default_rng(24)
    tokens, rows, limit = 5, 40, 12
    scores = (random.integers(-3, 4, (2, tokens, rows)) / 4).astype(ml_dtypes.bfloat16)
    scores[0, 0] = 0.25
    scores[0, 1, ::2] = -0.0
    scores[0, 1, 1::2] = 0.0
    scores[0, 2, 5:9] = np.nan
    start = i32(4 * rows - tokens, 4 * 11)
    chosen_rows = top_k(scores, start, i32(tokens, tokens), limit, element="bf16")
    for b in range(2):
        for s in range(tokens):
            visible = reference.visible_rows(int(start[b]) + s, 4)
            values = np.float64(scores[b, s, visible])
            # NaN is smaller than anything; a stable sort takes the lower of two equal rows.
            order = sorted(visible, key=lambda t: (np.isnan(values[t]), -values[t] if values[t] == values[t] else 0))
            assert chosen(chosen_rows[b, s]) == sorted(order[:limit])

    # The scores themselves are rounded to bf16 once: whatever is chosen is as good as what is not, up to that.
    program = op(
        "quant_lightning_indexer",
        "tensor<1x?x16x32xbf16>; tensor<1x?x32xbf16>; tensor<1x?x16xbf16>; tensor<1xi32>; tensor<1xi32>",
        "tensor<1x?x?xi32>",
        "topk_limit = 12 : i64, ratio = 4 : i64",
    )
    q, keys, weights = (
        normal(random, 1, *shape).astype(ml_dtypes.bfloat16) for shape in ((tokens, 16, 32), (rows, 32), (tokens, 16))
    )
    indices = program(q, keys, weights, start[:1], i32(tokens))
    for s in range(tokens):
        visible = reference.visible_rows(int(start[0]) + s, 4)
        exact = reference.indexer_scores(np.float64(q[0, s]), np.float64(keys[0, visible]), np.float64(weights[0, s]))
        taken = chosen(indices[0, s])
        assert len(set(taken)) == limit
        left = sorted(set(visible) - set(taken))
        assert exact[taken].min() >= exact[left].max() - 2.0**-8 * np.abs(exact).max()


@pytest.mark.parametrize(("format_", "largest", "floor"), [("f8E4M3FN", 448.0, 1e-4), ("f4E2M1FN", 6.0, 6 * 2.0**-126)])
def test_pitfall_25_power_of_two_scales(format_, largest, floor):
    """The scale is 2^ceil(log2(max / largest)), exact at powers of two, for every bf16; small blocks have a floor."""
    program = op(
        "act_quant",
        "tensor<?x1xf32>",
        f"tensor<?x1x{format_}>; tensor<?x1xf8E8M0FNU>; tensor<?x1xf32>",
        f"block = 1 : i64, format = {format_}",
    )
    every_bf16 = np.arange(0x7F80, dtype=np.uint16).view(ml_dtypes.bfloat16).astype(np.float32)
    powers = np.float32(largest) * np.float32(2.0) ** np.arange(-120, 119, dtype=np.float32)
    edges = np.concatenate([powers, np.nextafter(powers, np.float32(0)), np.nextafter(powers, np.float32(np.inf))])
    for x in (every_bf16, -every_bf16, edges):
        _, scales, y = program(x[:, None])
        bounded = np.maximum(np.abs(np.float64(x)), np.float64(np.float32(floor)))
        mantissa, exponent = np.frexp(bounded / largest)
        want = np.where(mantissa == 0.5, exponent - 1, exponent)
        np.testing.assert_array_equal(scales[:, 0].view(np.uint8), want + 127)
        # The nearest code is at most 2^-4 (three bits of mantissa) or 2^-2 (one) off, or half the smallest one.
        half_step = 2.0**-4 if largest == 448 else 2.0**-2
        smallest = 2.0**-9 if largest == 448 else 0.5
        # Rounding up the largest numbers leaves the range of f32.
        finite = np.abs(x) < 2.0**127
        error = np.abs(np.float64(y[:, 0]) - np.float64(x))[finite]
        bound = np.maximum(half_step * np.abs(np.float64(x)), np.ldexp(smallest / 2, want))[finite]
        assert np.all(error <= bound)
    if largest == 448:
        amax = np.float32([[448.0], [449.0], [0.0], [1e-4], [1e-9]])
        scale = program(amax)[1][:, 0].astype(np.float32)
        # 1e-4 / 448 lies between 2^-23 and 2^-22.
        assert scale.tolist() == [1.0, 2.0, 2.0**-22, 2.0**-22, 2.0**-22]


@pytest.mark.parametrize("format_", ["f8E4M3FN", "f4E2M1FN"])
@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_pitfall_25_blocks_that_are_not_finite(format_, wrong):
    """A NaN or an infinity makes NaN of its block, and of no other."""
    program = op(
        "act_quant",
        "tensor<1x96xf32>",
        f"tensor<1x96x{format_}>; tensor<1x3xf8E8M0FNU>; tensor<1x96xf32>",
        f"block = 32 : i64, format = {format_}",
    )
    x = np.ones((1, 96), np.float32)
    x[0, 40] = wrong
    _, scales, y = program(x)
    assert scales[0, 1].view(np.uint8) == 255
    assert np.all(np.isnan(y[0, 32:64]))
    np.testing.assert_array_equal(y[0, [0, 31, 64, 95]], 1.0)


def test_pitfall_26_sinkhorn_is_not_doubly_stochastic():
    """The last pass is one over columns: their sums are 1 - eps, those of rows may be far off. No pass is left out."""
    random = np.random.default_rng(26)
    h, iterations, eps = 4, 20, 1e-6
    mix = 2 * normal(random, 50, 24)
    scale, base = np.float32([0.5, 1.0, 2.0]), normal(random, 24)

    def sinkhorn(rounds: int) -> np.ndarray:
        return reference.hc_mixes(mix, scale, base, h, rounds, eps)[2]

    program = op(
        "hc_pre_sinkhorn",
        "tensor<?x24xf32>; tensor<?x4x8xf32>; tensor<3xf32>; tensor<24xf32>",
        "tensor<?x8xf32>; tensor<?x4xf32>; tensor<?x4x4xf32>",
        f"hc_eps = {eps:.1e}, sinkhorn_iters = {iterations} : i64",
    )
    comb = program(mix, normal(random, 50, 4, 8), scale, base)[2]
    assert_close(comb, sinkhorn(iterations))
    # One pass more or less is another matrix, so the comparison would see it.
    assert np.abs(sinkhorn(iterations) - sinkhorn(iterations - 1)).max() > 100 * CLOSE
    assert np.abs(sinkhorn(iterations) - sinkhorn(iterations + 1)).max() > 100 * CLOSE
    np.testing.assert_allclose(np.float64(comb).sum(axis=1), 1 - eps, atol=4e-7)
    assert np.abs(comb.sum(axis=2) - 1).max() > 0.01


# ----------------------------------------------------------------------------------------------------------------------
# Chunks, batches, padding, types: 27 to 30
# ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("chunks", [(21,), (1,) * 21, (5, 1, 1, 6, 8), (2, 9, 10), (3, 3, 3, 12), (20, 1)], ids=str)
def test_pitfall_27_chunks(layer, chunks):
    """However the tokens are cut into calls, the outputs are the same; a call may complete several rows."""
    random = np.random.default_rng(27)
    x, q, kv = layer.sequence(random, 21)
    want = layer.expected(x, q, kv)
    caches, start = layer.fresh(), 0
    for count in chunks:
        part = slice(start, start + count)
        o, caches = layer(x[None, part], q[None, part], kv[None, part], caches, i32(start))
        assert_close(o[0], want[part])
        start += count
    assert_close(caches[1][0, :5], layer.compressor.rows(x))


@pytest.mark.parametrize("accepted", [0, 1, 2, 3, 4])
def test_pitfall_27_drafted_tokens_can_be_taken_back(layer, accepted):
    """Caches are values: after drafts were verified, the accepted ones are run from the caches before the call."""
    random = np.random.default_rng(27)
    x, q, kv = layer.sequence(random, 16)
    want = layer.expected(x, q, kv)
    before = layer(x[None, :10], q[None, :10], kv[None, :10], layer.fresh(), i32(0))[1]
    kept = [cache.copy() for cache in before]
    drafts = [
        np.concatenate([part[10 : 10 + accepted], normal(random, 4 - accepted, *part.shape[1:])]) for part in (x, q, kv)
    ]
    o, _ = layer(*(part[None] for part in drafts), before, i32(10))
    assert_close(o[0, :accepted], want[10 : 10 + accepted])
    for cache, copy in zip(before, kept, strict=True):
        np.testing.assert_array_equal(cache, copy)
    # The same call with a length: what lies behind it leaves no trace.
    o, after = layer(*(part[None] for part in drafts), before, i32(10), i32(accepted))
    start = 10 + accepted
    rest = slice(start, 16)
    o, _ = layer(x[None, rest], q[None, rest], kv[None, rest], after, i32(start))
    assert_close(o[0], want[rest])


def test_pitfall_28_requests_of_different_lengths(layer):
    """Positions, lengths and the number of rows are each request's own; the lists of the batch are padded with -1."""
    random = np.random.default_rng(28)
    before, now = [0, 7, 22, 3], [9, 4, 1, 0]
    sequences = [layer.sequence(random, a + b) for a, b in zip(before, now, strict=True)]
    caches = layer.fresh(4)
    for b, (sequence, count) in enumerate(zip(sequences, before, strict=True)):
        if count:
            own = layer(*(part[None, :count] for part in sequence), layer.fresh(), i32(0))[1]
            for cache, part in zip(caches, own, strict=True):
                cache[b] = part[0]
    batch = [np.full((4, 9, *part.shape[1:]), np.nan, np.float32) for part in sequences[0]]
    for b, (sequence, a, n) in enumerate(zip(sequences, before, now, strict=True)):
        for padded, part in zip(batch, sequence, strict=True):
            padded[b, :n] = part[a:]
    o, after = layer(*batch, caches, i32(*before), i32(*now))
    for b, (sequence, a, n) in enumerate(zip(sequences, before, now, strict=True)):
        assert_close(o[b, :n], layer.expected(*sequence)[a:])
        rows = layer.compressor.rows(sequence[0])
        assert_close(after[1][b, : len(rows)], rows)
    # A request without tokens is left as it was.
    for cache, new in zip(caches, after, strict=True):
        np.testing.assert_array_equal(cache[3], new[3])

    indices = compress_indices(i32(*before), i32(*now), 9, ratio=4, offset=8)
    assert indices.shape == (4, 9, 5)
    scores = normal(random, 4, 9, 5)
    choice = top_k(scores, i32(*before), i32(*now), limit=3, offset=8)
    for b in range(4):
        for s in range(9):
            visible = reference.visible_rows(before[b] + s, 4) if s < now[b] else []
            assert chosen(indices[b, s]) == [8 + t for t in visible]
            best = sorted(visible, key=lambda t: -scores[b, s, t])[:3]
            assert chosen(choice[b, s]) == [8 + t for t in sorted(best)]


@pytest.mark.parametrize("padding", [1, 4, 13])
def test_pitfall_29_padding_stands_behind(layer, padding):
    """Padding is on the right and changes not one bit; on the left it would move the windows of the compressor."""
    random = np.random.default_rng(29)
    tokens = 11
    sequence = layer.sequence(random, tokens)
    alone, caches = layer(*(part[None] for part in sequence), layer.fresh(garbage=1.0), i32(0))
    padded = [
        np.concatenate([part, np.full((padding, *part.shape[1:]), np.nan, np.float32)])[None] for part in sequence
    ]
    o, after = layer(*padded, layer.fresh(garbage=1.0), i32(0), i32(tokens))
    np.testing.assert_array_equal(o[:, :tokens], alone)
    # No entry: the output of a padding token is 0.
    assert np.all(o[:, tokens:] == 0)
    for cache, with_padding in zip(caches, after, strict=True):
        np.testing.assert_array_equal(cache, with_padding)
    # On the left it is another sequence.
    left = [np.concatenate([np.zeros_like(part[:1]), part]) for part in sequence]
    assert np.abs(layer.compressor.rows(left[0])[0] - layer.compressor.rows(sequence[0])[0]).max() > 0.01


def test_pitfall_30_weights_that_are_promoted():
    """bf16 weights of the compressor, the gate and `wo_a` are used as they are: no rounding of the other operand."""
    random = np.random.default_rng(30)

    def same(name, weight_at, arrays, operands, results, attributes):
        """Equal bit for bit with the weights as bf16 and widened to f32; activations are f32."""
        narrow = list(arrays)
        for i in weight_at:
            narrow[i] = arrays[i].astype(ml_dtypes.bfloat16)
        wide = [array.astype(np.float32) if i in weight_at else array for i, array in enumerate(narrow)]
        got = op(name, operands.replace("W", "bf16"), results, attributes)(*narrow)
        want = op(name, operands.replace("W", "f32"), results, attributes)(*wide)
        for a, b in zip(*(r if isinstance(r, tuple) else (r,) for r in (got, want)), strict=True):
            np.testing.assert_array_equal(a, b)

    c = reference.Compressor(random, ratio=4, overlap=True)
    state = np.zeros((1, 8, 64), np.float32)
    same(
        "compressor",
        (1, 2, 4),
        (normal(random, 1, 9, 24), c.wkv, c.wgate, c.ape, c.norm, c.cos, c.sin, state, state, i32(0), i32(9)),
        "tensor<1x9x24xf32>; tensor<64x24xW>; tensor<64x24xW>; tensor<4x64xf32>; tensor<32xW>; tensor<300x4xf32>; "
        "tensor<300x4xf32>; tensor<1x8x64xf32>; tensor<1x8x64xf32>; tensor<1xi32>; tensor<1xi32>",
        "tensor<1x3x32xf32>; tensor<1x3xi32>; tensor<1x8x64xf32>; tensor<1x8x64xf32>",
        "norm_eps = 1.0e-6, ratio = 4 : i64, overlap = true",
    )
    same(
        "gate_score",
        (1,),
        (normal(random, 9, 24), normal(random, 5, 24)),
        "tensor<9x24xf32>; tensor<5x24xW>",
        "tensor<9x5xf32>",
        "scoring_func = #dsv4.scoring_function<sqrtsoftplus>",
    )
    same(
        "grouped_linear",
        (1,),
        (normal(random, 1, 5, 4, 16), normal(random, 6, 32)),
        "tensor<1x5x4x16xf32>; tensor<6x32xW>",
        "tensor<1x5x6xf32>",
        "groups = 2 : i64",
    )

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiled programs of single ops as functions of arrays, for any sizes."""

import functools

import numpy as np
import spec_reference as reference

import dsv4

#: float32 results against float64: the specification's 1e-6 of the largest value (section 8), four times for the
#: chains of ops below.
CLOSE = 4e-6


def assert_close(got: np.ndarray, want: np.ndarray, tolerance: float = CLOSE):
    """Equal up to `tolerance` times the largest value expected."""
    got, want = np.float64(got), np.float64(want)
    assert got.shape == want.shape
    np.testing.assert_allclose(got, want, rtol=0, atol=tolerance * max(np.abs(want).max(initial=0), 1e-30))


@functools.cache
def op(name: str, operands: str, results: str, attributes: str = "") -> dsv4.Program:
    """A program of one op. `operands` and `results` are types, `;` between them."""
    types, result_types = operands.split("; "), results.split("; ")
    parameters = ", ".join(f"%a{i}: {type_}" for i, type_ in enumerate(types))
    values = ", ".join(f"%a{i}" for i in range(len(types)))
    named = ", ".join(f"%r{i}" for i in range(len(result_types)))
    returned = ", ".join(result_types)
    return dsv4.compile(f"""
func.func @main({parameters}) -> ({returned}) {{
  {named} = dsv4.{name}({values}) {{{attributes}}} : ({", ".join(types)}) -> ({returned})
  return {named} : {returned}
}}""")


def i32(*values) -> np.ndarray:
    return np.array(values, np.int32)


def normal(random: np.random.Generator, *shape: int) -> np.ndarray:
    return random.standard_normal(shape).astype(np.float32)


class CompressorOp:
    """`dsv4.compressor` with the weights of a `reference.Compressor`, for any number of requests and tokens."""

    def __init__(self, compressor: reference.Compressor):
        self.of = compressor
        d, D, r = compressor.d, compressor.D, compressor.ratio
        width, half = compressor.wkv.shape[0], compressor.cos.shape[1]
        state_rows = 2 * r if compressor.overlap else r
        state = f"tensor<?x{state_rows}x{width}xf32>"
        self.state_shape = (state_rows, width)
        matrix, table = f"tensor<{width}x{D}xf32>", f"tensor<?x{half}xf32>"
        self.program = op(
            "compressor",
            f"tensor<?x?x{D}xf32>; {matrix}; {matrix}; tensor<{r}x{width}xf32>; tensor<{d}xf32>; {table}; {table}; "
            f"{state}; {state}; tensor<?xi32>; tensor<?xi32>",
            f"tensor<?x?x{d}xf32>; tensor<?x?xi32>; {state}; {state}",
            f"norm_eps = 1.0e-6, ratio = {r} : i64, overlap = {str(compressor.overlap).lower()}",
        )

    def fresh_state(self, requests: int = 1) -> tuple[np.ndarray, np.ndarray]:
        return (
            np.zeros((requests, *self.state_shape), np.float32),
            np.full((requests, *self.state_shape), -np.inf, np.float32),
        )

    def __call__(self, x, state, start, lengths=None):
        """x [B, S, D] after `start` [B] cached tokens: rows, slots and the new state."""
        lengths = i32(*[x.shape[1]] * len(x)) if lengths is None else lengths
        c = self.of
        rows, slots, *new = self.program(x, c.wkv, c.wgate, c.ape, c.norm, c.cos, c.sin, *state, start, lengths)
        return rows, slots, tuple(new)

    def assert_live(self, state, x):
        """The state of one request is what comes after the tokens x [L, D], where it will be read again."""
        for row, channels, value, logit in self.of.live_state(x):
            assert_close(state[0][row, :channels], value)
            assert_close(state[1][row, :channels], logit)


def window_indices(start, lengths, tokens: int, window: int, rows: str = "appended", offset: int | None = None):
    attributes = f"window = {window} : i64, rows = #dsv4.window_rows<{rows}>"
    if offset is not None:
        attributes += f", call_offset = {offset} : i64"
    S = "1" if rows == "ring" else "?"
    program = op(
        "window_indices",
        f"tensor<?x{S}xi32>; tensor<?xi32>; tensor<?xi32>",
        f"tensor<?x{S}x{window}xi32>",
        attributes,
    )
    return program(np.zeros((len(start), tokens), np.int32), start, lengths)


def compress_indices(start, lengths, tokens: int, ratio: int, offset: int = 0):
    program = op(
        "compress_indices",
        "tensor<?x?xi32>; tensor<?xi32>; tensor<?xi32>",
        "tensor<?x?x?xi32>",
        f"ratio = {ratio} : i64, offset = {offset} : i64",
    )
    return program(np.zeros((len(start), tokens), np.int32), start, lengths)


def ring_slots(start, lengths, tokens: int, window: int):
    program = op(
        "ring_slots", "tensor<?x?xi32>; tensor<?xi32>; tensor<?xi32>", "tensor<?x?xi32>", f"window = {window} : i64"
    )
    return program(np.zeros((len(start), tokens), np.int32), start, lengths)


def scatter(rows, cache, slots):
    program = op("scatter_nd_update_mla", "tensor<?x?x?xf32>; tensor<?x?x?xf32>; tensor<?x?xi32>", "tensor<?x?x?xf32>")
    return program(rows, cache, slots)


def top_k(scores, start, lengths, limit: int, ratio: int = 4, offset: int = 0, width: str = "?", element="f32"):
    program = op(
        "indexer_top_k",
        f"tensor<?x?x?x{element}>; tensor<?xi32>; tensor<?xi32>",
        f"tensor<?x?x{width}xi32>",
        f"topk_limit = {limit} : i64, ratio = {ratio} : i64, offset = {offset} : i64",
    )
    return program(scores, start, lengths)


def indexer(q, keys, weights, start, lengths, limit: int, ratio: int = 4, offset: int = 0, width: str = "?"):
    program = op(
        "quant_lightning_indexer",
        "tensor<?x?x?x?xf32>; tensor<?x?x?xf32>; tensor<?x?x?xf32>; tensor<?xi32>; tensor<?xi32>",
        f"tensor<?x?x{width}xi32>",
        f"topk_limit = {limit} : i64, ratio = {ratio} : i64, offset = {offset} : i64",
    )
    return program(q, keys, weights, start, lengths)


def attention(q, sink, indices, *kv, scale: float = 0.25):
    list_types = "; ".join(["tensor<?x?x?xf32>"] * len(kv))
    program = op(
        "sparse_attn_sharedkv",
        f"tensor<?x?x?x?xf32>; tensor<?xf32>; tensor<?x?x?xi32>; {list_types}",
        "tensor<?x?x?x?xf32>",
        f"softmax_scale = {scale}",
    )
    return program(q, sink, indices, *kv)


def chosen(indices: np.ndarray) -> list[int]:
    """The entries that are not -1, which must stand before those that are."""
    valid = indices >= 0
    assert not np.any(valid[1:] & ~valid[:-1])
    assert np.all(indices[~valid] == -1)
    return indices[valid].tolist()

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Numbers that point outside of an operand are an error or a defined value: no program reads memory of others.

Operands lie between two pages that nobody may touch, once directly before the second and once directly behind the
first, and each case runs in a process of its own: a read one element too far ends it.
"""

import ctypes
import itertools
import mmap
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spec_reference as reference
from compiled_ops import CompressorOp, i32, normal, op

import dsv4

LARGEST = 2**31 - 1
PAGE = mmap.PAGESIZE


def guarded(array: np.ndarray, at_end: bool) -> np.ndarray:
    """A copy whose last (or first) byte borders on a page without access. Its memory is never given back."""
    size = -(-array.nbytes // PAGE) * PAGE
    region = mmap.mmap(-1, size + 2 * PAGE)
    libc = ctypes.CDLL(None, use_errno=True)
    address = ctypes.addressof(ctypes.c_char.from_buffer(region))
    for guard in (address, address + PAGE + size):
        if libc.mprotect(ctypes.c_void_p(guard), PAGE, 0):
            raise OSError(ctypes.get_errno(), "mprotect")
    begin = PAGE + (size - array.nbytes if at_end else 0)
    copy = np.frombuffer(region, array.dtype, array.size, begin).reshape(array.shape)
    copy[...] = array
    return copy


def requests(program, others, start_at: int, message: str, tokens: int = 3):
    """Positions and lengths of two requests that are wrong, one at a time."""
    for start, length in [
        ((-1, 0), (1, 1)),
        ((0, -(2**31)), (1, 1)),
        ((0, LARGEST - tokens + 1), (1, 1)),
        ((0, LARGEST), (tokens, 0)),
        ((0, 0), (1, tokens + 1)),
        ((0, 0), (-1, 1)),
        ((0, 5), (1, LARGEST)),
    ]:
        arrays = list(others)
        arrays[start_at : start_at + 2] = [i32(*start), i32(*length)]
        yield program, arrays, f"{message}: start_pos must be 0 to 2\\^31 - 1 - S, and query_lens 0 to S"


def wrong_elements(program, arrays, index: int, wrong, message: str):
    """The array `index` with a wrong number as its first and as its last element."""
    for value, place in itertools.product(wrong, (0, -1)):
        broken = list(arrays)
        broken[index] = arrays[index].copy()
        broken[index].flat[place] = value
        yield program, broken, message


def embedding():
    program = op("embedding", "tensor<?xi64>; tensor<7x16xf32>", "tensor<?x16xf32>")
    arrays = [np.arange(5), np.ones((7, 16), np.float32)]
    yield program, arrays, None
    yield from wrong_elements(program, arrays, 0, (-1, 7, 2**40, -(2**63)), "an id is outside")


def moe_gating_hash():
    program = op(
        "moe_gating_hash", "tensor<?x5xf32>; tensor<?xi32>; tensor<7x2xi64>", "tensor<?x2xf32>; tensor<?x2xi32>"
    )
    arrays = [np.ones((3, 5), np.float32), i32(0, 6, 3), np.zeros((7, 2), np.int64)]
    yield program, arrays, None
    yield from wrong_elements(program, arrays, 1, (-1, 7, LARGEST, -(2**31)), "an input id is outside")
    # Both tokens at the ends read the rows at the ends.
    arrays[1] = i32(0, 3, 6)
    yield from wrong_elements(program, arrays, 2, (-1, 5, 2**32, -(2**63)), "a table entry is outside")


def gate_hash():
    """One launch with the scores: only rows of the weight that the table names are read."""
    text = """
func.func @main(%x: tensor<?x1024xf32>, %w: tensor<?x1024xf32>, %ids: tensor<?xi32>, %table: tensor<7x2xi64>)
    -> (tensor<?x2xf32>, tensor<?x2xi32>) {
  %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
      : (tensor<?x1024xf32>, tensor<?x1024xf32>) -> tensor<?x5xf32>
  %p, %i = dsv4.moe_gating_hash(%s, %ids, %table)
      : (tensor<?x5xf32>, tensor<?xi32>, tensor<7x2xi64>) -> (tensor<?x2xf32>, tensor<?x2xi32>)
  return %p, %i : tensor<?x2xf32>, tensor<?x2xi32>
}"""
    module = dsv4.Module(text)
    module.run("dsv4-fuse{patterns=gate_hash}")
    program = dsv4.compile(module)
    random = np.random.default_rng(0)
    table = np.tile(np.array([0, 4], np.int64), (7, 1))
    arrays = [normal(random, 3, 1024), normal(random, 5, 1024), i32(0, 6, 3), table]
    yield program, arrays, None
    yield from wrong_elements(program, arrays, 2, (-1, 7, LARGEST, -(2**31)), "an input id is outside")
    yield from wrong_elements(program, [*arrays[:2], i32(0, 3, 6), table], 3, (-1, 5, 2**32, -(2**63)), "a table entry")
    # Sizes that only the program knows.
    yield program, [arrays[0], arrays[1][:4], *arrays[2:]], "dimension 1 of result #0 is not 5"
    yield program, [*arrays[:2], i32(0, 6), table], "operands differ in the number of rows"
    yield program, [*arrays[:2], i32(0, 6, 3, 1), table], "operands differ in the number of rows"


def routed_experts():
    program = op(
        "routed_experts",
        "tensor<?x8xf32>; tensor<?x2xi32>; tensor<?x2xf32>; tensor<6x4x8xf32>; tensor<6x4x8xf32>; tensor<6x8x4xf32>",
        "tensor<?x8xf32>",
    )
    shapes = [(3, 8), (3, 2), (3, 2), (6, 4, 8), (6, 4, 8), (6, 8, 4)]
    arrays = [np.ones(shape, np.float32) for shape in shapes]
    arrays[1] = i32([0, 5], [5, 0], [2, 3])
    yield program, arrays, None
    yield from wrong_elements(program, arrays, 1, (-1, 6, LARGEST, -(2**31)), "an expert number is outside")


def scatter_nd_update_mla():
    program = op("scatter_nd_update_mla", "tensor<?x?x4xf32>; tensor<?x?x4xf32>; tensor<?x?xi32>", "tensor<?x?x4xf32>")
    arrays = [np.ones((2, 3, 4), np.float32), np.zeros((2, 8, 4), np.float32), i32([0, 1, 7], [7, 3, 0])]
    yield program, arrays, None
    yield from wrong_elements(program, arrays, 2, (8, 9, LARGEST), "a slot is beyond the rows of the cache")
    # Negative slots are skipped, whatever they are.
    yield from wrong_elements(program, arrays, 2, (-1, -8, -(2**31)), None)
    empty = np.zeros((2, 0, 4), np.float32)
    yield program, [arrays[0], empty, np.full((2, 3), -1, np.int32)], None
    yield program, [arrays[0], empty, np.zeros((2, 3), np.int32)], "a slot is beyond the rows of the cache"


def sparse_attn_sharedkv():
    kv = "tensor<?x?x4xf32>"
    program = op(
        "sparse_attn_sharedkv",
        f"tensor<?x?x2x4xf32>; tensor<2xf32>; tensor<?x?x?xi32>; {kv}; {kv}; {kv}",
        "tensor<?x?x2x4xf32>",
        "softmax_scale = 0.5",
    )
    q, sink = np.ones((2, 3, 2, 4), np.float32), np.zeros(2, np.float32)
    indices = np.random.default_rng(0).integers(-1, 9, (2, 3, 5), np.int32)
    # 5 + 0 + 4 rows.
    lists = [np.ones((2, n, 4), np.float32) for n in (5, 0, 4)]
    yield program, [q, sink, indices, *lists], None
    message = "an index is outside of \\[-1, rows of the list\\)"
    yield from wrong_elements(program, [q, sink, indices, *lists], 2, (-2, 9, LARGEST, -(2**31)), message)
    none = [np.zeros((2, 0, 4), np.float32)] * 3
    yield program, [q, sink, np.full((2, 3, 5), -1, np.int32), *none], None
    yield program, [q, sink, np.zeros((2, 3, 5), np.int32), *none], message


def window_indices():
    operands = "tensor<?x3xi32>; tensor<?xi32>; tensor<?xi32>"
    arrays = [np.zeros((2, 3), np.int32), i32(0, LARGEST - 3), i32(3, 3)]
    for rows in ("appended", "call"):
        program = op(
            "window_indices", operands, "tensor<?x3x8xi32>", f"window = 8 : i64, rows = #dsv4.window_rows<{rows}>"
        )
        yield program, arrays, None
        yield from requests(program, arrays, 1, "window_indices")


def compress_indices():
    operands = "tensor<?x?xi32>; tensor<?xi32>; tensor<?xi32>"
    arrays = [np.zeros((2, 3), np.int32), i32(0, 9), i32(3, 3)]
    program = op("compress_indices", operands, "tensor<?x?x?xi32>", "ratio = 4 : i64")
    yield program, arrays, None
    yield from requests(program, arrays, 1, "compress_indices")
    # 3 rows do not fit.
    narrow = op("compress_indices", operands, "tensor<?x?x2xi32>", "ratio = 4 : i64")
    yield narrow, arrays, "dimension 2 of indices needs more than the static 2"
    far = op("compress_indices", operands, "tensor<?x?x?xi32>", f"ratio = 4 : i64, offset = {LARGEST - 2} : i64")
    yield far, arrays, None
    further = op("compress_indices", operands, "tensor<?x?x?xi32>", f"ratio = 4 : i64, offset = {LARGEST - 1} : i64")
    yield further, arrays, "an index would be larger than 2\\^31 - 1"


def ring_slots():
    program = op("ring_slots", "tensor<?x?xi32>; tensor<?xi32>; tensor<?xi32>", "tensor<?x?xi32>", "window = 8 : i64")
    arrays = [np.zeros((2, 3), np.int32), i32(0, LARGEST - 3), i32(3, 3)]
    yield program, arrays, None
    yield from requests(program, arrays, 1, "ring_slots")


def indexer_scores():
    types = "tensor<?x?x2x4xf32>; tensor<?x?x4xf32>; tensor<?x?x2xf32>; tensor<?xi32>; tensor<?xi32>"
    ones = [np.ones(shape, np.float32) for shape in ((2, 3, 2, 4), (2, 3, 4), (2, 3, 2))]
    arrays = [*ones, i32(0, 10), i32(3, 2)]
    program = op("indexer_scores", types, "tensor<?x?x?xf32>", "ratio = 4 : i64")
    yield program, arrays, None
    yield from requests(program, arrays, 3, "indexer_scores")
    more = [*ones, i32(0, 13), i32(3, 3)]
    yield program, more, "a request has more compressed rows than keys"
    yield op("indexer_scores", types, "tensor<?x?x5xf32>", "ratio = 4 : i64"), arrays, None
    narrow = op("indexer_scores", types, "tensor<?x?x2xf32>", "ratio = 4 : i64")
    yield narrow, arrays, "dimension 2 of scores needs more than the static 2"


def indexer_top_k():
    types = "tensor<?x?x?xf32>; tensor<?xi32>; tensor<?xi32>"
    attributes = "ratio = 4 : i64, topk_limit = 3 : i64"
    program = op("indexer_top_k", types, "tensor<?x?x?xi32>", attributes)
    arrays = [normal(np.random.default_rng(0), 2, 3, 5), i32(0, 17), i32(3, 3)]
    yield program, arrays, None
    yield from requests(program, arrays, 1, "indexer_top_k")
    # Positions from which more rows are seen than there are scores.
    yield program, [arrays[0], i32(40, 10**6), i32(3, 3)], None
    yield op("indexer_top_k", types, "tensor<?x?x4xi32>", attributes), arrays, None
    narrow = op("indexer_top_k", types, "tensor<?x?x2xi32>", attributes)
    yield narrow, arrays, "dimension 2 of indices needs more than the static 2"
    far = op("indexer_top_k", types, "tensor<?x?x?xi32>", f"{attributes}, offset = {LARGEST - 3} : i64")
    yield far, arrays, "an index would be larger than 2\\^31 - 1"


def quant_lightning_indexer():
    types = "tensor<?x?x2x4xf32>; tensor<?x?x4xf32>; tensor<?x?x2xf32>; tensor<?xi32>; tensor<?xi32>"
    ones = [np.ones(shape, np.float32) for shape in ((2, 3, 2, 4), (2, 3, 4), (2, 3, 2))]
    program = op("quant_lightning_indexer", types, "tensor<?x?x?xi32>", "ratio = 4 : i64, topk_limit = 3 : i64")
    yield program, [*ones, i32(0, 10), i32(3, 2)], None
    yield program, [*ones, i32(0, 13), i32(3, 3)], "a request has more compressed rows than keys"
    narrow = op("quant_lightning_indexer", types, "tensor<?x?x1xi32>", "ratio = 4 : i64, topk_limit = 3 : i64")
    yield narrow, [*ones, i32(0, 10), i32(3, 2)], "dimension 2 of indices needs more than the static 1"


def compressor():
    random = np.random.default_rng(0)
    for ratio, overlap in ((4, True), (8, False)):
        of = reference.Compressor(random, ratio, overlap, d=8, D=4, rd=4, positions=40)
        compressor = CompressorOp(of)
        weights = (of.wkv, of.wgate, of.ape, of.norm, of.cos, of.sin)
        x, state = normal(random, 2, 3, 4), compressor.fresh_state(2)
        arrays = [x, *weights, *state, i32(0, 29), i32(3, 3)]
        yield compressor.program, arrays, None
        yield from requests(compressor.program, arrays, 9, "compressor")
        # The row of positions 40 to 40 + ratio - 1 is completed; the last one in the table is 39.
        yield compressor.program, [*arrays[:9], i32(0, 37 + ratio), i32(3, 3)], "cos and sin have too few positions"
        # It is not, or not by this call.
        yield compressor.program, [*arrays[:9], i32(0, 36 + ratio), i32(3, 3)], None
        yield compressor.program, [*arrays[:9], i32(0, LARGEST - 3), i32(3, 0)], None
        none = [*arrays[:5], of.cos[:0], of.sin[:0], *arrays[7:9], i32(0, 0), i32(1, 1)]
        yield compressor.program, none, "cos and sin have too few positions"
        # Tables by row that have too few of them.
        table = "tensor<?x?x2xf32>"
        width, rows = of.wkv.shape[0], state[0].shape[1]
        states = f"tensor<?x{rows}x{width}xf32>; tensor<?x{rows}x{width}xf32>"
        by_row = op(
            "compressor",
            f"tensor<?x?x4xf32>; tensor<{width}x4xf32>; tensor<{width}x4xf32>; tensor<{ratio}x{width}xf32>; "
            f"tensor<8xf32>; {table}; {table}; {states}; tensor<?xi32>; tensor<?xi32>",
            f"tensor<?x?x8xf32>; tensor<?x?xi32>; {states}",
            f"norm_eps = 1.0e-6, ratio = {ratio} : i64, overlap = {str(overlap).lower()}",
        )
        for table_rows, message in (
            (1, None),
            (0, "dimension 1 of cos is not ceil"),
            (2, "dimension 1 of cos is not ceil"),
        ):
            tables = [np.ones((2, table_rows, 2), np.float32)] * 2
            yield by_row, [*arrays[:5], *tables, *arrays[7:]], message


def sizes_that_disagree():
    """Sizes that the types leave open, each a row or a channel too few."""
    rope = op("rope", "tensor<?x?x?x8xf32>; tensor<?x?x2xf32>; tensor<?x?x2xf32>", "tensor<?x?x?x8xf32>")
    x, table = np.ones((2, 3, 4, 8), np.float32), np.ones((2, 3, 2), np.float32)
    yield rope, [x, table, table], None
    yield rope, [x, table[:, :2], table[:, :2]], "dimension 1 of cos is not dimension 1 of x"
    yield rope, [x, table, table[:1]], "dimension 0 of sin is not dimension 0 of x"
    linear = op("linear", "tensor<?x?xf32>; tensor<?x?xf32>", "tensor<?x?xf32>")
    yield linear, [np.ones((3, 8), np.float32), np.ones((5, 7), np.float32)], "dimension 1 of weight is not dimension 1"
    coded = op("linear", "tensor<?x?xf32>; tensor<5x16xi8>; tensor<?x?xf8E8M0FNU>", "tensor<?x5xf32>")
    x, codes, scales = np.ones((3, 32), np.float32), np.zeros((5, 16), np.int8), np.full((5, 1), 127, np.uint8)
    yield coded, [x, codes, scales], None
    yield coded, [x[:, :31], codes, scales], "dimension 1 of x is not 32"
    yield coded, [x, codes, scales[:4]], "dimension 0 of scales is not 5"
    grouped = op("grouped_linear", "tensor<?x?x4x8xf32>; tensor<6x?xf32>", "tensor<?x?x6xf32>", "groups = 2 : i64")
    yield grouped, [np.ones((1, 3, 4, 8), np.float32), np.ones((6, 15), np.float32)], "dimension 1 of wo_a is not 16"


CASES = {
    function.__name__: function
    for function in (
        embedding,
        moe_gating_hash,
        gate_hash,
        routed_experts,
        scatter_nd_update_mla,
        sparse_attn_sharedkv,
        window_indices,
        compress_indices,
        ring_slots,
        indexer_scores,
        indexer_top_k,
        quant_lightning_indexer,
        compressor,
        sizes_that_disagree,
    )
}


def run(name: str) -> None:
    """All cases of one op; fails where an error was expected and none came, or another one."""
    for number, (program, arrays, message) in enumerate(CASES[name]()):
        for at_end in (True, False):
            operands = [guarded(array, at_end) for array in arrays]
            print(
                f"case {number} of {name}, at the {'end' if at_end else 'begin'} of a page: {message}", file=sys.stderr
            )
            if message is None:
                program(*operands)
            else:
                with pytest.raises(dsv4.Error, match=message):
                    program(*operands)


def run_in_a_process(name: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, __file__, name], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", CASES)
def test_pitfall_21_never_a_wild_read(name):
    done = run_in_a_process(name)
    assert done.returncode == 0, done.stderr


def test_a_wild_read_would_be_seen():
    """One element beside a guarded array ends the process."""
    for at_end in (True, False):
        code = f"""
import ctypes, numpy as np, test_wild_reads
array = test_wild_reads.guarded(np.arange(5.0), {at_end})
print("inside", array.sum(), flush=True)
print("outside", ctypes.c_double.from_address(array.ctypes.data + {40 if at_end else -8}).value, flush=True)
"""
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
        # Not the number of the signal: a sanitizer reports it in its own way.
        assert done.returncode != 0
        assert done.stdout == "inside 10.0\n"


if __name__ == "__main__":
    run(sys.argv[1])

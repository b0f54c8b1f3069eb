# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One rank of four, two replicas of two places: tokens to their experts and back, against numpy.

mpirun -np 4 python run_exchange.py all | many | other
"""

import sys

import numpy as np

import dsv4
from dsv4 import distributed

TOKENS, WIDTH, TOP_K, EXPERTS, OWN = 5, 3, 2, 8, 2
ATTRIBUTES = f"grid = @g, grid_axes = array<i16: 0>, experts = {EXPERTS} : i64, experts_per_rank = {OWN} : i64"

DISPATCH = f"""
shard.grid @g(shape = 2x2)
func.func @main(%x: tensor<?x{WIDTH}xELEMENT>, %i: tensor<?x{TOP_K}xi32>, %w: tensor<?x{TOP_K}xf32>, %first: tensor<i32>)
    -> (tensor<2x?x{WIDTH}xELEMENT>, tensor<2x?x{TOP_K}xi32>, tensor<2x?x{TOP_K}xf32>, tensor<2x?xi32>, tensor<2xi32>, tensor<2xi32>) {{
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first) {{ranks = 2 : i64, {ATTRIBUTES}}}
      : (tensor<?x{WIDTH}xELEMENT>, tensor<?x{TOP_K}xi32>, tensor<?x{TOP_K}xf32>, tensor<i32>)
     -> (tensor<2x?x{WIDTH}xELEMENT>, tensor<2x?x{TOP_K}xi32>, tensor<2x?x{TOP_K}xf32>, tensor<2x?xi32>, tensor<2xi32>, tensor<2xi32>)
  return %r#0, %r#1, %r#2, %r#3, %r#4, %r#5
      : tensor<2x?x{WIDTH}xELEMENT>, tensor<2x?x{TOP_K}xi32>, tensor<2x?x{TOP_K}xf32>, tensor<2x?xi32>, tensor<2xi32>, tensor<2xi32>
}}"""  # noqa: E501

COMBINE = f"""
shard.grid @g(shape = 2x2)
func.func @main(%y: tensor<2x?x{WIDTH}xf32>, %slots: tensor<2x?xi32>, %sent: tensor<2xi32>, %received: tensor<2xi32>)
    -> tensor<?x{WIDTH}xf32> {{
  %z = dsv4.moe_combine(%y, %slots, %sent, %received) {{top_k = {TOP_K} : i64, {ATTRIBUTES}}}
      : (tensor<2x?x{WIDTH}xf32>, tensor<2x?xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<?x{WIDTH}xf32>
  return %z : tensor<?x{WIDTH}xf32>
}}"""


def programs(text: str):
    """By the runtime's exchange of rows, and by the collectives of whole buffers that other compilers get."""
    whole = dsv4.Module(text)
    whole.run("dsv4-to-linalg-pipeline")
    assert "shard.all_to_all" in str(whole)
    return dsv4.compile(text, optimization=0), dsv4.compile(str(whole), optimization=0)


def first_expert(replica: int, place: int) -> int:
    return (2 * replica + place) * OWN


def goes(experts: np.ndarray, replica: int, place: int) -> np.ndarray:
    """Which tokens have an expert on a rank."""
    first = first_expert(replica, place)
    return ((experts >= first) & (experts < first + OWN)).any(axis=1)


def check(rank: int, experts: np.ndarray, element: str) -> None:
    """`experts` [replica, token, k]; other numbers follow from places in the arrays, so that a mix-up shows."""
    replica, place = divmod(rank, 2)
    tokens = experts.shape[1]
    x = np.arange(2 * tokens * WIDTH, dtype=np.float32).reshape(2, tokens, WIDTH)
    weights = 100 + np.arange(2 * tokens * TOP_K, dtype=np.float32).reshape(2, tokens, TOP_K)
    bits = (x.view(np.uint32) >> 16).astype(np.uint16) if element == "bf16" else x
    # Results of every rank for every slot, which no rounding changes.
    y = np.random.default_rng(1).integers(-99, 99, (4, 2, tokens, WIDTH)).astype(np.float32)

    for dispatch in programs(DISPATCH.replace("ELEMENT", element)):
        rows, row_experts, row_weights, slots, sent, received = dispatch(
            bits[replica], experts[replica], weights[replica], np.int32(first_expert(replica, place))
        )
        if element == "bf16":
            rows = (rows.view(np.uint16).astype(np.uint32) << 16).view(np.float32)
        for other in range(2):
            there = goes(experts[replica], other, place)
            want = np.where(there, np.cumsum(there) - 1, -1)
            np.testing.assert_array_equal(slots[other], want)
            assert sent[other] == there.sum()
            here = goes(experts[other], replica, place)
            count = here.sum()
            assert received[other] == count
            np.testing.assert_array_equal(rows[other, :count], x[other][here])
            np.testing.assert_array_equal(row_experts[other, :count], experts[other][here])
            np.testing.assert_array_equal(row_weights[other, :count], weights[other][here])
            assert (row_experts[other, count:] == -1).all()

    want = np.zeros((tokens, WIDTH), np.float32)
    for other in range(2):
        there = slots[other] >= 0
        want[there] += y[2 * other + place, replica][slots[other][there]]
    for combine in programs(COMBINE):
        np.testing.assert_array_equal(combine(y[rank], slots, sent, received), want)


def main():
    with distributed.start() as ranks:
        if sys.argv[1] != "all":
            # Rank 3 wants to send more rows than there are, or to get other rows than are sent. What `moe_dispatch`
            # received is what goes back.
            received = [0, TOKENS + 1 if sys.argv[1] == "many" and ranks.rank == 3 else 0]
            sent = [2 if sys.argv[1] == "other" and ranks.rank == 3 else 0, 0]
            compiled = dsv4.compile(COMBINE, optimization=0)
            zeros = np.zeros((2, TOKENS, WIDTH), np.float32), np.zeros((2, TOKENS), np.int32)
            compiled(*zeros, np.int32(sent), np.int32(received))
            print("a rank came to the end", flush=True)
            return
        random = np.random.default_rng(0)
        chosen = np.stack([[random.permutation(EXPERTS)[:TOP_K] for _ in range(TOKENS)] for _ in range(2)])
        check(ranks.rank, chosen.astype(np.int32), "f32")
        check(ranks.rank, chosen.astype(np.int32), "bf16")
        # All to one rank, and everybody else gets nothing; then no tokens at all.
        check(ranks.rank, np.tile(np.int32([6, 7]), (2, TOKENS, 1)), "f32")
        check(ranks.rank, np.zeros((2, 0, TOP_K), np.int32), "f32")
        print(f"rank {ranks.rank} of {ranks.size} is done", flush=True)


if __name__ == "__main__":
    main()

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One rank of four in a 2x2 grid: every collective on every element type, or a fault of rank 1.

mpirun -np 4 python run_collectives.py MODE [RANKS]

MODE: all | size | shape | program | kill | stop | exit | leave | raise | hang | absent
RANKS: of how many each machine is to have, as they believe.

Before the fault the faulty rank prints when it is.
"""

import os
import signal
import sys
import time

import numpy as np

import dsv4
from dsv4 import distributed

#: MLIR element type -> numpy dtype that holds values exactly; bf16 is made from f32 by hand.
TYPES = {"f32": np.float32, "bf16": np.float32, "i32": np.int32, "i64": np.int64}


def program(element, reduction):
    a, half, double = f"tensor<4x?x{element}>", f"tensor<2x?x{element}>", f"tensor<8x?x{element}>"
    return dsv4.compile(
        f"""
        shard.grid @g(shape = 2x2)
        func.func @main(%x: {a}) -> ({a}, {half}, {double}, {half}, {half}, {a}, {a}) {{
          %0 = shard.all_reduce %x on @g grid_axes = [0, 1] reduction = {reduction} : {a} -> {a}
          %1 = shard.reduce_scatter %x on @g grid_axes = [1] reduction = {reduction} scatter_axis = 0 : {a} -> {half}
          %2 = shard.all_gather %x on @g grid_axes = [0] gather_axis = 0 : {a} -> {double}
          %3 = shard.all_to_all %x on @g grid_axes = [0] split_axis = 0 concat_axis = 1 : {a} -> {half}
          %4 = shard.all_slice %x on @g grid_axes = [1] slice_axis = 0 : {a} -> {half}
          %5 = shard.broadcast %x on @g grid_axes = [1, 0] root = [1, 0] : ({a}) -> {a}
          %6 = shard.all_reduce %x on @g grid_axes = [0] reduction = {reduction} : {a} -> {a}
          return %0, %1, %2, %3, %4, %5, %6 : {a}, {half}, {double}, {half}, {half}, {a}, {a}
        }}""",
        optimization=0,
    )


def to_bf16(values):
    """Values that bf16 holds, as bits."""
    return (np.ascontiguousarray(values, np.float32).view(np.uint32) >> 16).astype(np.uint16)


def check_collectives(rank, element, reduction, columns):
    rng = np.random.default_rng(columns)
    # Small integers: exact in every type and in any order.
    inputs = rng.integers(1, 4, size=(4, 4, columns)).astype(TYPES[element])
    if element == "bf16":
        results = program(element, reduction)(to_bf16(inputs[rank]))
        results = [(part.view(np.uint16).astype(np.uint32) << 16).view(np.float32) for part in results]
    else:
        results = program(element, reduction)(inputs[rank])
    combine = {"sum": np.add, "max": np.maximum, "min": np.minimum, "product": np.multiply}[reduction].reduce
    row, column = divmod(rank, 2)
    expected = [
        combine(inputs),
        np.split(combine(inputs[2 * row : 2 * row + 2]), 2)[column],
        np.concatenate([inputs[column], inputs[2 + column]]),
        np.concatenate([np.split(inputs[column], 2)[row], np.split(inputs[2 + column], 2)[row]], axis=1),
        np.split(inputs[rank], 2)[column],
        # Axes [1, 0], root [1, 0]: coordinate 1 along axis 1 and 0 along axis 0.
        inputs[1],
        combine(inputs[[column, 2 + column]]),
    ]
    for got, want in zip(results, expected, strict=True):
        np.testing.assert_array_equal(got, want)


def main():
    mode = sys.argv[1]
    # Before MPI is started only its mpirun can say.
    rank = int(os.environ.get("OMPI_COMM_WORLD_RANK") or os.environ["PMI_RANK"])
    if len(sys.argv) > 2:
        os.environ["DSV4_MPI_MACHINE"] = f"machine {rank // int(sys.argv[2])}"
    if mode == "absent" and rank == 1:
        print(f"fault at {time.time()}", flush=True)
        os._exit(0)
    with distributed.start() as ranks:
        if mode == "all":
            for element in TYPES:
                check_collectives(ranks.rank, element, "sum", 5)
            for reduction in ("max", "min", "product"):
                check_collectives(ranks.rank, "i32" if reduction == "product" else "f32", reduction, 3)
            # Larger than the size up to which everybody gets everything.
            check_collectives(ranks.rank, "f32", "sum", 5001)
            # 1 + 2^-8 is between two bf16: added in bf16 one by one the small terms would vanish.
            ones = to_bf16(np.full((4, 1), 1.0 if ranks.rank == 0 else 2.0**-8))
            total = program("bf16", "sum")(ones)[0]
            assert total.view(np.uint16)[0, 0] == to_bf16(np.float32(1 + 2**-6))  # 1 + 3 * 2^-8, a tie, to even
            print(f"rank {ranks.rank} of {ranks.size} is done", flush=True)
            return
        fault = mode if ranks.rank == 1 else None
        compiled = program("f32", "sum")
        # Another reduction under the same calls.
        other = program("f32", "max") if fault == "program" else None
        x = np.ones((4, 3), np.float32)
        if mode != "size":
            compiled(x)
        if ranks.rank == 1:
            print(f"fault at {time.time()}", flush=True)
        if fault == "shape":
            x = np.ones((4, 5), np.float32)
        if fault == "program":
            compiled = other
        if fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if fault == "stop":
            os.kill(os.getpid(), signal.SIGSTOP)
        if fault == "exit":
            os._exit(0)
        if fault == "leave":
            return
        if fault == "raise":
            raise ValueError("nothing goes on here")
        while fault == "hang":
            time.sleep(1)
        compiled(x)
        print("a rank came to the end", flush=True)


if __name__ == "__main__":
    main()

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles and runs the forms of one program on the same inputs; used by run_corpus.py.

Reads JSON from standard input, [{"name", "source", "converted", "tolerance"}, ...], and writes {name: "" or problem}.
"""

from __future__ import annotations

import json
import sys
import zlib
from pathlib import Path

import ml_dtypes
import numpy as np
from corpus_programs import Argument, ProgramSizes

import dsv4

FLOATS = {"f32": np.float32, "f64": np.float64, "f16": np.float16, "bf16": ml_dtypes.bfloat16}


def array(argument: Argument, tokens: int) -> np.ndarray:
    """Small numbers that no check of a program rejects, the same for an argument of the same place or name."""
    key = argument.name or f"arg{argument.index}"
    random = np.random.default_rng(zlib.crc32(key.encode()))
    sizes = argument.sizes or []
    if argument.name == "start_pos" or argument.name == "compressed_offset":
        return np.zeros(sizes, np.int32)
    if argument.name.endswith("score_state"):
        return np.full(sizes, -np.inf, np.float32)
    if argument.name.endswith("kv_state"):
        return np.zeros(sizes, np.float32)
    if argument.is_lengths:
        return np.full(sizes, tokens, np.int32)
    if argument.element in FLOATS:
        return (random.standard_normal(sizes) * 0.25).astype(FLOATS[argument.element])
    if argument.element == "f8E4M3FN":
        return random.standard_normal(sizes).astype(ml_dtypes.float8_e4m3fn).view(np.uint8)
    if argument.element == "f8E8M0FNU":
        return random.integers(124, 130, sizes, dtype=np.uint8)
    if argument.element == "i1":
        return random.integers(0, 2, sizes).astype(np.bool_)
    if argument.element == "i8":
        return random.integers(-128, 128, sizes, dtype=np.int8)
    # Ids, slots, rows and experts: every table has two entries.
    return random.integers(0, 2, sizes).astype({"i32": np.int32, "i64": np.int64}[argument.element])


def run(item: dict) -> list[np.ndarray]:
    """All results of @main, those written in place behind the others."""
    if "shard.grid" in item["converted"]:
        raise ValueError("its collectives need a process per rank, and here is one")
    sizes = ProgramSizes(Path(item["source"]).read_text(), item["converted"])
    inputs = [array(argument, sizes.tokens) for argument in sizes.arguments]
    main = dsv4.compile(dsv4.Module(item["converted"], item["name"])).functions["main"]
    results = main(*inputs)
    results = list(results) if isinstance(results, tuple) else [] if results is None else [results]
    written = [(spec.name, value) for spec, value in zip(main.arguments, inputs, strict=True) if spec.writable]
    return results + [value for _, value in sorted(written, key=lambda pair: pair[0])]


def compare(got: list[np.ndarray], want: list[np.ndarray], tolerance: float) -> str:
    """A message if two forms disagree."""
    if len(got) != len(want):
        return f"{len(got)} results, another form has {len(want)}"
    for index, (a, b) in enumerate(zip(got, want, strict=True)):
        if a.shape != b.shape or a.dtype != b.dtype:
            return f"result {index} is {a.dtype}{list(a.shape)}, another form has {b.dtype}{list(b.shape)}"
        if a.dtype.kind in "iub":
            if not np.array_equal(a, b):
                return f"result {index} differs from another form in {np.sum(a != b)} integers"
            continue
        x, y = a.astype(np.float64), b.astype(np.float64)
        # -inf of a state that was not reached is itself.
        both = np.isfinite(x) & np.isfinite(y)
        if not np.array_equal(x[~both], y[~both]):
            return f"result {index} has other infinities than another form"
        difference = np.max(np.abs(x - y)[both], initial=0.0)
        if difference > tolerance * max(np.max(np.abs(y)[both], initial=0.0), 1.0):
            return f"result {index} differs from another form by {difference:.3g}"
    return ""


def main() -> None:
    outcome, first = {}, None
    for item in json.load(sys.stdin):
        try:
            results = run(item)
        except (dsv4.Error, TypeError, ValueError, KeyError) as error:
            outcome[item["name"]] = str(error).strip().splitlines()[0]
            continue
        floats = [(i, value) for i, value in enumerate(results) if value.dtype.kind not in "iub"]
        bad = [i for i, value in floats if np.isnan(value.astype(float)).any()]
        if bad:
            outcome[item["name"]] = f"result {bad[0]} has NaN"
            continue
        outcome[item["name"]] = compare(results, first, item["tolerance"]) if first else ""
        first = first or results
    json.dump(outcome, sys.stdout)


if __name__ == "__main__":
    main()

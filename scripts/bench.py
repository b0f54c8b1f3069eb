# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures speed: beside a peer, the import of V4-Pro, and a decode step at growing capacity of the caches.

    make bench
    .venv/bin/python scripts/bench.py --repeat 30

Beside a peer, in one run on one machine, the ratio is what counts (below 1: dsv4 is faster). Times are medians of
interleaved repetitions, in milliseconds of wall time, where nothing else is said. Nothing here passes or fails: a
ratio is for reading, next to the ratio of the commit before.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

import dsv4

#: Tokens that the caches of the decode curve have room for.
CAPACITIES = (1024, 8192, 65536, 524288)
#: Tokens that they hold.
CONTEXT = 200
#: A small model with all kinds of layers. With the largest capacity its caches have 96 MiB, so a step that copied or
#: scanned them would take a multiple of its time.
DECODE_MODEL = {
    "model_type": "deepseek_v4",
    "vocab_size": 512,
    "hidden_size": 256,
    "num_hidden_layers": 4,
    "num_nextn_predict_layers": 0,
    "compress_ratios": [0, 4, 128, 4],
    "num_hash_layers": 1,
    "num_attention_heads": 8,
    "head_dim": 64,
    "qk_rope_head_dim": 16,
    "q_lora_rank": 128,
    "o_groups": 2,
    "o_lora_rank": 64,
    "sliding_window": 64,
    "index_n_heads": 16,
    "index_head_dim": 32,
    "index_topk": 32,
    "n_routed_experts": 8,
    "num_experts_per_tok": 2,
    "moe_intermediate_size": 128,
    "routed_scaling_factor": 1.5,
    "swiglu_limit": 10.0,
    "max_position_embeddings": 1048576,
}

ROOT = Path(__file__).resolve().parent.parent

SWIGLU = """
func.func @main(%gate: tensor<?x2048xf32>, %up: tensor<?x2048xf32>) -> tensor<?x2048xf32> {
  %y = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0}
      : (tensor<?x2048xf32>, tensor<?x2048xf32>) -> tensor<?x2048xf32>
  return %y : tensor<?x2048xf32>
}
"""

HC_POST = """
func.func @main(%x: tensor<?x4096xf32>, %residual: tensor<?x4x4096xf32>, %post: tensor<?x4xf32>,
                %comb: tensor<?x4x4xf32>) -> tensor<?x4x4096xf32> {
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<?x4096xf32>, tensor<?x4x4096xf32>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x4096xf32>
  return %y : tensor<?x4x4096xf32>
}
"""


def swiglu(gate, up):
    """The formula of `dsv4.v4_clamped_swiglu` in numpy; gate, up: [T, I] f32."""
    gate = np.minimum(gate, np.float32(10))
    return gate / (1 + np.exp(-gate)) * np.clip(up, np.float32(-10), np.float32(10))


def hc_post(x, residual, post, comb):
    """The formula of `dsv4.hc_post` in numpy; x: [T, D], residual: [T, H, D], post: [T, H], comb: [T, H, H]."""
    return post[:, :, None] * x[:, None, :] + np.matmul(comb.transpose(0, 2, 1), residual)


def interleaved(ours, peer, repeat):
    """Median milliseconds of two functions, called in turn `repeat` times after one call that is not counted."""
    times = ([], [])
    for round_number in range(repeat + 1):
        for function, record in zip((ours, peer), times, strict=True):
            start = time.perf_counter()
            function()
            if round_number:
                record.append((time.perf_counter() - start) * 1e3)
    return tuple(statistics.median(record) for record in times)


def command(*words):
    """A function that runs a command in the repository and fails when it does."""
    return lambda: subprocess.run([str(word) for word in words], cwd=ROOT, check=True, capture_output=True)


def least_time(words, repeat):
    """(wall, processor) milliseconds of a whole process, the least of `repeat` runs. Its output goes to /dev/null."""
    actions = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    wall, processor = [], []
    for _ in range(repeat):
        start = time.perf_counter()
        child = os.posix_spawn(words[0], words, os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        wall.append((time.perf_counter() - start) * 1e3)
        processor.append((usage.ru_utime + usage.ru_stime) * 1e3)
        if status:
            raise RuntimeError(f"{' '.join(words)} failed")
    return min(wall), min(processor)


def decode_times(repeat):
    """Median milliseconds of a decode step for every one of CAPACITIES, at the same context, in turn."""
    models = [dsv4.Model.from_config(DECODE_MODEL, context=capacity).random_weights(0) for capacity in CAPACITIES]
    prompt = np.random.default_rng(1).integers(0, DECODE_MODEL["vocab_size"], (1, CONTEXT))
    for model in models:
        model.prefill(prompt)
        model.decode([[0]])
    times = [[] for _ in models]
    for step in range(repeat):
        for model, record in zip(models, times, strict=True):
            start = time.perf_counter()
            model.decode([[step]])
            record.append((time.perf_counter() - start) * 1e3)
    return [statistics.median(record) for record in times]


def main():
    """Prints the tables; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=20, metavar="N", help="repetitions (default: %(default)s)")
    parser.add_argument("--build", type=Path, default=ROOT / "build", help="build tree (default: build)")
    options = parser.parse_args()
    if options.repeat < 1:
        parser.error(f"--repeat must be at least 1, not {options.repeat}")
    opt = options.build.resolve() / "bin" / "dsv4-opt"
    peer_opt = shutil.which("mlir-opt-22")
    if peer_opt is None:
        print("bench: mlir-opt-22 is not on PATH; `make setup` installs it", file=sys.stderr)
        return 1

    print(f"{'what':<46} {'dsv4 ms':>9} {'peer ms':>9} {'ratio':>6}  peer")

    def row(what, ours, peer, name):
        mine, other = interleaved(ours, peer, options.repeat)
        print(f"{what:<46} {mine:9.2f} {other:9.2f} {mine / other:6.2f}  {name}", flush=True)

    row("start of dsv4-opt, --version", command(opt, "--version"), command(peer_opt, "--version"), "mlir-opt-22")

    generator = np.random.default_rng(0)

    def array(*shape):
        return generator.standard_normal(shape, dtype=np.float32)

    tokens = 256
    for name, text, formula, arrays in (
        ("v4_clamped_swiglu", SWIGLU, swiglu, (array(tokens, 2048), array(tokens, 2048))),
        (
            "hc_post",
            HC_POST,
            hc_post,
            (array(tokens, 4096), array(tokens, 4, 4096), array(tokens, 4), array(tokens, 4, 4)),
        ),
    ):
        program = dsv4.compile(text)
        np.testing.assert_allclose(program(*arrays), formula(*arrays), rtol=1e-4, atol=1e-4)
        what = f"{name}, f32, {tokens} tokens of V4-Flash"
        row(what, lambda p=program, a=arrays: p(*a), lambda f=formula, a=arrays: f(*a), f"numpy {np.__version__}")

    translate = str(options.build.resolve() / "bin" / "dsv4-translate")
    print(f"\n{'whole process, output to /dev/null, least time':<46} {'wall ms':>9} {'cpu ms':>9}")
    for what, words in (
        ("start of dsv4-translate, --version", ["--version"]),
        ("import of DeepSeek-V4-Flash", ["--import-hf-config", "DeepSeek-V4-Flash"]),
        ("import of DeepSeek-V4-Pro", ["--import-hf-config", "DeepSeek-V4-Pro"]),
    ):
        wall, processor = least_time([translate, *words], options.repeat)
        print(f"{what:<46} {wall:9.1f} {processor:9.1f}", flush=True)

    print(f"\n{f'decode step of a small model, {CONTEXT} tokens cached':<46} {'ms':>9}")
    for capacity, median in zip(CAPACITIES, decode_times(options.repeat), strict=True):
        print(f"{f'caches for {capacity} tokens':<46} {median:9.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

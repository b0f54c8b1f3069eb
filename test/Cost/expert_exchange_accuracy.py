# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Error of the law of dispatch and combine against measured times, priced by the real tool.

    python3 test/Cost/expert_exchange_accuracy.py MEASURED_DIR --dsv4-opt build/bin/dsv4-opt

Builds one module per device, library and number of ranks with a moe_dispatch or moe_combine for every measured shape,
prices it with dsv4-estimate-cost, and compares. MEASURED_DIR is the folder with op_comm.csv: the full table, of which
the numbers of compute units that no stack runs with are left out, or the compact copy in test/Cost/Inputs. Prints
training and held-out rows apart (lib/Cost/fit/expert_exchange_rows.py says which are which). Exits 1 if the held-out
rows of a library on a device have a median above 7 % or a 90th percentile above 14 %.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "lib" / "Cost" / "fit"))

from error_table import print_report
from expert_exchange_rows import LOW_LATENCY, NORMAL, ONE_SIDED, UNITS, Row, read_rows

STACKS = Path(__file__).resolve().parents[2] / "lib" / "Cost" / "Stacks"
# A little above the worst groups when the law was fitted: H200 in low latency, whose constants H100 shares, and the
# few rows of the one-sided kernels.
MEDIAN_LIMIT = 7.0
P90_LIMIT = 14.0
# Stack file -> what its kernels are called there.
KERNELS = {LOW_LATENCY: ("deepep", "moe_"), NORMAL: ("deepep", "many_tokens_moe_"), ONE_SIDED: ("trtllm", "moe_")}


def stack_of(library: str) -> str:
    """A stack file with the library's kernels alone, whatever the number of tokens."""
    name, prefix = KERNELS[library]
    lines = [f"schema_version: 1\nname: {library}\ntitle: {library}\nkernels:"]
    wanted = False
    for line in (STACKS / f"{name}.yaml").read_text().splitlines():
        if not line.startswith("   "):
            wanted = line.startswith(f"  {prefix}")
            line = line.replace(prefix, "moe_")
        if wanted and "largest_tokens" not in line:
            lines.append(line)
    return "\n".join(lines) + "\n"


def routed(row: Row) -> int:
    """Experts per token of the op that stands for the row. What the law of a message per rank takes from it is the
    expected number of ranks; where the rows spread experts evenly over up to as many ranks, every rank gets the token,
    which is what routing to all experts makes of it."""
    return row.experts if row.balanced else row.top_k


def is_expressible(row: Row) -> bool:
    """Whether an op exchanges what was measured: not if an even spread reaches a certain part of the ranks."""
    return row.units in (0, UNITS) and not (row.balanced and row.ranks > row.top_k)


def op_of(row: Row, value: str) -> str:
    """The op in IR. What travels decides the stack, so bf16 rows and f32 results stand for every format."""
    ranks, tokens, hidden, top_k = row.ranks, row.tokens, row.hidden_size, routed(row)
    group = f"grid = @grid, grid_axes = array<i16: 0>, experts = {row.experts} : i64"
    group += f", experts_per_rank = {row.experts // ranks} : i64"
    counts = f"tensor<{ranks}x{tokens}xi32>, tensor<{ranks}xi32>, tensor<{ranks}xi32>"
    if row.op == "moe_dispatch":
        types = [f"{tokens}x{hidden}xbf16", f"{tokens}x{top_k}xi32", f"{tokens}x{top_k}xf32", "i32"]
        results = [f"tensor<{ranks}x{kind}>" for kind in types[:3]]
        call = (
            f"{value}:6 = dsv4.moe_dispatch",
            f"{{{group}, ranks = {ranks} : i64}}",
            f"({', '.join(results)}, {counts})",
        )
    else:
        types = [f"{ranks}x{tokens}x{hidden}xf32", f"{ranks}x{tokens}xi32", f"{ranks}xi32", f"{ranks}xi32"]
        call = f"{value} = dsv4.moe_combine", f"{{{group}, top_k = {top_k} : i64}}", f"tensor<{tokens}x{hidden}xf32>"
    names = [f"{value}_{index}" for index in range(len(types))]
    lines = [f"  {name} = tensor.empty() : tensor<{kind}>" for name, kind in zip(names, types, strict=True)]
    operands = ", ".join(f"tensor<{kind}>" for kind in types)
    lines.append(f"  {call[0]}({', '.join(names)}) {call[1]} : ({operands}) -> {call[2]}")
    return "\n".join(lines) + "\n"


def price(tool: str, device: str, library: str, ranks: int, rows: list[Row]) -> list[float]:
    """Times of the rows in us."""
    body = "".join(op_of(row, f"%v{index}") for index, row in enumerate(rows))
    module = f"shard.grid @grid(shape = {ranks})\nfunc.func @main() {{\n{body}  return\n}}\n"
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as stack:
        stack.write(stack_of(library))
        stack.flush()
        pipeline = (
            f"builtin.module(dsv4-attach-device{{device={device}}},"
            f"dsv4-estimate-cost{{stack-file={stack.name} format=json}})"
        )
        run = subprocess.run(
            [tool, "-", f"--pass-pipeline={pipeline}", "-o", "/dev/null"],
            input=module,
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode != 0:
        sys.exit(f"{tool} failed on {device}, {library}:\n{run.stderr}")
    return [kernel["per_launch"]["time_us"] for kernel in json.loads(run.stdout)["kernels"]]


def main() -> int:
    """Prints the table; 1 if a library on a device misses the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measured", type=Path, help="folder with op_expert_exchange.csv or op_comm.csv")
    parser.add_argument("--dsv4-opt", default="dsv4-opt", help="the tool to price with")
    arguments = parser.parse_args()

    def module_of(row: Row) -> tuple[str, str, int]:
        return row.device, row.library, row.ranks

    rows = sorted(filter(is_expressible, read_rows(arguments.measured)), key=module_of)
    errors: dict[tuple[str, str, str], dict[bool, list[float]]] = {}
    for (device, library, ranks), group in itertools.groupby(rows, module_of):
        members = list(group)
        for row, time in zip(members, price(arguments.dsv4_opt, device, library, ranks, members), strict=True):
            parts = errors.setdefault((device, library, row.op), {True: [], False: []})
            parts[row.held_out].append(100 * (time / row.time_us - 1))

    split = "a quarter of the shapes by MD5 of (library, op, hidden size, K, E, ranks, tokens)"
    return print_report("Dispatch and combine", split, "library", errors, (MEDIAN_LIMIT, P90_LIMIT))


if __name__ == "__main__":
    sys.exit(main())

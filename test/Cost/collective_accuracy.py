# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Error of the collective laws against measured times, priced by the real tool.

    python3 test/Cost/collective_accuracy.py MEASURED_DIR --dsv4-opt build/bin/dsv4-opt

Builds one module per device, stack and number of ranks with an op of the shard dialect for every measured message,
prices it with dsv4-estimate-cost, and compares. MEASURED_DIR is the folder with op_comm.csv: the full table or the
compact copy in test/Cost/Inputs. Prints training and held-out rows apart (lib/Cost/fit/collective_rows.py says which
are which). Exits 1 if the held-out rows of a device and stack have a median above 10 % or a 90th percentile above 28 %.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "lib" / "Cost" / "fit"))

from collective_rows import Row, read_rows
from error_table import print_report

# Measured times jump where a library changes its algorithm; the laws are continuous (docs/cost-model.md). The limits
# are a little above the worst groups, custom all-reduces on Blackwell, when the laws were fitted.
MEDIAN_LIMIT = 10.0
P90_LIMIT = 28.0


def op_of(row: Row, value: str) -> str:
    """The collective in IR. Elements are bf16; the buffer of an all_gather is its result, of the others their input."""
    whole, part = row.message_bytes // 2, row.message_bytes // 2 // row.ranks
    source, target, axes = {
        "all_reduce": (whole, whole, ""),
        "all_gather": (part, whole, " gather_axis = 0"),
        "reduce_scatter": (whole, part, " scatter_axis = 0"),
        "all_to_all": (whole, whole, " split_axis = 0 concat_axis = 0"),
    }[row.collective]
    return (
        f"  {value}_input = tensor.empty() : tensor<{source}xbf16>\n"
        f"  {value} = shard.{row.collective} {value}_input on @grid grid_axes = [0]{axes} "
        f": tensor<{source}xbf16> -> tensor<{target}xbf16>\n"
    )


def price(tool: str, device: str, stack: str, ranks: int, rows: list[Row]) -> list[float]:
    """Times of the rows in us."""
    body = "".join(op_of(row, f"%v{index}") for index, row in enumerate(rows))
    module = f"shard.grid @grid(shape = {ranks})\nfunc.func @main() {{\n{body}  return\n}}\n"
    pipeline = f"builtin.module(dsv4-attach-device{{device={device}}},dsv4-estimate-cost{{stack={stack} format=json}})"
    run = subprocess.run(
        [tool, "-", f"--pass-pipeline={pipeline}", "-o", "/dev/null"],
        input=module,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        sys.exit(f"{tool} failed on {device}, {stack}:\n{run.stderr}")
    return [kernel["per_launch"]["time_us"] for kernel in json.loads(run.stdout)["kernels"]]


def main() -> int:
    """Prints the table; 1 if a device misses the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measured", type=Path, help="folder with op_comm.csv")
    parser.add_argument("--dsv4-opt", default="dsv4-opt", help="the tool to price with")
    arguments = parser.parse_args()

    def module_of(row: Row) -> tuple[str, str, int]:
        return row.device, row.stack, row.ranks

    # An exchange whose buffer does not split into whole elements cannot be written down.
    rows = sorted((r for r in read_rows(arguments.measured) if r.message_bytes % (2 * r.ranks) == 0), key=module_of)
    errors: dict[tuple[str, str, str], dict[bool, list[float]]] = {}
    for (device, stack, ranks), group in itertools.groupby(rows, module_of):
        members = list(group)
        for row, time in zip(members, price(arguments.dsv4_opt, device, stack, ranks, members), strict=True):
            parts = errors.setdefault((device, stack, row.collective), {True: [], False: []})
            parts[row.held_out].append(100 * (time / row.time_us - 1))

    split = "a quarter of the messages by MD5 of (collective, ranks, bytes)"
    return print_report("Collectives", split, "stack", errors, (MEDIAN_LIMIT, P90_LIMIT))


if __name__ == "__main__":
    sys.exit(main())

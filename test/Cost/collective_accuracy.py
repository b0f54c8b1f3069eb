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
import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "lib" / "Cost" / "fit"))

from collective_rows import Row, read_rows
from error_table import HEADER, line_of, percentile

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

    print("Collectives: predicted against measured time, per cent")
    print("held out: a quarter of the messages by MD5 of (collective, ranks, bytes)")
    for title, held_out in (("held-out rows", True), ("training rows", False)):
        print(f"\n{title:44} {HEADER}")
        for (device, stack, collective), parts in sorted(errors.items()):
            print(line_of(f"  {device} {stack} {collective}", parts[held_out]))

    print(f"\n{'held-out rows per device and stack':44} {HEADER}")
    missed = []
    for device, stack in sorted({key[:2] for key in errors}):
        held_out = [e for key, parts in errors.items() if key[:2] == (device, stack) for e in parts[True]]
        print(line_of(f"  {device} {stack}", held_out))
        absolute = [abs(e) for e in held_out]
        if not absolute or statistics.median(absolute) > MEDIAN_LIMIT or percentile(absolute, 0.9) > P90_LIMIT:
            missed.append(f"{device} {stack}")
    print(line_of("  all", [e for parts in errors.values() for e in parts[True]]))
    print(
        f"\nlimits per device and stack: median {MEDIAN_LIMIT:g} %, P90 {P90_LIMIT:g} %: "
        f"{'missed by ' + ', '.join(missed) if missed else 'met'}"
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

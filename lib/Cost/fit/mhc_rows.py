# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measured Hyper-Connections times and their split into training and held-out rows.

One row is the time of `sites` calls of `hc_pre` or `hc_post` on `tokens` tokens of `hidden_size` elements in four
streams (bf16). Only the standard library is needed. Run as a script, it writes the compact copy that the tests use:

    python3 mhc_rows.py MEASURED_DIR > op_mhc.csv

MEASURED_DIR holds `op_mhc.csv` (NVIDIA devices: rows of AIConfigurator, ai-dynamo/aiconfigurator at 095f58a,
Apache-2.0, CUDA-graph replays on an idle GPU) and `op_ascend.csv` (rows of Ascend A3), or such a compact copy.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path

HIDDEN_SIZE = {"V4-Flash": 4096, "V4-Pro": 7168}
# Measured device -> (name of the device file, family).
DEVICES = {
    "H100-SXM": ("h100-sxm", "hopper"),
    "H200-SXM": ("h200-sxm", "hopper"),
    "B200-SXM": ("b200-sxm", "blackwell"),
    "GB200": ("gb200", "blackwell"),
    "GB300": ("gb300", "blackwell"),
    "Ascend A3 (910C die)": ("ascend-910c", "ascend"),
}
STACKS = {"sglang": "sglang", "trtllm": "trtllm", "vllm": "vllm", "": "cann"}
OPS = {
    "mhc_pre": ("hc_pre", 2),
    "mhc_post": ("hc_post", 2),
    "hc_pre_one_site": ("hc_pre", 1),
    "hc_post_one_site": ("hc_post", 1),
}
# Every second one of the eight sizes that the Ascend table has.
ASCEND_HELD_OUT_TOKENS = {16, 64, 4096, 65536}
COLUMNS = ["device", "stack", "op", "hidden_size", "tokens", "sites", "time_us"]


@dataclass(frozen=True)
class Row:
    """One measurement: `time_us` for `sites` calls of `op` on `tokens` x 4 x `hidden_size`."""

    device: str
    stack: str
    op: str
    hidden_size: int
    tokens: int
    sites: int
    time_us: float

    @property
    def held_out(self) -> bool:
        """Whether no constant was fitted on this row.

        A quarter of the shapes, by the first byte of an MD5 of (op, hidden size, tokens), for all devices and stacks
        alike. The Ascend table has 15 rows, too few for chance: there every second size is held out.
        """
        if self.stack == "cann":
            return self.tokens in ASCEND_HELD_OUT_TOKENS
        key = f"{self.op},{self.hidden_size},{self.tokens}"
        return hashlib.md5(key.encode(), usedforsecurity=False).digest()[0] < 64


def device_fact(name: str, key: str) -> float:
    """A number of lib/Cost/Devices/NAME.yaml or of the file it derives from, in the unit that stands there."""
    text = (Path(__file__).parents[1] / "Devices" / f"{name}.yaml").read_text()
    fact = re.search(rf"^{key}: {{value: ([-+.\deE]+)", text, re.MULTILINE)
    if fact:
        return float(fact[1])
    base = re.search(r"^derived-from: (\S+)", text, re.MULTILINE)
    if not base:
        raise KeyError(f"{name}.yaml has no {key}")
    return device_fact(base[1], key)


def read_rows(folder: Path) -> tuple[list[Row], dict[str, int]]:
    """All usable rows, and the number of rows left out by reason."""
    rows: list[Row] = []
    left_out: dict[str, int] = {}
    table = folder / "op_mhc.csv"
    lines = table.read_text().splitlines()
    for line in lines:
        if noted := re.match(r"# left out, (\d+) rows: (.*)", line):
            left_out[noted[2]] = int(noted[1])
    lines = [line for line in lines if not line.startswith("#")]
    records = list(csv.DictReader(lines))
    if records and "time_us" in records[0]:
        return [
            Row(
                r["device"],
                r["stack"],
                r["op"],
                int(r["hidden_size"]),
                int(r["tokens"]),
                int(r["sites"]),
                float(r["time_us"]),
            )
            for r in records
        ], left_out
    with (folder / "op_ascend.csv").open(newline="") as file:
        records += list(csv.DictReader(file))
    for r in records:
        if r["op"] not in OPS:
            continue
        if r["device"] not in DEVICES:
            reason = f"{r['device']}: no device file"
            left_out[reason] = left_out.get(reason, 0) + 1
            continue
        if r["quality"] != "A" or r["metric"] != "latency" or r["unit"] != "us":
            left_out["not a clean latency"] = left_out.get("not a clean latency", 0) + 1
            continue
        op, sites = OPS[r["op"]]
        stack = STACKS[r["framework"].split()[0] if r["framework"] else ""]
        tokens = int(r["batch"]) * int(r["new_tokens"])
        rows.append(Row(DEVICES[r["device"]][0], stack, op, HIDDEN_SIZE[r["model"]], tokens, sites, float(r["value"])))
    return rows, left_out


def main() -> int:
    """Prints the compact copy."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    rows, left_out = read_rows(Path(sys.argv[1]))
    print(
        "# Measured Hyper-Connections times. NVIDIA: AIConfigurator (ai-dynamo/aiconfigurator at 095f58a, Apache-2.0),"
    )
    print("# operator tables of sglang 0.5.14, trtllm 1.3.0rc20, vllm 0.24.0, CUDA-graph replays on an idle GPU; two")
    print("# sites are one layer. Ascend: public operator times of one A3 die. Written by lib/Cost/fit/mhc_rows.py.")
    for reason, count in sorted(left_out.items()):
        print(f"# left out, {count} rows: {reason}")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([getattr(row, column) for column in COLUMNS])
    return 0


if __name__ == "__main__":
    sys.exit(main())

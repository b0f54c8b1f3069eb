# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measured times of collectives and their split into training and held-out rows.

One row is the time of one collective over `ranks` devices; `message_bytes` is the whole buffer: the input of
all_reduce, reduce_scatter and all_to_all, the output of all_gather. Only the standard library is needed. Run as a
script, it writes the compact copy that the tests use:

    python3 collective_rows.py MEASURED_DIR > op_comm.csv

MEASURED_DIR holds `op_comm.csv` (rows of AIConfigurator, ai-dynamo/aiconfigurator at 095f58a, Apache-2.0, CUDA-graph
replays on an idle machine), or such a compact copy.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from mhc_rows import DEVICES

NCCL = "NCCL 2.29.2"
COLLECTIVES = {
    "nccl_all_reduce": "all_reduce",
    "nccl_all_gather": "all_gather",
    "nccl_reduce_scatter": "reduce_scatter",
    "nccl_alltoall": "all_to_all",
}
# Framework of a custom all-reduce -> stack file.
CUSTOM = {"vllm 0.24.0": "vllm", "sglang 0.5.14": "sglang", "trtllm 1.3.0rc20": "trtllm"}
# Devices whose times differ from their family's by more than the law's error: vLLM's buffers on GB200 are slower.
DEVICE_ENTRIES = {("vllm", "gb200")}
# vLLM takes a path of its own between two GB200 from this size on: twice the time of the same hardware in another box.
GB200_FALL_BACK = 16 << 20


@dataclass(frozen=True)
class Row:
    """One measurement. `stack` is the stack file: `nccl` for the library's own collectives."""

    device: str
    stack: str
    collective: str
    ranks: int
    message_bytes: int
    time_us: float

    @property
    def entry(self) -> str:
        """What the constants of the row are keyed by in the stack file: the device's family, or the device itself."""
        alone = (self.stack, self.device) in DEVICE_ENTRIES
        return self.device if alone else dict(DEVICES.values())[self.device]

    @property
    def held_out(self) -> bool:
        """Whether no constant was fitted on this row.

        A quarter of the messages, by the first byte of an MD5 of (collective, ranks, bytes), for all devices and
        stacks alike.
        """
        key = f"{self.collective},{self.ranks},{self.message_bytes}"
        return hashlib.md5(key.encode(), usedforsecurity=False).digest()[0] < 64


def read_rows(folder: Path) -> list[Row]:
    """All usable rows."""
    lines = [line for line in (folder / "op_comm.csv").read_text().splitlines() if not line.startswith("#")]
    rows = []
    for record in csv.DictReader(lines):
        if "time_us" in record:
            ranks, size, time = int(record["ranks"]), int(record["message_bytes"]), float(record["time_us"])
            rows.append(Row(record["device"], record["stack"], record["collective"], ranks, size, time))
            continue
        if record["device"] not in DEVICES or record["quality"] != "A":
            continue
        if record["framework"] == NCCL and record["op"] in COLLECTIVES:
            stack, collective = "nccl", COLLECTIVES[record["op"]]
        elif record["op"] == "custom_allreduce" and record["framework"] in CUSTOM and "eager" not in record["note"]:
            stack, collective = CUSTOM[record["framework"]], "all_reduce"
        else:
            continue
        # The table counts elements of two bytes.
        ranks, size = int(record["n_devices"]), 2 * int(record["batch"])
        if (stack, record["device"], ranks) == ("vllm", "GB200", 2) and size >= GB200_FALL_BACK:
            continue
        rows.append(Row(DEVICES[record["device"]][0], stack, collective, ranks, size, float(record["value"])))
    return rows


def main() -> int:
    """Prints the compact copy."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    print(
        "# Measured times of collectives: AIConfigurator (ai-dynamo/aiconfigurator at 095f58a, Apache-2.0), NCCL 2.29.2"
    )
    print("# and the custom all-reduce of sglang 0.5.14, trtllm 1.3.0rc20, vllm 0.24.0; CUDA-graph replays on an idle")
    print("# machine. Written by lib/Cost/fit/collective_rows.py.")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([field.name for field in fields(Row)])
    writer.writerows(astuple(row) for row in read_rows(Path(sys.argv[1])))
    return 0


if __name__ == "__main__":
    sys.exit(main())

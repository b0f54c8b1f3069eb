# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measured times of expert-parallel dispatch and combine and their split into training and held-out rows.

One row is the time of one `moe_dispatch` or `moe_combine` of a library: each of `ranks` devices has `tokens` tokens of
`hidden_size` elements, routed to `top_k` of `experts` experts. Only the standard library is needed. Run as a script, it
writes the compact copy that the tests use, without the numbers of compute units that no stack runs with:

    python3 expert_exchange_rows.py MEASURED_DIR > op_expert_exchange.csv

MEASURED_DIR holds `op_comm.csv` (rows of AIConfigurator, ai-dynamo/aiconfigurator at 095f58a, Apache-2.0, on an idle
machine), or such a compact copy.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from dataclasses import astuple, dataclass, fields
from math import comb
from pathlib import Path

from mhc_rows import DEVICES

LOW_LATENCY, NORMAL, ONE_SIDED = "deepep_low_latency", "deepep_normal", "nvlink_one_sided"
# Bytes of an element that travels: bf16, fp8 with an f32 scale of 128, nvfp4 with an fp8 scale of 16. The collector of
# the normal mode times fp8 and bf16 and keeps fp8; in bf16 the H200 rows would exceed its link. The one-sided kernels
# were called for experts that take nvfp4; what comes back is bf16.
ELEMENT_BYTES = {
    (LOW_LATENCY, "moe_dispatch"): 1 + 4 / 128,
    (LOW_LATENCY, "moe_combine"): 2,
    (NORMAL, "moe_dispatch"): 1 + 4 / 128,
    (NORMAL, "moe_combine"): 2,
    (ONE_SIDED, "moe_dispatch"): 0.5 + 1 / 16,
    (ONE_SIDED, "moe_combine"): 2,
}
# DeepEP's own choice, which the stacks leave as it is.
UNITS = 20
# With fewer the units alone limit, in ways that the law does not describe.
LEAST_UNITS = 16
# The low-latency kernels run a group of warps per expert; eight experts leave most units idle. V4 has 256 or more.
LEAST_EXPERTS = 128
# HGX boards were measured with 8 ranks, GB200 and GB300 with 4: what differs between them cannot be told apart from
# what the number of ranks does, so each has its own constants.
DEVICE_ENTRIES = {"b200-sxm"}


def share_with_some(some: int, top_k: int, experts: int) -> float:
    """Probability that one of `some` experts is among `top_k` different ones of `experts`."""
    return 1 - comb(experts - some, top_k) / comb(experts, top_k)


@dataclass(frozen=True)
class Row:
    """One measurement. `units`: compute units of the kernel, 0 if it chose them itself. `balanced`: whether the experts
    of a token are spread evenly over the ranks; else they are random."""

    device: str
    library: str
    op: str
    ranks: int
    hidden_size: int
    top_k: int
    experts: int
    units: int
    balanced: int
    tokens: int
    time_us: float

    @property
    def entry(self) -> str:
        """What the constants of the row are keyed by in the stack file: the device's family, or the device itself."""
        return self.device if self.device in DEVICE_ENTRIES else dict(DEVICES.values())[self.device]

    @property
    def element_bytes(self) -> float:
        """Bytes of an element that travels."""
        return ELEMENT_BYTES[self.library, self.op]

    @property
    def messages(self) -> float:
        """Messages per token: one per expert, or one per rank that holds one of its experts."""
        if self.library == LOW_LATENCY:
            return self.top_k
        if self.balanced:
            return min(self.ranks, self.top_k)
        return self.ranks * share_with_some(self.experts // self.ranks, self.top_k, self.experts)

    @property
    def held_out(self) -> bool:
        """Whether no constant was fitted on this row.

        A quarter of the shapes, by the first byte of an MD5 of (library, op, hidden size, experts per token, experts,
        ranks, tokens), for all devices and numbers of units alike.
        """
        key = f"{self.library},{self.op},{self.hidden_size},{self.top_k},{self.experts},{self.ranks},{self.tokens}"
        return hashlib.md5(key.encode(), usedforsecurity=False).digest()[0] < 64


def number_after(word: str, note: str, default: int | None = None) -> int:
    """The integer that follows a word in the note of a row."""
    if found := re.search(rf"\b{word} (\d+)", note):
        return int(found[1])
    if default is None:
        raise ValueError(f"no {word!r} in {note!r}")
    return default


def row_of(record: dict[str, str]) -> Row | None:
    """A usable row of the full table."""
    note = record["note"]
    if record["device"] not in DEVICES or record["quality"] != "A":
        return None
    if found := re.fullmatch(r"deepep_(ll|normal)_(dispatch|combine)", record["op"]):
        library, op = LOW_LATENCY if found[1] == "ll" else NORMAL, found[2]
        hidden, units = number_after("hidden", note), number_after("SMs", note, default=0)
    elif (found := re.fullmatch(r"trtllm_alltoall_(dispatch|combine)", record["op"])) and "NVLinkOneSided" in note:
        # The table does not state the hidden size; its collector runs DeepSeek-V3's.
        library, op, hidden, units = ONE_SIDED, found[1], 7168, 0
    else:
        return None
    experts = number_after("experts", note)
    if experts < LEAST_EXPERTS or (library == NORMAL and units < LEAST_UNITS):
        return None
    return Row(
        DEVICES[record["device"]][0],
        library,
        f"moe_{op}",
        int(record["n_devices"]),
        hidden,
        number_after("topk", note),
        experts,
        units,
        int("balanced" in note),
        int(record["batch"]),
        float(record["value"]),
    )


def read_rows(folder: Path) -> list[Row]:
    """All usable rows."""
    compact = folder / "op_expert_exchange.csv"
    if not compact.exists():
        with (folder / "op_comm.csv").open(newline="") as file:
            return [row for record in csv.DictReader(file) if (row := row_of(record))]
    lines = [line for line in compact.read_text().splitlines() if not line.startswith("#")]
    types = {"device": str, "library": str, "op": str, "time_us": float}
    return [
        Row(**{field.name: types.get(field.name, int)(record[field.name]) for field in fields(Row)})
        for record in csv.DictReader(lines)
    ]


def main() -> int:
    """Prints the compact copy."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    print(
        "# Measured times of expert-parallel dispatch and combine: AIConfigurator (ai-dynamo/aiconfigurator at 095f58a,"
    )
    print(f"# Apache-2.0); DeepEP low latency, DeepEP normal with {UNITS} compute units, and TensorRT-LLM's one-sided")
    print("# NVLink kernels. Written by lib/Cost/fit/expert_exchange_rows.py.")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([field.name for field in fields(Row)])
    writer.writerows(astuple(row) for row in read_rows(Path(sys.argv[1])) if row.units in (0, UNITS))
    return 0


if __name__ == "__main__":
    sys.exit(main())

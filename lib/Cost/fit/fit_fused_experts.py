# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fits the constants of the law of dispatch, experts and combine in one kernel, which lib/Cost/Stacks/*.yaml hold.

    python3 fit_fused_experts.py MEASURED_DIR [--yaml]

MEASURED_DIR holds `op_megamoe.csv` (rows of AIConfigurator, ai-dynamo/aiconfigurator at 095f58a, Apache-2.0: DeepGEMM
mega MoE through SGLang, evenly spread routing) and `op_megamoe_sweeps.csv` (public sweeps of the same kernel, random
routing). Prints, per harness and device, the error on training and held-out rows; with the option, the entries of the
stack files. Needs numpy and scipy. The formula is that of lib/Cost/LawsExpertExchange.cpp; docs/cost-model.md explains
it. Times in us, the rest as fractions of the device's peaks.

Held out: a quarter of the rows, by the first byte of an MD5 of (op, model, ranks, tokens), for all devices and
harnesses alike. The two harnesses measure different models, so each has its own constants: the tables' for the
devices that they have, the sweeps' for the rest of the family.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from expert_exchange_rows import share_with_some
from fit_expert_exchange import summary
from fitting import fit_logarithms
from mhc_rows import DEVICES, device_fact

# Hidden size, inner size of an expert, experts, experts per token.
MODELS = {"V4-Pro": (7168, 3072, 384, 6), "V4-Flash": (4096, 2048, 256, 6)}
# mxfp4: a scale of a byte for 32 codes of half a byte.
WEIGHT_BYTES = 0.5 + 1 / 32
# Bytes of an element that travels: fp8 with a scale per 32 elements out, bf16 back.
DISPATCH_BYTES, COMBINE_BYTES = 1 + 1 / 32, 2
# Constant: (start, lower bound, upper bound).
RULES = {
    "launch_time": (50.0, 5.0, 200.0),
    "rank_time": (0.5, 0.001, 3.0),
    "memory_efficiency": (0.75, 0.3, 1.0),
    "matrix_efficiency": (0.6, 0.1, 1.2),
    "link_rate": (0.5, 0.05, 1.0),
}
UNIT_NAMES = {"time": "us", "efficiency": "fraction", "rate": "fraction"}


@dataclass(frozen=True)
class Row:
    """One measurement: `tokens` per rank. `spread`: whether the experts of a token are spread evenly; else random."""

    device: str
    spread: bool
    model: str
    ranks: int
    tokens: int
    time_us: float

    @property
    def entry(self) -> str:
        """What the constants are keyed by in the stack file."""
        return self.device if self.spread else dict(DEVICES.values())[self.device]

    @property
    def held_out(self) -> bool:
        """Whether no constant was fitted on this row."""
        key = f"mega_moe,{self.model},{self.ranks},{self.tokens}"
        return hashlib.md5(key.encode(), usedforsecurity=False).digest()[0] < 64


def read_rows(folder: Path) -> list[Row]:
    """Rows of V4 models whose routing is even, with mxfp4 weights and bf16 sums."""
    rows = []
    for file, spread, precision, routing in (
        ("op_megamoe.csv", True, "w4a8 mxfp4/mxfp8", "routing balanced"),
        ("op_megamoe_sweeps.csv", False, "dg_mxfp4", ""),
    ):
        with (folder / file).open(newline="") as text:
            rows += [
                Row(
                    DEVICES[record["device"]][0],
                    spread,
                    record["model"],
                    int(record["n_devices"]),
                    int(record["batch"]),
                    float(record["value"]),
                )
                for record in csv.DictReader(text)
                if record["device"] in DEVICES
                and record["quality"] == "A"
                and record["model"] in MODELS
                and record["precision"] == precision
                and routing in record["note"]
            ]
    return rows


def columns(rows: list[Row]) -> dict[str, np.ndarray]:
    """What the law needs of the rows: times that the peaks allow, in us."""
    hidden, inner, experts, top_k = (np.array([float(MODELS[row.model][i]) for row in rows]) for i in range(4))
    ranks, tokens, time = (
        np.array([float(getattr(row, name)) for row in rows]) for name in ("ranks", "tokens", "time_us")
    )

    def fact(name):
        return np.array([device_fact(row.device, name) for row in rows])

    spread = np.array([row.spread for row in rows])
    # Experts of a rank that some token needs, and messages of a rank, for the tokens of all ranks.
    random = experts / ranks * (1 - (1 - top_k / experts) ** (tokens * ranks))
    hit = np.where(spread, np.minimum(experts / ranks, tokens * top_k), random)
    reached = [
        row.ranks * share_with_some(int(e) // row.ranks, int(k), int(e))
        for row, e, k in zip(rows, experts, top_k, strict=True)
    ]
    distinct = np.where(spread, np.minimum(ranks, top_k), reached)
    messages = tokens * distinct
    return {
        "ranks": ranks,
        "time_us": time,
        "memory": hit * 3 * hidden * inner * WEIGHT_BYTES / (fact("memory_bandwidth") * 1e3),
        "matrix": tokens * top_k * 6 * hidden * inner / (fact("matrix_f8") * 1e6),
        "link": messages
        * hidden
        * (DISPATCH_BYTES + COMBINE_BYTES)
        * (1 - 1 / ranks)
        / (fact("scaleup_bandwidth") * 1e3),
    }


def law(c: dict[str, float], r: dict[str, np.ndarray]) -> np.ndarray:
    """Times of the rows."""
    memory, matrix = r["memory"] / c["memory_efficiency"], r["matrix"] / c["matrix_efficiency"]
    link = r["link"] / c["link_rate"]
    return c["launch_time"] + c.get("rank_time", 0) * r["ranks"] + (memory**2.5 + matrix**2.5 + link**2.5) ** 0.4


def fit(keys: list[str], r: dict[str, np.ndarray]) -> dict[str, float]:
    """The constants that minimise a soft absolute error of the logarithm."""
    return fit_logarithms(lambda c: law(c, r), RULES, keys, r["time_us"], (0.0, -0.3, 0.3))


def yaml(entry: str, constants: dict[str, float], rows: list[Row]) -> str:
    """The entry of a family or device below mega_moe in a stack file."""
    devices = ", ".join(sorted({row.device for row in rows}))
    models = ", ".join(sorted({row.model for row in rows}))
    ranks = sorted({row.ranks for row in rows})
    origin = "AIConfigurator operator tables (095f58a)" if rows[0].spread else "public sweeps"
    source = (
        f"{sum(not row.held_out for row in rows)} training rows of {origin}: DeepGEMM mega MoE of {models} on "
        f"{devices}, {ranks[0]} to {ranks[-1]} ranks, fit_fused_experts.py"
    )
    lines = [f"    {entry}:", "      law: fused_experts", f'      source: "{source}"', "      constants:"]
    for key, value in constants.items():
        lines.append(f"        {key}: {{value: {value:.3g}, unit: {UNIT_NAMES[key.rsplit('_', 1)[1]]}}}")
    for key, value in (("dispatch_element_bytes", DISPATCH_BYTES), ("combine_element_bytes", COMBINE_BYTES)):
        lines.append(f"        {key}: {{value: {value:.6g}, unit: B}}")
    return "\n".join(lines)


def main() -> int:
    """Prints errors or constants."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--yaml"]
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    groups: dict[str, list[Row]] = {}
    for row in read_rows(Path(arguments[0])):
        groups.setdefault(row.entry, []).append(row)
    errors: list[np.ndarray] = []
    if "--yaml" in sys.argv:
        print("  mega_moe:")
    for entry, rows in sorted(groups.items()):
        # The sweeps have one number of ranks per device.
        keys = [key for key in RULES if key != "rank_time" or rows[0].spread]
        table, out = columns(rows), np.array([row.held_out for row in rows])
        constants = fit(keys, {name: values[~out] for name, values in table.items()})
        if "--yaml" in sys.argv:
            print(yaml(entry, constants, rows))
            continue
        error = 100 * (law(constants, table) / table["time_us"] - 1)
        errors.append(error[out])
        for device in sorted({row.device for row in rows}):
            own = np.array([row.device == device for row in rows])
            parts = [summary(error[own & part]) if (own & part).any() else "none" for part in (~out, out)]
            print(f"{entry:10} {device:10} training {parts[0]}  held out {parts[1]}")
    if errors:
        print(f"{'all held-out rows':73} {summary(np.concatenate(errors))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

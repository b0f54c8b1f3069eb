# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fits the constants of the law of dispatch and combine, which lib/Cost/Stacks/*.yaml hold.

    python3 fit_expert_exchange.py MEASURED_DIR [--yaml]

MEASURED_DIR holds `op_comm.csv` (rows of AIConfigurator, ai-dynamo/aiconfigurator at 095f58a, Apache-2.0). Prints, per
library, op and device, the error on training and held-out rows; with the option, the entries of the stack files. Needs
numpy and scipy. The formula is that of lib/Cost/LawsExpertExchange.cpp; docs/cost-model.md explains it. Times in us,
rates of units in GB/s, of links as fractions of the scale-up link, overheads in KB.

expert_exchange_rows.py says which rows are held out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from expert_exchange_rows import LOW_LATENCY, NORMAL, ONE_SIDED, UNITS, Row, read_rows
from fitting import fit_logarithms
from mhc_rows import device_fact

# Constant: (start, lower bound, upper bound).
RULES = {
    "launch_time": (15.0, 1.0, 100.0),
    "walk_time": (1.0, 0.01, 40.0),
    "expert_time": (0.01, 1e-4, 0.2),
    "rank_time": (0.1, 0.001, 3.0),
    "message_time": (0.5, 0.01, 10.0),
    "handling_time": (1.0, 0.01, 60.0),
    "token_time": (0.01, 1e-5, 1.0),
    "link_rate": (0.6, 0.05, 1.0),
    "unit_rate": (30.0, 3.0, 200.0),
    "message_overhead": (1.0, 0.001, 100.0),
}
# What the rows of a library can tell apart: only the one-sided kernels were measured with several numbers of ranks,
# only the normal ones with several numbers of units.
CONSTANTS = {
    LOW_LATENCY: ["launch_time", "walk_time", "expert_time", "handling_time", "token_time", "link_rate"],
    NORMAL: ["launch_time", "walk_time", "message_time", "link_rate", "unit_rate", "message_overhead"],
    ONE_SIDED: ["launch_time", "rank_time", "message_time", "handling_time", "token_time", "link_rate"],
}
UNIT_NAMES = {"time": "us", "rate": "fraction", "overhead": "KB"}
# DeepEP's low-latency kernels are made for batches of up to so many tokens.
LARGEST_TOKENS = 256


def law(c: dict[str, float], r: dict[str, np.ndarray]) -> np.ndarray:
    """Times of the rows."""
    messages = r["messages"] * r["tokens"]
    row = r["hidden_size"] * r["element_bytes"]
    fixed = (
        c["launch_time"]
        + c.get("walk_time", 0) * r["hidden_size"] / 4096
        + c.get("expert_time", 0) * r["experts"]
        + c.get("rank_time", 0) * r["ranks"]
        + c.get("message_time", 0) * r["messages"]
    )
    handling = c.get("handling_time", 0) + c.get("token_time", 0) * r["tokens"]
    link = messages * row * (1 - 1 / r["ranks"]) / (r["link"] * 1e3 * c["link_rate"])
    copying = 0
    if "unit_rate" in c:
        copying = messages * (row + 1e3 * c["message_overhead"]) / (r["units"] * c["unit_rate"] * 1e3)
    return fixed + (handling**4 + link**4 + copying**4) ** 0.25


def columns(rows: list[Row]) -> dict[str, np.ndarray]:
    """The rows as arrays; `link` is the rate of the device's scale-up link in GB/s per direction."""
    names = ("ranks", "hidden_size", "top_k", "experts", "units", "tokens", "time_us", "element_bytes", "messages")
    table = {name: np.array([float(getattr(row, name)) for row in rows]) for name in names}
    return table | {"link": np.array([device_fact(row.device, "scaleup_bandwidth") for row in rows])}


def fit(keys: list[str], r: dict[str, np.ndarray]) -> dict[str, float]:
    """The constants that minimise a soft absolute error of the logarithm."""
    found = fit_logarithms(lambda c: law(c, r), RULES, keys, r["time_us"], (0.0, -0.5, 0.5))
    # A term at its lower bound is none.
    return {key: value for key, value in found.items() if value > 1.1 * RULES[key][1]}


def summary(error: np.ndarray) -> str:
    """Number; median, mean, 90th percentile, worst absolute error; bias; in per cent."""
    size = abs(error)
    return (
        f"{len(error):4} {np.median(size):5.1f} {size.mean():5.1f} {np.percentile(size, 90):5.1f} {size.max():5.1f} "
        f"{error.mean():+5.1f}"
    )


def yaml(library: str, entry: str, constants: dict[str, float], rows: list[Row]) -> str:
    """The entry of a family below the kernel in a stack file."""
    training = [row for row in rows if not row.held_out]
    devices = ", ".join(sorted({row.device for row in rows}))
    ranks = " to ".join(str(n) for n in sorted({min(row.ranks for row in rows), max(row.ranks for row in rows)}))
    source = (
        f"{len(training)} training rows of AIConfigurator operator tables (095f58a): {library} on {devices}, "
        f"{ranks} ranks, fit_expert_exchange.py"
    )
    lines = [f"    {entry}:", "      law: expert_exchange", f'      source: "{source}"', "      constants:"]
    traits = []
    if library == NORMAL:
        traits.append(("units", UNITS, "count"))
    traits.append(("element_bytes", rows[0].element_bytes, "B"))
    if library == LOW_LATENCY:
        traits += [("copies_per_expert", 1, "count"), ("largest_tokens", LARGEST_TOKENS, "count")]
    fitted = [
        (key, value, "GB/s" if key == "unit_rate" else UNIT_NAMES[key.rsplit("_", 1)[1]])
        for key, value in constants.items()
    ]
    for key, value, unit in fitted:
        lines.append(f"        {key}: {{value: {value:.3g}, unit: {unit}}}")
    for key, value, unit in traits:
        lines.append(f"        {key}: {{value: {value:.6g}, unit: {unit}}}")
    return "\n".join(lines)


def main() -> int:
    """Prints errors or constants."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--yaml"]
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in read_rows(Path(arguments[0])):
        groups.setdefault((row.library, row.op, row.entry), []).append(row)
    held_out: list[np.ndarray] = []
    printed = None
    if "--yaml" not in sys.argv:
        print(f"{'':55} {'training':^32}  {'held out':^32}")
        columns_of_summary = "   n   med  mean   P90 worst  bias"
        print(f"{'':55} {columns_of_summary}  {columns_of_summary}")
    for (library, op, entry), rows in sorted(groups.items()):
        table, out = columns(rows), np.array([row.held_out for row in rows])
        constants = fit(CONSTANTS[library], {name: values[~out] for name, values in table.items()})
        if "--yaml" in sys.argv:
            kernel = f"many_tokens_{op}" if library == NORMAL else op
            if (library, kernel) != printed:
                print(f"# {library}\n  {kernel}:")
            printed = (library, kernel)
            print(yaml(library, entry, constants, rows))
            continue
        error = 100 * (law(constants, table) / table["time_us"] - 1)
        held_out.append(error[out])
        for device in sorted({row.device for row in rows}):
            own = np.array([row.device == device for row in rows])
            label = f"{library} {op} {entry} {device}"
            print(f"{label:55} {summary(error[own & ~out])}  {summary(error[own & out])}")
    if held_out:
        print(f"{'all held-out rows':55} {'':32}  {summary(np.concatenate(held_out))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

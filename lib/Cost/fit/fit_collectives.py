# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fits the constants of the collective laws, which lib/Cost/Stacks/*.yaml hold.

    python3 fit_collectives.py MEASURED_DIR [--yaml]

MEASURED_DIR holds `op_comm.csv` (rows of AIConfigurator, ai-dynamo/aiconfigurator at 095f58a, Apache-2.0). Prints, per
stack, collective and device, the error on training and held-out rows; with the option, the entries of the stack files.
Needs numpy and scipy. The formulas are those of lib/Cost/LawsCollectives.cpp; docs/cost-model.md explains them.
Times in us, sizes in bytes, rates as fractions of the scale-up link.

collective_rows.py says which rows are held out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from collective_rows import CUSTOM, Row, read_rows
from fitting import fit_logarithms
from mhc_rows import DEVICES, device_fact

# Constant: (start, lower bound, upper bound).
PROTOCOLS = {
    "ll_latency": (6.0, 0.5, 60.0),
    "ll_step": (1.2, 0.005, 20.0),
    "ll_rate": (0.05, 0.005, 1.5),
    "ll128_latency": (8.0, 0.5, 60.0),
    "ll128_step": (1.3, 0.005, 20.0),
    "ll128_rate": (0.35, 0.01, 1.5),
    "simple_latency": (14.0, 0.5, 60.0),
    "simple_step": (3.0, 0.005, 30.0),
    "simple_rate": (0.75, 0.05, 1.5),
    "few_ranks_loss": (1.0, 0.01, 3.0),
}
# From so many ranks on; fewer were never seen to use it.
NETWORK_RANKS = 8
IN_NETWORK = {"in_network_latency": (40.0, 1.0, 200.0), "in_network_rate": (0.9, 0.05, 2.0)}
SHOTS = {
    "one_shot_latency": (4.0, 0.2, 60.0),
    "one_shot_step": (0.2, 0.005, 10.0),
    "one_shot_rate": (0.5, 0.01, 1.5),
    "two_shot_latency": (10.0, 0.2, 60.0),
    "two_shot_step": (0.5, 0.005, 10.0),
    "two_shot_rate": (0.6, 0.01, 1.5),
}


def wire_factor(collective: str, ranks: np.ndarray) -> np.ndarray:
    """Bytes that cross a device's link per byte of the whole buffer."""
    return (2 if collective == "all_reduce" else 1) * (ranks - 1) / ranks


def protocols(c: dict[str, float], collective: str, ranks, size, link):
    """NCCL: the least of its protocols, and of the reduction in the network from eight ranks on."""
    wire = wire_factor(collective, ranks) * size / (link * 1e3)
    share = np.maximum(1 - c["few_ranks_loss"] / ranks**2, 0.05)
    times = []
    for name in ("ll", "ll128", "simple"):
        rate = c[f"{name}_rate"] * (1 if name == "ll" else share)
        times.append(c[f"{name}_latency"] + c[f"{name}_step"] * (ranks - 1) + wire / rate)
    if "in_network_rate" in c:
        network = c["in_network_latency"] + wire / c["in_network_rate"]
        times.append(np.where(ranks >= NETWORK_RANKS, network, np.inf))
    return np.minimum.reduce(times)


def shots(c: dict[str, float], collective: str, ranks, size, link):
    """A custom all-reduce: everyone reads everything, or reduce-scatter and all-gather in one kernel."""
    wire = size / (link * 1e3)
    one = c["one_shot_latency"] + (ranks - 1) * (c["one_shot_step"] + wire / c["one_shot_rate"])
    two = c["two_shot_latency"] + (ranks - 1) * (c["two_shot_step"] + 2 / ranks * wire / c["two_shot_rate"])
    return np.minimum(one, two)


def fit(law, rules, collective, ranks, size, link, time):
    """The constants that minimise a soft absolute error of the logarithm."""
    return fit_logarithms(lambda c: law(c, collective, ranks, size, link), rules, list(rules), time, (0.0, -0.4, 0.4))


class Rows:
    """Measurements of one collective of one stack on the devices of a family, as arrays."""

    def __init__(self, rows: list[Row]):
        self.ranks = np.array([row.ranks for row in rows])
        self.size = np.array([row.message_bytes for row in rows])
        # In GB/s per direction.
        self.link = np.array([device_fact(row.device, "scaleup_bandwidth") for row in rows])
        self.time = np.array([row.time_us for row in rows])
        self.held_out = np.array([row.held_out for row in rows])

    def __getitem__(self, mask: np.ndarray) -> tuple[np.ndarray, ...]:
        return self.ranks[mask], self.size[mask], self.link[mask], self.time[mask]

    @property
    def all(self) -> tuple[np.ndarray, ...]:
        return self[np.ones(len(self.size), bool)]


def group_rows(folder: Path) -> dict[tuple[str, str, str], Rows]:
    """(stack, collective, family or device) -> rows."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in read_rows(folder):
        groups.setdefault((row.stack, row.collective, row.entry), []).append(row)
    return {key: Rows(rows) for key, rows in groups.items()}


def fit_nccl(collective: str, rows: Rows) -> tuple[dict[str, float], np.ndarray]:
    """The constants of NCCL's collective, and its times of all rows."""
    rules = PROTOCOLS | (IN_NETWORK if collective == "all_reduce" else {})
    c = fit(protocols, rules, collective, *rows[~rows.held_out])
    time = protocols(c, collective, *rows.all[:3])
    return c | ({"in_network_ranks": NETWORK_RANKS} if "in_network_rate" in c else {}), time


def fit_custom(rows: Rows, nccl: dict[str, float]) -> tuple[dict[str, float], np.ndarray]:
    """The same of a custom all-reduce. `largest_message` is the size beyond which NCCL is nearer to the training rows;
    a limit has to earn its place: without one unless it makes the mean error a tenth smaller."""
    train = ~rows.held_out
    left = protocols(nccl, "all_reduce", *rows.all[:3])
    best: tuple[float, dict[str, float], np.ndarray] | None = None
    sizes = np.unique(rows.size[train])
    for limit in [None, *sizes[len(sizes) // 2 : -1]]:
        own = rows.size <= (limit or np.inf)
        c = fit(shots, SHOTS, "all_reduce", *rows[train & own])
        time = np.where(own, shots(c, "all_reduce", *rows.all[:3]), left)
        error = np.abs(np.log(time / rows.time))[train].mean()
        if best is None or error < best[0] * 0.9:
            best = error, c | ({"largest_message": limit / 1e6} if limit else {}), time
    return best[1:]


def summary(error: np.ndarray) -> str:
    """Median and P90 of the absolute error, bias, in percent; number of rows."""
    return f"{np.median(abs(error)):5.1f} {np.percentile(abs(error), 90):5.1f} {np.mean(error):+5.1f} ({len(error):3})"


UNITS = {"latency": "us", "step": "us", "rate": "fraction", "loss": "fraction", "message": "MB", "ranks": "count"}


def yaml(family: str, law: str, constants: dict[str, float], rows: Rows) -> str:
    """The entry of a family below the collective in a stack file."""
    source = f"{(~rows.held_out).sum()} training rows of AIConfigurator operator tables (095f58a), graph replay"
    lines = [
        f"    {family}:",
        f"      law: {law}",
        f'      source: "{source}, {rows.ranks.min()} to {rows.ranks.max()} ranks, fit_collectives.py"',
        "      constants:",
    ]
    for key, value in constants.items():
        unit = UNITS[key.rsplit("_", 1)[1]]
        lines.append(f"        {key}: {{value: {value:.{7 if unit == 'MB' else 3}g}, unit: {unit}}}")
    return "\n".join(lines)


def main() -> None:
    """Prints errors and constants."""
    groups = group_rows(Path(sys.argv[1]))
    nccl: dict[str, dict[str, float]] = {}
    held_out: dict[str, list[np.ndarray]] = {}
    printed = None
    family_of = dict(DEVICES.values())
    for stack in ("nccl", *CUSTOM.values()):
        for (_, collective, family), rows in sorted(item for item in groups.items() if item[0][0] == stack):
            if stack == "nccl":
                constants, time = fit_nccl(collective, rows)
                if collective == "all_reduce":
                    nccl[family] = constants
            else:
                constants, time = fit_custom(rows, nccl[family_of.get(family, family)])
            error = 100 * (time / rows.time - 1)
            held_out.setdefault(stack, []).append(error[rows.held_out])
            if "--yaml" in sys.argv:
                name, law = (f"library_{collective}", "nccl") if stack == "nccl" else (collective, "custom_all_reduce")
                if (stack, name) != printed:
                    print(f"# {stack}\n  {name}:")
                printed = (stack, name)
                print(yaml(family, law, constants, rows))
            else:
                print(
                    f"{stack:7} {collective:15} {family:10} training {summary(error[~rows.held_out])}"
                    f"  held out {summary(error[rows.held_out])}"
                )
    if "--yaml" not in sys.argv:
        for stack, errors in held_out.items():
            print(f"{stack:7} all held out {summary(np.concatenate(errors))}")


if __name__ == "__main__":
    main()

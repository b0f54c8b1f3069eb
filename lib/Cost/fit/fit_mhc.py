# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fits the constants of the Hyper-Connections laws, which lib/Cost/Stacks/*.yaml hold.

    python3 fit_mhc.py MEASURED_DIR [--leave-one-device-out]

prints, per stack, kernel and device family, the constants and the error on training and held-out rows; with the option,
the error on all rows of each device when the constants come from the other devices of its family. Needs numpy and
scipy. The formulas are those of lib/Cost/LawsHyperConnections.cpp; docs/cost-model.md explains them.
Times in us, sizes in bytes, rates in GB/s.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from mhc_rows import DEVICES, Row, device_fact, read_rows
from scipy.optimize import least_squares

STREAMS = 4
ELEMENT_BYTES = 2
# Bandwidth in GB/s, cache in MB, the part of it that different data can fill, compute units.
FACTS = ("memory_bandwidth", "l2_capacity", "l2_usable_share", "compute_units")
FAMILY = dict(DEVICES.values())

# Constant: (centre, standard deviation of its logarithm, lower, upper bound). The centre and the deviation form a
# weak prior: it decides only what the rows leave open (mainly the cache constants).
COMMON = {
    "launch_time": (3.0, 2.0, 0.1, 30.0),
    "walk_time": (1.0, 2.0, 0.05, 5.0),
    "memory_efficiency": (0.85, 0.5, 0.1, 1.0),
    "cache_speedup": (2.0, 0.5, 0.8, 6.0),
    "miss_start": (0.6, 0.4, 0.2, 0.95),
    "miss_width": (0.35, 0.4, 0.05, 1.2),
}
MATMUL = {"unit_rate": (40.0, 0.7, 10.0, 80.0)}
FEW_TOKENS = {"few_tokens_time": (0.1, 1.0, 0.01, 1.0), "few_tokens_limit": (100.0, 0.4, 32.0, 256.0)}
LINE = {"launch_time": (10.0, 3.0, 0.1, 100.0), "memory_efficiency": (0.5, 3.0, 0.05, 1.0)}
ELEMENTS = {"launch_time": (10.0, 3.0, 0.1, 100.0), "element_rate": (50.0, 3.0, 1.0, 1000.0)}
PRIOR_WEIGHT = 0.02
SPLIT_SHARES = (1.0, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2)


def cost_per_byte(c: dict[str, float], working_set: np.ndarray, bandwidth: np.ndarray, cache: np.ndarray) -> np.ndarray:
    """us per byte of a streaming kernel whose operands are `working_set` bytes; bandwidth in bytes per us."""
    miss = np.clip((working_set / cache - c["miss_start"]) / c["miss_width"], 0, 1)
    return (miss / c["memory_efficiency"] + (1 - miss) / c["cache_speedup"]) / bandwidth


def predict(form: str, c: dict[str, float], rows: dict[str, np.ndarray]) -> np.ndarray:
    """Time of one site in us for all rows."""
    tokens, hidden = rows["tokens"], rows["hidden_size"]
    bandwidth, cache, units = rows["bandwidth"] * 1e3, rows["cache"] * 1e6, rows["units"]
    stream, branch = STREAMS * hidden * ELEMENT_BYTES, hidden * ELEMENT_BYTES
    if form == "streaming_line":
        moved = tokens * (2 * stream + branch)
        return c["launch_time"] + moved / (c["memory_efficiency"] * bandwidth)
    if form == "element_line":
        return c["launch_time"] + tokens * STREAMS * hidden / (c["element_rate"] * 1e3)
    time = c["launch_time"] + c["walk_time"] * hidden / 4096
    if form.startswith("hc_post"):
        working_set = tokens * (stream + branch if form.endswith("in_place") else 2 * stream + branch)
        moved = tokens * (2 * stream + branch + 4 * STREAMS + 4 * STREAMS**2)
        return time + moved * cost_per_byte(c, working_set, bandwidth, cache)
    moved = tokens * (stream + branch)
    byte = cost_per_byte(c, moved, bandwidth, cache)
    tiles = np.ceil(tokens / 64)
    splits = np.clip(c["split_share"] * units // tiles, 1, 64)
    groups = tiles * splits
    group_bytes = np.minimum(tokens, 64) * stream / splits
    latency = 64 * stream / (splits * c["unit_rate"] * 1e3)
    full, tail = groups // units, groups % units
    time += full * np.maximum(units * group_bytes * byte, latency)
    time += (tail > 0) * np.maximum(tail * group_bytes * byte, latency)
    if "few_tokens_time" in c:
        time += c["few_tokens_time"] * np.minimum(tokens, c["few_tokens_limit"]) * hidden / 4096
    return time + moved * byte


def form_of(stack: str, op: str) -> tuple[str, dict]:
    """Name of the formula and its constants with their priors."""
    if stack == "cann":
        return ("element_line", ELEMENTS) if op == "hc_pre" else ("streaming_line", LINE)
    if op == "hc_post":
        return ("hc_post_in_place" if stack == "sglang" else "hc_post", COMMON)
    if stack == "trtllm":
        return "hc_pre", COMMON | MATMUL | FEW_TOKENS
    return "hc_pre", COMMON | MATMUL


def arrays(rows: list[Row]) -> dict[str, np.ndarray]:
    """Columns of the rows and of their devices as float arrays."""
    facts = np.array([[device_fact(r.device, key) for key in FACTS] for r in rows])
    return {
        "tokens": np.array([r.tokens for r in rows], dtype=float),
        "hidden_size": np.array([r.hidden_size for r in rows], dtype=float),
        "time": np.array([r.time_us / r.sites for r in rows]),
        "bandwidth": facts[:, 0],
        "cache": facts[:, 1] * facts[:, 2],
        "units": facts[:, 3],
    }


def fit(form: str, priors: dict, rows: list[Row], fixed: dict[str, float]) -> tuple[dict[str, float], float]:
    """Constants that minimise the soft-L1 relative error of the rows plus the prior, best of 24 starts; the loss."""
    names, data = list(priors), arrays(rows)
    centre, width, low, high = (np.array([priors[n][i] for n in names]) for i in range(4))

    def residual(x: np.ndarray) -> np.ndarray:
        constants = dict(zip(names, np.exp(x), strict=True)) | fixed
        error = np.log(predict(form, constants, data) / data["time"]) / 0.06
        soft = np.sign(error) * np.sqrt(2 * (np.sqrt(1 + error**2) - 1))
        return np.concatenate([soft, np.sqrt(PRIOR_WEIGHT * len(rows)) * (x - np.log(centre)) / width])

    generator = np.random.default_rng(0)
    best = None
    for start in range(24):
        x = np.log(centre) + (generator.normal(size=len(names)) * np.minimum(width, 0.6) if start else 0)
        x = np.clip(x, np.log(low) + 1e-6, np.log(high) - 1e-6)
        result = least_squares(residual, x, bounds=(np.log(low), np.log(high)))
        if best is None or result.cost < best.cost:
            best = result
    return dict(zip(names, (float(v) for v in np.exp(best.x)), strict=True)) | fixed, best.cost


def errors(form: str, constants: dict[str, float], rows: list[Row]) -> np.ndarray:
    """Signed relative errors in per cent."""
    data = arrays(rows)
    return 100 * (predict(form, constants, data) / data["time"] - 1)


def choose_split_share(rows: list[Row]) -> float:
    """Share of the compute units that split-K fills: by the training loss of both families together.

    All units, unless another candidate explains the rows better by more than a tenth of the loss.
    """
    _, priors = form_of(rows[0].stack, "hc_pre")
    families = {FAMILY[r.device] for r in rows}

    def loss(share: float) -> float:
        fixed = {"split_share": share}
        return sum(fit("hc_pre", priors, [r for r in rows if FAMILY[r.device] == f], fixed)[1] for f in families)

    losses = {share: loss(share) for share in SPLIT_SHARES}
    best = min(losses, key=losses.get)
    return best if losses[best] < 0.9 * losses[1.0] else 1.0


def line_of(label: str, e: np.ndarray) -> str:
    """Statistics of signed errors in per cent."""
    return (
        f"    {label:12} n {len(e):4}  median {np.median(abs(e)):5.1f}  mean {np.mean(abs(e)):5.1f}  "
        f"P90 {np.percentile(abs(e), 90):5.1f}  worst {np.max(abs(e)):5.1f}  bias {np.mean(e):+5.1f} %"
    )


def leave_one_device_out(rows: list[Row]) -> None:
    """Prints, per kernel and device, the error with constants of the other devices of the family, all stacks."""
    devices = sorted({r.device for r in rows})
    for op in sorted({r.op for r in rows}):
        print(op)
        for device in devices:
            collected = []
            for stack in sorted({r.stack for r in rows if r.device == device}):
                group = [r for r in rows if (r.stack, r.op, FAMILY[r.device]) == (stack, op, FAMILY[device])]
                others, own = [r for r in group if r.device != device], [r for r in group if r.device == device]
                if not others or not own:
                    continue
                form, priors = form_of(stack, op)
                fixed = {"split_share": choose_split_share(others)} if form == "hc_pre" else {}
                collected.append(errors(form, fit(form, priors, others, fixed)[0], own))
            if collected:
                print(line_of(device, np.concatenate(collected)))


def main() -> int:
    """Fits every stack, kernel and family and prints constants and errors."""
    arguments = sys.argv[1:]
    leave_out = "--leave-one-device-out" in arguments
    if leave_out:
        arguments.remove("--leave-one-device-out")
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    rows, _ = read_rows(Path(arguments[0]))
    if leave_out:
        leave_one_device_out(rows)
        return 0
    shares: dict[str, float] = {}
    for stack, op, family in sorted({(r.stack, r.op, FAMILY[r.device]) for r in rows}):
        group = [r for r in rows if (r.stack, r.op, FAMILY[r.device]) == (stack, op, family)]
        train, test = [r for r in group if not r.held_out], [r for r in group if r.held_out]
        form, priors = form_of(stack, op)
        fixed = {}
        if form == "hc_pre":
            if stack not in shares:
                shares[stack] = choose_split_share(
                    [r for r in rows if (r.stack, r.op) == (stack, op) and not r.held_out]
                )
            fixed = {"split_share": shares[stack]}
        constants, _ = fit(form, priors, train, fixed)
        rounded = {name: float(f"{value:.3g}") for name, value in constants.items()}
        print(f"{stack} {op} {family}: {form}")
        print("   ", ", ".join(f"{name}: {value}" for name, value in rounded.items()))
        for label, part in (("train", train), ("held out", test)):
            if part:
                print(line_of(label, errors(form, rounded, part)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

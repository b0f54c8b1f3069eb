# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Golden fixtures: arrays with roles, and the rule by which an output is compared.

One fixture is `<op>/<case>.npz` and `<op>/<case>.json`. The JSON has the op's `attributes` and, per array, its `role`
(input, weight, output, mask), `dtype` (MLIR's name), `shape` and, for outputs, `compare`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass
class Fixture:
    """A loaded fixture. Arrays are as stored: bf16 as uint16 bits, f8 and f4 as uint8 codes."""

    path: Path
    meta: dict
    arrays: dict[str, np.ndarray]

    @property
    def op(self) -> str:
        return self.meta["op"]

    @property
    def name(self) -> str:
        return f"{self.meta['op']}/{self.meta['case']}"

    @property
    def attributes(self) -> dict:
        return self.meta["attributes"]

    def dtype(self, name: str) -> str:
        return self.meta["arrays"][name]["dtype"]

    def outputs(self) -> list[str]:
        return [name for name, array in self.meta["arrays"].items() if array["role"] == "output"]

    @classmethod
    def load(cls, path: Path) -> Fixture:
        meta = json.loads(path.read_text())
        with np.load(path.with_suffix(".npz")) as archive:
            arrays = {name: archive[name] for name in archive.files}
        missing = [name for name in meta["arrays"] if name not in arrays]
        if missing:
            raise ValueError(f"{path.with_suffix('.npz').name} lacks {', '.join(missing)}")
        return cls(path, meta, arrays)


def widen(array: np.ndarray, dtype: str) -> np.ndarray:
    """Stored bf16 bits as float32; other arrays as they are."""
    if dtype == "bf16":
        return (array.view(np.uint16).astype(np.uint32) << 16).view(np.float32)
    return array


@dataclass
class Outcome:
    """Result of one comparison. `ratio` is error / allowed error (inf when a rule without a tolerance is broken)."""

    passed: bool
    error: float
    ratio: float
    reason: str = ""


def compare(fixture: Fixture, name: str, got: np.ndarray) -> Outcome:
    """Compares `got` (as stored) with output `name` by the fixture's rule."""
    dtype, rule = fixture.dtype(name), fixture.meta["arrays"][name]["compare"]
    want = widen(fixture.arrays[name], dtype)
    got = widen(np.asarray(got), dtype)
    if got.shape != want.shape:
        return Outcome(False, np.inf, np.inf, f"shape {got.shape}, expected {want.shape}")
    kind = rule["kind"]
    if kind == "exact":
        # Floats: -0 and +0 are the same answer, and == says so.
        wrong = int(np.count_nonzero(got != want))
        return Outcome(wrong == 0, wrong, np.inf if wrong else 0.0, f"{wrong} of {want.size} differ" if wrong else "")
    if kind == "index_set":
        wrong = int(np.count_nonzero(np.any(np.sort(got, -1) != np.sort(want, -1), axis=-1)))
        return Outcome(wrong == 0, wrong, np.inf if wrong else 0.0, f"{wrong} rows differ" if wrong else "")
    if kind == "score_of_choice":
        return _compare_choice(fixture, got, want)
    with np.errstate(invalid="ignore"):  # inf - inf; infinities are compared on their own below
        difference = np.abs(got.astype(np.float64) - want.astype(np.float64))
    if kind == "rel_l2":
        error = float(np.sqrt(np.sum(difference**2)) / np.linalg.norm(want.astype(np.float64)))
        return Outcome(error <= rule["tol"], error, error / rule["tol"])
    if kind == "allclose_elementwise":
        allowed = fixture.arrays[rule["tolerance"]].astype(np.float64)
    elif kind == "allclose":
        allowed = rule["atol"] + rule["rtol"] * np.abs(np.where(np.isinf(want), 0, want).astype(np.float64))
    else:
        raise ValueError(f"{fixture.name}: unknown rule {kind!r} for {name}")
    if "mask" in rule:
        mask = fixture.arrays[rule["mask"]].astype(bool)
        difference, allowed, got, want = (
            difference[mask],
            np.broadcast_to(allowed, mask.shape)[mask],
            got[mask],
            want[mask],
        )
    infinite = np.isinf(want)
    if not np.array_equal(got[infinite], want[infinite]):
        return Outcome(False, np.inf, np.inf, "infinities differ")
    finite = ~infinite
    if not finite.any():
        return Outcome(True, 0.0, 0.0)
    # A NaN in `got` must fail: it compares false with every tolerance.
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = np.where(
            difference[finite] == 0, 0.0, difference[finite] / np.broadcast_to(allowed, want.shape)[finite]
        )
    passed = bool(np.all(difference[finite] <= np.broadcast_to(allowed, want.shape)[finite]))
    return Outcome(passed, float(np.max(difference[finite])), float(np.max(ratios)))


def _compare_choice(fixture: Fixture, got: np.ndarray, want: np.ndarray) -> Outcome:
    """Ties: the chosen scores must match (2 %, the bf16 rounding of a score), not the numbers of the rows."""
    scores = widen(fixture.arrays["scores"], fixture.dtype("scores")).astype(np.float64)
    wrong = 0
    for position in np.ndindex(want.shape[:-1]):
        chosen, expected = got[position][got[position] >= 0], want[position][want[position] >= 0]
        distinct = len(set(chosen.tolist())) == len(chosen) == len(expected)
        if not distinct or not np.allclose(
            np.sort(scores[position][chosen]), np.sort(scores[position][expected]), rtol=0.02, atol=1e-5
        ):
            wrong += 1
    return Outcome(wrong == 0, wrong, np.inf if wrong else 0.0, f"{wrong} rows differ" if wrong else "")

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fits the constants of a law to measured times."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from scipy.optimize import least_squares


def fit_logarithms(
    law: Callable[[dict[str, float]], np.ndarray],
    rules: Mapping[str, tuple[float, float, float]],
    keys: Sequence[str],
    time: np.ndarray,
    shifts: Sequence[float],
) -> dict[str, float]:
    """The constants `keys` that minimise a soft absolute error of the logarithm of `law(constants)` against `time`.

    `rules` has (start, lower bound, upper bound) of every constant. The search works on logarithms too, and begins at
    the starts shifted by each of `shifts`; an error of 10 % is where a square turns into an absolute value.
    """
    start, low, high = (np.log([rules[key][i] for key in keys]) for i in range(3))

    def residual(x):
        return np.log(law(dict(zip(keys, np.exp(x), strict=True)))) - np.log(time)

    best = None
    for shift in shifts:
        x = np.clip(start + shift, low + 1e-3, high - 1e-3)
        found = least_squares(residual, x, bounds=(low, high), loss="soft_l1", f_scale=0.1, diff_step=1e-3)
        if best is None or found.cost < best.cost:
            best = found
    return dict(zip(keys, np.exp(best.x), strict=True))

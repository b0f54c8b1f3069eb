# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Lines of a table of errors: number; median, mean, 90th percentile, worst absolute error; bias; in per cent."""

from __future__ import annotations

import statistics

HEADER = "   n  median   mean    P90  worst   bias"


def percentile(values: list[float], share: float) -> float:
    """Linear interpolation between the values around a rank."""
    ordered = sorted(values)
    rank = share * (len(ordered) - 1)
    low = int(rank)
    return ordered[low] + (rank - low) * (ordered[min(low + 1, len(ordered) - 1)] - ordered[low])


def line_of(label: str, errors: list[float]) -> str:
    """One line of the table for signed errors in per cent."""
    if not errors:
        return f"{label:44} {0:4}"
    absolute = [abs(e) for e in errors]
    return (
        f"{label:44} {len(errors):4} {statistics.median(absolute):7.1f} {statistics.mean(absolute):6.1f} "
        f"{percentile(absolute, 0.9):6.1f} {max(absolute):6.1f} {statistics.mean(errors):+6.1f}"
    )

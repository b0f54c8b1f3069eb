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


def print_report(
    title: str,
    split: str,
    group: str,
    errors: dict[tuple[str, str, str], dict[bool, list[float]]],
    limits: tuple[float, float],
) -> int:
    """Tables of held-out and training rows, and of the held-out ones per group; returns 1 if a group misses a limit.

    `errors` has the signed errors in per cent by (device, group, kernel), then by whether they are held out; `group`
    says what the second is. `limits` are those of the median and of the 90th percentile of a device and group.
    """
    print(f"{title}: predicted against measured time, per cent")
    print(f"held out: {split}")
    for name, held_out in (("held-out rows", True), ("training rows", False)):
        print(f"\n{name:44} {HEADER}")
        for key, parts in sorted(errors.items()):
            print(line_of("  " + " ".join(key), parts[held_out]))
    print(f"\n{f'held-out rows per device and {group}':44} {HEADER}")
    missed = []
    for key in sorted({key[:2] for key in errors}):
        held_out = [e for other, parts in errors.items() if other[:2] == key for e in parts[True]]
        print(line_of("  " + " ".join(key), held_out))
        absolute = [abs(e) for e in held_out]
        if not absolute or statistics.median(absolute) > limits[0] or percentile(absolute, 0.9) > limits[1]:
            missed.append(" ".join(key))
    print(line_of("  all", [e for parts in errors.values() for e in parts[True]]))
    print(
        f"\nlimits per device and {group}: median {limits[0]:g} %, P90 {limits[1]:g} %: "
        f"{'missed by ' + ', '.join(missed) if missed else 'met'}"
    )
    return int(bool(missed))

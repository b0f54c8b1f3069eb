# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs golden fixtures through the compiler."""

from __future__ import annotations

from pathlib import Path

import numpy as np

import dsv4

from .fixture import Fixture, compare
from .fixture_programs import BUILDERS, ProgramText, of_torch_program
from .model_fixtures import CHECKS

#: Dtypes of numpy that hold the bits of ml_dtypes' types in fixtures.
STORED = {"bfloat16": np.uint16} | dict.fromkeys(
    ("float8_e4m3fn", "float8_e5m2", "float8_e8m0fnu", "float4_e2m1fn"), np.uint8
)


def build(fixture: Fixture, dynamic: bool) -> ProgramText:
    """IR of a fixture: of its op, or the torch-mlir program that it names."""
    if "program" in fixture.meta:
        return of_torch_program(fixture)
    return BUILDERS[fixture.op](fixture, dynamic)


def check_model(fixture: Fixture) -> tuple[bool, str]:
    """A fixture of a block or a model: all outputs must pass; the one nearest to its tolerance is printed."""
    try:
        outcomes = CHECKS[fixture.op](fixture)
    except (dsv4.Error, TypeError, ValueError) as error:
        return False, str(error)
    except KeyError as error:
        return False, f"the fixture lacks {error}"
    # `at once` repeats outputs under another name.
    missing = set(fixture.outputs()) - set(outcomes) - {"y_exact"}
    if missing:
        return False, f"the program has no output {', '.join(sorted(missing))}"
    wrong = {name: outcome for name, outcome in outcomes.items() if not outcome.passed}
    shown = wrong or dict([max(outcomes.items(), key=lambda item: item[1].ratio)])
    notes = [
        f"{name} {outcome.error:.2g}"
        + (f" ({outcome.ratio:.2f} of tolerance)" if np.isfinite(outcome.ratio) else "")
        + (f": {outcome.reason}" if outcome.reason else "")
        for name, outcome in list(shown.items())[:4]
    ]
    return not wrong, f"{len(outcomes)} outputs, worst " + ", ".join(notes)


def check(fixture: Fixture, dynamic: bool) -> tuple[bool, str]:
    """Compiles, runs and compares one fixture. Returns whether it passed and what to print."""
    if fixture.op in CHECKS:
        return check_model(fixture)
    try:
        program = build(fixture, dynamic)
        arrays = fixture.arrays | program.extra
        results = dsv4.compile(program.module)(*(arrays[name] for name in program.inputs))
    except (dsv4.Error, TypeError, ValueError) as error:
        return False, str(error)
    except KeyError as error:
        return False, f"the fixture lacks {error}"
    results = dict(zip(program.outputs, results if isinstance(results, tuple) else (results,), strict=True))
    # ml_dtypes arrays back to the stored bits.
    stored = {name: array.view(STORED.get(array.dtype.name, array.dtype)) for name, array in results.items()}
    if program.reorder:
        try:
            stored = program.reorder(stored)
        except ValueError as error:
            return False, str(error)
    missing = set(fixture.outputs()) - set(stored)
    if missing:
        return False, f"the program has no output {', '.join(sorted(missing))}"
    passed, notes = True, []
    for name in fixture.outputs():
        outcome = compare(fixture, name, stored[name])
        passed &= outcome.passed
        note = f"{name} {outcome.error:.2g}"
        if np.isfinite(outcome.ratio):
            note += f" ({outcome.ratio:.2f} of tolerance)"
        notes.append(note + (f": {outcome.reason}" if outcome.reason else ""))
    return passed, ", ".join(notes)


def run(directory: Path, only: str = "", only_known: bool = False, dynamic: bool = False) -> int:
    """Runs every fixture below `directory`; prints a line each and the sums; 1 if one failed or none ran."""
    passed = failed = left_out = 0
    for path in sorted(directory.glob("**/*.json")):
        try:
            fixture = Fixture.load(path)
        except (OSError, ValueError, KeyError) as error:
            print(f"FAIL {path.relative_to(directory)}: not a fixture: {error}", flush=True)
            failed += 1
            continue
        if only not in fixture.name:
            continue
        if fixture.op not in BUILDERS and fixture.op not in CHECKS and "program" not in fixture.meta:
            if only_known:
                left_out += 1
                continue
            ok, text = False, f"dsv4 has no op {fixture.op}"
        else:
            ok, text = check(fixture, dynamic)
        print(f"{'ok  ' if ok else 'FAIL'} {fixture.name}: {text}", flush=True)
        passed, failed = passed + ok, failed + (not ok)
    if left_out:
        print(f"{left_out} fixtures of unknown ops left out (--only-known)")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs every test and check of dsv4 and adds the results up.

    .venv/bin/python scripts/run_tests.py [--golden DIR]

One section per step; a failing step does not keep the next one from running. A runner counts with its tests, any
other check as one. The last line is `N passed, M failed`, and the exit status is 1 when M is not 0.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"


@dataclass
class Count:
    """Results of one step."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0


def run(*command: str | Path, **settings) -> int:
    """Runs a command in the root folder with its output passed through; returns the exit status."""
    words = [str(word) for word in command]
    try:
        return subprocess.run(words, cwd=ROOT, check=False, **settings).returncode
    except FileNotFoundError as error:
        print(f"run_tests: {error}")
        return 127


def tracked_files(*patterns: str) -> list[str]:
    """Files of the repository that match one of the patterns, also those not committed yet."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return [name for name in listed if (ROOT / name).exists()]


def check(*command: str | Path) -> Count:
    """A command that either succeeds or fails."""
    return Count(passed=1) if run(*command) == 0 else Count(failed=1)


def judge(count: Count, status: int) -> Count:
    """Adds a failure when a runner broke without naming one, or ran nothing."""
    if count.failed == 0 and (status != 0 or count.passed == 0):
        print(f"run_tests: the runner ended with status {status} and {count.passed} passed tests")
        count.failed = 1
    return count


def build() -> Count:
    """The release build, as `make build` makes it."""
    return check("make", "--no-print-directory", "build")


def lit() -> Count:
    """`check-dsv4`, counted by lit's own result file."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "lit.json"
        options = f"{os.environ.get('LIT_OPTS', '')} --output {results}"
        command = [os.environ.get("CMAKE", "cmake"), "--build", BUILD, "--target", "check-dsv4"]
        status = run(*command, env=os.environ | {"LIT_OPTS": options})
        tests = json.loads(results.read_text())["tests"] if results.exists() else []
    unsupported = ("UNSUPPORTED", "SKIPPED", "EXCLUDED")
    for test in tests:
        if test["code"] in unsupported:
            print(f"skipped: {test['name']}")
    codes = [test["code"] for test in tests]
    passed = sum(code in ("PASS", "XFAIL", "FLAKYPASS") for code in codes)
    skipped = sum(code in unsupported for code in codes)
    return judge(Count(passed, len(codes) - passed - skipped, skipped), status)


def pytest() -> Count:
    """The Python tests, counted by the JUnit file."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "pytest.xml"
        status = run(sys.executable, "-m", "pytest", "-q", f"--junitxml={results}")
        suites = ElementTree.parse(results).getroot().iter("testsuite") if results.exists() else []
        total = Count()
        for suite in suites:
            failed = int(suite.get("failures")) + int(suite.get("errors"))
            skipped = int(suite.get("skipped"))
            total.passed += int(suite.get("tests")) - failed - skipped
            total.failed += failed
            total.skipped += skipped
    return judge(total, status)


def golden(folder: Path) -> Count:
    """The numeric fixtures in `folder`, counted by the last line of their runner."""
    command = [sys.executable, "-m", "dsv4.testing", "golden", str(folder)]
    last = ""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line if line.strip() else last
    found = re.fullmatch(r"(\d+) passed, (\d+) failed", last.strip())
    return judge(Count(*map(int, found.groups())) if found else Count(), process.returncode)


def generated_docs() -> Count:
    """docs/generated is what the definitions say."""
    return check(sys.executable, "scripts/generate_docs.py", "--check")


def cpp_format() -> Count:
    """C++ files are as clang-format writes them."""
    return check("clang-format-22", "--dry-run", "-Werror", *tracked_files("*.h", "*.cpp"))


def ruff_lint() -> Count:
    """Ruff's rules hold for the Python files."""
    return check(Path(sys.executable).with_name("ruff"), "check", "--quiet", ".")


def ruff_format() -> Count:
    """Python files are as ruff writes them."""
    return check(Path(sys.executable).with_name("ruff"), "format", "--check", ".")


def main() -> int:
    """Runs the steps; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--golden", type=Path, metavar="DIR", help="also run the numeric fixtures in DIR")
    arguments = parser.parse_args()

    steps: dict[str, Callable[[], Count]] = {"build": build, "lit": lit, "pytest": pytest}
    if arguments.golden:
        steps["golden"] = lambda: golden(arguments.golden.resolve())
    steps |= {
        "generated docs": generated_docs,
        "clang-format": cpp_format,
        "ruff check": ruff_lint,
        "ruff format": ruff_format,
    }

    summary = []
    total = Count()
    for name, step in steps.items():
        print(f"\n=== {name}", flush=True)
        start = time.monotonic()
        try:
            count = step()
        except (OSError, ValueError, subprocess.SubprocessError, ElementTree.ParseError) as error:
            print(f"run_tests: {error}")
            count = Count(failed=1)
        skipped = f", {count.skipped} skipped" if count.skipped else ""
        seconds = time.monotonic() - start
        summary.append(f"{name:<16}{count.passed:>5} passed {count.failed:>4} failed {seconds:>7.1f} s{skipped}")
        total.passed += count.passed
        total.failed += count.failed

    print("\n=== summary", *summary, sep="\n")
    print(f"{total.passed} passed, {total.failed} failed")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())

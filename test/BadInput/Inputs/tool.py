# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the tests of this folder share: run a tool on bad input and judge how it took it."""

import os
import re
import subprocess
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

# An input of these tests is small; a tool that needs this long for one hangs.
TIMEOUT_SECONDS = 60
# file:line:column, or the file alone where there is no line (bytecode has line 0).
LOCATED = re.compile(r"^[^ ]+:\d+:\d+: error: \S", re.MULTILINE)
ERROR = re.compile(r"^.*error: .*$", re.MULTILINE)
SPLIT_MARKER = re.compile(r"^// -----.*\n", re.MULTILINE)


def run(command: list[str], stdin: bytes | None = None) -> tuple[int, str, str]:
    """Exit status (negative: killed by that signal), standard output and standard error of a command."""
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return -1, "", f"no end after {TIMEOUT_SECONDS} s"
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def complaint(status: int, errors: str, may_succeed: bool = False) -> str | None:
    """What is wrong with the way a tool ended, or None: wanted are status 1 and a located error."""
    if status < 0:
        return f"crashed or hung (status {status}): {errors[:300]}"
    if status == 0 and may_succeed and not ERROR.search(errors):
        return None
    if status != 1:
        return f"ended with status {status}: {errors[:300]}"
    if not LOCATED.search(errors):
        return f"has no located error: {errors[:300]}"
    return None


def report(cases: Iterable, judge: Callable[..., str | None]) -> int:
    """Judges every case, in parallel; prints complaints and the number of cases; returns the exit status."""
    cases = list(cases)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = [text for text in pool.map(judge, cases) if text]
    for text in complaints:
        print(text)
    print(f"{len(cases)} cases, {len(complaints)} complaints")
    return 1 if complaints or not cases else 0

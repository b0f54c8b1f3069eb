# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The list of mistakes of `make mutate` fits the sources, and its page the list. The check itself takes minutes."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def mutate(*arguments):
    return subprocess.run([sys.executable, ROOT / "scripts/mutate.py", *arguments], capture_output=True, text=True)


def test_every_mistake_can_still_be_made():
    run = mutate("--list")
    assert (run.returncode, run.stderr) == (0, "")
    assert len(run.stdout.splitlines()) >= 20


def test_the_page_is_of_this_list():
    mutations = tomllib.loads((ROOT / "scripts" / "mutations.toml").read_text())["mutation"]
    rows = [line for line in (ROOT / "docs" / "mutations.md").read_text().splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows[2:]] == [m["what"] for m in mutations]


def test_a_description_that_nothing_has():
    run = mutate("--only", "no such mistake")
    assert run.returncode == 2
    assert run.stderr == "mutate: no mistake contains 'no such mistake'\n"

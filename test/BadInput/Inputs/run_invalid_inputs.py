# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""run_invalid_inputs.py TEST_FOLDER OBJECT_FOLDER: every input that a test expects an error for must fail the tool.

Takes each RUN line with -verify-diagnostics of each lit test, and runs its command, without that option and without
-split-input-file, on every part of the file that has an expected-error. `not` and -verify-diagnostics accept what a
user would not: an error with exit status 0, or a crash after the expected message.
"""

import re
import shlex
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import tool


class Case(NamedTuple):
    """A part of a test file and one command to run on it."""

    source: Path
    line: int
    text: str
    command: list[str]


def run_lines(text: str) -> list[str]:
    """The RUN lines of a test, joined where a backslash continues them."""
    lines = re.findall(r"RUN:(.*)", text)
    return re.sub(r"\\\n", " ", "\n".join(lines)).splitlines()


def commands(path: Path, text: str, substitutions: dict[str, str]) -> list[list[str]]:
    """The commands of a test that check diagnostics, ready to run on another file that takes the place of %s."""
    found = []
    for line in run_lines(text):
        command = line.split("|")[0]
        if "-verify-diagnostics" not in command:
            continue
        for name, value in {**substitutions, "%S": str(path.parent)}.items():
            command = command.replace(name, value)
        words = [w for w in shlex.split(command) if not re.match(r"--?(verify-diagnostics|split-input-file)\b", w)]
        leftover = [word for word in words if word != "%s" and re.search(r"%\w", word)]
        if leftover or words.count("%s") != 1:
            sys.exit(f"{path}: this script does not understand {leftover or 'a RUN line without one %s'}: {line}")
        found.append(words)
    return found


def cases(folder: Path, substitutions: dict[str, str]) -> list[Case]:
    """Every part with an expected-error of every test below a folder, with every command."""
    found = []
    for path in sorted(folder.rglob("*.mlir")):
        text = path.read_text()
        if "expected-error" not in text or "Inputs" in path.parts:
            continue
        lines = commands(path, text, substitutions)
        if not lines:
            sys.exit(f"{path}: has expected-error, but no RUN line with -verify-diagnostics")
        line = 1
        for part in tool.SPLIT_MARKER.split(text):
            found += [Case(path, line, part, command) for command in lines if "expected-error" in part]
            line += part.count("\n") + 1
    return found


def judge(case: Case) -> str | None:
    """Runs one case; returns a complaint or None."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / case.source.name
        file.write_text(case.text)
        status, _, errors = tool.run([str(file) if word == "%s" else word for word in case.command])
    wrong = tool.complaint(status, errors)
    return wrong and f"{case.source}:{case.line}: {shlex.join(case.command)}: {wrong}"


def main() -> int:
    tests, objects = Path(sys.argv[1]), Path(sys.argv[2])
    substitutions = {"%dsv4_src_root": str(tests.parent), "%dsv4_obj_root": str(objects)}
    substitutions["%dsv4_lib_dir"] = str(objects / "lib")
    return tool.report(cases(tests, substitutions), judge)


if __name__ == "__main__":
    sys.exit(main())

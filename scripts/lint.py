# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs clang-tidy on C++ files and ruff on Python files.

    .venv/bin/python scripts/lint.py [--all] [--base BRANCH]

Without --all, clang-tidy reads only the .cpp files that differ from the common ancestor with the base branch (on that
branch itself: from the commit before), committed or not. Needs the build tree for its compile commands.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def git(*words: str) -> str:
    """The output of a git command, without the newline at its end."""
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def changed_files(base: str) -> list[str]:
    """C++ sources that differ from `base` or are new."""
    ancestor = git("merge-base", base, "HEAD")
    if ancestor == git("rev-parse", "HEAD"):
        ancestor = git("rev-list", "--max-count=2", "HEAD").splitlines()[-1]
    names = git("diff", "--name-only", "--diff-filter=d", ancestor, "--", "*.cpp").splitlines()
    return names + git("ls-files", "--others", "--exclude-standard", "--", "*.cpp").splitlines()


def main() -> int:
    """Runs the linters; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="every C++ source of the repository")
    parser.add_argument("--base", default="main", help="branch to compare with (default main)")
    arguments = parser.parse_args()

    sources = git("ls-files", "*.cpp").splitlines() if arguments.all else changed_files(arguments.base)
    # Test inputs are built by their tests, not by the project: they have no compile command.
    sources = [name for name in sources if "/Inputs/" not in name]
    status = 0
    if sources:
        print(f"clang-tidy: {len(sources)} files")
        tidy = ["run-clang-tidy-22", "-quiet", "-p", "build", "-j", str(os.cpu_count() or 1), "-warnings-as-errors=*"]
        status = subprocess.run([*tidy, *(rf"^{ROOT / name}$" for name in sources)], cwd=ROOT, check=False).returncode
    else:
        print("clang-tidy: no C++ source changed")
    ruff = Path(sys.executable).with_name("ruff")
    status |= subprocess.run([ruff, "check", "."], cwd=ROOT, check=False).returncode
    return int(status != 0)


if __name__ == "__main__":
    sys.exit(main())

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Command line of the test runners."""

import argparse
import sys
from pathlib import Path

from . import golden


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m dsv4.testing", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser(
        "golden",
        help="run numeric fixtures through the compiler",
        description="Builds the IR of every fixture below DIR, compiles and runs it, and compares by the fixture's own "
        "rule. One line per fixture: the largest error and its part of the tolerance. Exit status 1 if one fails.",
    )
    command.add_argument("directory", type=Path, metavar="DIR", help="folder of <op>/<case>.json and .npz")
    command.add_argument("--filter", default="", metavar="TEXT", help="only fixtures whose <op>/<case> contains TEXT")
    command.add_argument(
        "--only-known", action="store_true", help="leave out fixtures of ops that dsv4 does not have yet"
    )
    command.add_argument(
        "--dynamic", action="store_true", help="compile for dynamic sizes instead of those of the fixture"
    )
    arguments = parser.parse_args()
    if not arguments.directory.is_dir():
        parser.error(f"{arguments.directory} is not a directory")
    return golden.run(arguments.directory, arguments.filter, arguments.only_known, arguments.dynamic)


if __name__ == "__main__":
    sys.exit(main())

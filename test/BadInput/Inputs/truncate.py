# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""truncate.py FILE STRIDE COMMAND...: runs the command on beginnings of the file, each STRIDE bytes longer."""

import sys
from pathlib import Path

import tool


def main() -> int:
    data = Path(sys.argv[1]).read_bytes()
    stride = int(sys.argv[2])
    command = sys.argv[3:]
    # The empty beginning is an empty module, and text without its last newline is whole: both are valid.
    last = len(data.rstrip(b"\n")) - 1
    lengths = [*range(1, last, stride), last]

    def judge(length: int) -> str | None:
        status, _, errors = tool.run(command, data[:length])
        wrong = tool.complaint(status, errors)
        return wrong and f"the first {length} of {len(data)} bytes: {wrong}"

    return tool.report(lengths, judge)


if __name__ == "__main__":
    sys.exit(main())

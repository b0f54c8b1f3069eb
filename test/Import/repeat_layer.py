# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints a program of many layers: the ops of one layer that torch-mlir printed, again and again.

    repeat_layer.py LAYER.mlir.gz TIMES

The layer maps an argument (input0) to its only result of the same type; every layer has the same weights.

    repeat_layer.py LAYER.mlir.gz TIMES --time DSV4_OPT

prints how long convert-torch-to-dsv4 takes on that program, on one of a tenth of the layers, and per 10,000 ops. Exit
status 1 if an op of the long program takes more than three times as long as one of the short program.
"""

from __future__ import annotations

import argparse
import gzip
import re
import subprocess
import sys
from pathlib import Path

VALUE = re.compile(r"%[\w.-]+")


def repeat(text: str, times: int) -> tuple[str, int]:
    """The program and its number of ops."""
    streams = re.search(r"^// (%arg\d+): input0$", text, re.MULTILINE).group(1)
    signature, body = re.search(r"^  func\.func @main(.*?) \{\n(.*?)^  \}\n", text, re.MULTILINE | re.DOTALL).groups()
    *ops, end = body.rstrip("\n").split("\n")
    result = VALUE.search(end).group(0)
    lines, current = [], streams
    for layer in range(times):

        def rename(match, layer=layer, current=current):
            name = match.group(0)
            if name == streams:
                return current
            return name if name.startswith("%arg") else f"%l{layer}_{name[1:]}"

        lines += [VALUE.sub(rename, op) for op in ops]
        current = f"%l{layer}_{result[1:]}"
    lines.append(end.replace(result, current))
    return f"func.func @main{signature} {{\n" + "\n".join(lines) + "\n}\n", len(lines)


def seconds(tool: str, program: str) -> float:
    """Time of the pass alone, from --mlir-timing."""
    command = [tool, "-", "--convert-torch-to-dsv4", "--mlir-timing", "--mlir-timing-display=list", "-o", "/dev/null"]
    run = subprocess.run(command, input=program, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr[-2000:])
    return float(re.search(r"([\d.]+) +\([ \d.]+%\)  ConvertTorchToDSV4Pass", run.stderr).group(1))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("layer", type=Path, metavar="LAYER.mlir.gz")
    parser.add_argument("times", type=int, metavar="TIMES")
    parser.add_argument("--time", metavar="DSV4_OPT", help="measure with this tool instead of printing")
    arguments = parser.parse_args()
    text = gzip.decompress(arguments.layer.read_bytes()).decode()
    if not arguments.time:
        print(repeat(text, arguments.times)[0], end="")
        return 0
    rates = []
    for times in (max(arguments.times // 10, 1), arguments.times):
        program, count = repeat(text, times)
        duration = min(seconds(arguments.time, program) for _ in range(3))
        rates.append(duration / count)
        print(
            f"{times} layers, {count} ops: {duration:.3f} s, {duration / count * 10000:.3f} s per 10,000 ops",
            flush=True,
        )
    return 1 if rates[1] > 3 * rates[0] else 0


if __name__ == "__main__":
    sys.exit(main())

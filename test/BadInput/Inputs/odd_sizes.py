# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""odd_sizes.py FOLDER SIZES COMMAND...: the valid inputs of a folder again, with other dimension sizes.

Takes every part of every test in FOLDER that expects no error, and replaces one size at a time wherever it stands in a
tensor type. What comes out is often valid (both sides of an equality change) and otherwise violates one
constraint. The command must print the result or fail with a located error; it must not crash, hang or print both.
"""

import re
import sys
import tempfile
from pathlib import Path

import tool

TENSOR = re.compile(r"tensor<([0-9?x]*x)")
SIZE = re.compile(r"\d+|\?")


def with_size(text: str, old: str, new: str) -> str:
    """The text with `new` in place of the size `old` in every tensor type."""

    def replace(size: re.Match) -> str:
        return new if size[0] == old else size[0]

    return TENSOR.sub(lambda shape: f"tensor<{SIZE.sub(replace, shape[1])}", text)


def variants(folder: Path, sizes: list[str]) -> list[str]:
    """Every part of the valid tests with one size replaced, without comments (they hold RUN and CHECK lines)."""
    found = []
    for path in sorted(folder.glob("*.mlir")):
        text = path.read_text()
        if "expected-error" in text:
            continue
        for part in tool.SPLIT_MARKER.split(text):
            code = re.sub(r"^\s*//.*\n", "", part, flags=re.MULTILINE)
            old_sizes = sorted({size for shape in TENSOR.findall(code) for size in SIZE.findall(shape)})
            found += [with_size(code, old, new) for old in old_sizes for new in sizes if old != new]
    return found


def main() -> int:
    folder, sizes, command = Path(sys.argv[1]), sys.argv[2].split(","), sys.argv[3:]
    succeeded = []

    def judge(batch: list[str]) -> str | None:
        # Many variants in one process; only a batch that ends badly is taken apart.
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch) / "batch.mlir"
            file.write_text("// -----\n".join(batch))
            status, output, errors = tool.run([*command, str(file), "-split-input-file"])
        wrong = tool.complaint(status, errors, may_succeed=True)
        results = sum("func.func" in part or "llvm.func" in part for part in tool.SPLIT_MARKER.split(output))
        located = len(tool.LOCATED.findall(errors))
        if not wrong and results + located < len(batch):
            wrong = f"{len(batch)} inputs gave {results} results and {located} located errors: {errors[:300]}"
        if wrong and len(batch) > 1:
            return "\n".join(filter(None, (judge([text]) for text in batch))) or wrong
        succeeded.append(results)
        return wrong and f"{wrong}\non this input:\n{batch[0]}"

    inputs = variants(folder, sizes)
    batches = [inputs[start : start + 50] for start in range(0, len(inputs), 50)]
    status = tool.report(batches, judge)
    # Both outcomes must occur, or this tests less than it says.
    print(f"{len(inputs)} inputs, {sum(succeeded)} of them valid")
    return status or int(not 0 < sum(succeeded) < len(inputs))


if __name__ == "__main__":
    sys.exit(main())

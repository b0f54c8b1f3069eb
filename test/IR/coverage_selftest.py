# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Shows that coverage.py can fail: puts one defect at a time into a copy of the repository and expects to be told.

coverage_selftest.py --ods ODS.json --root REPOSITORY --tool DSV4_OPT
"""

from __future__ import annotations

import argparse
import copy
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from coverage import Coverage

FOLDERS = ("lib/IR", "test/IR", "docs/generated", "test/Integration/golden")


def in_file(path: str, before: str, after: str) -> Callable[[dict, Path], None]:
    """A defect of a file."""

    def apply(ods: dict, root: Path) -> None:
        text = (root / path).read_text()
        assert before in text, f"{path} lacks '{before}'"
        (root / path).write_text(text.replace(before, after))

    return apply


def without(path: str) -> Callable[[dict, Path], None]:
    """A file or folder that is not there."""

    def apply(ods: dict, root: Path) -> None:
        if (root / path).is_dir():
            shutil.rmtree(root / path)
        else:
            (root / path).unlink()

    return apply


def in_definition(field: str, before: str, after: str) -> Callable[[dict, Path], None]:
    """A defect of the definition of rms_norm."""

    def apply(ods: dict, root: Path) -> None:
        record = ods["DSV4_RmsNormOp"]
        assert before in str(record[field]), f"{field} lacks '{before}'"
        record[field] = str(record[field]).replace(before, after)

    return apply


def forgotten_op(ods: dict, root: Path) -> None:
    """An op that was declared and nothing more."""
    ods["DSV4_ForgottenOp"] = copy.deepcopy(ods["DSV4_RmsNormOp"])
    ods["DSV4_ForgottenOp"].update(opName="forgotten", summary="", description="")
    for group in ("DSV4_Op", "DSV4_TensorOp"):
        ods["!instanceof"][group].append("DSV4_ForgottenOp")


def op_of_another_kind(ods: dict, root: Path) -> None:
    ods["!instanceof"]["DSV4_TensorOp"].remove("DSV4_RmsNormOp")


def structural_op_is_gone(ods: dict, root: Path) -> None:
    ods["!instanceof"]["DSV4_Op"].remove("DSV4_YieldOp")


# The defect and the lines that must be reported because of it.
DEFECTS = [
    (
        forgotten_op,
        [
            "no summary",
            "no description",
            "not in docs/generated/dialect.md",
            "no example in the description",
            "no numbered constraints",
            "no test/IR/forgotten.mlir",
            "no test/IR/forgotten_invalid.mlir",
            "no decomposeOperation in lib/IR/*Decompose.cpp",
            "no test/IR/forgotten_decompose.mlir",
            "no describeWork in lib/IR/*OpsWork.cpp",
            "no test/IR/forgotten_work.mlir",
            "no rule in lib/IR/DSV4OpsSharding.cpp",
            "the description does not say what it folds (`Folds: none.` if nothing)",
            "no fixture in test/Integration/golden/forgotten",
        ],
    ),
    (op_of_another_kind, ["neither a DSV4_TensorOp nor in the table of structural ops"]),
    (structural_op_is_gone, ["is in the table of structural ops and not in the dialect"]),
    (in_definition("summary", "root mean square normalisation of the last dimension", ""), ["no summary"]),
    (
        in_definition("description", "`rms_norm_c3`", "`rms_norm_c6`"),
        [
            "constraints are not numbered from c1 without gaps: rms_norm_c1, rms_norm_c2, rms_norm_c6, rms_norm_c4, "
            "rms_norm_c5",
            "rms_norm_c6 is not in a verifier (lib/IR/*Ops.cpp)",
            "rms_norm_c3 is in a verifier and not in the description",
            "rms_norm_c6 has no invalid case in test/IR/rms_norm_invalid.mlir",
            "rms_norm_c3 is in test/IR/rms_norm_invalid.mlir and not in the description",
        ],
    ),
    (in_file("lib/IR/NormOps.cpp", "rms_norm_c4", ""), ["rms_norm_c4 is not in a verifier (lib/IR/*Ops.cpp)"]),
    (
        in_file("test/IR/rms_norm_invalid.mlir", "// rms_norm_c4: ", "// "),
        ["rms_norm_c4 has no invalid case in test/IR/rms_norm_invalid.mlir"],
    ),
    (
        in_file("test/IR/rms_norm_invalid.mlir", "expected-error", "expected-remark"),
        [f"rms_norm_c{i} has no invalid case in test/IR/rms_norm_invalid.mlir" for i in range(1, 6)],
    ),
    (
        in_file("test/IR/rms_norm_invalid.mlir", " -verify-diagnostics", ""),
        ["test/IR/rms_norm_invalid.mlir does not verify its diagnostics chunk by chunk"],
    ),
    (
        in_file("test/IR/rms_norm.mlir", "--emit-bytecode", ""),
        ["test/IR/rms_norm.mlir does not read its own bytecode again"],
    ),
    (
        in_file("test/IR/rms_norm.mlir", "dsv4-opt %s |", "dsv4-opt %s -canonicalize |"),
        ["test/IR/rms_norm.mlir does not read its own text again"],
    ),
    (in_file("test/IR/rms_norm.mlir", "// CHECK", "//"), ["test/IR/rms_norm.mlir does not CHECK the op"]),
    (in_file("test/IR/rms_norm.mlir", "tensor<?x", "tensor<5x"), ["test/IR/rms_norm.mlir has no dynamic dimension"]),
    (in_file("test/IR/rms_norm.mlir", "xf16>", "xf32>"), ["test/IR/rms_norm.mlir has no f16"]),
    (in_file("test/IR/rms_norm_decompose.mlir", "-dsv4-decompose", ""), ["no test/IR/rms_norm_decompose.mlir"]),
    (
        in_file("test/IR/rms_norm_decompose.mlir", "dsv4.rms_norm(", "dsv4.other("),
        ["no test/IR/rms_norm_decompose.mlir"],
    ),
    (without("test/IR/rms_norm_fold.mlir"), ["no test/IR/rms_norm_fold.mlir"]),
    (in_file("lib/IR/DSV4OpsFold.cpp", "RmsNormOp::fold", "fold"), ["no fold in lib/IR/DSV4OpsFold.cpp"]),
    (
        in_definition(
            "description", "Folds: a constant `weight` of ones is dropped, unless only it knows `D`", "Folds: none"
        ),
        ["the description says `Folds: none.`, the definition says some"],
    ),
    (in_definition("description", "{norm_eps = 1.0e-6}", "{norm_eps = 0.0}"), ["the example is not valid: "]),
    (
        in_file("lib/IR/DSV4OpsWork.cpp", "RmsNormOp::describeWork", "describeWork"),
        ["no describeWork in lib/IR/*OpsWork.cpp"],
    ),
    (
        in_file("lib/IR/DSV4OpsSharding.cpp", "ruleOf(RmsNormOp op)", "ruleOf(HadamardOp op)"),
        ["no rule in lib/IR/DSV4OpsSharding.cpp"],
    ),
    (without("test/Integration/golden/rms_norm"), ["no fixture in test/Integration/golden/rms_norm"]),
    (in_file("docs/generated/dialect.md", "`dsv4.rms_norm`", "`dsv4.rms`"), ["not in docs/generated/dialect.md"]),
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ods", type=Path, required=True)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--tool", required=True)
    arguments = parser.parse_args()
    ods = json.loads(arguments.ods.read_text())
    known = set(Coverage(arguments.root, arguments.tool).gaps(ods))

    failures = 0
    for number, (defect, expected) in enumerate(DEFECTS):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name in FOLDERS:
                shutil.copytree(arguments.root / name, root / name)
            doctored = copy.deepcopy(ods)
            defect(doctored, root)
            found = set(Coverage(root, arguments.tool).gaps(doctored)) - known
        reported = {gap.partition(": ")[2] for gap in found}
        missed = [line for line in expected if not any(gap.startswith(line) for gap in reported)]
        extra = [gap for gap in reported if not any(gap.startswith(line) for line in expected)]
        if missed or extra:
            failures += 1
            print(f"defect {number}: not reported {missed}, reported without reason {extra}")
    print(f"{len(DEFECTS)} defects, {len(DEFECTS) - failures} found")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())

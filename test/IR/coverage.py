# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fails if an op of the dialect lacks a face, a test, a fixture or a page of documentation.

    llvm-tblgen -dump-json -I include -I MLIR_INCLUDE include/dsv4/IR/DSV4Ops.td -o ODS.json
    coverage.py --ods ODS.json --root REPOSITORY --tool DSV4_OPT

The list of ops is that of the definitions, so an op that somebody declares and does not finish is found. One line per
gap, then `N ops, M gaps`; the exit status is 1 when M is not 0.
"""

from __future__ import annotations

import argparse
import functools
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# Ops that fixtures check as a part of something larger: a wrong number in them fails those fixtures.
PART_OF = {
    "embedding": "model",
    "hc_expand": "model",
    "indexer_scores": "quant_lightning_indexer",
    "indexer_top_k": "quant_lightning_indexer",
    "ring_slots": "block",
}

# Ops that are no computation on tensors, and which of the checks below make no sense for them.
STRUCTURAL = {
    # Its meaning is its region: lowering inlines it, the cost model sums its ops.
    "kernel": {"decompose", "work", "work_test", "golden", "sharding"},
    # The end of that region: its types are kernel_c2, and the tests of kernel have one each.
    "yield": {
        "constraints",
        "example",
        "round_trip",
        "invalid",
        "decompose",
        "decompose_test",
        "work",
        "work_test",
        "folds",
        "golden",
        "sharding",
    },
    # Ranks run them together: dsv4-shard makes them, and what they compute is compared under mpirun.
    "moe_combine": {"golden", "sharding"},
    "moe_dispatch": {"golden", "sharding"},
}

# A constraint in these words is checked by the operand types of the definition, before the verifier runs.
TYPE_CONSTRAINT = re.compile(r"ranked tensors? of")


@dataclass
class Op:
    """One op as the definitions describe it."""

    name: str
    cpp_class: str
    record: dict
    is_tensor_op: bool

    @property
    def description(self) -> str:
        return self.record["description"] or ""

    @property
    def constraints(self) -> dict[str, str]:
        """The text of every numbered constraint by its label, in the order of the description."""
        return dict(re.findall(rf"^\s*- `({self.name}_c\d+)`: (.*)$", self.description, re.MULTILINE))

    @property
    def has_fold(self) -> bool:
        return any(self.record[field] for field in ("hasFolder", "hasCanonicalizer", "hasCanonicalizeMethod"))

    @property
    def takes_any_float(self) -> bool:
        """An operand may be f32, bf16 or f16."""
        return "DSV4_FloatTensor" in json.dumps(self.record["arguments"])


def load_ops(ods: dict) -> list[Op]:
    tensor_ops = set(ods["!instanceof"].get("DSV4_TensorOp", []))
    return [
        Op(ods[name]["opName"], name.removeprefix("DSV4_"), ods[name], name in tensor_ops)
        for name in ods["!instanceof"]["DSV4_Op"]
    ]


@functools.cache
def error_in(tool: str, program: str) -> str:
    """The first line that dsv4-opt reports about a program, empty if it is valid."""
    done = subprocess.run([tool, "-"], input=program, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    return done.stderr.partition("\n")[0] or f"exit status {done.returncode}"


class Coverage:
    """The checks. Each takes an op and yields what is missing; its name is what STRUCTURAL speaks of."""

    def __init__(self, root: Path, tool: str) -> None:
        self.root = root
        self.tool = tool
        self.sources = {path.name: path.read_text() for path in (root / "lib/IR").glob("*.cpp")}
        # DSV4Ops*.cpp are the other faces; what is left are the families of verifiers.
        self.verifiers = "\n".join(
            text for name, text in self.sources.items() if name.endswith("Ops.cpp") and not name.startswith("DSV4Ops")
        )

    def checks(self):
        return {
            "documentation": self.documentation,
            "example": self.example,
            "constraints": self.constraints,
            "round_trip": self.round_trip,
            "invalid": self.invalid,
            "decompose": self.decompose,
            "decompose_test": self.decompose_test,
            "work": self.work,
            "work_test": self.work_test,
            "sharding": self.sharding,
            "folds": self.folds,
            "golden": self.golden,
        }

    def test(self, op: Op, suffix: str) -> str | None:
        """The text of `test/IR/<op><suffix>.mlir`, if the file is there and has the op."""
        path = self.root / f"test/IR/{op.name}{suffix}.mlir"
        text = path.read_text() if path.exists() else ""
        return text if re.search(rf"^[^/\n]*\bdsv4\.{op.name}\b", text, re.MULTILINE) else None

    def documentation(self, op: Op):
        if not op.record["summary"]:
            yield "no summary"
        if not op.description.strip():
            yield "no description"
        page = self.root / "docs/generated/dialect.md"
        if f"`dsv4.{op.name}` (dsv4::{op.cpp_class})" not in (page.read_text() if page.exists() else ""):
            yield "not in docs/generated/dialect.md"

    def example(self, op: Op):
        """The example stands in the description and is valid IR once its operands are function arguments."""
        found = re.search(r"Example:\s*```mlir\n(.*?)```", op.description, re.DOTALL)
        if not found or f"dsv4.{op.name}" not in found[1]:
            yield "no example in the description"
            return
        first_op = re.search(r"\(([%\w, ]*)\)[^:]*(?:\{.*?\}\s*)?:\s*\((.*?)\)\s*->", found[1], re.DOTALL)
        operands = re.findall(r"%\w+", first_op[1]) if first_op else []
        types = re.findall(r"tensor<[^>]*>", first_op[2]) if first_op else []
        arguments = ", ".join(f"{name}: {type_}" for name, type_ in zip(operands, types, strict=False))
        # What runs on several ranks names their grid.
        grid = "shard.grid @ranks(shape = 4)\n" if "@ranks" in found[1] else ""
        program = f"{grid}func.func @example({arguments}) {{\n{found[1]}\nreturn\n}}\n"
        if error := error_in(self.tool, program):
            yield f"the example is not valid: {error}"

    def constraints(self, op: Op):
        labels = list(op.constraints)
        if not labels:
            yield "no numbered constraints"
        if labels != [f"{op.name}_c{i + 1}" for i in range(len(labels))]:
            yield f"constraints are not numbered from c1 without gaps: {', '.join(labels)}"
        marked = set(re.findall(rf"\b{op.name}_c\d+\b", self.verifiers))
        for label, text in op.constraints.items():
            if label not in marked and not TYPE_CONSTRAINT.search(text):
                yield f"{label} is not in a verifier (lib/IR/*Ops.cpp)"
        for label in sorted(marked - set(labels)):
            yield f"{label} is in a verifier and not in the description"

    def round_trip(self, op: Op):
        text = self.test(op, "")
        if text is None:
            yield f"no test/IR/{op.name}.mlir"
            return
        runs = re.findall(r"^// RUN: (.*)$", text, re.MULTILINE)
        if not any(re.fullmatch(r"dsv4-opt %s \| dsv4-opt \| FileCheck .*", run) for run in runs):
            yield f"test/IR/{op.name}.mlir does not read its own text again"
        if not any("--emit-bytecode" in run for run in runs):
            yield f"test/IR/{op.name}.mlir does not read its own bytecode again"
        if not re.search(rf"^\s*// CHECK.*\bdsv4\.{op.name}\b", text, re.MULTILINE):
            yield f"test/IR/{op.name}.mlir does not CHECK the op"
        if "tensor<?x" not in text:
            yield f"test/IR/{op.name}.mlir has no dynamic dimension"
        for element_type in ("f32", "bf16", "f16") if op.takes_any_float else ():
            if not re.search(rf"x{element_type}>", text):
                yield f"test/IR/{op.name}.mlir has no {element_type}"

    def invalid(self, op: Op):
        text = self.test(op, "_invalid")
        if text is None:
            yield f"no test/IR/{op.name}_invalid.mlir"
            return
        run, _, rest = text.partition("\n")
        if "-verify-diagnostics" not in run or "-split-input-file" not in run:
            yield f"test/IR/{op.name}_invalid.mlir does not verify its diagnostics chunk by chunk"
        tested = []
        for chunk in rest.split("// -----"):
            label = re.match(rf"\s*// ({op.name}_c\d+): \S", chunk)
            if label and re.search(r"expected-error[^{]*\{\{.+\}\}", chunk):
                tested.append(label[1])
        for label in op.constraints:
            if label not in tested:
                yield f"{label} has no invalid case in test/IR/{op.name}_invalid.mlir"
        for label in sorted(set(tested) - set(op.constraints)):
            yield f"{label} is in test/IR/{op.name}_invalid.mlir and not in the description"

    def face(self, op: Op, suffix: str, function: str):
        """A face may be split by family: DSV4OpsWork.cpp, AttentionOpsWork.cpp, ..."""
        definition = f"{op.cpp_class}::{function}("
        if not any(definition in text for name, text in self.sources.items() if name.endswith(suffix)):
            yield f"no {function} in lib/IR/*{suffix}"

    def decompose(self, op: Op):
        yield from self.face(op, "Decompose.cpp", "decomposeOperation")

    def decompose_test(self, op: Op):
        text = self.test(op, "_decompose")
        if text is None or "-dsv4-decompose" not in text or "// CHECK" not in text:
            yield f"no test/IR/{op.name}_decompose.mlir"

    def work(self, op: Op):
        yield from self.face(op, "OpsWork.cpp", "describeWork")

    def sharding(self, op: Op):
        if f"ruleOf({op.cpp_class} op)" not in self.sources.get("DSV4OpsSharding.cpp", ""):
            yield "no rule in lib/IR/DSV4OpsSharding.cpp"

    def work_test(self, op: Op):
        if self.test(op, "_work") is None:
            yield f"no test/IR/{op.name}_work.mlir"

    def folds(self, op: Op):
        stated = re.search(r"^\s*Folds: (.*)$", op.description, re.MULTILINE)
        if not stated:
            yield "the description does not say what it folds (`Folds: none.` if nothing)"
            return
        if (stated[1] != "none.") != op.has_fold:
            yield f"the description says `Folds: {stated[1]}`, the definition says {'some' if op.has_fold else 'none'}"
        if not op.has_fold:
            return
        if not re.search(rf"{op.cpp_class}::(fold|getCanonicalizationPatterns)\(", self.sources["DSV4OpsFold.cpp"]):
            yield "no fold in lib/IR/DSV4OpsFold.cpp"
        text = self.test(op, "_fold")
        if text is None or "-canonicalize" not in text or "// CHECK" not in text:
            yield f"no test/IR/{op.name}_fold.mlir"

    def golden(self, op: Op):
        name = PART_OF.get(op.name, op.name)
        folder = self.root / "test/Integration/golden" / name
        if not any(folder.glob("*.json")):
            yield f"no fixture in test/Integration/golden/{name}"

    def gaps(self, ods: dict) -> list[str]:
        """All gaps, one line each."""
        ops = load_ops(ods)
        found = [] if ops else ["no ops in the definitions"]
        for op in ops:
            if op.is_tensor_op and op.name in STRUCTURAL:
                found.append(f"{op.name}: computes on tensors, so it is not structural")
            exempt = set() if op.is_tensor_op else STRUCTURAL.get(op.name)
            if exempt is None:
                found.append(f"{op.name}: neither a DSV4_TensorOp nor in the table of structural ops")
                exempt = set()
            for name, check in self.checks().items():
                if name not in exempt:
                    found.extend(f"{op.name}: {gap}" for gap in check(op))
        for name in sorted(STRUCTURAL.keys() - {op.name for op in ops}):
            found.append(f"{name}: is in the table of structural ops and not in the dialect")
        return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ods", type=Path, required=True, help="definitions as llvm-tblgen -dump-json writes them")
    parser.add_argument("--root", type=Path, required=True, help="the repository")
    parser.add_argument("--tool", required=True, help="dsv4-opt, which checks that the examples are valid")
    arguments = parser.parse_args()
    ods = json.loads(arguments.ods.read_text())
    gaps = Coverage(arguments.root, arguments.tool).gaps(ods)
    for gap in gaps:
        print(gap)
    print(f"{len(load_ops(ods))} ops, {len(gaps)} gaps")
    return int(bool(gaps))


if __name__ == "__main__":
    sys.exit(main())

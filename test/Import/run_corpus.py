# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Takes every torch-mlir file of a folder through dsv4 and prints counts per folder and `N passed, M failed`.

    run_corpus.py [DIR] --dsv4-opt PATH [--stages convert,lower,price,execute] [--only-known]

DIR holds `<folder>/<program>.<form>.mlir` (default: $TORCH_MLIR_CORPUS, else corpus/ beside this file). The stages:

convert  convert-torch-to-dsv4 succeeds, nothing of the torch dialects is left, and every `tensor_cast` operator that
         has a dsv4 op became that op
lower    dsv4-to-linalg-pipeline succeeds
price    dsv4-estimate-cost succeeds, with sizes for the dynamic dimensions and a first call of every request
execute  the compiled program runs on small random inputs, its results have no NaN, and all forms of a program agree.
         Needs the Python package `dsv4`.

A stage is tried if the one before passed (`execute` after `lower`). corpus_refusals.json lists what must fail, where,
with which words and why; that it does counts as passed. Files with operators that have no handler fail, unless
--only-known is given: then they are left out, and the operators are listed. Exit status 1 if a file fails or none
passes.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from corpus_programs import NO_HANDLER, ProgramSizes, left_over, missing_operators

HERE = Path(__file__).parent
STAGES = ("convert", "lower", "price", "execute")
DEVICE = "--dsv4-attach-device=device=h100-sxm"
# Of all forms of one program: bf16 values that were computed in another order may differ by a few units.
TOLERANCE = 2.0**-5


@dataclass
class File:
    """One file and how far it came: stage -> "" or what is wrong."""

    path: Path
    outcome: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}"

    @property
    def program(self) -> str:
        return f"{self.path.parent.name}/{self.path.name.split('.')[0]}"


def run(tool: str, path: Path, *passes: str) -> tuple[str, str]:
    """Runs dsv4-opt. Returns (output, "") or ("", the first error)."""
    result = subprocess.run(
        [tool, str(path), "--mlir-print-op-on-diagnostic=false", *passes],
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    if result.returncode == 0:
        return result.stdout, ""
    errors = [line for line in result.stderr.splitlines() if "error: " in line]
    if not errors or result.returncode < 0:
        return "", f"exit status {result.returncode}: {result.stderr[-200:]}"
    return "", "\n".join(line.split("error: ", 1)[1] for line in errors)


def check(tool: str, file: File, stages: list[str]) -> str:
    """Takes one file through the stages but the last. Returns the converted program."""
    text = file.path.read_text()
    output, error = run(tool, file.path, "--convert-torch-to-dsv4")
    if error:
        lines = error.splitlines()
        found = [NO_HANDLER.match(line) for line in lines]
        if all(found):
            file.missing = [match[1] for match in found]
        file.outcome["convert"] = error
        return ""
    file.outcome["convert"] = left_over(output) or missing_operators(text, output)
    if file.outcome["convert"]:
        return ""
    if "lower" in stages:
        lowered = "--convert-torch-to-dsv4", "--dsv4-to-linalg-pipeline", "-o", os.devnull
        file.outcome["lower"] = run(tool, file.path, *lowered)[1]
    if "price" in stages:
        bindings = ",".join(ProgramSizes(text, output).bindings())
        options = f"format=json bind={bindings}" if bindings else "format=json"
        report, error = run(
            tool, file.path, "--convert-torch-to-dsv4", DEVICE, f"--dsv4-estimate-cost={options}", "-o", os.devnull
        )
        if not error and not json.loads(report)["total"]["time_us"] > 0:
            error = "the report has no time"
        file.outcome["price"] = error
    return output


def execute(files: list[File], converted: dict[str, str], timeout: int) -> None:
    """Runs all forms of one program in a process of its own, on the same inputs."""
    work = [
        {"name": file.name, "source": str(file.path), "converted": converted[file.name], "tolerance": TOLERANCE}
        for file in files
    ]
    command = [sys.executable, str(HERE / "corpus_execute.py")]
    try:
        result = subprocess.run(
            command, input=json.dumps(work), capture_output=True, text=True, check=False, timeout=timeout
        )
        outcome = json.loads(result.stdout) if result.returncode == 0 else {}
        problem = result.stderr.strip().splitlines()[-1:] or [f"exit status {result.returncode}"]
    except subprocess.TimeoutExpired:
        outcome, problem = {}, [f"not done in {timeout} s"]
    for file in files:
        file.outcome["execute"] = outcome.get(file.name, problem[0])


def apply_refusals(file: File, refusals: list[dict]) -> None:
    """Replaces what must fail by "refused", and a failure that is missing by a problem."""
    for entry in refusals:
        if not fnmatch.fnmatch(file.name, entry["file"]) or entry["stage"] not in file.outcome:
            continue
        if entry["error"] in file.outcome[entry["stage"]]:
            file.outcome[entry["stage"]] = ""
            file.refused[entry["stage"]] = entry["reason"]
        else:
            got = file.outcome[entry["stage"]] or "no error"
            file.outcome[entry["stage"]] = f"corpus_refusals.json expects '{entry['error']}', got {got}"


def report(files: list[File], stages: list[str], only_known: bool) -> int:
    """Prints a line per file, the table and the sum. Returns the exit status."""
    table: dict[str, Counter] = defaultdict(Counter)
    missing: Counter = Counter()
    passed = failed = left_out = 0
    for file in files:
        row = table[file.path.parent.name]
        row["files"] += 1
        row["refused"] += bool(file.refused)
        for stage in stages:
            row[stage] += file.outcome.get(stage) == "" and stage not in file.refused
        missing.update(file.missing)
        if file.missing and only_known:
            left_out += 1
            continue
        problems = [f"{stage}: {text}" for stage, text in file.outcome.items() if text]
        passed += not problems
        failed += bool(problems)
        if problems:
            print(f"FAIL {file.name}: {problems[0]}", flush=True)
        elif file.refused:
            print(f"ok   {file.name}: refused, " + "; ".join(f"{s}: {why}" for s, why in file.refused.items()))
    columns = ["files", *stages, "refused"]
    print(f"\n{'folder':10}" + "".join(f"{column:>10}" for column in columns))
    total: Counter = Counter()
    for folder, row in sorted(table.items()):
        print(f"{folder:10}" + "".join(f"{row[column]:>10}" for column in columns))
        total.update(row)
    print(f"{'all':10}" + "".join(f"{total[column]:>10}" for column in columns))
    if missing:
        print(
            "operators without a handler (files): " + ", ".join(f"{name} ({n})" for name, n in sorted(missing.items()))
        )
    if left_out:
        print(f"{left_out} files left out (--only-known)")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("TORCH_MLIR_CORPUS") or HERE / "corpus"
    parser.add_argument("directory", type=Path, nargs="?", default=Path(default), metavar="DIR")
    parser.add_argument("--dsv4-opt", default="dsv4-opt", metavar="PATH", help="the tool (default: found on PATH)")
    parser.add_argument("--stages", default="convert,lower,price", help="default: convert,lower,price")
    parser.add_argument("--only-known", action="store_true", help="leave out files with operators that have no handler")
    parser.add_argument("--programs", default="*", metavar="PATTERN", help="these only, e.g. 'ops/hc_*' (default: all)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N", help="processes at a time")
    parser.add_argument("--timeout", type=int, default=600, metavar="S", help="seconds to compile and run a program")
    arguments = parser.parse_args()
    stages = arguments.stages.split(",")
    if unknown := set(stages) - set(STAGES):
        parser.error(f"unknown stages: {', '.join(sorted(unknown))}; there are {', '.join(STAGES)}")

    refusals = json.loads((HERE / "corpus_refusals.json").read_text())
    files = [File(path) for path in sorted(arguments.directory.glob("*/*.mlir"))]
    files = [file for file in files if fnmatch.fnmatch(file.program, arguments.programs)]
    with ThreadPoolExecutor(arguments.jobs) as pool:
        outputs = pool.map(lambda file: check(arguments.dsv4_opt, file, stages), files)
        converted = {file.name: output for file, output in zip(files, outputs, strict=True)}
        if "execute" in stages:
            programs: dict[str, list[File]] = defaultdict(list)
            for file in files:
                if converted[file.name] and not file.outcome.get("lower"):
                    programs[file.program].append(file)
            list(pool.map(lambda group: execute(group, converted, arguments.timeout), programs.values()))
    for file in files:
        apply_refusals(file, refusals)
    return report(files, stages, arguments.only_known)


if __name__ == "__main__":
    sys.exit(main())

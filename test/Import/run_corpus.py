# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Imports every torch-mlir file of a folder with dsv4-opt and prints `N passed, M failed`.

    run_corpus.py [DIR] --dsv4-opt PATH [--only-known]

DIR holds `<folder>/<program>.<form>.mlir` (default: $TORCH_MLIR_CORPUS, else corpus/ beside this file). A file passes
if dsv4-opt accepts it, nothing of the torch dialects is left, and every `tensor_cast` operator became its dsv4 op, as
often as it occurs. Files with operators that have no handler fail, unless --only-known is given: then they are left
out, and the operators are listed. Exit status 1 if a file fails or none passes.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# The operators of tensor_cast whose dsv4 op has another name.
RENAMED = {"moe_gating_top_k_hash": "moe_gating_hash"}
# The error of convert-torch-to-dsv4 for an operator that it cannot import.
NO_HANDLER = re.compile(r"error: '(torch[^']*)' cannot be imported: .* \((\d+) uses?\)$", re.MULTILINE)
# Ops and types of the torch dialects. The data behind a module may have any name.
TORCH = re.compile(r"\btorch(?:_c)?\.[a-z_][\w.]*|!torch\b")
RESOURCES = re.compile(r"dense_resource<[^>]*>|\{-#.*", re.DOTALL)


def operators(text: str) -> Counter:
    """Calls of `tensor_cast` operators in custom or generic form, by the name of the dsv4 op."""
    custom = re.findall(r'torch\.operator "torch\.tensor_cast\.(\w+)"', text)
    generic = re.findall(r'"torch\.operator".*name = "torch\.tensor_cast\.(\w+)"', text)
    return Counter(RENAMED.get(name, name) for name in custom + generic)


def check(tool: str, path: Path) -> tuple[str, str]:
    """Imports one file. Returns ("ok" | "FAIL" | "left out", message)."""
    command = [tool, str(path), "--convert-torch-to-dsv4"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if run.returncode:
        missing = NO_HANDLER.findall(run.stderr)
        errors = [line for line in run.stderr.splitlines() if "error:" in line]
        if missing and len(missing) == len(errors):
            return "left out", ", ".join(f"{name} ({uses})" for name, uses in missing)
        first = errors[0].split("error: ", 1)[1] if errors else f"exit status {run.returncode}"
        return "FAIL", first
    left = sorted(set(TORCH.findall(RESOURCES.sub("", run.stdout))))
    if left:
        return "FAIL", f"left in the output: {', '.join(left)}"
    want = operators(path.read_text())
    got = Counter(re.findall(r"\bdsv4\.(\w+)\(", run.stdout))
    if want != got:
        return "FAIL", f"operators {dict(want)} became {dict(got)}"
    return "ok", ", ".join(f"{name} ({count})" for name, count in sorted(got.items()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("TORCH_MLIR_CORPUS") or Path(__file__).parent / "corpus"
    parser.add_argument("directory", type=Path, nargs="?", default=Path(default), metavar="DIR")
    parser.add_argument("--dsv4-opt", default="dsv4-opt", metavar="PATH", help="the tool (default: found on PATH)")
    parser.add_argument("--only-known", action="store_true", help="leave out files with operators that have no handler")
    arguments = parser.parse_args()
    files = sorted(arguments.directory.glob("*/*.mlir"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(lambda path: check(arguments.dsv4_opt, path), files))

    counts, missing = Counter(), Counter()
    for path, (outcome, text) in zip(files, outcomes, strict=True):
        if outcome == "left out":
            missing.update({entry.split(" ")[0]: 1 for entry in text.split(", ")})
            if not arguments.only_known:
                outcome, text = "FAIL", f"no handler: {text}"
        counts[outcome] += 1
        if outcome != "left out":
            print(f"{outcome:4} {path.parent.name}/{path.name}: {text}", flush=True)
    if counts["left out"]:
        names = ", ".join(f"{name} ({files})" for name, files in sorted(missing.items()))
        print(f"{counts['left out']} files left out (--only-known); operators without a handler (files): {names}")
    print(f"{counts['ok']} passed, {counts['FAIL']} failed")
    return 1 if counts["FAIL"] or not counts["ok"] else 0


if __name__ == "__main__":
    sys.exit(main())

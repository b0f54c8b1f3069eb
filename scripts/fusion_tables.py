# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the tables of docs/fusion.md: the patterns, what they save per stack, and the launches of a real server.

    .venv/bin/python scripts/fusion_tables.py [--check] [--tools build/bin]

With --check nothing is written; the exit status is 1 if the page differs from what the tools say.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from page_tables import update

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "fusion.md"
INVENTORY = ROOT / "test" / "Transforms" / "Inputs" / "launches_flash_gb200.csv"
#: How the server of the profile divides the model, and what makes the program of one of its ranks.
RANK = ["--dsv4-shard=tp=4 ep=4 indexer=replicate", "--dsv4-simplify-collectives"]
STACKS = ["vllm", "sglang", "trtllm", "atom", "cann", "ideal"]
#: Kinds of layers of V4-Flash: function, name, how often.
LAYERS = [("layer_window_hash", "window", 2), ("layer_csa_score", "CSA", 20), ("layer_hca_score", "HCA", 20)]
#: Steps and devices over which the profile counts launches.
PROFILE_STEPS, PROFILE_DEVICES = 57, 4


class Tools:
    """The programs of a build, and a module of V4-Flash for 4 requests of 1,024 tokens."""

    def __init__(self, folder: Path, work: Path):
        self.opt = folder / "dsv4-opt"
        self.module = work / "flash.mlir"
        self.run(
            folder / "dsv4-translate",
            *("--import-hf-config", "--hf-config-name=DeepSeek-V4-Flash", "--precision=official"),
            *("--batch=4", "--tokens=1024", "-o", self.module),
        )

    @staticmethod
    def run(*command) -> str:
        """Standard output of a command; its errors go to ours."""
        return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout

    def patterns(self) -> str:
        return self.run(self.opt, self.module, "--dsv4-fuse=list", "-o", "/dev/null")

    def kernels(self, stack: str | None, divide: Sequence[str] = ()) -> list[dict]:
        """The kernels that the module launches, divided by some passes and fused as a stack does."""
        fuse = [f"--dsv4-fuse=stack={stack}"] if stack else []
        work = "--dsv4-print-work=format=json bind=arg1=0,arg2=1024"
        return json.loads(self.run(self.opt, self.module, *divide, *fuse, work, "-o", "/dev/null"))["kernels"]


def megabytes(kernels: list[dict]) -> float:
    def bytes_of(kernel):
        launch = kernel["per_launch"]
        return launch["bytes_written"] + sum(launch["bytes_read_by_class"].values())

    return sum(kernel["launches"] * bytes_of(kernel) for kernel in kernels) / 1e6


def launches_table(modules: dict[str | None, list[dict]]) -> str:
    """Launches per layer and step, and memory traffic per step, of every stack."""
    lines = ["| | " + " | ".join(f"{name} layer" for _, name, _ in LAYERS) + " | step | memory traffic of a step |"]
    lines.append("| --- |" + " ---: |" * (len(LAYERS) + 2))
    for stack, kernels in modules.items():
        counts = Counter()
        for kernel in kernels:
            counts[kernel["function"]] += kernel["launches"]
        cells = [f"{counts[function] / times:.0f}" for function, _, times in LAYERS]
        cells += [f"{sum(counts.values()):.0f}", f"{megabytes(kernels) / 1e3:.1f} GB"]
        lines.append(f"| {stack or 'nothing fused'} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def own_launches(kernels: list[dict], names: str) -> float:
    """Launches of the kernels in a list of `name` or `name:type of the product`."""
    wanted = dict(part.partition(":")[::2] for part in names.split())

    def counts(kernel):
        name = kernel["name"]
        if names and name == "linear":
            types = {entry["type"] for entry in kernel["per_launch"]["flops_by_type"] if entry["engine"] == "matrix"}
            asked = {part.partition(":")[2] for part in names.split() if part.startswith("linear:")}
            return any(kind.startswith(prefix) for kind in types for prefix in asked)
        return name in wanted

    return sum(kernel["launches"] for kernel in kernels if counts(kernel))


def inventory_table(kernels: list[dict]) -> str:
    """Launches of a step in the profile of a server beside those of the fused program of a rank."""
    lines = ["| kernel of the profile | launches of a step | in the IR | where |", "| --- | ---: | ---: | --- |"]
    seen, fused, known = 0.0, 0.0, set()
    with open(INVENTORY, newline="") as file:
        for row in csv.DictReader(file):
            count = int(row["launches"]) / PROFILE_STEPS / PROFILE_DEVICES
            own = own_launches(kernels, row["in_the_ir"])
            seen, fused = seen + count, fused + own
            known |= {part.partition(":")[0] for part in row["in_the_ir"].split()}
            # Products inside of other kernels have their launch in another row.
            lines.append(f"| {row['kernel']} | {count:.1f} | {f'{own:.0f}' if own else '-'} | {row['where']} |")
    counts = Counter()
    for kernel in kernels:
        counts[kernel["name"]] += kernel["launches"]
    rest = {name: count for name, count in sorted(counts.items()) if name not in known}
    lines.append(
        f"| | - | {sum(rest.values()):.0f} | {', '.join(f'{count:.0f} `{name}`' for name, count in rest.items())} |"
    )
    fused += sum(rest.values())
    # Every launch of the IR has one row.
    assert fused == sum(counts.values())
    lines.append(f"| all | {seen:.0f} | {fused:.0f} | |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Writes or checks the page; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed page, write nothing")
    parser.add_argument("--tools", type=Path, default=ROOT / "build" / "bin", help="folder of dsv4-opt")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        tools = Tools(arguments.tools, Path(work))
        modules = {stack: tools.kernels(stack) for stack in [None, *STACKS]}
        tables = {
            "patterns": tools.patterns(),
            "launches": launches_table(modules),
            "inventory": inventory_table(tools.kernels("vllm", RANK)),
        }
    return update(PAGE, Path(__file__).name, tables, arguments.check)


if __name__ == "__main__":
    sys.exit(main())

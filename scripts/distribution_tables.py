# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the tables of docs/distribution.md: grids, collectives per layer and bytes per rank of some layouts.

    .venv/bin/python scripts/distribution_tables.py [--check] [--tools build/bin]

With --check nothing is written; the exit status is 1 if the page differs from what the tools say.
"""

import argparse
import math
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from page_tables import update

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "distribution.md"
#: What the page shows: V4-Flash, a batch of 8 requests of one token.
LAYOUTS = [
    ("tensor parallel", "tp=8 ep=8"),
    ("smaller group for the o projection", "tp=8 ep=8 o-proj-tp=4"),
    ("replicas with shared experts and a shared o projection", "tp=1 dp=8 ep=8 o-proj-tp=8"),
]
#: Functions of the module and what the page calls them.
FUNCTIONS = [
    ("embed", "embedding"),
    ("layer_window_hash", "window layer"),
    ("layer_csa_score", "CSA layer"),
    ("layer_hca_score", "HCA layer"),
    ("epilogue", "head"),
]
COLLECTIVE = re.compile(
    r"shard\.(all_reduce|all_gather|reduce_scatter|all_to_all) .*?grid_axes = \[([0-9, ]*)\](?:.*?) : "
    r"(tensor<[^>]*>) -> (tensor<[^>]*>)"
    r"|dsv4\.(moe_dispatch|moe_combine)\(.*?grid_axes = array<i16: ([0-9, ]*)>.*? : "
    r"\((tensor<[^>]*>).*? -> \(?(tensor<[^>]*>)"
)
BITS = {"f32": 32, "bf16": 16, "i32": 32, "i8": 8, "f8E4M3FN": 8, "f8E8M0FNU": 8}


def build_flash(tools: Path, output: Path) -> None:
    """V4-Flash in the checkpoint's formats, eight requests."""
    subprocess.run(
        [tools / "dsv4-translate", "--import-hf-config", "--hf-config-name=DeepSeek-V4-Flash", "--precision=official",
         "--batch=8", "--tokens=1", "-o", output],
        check=True,
    )  # fmt: skip


def shard(tools: Path, module: Path, options: str) -> str:
    """The program of one rank."""
    command = [tools / "dsv4-opt", module, f"--dsv4-shard={options}", "--dsv4-simplify-collectives"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def functions(text: str) -> dict[str, str]:
    """The text of every function by name."""
    parts = re.split(r"(?m)^  func\.func (?:private )?@(\w+)", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def collectives(body: str, grid: list[int]) -> list[tuple[str, int, str]]:
    """(kind, ranks of the group, type of the whole buffer) in the order of the program."""
    found = []
    for match in COLLECTIVE.finditer(body):
        kind, axes, before, after = match.groups()[:4] if match[1] else match.groups()[4:]
        ranks = math.prod(grid[int(axis)] for axis in axes.split(",") if axis.strip())
        found.append((kind, ranks, after if kind in ("all_gather", "moe_dispatch") else before))
    return found


def bytes_of(kind: str) -> int:
    """Bytes of a tensor type; FP4 codes are i8, two in each."""
    *sizes, element = kind.removeprefix("tensor<").removesuffix(">").split("x")
    return math.prod(int(size) for size in sizes) * BITS[element] // 8


def weights_per_rank(text: str) -> int:
    """Bytes of all weights that @main takes."""
    signature = functions(text)["main"].split(" attributes ")[0].split(" -> ")[0]
    arguments = re.findall(r"(tensor<[^>]*>) \{[^}]*?dsv4\.name = \"([^\"]*)\"", signature)
    inputs = ("input_ids", "start_pos", "query_lens")
    return sum(bytes_of(kind) for kind, name in arguments if name not in inputs and not name.startswith("cache."))


def tables(tools: Path, work: Path) -> dict[str, str]:
    """The tables by the name of their place in the page."""
    module = work / "flash.mlir"
    build_flash(tools, module)
    summary = ["| layout | `dsv4-shard` | ranks | grid | weights per rank |", "| --- | --- | ---: | --- | ---: |"]
    lists = []
    for name, options in LAYOUTS:
        text = shard(tools, module, options)
        shape, axes = re.search(r"shard\.grid @ranks\(shape = ([0-9x]+)\) \{axes = \[(.*?)\]\}", text).groups()
        grid = [int(size) for size in shape.split("x")]
        parts = zip(axes.replace('"', "").split(", "), grid, strict=True)
        picture = " x ".join(f"{axis} {size}" for axis, size in parts)
        summary.append(
            f"| {name} | `{options}` | {math.prod(grid)} | {picture} | {weights_per_rank(text) / 1e9:.1f} GB |"
        )
        lists.append(f"**{name[0].upper() + name[1:]}**, `{options}`:\n")
        lists.append("| function | collectives in order: ranks, whole buffer |\n| --- | --- |")
        bodies = functions(text)
        for function, title in FUNCTIONS:
            cells = [f"{kind}, {ranks}, `{buffer}`" for kind, ranks, buffer in collectives(bodies[function], grid)]
            lists.append(f"| {title} | {'<br>'.join(cells) or 'none'} |")
        lists.append("")
    return {"layouts": "\n".join(summary) + "\n", "collectives": "\n".join(lists)}


def main() -> int:
    """Writes or checks the page; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed page, write nothing")
    parser.add_argument("--tools", type=Path, default=ROOT / "build" / "bin", help="folder of dsv4-opt")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        made = tables(arguments.tools, Path(work))
    return update(PAGE, Path(__file__).name, made, arguments.check)


if __name__ == "__main__":
    sys.exit(main())

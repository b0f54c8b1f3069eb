# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Bytes that compiled launches move: what the loops of the lowered program load and store.

    python fused_bytes.py FOLDER_OF_TOOLS CONFIG

For every pattern that docs/fusion.md calls one pass, the launch that it finds in the model of CONFIG becomes a program
of its own, which is lowered twice: as a launch, and op by op. In the loops of both, every tensor that is as long as the
tokens counts once per outermost loop that loads from it and once per loop that stores to it; what is as large as a
token stays in the cache. A launch of one pass moves its operands and results and nothing else. Prints a line per
pattern.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

AFTER_LOOPS = "--mlir-print-ir-after=convert-linalg-to-loops"
#: Tokens of the program; no other dimension has this size.
TOKENS = 7
#: Patterns of one pass.
ONE_PASS = [
    "hc_post_pre_norm", "hc_post_pre", "hc_pre_norm", "hc_pre", "hc_pre_product", "hc_pre_apply_norm", "hc_pre_apply",
    "q_norm_rope", "indexer_query", "gate_top_k", "gate_hash", "residual_add", "inverse_rope_quant", "swiglu_quant",
]  # fmt: skip
#: One pass, and behind it the scatter: it checks the slots, then reads them and the rows.
WITH_SCATTER = ["q_kv_norm_rope_insert", "kv_norm_rope_insert", "q_norm_rope_kv_insert"]

VIEWS = "subview|cast|collapse_shape|expand_shape|reinterpret_cast"
BITS = {"f32": 32, "bf16": 16, "f8E4M3FN": 8, "f8E8M0FNU": 8, "i32": 32, "i64": 64, "i8": 8, "i1": 8}
#: What the model has not: the model builder's products quantise their operand themselves.
QUANTISED = """
func.func @rope(%x: tensor<1x7x4x32xbf16>, %cos: tensor<1x7x8xf32>, %sin: tensor<1x7x8xf32>)
    -> (tensor<1x7x4x32xf8E4M3FN>, tensor<1x7x4x1xf8E8M0FNU>) {
  %r = dsv4.rope(%x, %cos, %sin) {inverse = true}
      : (tensor<1x7x4x32xbf16>, tensor<1x7x8xf32>, tensor<1x7x8xf32>) -> tensor<1x7x4x32xbf16>
  %c, %s, %y = dsv4.act_quant(%r) {block = 32 : i64, format = f8E4M3FN}
      : (tensor<1x7x4x32xbf16>) -> (tensor<1x7x4x32xf8E4M3FN>, tensor<1x7x4x1xf8E8M0FNU>, tensor<1x7x4x32xbf16>)
  return %c, %s : tensor<1x7x4x32xf8E4M3FN>, tensor<1x7x4x1xf8E8M0FNU>
}
func.func @swiglu(%g: tensor<7x128xbf16>, %u: tensor<7x128xbf16>) -> (tensor<7x128xf8E4M3FN>, tensor<7x1xf8E8M0FNU>) {
  %h = dsv4.v4_clamped_swiglu(%g, %u) {limit = 1.0} : (tensor<7x128xbf16>, tensor<7x128xbf16>) -> tensor<7x128xbf16>
  %c, %s, %y = dsv4.act_quant(%h) {block = 128 : i64, format = f8E4M3FN}
      : (tensor<7x128xbf16>) -> (tensor<7x128xf8E4M3FN>, tensor<7x1xf8E8M0FNU>, tensor<7x128xbf16>)
  return %c, %s : tensor<7x128xf8E4M3FN>, tensor<7x1xf8E8M0FNU>
}
"""


def bytes_of(type_: str) -> int:
    """Bytes of a tensor or memref type that is as long as the tokens, 0 for others."""
    *sizes, element = re.match(r"(?:tensor|memref)<([^,>]*)", type_).group(1).split("x")
    sizes = [int(size) for size in sizes]
    if TOKENS not in sizes:
        return 0
    count = 1
    for size in sizes:
        count *= size
    return count * BITS[element] // 8


def kernel_program(text: str) -> tuple[str, list[str], list[str]]:
    """The first kernel of a module as the only op of a function, the types of its operands and of its results."""
    aliases = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    pattern = r'dsv4\.kernel ("\w+")\([^)]*\) : \(([^)]*)\) -> \(?([^{)]*)\)? \{\n(.*?)\n    \}'
    name, types, results, body = re.search(pattern, text, re.DOTALL).groups()
    operand_types, result_types = types.split(", "), results.split(", ")
    parameters = ", ".join(f"%p{i}: {type_}" for i, type_ in enumerate(operand_types))
    values = ", ".join(f"%p{i}" for i in range(len(operand_types)))
    bundle = f"%k:{len(result_types)}"
    returned = ", ".join(f"%k#{i}" for i in range(len(result_types)))
    return (
        f"{aliases}\nfunc.func @main({parameters}) -> ({results}) {{\n"
        f"{bundle} = dsv4.kernel {name} ({values}) : ({types}) -> ({results}) {{\n{body}\n}}\n"
        f"return {returned} : {results}\n}}\n",
        operand_types,
        result_types,
    )


def moved(loops: str) -> int:
    """Bytes that the outermost loops move of memory that is as long as the tokens."""
    roots: dict[str, str] = {}
    sizes: dict[str, int] = {}
    constants: dict[str, int] = {}
    seen: set[tuple] = set()
    # Loops that are open; those that run once are no loops.
    open_loops: list[tuple[int, str]] = []
    total = number = 0

    def count(value: str, kind: str) -> None:
        nonlocal total
        root = roots[value]
        outermost = next((loop for trips, loop in open_loops if trips != 1), f"op {number}")
        # What the same loop has stored just now is in the cache.
        if sizes[root] and not {(outermost, root, kind), (outermost, root, "store")} & seen:
            seen.add((outermost, root, kind))
            total += sizes[root]

    for line in loops.splitlines():
        number += 1
        code = line.strip()
        if code.startswith("func.func"):
            for name, type_ in re.findall(r"(%\w+): (memref<[^,>]*)", code):
                roots[name], sizes[name] = name, bytes_of(type_)
        if match := re.match(r"(%\w+) = arith\.constant (-?\d+) : index", code):
            constants[match[1]] = int(match[2])
        elif match := re.match(r"(%\w+) = memref\.alloc\w*\(.*\).* : (memref<.*>)", code):
            roots[match[1]], sizes[match[1]] = match[1], bytes_of(match[2])
        elif match := re.match(rf"(%\w+) = memref\.(?:{VIEWS}) (%\w+)", code):
            roots[match[1]] = roots[match[2]]
        elif match := re.match(r"(?:.* = )?scf\.for (%\w+) = (%\w+) to (%\w+) step (%\w+)", code):
            low, high, step = (constants[match[i]] for i in (2, 3, 4))
            open_loops.append((-(-(high - low) // step), f"loop {number}"))
        elif code.endswith("{"):
            open_loops.append((1, ""))
        if match := re.match(r"%\w+ = memref\.load (%\w+)", code):
            count(match[1], "load")
        elif match := re.match(r"memref\.store %\w+, (%\w+)", code):
            count(match[1], "store")
        elif match := re.match(r"memref\.copy (%\w+), (%\w+)", code):
            count(match[1], "load")
            count(match[2], "store")
        elif "memref" in code and not re.match(
            r"func\.func|return|(%\w+ = )?memref\.(alloc|dealloc|" + VIEWS + ")", code
        ):
            raise SystemExit(f"not understood: {code}")
        if code.startswith("}"):
            open_loops.pop()
            if code.endswith("{"):
                open_loops.append((1, ""))
    return total


def run_opt(tools: Path, text: str, *options: str) -> tuple[str, str]:
    """Standard output and standard error of dsv4-opt for a module; exits with its errors if it fails."""
    done = subprocess.run(
        [str(tools / "dsv4-opt"), "-", *options], input=text, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout, done.stderr


def import_model(tools: Path, config: str, batch: int = 1) -> str:
    """The model of a configuration for requests of `TOKENS` tokens."""
    with tempfile.TemporaryDirectory() as work:
        model = Path(work) / "model.mlir"
        command = [tools / "dsv4-translate", "--import-hf-config", config, f"--batch={batch}", f"--tokens={TOKENS}"]
        subprocess.run([*map(str, command), "--precision=qat", "-o", str(model)], check=True)
        return model.read_text()


def main() -> int:
    """Prints the table; the status is 1 if a launch moves something else than its boundary, or as much as its ops."""
    tools, config = Path(sys.argv[1]), sys.argv[2]

    def lowered(text: str) -> int:
        return moved(run_opt(tools, text, "--dsv4-to-llvm-pipeline", AFTER_LOOPS, "-o", "/dev/null")[1])

    text = import_model(tools, config)
    failures = 0
    for pattern in ONE_PASS + WITH_SCATTER:
        source = QUANTISED if pattern in ("inverse_rope_quant", "swiglu_quant") else text
        program, operands, results = kernel_program(run_opt(tools, source, f"--dsv4-fuse=patterns={pattern}")[0])
        expected = sum(map(bytes_of, operands)) + sum(map(bytes_of, results))
        if pattern in WITH_SCATTER:
            rows, _, slots = re.search(r"scatter_nd_update_mla\(.*\) : \((.*)\) ->", program)[1].split(", ")
            expected += bytes_of(rows) + bytes_of(slots)
        launch, apart = lowered(program), lowered(run_opt(tools, program, "--dsv4-inline-kernels")[0])
        # Elementwise ops are one loop in every program.
        is_right = launch == expected and (launch == apart if pattern == "residual_add" else launch < apart)
        failures += not is_right
        print(f"{pattern}: launch {launch}, expected {expected}, op by op {apart}{'' if is_right else ' WRONG'}")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A value that a launch keeps to itself and that something else uses prevents the launch, with a remark that says so.

    python fused_extra_uses.py FOLDER_OF_TOOLS CONFIG

For every pattern, the first launch that it finds in the layers of CONFIG is looked at. For each value inside of it that
it does not write, the layer returns that value as well, and the pattern is tried again: either the ops stay where they
are, and the reason is the use outside, or the real kernel can write the value, and the launch does. Prints a line per
pattern.
"""

import re
import sys
from pathlib import Path

from fused_bytes import QUANTISED, import_model, run_opt

#: Both halves of the indexer, which the model has as one op.
INDEXER = """
func.func @main(%q: tensor<1x7x4x32xf32>, %keys: tensor<1x99x32xf32>, %w: tensor<1x7x4xf32>, %p: tensor<1xi32>,
    %l: tensor<1xi32>) -> tensor<1x7x?xi32> {
  %s = dsv4.indexer_scores(%q, %keys, %w, %p, %l) {ratio = 4 : i64}
      : (tensor<1x7x4x32xf32>, tensor<1x99x32xf32>, tensor<1x7x4xf32>, tensor<1xi32>, tensor<1xi32>) ->
        tensor<1x7x?xf32>
  %i = dsv4.indexer_top_k(%s, %p, %l) {ratio = 4 : i64, topk_limit = 8 : i64}
      : (tensor<1x7x?xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x7x?xi32>
  return %i : tensor<1x7x?xi32>
}
"""
#: No layer of the model has a norm behind a reduction.
REDUCED = """
shard.grid @ranks(shape = 2)
func.func @main(%x: tensor<7x64xf32>, %r: tensor<7x64xf32>, %w: tensor<64xf32>)
    -> (tensor<7x64xf32>, tensor<7x64xf32>) {
  %a = shard.all_reduce %x on @ranks grid_axes = [0] : tensor<7x64xf32> -> tensor<7x64xf32>
  %s = arith.addf %a, %r : tensor<7x64xf32>
  %n = dsv4.rms_norm(%s, %w) {norm_eps = 1.0e-6} : (tensor<7x64xf32>, tensor<64xf32>) -> tensor<7x64xf32>
  return %n, %s : tensor<7x64xf32>, tensor<7x64xf32>
}
"""
SOURCES = {
    "inverse_rope_quant": QUANTISED,
    "swiglu_quant": QUANTISED,
    "indexer_score_top_k": INDEXER,
    "all_reduce_norm": REDUCED,
}
#: Made anew inside of a launch, so others may have their own.
MADE_INSIDE = {"tensor.empty", "linalg.fill", "arith.constant", "tensor.dim"}


def numbered(text: str) -> str:
    """A module in generic form whose ops have a number as attribute, by which they are found when they have moved."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if re.match(r"    [%}]", line) and not line.endswith("({"):
            before, colon, types = line.rpartition(" : (")
            lines[number] = f"{before} {{number = {number}}}{colon}{types}"
    return "\n".join(lines) + "\n"


def ops(text: str, indentation: int):
    """(results as they are named, their types, op, number) of the ops at an indentation of a module in generic form."""
    name, count, op = None, None, None
    margin = " " * indentation
    for line in text.splitlines():
        if start := re.match(margin + r'(%\w+)(?::(\d+))? = "([\w.]+)"', line):
            name, count, op = start.groups()
        if name and re.match(margin + "[%}]", line) and (number := re.search(r"number = (\d+)", line)):
            results = [f"{name}#{i}" for i in range(int(count))] if count else [name]
            yield results, line.rpartition(" -> ")[2].strip("()").split(", "), op, int(number[1])
            name = None


def functions(text: str) -> list[str]:
    """The functions of a module in generic form."""
    return [part + "  })" + rest.partition("\n")[0] + "\n" for part, _, rest in
            (part.partition("\n  })") for part in re.split(r'(?m)(?=^  "func\.func")', text)[1:])]  # fmt: skip


def first_kernel(text: str) -> str:
    """The text of the first launch, empty if there is none."""
    match = re.search(r'(?ms)^    %\S+ = "dsv4\.kernel".*?^    \}\)', text)
    return match[0] if match else ""


def written(kernel: str) -> list[str]:
    """The values that a launch writes."""
    return re.search(r'"dsv4\.yield"\(([^)]*)\)', kernel)[1].split(", ")


def also_returning(function: str, value: str, type_: str, name: str) -> str:
    """The function as `name` with one result more."""
    function = re.sub(r'sym_name = "\w+"', f'sym_name = "{name}"', function)
    function = re.sub(
        r"function_type = (\([^)]*\)) -> (?:\(([^)]*)\)|([^,]*))",
        lambda match: f"function_type = {match[1]} -> ({match[2] or match[3]}, {type_})",
        function,
        count=1,
    )
    return re.sub(r'"func\.return"\(([^)]*)\) : \(([^)]*)\)', rf'"func.return"(\1, {value}) : (\2, {type_})', function)


def main() -> int:
    """Prints the table; the status is 1 if a launch hides a value that is used outside, or a reason is another one."""
    tools, config = Path(sys.argv[1]), sys.argv[2]
    generic = "--mlir-print-op-generic"
    model = import_model(tools, config, batch=2)
    patterns = re.findall(r"^\| `(\w+)`", run_opt(tools, "", "--dsv4-fuse=list", "-o", "/dev/null")[0], re.MULTILINE)
    failures = 0
    for pattern in patterns:
        # Only in the program of a rank tokens travel to their experts.
        passes = ["--dsv4-shard=dp=2 ep=2", "--dsv4-simplify-collectives"] if pattern == "mega_moe" else []
        module = numbered(run_opt(tools, SOURCES.get(pattern, model), *passes, generic)[0])
        options = [f"--dsv4-fuse=patterns={pattern}", generic, "--remark-format=emitRemark"]
        options += ["--remarks-filter-missed=dsv4-fuse"]
        fused = functions(run_opt(tools, module, *options)[0])
        place, kernel = next((i, kernel) for i, function in enumerate(fused) if (kernel := first_kernel(function)))
        layer, header = functions(module)[place], "\n".join(re.findall(r"(?m)^#.*", module))
        grid = "\n".join(re.findall(r'(?m)^  "shard\.grid".*', module))
        before = {number: (names, types, op) for names, types, op, number in ops(layer, 4)}
        kept = [
            (name, type_, op, number, index)
            for names, _, op, number in ops(kernel, 6)
            for index, (name, type_) in enumerate(zip(*before[number][:2], strict=True))
            if op not in MADE_INSIDE and names[index] not in written(kernel)
        ]
        copies = [also_returning(layer, *value[:2], f"f{i}") for i, value in enumerate(kept)]
        tried = f'{header}\n"builtin.module"() ({{\n{grid}\n{"".join(copies)}}}) : () -> ()\n'
        again, remarks = run_opt(tools, tried, *options) if copies else ("", "")
        refused = 0
        for i, ((name, _, op, number, index), function) in enumerate(zip(kept, functions(again), strict=True)):
            inside = next((kernel for kernel in re.findall(r'(?ms)^    %\S+ = "dsv4\.kernel".*?^    \}\)', function)
                           if f"number = {number} :" in kernel), "")  # fmt: skip
            reasons = re.findall(rf'Function=f{i} \| Reason="([^"]*)"', remarks)
            if inside:
                is_right = next(n for n, _, _, other in ops(inside, 6) if other == number)[index] in written(inside)
            else:
                refused += 1
                outside = rf"of '{re.escape(op)}' is used by 'func\.return', outside of the launch"
                is_right = any(re.search(f"{outside}|its result has several uses", reason) for reason in reasons)
            if not is_right:
                failures += 1
                print(f"{pattern}: {name} of {op} WRONG: {'hidden by the launch' if inside else reasons}")
        print(f"{pattern}: {len(kept)} values inside, {refused} prevent it")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())

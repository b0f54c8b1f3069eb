# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What run_corpus.py reads from the text of a program: operators, arguments, sizes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

# The error of convert-torch-to-dsv4 for an operator that it cannot import.
NO_HANDLER = re.compile(r"'(torch[^']*)' cannot be imported: .* \((\d+) uses?\)$")
# Ops and types of the torch dialects. The data behind a module may have any name.
TORCH = re.compile(r"\btorch(?:_c)?\.[a-z_][\w.]*|!torch\b")
RESOURCES = re.compile(r'dense_resource<[^>]*>|"torch\.tensor_cast\.[^"]*"|\{-#.*', re.DOTALL)

# The dsv4 ops that calls of these `tensor_cast` operators become, one for one. The others become linalg and shard.
SAME_NAME = (
    "hc_head",
    "hc_post",
    "hc_pre_inv_rms",
    "hc_pre_sinkhorn",
    "moe_gating_top_k",
    "rms_norm",
    "scatter_nd_update_mla",
    "sparse_attn_sharedkv",
    "v4_clamped_swiglu",
)
BECOMES = {name: [name] for name in SAME_NAME} | {
    "apply_rope_inplace": ["rope"],
    "compressor": ["compressor", "scatter_nd_update_mla"],
    "moe_gating_top_k_hash": ["moe_gating_hash"],
}


def left_over(converted: str) -> str:
    """A message if anything of the torch dialects is left."""
    left = sorted(set(TORCH.findall(RESOURCES.sub("", converted))))
    return f"left in the output: {', '.join(left)}" if left else ""


def missing_operators(source: str, converted: str) -> str:
    """A message if an operator, in custom or generic form, did not become its dsv4 ops."""
    custom = re.findall(r'torch\.operator "torch\.tensor_cast\.(\w+)"', source)
    generic = re.findall(r'"torch\.operator".*name = "torch\.tensor_cast\.(\w+)"', source)
    want = Counter(op for name in custom + generic for op in BECOMES.get(name, []))
    got = Counter(re.findall(r"\bdsv4\.(\w+)\(", converted))
    lost = want - got
    return f"{dict(lost)} of the ops are missing" if lost else ""


@dataclass
class Argument:
    """An argument of @main: sizes (None: dynamic), MLIR's element type, `dsv4.name` or ""; a scalar has sizes None."""

    index: int
    sizes: list[int | None] | None
    element: str
    name: str

    @property
    def is_lengths(self) -> bool:
        """Tokens per request, given by the program itself: `[B]` of i32."""
        return not self.name and self.sizes is not None and len(self.sizes) == 1 and self.element == "i32"


def arguments_of(converted: str) -> list[Argument]:
    """The arguments of @main in the text of a converted module."""
    start = converted.index("func.func @main(") + len("func.func @main(")
    depth, end = 1, start
    while depth:
        depth += {"(": 1, ")": -1}.get(converted[end], 0)
        end += 1
    signature = converted[start : end - 1]
    arguments = []
    pattern = re.compile(r'%arg(\d+): (tensor<([^>]*)>|\w+)( \{(?:[^{}"]|"[^"]*")*\})?')
    for match in pattern.finditer(signature):
        name = re.search(r'dsv4\.name = "([^"]*)"', match[4] or "")
        if match[3] is None:
            sizes, element = None, match[2]
        else:
            *dims, element = match[3].split("x")
            sizes = [None if dim == "?" else int(dim) for dim in dims]
        arguments.append(Argument(int(match[1]), sizes, element, name[1] if name else ""))
    return arguments


class ProgramSizes:
    """Sizes for the dynamic dimensions of a program that agree with its symbolic shapes."""

    def __init__(self, source: str, converted: str, batch: int = 2):
        self.arguments = arguments_of(converted)
        symbols = self._symbols(source)
        known = self._bound(source, symbols)
        self.batch, self.tokens = batch, 1
        for argument in self.arguments:
            if not argument.sizes or argument.name:
                continue
            for dim, size in enumerate(argument.sizes):
                if size is None:
                    argument.sizes[dim] = known.get((argument.index, dim), batch)
            if len(argument.sizes) >= 3 and argument.element in ("bf16", "f32", "f16"):
                self.batch, self.tokens = argument.sizes[:2]
                break
        for argument in self.arguments:
            self._complete(argument, known)

    @staticmethod
    def _symbols(source: str) -> dict[str, int]:
        """SSA name of a torch.symbolic_int -> a small size in its range; sizes of batches and of tokens differ."""
        sizes = {}
        pattern = r"(%[\w.\-]+) = torch\.symbolic_int \"([^\"]*)\" \{min_val = (\d+), max_val = (\d+)\}"
        for name, _, low, high in re.findall(pattern, source):
            sizes[name] = min(max(int(low), 2 if int(high) <= 8 else 4), int(high))
        return sizes

    @staticmethod
    def _bound(source: str, symbols: dict[str, int]) -> dict[tuple[int, int], int]:
        """(argument, dimension) -> size, of all bind_symbolic_shape of arguments."""
        casts = dict(re.findall(r"(%[\w.\-]+) = torch_c\.from_builtin_tensor %arg(\d+)", source))
        sizes = {}
        pattern = r"torch\.bind_symbolic_shape (%[\w.\-]+), \[([^\]]*)\], affine_map<\(\)\[([^\]]*)\] -> \((.*)\)>"
        for tensor, operands, letters, results in re.findall(pattern, source):
            argument = tensor.removeprefix("%arg") if tensor.startswith("%arg") else casts.get(tensor)
            if argument is None:
                continue
            values = [symbols[name.strip()] for name in operands.split(",") if name.strip()]
            scope = dict(zip([letter.strip() for letter in letters.split(",")], values, strict=False))
            for dim, expression in enumerate(results.split(",")):
                words = expression.replace("floordiv", "//").replace("ceildiv", "//").replace("mod", "%")
                if re.fullmatch(r"[\ds +\-*/%()]*", words):
                    sizes[int(argument), dim] = eval(words, {}, scope)
        return sizes

    def _complete(self, argument: Argument, known: dict[tuple[int, int], int]) -> None:
        """Sizes of what is still open: new arguments start with the batch, then come compressed rows."""
        if not argument.sizes:
            return
        ratio = re.search(r"ratio_(\d+)", argument.name)
        rows = -(-self.tokens // int(ratio[1])) if ratio else self.tokens
        for dim, size in enumerate(argument.sizes):
            if size is None:
                argument.sizes[dim] = known.get((argument.index, dim), rows if dim == 1 else self.batch)

    def bindings(self) -> list[str]:
        """`bind=` of dsv4-estimate-cost: every size, and the first call of every request."""
        result = []
        for argument in self.arguments:
            for dim, size in enumerate(argument.sizes or []):
                result.append(f"arg{argument.index}:{dim}={size}")
            if argument.name.startswith("start_pos"):
                result.append(f"arg{argument.index}=0")
            elif argument.is_lengths:
                result.append(f"arg{argument.index}={self.tokens}")
        return result

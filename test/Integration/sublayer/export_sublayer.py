"""Exports one Hyper-Connections + gated-expert sub-layer with torch-mlir, and writes its texts.

    python export_sublayer.py GENERATE OUT

GENERATE is the folder with the generators of test/Import/corpus (modules.py, tensor_cast_ops.py, export.py, which are
not part of this repository); OUT gets the files `<program>.<form>.mlir`. The operators are those of the functional
registration; weights are arguments, not literals.
"""

import dataclasses
import os
import re
import sys

GENERATE, OUT = (os.path.abspath(folder) for folder in sys.argv[1:3])
sys.path.insert(0, GENERATE)

import export  # noqa: E402
import tensor_cast_ops  # noqa: E402
import torch  # noqa: E402
from modules import MoE, Sizes, Sublayer, zeros  # noqa: E402

ALL = ("raw", "torch", "partial")
BATCH, TOKENS = 2, 5
SIZES = Sizes(dim=64, hc=4, iters=20, inter=48, experts=6, topk=3, limit=0.75, dtype=torch.float32)


class HashSublayer(Sublayer):
    """The same with a named second argument: x [B,S,hc,D], input_ids [B,S] -> y [B,S,hc,D]."""

    def forward(self, x, input_ids):
        """Hash routing."""
        return super().forward(x, input_ids)


class ScoreSublayer(Sublayer):
    """The same with x only: x [B,S,hc,D] -> y [B,S,hc,D]."""

    def forward(self, x):
        """Score routing."""
        return super().forward(x)


def case(name, c, hashed, **kw):
    """One program at [BATCH, TOKENS]."""
    x = zeros(BATCH, TOKENS, c.hc, c.dim, dtype=c.dtype)
    body = MoE(c, hashed, "dense")
    if hashed:
        return export.Case(name, HashSublayer(c, body), (x, zeros(BATCH, TOKENS, dtype=torch.int64)), **kw)
    return export.Case(name, ScoreSublayer(c, body), (x,), **kw)


def cases():
    """[(case, note)]"""
    b, s = torch.export.Dim("b", min=2, max=8), torch.export.Dim("s", min=2, max=1024)
    bf16 = dataclasses.replace(SIZES, dtype=torch.bfloat16)
    return [
        (case("hc_moe_topk", SIZES, False, forms=ALL), ""),
        (case("hc_moe_hash", SIZES, True, forms=ALL), ""),
        (case("hc_moe_topk_dyn", SIZES, False, forms=("raw", "partial"), dynamic=[{0: b, 1: s}]),
         "Dynamic batch and tokens."),
        (case("hc_moe_topk_bf16", bf16, False, forms=("raw",)), ""),
    ]  # fmt: skip


def check_order(one):
    """The names in the head comment are in the order of the exported program's placeholders, weights before inputs."""
    placeholders = [node.name for node in export.export(one).graph.nodes if node.op == "placeholder"]
    weights = export.argument_names(one)[: -len(one.args)]
    expected = ["weights_" + re.sub(r"\W", "_", name) for name in weights]
    expected += [f"args_{i}" for i in range(len(one.args))]
    if placeholders != expected:
        raise SystemExit(f"{one.name}: expected {expected} but the placeholders are {placeholders}")


def main():
    """Writes every text; the exit code says whether one failed."""
    tensor_cast_ops.register(mutating=False)
    failed = False
    for one, note in cases():
        check_order(one)
        done = export.write(OUT, one, note)
        failed |= any(isinstance(size, str) for size in done.values())
        print(one.name, done, flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Counts the collectives of V4-Flash in several layouts against the plan of DeepSeek's reference code.

The plan for tp ranks that also hold the experts: embedding and, per layer, the o projection and the experts are an
all_reduce each, layers with an indexer one more for the scores, the head is an all_gather. What other layouts add:

    o projection on fewer ranks   + all_gather of heads per layer
    on the ranks of replicas      + all_to_all per layer, and its all_reduce becomes a reduce_scatter (and an all_reduce
                                  along the places if there are any)
    experts of replicas           + moe_dispatch and moe_combine; the all_reduce of results only along places
    indexer=replicate             - the all_reduce of scores
    shared-expert=shard           nothing: its part is added to that of the routed experts before their all_reduce
    sequence=shard                the two sums of a layer are reduce_scatter, an all_gather of tokens stands before
                                  attention and experts, and one of the streams before the head
    one place                     no all_reduce of embedding, scores, o projection; no all_gather of logits
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))
import distribution_tables as tables

#: options of dsv4-shard -> (embedding, window layer, what a CSA layer has more, head), as counts.
PLAN = {
    "tp=8 ep=8": (["all_reduce"], {"all_reduce": 2}, {"all_reduce": 1}, ["all_gather"]),
    "tp=8 ep=1": (["all_reduce"], {"all_reduce": 2}, {"all_reduce": 1}, ["all_gather"]),
    "tp=4 ep=2": (["all_reduce"], {"all_reduce": 2}, {"all_reduce": 1}, ["all_gather"]),
    "tp=8 ep=8 indexer=replicate": (["all_reduce"], {"all_reduce": 2}, {}, ["all_gather"]),
    "tp=8 ep=8 shared-expert=shard": (["all_reduce"], {"all_reduce": 2}, {"all_reduce": 1}, ["all_gather"]),
    "tp=4 ep=2 shared-expert=shard": (["all_reduce"], {"all_reduce": 2}, {"all_reduce": 1}, ["all_gather"]),
    "tp=8 ep=8 sequence=shard": (
        ["all_reduce"],
        {"all_gather": 2, "reduce_scatter": 2},
        {"all_reduce": 1},
        ["all_gather", "all_gather"],
    ),
    "tp=8 ep=8 sequence=shard shared-expert=shard": (
        ["all_reduce"],
        {"all_gather": 2, "reduce_scatter": 2},
        {"all_reduce": 1},
        ["all_gather", "all_gather"],
    ),
    # The o projection is summed over two of the eight ranks, its heads are gathered from four.
    "tp=8 ep=4 o-proj-tp=2 sequence=shard": (
        ["all_reduce"],
        {"all_gather": 3, "reduce_scatter": 2},
        {"all_reduce": 1},
        ["all_gather", "all_gather"],
    ),
    "dp=8 ep=8 shared-expert=shard": ([], {"moe_dispatch": 1, "moe_combine": 1}, {}, []),
    "tp=8 ep=4 o-proj-tp=2": (["all_reduce"], {"all_reduce": 2, "all_gather": 1}, {"all_reduce": 1}, ["all_gather"]),
    "tp=4 o-proj-tp=1": (["all_reduce"], {"all_reduce": 1, "all_gather": 1}, {"all_reduce": 1}, ["all_gather"]),
    "dp=8": ([], {}, {}, []),
    "dp=8 ep=8": ([], {"moe_dispatch": 1, "moe_combine": 1}, {}, []),
    "dp=4 o-proj-tp=4": ([], {"all_to_all": 1, "reduce_scatter": 1}, {}, []),
    "tp=2 dp=4 ep=8 o-proj-tp=8": (
        ["all_reduce"],
        {"all_to_all": 1, "reduce_scatter": 1, "all_reduce": 2, "moe_dispatch": 1, "moe_combine": 1},
        {"all_reduce": 1},
        ["all_gather"],
    ),
    "tp=2 dp=4 ep=8 o-proj-tp=8 shared-expert=shard": (
        ["all_reduce"],
        {"all_to_all": 1, "reduce_scatter": 1, "all_reduce": 2, "moe_dispatch": 1, "moe_combine": 1},
        {"all_reduce": 1},
        ["all_gather"],
    ),
    # Groups of replicas of different size: experts of two, the o projection of four.
    "tp=2 dp=4 ep=4 o-proj-tp=8": (
        ["all_reduce"],
        {"all_to_all": 1, "reduce_scatter": 1, "all_reduce": 2, "moe_dispatch": 1, "moe_combine": 1},
        {"all_reduce": 1},
        ["all_gather"],
    ),
}


def main() -> int:
    """Prints what differs; returns the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("tools", type=Path)
    tools = parser.parse_args().tools
    wrong = 0
    with tempfile.TemporaryDirectory() as work:
        fixed, opened = Path(work) / "flash.mlir", Path(work) / "open.mlir"
        # Eight tokens of each request, for sequence=shard.
        tables.build_flash(tools, fixed, sizes=("--batch=8", "--tokens=8"))
        tables.build_flash(tools, opened, sizes=())
        cases = [(options, module) for options in PLAN for module in (fixed, opened)]
        for options, module in cases:
            embedding, layer, indexer, head = PLAN[options]
            text = tables.shard(tools, module, options)
            bodies = tables.functions(text)
            grid = [int(n) for n in text.split("shard.grid @ranks(shape = ")[1].split(")")[0].split("x")]
            expected = {
                "embed": Counter(embedding),
                "layer_window_hash": Counter(layer),
                "layer_csa_hash": Counter(layer) + Counter(indexer),
                "layer_csa_score": Counter(layer) + Counter(indexer),
                "layer_hca_score": Counter(layer),
                "epilogue": Counter(head),
                # What all layers share is communicated nowhere else.
                "prologue": Counter(),
                "main": Counter(),
            }
            for function, want in expected.items():
                found = tables.collectives(bodies[function], grid)
                got = Counter(kind for kind, _, _ in found)
                # Of what all ranks have, each takes its tokens where sequence=shard asks for them.
                slices = 0 if "sequence=shard" in options else bodies[function].count("shard.all_slice")
                if got != want or slices:
                    print(f"{options}, {module.stem}: @{function} has {dict(got)}, the plan {dict(want)}")
                    wrong += 1
                # Sums of the o projection and the experts are in f32, those of the scores in the type of the keys.
                sums = [buffer for kind, _, buffer in found if kind in ("all_reduce", "reduce_scatter")]
                if function.startswith("layer") and sums and any("4096" in b and "f32" not in b for b in sums):
                    print(f"{options}, {module.stem}: @{function} adds {sums}")
                    wrong += 1
    print(f"{len(PLAN)} layouts of a fixed and of an open batch, {wrong} differences")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())

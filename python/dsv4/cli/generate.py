# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`dsv4 generate`: tokens from a model."""

from __future__ import annotations

import contextlib
import os
import sys

import click
import numpy as np

from .. import distributed
from .._dsv4 import Error
from ..distributed import Layout
from ..model import Model, build_module, fusion_pipeline


class TokenList(click.ParamType):
    """Token ids separated by commas."""

    name = "IDS"

    def convert(self, value, param, ctx):
        try:
            tokens = [int(part) for part in value.split(",")]
        except ValueError:
            self.fail(f"{value!r} is no list of token ids like 1,2,3", param, ctx)
        return tokens


@click.command()
@click.argument("config")
@click.option("--weights", multiple=True, metavar="FILE", help="A safetensors file; may be given several times.")
@click.option("--random-weights", type=int, metavar="SEED", help="Weights drawn from a seed instead of a file.")
@click.option(
    "--tokens",
    "prompts",
    type=TokenList(),
    required=True,
    multiple=True,
    help="The prompt: token ids, for example 1,2,3. Given several times, several requests are served together.",
)
@click.option("--max-new-tokens", type=click.IntRange(min=1), default=16, show_default=True, help="Tokens to generate.")
@click.option(
    "--precision",
    type=click.Choice(["plain", "qat", "official"]),
    default="plain",
    show_default=True,
    help="plain: no rounding but that of the types; qat: KV through FP8, indexer through FP4; official: and weights in "
    "the formats of DeepSeek's checkpoints.",
)
@click.option(
    "--activation-type", type=click.Choice(["f32", "bf16"]), default="f32", show_default=True, help="Of activations."
)
@click.option(
    "--weight-type", type=click.Choice(["f32", "bf16"]), default="bf16", show_default=True, help="Of plain weights."
)
@click.option("--tp", type=click.IntRange(min=1), default=1, help="Ranks that share the attention of one replica.")
@click.option("--ep", type=click.IntRange(min=1), default=1, help="Ranks that share the experts.")
@click.option("--dp", type=click.IntRange(min=1), default=1, help="Replicas of the attention, with own requests.")
@click.option("--o-proj-tp", type=click.IntRange(min=1), help="Ranks that share the o projection.  [default: --tp]")
@click.option(
    "--indexer",
    type=click.Choice(["shard", "replicate"]),
    default="shard",
    show_default=True,
    help="Index heads divided like attention heads, or whole on every rank.",
)
@click.option(
    "--shared-expert",
    type=click.Choice(["replicate", "shard"]),
    default="replicate",
    show_default=True,
    help="The shared expert whole on every rank, or its width divided among --tp.",
)
@click.option(
    "--fuse",
    metavar="STACK",
    help="Run the launches of this serving stack, each in one pass over its tokens where that is possible: vllm, "
    "sglang, trtllm, atom, cann, ideal, or a file NAME.yaml. The tokens are the same.  [default: every op on its own]",
)
def generate(
    config, weights, random_weights, prompts, max_new_tokens, precision, activation_type, weight_type, fuse, **layout
):
    """Continues prompts greedily and prints the new token ids, separated by commas, a line per prompt.

    CONFIG is a config.json of model_type deepseek_v4, its folder, or a built-in one (DeepSeek-V4-Flash,
    DeepSeek-V4-Pro). The model is compiled for this processor first.

    With --tp and --dp the model is divided among tp * dp processes, each with its part of the weights: under mpirun
    that many are expected, else the command starts them itself with the mpirun of its MPI, or the one of DSV4_MPIRUN.
    """
    if bool(weights) == (random_weights is not None):
        raise click.UsageError("give either --weights or --random-weights")
    layout = Layout(**layout)
    launched = distributed.launched_ranks()
    types = {"precision": precision, "activation_type": activation_type, "weight_type": weight_type}
    context = max(map(len, prompts)) + max_new_tokens
    try:
        if layout.ranks > 1 and launched is None:
            # What is wrong with the layout or the stack is said once, here, and not by every rank.
            module = build_module(config, batch=len(prompts), context=context, **types)
            module.run(layout.pipeline)
            if fuse is not None:
                module.run(fusion_pipeline(fuse))
            command = distributed.launch_command(layout.ranks, [sys.executable, "-m", "dsv4", *sys.argv[1:]])
            sys.stdout.flush()
            os.execv(command[0], command)
        if launched is not None and launched != layout.ranks:
            raise ValueError(f"the layout is for {layout.ranks} ranks (dp * tp), but mpirun started {launched}")
        with distributed.start() if layout.ranks > 1 else contextlib.nullcontext() as ranks:
            model = Model.from_config(
                config,
                batch=len(prompts),
                context=context,
                layout=layout,
                ranks=ranks,
                fuse=fuse,
                **types,
            )
            if weights:
                model.load_safetensors(*weights)
            else:
                model.random_weights(random_weights)
            new = model.generate([np.array(tokens, np.int32) for tokens in prompts], max_new_tokens)
            if ranks is None or ranks.rank == 0:
                for line in new:
                    click.echo(",".join(str(token) for token in line))
    except (Error, ImportError, KeyError, OSError, TypeError, ValueError) as error:
        # KeyError prints its argument in quotes.
        raise click.ClickException(str(error.args[0] if isinstance(error, KeyError) else error)) from error

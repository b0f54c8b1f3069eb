# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`dsv4 generate`: tokens from a model."""

from __future__ import annotations

import click
import numpy as np

from .._dsv4 import Error
from ..model import Model


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
@click.option("--tokens", type=TokenList(), required=True, help="The prompt: token ids, for example 1,2,3.")
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
def generate(config, weights, random_weights, tokens, max_new_tokens, precision, activation_type, weight_type):
    """Continues a prompt greedily and prints the new token ids, separated by commas.

    CONFIG is a config.json of model_type deepseek_v4, its folder, or a built-in one (DeepSeek-V4-Flash,
    DeepSeek-V4-Pro). The model is compiled for this processor first.
    """
    if bool(weights) == (random_weights is not None):
        raise click.UsageError("give either --weights or --random-weights")
    try:
        model = Model.from_config(
            config,
            batch=1,
            context=len(tokens) + max_new_tokens,
            precision=precision,
            activation_type=activation_type,
            weight_type=weight_type,
        )
        if weights:
            model.load_safetensors(*weights)
        else:
            model.random_weights(random_weights)
        new = model.generate([np.array(tokens, np.int32)], max_new_tokens)[0]
    except (Error, ImportError, KeyError, OSError, TypeError, ValueError) as error:
        # KeyError prints its argument in quotes.
        raise click.ClickException(str(error.args[0] if isinstance(error, KeyError) else error)) from error
    click.echo(",".join(str(token) for token in new))

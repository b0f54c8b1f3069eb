# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""transformers' DeepseekV4, whole and in parts, at sizes that a test can execute.

test_import_hf.py imports the texts that torch-mlir printed for these programs, from Inputs/hf (packed: a model is half
a megabyte of text), and compares with transformers. The parameters are arguments of the programs, so a text holds for
any weights; its first lines name the arguments. After a change here, print the texts again (torch-mlir must not be
loaded into a process that has loaded dsv4's MLIR):

    python test/python/hf_programs.py
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from torch.utils import _pytree as pytree
from transformers.models.deepseek_v4 import DeepseekV4Config, DeepseekV4ForCausalLM
from transformers.models.deepseek_v4 import modeling_deepseek_v4 as hugging_face

FOLDER = Path(__file__).parent / "Inputs" / "hf"
SLIDING, CSA, HCA = "sliding_attention", "compressed_sparse_attention", "heavily_compressed_attention"
TOKENS, HIDDEN, VOCABULARY, EXPERTS = 13, 48, 50, 6


def config(layers=(SLIDING, CSA, HCA), hashed=1, experts="batched_mm") -> DeepseekV4Config:
    """All kinds of layers and both routings; sizes that are no powers of two. torch.export cannot follow the default
    loop over experts, whose length depends on the data."""
    values = DeepseekV4Config(
        vocab_size=VOCABULARY,
        hidden_size=HIDDEN,
        moe_intermediate_size=20,
        num_hidden_layers=len(layers),
        num_attention_heads=6,
        head_dim=24,
        q_lora_rank=20,
        n_routed_experts=EXPERTS,
        num_experts_per_tok=3,
        o_groups=3,
        o_lora_rank=10,
        index_n_heads=3,
        index_head_dim=16,
        index_topk=2,
        sliding_window=5,
        hc_mult=3,
        hc_sinkhorn_iters=4,
        layer_types=list(layers),
        mlp_layer_types=["hash_moe"] * hashed + ["moe"] * (len(layers) - hashed),
        compress_rates={CSA: 4, HCA: 6},
        partial_rotary_factor=8 / 24,
        max_position_embeddings=64,
        use_cache=False,
    )
    values._attn_implementation = "eager"
    values._experts_implementation = experts
    return values


class Logits(nn.Module):
    """ids [B, S] -> logits [B, S, vocabulary]."""

    def __init__(self, settings: DeepseekV4Config):
        super().__init__()
        self.model = DeepseekV4ForCausalLM(settings).eval()

    def forward(self, ids):
        return self.model(input_ids=ids, use_cache=False).logits


class Layer(nn.Module):
    """One decoder layer: streams [B, S, hc, D], ids [B, S], cos and sin [B, S, rotary / 2], mask [B, 1, S, S]."""

    def __init__(self, settings: DeepseekV4Config, index: int):
        super().__init__()
        self.layer = hugging_face.DeepseekV4DecoderLayer(settings, index)

    def forward(self, streams, input_ids, cosine, sine, mask):
        tables = {"main": (cosine, sine), "compress": (cosine, sine)}
        positions = torch.arange(streams.shape[1]).unsqueeze(0)
        return self.layer(
            streams,
            position_embeddings=tables,
            position_ids=positions,
            attention_mask=mask,
            input_ids=input_ids,
            past_key_values=None,
        )


def with_weights(module: nn.Module, dtype=torch.float32) -> nn.Module:
    """Random weights that keep activations near 1, and expert numbers for the tables of the hash router."""
    generator = torch.Generator().manual_seed(0)
    module = module.eval().to(dtype)
    with torch.no_grad():
        for parameter in module.parameters():
            if parameter.dim() > 1:
                parameter.normal_(0, parameter.shape[-1] ** -0.5, generator=generator)
            else:
                parameter.uniform_(0.5, 1.5, generator=generator)
        for name, buffer in module.named_buffers():
            if buffer.dtype == torch.int64:
                buffer.random_(0, EXPERTS, generator=generator)
            elif name.endswith("bias"):
                buffer.normal_(0, 0.1, generator=generator)
    return module


def normal(*shape, dtype=torch.float32):
    return torch.randn(shape, generator=torch.Generator().manual_seed(1)).to(dtype)


def ids(high: int, *shape):
    return torch.randint(0, high, shape, generator=torch.Generator().manual_seed(2))


@dataclass
class Program:
    """`make()` gives the module; `dynamic`: the sizes of its arguments that stay open."""

    make: Callable[[], nn.Module]
    arguments: tuple
    dynamic: tuple | None = None
    decomposed: bool = True


def part(name: str, dtype=torch.float32, **options) -> Callable[[], nn.Module]:
    return lambda: with_weights(getattr(hugging_face, f"DeepseekV4{name}")(config(**options)), dtype)


def model(**options) -> Callable[[], nn.Module]:
    return lambda: with_weights(Logits(config(**options)))


STREAMS, X = normal(2, TOKENS, 3, HIDDEN), normal(2, TOKENS, HIDDEN)
ANGLES = normal(2, TOKENS, 4)
CAUSAL = torch.full((TOKENS, TOKENS), float("-inf")).triu(1).expand(2, 1, -1, -1)
LAYER = (STREAMS, ids(VOCABULARY, 2, TOKENS), ANGLES.cos(), ANGLES.sin(), CAUSAL.contiguous())
ROUTED = (normal(TOKENS, HIDDEN), ids(EXPERTS, TOKENS, 3), normal(TOKENS, 3).abs())
AUTO = torch.export.Dim.AUTO
PROGRAMS = {
    "hyper_connection": Program(part("HyperConnection"), (STREAMS,)),
    "hyper_connection_plain": Program(part("HyperConnection"), (STREAMS,), decomposed=False),
    "hyper_head": Program(part("HyperHead"), (STREAMS,)),
    "topk_router": Program(part("TopKRouter"), (X,)),
    "topk_router_plain": Program(part("TopKRouter"), (X,), decomposed=False),
    "hash_router": Program(part("HashRouter"), (X, ids(VOCABULARY, 2, TOKENS))),
    "mlp": Program(part("MLP"), (X,)),
    "mlp_bf16": Program(part("MLP", torch.bfloat16), (X.bfloat16(),)),
    "experts_batched": Program(part("Experts"), ROUTED),
    "experts_grouped": Program(part("Experts", experts="grouped_mm"), ROUTED),
    "layer": Program(lambda: with_weights(Layer(config(), 0)), LAYER),
    "layer_csa": Program(lambda: with_weights(Layer(config(), 1)), LAYER),
    "model": Program(model(), (ids(VOCABULARY, 1, TOKENS),)),
    "model_sliding_dynamic": Program(
        model(layers=(SLIDING,)), (ids(VOCABULARY, 2, TOKENS),), dynamic=({0: AUTO, 1: AUTO},)
    ),
}


class WithWeights(nn.Module):
    """forward({name: weight}, *arguments): the parameters and buffers of a module as inputs."""

    def __init__(self, module: nn.Module):
        super().__init__()
        self.called = [module]  # in a list, so that its parameters are not those of this module

    def forward(self, weights, *arguments):
        return torch.func.functional_call(self.called[0], weights, arguments)


def weights_of(module: nn.Module) -> dict[str, torch.Tensor]:
    return dict(module.named_parameters()) | dict(module.named_buffers())


def text_of(program: Program) -> str:
    """What torch-mlir prints, below one comment per argument."""
    from torch_mlir import fx

    module = program.make()
    weights = weights_of(module)
    dynamic = None if program.dynamic is None else (dict.fromkeys(weights), program.dynamic)
    with torch.no_grad():
        exported = torch.export.export(
            WithWeights(module), (weights, *program.arguments), dynamic_shapes=dynamic, strict=False
        )
    table = None if program.decomposed else {}
    printed = str(fx.export_and_import(exported, output_type="raw", decomposition_table=table))
    names = [*weights, *(f"input{i}" for i in range(len(pytree.tree_leaves(program.arguments))))]
    head = "".join(f"// %arg{i}: {name}\n" for i, name in enumerate(names))
    return head + "\n".join(line.rstrip() for line in printed.strip().split("\n")) + "\n"


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, program in PROGRAMS.items():
        if not sys.argv[1:] or name in sys.argv[1:]:
            # Without a time stamp the same text gives the same file.
            (FOLDER / f"{name}.mlir.gz").write_bytes(gzip.compress(text_of(program).encode(), mtime=0))
            print(name, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

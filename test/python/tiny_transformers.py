# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tiny models of transformers to compare with: all kinds of layers, weights of a sensible size, untied choices."""

import math

import torch
from transformers import DeepseekV4Config, DeepseekV4ForCausalLM
from transformers.models.deepseek_v4 import modeling_deepseek_v4 as modeling

WINDOW, CSA, HCA = "sliding_attention", "compressed_sparse_attention", "heavily_compressed_attention"

#: What the fixtures of whole models allow for f32 end to end: transformers itself differs from a float64 run of such a
#: model by less than 1.1e-5, and errors of that size are amplified by the softmax of the gates and the indexer.
TOLERANCE = {"rtol": 1e-4, "atol": 1e-4}


def config(**changes) -> DeepseekV4Config:
    """Four layers of ratio 0, 4, 128, 4; the first two are hash routed.

    16 index heads: a compressed row scores exactly 0 when all heads are negative, with fewer heads such ties at the
    border of the top-k are frequent and their order is arbitrary.
    """
    values = {
        "vocab_size": 96,
        "hidden_size": 48,
        "moe_intermediate_size": 24,
        "num_hidden_layers": 4,
        "num_attention_heads": 4,
        "head_dim": 32,
        "partial_rotary_factor": 0.25,
        "q_lora_rank": 32,
        "o_groups": 2,
        "o_lora_rank": 16,
        "sliding_window": 8,
        "layer_types": [WINDOW, CSA, HCA, CSA],
        "mlp_layer_types": ["hash_moe", "hash_moe", "moe", "moe"],
        "index_n_heads": 16,
        "index_head_dim": 32,
        "index_topk": 4,
        "n_routed_experts": 6,
        "num_experts_per_tok": 2,
        "rope_parameters": {
            "rope_type": "yarn",
            "factor": 16,
            "beta_fast": 32,
            "beta_slow": 1,
            "original_max_position_embeddings": 65536,
        },
        "max_position_embeddings": 1048576,
        # Generation must not stop early.
        "eos_token_id": None,
        "attn_implementation": "eager",
    }
    return DeepseekV4Config(**(values | changes))


def _draw(name: str, tensor: torch.Tensor, experts: int, generator: torch.Generator) -> torch.Tensor:
    """What transformers initialises to 0, 1 or very small is drawn: a part that does nothing hides mistakes."""
    normal = torch.randn(tensor.shape, generator=generator)
    if name.endswith("tid2eid"):
        return torch.rand(len(tensor), experts, generator=generator).argsort(1)[:, : tensor.shape[1]]
    if name.endswith("norm.weight"):
        return torch.rand(tensor.shape, generator=generator) + 0.5
    if name.endswith("scale"):
        return torch.rand(tensor.shape, generator=generator) + 0.5
    if name.endswith("sinks") or name == "model.embed_tokens.weight":
        return normal
    if name.endswith(("base", "position_bias")):
        return 0.5 * normal
    if name.endswith("e_score_correction_bias"):
        return 0.1 * normal
    return normal / math.sqrt(tensor.shape[-1])


def model(seed: int, dtype: torch.dtype = torch.float32, **changes) -> DeepseekV4ForCausalLM:
    """A model in evaluation mode on `config(**changes)` whose weights are exact in bf16."""
    built = DeepseekV4ForCausalLM(config(**changes)).eval()
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, tensor in built.state_dict().items():
            drawn = _draw(name, tensor, built.config.n_routed_experts, generator)
            tensor.copy_(drawn if tensor.dtype == torch.long else drawn.bfloat16())
    return built.to(dtype)


class Margins:
    """Smallest distance between the last chosen and the first dropped candidate, of the indexers and the routers.

    Where it is below the error of a float32 run, two right implementations may choose differently.
    """

    def __init__(self, model: DeepseekV4ForCausalLM):
        self.smallest = math.inf
        self._handles = []
        for module in model.modules():
            if isinstance(module, modeling.DeepseekV4Indexer):
                self._handles.append(module.register_forward_pre_hook(self._remember_positions))
                self._handles.append(module.scorer.register_forward_hook(self._hook_of(module)))
            if isinstance(module, modeling.DeepseekV4TopKRouter):
                self._handles.append(module.register_forward_hook(self._router))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for handle in self._handles:
            handle.remove()

    def _remember_positions(self, module, arguments):
        self._positions = arguments[2]

    def _hook_of(self, indexer):
        def hook(module, arguments, scores):
            rows = torch.arange(scores.shape[-1])
            visible = rows < ((self._positions + 1) // indexer.compress_rate).unsqueeze(-1)
            ordered = scores.masked_fill(~visible, -math.inf).sort(-1, descending=True).values
            k = indexer.index_topk
            if ordered.shape[-1] > k:
                gaps = ordered[..., k - 1] - ordered[..., k]
                # Nothing is dropped where no more than k rows are visible: inf - inf, or a difference to inf.
                self.smallest = min([self.smallest, *gaps[torch.isfinite(gaps)].tolist()])

        return hook

    def _router(self, module, arguments, results):
        ordered = (module.score_fn(results[0]) + module.e_score_correction_bias).sort(-1, descending=True).values
        self.smallest = min(self.smallest, float((ordered[:, module.top_k - 1] - ordered[:, module.top_k]).min()))

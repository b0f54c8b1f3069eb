# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The modules of transformers' DeepSeek-V4, each on dsv4's operators: what `patch` puts in place of `forward`.

A function here takes the module it stands in for, and reads its weights where they are.
"""

from __future__ import annotations

import torch
from transformers.cache_utils import DynamicCache
from transformers.modeling_outputs import MoeModelOutputWithPast
from transformers.models.deepseek_v4 import modeling_deepseek_v4 as modeling
from transformers.utils.generic import merge_with_config_defaults
from transformers.utils.output_capturing import capture_outputs

from . import operators  # noqa: F401  (registers torch.ops.dsv4)
from .facts import Facts
from .states import adopt, new_states

OPS = torch.ops.dsv4


class Step:
    """What the layers of one call share.

    `input_ids` [B, S]; `start_pos` [B] i32, tokens before this call; `query_lens` [B] i32, tokens of this call that are
    no padding; `context`: tokens that the compressed rows have room for.
    """

    def __init__(self, facts: Facts, input_ids, start_pos, query_lens, context: int):
        self.facts, self.input_ids, self.start_pos, self.query_lens = facts, input_ids, start_pos, query_lens
        self.context = context
        batch, tokens = input_ids.shape
        self.positions = start_pos.view(batch, 1) + torch.arange(tokens, dtype=torch.int32, device=input_ids.device)
        self._shared: dict = {}

    def _once(self, key, make):
        if key not in self._shared:
            self._shared[key] = make()
        return self._shared[key]

    @property
    def requests(self) -> tuple:
        """The operands of the operators that number tokens."""
        return self.input_ids, self.start_pos, self.query_lens

    def capacity(self, ratio: int) -> int:
        """Compressed rows of a layer."""
        return -(-self.context // ratio) if ratio else 0

    def rope(self, x, ratio: int, inverse: bool = False):
        """x [B, S, d] or [B, S, H, d] with its last channels turned by the positions of the tokens."""
        attributes = self.facts.compressed_rope if ratio else self.facts.rope
        cos, sin, _ = self._once(("rope", bool(ratio)), lambda: OPS.rope_table(self.positions, **attributes))
        return OPS.rope(x, cos, sin, inverse=inverse)

    def row_rotation(self, ratio: int):
        """cos, sin of the first tokens of the compressed rows of this call, [B, ceil(S / ratio), rd / 2].

        Where the number of tokens is a symbol, those of all positions, [context, rd / 2]: PyTorch would take a number
        of rows that is derived from it to be never 1.
        """

        def make():
            device = self.start_pos.device
            tokens = self.input_ids.shape[1]
            if isinstance(tokens, int):
                rows = torch.arange(-(-tokens // ratio), dtype=torch.int32, device=device) * ratio
                first = self.start_pos - torch.remainder(self.start_pos, ratio)
                positions = first.view(first.shape[0], 1) + rows
            else:
                positions = torch.arange(self.context, dtype=torch.int32, device=device)
            return OPS.rope_table(positions, **self.facts.compressed_rope)[:2]

        return self._once(("rows", ratio), make)

    def ring_slots(self):
        """[B, S]: where the tokens go in the ring."""
        return self._once("slots", lambda: OPS.ring_slots(*self.requests, window=self.facts.window))

    def window_indices(self, ratio: int):
        """[B, S, W]: rows of the window in the KV list ring, compressed rows, tokens of this call."""
        offset = self.facts.window + self.capacity(ratio)
        return self._once(
            ("window", ratio),
            lambda: OPS.window_indices(*self.requests, window=self.facts.window, call_offset=offset),
        )

    def compress_indices(self, ratio: int):
        """[B, S, T]: all compressed rows that a query sees, behind the ring."""
        return self._once(
            ("compressed", ratio),
            lambda: OPS.compress_indices(*self.requests, ratio=ratio, offset=self.facts.window),
        )


def _to(x, dtype):
    # A conversion that changes nothing still leaves a check in a traced program.
    return x if x.dtype == dtype else x.to(dtype)


def _f32(x):
    return _to(x, torch.float32)


def linear(self, x):
    """nn.Linear without bias: [.., K] to [.., N]."""
    return OPS.linear(x, self.weight)


def embedding(self, ids):
    """nn.Embedding: ids [B, S] to [B, S, D]."""
    return OPS.embedding(ids, self.weight)


def rms_norm(self, x):
    """DeepseekV4RMSNorm."""
    return OPS.rms_norm(x, self.weight, norm_eps=self.variance_epsilon)


def unweighted_rms_norm(self, x):
    """DeepseekV4UnweightedRMSNorm."""
    return OPS.rms_norm(x, norm_eps=self.eps)


def grouped_linear(self, o):
    """DeepseekV4GroupedLinear: heads [B, S, H, d] to [B, S, groups * R]."""
    return OPS.grouped_linear(o, self.weight, groups=self.n_groups)


def hyper_connection(self, streams):
    """DeepseekV4HyperConnection: streams [B, S, h, D] to post [B, S, h], comb [B, S, h, h], input [B, S, D]."""
    batch, tokens, count, width = streams.shape
    inverse = OPS.hc_pre_inv_rms(streams, norm_eps=self.input_norm.eps)
    mix = OPS.linear(_f32(streams.view(batch, tokens, count * width)), _f32(self.fn)) * inverse
    x, post, comb = OPS.hc_pre_sinkhorn(
        mix,
        streams,
        _f32(self.scale),
        _f32(self.base),
        sinkhorn_iters=self.hc_sinkhorn_iters,
        hc_eps=self.hc_eps,
    )
    return post, comb, x


def hyper_head(self, streams):
    """DeepseekV4HyperHead: [B, S, h, D] to [B, S, D]."""
    fn, scale, base = _f32(self.hc_fn), _f32(self.hc_scale), _f32(self.hc_base)
    return OPS.hc_head(streams, fn, scale, base, norm_eps=self.input_norm.eps, hc_eps=self.eps)


def mlp(self, x):
    """DeepseekV4MLP, the shared expert."""
    return self.down_proj(OPS.v4_clamped_swiglu(self.gate_proj(x), self.up_proj(x), limit=self.limit))


def experts(self, x, indices, weights):
    """DeepseekV4Experts: tokens [.., D], indices and weights [.., K] to [.., D] in f32."""
    gate, up = self.gate_up_proj[:, : self.intermediate_dim], self.gate_up_proj[:, self.intermediate_dim :]
    return OPS.routed_experts(x, indices, weights, gate, up, self.down_proj, [], limit=self.limit)


def _gate(self, scores, input_ids):
    scale = {"route_scale": self.routed_scaling_factor, "norm_eps": 1e-20}
    if isinstance(self, modeling.DeepseekV4HashRouter):
        return OPS.moe_gating_hash(scores, input_ids, self.tid2eid, **scale)
    return OPS.moe_gating_top_k(scores, _f32(self.e_score_correction_bias), top_k=self.top_k, **scale)


def moe(self, x, input_ids, scoring_func: str):
    """DeepseekV4SparseMoeBlock with its router: [B, S, D]."""
    scores = OPS.gate_score(x, self.gate.weight, scoring_func=scoring_func)
    weights, indices = _gate(self.gate, scores, input_ids)
    return _to(self.experts(x, indices, weights) + _f32(self.shared_experts(x)), x.dtype)


def _compress(self, x, step: Step, states, name: str, rows: str):
    """Pools the tokens of the call and writes the rows into the cache, which is returned."""
    ratio = self.compress_rate
    kv_state, score_state, cache = f"{name}.kv_state", f"{name}.score_state", f"{name}.{rows}"
    cos, sin = step.row_rotation(ratio)
    new_rows, slots, states[kv_state], states[score_state] = OPS.compressor(
        x,
        self.kv_proj.weight,
        self.gate_proj.weight,
        _f32(self.position_bias),
        self.kv_norm.weight,
        cos,
        sin,
        states[kv_state],
        states[score_state],
        step.start_pos,
        step.query_lens,
        ratio=ratio,
        overlap=ratio == 4,
        norm_eps=self.kv_norm.variance_epsilon,
    )
    states[cache] = OPS.scatter_nd_update_mla(new_rows, states[cache], slots)
    return states[cache]


def indexer(self, x, queries, step: Step, states):
    """DeepseekV4Indexer: [B, S, k], the rows chosen for each query, numbered behind the ring."""
    batch, tokens, _ = x.shape
    q = step.rope(self.q_b_proj(queries).view(batch, tokens, self.num_heads, self.head_dim), self.compress_rate)
    keys = _compress(self, x, step, states, "indexer", "keys")
    weights = self.scorer.weights_proj(x) * (self.scorer.softmax_scale * self.scorer.weights_scaling)
    return OPS.quant_lightning_indexer(
        q,
        keys,
        weights,
        step.start_pos,
        step.query_lens,
        topk_limit=self.index_topk,
        ratio=self.compress_rate,
        offset=step.facts.window,
    )


def csa_compressor(self, x, queries, step: Step, states):
    """DeepseekV4CSACompressor: the cache of rows, and which of them each query sees."""
    # The indexer first: a row that this call completes can be chosen by its last token.
    chosen = self.indexer(x, queries, step, states)
    return _compress(self, x, step, states, "compressor", "rows"), chosen


def hca_compressor(self, x, queries, step: Step, states):
    """DeepseekV4HCACompressor: the cache of rows, and which of them each query sees."""
    return _compress(self, x, step, states, "compressor", "rows"), step.compress_indices(self.compress_rate)


def attention(self, x, step: Step, states):
    """DeepseekV4Attention: [B, S, D]; `states` get their new values."""
    batch, tokens, _ = x.shape
    ratio = step.facts.ratios[self.layer_idx]
    queries = self.q_a_norm(self.q_a_proj(x))
    q = self.q_b_norm(self.q_b_proj(queries).view(batch, tokens, self.num_heads, self.head_dim))
    q = step.rope(q, ratio)
    kv = step.rope(self.kv_norm(self.kv_proj(x)), ratio)

    # Ring, compressed rows, tokens of this call: the tensors are never joined.
    kv_list = [states["ring"]]
    indices = step.window_indices(ratio)
    if ratio:
        rows, chosen = self.compressor(x, queries, step, states)
        kv_list.append(rows)
        indices = torch.cat([indices, chosen], dim=-1)
    kv_list.append(kv)
    o = OPS.sparse_attn_sharedkv(q, _f32(self.sinks), indices, kv_list, softmax_scale=self.scaling)
    states["ring"] = OPS.scatter_nd_update_mla(kv, states["ring"], step.ring_slots())
    return self.o_b_proj(self.o_a_proj(step.rope(o, ratio, inverse=True)))


def decoder_layer(self, streams, step: Step, states):
    """DeepseekV4DecoderLayer: streams [B, S, h, D]."""
    post, comb, x = self.attn_hc(streams)
    streams = OPS.hc_post(self.self_attn(self.input_layernorm(x), step, states), streams, post, comb)
    post, comb, x = self.ffn_hc(streams)
    return OPS.hc_post(self.mlp(self.post_attention_layernorm(x), step.input_ids), streams, post, comb)


def run(self, facts: Facts, input_ids, start_pos, query_lens, states: list[dict], context: int):
    """DeepseekV4Model on tensors alone: [B, S, D] before the output projection; `states` get their new values."""
    step = Step(facts, input_ids, start_pos, query_lens, context)
    streams = OPS.hc_expand(self.embed_tokens(input_ids), hc_mult=facts.hc_mult)
    for layer, layer_states in zip(self.layers, states, strict=True):
        streams = layer(streams, step, layer_states)
    return self.norm(self.hc_head(streams))


def _refuse(condition: bool, what: str) -> None:
    if condition:
        raise ValueError(f"a patched model does not take {what}; dsv4.torch.unpatch(model) restores the original")


@merge_with_config_defaults
@capture_outputs
def model(
    self,
    input_ids=None,
    attention_mask=None,
    position_ids=None,
    past_key_values=None,
    inputs_embeds=None,
    use_cache=None,
    **keywords,
):
    """DeepseekV4Model.forward, with its arguments and its result."""
    facts = self._dsv4_facts
    _refuse(input_ids is None or inputs_embeds is not None, "inputs_embeds")
    _refuse(bool(keywords.get("output_attentions")), "output_attentions: the weights of the attention are never stored")
    _refuse(bool(keywords.get("output_router_logits")), "output_router_logits")
    batch, tokens = input_ids.shape
    if past_key_values is None:
        past_key_values = DynamicCache(config=self.config)
        layers = adopt(past_key_values, facts)
        past_key_values = past_key_values if use_cache else None
    else:
        layers = adopt(past_key_values, facts)
    past = layers[0].get_seq_length()
    # A mask of ones is what generate() passes when no prompt is padded.
    has_padding = attention_mask is not None and (
        not isinstance(attention_mask, torch.Tensor) or attention_mask.dim() != 2 or not bool(attention_mask.all())
    )
    _refuse(has_padding, "padded prompts or masks of another form (windows of compressed rows begin at position 0)")
    positions = torch.arange(past, past + tokens, device=input_ids.device)
    _refuse(
        position_ids is not None and not bool((position_ids == positions).all()),
        "position_ids other than those after the cached tokens",
    )
    like = self.embed_tokens.weight
    states = [dict(layer.prepare(batch, tokens, like)) for layer in layers]
    start_pos = torch.full((batch,), past, dtype=torch.int32, device=input_ids.device)
    query_lens = torch.full((batch,), tokens, dtype=torch.int32, device=input_ids.device)
    hidden = run(self, facts, input_ids, start_pos, query_lens, states, layers[0].context)
    for layer, new in zip(layers, states, strict=True):
        layer.states = new
        layer.length += tokens
    return MoeModelOutputWithPast(last_hidden_state=hidden, past_key_values=past_key_values)


__all__ = ["Step", "model", "new_states", "run"]

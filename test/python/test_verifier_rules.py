# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the model's specification wants verifiers to reject, rule by rule, and the constraint that does it.

Rules 1 to 9 are those of the specification's list. Each clause names a constraint and the words of its case in
`test/IR/<op>_invalid.mlir`; what an op accepts on purpose, its description says.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: rule -> clause -> constraint and how its invalid case begins.
REJECTED = {
    1: {
        "width of the mix": ("hc_pre_sinkhorn_c4", "`mix` has another width"),
        "hc_scale not [3]": ("hc_pre_sinkhorn_c5", "`hc_scale` is `[h]`"),
        "hc_scale not [1]": ("hc_head_c4", "`hc_scale` is that of `hc_pre`"),
        "hc_base not [M]": ("hc_pre_sinkhorn_c5", "`hc_base` is `[h]`"),
        "hc_base not [h]": ("hc_head_c5", "`hc_base` is that of `hc_pre`"),
        "fn of hc_head": ("hc_head_c3", "`hc_fn` has the `M` rows of `hc_pre`"),
        # The matrix product of hc_pre is a `linear`.
        "fn of hc_pre": ("linear_c2", "`weight` is transposed"),
        "hc_scale not of f32": ("hc_pre_sinkhorn_c1", "`hc_scale` is not ranked"),
        "hc_base not of f32": ("hc_pre_sinkhorn_c1", "`hc_base` is not of f32"),
        "hc_fn not of f32": ("hc_head_c1", "`hc_fn` is not of f32"),
        "sinkhorn_iters": ("hc_pre_sinkhorn_c6", "`sinkhorn_iters` is 0"),
        "hc_eps": ("hc_pre_sinkhorn_c7", "`hc_eps` is zero"),
        "hc_eps of hc_head": ("hc_head_c6", "`hc_eps` is zero"),
        "norm_eps": ("hc_pre_inv_rms_c4", "`norm_eps` is zero"),
    },
    2: {
        "rank of x": ("hc_post_c3", "`x` has streams"),
        "post": ("hc_post_c5", "`post` has another `h`"),
        "comb": ("hc_post_c6", "the second axis of `comb` is not `h`"),
        "D": ("hc_post_c3", "`x` has another `D`"),
        "leading dimensions": ("hc_post_c3", "`x` has another leading dimension"),
        "element types": ("hc_post_c4", "`x` and `residual` have different element types"),
    },
    3: {
        "coff of an overlap": ("compressor_c4", "windows overlap, but `wkv` has one half"),
        "coff without overlap": ("compressor_c4", "windows do not overlap, but `wkv` has two halves"),
        "rows of wgate": ("compressor_c4", "`wgate` has other rows than `wkv`"),
        "rows of ape": ("compressor_c5", "a row too many"),
        "channels of ape": ("compressor_c5", "`ape` has one half"),
        # A table has rd / 2 entries per position, so rd is even.
        "rope_head_dim": ("compressor_c7", "more channels turn than there are"),
        "blocks of FP8": ("compressor_c8", "24 channels are no blocks of 64"),
        "blocks of FP4": ("compressor_c8", "16 channels are less than a block"),
        "width of Hadamard": ("compressor_c8", "48 is no power of two"),
        "requests of the states": ("compressor_c6", "states of another number of requests"),
        "rows of the states": ("compressor_c6", "no room for the previous window"),
        "channels of the states": ("compressor_c6", "one half of the channels"),
        "type of the states": ("compressor_c1", "states are of f32"),
        "rotation at another ratio": ("compressor_c8", "keys of a window that does not overlap are not rotated"),
    },
    4: {
        "widths of queries and keys": ("quant_lightning_indexer_c2", "queries and keys have different widths"),
        "weights": ("quant_lightning_indexer_c2", "weights of other heads"),
        "topk_limit": ("quant_lightning_indexer_c4", "nothing is chosen"),
        "width above the limit": ("indexer_top_k_c5", "wider than what is chosen"),
        "width above the rows": ("indexer_top_k_c5", "wider than there are rows"),
        "width 0 made 1": ("indexer_top_k_c5", "one row where there is none"),
    },
    5: {
        "rank of kv": ("sparse_attn_sharedkv_c5", "rows per head"),
        "width of kv": ("sparse_attn_sharedkv_c5", "rows of another width"),
        "sink": ("sparse_attn_sharedkv_c3", "the sinks of all heads beside the queries of one shard"),
        "unsigned indices": ("sparse_attn_sharedkv_c1", "indices are unsigned"),
        "requests": ("sparse_attn_sharedkv_c4", "indices of another number of requests"),
        "tokens": ("sparse_attn_sharedkv_c4", "indices of another number of tokens"),
    },
    6: {
        "top_k too small": ("moe_gating_top_k_c3", "`top_k` is 0"),
        "top_k too large": ("moe_gating_top_k_c3", "`top_k` is above `E`"),
        "bias": ("moe_gating_top_k_c4", "`bias` has another size"),
        "no table": ("moe_gating_hash", "Without a table there is nothing to choose by"),
        "rank of the table": ("moe_gating_hash_c4", "`table` has a rank too few"),
        "width of the table": ("moe_gating_hash_c7", "`weights` has another width"),
        "number of ids": ("moe_gating_hash_c3", "`input_ids` has another leading dimension"),
        "float ids": ("moe_gating_hash_c1", "`input_ids` is not of i32 or i64"),
        "bias with a table": ("moe_gating_hash", "The token's id chooses, so no bias moves the choice"),
    },
    7: {
        "shape": ("v4_clamped_swiglu_c3", "`up` has another width"),
        "type": ("v4_clamped_swiglu_c3", "`up` has another element type"),
        "limit of 0": ("v4_clamped_swiglu_c5", "`limit` is zero"),
        "limit of NaN": ("v4_clamped_swiglu_c5", "`limit` is not a number"),
        "limit of the experts": ("routed_experts_c7", "0 does not mean no limit"),
    },
    8: {
        "groups": ("grouped_linear_c3", "a group of 2 2/3 heads"),
        "heads per group": ("grouped_linear_c3", "half a head per group, although the channels divide"),
        "rows of wo_a": ("grouped_linear_c4", "the rows do not divide into groups"),
        "width of wo_a": ("grouped_linear_c4", "a projection of all heads"),
        "wo_b": ("linear_c2", "`wo_b` does not take the 40 = groups * R channels"),
        "groups of a shard": ("grouped_linear_c3", "no groups: as a shard of more ranks than groups would have"),
    },
    9: {
        "width of the update": ("scatter_nd_update_mla_c3", "the width of the update is not that of the cache"),
    },
}

#: rule -> clause -> the file and the words that say why it is accepted, or who rejects it.
ACCEPTED = {
    3: {
        "ratio outside of the profile, or overlap at another ratio than 4": (
            "include/dsv4/IR/AttentionOps.td",
            "Any ratio is fine, with and without overlap",
        ),
        "ratio of a configuration": ("test/Model/errors_layers.test", "expected a ratio of DeepSeek-V4: 0, 4 or 128"),
    },
    5: {
        "no rows with indices that are not constant": (
            "include/dsv4/IR/AttentionOps.td",
            "so a list without rows is fine as long as every index is -1",
        ),
    },
    9: {
        "more rows than the ring has slots": (
            "include/dsv4/IR/AttentionOps.td",
            "`N` may be larger than `C`",
        ),
    },
}


def test_every_rule_is_there():
    assert set(REJECTED) == set(range(1, 10))
    assert set(ACCEPTED) <= set(REJECTED)


@pytest.mark.parametrize(
    ("label", "words"), [case for rule in REJECTED.values() for case in rule.values()], ids=lambda value: value[:60]
)
def test_rejected(label, words):
    """The invalid case is there, under its constraint, and expects an error. (Arity has no constraint of its own.)"""
    name = re.sub(r"_c\d+$", "", label)
    text = (ROOT / f"test/IR/{name}_invalid.mlir").read_text()
    begin = f"// {label}: {words}" if label != name else f"// {words}"
    chunks = [chunk for chunk in text.split("// -----") if begin in chunk]
    assert len(chunks) == 1
    assert "expected-error" in chunks[0]


@pytest.mark.parametrize(("file", "words"), [case for rule in ACCEPTED.values() for case in rule.values()])
def test_accepted(file, words):
    text = re.sub(r"\s+", " ", (ROOT / file).read_text())
    assert words in text

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fused programs give the same bits."""

import re
from pathlib import Path

import numpy as np
import pytest

import dsv4
from dsv4.model import Session
from dsv4.testing import model_fixtures
from dsv4.testing.fixture import Fixture

GOLDEN = Path(__file__).parents[1] / "Integration" / "golden"

#: Layer, what fuses it, and kernels that must be there. Together they have every pattern that fires on one rank, but
#: for the two below that need a product with quantised operands in the IR.
CASES = [
    (
        "qat_ratio4_score_h4_d80",
        "stack=vllm",
        "hc_pre_product hc_pre_apply qkv_a_linear q_kv_norm q_norm_rope_kv_insert compressor_c4 indexer_compressor "
        "indexer_query shared_gate_up_linear",
    ),
    (
        "qat_ratio4_score_h4_d80",
        "stack=trtllm",
        "hc_post_pre hc_pre_product hc_pre_apply q_norm_rope kv_norm_rope_insert sparse_attn_sharedkv",
    ),
    ("qat_ratio4_score_h4_d80", "stack=cann", "hc_pre"),
    (
        "qat_ratio4_score_h4_d80",
        "stack=ideal",
        "hc_post_pre hc_pre q_kv_norm_rope_insert indexer_query gate_top_k routed_experts",
    ),
    ("ratio128_hash_h4_d32", "stack=ideal", "compressor_c128 gate_hash"),
    (
        "ratio128_hash_h4_d32",
        "patterns=hc_post_pre,residual_add,compressor_store_c128,q_norm_rope_kv_insert,hc_pre",
        "hc_post_pre hc_pre compressor_c128 q_norm_rope_kv_insert",
    ),
]


@pytest.fixture(scope="module")
def layers():
    """Per fixture: the module, how to run it, and the bits without fusion."""
    known = {}

    def get(name):
        if name not in known:
            fixture = Fixture.load(GOLDEN / "block" / f"{name}.json")
            batch, tokens = fixture.arrays["input_ids"].shape
            module, activations = model_fixtures.build_for(fixture, batch, tokens, blocks=True)
            module.run("symbol-privatize{exclude=block_0},symbol-dce")
            known[name] = module, fixture, activations, bits(module.clone(), fixture, activations)
        return known[name]

    return get


def bits(module, fixture, activations):
    """Streams after each chunk and caches after the last, as bytes."""
    function = dsv4.compile(module).functions["block_0"]
    ids = fixture.arrays["input_ids"]
    session = Session(function, len(ids), model_fixtures.weights(fixture, "layers.0.", function))
    streams = model_fixtures.activations_as(fixture.arrays["x"], fixture.dtype("x"), activations)
    parts = model_fixtures.run_chunks(session, ids, streams, fixture.attributes["chunks"])
    return {f"chunk {i}": np.asarray(part).tobytes() for i, part in enumerate(parts)} | {
        name: cache.tobytes() for name, cache in session.caches.items()
    }


@pytest.mark.parametrize(("name", "options", "kernels"), CASES, ids=lambda value: value.split()[0])
def test_layers_keep_every_bit(layers, name, options, kernels):
    module, fixture, activations, want = layers(name)
    fused = module.clone()
    fused.run(f"dsv4-fuse{{{options}}}")
    found = set(re.findall(r'dsv4\.kernel "(\w+)"', str(fused)))
    assert set(kernels.split()) <= found
    got = bits(fused, fixture, activations)
    assert [name for name in want if got[name] != want[name]] == []


ROPE_QUANT = """
func.func @main(%x: tensor<2x3x4x64xf32>, %cos: tensor<2x3x8xf32>, %sin: tensor<2x3x8xf32>)
    -> (tensor<2x3x4x64xf8E4M3FN>, tensor<2x3x4x2xf8E8M0FNU>) {
  %r = dsv4.rope(%x, %cos, %sin) {inverse = true}
      : (tensor<2x3x4x64xf32>, tensor<2x3x8xf32>, tensor<2x3x8xf32>) -> tensor<2x3x4x64xf32>
  %c, %s, %y = dsv4.act_quant(%r) {block = 32 : i64, format = f8E4M3FN}
      : (tensor<2x3x4x64xf32>) -> (tensor<2x3x4x64xf8E4M3FN>, tensor<2x3x4x2xf8E8M0FNU>, tensor<2x3x4x64xf32>)
  return %c, %s : tensor<2x3x4x64xf8E4M3FN>, tensor<2x3x4x2xf8E8M0FNU>
}
"""
SWIGLU_QUANT = """
func.func @main(%gate: tensor<5x128xf32>, %up: tensor<5x128xf32>)
    -> (tensor<5x128xf8E4M3FN>, tensor<5x1xf8E8M0FNU>) {
  %h = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 1.0 : f64}
      : (tensor<5x128xf32>, tensor<5x128xf32>) -> tensor<5x128xf32>
  %c, %s, %y = dsv4.act_quant(%h) {block = 128 : i64, format = f8E4M3FN}
      : (tensor<5x128xf32>) -> (tensor<5x128xf8E4M3FN>, tensor<5x1xf8E8M0FNU>, tensor<5x128xf32>)
  return %c, %s : tensor<5x128xf8E4M3FN>, tensor<5x1xf8E8M0FNU>
}
"""


@pytest.mark.parametrize(
    ("pattern", "text", "shapes"),
    [
        ("inverse_rope_quant", ROPE_QUANT, [(2, 3, 4, 64), (2, 3, 8), (2, 3, 8)]),
        ("swiglu_quant", SWIGLU_QUANT, [(5, 128), (5, 128)]),
    ],
)
def test_quantised_operands_keep_every_bit(pattern, text, shapes):
    random = np.random.default_rng(7)
    arrays = [random.normal(size=shape).astype(np.float32) for shape in shapes]
    fused = dsv4.Module(text)
    fused.run(f"dsv4-fuse{{patterns={pattern}}}")
    assert f'dsv4.kernel "{pattern}"' in str(fused)
    want = dsv4.compile(text).functions["main"](*arrays)
    got = dsv4.compile(fused).functions["main"](*arrays)
    assert [g.tobytes() for g in got] == [w.tobytes() for w in want]


def test_fused_kernels_update_caches_in_place():
    """A launch may write into the ring before the attention that reads the old rows: lowering puts it behind."""
    fixture = Fixture.load(GOLDEN / "block" / "qat_ratio4_score_h4_d80.json")
    module, _ = model_fixtures.build_for(fixture, 2, 64, blocks=True)
    module.run("symbol-privatize{exclude=block_0},symbol-dce,dsv4-fuse{stack=vllm}")
    assert 'dsv4.kernel "q_norm_rope_kv_insert"' in str(module)
    assert "is copied into argument" not in module.run("dsv4-to-llvm-pipeline")

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fused programs give the same bits."""

import json
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
    (
        "bf16_fp8_fp4_ratio4_score",
        "stack=sglang",
        "hc_pre_product hc_pre_apply qkv_a_linear q_norm_rope kv_norm_rope_insert shared_gate_up_linear residual_add",
    ),
    (
        "qat_ratio4_score_h4_d80",
        "stack=atom",
        "hc_pre_product hc_pre_apply qkv_a_linear compressor_c4 indexer_compressor shared_gate_up_linear",
    ),
    ("qat_ratio4_score_h4_d80", "stack=cann", "hc_pre"),
    (
        "qat_ratio4_score_h4_d80",
        "stack=ideal",
        "hc_post_pre hc_pre q_kv_norm_rope_insert indexer_query gate_top_k routed_experts",
    ),
    ("ratio128_hash_h4_d32", "stack=atom", "hc_pre_product hc_pre_apply compressor_c128 shared_gate_up_linear"),
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


HASH = """
func.func @main(%x: tensor<2x5x77xACT>, %w: tensor<9x77xWEIGHT>, %ids: tensor<2x5xi32>, %table: tensor<11x3xi32>)
    -> (tensor<2x5x3xf32>, tensor<2x5x3xi32>) {
  %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<FUNCTION>}
      : (tensor<2x5x77xACT>, tensor<9x77xWEIGHT>) -> tensor<2x5x9xf32>
  %p, %i = dsv4.moe_gating_hash(%s, %ids, %table) {normalize = NORMALIZE, route_scale = 1.5}
      : (tensor<2x5x9xf32>, tensor<2x5xi32>, tensor<11x3xi32>) -> (tensor<2x5x3xf32>, tensor<2x5x3xi32>)
  return %p, %i : tensor<2x5x3xf32>, tensor<2x5x3xi32>
}
"""


@pytest.mark.parametrize("function", ["sqrtsoftplus", "sigmoid"])
@pytest.mark.parametrize(("x", "w"), [("f32", "f32"), ("bf16", "bf16"), ("bf16", "f32"), ("f32", "f16")])
@pytest.mark.parametrize("normalize", ["true", "false"])
def test_named_logits_are_those_of_all(function, x, w, normalize):
    """K logits per token have the bits that they have among all E; experts that no row names may hold anything."""
    text = HASH.replace("ACT", x).replace("WEIGHT", w).replace("FUNCTION", function).replace("NORMALIZE", normalize)
    random = np.random.default_rng(11)

    def of_type(element, *shape):
        # Values of all magnitudes: a sum in another order would round differently.
        values = (random.standard_normal(shape) * 10.0 ** random.integers(-3, 2, shape)).astype(np.float32)
        bf16 = (values.view(np.uint32) >> 16).astype(np.uint16)
        return {"f32": values, "f16": values.astype(np.float16), "bf16": bf16}[element]

    # Expert 4 is nobody's and all NaN; a row may name an expert twice.
    table = random.choice([0, 1, 2, 3, 5, 6, 7, 8], (11, 3)).astype(np.int32)
    table[0] = 8, 8, 0
    weight = of_type(w, 9, 77)
    weight[4] = 0x7FFF if w == "bf16" else np.nan
    ids = random.integers(0, 11, (2, 5)).astype(np.int32)
    ids[0, 0] = 0
    arrays = [of_type(x, 2, 5, 77), weight, ids, table]
    fused = dsv4.Module(text)
    fused.run("dsv4-fuse{patterns=gate_hash}")
    assert 'dsv4.kernel "gate_hash"' in str(fused)
    want = dsv4.compile(text).functions["main"](*arrays)
    got = dsv4.compile(fused).functions["main"](*arrays)
    assert np.isfinite(want[0]).all()
    assert [g.tobytes() for g in got] == [w.tobytes() for w in want]


def test_rows_that_differ_stop_a_fused_program():
    """A loop over the rows of one operand must not read beyond another that has fewer."""
    text = SWIGLU_QUANT.replace("tensor<5x", "tensor<?x")
    fused = dsv4.Module(text)
    fused.run("dsv4-fuse{patterns=swiglu_quant}")
    function = dsv4.compile(fused).functions["main"]
    gate = np.ones((5, 128), np.float32)
    assert function(gate, gate)[1].shape == (5, 1)
    with pytest.raises(dsv4.Error, match="differ"):
        function(gate, gate[:3])


def test_halves_of_hc_pre_cost_what_the_whole_does(tmp_path):
    """GPU stacks run hc_pre as two kernels, and the measured law is that of both."""
    module = dsv4.build_module("DeepSeek-V4-Flash", batch=4, tokens=1024, precision="official", activation_type="bf16")
    report = tmp_path / "report.json"

    def time(patterns):
        options = f"stack=vllm format=json output={report} bind=arg1=0,arg2=1024"
        passes = f"dsv4-fuse{{patterns={patterns}}},dsv4-attach-device{{device=gb200}},dsv4-estimate-cost{{{options}}}"
        module.clone().run(passes)
        kernels = json.loads(report.read_text())["kernels"]
        names = {"hc_pre", "hc_pre_product", "hc_pre_apply"}
        assert sum(k["launches"] for k in kernels if k["name"] in names) == 86 * len(patterns.split(","))
        return sum(k["time_us"] for k in kernels if k["name"] in names)

    assert time("hc_pre") == pytest.approx(time("hc_pre_product,hc_pre_apply"), rel=1e-9)


def test_a_larger_launch_is_not_priced_as_its_product(tmp_path):
    """`hc_post_pre` has no law: it takes at least the time of its bytes at the peak of the memory."""
    module = dsv4.build_module("DeepSeek-V4-Flash", batch=4, tokens=1024, precision="official", activation_type="bf16")
    report = tmp_path / "report.json"
    options = f"stack=trtllm format=json output={report} bind=arg1=0,arg2=1024"
    module.run(f"dsv4-fuse{{stack=trtllm}},dsv4-attach-device{{device=gb200}},dsv4-estimate-cost{{{options}}}")
    kernels = [k for k in json.loads(report.read_text())["kernels"] if k["name"] == "hc_post_pre"]
    assert sum(k["launches"] for k in kernels) == 43
    # Per token: streams read and written, the result of the sub-layer and its successor, bf16; 8 TB/s.
    least = 4096 * (2 * 4 + 2) * 4096 * 2 / 8e6
    for kernel in kernels:
        assert least < kernel["time_us"] / kernel["launches"] < 2 * least
        assert kernel["law"].startswith("roofline")


def test_fused_kernels_update_caches_in_place():
    """A launch may write into the ring before the attention that reads the old rows: lowering puts it behind."""
    fixture = Fixture.load(GOLDEN / "block" / "qat_ratio4_score_h4_d80.json")
    module, _ = model_fixtures.build_for(fixture, 2, 64, blocks=True)
    module.run("symbol-privatize{exclude=block_0},symbol-dce,dsv4-fuse{stack=vllm}")
    assert 'dsv4.kernel "q_norm_rope_kv_insert"' in str(module)
    assert "is copied into argument" not in module.run("dsv4-to-llvm-pipeline")

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The tests that the DeepSeek-V4 RFC names, under their names: sections 6.1 and 6.3, and the decisions of 5.2.

What the RFC calls a trace is here the program of a model (`dsv4.build_module`) and the report of its price.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import spec_reference as reference
import transformers
from compiled_ops import CLOSE, assert_close, chosen, i32, indexer, normal, op

import dsv4

ROOT = Path(__file__).resolve().parents[2]
TINY = json.loads((ROOT / "test" / "Model" / "Inputs" / "tiny.json").read_text())
FLASH = "DeepSeek-V4-Flash"
PRO = "DeepSeek-V4-Pro"
#: The HC operators of the RFC.
HC_OPS = ("hc_pre_inv_rms", "hc_pre_sinkhorn", "hc_post", "hc_head")
#: Ratio -> (layers of Flash, layers of Pro), without the draft layer: specification 1.1.
CENSUS = {0: (2, 0), 4: (21, 30), 128: (20, 31)}
KINDS = {0: "window", 4: "csa", 128: "hca"}


def functions(module: dsv4.Module) -> dict[str, list[str]]:
    """Function -> names of the dsv4 ops in it, and of the functions it calls (`call name`), in order."""
    found: dict[str, list[str]] = {}
    for line in str(module).splitlines():
        if match := re.match(r"\s*func\.func (?:private )?@(\w+)", line):
            current = found.setdefault(match[1], [])
        elif match := re.search(r"(?:= |^\s+)dsv4\.(\w+)", line):
            current.append(match[1])
        elif match := re.search(r"call @(\w+)", line):
            current.append(f"call {match[1]}")
    return found


def layers_of_kind(trace: dict[str, list[str]], kind: str) -> int:
    return sum(call.startswith(f"call layer_{kind}") for call in trace["main"])


@pytest.fixture(scope="module")
def flash() -> dict[str, list[str]]:
    return functions(dsv4.build_module(FLASH, batch=2, tokens=1, context=8192))


def price(module: dsv4.Module) -> list[dict]:
    """The kernels in the report of a decode step of two requests behind 8190 tokens, on one device."""
    tool = shutil.which("dsv4-opt") or str(ROOT / "build" / "bin" / "dsv4-opt")
    step = "--dsv4-estimate-cost=format=json bind=arg1=8190,arg2=1"
    command = [tool, "-", "--dsv4-attach-device=device=h200-sxm", step, "-o", "/dev/null"]
    run = subprocess.run(command, input=str(module), capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)["kernels"]


@pytest.fixture(scope="module")
def launches() -> dict[str, int]:
    """Kernel -> launches in a decode step of Flash, as the report of the price counts them."""
    found: dict[str, int] = {}
    for kernel in price(dsv4.build_module(FLASH, batch=2, tokens=1, context=8192)):
        found[kernel["name"]] = found.get(kernel["name"], 0) + kernel["launches"]
    return found


# ----------------------------------------------------------------------------------------------------------------------
# 6.1: the unit tests
# ----------------------------------------------------------------------------------------------------------------------


def test_v4_config_parsing():
    """compress_ratios must be there, must have an entry per layer, and holds 0, 4 and 128 only."""
    dsv4.build_module(TINY)
    without = {key: value for key, value in TINY.items() if key != "compress_ratios"}
    with pytest.raises(dsv4.Error, match="compress_ratios"):
        dsv4.build_module(without)
    for ratio in (1, 2, 8, 64, 256, -4):
        with pytest.raises(dsv4.Error, match=rf"'compress_ratios\[0\]' is {ratio}, expected .*0, 4 or 128"):
            dsv4.build_module(TINY | {"compress_ratios": [ratio, *TINY["compress_ratios"][1:]]})
    with pytest.raises(dsv4.Error, match="compress_ratios"):
        dsv4.build_module(TINY | {"compress_ratios": TINY["compress_ratios"][:-2]})


@pytest.mark.parametrize(("name", "model"), [(FLASH, 0), (PRO, 1)])
def test_v4_config_parsing_of_the_released_models(name, model):
    trace = functions(dsv4.build_module(name, batch=1, tokens=1, context=256))
    assert {ratio: layers_of_kind(trace, kind) for ratio, kind in KINDS.items()} == {
        ratio: counts[model] for ratio, counts in CENSUS.items()
    }


def test_hc_semantic_ops(flash, launches):
    """hc_pre_* and hc_post twice a layer (attention, experts), hc_head once, in the program and in its price."""
    for name, ops in flash.items():
        if name.startswith("layer_"):
            assert [ops.count(hc) for hc in HC_OPS] == [2, 2, 2, 0], name
    assert flash["epilogue"].count("hc_head") == 1
    assert [launches.get(hc, 0) for hc in HC_OPS] == [86, 86, 86, 1]


def test_v4_attention_wrapper(flash):
    """Ratio 0 has no compressor, ratio 128 has one, ratio 4 has two, one of them for its indexer."""
    paths = {kind: [ops for name, ops in flash.items() if name.startswith(f"layer_{kind}_")] for kind in KINDS.values()}
    assert all(paths.values())
    for kind, compressors, indexers in (("window", 0, 0), ("csa", 2, 1), ("hca", 1, 0)):
        for ops in paths[kind]:
            assert ops.count("compressor") == compressors
            assert ops.count("quant_lightning_indexer") == indexers
            assert ops.count("sparse_attn_sharedkv") == 1
            # A row for the window, and one for each compressor.
            assert ops.count("scatter_nd_update_mla") == 1 + compressors


@pytest.mark.parametrize(("length", "limit"), [(3, 4), (4, 4), (15, 4), (16, 4), (17, 4), (400, 4), (400, 512)])
def test_lightning_indexer(length, limit):
    """5.2.3: the list is min(topk_limit, compressed length) wide, also 0, and the cache is [batch, rows, channels]."""
    random = np.random.default_rng(length)
    heads, channels, capacity = 16, 8, 128
    q, weights = normal(random, 1, 1, heads, channels), normal(random, 1, 1, heads)
    cache = normal(random, 1, capacity, channels)
    got = indexer(q, cache, weights, i32(length - 1), i32(1), limit)
    rows = length // 4
    assert got.shape == (1, 1, min(limit, rows))
    # Rows behind the compressed length are room in the cache: what is there does not matter.
    scores = reference.indexer_scores(q[0, 0], cache[0, :rows], weights[0, 0])
    assert set(chosen(got[0, 0])) == set(np.argsort(-scores)[: min(limit, rows)].tolist())
    cache[:, rows:] = np.nan
    np.testing.assert_array_equal(indexer(q, cache, weights, i32(length - 1), i32(1), limit), got)


def test_moe_routing(flash):
    """The first num_hash_layers layers route by token id, all others by score; the weights are the scores of both."""
    order = [call.removeprefix("call ") for call in flash["main"] if call.startswith("call layer_")]
    for layer, name in enumerate(order):
        hashed = layer < 3
        assert name.endswith("_hash" if hashed else "_score")
        assert flash[name].count("moe_gating_hash") == hashed
        assert flash[name].count("moe_gating_top_k") == (not hashed)

    # Golden numbers of the specification, 2.11.
    score = np.array([[0.98695339, 0.55969785, 1.45839913, 0.83255461, 1.1459763, 0.22042539]], np.float32)
    bias = np.array([0, 0.9, 0, 0.2, 0, 3], np.float32)
    by_score = op(
        "moe_gating_top_k",
        "tensor<?x6xf32>; tensor<6xf32>",
        "tensor<?x3xf32>; tensor<?x3xi32>",
        "top_k = 3 : i64, normalize_weights = true, norm_eps = 1.0e-20, route_scale = 1.5",
    )
    weights, experts = by_score(score, bias)
    assert experts[0].tolist() == [5, 1, 2]
    assert_close(weights[0], np.array([0.14770372, 0.37504507, 0.97725121]), 1e-6)

    # By id, the scores have no say in which experts are taken, only in their weights.
    by_id = op(
        "moe_gating_hash",
        "tensor<?x6xf32>; tensor<?xi32>; tensor<2x3xi32>",
        "tensor<?x3xf32>; tensor<?x3xi32>",
        "normalize_weights = true, norm_eps = 1.0e-20, route_scale = 1.5",
    )
    table = np.array([[0, 1, 2], [5, 3, 0]], np.int32)
    weights, experts = by_id(np.repeat(score, 2, axis=0), i32(1, 0), table)
    assert experts.tolist() == [[5, 3, 0], [0, 1, 2]]
    for row, taken in zip(weights, experts, strict=True):
        assert_close(row, 1.5 * np.float64(score[0, taken]) / np.float64(score[0, taken]).sum(), 1e-6)


def test_clamped_swiglu():
    """Inside the limit it is SiLU(gate) * up; outside, gate is clamped above and up on both sides before the SiLU."""
    swiglu = op("v4_clamped_swiglu", "tensor<?x8xf32>; tensor<?x8xf32>", "tensor<?x8xf32>", "limit = 10.0")

    def standard(gate, up):
        gate, up = np.float64(gate), np.float64(up)
        return gate / (1 + np.exp(-gate)) * up

    random = np.random.default_rng(0)
    gate, up = (random.uniform(-10, 10, (5, 8)).astype(np.float32) for _ in range(2))
    assert_close(swiglu(gate, up), standard(gate, up), CLOSE)

    # Golden numbers of the specification, 2.12; the last four are inside the limit.
    gate = np.array([[12, -12, 1, -1, 2, 0, -3, 9]], np.float32)
    up = np.array([[3, -20, 15, 0.5, 1, 7, -2, 4]], np.float32)
    got = swiglu(gate, up)[0]
    assert_close(got[:4], np.array([29.99863806, 7.373e-4, 7.31058579, -0.13447071]), 1e-6)
    assert_close(got[4:], standard(gate[0, 4:], up[0, 4:]), CLOSE)
    differs = np.abs(got - standard(gate[0], up[0])) > 1e-4
    assert differs.tolist() == [True, True, True, False, False, False, False, False]


# ----------------------------------------------------------------------------------------------------------------------
# 5.2: the decisions
# ----------------------------------------------------------------------------------------------------------------------


def test_hc_pre_sinkhorn_is_one_operator():
    """5.2.1: the Sinkhorn iterations and the weighted reduction are one op, with one row in the price."""
    random = np.random.default_rng(1)
    mix, hidden = normal(random, 3, 24), normal(random, 3, 4, 16)
    scale, base = normal(random, 3), normal(random, 24)
    program = op(
        "hc_pre_sinkhorn",
        "tensor<?x24xf32>; tensor<?x4x16xf32>; tensor<3xf32>; tensor<24xf32>",
        "tensor<?x16xf32>; tensor<?x4xf32>; tensor<?x4x4xf32>",
        "hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64",
    )
    reduced, post, comb = program(mix, hidden, scale, base)
    pre, want_post, want_comb = reference.hc_mixes(mix, scale, base, 4, 20, 1e-6)
    assert_close(reduced, np.einsum("nj,njd->nd", pre, np.float64(hidden)))
    assert_close(post, want_post)
    assert_close(comb, want_comb)


def test_functional_handle_keeps_the_producers_of_kv():
    """5.2.2: whoever reads the handle keeps the write and what it writes; dead code elimination removes neither."""
    layer = """
func.func @main(%x: tensor<2x1x8xf32>, %w: tensor<4x8xf32>, %cache: tensor<2x16x4xf32>, %slots: tensor<2x1xi32>)
    -> tensor<2x16x4xf32> {
  %kv = dsv4.linear(%x, %w) : (tensor<2x1x8xf32>, tensor<4x8xf32>) -> tensor<2x1x4xf32>
  %handle = dsv4.scatter_nd_update_mla(%kv, %cache, %slots)
      : (tensor<2x1x4xf32>, tensor<2x16x4xf32>, tensor<2x1xi32>) -> tensor<2x16x4xf32>
  RETURN
}"""
    clean = "builtin.module(func.func(canonicalize,cse),symbol-dce,canonicalize)"
    kept = dsv4.Module(layer.replace("RETURN", "return %handle : tensor<2x16x4xf32>"))
    kept.run(clean)
    assert functions(kept)["main"] == ["linear", "scatter_nd_update_mla"]
    # Without a reader nothing is left: the op is pure, the handle alone keeps it.
    unread = dsv4.Module(layer.replace("RETURN", "return %cache : tensor<2x16x4xf32>"))
    unread.run(clean)
    assert functions(unread)["main"] == []


def test_overhead_of_hc_at_other_multiplicities():
    """7.2: what the HC operators cost for any hc_mult is in the report, and more streams move more bytes."""
    config = json.loads((ROOT / "lib" / "Model" / "Configs" / f"{FLASH}.json").read_text())
    bytes_moved = []
    for hc_mult in (1, 2, 4, 8):
        kernels = price(dsv4.build_module(config | {"hc_mult": hc_mult}, batch=2, tokens=1, context=8192))
        hc = [kernel for kernel in kernels if kernel["name"] in HC_OPS]
        assert {kernel["name"] for kernel in hc} == set(HC_OPS)
        work = [(kernel["launches"], kernel["per_launch"]) for kernel in hc]
        assert all(launch["time_us"] > 0 for _, launch in work)
        bytes_moved.append(sum(n * (launch["bytes_read"] + launch["bytes_written"]) for n, launch in work))
    assert bytes_moved == sorted(set(bytes_moved))


# ----------------------------------------------------------------------------------------------------------------------
# 6.3: end to end
# ----------------------------------------------------------------------------------------------------------------------


def test_transformers_config_is_recognised():
    """A DeepseekV4Config of transformers, built in Python, becomes a model that compiles and generates."""
    two_layers = {"num_hidden_layers": 2, "compress_ratios": [4, 128, 0], "num_hash_layers": 1}
    config = transformers.DeepseekV4Config.from_dict(TINY | two_layers)
    model = dsv4.Model.from_config(config, context=32).random_weights(1)
    tokens = model.generate([[1, 2, 3]], 4)
    assert tokens.shape == (1, 4)
    assert np.all((tokens >= 0) & (tokens < TINY["vocab_size"]))


def test_indexer_is_in_ratio_4_layers_only(flash, launches):
    for name, ops in flash.items():
        assert ("quant_lightning_indexer" in ops) == name.startswith("layer_csa_")
    assert launches["quant_lightning_indexer"] == CENSUS[4][0]


@pytest.mark.parametrize("model_type", ["deepseek_v3", "deepseek_v32", "deepseek_v41", "llama"])
def test_other_models_are_untouched(model_type):
    """A config of another type is refused by its model_type, and a program without V4 operators stays as it is."""
    with pytest.raises(dsv4.Error, match=f"'model_type' is '?\"?{model_type}"):
        dsv4.build_module(TINY | {"model_type": model_type})
    text = """
func.func @main(%a: tensor<4x4xf32>, %b: tensor<4x4xf32>, %c: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %0 = linalg.matmul ins(%a, %b : tensor<4x4xf32>, tensor<4x4xf32>) outs(%c : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %0 : tensor<4x4xf32>
}"""
    module = dsv4.Module(text)
    before = str(module)
    module.run("convert-torch-to-dsv4,dsv4-decompose")
    assert str(module) == before


# ----------------------------------------------------------------------------------------------------------------------
# The page that refers to all this
# ----------------------------------------------------------------------------------------------------------------------


def test_page_names_tests_that_exist():
    page = (ROOT / "docs" / "rfc.md").read_text()
    named = set(re.findall(r"`rfc::(\w+)`", page)) - {"x"}
    here = set(re.findall(r"^def test_(\w+)", Path(__file__).read_text(), re.MULTILINE))
    assert named == here - {"page_names_tests_that_exist"}
    files = re.findall(r"`((?:IR|Model|Cost|Integration|python)/[\w*/.]+)`", page)
    assert files
    for pattern in files:
        assert list((ROOT / "test").glob(pattern)), pattern
    for link in re.findall(r"\]\(([\w.]+\.md)\)", page):
        assert (ROOT / "docs" / link).exists(), link

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Whole models: built from a configuration, given weights, run step by step."""

import json
import re
import resource
import time
from pathlib import Path

import numpy as np
import pytest

import dsv4
from dsv4.testing import model_fixtures
from dsv4.testing.fixture import Fixture
from dsv4.weights import Tensor

GOLDEN = Path(__file__).parents[1] / "Integration" / "golden"


@pytest.fixture(scope="module")
def fixture():
    return Fixture.load(GOLDEN / "model" / "plain_chunks.json")


@pytest.fixture(scope="module")
def model(fixture):
    """A model of two layers (ratios 128 and 4) with the fixture's weights."""
    model = dsv4.Model.from_config(model_fixtures.configuration(fixture), context=160)
    tensors = {name[2:]: Tensor(a, fixture.dtype(name)) for name, a in fixture.arrays.items() if name.startswith("w:")}
    return model.set_weights(tensors)


def test_prefill_and_decode_give_the_logits_of_the_fixture(model, fixture):
    ids, want = fixture.arrays["r0:input_ids"], fixture.arrays["r0:logits"]
    rule = fixture.meta["arrays"]["r0:logits"]["compare"]
    logits = model.prefill(ids[None, :120])
    np.testing.assert_allclose(logits[0], want[119], rtol=rule["rtol"], atol=rule["atol"])
    for position in range(120, 130):
        logits = model.decode([[ids[position]]])
        np.testing.assert_allclose(logits[0], want[position], rtol=rule["rtol"], atol=rule["atol"])
    # A new prompt starts from nothing: what was cached before must not matter.
    logits = model.prefill(ids[None, :3])
    np.testing.assert_allclose(logits[0], want[2], rtol=rule["rtol"], atol=rule["atol"])


def test_generate_is_greedy(model, fixture):
    prompt = fixture.arrays["r0:input_ids"][:7]
    tokens = model.generate([prompt], max_new_tokens=5)
    assert tokens.shape == (1, 5)
    # Token by token from scratch: the same choice at every step.
    sequence = list(prompt)
    for token in tokens[0]:
        assert token == np.argmax(model.prefill([sequence])[0])
        sequence.append(token)


def test_a_model_for_any_number_of_requests(model, fixture):
    """The prompts say how many; each request gets what it gets alone."""
    ids = fixture.arrays["r0:input_ids"]
    open_model = dsv4.Model.from_config(model_fixtures.configuration(fixture), batch=None, context=160, optimization=0)
    open_model.weights = model.weights
    assert open_model.batch == 0
    prompts = [ids[:7], ids[3:5], ids[:1]]
    together = open_model.prefill(prompts)
    assert (open_model.batch, open_model.own) == (3, slice(0, 3))
    for logits, prompt in zip(together, prompts, strict=True):
        # Sums of float32 in another order, two optimization levels.
        np.testing.assert_allclose(logits, model.prefill([prompt])[0], rtol=1e-4, atol=1e-4)
    with pytest.raises(ValueError, match=r"2 requests given, 3 are served; reset\(\) forgets them"):
        open_model.decode([[1], [2]])
    with pytest.raises(ValueError, match="no requests given"):
        open_model.prefill([])
    open_model.reset()
    np.testing.assert_allclose(open_model.decode([ids[:7]])[0], together[0], rtol=1e-4, atol=1e-4)


def test_errors(model):
    with pytest.raises(ValueError, match="2 requests given, the model was built for 1"):
        model.prefill([[1], [2]])
    with pytest.raises(ValueError, match="a request has 161 tokens, the caches hold 160"):
        model.prefill([[1] * 161])
    with pytest.raises(dsv4.Error, match=r"dsv4.embedding: an id is outside \[0, 96\)"):
        model.prefill([[96]])
    fresh = dsv4.Model(model.program, 1, 160, 6)
    with pytest.raises(ValueError, match="no weights for embed.weight, layers.0.hc_attn_fn"):
        fresh.prefill([[1]])
    with pytest.raises(KeyError, match="the weights lack embed.weight"):
        fresh.set_weights({})


def test_random_weights_run(fixture):
    config = model_fixtures.configuration(fixture)
    model = dsv4.Model.from_config(config, context=32, batch=2).random_weights(seed=1)
    logits = model.prefill([[1, 2, 3], [4]])
    assert logits.shape == (2, 96)
    assert np.isfinite(logits).all()
    # The second request is shorter; alone it has the same logits.
    np.testing.assert_allclose(model.prefill([[4], [4]])[0], logits[1], rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", ["DeepSeek-V4-Flash", "DeepSeek-V4-Pro"])
def test_official_models_lower(name):
    """All layers of the official models reach linalg; distinct layer kinds are lowered once."""
    module = dsv4.build_module(name, batch=1, tokens=1, context=8192, precision="official", activation_type="bf16")
    text = str(module)
    kinds = {line.split("@")[1].split("(")[0] for line in text.splitlines() if "func.func private @layer_" in line}
    # Flash: window, CSA and HCA, hash routed (layers 0 to 2) and scored; Pro has no window layer in the backbone.
    expected = {"layer_csa_hash", "layer_csa_score", "layer_hca_score"}
    expected |= {"layer_window_hash"} if name.endswith("Flash") else {"layer_hca_hash"}
    assert kinds == expected
    start = time.perf_counter()
    module.run("dsv4-to-linalg-pipeline")
    assert not re.search(r"(= |^ *)dsv4\.", str(module), re.MULTILINE)
    assert time.perf_counter() - start < 60  # seconds: hangs only, the time itself is measured in benchmarks


def test_caches_are_updated_in_place(model, fixture):
    """No buffer of the size of a cache is copied: the compiled program has no result and no copy for it."""
    module = dsv4.build_module(model_fixtures.configuration(fixture), batch=1, context=160)
    remarks = module.run("dsv4-to-llvm-pipeline")
    assert "is copied into argument" not in remarks
    results = [spec.name for spec in model.program.functions["main"].results]
    assert len(results) == 1  # the logits; caches are arguments that are written
    # With room for a million tokens the caches have 33 MB per layer and more; a step must not touch them.
    large = dsv4.Model.from_config(model_fixtures.configuration(fixture), context=1 << 20).random_weights(seed=0)
    large.prefill([[1, 2, 3, 4, 5]])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for token in range(8):
        large.decode([[token]])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 8 * 1024  # KiB
    caches = [spec for spec in model.program.functions["main"].arguments if spec.name.startswith("cache.")]
    assert caches
    assert all(spec.writable for spec in caches)


def test_configuration_forms(fixture, tmp_path):
    config = model_fixtures.configuration(fixture)
    path = tmp_path / "config.json"
    path.write_text(json.dumps(config))
    assert str(dsv4.build_module(config, batch=1)).count("func.func") == str(dsv4.build_module(path, batch=1)).count(
        "func.func"
    )
    with pytest.raises(dsv4.Error, match="compress_ratios"):
        dsv4.build_module({name: value for name, value in config.items() if name != "compress_ratios"})
    with pytest.raises(dsv4.Error, match="precision 'exact' is not one of plain, qat, official"):
        dsv4.build_module(config, precision="exact")
    with pytest.raises(dsv4.Error, match="context capacity is 0"):
        dsv4.build_module(config, context=0)

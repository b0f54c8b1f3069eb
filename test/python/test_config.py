# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""config.json files: random damage gives an error or a sound model, and transformers' dialect means the same."""

import copy
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from transformers import DeepseekV4Config

import dsv4

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ROOT / "test" / "Model" / "Inputs"
BASES = [
    (INPUTS / "tiny.json").read_text(),
    (INPUTS / "tiny-transformers.json").read_text(),
    (INPUTS / "tiny-tensorcast.json").read_text(),
    (ROOT / "lib" / "Model" / "Configs" / "DeepSeek-V4-Flash.json").read_text(),
]
# The same examples in every run; each is a process, and slow only on a busy machine.
SETTINGS = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def translate(text: str | bytes) -> subprocess.CompletedProcess:
    tool = shutil.which("dsv4-translate") or str(ROOT / "build" / "bin" / "dsv4-translate")
    data = text.encode() if isinstance(text, str) else text
    return subprocess.run([tool, "--print-hf-config"], input=data, capture_output=True, timeout=60)


def check(text: str | bytes) -> None:
    """Exit status 1 and a located error, or 0 and a configuration that keeps the rules of V4 and reads back."""
    run = translate(text)
    if run.returncode != 0:
        assert run.returncode == 1, run.stderr
        assert re.search(rb"^<stdin>:\d+:\d+: error: .", run.stderr, re.MULTILINE), run.stderr
        assert run.stdout == b""
        return
    assert b"error:" not in run.stderr
    config = json.loads(run.stdout)
    layers = config["num_hidden_layers"]
    assert len(config["compress_ratios"]) == layers + config["num_nextn_predict_layers"]
    assert set(config["compress_ratios"]) <= {0, 4, 128}
    assert config["num_attention_heads"] % config["o_groups"] == 0
    assert 2 <= config["qk_rope_head_dim"] <= config["head_dim"]
    assert config["qk_rope_head_dim"] % 2 == 0
    assert 1 <= config["num_experts_per_tok"] <= config["n_routed_experts"]
    assert config.get("swiglu_limit", 1) > 0
    assert 4 not in config["compress_ratios"] or config["index_topk"] >= 1
    assert len(config.get("mlp_layer_types", [0] * layers)) == layers
    assert 0 <= config.get("num_hash_layers", 0) <= layers
    again = translate(run.stdout)
    assert (again.returncode, again.stdout) == (0, run.stdout)


@pytest.mark.parametrize("ratio", [-4, 1, 2, 3, 5, 8, 32, 64, 127, 129, 256, 4.5])
def test_ratios_outside_the_profile(ratio):
    config = json.loads(BASES[0])
    config["compress_ratios"][3] = ratio
    run = translate(json.dumps(config))
    assert run.returncode == 1
    message = f"'compress_ratios[3]' is {ratio}, expected a ratio of DeepSeek-V4: 0, 4 or 128"
    assert message in run.stderr.decode()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 200)
    | st.sampled_from([2**31, 2**53 + 1, 2**63 - 1, 2**64, -(2**63), 10**40])
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.text(max_size=5)
    | st.sampled_from(["yarn", "default", "fp8", "fp4", "hash_moe", "moe", "sliding_attention", "deepseek_v41"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def containers(value):
    """All objects and lists of a JSON value, the outer ones first."""
    found = [value]
    for container in found:
        entries = container.values() if isinstance(container, dict) else container
        found += [entry for entry in entries if isinstance(entry, dict | list)]
    return [container for container in found if container]


@settings(SETTINGS, max_examples=200)
@given(base=st.sampled_from(BASES), data=st.data())
def test_wrong_values(base, data):
    config = json.loads(base)
    for _ in range(data.draw(st.integers(1, 3))):
        container = data.draw(st.sampled_from(containers(config)))
        keys = sorted(container) if isinstance(container, dict) else range(len(container))
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()):
            container[key] = data.draw(VALUES)
        else:
            del container[key]
    check(json.dumps(config))


@settings(SETTINGS, max_examples=100)
@given(base=st.sampled_from(BASES), data=st.data())
def test_damaged_text(base, data):
    text = bytearray(base.encode())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 20, len(text))))
    text[start:end] = data.draw(st.binary(max_size=4) | st.sampled_from([b'"', b"{", b"}", b"[", b"]", b"\\", b","]))
    if data.draw(st.booleans()):
        del text[data.draw(st.integers(0, len(text))) :]
    check(bytes(text))


@st.composite
def official_configs(draw):
    """Any small model in the dialect of DeepSeek's checkpoints."""
    config = json.loads(BASES[0])
    layers = draw(st.integers(1, 6))
    draft = draw(st.integers(0, 2))
    config["num_hidden_layers"] = layers
    config["num_nextn_predict_layers"] = draft
    config["compress_ratios"] = draw(st.lists(st.sampled_from([0, 4, 128]), min_size=layers, max_size=layers)) + [
        0
    ] * draw(st.sampled_from([0, draft]))
    config["num_hash_layers"] = draw(st.integers(0, 7))
    config["o_groups"] = draw(st.sampled_from([1, 2, 4]))
    config["head_dim"] = draw(st.sampled_from([16, 20, 48, 80, 512]))
    config["qk_rope_head_dim"] = 2 * draw(st.integers(1, 8))
    config["index_head_dim"] = draw(st.sampled_from([16, 32, 128]))
    config["scoring_func"] = draw(st.sampled_from(["sqrtsoftplus", "sigmoid", "softmax"]))
    config["swiglu_limit"] = draw(st.floats(0.01, 1e6))
    config["hc_mult"] = draw(st.integers(1, 8))
    config["rope_theta"] = draw(st.floats(2, 1e6))
    config["compress_rope_theta"] = draw(st.floats(2, 1e6))
    config["rope_scaling"]["factor"] = draw(st.floats(1, 64))
    if draw(st.booleans()):
        config["rope_scaling"] = None
    if draw(st.booleans()):
        del config["quantization_config"]
    if draw(st.booleans()):
        del config["expert_dtype"]
    return config


@settings(SETTINGS, max_examples=50)
@given(config=official_configs())
def test_transformers_writes_the_same_model(config, tmp_path_factory):
    folder = tmp_path_factory.mktemp("config")
    DeepseekV4Config.from_dict(copy.deepcopy(config)).save_pretrained(folder)
    saved = (folder / "config.json").read_text()
    assert "compress_ratios" not in saved
    ours, theirs = translate(json.dumps(config)), translate(saved)
    assert ours.returncode == 0, ours.stderr
    # Without an `expert_dtype`, FP8 checkpoints have FP4 experts in either dialect.
    assert (theirs.returncode, theirs.stdout) == (0, ours.stdout), theirs.stderr


def test_scaling_positions_by_one_is_none():
    """f / 1 * ramp + f * (1 - ramp) is f for every ramp: YaRN of factor 1 is the model without scaling."""
    config = json.loads(BASES[0]) | {"rope_scaling": None}
    by_one = {"type": "yarn", "factor": 1, "beta_fast": 8, "beta_slow": 2, "original_max_position_embeddings": 4096}
    plain = str(dsv4.build_module(config))
    assert "rope_table" in plain
    assert str(dsv4.build_module(config | {"rope_scaling": by_one})) == plain
    # The two spellings agree, so they may stand beside each other.
    both = config | {"rope_scaling": by_one, "rope_parameters": {"rope_type": "default"}}
    assert str(dsv4.build_module(both)) == plain
    assert str(dsv4.build_module(config | {"rope_scaling": by_one | {"factor": 2}})) != plain


def test_unknown_name_lists_the_built_in_ones():
    with pytest.raises(FileNotFoundError, match=r"DeepSeek-V4-Por.* there are: DeepSeek-V4-Flash, DeepSeek-V4-Pro"):
        dsv4.build_module("DeepSeek-V4-Por")


def test_errors_of_the_options_stand_at_the_fields():
    text = json.dumps(json.loads(BASES[0]), indent=1)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if '"hidden_size"' in line)
    with pytest.raises(
        dsv4.Error, match=rf"<config>:{line}:\d+: error: 'hidden_size' is 48, expected a multiple of 128"
    ):
        dsv4.build_module(json.loads(text), precision="official")

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A model of transformers on dsv4's operators: its logits, cache, generation and weights stay what they were."""

import numpy as np
import pytest
import tiny_transformers as tiny
import torch
import transformers
from transformers import Cache, DynamicCache
from transformers.models.deepseek_v4 import modeling_deepseek_v4 as modeling

import dsv4
import dsv4.torch

PROMPT, STEPS = 120, 12  # the steps pass position 127, where the layer of ratio 128 gets its first row


@pytest.fixture(scope="module")
def run():
    """A prompt of two requests, and what transformers says: logits of every token, hidden states, greedy tokens."""
    torch.set_num_threads(2)
    model = tiny.model(seed=10)
    prompt = torch.randint(0, 96, (2, PROMPT), generator=torch.Generator().manual_seed(1))
    with torch.no_grad(), tiny.Margins(model) as margins:
        outputs = model.generate(
            prompt, max_new_tokens=STEPS, do_sample=False, return_dict_in_generate=True, output_logits=True
        )
        ids = outputs.sequences
        full = model(input_ids=ids, use_cache=False, output_hidden_states=True)
    assert margins.smallest > 1e-4
    steps = torch.stack(outputs.logits, 1)
    torch.testing.assert_close(full.logits[:, PROMPT - 1 : -1], steps, **tiny.TOLERANCE)
    best = steps.sort(-1).values
    assert (best[..., -1] - best[..., -2]).min() > 1e-3
    return ids, full


@pytest.fixture(scope="module")
def patched():
    return dsv4.torch.patch(tiny.model(seed=10))


def test_prefill(patched, run):
    ids, want = run
    with torch.no_grad():
        got = patched(input_ids=ids, use_cache=False, output_hidden_states=True)
    torch.testing.assert_close(got.logits, want.logits, **tiny.TOLERANCE)
    assert got.past_key_values is None
    assert len(got.hidden_states) == len(want.hidden_states)
    for mine, theirs in zip(got.hidden_states, want.hidden_states, strict=True):
        torch.testing.assert_close(mine, theirs, **tiny.TOLERANCE)


def test_chunks_and_decode_with_a_cache_of_transformers(patched, run):
    ids, want = run
    cache, logits, start = DynamicCache(config=patched.config), [], 0
    with torch.no_grad():
        for length in [5, 3, 1, 61, 50, *[1] * STEPS]:
            chunk = ids[:, start : start + length]
            outputs = patched(input_ids=chunk, past_key_values=cache, use_cache=True)
            assert outputs.past_key_values is cache
            logits.append(outputs.logits)
            start += length
            assert cache.get_seq_length() == start
    torch.testing.assert_close(torch.cat(logits, 1), want.logits, **tiny.TOLERANCE)
    cache.reset()
    with torch.no_grad():
        again = patched(input_ids=ids[:, :5], past_key_values=cache, use_cache=True).logits
    torch.testing.assert_close(again, logits[0], rtol=0, atol=0)


def test_generate(patched, run):
    ids, _ = run
    generated = patched.generate(ids[:, :PROMPT], max_new_tokens=STEPS, do_sample=False)
    torch.testing.assert_close(generated, ids)


def test_beams_and_a_cache_that_grows(patched, run):
    """Beam search reorders the cache; 254 + 6 tokens are more than it first has room for."""
    prompt = torch.cat([run[0], run[0]], dim=1)[:1, :254]
    options = {"max_new_tokens": 6, "do_sample": False, "num_beams": 3}
    generated = patched.generate(prompt, **options)
    torch.testing.assert_close(generated, tiny.model(seed=10).generate(prompt, **options))


def test_bf16_is_as_near_to_f32_as_that_of_transformers(run):
    """The two round at other places, so they are compared with the same model in f32, by their distance to it."""
    ids, want = run
    model = tiny.model(seed=10, dtype=torch.bfloat16)

    def distance():
        with torch.no_grad():
            logits = model(input_ids=ids, use_cache=False).logits
        assert logits.dtype == torch.bfloat16
        return torch.linalg.vector_norm(logits.float() - want.logits) / torch.linalg.vector_norm(want.logits)

    theirs = distance()
    dsv4.torch.patch(model)
    # One draw of rounding errors against another: both are some percent, and neither is twice the other.
    assert distance() < 2 * theirs < 0.4


def test_unpatch_restores_the_model_and_weights_are_never_touched(run):
    ids, _ = run
    model = tiny.model(seed=10)
    before = {name: (tensor.data_ptr(), tensor.clone()) for name, tensor in model.state_dict().items()}
    with torch.no_grad():
        want = model(input_ids=ids[:, :20], use_cache=False).logits
        assert dsv4.torch.patch(model) is model
        assert dsv4.torch.is_patched(model)
        assert model(input_ids=ids[:, :20], use_cache=False).logits.shape == want.shape
        assert dsv4.torch.unpatch(model) is model
        torch.testing.assert_close(model(input_ids=ids[:, :20], use_cache=False).logits, want, rtol=0, atol=0)
    assert not any("forward" in module.__dict__ for module in model.modules())
    after = model.state_dict()
    assert after.keys() == before.keys()
    for name, (address, value) in before.items():
        assert after[name].data_ptr() == address
        torch.testing.assert_close(after[name], value, rtol=0, atol=0)


def test_weights_that_change_are_used(patched, run):
    """Nothing of a weight is kept in compiled code."""
    ids, want = run
    weight = patched.model.layers[1].self_attn.o_b_proj.weight
    value = weight.detach().clone()
    with torch.no_grad():
        weight.mul_(2)
        other = patched(input_ids=ids[:, :9], use_cache=False).logits
        weight.copy_(value)
        same = patched(input_ids=ids[:, :9], use_cache=False).logits
    assert not torch.allclose(other, want.logits[:, :9], **tiny.TOLERANCE)
    torch.testing.assert_close(same, want.logits[:, :9], **tiny.TOLERANCE)


def test_what_cannot_be_patched(monkeypatch):
    with pytest.raises(ValueError, match="cannot be patched: Linear is not transformers' DeepseekV4ForCausalLM"):
        dsv4.torch.patch(torch.nn.Linear(2, 2))
    model = tiny.model(seed=0)
    with pytest.raises(ValueError, match="the model is not patched"):
        dsv4.torch.unpatch(model)
    with pytest.raises(ValueError, match="training mode"):
        dsv4.torch.patch(model.train())
    model.eval()
    monkeypatch.setattr(transformers, "__version__", "6.0.0")
    with pytest.raises(ValueError, match=r"transformers 6.0.0 is not a version that was compared \(5.23.0\)"):
        dsv4.torch.patch(model)
    monkeypatch.undo()
    projection = model.model.layers[2].self_attn.q_a_proj
    model.model.layers[2].self_attn.q_a_proj = torch.nn.Sequential(projection)
    with pytest.raises(
        ValueError, match=r"model.layers.2.self_attn.q_a_proj is a Sequential, which has no counterpart"
    ):
        dsv4.torch.patch(model)
    assert not any("forward" in module.__dict__ for module in model.modules())
    rates = {tiny.CSA: 8, tiny.HCA: 128}
    with pytest.raises(dsv4.Error, match="is 8, expected"):
        dsv4.torch.patch(tiny.model(seed=0, compress_rates=rates))


def test_what_a_patched_model_does_not_take(patched, run):
    ids, _ = run
    ids = ids[:, :9]
    with pytest.raises(ValueError, match="patched already"):
        dsv4.torch.patch(patched)
    padded = torch.ones_like(ids)
    padded[0, 0] = 0
    cases = [
        ({"input_ids": ids, "attention_mask": padded}, "padded prompts"),
        ({"inputs_embeds": patched.model.embed_tokens(ids)}, "inputs_embeds"),
        ({"input_ids": ids, "output_attentions": True}, "output_attentions"),
        ({"input_ids": ids, "output_router_logits": True}, "output_router_logits"),
        ({"input_ids": ids, "position_ids": torch.arange(9)[None] + 1}, "position_ids"),
        (
            {"input_ids": ids, "past_key_values": Cache(layers=[])},
            "takes a DynamicCache that is not offloaded, got Cache",
        ),
    ]
    for arguments, message in cases:
        with torch.no_grad(), pytest.raises(ValueError, match=message):
            patched(**arguments)
    filled = DynamicCache(config=patched.config)
    with torch.no_grad():
        tiny.model(seed=10)(input_ids=ids, past_key_values=filled, use_cache=True)
        with pytest.raises(ValueError, match="filled by a model that was not patched"):
            patched(input_ids=ids, past_key_values=filled, use_cache=True)
    with pytest.raises(RuntimeError, match=r"dsv4::\w+ has no gradient"):
        patched(input_ids=ids, use_cache=False).logits.sum().backward()


def test_every_module_of_the_version_has_its_counterpart():
    """A class that this version of transformers has and nothing here knows would be refused only where it occurs."""
    classes = {
        value
        for value in vars(modeling).values()
        if isinstance(value, type) and issubclass(value, torch.nn.Module) and value.__module__ == modeling.__name__
    }
    frames = {modeling.DeepseekV4PreTrainedModel, modeling.DeepseekV4ForCausalLM}
    known = {value for value in dsv4.torch.patching.FORWARDS if value.__module__ == modeling.__name__}
    assert known == classes - frames
    assert np.all([transformers.__version__ in dsv4.torch.patching.TRANSFORMERS_VERSIONS])

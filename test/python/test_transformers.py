# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A checkpoint that transformers saves: loaded here it gives transformers' logits and tokens.

Where transformers differs from DeepSeek's own code (it rounds no KV row to FP8 and no index to FP4, divides the gates
by their sum plus 1e-20, scores the indexer in f32) `precision="plain"` is transformers' meaning, so nothing is left out
of the comparison. In bf16 the two round at other places; the comparison is in f32, where rounding does not hide errors.
"""

import numpy as np
import pytest
import tiny_transformers as tiny
import torch
from transformers import DynamicCache

import dsv4
from dsv4.weights import Tensor, read_safetensors

PROMPT, STEPS = 120, 12  # the steps pass position 127, where the layer of ratio 128 gets its first row


@pytest.fixture(scope="module")
def theirs():
    torch.set_num_threads(2)
    return tiny.model(seed=10)


@pytest.fixture(scope="module")
def checkpoint(theirs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("checkpoint")
    theirs.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def ours(checkpoint):
    """The weights are f32 in the file and exact in bf16, which is what the program takes."""
    model = dsv4.Model.from_config(checkpoint, context=256, all_logits=True)
    return model.load_safetensors(checkpoint / "model.safetensors")


@pytest.fixture(scope="module")
def run(theirs):
    """The prompt, transformers' greedy tokens, and its logits behind the prompt and behind each of the tokens."""
    prompt = torch.randint(0, theirs.config.vocab_size, (1, PROMPT), generator=torch.Generator().manual_seed(1))
    cache, logits, tokens, ids = DynamicCache(config=theirs.config), [], [], prompt
    with torch.no_grad(), tiny.Margins(theirs) as margins:
        for _ in range(STEPS):
            logits.append(theirs(input_ids=ids, past_key_values=cache, use_cache=True).logits[0].numpy())
            ids = torch.tensor([[int(np.argmax(logits[-1][-1]))]])
            tokens.append(int(ids))
        logits.append(theirs(input_ids=ids, past_key_values=cache, use_cache=True).logits[0].numpy())
    # Otherwise the seed is a bad one: a choice within the error of f32 may fall either way.
    assert margins.smallest > 1e-4
    last = np.sort([step[-1] for step in logits], axis=-1)
    assert np.min(last[:, -1] - last[:, -2]) > 1e-3
    return prompt.numpy(), np.array(tokens), logits


def test_the_layers_are_of_all_kinds(theirs):
    kinds = set(zip(theirs.config.layer_types, theirs.config.mlp_layer_types, strict=True))
    assert kinds == {
        (tiny.WINDOW, "hash_moe"),
        (tiny.CSA, "hash_moe"),
        (tiny.HCA, "moe"),
        (tiny.CSA, "moe"),
    }


def test_prefill_and_decode_logits(ours, run):
    prompt, tokens, logits = run
    np.testing.assert_allclose(ours.prefill(prompt)[0], logits[0][-1], **tiny.TOLERANCE)
    for token, want in zip(tokens, logits[1:], strict=True):
        np.testing.assert_allclose(ours.decode([[token]])[0], want[-1], **tiny.TOLERANCE)


def test_greedy_tokens(ours, theirs, run):
    prompt, tokens, _ = run
    generated = theirs.generate(torch.from_numpy(prompt), max_new_tokens=STEPS, do_sample=False)
    np.testing.assert_array_equal(generated[0, PROMPT:], tokens)
    np.testing.assert_array_equal(ours.generate(prompt, STEPS)[0], tokens)


def test_logits_of_every_token_and_chunks(ours, run):
    """The prompt in chunks that end inside of windows, from nothing."""
    prompt, _, logits = run
    ours.reset()
    got = np.concatenate([ours.step(chunk)[0] for chunk in np.split(prompt, [5, 8, 9, 70], axis=1)])
    np.testing.assert_allclose(got, logits[0], **tiny.TOLERANCE)


def test_a_checkpoint_in_bf16(theirs, ours, tmp_path):
    """Matrices in bf16, norms and Hyper-Connections in f32, as transformers keeps and saves them: the same numbers."""
    theirs.save_pretrained(tmp_path / "f32")
    narrow = type(theirs).from_pretrained(tmp_path / "f32", dtype=torch.bfloat16)
    narrow.save_pretrained(tmp_path / "bf16")
    tensors = read_safetensors(tmp_path / "bf16" / "model.safetensors")
    assert {tensor.element_type for tensor in tensors.values()} == {"bf16", "f32", "i64"}
    model = dsv4.Model(ours.program, 1, 256, theirs.config.n_routed_experts).set_weights(tensors)
    assert model.weights.keys() == ours.weights.keys()
    for name, weight in model.weights.items():
        np.testing.assert_array_equal(weight, ours.weights[name], err_msg=name)


def test_names_of_modules(theirs, ours):
    """state_dict() has other names than save_pretrained writes; both are known."""
    tensors = {
        name: Tensor(value.numpy(), "i64" if value.dtype == torch.long else "f32")
        for name, value in theirs.state_dict().items()
    }
    model = dsv4.Model(ours.program, 1, 256, theirs.config.n_routed_experts).set_weights(tensors)
    for name, weight in model.weights.items():
        np.testing.assert_array_equal(weight, ours.weights[name], err_msg=name)


def test_a_config_object_is_what_it_saves(theirs, checkpoint):
    def text(config):
        """Without the name of the module, which is where the configuration came from."""
        return str(dsv4.build_module(config, batch=1)).partition(" {\n")[2]

    assert text(theirs.config) == text(checkpoint)
    assert text(theirs.config) == text(theirs.config.to_dict())
    unknown = type(theirs.config).from_dict(theirs.config.to_dict() | {"scoring_func": "tanh"})
    with pytest.raises(dsv4.Error, match="'scoring_func' is \"tanh\""):
        dsv4.build_module(unknown)

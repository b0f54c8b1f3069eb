# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A model of transformers as dsv4 IR: exported, imported, run with its own weights, and priced."""

import json
import re
import sys

import numpy as np
import pytest
import tiny_transformers as tiny
import torch

import dsv4
import dsv4.torch
from dsv4.model import Session

PROMPT, STEPS = 120, 12  # the steps pass position 127, where the layer of ratio 128 gets its first row
CONTEXT = 256


@pytest.fixture(scope="module")
def model():
    """Ratio 0, 4 and 128; hash and score routing."""
    torch.set_num_threads(2)
    types, routing = [tiny.WINDOW, tiny.CSA, tiny.HCA], ["hash_moe", "moe", "moe"]
    return tiny.model(seed=10, num_hidden_layers=3, layer_types=types, mlp_layer_types=routing)


@pytest.fixture(scope="module")
def run(model):
    """Token ids [2, PROMPT + STEPS] and transformers' logits of all of them."""
    ids = torch.randint(0, 96, (2, PROMPT + STEPS), generator=torch.Generator().manual_seed(2))
    with torch.no_grad(), tiny.Margins(model) as margins:
        logits = model(input_ids=ids, use_cache=False).logits
    assert margins.smallest > 1e-4
    return ids.numpy(), logits.numpy()


@pytest.fixture(scope="module")
def module(model):
    """Any number of requests and tokens."""
    return dsv4.torch.export(model, context=CONTEXT, dynamic=("batch", "tokens"))


@pytest.fixture(scope="module")
def main(module):
    return dsv4.compile(module).functions["main"]


def session(main, model, batch):
    return Session(main, batch, dsv4.torch.weights(model))


def call(session, ids, start, lengths=None):
    batch, tokens = ids.shape
    lengths = np.full(batch, tokens) if lengths is None else lengths
    start = np.broadcast_to(start, (batch,)).astype(np.int32)
    return session(input_ids=ids, start_pos=start, query_lens=lengths.astype(np.int32))


def price(module, device, tmp_path):
    """Time in microseconds and FLOPs of the matrix engine of a step of one request at position 31."""
    report = tmp_path / f"{device}.json"
    module.clone().run(
        f"dsv4-attach-device{{device={device}}},"
        f"dsv4-estimate-cost{{format=json output={report} function=main bind=arg1=31,arg2=1}}"
    )
    total = json.loads(report.read_text())["total"]
    return total["time_us"], total["flops"]["matrix"]


def test_the_program(model, module, main):
    text = str(module)
    assert "!torch" not in text
    assert not re.search(r'^\s*(%\S* = )?"?torch', text, re.MULTILINE)
    assert len(text) < 200_000  # no weights: the embedding alone would be longer
    assert not dsv4.torch.is_patched(model)
    names = [spec.name for spec in main.arguments]
    assert names[:3] == ["input_ids", "start_pos", "query_lens"]
    weights = [name for name in names[3:] if not name.startswith("cache.")]
    assert weights == list(model.state_dict())
    assert {spec.name for spec in main.arguments if spec.writable} == {n for n in names if n.startswith("cache.")}
    assert "cache.1.indexer.keys" in names
    assert [spec.shape for spec in main.results] == [(-1, -1, 96)]
    used = set(re.findall(r"= dsv4\.(\w+)", text))
    assert used == dsv4.torch.OPERATORS.keys() - {
        # Rounding to 8 and 4 bits, the draft block, and parts of the indexer: transformers has none of them.
        "act_quant",
        "hadamard",
        "indexer_scores",
        "indexer_top_k",
        "mtp_fuse",
    }


def test_no_second_mlir_in_this_process(module):
    assert not any(name.startswith("torch_mlir") for name in sys.modules)


def test_prefill_and_decode(model, main, run):
    ids, want = run
    step = session(main, model, 2)
    np.testing.assert_allclose(call(step, ids[:, :PROMPT], 0), want[:, :PROMPT], **tiny.TOLERANCE)
    for position in range(PROMPT, PROMPT + STEPS):
        got = call(step, ids[:, position : position + 1], position)
        np.testing.assert_allclose(got, want[:, position : position + 1], **tiny.TOLERANCE)


def test_chunked_prefill(model, main, run):
    ids, want = run
    step, start = session(main, model, 2), 0
    for length in (5, 3, 1, 61, 50, 12):
        got = call(step, ids[:, start : start + length], start)
        np.testing.assert_allclose(got, want[:, start : start + length], **tiny.TOLERANCE)
        start += length


def test_requests_of_different_lengths(model, main, run):
    """Ragged: what transformers cannot run in one batch, and each request alone can."""
    ids, want = run
    step = session(main, model, 2)
    lengths = np.array([17, 6])
    for _ in range(2):
        step.reset()
        got = call(step, ids[:, :17], 0, lengths)
        np.testing.assert_allclose(got[0], want[0, :17], **tiny.TOLERANCE)
        np.testing.assert_allclose(got[1, :6], want[1, :6], **tiny.TOLERANCE)
        got = call(step, np.stack([ids[0, 17:18], ids[1, 6:7]]), lengths)
        np.testing.assert_allclose(got[:, 0], [want[0, 17], want[1, 6]], **tiny.TOLERANCE)


def test_a_step_of_one_token(run):
    """Sizes that are known make another program: the rotation of its own rows, and not that of all positions."""
    model = tiny.model(seed=3, num_hidden_layers=1, layer_types=[tiny.CSA], mlp_layer_types=["moe"])
    ids = run[0][:1, :9]
    with torch.no_grad():
        want = model(input_ids=torch.from_numpy(ids), use_cache=False).logits[0].numpy()
    module = dsv4.torch.export(model, batch=1, tokens=1, context=32)
    assert "?x" not in "".join(line for line in str(module).splitlines() if "func.func" in line)
    step = session(dsv4.compile(module).functions["main"], model, 1)
    for position in range(9):
        got = call(step, ids[:, position : position + 1], position)
        np.testing.assert_allclose(got[0, 0], want[position], **tiny.TOLERANCE)


def test_price_on_two_devices(model, tmp_path):
    """The same work as that of the program which the configuration gives, whatever road it came."""
    exported = dsv4.torch.export(model, batch=1, tokens=1, context=32)
    built = dsv4.build_module(model.config, batch=1, tokens=1, context=32, weight_type="f32", all_logits=True)
    times = []
    for device in ("h100-sxm", "ascend-910c"):
        time, work = price(exported, device, tmp_path)
        expected_time, expected_work = price(built, device, tmp_path)
        assert work == expected_work > 0
        # In a model this small a step is launches, and the traced program has a few small kernels more (positions,
        # the scale of the indexer's weights): 6 % on an H100.
        assert time == pytest.approx(expected_time, rel=0.1)
        times.append(time)
    assert times[0] != times[1]


def test_errors(model):
    with pytest.raises(ValueError, match="dynamic has 'token', expected some of batch, tokens"):
        dsv4.torch.export(model, dynamic=["token"])
    with pytest.raises(ValueError, match="batch is 0, expected 1 or more"):
        dsv4.torch.export(model, batch=0)
    with pytest.raises(ValueError, match="tokens is 9, but the context holds 8"):
        dsv4.torch.export(model, tokens=9, context=8)
    with pytest.raises(ValueError, match="Linear is not transformers' DeepseekV4ForCausalLM"):
        dsv4.torch.export(torch.nn.Linear(2, 2))

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The command `dsv4`."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from safetensors.numpy import save_file

import dsv4
from dsv4.cli import main
from dsv4.testing import model_fixtures
from dsv4.testing.fixture import Fixture, widen

GOLDEN = Path(__file__).parents[1] / "Integration" / "golden"


@pytest.fixture(scope="module")
def fixture():
    return Fixture.load(GOLDEN / "model" / "plain_chunks.json")


@pytest.fixture(scope="module")
def files(fixture, tmp_path_factory):
    """config.json and weights of the fixture, every weight in a type that safetensors files of numpy have."""
    folder = tmp_path_factory.mktemp("model")
    (folder / "config.json").write_text(json.dumps(model_fixtures.configuration(fixture)))
    tensors = {}
    for name, array in fixture.arrays.items():
        if name.startswith("w:"):
            # Official names end in .weight where the fixture's do not matter; both are found.
            tensors[name[2:]] = np.ascontiguousarray(widen(array, fixture.dtype(name)))
    save_file(tensors, folder / "model.safetensors")
    return folder


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_generates_what_the_logits_of_the_fixture_say(fixture, files):
    ids = fixture.arrays["r0:input_ids"]
    done = run("generate", files, "--weights", files / "model.safetensors", "--tokens",
               ",".join(map(str, ids[:9])), "--max-new-tokens", 1)  # fmt: skip
    assert done.exit_code == 0, done.output
    assert done.output == f"{np.argmax(fixture.arrays['r0:logits'][8])}\n"


def test_random_weights_are_those_of_the_seed(files):
    first = run("generate", files / "config.json", "--random-weights", 7, "--tokens", "1,2,3", "--max-new-tokens", 3)
    assert first.exit_code == 0, first.output
    assert len(first.output.split(",")) == 3


def test_launches_of_a_stack_give_the_same_tokens(files, tmp_path):
    start = ["generate", files / "config.json", "--random-weights", 7, "--tokens", "1,2,3,4,5", "--max-new-tokens", 3]
    alone = run(*start)
    assert alone.exit_code == 0, alone.output
    # A file of one's own, wherever it is. The built-in ones are in test_fusion.py.
    mine = tmp_path / "my stacks" / "mine.yaml"
    mine.parent.mkdir()
    mine.write_text("schema_version: 1\nname: mine\ntitle: Mine\nfusions:\n  hc_pre: {source: a plan}\n")
    assert run(*start, "--fuse", mine).output == alone.output
    wrong = run(*start, "--fuse", "llama")
    assert wrong.exit_code == 1
    assert "unknown stack 'llama'; built in: atom, cann, " in wrong.output
    mine.write_text("schema_version: 1\nname: mine\ntitle: Mine\nfusions:\n  hc: {source: a plan}\n")
    assert "mine.yaml:5:3: error: unknown fusion pattern 'hc'" in run(*start, "--fuse", mine).output


def test_usage_errors(files, tmp_path):
    assert "give either --weights or --random-weights" in run("generate", files, "--tokens", "1").output
    wrong = run("generate", files, "--random-weights", 0, "--tokens", "1,x")
    assert wrong.exit_code == 2
    assert "'1,x' is no list of token ids like 1,2,3" in wrong.output
    missing = run("generate", tmp_path / "none.json", "--random-weights", 0, "--tokens", "1")
    assert missing.exit_code == 1
    assert "none.json" in missing.output
    broken = tmp_path / "config.json"
    broken.write_text(json.dumps(json.loads((files / "config.json").read_text()) | {"swiglu_limit": -1}))
    refused = run("generate", broken, "--random-weights", 0, "--tokens", "1")
    assert refused.exit_code == 1
    assert "swiglu_limit" in refused.output


def test_version():
    assert run("--version").output == f"dsv4, version {dsv4.__version__}\n"

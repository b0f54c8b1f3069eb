# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""transformers' DeepseekV4, imported from what torch-mlir prints and executed, against transformers."""

import gzip
import re

import ml_dtypes
import numpy as np
import pytest
import torch
from hf_programs import FOLDER, PROGRAMS, TOKENS, VOCABULARY, ids, weights_of
from torch.utils import _pytree as pytree

import dsv4


def to_numpy(tensor: torch.Tensor) -> np.ndarray:
    tensor = tensor.detach().contiguous()
    return (
        tensor.view(torch.int16).numpy().view(ml_dtypes.bfloat16) if tensor.dtype == torch.bfloat16 else tensor.numpy()
    )


def stable_topk(x, k, dim=-1, largest=True, sorted=True):
    """Which of equal elements torch.topk takes is not defined, and scores after a ReLU are often equal: 0."""
    order = torch.sort(x, dim=dim, descending=largest, stable=True)
    return torch.return_types.topk((order.values.narrow(dim, 0, k), order.indices.narrow(dim, 0, k)))


def import_text(name: str) -> tuple[dsv4.Program, list[str]]:
    text = gzip.decompress((FOLDER / f"{name}.mlir.gz").read_bytes()).decode()
    module = dsv4.Module(text)
    module.run("convert-torch-to-dsv4")
    return dsv4.compile(module), re.findall(r"^// %arg\d+: (.*)$", text, re.MULTILINE)


def compare(program, names, module, arguments, monkeypatch):
    monkeypatch.setattr(torch, "topk", stable_topk)
    monkeypatch.setattr(torch.Tensor, "topk", stable_topk)
    inputs = weights_of(module) | {f"input{i}": x for i, x in enumerate(pytree.tree_leaves(arguments))}
    got = program(*(to_numpy(inputs[name]) for name in names))
    with torch.no_grad():
        wanted = pytree.tree_leaves(module(*arguments))
    got = got if isinstance(got, tuple) else (got,)
    for mine, theirs in zip(got, wanted, strict=True):
        if theirs.dtype == torch.int64:
            np.testing.assert_array_equal(mine, theirs.numpy())
            continue
        # Activations are near 1. f32: sums of some 50 products per layer in another order; bf16: one unit of 1.
        tolerance = 2**-7 if theirs.dtype == torch.bfloat16 else 2e-5
        theirs = theirs.float().numpy()
        np.testing.assert_allclose(mine.astype(np.float32), theirs, rtol=tolerance, atol=tolerance)
        assert np.abs(theirs).max() > 0.1


@pytest.mark.parametrize("name", [name for name, program in PROGRAMS.items() if program.dynamic is None])
def test_program(name, monkeypatch):
    program = PROGRAMS[name]
    compare(*import_text(name), program.make(), program.arguments, monkeypatch)


def test_dynamic_sizes(monkeypatch):
    """One compilation, several batches and lengths: shorter and longer than the one of the export."""
    program = PROGRAMS["model_sliding_dynamic"]
    compiled, names = import_text("model_sliding_dynamic")
    module = program.make()
    for shape in ((2, TOKENS), (3, 7), (1, 20)):
        compare(compiled, names, module, (ids(VOCABULARY, *shape),), monkeypatch)

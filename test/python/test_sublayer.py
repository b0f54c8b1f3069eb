# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The sub-layer programs that torch-mlir printed: imported, compiled, run and compared, every form of them."""

from pathlib import Path

import ml_dtypes
import numpy as np
import pytest

import dsv4
from dsv4.testing.fixture import Fixture, compare

ROOT = Path(__file__).parents[1] / "Integration" / "sublayer"
FORMS = [
    "hc_moe_topk.raw",
    "hc_moe_topk.torch",
    "hc_moe_topk.partial",
    "hc_moe_topk_dyn.raw",
    "hc_moe_hash.raw",
    "hc_moe_hash.torch",
    "hc_moe_hash.partial",
]


def load(program: str) -> tuple[dsv4.Module, Fixture]:
    """The imported program and the fixture with its arguments."""
    case = "hash_f32" if "hash" in program else "topk_f32"
    module = dsv4.Module.read(ROOT / "programs" / f"{program}.mlir")
    module.run("convert-torch-to-dsv4")
    return module, Fixture.load(ROOT / "golden" / "hc_moe_sublayer" / f"{case}.json")


@pytest.mark.parametrize("program", FORMS)
def test_f32(program):
    module, fixture = load(program)
    y = dsv4.compile(module)(*(fixture.arrays[name] for name in fixture.meta["arguments"]))
    outcome = compare(fixture, "y", y)
    assert outcome.passed, f"{outcome.ratio:.2f} of the tolerance"


def test_other_sizes():
    """The dynamic program on the batch and on every request alone: tokens do not see each other."""
    module, fixture = load("hc_moe_topk_dyn.raw")
    program = dsv4.compile(module)
    *weights, x = (fixture.arrays[name] for name in fixture.meta["arguments"])
    both = program(*weights, x)
    for request in range(x.shape[0]):
        tokens = slice(0, 3 + request)
        one = program(*weights, np.ascontiguousarray(x[request : request + 1, tokens]))
        np.testing.assert_array_equal(one[0], both[request, tokens])


def test_bf16():
    """Weights and x rounded to bf16.

    Between the matrix products every value is rounded to 8 bits, a relative error of 2^-9 = 2e-3 each; PyTorch's own
    evaluation of the same file is 2.8e-3 (L2) off the float64 reference. A wrong accumulation or a missing operation is
    off by 1e-1 and more.
    """
    module, fixture = load("hc_moe_topk_bf16.raw")
    program = dsv4.compile(module)
    arguments = [
        fixture.arrays[name].astype(ml_dtypes.bfloat16) if spec.element_type == "bf16" else fixture.arrays[name]
        for name, spec in zip(fixture.meta["arguments"], program.functions["main"].arguments, strict=True)
    ]
    y = program(*arguments).astype(np.float64)
    want = fixture.arrays["y"]
    assert np.linalg.norm(y - want) / np.linalg.norm(want) < 4e-3


def test_miscompiled_view_is_rejected():
    """torch-mlir itself lowered this file wrongly (a view of two dynamic dimensions): it must not run and be wrong."""
    with pytest.raises(dsv4.Error, match=r"dimension 1 is cast to size 1, .* torch-mlir lowered a view wrongly"):
        load("hc_moe_topk_dyn.partial")

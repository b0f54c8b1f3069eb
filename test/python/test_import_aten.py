# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the aten and prims handlers of convert-torch-to-dsv4 compute, against PyTorch (see aten_cases.py)."""

import ml_dtypes
import numpy as np
import pytest
import torch
from aten_cases import CASES, FOLDER, Case

import dsv4

# Bits of the floats that numpy has no dtype for, and the integers that hold them.
BITS = {torch.bfloat16: (torch.int16, ml_dtypes.bfloat16)}
PROGRAMS = [(case, form) for case in CASES for form in case.forms]


def to_numpy(tensor: torch.Tensor) -> np.ndarray:
    if tensor.dtype in BITS:
        bits, dtype = BITS[tensor.dtype]
        return tensor.contiguous().view(bits).numpy().view(dtype)
    return tensor.numpy()


def to_torch(array: np.ndarray) -> torch.Tensor:
    if array.dtype == ml_dtypes.bfloat16:
        return torch.from_numpy(np.asarray(array).view(np.int16)).view(torch.bfloat16)
    return torch.from_numpy(np.asarray(array))


def import_program(text: str) -> dsv4.Program:
    module = dsv4.Module(text)
    module.run("convert-torch-to-dsv4")
    return dsv4.compile(module)


def assert_equal(case: Case, got: torch.Tensor, wanted: torch.Tensor):
    assert got.dtype == wanted.dtype
    assert got.shape == wanted.shape
    if not wanted.dtype.is_floating_point:
        assert torch.equal(got, wanted), f"{got} is not {wanted}"
        return
    # The sign of a zero counts; that of a NaN does not, nor does which NaN it is.
    if case.tolerance == 0 and case.spread == 0:
        wide_got, wide = got.double(), wanted.double()
        same = (wide_got == wide) & (torch.signbit(wide_got) == torch.signbit(wide)) | (wide.isnan() & wide_got.isnan())
        assert same.all(), f"{got[~same]} is not {wanted[~same]} at {(~same).nonzero()[:8].tolist()}"
        return
    unit = torch.finfo(wanted.dtype).eps
    finite = wanted[wanted.isfinite()].abs().double()
    largest = float(finite.max()) if finite.numel() else 0.0
    # Half a unit below the smallest normal number is as far as libraries flush.
    least = case.tolerance * torch.finfo(wanted.dtype).tiny
    torch.testing.assert_close(
        got.double(),
        wanted.double(),
        rtol=case.tolerance * unit,
        atol=max(case.spread * unit * largest, least),
        equal_nan=True,
    )


@pytest.mark.parametrize(("case", "form"), PROGRAMS, ids=[f"{case.name}-{form}" for case, form in PROGRAMS])
def test_program(case: Case, form: str):
    program = import_program((FOLDER / f"{case.name}.{form}.mlir").read_text())
    got = program(*(to_numpy(argument) for argument in case.arguments))
    got = [to_torch(array) for array in (got if isinstance(got, tuple) else (got,))]
    with torch.no_grad():
        wanted = case.function(*case.arguments)
    wanted = [wanted] if isinstance(wanted, torch.Tensor) else list(wanted)
    assert len(got) == len(wanted)
    if case.check:
        case.check(case.arguments, got, wanted)
        return
    for mine, theirs in zip(got, wanted, strict=True):
        assert_equal(case, mine, theirs)

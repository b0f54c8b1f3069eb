# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the aten and prims handlers of convert-torch-to-dsv4 compute, against PyTorch (see aten_cases.py)."""

import re
from collections import Counter
from pathlib import Path

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


GATHER = """
func.func @main(%x: !torch.vtensor<[?,3],f32>, %i: !torch.vtensor<[?,2],si64>) -> !torch.vtensor<[?,2],f32> {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  %0 = torch.aten.gather %x, %int1, %i, %false
      : !torch.vtensor<[?,3],f32>, !torch.int, !torch.vtensor<[?,2],si64>, !torch.bool -> !torch.vtensor<[?,2],f32>
  return %0 : !torch.vtensor<[?,2],f32>
}"""
INDEX = """
func.func @main(%x: !torch.vtensor<[?,3],f32>, %i: !torch.vtensor<[?,2],si64>) -> !torch.vtensor<[?,2,3],f32> {
  %0 = torch.prim.ListConstruct %i : (!torch.vtensor<[?,2],si64>) -> !torch.list<vtensor>
  %1 = torch.aten.index.Tensor_hacked_twin %x, %0
      : !torch.vtensor<[?,3],f32>, !torch.list<vtensor> -> !torch.vtensor<[?,2,3],f32>
  return %1 : !torch.vtensor<[?,2,3],f32>
}"""
SCATTER = """
func.func @main(%x: !torch.vtensor<[?,3],f32>, %i: !torch.vtensor<[?,2],si64>) -> !torch.vtensor<[?,3],f32> {
  %int1 = torch.constant.int 1
  %value = torch.constant.float 1.0
  %0 = torch.aten.scatter.value %x, %int1, %i, %value
      : !torch.vtensor<[?,3],f32>, !torch.int, !torch.vtensor<[?,2],si64>, !torch.float -> !torch.vtensor<[?,3],f32>
  return %0 : !torch.vtensor<[?,3],f32>
}"""
EMBEDDING = """
func.func @main(%x: !torch.vtensor<[?,3],f32>, %i: !torch.vtensor<[?,2],si64>) -> !torch.vtensor<[?,2,3],f32> {
  %int-1 = torch.constant.int -1
  %false = torch.constant.bool false
  %0 = torch.aten.embedding %x, %i, %int-1, %false, %false
      : !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],si64>, !torch.int, !torch.bool, !torch.bool
     -> !torch.vtensor<[?,2,3],f32>
  return %0 : !torch.vtensor<[?,2,3],f32>
}"""
OUTSIDE = "has an element outside of the dimension that it indexes"


@pytest.mark.parametrize(
    ("text", "rows", "wrong", "message"),
    [
        (GATHER, 4, (3, -1, 2**62, -(2**63)), f"aten.gather: index {OUTSIDE}"),
        (SCATTER, 4, (3, -1, 2**62, -(2**63)), f"aten.scatter.value: index {OUTSIDE}"),
        (EMBEDDING, 5, (5, -1, 2**62, -(2**63)), f"aten.embedding: indices {OUTSIDE}"),
        (INDEX, 5, (5, -6, 2**62, -(2**63)), f"aten.index.Tensor_hacked_twin: an index {OUTSIDE}"),
        # Nothing can be read from nothing.
        (EMBEDDING, 0, (0,), f"aten.embedding: indices {OUTSIDE}"),
    ],
    ids=["gather", "scatter", "embedding", "index", "empty"],
)
def test_index_outside(text, rows, wrong, message):
    """A wrong index, first or last, is an error when the program runs and never a read of other memory."""
    program = import_program(text)
    x = np.zeros((rows, 3), np.float32)
    for value in wrong:
        for place in ((0, 0), (-1, -1)):
            indices = np.zeros((4, 2), np.int64)
            indices[place] = value
            with pytest.raises(dsv4.Error, match=message):
                program(x, indices)


def test_sizes_that_differ():
    """Two dynamic sizes that torch.export has found equal are compared when the program runs."""
    t = "!torch.vtensor<[?],f32>"
    program = import_program(
        f"func.func @main(%x: {t}, %y: {t}) -> {t} {{\n"
        f"  %z = torch.aten.mul.Tensor %x, %y : {t}, {t} -> {t}\n"
        f"  return %z : {t}\n}}"
    )
    ones = np.ones(3, np.float32)
    np.testing.assert_array_equal(program(ones, ones), ones)
    with pytest.raises(dsv4.Error, match=r"aten.mul.Tensor: dimension 0 of the result differs between operands"):
        program(ones, np.ones(2, np.float32))


def test_integer_division_by_zero():
    t = "!torch.vtensor<[?],si64>"
    program = import_program(f"""
func.func @main(%x: {t}, %y: {t}) -> {t} {{
  %floor = torch.constant.str "floor"
  %z = torch.aten.div.Tensor_mode %x, %y, %floor : {t}, {t}, !torch.str -> {t}
  return %z : {t}
}}""")
    smallest = np.array([-(2**63), 7], np.int64)
    np.testing.assert_array_equal(program(smallest, np.array([-1, -2])), np.array([-(2**63), -4]))
    with pytest.raises(dsv4.Error, match=r"aten.div.Tensor_mode: divides integers by 0"):
        program(smallest, np.array([1, 0]))


SOURCES = Path(__file__).parents[2]
HANDLERS = sorted(
    set(
        re.findall(
            r'table\["(torch\.(?:aten|prims?|runtime|transformers)\.[^"]+)"\]',
            "".join(path.read_text() for path in (SOURCES / "lib" / "Import").glob("*.cpp")),
        )
    )
    | {f"torch.aten.{name}.{kind}" for name in ("eq", "ge", "gt", "le", "lt", "ne") for kind in ("Scalar", "Tensor")}
)


def test_no_operator_has_two_handlers():
    """A second entry of the table would replace the first one silently."""
    sources = "".join(path.read_text() for path in (SOURCES / "lib" / "Import").glob("*.cpp"))
    names = re.findall(r'table\["([^"]+)"\] =', sources)
    assert len(names) > 200
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_handler_has_a_test_and_a_line():
    """Each operator occurs in a lit test and, without the namespace and with its overload, in docs/import.md."""
    lit = "".join(path.read_text() for path in (SOURCES / "test" / "Import").glob("*.mlir"))
    called = set(re.findall(r"\b(torch\.[\w.]+\w)", lit))
    page = set(re.findall(r"`((?:torch\.)?[\w.]+)`", (SOURCES / "docs" / "import.md").read_text()))
    assert not [name for name in HANDLERS if name not in called]
    assert not [name for name in HANDLERS if name.removeprefix("torch.") not in page]

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiled code of single ops for tensors on the CPU."""

from __future__ import annotations

import threading
from typing import Any

import torch

from .. import _dsv4
from .dtypes import as_numpy, as_tensor, element_type
from .symbols import is_call_size

_executables: dict[tuple, _dsv4.Executable] = {}
_dimensions: dict[tuple, tuple] = {}
_lock = threading.Lock()


def _sizes(operands: list[torch.Tensor], open_dimensions: tuple) -> tuple:
    return tuple(
        tuple(-1 if is_open else size for is_open, size in zip(dimensions, x.shape, strict=True))
        for dimensions, x in zip(open_dimensions, operands, strict=True)
    )


def _open_dimensions(
    name: str, elements: tuple, operands: list[torch.Tensor], counts: tuple, attributes: dict[str, Any]
) -> tuple:
    """For each dimension of each operand, whether code takes any size there. Checks the operands."""
    types = [(element, list(x.shape)) for element, x in zip(elements, operands, strict=True)]
    dimensions = _dsv4.Operator(name, types, counts, attributes).dimensions
    open_dimensions = tuple(tuple(is_call_size(name, dim) for dim in operand) for operand in dimensions)
    try:
        _dsv4.Operator(name, list(zip(elements, _sizes(operands, open_dimensions), strict=True)), counts, attributes)
    except _dsv4.Error:
        # Some attributes need sizes that are known: `rows = ring` of window_indices takes one token.
        return tuple((False,) * len(operand) for operand in dimensions)
    return open_dimensions


def _executable(name: str, operands: list[torch.Tensor], counts: tuple, attributes: dict[str, Any]) -> _dsv4.Executable:
    elements = tuple(element_type(x) for x in operands)
    given = tuple(attributes.items())
    # Which dimension is which depends on the ranks alone.
    kind = (name, elements, counts, tuple(x.dim() for x in operands), given)
    with _lock:
        if kind not in _dimensions:
            _dimensions[kind] = _open_dimensions(name, elements, operands, counts, attributes)
        sizes = _sizes(operands, _dimensions[kind])
        key = (name, elements, counts, sizes, given)
        if key not in _executables:
            operator = _dsv4.Operator(name, list(zip(elements, sizes, strict=True)), counts, attributes)
            _executables[key] = _dsv4.Executable(operator.module())
        return _executables[key]


def run(
    name: str, operands: list[torch.Tensor], counts: tuple[int, ...], attributes: dict[str, Any]
) -> list[torch.Tensor]:
    """Runs the op on the tensors' memory, which is not copied. The results own theirs.

    Code is compiled once per element types, attributes and sizes of the model; the sizes of a call are open.
    Raises `dsv4.Error` where the op's type rule or a check at run time does.
    """
    executable = _executable(name, operands, counts, attributes)
    arrays = [(as_numpy(x), element_type(x)) for x in operands]
    return [as_tensor(bits, element) for bits, element in executable.invoke("main", arrays)]


def compiled() -> int:
    """How many programs were compiled so far."""
    return len(_executables)

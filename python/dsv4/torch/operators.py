# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`torch.ops.dsv4.*`: every op of the dialect as a functional operator of PyTorch.

Nothing here knows a single op. Names, operands, attributes and defaults come from the definitions of the dialect;
shapes and dtypes of results, and the checks of the operands, from its type rules; the numbers from its lowering.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

import torch

from .. import _dsv4
from .dtypes import FORMATS, RESULT_DTYPES, element_type
from .kernels import run
from .symbols import StandIns, is_call_size

#: Name of a dimension that follows from another one and an attribute.
_ROWS = re.compile(r"ceil\((\w+) / (\w+)\)")

_TYPES = {
    "tensor": "Tensor",
    "tensor?": "Tensor?",
    "tensor[]": "Tensor[]",
    "int": "int",
    "float": "float",
    "bool": "bool",
    "type": "ScalarType",
    "enumeration": "str",
}


@dataclass(frozen=True)
class Parameter:
    """An operand (`tensor`, `tensor?`, `tensor[]`) or an attribute."""

    name: str
    kind: str
    optional: bool
    default: Any

    @property
    def is_operand(self) -> bool:
        return self.kind.startswith("tensor")

    def declaration(self) -> str:
        """The parameter in a schema of PyTorch."""
        text = f"{_TYPES[self.kind]}{'?' if self.optional else ''} {self.name}"
        if self.kind == "tensor?" or self.optional:
            return text + "=None"
        if self.default is None:
            return text
        return text + (f'="{self.default}"' if isinstance(self.default, str) else f"={self.default}")


@dataclass(frozen=True)
class Operator:
    """An op of the dialect as an operator."""

    name: str
    parameters: tuple[Parameter, ...]
    results: tuple[str, ...]

    def schema(self) -> str:
        """Operands in their order, attributes by keyword."""
        operands = [p.declaration() for p in self.parameters if p.is_operand]
        attributes = [p.declaration() for p in self.parameters if not p.is_operand]
        if attributes:
            operands += ["*", *attributes]
        results = ", ".join(f"Tensor {name}" for name in self.results)
        return f"({', '.join(operands)}) -> ({results})"

    def bind(self, arguments, keywords) -> tuple[list[torch.Tensor], tuple[int, ...], dict[str, Any]]:
        """The operands that are present, how many of them each operand is, and the attributes that are given or have
        a default."""
        operands, counts, attributes = [], [], {}
        given = dict(zip((p.name for p in self.parameters if p.is_operand), arguments, strict=False)) | keywords
        for parameter in self.parameters:
            value = given.get(parameter.name)
            if parameter.is_operand:
                values = [] if value is None else value if isinstance(value, (list, tuple)) else [value]
                operands += values
                counts.append(len(values))
                continue
            value = parameter.default if value is None else value
            if value is not None:
                attributes[parameter.name] = FORMATS[value] if parameter.kind == "type" else value
        return operands, tuple(counts), attributes


#: name -> `Operator`, for all ops.
OPERATORS = {
    name: Operator(name, tuple(Parameter(*parameter) for parameter in parameters), tuple(results))
    for name, (parameters, results) in _dsv4.operators().items()
}


@functools.lru_cache(maxsize=4096)
def _infer(name: str, operands: tuple, counts: tuple, attributes: tuple) -> tuple:
    """Types of the results and names of the operands' dimensions. Raises `dsv4.Error` where the op's type rule does."""
    operator = _dsv4.Operator(name, list(operands), counts, dict(attributes))
    return operator.results, operator.dimensions


def _unify(name: str, operands: list[torch.Tensor], dimensions, attributes, sizes: StandIns) -> list[list[int]]:
    """Shapes in numbers. One dimension of the op has one size in all operands; sizes of the model are no symbols."""
    known: dict[str, int | torch.SymInt] = {}
    shapes = []
    for x, names in zip(operands, dimensions, strict=True):
        shape = [size if is_call_size(name, dim) else int(size) for size, dim in zip(x.shape, names, strict=True)]
        shapes.append(shape)
        for size, dimension in zip(shape, names, strict=True):
            if dimension not in known or isinstance(size, int):
                known[dimension] = size
    for dimension in known:
        if match := _ROWS.fullmatch(dimension):
            ratio = attributes[match[2]]
            known[dimension] = (known[match[1]] + ratio - 1) // ratio
    for shape, names in zip(shapes, dimensions, strict=True):
        for index, dimension in enumerate(names):
            # Dimensions without a name stand alone.
            if dimension and shape[index] is not known[dimension]:
                torch._check(shape[index] == known[dimension])
                shape[index] = known[dimension]
    return [[sizes.number(size) for size in shape] for shape in shapes]


def _meta(operator: Operator, *arguments, **keywords):
    """Results without numbers. Sizes that depend on the data are new symbols."""
    operands, counts, attributes = operator.bind(arguments, keywords)
    sizes = StandIns()
    given = tuple(attributes.items())
    types = [(element_type(x), tuple(sizes.concrete(size) for size in x.shape)) for x in operands]
    inferred, dimensions = _infer(operator.name, tuple(types), counts, given)
    if not all(isinstance(size, int) for x in operands for size in x.shape):
        shapes = _unify(operator.name, operands, dimensions, attributes, sizes)
        types = [(element, tuple(shape)) for (element, _), shape in zip(types, shapes, strict=True)]
        inferred, _ = _infer(operator.name, tuple(types), counts, given)
    results = []
    for element, shape in inferred:
        shape = [sizes.size(number) for number in shape]
        results.append(torch.empty(shape, dtype=RESULT_DTYPES[element], device=operands[0].device))
    return results[0] if len(results) == 1 else tuple(results)


def _kernel(operator: Operator, *arguments, **keywords):
    """The numbers, by compiled code on the tensors' memory."""
    operands, counts, attributes = operator.bind(arguments, keywords)
    results = run(operator.name, operands, counts, attributes)
    return results[0] if len(results) == 1 else tuple(results)


def _no_gradient(operator: Operator, ctx, *_):
    raise RuntimeError(
        f"dsv4::{operator.name} has no gradient: the operators are for inference, "
        "run the model under torch.no_grad() or torch.inference_mode()"
    )


#: Keeps the registrations alive.
LIBRARY = torch.library.Library("dsv4", "DEF")


def _register(operator: Operator) -> None:
    name = f"dsv4::{operator.name}"
    LIBRARY.define(operator.name + operator.schema(), tags=(torch.Tag.pt2_compliant_tag,))
    LIBRARY.impl(operator.name, functools.partial(_kernel, operator), "CPU")
    torch.library.register_fake(name, functools.partial(_meta, operator), lib=LIBRARY)
    torch.library.register_autograd(name, functools.partial(_no_gradient, operator), lib=LIBRARY)


for _operator in OPERATORS.values():
    _register(_operator)

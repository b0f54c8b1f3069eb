# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Modules and compiled programs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from . import _dsv4
from .element_types import NUMPY_NAMES, accepts, result_dtype

if TYPE_CHECKING:
    from .distributed import Ranks


class Module:
    """MLIR in memory.

    Made from text; `str(module)` prints it; `run` applies a pass pipeline in place.
    """

    def __init__(self, text: str | bytes, name: str = "<string>"):
        """Parses MLIR text (or bytecode). Raises `dsv4.Error` with the located message."""
        self._module = _dsv4.Module.parse(text, name)

    @classmethod
    def read(cls, path: str | os.PathLike) -> Module:
        """Parses a file."""
        with open(path, "rb") as file:
            return cls(file.read(), os.fspath(path))

    def run(self, pipeline: str) -> str:
        """Runs `pipeline`, e.g. "dsv4-to-linalg-pipeline" or "builtin.module(cse,canonicalize)", in place.

        Returns remarks and warnings as text. Raises `dsv4.Error` on failure; the module is then not to be used.
        """
        if not pipeline.lstrip().startswith("builtin.module"):
            pipeline = f"builtin.module({pipeline})"
        return self._module.run(pipeline)

    def clone(self) -> Module:
        """A copy that can be changed alone."""
        copy = object.__new__(Module)
        copy._module = self._module.clone()
        return copy

    def __str__(self) -> str:
        return str(self._module)


@dataclass(frozen=True)
class TensorSpec:
    """An argument or result: MLIR's name of the element type, sizes (-1: any), `dsv4.name`, written in place.

    `split`: the grid axes that divide each dimension among the ranks, () if none does; `shape` is that of one rank.
    """

    element_type: str
    shape: tuple[int, ...]
    name: str
    writable: bool
    split: tuple[tuple[int, ...], ...] = ()


class Function:
    """A compiled function.

    Called with one array per argument, it returns the result (one), a tuple (several) or None. Arrays are not copied,
    whatever their strides, and not written, except those that the program updates in place (`TensorSpec.writable`).
    Element types: see `dsv4.element_types`.
    """

    def __init__(self, executable: _dsv4.Executable, name: str, arguments: list, results: list):
        self._executable = executable
        self.name = name
        #: A `TensorSpec` per argument and result.
        self.arguments = [TensorSpec(*spec) for spec in arguments]
        self.results = [TensorSpec(*spec) for spec in results]

    def __call__(self, *arrays):
        """Runs the function with the interpreter lock released.

        Raises TypeError for a wrong number of arguments or a wrong dtype, `dsv4.Error` for a wrong shape or a check
        that failed while it ran.
        """
        if len(arrays) != len(self.arguments):
            raise TypeError(f"@{self.name} takes {len(self.arguments)} arguments, got {len(arrays)}")
        views = []
        for index, (value, spec) in enumerate(zip(arrays, self.arguments, strict=True)):
            element_type = spec.element_type
            if not isinstance(value, np.ndarray) and hasattr(value, "__dlpack__"):
                value = np.from_dlpack(value)
            if not isinstance(value, (np.ndarray, np.generic)):
                raise TypeError(f"@{self.name}: argument {index} is {type(value).__name__}, expected a numpy array")
            value = np.asarray(value)
            if not accepts(element_type, value.dtype):
                expected = " or ".join(NUMPY_NAMES.get(element_type, ("nothing numpy has",)))
                raise TypeError(
                    f"@{self.name}: argument {index} has dtype {value.dtype.name}, expected {expected} ({element_type})"
                )
            if spec.writable and not value.flags.writeable:
                raise TypeError(f"@{self.name}: argument {index} is updated in place, but the array is read-only")
            views.append((value, element_type))
        results = tuple(bits.view(result_dtype(t)) for bits, t in self._executable.invoke(self.name, views))
        return results[0] if len(results) == 1 else results or None

    def __repr__(self) -> str:
        def show(specs):
            return ", ".join(
                f"{spec.element_type}[{', '.join('?' if n < 0 else str(n) for n in spec.shape)}]" for spec in specs
            )

        return f"<dsv4.Function @{self.name}({show(self.arguments)}) -> ({show(self.results)})>"


class Program:
    """A compiled module: its public functions as attributes, and callable itself if it has one, or a `main`."""

    def __init__(self, module: Module, ranks: Ranks | None = None, optimization: int = 2):
        """Compiles (`optimization`: LLVM's level); on ranks of one kind of processor the first does it for all."""
        if optimization not in range(4):
            raise ValueError(f"optimization is {optimization}, expected 0 to 3")
        if ranks is None or ranks.size == 1 or not ranks.are_alike():
            self._executable = _dsv4.Executable(module._module, optimization)
        elif ranks.rank == 0:
            self._executable = _dsv4.Executable(module._module, optimization)
            ranks.broadcast(self._executable.object())
        else:
            self._executable = _dsv4.Executable.load(module._module, ranks.broadcast(b""))
        #: Sizes of the grid of ranks that the program is for, () if it runs alone.
        self.grid: tuple[int, ...] = self._executable.grid()
        #: name -> `Function`
        self.functions = {
            name: Function(self._executable, name, arguments, results)
            for name, (arguments, results) in self._executable.functions().items()
        }

    def __getattr__(self, name: str) -> Function:
        functions = self.__dict__.get("functions", {})
        if name in functions:
            return functions[name]
        raise AttributeError(f"the program has no function @{name}; it has {', '.join('@' + n for n in functions)}")

    def __call__(self, *arrays):
        """Calls the only function, or `main`."""
        names = list(self.functions)
        name = names[0] if len(names) == 1 else "main"
        if name not in self.functions:
            raise TypeError(f"the program has no @main; call one of {', '.join('.' + n for n in names)}")
        return self.functions[name](*arrays)


def compile(module: Module | str | bytes, optimization: int = 2) -> Program:
    """Compiles a module, or its text, for this processor.

    The module may hold dsv4 and linalg on tensors, or anything that `dsv4-to-llvm-pipeline` lowers; it is not changed.
    `optimization` is LLVM's level, 0 to 3: 0 compiles several times faster and makes slower code.
    Raises `dsv4.Error` with the compiler's located messages.
    """
    return Program(module if isinstance(module, Module) else Module(module), optimization=optimization)

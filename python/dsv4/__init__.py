# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""DeepSeek-V4 as MLIR: parse, transform, compile and run programs from Python.

>>> import dsv4
>>> program = dsv4.compile(open("program.mlir").read())
>>> result = program(x, weight)          # numpy arrays in, numpy arrays out
"""

from ._dsv4 import Error, __version__
from .distributed import Layout
from .model import Model, build_module
from .program import Function, Module, Program, compile

__all__ = ["Error", "Function", "Layout", "Model", "Module", "Program", "__version__", "build_module", "compile"]

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints an exported program as torch-mlir's IR: `python -P print_torch_ir.py PROGRAM.pt2 SCHEMAS.json OUTPUT.mlir`.

A program of its own: torch-mlir brings its own MLIR, and two of them must not meet in one process. So it imports
nothing of dsv4, and declares the operators from the schemas that it is given.
"""

import json
import sys

import torch
from torch_mlir import ir
from torch_mlir.dialects import torch as torch_dialect
from torch_mlir.extras.fx_importer import FxImporter


def main(program_path: str, schemas_path: str, output_path: str) -> None:
    library = torch.library.Library("dsv4", "DEF")
    with open(schemas_path) as file:
        for schema in json.load(file):
            library.define(schema)
    program = torch.export.load(program_path)
    context = ir.Context()
    torch_dialect.register_dialect(context)
    importer = FxImporter(context=context)
    importer.import_frozen_program(program, func_name="main")
    with open(output_path, "w") as file:
        file.write(str(importer.module))


if __name__ == "__main__":
    main(*sys.argv[1:])

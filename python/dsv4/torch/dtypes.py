# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""torch dtypes and MLIR element types, and one memory seen by both libraries."""

from __future__ import annotations

import numpy as np
import torch

#: torch dtype -> MLIR's name of the element type.
ELEMENT_TYPES = {
    torch.float64: "f64",
    torch.float32: "f32",
    torch.float16: "f16",
    torch.bfloat16: "bf16",
    torch.float8_e4m3fn: "f8E4M3FN",
    torch.float8_e8m0fnu: "f8E8M0FNU",
    torch.int64: "i64",
    torch.int32: "i32",
    torch.int8: "i8",
    torch.uint8: "i8",
    torch.bool: "i1",
}

#: MLIR's element type -> dtype of a result. One FP4 code per element has no dtype in torch: the codes are bytes.
RESULT_DTYPES = {name: dtype for dtype, name in ELEMENT_TYPES.items() if dtype is not torch.uint8} | {
    "f4E2M1FN": torch.uint8
}

#: dtypes that name a format -> MLIR's element type.
FORMATS = ELEMENT_TYPES | {torch.float4_e2m1fn_x2: "f4E2M1FN"}

#: Integers of the width of a dtype that numpy lacks.
_BITS = {torch.bfloat16: torch.uint16, torch.float8_e4m3fn: torch.uint8, torch.float8_e8m0fnu: torch.uint8}


def element_type(tensor: torch.Tensor) -> str:
    """MLIR's name of the element type. Raises TypeError if the operators have none for the dtype."""
    if tensor.dtype not in ELEMENT_TYPES:
        raise TypeError(f"dsv4 has no element type for {tensor.dtype}")
    return ELEMENT_TYPES[tensor.dtype]


def as_numpy(tensor: torch.Tensor) -> np.ndarray:
    """The memory of a CPU tensor as an array: a view, with integers of the same width where numpy has no dtype."""
    tensor = tensor.detach()
    if tensor.dtype in _BITS:
        tensor = tensor.view(_BITS[tensor.dtype])
    return tensor.numpy()


def as_tensor(bits: np.ndarray, element: str) -> torch.Tensor:
    """An array of unsigned integers as a tensor of the element type, on the same memory."""
    return torch.from_numpy(bits).view(RESULT_DTYPES[element])

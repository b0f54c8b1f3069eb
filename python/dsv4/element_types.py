# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""MLIR element types and the numpy dtypes that hold them.

numpy has no bfloat16 and no 8-bit or 4-bit floats. Such arrays are either of the ml_dtypes package or hold the bits:
uint16 for bf16, uint8 for f8 and f4 (one FP4 code per byte). Results are ml_dtypes arrays when ml_dtypes can be
imported, else bits.
"""

import numpy as np

try:
    import ml_dtypes
except ImportError:
    ml_dtypes = None

#: MLIR element type -> names of the dtypes accepted for it; the first is what results have.
NUMPY_NAMES = {
    "f64": ("float64",),
    "f32": ("float32",),
    "f16": ("float16",),
    "bf16": ("bfloat16", "uint16"),
    "f8E4M3FN": ("float8_e4m3fn", "uint8"),
    "f8E5M2": ("float8_e5m2", "uint8"),
    "f8E8M0FNU": ("float8_e8m0fnu", "uint8"),
    "f4E2M1FN": ("float4_e2m1fn", "uint8"),
    "i64": ("int64", "uint64"),
    "index": ("int64",),
    "i32": ("int32", "uint32"),
    "i16": ("int16", "uint16"),
    "i8": ("int8", "uint8"),
    "i1": ("bool",),
}


def accepts(element_type: str, dtype: np.dtype) -> bool:
    """Whether an array of `dtype` can be passed for `element_type` as it is."""
    return dtype.name in NUMPY_NAMES.get(element_type, ())


def result_dtype(element_type: str) -> np.dtype:
    """dtype of a result of `element_type`."""
    if element_type not in NUMPY_NAMES:
        raise TypeError(f"no numpy dtype holds {element_type}")
    name, *bits = NUMPY_NAMES[element_type]
    if hasattr(np, name) or name == "bool":
        return np.dtype(name)
    if ml_dtypes is not None and hasattr(ml_dtypes, name):
        return np.dtype(getattr(ml_dtypes, name))
    return np.dtype(bits[0])

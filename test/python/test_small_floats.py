# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Conversions of 8-bit and 4-bit floats in compiled code equal ml_dtypes bit for bit."""

import ml_dtypes
import numpy as np
import pytest

import dsv4

FORMATS = {
    "f8E4M3FN": (ml_dtypes.float8_e4m3fn, 256),
    "f8E5M2": (ml_dtypes.float8_e5m2, 256),
    "f8E8M0FNU": (ml_dtypes.float8_e8m0fnu, 256),
    "f4E2M1FN": (ml_dtypes.float4_e2m1fn, 16),
}
WIDE = {"f32": np.float32, "f16": np.float16, "bf16": ml_dtypes.bfloat16}


def convert(op: str, source: str, target: str, array: np.ndarray) -> np.ndarray:
    """Applies `arith.<op>` elementwise to a vector."""
    program = dsv4.compile(f"""
func.func @main(%x: tensor<?x{source}>) -> tensor<?x{target}> {{
  %y = arith.{op} %x : tensor<?x{source}> to tensor<?x{target}>
  return %y : tensor<?x{target}>
}}""")
    return program(array)


@pytest.mark.parametrize("wide", WIDE)
@pytest.mark.parametrize("name", FORMATS)
def test_decode_is_exact_for_every_code(name, wide):
    dtype, count = FORMATS[name]
    codes = np.arange(count, dtype=np.uint8)
    got = convert("extf", name, wide, codes)
    with np.errstate(over="ignore"):  # f8E8M0FNU reaches 2^127, f16 only 65504
        want = codes.view(dtype).astype(np.float32).astype(WIDE[wide])
    np.testing.assert_array_equal(got.astype(np.float32), want.astype(np.float32))
    # assert_array_equal takes -0 for +0; the sign must be right too.
    finite = ~np.isnan(want.astype(np.float32))
    np.testing.assert_array_equal(
        np.signbit(got.astype(np.float32))[finite], np.signbit(want.astype(np.float32))[finite]
    )


def interesting_values(dtype) -> np.ndarray:
    """Every finite code, every midpoint of neighbours and its float32 neighbours, both signs, the ends of float32."""
    count = 16 if dtype == ml_dtypes.float4_e2m1fn else 256
    codes = np.arange(count, dtype=np.uint8).view(dtype).astype(np.float32)
    values = np.unique(codes[np.isfinite(codes)]).astype(np.float64)
    middles = ((values[1:] + values[:-1]) / 2).astype(np.float32)
    largest = np.float32(values[-1])
    with np.errstate(over="ignore"):  # the largest f8E8M0FNU is 2^127
        beyond = largest * np.float32([1.01, 1.0624, 1.0626, 1.2, 2])
    edges = np.concatenate([values.astype(np.float32), middles, beyond])
    around = np.concatenate([edges, np.nextafter(edges, np.float32(np.inf)), np.nextafter(edges, np.float32(-np.inf))])
    random = np.random.default_rng(0).normal(size=20000).astype(np.float32)
    spread = random * np.exp2(np.random.default_rng(1).integers(-20, 12, size=20000)).astype(np.float32)
    special = np.float32([0.0, -0.0, np.inf, -np.inf, np.nan, 1e-45, 1e-40, 3e38])
    return np.concatenate([around, -around, spread, special]).astype(np.float32)


@pytest.mark.parametrize("name", ["f8E4M3FN", "f8E5M2"])
def test_encode_equals_ml_dtypes(name):
    dtype, _ = FORMATS[name]
    values = interesting_values(dtype)
    got = convert("truncf", "f32", name, values).view(np.uint8)
    with np.errstate(over="ignore", invalid="ignore"):
        want = values.astype(dtype).view(np.uint8)
    nan = np.isnan(want.view(dtype).astype(np.float32))
    np.testing.assert_array_equal(np.isnan(got.view(dtype).astype(np.float32)), nan)
    np.testing.assert_array_equal(got[~nan], want[~nan])


def test_encode_fp4_equals_ml_dtypes():
    values = interesting_values(ml_dtypes.float4_e2m1fn)
    values = values[~np.isnan(values)]  # the format has no NaN
    got = convert("truncf", "f32", "f4E2M1FN", values).view(np.uint8)
    want = values.astype(ml_dtypes.float4_e2m1fn).view(np.uint8)
    np.testing.assert_array_equal(got, want)


def test_encode_e8m0_equals_ml_dtypes():
    positive = np.abs(interesting_values(ml_dtypes.float8_e8m0fnu))
    values = np.concatenate([positive, np.float32([-1.0, -0.0])])
    got = convert("truncf", "f32", "f8E8M0FNU", values).view(np.uint8)
    want = values.astype(ml_dtypes.float8_e8m0fnu).view(np.uint8)
    np.testing.assert_array_equal(got, want)


@pytest.mark.parametrize("wide", ["f16", "bf16"])
def test_encode_from_16_bit_floats(wide):
    bits = np.arange(65536, dtype=np.uint16)
    values = bits.view(WIDE[wide]).astype(np.float32)
    got = convert("truncf", wide, "f8E4M3FN", bits.view(WIDE[wide])).view(np.uint8)
    with np.errstate(over="ignore", invalid="ignore"):
        want = values.astype(ml_dtypes.float8_e4m3fn).view(np.uint8)
    nan = (want & 0x7F) == 0x7F
    np.testing.assert_array_equal((got & 0x7F) == 0x7F, nan)
    np.testing.assert_array_equal(got[~nan], want[~nan])

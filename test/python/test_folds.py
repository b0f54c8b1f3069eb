# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What an op folds changes no bit: the folded program against the one that gets the constant as an argument."""

import ml_dtypes
import numpy as np
import pytest

import dsv4

# Values at which an identity of the real numbers may fail, and some ordinary ones.
SPECIAL = np.float32(
    [0.0, -0.0, 1.0, -1.0, 1e-45, -1e-45, 1e-20, 3.4e38, -3.4e38, np.inf, -np.inf, np.nan, 0.1, -7.3, 9.99, 88.8]
)


def rows(count: int, seed: int) -> np.ndarray:
    """[count, 16] of f32: rows of special values in every combination of order, and ordinary rows."""
    random = np.random.default_rng(seed)
    values = random.standard_normal((count, 16)).astype(np.float32)
    for row in values[::2]:
        row[:] = random.permutation(SPECIAL)
    values[1] = -0.0
    values[3, ::2] = -0.0
    values[5] = random.choice(SPECIAL[:9], 16)
    return values


def assert_same_bits(got: np.ndarray, want: np.ndarray):
    """Equal bit for bit; a NaN equals any NaN."""
    assert got.dtype == want.dtype
    bits = {2: np.uint16, 4: np.uint32}[got.dtype.itemsize]
    nan = np.isnan(want.astype(np.float32)) if want.dtype != np.int32 else np.zeros(want.shape, bool)
    np.testing.assert_array_equal(np.isnan(got.astype(np.float32)), nan)
    np.testing.assert_array_equal(got.view(bits)[~nan], want.view(bits)[~nan])


def folded(text: str, operand: str) -> dsv4.Program:
    """Compiles a program whose op must have lost its constant `operand`."""
    module = dsv4.Module(text)
    module.run("canonicalize")
    assert operand in text
    assert "arith.constant" not in str(module)
    return dsv4.compile(module)


@pytest.mark.parametrize("element_type", ["f32", "bf16"])
def test_rms_norm_with_a_weight_of_ones(element_type):
    x = rows(40, seed=1)
    x = x if element_type == "f32" else x.astype(ml_dtypes.bfloat16)
    tensor = f"tensor<?x16x{element_type}>"
    body = f"""
  %y = dsv4.rms_norm(%x, %w) {{norm_eps = 1.0e-6}} : ({tensor}, tensor<16xf32>) -> {tensor}
  return %y : {tensor}
}}"""
    kept = dsv4.compile(f"func.func @main(%x: {tensor}, %w: tensor<16xf32>) -> {tensor} {{{body}")
    fold = folded(
        f"""
func.func @main(%x: {tensor}) -> {tensor} {{
  %w = arith.constant dense<1.0> : tensor<16xf32>{body}""",
        "%w = arith.constant",
    )
    assert_same_bits(fold(x), kept(x, np.ones(16, np.float32)))


def test_swiglu_with_a_row_weight_of_ones():
    gate, up = rows(40, seed=2), rows(40, seed=3)
    body = """
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %w) {limit = 10.0}
      : (tensor<40x16xf32>, tensor<40x16xf32>, tensor<40xf32>) -> tensor<40x16xf32>
  return %y : tensor<40x16xf32>
}"""
    kept = dsv4.compile(f"""
func.func @main(%gate: tensor<40x16xf32>, %up: tensor<40x16xf32>, %w: tensor<40xf32>) -> tensor<40x16xf32> {{{body}""")
    fold = folded(
        f"""
func.func @main(%gate: tensor<40x16xf32>, %up: tensor<40x16xf32>) -> tensor<40x16xf32> {{
  %w = arith.constant dense<1.0> : tensor<40xf32>{body}""",
        "%w = arith.constant",
    )
    assert_same_bits(fold(gate, up), kept(gate, up, np.ones(40, np.float32)))


@pytest.mark.parametrize("zero", ["0.0", "-0.0"])
def test_top_k_with_a_bias_of_zeros(zero):
    scores = rows(64, seed=4)
    body = """
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 16 : i64}
      : (tensor<?x16xf32>, tensor<16xf32>) -> (tensor<?x16xf32>, tensor<?x16xi32>)
  return %weights, %indices : tensor<?x16xf32>, tensor<?x16xi32>
}"""
    kept = dsv4.compile(f"""
func.func @main(%scores: tensor<?x16xf32>, %bias: tensor<16xf32>) -> (tensor<?x16xf32>, tensor<?x16xi32>) {{{body}""")
    fold = folded(
        f"""
func.func @main(%scores: tensor<?x16xf32>) -> (tensor<?x16xf32>, tensor<?x16xi32>) {{
  %bias = arith.constant dense<{zero}> : tensor<16xf32>{body}""",
        "%bias = arith.constant",
    )
    for got, want in zip(fold(scores), kept(scores, np.full(16, float(zero), np.float32)), strict=True):
        assert_same_bits(got, want)


def canonical(text: str) -> tuple[str, dsv4.Program]:
    """The canonical form of a program, and the program compiled."""
    module = dsv4.Module(text)
    module.run("canonicalize")
    return str(module), dsv4.compile(module)


def test_scatter_of_skipped_rows():
    update, cache = rows(6, seed=5).reshape(2, 3, 16), rows(16, seed=6).reshape(2, 8, 16)
    slots = np.int32([[-1, -1, -7], [-1, -(2**31), -1]])
    body = """
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x3x16xf32>, tensor<2x8x16xf32>, tensor<2x3xi32>) -> tensor<2x8x16xf32>
  return %c : tensor<2x8x16xf32>
}"""
    arguments = "%rows: tensor<2x3x16xf32>, %cache: tensor<2x8x16xf32>"
    kept = dsv4.compile(f"func.func @main({arguments}, %slots: tensor<2x3xi32>) -> tensor<2x8x16xf32> {{{body}")
    constant = f"%slots = arith.constant dense<{slots.tolist()}> : tensor<2x3xi32>"
    text, fold = canonical(f"func.func @main({arguments}) -> tensor<2x8x16xf32> {{\n  {constant}{body}")
    assert "dsv4.scatter" not in text
    assert_same_bits(fold(update, cache), kept(update, cache, slots))


def test_attention_to_tensors_without_rows():
    random = np.random.default_rng(7)
    q = random.standard_normal((1, 5, 4, 16)).astype(np.float32)
    kv, empty = rows(9, seed=8)[None], np.zeros((1, 0, 16), np.float32)
    sink = np.float32([0.5, -np.inf, 100.0, -1.0])
    indices = random.integers(-1, 9, (1, 5, 7), np.int32)

    def program(of_empty: str) -> str:
        types = f"tensor<1x5x4x16xf32>, tensor<4xf32>, tensor<1x5x7xi32>, {of_empty}, tensor<1x9x16xf32>, {of_empty}"
        named = ", ".join(f"%{i}: {t}" for i, t in enumerate(types.split(", ")))
        return f"""
func.func @main({named}) -> tensor<1x5x4x16xf32> {{
  %o = dsv4.sparse_attn_sharedkv(%0, %1, %2, %3, %4, %5) {{softmax_scale = 0.25}} : ({types}) -> tensor<1x5x4x16xf32>
  return %o : tensor<1x5x4x16xf32>
}}"""

    arrays = (q, sink, indices, empty, kv, empty)
    text, fold = canonical(program("tensor<1x0x16xf32>"))
    assert "(%arg0, %arg1, %arg2, %arg4)" in text
    assert_same_bits(fold(*arrays), dsv4.compile(program("tensor<1x?x16xf32>"))(*arrays))


def test_linear_of_its_own_type():
    x, w = rows(6, seed=9), rows(7, seed=10)
    types = "(tensor<6x16xf32>, tensor<7x16xf32>) -> tensor<6x7xf32>"

    def program(attribute: str) -> str:
        return f"""
func.func @main(%x: tensor<6x16xf32>, %w: tensor<7x16xf32>) -> tensor<6x7xf32> {{
  %y = dsv4.linear(%x, %w) {attribute} : {types}
  return %y : tensor<6x7xf32>
}}"""

    text, fold = canonical(program("{output_type = f32}"))
    assert "output_type" not in text
    assert_same_bits(fold(x, w), dsv4.compile(program(""))(x, w))

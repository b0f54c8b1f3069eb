# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`routed_experts` where the fixtures do not reach: gates beyond the limit, and weights stored as codes."""

import ml_dtypes
import numpy as np
import pytest
from compiled_ops import assert_close, op

import dsv4


def test_gate_is_clamped_above_only():
    """The numbers of the specification for a limit of 10: an expert that takes gate and up from its input."""
    x = np.float32([[12, 3], [-12, -20], [1, 15], [-1, 0.5]])
    w1, w3, w2 = np.float32([[[1, 0]]]), np.float32([[[0, 1]]]), np.float32([[[1], [0]]])
    program = op(
        "routed_experts",
        "tensor<4x2xf32>; tensor<4x1xi32>; tensor<4x1xf32>; tensor<1x1x2xf32>; tensor<1x1x2xf32>; tensor<1x2x1xf32>",
        "tensor<4x2xf32>",
        "limit = 10.0",
    )
    y = program(x, np.zeros((4, 1), np.int32), np.ones((4, 1), np.float32), w1, w3, w2)
    np.testing.assert_allclose(y[:, 0], [29.99863806, 7.373e-4, 7.31058579, -0.13447071], rtol=2e-5)
    assert not y[:, 1].any()


def through_fp8(x: np.ndarray) -> np.ndarray:
    """x [.., n] through f8E4M3FN in blocks of 128, with the next power of two of amax / 448 as scale."""
    blocks = np.float32(x).reshape(*x.shape[:-1], -1, 128)
    amax = np.maximum(np.abs(blocks).max(axis=-1, keepdims=True), np.float32(1e-4))
    scale = np.exp2(np.ceil(np.log2(np.float64(amax) / 448)))
    codes = (blocks / scale).astype(np.float32).astype(ml_dtypes.float8_e4m3fn)
    return (codes.astype(np.float64) * scale).reshape(x.shape)


class CodedWeight:
    """A weight [E, N, K] as random codes with random scales, and its values in float64."""

    def __init__(self, random: np.random.Generator, storage: str, experts: int, outputs: int, inputs: int):
        exponents = random.integers(117, 124, (experts, outputs, inputs))
        if storage == "fp8":
            # Without the codes of NaN.
            codes = random.integers(0, 127, (experts, outputs, inputs)) | random.integers(0, 2, exponents.shape) << 7
            self.codes = codes.astype(np.uint8)
            self.scales = exponents[:, ::128, ::128].astype(np.uint8)
            values = self.codes.view(ml_dtypes.float8_e4m3fn)
            each = self.scales.repeat(128, axis=1).repeat(128, axis=2)
            self.types = (
                f"tensor<{experts}x{outputs}x{inputs}xf8E4M3FN>",
                f"tensor<{experts}x{outputs // 128}x{inputs // 128}xf8E8M0FNU>",
            )
        else:
            codes = random.integers(0, 16, exponents.shape).astype(np.uint8)
            # Two to a byte, the even input in the lower half.
            self.codes = (codes[..., 0::2] | codes[..., 1::2] << 4).view(np.int8)
            self.scales = exponents[:, :, ::32].astype(np.uint8)
            values = np.float64([0, 0.5, 1, 1.5, 2, 3, 4, 6, 0, -0.5, -1, -1.5, -2, -3, -4, -6])[codes]
            each = self.scales.repeat(32, axis=2)
            self.types = (
                f"tensor<{experts}x{outputs}x{inputs // 2}xi8>",
                f"tensor<{experts}x{outputs}x{inputs // 32}xf8E8M0FNU>",
            )
        self.values = values.astype(np.float64) * np.exp2(each.astype(np.float64) - 127)


@pytest.mark.parametrize("storage", ["fp8", "fp4"])
def test_coded_weights(storage):
    """Codes times the scale of their block; x and the hidden activations pass through FP8."""
    random = np.random.default_rng(7)
    tokens, experts, top_k, width, inner, limit = 3, 5, 2, 256, 128, 2.0
    w1 = CodedWeight(random, storage, experts, inner, width)
    w3 = CodedWeight(random, storage, experts, inner, width)
    w2 = CodedWeight(random, storage, experts, width, inner)
    x = random.standard_normal((tokens, width)).astype(np.float32)
    indices = np.stack([random.permutation(experts)[:top_k] for _ in range(tokens)]).astype(np.int32)
    weights = random.uniform(0.2, 1, (tokens, top_k)).astype(np.float32)

    rounded, want = through_fp8(x), np.zeros((tokens, width))
    for token in range(tokens):
        for slot, expert in enumerate(indices[token]):
            gate = np.minimum(w1.values[expert] @ rounded[token], limit)
            up = np.clip(w3.values[expert] @ rounded[token], -limit, limit)
            hidden = gate / (1 + np.exp(-gate)) * up * weights[token, slot]
            want[token] += w2.values[expert] @ through_fp8(hidden)

    operands = [f"tensor<{tokens}x{width}xf32>", f"tensor<{tokens}x{top_k}xi32>", f"tensor<{tokens}x{top_k}xf32>"]
    operands += [w.types[0] for w in (w1, w3, w2)] + [w.types[1] for w in (w1, w3, w2)]
    program = op("routed_experts", "; ".join(operands), f"tensor<{tokens}x{width}xf32>", f"limit = {limit}")
    y = program(x, indices, weights, w1.codes, w3.codes, w2.codes, w1.scales, w3.scales, w2.scales)
    assert_close(y, want)


#: Six experts on three ranks.
PART = """
func.func @main(%x: tensor<?x8xf32>, %i: tensor<?x2xi32>, %w: tensor<?x2xf32>, %w1: tensor<2x4x8xf32>,
                %w3: tensor<2x4x8xf32>, %w2: tensor<2x8x4xf32>, %first: tensor<i32>) -> tensor<?x8xf32> {
  %y = dsv4.routed_experts(%x, %i, %w, %w1, %w3, %w2) from %first {experts = 6 : i64}
      : (tensor<?x8xf32>, tensor<?x2xi32>, tensor<?x2xf32>, tensor<2x4x8xf32>, tensor<2x4x8xf32>, tensor<2x8x4xf32>,
         tensor<i32>) -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}"""


def test_the_experts_of_one_rank():
    """Each rank adds the experts that it has; -1 is none. The last rank has none of the chosen ones."""
    random = np.random.default_rng(3)
    part = dsv4.compile(PART, optimization=0)
    x = random.standard_normal((5, 8)).astype(np.float32)
    indices = np.int32([[0, 3], [2, 1], [-1, -1], [1, 0], [3, -1]])
    weights = random.uniform(0.2, 1, (5, 2)).astype(np.float32)
    w1, w3 = random.standard_normal((2, 6, 4, 8)).astype(np.float32)
    w2 = random.standard_normal((6, 8, 4)).astype(np.float32)
    for first in (0, 2, 4):
        want = np.zeros((5, 8))
        for token, chosen in enumerate(indices):
            for slot, expert in enumerate(chosen):
                if first <= expert < first + 2:
                    gate, up = w1[expert] @ np.float64(x[token]), w3[expert] @ np.float64(x[token])
                    want[token] += w2[expert] @ (gate / (1 + np.exp(-gate)) * up * weights[token, slot])
        own = slice(first, first + 2)
        y = part(x, indices, weights, w1[own], w3[own], w2[own], np.int32(first))
        assert_close(y, want)
        # Nothing is added to a token whose experts are elsewhere.
        here = ((indices >= first) & (indices < first + 2)).any(axis=1)
        assert not y[~here].any()
        assert here.any() == (first != 4)


@pytest.mark.parametrize("wrong", [-2, 6, 2**31 - 1])
def test_an_expert_that_no_rank_has_stops_the_program(wrong):
    part = dsv4.compile(PART, optimization=0)
    ones = np.ones((2, 4, 8), np.float32)
    with pytest.raises(dsv4.Error, match=r"routed_experts: an expert number is outside \[-1, 6\)"):
        part(np.ones((1, 8), np.float32), np.int32([[0, wrong]]), np.ones((1, 2), np.float32), ones, ones,
             np.ones((2, 8, 4), np.float32), np.int32(4))  # fmt: skip

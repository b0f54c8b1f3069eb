# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""torch.ops.dsv4.*: PyTorch's own checks for every operator, memory, symbolic sizes, errors.

The numbers are those of the compiled ops, which the fixtures check; test_torch_patch.py compares them with
transformers.
"""

import re

import numpy as np
import pytest
import tiny_transformers as tiny
import torch
from transformers.models.deepseek_v4 import modeling_deepseek_v4 as modeling

import dsv4
import dsv4.torch
from dsv4.torch import kernels

OPS = torch.ops.dsv4


def normal(*shape, dtype=torch.float32):
    generator = torch.Generator().manual_seed(sum(shape))
    return torch.randn(shape, generator=generator).to(dtype)


def numbers(low, high, *shape, dtype=torch.int32):
    return torch.randint(low, high, shape, generator=torch.Generator().manual_seed(high), dtype=dtype)


def lengths(*values):
    return torch.tensor(values, dtype=torch.int32)


# Two requests: one with 6 cached tokens, one with 3; the second has two tokens of padding.
B, S, D, H, d, rd, W, r = 2, 5, 24, 4, 16, 8, 8, 4
start, lens, tokens = lengths(6, 3), lengths(5, 3), numbers(0, 40, B, S, dtype=torch.int64)
angles = normal(B, S, rd // 2)
codes = normal(32, 128).to(torch.float8_e4m3fn)
scale = torch.full((1, 1), 0.5).to(torch.float8_e8m0fnu)
packed = numbers(0, 127, 3, 64, 64, dtype=torch.int8)
packed_scale = torch.full((3, 64, 4), 0.5).to(torch.float8_e8m0fnu)

#: operator -> calls, (operands, attributes) each: all kinds of operands and dtypes that an operator has.
CALLS = {
    "act_quant": [
        ((normal(B, S, 128),), {"block": 64, "format": torch.float8_e4m3fn}),
        ((normal(3, 64, dtype=torch.bfloat16),), {"block": 32, "format": torch.float4_e2m1fn_x2}),
    ],
    "compress_indices": [((tokens, start, lens), {"ratio": r, "offset": W})],
    "compressor": [
        (
            (
                normal(B, S, D),
                normal(2 * d, D),
                normal(2 * d, D) / 4,
                normal(r, 2 * d),
                normal(d),
                normal(B, 2, rd // 2),
                normal(B, 2, rd // 2),
                normal(B, 2 * r, 2 * d),
                normal(B, 2 * r, 2 * d),
                start,
                lens,
            ),
            {"ratio": r, "overlap": True, "norm_eps": 1e-6},
        )
    ],
    "embedding": [((tokens, normal(40, D)), {}), ((tokens.int(), normal(40, D, dtype=torch.bfloat16)), {})],
    "gate_score": [((normal(B, S, D), normal(6, D)), {"scoring_func": "sqrtsoftplus"})],
    "grouped_linear": [((normal(B, S, H, d), normal(12, 2 * d)), {"groups": 2})],
    "hadamard": [((normal(B, S, 32, dtype=torch.bfloat16),), {})],
    "hc_expand": [((normal(B, S, D),), {"hc_mult": 3})],
    "hc_head": [((normal(B, S, 3, D), normal(3, 3 * D), normal(1), normal(3)), {"norm_eps": 1e-6, "hc_eps": 1e-6})],
    "hc_post": [((normal(B, S, D), normal(B, S, 3, D), normal(B, S, 3), normal(B, S, 3, 3)), {})],
    "hc_pre_inv_rms": [((normal(B, S, 3, D),), {"norm_eps": 1e-6})],
    "hc_pre_sinkhorn": [
        ((normal(B, S, 15), normal(B, S, 3, D), normal(3), normal(15)), {"sinkhorn_iters": 3, "hc_eps": 1e-6})
    ],
    "indexer_scores": [
        ((normal(B, S, H, d), normal(B, 7, d), normal(B, S, H), start, lens), {"ratio": r}),
    ],
    "indexer_top_k": [
        ((normal(B, S, 7), start, lens), {"topk_limit": 2, "ratio": r, "offset": W}),
        ((normal(B, S, 3), start, lens), {"topk_limit": 9, "ratio": r}),
    ],
    "linear": [
        ((normal(B, S, D), normal(7, D)), {}),
        ((normal(B, S, D, dtype=torch.bfloat16), normal(7, D, dtype=torch.bfloat16)), {"output_type": torch.float32}),
        ((normal(B, S, 128), codes, scale), {}),
    ],
    "moe_gating_hash": [((normal(B, S, 6).abs(), tokens, numbers(0, 6, 40, 2, dtype=torch.int64)), {})],
    "moe_gating_top_k": [
        ((normal(B, S, 6).abs(), normal(6)), {"top_k": 2, "route_scale": 1.5}),
        ((normal(B, S, 6).abs(),), {"top_k": 2, "normalize": False}),
    ],
    "mtp_fuse": [
        (
            (normal(B, S, D), normal(B, S, 3, D), normal(D), normal(D), normal(D, D), normal(D, D), []),
            {"norm_eps": 1e-6},
        )
    ],
    "quant_lightning_indexer": [
        (
            (normal(B, S, H, d), normal(B, 7, d), normal(B, S, H), start, lens),
            {"topk_limit": 2, "ratio": r, "offset": W},
        )
    ],
    "ring_slots": [((tokens, start, lens), {"window": W})],
    "rms_norm": [
        ((normal(B, S, D), normal(D)), {"norm_eps": 1e-6}),
        ((normal(B, S, H, d, dtype=torch.float16),), {"norm_eps": 1e-6}),
    ],
    "rope": [((normal(B, S, H, d), angles.cos(), angles.sin()), {"inverse": True})],
    "rope_table": [((numbers(0, 99, B, S),), {"rope_dim": rd, "theta": 160000.0, "yarn_factor": 16.0})],
    "routed_experts": [
        (
            (
                normal(B, S, D),
                numbers(0, 6, B, S, 2),
                normal(B, S, 2),
                normal(6, 12, D),
                normal(6, 12, D),
                normal(6, D, 12),
                [],
            ),
            {"limit": 1.0},
        ),
        (
            (
                normal(B, S, 128),
                numbers(0, 3, B, S, 2),
                normal(B, S, 2),
                packed,
                packed,
                numbers(0, 127, 3, 128, 32, dtype=torch.int8),
                [packed_scale, packed_scale, torch.full((3, 128, 2), 0.5).to(torch.float8_e8m0fnu)],
            ),
            {},
        ),
    ],
    "scatter_nd_update_mla": [((normal(B, 3, d), normal(B, W, d), numbers(-1, W, B, 3)), {})],
    "sparse_attn_sharedkv": [
        (
            (normal(B, S, H, d), normal(H), numbers(-1, 11, B, S, 6), [normal(B, W, d), normal(B, 3, d)]),
            {"softmax_scale": 0.25},
        )
    ],
    "v4_clamped_swiglu": [
        ((normal(B, S, 12), normal(B, S, 12)), {"limit": 1.0}),
        ((normal(B, S, 12), normal(B, S, 12), normal(B, S)), {"limit": 1.0}),
    ],
    "window_indices": [
        ((tokens, start, lens), {"window": W, "call_offset": W + 3}),
        ((tokens[:, :1], start, lengths(1, 1)), {"window": W, "rows": "ring"}),
    ],
}


def test_every_op_of_the_dialect_is_an_operator():
    assert CALLS.keys() == dsv4.torch.OPERATORS.keys()
    # The definitions, read by other means.
    folder = tiny.ROOT / "include" / "dsv4" / "IR"
    texts = "".join(path.read_text() for path in folder.glob("*Ops.td"))
    assert set(re.findall(r'DSV4_TensorOp<"(\w+)"', texts)) == dsv4.torch.OPERATORS.keys()


def table_row(operator):
    """The operator's row in docs/pytorch.md: `?` is an operand or attribute that may be absent, `...` any number."""

    def show(parameter):
        mark = (
            "..." if parameter.kind == "tensor[]" else "?" if parameter.kind == "tensor?" or parameter.optional else ""
        )
        default = "" if parameter.default is None else f" = {parameter.default}"
        return f"`{parameter.name}{mark}{default}`"

    operands = ", ".join(show(p) for p in operator.parameters if p.is_operand)
    attributes = ", ".join(show(p) for p in operator.parameters if not p.is_operand)
    results = ", ".join(f"`{name}`" for name in operator.results)
    return f"| `{operator.name}` | {operands} | {attributes} | {results} |".replace("|  |", "| |")


def test_the_documentation_lists_all_operators():
    text = (tiny.ROOT / "docs" / "pytorch.md").read_text()
    rows = [line for line in text.splitlines() if line.startswith("| `") and line.count("|") == 5]
    assert rows == [table_row(operator) for operator in dsv4.torch.OPERATORS.values()]


@pytest.mark.parametrize("name", CALLS)
def test_opcheck(name):
    """Schema, fake kernel (static and symbolic sizes), registration of the refused gradient, tracing."""
    operator = getattr(OPS, name).default
    checks = {"test_schema", "test_autograd_registration", "test_faketensor", "test_aot_dispatch_dynamic"}
    for operands, attributes in CALLS[name]:
        tensors = [x for operand in operands for x in (operand if isinstance(operand, list) else [operand])]
        # PyTorch's check of the schema multiplies its copies of the operands, which 8-bit floats cannot be.
        has_small = any(x.dtype.itemsize == 1 and x.dtype.is_floating_point for x in tensors)
        chosen = sorted(checks - {"test_schema"} if has_small else checks)
        results = torch.library.opcheck(operator, operands, attributes, test_utils=chosen)
        assert results == dict.fromkeys(chosen, "SUCCESS")


def test_schemas():
    assert str(OPS.rms_norm.default._schema) == (
        "dsv4::rms_norm(Tensor x, Tensor? weight=None, *, float norm_eps) -> Tensor y"
    )
    assert str(OPS.window_indices.default._schema) == (
        "dsv4::window_indices(Tensor tokens, Tensor start_pos, Tensor query_lens, *, int window, "
        'str rows="appended", int? call_offset=None) -> Tensor indices'
    )


def test_modules_of_transformers_give_the_same():
    config = tiny.config()
    norm = modeling.DeepseekV4RMSNorm(D, eps=1e-6)
    norm.weight.data = normal(D)
    x = normal(B, S, D)
    torch.testing.assert_close(OPS.rms_norm(x, norm.weight, norm_eps=1e-6).detach(), norm(x).detach())
    q = normal(B, S, H, d)
    rotated = modeling.apply_rotary_pos_emb(q, angles.cos(), angles.sin(), unsqueeze_dim=2)
    torch.testing.assert_close(OPS.rope(q, angles.cos(), angles.sin()), rotated)
    mlp = modeling.DeepseekV4MLP(config)
    mlp.limit = 0.5
    gate, up = normal(B, S, 24), normal(B, S, 24) + 1
    want = torch.nn.functional.silu(gate.clamp(max=0.5)) * up.clamp(-0.5, 0.5)
    torch.testing.assert_close(OPS.v4_clamped_swiglu(gate, up, limit=0.5), want)


def test_packed_experts_are_the_numbers_of_their_codes():
    """E2M1 codes, two in a byte, the lower half first, times a scale per 32 inputs; activations through FP8 blocks."""
    (x, indices, weights, w1, w3, w2, scales), _ = CALLS["routed_experts"][1]
    values = np.array([0, 0.5, 1, 1.5, 2, 3, 4, 6, -0.0, -0.5, -1, -1.5, -2, -3, -4, -6], np.float32)

    def plain(packed):
        bits = packed.numpy().view(np.uint8)
        return 0.5 * torch.from_numpy(values[np.stack([bits & 15, bits >> 4], axis=-1)]).flatten(-2)

    got = OPS.routed_experts(x, indices, weights, w1, w3, w2, scales)
    want = OPS.routed_experts(x, indices, weights, plain(w1), plain(w3), plain(w2), [])
    # e4m3 rounds to 3 bits of mantissa: 2^-4 per activation, less in a sum of many.
    assert torch.linalg.vector_norm(got - want) < 2**-4 * torch.linalg.vector_norm(want)


def test_memory_is_shared_and_operands_are_not_written():
    x = normal(64, 128)
    array = kernels.as_numpy(x.bfloat16())
    assert array.dtype == np.uint16
    assert np.shares_memory(kernels.as_numpy(x), x.numpy())
    strided = normal(B, 2 * S, D)[:, ::2]
    assert not strided.is_contiguous()
    assert np.shares_memory(kernels.as_numpy(strided), strided.numpy())
    before = strided.clone()
    torch.testing.assert_close(
        OPS.rms_norm(strided, norm_eps=1e-6), OPS.rms_norm(strided.contiguous(), norm_eps=1e-6), rtol=0, atol=0
    )
    torch.testing.assert_close(strided, before, rtol=0, atol=0)
    cache = normal(B, W, d)
    same = OPS.scatter_nd_update_mla(normal(B, 0, d), cache, torch.zeros(B, 0, dtype=torch.int32))
    assert same.data_ptr() != cache.data_ptr()
    torch.testing.assert_close(same, cache, rtol=0, atol=0)
    result = OPS.rms_norm(x, norm_eps=1e-6)
    result.zero_()  # results own their memory, and outlive the call
    assert result.count_nonzero() == 0


def test_one_program_for_all_sizes_of_a_call():
    weight = normal(7, 40)
    OPS.linear(normal(2, 3, 40), weight)
    before = kernels.compiled()
    for shape in [(1, 1), (2, 3), (4, 17)]:
        OPS.linear(normal(*shape, 40), weight)
    assert kernels.compiled() == before
    OPS.linear(normal(2, 3, 40), normal(9, 40))
    assert kernels.compiled() == before + 1


def test_symbolic_sizes():
    """Symbols of tokens and requests go through; the rows that a compressor makes of them are a new one."""

    class Rows(torch.nn.Module):
        def forward(self, x, start_pos, query_lens):
            (_, *weights), attributes = CALLS["compressor"][0]
            cos, sin, _ = OPS.rope_table(torch.arange(64, dtype=torch.int32), rope_dim=rd, theta=10000.0)
            state = x.new_zeros(x.shape[0], 2 * r, 2 * d)
            rows, *_ = OPS.compressor(x, *weights[:4], cos, sin, state, state, start_pos, query_lens, **attributes)
            return rows, OPS.rms_norm(x, norm_eps=1e-6)

    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", min=2)
    example = (normal(B, 9, D), start, lengths(9, 9))
    program = torch.export.export(Rows(), example, dynamic_shapes=({0: batch, 1: length}, {0: batch}, {0: batch}))
    rows, y = (value.meta["val"].shape for value in next(iter(program.graph.find_nodes(op="output"))).args[0])
    x = next(node for node in program.graph.find_nodes(op="placeholder") if node.name == "x").meta["val"].shape
    assert y == x
    assert rows[0] == x[0]
    assert (str(rows[1]), rows[2]) == ("u0", d)
    for length in (2, 4, 8, 11):
        rows, _ = program.module()(normal(3, length, D), lengths(0, 0, 0), lengths(length, length, length))
        assert rows.shape == (3, -(-length // 4), d)


def test_errors():
    x, weight = normal(B, S, D), normal(D)
    with pytest.raises(dsv4.Error, match=r"weight is 23, expected D = 24 \(dimension 2 of x\)"):
        OPS.rms_norm(x, normal(23), norm_eps=1e-6)
    with pytest.raises(dsv4.Error, match="norm_eps is 0"):
        OPS.rms_norm(x, weight, norm_eps=0.0)
    with pytest.raises(dsv4.Error, match=r"scoring_func is 'tanh', expected a value of #dsv4.scoring_function"):
        OPS.gate_score(x, normal(6, D), scoring_func="tanh")
    with pytest.raises(TypeError, match=r"dsv4 has no element type for torch.complex64"):
        OPS.rms_norm(x.to(torch.complex64), norm_eps=1e-6)
    with pytest.raises(dsv4.Error, match=r"an id is outside \[0, 40\)"):
        OPS.embedding(tokens + 40, normal(40, D))
    with pytest.raises(RuntimeError, match="norm_eps"):
        OPS.rms_norm(x, weight)


def test_gradients_are_refused():
    x = normal(B, S, D).requires_grad_()
    y = OPS.rms_norm(x, norm_eps=1e-6)
    with pytest.raises(RuntimeError, match=r"dsv4::rms_norm has no gradient: .* torch.no_grad\(\)"):
        y.sum().backward()
    with torch.no_grad():
        assert not OPS.rms_norm(x, norm_eps=1e-6).requires_grad

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""PyTorch programs that exercise the aten and prims handlers of convert-torch-to-dsv4, one small function each.

`CASES` is what test_import_aten.py runs: it imports the text that torch-mlir printed for a case, from Inputs/aten, and
compares with what PyTorch computes. The texts are committed because printing them takes torch-mlir, which must not be
loaded into a process that has loaded dsv4's MLIR. After a change here, print them again:

    python test/python/aten_cases.py            # all
    python test/python/aten_cases.py topk sort  # those whose name begins so
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F

FOLDER = Path(__file__).parent / "Inputs" / "aten"
BF16, F32, I64, I32, BOOL = torch.bfloat16, torch.float32, torch.int64, torch.int32, torch.bool
NAN, INF = float("nan"), float("inf")
# Everything that compares, rounds or divides in a special way.
SPECIAL = torch.tensor([NAN, INF, -INF, 0.0, -0.0, 1.5, -1.5, 2.5, -2.5, 1e-30, 3e38, 20.0, -20.0, 0.1, -7.0, 7.0])


@dataclass
class Case:
    """`function(*arguments)`, whose results are to be equal bit by bit but for `tolerance` units in the last place of
    the element, or `spread` units of the largest element (for sums, whose order is not defined). `dynamic`: sizes of
    the arguments (index, dim) that the program leaves open."""

    name: str
    function: Callable
    arguments: tuple
    tolerance: float = 0
    spread: float = 0
    dynamic: tuple = ()
    # "raw": torch-mlir's decompositions; "plain": none; "torch": its backend pipeline as well.
    forms: tuple = ("raw",)
    # How the results are compared, if not one by one: takes (arguments, got, wanted).
    check: Callable | None = None


CASES: list[Case] = []


def case(name, function, *arguments, **options):
    CASES.append(Case(name, function, arguments, **options))


def normal(*shape, dtype=F32, seed=0, scale=1.0):
    values = torch.randn(shape, generator=torch.Generator().manual_seed(seed)) * scale
    return values.to(dtype)


def integers(low, high, *shape, dtype=I64, seed=0):
    return torch.randint(low, high, shape, generator=torch.Generator().manual_seed(seed)).to(dtype)


def special(dtype=F32):
    return SPECIAL.to(dtype)


def pairs(dtype=F32):
    """Every special value with every other."""
    x = special(dtype)
    return x.repeat_interleave(len(x)), x.repeat(len(x))


# Functions of one tensor. libm is right to a unit in the last place, the vector functions that torch calls to one or
# two.
ALL_FORMS = ("raw", "plain", "torch")
for name, function, units in [
    ("exp", torch.exp, 2),
    ("log1p", lambda x: torch.log1p(x.abs()), 2),
    ("log", lambda x: torch.log(x.abs()), 2),
    ("sqrt", torch.sqrt, 1),
    ("rsqrt", lambda x: torch.rsqrt(x), 2),
    ("cos", torch.cos, 2),
    ("sin", torch.sin, 2),
    ("tanh", torch.tanh, 3),
    ("erf", torch.erf, 3),
    ("sigmoid", torch.sigmoid, 3),
    ("silu", F.silu, 4),
    ("gelu", F.gelu, 4),
    ("softplus", F.softplus, 3),
    ("relu", F.relu, 0),
    ("neg", torch.neg, 0),
    ("abs", torch.abs, 0),
    ("square", torch.square, 0),
    ("reciprocal", torch.reciprocal, 0),
    ("floor", torch.floor, 0),
    ("ceil", torch.ceil, 0),
    ("trunc", torch.trunc, 0),
    ("round", torch.round, 0),
    ("isnan", torch.isnan, 0),
    ("isinf", torch.isinf, 0),
    ("logical_not", torch.logical_not, 0),
]:
    # torch's vector functions give anything for sin(3e38) and gelu(-inf); 1 + erf(x) and erf of tiny x cancel there.
    fit = {"gelu": (lambda x: x.nan_to_num(0, 5, -5).clamp(-20, 20)), "cos": (lambda x: x.clamp(-100, 100))}
    fit["sin"] = fit["cos"]
    x = fit.get(name, lambda x: x)(special())
    spread = 1 if name in ("gelu", "erf") else 0
    case(f"{name}_f32", function, torch.cat([x, normal(48)]), tolerance=units, spread=spread, forms=("raw", "plain"))
    # Computed in f32 and rounded once. A unit of f32 may tip the rounding to the other neighbour.
    case(f"{name}_bf16", function, x.to(BF16), tolerance=1 if units else 0, spread=spread)
case("exp_i64", torch.exp, integers(-5, 5, 7), tolerance=2)
case("neg_i64", torch.neg, integers(-5, 5, 7), dynamic=((0, 0),))
case("abs_i64", torch.abs, integers(-5, 5, 7))
case(
    "bitwise_not",
    lambda x, b: (torch.bitwise_not(x), torch.bitwise_not(b)),
    integers(-5, 5, 7),
    torch.tensor([True, False]),
)
case("softplus_beta", lambda x: F.softplus(x, 2.0, 3.0), special(), tolerance=3, forms=("raw", "plain"))
for exponent in (2, 3, 0.5, -0.5, -1, -2, 0, 1, 2.5, 4):
    units = 0 if exponent in (2, 0, 1, -1) else 2
    case(
        f"pow_{str(exponent).replace('.', 'p').replace('-', 'm')}",
        lambda x, e=exponent: torch.pow(x, e),
        special(),
        tolerance=units,
    )
case("pow_bf16", lambda x: (x.pow(2), x.pow(3)), special(BF16), tolerance=1)
case("pow_i64", lambda x: (x.pow(3), x.pow(0), x.pow(63)), integers(-5, 5, 9))
case(
    "clamp_f32",
    lambda x: (x.clamp(-1.5, 2), x.clamp(min=0.0), x.clamp(max=-0.0), x.clamp(3, 1)),
    special(),
    forms=ALL_FORMS,
)
case(
    "clamp_bf16",
    lambda x: (x.clamp(-1.5, 2), x.clamp_min(0.3), x.clamp_max(0.3)),
    special(BF16),
    forms=("raw", "plain"),
)
case("clamp_i64", lambda x: (x.clamp(min=0), x.clamp(-2, 2), x.clamp(max=1)), integers(-9, 9, 2, 5), dynamic=((0, 1),))

# Functions of two.
for name, function in [
    ("add", lambda x, y: torch.add(x, y)),
    ("add_alpha", lambda x, y: torch.add(x, y, alpha=3)),
    ("sub", lambda x, y: torch.sub(x, y, alpha=2)),
    ("mul", torch.mul),
    ("maximum", torch.maximum),
    ("minimum", torch.minimum),
    ("eq", torch.eq),
    ("ne", torch.ne),
    ("lt", torch.lt),
    ("le", torch.le),
    ("gt", torch.gt),
    ("ge", torch.ge),
    ("logical_and", torch.logical_and),
    ("logical_or", torch.logical_or),
    ("logical_xor", torch.logical_xor),
]:
    for dtype in (F32, BF16):
        case(f"{name}_{'f32' if dtype is F32 else 'bf16'}", function, *pairs(dtype))
    case(f"{name}_i64", function, integers(-3, 4, 4, 9), integers(-3, 4, 9, seed=1), dynamic=((0, 0),))
for name in ("eq", "ne", "logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor"):
    a, b = torch.tensor([True, True, False, False]), torch.tensor([True, False, True, False])
    case(f"{name}_i1", getattr(torch, name), a, b)
for name in ("bitwise_and", "bitwise_or", "bitwise_xor"):
    case(f"{name}_i64", getattr(torch, name), integers(-99, 99, 3, 1), integers(-99, 99, 5, seed=1))
case(
    "promote",
    lambda x, y, z, i: (x + y, x * z, i + z, i * y, x - i),
    special(BF16),
    special(),
    torch.tensor(2.5),
    integers(-9, 9, 16),
)
case(
    "compare_promotes", lambda x, y, i: (x < y, x == i, i >= y, i > 0.5), special(BF16), special(), integers(-9, 9, 16)
)
case(
    "scalar_f32",
    lambda x: (x + 1e-6, x - 2, x * 0.1, x / 3, 1 - x, 2 / x, torch.add(x, 3, alpha=2)),
    special(),
    forms=ALL_FORMS,
)
case("scalar_bf16", lambda x: (x + 1e-3, x - 2, x * 0.1, x / 3, 1 - x), special(BF16))
case("scalar_i64", lambda x: (x + 1, x - 2, x * 4, x / 3, 1 - x, x + 0.5), integers(-9, 9, 16), dynamic=((0, 0),))
case("compare_scalar_i64", lambda x: (x == 3, x != 3, x < 3, x <= 3, x > 3, x >= 3), integers(0, 6, 9), forms=ALL_FORMS)
case("compare_scalar_f32", lambda x: (x == 1.5, x != 0, x < 0, x <= 0, x > -1.5, x >= 0.1), special())
case("div_f32", torch.div, *pairs())
case("div_bf16", torch.div, *pairs(BF16))
case("div_i64", torch.div, integers(-9, 9, 20), integers(1, 5, 20, seed=1))
for mode in ("floor", "trunc"):
    case(f"div_{mode}_f32", lambda x, y, m=mode: torch.div(x, y, rounding_mode=m), *pairs())
    case(f"div_{mode}_bf16", lambda x, y, m=mode: torch.div(x, y, rounding_mode=m), *pairs(BF16))
    signed = integers(-9, 9, 40), torch.cat([integers(1, 5, 20), integers(-5, 0, 20)])
    case(f"div_{mode}_i64", lambda x, y, m=mode: torch.div(x, y, rounding_mode=m), *signed)
    case(
        f"div_{mode}_number",
        lambda x, m=mode: (torch.div(x, 4, rounding_mode=m), torch.div(x, -3, rounding_mode=m)),
        integers(-9, 9, 20),
    )
    extreme = torch.tensor([-(2**63), -(2**63), 2**63 - 1]), torch.tensor([-1, 1, -1])
    case(
        f"div_{mode}_smallest",
        lambda x, y, m=mode: torch.div(x, y, rounding_mode=m),
        extreme[0],
        torch.tensor([2, 1, -1]),
    )
case(
    "floor_divide",
    lambda x, f: (x // 4, x // -3, f // 0.75),
    integers(-9, 9, 20),
    special().clamp(max=1e9),
    forms=("raw", "plain"),
)
case("floor_divide_tensor", lambda x, y: x // y, integers(-9, 9, 20), integers(1, 5, 20), forms=("raw", "plain"))
# 3e38: torch's vector function for the remainder gives NaN where the quotient overflows.
case(
    "remainder",
    lambda x, f: (x % 4, x % -3, f % 0.75, f % -2),
    integers(-9, 9, 20),
    special().clamp(max=1e9),
    forms=("raw", "plain"),
)

# Choice and dtypes.
CONDITION = torch.tensor([[True, False, True], [False, False, True]])
case(
    "where",
    lambda c, x, y: (torch.where(c, x, y), torch.where(c, x, 2.0), torch.where(c, -1, y), torch.where(c, 1, 0)),
    CONDITION,
    normal(2, 1),
    normal(3),
    forms=ALL_FORMS,
)
case(
    "where_i64",
    lambda c, x: (torch.where(c, x, -1), torch.where(c, -1, x)),
    CONDITION,
    integers(0, 9, 3),
    dynamic=((0, 0),),
    forms=ALL_FORMS,
)
case("where_promotes", lambda c, x, y: torch.where(c, x, y), CONDITION, normal(3, dtype=BF16), normal(3))
case("masked_fill", lambda c, x: x.masked_fill(c, -INF), CONDITION, normal(2, 3), forms=("raw", "plain"))
WHOLE = torch.tensor([0.0, -0.0, 1.75, -2.5, 77.001, 300.0, -1e-9])
case("to", lambda x: (x.to(I64), x.to(I32), x.to(BOOL), x.to(BF16), x.double(), x.half()), WHOLE, forms=ALL_FORMS)
case(
    "to_i64",
    lambda x: (x.float(), x.to(BF16), x.to(I32), x.bool(), x.to(torch.int8)),
    torch.tensor([0, 1, -1, 2**31 + 5, 77, 2**53 + 1]),
)
case("to_bool", lambda x: (x.float(), x.to(I64), x.to(BF16)), torch.tensor([True, False]), forms=ALL_FORMS)
case(
    "to_bf16",
    lambda x: (x.float(), x.to(I32), x.to(BOOL), x.to(torch.float16)),
    special(BF16).nan_to_num(0, 9, -9)[:10],
)
case("type_as", lambda x, y: x.type_as(y), normal(3), normal(1, dtype=BF16), forms=("raw", "plain"))

# New tensors.
case(
    "arange",
    lambda: (
        torch.arange(8),
        torch.arange(2, 9),
        torch.arange(1, 9, 3),
        torch.arange(5, -4, -2),
        torch.arange(3, 3),
        torch.arange(5, dtype=F32),
        torch.arange(0, 1, 0.25),
    ),
    forms=ALL_FORMS,
)
case(
    "arange_dynamic",
    lambda x: (torch.arange(x.shape[0]), torch.arange(1, x.shape[0] + 2, 2), torch.arange(x.shape[0], dtype=F32)),
    normal(5),
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case(
    "full",
    lambda x: (
        torch.full((2, 3), 1.5),
        torch.zeros(2),
        torch.ones(3, dtype=I64),
        torch.zeros_like(x),
        torch.ones_like(x),
        torch.full_like(x, -INF),
        torch.full_like(x, True, dtype=BOOL),
        x.new_zeros(2, 2),
        x.new_ones(2),
        x.new_full((2,), 3.0),
    ),
    normal(2, 2),
    forms=ALL_FORMS,
)
case(
    "full_dynamic",
    lambda x: (torch.zeros(x.shape[0], 2), torch.full((x.shape[0],), -1), torch.ones_like(x)),
    normal(4, 3),
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case(
    "empty",
    lambda x: (
        torch.empty(2, 3).fill_(1),
        torch.empty_like(x).copy_(x),
        torch.empty_strided((2, 2), (2, 1)).fill_(0),
        x.new_empty(2).zero_(),
    ),
    normal(2, 2),
)
case(
    "constants",
    lambda x: (
        x + torch.tensor([1.0, 2.0, 3.0]),
        x * torch.tensor(2.0),
        torch.tensor([[True, False]]),
        torch.tensor(3),
    ),
    normal(3),
    forms=("raw", "torch"),
)
case("tril", lambda x: (x.tril(), x.triu(1), torch.ones(3, 4).tril(-1)), normal(4, 5), forms=("raw", "plain"))

# Shapes.
X = normal(2, 3, 4)
case("view", lambda x: (x.view(6, 4), x.view(2, -1), x.view(2, 3, 2, 2), x.view(-1), x.view(2, 1, 3, 4)), X)
case(
    "view_dynamic",
    lambda x: (x.view(-1, 4), x.view(x.shape[0], 12), x.view(x.shape[0], -1, 2), x.view(3 * x.shape[0], 4)),
    X,
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case(
    "view_two_dynamic",
    lambda x: (x.view(-1, 4), x.flatten(), x.flatten(0, 1), x.view(x.shape[0], x.shape[1], 2, 2)),
    X,
    dynamic=((0, 0), (0, 1)),
    forms=("raw", "plain"),
)
case("view_splits", lambda x: x.view(x.shape[0] // 4, 4, 3), normal(8, 3))
case("reshape", lambda x: (x.reshape(3, 8), x.transpose(0, 1).reshape(-1), x.reshape(-1, 2)), X, forms=("raw", "plain"))
case(
    "flatten",
    lambda x: (
        x.flatten(),
        x.flatten(1),
        x.flatten(0, 1),
        x.flatten(-2, -1),
        x[0, 0, 0].flatten(),
        x.unflatten(2, (2, 2)),
    ),
    X,
    forms=ALL_FORMS,
)
case(
    "permute",
    lambda x: (x.permute(2, 0, 1), x.transpose(-1, 0), x[0].t(), x.permute(0, 1, 2), x.mT),
    X,
    dynamic=((0, 1),),
    forms=("raw", "plain"),
)
case(
    "expand",
    lambda x, y: (
        x.expand(2, 3, 4),
        x.expand(-1, -1, 4),
        y.expand(5, -1),
        torch.broadcast_to(x, (2, 2, 3, 4)),
        y.expand(1, 2, 3),
    ),
    normal(2, 3, 1),
    normal(3),
    forms=ALL_FORMS,
)
case(
    "expand_dynamic",
    lambda x, y: (x.expand(-1, 4), x.expand(3, x.shape[0], 2), y.expand(x.shape[0], 3)),
    normal(5, 1),
    normal(1, 3),
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case(
    "repeat",
    lambda x: (
        x.repeat(2, 3),
        x.repeat(2, 1, 1),
        x.repeat(1, 0),
        x.repeat_interleave(2, dim=1),
        x.repeat_interleave(3, 0),
    ),
    normal(2, 3),
    forms=("raw", "plain"),
)
case("repeat_dynamic", lambda x: (x.repeat(2, 1), x.repeat(x.shape[0], 2)), normal(2, 3), dynamic=((0, 0),))
case(
    "squeeze",
    lambda x: (
        x.squeeze(),
        x.squeeze(0),
        x.squeeze(1),
        x.squeeze(-1),
        x.squeeze((0, 2)),
        x.unsqueeze(0),
        x.unsqueeze(-1),
        x.unsqueeze(2),
    ),
    normal(1, 3, 1),
    forms=ALL_FORMS,
)
case(
    "squeeze_dynamic",
    lambda x: (x.squeeze(1), x.unsqueeze(0), x.unsqueeze(1), x.unsqueeze(-1)),
    normal(3, 1),
    dynamic=((0, 0),),
)
case(
    "select",
    lambda x: (x[0], x[:, 1], x[-1], x[..., -2], x.select(1, -1)),
    X,
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case("select_torch", lambda x: (x[0], x[:, 1], x[..., -2]), X, forms=("torch",))
case(
    "slice",
    lambda x: (x[1:], x[:, 1:3], x[..., -3:-1], x[..., ::2], x[:, 0:99], x[2:1], x[-99:1], x[..., 1::3]),
    X,
    forms=ALL_FORMS,
)
case(
    "slice_dynamic",
    lambda x: (x[1:], x[:-1], x[-3:], x[::2], x[1:99], x[-2:-1], x[:, 1:], x[x.shape[0] - 2 :]),
    normal(5, 3),
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case(
    "split",
    lambda x: (*x.split(2, -1), *x.split([1, 2], 1), *x.chunk(2, -1), *x.unbind(0), *x.split(3, -1), *x.chunk(3, -1)),
    X,
    forms=ALL_FORMS,
)
case(
    "split_dynamic",
    lambda x: (*x.split([1, 3], 1), *x.chunk(2, 1), *x.unbind(1)),
    normal(5, 4),
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case(
    "cat",
    lambda x, y: (
        torch.cat([x, y]),
        torch.cat([x, x, x], -1),
        torch.cat([x], 1),
        torch.stack([x, x], 1),
        torch.stack([x, x], -1),
        torch.hstack([x, x]),
    ),
    normal(2, 3),
    normal(4, 3, seed=1),
    forms=ALL_FORMS,
)
case(
    "cat_dynamic",
    lambda x, y: (torch.cat([x, y]), torch.cat([x, x], -1)),
    normal(2, 3),
    normal(4, 3, seed=1),
    dynamic=((0, 0), (1, 0)),
)
case("cat_promotes", lambda x, y: torch.cat([x, y]), normal(2, dtype=BF16), normal(3))
case(
    "flip_roll",
    lambda x: (x.flip(0), x.flip(0, -1), x.roll(1, 0), x.roll(-1, -1)),
    normal(3, 4),
    forms=("raw", "plain"),
)
case(
    "copies",
    lambda x, y: (
        x.clone(),
        x.contiguous(),
        x.detach(),
        torch.ops.aten.alias(x),
        torch.ops.aten.copy(x, y),
        x.clone().copy_(y),
    ),
    normal(2, 3),
    normal(3, dtype=BF16),
)


def in_place(x, y):
    x = x.clone()
    x[:, :2] = y[:, :2]
    x[0] = 7
    x[..., 1::2] += 1
    x[1, 2] = y[0, 0]
    return x


case("slice_scatter", in_place, normal(3, 5), normal(3, 5, seed=1), forms=("raw", "torch"))
case(
    "slice_scatter_step",
    lambda x, y: (
        torch.slice_scatter(x, y, 0, 1, 6, 2),
        torch.slice_scatter(x, x[-2:], 0, -2),
        torch.select_scatter(x, y[0], 0, -1),
    ),
    normal(7, 2),
    normal(3, 2, seed=1),
    forms=("raw", "plain"),
)
case(
    "slice_scatter_dynamic",
    lambda x, y: torch.slice_scatter(x, y, 1, 1, 3),
    normal(3, 5),
    normal(3, 2, seed=1),
    dynamic=((0, 0), (1, 0)),
)

# Reductions.
ONES = normal(2, 3, 50)
for keep in (False, True):
    suffix = "_keep" if keep else ""
    case(
        "sum" + suffix,
        lambda x, k=keep: (x.sum(-1, keepdim=k), x.sum((0, 2), keepdim=k), x.sum(1, keepdim=k), x.sum((), keepdim=k)),
        ONES,
        spread=32,
        forms=("raw", "plain"),
    )
    case(
        "mean" + suffix,
        lambda x, k=keep: (x.mean(-1, keepdim=k), x.mean((0, 1), keepdim=k), x.mean((0, 1, 2), keepdim=k)),
        ONES,
        spread=32,
        forms=ALL_FORMS,
    )
    case(
        "mean_dynamic" + suffix,
        lambda x, k=keep: (x.mean(0, keepdim=k), x.mean(-1, keepdim=k)),
        ONES,
        spread=32,
        dynamic=((0, 0), (0, 1)),
    )
    case(
        "max" + suffix,
        lambda x, k=keep: (
            *torch.max(x, -1, keepdim=k),
            *torch.min(x, 0, keepdim=k),
            x.amax((0, 1), keepdim=k),
            x.amin(-1, keepdim=k),
            x.argmax(-1, keepdim=k),
            x.argmin(0, keepdim=k),
        ),
        ONES,
    )
case(
    "sum_all",
    lambda x, i, b: (x.sum(), i.sum(), b.sum(), b.sum(0), i.sum(0), x.sum(0, dtype=torch.float64), i.sum(0, dtype=F32)),
    normal(3, 4),
    integers(-9, 9, 3, 4),
    CONDITION,
    spread=8,
)
case("sum_bf16", lambda x: (x.sum(-1), x.mean(-1), x.sum(-1, dtype=F32)), normal(3, 300, dtype=BF16), spread=32)
case("sum_empty", lambda x: (x.sum(0), x.mean(0), x.prod(0)), normal(0, 3))
case("prod", lambda x, i: (x.prod(-1), i.prod(0)), normal(3, 4), integers(1, 4, 3, 4), spread=4)
case("all_any", lambda b: (b.all(), b.any(), b.all(0), b.any(1), b.all(1, keepdim=True)), CONDITION)
case("var", lambda x: (x.var(-1), x.std(-1), x.var(-1, unbiased=False)), ONES, spread=32)
case(
    "max_special",
    lambda x: (*torch.max(x, -1), x.amax(-1), x.argmax(-1), *torch.min(x, -1)),
    torch.tensor(
        [
            [NAN, 1, NAN, 2],
            [1, 3, 3, 2],
            [-0.0, 0.0, -0.0, 0.0],
            [0.0, -0.0, 0.0, -1.0],
            [-INF, -INF, -INF, -INF],
            [INF, NAN, INF, 0],
        ]
    ),
)
case("max_i64", lambda x: (*torch.max(x, -1), x.max(), x.min(), x.argmax()), integers(-9, 9, 3, 7))
case("max_bf16", lambda x: torch.max(x, 1), normal(3, 7, dtype=BF16), dynamic=((0, 0), (0, 1)))
case(
    "softmax",
    lambda x: (x.softmax(-1), x.softmax(0), torch.log_softmax(x, -1)),
    normal(3, 7, scale=4),
    spread=8,
    forms=ALL_FORMS,
)
case(
    "softmax_special",
    lambda x: x.softmax(-1),
    torch.tensor([[-INF, 0, 1], [-INF, -INF, -INF], [INF, 0, 1], [NAN, 0, 1], [3e38, -3e38, 0]]),
    spread=8,
)
case(
    "softmax_bf16",
    lambda x: (x.softmax(-1), x.softmax(-1, dtype=F32)),
    normal(3, 7, scale=4, dtype=BF16),
    spread=8,
    forms=("raw", "plain"),
)
case("softmax_dynamic", lambda x: (x.softmax(-1), x.softmax(1)), normal(2, 3, 5), spread=8, dynamic=((0, 0), (0, 2)))
case("logsumexp", lambda x: (x.logsumexp(-1), x.logsumexp((0, 1))), normal(3, 7, scale=4), spread=8)
case("cumsum", lambda x: (x.cumsum(-1), x.cumsum(0)), normal(3, 37), spread=32, forms=ALL_FORMS)
case(
    "cumsum_i64",
    lambda x, b, f: (x.cumsum(0), b.cumsum(-1), f.cumsum(0, dtype=I32), x.cumsum(0, dtype=F32)),
    integers(-9, 9, 33),
    CONDITION,
    normal(5, scale=9),
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case("cumsum_edges", lambda x, y: (x.cumsum(0), y.cumsum(1), y[0, 0].cumsum(0)), normal(0), normal(3, 1))
case("cumsum_bf16", lambda x: x.cumsum(-1), normal(2, 40, dtype=BF16), spread=2)
case("histc", lambda i: torch.histc(i.float(), bins=4, min=0, max=3), integers(0, 4, 30))
case(
    "histc_edges",
    lambda x: (torch.histc(x, bins=5, min=-1, max=1), torch.histc(x, bins=3, min=0, max=2)),
    torch.tensor([-1.0, -0.6, -0.2, 0.2, 1.0, 1.01, -1.1, 0.0, 2.0, 0.99]),
)

# Order.
TIES = integers(0, 5, 4, 23).float()


def same_selection(largest=True):
    """Which of equal elements topk takes is not defined: the values agree, and the indices lead to them, each once."""

    def check(arguments, got, wanted):
        x, dim = arguments[0].float(), -1
        torch.testing.assert_close(got[0].float(), wanted[0].float(), rtol=0, atol=0, equal_nan=True)
        torch.testing.assert_close(torch.gather(x, dim, got[1]), got[0].float(), rtol=0, atol=0, equal_nan=True)
        assert all(len(row.unique()) == len(row) for row in got[1].reshape(-1, got[1].shape[-1]))

    return check


def same_set(arguments, got, wanted):
    """The same for sorted=False, whose order is not defined either."""
    order = lambda pair: pair[0].float().sort(-1).values  # noqa: E731
    torch.testing.assert_close(order(got), order(wanted), rtol=0, atol=0, equal_nan=True)
    torch.testing.assert_close(
        torch.gather(arguments[0].float(), -1, got[1]), got[0].float(), rtol=0, atol=0, equal_nan=True
    )
    assert all(len(row.unique()) == len(row) for row in got[1].reshape(-1, got[1].shape[-1]))


SHUFFLED = torch.stack([torch.randperm(37, generator=torch.Generator().manual_seed(s)) for s in range(3)])
case("topk", lambda x: torch.topk(x, 5), normal(3, 23), forms=ALL_FORMS)
case("topk_smallest", lambda x: torch.topk(x, 5, largest=False), normal(3, 23))
case("topk_dim", lambda x: torch.topk(x, 2, dim=0), normal(5, 3))
case("topk_all", lambda x: torch.topk(x, 37), SHUFFLED.float())
case("topk_none", lambda x: torch.topk(x, 0), normal(3, 4))
case("topk_ties", lambda x: torch.topk(x, 7), TIES, check=same_selection())
case("topk_special", lambda x: torch.topk(x, 9), special()[None], check=same_selection())
case("topk_unsorted", lambda x: torch.topk(x, 6, sorted=False), TIES, check=same_set)
case("topk_bf16", lambda x: torch.topk(x, 3), SHUFFLED.to(BF16))
case("topk_i64", lambda x: torch.topk(x, 3), SHUFFLED)
case("topk_one", lambda x: torch.topk(x, 1), normal(4, 1))
case("topk_dynamic", lambda x: torch.topk(x, 3), normal(4, 9), dynamic=((0, 0), (0, 1)))
case(
    "sort",
    lambda x: (*torch.sort(x), *torch.sort(x, descending=True), *torch.sort(x, dim=0)),
    normal(3, 23),
    forms=("raw", "plain"),
)
case("sort_stable", lambda x: (*torch.sort(x, stable=True), *torch.sort(x, stable=True, descending=True)), TIES)
case(
    "sort_special",
    lambda x: (*torch.sort(x, stable=True), *torch.sort(x, stable=True, descending=True)),
    torch.cat([special(), special()]),
)
case(
    "sort_i64",
    lambda x: (*torch.sort(x), torch.argsort(x), torch.argsort(x, descending=True)),
    SHUFFLED,
    forms=("raw", "plain"),
)
case(
    "sort_sizes",
    lambda *x: [y for x in x for y in torch.sort(x, stable=True)],
    *(integers(0, 9, n) for n in (0, 1, 2, 3, 4, 5, 7, 8, 9, 16, 17)),
)
case("sort_dynamic", lambda x: torch.sort(x, stable=True), integers(0, 9, 3, 21), dynamic=((0, 1),))

# Reads and writes at computed places.
ROWS = integers(0, 6, 4, 3)
case(
    "gather",
    lambda x, i: (torch.gather(x, 1, i), torch.gather(x, 0, i.clamp(max=4)), torch.gather(x, -1, i[:2])),
    normal(5, 6),
    ROWS,
    forms=ALL_FORMS,
)
case("gather_dynamic", lambda x, i: torch.gather(x, 1, i), normal(4, 6), ROWS, dynamic=((0, 0), (1, 0), (0, 1)))
case(
    "gather_bf16_i64",
    lambda x, y, i: (torch.gather(x, 1, i), torch.gather(y, 1, i)),
    normal(4, 6, dtype=BF16),
    integers(0, 9, 4, 6),
    ROWS,
)
case(
    "embedding", lambda w, i: (F.embedding(i, w), F.embedding(i, w, padding_idx=0)), normal(6, 5), ROWS, forms=ALL_FORMS
)
case("embedding_dynamic", lambda w, i: F.embedding(i, w), normal(6, 5, dtype=BF16), ROWS, dynamic=((1, 0), (1, 1)))
case("embedding_i32", lambda w, i: F.embedding(i, w), normal(6, 5), ROWS.to(I32))
case(
    "index_select",
    lambda x, i: (x.index_select(0, i), x.index_select(-1, i)),
    normal(6, 7),
    integers(0, 6, 4),
    forms=("raw", "plain"),
)
case("index", lambda x, i: (x[i], x[:, i], x[i, 0], x[i - 6], x[..., i]), normal(6, 7, 6), ROWS, forms=ALL_FORMS)
case(
    "index_several",
    lambda x, i, j: (x[i, j], x[i[:, :1], j[0]], x[:, i, j], x[i, :, j], x[i[0], :, 0]),
    normal(6, 7, 6),
    ROWS,
    integers(0, 6, 4, 3, seed=1),
    forms=("raw", "torch"),
)
case("index_dynamic", lambda x, i: (x[i], x[:, i]), normal(6, 6), ROWS[:, 0], dynamic=((0, 1), (1, 0)))
case("index_i32", lambda x, i: x[i], normal(6, 7), ROWS.to(I32))
case("take_along", lambda x, i: torch.take_along_dim(x, i, 1), normal(4, 6), ROWS)
DISTINCT = SHUFFLED[:, :4] % 37
case(
    "scatter_src",
    lambda x, i, s: (x.scatter(1, i, s), x.scatter(-1, i[:2], s)),
    normal(3, 37),
    DISTINCT,
    normal(3, 6, seed=1),
    forms=ALL_FORMS[:2],
)
case(
    "scatter_value",
    lambda x, i: (x.scatter(1, i, 0.5), x.scatter(0, i[:1] % 3, -INF)),
    normal(3, 37),
    DISTINCT,
    forms=ALL_FORMS[:2],
)
case("scatter_bool", lambda i: torch.zeros(3, 37, dtype=BOOL).scatter(1, i, True), DISTINCT)
case("scatter_add", lambda x, i, s: x.scatter_add(1, i, s), integers(0, 9, 4, 6), ROWS, integers(0, 9, 4, 3, seed=1))
case(
    "scatter_dynamic",
    lambda x, i, s: x.scatter(1, i, s),
    normal(3, 37),
    DISTINCT,
    normal(3, 4, seed=1),
    dynamic=((0, 0), (1, 0), (2, 0)),
)
case(
    "index_put",
    lambda x, i, v: (x.index_put((i,), v), x.index_put((i,), v, accumulate=True), x.index_put((i - 6,), v[0])),
    normal(6, 3),
    torch.tensor([4, 0, 2]),
    normal(3, 3, seed=1),
    forms=ALL_FORMS,
)
case(
    "index_put_none",
    lambda x, i, v: torch.ops.aten.index_put(x, [None, i], v),
    normal(3, 6),
    torch.tensor([4, 0, 2]),
    normal(3, 3, seed=1),
)
case(
    "index_put_two",
    lambda x, i, j: torch.ops.aten.index_put(x, [i, j], torch.tensor(9.0)),
    normal(3, 6),
    torch.tensor([2, 0, 1]),
    torch.tensor([4, 0, 2]),
)
case(
    "index_put_add",
    lambda x, i, v: x.index_put((i,), v, accumulate=True),
    integers(0, 9, 6),
    torch.tensor([1, 1, 1, 5]),
    torch.tensor([1, 2, 3, 4]),
)
case(
    "index_add",
    lambda x, i, v: x.index_add(0, i, v),
    integers(0, 9, 6, 2),
    torch.tensor([1, 1, 5]),
    integers(0, 9, 3, 2),
)

# Products. Whole numbers, whose sums are exact whatever their order.
A, B = integers(-4, 5, 3, 8).float(), integers(-4, 5, 8, 5, seed=1).float()
case("mm", lambda a, b: (torch.mm(a, b), a @ b, torch.mm(a, b.t().contiguous().t())), A, B, forms=ALL_FORMS)
case("mm_bf16", lambda a, b: a @ b, A.to(BF16), B.to(BF16), dynamic=((0, 0),))
case("mm_i64", lambda a, b: a @ b, integers(-4, 5, 3, 8), integers(-4, 5, 8, 5))
case("mv_dot", lambda a, b: (a @ b[:, 0], a[0] @ b[:, 0], a[0] @ b), A, B, forms=("raw", "plain"))
case(
    "addmm",
    lambda a, b, c: (torch.addmm(c, a, b), torch.addmm(c, a, b, beta=2, alpha=3)),
    A,
    B,
    integers(-4, 5, 5).float(),
    forms=("raw", "plain"),
)
BATCH = integers(-4, 5, 2, 3, 8).float(), integers(-4, 5, 2, 8, 5, seed=1).float()
case("bmm", torch.bmm, *BATCH, forms=ALL_FORMS)
case("bmm_dynamic", torch.bmm, *BATCH, dynamic=((0, 0), (1, 0), (0, 1)))
case("bmm_transposed", lambda a, b: torch.bmm(a, b.mT.contiguous().mT), *BATCH)
case("bmm_bf16", torch.bmm, BATCH[0].to(BF16), BATCH[1].to(BF16))
case(
    "baddbmm", lambda a, b, c: torch.baddbmm(c, a, b), *BATCH, integers(-4, 5, 2, 3, 5).float(), forms=("raw", "plain")
)
case(
    "matmul",
    lambda a, b, c: (a @ b, a @ b[0], a[0] @ b, c @ b),
    *BATCH,
    integers(-4, 5, 4, 1, 3, 8).float(),
    forms=("raw", "plain"),
)
case(
    "linear",
    lambda x, w, b: (F.linear(x, w), F.linear(x, w, b), F.linear(x[0], w, b), F.linear(x[0, 0], w)),
    BATCH[0],
    integers(-4, 5, 6, 8).float(),
    integers(-4, 5, 6).float(),
    forms=("raw", "plain"),
)
case(
    "linear_bf16",
    lambda x, w: F.linear(x, w),
    BATCH[0].to(BF16),
    integers(-4, 5, 6, 8, dtype=BF16),
    dynamic=((0, 0),),
    forms=("raw", "plain"),
)
case(
    "einsum",
    lambda a, b: (
        torch.einsum("bij,bjk->bik", a, b),
        torch.einsum("bij,bjk->ikb", a, b),
        torch.einsum("bij,bij->bi", a, a),
        torch.einsum("bij->jb", a),
        torch.einsum("i,j->ij", a[0, 0], b[0, 0]),
        torch.einsum("bij,bkj", a, a),
        torch.einsum("...ij,...jk->...ik", a, b),
    ),
    *BATCH,
    forms=("raw", "plain"),
)
case(
    "einsum_grouped",
    lambda x, w: torch.einsum("bsgd,grd->bsgr", x, w),
    integers(-4, 5, 1, 2, 3, 8, dtype=BF16),
    integers(-4, 5, 3, 5, 8, dtype=BF16),
    forms=("raw", "plain"),
)

# Numbers beside tensors.
case(
    "sizes",
    lambda x: (
        x.view(x.shape[0] * 2, -1),
        x.new_zeros(x.shape[0] + 3, x.shape[0] - 1),
        torch.arange(x.shape[0] // 2),
        x * x.shape[0],
    ),
    normal(6, 4),
    dynamic=((0, 0),),
    forms=("plain",),
)
case("number_to_tensor", lambda x: (x // 4, torch.div(x, 3, rounding_mode="floor"), x % 3), integers(0, 99, 5))


# Whole formulas of the models.
def rms_norm(x, w):
    variance = x.float().pow(2).mean(-1, keepdim=True)
    return w * (x * torch.rsqrt(variance + 1e-6)).to(x.dtype)


def rotary(x, cos, sin):
    cos, sin = cos.repeat_interleave(2, dim=-1).unsqueeze(1), sin.repeat_interleave(2, dim=-1).unsqueeze(1)
    x1, x2 = x[..., 0::2], x[..., 1::2]
    rotated = torch.stack((-x2, x1), dim=-1).flatten(-2)
    return (x.float() * cos + rotated.float() * sin).to(x.dtype)


def attention(q, k, v, sinks):
    scores = q @ k.mT * 0.25
    mask = torch.full((q.shape[-2], k.shape[-2]), -INF).triu(1)
    scores = torch.cat([scores + mask, sinks.view(1, -1, 1, 1).expand(q.shape[0], -1, q.shape[2], -1)], -1)
    return scores.softmax(-1)[..., :-1] @ v


def router(x, w, bias):
    scores = F.softplus(F.linear(x, w)).sqrt()
    chosen = torch.topk(scores + bias, 2, dim=-1, sorted=False).indices
    weights = scores.gather(1, chosen)
    return (weights / (weights.sum(-1, keepdim=True) + 1e-20) * 1.5).sum(-1), chosen.sort(-1).values


case("rms_norm", rms_norm, normal(3, 64), normal(64, seed=1), spread=8, dynamic=((0, 0),), forms=("raw", "plain"))
case("rms_norm_bf16", rms_norm, normal(3, 64, dtype=BF16), normal(64, dtype=BF16, seed=1), tolerance=1)
case(
    "rotary",
    rotary,
    normal(1, 2, 5, 8),
    normal(1, 5, 4, seed=1),
    normal(1, 5, 4, seed=2),
    spread=2,
    forms=("raw", "torch"),
)
case("attention", attention, *(normal(2, 2, 5, 8, seed=s) for s in range(3)), normal(2), spread=64)
case("router", router, normal(6, 16), normal(8, 16, seed=1), normal(8, seed=2), spread=16)


def texts(selected: list[Case]):
    """{(name, form): text or exception} as torch-mlir prints it."""
    from torch_mlir import fx
    from torch_mlir.passmanager import PassManager

    for example in selected:

        class Program(torch.nn.Module):
            def forward(self, *arguments):
                return example.function(*arguments)  # noqa: B023 (used before the next turn)

        dynamic = None
        if example.dynamic:
            places = [
                {d: torch.export.Dim.AUTO for a, d in example.dynamic if a == i} for i in range(len(example.arguments))
            ]
            dynamic = (tuple(p or None for p in places),)
        for form in example.forms:
            try:
                with torch.no_grad():
                    exported = torch.export.export(Program(), example.arguments, dynamic_shapes=dynamic, strict=False)
                table = {} if form == "plain" else None
                module = fx.export_and_import(exported, output_type="raw", decomposition_table=table)
                if form == "torch":
                    with module.context:
                        pipeline = "builtin.module(torchdynamo-export-to-torch-backend-pipeline)"
                        PassManager.parse(pipeline).run(module.operation)
                yield example.name, form, str(module)
            except Exception as error:
                yield example.name, form, error


def main() -> int:
    prefixes = tuple(sys.argv[1:])
    FOLDER.mkdir(parents=True, exist_ok=True)
    failures = 0
    for name, form, text in texts([c for c in CASES if not prefixes or c.name.startswith(prefixes)]):
        if isinstance(text, Exception):
            failures += 1
            print(f"{name}.{form}: {' '.join(str(text).split())[:300]}", file=sys.stderr, flush=True)
        else:
            lines = [line.rstrip() for line in text.strip().split("\n")]
            (FOLDER / f"{name}.{form}.mlir").write_text("\n".join(lines) + "\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

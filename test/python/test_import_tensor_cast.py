# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the tensor_cast handlers of convert-torch-to-dsv4 compute, against numpy and the golden fixtures."""

from pathlib import Path

import ml_dtypes
import numpy as np
import pytest

import dsv4
from dsv4.testing.fixture import Fixture

BF16, FP8, FP4, E8M0 = (
    ml_dtypes.bfloat16,
    ml_dtypes.float8_e4m3fn,
    ml_dtypes.float4_e2m1fn,
    ml_dtypes.float8_e8m0fnu,
)
GOLDEN = Path(__file__).parents[1] / "Integration" / "golden"
CONSTANTS = """
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %last = torch.prim.ListConstruct %m1 : (!torch.int) -> !torch.list<int>
"""
TYPES = {"none": "!torch.none", "true": "!torch.bool", "false": "!torch.bool", "m1": "!torch.int"}


def tensor(*shape, dtype: str) -> str:
    return f"!torch.vtensor<[{','.join(map(str, shape))}],{dtype}>"


class Program:
    """A torch program: arguments, then calls, then what is returned."""

    def __init__(self, **arguments: str):
        self.types = dict(TYPES) | {"last": "!torch.list<int>"} | arguments
        self.arguments = arguments
        self.body = ""

    def integer(self, value: int) -> str:
        name = f"int{value}".replace("-", "m")
        if name not in self.types:
            self.types[name] = "!torch.int"
            self.body += f"  %{name} = torch.constant.int {value}\n"
        return name

    def call(self, operator: str, operands: list, results: dict[str, str]) -> None:
        """One operator; ints among the operands become constants."""
        names = [self.integer(o) if isinstance(o, int) else o for o in operands]
        types = ", ".join(self.types[name] for name in names)
        out = ", ".join(results.values())
        left = ", ".join(f"%{name}" for name in results)
        call = f'torch.operator "torch.tensor_cast.{operator}"({", ".join("%" + name for name in names)})'
        self.body += f"  {left} = {call} : ({types}) -> ({out})\n"
        self.types |= results

    def compile(self, *returned: str, options: str = "") -> dsv4.Program:
        signature = ", ".join(f"%{name}: {kind}" for name, kind in self.arguments.items())
        types = ", ".join(self.types[name] for name in returned)
        values = ", ".join("%" + name for name in returned)
        text = f"func.func @main({signature}) -> ({types}) {{{CONSTANTS}{self.body}  return {values} : {types}\n}}"
        module = dsv4.Module(text)
        module.run("convert-torch-to-dsv4" + (f"{{{options}}}" if options else ""))
        return dsv4.compile(module)


def normal(*shape, seed=0, dtype=np.float32):
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32).astype(dtype)


@pytest.mark.parametrize("inverse", [False, True])
@pytest.mark.parametrize("neox", [False, True])
def test_apply_rope(neox, inverse):
    """Neighbours, or channel i and i + rd / 2, of the last 8 of 12 channels."""
    x, angle = normal(2, 3, 2, 12), normal(2, 3, 4, seed=1)
    program = Program(
        x=tensor(2, 3, 2, 12, dtype="f32"), cos=tensor(2, 3, 4, dtype="f32"), sin=tensor(2, 3, 4, dtype="f32")
    )
    flags = ["true" if neox else "false", "true" if inverse else "false"]
    program.call("apply_rope_inplace", ["x", "cos", "sin", *flags, 8], {"y": tensor(2, 3, 2, 12, dtype="f32")})
    got = program.compile("y")(x, np.cos(angle), np.sin(angle))
    tail = x[..., 4:]
    a, b = (tail[..., :4], tail[..., 4:]) if neox else (tail[..., ::2], tail[..., 1::2])
    turn = np.exp(1j * angle * (-1 if inverse else 1))[:, :, None, :]
    z = (a + 1j * b) * turn
    want = np.concatenate([z.real, z.imag], -1) if neox else np.stack([z.real, z.imag], -1).reshape(tail.shape)
    np.testing.assert_array_equal(got[..., :4], x[..., :4])
    np.testing.assert_allclose(got[..., 4:], want, atol=1e-6)


def test_slots_outside_i32():
    """A slot that i32 cannot hold is not another slot: a negative one is skipped, a large one an error."""
    program = Program(
        kv=tensor(1, 2, 4, dtype="f32"), cache=tensor(1, 3, 4, dtype="f32"), slots=tensor(1, 2, dtype="si64")
    )
    program.call("scatter_nd_update_mla", ["kv", "cache", "slots", "none", "none"], {"c": tensor(1, 3, 4, dtype="f32")})
    main = program.compile("c")
    rows, cache = normal(1, 2, 4), normal(1, 3, 4, seed=1)
    # Both are 1 modulo 2^32.
    got = main(rows, cache, np.array([[1 - 2**32, 2]]))
    np.testing.assert_array_equal(got, np.stack([cache[0, 0], cache[0, 1], rows[0, 1]])[None])
    with pytest.raises(dsv4.Error, match="scatter_nd_update_mla"):
        main(rows, cache, np.array([[1 + 2**32, 2]]))


@pytest.mark.parametrize(
    "case",
    [
        "r4_d32_s13_remainder",
        "r4_d32_chunk_p7_s6",
        "r4_d32_decode_p11_emit",
        "r4_d128_s12_rotate_fp4",
        "r4_d144_s12_fp8_two_blocks",
        "r128_d32_chunk_p100_s40",
        "r128_d32_s260",
    ],
)
def test_compressor(case):
    """A fixture of the reference code through the operator: rows in the cache at their slots, states in place."""
    fixture = Fixture.load(GOLDEN / "compressor" / f"{case}.json")
    a, data = fixture.attributes, fixture.arrays
    batch, tokens, hidden = data["x"].shape
    d, ratio, rope = data["norm"].shape[0], a["ratio"], 2 * data["cos"].shape[-1]
    emitted = (data["start_pos"] + data["query_lens"]) // ratio - data["start_pos"] // ratio
    kept = 1 if tokens == 1 else tokens // ratio
    offset, capacity = 5, 5 + int(max(data["start_pos"] + data["query_lens"]) // ratio) + 1
    program = Program(
        x=tensor(batch, tokens, hidden, dtype="f32"),
        cache=tensor(batch, capacity, d, dtype="f32"),
        seq=tensor(batch, dtype="si32"),
        query=tensor(batch, dtype="si32"),
    )
    program.call(
        "compressor",
        ["x", "cache", ratio, d, rope, "true" if a["rotate"] else "false", "seq", "query"],
        {"rows": tensor(batch, kept, d, dtype="f32"), "new": tensor(batch, capacity, d, dtype="f32")},
    )
    precision = "plain" if a["quant"] == "none" else "qat"
    main = program.compile(
        "rows", "new", options=f"precision={precision} compressed-offset={offset} norm-eps={a['norm_eps']}"
    ).functions["main"]
    # Tables by row: the positions (floor(start / ratio) + i) * ratio.
    row_count = -(-tokens // ratio)
    positions = (data["start_pos"][:, None] // ratio + np.arange(row_count)) * ratio
    table = {
        name: data[name] if data[name].ndim == 3 else data[name][np.minimum(positions, len(data[name]) - 1)]
        for name in ("cos", "sin")
    }
    given = {
        "compressor.0.wkv.weight": data["wkv"],
        "compressor.0.wgate.weight": data["wgate"],
        "compressor.0.ape": data["ape"],
        "compressor.0.norm.weight": data["norm"],
        "compressor.0.kv_state": data["kv_state"].copy(),
        "compressor.0.score_state": data["score_state"].copy(),
        f"compressed_cos.ratio_{ratio}": table["cos"].astype(np.float32),
        f"compressed_sin.ratio_{ratio}": table["sin"].astype(np.float32),
    }
    cache = normal(batch, capacity, d)
    inputs = [data["x"], cache, data["start_pos"] + data["query_lens"], data["query_lens"]]
    inputs += [given[spec.name] for spec in main.arguments[4:]]
    if max(emitted) > kept:
        with pytest.raises(dsv4.Error, match="start_pos completes one more"):
            main(*inputs)
        return
    rows, new = main(*inputs)
    rule = {
        name: {k: fixture.meta["arrays"][name]["compare"][k] for k in ("rtol", "atol")}
        for name in fixture.outputs()
        if name != "count"
    }
    want = cache.copy()
    for b in range(batch):
        # The indexer's cache has compressed rows only.
        first = (0 if a["rotate"] else offset) + int(data["start_pos"][b] // ratio)
        want[b, first : first + emitted[b]] = data["rows"][b, : emitted[b]]
        np.testing.assert_allclose(rows[b, : emitted[b]], data["rows"][b, : emitted[b]], **rule["rows"])
    np.testing.assert_allclose(new, want, **rule["rows"])
    for name in ("kv_state", "score_state"):
        got, state = given[f"compressor.0.{name}"], data[f"new_{name}"]
        live = data["live"] != 0
        np.testing.assert_allclose(got[live], state[live], **rule[f"new_{name}"])


def test_routing():
    """init_routing_v2 is a stable sort by expert, unpermute_tokens its inverse; any expert number is fine."""
    x = normal(7, 5)
    experts = np.random.default_rng(1).integers(-3, 4, (7, 3))
    program = Program(x=tensor("?", 5, dtype="f32"), i=tensor("?", 3, dtype="si64"))
    program.call("init_routing_v2", ["x", "i"], {"rows": tensor("?", 5, dtype="f32")})
    program.call("unpermute_tokens", ["rows", "i"], {"y": tensor("?", 3, 5, dtype="f32")})
    rows, y = program.compile("rows", "y")(x, experts)
    order = np.argsort(experts.reshape(-1), kind="stable")
    np.testing.assert_array_equal(rows, x[order // 3])
    np.testing.assert_array_equal(y, np.repeat(x[:, None], 3, axis=1))


def test_routing_checks_sizes():
    program = Program(x=tensor("?", 5, dtype="f32"), i=tensor("?", 3, dtype="si64"))
    program.call("unpermute_tokens", ["x", "i"], {"y": tensor("?", 3, 5, dtype="f32")})
    main = program.compile("y")
    with pytest.raises(dsv4.Error, match="one row per token and choice"):
        main(normal(6, 5), np.zeros((7, 3), np.int64))


@pytest.mark.parametrize("dtype", ["si8", "f8E4M3FN"])
def test_quantise_rows(dtype):
    """Codes and scales of whole rows; a row of zeros has codes 0 and no NaN."""
    x = normal(4, 40, dtype=BF16)
    x[2] = 0
    program = Program(x=tensor(4, 40, dtype="bf16"))
    codes = {"si8": 1, "f8E4M3FN": 24}[dtype]
    results = {"c": tensor(4, 40, dtype=dtype), "s": tensor(4, 1, dtype="f32")}
    program.call("dynamic_quantize_symmetric", ["x", "last", 6, codes], results)
    got, scales = program.compile("c", "s")(x)
    wide = x.astype(np.float32)
    largest = {"si8": 127, "f8E4M3FN": 448}[dtype]
    want = np.maximum(np.abs(wide).max(-1, keepdims=True), np.float32(1e-4)) / np.float32(largest)
    np.testing.assert_array_equal(scales, want)
    if dtype == "si8":
        np.testing.assert_array_equal(got, np.rint(wide / want).astype(np.int8))
    else:
        np.testing.assert_array_equal(got.view(np.uint8), (wide / want).astype(FP8).view(np.uint8))


@pytest.mark.parametrize(("k", "n"), [(64, 32), (256, 192), (128, 128)])
def test_fp8_linear(k, n):
    """Per-row codes times a weight in blocks of 128 x 128: exactly the sum of the dequantised products."""
    x = normal(6, k, dtype=BF16)
    # Channels of very different size: blocks of one row have scales of their own in dsv4.linear.
    x[:, k // 2 :] = (x[:, k // 2 :].astype(np.float32) * 2.0**-6).astype(BF16)
    w = normal(n, k, seed=1).astype(FP8)
    blocks = (-(-n // 128), -(-k // 128))
    exponents = np.random.default_rng(2).integers(120, 130, blocks, dtype=np.uint8)
    program = Program(
        x=tensor(6, k, dtype="bf16"), w=tensor(n, k, dtype="f8E4M3FN"), s=tensor(*blocks, dtype="f8E8M0FNU")
    )
    results = {"c": tensor(6, k, dtype="f8E4M3FN"), "xs": tensor(6, 1, dtype="f8E8M0FNU")}
    program.call("dynamic_quantize_symmetric", ["x", "last", 44, 24], results)
    program.call("fp8_linear", ["c", "w", "xs", "s", "none", 6], {"y": tensor(6, n, dtype="f32")})
    y, codes, scales = program.compile("y", "c", "xs")(x, w.view(np.uint8), exponents)
    dequantised = codes.view(FP8).astype(np.float64) * 2.0 ** (scales.view(np.uint8).astype(np.float64) - 127)
    spread = np.repeat(np.repeat(exponents.astype(np.float64) - 127, 128, 0)[:n], 128, 1)[:, :k]
    want = dequantised @ (w.astype(np.float64) * 2.0**spread).T
    # Sums in f32 of k products.
    np.testing.assert_allclose(y, want, atol=k * 2.0**-24 * np.abs(want).max() * 4)


def test_fp8_linear_scale_per_output_and_bias():
    x, w = normal(5, 48).astype(FP8), normal(20, 48, seed=1).astype(FP8)
    xs, ws = np.abs(normal(5, 1, seed=2)), np.abs(normal(20, 1, seed=3))
    bias = normal(20, seed=4)
    program = Program(
        x=tensor(5, 48, dtype="f8E4M3FN"),
        w=tensor(20, 48, dtype="f8E4M3FN"),
        xs=tensor(5, 1, dtype="f32"),
        ws=tensor(20, 1, dtype="f32"),
        b=tensor(20, dtype="f32"),
    )
    program.call("fp8_linear", ["x", "w", "xs", "ws", "b", 6], {"y": tensor(5, 20, dtype="f32")})
    y = program.compile("y")(x.view(np.uint8), w.view(np.uint8), xs, ws, bias)
    want = (x.astype(np.float64) * xs) @ (w.astype(np.float64) * ws).T + bias
    np.testing.assert_allclose(y, want, rtol=1e-5, atol=1e-5)


def test_static_quant_linear():
    """Integer sums are exact whatever their size: 600 products of up to 127 * 127 are beyond f32's integers."""
    random = np.random.default_rng(0)
    x, w = random.integers(100, 128, (3, 1600), dtype=np.int8), random.integers(100, 128, (4, 1600), dtype=np.int8)
    program = Program(
        x=tensor("?", 1600, dtype="si8"),
        w=tensor(4, 1600, dtype="si8"),
        ws=tensor(4, dtype="f32"),
        xs=tensor("?", 1, dtype="f32"),
    )
    program.call(
        "static_quant_linear", ["x", "w", "ws", "none", "xs", "none", "none", 6], {"y": tensor("?", 4, dtype="f32")}
    )
    y = program.compile("y")(x, w, np.full(4, 0.5, np.float32), np.full((3, 1), 2.0, np.float32))
    sums = x.astype(np.int64) @ w.astype(np.int64).T
    assert sums.max() > 2**24
    np.testing.assert_array_equal(y, sums.astype(np.float32))


def test_mxfp4():
    """Packed codes as torch stores them, and their product; given codes and quantised ones agree."""
    x = normal(4, 64, dtype=BF16)
    w = normal(8, 64, seed=1).astype(FP4)
    exponents = np.random.default_rng(2).integers(120, 130, (8, 2), dtype=np.uint8)
    bits = w.view(np.uint8)
    packed = (bits[:, ::2] | bits[:, 1::2] << 4).astype(np.uint8)
    program = Program(
        x=tensor(4, 64, dtype="bf16"), w=tensor(8, 32, dtype="f4E2M1FN"), s=tensor(8, 2, dtype="f8E8M0FNU")
    )
    results = {"c": tensor(4, 32, dtype="f4E2M1FN"), "xs": tensor(4, 2, dtype="f8E8M0FNU")}
    program.call("dynamic_quantize_mxfp4", ["x", 32], results)
    program.call("mxfp4_linear", ["c", "w", "xs", "s", "none", 6], {"y": tensor(4, 8, dtype="f32")})
    y, codes, scales = program.compile("y", "c", "xs")(x, packed.view(np.int8), exponents)
    scale = 2.0 ** (scales.view(np.uint8).astype(np.float64) - 127)
    # The specification's fp4_act_quant: the ceiling of log2(largest / 6).
    blocks = np.abs(x.astype(np.float64)).reshape(4, 2, 32).max(-1)
    np.testing.assert_array_equal(scale, 2.0 ** np.ceil(np.log2(blocks / 6)))
    got = codes.view(np.uint8)
    unpacked = np.stack([got & 15, got >> 4], -1).reshape(4, 64).astype(np.uint8).view(FP4).astype(np.float64)
    spread = np.repeat(scale, 32, 1)
    np.testing.assert_array_equal(unpacked, (x.astype(np.float64) / spread).astype(FP4).astype(np.float64))
    weight = w.astype(np.float64) * 2.0 ** (np.repeat(exponents.astype(np.float64), 32, 1) - 127)
    want = (unpacked * spread) @ weight.T
    np.testing.assert_allclose(y, want, rtol=1e-6, atol=1e-6 * np.abs(want).max())

    given = Program(
        c=tensor(4, 32, dtype="f4E2M1FN"),
        w=tensor(8, 32, dtype="f4E2M1FN"),
        xs=tensor(4, 2, dtype="f8E8M0FNU"),
        s=tensor(8, 2, dtype="f8E8M0FNU"),
    )
    given.call("mxfp4_linear", ["c", "w", "xs", "s", "none", 6], {"y": tensor(4, 8, dtype="f32")})
    again = given.compile("y")(codes, packed.view(np.int8), scales, exponents)
    np.testing.assert_array_equal(again, y)


def test_mutable_argument_is_written_in_place():
    rows, cache, slots = tensor(1, 1, 4, dtype="f32"), tensor(1, 3, 4, dtype="f32"), tensor(1, 1, dtype="si32")
    mutable = cache.replace("vtensor", "tensor")
    text = f"""
    func.func @main(%rows: {rows}, %cache: {mutable}, %slots: {slots}) -> {cache} {{
      %none = torch.constant.none
      %0 = torch.copy.to_vtensor %cache : {cache}
      %1:2 = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%rows, %0, %slots, %none, %none)
        : ({rows}, {cache}, {slots}, !torch.none, !torch.none) -> ({cache}, {cache})
      torch.overwrite.tensor.contents %1#1 overwrites %cache : {cache}, {mutable}
      return %1#0 : {cache}
    }}"""
    module = dsv4.Module(text)
    module.run("convert-torch-to-dsv4")
    rows, cache = normal(1, 1, 4), normal(1, 3, 4, seed=1)
    want = cache.copy()
    want[0, 2] = rows[0, 0]
    handle = dsv4.compile(module)(rows, cache, np.array([[2]], np.int32))
    np.testing.assert_array_equal(handle, want)
    np.testing.assert_array_equal(cache, want)


def test_symbolic_sizes_are_checked():
    x, y = tensor("?", 2, dtype="f32"), tensor("?", 3, dtype="f32")
    text = f"""
    func.func @main(%x: {x}, %y: {y}) -> {x} {{
      %0 = torch.symbolic_int "s0" {{min_val = 3, max_val = 9223372036854775807}} : !torch.int
      torch.bind_symbolic_shape %x, [%0], affine_map<()[s0] -> (s0 * 2, 2)> : {x}
      torch.bind_symbolic_shape %y, [%0], affine_map<()[s0] -> (s0 * 2, 3)> : {y}
      %1 = torch.aten.exp %x : {x} -> {x}
      return %1 : {x}
    }}"""
    module = dsv4.Module(text)
    module.run("convert-torch-to-dsv4")
    main = dsv4.compile(module)
    main(normal(6, 2), normal(6, 3))
    for shape, message in [
        ((7, 7), "dimension 0 of argument 0 must be a multiple of 2"),
        ((4, 4), "dimension 0 of argument 0 must be at least 6"),
        ((6, 8), "dimension 0 of argument 1 must equal dimension 0 of argument 0"),
    ]:
        with pytest.raises(dsv4.Error, match=message):
            main(normal(shape[0], 2), normal(shape[1], 3))

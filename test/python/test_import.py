# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the aten handlers of convert-torch-to-dsv4 compute, against numpy with torch's rules."""

import ml_dtypes
import numpy as np
import pytest

import dsv4

BF16 = ml_dtypes.bfloat16
PREAMBLE = """
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %3 = torch.constant.int 3
  %6 = torch.constant.int 6
"""


def run(arguments: str, results: str, body: str, *arrays):
    """Imports, compiles and runs `func @main(arguments) -> results { body }`."""
    module = dsv4.Module(f"func.func @main({arguments}) -> {results} {{{PREAMBLE}{body}}}")
    module.run("convert-torch-to-dsv4")
    return dsv4.compile(module)(*arrays)


def normal(*shape, seed=0):
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def tensor(shape: str, dtype: str) -> str:
    return f"!torch.vtensor<[{shape}],{dtype}>"


@pytest.mark.parametrize(
    ("name", "function", "x"),
    [
        ("exp", np.exp, normal(3, 5)),
        # Small arguments are why log1p exists: log(1 + x) is 0 for them.
        ("log1p", np.log1p, np.array([[1e-10, 1e-3, 0.5, 20, 3e8]], np.float32)),
        ("sqrt", np.sqrt, np.abs(normal(3, 5))),
        ("rsqrt", lambda x: 1 / np.sqrt(x), np.abs(normal(3, 5)) + 0.01),
    ],
)
def test_unary(name, function, x):
    t = tensor("?,5", "f32")
    y = run(f"%x: {t}", t, f"%y = torch.aten.{name} %x : {t} -> {t}\n return %y : {t}", x)
    # libm is right to 1 unit in the last place or two.
    np.testing.assert_allclose(y, function(x.astype(np.float64)), rtol=3e-7)


def test_add_alpha_rounds_once():
    """x + 3 y of bf16 in f32: rounding the product first would give other bits for some of these."""
    t = tensor("?", "bf16")
    x, y = normal(4096).astype(BF16), normal(4096, seed=1).astype(BF16)
    got = run(
        f"%x: {t}, %y: {t}",
        t,
        f"%z = torch.aten.add.Tensor %x, %y, %3 : {t}, {t}, !torch.int -> {t}\n return %z : {t}",
        x,
        y,
    )
    exact = x.astype(np.float32) + 3 * y.astype(np.float32)
    np.testing.assert_array_equal(got, exact.astype(BF16))
    assert np.any(got != x + (3 * y.astype(np.float32)).astype(BF16))


def test_mul_broadcasts_and_promotes():
    x, w, y = tensor("?,4", "bf16"), tensor("?,1", "f32"), tensor("?,4", "f32")
    a, b = normal(3, 4).astype(BF16), normal(3, 1, seed=1)
    got = run(f"%x: {x}, %w: {w}", y, f"%y = torch.aten.mul.Tensor %x, %w : {x}, {w} -> {y}\n return %y : {y}", a, b)
    np.testing.assert_array_equal(got, a.astype(np.float32) * b)


def test_integers():
    """sub with alpha, and true division of integers."""
    i, f = tensor("?", "si64"), tensor("?", "f32")
    a, b = np.array([7, -7, 2**40], np.int64), np.array([2, 3, -5], np.int64)
    body = f"""
      %d = torch.aten.sub.Tensor %a, %b, %2 : {i}, {i}, !torch.int -> {i}
      %q = torch.aten.div.Tensor %a, %b : {i}, {i} -> {f}
      return %d, %q : {i}, {f}"""
    difference, quotient = run(f"%a: {i}, %b: {i}", f"({i}, {f})", body, a, b)
    np.testing.assert_array_equal(difference, a - 2 * b)
    np.testing.assert_array_equal(quotient, a.astype(np.float32) / b.astype(np.float32))


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("eq", np.equal),
        ("ne", np.not_equal),
        ("lt", np.less),
        ("le", np.less_equal),
        ("gt", np.greater),
        ("ge", np.greater_equal),
    ],
)
@pytest.mark.parametrize("dtype", ["f32", "bf16", "si64", "ui8"])
def test_compare_scalar(name, function, dtype):
    numpy_dtype = {"f32": np.float32, "bf16": BF16, "si64": np.int64, "ui8": np.uint8}[dtype]
    values = [0, 2, 3, 4, 200] if dtype == "ui8" else [-3, 2, 3, 4, 200]
    x = np.array([*values, np.nan] if dtype in ("f32", "bf16") else values).astype(numpy_dtype)
    t, b = tensor("?", dtype), tensor("?", "i1")
    got = run(f"%x: {t}", b, f"%y = torch.aten.{name}.Scalar %x, %3 : {t}, !torch.int -> {b}\n return %y : {b}", x)
    np.testing.assert_array_equal(got, function(x.astype(np.float64), 3.0))


def test_where_broadcasts():
    c, x, y, z = tensor("?,3", "i1"), tensor("?,1", "bf16"), tensor("", "f32"), tensor("?,3", "f32")
    a, b = np.array([[True, False, True], [False, False, True]]), normal(2, 1).astype(BF16)
    body = f"""
      %y = torch.aten.scalar_tensor %m1, %6, %0, %none, %none
          : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none -> {y}
      %z = torch.aten.where.self %c, %x, %y : {c}, {x}, {y} -> {z}
      return %z : {z}"""
    got = run(f"%c: {c}, %x: {x}", z, body, a, b)
    np.testing.assert_array_equal(got, np.where(a, b.astype(np.float32), np.float32(-1)))


@pytest.mark.parametrize(("dims", "axes"), [("%m1", (2,)), ("%0, %2", (0, 2)), ("%1", (1,)), ("", (0, 1, 2))])
@pytest.mark.parametrize("keep", [True, False])
def test_sum(dims, axes, keep):
    """Whole numbers, so that the order of the additions does not matter; bf16 sums need the f32 accumulator."""
    x = np.random.default_rng(0).integers(-9, 9, (300, 4, 5)).astype(BF16)
    want = x.astype(np.float64).sum(axes, keepdims=keep).astype(BF16)
    shape = (
        ",".join("?" if axis == 0 and size != 1 else str(size) for axis, size in enumerate(want.shape))
        if keep
        else ",".join(str(n) for n in want.shape)
    )
    t, r = tensor("300,4,5", "bf16"), tensor(shape, "bf16")
    types = ", ".join("!torch.int" for d in dims.split(",") if d)
    body = f"""
      %l = torch.prim.ListConstruct {dims} : ({types}) -> !torch.list<int>
      %y = torch.aten.sum.dim_IntList %x, %l, %{str(keep).lower()}, %none
          : {t}, !torch.list<int>, !torch.bool, !torch.none -> {r}
      return %y : {r}"""
    np.testing.assert_array_equal(run(f"%x: {t}", r, body, x), want)


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("f32", "si32", 3),
        ("f32", "i1", 11),
        ("si64", "f32", 6),
        ("ui8", "si64", 4),
        ("i1", "f32", 6),
        ("f32", "bf16", 15),
        ("si64", "i1", 11),
    ],
)
def test_to_dtype(source, target, code):
    dtypes = {"f32": np.float32, "si32": np.int32, "si64": np.int64, "ui8": np.uint8, "i1": np.bool_, "bf16": BF16}
    x = np.array([0, 1, 200, 77] if source == "ui8" else [0, 1.75, -2.5, 77.001]).astype(dtypes[source])
    s, t = tensor("?", source), tensor("?", target)
    body = f"""%c = torch.constant.int {code}
      %y = torch.prims.convert_element_type %x, %c : {s}, !torch.int -> {t}
      return %y : {t}"""
    np.testing.assert_array_equal(run(f"%x: {s}", t, body, x), x.astype(dtypes[target]))


@pytest.mark.parametrize("transposed", [False, True])
def test_mm_accumulates_in_f32(transposed):
    """1 + 256 * 2^-9 in bf16: added one by one in bf16 the small terms would vanish."""
    x = np.full((2, 257), 2.0**-9).astype(BF16)
    x[:, 0] = 1
    w = np.ones((3, 257) if transposed else (257, 3)).astype(BF16)
    a, b, y = tensor("?,257", "bf16"), tensor("3,257" if transposed else "257,3", "bf16"), tensor("?,3", "bf16")
    permute = f"""
      %p = torch.prim.ListConstruct %1, %0 : (!torch.int, !torch.int) -> !torch.list<int>
      %t = torch.aten.permute %w, %p : {b}, !torch.list<int> -> {tensor("257,3", "bf16")}"""
    right = "%t" if transposed else "%w"
    body = f"""{permute if transposed else ""}
      %y = torch.aten.mm %x, {right} : {a}, {tensor("257,3", "bf16")} -> {y}
      return %y : {y}"""
    np.testing.assert_array_equal(run(f"%x: {a}, %w: {b}", y, body, x, w), np.full((2, 3), 1.5).astype(BF16))


def test_permute():
    t, r = tensor("2,?,4", "f32"), tensor("4,2,?", "f32")
    body = f"""
      %l = torch.prim.ListConstruct %m1, %0, %1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
      %y = torch.aten.permute %x, %l : {t}, !torch.list<int> -> {r}
      return %y : {r}"""
    x = normal(2, 3, 4)
    np.testing.assert_array_equal(run(f"%x: {t}", r, body, x), x.transpose(2, 0, 1))


@pytest.mark.parametrize(
    ("source", "sizes", "target", "shape"),
    [
        ("2,6,4", "%m1, %2, %3", "8,2,3", (2, 6, 4)),
        ("?,6,4", "%m1, %2, %3", "?,2,3", (2, 6, 4)),
        ("?,?,?", "%m1", "?", (2, 6, 4)),
        ("?,?,4", "%n, %m1", "?,?", (2, 6, 4)),
        ("?,6,?", "%m1, %n, %2, %1", "?,?,2,1", (2, 6, 4)),
        ("?,4", "%n, %3, %n", "?,3,?", (12, 4)),
        ("1,?,1", "%1, %m1", "1,?", (1, 5, 1)),
        ("?,3", "%2, %m1", "2,?", (4, 3)),
        ("?,3", "%2, %6", "2,6", (4, 3)),
        ("2,6", "%m1, %n", "?,?", (2, 6)),
    ],
)
def test_view(source, sizes, target, shape):
    """%n is 4, computed: every way in which a size can be given."""
    t, r = tensor(source, "f32"), tensor(target, "f32")
    names = sizes.split(", ")
    body = f"""
      %l = torch.prim.ListConstruct {sizes} : ({", ".join(["!torch.int"] * len(names))}) -> !torch.list<int>
      %y = torch.aten.view %x, %l : {t}, !torch.list<int> -> {r}
      return %y : {r}"""
    x = normal(*shape)
    numbers = [{"%n": 4, "%m1": -1}.get(name) or int(name[1:]) for name in names]
    # The number %n comes from the size of a second tensor.
    n = tensor("?", "f32")
    body = f"%n = torch.aten.size.int %s, %0 : {n}, !torch.int -> !torch.int\n" + body
    got = run(f"%x: {t}, %s: {n}", r, body, x, np.zeros(4, np.float32))
    np.testing.assert_array_equal(got, x.reshape(numbers))


def test_full_like():
    t, r = tensor("?,2", "bf16"), tensor("?,2", "si64")
    body = f"""
      %y = torch.aten.full_like %x, %m1, %none, %none, %none, %none, %none
          : {t}, !torch.int, !torch.none, !torch.none, !torch.none, !torch.none, !torch.none -> {r}
      return %y : {r}"""
    np.testing.assert_array_equal(run(f"%x: {t}", r, body, np.zeros((3, 2), BF16)), np.full((3, 2), -1))


def test_literal_and_elided_literal():
    """Data behind the module are read; data that are not there are an error at the literal."""
    t = tensor("2", "f32")
    text = f"""
func.func @main() -> {t} {{
  %0 = torch.vtensor.literal(dense_resource<w> : tensor<2xf32>) : {t}
  return %0 : {t}
}}"""
    resource = '{-# dialect_resources: { builtin: { w: "0x040000000000803F000000C0" } } #-}'
    with_data = dsv4.Module(text + resource)
    with_data.run("convert-torch-to-dsv4")
    np.testing.assert_array_equal(dsv4.compile(with_data)(), np.array([1, -2], np.float32))
    without = dsv4.Module(text)
    without.run("convert-torch-to-dsv4")
    with pytest.raises(dsv4.Error, match=r"<string>:3:8: error: resource does not exist\n.*dense_resource<w>"):
        dsv4.compile(without)


def test_hc_post_without_weights():
    """A plain residual in every stream."""
    x, r = tensor("?,8", "f32"), tensor("?,2,8", "f32")
    body = f"""
      %y = torch.operator "torch.tensor_cast.hc_post"(%x, %r, %none, %none, %2)
          : ({x}, {r}, !torch.none, !torch.none, !torch.int) -> {r}
      return %y : {r}"""
    a, b = normal(3, 8), normal(3, 2, 8, seed=1)
    np.testing.assert_array_equal(run(f"%x: {x}, %r: {r}", r, body, a, b), a[:, None] + b)


def test_swiglu_without_limit():
    """TensorCast: a limit of 0 or less is none."""
    t = tensor("?,8", "f32")
    body = f"""
      %limit = torch.constant.float 0.0
      %y = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%g, %u, %limit) : ({t}, {t}, !torch.float) -> {t}
      return %y : {t}"""
    gate, up = 20 * normal(5, 8), 20 * normal(5, 8, seed=1)
    want = gate.astype(np.float64) / (1 + np.exp(-gate.astype(np.float64))) * up
    np.testing.assert_allclose(run(f"%g: {t}, %u: {t}", t, body, gate, up), want, rtol=1e-6)

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiled programs as a numpy user meets them."""

import gc
import resource
import threading

import ml_dtypes
import numpy as np
import pytest

import dsv4

ADD = """
func.func @main(%x: tensor<?x?xf32>, %y: tensor<?x?xf32>) -> tensor<?x?xf32> {
  %z = arith.addf %x, %y : tensor<?x?xf32>
  return %z : tensor<?x?xf32>
}
"""


@pytest.fixture(scope="module")
def add():
    return dsv4.compile(ADD)


def test_contiguous(add):
    x, y = np.arange(12, dtype=np.float32).reshape(3, 4), np.ones((3, 4), np.float32)
    np.testing.assert_array_equal(add(x, y), x + y)


@pytest.mark.parametrize(
    "view",
    [
        lambda a: a[::2, :],
        lambda a: a[:, ::3],
        lambda a: a.T,
        lambda a: a[::-1, ::-1],
        lambda a: np.broadcast_to(a[:1], a.shape),
        lambda a: a[1:1, :],
        lambda a: a[2:3, 1:2],
    ],
    ids=["rows", "columns", "transposed", "reversed", "broadcast", "empty", "one"],
)
def test_strided_arrays_are_read_in_place(add, view):
    base = np.arange(48, dtype=np.float32).reshape(6, 8)
    before = base.copy()
    x = view(base)
    np.testing.assert_array_equal(add(x, x), x + x)
    np.testing.assert_array_equal(base, before)


def test_large_strided_argument_is_not_copied(add):
    # A copy of the broadcast array would need 4 GiB; the program runs on one element of it.
    program = dsv4.compile("""
func.func @main(%x: tensor<?x?xf32>) -> tensor<f32> {
  %c7 = arith.constant 7 : index
  %e = tensor.extract %x[%c7, %c7] : tensor<?x?xf32>
  %t = tensor.from_elements %e : tensor<f32>
  return %t : tensor<f32>
}""")
    huge = np.broadcast_to(np.float32(3.0), (32768, 32768))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert program(huge) == np.float32(3.0)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 512 * 1024  # KiB; the compiler needs some


def test_arguments_are_never_written():
    # The result could be computed in the argument's memory; the caller still needs it.
    program = dsv4.compile("""
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %c0 = arith.constant 0 : index
  %f = arith.constant 9.0 : f32
  %r = tensor.insert %f into %x[%c0] : tensor<4xf32>
  return %r : tensor<4xf32>
}""")
    x = np.zeros(4, np.float32)
    x.flags.writeable = False
    np.testing.assert_array_equal(program(x), [9, 0, 0, 0])
    np.testing.assert_array_equal(x, np.zeros(4))


def test_returned_argument_is_a_copy():
    program = dsv4.compile(
        "func.func @main(%x: tensor<3xi32>) -> (tensor<3xi32>, tensor<3xi32>) "
        "{ return %x, %x : tensor<3xi32>, tensor<3xi32> }"
    )
    x = np.arange(3, dtype=np.int32)
    first, second = program(x)
    x[:] = 7
    np.testing.assert_array_equal(first, [0, 1, 2])
    np.testing.assert_array_equal(second, [0, 1, 2])


def test_constant_result():
    program = dsv4.compile(
        "func.func @main() -> tensor<2xf32> "
        "{ %c = arith.constant dense<[1.0, 2.0]> : tensor<2xf32> return %c : tensor<2xf32> }"
    )
    first = program()
    first[0] = 5.0
    np.testing.assert_array_equal(program(), [1, 2])


def test_results_outlive_the_program():
    result = dsv4.compile(ADD)(np.ones((2, 2), np.float32), np.ones((2, 2), np.float32))
    gc.collect()
    np.testing.assert_array_equal(result, np.full((2, 2), 2.0))


def test_bfloat16_as_bits_and_as_ml_dtypes():
    program = dsv4.compile("""
func.func @main(%x: tensor<?xbf16>) -> tensor<?xbf16> {
  %y = arith.addf %x, %x : tensor<?xbf16>
  return %y : tensor<?xbf16>
}""")
    x = np.array([1.0, 2.5, -3.0], ml_dtypes.bfloat16)
    assert program(x).dtype == ml_dtypes.bfloat16
    np.testing.assert_array_equal(program(x), x + x)
    np.testing.assert_array_equal(program(x.view(np.uint16)), x + x)


def test_bfloat16_rounds_to_nearest_even_and_keeps_nan():
    program = dsv4.compile("""
func.func @main(%x: tensor<?xf32>) -> tensor<?xbf16> {
  %y = arith.truncf %x : tensor<?xf32> to tensor<?xbf16>
  return %y : tensor<?xbf16>
}""")
    bits = np.random.default_rng(0).integers(0, 2**32, 100000, dtype=np.uint64).astype(np.uint32)
    ties = (np.arange(1000, dtype=np.uint32) << 16) + 0x3F808000
    special = np.float32([np.nan, -np.nan, np.inf, -np.inf, 3.4e38, 0.0, -0.0]).view(np.uint32)
    x = np.concatenate([bits, ties, special]).view(np.float32)
    with np.errstate(invalid="ignore"):
        got, want = program(x), x.astype(ml_dtypes.bfloat16)
    nan = np.isnan(x)
    assert np.isnan(got[nan].astype(np.float32)).all()
    np.testing.assert_array_equal(got[~nan].view(np.uint16), want[~nan].view(np.uint16))


def test_several_functions():
    program = dsv4.compile("""
func.func @double(%x: tensor<2xf32>) -> tensor<2xf32> {
  %y = func.call @helper(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}
func.func @nothing(%x: tensor<2xf32>) { return }
func.func private @helper(%x: tensor<2xf32>) -> tensor<2xf32> {
  %y = arith.addf %x, %x : tensor<2xf32>
  return %y : tensor<2xf32>
}""")
    assert list(program.functions) == ["double", "nothing"]
    np.testing.assert_array_equal(program.double(np.float32([1, 2])), [2, 4])
    assert program.nothing(np.float32([1, 2])) is None
    assert repr(program.double) == "<dsv4.Function @double(f32[2]) -> (f32[2])>"
    with pytest.raises(TypeError, match="no @main; call one of .double, .nothing"):
        program()
    with pytest.raises(AttributeError, match="no function @helper; it has @double, @nothing"):
        program.helper  # noqa: B018


def test_zero_rows():
    program = dsv4.compile("""
func.func @main(%x: tensor<?x8xf32>) -> tensor<?x8xf32> {
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<?x8xf32>) -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}""")
    assert program(np.zeros((0, 8), np.float32)).shape == (0, 8)


# ---- errors ----------------------------------------------------------------------------------------------------------


def test_wrong_arguments(add):
    x = np.zeros((2, 3), np.float32)
    with pytest.raises(TypeError, match="@main takes 2 arguments, got 1"):
        add(x)
    with pytest.raises(TypeError, match=r"argument 1 has dtype float64, expected float32 \(f32\)"):
        add(x, x.astype(np.float64))
    with pytest.raises(TypeError, match="argument 0 is list, expected a numpy array"):
        add([[1.0]], x)
    with pytest.raises(dsv4.Error, match=r"@main: argument 1 has shape \[6\], expected \[\?, \?\]"):
        add(x, x.reshape(6))
    fields = np.zeros((2, 3), np.dtype([("a", "f4"), ("b", "i1")]))["a"]
    with pytest.raises(dsv4.Error, match="argument 0 has a stride of 15 bytes, which is no multiple"):
        add(fields, x)
    unaligned = np.frombuffer(b"\0" * 25, np.uint8)[1:].view(np.float32).reshape(2, 3)
    with pytest.raises(dsv4.Error, match="argument 1 is not aligned to its elements of 4 bytes"):
        add(x, unaligned)


def test_messages_of_the_compiler_are_located():
    with pytest.raises(dsv4.Error, match="model.mlir:2:8: error: 'dsv4.rms_norm' op norm_eps is -1"):
        dsv4.Module(
            """func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = dsv4.rms_norm(%x) {norm_eps = -1.0} : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}""",
            "model.mlir",
        )
    with pytest.raises(dsv4.Error, match="<string>:1:1: error: "):
        dsv4.Module("nonsense")
    with pytest.raises(dsv4.Error, match="no-such-pass"):
        dsv4.Module("").run("no-such-pass")
    with pytest.raises(dsv4.Error, match="argument 0 of @main is 'i32'|argument 0 of @main is i32"):
        dsv4.compile("func.func @main(%x: i32) { return }")
    with pytest.raises(dsv4.Error, match="has no public function to compile"):
        dsv4.compile("")
    with pytest.raises(dsv4.Error, match="'test.unknown'|unregistered|Dialect `test'"):
        dsv4.compile('func.func @main() { "test.unknown"() : () -> () return }')


HASH = """
func.func @main(%s: tensor<?x4xf32>, %ids: tensor<?xi64>, %table: tensor<5x2xi64>)
    -> (tensor<?x2xf32>, tensor<?x2xi32>) {
  %w, %i = dsv4.moe_gating_hash(%s, %ids, %table)
      : (tensor<?x4xf32>, tensor<?xi64>, tensor<5x2xi64>) -> (tensor<?x2xf32>, tensor<?x2xi32>)
  return %w, %i : tensor<?x2xf32>, tensor<?x2xi32>
}"""


def test_a_failed_check_is_an_error_and_not_the_end():
    program = dsv4.compile(HASH)
    scores, table = np.ones((3, 4), np.float32), np.zeros((5, 2), np.int64)
    for bad in (-1, 5, 2**40):
        with pytest.raises(dsv4.Error, match=r"@main: dsv4.moe_gating_hash: an input id is outside \[0, 5\)"):
            program(scores, np.array([0, bad, 1]), table)
    wrong = table.copy()
    wrong[1, 1] = 4
    with pytest.raises(dsv4.Error, match=r"a table entry is outside \[0, 4\)"):
        program(scores, np.array([0, 1, 2]), wrong)
    weights, indices = program(scores, np.array([0, 4, 1]), table)
    np.testing.assert_array_equal(indices, np.zeros((3, 2)))
    np.testing.assert_allclose(weights, np.full((3, 2), 0.5))


def test_failed_calls_leave_no_memory_behind():
    program = dsv4.compile(HASH)
    scores, table = np.ones((200000, 4), np.float32), np.zeros((5, 2), np.int64)
    ids = np.full(200000, -1)

    def fail():
        with pytest.raises(dsv4.Error):
            program(scores, ids, table)

    fail()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(50):
        fail()
    # One call allocates more than 1.6 MB (the checked ids); 50 leaked ones would be 80 MB.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 * 1024  # KiB


def test_out_of_memory_is_an_error():
    program = dsv4.compile("""
func.func @main(%x: tensor<?x?xf32>) -> tensor<?x?xf32> {
  %y = arith.addf %x, %x : tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}""")
    with pytest.raises(dsv4.Error, match="out of memory: [0-9]+ bytes"):
        program(np.broadcast_to(np.float32(1.0), (1 << 30, 1 << 30)))


def test_threads_run_together(add):
    x = np.random.default_rng(0).normal(size=(64, 64)).astype(np.float32)
    failures = []

    def work(seed):
        for i in range(200):
            y = np.full((64, 64), np.float32(seed + i))
            if not np.array_equal(add(x, y), x + y):
                failures.append(seed)

    threads = [threading.Thread(target=work, args=(1000 * i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_the_interpreter_lock_is_released():
    # A matrix product of about 0.1 s and more; a Python thread must count meanwhile.
    program = dsv4.compile("""
func.func @main(%a: tensor<768x768xf32>, %c: tensor<768x768xf32>) -> tensor<768x768xf32> {
  %r = linalg.matmul ins(%a, %a : tensor<768x768xf32>, tensor<768x768xf32>) outs(%c : tensor<768x768xf32>)
      -> tensor<768x768xf32>
  return %r : tensor<768x768xf32>
}""")
    a = np.ones((768, 768), np.float32)
    running = threading.Event()

    def run():
        running.set()
        program(a, a)
        running.clear()

    thread = threading.Thread(target=run)
    thread.start()
    running.wait()
    count = 0
    while running.is_set():
        count += 1
    thread.join()
    assert count > 1000  # with the lock held the loop would see the end at its first step


def test_modules_print_run_and_clone():
    module = dsv4.Module(ADD)
    copy = module.clone()
    module.run("dsv4-to-linalg-pipeline")
    assert "linalg.generic" in str(module)
    assert "arith.addf %arg0" in str(copy)


def test_sizes_that_the_types_leave_open_must_agree():
    program = dsv4.compile("""
func.func @post(%x: tensor<?x?xf32>, %r: tensor<?x4x?xf32>, %p: tensor<?x?xf32>, %c: tensor<?x4x4xf32>)
    -> tensor<?x4x?xf32> {
  %y = dsv4.hc_post(%x, %r, %p, %c)
      : (tensor<?x?xf32>, tensor<?x4x?xf32>, tensor<?x?xf32>, tensor<?x4x4xf32>) -> tensor<?x4x?xf32>
  return %y : tensor<?x4x?xf32>
}
func.func @head(%x: tensor<?x4x?xf32>, %fn: tensor<4x?xf32>, %s: tensor<?xf32>, %b: tensor<4xf32>) -> tensor<?x?xf32> {
  %y = dsv4.hc_head(%x, %fn, %s, %b) {norm_eps = 1.0e-6, hc_eps = 1.0e-6}
      : (tensor<?x4x?xf32>, tensor<4x?xf32>, tensor<?xf32>, tensor<4xf32>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}""")

    def zeros(*shape):
        return np.zeros(shape, np.float32)

    assert program.post(zeros(3, 8), zeros(3, 4, 8), zeros(3, 4), zeros(3, 4, 4)).shape == (3, 4, 8)
    for arguments, message in [
        ((zeros(2, 8), zeros(3, 4, 8), zeros(3, 4), zeros(3, 4, 4)), "dimension 0 of x is not dimension 0 of residual"),
        ((zeros(3, 9), zeros(3, 4, 8), zeros(3, 4), zeros(3, 4, 4)), "dimension 1 of x is not dimension 2 of residual"),
        (
            (zeros(3, 8), zeros(3, 4, 8), zeros(3, 5), zeros(3, 4, 4)),
            "dimension 1 of post is not dimension 1 of residual",
        ),
        (
            (zeros(3, 8), zeros(3, 4, 8), zeros(3, 4), zeros(9, 4, 4)),
            "dimension 0 of comb is not dimension 0 of residual",
        ),
    ]:
        with pytest.raises(dsv4.Error, match=f"@post: dsv4.hc_post: {message}"):
            program.post(*arguments)
    assert program.head(zeros(3, 4, 8), zeros(4, 32), zeros(1), zeros(4)).shape == (3, 8)
    with pytest.raises(dsv4.Error, match="dimension 1 of hc_fn is not 4 times dimension 2 of x"):
        program.head(zeros(3, 4, 8), zeros(4, 31), zeros(1), zeros(4))
    with pytest.raises(dsv4.Error, match="dimension 0 of hc_scale is not 1"):
        program.head(zeros(3, 4, 8), zeros(4, 32), zeros(2), zeros(4))

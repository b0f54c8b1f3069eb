# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Safetensors files as mapped memory: what safetensors wrote, and what is damaged."""

import json

import numpy as np
import pytest
from safetensors.numpy import save_file

from dsv4.weights import read_safetensors


def write(path, header, data=b"", length=None):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes((len(text) if length is None else length).to_bytes(8, "little") + text + data)
    return path


def tensor(size, begin, end):
    return {"dtype": "F32", "shape": [size], "data_offsets": [begin, end]}


def test_reads_what_safetensors_wrote(tmp_path):
    rng = np.random.default_rng(0)
    tensors = {
        "a": rng.standard_normal((3, 5)).astype(np.float32),
        "b": rng.integers(-5, 5, (2, 3)).astype(np.int8),
        "c": rng.integers(0, 9, 4).astype(np.int64),
        "empty": np.zeros((0, 4), np.float16),
    }
    save_file(tensors, tmp_path / "file.safetensors", metadata={"format": "pt"})
    read = read_safetensors(tmp_path / "file.safetensors")
    assert set(read) == set(tensors)
    for name, want in tensors.items():
        np.testing.assert_array_equal(read[name].array, want)
        assert read[name].array.dtype == want.dtype
    assert {name: tensor.element_type for name, tensor in read.items()} == {
        "a": "f32", "b": "i8", "c": "i64", "empty": "f16",
    }  # fmt: skip


def test_offsets_need_not_be_aligned(tmp_path):
    values = np.array([1.5, -2.0], np.float32)
    header = {
        "x": {"dtype": "I8", "shape": [1], "data_offsets": [0, 1]},
        "y": {"dtype": "F32", "shape": [2], "data_offsets": [1, 9]},
    }
    read = read_safetensors(write(tmp_path / "file", header, b"\x07" + values.tobytes()))
    np.testing.assert_array_equal(read["y"].array, values)
    assert read["y"].array.flags.aligned


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"header": {}, "length": 10**6}, "its header does not fit into it"),
        ({"header": b"[1, 2]"}, "its header is no JSON object"),
        ({"header": b"{"}, "its header is no JSON object"),
        ({"header": {"x": tensor(3, 0, 8)}, "data": bytes(8)}, "x needs 12 bytes"),
        ({"header": {"x": tensor(2, 4, 12)}, "data": bytes(8)}, "x needs 8 bytes"),
    ],
)
def test_damaged_files(tmp_path, content, message):
    path = write(tmp_path / "file", **content)
    with pytest.raises(ValueError, match=message) as error:
        read_safetensors(path)
    assert str(path) in str(error.value)


def test_a_file_that_is_too_short(tmp_path):
    (tmp_path / "file").write_bytes(b"abc")
    with pytest.raises(ValueError, match="is no safetensors file"):
        read_safetensors(tmp_path / "file")


def test_a_type_that_dsv4_does_not_read(tmp_path):
    header = {"x": {"dtype": "C64", "shape": [1], "data_offsets": [0, 8]}}
    with pytest.raises(TypeError, match="x has dtype C64, which dsv4 does not read"):
        read_safetensors(write(tmp_path / "file", header, bytes(8)))

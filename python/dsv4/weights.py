# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Weights by name: from safetensors files of DeepSeek and of transformers, in the types a program wants."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping

import numpy as np

from .distributed import Place
from .element_types import accepts, result_dtype
from .program import TensorSpec

#: dtype names of safetensors files -> numpy dtypes that hold the bits, and MLIR's element type.
SAFETENSORS = {
    "F64": ("float64", "f64"),
    "F32": ("float32", "f32"),
    "F16": ("float16", "f16"),
    "BF16": ("uint16", "bf16"),
    "F8_E4M3": ("uint8", "f8E4M3FN"),
    "F8_E8M0": ("uint8", "f8E8M0FNU"),
    "F4": ("uint8", "i8"),
    "I64": ("int64", "i64"),
    "I32": ("int32", "i32"),
    "I8": ("int8", "i8"),
    "U8": ("uint8", "i8"),
}

_LAYER = r"model\.layers\.(\d+)\."
#: Names of transformers, of its modules and in its files -> DeepSeek's names, which the arguments of a program have.
TRANSFORMERS_NAMES = [
    (r"model\.embed_tokens\.weight", "embed.weight"),
    (r"lm_head\.weight", "head.weight"),
    (r"model\.norm\.weight", "norm.weight"),
    (r"model\.hc_head\.hc_(fn|base|scale)", r"hc_head_\1"),
    (_LAYER + r"input_layernorm\.weight", r"layers.\1.attn_norm.weight"),
    (_LAYER + r"post_attention_layernorm\.weight", r"layers.\1.ffn_norm.weight"),
    (_LAYER + r"(attn|ffn)_hc\.(fn|base|scale)", r"layers.\1.hc_\2_\3"),
    (_LAYER + r"self_attn\.q_a_proj\.weight", r"layers.\1.attn.wq_a.weight"),
    (_LAYER + r"self_attn\.q_a_norm\.weight", r"layers.\1.attn.q_norm.weight"),
    (_LAYER + r"self_attn\.q_b_proj\.weight", r"layers.\1.attn.wq_b.weight"),
    (_LAYER + r"self_attn\.kv_proj\.weight", r"layers.\1.attn.wkv.weight"),
    (_LAYER + r"self_attn\.kv_norm\.weight", r"layers.\1.attn.kv_norm.weight"),
    (_LAYER + r"self_attn\.o_a_proj\.weight", r"layers.\1.attn.wo_a.weight"),
    (_LAYER + r"self_attn\.o_b_proj\.weight", r"layers.\1.attn.wo_b.weight"),
    (_LAYER + r"self_attn\.sinks", r"layers.\1.attn.attn_sink"),
    (_LAYER + r"self_attn\.compressor\.kv_proj\.weight", r"layers.\1.attn.compressor.wkv.weight"),
    (_LAYER + r"self_attn\.compressor\.gate_proj\.weight", r"layers.\1.attn.compressor.wgate.weight"),
    (_LAYER + r"self_attn\.compressor\.position_bias", r"layers.\1.attn.compressor.ape"),
    (_LAYER + r"self_attn\.compressor\.kv_norm\.weight", r"layers.\1.attn.compressor.norm.weight"),
    (_LAYER + r"self_attn\.compressor\.indexer\.kv_proj\.weight", r"layers.\1.attn.indexer.compressor.wkv.weight"),
    (_LAYER + r"self_attn\.compressor\.indexer\.gate_proj\.weight", r"layers.\1.attn.indexer.compressor.wgate.weight"),
    (_LAYER + r"self_attn\.compressor\.indexer\.position_bias", r"layers.\1.attn.indexer.compressor.ape"),
    (_LAYER + r"self_attn\.compressor\.indexer\.kv_norm\.weight", r"layers.\1.attn.indexer.compressor.norm.weight"),
    (_LAYER + r"self_attn\.compressor\.indexer\.q_b_proj\.weight", r"layers.\1.attn.indexer.wq_b.weight"),
    (
        _LAYER + r"self_attn\.compressor\.indexer\.scorer\.weights_proj\.weight",
        r"layers.\1.attn.indexer.weights_proj.weight",
    ),
    (_LAYER + r"mlp\.gate\.weight", r"layers.\1.ffn.gate.weight"),
    (_LAYER + r"mlp\.gate\.tid2eid", r"layers.\1.ffn.gate.tid2eid"),
    (_LAYER + r"mlp\.gate\.e_score_correction_bias", r"layers.\1.ffn.gate.bias"),
    (_LAYER + r"mlp\.experts\.(\d+)\.gate_proj\.weight", r"layers.\1.ffn.experts.\2.w1.weight"),
    (_LAYER + r"mlp\.experts\.(\d+)\.up_proj\.weight", r"layers.\1.ffn.experts.\2.w3.weight"),
    (_LAYER + r"mlp\.experts\.(\d+)\.down_proj\.weight", r"layers.\1.ffn.experts.\2.w2.weight"),
    (_LAYER + r"mlp\.experts\.down_proj", r"layers.\1.ffn.experts.w2.weight"),
    (_LAYER + r"mlp\.shared_experts\.gate_proj\.weight", r"layers.\1.ffn.shared_experts.w1.weight"),
    (_LAYER + r"mlp\.shared_experts\.up_proj\.weight", r"layers.\1.ffn.shared_experts.w3.weight"),
    (_LAYER + r"mlp\.shared_experts\.down_proj\.weight", r"layers.\1.ffn.shared_experts.w2.weight"),
    # save_pretrained turns its names of layers back into DeepSeek's and keeps the `model.` before them. transformers
    # 5.23 renames `.norm.` to `.kv_norm.` to read a compressor's norm, so it writes that for every kv_norm.
    (_LAYER + r"attn\.norm\.weight", r"layers.\1.attn.kv_norm.weight"),
    (r"model\.(layers\.\d+\.(?:attn|ffn|attn_norm|ffn_norm|hc_attn_\w+|hc_ffn_\w+)(?:\..*)?)", r"\1"),
]
_COMPILED = [(re.compile(pattern), name) for pattern, name in TRANSFORMERS_NAMES]
_GATE_UP = re.compile(_LAYER + r"mlp\.experts\.gate_up_proj")


class Tensor:
    """An array as stored and MLIR's name of its element type."""

    def __init__(self, array: np.ndarray, element_type: str):
        self.array, self.element_type = array, element_type


def read_safetensors(path: str | os.PathLike) -> dict[str, Tensor]:
    """All tensors of a file by name, mapped into memory: what is not used is not read.

    Raises ValueError for a file that is damaged and TypeError for a dtype that dsv4 does not read.
    """
    name = os.fspath(path)
    # The format: 8 bytes with the length of a JSON header, the header, the data.
    data = np.memmap(path, np.uint8, "r") if os.path.getsize(path) else np.zeros(0, np.uint8)
    length = int(data[:8].view("<u8")[0]) if data.size >= 8 else -1
    if not 0 <= length <= data.size - 8:
        raise ValueError(f"{name} is no safetensors file: its header does not fit into it")
    try:
        header = json.loads(data[8 : 8 + length].tobytes())
        entries = {key: entry for key, entry in header.items() if key != "__metadata__"}
    except (ValueError, AttributeError) as error:
        raise ValueError(f"{name} is no safetensors file: its header is no JSON object") from error
    body, tensors = data[8 + length :], {}
    for key, entry in entries.items():
        if entry["dtype"] not in SAFETENSORS:
            raise TypeError(f"{name}: {key} has dtype {entry['dtype']}, which dsv4 does not read")
        dtype, element_type = SAFETENSORS[entry["dtype"]]
        begin, end = entry["data_offsets"]
        size = int(np.prod(entry["shape"], dtype=np.int64)) * np.dtype(dtype).itemsize
        if not 0 <= begin <= end <= body.size or end - begin != size:
            raise ValueError(
                f"{name} is damaged: {key} needs {size} bytes, bytes {begin} to {end} of {body.size} given"
            )
        part = body[begin:end]
        # Offsets need not be multiples of the element size: such a tensor is copied.
        aligned = part if part.ctypes.data % np.dtype(dtype).itemsize == 0 else part.copy()
        tensors[key] = Tensor(aligned.view(dtype).reshape(entry["shape"]), element_type)
    return tensors


def official_names(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Renames the tensors of a transformers checkpoint; others keep their names."""
    renamed = {}
    for name, tensor in tensors.items():
        if match := _GATE_UP.fullmatch(name):
            # [E, 2 I, D]: the gate above the up projection.
            half = tensor.array.shape[1] // 2
            prefix = f"layers.{match[1]}.ffn.experts."
            renamed[prefix + "w1.weight"] = Tensor(tensor.array[:, :half], tensor.element_type)
            renamed[prefix + "w3.weight"] = Tensor(tensor.array[:, half:], tensor.element_type)
            continue
        for pattern, target in _COMPILED:
            if pattern.fullmatch(name):
                name = pattern.sub(target, name)
                break
        renamed[name] = tensor
    return renamed


def _widen_bf16(bits: np.ndarray) -> np.ndarray:
    return (bits.view(np.uint16).astype(np.uint32) << 16).view(np.float32)


def convert(tensor: Tensor, spec: TensorSpec) -> np.ndarray:
    """The tensor in the element type and shape of an argument, C-contiguous.

    Changes of type that keep every value are made: bf16 and f16 to f32, i64 to i32. Raises TypeError for others and
    ValueError for a shape or a value that does not fit.
    """
    array, have, want = tensor.array, tensor.element_type, spec.element_type
    if have != want:
        if have == "bf16" and want == "f32":
            array = _widen_bf16(array)
        elif have == "f16" and want == "f32":
            array = array.astype(np.float32)
        elif have == "i64" and want == "i32":
            narrow = array.astype(np.int32)
            if not np.array_equal(narrow, array):
                raise ValueError(f"{spec.name} has values beyond 32 bits")
            array = narrow
        elif have == "f32" and want == "bf16":
            narrow = (array.view(np.uint32) >> 16).astype(np.uint16)
            if not np.array_equal(_widen_bf16(narrow), array):
                raise TypeError(f"{spec.name} is f32 with values that are no bf16; use weight_type='f32'")
            array = narrow
        else:
            raise TypeError(f"{spec.name} is stored as {have}, expected {want}")
    if tuple(array.shape) != spec.shape:
        raise ValueError(f"{spec.name} has shape {list(array.shape)}, expected {list(spec.shape)}")
    array = np.ascontiguousarray(array)
    if not accepts(want, array.dtype):
        array = array.view(result_dtype(want))
    return array


def find(tensors: Mapping[str, Tensor], name: str, experts: int) -> Tensor | None:
    """A tensor by the name of an argument; experts that are stored one by one are stacked. None if there is none."""
    for candidate in (name, name.removesuffix(".weight")):
        if candidate in tensors:
            return tensors[candidate]
    return _stack(tensors, name, range(experts), ())


def _stack(tensors: Mapping[str, Tensor], name: str, experts: range, part: tuple) -> Tensor | None:
    """Experts that are stored one by one, of each the same part."""
    head, _, tail = name.partition(".experts.")
    if not tail or not experts:
        return None
    each = []
    for expert in experts:
        one = find(tensors, f"{head}.experts.{expert}.{tail}", 0)
        if one is None:
            return None
        each.append(one)
    return Tensor(np.stack([tensor.array[part] for tensor in each]), each[0].element_type)


def find_part(tensors: Mapping[str, Tensor], spec: TensorSpec, experts: int, place: Place) -> Tensor | None:
    """What one rank holds of the tensor of an argument. Nothing else is read. Raises ValueError for a wrong shape."""
    if not any(spec.split):
        return find(tensors, spec.name, experts)
    part, full = place.part(spec), place.full_shape(spec)
    for candidate in (spec.name, spec.name.removesuffix(".weight")):
        if candidate in tensors:
            tensor = tensors[candidate]
            if tuple(tensor.array.shape) != full:
                raise ValueError(f"{spec.name} has shape {list(tensor.array.shape)}, expected {list(full)}")
            return Tensor(tensor.array[part], tensor.element_type)
    head, _, tail = spec.name.partition(".experts.")
    first = find(tensors, f"{head}.experts.0.{tail}", 0) if tail else None
    if first is not None and tuple(first.array.shape) != full[1:]:
        raise ValueError(f"an expert of {spec.name} has shape {list(first.array.shape)}, expected {list(full[1:])}")
    return _stack(tensors, spec.name, range(full[0])[part[0]], part[1:])


def random_weight(spec: TensorSpec, rng: np.random.Generator, table_size: int) -> np.ndarray:
    """A weight for trying a program out: normal values of a sensible size; hash tables of valid expert numbers."""
    if spec.name.endswith("tid2eid"):
        rows, columns = spec.shape
        first = rng.integers(0, table_size, size=(rows, 1))
        return ((first + np.arange(columns)) % table_size).astype(np.int32)
    if spec.element_type == "f8E8M0FNU":
        return np.full(spec.shape, 120, np.uint8)  # 2^-7
    if spec.element_type in ("f8E4M3FN", "i8"):
        codes = rng.integers(0, 0x60, size=spec.shape).astype(np.uint8) | (rng.integers(0, 2, spec.shape) << 7).astype(
            np.uint8
        )
        return codes.view(np.int8) if spec.element_type == "i8" else codes
    is_norm = "norm" in spec.name
    scale = 0.1 if is_norm or len(spec.shape) < 2 else spec.shape[-1] ** -0.5
    values = (is_norm + scale * rng.standard_normal(spec.shape)).astype(np.float32)
    if spec.element_type == "bf16":
        return ((values.view(np.uint32) + 0x8000) >> 16).astype(np.uint16)
    return values

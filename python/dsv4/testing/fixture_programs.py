# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""IR for fixtures: one builder per op, registered under the op's name."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

import dsv4

from .fixture import Fixture


@dataclass
class ProgramText:
    """A module with one public function, the arrays it takes and those it returns, in order."""

    module: dsv4.Module
    inputs: list[str]
    outputs: list[str]
    #: Brings results into the fixture's order, where that differs from the op's.
    reorder: Callable[[dict[str, np.ndarray]], dict[str, np.ndarray]] | None = None
    #: Arrays that the fixture states in its attributes and not as arrays.
    extra: dict[str, np.ndarray] = field(default_factory=dict)


BUILDERS: dict[str, Callable[[Fixture, bool], ProgramText]] = {}


def builder(function):
    """Registers `function(fixture, dynamic)` under its own name."""
    BUILDERS[function.__name__] = function
    return function


def number(value: float) -> str:
    """A float attribute, exact: the bits of a double."""
    return f"0x{struct.unpack('<Q', struct.pack('<d', value))[0]:016X} : f64"


class Types:
    """Tensor types of a fixture's arrays. `dynamic`: leading dimensions become `?`, `trailing` ones stay."""

    def __init__(self, fixture: Fixture, dynamic: bool):
        self.fixture, self.dynamic = fixture, dynamic

    def __call__(self, name: str, trailing: int | None = None) -> str:
        """Type of array `name`; its last `trailing` dimensions are static in any case, all if not given."""
        array = self.fixture.meta["arrays"][name]
        shape = list(array["shape"])
        if self.dynamic and trailing is not None:
            shape[: len(shape) - trailing] = ["?"] * (len(shape) - trailing)
        return tensor(shape, array["dtype"])


def tensor(shape, element: str) -> str:
    return f"tensor<{''.join(f'{size}x' for size in shape)}{element}>"


def call(fixture: Fixture, op: str, inputs: dict[str, str], outputs: dict[str, str], attributes: dict) -> ProgramText:
    """A function that consists of one op. `inputs` and `outputs`: array name -> type; `attributes`: name -> text."""
    arguments = ", ".join(f"%{i}: {t}" for i, t in enumerate(inputs.values()))
    operands = ", ".join(f"%{i}" for i in range(len(inputs)))
    results = ", ".join(outputs.values())
    values = ", ".join(f"%r{i}" for i in range(len(outputs)))
    properties = ", ".join(f"{name} = {text}" for name, text in attributes.items())
    text = f"""func.func @main({arguments}) -> ({results}) {{
  {values} = dsv4.{op}({operands}) {{{properties}}} : ({", ".join(inputs.values())}) -> ({results})
  return {values} : {results}
}}
"""
    return ProgramText(dsv4.Module(text, fixture.name), list(inputs), list(outputs))


# ---- Hyper-Connections -----------------------------------------------------------------------------------------------


@builder
def hc_pre_inv_rms(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    attributes = {"norm_eps": number(fixture.attributes["norm_eps"])}
    return call(fixture, "hc_pre_inv_rms", {"x": types("x", 2)}, {"inv": types("inv", 1)}, attributes)


@builder
def hc_pre_sinkhorn(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"mix": types("mix", 1), "x": types("x", 2), "hc_scale": types("hc_scale"), "hc_base": types("hc_base")}
    outputs = {"y": types("y", 1), "post": types("post", 1), "comb": types("comb", 2)}
    attributes = {
        "sinkhorn_iters": f"{fixture.attributes['sinkhorn_iters']} : i64",
        "hc_eps": number(fixture.attributes["hc_eps"]),
    }
    return call(fixture, "hc_pre_sinkhorn", inputs, outputs, attributes)


@builder
def hc_post(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"x": types("x", 1), "residual": types("residual", 2), "post": types("post", 1), "comb": types("comb", 2)}
    return call(fixture, "hc_post", inputs, {"y": types("y", 2)}, {})


@builder
def hc_head(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"x": types("x", 2)} | {name: types(name) for name in ("hc_fn", "hc_scale", "hc_base")}
    attributes = {name: number(fixture.attributes[name]) for name in ("norm_eps", "hc_eps")}
    return call(fixture, "hc_head", inputs, {"y": types("y", 1)}, attributes)


@builder
def hc_pre(fixture: Fixture, dynamic: bool) -> ProgramText:
    """The chain: reciprocal RMS, mix = (x · fnᵀ) · inv in float32, Sinkhorn and weighted sum."""
    types = Types(fixture, dynamic)
    *lead, h, d = fixture.arrays["x"].shape
    width = (2 + h) * h
    sizes = ["?"] * len(lead) if dynamic else lead
    loops = ", ".join(f"l{i}" for i in range(len(lead)))
    x, fn, mix = types("x", 2), types("hc_fn"), tensor([*sizes, width], "f32")
    streams, flat, inv = tensor([*sizes, h, d], "f32"), tensor([*sizes, h * d], "f32"), tensor([*sizes, 1], "f32")
    outputs = [types("y", 1), types("post", 1), types("comb", 2)]
    groups = ", ".join([f"[{i}]" for i in range(len(lead))] + [f"[{len(lead)}, {len(lead) + 1}]"])
    dims = "".join(
        f"  %c{i} = arith.constant {i} : index\n  %d{i} = tensor.dim %x, %c{i} : {x}\n" for i in range(len(lead))
    )
    used = ", ".join(f"%d{i}" for i in range(len(lead))) if dynamic else ""
    widen = f"arith.extf %x : {x} to {streams}" if x != streams else f"tensor.cast %x : {x} to {streams}"
    a = fixture.attributes
    text = f"""
func.func @main(%x: {x}, %fn: {fn}, %s: {types("hc_scale")}, %b: {types("hc_base")}) -> ({", ".join(outputs)}) {{
{dims}  %inv = dsv4.hc_pre_inv_rms(%x) {{norm_eps = {number(a["norm_eps"])}}} : ({x}) -> {inv}
  %xf = {widen}
  %flat = tensor.collapse_shape %xf [{groups}] : {streams} into {flat}
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty({used}) : {mix}
  %init = linalg.fill ins(%zero : f32) outs(%empty : {mix}) -> {mix}
  %product = linalg.contract
      indexing_maps = [affine_map<({loops}, m, k) -> ({loops}, k)>, affine_map<({loops}, m, k) -> (m, k)>,
                       affine_map<({loops}, m, k) -> ({loops}, m)>]
      ins(%flat, %fn : {flat}, {fn}) outs(%init : {mix}) -> {mix}
  %mix = linalg.generic {{
      indexing_maps = [affine_map<({loops}, m) -> ({loops}, m)>, affine_map<({loops}, m) -> ({loops}, 0)>,
                       affine_map<({loops}, m) -> ({loops}, m)>],
      iterator_types = [{", ".join(['"parallel"'] * (len(lead) + 1))}]}}
      ins(%product, %inv : {mix}, {inv}) outs(%empty : {mix}) {{
    ^bb0(%p: f32, %i: f32, %o: f32):
      %m = arith.mulf %p, %i : f32
      linalg.yield %m : f32
    }} -> {mix}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %s, %b)
      {{hc_eps = {number(a["hc_eps"])}, sinkhorn_iters = {a["sinkhorn_iters"]} : i64}}
      : ({mix}, {x}, {types("hc_scale")}, {types("hc_base")}) -> ({", ".join(outputs)})
  return %y, %post, %comb : {", ".join(outputs)}
}}
"""
    module = dsv4.Module(text, fixture.name)
    return ProgramText(module, ["x", "hc_fn", "hc_scale", "hc_base"], ["y", "post", "comb"])


# ---- Mixture of experts ----------------------------------------------------------------------------------------------


@builder
def gate_score(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    attributes = {"scoring_func": f"#dsv4.scoring_function<{fixture.attributes['score_func']}>"}
    return call(
        fixture, "gate_score", {"x": types("x", 1), "w": types("w")}, {"scores": types("scores", 1)}, attributes
    )


def routing_attributes(fixture: Fixture) -> dict[str, str]:
    a = fixture.attributes
    return {
        "normalize": str(a["normalize"]).lower(),
        "route_scale": number(a["route_scale"]),
        "norm_eps": number(a["norm_eps"]),
    }


@builder
def moe_gating_top_k(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"scores": types("scores", 1)}
    if "bias" in fixture.arrays:
        inputs["bias"] = types("bias")
    outputs = {"weights": types("weights", 1), "idx": types("idx", 1)}
    attributes = {"top_k": f"{fixture.attributes['top_k']} : i64"} | routing_attributes(fixture)
    program = call(fixture, "moe_gating_top_k", inputs, outputs, attributes)

    def by_expert(results):
        """The op returns descending scores; fixtures are sorted by expert number."""
        order = np.argsort(results["idx"], axis=-1, kind="stable")
        return {name: np.take_along_axis(array, order, axis=-1) for name, array in results.items()}

    program.reorder = by_expert
    return program


@builder
def moe_gating_hash(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"scores": types("scores", 1), "input_ids": types("input_ids", 0), "table": types("table")}
    outputs = {"weights": types("weights", 1), "idx": types("idx", 1)}
    return call(fixture, "moe_gating_hash", inputs, outputs, routing_attributes(fixture))


@builder
def v4_clamped_swiglu(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"gate": types("gate", 1), "up": types("up", 1)}
    if "row_weight" in fixture.arrays:
        inputs["row_weight"] = types("row_weight", 0)
    attributes = {"limit": number(fixture.attributes["limit"])}
    return call(fixture, "v4_clamped_swiglu", inputs, {"y": types("y", 1)}, attributes)


# ---- Normalisation ---------------------------------------------------------------------------------------------------


@builder
def rms_norm(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"x": types("x", 1)}
    if "w" in fixture.arrays:
        inputs["w"] = types("w")
    attributes = {"norm_eps": number(fixture.attributes["eps"])}
    return call(fixture, "rms_norm", inputs, {"y": types("y", 1)}, attributes)


# ---- Positions, caches and attention ---------------------------------------------------------------------------------


@builder
def rope_table(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    a = fixture.attributes
    attributes = {"rope_dim": f"{a['rope_dim']} : i64", "theta": number(a["base"])}
    if a["yarn"]:
        attributes |= {
            "yarn_factor": number(a["yarn"]["factor"]),
            "beta_fast": number(a["yarn"]["beta_fast"]),
            "beta_slow": number(a["yarn"]["beta_slow"]),
            "original_length": f"{a['yarn']['original_len']} : i64",
        }
    outputs = {"cos": types("cos", 1), "sin": types("sin", 1), "inv_freq": types("inv_freq")}
    return call(fixture, "rope_table", {"positions": types("positions", 0)}, outputs, attributes)


@builder
def rope(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"x": types("x", 1), "cos": types("cos", 1), "sin": types("sin", 1)}
    attributes = {"inverse": str(fixture.attributes["inverse"]).lower()}
    return call(fixture, "rope", inputs, {"y": types("y", 1)}, attributes)


def request_arrays(fixture: Fixture, tokens: int) -> dict[str, np.ndarray]:
    """Arrays of one request from the attributes of an index fixture: any [1, tokens] tensor and its positions."""
    return {
        "tokens": np.zeros((1, tokens), np.int32),
        "start_pos": np.array([fixture.attributes["start_pos"]], np.int32),
        "query_lens": np.array([fixture.attributes["query_len"]], np.int32),
    }


def index_list(fixture: Fixture, op: str, width: int, attributes: dict, dynamic: bool) -> ProgramText:
    """An op that computes indices [1, tokens, width] from positions; the fixture has no batch dimension."""
    tokens = fixture.attributes["query_len"]
    extra = request_arrays(fixture, tokens)
    size = "?" if dynamic else tokens
    inputs = {"tokens": tensor([1, size], "i32"), "start_pos": "tensor<1xi32>", "query_lens": "tensor<1xi32>"}
    program = call(fixture, op, inputs, {"idx": tensor([1, size, "?" if width < 0 else width], "i32")}, attributes)
    program.extra = extra
    return program


@builder
def window_indices(fixture: Fixture, dynamic: bool) -> ProgramText:
    """The fixtures number the tokens of a prompt, or the slots of the ring after a decode step."""
    window, prompt = fixture.attributes["window"], fixture.attributes["start_pos"] == 0
    rows = "call" if prompt else "ring"
    attributes = {"window": f"{window} : i64", "rows": f"#dsv4.window_rows<{rows}>"}
    program = index_list(fixture, "window_indices", window, attributes, dynamic and prompt)
    width = fixture.arrays["idx"].shape[-1]

    def trim(results):
        """A prompt shorter than the window has a narrower list there; what dsv4 has beyond must be padding."""
        index = results["idx"][0]
        if not np.all(index[:, width:] == -1):
            raise ValueError("indices beyond the prompt are not -1")
        return {"idx": index[:, :width]}

    program.reorder = trim
    return program


@builder
def compress_indices(fixture: Fixture, dynamic: bool) -> ProgramText:
    attributes = {name: f"{fixture.attributes[name]} : i64" for name in ("ratio", "offset")}
    program = index_list(fixture, "compress_indices", -1, attributes, dynamic)
    program.reorder = lambda results: {"idx": results["idx"][0]}
    return program


@builder
def scatter_nd_update_mla(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"kv": types("kv", 1), "cache": types("cache", 1), "slots": types("slots", 0)}
    return call(fixture, "scatter_nd_update_mla", inputs, {"new_cache": types("new_cache", 1)}, {})


QUANT = {"none": "none", "fp8_b64_nope": "fp8_nope", "fp4_b32_after_hadamard": "fp4_rotated"}


@builder
def compressor(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"x": types("x", 1)} | {name: types(name) for name in ("wkv", "wgate", "ape", "norm")}
    inputs |= {name: types(name, 1) for name in ("cos", "sin")}
    inputs |= {name: types(name, 2) for name in ("kv_state", "score_state")}
    inputs |= {name: types(name, 0) for name in ("start_pos", "query_lens")}
    batch, rows, _ = fixture.arrays["rows"].shape
    slots = tensor(["?", "?"] if dynamic else [batch, rows], "i32")
    outputs = {"rows": types("rows", 1), "slots": slots}
    outputs |= {name: types(name, 2) for name in ("new_kv_state", "new_score_state")}
    a = fixture.attributes
    attributes = {
        "ratio": f"{a['ratio']} : i64",
        "overlap": str(a["overlap"]).lower(),
        "norm_eps": number(a["norm_eps"]),
        "quant": f"#dsv4.compressor_quant<{QUANT[a['quant']]}>",
    }
    program = call(fixture, "compressor", inputs, outputs, attributes)

    def count(results):
        """The slots number the rows of the call in order, from start // ratio; -1 behind them."""
        slots = results.pop("slots")
        number = (slots >= 0).sum(axis=1).astype(np.int32)
        first = fixture.arrays["start_pos"] // a["ratio"]
        row = np.arange(slots.shape[1])
        if not np.array_equal(slots, np.where(row < number[:, None], first[:, None] + row, -1)):
            raise ValueError(f"slots are {slots.tolist()}")
        return results | {"count": number}

    program.reorder = count
    return program


@builder
def quant_lightning_indexer(fixture: Fixture, dynamic: bool) -> ProgramText:
    """The indices of the op, and the scores of its first half."""
    types = Types(fixture, dynamic)
    names = ["q", "keys", "weights", "start_pos", "query_lens"]
    kinds = [types("q", 2), types("keys", 1), types("weights", 1), types("start_pos", 0), types("query_lens", 0)]
    batch, tokens = ["?", "?"] if dynamic else fixture.arrays["q"].shape[:2]
    scores, indices = tensor([batch, tokens, "?"], fixture.dtype("q")), tensor([batch, tokens, "?"], "i32")
    operands, a = ", ".join(f"%{i}" for i in range(len(kinds))), fixture.attributes
    text = f"""func.func @main({", ".join(f"%{i}: {t}" for i, t in enumerate(kinds))}) -> ({indices}, {scores}) {{
  %indices = dsv4.quant_lightning_indexer({operands})
      {{topk_limit = {a["topk_limit"]} : i64, ratio = {a["ratio"]} : i64, offset = {a["offset"]} : i64}}
      : ({", ".join(kinds)}) -> {indices}
  %scores = dsv4.indexer_scores({operands}) {{ratio = {a["ratio"]} : i64}} : ({", ".join(kinds)}) -> {scores}
  return %indices, %scores : {indices}, {scores}
}}
"""
    program = ProgramText(dsv4.Module(text, fixture.name), names, ["idx", "scores"])

    def pad(results):
        """The fixture has a column per key, 0 where nothing was computed."""
        full = np.zeros_like(fixture.arrays["scores"])
        full[..., : results["scores"].shape[-1]] = results["scores"]
        return {"idx": results["idx"], "scores": full}

    program.reorder = pad
    return program


@builder
def sparse_attn_sharedkv(fixture: Fixture, dynamic: bool) -> ProgramText:
    """With one KV tensor, or with the two that `kv_split` makes of it."""
    types = Types(fixture, dynamic)
    split = fixture.attributes["kv_split"]
    inputs = {"q": types("q", 2), "attn_sink": types("attn_sink"), "idx": types("idx", 0)}
    attributes = {"softmax_scale": number(fixture.attributes["softmax_scale"])}
    if not split:
        inputs["kv"] = types("kv", 1)
        return call(fixture, "sparse_attn_sharedkv", inputs, {"o": types("o", 2)}, attributes)
    kv = fixture.arrays["kv"]
    parts = {"kv:0": kv[:, :split], "kv:1": kv[:, split:]}
    for name, part in parts.items():
        inputs[name] = tensor(["?", "?", part.shape[2]] if dynamic else part.shape, fixture.dtype("kv"))
    program = call(fixture, "sparse_attn_sharedkv", inputs, {"o": types("o", 2)}, attributes)
    program.extra = parts
    return program


# ---- Projections and model ends --------------------------------------------------------------------------------------


@builder
def act_quant(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    outputs = {name: types(name, 1) for name in ("codes", "scales", "y")}
    attributes = {"block": f"{fixture.attributes['block']} : i64", "format": fixture.attributes["format"]}
    return call(fixture, "act_quant", {"x": types("x", 1)}, outputs, attributes)


@builder
def hadamard(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    n = fixture.arrays["x"].shape[-1]
    if abs(fixture.attributes["scale"] * n**0.5 - 1) > 1e-12:
        raise ValueError(f"scale is {fixture.attributes['scale']}, the op has 1 / sqrt({n})")
    return call(fixture, "hadamard", {"x": types("x", 1)}, {"y": types("y", 1)}, {})


@builder
def linear(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"x": types("x", 1), "codes": types("codes"), "scales": types("scales")}
    attributes = {"output_type": fixture.dtype("y")}
    return call(fixture, "linear", inputs, {"y": types("y", 1)}, attributes)


@builder
def grouped_linear(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    attributes = {"groups": f"{fixture.attributes['groups']} : i64"}
    return call(
        fixture, "grouped_linear", {"o": types("o", 2), "wo_a": types("wo_a")}, {"u": types("u", 1)}, attributes
    )


@builder
def routed_experts(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"x": types("x", 1), "idx": types("idx", 1), "weights": types("weights", 1)}
    inputs |= {name: types(name) for name in ("w1", "w3", "w2")}
    return call(fixture, "routed_experts", inputs, {"y": types("y", 1)}, {"limit": number(fixture.attributes["limit"])})


@builder
def mtp_fuse(fixture: Fixture, dynamic: bool) -> ProgramText:
    types = Types(fixture, dynamic)
    inputs = {"e": types("e", 1), "x": types("x", 2)}
    inputs |= {name: types(name) for name in ("enorm", "hnorm", "e_proj", "h_proj")}
    return call(fixture, "mtp_fuse", inputs, {"y": types("y", 2)}, {"norm_eps": number(fixture.attributes["eps"])})


# ---- Imported programs -----------------------------------------------------------------------------------------------


def of_torch_program(fixture: Fixture) -> ProgramText:
    """The torch-mlir program that the fixture names (relative to its own file), imported."""
    module = dsv4.Module.read(fixture.path.parent / fixture.meta["program"])
    module.run("convert-torch-to-dsv4")
    return ProgramText(module, fixture.meta["arguments"], fixture.outputs())

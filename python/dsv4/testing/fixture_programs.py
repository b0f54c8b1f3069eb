# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""IR for fixtures: one builder per op, registered under the op's name."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

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


# ---- Imported programs -----------------------------------------------------------------------------------------------


def of_torch_program(fixture: Fixture) -> ProgramText:
    """The torch-mlir program that the fixture names (relative to its own file), imported."""
    module = dsv4.Module.read(fixture.path.parent / fixture.meta["program"])
    module.run("convert-torch-to-dsv4")
    return ProgramText(module, fixture.meta["arguments"], fixture.outputs())

"""Evaluates the exported raw programs on the golden fixtures, operation by operation, with plain torch.

    python check_programs.py PROGRAM.raw.mlir FIXTURE.json

Runs the text of the file (parsed by torch-mlir), not the module it came from: this checks argument order, attributes
and what the program computes. The tensor_cast operators, which exist as declarations only, get their meaning below. For
a bfloat16 program the fixture's tolerance does not apply: the weights and x are rounded, and only the error is printed.
"""

import argparse
import json
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch_mlir import ir
from torch_mlir.dialects import torch as torch_dialect

NORM_EPS = 1e-6  # hc_pre_inv_rms has no such operand
GATE_EPS = 1e-20  # nor have the gates


def hc_pre_inv_rms(x, hc):
    """x [B,S,h,D] -> [B,S,1]."""
    return torch.rsqrt(x.float().flatten(-2).square().mean(-1, keepdim=True) + NORM_EPS)


def hc_pre_sinkhorn(mix, x, scale, base, hc, iters, eps):
    """mix [B,S,M], x [B,S,h,D], scale [3], base [M] -> y [B,S,D], post [B,S,h], comb [B,S,h,h]."""
    pre, post, comb = mix.split([hc, hc, hc * hc], -1)
    b_pre, b_post, b_comb = base.split([hc, hc, hc * hc])
    pre = torch.sigmoid(pre * scale[0] + b_pre) + eps
    post = 2 * torch.sigmoid(post * scale[1] + b_post)
    comb = torch.softmax((comb * scale[2] + b_comb).unflatten(-1, (hc, hc)), -1) + eps
    comb = comb / (comb.sum(-2, keepdim=True) + eps)
    for _ in range(iters - 1):
        comb = comb / (comb.sum(-1, keepdim=True) + eps)
        comb = comb / (comb.sum(-2, keepdim=True) + eps)
    return (pre.unsqueeze(-1) * x.float()).sum(-2).to(x.dtype), post, comb


def rms_norm(x, weight, eps):
    """x [...,D], weight [D] -> [...,D]."""
    f = x.float()
    return (weight.float() * (f * torch.rsqrt(f.square().mean(-1, keepdim=True) + eps))).to(x.dtype)


def finish(scores, index, normalize, route_scale):
    """scores [N,E], index [N,K] -> weights [N,K], index."""
    w = scores.gather(-1, index)
    if normalize:
        w = w / (w.sum(-1, keepdim=True) + GATE_EPS)
    return w * route_scale, index


def moe_gating_top_k(scores, k, normalize, route_scale, bias):
    """scores [N,E], bias [E] -> weights [N,K], index [N,K]."""
    return finish(scores, (scores + bias).topk(k).indices, normalize, route_scale)


def moe_gating_top_k_hash(scores, k, normalize, route_scale, ids, table):
    """scores [N,E], ids [N], table [V,K] -> weights [N,K], index [N,K]."""
    return finish(scores, table[ids], normalize, route_scale)


def v4_clamped_swiglu(gate, up, limit):
    """gate, up [N,I] -> [N,I]."""
    return (F.silu(gate.float().clamp(max=limit)) * up.float().clamp(-limit, limit)).to(up.dtype)


def hc_post(x, residual, post, comb, hc):
    """x [B,S,D], residual [B,S,h,D], post [B,S,h], comb [B,S,h,h] -> [B,S,h,D]."""
    y = post.unsqueeze(-1) * x.float().unsqueeze(-2) + torch.einsum("bsjk,bsjd->bskd", comb, residual.float())
    return y.to(residual.dtype)


SKIPPED = ("torch.bind_symbolic_shape", "torch.symbolic_int", "torch.aten._assert_tensor_metadata")
DTYPES = {5: torch.float16, 6: torch.float32, 7: torch.float64, 15: torch.bfloat16, 4: torch.int64, 11: torch.bool}


def aten(name, values):
    """torch.<namespace>.<function>[.<overload>]; keyword arguments stand behind the others as operands."""
    _, namespace, function, *overload = name.split(".")
    call = getattr(getattr(getattr(torch.ops, namespace), function), overload[0] if overload else "default")
    positional = [v for v, a in zip(values, call._schema.arguments, strict=True) if not a.kwarg_only]
    keywords = {a.name: v for v, a in zip(values, call._schema.arguments, strict=True) if a.kwarg_only}
    if keywords.get("dtype") is not None:
        keywords["dtype"] = DTYPES[keywords["dtype"]]
    for unused in ("layout", "device", "pin_memory", "memory_format"):
        keywords.pop(unused, None)
    return call(*positional, **keywords)


def apply(op, values):
    """One operation and the values of its operands -> the value or values it makes."""
    name = op.name
    if name == "torch.operator":
        return globals()[ir.StringAttr(op.attributes["name"]).value.removeprefix("torch.tensor_cast.")](*values)
    if name == "torch.prim.ListConstruct":
        return list(values)
    if name == "torch.prims.convert_element_type":
        return values[0].to(DTYPES[values[1]])
    if name == "torch.aten.size.int":
        return values[0].shape[values[1]]
    if name == "torch.aten.mul.int":
        return values[0] * values[1]
    return aten(name, values)


def constant(op):
    """The value of torch.constant.*."""
    kind = op.name.removeprefix("torch.constant.")
    if kind == "none":
        return None
    attribute = op.attributes["value"]
    if kind == "int":
        return ir.IntegerAttr(attribute).value
    return {"float": ir.FloatAttr, "bool": ir.BoolAttr, "device": ir.StringAttr}[kind](attribute).value


def evaluate(text, arguments):
    """The text of a program with one function, tensors in the order of its arguments -> the tensors it returns."""
    context = ir.Context()
    torch_dialect.register_dialect(context)
    with context:
        module = ir.Module.parse(text)
        block = module.body.operations[0].regions[0].blocks[0]
        values = {}
        for formal, actual in zip(block.arguments, arguments, strict=True):
            values[formal] = actual.bfloat16() if "bf16" in str(formal.type) else actual
        for operation in block.operations:
            op = operation.operation
            if op.name in SKIPPED:
                for result in op.results:
                    values[result] = None
                continue
            if op.name.startswith("torch.constant."):
                made = constant(op)
            elif op.name == "func.return":
                return [values[v] for v in op.operands]
            else:
                made = apply(op, [values[v] for v in op.operands])
            for result, value in zip(op.results, made if len(op.results) > 1 else [made], strict=True):
                values[result] = value


def main():
    """Command line; the exit code says whether the fixture's tolerance holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("fixture")
    options = parser.parse_args()
    with open(options.fixture) as file:
        meta = json.load(file)
    with np.load(options.fixture.removesuffix(".json") + ".npz") as archive:
        arrays = dict(archive)
    with open(options.program) as file:
        text = file.read()
    (y,) = evaluate(text, [torch.from_numpy(arrays[name]) for name in meta["arguments"]])
    rule = meta["arrays"]["y"]["compare"]
    difference = np.abs(y.double().numpy() - arrays["y"].astype(np.float64))
    ok, error = bool(np.all(difference <= rule["atol"] + rule["rtol"] * np.abs(arrays["y"]))), float(difference.max())
    if y.dtype != torch.float32:
        want = torch.from_numpy(arrays["y"])
        print(
            f"{options.program}: {y.dtype}, largest error {error:.3g}, relative {((y - want).norm() / want.norm()):.3g}"
        )
        return 0
    print(f"{options.program}: {'ok' if ok else 'WRONG'}, largest error {error:.3g}")
    return not ok


if __name__ == "__main__":
    sys.exit(main())

"""Golden numbers for one Hyper-Connections + gated-expert sub-layer (op "hc_moe_sublayer"), score and hash routing.

    python make_sublayer_fixture.py OUT [--programs FOLDER]

Writes OUT/hc_moe_sublayer/{topk_f32,hash_f32}.{json,npz}. --programs is the folder with hc_moe_{topk,hash}.raw.mlir
(default: programs/ beside this file), whose head comments name the arguments. Needs numpy, and torch 2.13.0 +
transformers 5.23.0 for the independent run. Deterministic.

Letters in the shapes: B requests, S tokens, N = B*S, h streams, D channels, M = (2+h)*h, E experts, K chosen, I inner.
"""

import argparse
import json
import math
import os
import re
from dataclasses import asdict, dataclass

import numpy as np

OP = "hc_moe_sublayer"
HF_PARTS = "DeepseekV4HyperConnection, DeepseekV4RMSNorm, DeepseekV4SparseMoeBlock (router, experts, shared MLP)"
WHY = "16 x the error of a plain float32 evaluation of the same formula on this input"


@dataclass(frozen=True)
class Sizes:
    """Attributes of the fixture; the same numbers stand in the program."""

    batch: int = 2
    tokens: int = 5
    dim: int = 64
    inter: int = 48
    experts: int = 6
    top_k: int = 3
    vocab: int = 64
    hc_mult: int = 4
    sinkhorn_iters: int = 20
    hc_eps: float = 1e-6
    norm_eps: float = 1e-6
    normalize: bool = True
    gate_norm_eps: float = 1e-20
    route_scale: float = 1.5
    swiglu_limit: float = 0.75
    score_func: str = "sqrtsoftplus"


# ---- the reference: every function computes in the dtype of its operands ---------------------------------------------


def sigmoid(z):
    """Any shape."""
    return 1 / (1 + np.exp(-z))


def rms_norm(x, weight, eps):
    """x [..., D], weight [D] -> [..., D]."""
    return weight * (x / np.sqrt(np.mean(x * x, -1, keepdims=True) + eps))


def sinkhorn(logits, iters, eps):
    """logits [..., h, h] -> comb [..., h, h]; the last pass makes the sums over the first of the two axes one."""
    comb = np.exp(logits - logits.max(-1, keepdims=True))
    comb = comb / comb.sum(-1, keepdims=True) + eps
    comb = comb / (comb.sum(-2, keepdims=True) + eps)
    for _ in range(iters - 1):
        comb = comb / (comb.sum(-1, keepdims=True) + eps)
        comb = comb / (comb.sum(-2, keepdims=True) + eps)
    return comb


def hc_pre(x, fn, base, scale, c):
    """x [B,S,h,D], fn [M,h*D], base [M], scale [3] -> y [B,S,D], post [B,S,h], comb [B,S,h,h]."""
    h = c.hc_mult
    flat = x.reshape(*x.shape[:2], -1)
    mix = flat @ fn.T / np.sqrt(np.mean(flat * flat, -1, keepdims=True) + c.norm_eps)
    pre = sigmoid(mix[..., :h] * scale[0] + base[:h]) + c.hc_eps
    post = 2 * sigmoid(mix[..., h : 2 * h] * scale[1] + base[h : 2 * h])
    logits = (mix[..., 2 * h :] * scale[2] + base[2 * h :]).reshape(*x.shape[:2], h, h)
    return np.sum(pre[..., None] * x, -2), post, sinkhorn(logits, c.sinkhorn_iters, c.hc_eps)


def hc_post(y, residual, post, comb):
    """y [B,S,D], residual [B,S,h,D], post [B,S,h], comb [B,S,h,h] -> [B,S,h,D]: contracts the first axis of comb."""
    return post[..., None] * y[..., None, :] + np.swapaxes(comb, -1, -2) @ residual


def gate_scores(x, weight):
    """x [N,D], weight [E,D] -> [N,E]: sqrt(softplus(logit)), softplus(z) = z above 20."""
    z = x @ weight.T
    return np.sqrt(np.where(z > 20, z, np.log1p(np.exp(np.minimum(z, 20)))))


def top_k(selection, k):
    """selection [N,E] -> the k largest of each row [N,K], best first."""
    return np.argsort(-selection, -1, kind="stable")[:, :k]


def gate_weights(scores, index, c):
    """scores [N,E], index [N,K] -> [N,K]: unbiased scores of the choice, normalised, scaled."""
    w = np.take_along_axis(scores, index, -1)
    if c.normalize:
        w = w / (w.sum(-1, keepdims=True) + c.gate_norm_eps)
    return w * c.route_scale


def clamped_swiglu(gate, up, limit):
    """gate, up [N,I] -> [N,I]: gate clamped above only, up on both sides, both before SiLU."""
    gate, up = np.minimum(gate, limit), np.clip(up, -limit, limit)
    return gate * sigmoid(gate) * up


def expert(x, w, name, c):
    """x [N,D] -> [N,D] through w1, w3 [I,D] and w2 [D,I] of the expert `name`."""
    w1, w3, w2 = (w[f"body.{name}.{part}.weight"] for part in ("w1", "w3", "w2"))
    return clamped_swiglu(x @ w1.T, x @ w3.T, c.swiglu_limit) @ w2.T


def route(x, w, ids, c):
    """x [N,D], ids [N] or None -> scores [N,E], index [N,K]."""
    scores = gate_scores(x, w["body.gate.weight"])
    if ids is None:
        return scores, top_k(scores + w["body.gate.bias"], c.top_k)
    return scores, w["body.gate.tid2eid"][ids]


def moe(x, w, ids, c):
    """x [N,D], ids [N] or None -> [N,D]: chosen experts weighted after w2, plus the shared expert."""
    scores, index = route(x, w, ids, c)
    weights = gate_weights(scores, index, c)
    y = expert(x, w, "shared", c)
    for e in range(c.experts):
        row, slot = np.nonzero(index == e)
        y[row] += expert(x[row], w, f"experts.{e}", c) * weights[row, slot, None]
    return y


def front(x, w, c):
    """x [B,S,h,D] -> the normalised input of the experts [N,D], post [B,S,h], comb [B,S,h,h]."""
    y, post, comb = hc_pre(x, w["hc.fn"], w["hc.base"], w["hc.scale"], c)
    return rms_norm(y, w["norm.weight"], c.norm_eps).reshape(-1, c.dim), post, comb


def reference(x, w, ids, c, dtype=np.float64):
    """x [B,S,h,D], ids [B,S] or None -> y [B,S,h,D], everything in `dtype`."""
    x = x.astype(dtype)
    w = {k: a if a.dtype.kind == "i" else a.astype(dtype) for k, a in w.items()}
    hidden, post, comb = front(x, w, c)
    y = moe(hidden, w, None if ids is None else ids.reshape(-1), c)
    y = hc_post(y.reshape(*x.shape[:2], c.dim), x, post, comb)
    assert y.dtype == dtype
    return y


# ---- the data --------------------------------------------------------------------------------------------------------


def bf16_values(a):
    """Any shape -> float32 values that bfloat16 holds exactly (they compress to half the size)."""
    return (np.asarray(a, np.float32).view(np.uint32) & np.uint32(0xFFFF0000)).view(np.float32)


def draw(c, hashed, seed):
    """-> x [B,S,h,D] f32 with streams of rms 1 to 5, weights {name: array}, ids [B,S] i64 or None."""
    g = np.random.default_rng(seed)
    m, flat = (2 + c.hc_mult) * c.hc_mult, c.hc_mult * c.dim

    def matrix(rows, cols):
        return bf16_values(g.standard_normal((rows, cols)) * cols**-0.5)

    w = {
        "hc.fn": (g.standard_normal((m, flat)) * flat**-0.5).astype(np.float32),
        "hc.base": g.standard_normal(m).astype(np.float32),
        "hc.scale": g.uniform(0.5, 1.5, 3).astype(np.float32),
        "norm.weight": bf16_values(g.uniform(0.5, 1.5, c.dim)),
        "body.gate.weight": matrix(c.experts, c.dim),
    }
    if hashed:
        w["body.gate.tid2eid"] = np.argsort(g.random((c.vocab, c.experts)), -1)[:, : c.top_k].astype(np.int64)
    else:
        w["body.gate.bias"] = (0.3 * g.standard_normal(c.experts)).astype(np.float32)
    for name in ["shared"] + [f"experts.{e}" for e in range(c.experts)]:
        w[f"body.{name}.w1.weight"], w[f"body.{name}.w3.weight"] = matrix(c.inter, c.dim), matrix(c.inter, c.dim)
        w[f"body.{name}.w2.weight"] = matrix(c.dim, c.inter)
    shape = (c.batch, c.tokens, c.hc_mult, c.dim)
    x = (g.standard_normal(shape) * g.uniform(1, 5, shape[:3])[..., None]).astype(np.float32)
    if not hashed:
        return x, w, None
    ids = g.integers(0, c.vocab, (c.batch, c.tokens))
    ids[0, 1], ids[1, 0], ids[1, 3] = 0, c.vocab - 1, 0  # the ends of the table, and one token twice
    return x, w, ids


def facts(x, w, ids, c):
    """What the input exercises, in float64."""
    w = {k: a if a.dtype.kind == "i" else a.astype(np.float64) for k, a in w.items()}
    hidden, _, comb = front(x.astype(np.float64), w, c)
    scores, index = route(hidden, w, None if ids is None else ids.reshape(-1), c)
    limit = c.swiglu_limit
    out = {"margin": None, "moved": None, "rows": float(np.abs(comb.sum(-1) - 1).max())}
    out["load"] = np.bincount(index.reshape(-1), minlength=c.experts).tolist()
    if ids is None:
        ranked = -np.sort(-(scores + w["body.gate.bias"]), -1)
        out["margin"] = float((ranked[:, c.top_k - 1] - ranked[:, c.top_k]).min())
        plain = np.sort(top_k(scores, c.top_k), -1)
        out["moved"] = int(np.any(plain != np.sort(index, -1), -1).sum())
    count = {"routed": np.zeros(4, int), "shared": np.zeros(4, int)}
    for name in ["shared"] + [f"experts.{e}" for e in range(c.experts)]:
        kind = name.split(".")[0].replace("experts", "routed")
        rows = hidden if kind == "shared" else hidden[np.any(index == int(name[8:]), -1)]
        gate, up = (rows @ w[f"body.{name}.{part}.weight"].T for part in ("w1", "w3"))
        count[kind] += [np.sum(gate > limit), np.sum(gate < -limit), np.sum(up > limit), np.sum(up < -limit)]
    return {**out, **{k: v.tolist() for k, v in count.items()}}


def good(f):
    """Whether the input is worth keeping.

    No choice is near a tie, the bias matters, all experts and all sides of the clamp are used, and Sinkhorn has not
    converged, so that the number and the order of its passes are visible.
    """
    gate = f["margin"] is None or (f["margin"] > 5e-3 and f["moved"] >= 3)
    return gate and f["rows"] > 5e-3 and min(f["load"]) >= 1 and min(f["routed"] + f["shared"]) >= 10


# ---- the independent run ---------------------------------------------------------------------------------------------


class Torch64:
    """torch with float32 meaning float64: transformers' V4 modules ask for float32 by name in places."""

    def __getattr__(self, name):
        """Everything else is torch's own."""
        import torch

        return torch.float64 if name == "float32" else getattr(torch, name)


def transformers_run(x, w, ids, c, double):
    """x [B,S,h,D], ids [B,S] or None -> y [B,S,h,D] by transformers' modules, in float32 or float64."""
    from contextlib import ExitStack
    from unittest import mock

    import torch
    import transformers
    from transformers.models.deepseek_v4 import modeling_deepseek_v4 as hf

    assert transformers.__version__ == "5.23.0", transformers.__version__
    torch.set_num_threads(1)
    dtype = torch.float64 if double else torch.float32
    config = hf.DeepseekV4Config(
        vocab_size=c.vocab, hidden_size=c.dim, moe_intermediate_size=c.inter, num_hidden_layers=1,
        num_experts_per_tok=c.top_k, n_routed_experts=c.experts, scoring_func=c.score_func,
        routed_scaling_factor=c.route_scale, hc_mult=c.hc_mult, hc_sinkhorn_iters=c.sinkhorn_iters, hc_eps=c.hc_eps,
        rms_norm_eps=c.norm_eps, swiglu_limit=c.swiglu_limit, layer_types=["sliding_attention"],
        mlp_layer_types=["moe" if ids is None else "hash_moe"],
    )  # fmt: skip

    def t(name):
        a = torch.from_numpy(w[name])
        return a.to(dtype) if a.is_floating_point() else a

    parts = {p: [f"body.experts.{e}.{p}.weight" for e in range(c.experts)] for p in ("w1", "w3", "w2")}
    block = {
        "gate.weight": t("body.gate.weight"),
        "experts.gate_up_proj": torch.stack(
            [torch.cat([t(a), t(b)]) for a, b in zip(parts["w1"], parts["w3"], strict=True)]
        ),
        "experts.down_proj": torch.stack([t(name) for name in parts["w2"]]),
    }
    for theirs, ours in (("gate_proj", "w1"), ("up_proj", "w3"), ("down_proj", "w2")):
        block[f"shared_experts.{theirs}.weight"] = t(f"body.shared.{ours}.weight")
    if ids is None:
        block["gate.e_score_correction_bias"] = t("body.gate.bias")
    else:
        block["gate.tid2eid"] = t("body.gate.tid2eid")
    hyper, norm = hf.DeepseekV4HyperConnection(config), hf.DeepseekV4RMSNorm(c.dim, eps=c.norm_eps)
    body = hf.DeepseekV4SparseMoeBlock(config, 0)
    for module, state in (
        (hyper, {k: t("hc." + k) for k in ("fn", "base", "scale")}),
        (norm, {"weight": t("norm.weight")}),
        (body, block),
    ):
        module.to(dtype).eval().load_state_dict(state, strict=True)
    with ExitStack() as stack:
        stack.enter_context(torch.no_grad())
        if double:
            stack.enter_context(mock.patch.object(hf, "torch", Torch64()))
            stack.enter_context(mock.patch.object(torch.Tensor, "float", torch.Tensor.double))
        streams = torch.from_numpy(x).to(dtype)
        post, comb, collapsed = hyper(streams)
        y = body(norm(collapsed), None if ids is None else torch.from_numpy(ids))
        y = post.unsqueeze(-1) * y.unsqueeze(-2) + torch.matmul(comb.transpose(-1, -2), streams)
    assert y.dtype == dtype
    return y.numpy()


# ---- the files -------------------------------------------------------------------------------------------------------


def round_up(value):
    """To one digit, upwards."""
    unit = 10.0 ** math.floor(math.log10(value))
    return float(f"{math.ceil(value / unit) * unit:.0e}")


def program_arguments(path):
    """-> [(name, shape)] in the order of @main, from the head comment and the signature."""
    with open(path) as file:
        text = file.read()
    names = re.findall(r"^//   %arg\d+: (\S+)$", text, re.M)
    signature = next(line for line in text.splitlines() if "func.func @main(" in line).split("->")[0]
    shapes = [tuple(map(int, s.split(","))) for s in re.findall(r"%arg\d+: !torch\.vtensor<\[([\d,]+)\]", signature)]
    assert len(names) == len(shapes), (path, len(names), len(shapes))
    return list(zip(names, shapes, strict=True))


def save(folder, case, arrays, meta):
    """Writes folder/case.{npz,json}; arrays: name -> (array, dtype, role, further entries of its description)."""
    os.makedirs(folder, exist_ok=True)
    stored = {"f32": np.float32, "i64": np.int64}
    description = {
        n: {"role": role, "dtype": t, "shape": list(a.shape), **more} for n, (a, t, role, more) in arrays.items()
    }
    np.savez_compressed(
        os.path.join(folder, case + ".npz"),
        **{n: np.ascontiguousarray(a, stored[t]) for n, (a, t, _, _) in arrays.items()},
    )
    with open(os.path.join(folder, case + ".json"), "w") as file:
        json.dump({"op": OP, "case": case, **meta, "arrays": description}, file, indent=1)
        file.write("\n")


def make(out, programs, hashed, seed0):
    """Draws, computes, checks and writes one fixture."""
    c = Sizes()
    for seed in range(seed0, seed0 + 1000):
        x, w, ids = draw(c, hashed, seed)
        f = facts(x, w, ids, c)
        if good(f):
            break
    else:
        raise SystemExit(f"no input found from seed {seed0}")

    y = reference(x, w, ids, c)
    error = float(np.abs(reference(x, w, ids, c, np.float32) - y).max())
    theirs = {d: round_up(float(np.abs(transformers_run(x, w, ids, c, d) - y).max())) for d in (False, True)}
    compare = {"kind": "allclose", "rtol": 1e-5, "atol": round_up(16 * error), "float32_error": error, "why": WHY}
    if theirs[False] > compare["atol"] or theirs[True] > 1e-12:
        raise SystemExit(f"transformers disagrees: float32 {theirs[False]}, float64 {theirs[True]}")

    inputs = {"x": (x, "f32", "input", {})} | ({} if ids is None else {"input_ids": (ids, "i64", "input", {})})
    weights = {"w:" + k: (a, "i64" if a.dtype.kind == "i" else "f32", "weight", {}) for k, a in w.items()}
    arrays = inputs | {"y": (y, "f32", "output", {"compare": compare})} | weights

    folder = os.path.join(out, OP)
    program = f"hc_moe_{'hash' if hashed else 'topk'}.raw.mlir"
    order = [(n if n in inputs else "w:" + n, s) for n, s in program_arguments(os.path.join(programs, program))]
    assert sorted(n for n, _ in order) == sorted(n for n in arrays if n != "y"), order
    assert all(arrays[n][0].shape == s for n, s in order), order

    clamped = "; ".join(
        "{} {} gates above and {} below the limit, {} ups above and {} below".format(k, *f[k])
        for k in ("routed", "shared")
    )
    notes = [
        "y = hc_post(moe(rms_norm(hc_pre(x))), x): the whole sub-layer of a block, no attention",
        f"swiglu_limit {c.swiglu_limit} is active ({clamped}); gates below are not clamped",
        f"tokens per expert {f['load']}",
        f"row sums of comb are up to {f['rows']:.2g} from 1: the last Sinkhorn pass is a column pass",
        "hc_pre_inv_rms has no eps operand: norm_eps; the gates have no eps operand: gate_norm_eps",
    ]
    if hashed:
        notes.append("input_ids hold 0 (twice) and vocab - 1")
    else:
        tokens = c.batch * c.tokens
        notes.append(f"the bias moves the choice of {f['moved']} of {tokens} tokens; weights are scores without it")
    meta = {
        "program": os.path.relpath(os.path.join(programs, program), folder),
        "arguments": [n for n, _ in order],
        "attributes": {"hash": hashed, **asdict(c)},
        "source": "own float64 numpy reference",
        "confirmed_by": [
            f"transformers 5.23.0 {HF_PARTS}, same weights, hc_post written as in DeepseekV4DecoderLayer.forward:"
            f" largest difference {theirs[False]:g} in float32, {theirs[True]:g} in float64 (their casts redirected)"
        ],
        "seed": seed,
        "selection_margin": {"index": None, "router": f["margin"]},
        "notes": "; ".join(notes),
    }
    case = "hash_f32" if hashed else "topk_f32"
    save(folder, case, arrays, meta)
    print(case, "seed", seed, f, "float32", error, "transformers", theirs, "|y|", float(np.abs(y).max()))


def main():
    """Command line."""
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--programs", default=os.path.join(here, "programs"))
    options = parser.parse_args()
    make(options.out, options.programs, False, 61000)
    make(options.out, options.programs, True, 62000)


if __name__ == "__main__":
    main()

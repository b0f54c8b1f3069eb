# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs fixtures of whole blocks, draft blocks and models: several calls with carried caches."""

from __future__ import annotations

import numpy as np

import dsv4
from dsv4.model import Session
from dsv4.weights import Tensor, convert, find

from .fixture import Fixture, Outcome, compare

#: How fixtures call the caches of a layer.
STATE_NAMES = {
    "ring": "ring",
    "comp": "compressor.rows",
    "comp_kv_state": "compressor.kv_state",
    "comp_score_state": "compressor.score_state",
    "keys": "indexer.keys",
    "keys_kv_state": "indexer.kv_state",
    "keys_score_state": "indexer.score_state",
}


def configuration(fixture: Fixture) -> dict:
    """The fixture's own configuration in the fields of a config.json."""
    c = fixture.attributes["config"]
    ratios = list(c["ratios"])
    draft = fixture.op == "mtp_block"
    if draft:
        ratios = [0]  # the backbone is not used
    factor, fast, slow, length = c["yarn"]
    return {
        "model_type": "deepseek_v4",
        "vocab_size": c["vocab"],
        "hidden_size": c["dim"],
        "num_hidden_layers": len(ratios),
        "num_nextn_predict_layers": int(draft),
        "compress_ratios": ratios + [0] * draft,
        "num_hash_layers": c["n_hash"],
        "num_attention_heads": c["heads"],
        "num_key_value_heads": 1,
        "head_dim": c["head_dim"],
        "qk_rope_head_dim": c["rope_dim"],
        "q_lora_rank": c["q_lora"],
        "o_groups": c["o_groups"],
        "o_lora_rank": c["o_lora"],
        "sliding_window": c["window"],
        "index_n_heads": c["index_heads"],
        "index_head_dim": c["index_dim"],
        "index_topk": c["index_topk"],
        "n_routed_experts": c["n_experts"],
        "n_shared_experts": 1,
        "num_experts_per_tok": c["top_k"],
        "moe_intermediate_size": c["inter"],
        "scoring_func": c["score_func"],
        "norm_topk_prob": True,
        "routed_scaling_factor": c["route_scale"],
        "swiglu_limit": c["swiglu_limit"],
        "hc_mult": c["hc"],
        "hc_sinkhorn_iters": c["iters"],
        "hc_eps": c["hc_eps"],
        "rms_norm_eps": c["norm_eps"],
        "rope_theta": c["theta"],
        "compress_rope_theta": c["compress_theta"],
        "rope_scaling": {
            "type": "yarn",
            "factor": factor,
            "beta_fast": fast,
            "beta_slow": slow,
            "original_max_position_embeddings": length,
        },
        "max_position_embeddings": 1048576,
    } | (
        {
            "quantization_config": {
                "quant_method": "fp8",
                "fmt": "e4m3",
                "activation_scheme": "dynamic",
                "scale_fmt": "ue8m0",
                "weight_block_size": [128, 128],
            },
            "expert_dtype": "fp4",
        }
        if is_official(fixture)
        else {}
    )


def is_official(fixture: Fixture) -> bool:
    """Weights are stored in FP8 and FP4."""
    return any(name.endswith(":codes") for name in fixture.arrays)


def weights(fixture: Fixture, prefix: str, function) -> dict[str, np.ndarray]:
    """The weights that `function` takes; `prefix` stands before the names of a fixture that is one layer."""
    tensors = {}
    for name, array in fixture.arrays.items():
        if not name.startswith("w:"):
            continue
        name, _, part = name[2:].partition(":")
        dtype = fixture.dtype(f"w:{name}" + (f":{part}" if part else ""))
        if dtype == "f4E2M1FN":
            # One code per byte there; the program takes two, the lower half first.
            array, dtype = (array[..., 0::2] | (array[..., 1::2] << 4)).view(np.int8), "i8"
        # Ends of the model have their own names even beside a single layer.
        shared = name in ("embed.weight", "head.weight")
        full = name if shared else prefix + name
        tensors[full + (".scale" if part == "scale" else "")] = Tensor(array, dtype)
    experts = fixture.attributes["config"]["n_experts"]
    result = {}
    for spec in function.arguments:
        if spec.name in ("input_ids", "start_pos", "query_lens", "streams") or spec.name.startswith("cache."):
            continue
        tensor = find(tensors, spec.name, experts)
        if tensor is None:
            raise ValueError(f"the fixture has no {spec.name}")
        result[spec.name] = convert(tensor, spec)
    return result


def build_for(fixture: Fixture, batch: int, context: int, **options):
    """The module of the fixture's configuration, and the type of its activations."""
    rounding = "qat" if fixture.attributes.get("qat") else "plain"
    precision = "official" if is_official(fixture) else rounding
    activations = fixture.attributes.get("activations", "f32")
    module = dsv4.build_module(
        configuration(fixture),
        batch=batch,
        context=context,
        precision=precision,
        activation_type=activations,
        **options,
    )
    return module, activations


def compile_for(fixture: Fixture, batch: int, context: int, **options):
    """The program of the fixture's configuration, and the type of its activations."""
    module, activations = build_for(fixture, batch, context, **options)
    return dsv4.compile(module), activations


def activations_as(array: np.ndarray, stored: str, wanted: str) -> np.ndarray:
    """A stream of the fixture in the activation type of the program."""
    if stored == "bf16" and wanted == "f32":
        return (array.astype(np.uint32) << 16).view(np.float32)
    return array


def stored_bits(array: np.ndarray) -> np.ndarray:
    return array.view(np.uint16) if array.dtype.name == "bfloat16" else array


def check_states(fixture: Fixture, prefix: str, caches: dict, cache_prefix: str, request) -> dict[str, Outcome]:
    """Compares the caches of one layer. `request` selects the rows of one request, or all."""
    outcomes = {}
    for short, name in STATE_NAMES.items():
        key = f"{prefix}{short}"
        if key not in fixture.arrays:
            continue
        got = stored_bits(caches[cache_prefix + name])[request]
        want = fixture.arrays[key]
        if short in ("comp", "keys"):
            # Only rows that exist are compared; the cache has room for more.
            axis = want.ndim - 2
            got = got.take(range(want.shape[axis]), axis)
        outcomes[key] = compare(fixture, key, got)
    return outcomes


def run_chunks(session: Session, ids: np.ndarray, streams: np.ndarray, chunks: list[int]) -> list:
    """What one block returns for each chunk of all requests' tokens; ids: [B, S] i32, streams: [B, S, H, D]."""
    batch = len(ids)
    start, parts = 0, []
    for length in chunks:
        parts.append(
            session(
                input_ids=np.ascontiguousarray(ids[:, start : start + length]),
                start_pos=np.full(batch, start, np.int32),
                query_lens=np.full(batch, length, np.int32),
                streams=streams[:, start : start + length],
            )
        )
        start += length
    return parts


def check_block(fixture: Fixture) -> dict[str, Outcome]:
    """One layer, chunk by chunk, and again all tokens at once: the result must not depend on it."""
    x, ids = fixture.arrays["x"], fixture.arrays["input_ids"]
    batch, tokens = ids.shape
    program, activations = compile_for(fixture, batch, tokens, blocks=True)
    function = program.functions["block_0"]
    session = Session(function, batch, weights(fixture, "layers.0.", function))
    streams = activations_as(x, fixture.dtype("x"), activations)
    outcomes: dict[str, Outcome] = {}
    whole = [tokens]
    for chunks in (fixture.attributes["chunks"], whole):
        session.reset()
        y = stored_bits(np.concatenate(run_chunks(session, ids, streams, chunks), axis=1))
        label = "" if chunks is not whole else " at once"
        for name in fixture.outputs():
            if name in ("y", "y_exact"):
                # y_exact is the goal of float32 activations; a bf16 program is held to y.
                if name == "y_exact" and activations == "bf16":
                    continue
                outcomes[name + label] = compare(fixture, name, y)
        for name, outcome in check_states(fixture, "state:", session.caches, "cache.0.", slice(None)).items():
            outcomes[name + label] = outcome
    return outcomes


def check_draft(fixture: Fixture) -> dict[str, Outcome]:
    """The draft block: its input, its streams and its logits."""
    x, ids = fixture.arrays["x"], fixture.arrays["input_ids"]
    batch, tokens = ids.shape
    program, activations = compile_for(fixture, batch, tokens, draft=True, all_logits=True, return_streams=True)
    function = program.functions["mtp"]
    session = Session(function, batch, weights(fixture, "mtp.0.", function))
    streams = activations_as(x, fixture.dtype("x"), activations)
    parts = run_chunks(session, ids, streams, fixture.attributes["chunks"])
    logits, y, fused = (np.concatenate(part, axis=1) for part in zip(*parts, strict=True))
    outcomes = {name: compare(fixture, name, value) for name, value in (("logits", logits), ("y", y), ("fused", fused))}
    return outcomes | check_states(fixture, "state:", session.caches, "cache.mtp.0.", slice(None))


def check_model(fixture: Fixture) -> dict[str, Outcome]:
    """A whole model on a batch of requests of different lengths: logits of all tokens, streams and caches."""
    requests = fixture.attributes["chunks"]
    batch = len(requests)
    ids = [fixture.arrays[f"r{r}:input_ids"] for r in range(batch)]
    program, _ = compile_for(fixture, batch, max(len(line) for line in ids), all_logits=True, return_streams=True)
    function = program.functions["main"]
    session = Session(function, batch, weights(fixture, "", function))
    layers = len(fixture.attributes["config"]["ratios"])
    lengths = np.zeros(batch, np.int32)
    logits: list[list[np.ndarray]] = [[] for _ in range(batch)]
    streams: list[list[list[np.ndarray]]] = [[[] for _ in range(layers)] for _ in range(batch)]
    for step in range(max(len(chunks) for chunks in requests)):
        new = np.array([chunks[step] if step < len(chunks) else 0 for chunks in requests], np.int32)
        tokens = np.zeros((batch, int(new.max())), np.int32)
        for r in range(batch):
            tokens[r, : new[r]] = ids[r][lengths[r] : lengths[r] + new[r]]
        results = session(input_ids=tokens, start_pos=lengths.copy(), query_lens=new)
        for r in range(batch):
            logits[r].append(results[0][r, : new[r]])
            for layer in range(layers):
                streams[r][layer].append(results[1 + layer][r, : new[r]])
        lengths += new
    outcomes: dict[str, Outcome] = {}
    for r in range(batch):
        outcomes[f"r{r}:logits"] = compare(fixture, f"r{r}:logits", np.concatenate(logits[r]))
        for layer in range(layers):
            key = f"r{r}:stream{layer}"
            if key in fixture.arrays:
                outcomes[key] = compare(fixture, key, np.concatenate(streams[r][layer]))
            outcomes |= check_states(fixture, f"r{r}:state{layer}:", session.caches, f"cache.{layer}.", r)
    return outcomes


CHECKS = {"block": check_block, "mtp_block": check_draft, "model": check_model}

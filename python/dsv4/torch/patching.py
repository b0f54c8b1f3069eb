# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`patch` and `unpatch`: transformers' DeepSeek-V4 on dsv4's operators, in place."""

from __future__ import annotations

import functools
import types

import torch
import transformers
from transformers.models.deepseek_v4 import modeling_deepseek_v4 as modeling

from . import modules
from .facts import Facts

#: Versions of transformers whose modules were compared with what stands in for them here.
TRANSFORMERS_VERSIONS = ("5.23.0",)

#: What stands in for the forward of a module. None: its parts are read by the module around it.
FORWARDS = {
    modeling.DeepseekV4Model: modules.model,
    modeling.DeepseekV4DecoderLayer: modules.decoder_layer,
    modeling.DeepseekV4Attention: modules.attention,
    modeling.DeepseekV4CSACompressor: modules.csa_compressor,
    modeling.DeepseekV4HCACompressor: modules.hca_compressor,
    modeling.DeepseekV4Indexer: modules.indexer,
    modeling.DeepseekV4IndexerScorer: None,
    modeling.DeepseekV4SparseMoeBlock: modules.moe,
    modeling.DeepseekV4TopKRouter: None,
    modeling.DeepseekV4HashRouter: None,
    modeling.DeepseekV4Experts: modules.experts,
    modeling.DeepseekV4MLP: modules.mlp,
    modeling.DeepseekV4HyperConnection: modules.hyper_connection,
    modeling.DeepseekV4HyperHead: modules.hyper_head,
    modeling.DeepseekV4RMSNorm: modules.rms_norm,
    modeling.DeepseekV4UnweightedRMSNorm: modules.unweighted_rms_norm,
    modeling.DeepseekV4GroupedLinear: modules.grouped_linear,
    modeling.DeepseekV4RotaryEmbedding: None,
    torch.nn.Linear: modules.linear,
    torch.nn.Embedding: modules.embedding,
}
#: Modules without weights and without a part in the result of a model in evaluation mode.
_IGNORED = (torch.nn.ModuleList,)


def _unknown(model) -> str | None:
    """Why the model cannot be patched; None if it can."""
    if not isinstance(model, torch.nn.Module) or type(model) is not modeling.DeepseekV4ForCausalLM:
        return f"{type(model).__name__} is not transformers' DeepseekV4ForCausalLM"
    if transformers.__version__ not in TRANSFORMERS_VERSIONS:
        known = ", ".join(TRANSFORMERS_VERSIONS)
        return f"transformers {transformers.__version__} is not a version that was compared ({known})"
    if model.training:
        return "the model is in training mode; the operators have no gradients (model.eval() leaves it)"
    for name, module in model.named_modules():
        if module is model:
            continue
        activation = name.endswith((".act_fn", ".score_fn"))
        if type(module) not in FORWARDS and not isinstance(module, _IGNORED) and not activation:
            return f"{name} is a {type(module).__name__}, which has no counterpart"
        if "forward" in module.__dict__:
            return f"{name} has a forward of its own already"
        if getattr(module, "bias", None) is not None and isinstance(module, torch.nn.Linear):
            return f"{name} has a bias"
    devices = {tensor.device.type for tensor in model.parameters()}
    if devices - {"cpu", "meta"}:
        return f"the weights are on {', '.join(sorted(devices))}, the operators run on the CPU"
    dtypes = {tensor.dtype for tensor in model.parameters()}
    if dtypes - {torch.float32, torch.bfloat16, torch.float16}:
        return f"the weights have {', '.join(map(str, dtypes))}; float32, bfloat16 and float16 are known"
    return None


def is_patched(model) -> bool:
    """Whether `patch` has rewritten the model."""
    return hasattr(getattr(model, "model", None), "_dsv4_facts")


def patch(model):
    """Makes a `DeepseekV4ForCausalLM` of transformers compute with `torch.ops.dsv4`, and returns it.

    Weights, `forward`, `generate` and the cache arguments stay as they are. Raises ValueError for a model of another
    class or version, with modules that are not known, in training mode, or that is patched already; `dsv4.Error` for a
    configuration that is not one of DeepSeek-V4.
    """
    if is_patched(model):
        raise ValueError("the model is patched already")
    if reason := _unknown(model):
        raise ValueError(f"the model cannot be patched: {reason}")
    facts = Facts.of(model.config)
    scoring = functools.partial(modules.moe, scoring_func=model.config.scoring_func)
    for module in model.modules():
        forward = FORWARDS.get(type(module))
        if forward is modules.moe:
            forward = scoring
        if forward is not None:
            module.forward = types.MethodType(forward, module)
    model.model._dsv4_facts = facts
    return model


def unpatch(model):
    """Restores what `patch` changed, and returns the model. Raises ValueError if it is not patched."""
    if not is_patched(model):
        raise ValueError("the model is not patched")
    for module in model.modules():
        if FORWARDS.get(type(module)) is not None:
            module.__dict__.pop("forward", None)
    del model.model._dsv4_facts
    return model

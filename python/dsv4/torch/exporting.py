# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`export`: a model of transformers as dsv4 IR, by torch.export and torch-mlir."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch

from ..program import Module
from . import modules
from .dtypes import as_numpy
from .operators import OPERATORS
from .patching import is_patched, patch, unpatch
from .states import new_states

_DYNAMIC = ("batch", "tokens")


class _OnTensors(torch.nn.Module):
    """A patched model as a function of tensors alone."""

    def __init__(self, model, context: int):
        super().__init__()
        self.model, self.context = model, context

    def forward(self, input_ids, start_pos, query_lens, names, states):
        facts = self.model.model._dsv4_facts
        layers: list[dict] = [{} for _ in facts.ratios]
        for (layer, name), state in zip(names, states, strict=True):
            layers[layer][name] = state
        hidden = modules.run(self.model.model, facts, input_ids, start_pos, query_lens, layers, self.context)
        return self.model.lm_head(hidden), [layers[layer][name] for layer, name in names]


class _WithWeights(torch.nn.Module):
    """Takes the weights as inputs. The module is hidden, so that PyTorch does not see parameters beside them."""

    def __init__(self, module, weight_names: list[str], state_names: list[tuple[int, str]]):
        super().__init__()
        self.hidden = (module,)
        self.weight_names, self.state_names = weight_names, state_names

    def forward(self, input_ids, start_pos, query_lens, weights, states):
        named = {f"model.{name}": weight for name, weight in zip(self.weight_names, weights, strict=True)}
        arguments = (input_ids, start_pos, query_lens, self.state_names, states)
        logits, new_states = torch.func.functional_call(self.hidden[0], named, arguments)
        return logits, *new_states


def _weight_tensors(model) -> dict[str, torch.Tensor]:
    return {name: tensor.detach() for name, tensor in model.state_dict().items()}


def weights(model) -> dict[str, np.ndarray]:
    """The weights of a model by the names that the arguments of an exported program have, as views of its memory.

    bf16 weights are uint16 bits, as `dsv4.Function` takes them. The names are those of the model's `state_dict`.
    """
    return {name: as_numpy(tensor) for name, tensor in _weight_tensors(model).items()}


@contextlib.contextmanager
def _patched(model):
    if is_patched(model):
        yield
        return
    patch(model)
    try:
        yield
    finally:
        unpatch(model)


def _trace(
    model, batch: int, tokens: int, context: int, dynamic: set[str], state_names: list
) -> torch.export.ExportedProgram:
    named = _weight_tensors(model)
    facts = model.model._dsv4_facts
    like = model.model.embed_tokens.weight
    per_layer = [new_states(facts, layer, batch, context, like) for layer in range(len(facts.ratios))]
    state_names += [(layer, name) for layer, states in enumerate(per_layer) for name in states]
    states = [per_layer[layer][name] for layer, name in state_names]
    ids = torch.zeros(batch, tokens, dtype=torch.int64)
    start_pos = torch.zeros(batch, dtype=torch.int32)
    query_lens = torch.full((batch,), tokens, dtype=torch.int32)
    # Ranges that PyTorch derives from the example are dropped: the operators take any size.
    of_batch = {0: torch.export.Dim.DYNAMIC} if "batch" in dynamic else {}
    of_tokens = {1: torch.export.Dim.DYNAMIC} if "tokens" in dynamic else {}
    sizes = (of_batch | of_tokens, of_batch, of_batch, [{}] * len(named), [of_batch] * len(states))
    module = _WithWeights(_OnTensors(model, context), list(named), state_names)
    with torch.no_grad():
        arguments = (ids, start_pos, query_lens, list(named.values()), states)
        # Nothing is left to decompose or to make functional: the operators, and views and sums around them.
        program = torch.export.export(module, arguments, dynamic_shapes=sizes, strict=False)
    # Claims about sizes and dtypes: the operators check theirs.
    for node in reversed(list(program.graph.nodes)):
        if node.op == "call_function" and "_assert_" in str(node.target):
            program.graph.erase_node(node)
    program.graph.eliminate_dead_code()
    return program


def _torch_ir(program: torch.export.ExportedProgram) -> str:
    """The program as torch-mlir prints it, by another process. Raises RuntimeError with what it says if it fails."""
    # Only the graph is stored: no weights and no example.
    program._example_inputs = None
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("program.pt2", "schemas.json", "program.mlir")]
        torch.export.save(program, paths[0])
        paths[1].write_text(json.dumps([operator.name + operator.schema() for operator in OPERATORS.values()]))
        script = Path(__file__).with_name("print_torch_ir.py")
        done = subprocess.run([sys.executable, "-P", script, *paths], capture_output=True, text=True)
        if done.returncode:
            if "No module named 'torch_mlir'" in done.stderr:
                raise ImportError("dsv4.torch.export needs torch-mlir: pip install 'dsv4[torch]'")
            last = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
            raise RuntimeError(f"torch-mlir cannot import the program: {last[0]}")
        return paths[2].read_text()


def export(
    model,
    *,
    batch: int = 1,
    tokens: int = 1,
    context: int = 4096,
    dynamic: Iterable[str] = (),
) -> Module:
    """A `DeepseekV4ForCausalLM` of transformers as dsv4 IR: one function `@main` on builtin tensors.

    `batch` requests of `tokens` tokens each; with "batch" or "tokens" in `dynamic` any number of them. `context`:
    tokens per request that the caches hold. A model that is not patched is patched meanwhile.

    Arguments, by `dsv4.name`: `input_ids` [B, S] i64, `start_pos` [B] and `query_lens` [B] i32 (tokens that a request
    has cached, and those of its S that are no padding); the weights, by the names of `state_dict`; the caches,
    `cache.<layer>.<name>`, which are updated in place. The result is the logits [B, S, vocabulary] of all tokens.
    No weight is in the text.

    Raises ValueError for arguments out of range and for what `patch` refuses, ImportError without torch-mlir.
    """
    dynamic = set(dynamic)
    if unknown := dynamic - set(_DYNAMIC):
        raise ValueError(f"dynamic has {', '.join(sorted(map(repr, unknown)))}, expected some of {', '.join(_DYNAMIC)}")
    for name, value in (("batch", batch), ("tokens", tokens), ("context", context)):
        if value < 1:
            raise ValueError(f"{name} is {value}, expected 1 or more")
    # torch.export takes a size of 1 to be always 1.
    batch = max(batch, 2) if "batch" in dynamic else batch
    tokens = max(tokens, 2) if "tokens" in dynamic else tokens
    if tokens > context:
        raise ValueError(f"tokens is {tokens}, but the context holds {context}")
    state_names: list[tuple[int, str]] = []
    with _patched(model):
        program = _trace(model, batch, tokens, context, dynamic, state_names)
    text = _torch_ir(program)
    module = Module(text, "exported program")
    names = ["input_ids", "start_pos", "query_lens", *_weight_tensors(model)]
    first_cache = len(names)
    names += [f"cache.{layer}.{name}" for layer, name in state_names]
    arguments = [{"dsv4.name": json.dumps(name)} for name in names]
    for argument in arguments[first_cache:]:
        argument["bufferization.writable"] = "true"
    in_place = [{"dsv4.in_place": f"{first_cache + index} : i64"} for index in range(len(state_names))]
    module.run("convert-torch-to-dsv4")
    module._module.annotate("main", arguments, of_results=False)
    module._module.annotate("main", [{}, *in_place], of_results=True)
    return module

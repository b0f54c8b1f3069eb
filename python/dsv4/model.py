# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A whole model from its configuration: weights, caches, prefill, decode, generation."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Mapping, Sequence

import numpy as np

from . import _dsv4
from . import weights as weight_files
from .distributed import Layout, Place, Ranks
from .element_types import result_dtype
from .program import Function, Module, Program


def config_text(config) -> tuple[str, str]:
    """(text, name) of a configuration: a path, the name of a built-in one, a dict, or a transformers config."""
    if isinstance(config, Mapping):
        return json.dumps(config, indent=1), "<config>"
    if hasattr(config, "to_json_string"):
        return config.to_json_string(use_diff=False), "<config>"
    name = os.fspath(config)
    if not os.path.exists(name) and (text := _dsv4.builtin_config(name)) is not None:
        return text, name
    path = os.path.join(name, "config.json") if os.path.isdir(name) else name
    if not os.path.exists(path):
        known = ", ".join(_dsv4.builtin_config_names())
        raise FileNotFoundError(f"'{path}' is no file and no built-in configuration; there are: {known}")
    with open(path) as file:
        return file.read(), path


def build_module(
    config,
    *,
    batch: int | None = None,
    tokens: int | None = None,
    context: int = 4096,
    precision: str = "plain",
    activation_type: str = "f32",
    weight_type: str = "bf16",
    all_logits: bool = False,
    return_streams: bool = False,
    blocks: bool = False,
    draft: bool = False,
) -> Module:
    """The model of `config` as dsv4 IR.

    `batch`, `tokens`: requests and tokens per request of a call, None: any number. `context`: tokens per request that
    the caches hold. `precision`: "plain" (Hugging Face's semantics), "qat" (KV through FP8, indexer through FP4) or
    "official" (and weights in the checkpoint's formats). `all_logits`: of every token, not only the last.

    Raises `dsv4.Error` with the field, its value and what is allowed if the configuration is wrong.
    """
    text, name = config_text(config)
    module = object.__new__(Module)
    module._module = _dsv4.Module.from_config(
        text,
        name,
        batch=-1 if batch is None else batch,
        tokens=-1 if tokens is None else tokens,
        context=context,
        precision=precision,
        activation_type=activation_type,
        weight_type=weight_type,
        all_logits=all_logits,
        return_streams=return_streams,
        blocks=blocks,
        draft=draft,
    )
    return module


def fusion_pipeline(stack: str | os.PathLike) -> str:
    """The pass that makes the launches of a serving stack: a built-in one (vllm, ideal, ...), or a file `NAME.yaml`."""
    name = os.fspath(stack)
    return f"dsv4-fuse{{{'stack-file' if name.endswith('.yaml') else 'stack'}='{name}'}}"


class Session:
    """Weights and caches of one compiled function, called step by step."""

    def __init__(
        self, function: Function, batch: int, weights: Mapping[str, np.ndarray], names: Mapping[str, str] = {}
    ):
        """`names` renames weights of the function to keys of `weights`."""
        self.function, self.batch = function, batch
        self._arguments: dict[str, np.ndarray] = {}
        self.caches: dict[str, np.ndarray] = {}
        for spec in function.arguments:
            if spec.name.startswith("cache."):
                shape = tuple(batch if size < 0 else size for size in spec.shape)
                self.caches[spec.name] = np.zeros(shape, result_dtype(spec.element_type))
            elif (key := names.get(spec.name, spec.name)) in weights:
                self._arguments[spec.name] = weights[key]
        self.reset()

    def reset(self) -> None:
        """Forgets all tokens. Scores of a compressor start at minus infinity, everything else at 0."""
        for name, cache in self.caches.items():
            cache[...] = -np.inf if name.endswith("score_state") else 0

    def __call__(self, **inputs: np.ndarray):
        """Runs the function; caches are updated in place. Results as `Function` returns them."""
        # Inputs are small; code for arrays with gaps would be compiled anew.
        known = self._arguments | self.caches | {name: np.ascontiguousarray(value) for name, value in inputs.items()}
        missing = [spec.name for spec in self.function.arguments if spec.name not in known]
        if missing:
            raise ValueError(f"no weights for {', '.join(missing[:5])}{' ...' if len(missing) > 5 else ''}")
        return self.function(*(known[spec.name] for spec in self.function.arguments))


class Model:
    """A compiled model that generates tokens on this processor, alone or as one of several ranks."""

    def __init__(self, program: Program, batch: int, context: int, experts: int, ranks: Ranks | None = None):
        self.program, self.batch, self.context, self._experts = program, batch, context, experts
        self._ranks = ranks
        self._place = Place(program.grid, ranks.rank if ranks else 0)
        self._main = program.functions["main"]
        inputs = {spec.name: spec for spec in self._main.arguments}
        #: The requests of the batch that this rank's replica serves.
        self.own = slice(0, batch)
        if "query_lens" in inputs and any(inputs["query_lens"].split):
            self.own = self._place.part(inputs["query_lens"])[0]
        self.weights: dict[str, np.ndarray] = {}
        self._session: Session | None = None
        #: Tokens cached per request.
        self.lengths = np.zeros(batch, np.int32)

    @classmethod
    def from_config(
        cls,
        config,
        *,
        batch: int = 1,
        context: int = 4096,
        layout: Layout | None = None,
        ranks: Ranks | None = None,
        fuse: str | os.PathLike | None = None,
        optimization: int = 2,
        **options,
    ) -> Model:
        """Builds and compiles the model of `config` (see `build_module`) for `batch` requests at a time.

        With `layout` and `ranks` (see `dsv4.distributed.start`) it is the part of this rank: every rank makes the same
        calls with the same tokens. `batch` counts the requests of all replicas. `fuse`: a serving stack (vllm, sglang,
        trtllm, atom, cann, ideal, or a file NAME.yaml) whose launches the program has; results are the same to the
        bit. `optimization`: see `compile`.
        """
        text, _ = config_text(config)
        fields = json.loads(text)
        module = build_module(config, batch=batch, context=context, **options)
        if layout is not None and layout.ranks > 1:
            if ranks is None or ranks.size != layout.ranks:
                running = ranks.size if ranks else 1
                raise ValueError(f"the layout is for {layout.ranks} ranks, running are {running}")
            module.run(layout.pipeline)
        if fuse is not None:
            module.run(fusion_pipeline(fuse))
        return cls(Program(module, ranks, optimization), batch, context, int(fields.get("n_routed_experts", 0)), ranks)

    @property
    def weight_specs(self):
        """The weights that `main` takes."""
        inputs = ("input_ids", "start_pos", "query_lens")
        return [s for s in self._main.arguments if s.name not in inputs and not s.name.startswith("cache.")]

    def set_weights(self, tensors: Mapping[str, weight_files.Tensor]) -> Model:
        """Takes every weight from `tensors` by its official or transformers name. Raises KeyError if one is missing."""
        tensors = weight_files.official_names(tensors)
        missing = []
        for spec in self.weight_specs:
            tensor = weight_files.find_part(tensors, spec, self._experts, self._place)
            if tensor is None:
                missing.append(spec.name)
                continue
            self.weights[spec.name] = weight_files.convert(tensor, spec)
        if missing:
            raise KeyError(f"the weights lack {', '.join(missing[:5])}{' ...' if len(missing) > 5 else ''}")
        self._session = None
        return self

    def load_safetensors(self, *paths: str | os.PathLike) -> Model:
        """Loads weights from files of DeepSeek's or transformers' naming."""
        tensors: dict[str, weight_files.Tensor] = {}
        for path in paths:
            tensors |= weight_files.read_safetensors(path)
        return self.set_weights(tensors)

    def random_weights(self, seed: int) -> Model:
        """Weights drawn from a seed: to try a configuration out."""
        rng = np.random.default_rng(seed)
        # Every rank draws the whole weights, so that they are those of one rank.
        for spec in self.weight_specs:
            whole = dataclasses.replace(spec, shape=self._place.full_shape(spec))
            drawn = weight_files.random_weight(whole, rng, self._experts)
            self.weights[spec.name] = np.ascontiguousarray(drawn[self._place.part(spec)])
        self._session = None
        return self

    def reset(self) -> None:
        """Forgets all tokens."""
        self.lengths[:] = 0
        if self._session is not None:
            self._session.reset()

    def step(self, tokens: Sequence[Sequence[int]] | np.ndarray):
        """Runs new tokens of every request (lists may differ in length; an empty one lets a request rest).

        Returns what `main` returns: logits [batch, 1, vocabulary] of each request's last token (or of all tokens), f32;
        with replicas those of the requests `own`.
        Raises ValueError if a request would outgrow the context.
        """
        rows = [np.asarray(row, np.int32).reshape(-1) for row in tokens]
        if len(rows) != self.batch:
            raise ValueError(f"{len(rows)} requests given, the model was built for {self.batch}")
        lengths = np.array([len(row) for row in rows], np.int32)
        full = self.lengths + lengths
        if full.max() > self.context:
            raise ValueError(f"a request has {full.max()} tokens, the caches hold {self.context}")
        ids = np.zeros((self.batch, max(int(lengths.max()), 1)), np.int32)
        for row, line in zip(ids, rows, strict=True):
            row[: len(line)] = line
        if self._session is None:
            self._session = Session(self._main, self.own.stop - self.own.start, self.weights)
        results = self._session(
            input_ids=ids[self.own], start_pos=self.lengths[self.own].copy(), query_lens=lengths[self.own]
        )
        self.lengths += lengths
        return results

    @property
    def caches(self) -> dict[str, np.ndarray]:
        """The caches by name; empty before the first step."""
        return {} if self._session is None else self._session.caches

    def prefill(self, tokens: Sequence[Sequence[int]] | np.ndarray) -> np.ndarray:
        """Forgets what was cached and runs the prompts. Returns the logits [batch, vocabulary] behind them, f32."""
        self.reset()
        return self.decode(tokens)

    def decode(self, tokens: Sequence[Sequence[int]] | np.ndarray) -> np.ndarray:
        """Runs the next tokens. Returns the logits [batch, vocabulary] behind the last one, f32."""
        results = self.step(tokens)
        logits = results[0] if isinstance(results, tuple) else results
        return logits[:, -1]

    def _of_all_requests(self, values: np.ndarray) -> np.ndarray:
        """One value per request of the batch from those of each replica."""
        if len(values) == self.batch or self._ranks is None:
            return values
        everywhere = self._ranks.all_gather(values)
        replicas = self.batch // len(values)
        # rank = replica * tp + place
        return everywhere[:: self._ranks.size // replicas].reshape(-1)

    def generate(self, tokens: Sequence[Sequence[int]] | np.ndarray, max_new_tokens: int) -> np.ndarray:
        """Greedy continuation of the prompts: [batch, max_new_tokens] token ids, i32."""
        chosen = []
        logits = self.prefill(tokens)
        for _ in range(max_new_tokens):
            best = self._of_all_requests(np.argmax(logits, axis=-1).astype(np.int32))
            chosen.append(best)
            if len(chosen) < max_new_tokens:
                logits = self.decode(best[:, None])
        return np.stack(chosen, axis=1) if chosen else np.zeros((self.batch, 0), np.int32)

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a layer remembers between calls, as tensors of fixed shape, and as a cache layer of transformers."""

from __future__ import annotations

import torch
from transformers.cache_utils import Cache, CacheLayerMixin, DynamicCache

from .facts import Facts

#: Tensors that have a row per compressed row; the others do not grow.
GROWING = ("compressor.rows", "indexer.keys")


def state_shapes(facts: Facts, layer: int, batch: int, context: int) -> dict[str, tuple[int, ...]]:
    """Name -> shape of the states of a layer: `ring` [B, W, d], compressed rows [B, C, d], compressor states in f32.

    `context`: tokens that there is room for. The names are those of the caches of `dsv4.build_module`.
    """
    shapes = {"ring": (batch, facts.window, facts.head_dim)}
    ratio = facts.ratios[layer]
    if not ratio:
        return shapes
    parts = 2 if ratio == 4 else 1
    widths = {"compressor.": ("rows", facts.head_dim)}
    if ratio == 4:
        widths["indexer."] = ("keys", facts.index_head_dim)
    for prefix, (rows, width) in widths.items():
        shapes[prefix + rows] = (batch, -(-context // ratio), width)
        shapes[prefix + "kv_state"] = shapes[prefix + "score_state"] = (batch, parts * ratio, parts * width)
    return shapes


def new_states(facts: Facts, layer: int, batch: int, context: int, like: torch.Tensor) -> dict[str, torch.Tensor]:
    """The states of a layer that has seen nothing; caches have the dtype of `like`."""
    states = {}
    for name, shape in state_shapes(facts, layer, batch, context).items():
        dtype = torch.float32 if name.endswith("_state") else like.dtype
        fill = -torch.inf if name.endswith("score_state") else 0
        states[name] = torch.full(shape, fill, dtype=dtype, device=like.device)
    return states


class CacheLayer(CacheLayerMixin):
    """The states of one layer in a cache of transformers. All requests have seen the same number of tokens.

    The room for compressed rows doubles when it is full.
    """

    is_sliding = True

    def __init__(self, facts: Facts, layer: int):
        super().__init__()
        self.facts, self.layer = facts, layer
        self.states: dict[str, torch.Tensor] = {}
        self.length = 0
        self.context = 0

    def prepare(self, batch: int, tokens: int, like: torch.Tensor) -> dict[str, torch.Tensor]:
        """The states, with room for `tokens` more tokens of `batch` requests."""
        needed = self.length + tokens
        if not self.states:
            # A multiple of all ratios; decoding a while needs no more.
            self.context = -(-max(needed, 256) // 128) * 128
            self.states = new_states(self.facts, self.layer, batch, self.context, like)
            self.is_initialized = True
        if self.states["ring"].shape[0] != batch:
            raise ValueError(f"the cache holds {self.states['ring'].shape[0]} requests, the call has {batch}")
        if needed > self.context:
            self.context = -(-max(needed, 2 * self.context) // 128) * 128
            shapes = state_shapes(self.facts, self.layer, batch, self.context)
            for name in GROWING:
                if name in self.states:
                    more = shapes[name][1] - self.states[name].shape[1]
                    self.states[name] = torch.nn.functional.pad(self.states[name], (0, 0, 0, more))
        return self.states

    def lazy_initialization(self, key_states: torch.Tensor, value_states: torch.Tensor) -> None:
        raise NotImplementedError("this cache is filled by a model that dsv4.torch.patch has rewritten")

    def update(self, key_states: torch.Tensor, value_states: torch.Tensor, *args, **kwargs):
        raise NotImplementedError("this cache is filled by a model that dsv4.torch.patch has rewritten")

    def get_mask_sizes(self, query_length: int) -> tuple[int, int]:
        return self.length + query_length, 0

    def get_seq_length(self) -> int:
        return self.length

    def get_max_length(self) -> int:
        return -1

    def reset(self) -> None:
        self.states, self.length, self.context, self.is_initialized = {}, 0, 0, False

    def _change(self, function) -> None:
        self.states = {name: function(tensor) for name, tensor in self.states.items()}

    def offload(self) -> None:
        raise NotImplementedError("states of a patched model are not offloaded")

    prefetch = offload

    def reorder_cache(self, beam_idx: torch.LongTensor) -> None:
        self._change(lambda tensor: tensor.index_select(0, beam_idx))

    def batch_repeat_interleave(self, repeats: int) -> None:
        self._change(lambda tensor: tensor.repeat_interleave(repeats, 0))

    def batch_select_indices(self, indices: torch.Tensor) -> None:
        self._change(lambda tensor: tensor[indices])


def adopt(cache: Cache, facts: Facts) -> list[CacheLayer]:
    """The layers of a cache for a patched model. A new `DynamicCache` gets them in place of its own.

    Raises ValueError for a cache of another kind and for one that a model without patch has filled.
    """
    if type(cache) is not DynamicCache or cache.offloading:
        raise ValueError(f"a patched model takes a DynamicCache that is not offloaded, got {type(cache).__name__}")
    layers = cache.layers
    if not all(isinstance(layer, CacheLayer) for layer in layers):
        if any(layer.get_seq_length() for layer in layers):
            raise ValueError("the cache was filled by a model that was not patched; start with a new one")
        cache.layers = layers = [CacheLayer(facts, index) for index in range(len(facts.ratios))]
        cache.layer_class_to_replicate = None
    if len(layers) != len(facts.ratios):
        raise ValueError(f"the cache has {len(layers)} layers, the model {len(facts.ratios)}")
    return layers

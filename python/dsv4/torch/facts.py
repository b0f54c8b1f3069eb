# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a configuration says, as far as it is not in the modules."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .. import _dsv4
from ..model import config_text


@dataclass(frozen=True)
class Facts:
    """Numbers of a model; sizes as in config.json."""

    ratios: tuple[int, ...]
    window: int
    head_dim: int
    index_head_dim: int
    hc_mult: int
    #: Attributes of `rope_table` of layers without and with compressed rows.
    rope: dict
    compressed_rope: dict

    @classmethod
    def of(cls, config) -> Facts:
        """Reads a configuration of transformers. Raises `dsv4.Error` if it is not one of DeepSeek-V4."""
        text, name = config_text(config)
        fields = json.loads(_dsv4.normalized_config(text, name))
        rope = {"rope_dim": fields["qk_rope_head_dim"], "theta": fields["rope_theta"]}
        compressed = rope | {"theta": fields["compress_rope_theta"]}
        if yarn := fields.get("rope_scaling"):
            compressed |= {
                "yarn_factor": yarn["factor"],
                "beta_fast": yarn["beta_fast"],
                "beta_slow": yarn["beta_slow"],
                "original_length": yarn["original_max_position_embeddings"],
            }
        return cls(
            ratios=tuple(fields["compress_ratios"][: fields["num_hidden_layers"]]),
            window=fields["sliding_window"],
            head_dim=fields["head_dim"],
            index_head_dim=fields.get("index_head_dim", 0),
            hc_mult=fields["hc_mult"],
            rope=rope,
            compressed_rope=compressed,
        )

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A model on several ranks under mpirun: every layout gives what one process gives."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from dsv4 import _dsv4, distributed

INPUTS = Path(__file__).parent / "Inputs"
sys.path.insert(0, str(INPUTS))
import run_layouts  # noqa: E402

pytestmark = pytest.mark.skipif(not Path(_dsv4.collectives_library()).exists(), reason="dsv4 was built without MPI")

#: Every kind of layer: ratio 0, 4, 128, routed by hash and by score. Sizes that 8 ranks divide.
CONFIG = {
    "model_type": "deepseek_v4", "vocab_size": 96, "hidden_size": 32, "num_hidden_layers": 6,
    "num_nextn_predict_layers": 0, "compress_ratios": [0, 4, 128, 0, 4, 128], "num_hash_layers": 3,
    "num_attention_heads": 8, "num_key_value_heads": 1, "head_dim": 16, "qk_rope_head_dim": 8, "q_lora_rank": 24,
    "o_groups": 8, "o_lora_rank": 8, "sliding_window": 8, "index_n_heads": 8, "index_head_dim": 16, "index_topk": 3,
    "n_routed_experts": 8, "n_shared_experts": 1, "num_experts_per_tok": 3, "moe_intermediate_size": 16,
    "scoring_func": "sqrtsoftplus", "norm_topk_prob": True, "routed_scaling_factor": 1.5, "swiglu_limit": 10.0,
    "hc_mult": 4, "hc_sinkhorn_iters": 3, "hc_eps": 1e-6, "rms_norm_eps": 1e-6, "rope_theta": 10000,
    "compress_rope_theta": 160000, "max_position_embeddings": 1048576,
    "rope_scaling": {"type": "yarn", "factor": 16, "beta_fast": 32, "beta_slow": 1,
                     "original_max_position_embeddings": 65536},
}  # fmt: skip

#: By number of ranks. Without o_proj_tp it is tp.
LAYOUTS = {
    2: [{"tp": 2}, {"tp": 2, "ep": 2, "o_proj_tp": 1}, {"dp": 2, "ep": 2}, {"dp": 2, "ep": 1, "o_proj_tp": 2}],
    4: [
        {"tp": 4},
        {"tp": 4, "ep": 4, "o_proj_tp": 2},
        {"tp": 4, "ep": 2, "o_proj_tp": 1, "indexer": "replicate"},
        {"tp": 2, "dp": 2, "ep": 4, "o_proj_tp": 4},
        {"tp": 2, "dp": 2, "ep": 2, "o_proj_tp": 1},
        {"dp": 4, "ep": 4},
    ],
    8: [
        {"tp": 8},
        {"tp": 8, "ep": 4, "o_proj_tp": 2},
        {"tp": 8, "ep": 2, "o_proj_tp": 4},
        {"tp": 2, "dp": 4, "ep": 4, "o_proj_tp": 4},
    ],
}


def make_job(path, config, prompts, lengths, steps, **options):
    """Runs the model in this process and writes what the ranks are to compare with."""
    job = {
        "config": json.dumps(config), "options": json.dumps(options), "seed": 3, "prompts": prompts,
        "lengths": np.array(lengths), "steps": steps,
    }  # fmt: skip
    model = run_layouts.build(job)
    outputs, caches = run_layouts.run(model, job)
    for step, parts in enumerate(outputs):
        for index, part in enumerate(parts):
            job[f"out{step}_{index}"] = part.view(np.uint16) if part.dtype.name == "bfloat16" else part
    for name, cache in caches.items():
        job["cache:" + name] = cache.view(np.uint16) if cache.dtype.name == "bfloat16" else cache
    np.savez(path, **job)
    return path


def mpirun(ranks, *command, **options):
    line = distributed.launch_command(ranks, [sys.executable, *map(str, command)])
    return subprocess.run(line, capture_output=True, text=True, timeout=200, **options)


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    rng = np.random.default_rng(0)
    # Longer than 128, so that ratio 128 has a row; requests of different lengths.
    lengths = [131, 126, 9, 130]
    prompts, steps = rng.integers(0, 96, (4, 131)).astype(np.int32), rng.integers(0, 96, (4, 4)).astype(np.int32)
    path = tmp_path_factory.mktemp("job") / "job.npz"
    return make_job(path, CONFIG, prompts, lengths, steps, context=160, return_streams=True)


@pytest.mark.parametrize("ranks", LAYOUTS)
def test_every_layout_gives_what_one_process_gives(job, ranks):
    done = mpirun(ranks, INPUTS / "run_layouts.py", job, json.dumps(LAYOUTS[ranks]))
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result.pop("layout") for result in results] == LAYOUTS[ranks]
    for layout, result in zip(LAYOUTS[ranks], results, strict=True):
        assert set(result) == {"logits", "norm", "cache"} | {f"stream{layer}" for layer in range(6)}
        # Sums of float32 in another order: 1e-4 is what two implementations of a float32 model differ by; a wrong row,
        # head or expert is beyond 1e-2.
        assert max(result.values()) < 1e-4, (layout, result)

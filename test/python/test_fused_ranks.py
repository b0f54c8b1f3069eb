# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fusion of the program of a rank: the launches of a stack, executed on several ranks, give the same bits."""

import json
import re
import shutil

import numpy as np
import pytest
from test_distributed import CONFIG, INPUTS, mpirun

import dsv4
from dsv4.model import fusion_pipeline

pytestmark = pytest.mark.skipif(shutil.which("mpirun") is None, reason="no mpirun")

#: Both kinds of compressed attention, one routed by hash and one by score. A window layer has a part of their launches.
SMALL = CONFIG | {"num_hidden_layers": 2, "compress_ratios": [4, 128], "num_hash_layers": 1}
#: Kernels that the program of a rank must have; with experts of several replicas MEGA_MOE has one more.
STACKS = {
    "vllm": "hc_pre_product hc_pre_apply qkv_a_linear q_kv_norm q_norm_rope_kv_insert compressor_c4 indexer_compressor "
    "shared_gate_up_linear",
    "sglang": "hc_pre_product hc_pre_apply qkv_a_linear kv_norm_rope_insert q_norm_rope shared_gate_up_linear",
    "trtllm": "hc_post_pre hc_pre_product hc_pre_apply kv_norm_rope_insert q_norm_rope sparse_attn_sharedkv",
    "atom": "hc_pre_product hc_pre_apply qkv_a_linear compressor_c4 compressor_c128 indexer_compressor",
    "cann": "hc_pre",
    "ideal": "hc_post_pre hc_pre q_kv_norm_rope_insert compressor_c4 compressor_c128 gate_top_k gate_hash",
}
MEGA_MOE = {"vllm", "sglang", "cann", "ideal"}
LAYOUTS = [{"tp": 2, "ep": 2}, {"tp": 2, "dp": 2, "ep": 4, "o_proj_tp": 4}]
OPTIONS = {"context": 160, "return_streams": True}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{dsv4.Layout(**layout).ranks} ranks")
def test_fused_ranks_keep_every_bit(layout, tmp_path):
    rng = np.random.default_rng(0)
    job = {
        "config": SMALL, "options": OPTIONS, "layout": layout, "stacks": list(STACKS),
        # Longer than 128, so that ratio 128 has a row; requests of different lengths.
        "prompts": [rng.integers(0, 96, length).tolist() for length in (131, 9)],
        "steps": rng.integers(0, 96, (2, 2, 1)).tolist(),
    }  # fmt: skip
    (tmp_path / "job.json").write_text(json.dumps(job))
    done = mpirun(dsv4.Layout(**layout).ranks, INPUTS / "run_fused.py", tmp_path / "job.json")
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["stack"] for result in results] == list(STACKS)
    # Logits and 2 streams of 3 calls; ring, rows, states and keys of the layers.
    assert all(result["compared"] > 9 for result in results)
    assert {result["stack"]: result["differ"] for result in results} == {stack: [] for stack in STACKS}


@pytest.mark.parametrize("stack", STACKS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{dsv4.Layout(**layout).ranks} ranks")
def test_programs_of_ranks_have_the_launches(stack, layout):
    module = dsv4.build_module(SMALL, batch=2, **OPTIONS)
    module.run(dsv4.Layout(**layout).pipeline)
    module.run(fusion_pipeline(stack))
    found = set(re.findall(r'dsv4\.kernel "(\w+)"', str(module)))
    assert set(STACKS[stack].split()) <= found
    assert ("mega_moe" in found) == (stack in MEGA_MOE and layout["ep"] > layout["tp"])

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A model on several ranks under mpirun: every layout gives what one process gives."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import dsv4
from dsv4 import _dsv4, distributed
from dsv4.program import TensorSpec
from dsv4.weights import Tensor, find_part

INPUTS = Path(__file__).parent / "Inputs"
sys.path.insert(0, str(INPUTS))
import run_layouts  # noqa: E402

# With MPI installed, as set-up does, a build without its runtime is a failure.
pytestmark = pytest.mark.skipif(shutil.which("mpirun") is None, reason="no mpirun")

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
    2: [
        {"tp": 2},
        {"tp": 2, "ep": 2, "o_proj_tp": 1},
        {"tp": 2, "shared_expert": "shard"},
        {"dp": 2, "ep": 2},
        {"dp": 2, "ep": 1, "o_proj_tp": 2},
    ],
    4: [
        {"tp": 4},
        {"tp": 4, "ep": 4, "o_proj_tp": 2},
        {"tp": 4, "ep": 2, "o_proj_tp": 1, "indexer": "replicate"},
        {"tp": 4, "ep": 2, "shared_expert": "shard"},
        {"tp": 2, "dp": 2, "ep": 4, "o_proj_tp": 4, "shared_expert": "shard"},
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


@pytest.fixture(scope="module")
def layout_runs(job):
    """All started together, by number of ranks: while rank 0 compiles, the others of its run sleep."""
    runs = {}
    for ranks, layouts in LAYOUTS.items():
        command = [sys.executable, str(INPUTS / "run_layouts.py"), str(job), json.dumps(layouts)]
        line = distributed.launch_command(ranks, command)
        runs[ranks] = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield runs
    for process in runs.values():
        process.terminate()
        process.communicate()


@pytest.mark.parametrize("ranks", LAYOUTS)
def test_every_layout_gives_what_one_process_gives(layout_runs, ranks):
    output, errors = layout_runs[ranks].communicate(timeout=400)
    assert layout_runs[ranks].returncode == 0, errors
    results = [json.loads(line) for line in output.splitlines()]
    assert [result.pop("layout") for result in results] == LAYOUTS[ranks]
    for layout, result in zip(LAYOUTS[ranks], results, strict=True):
        assert set(result) == {"logits", "norm", "cache"} | {f"stream{layer}" for layer in range(6)}
        # Sums of float32 in another order: 1e-4 is what two implementations of a float32 model differ by; a wrong row,
        # head or expert is beyond 1e-2.
        assert max(result.values()) < 1e-4, (layout, result)


def test_replicas_divide_a_batch_that_is_known_when_the_program_runs(job):
    """Experts and the o projection of both replicas: batches go to them and come back."""
    layouts = [{"dp": 2, "ep": 2}, {"dp": 2, "ep": 1, "o_proj_tp": 2}]
    done = mpirun(2, INPUTS / "run_layouts.py", job, json.dumps(layouts), json.dumps({"batch": None}))
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        result = json.loads(line)
        assert result.pop("layout") in layouts
        # As in the test above.
        assert max(result.values()) < 1e-4, result
    assert len(done.stdout.splitlines()) == len(layouts)


def test_groups_that_do_not_nest(tmp_path):
    """Of six ranks each third has experts and each half groups of the o projection, places or replicas."""
    sizes = {
        "num_hidden_layers": 2, "compress_ratios": [4, 0], "num_hash_layers": 1, "num_attention_heads": 12,
        "o_groups": 6, "index_n_heads": 6, "n_routed_experts": 6,
    }  # fmt: skip
    rng = np.random.default_rng(2)
    prompts, steps = rng.integers(0, 96, (6, 12)).astype(np.int32), rng.integers(0, 96, (6, 2)).astype(np.int32)
    job = make_job(tmp_path / "job.npz", CONFIG | sizes, prompts, [12, 9, 12, 1, 7, 12], steps, context=32,
                   return_streams=True)  # fmt: skip
    layouts = [{"tp": 6, "ep": 3, "o_proj_tp": 2}, {"dp": 6, "ep": 3, "o_proj_tp": 2}]
    done = mpirun(6, INPUTS / "run_layouts.py", job, json.dumps(layouts))
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result.pop("layout") for result in results] == layouts
    for result in results:
        # As for the other layouts.
        assert max(result.values()) < 1e-4, result


@pytest.mark.parametrize(
    ("ranks", "layouts"),
    [
        (2, [{"tp": 2, "sequence": "shard"}]),
        (
            4,
            [
                {"tp": 4, "ep": 2, "o_proj_tp": 1, "sequence": "shard", "shared_expert": "shard"},
                {"tp": 2, "dp": 2, "ep": 4, "o_proj_tp": 4, "sequence": "shard"},
            ],
        ),
    ],
)
def test_ranks_divide_the_tokens_of_a_request(tmp_path, ranks, layouts):
    """Between attention and experts; a prompt of which every rank has a part, with shorter ones behind it."""
    rng = np.random.default_rng(2)
    prompts, none = rng.integers(0, 96, (4, 132)).astype(np.int32), np.zeros((4, 0), np.int32)
    job = make_job(tmp_path / "job.npz", CONFIG, prompts, [132, 126, 9, 130], none, context=160, return_streams=True)
    done = mpirun(ranks, INPUTS / "run_layouts.py", job, json.dumps(layouts))
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result.pop("layout") for result in results] == layouts
    for result in results:
        assert max(result.values()) < 1e-4, result


def test_blocks_of_scales_stay_whole_on_every_rank(tmp_path):
    """Weights in FP8 and FP4, bf16 activations: the parts are quantised as the whole."""
    official = {
        "num_hidden_layers": 2, "compress_ratios": [4, 0], "num_hash_layers": 1, "hidden_size": 128, "head_dim": 128,
        "qk_rope_head_dim": 64, "q_lora_rank": 128, "num_attention_heads": 2, "o_groups": 2, "o_lora_rank": 128,
        "index_n_heads": 2, "index_head_dim": 128, "moe_intermediate_size": 256, "n_routed_experts": 4,
        "quantization_config": {"quant_method": "fp8", "fmt": "e4m3", "activation_scheme": "dynamic",
                                "scale_fmt": "ue8m0", "weight_block_size": [128, 128]},
        "expert_dtype": "fp4",
    }  # fmt: skip
    rng = np.random.default_rng(1)
    prompts, steps = rng.integers(0, 96, (2, 12)).astype(np.int32), rng.integers(0, 96, (2, 2)).astype(np.int32)
    job = make_job(tmp_path / "job.npz", CONFIG | official, prompts, [12, 12], steps, context=32, return_streams=True,
                   precision="official", activation_type="bf16")  # fmt: skip
    sharded = {"tp": 2, "shared_expert": "shard"}
    layouts = [{"tp": 2}, {"tp": 2, "ep": 2, "o_proj_tp": 1}, {"dp": 2, "ep": 2}, sharded]
    done = mpirun(2, INPUTS / "run_layouts.py", job, json.dumps(layouts))
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["layout"] for result in results] == layouts
    for result in results:
        # A sum in another order may cross a rounding tie of bf16 or FP8, so runs are compared by norm: 2^-7, one ulp of
        # bf16. Other blocks or scales would be 6 % and more off.
        if result["layout"] != sharded:
            assert result["norm"] < 2**-7, result
    # The shared expert is not rounded to bf16 before the sum: of the first layer's streams, the sum's and the stream's
    # own rounding differ by one ulp of bf16 each, at most 2^-7 of the largest value. The next layer quantises them to
    # FP8, and a crossed tie there is 2^-4. Parts that do not belong together are off by all of it.
    assert results[-1]["stream0"] < 2**-6, results[-1]


def test_collectives():
    # On two machines, as the ranks believe.
    done = mpirun(4, INPUTS / "run_collectives.py", "all", 2)
    assert done.returncode == 0, done.stderr
    # Lines of several ranks may come out as one.
    assert sorted(re.findall(r"rank \d of 4 is done", done.stdout)) == [
        f"rank {rank} of 4 is done" for rank in range(4)
    ]


def test_tokens_go_to_their_experts_and_come_back():
    done = mpirun(4, INPUTS / "run_exchange.py", "all")
    assert done.returncode == 0, done.stderr
    assert sorted(re.findall(r"rank \d of 4 is done", done.stdout)) == [
        f"rank {rank} of 4 is done" for rank in range(4)
    ]


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("many", "all_to_all_v (call 0): sent[1] is 6, but a block has 5 rows"),
        ("other", "all_to_all_v (call 0): received[0] is 2, but that rank sends 0 rows"),
    ],
)
def test_rows_that_do_not_fit_end_all(fault, message):
    done = mpirun(4, INPUTS / "run_exchange.py", fault)
    assert done.returncode != 0
    assert message in done.stderr
    # Ranks to whom nothing was to be sent may have come to their end, with what they should get.
    assert done.stdout.count("a rank came to the end") < 4


def fault_ends_all(fault, message, *arguments, ranks=4, limit=10, **environment):
    """Runs a fault of rank 1; from it to the end of mpirun may pass `limit` seconds."""
    done = mpirun(ranks, INPUTS / "run_collectives.py", fault, *arguments, env=os.environ | environment)
    seconds = time.time() - float(re.search(r"fault at ([0-9.]+)", done.stdout)[1])
    # pytest -rP shows it: the table in docs/distribution.md.
    print(f"{distributed.implementation()}, {fault} {arguments} {environment}: {seconds:.1f} s")
    assert done.returncode != 0
    assert "a rank came to the end" not in done.stdout
    assert re.search(message, done.stderr + done.stdout), done.stderr
    assert seconds < limit


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("shape", r"all_reduce \(call 0\): shape \[4, 3\] here, \[4, 5\] on rank 1"),
        ("program", "rank 1 runs it with another reduction, dimension or root"),
        # mpirun says it: OpenMPI's with the rank, MPICH's with the process; or a waiting rank does.
        ("kill", r"rank 1 .*signal 9|Killed \(signal 9\)|for rank 1, which does not answer since 7 s"),
        ("exit", "process rank 1 |BAD TERMINATION|in all_reduce for rank 1, which does not answer since 7 s"),
        ("stop", "in all_reduce for rank 1, which does not answer since 7 s"),
        ("leave", "in all_reduce for rank 1, which has ended"),
        ("raise", "rank 1: ValueError: nothing goes on here"),
    ],
)
def test_a_fault_of_one_rank_ends_all(fault, message):
    fault_ends_all(fault, message)


def test_a_rank_that_lives_but_does_not_come_has_a_limit():
    fault_ends_all("hang", "in all_reduce for rank 1, since 4 s", DSV4_MPI_TIMEOUT="4")


def test_a_rank_that_never_starts_mpi_has_the_same_limit():
    # OpenMPI's mpirun sees it if another rank was in MPI by then.
    message = "process rank 1 |waits in the start of MPI for other ranks, since 4 s"
    fault_ends_all("absent", message, DSV4_MPI_TIMEOUT="4")


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("stop", "in all_reduce for rank 1, which does not answer since 7 s"),
        ("leave", "in all_reduce for rank 1, which has ended"),
        ("hang", "in all_reduce for rank 1, since 4 s"),
    ],
)
def test_a_fault_on_another_machine_is_heard_of(fault, message):
    """Four machines of one rank each, as they believe: no common memory, only what they tell each other."""
    fault_ends_all(fault, message, 1, DSV4_MPI_TIMEOUT="4" if fault == "hang" else "30")


def test_a_fault_on_a_machine_of_which_nothing_is_heard_has_a_limit():
    message = r"waits in all_reduce for rank [0-9, ()a-z]*1 \(no heartbeats\).*, since 4 s"
    fault_ends_all("stop", message, DSV4_MPI_TIMEOUT="4", DSV4_MPI_HEARTBEATS="0")


def test_another_number_of_ranks_than_the_grid_has():
    message = r"the program is for 4 ranks \(grid 2x2\), but mpirun started 2; use mpirun -np 4"
    fault_ends_all("size", message, ranks=2)


def test_a_wrong_timeout_is_an_error():
    done = mpirun(2, INPUTS / "run_collectives.py", "all", env=os.environ | {"DSV4_MPI_TIMEOUT": "10s"})
    assert done.returncode != 0
    assert "DSV4_MPI_TIMEOUT must be a whole number from 0 to 9223372036854775, got '10s'" in done.stderr


def test_the_mpirun_of_another_mpi_is_an_error():
    """Not ranks that each believe to be alone."""
    ours = distributed.implementation()
    other = {"OpenMPI": "MPICH", "MPICH": "OpenMPI"}[ours.split()[0]]
    paths = filter(None, map(shutil.which, distributed.LAUNCHERS[other]))
    foreign = next((path for path in paths if distributed.launcher_family(path) == other), None)
    if foreign is None:
        pytest.skip(f"no mpirun of {other}")
    options = ["--oversubscribe", "--allow-run-as-root"] if other == "OpenMPI" else []
    command = [sys.executable, "-c", "from dsv4 import distributed; distributed.Ranks(); print('started')"]
    done = subprocess.run([foreign, *options, "-np", "2", *command], capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert "started" not in done.stdout
    expected = f"rank 0: mpirun of {other} started 2 ranks, but the MPI runtime is built with {ours} and sees one"
    assert done.stderr.count("but the MPI runtime is built with") == 1
    assert expected in done.stderr
    assert "DSV4_MPIRUN" in done.stderr


@pytest.fixture
def launchers(tmp_path, monkeypatch):
    """A PATH with programs that only say whose mpirun they are."""
    says = {"OpenMPI": "mpirun (Open MPI) 4.1.4", "MPICH": "HYDRA build details:"}

    def make(**families):
        for name, family in families.items():
            path = tmp_path / name.replace("_", ".")
            path.write_text(f"#!/bin/sh\necho '{says[family]}'\n")
            path.chmod(0o755)
        return tmp_path

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DSV4_MPIRUN", raising=False)
    return make


def test_the_mpirun_of_the_library_is_chosen(launchers, monkeypatch):
    for family, other, suffix in (("OpenMPI", "MPICH", "openmpi"), ("MPICH", "OpenMPI", "mpich")):
        monkeypatch.setattr(distributed, "implementation", lambda family=family: f"{family} 4.0")
        folder = launchers(mpirun=other)
        with pytest.raises(OSError, match=rf"found on PATH: .*/mpirun \({other}\); install {family}, or name"):
            distributed.launch_command(3, ["program"])
        launchers(**{f"mpirun_{suffix}": family})
        line = distributed.launch_command(3, ["program"])
        assert line[:3] == [str(folder / f"mpirun.{suffix}"), "-np", "3"]
        assert ("--oversubscribe" in line) == (family == "OpenMPI")
        # One's own installation before the distribution's.
        launchers(mpirun=family)
        assert distributed.launch_command(3, ["program"])[0] == str(folder / "mpirun")
        launchers(my_run=family, their_run=other)
        monkeypatch.setenv("DSV4_MPIRUN", "my.run --hostfile 'my hosts'")
        assert distributed.launch_command(3, ["program"])[:3] == [str(folder / "my.run"), "--hostfile", "my hosts"]
        monkeypatch.setenv("DSV4_MPIRUN", "their.run")
        with pytest.raises(
            OSError, match=f"of DSV4_MPIRUN is {other}'s, but the MPI runtime .* with {family} 4.0: name"
        ):
            distributed.launch_command(3, ["program"])
        monkeypatch.setenv("DSV4_MPIRUN", "nothing")
        with pytest.raises(OSError, match="DSV4_MPIRUN names nothing, which is not a program"):
            distributed.launch_command(3, ["program"])
        monkeypatch.delenv("DSV4_MPIRUN")


@pytest.fixture(scope="module")
def command(tmp_path_factory):
    """`dsv4 generate` with a small model."""
    path = tmp_path_factory.mktemp("model") / "config.json"
    path.write_text(json.dumps(CONFIG | {"num_hidden_layers": 1, "compress_ratios": [4], "num_hash_layers": 0}))
    start = [sys.executable, "-m", "dsv4", "generate", str(path), "--tokens", "5,6,7,8,9", "--max-new-tokens", "3"]

    def run(*arguments):
        return subprocess.run(start + list(map(str, arguments)), capture_output=True, text=True, timeout=200)

    return run


def test_generate_starts_its_ranks(command, tmp_path):
    """From a file, of which each rank takes its part; two requests on two replicas."""
    model = dsv4.Model.from_config(
        CONFIG | {"num_hidden_layers": 1, "compress_ratios": [4], "num_hash_layers": 0}, optimization=0
    ).random_weights(1)
    tensors = {name: np.asarray(array) for name, array in model.weights.items()}
    save_weights(tmp_path / "model.safetensors", tensors)
    weights = ("--weights", tmp_path / "model.safetensors", "--tokens", "1,2,3")
    alone = command(*weights)
    assert alone.returncode == 0, alone.stderr
    assert len(alone.stdout.splitlines()) == 2
    together = command(*weights, "--tp", 2, "--dp", 2, "--ep", 4, "--o-proj-tp", 1, "--shared-expert", "shard")
    assert together.returncode == 0, together.stderr
    assert together.stdout == alone.stdout


def save_weights(path, tensors):
    """A safetensors file; bf16 is what numpy cannot say."""
    names = {"float32": "F32", "int32": "I32", "bfloat16": "BF16", "uint16": "BF16"}
    header, offset = {}, 0
    for name, array in tensors.items():
        header[name] = {
            "dtype": names[array.dtype.name], "shape": list(array.shape),
            "data_offsets": [offset, offset + array.nbytes],
        }  # fmt: skip
        offset += array.nbytes
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(a.tobytes() for a in tensors.values()))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--tp", 3), "the model has 8 index heads, which tp = 3 does not divide"),
        (("--tp", 4, "--o-proj-tp", 16), "o-proj-tp = 16 is more than o_groups = 8, and a group is not divided"),
        (("--tp", 8, "--ep", 16), "the model has 8 experts, which ep = 16 does not divide"),
        (("--tp", 2, "--fuse", "llama"), "unknown stack 'llama'; built in: atom, cann, "),
        (("--dp", 2), "dimension 0 (requests) of input_ids has size 1, which 2 ranks do not divide"),
    ],
)
def test_generate_refuses_a_layout_before_it_starts_ranks(command, options, message):
    done = command("--random-weights", 1, *options)
    assert done.returncode == 1
    assert message in done.stderr
    assert done.stderr.count("error:") == 1


def test_the_part_of_an_array_whose_size_is_open():
    """Whoever divides an array says its size; nothing is cut off."""
    spec = TensorSpec("f32", (-1, 3, 2), "cache", True, ((0, 2), (), (1,)))
    place = distributed.Place((2, 4, 3), 17)  # 1, 1, 2
    assert place.full_shape(spec) == (-1, 3, 8)
    assert place.part(spec, (12, 3, 8)) == (slice(10, 12), slice(None), slice(2, 4))
    with pytest.raises(ValueError, match="dimension 0 of cache has size 13, which 6 ranks do not divide"):
        place.part(spec, (13, 3, 8))
    with pytest.raises(ValueError, match="dimension 0 of cache is open: its part needs the whole shape"):
        place.part(spec)


def test_a_rank_reads_only_its_part_of_a_file(tmp_path):
    """The mapped file is read where the rank's slices are."""
    layout = dsv4.Layout(tp=4, ep=4)
    module = dsv4.build_module(CONFIG, batch=1, context=160)
    module.run(layout.pipeline)
    arguments, _ = _dsv4.Executable(module._module, 0).functions()["main"]
    specs = {spec.name: spec for spec in (TensorSpec(*fields) for fields in arguments)}
    place = distributed.Place((4,), 2)
    spec = specs["layers.0.attn.wq_b.weight"]
    assert spec.shape == (8 * 16 // 4, 24)
    assert place.full_shape(spec) == (8 * 16, 24)
    assert place.part(spec) == (slice(64, 96), slice(None))
    experts = specs["layers.0.ffn.experts.w1.weight"]
    each = {
        f"layers.0.ffn.experts.{expert}.w1.weight": Tensor(np.full((16, 32), expert, np.uint16), "bf16")
        # A rank that read another expert would not find it.
        for expert in (0, 4, 5)
    }
    part = find_part(each, experts, 8, place)
    assert part.array.shape == (2, 16, 32)
    assert (part.array[0] == 4).all()
    assert (part.array[1] == 5).all()

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One rank: runs a model in several layouts and compares with what one process computed.

mpirun -np N python run_layouts.py job.npz '[{"tp": 2}, ...]' ['{"batch": null}']

The job holds config, options, prompts, steps, and the results of one process. Rank 0 prints one JSON line per layout:
the largest difference of all ranks for logits, every layer's streams and all caches, relative to the largest value.
The last argument says what is built differently than in one process; with a batch of null the model is for any number
of requests and is also given one too few.
"""

import json
import sys

import numpy as np

from dsv4 import Layout, Model, distributed


def run(model, job):
    """Logits and streams of prefill and decode, and the caches after them."""
    prompts = [row[:length] for row, length in zip(job["prompts"], job["lengths"], strict=True)]
    outputs = [[np.asarray(part) for part in model.step(prompts)]]
    for column in job["steps"].T:
        outputs.append([np.asarray(part) for part in model.step(column[:, None])])
    return outputs, model.caches


def build(job, **arguments):
    options = {"batch": len(job["prompts"])} | json.loads(str(job["options"])) | arguments
    model = Model.from_config(json.loads(str(job["config"])), optimization=0, **options)
    return model.random_weights(int(job["seed"]))


def as_floats(array):
    """bf16 as float32; everything else as it is."""
    if array.dtype.name == "bfloat16":
        array = array.view(np.uint16)
    if array.dtype == np.uint16:
        return (array.astype(np.uint32) << 16).view(np.float32)
    return array


def difference(got, want):
    """Largest difference relative to the largest value; the states of compressors have infinities where want has."""
    got, want = as_floats(got).astype(np.float64), as_floats(want).astype(np.float64)
    if got.shape != want.shape or not np.array_equal(np.isfinite(got), np.isfinite(want)):
        return float("inf")
    finite = np.isfinite(want)
    if not np.array_equal(got[~finite], want[~finite], equal_nan=True):
        return float("inf")
    return float(np.abs(got[finite] - want[finite]).max(initial=0) / max(np.abs(want[finite]).max(initial=0), 1e-3))


def norm_difference(got, want):
    """Relative L2 difference, for runs that round to few bits."""
    got, want = as_floats(got).astype(np.float64), as_floats(want).astype(np.float64)
    return float(np.linalg.norm(got - want) / np.linalg.norm(want))


def compare(model, job):
    outputs, caches = run(model, job)
    values = {"logits": 0.0, "norm": 0.0, "cache": 0.0}
    for step, parts in enumerate(outputs):
        for index, part in enumerate(parts):
            # Tokens behind the end of a shorter request are nobody's.
            want = job[f"out{step}_{index}"][model.own]
            lengths = job["lengths"][model.own] if step == 0 else np.ones(len(want), int)
            for request in range(len(want)):
                rows = slice(None) if index == 0 else slice(lengths[request])
                got_rows, want_rows = part[request, rows], want[request, rows]
                key = "logits" if index == 0 else f"stream{index - 1}"
                values[key] = max(values.get(key, 0.0), difference(got_rows, want_rows))
                values["norm"] = max(values["norm"], norm_difference(got_rows, want_rows))
    for name, cache in caches.items():
        values["cache"] = max(values["cache"], difference(cache, job["cache:" + name][model.own]))
    return values


def check_batches(model, job, replicas):
    """One request too few is refused; another number than the job's runs."""
    count = len(job["prompts"])
    try:
        model.prefill(job["prompts"][1:, :4])
        message = "nothing"
    except ValueError as error:
        message = str(error)
    if message != f"{count - 1} requests given, which {replicas} replicas (dp) do not divide":
        raise AssertionError(f"{count - 1} requests on {replicas} replicas gave: {message}")
    if model.prefill(job["prompts"][: count - replicas, :4]).shape[0] != (count - replicas) // replicas:
        raise AssertionError("a replica has not its part of the requests")
    model.reset()


def main():
    job = np.load(sys.argv[1])
    options = json.loads(sys.argv[3]) if len(sys.argv) > 3 else {}
    with distributed.start() as ranks:
        for fields in json.loads(sys.argv[2]):
            model = build(job, layout=Layout(**fields), ranks=ranks, **options)
            if options.get("batch", 0) is None:
                check_batches(model, job, fields["dp"])
            values = compare(model, job)
            everywhere = ranks.all_gather(np.array([values[key] for key in sorted(values)]))
            if ranks.rank == 0:
                worst = dict(zip(sorted(values), everywhere.max(axis=0), strict=True))
                print(json.dumps({"layout": fields, **worst}), flush=True)


if __name__ == "__main__":
    main()

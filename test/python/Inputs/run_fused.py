# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One rank: runs the program of a layout as it is, and with the launches of each stack.

mpirun -np N python run_fused.py job.json

The job holds the configuration, options of the model, the layout, stacks, prompts and decode steps. Rank 0 prints one
JSON line per stack: what differs by a bit on some rank, of logits, streams and caches after prefill and decode.
"""

import json
import sys

import numpy as np

from dsv4 import Layout, Model, distributed


def run(job, ranks, stack):
    """Everything that a rank computes and keeps, as bytes."""
    model = Model.from_config(
        job["config"], batch=len(job["prompts"]), layout=Layout(**job["layout"]), ranks=ranks, fuse=stack,
        optimization=0, **job["options"],
    ).random_weights(3)  # fmt: skip
    results = [model.step(job["prompts"]), *(model.step(step) for step in job["steps"])]
    bits = {f"call {i}, result {j}": np.asarray(part).tobytes() for i, parts in enumerate(results)
            for j, part in enumerate(parts)}  # fmt: skip
    return bits | {name: cache.tobytes() for name, cache in model.caches.items()}


def main():
    with open(sys.argv[1]) as file:
        job = json.load(file)
    with distributed.start() as ranks:
        want = run(job, ranks, None)
        for stack in job["stacks"]:
            got = run(job, ranks, stack)
            assert list(got) == list(want)
            differs = ranks.all_gather(np.array([got[name] != want[name] for name in want])).any(axis=0)
            if ranks.rank == 0:
                names = [name for name, differ in zip(want, differs, strict=True) if differ]
                print(json.dumps({"stack": stack, "compared": len(want), "differ": names}), flush=True)


if __name__ == "__main__":
    main()

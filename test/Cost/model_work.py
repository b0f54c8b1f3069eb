# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sums the matrix FLOPs of a model step by class, in GFLOP, from a JSON report of dsv4-print-work on standard input.

    dsv4-opt model.mlir --dsv4-print-work="bind=... format=json" -o /dev/null | model_work.py

One line per class: `attention` (sparse attention), `indexer` (its scores), `products` (every other product but the
vocabulary projection), and `assumptions`, all that the report makes.
"""

import json
import sys
from collections import Counter

CLASSES = {"sparse_attn_sharedkv": "attention", "quant_lightning_indexer": "indexer"}
VOCABULARY = 129280


def main() -> None:
    report = json.load(sys.stdin)
    total: Counter[str] = Counter()
    assumptions = set()
    for kernel in report["kernels"]:
        launch = kernel["per_launch"]
        flops = launch["flops"]["matrix"] * kernel["launches"]
        is_head = launch["sizes"].get("n") == VOCABULARY
        total["head" if is_head else CLASSES.get(kernel["name"], "products")] += flops
        assumptions.update(launch["assumptions"])
    for name in ("attention", "indexer", "products"):
        print(f"{name} {total[name] / 1e9:.2f}")
    print("assumptions:", ", ".join(sorted(assumptions)))


if __name__ == "__main__":
    main()

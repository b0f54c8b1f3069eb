# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fits what lib/Cost/Devices/*.yaml say about matrix products: efficiency, streaming efficiency and floor.

    python3 fit_gemm.py MEASURED_DIR

MEASURED_DIR holds `op_gemm_v4_shapes.csv` (time in us of C[M, N] = A[M, K] B[K, N]). Per device and type, over all
stacks, the constants of  time = floor + max(2MNK / (efficiency * peak), bytes / (streaming efficiency * bandwidth))
that minimise the soft-L1 relative error of three quarters of the shapes (N, K), and the error on all rows of the
others. Needs numpy and scipy.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from pathlib import Path

import numpy as np
from mhc_rows import DEVICES, device_fact
from scipy.optimize import least_squares

# Measured type -> (key of the peak in the device file, bytes of an operand element with its scales).
TYPES = {"bfloat16": ("matrix_bf16", 2.0), "fp8_block": ("matrix_f8", 1.0), "nvfp4": ("matrix_f4", 0.5625)}


def held_out(n: int, k: int) -> bool:
    """A quarter of the shapes, by the first byte of an MD5."""
    return hashlib.md5(f"gemm,{n},{k}".encode(), usedforsecurity=False).digest()[0] < 64


def predict(x: np.ndarray, flops: np.ndarray, moved: np.ndarray, peak: float, bandwidth: float) -> np.ndarray:
    """Time in us; `x` are logarithms of floor (us), efficiency and streaming efficiency."""
    floor, efficiency, streaming = np.exp(x)
    return floor + np.maximum(flops / (efficiency * peak * 1e6), moved / (streaming * bandwidth * 1e3))


def main() -> int:
    """Prints one line per device and type."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with (Path(sys.argv[1]) / "op_gemm_v4_shapes.csv").open(newline="") as file:
        records = [r for r in csv.DictReader(file) if r["quality"] == "A" and r["device"] in DEVICES]
    for device, kind in sorted({(r["device"], r["precision"]) for r in records}):
        key, width = TYPES[kind]
        name = DEVICES[device][0]
        peak, bandwidth = device_fact(name, key), device_fact(name, "memory_bandwidth")
        rows = []
        for r in records:
            if (r["device"], r["precision"]) == (device, kind):
                n, k = map(int, re.fullmatch(r"gemm_n(\d+)_k(\d+)", r["op"]).groups())
                m = int(r["batch"])
                moved = (m * k + n * k) * width + 2 * m * n
                rows.append((2.0 * m * n * k, moved, float(r["value"]), held_out(n, k)))
        flops, moved, time, test = np.array(rows).T
        test = test.astype(bool)

        def residual(x: np.ndarray, flops=flops, moved=moved, time=time, test=test, peak=peak, bw=bandwidth):
            return np.log(predict(x, flops, moved, peak, bw) / time)[~test] / 0.06

        fit = least_squares(
            residual,
            np.log([4.0, 0.7, 0.7]),
            loss="soft_l1",
            bounds=(np.log([0.5, 0.05, 0.05]), np.log([50.0, 1.0, 1.0])),
        )
        floor, efficiency, streaming = np.exp(fit.x)
        error = 100 * np.abs(predict(fit.x, flops, moved, peak, bandwidth) / time - 1)[test]
        print(
            f"{name:12} {key:12} floor {floor:5.2f} us  efficiency {efficiency:.3f}  streaming {streaming:.3f}   "
            f"held out n {len(error):4}  median {np.median(error):5.1f}  P90 {np.percentile(error, 90):5.1f} %"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Error of the law of dispatch and combine against measured times, priced by the real tool.

    python3 test/Cost/expert_exchange_accuracy.py MEASURED_DIR --dsv4-opt build/bin/dsv4-opt

Builds one module per device, library and number of ranks with a moe_dispatch or moe_combine for every measured shape,
prices it with dsv4-estimate-cost, and compares. MEASURED_DIR is the folder with op_comm.csv: the full table, of which
the numbers of compute units that no stack runs with are left out, or the compact copy in test/Cost/Inputs. Prints
training and held-out rows apart (lib/Cost/fit/expert_exchange_rows.py says which are which). Exits 1 if the held-out
rows of a library on a device have a median above 8 % or a 90th percentile above 15 %.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "lib" / "Cost" / "fit"))

from error_table import HEADER, line_of, percentile
from expert_exchange_rows import LOW_LATENCY, NORMAL, ONE_SIDED, UNITS, Row, read_rows

# A little above the worst groups when the law was fitted: H200 in low latency, whose constants H100 shares, and GB300
# in normal mode.
MEDIAN_LIMIT = 8.0
P90_LIMIT = 15.0
# Stack file -> what its kernels are called there.
KERNELS = {LOW_LATENCY: ("deepep", "moe_"), NORMAL: ("deepep", "many_tokens_moe_"), ONE_SIDED: ("trtllm", "moe_")}


def stack_of(library: str) -> str:
    """A stack file with the library's kernels alone, whatever the number of tokens."""
    name, prefix = KERNELS[library]
    lines = [f"schema_version: 1\nname: {library}\ntitle: {library}\nkernels:"]
    wanted = False
    for line in (ROOT / "lib" / "Cost" / "Stacks" / f"{name}.yaml").read_text().splitlines():
        if not line.startswith("   "):
            wanted = line.startswith(f"  {prefix}")
            line = line.replace(prefix, "moe_")
        if wanted and "largest_tokens" not in line:
            lines.append(line)
    return "\n".join(lines) + "\n"

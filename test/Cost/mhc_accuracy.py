# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Error of the Hyper-Connections laws against measured times, priced by the real tool.

    python3 test/Cost/mhc_accuracy.py MEASURED_DIR --dsv4-opt build/bin/dsv4-opt

Builds one module per device and stack with a function for every measured shape, prices it with dsv4-estimate-cost,
and compares. MEASURED_DIR is the folder with op_mhc.csv: the full table or the compact copy in test/Cost/Inputs.
Prints, per device and stack, training and held-out rows apart (lib/Cost/fit/mhc_rows.py says which are which): number
of rows; median, mean, 90th percentile and worst absolute error, and mean signed error (bias), all in per cent of the
measured time. Exits 1 if the held-out rows of a device have a median above 6 % or a 90th percentile above 20 %.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "lib" / "Cost" / "fit"))

from error_table import HEADER, line_of, percentile
from mhc_rows import Row, read_rows

MEDIAN_LIMIT = 6.0
P90_LIMIT = 20.0

HC_PRE = """
func.func private @{name}(%x: tensor<{t}x4x{d}xbf16>, %fn: tensor<24x{k}xf32>, %scale: tensor<3xf32>,
    %base: tensor<24xf32>) -> (tensor<{t}x{d}xbf16>, tensor<{t}x4xf32>, tensor<{t}x4x4xf32>) {{
  %y, %post, %comb = dsv4.kernel "hc_pre" (%x, %fn, %scale, %base)
      : (tensor<{t}x4x{d}xbf16>, tensor<24x{k}xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<{t}x{d}xbf16>, tensor<{t}x4xf32>, tensor<{t}x4x4xf32>) {{
  ^bb0(%a: tensor<{t}x4x{d}xbf16>, %f: tensor<24x{k}xf32>, %s: tensor<3xf32>, %b: tensor<24xf32>):
    %inv = dsv4.hc_pre_inv_rms(%a) {{norm_eps = 1.0e-6}} : (tensor<{t}x4x{d}xbf16>) -> tensor<{t}x1xf32>
    %flat = tensor.collapse_shape %a [[0], [1, 2]] : tensor<{t}x4x{d}xbf16> into tensor<{t}x{k}xbf16>
    %empty = tensor.empty() : tensor<{t}x24xf32>
    %zero = arith.constant 0.0 : f32
    %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<{t}x24xf32>) -> tensor<{t}x24xf32>
    %raw = linalg.contract indexing_maps = [affine_map<(t, n, k) -> (t, k)>, affine_map<(t, n, k) -> (n, k)>,
                                            affine_map<(t, n, k) -> (t, n)>]
        ins(%flat, %f : tensor<{t}x{k}xbf16>, tensor<24x{k}xf32>)
        outs(%init : tensor<{t}x24xf32>) -> tensor<{t}x24xf32>
    %mix = linalg.generic {{indexing_maps = [affine_map<(t, n) -> (t, n)>, affine_map<(t, n) -> (t, 0)>,
                                            affine_map<(t, n) -> (t, n)>],
                           iterator_types = ["parallel", "parallel"]}}
        ins(%raw, %inv : tensor<{t}x24xf32>, tensor<{t}x1xf32>) outs(%empty : tensor<{t}x24xf32>) {{
    ^bb1(%p: f32, %q: f32, %o: f32):
      %r = arith.mulf %p, %q : f32
      linalg.yield %r : f32
    }} -> tensor<{t}x24xf32>
    %py, %pp, %pc = dsv4.hc_pre_sinkhorn(%mix, %a, %s, %b) {{hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}}
        : (tensor<{t}x24xf32>, tensor<{t}x4x{d}xbf16>, tensor<3xf32>, tensor<24xf32>)
       -> (tensor<{t}x{d}xbf16>, tensor<{t}x4xf32>, tensor<{t}x4x4xf32>)
    dsv4.yield %py, %pp, %pc : tensor<{t}x{d}xbf16>, tensor<{t}x4xf32>, tensor<{t}x4x4xf32>
  }}
  return %y, %post, %comb : tensor<{t}x{d}xbf16>, tensor<{t}x4xf32>, tensor<{t}x4x4xf32>
}}
"""

HC_POST = """
func.func private @{name}(%x: tensor<{t}x{d}xbf16>, %r: tensor<{t}x4x{d}xbf16>, %p: tensor<{t}x4xf32>,
    %c: tensor<{t}x4x4xf32>) -> tensor<{t}x4x{d}xbf16> {{
  %y = dsv4.hc_post(%x, %r, %p, %c)
      : (tensor<{t}x{d}xbf16>, tensor<{t}x4x{d}xbf16>, tensor<{t}x4xf32>, tensor<{t}x4x4xf32>)
     -> tensor<{t}x4x{d}xbf16>
  return %y : tensor<{t}x4x{d}xbf16>
}}
"""

CALLS = {
    "hc_pre": (
        ["{t}x4x{d}xbf16", "24x{k}xf32", "3xf32", "24xf32"],
        ["{t}x{d}xbf16", "{t}x4xf32", "{t}x4x4xf32"],
    ),
    "hc_post": (["{t}x{d}xbf16", "{t}x4x{d}xbf16", "{t}x4xf32", "{t}x4x4xf32"], ["{t}x4x{d}xbf16"]),
}


def module_of(rows: list[Row]) -> str:
    """IR with a private function per shape, each called once from @main."""
    functions, body = [], []
    for row in rows:
        values = {"t": row.tokens, "d": row.hidden_size, "k": 4 * row.hidden_size, "name": name_of(row)}
        functions.append((HC_PRE if row.op == "hc_pre" else HC_POST).format(**values))
        operands, results = ([f"tensor<{s.format(**values)}>" for s in side] for side in CALLS[row.op])
        names = []
        for index, kind in enumerate(operands):
            names.append(f"%{values['name']}_{index}")
            body.append(f"  {names[-1]} = tensor.empty() : {kind}")
        body.append(
            f"  %{values['name']}:{len(results)} = func.call @{values['name']}({', '.join(names)}) "
            f": ({', '.join(operands)}) -> ({', '.join(results)})"
        )
    return "".join(functions) + "func.func @main() {\n" + "\n".join(body) + "\n  return\n}\n"


def name_of(row: Row) -> str:
    """Name of the function of a row."""
    return f"{row.op}_{row.hidden_size}_{row.tokens}"


def price(tool: str, device: str, stack: str, rows: list[Row]) -> dict[str, float]:
    """Time of one site in us per function name."""
    pipeline = f"builtin.module(dsv4-attach-device{{device={device}}},dsv4-estimate-cost{{stack={stack} format=json}})"
    run = subprocess.run(
        [tool, "-", f"--pass-pipeline={pipeline}", "-o", "/dev/null"],
        input=module_of(rows),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        sys.exit(f"{tool} failed on {device}, {stack}:\n{run.stderr}")
    kernels = json.loads(run.stdout)["kernels"]
    return {kernel["function"]: kernel["per_launch"]["time_us"] for kernel in kernels}


def main() -> int:
    """Prints the table; 1 if a device misses the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measured", type=Path, help="folder with op_mhc.csv")
    parser.add_argument("--dsv4-opt", default="dsv4-opt", help="the tool to price with")
    arguments = parser.parse_args()

    rows, left_out = read_rows(arguments.measured)
    errors: dict[tuple[str, str, str], dict[bool, list[float]]] = {}
    for device, stack in sorted({(row.device, row.stack) for row in rows}):
        group = [row for row in rows if (row.device, row.stack) == (device, stack)]
        times = price(arguments.dsv4_opt, device, stack, group)
        for row in group:
            error = 100 * (row.sites * times[name_of(row)] / row.time_us - 1)
            errors.setdefault((device, stack, row.op), {True: [], False: []})[row.held_out].append(error)

    print("Hyper-Connections: predicted against measured time, per cent")
    print("held out: a quarter of the shapes by MD5 of (op, hidden size, tokens); Ascend: every second size")
    for reason, count in sorted(left_out.items()):
        print(f"left out: {count} rows, {reason}")
    for title, held_out in (("held-out rows", True), ("training rows", False)):
        print(f"\n{title:44} {HEADER}")
        for (device, stack, op), parts in sorted(errors.items()):
            print(line_of(f"  {device} {stack} {op}", parts[held_out]))
        for op in ("hc_post", "hc_pre"):
            print(line_of(f"all {op}", [e for key, p in errors.items() if key[2] == op for e in p[held_out]]))

    print(f"\n{'held-out rows per device':44} {HEADER}")
    missed = []
    for device in sorted({key[0] for key in errors}):
        held_out = [e for key, parts in errors.items() if key[0] == device for e in parts[True]]
        print(line_of(f"  {device}", held_out))
        absolute = [abs(e) for e in held_out]
        if not absolute or statistics.median(absolute) > MEDIAN_LIMIT or percentile(absolute, 0.9) > P90_LIMIT:
            missed.append(device)
    print(
        f"\nlimits per device: median {MEDIAN_LIMIT:g} %, P90 {P90_LIMIT:g} %: "
        f"{'missed by ' + ', '.join(missed) if missed else 'met'}"
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

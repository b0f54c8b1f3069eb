# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The published schema of the reports, and that the views show nothing that the JSON does not have."""

import copy
import csv
import io
import json
import math
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "lib" / "Cost" / "cost-report.schema.json").read_text())
LAYER = """
func.func @main(%x: tensor<?x4x4096xbf16>, %fn: tensor<24x16384xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>,
                %gate: tensor<256x4096xbf16>, %mix: tensor<?x24xf32>) -> tensor<?x4x4096xbf16> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c43 = arith.constant 43 : index
  %r = scf.for %i = %c0 to %c43 step %c1 iter_args(%v = %x) -> tensor<?x4x4096xbf16> {
    %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %v, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
        : (tensor<?x24xf32>, tensor<?x4x4096xbf16>, tensor<3xf32>, tensor<24xf32>)
       -> (tensor<?x4096xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>)
    %n = dsv4.rms_norm(%y) {norm_eps = 1.0e-6} : (tensor<?x4096xbf16>) -> tensor<?x4096xbf16>
    %s = dsv4.gate_score(%n, %gate) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
        : (tensor<?x4096xbf16>, tensor<256x4096xbf16>) -> tensor<?x256xf32>
    %w, %e = dsv4.moe_gating_top_k(%s) {top_k = 6 : i64} : (tensor<?x256xf32>) -> (tensor<?x6xf32>, tensor<?x6xi32>)
    %z = dsv4.hc_post(%n, %v, %post, %comb)
        : (tensor<?x4096xbf16>, tensor<?x4x4096xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x4096xbf16>
    scf.yield %z : tensor<?x4x4096xbf16>
  }
  return %r : tensor<?x4x4096xbf16>
}
"""
UNMODELLED = """
func.func @main(%x: tensor<4xf32>, %i: tensor<2x1xindex>) -> tensor<2x1xf32> {
  %y = tensor.gather %x[%i] gather_dims([0]) : (tensor<4xf32>, tensor<2x1xindex>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}
"""


COLLECTIVE = """
shard.grid @grid(shape = 8)
func.func @main(%x: tensor<64x4096xf32>) -> tensor<64x4096xf32> {
  %y = shard.all_reduce %x on @grid grid_axes = [0] : tensor<64x4096xf32> -> tensor<64x4096xf32>
  return %y : tensor<64x4096xf32>
}
"""


def opt(program: str, *options: str) -> str:
    tool = shutil.which("dsv4-opt") or str(ROOT / "build" / "bin" / "dsv4-opt")
    run = subprocess.run([tool, "-", *options, "-o", "/dev/null"], input=program, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout


def cost(view: str, device: str = "h100-sxm", tokens: int = 512, program: str = LAYER, extra: str = "") -> str:
    bind = f"bind=arg0:0={tokens},arg5:0={tokens}" if program is LAYER else ""
    return opt(program, f"--dsv4-attach-device=device={device}", f"--dsv4-estimate-cost=format={view} {bind} {extra}")


@pytest.fixture(scope="module")
def report() -> dict:
    return json.loads(cost("json"))


def leaves(value):
    if isinstance(value, dict):
        for child in value.values():
            yield from leaves(child)
    elif isinstance(value, list):
        for child in value:
            yield from leaves(child)
    else:
        yield value


@pytest.mark.parametrize("device", ["h100-sxm", "h200-sxm", "b200-sxm", "gb200", "gb300", "ascend-910c"])
@pytest.mark.parametrize("tokens", [0, 1, 65536])
def test_cost_report_follows_the_schema(device, tokens):
    report = json.loads(cost("json", device, tokens))
    jsonschema.validate(report, SCHEMA)
    assert all(math.isfinite(leaf) for leaf in leaves(report) if not isinstance(leaf, str))
    assert (report["total"]["time_us"] > 0) == (tokens > 0)


def test_work_report_follows_the_schema():
    report = json.loads(opt(LAYER, "--dsv4-print-work=format=json bind=arg0:0=3,arg5:0=3"))
    jsonschema.validate(report, SCHEMA)
    assert report["report"] == "work"


def test_collectives_follow_the_schema():
    report = json.loads(cost("json", program=COLLECTIVE))
    jsonschema.validate(report, SCHEMA)
    exchanged = {"name": "all_reduce", "message_bytes": 64 * 4096 * 4, "ranks": 8, "span": 8, "tier": "scale-up"}
    assert report["kernels"][0]["per_launch"]["collective"] == exchanged


def test_unmodelled_ops_follow_the_schema():
    report = json.loads(cost("json", program=UNMODELLED, extra="allow-unmodelled"))
    jsonschema.validate(report, SCHEMA)
    assert [entry["op"] for entry in report["unmodelled"]] == ["tensor.gather"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda r: r.pop("schema_version"),
        lambda r: r.update(schema_version=2),
        lambda r: r.update(extra=1),
        lambda r: r["kernels"][0].pop("law"),
        lambda r: r["kernels"][0].update(bound_by="luck"),
        lambda r: r["kernels"][0]["per_launch"].update(time_us=-1),
        lambda r: r["kernels"][0]["per_launch"].update(extra=1),
        lambda r: r["total"].pop("time_by_bound_us"),
        lambda r: r["device"].pop("compute_units"),
    ],
)
def test_schema_refuses_a_damaged_report(report, damage):
    damaged = copy.deepcopy(report)
    damage(damaged)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(damaged, SCHEMA)


def test_totals_are_sums(report):
    kernels, total = report["kernels"], report["total"]
    assert total["launches"] == sum(k["launches"] for k in kernels) == 5 * 43
    assert total["time_us"] == pytest.approx(sum(k["time_us"] for k in kernels))
    assert total["bytes_read"] == sum(k["launches"] * k["per_launch"]["bytes_read"] for k in kernels)
    assert sum(k["share_percent"] for k in kernels) == pytest.approx(100)
    assert sum(total["time_by_bound_us"].values()) == pytest.approx(total["time_us"])
    for kernel in kernels:
        launch = kernel["per_launch"]
        assert kernel["time_us"] == pytest.approx(kernel["launches"] * launch["time_us"])
        assert launch["bytes_read"] == sum(launch["bytes_read_by_class"].values())
        assert max(launch["terms_us"].values()) <= launch["time_us"] <= sum(launch["terms_us"].values()) * 1.000001


def test_csv_is_the_json(report):
    rows = list(csv.DictReader(io.StringIO(cost("csv"))))
    assert len(rows) == len(report["kernels"])
    for row, kernel in zip(rows, report["kernels"], strict=True):
        launch = kernel["per_launch"]
        assert row["kernel"] == kernel["name"]
        assert float(row["time_us"]) == kernel["time_us"]
        assert float(row["launch_memory_us"]) == launch["terms_us"]["memory"]
        assert float(row["launch_flops_vector"]) == launch["flops"]["vector"]
        assert row["source"] == kernel["source"]


def test_csv_columns_do_not_depend_on_the_input():
    empty = cost("csv", program="func.func @main() { return }")
    assert empty.splitlines() == cost("csv").splitlines()[:1]


def test_every_number_of_the_table_is_in_the_json(report):
    """Rows of the table are sums of kernels of one name; this program has one kernel of each name."""
    rows = re.findall(
        r"^(\S+) +(\d+) +([\d.]+) +([\d.]+)% (.{17}) +(\d+)% +([\d.]+) +([\d.]+)$", cost("table"), re.MULTILINE
    )
    by_name = {kernel["name"]: kernel for kernel in report["kernels"]}
    assert {row[0] for row in rows} == {*by_name, "total"}
    for name, launches, time, share, bound, roof, read, written in rows:
        entry = by_name.get(name, report["total"])
        launch = entry.get("per_launch", entry)
        factor = entry["launches"] if name != "total" else 1
        assert int(launches) == entry["launches"]
        assert float(time) == pytest.approx(entry["time_us"], abs=0.006)
        assert float(share) == pytest.approx(entry.get("share_percent", 100), abs=0.06)
        assert bound.strip() == entry.get("bound_by", "")
        assert int(roof) == pytest.approx(entry["roofline_percent"], abs=0.51)
        assert float(read) == pytest.approx(launch["bytes_read"] * factor / 1e6, abs=0.006)
        assert float(written) == pytest.approx(launch["bytes_written"] * factor / 1e6, abs=0.006)


def test_more_work_takes_no_less_time():
    times = [json.loads(cost("json", tokens=tokens))["total"]["time_us"] for tokens in (1, 8, 64, 512, 4096, 32768)]
    assert times == sorted(times)

# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Some programs of the torch-mlir corpus compiled and run: all forms of one agree, and states are written in place."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dsv4

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "test" / "Import" / "corpus"


@pytest.mark.parametrize("programs", ["mutating/compressor_r4_*", "ops/quantize_*", "layers/attention_hca_decode"])
def test_forms_agree(programs):
    tool = shutil.which("dsv4-opt") or str(ROOT / "build" / "bin" / "dsv4-opt")
    command = [sys.executable, str(CORPUS.parent / "run_corpus.py"), str(CORPUS), "--dsv4-opt", tool]
    command += ["--stages", "convert,lower,execute", "--programs", programs, "--jobs", "2"]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    "program", ["layers/expert.raw", "layers/gate_topk.raw", "hf/hf_mlp.raw", "hf/hf_hyper_head.raw"]
)
def test_raised_programs_agree(program):
    """dsv4-raise changes the order of f32 operations at most, and bf16 roundings where these decide."""
    sys.path.insert(0, str(CORPUS.parent))
    from corpus_execute import array, compare
    from corpus_programs import ProgramSizes

    text = (CORPUS / f"{program}.mlir").read_text()
    results = []
    for pipeline in ("convert-torch-to-dsv4", "func.func(dsv4-raise),convert-torch-to-dsv4"):
        module = dsv4.Module(text)
        remarks = module.run(pipeline)
        sizes = ProgramSizes(text, str(module))
        inputs = [array(argument, sizes.tokens) for argument in sizes.arguments]
        got = dsv4.compile(module).functions["main"](*inputs)
        results.append(list(got) if isinstance(got, tuple) else [got])
    assert "dsv4-raise" in remarks
    tolerance = 2.0**-7 if "bf16" in text else 1e-6
    assert compare(results[1], results[0], tolerance) == ""

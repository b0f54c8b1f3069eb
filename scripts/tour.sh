#!/usr/bin/env bash
# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The tour of `make run`: a Hyper-Connections + gated-expert sub-layer of DeepSeek-V4, as torch-mlir printed it, is
# imported, priced, lowered, compiled and run. Every command is printed before its output.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"

sublayer=test/Integration/sublayer
program=$sublayer/programs/hc_moe_topk.raw.mlir

step() { printf '\n\033[1m%s\033[0m\n' "$1"; }
if [ ! -t 1 ]; then step() { printf '\n%s\n' "$1"; }; fi
run() {
  printf '$ %s\n' "$1"
  bash -o pipefail -c "$1"
}

step "1. What torch-mlir printed: custom operators of the RFC among aten ones"
run "grep -oE 'torch\.(operator \"[a-z_.]+\"|aten\.[A-Za-z_.]+)' $program | sort | uniq -c | sort -rn | head -8"

step "2. Import: verified dsv4 ops, everything else in upstream dialects; remarks say what the RFC leaves open"
run "dsv4-opt $program --convert-torch-to-dsv4 -o build/tour.mlir"
run "grep -oE '(dsv4|linalg|tensor)\.[a-z0-9_]+' build/tour.mlir | sort | uniq -c | sort -rn | head -12"

step "3. Price: the same IR on a device, kernel by kernel"
run "dsv4-opt build/tour.mlir --dsv4-attach-device=device=h200-sxm --dsv4-estimate-cost -o /dev/null"

step "4. Lower: linalg on tensors (a contract check keeps it to upstream dialects), then LLVM"
run "dsv4-opt build/tour.mlir --dsv4-to-linalg-pipeline | grep -oE '(linalg|tensor|scf|arith|math|cf)\.[a-z_]+' | sort | uniq -c | sort -rn | head -6"
run "dsv4-opt build/tour.mlir --dsv4-to-llvm-pipeline | grep -c 'llvm\.'"

step "5. Run: compiled and executed, compared with fixtures that other implementations made"
run "python -m dsv4.testing golden $sublayer/golden"
run "python -m dsv4.testing golden test/Integration/golden | tail -3"

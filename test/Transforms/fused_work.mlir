// RUN: split-file %s %t
// RUN: dsv4-opt %t/sum.mlir --dsv4-print-work -o /dev/null | FileCheck %s --check-prefix=APART
// RUN: dsv4-opt %t/sum.mlir --dsv4-fuse=patterns=residual_add --dsv4-print-work -o /dev/null | FileCheck %s --check-prefix=SUM
// RUN: dsv4-opt %t/hash.mlir --dsv4-fuse=patterns=gate_hash --dsv4-print-work -o /dev/null | FileCheck %s --check-prefix=HASH
// RUN: dsv4-opt %t/scores.mlir --dsv4-print-work -o /dev/null | FileCheck %s --check-prefix=SCORES
// RUN: dsv4-opt %t/stacked.mlir --dsv4-fuse=patterns=shared_gate_up_linear --dsv4-print-work -o /dev/null | FileCheck %s --check-prefix=STACKED
// RUN: dsv4-opt %t/norm.mlir --dsv4-fuse=patterns=q_norm_rope --dsv4-print-work -o /dev/null | FileCheck %s --check-prefix=NORM

// What a fused launch does: memory at its boundary, weights once.

//--- sum.mlir
// n = 5 * 64 elements. Apart: conversion 2n + 4n, sum 8n + 4n, conversion 4n + 2n, 24n bytes in all. Together: 6n read
// and 2n written.
// APART-LABEL: kernel elementwise
// APART:         read activations: 640 bytes
// APART-NEXT:    write: 1280 bytes
// APART-LABEL: kernel elementwise
// APART:         read activations: 2560 bytes
// APART-NEXT:    write: 1280 bytes
// APART-LABEL: kernel elementwise
// APART:         read activations: 1280 bytes
// APART-NEXT:    write: 640 bytes
// SUM:       kernel residual_add, dsv4.kernel
// SUM-SAME:  launches 1
// SUM-NEXT:    vector f32: 320 flop
// SUM-NEXT:    read activations: 1920 bytes
// SUM-NEXT:    write: 640 bytes
// SUM-NOT:   kernel
func.func @main(%x: tensor<5x64xbf16>, %y: tensor<5x64xf32>) -> tensor<5x64xbf16> {
  %c = arith.extf %x : tensor<5x64xbf16> to tensor<5x64xf32>
  %s = arith.addf %c, %y : tensor<5x64xf32>
  %t = arith.truncf %s : tensor<5x64xf32> to tensor<5x64xbf16>
  return %t : tensor<5x64xbf16>
}

//--- hash.mlir
// T = 3 tokens, E = 8 experts, K = 2 of them named, D = 64: K logits per token, so K/E of the scores.
// matrix   T * 2DE * K/E = 3072 / 4
// vector   T * E * 2 * K/E = 12 scores, T * (2K + 1) = 15 of the gate
// special  T * E * 2 * K/E = 12, T * K = 6
// weights  E * D * 2 bytes of the rows that some token needs: 1 - (1 - K/E)^T = 0.578125
// HASH:      kernel gate_hash, dsv4.kernel
// HASH-NEXT:   matrix bf16: 768 flop
// HASH-NEXT:   vector f32: 27 flop
// HASH-NEXT:   special_function f32: 18 flop
// HASH-NEXT:   read weights: 592 bytes
// HASH-NEXT:   read activations: 384 bytes
// HASH-NEXT:   read gathered_rows: 24 bytes
// HASH-NEXT:   read indices: 12 bytes
// HASH-NEXT:   write: 48 bytes
// HASH:        assumes: uniform routing
func.func @main(%x: tensor<3x64xbf16>, %w: tensor<8x64xbf16>, %ids: tensor<3xi32>, %table: tensor<9x2xi32>) -> (tensor<3x2xf32>, tensor<3x2xi32>) {
  %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<3x64xbf16>, tensor<8x64xbf16>) -> tensor<3x8xf32>
  %p, %i = dsv4.moe_gating_hash(%s, %ids, %table) : (tensor<3x8xf32>, tensor<3xi32>, tensor<9x2xi32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  return %p, %i : tensor<3x2xf32>, tensor<3x2xi32>
}

//--- scores.mlir
// The same ops, but the scores leave the launch, or are a softmax of all logits: all of them are computed.
// SCORES:      kernel scores_leave
// SCORES-NEXT:   matrix bf16: 3072 flop
// SCORES:        read weights: 1024 bytes
// SCORES:      kernel softmax
// SCORES-NEXT:   matrix bf16: 3072 flop
// SCORES:        read weights: 1024 bytes
func.func @main(%x: tensor<3x64xbf16>, %w: tensor<8x64xbf16>, %ids: tensor<3xi32>, %table: tensor<9x2xi32>)
    -> (tensor<3x2xf32>, tensor<3x8xf32>, tensor<3x2xf32>) {
  %k:2 = dsv4.kernel "scores_leave" (%x, %w, %ids, %table) : (tensor<3x64xbf16>, tensor<8x64xbf16>, tensor<3xi32>, tensor<9x2xi32>) -> (tensor<3x2xf32>, tensor<3x8xf32>) {
  ^bb0(%a: tensor<3x64xbf16>, %b: tensor<8x64xbf16>, %c: tensor<3xi32>, %d: tensor<9x2xi32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<3x64xbf16>, tensor<8x64xbf16>) -> tensor<3x8xf32>
    %p, %i = dsv4.moe_gating_hash(%s, %c, %d) : (tensor<3x8xf32>, tensor<3xi32>, tensor<9x2xi32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
    dsv4.yield %p, %s : tensor<3x2xf32>, tensor<3x8xf32>
  }
  %l = dsv4.kernel "softmax" (%x, %w, %ids, %table) : (tensor<3x64xbf16>, tensor<8x64xbf16>, tensor<3xi32>, tensor<9x2xi32>) -> tensor<3x2xf32> {
  ^bb0(%a: tensor<3x64xbf16>, %b: tensor<8x64xbf16>, %c: tensor<3xi32>, %d: tensor<9x2xi32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<softmax>} : (tensor<3x64xbf16>, tensor<8x64xbf16>) -> tensor<3x8xf32>
    %p, %i = dsv4.moe_gating_hash(%s, %c, %d) : (tensor<3x8xf32>, tensor<3xi32>, tensor<9x2xi32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
    dsv4.yield %p : tensor<3x2xf32>
  }
  return %k#0, %k#1, %l : tensor<3x2xf32>, tensor<3x8xf32>, tensor<3x2xf32>
}

//--- stacked.mlir
// Two products of one operand are one product of 32 + 32 columns: x is read once (5 * 16 * 4), both weights (2 * 32 * 16 * 4).
// STACKED:      kernel shared_gate_up_linear, dsv4.kernel
// STACKED-NEXT:   matrix f32: 10240 flop
// STACKED-NEXT:   read weights: 4096 bytes
// STACKED-NEXT:   read activations: 320 bytes
// STACKED-NEXT:   write: 1280 bytes
// STACKED-NEXT:   parallel tiles: 2
// STACKED-NEXT:   sizes: element_bytes 4, k 16, m 5, n 64, tokens 5
func.func @main(%x: tensor<5x16xf32>, %w1: tensor<32x16xf32>, %w3: tensor<32x16xf32>) -> tensor<5x32xf32> {
  %g = dsv4.linear(%x, %w1) : (tensor<5x16xf32>, tensor<32x16xf32>) -> tensor<5x32xf32>
  %u = dsv4.linear(%x, %w3) : (tensor<5x16xf32>, tensor<32x16xf32>) -> tensor<5x32xf32>
  %h = dsv4.v4_clamped_swiglu(%g, %u) {limit = 1.0} : (tensor<5x32xf32>, tensor<5x32xf32>) -> tensor<5x32xf32>
  return %h : tensor<5x32xf32>
}

//--- norm.mlir
// The queries are read and written once: 2 * 3 * 4 * 32 * 4 bytes, and both tables once: 2 * (2 * 3 * 4 * 4).
// NORM:      kernel q_norm_rope, dsv4.kernel
// NORM:        read activations: 3264 bytes
// NORM-NEXT:   write: 3072 bytes
func.func @main(%q: tensor<2x3x128xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>, %sink: tensor<4xf32>,
    %kv: tensor<2x8x32xf32>) -> tensor<2x3x4x32xf32> {
  %i = arith.constant dense<0> : tensor<2x3x8xi32>
  %v = tensor.expand_shape %q [[0], [1], [2, 3]] output_shape [2, 3, 4, 32] : tensor<2x3x128xf32> into tensor<2x3x4x32xf32>
  %n = dsv4.rms_norm(%v) {norm_eps = 1.0e-6} : (tensor<2x3x4x32xf32>) -> tensor<2x3x4x32xf32>
  %r = dsv4.rope(%n, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %o = dsv4.sparse_attn_sharedkv(%r, %sink, %i, %kv) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>) -> tensor<2x3x4x32xf32>
  return %o : tensor<2x3x4x32xf32>
}

// One error per distinct op, at its first occurrence, with the count; the exit status is 1.
//
// RUN: dsv4-opt %s -split-input-file --pass-pipeline='builtin.module(dsv4-check-contract{dialects=func,arith stage=lowering})' \
// RUN:   -verify-diagnostics
// RUN: not dsv4-opt %s -split-input-file --dsv4-check-contract=dialects=func,arith 2>&1 | FileCheck %s
//
// Without a stage the message says "this pipeline".
// CHECK: error: 'math.exp' is left after this pipeline (2 times)
// CHECK: error: 'tensor.empty' is left after this pipeline

func.func @left(%x: f32) {
  // expected-error@below {{'math.exp' is left after lowering (2 times)}}
  %0 = math.exp %x : f32
  %1 = math.exp %0 : f32
  // expected-error@below {{'tensor.empty' is left after lowering}}
  %2 = tensor.empty() : tensor<4xf32>
  return
}

// -----

func.func @kept(%x: f32) -> f32 {
  %0 = arith.addf %x, %x : f32
  return %0 : f32
}

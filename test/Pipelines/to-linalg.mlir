// The output has upstream dialects only, arith on whole tensors included; anything else is named.
//
// RUN: dsv4-opt %s -split-input-file --dsv4-to-linalg-pipeline -verify-diagnostics | FileCheck %s

// CHECK-LABEL: func @whole_tensors
// CHECK: linalg.generic
// CHECK:   arith.mulf %{{.*}} : f32
// CHECK-NOT: tensor<5x8xf32>, tensor<5x8xf32> : tensor
func.func @whole_tensors(%x: tensor<5x8xf32>) -> tensor<5x8xf32> {
  %y = arith.mulf %x, %x : tensor<5x8xf32>
  return %y : tensor<5x8xf32>
}

// -----

func.func @memory(%m: memref<4xf32>) {
  // expected-error@below {{'memref.dealloc' is left after dsv4-to-linalg-pipeline}}
  memref.dealloc %m : memref<4xf32>
  return
}

// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// The fast transform: sums and differences at distance 1, 2, ... in f32, one scale, one rounding.
// CHECK-LABEL: func @main
// CHECK-SAME: %[[X:.*]]: tensor<?x4xbf16>
func.func @main(%x: tensor<?x4xbf16>) -> tensor<?x4xbf16> {
  // CHECK: arith.extf %{{.*}} : bf16 to f32
  // CHECK: %[[PAIRS:.*]] = tensor.expand_shape %{{.*}} output_shape [%{{.*}}, 2, 2, 1]
  // CHECK: %[[LOWER:.*]] = tensor.extract_slice %[[PAIRS]][0, 0, 0, 0]
  // CHECK: %[[UPPER:.*]] = tensor.extract_slice %[[PAIRS]][0, 0, 1, 0]
  // CHECK: linalg.generic {{.*}} ins(%[[LOWER]], %[[UPPER]] :
  // CHECK: arith.addf
  // CHECK: arith.subf
  // CHECK: tensor.expand_shape %{{.*}} output_shape [%{{.*}}, 1, 2, 2]
  // CHECK: arith.addf
  // CHECK: arith.subf
  // CHECK: %[[HALF:.*]] = arith.constant 5.000000e-01 : f32
  // CHECK: arith.mulf %{{.*}}, %[[HALF]]
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %y = dsv4.hadamard(%x) : (tensor<?x4xbf16>) -> tensor<?x4xbf16>
  return %y : tensor<?x4xbf16>
}

// One channel: nothing to add.
// CHECK-LABEL: func @one
// CHECK-NOT: arith.addf
func.func @one(%x: tensor<5x1xf32>) -> tensor<5x1xf32> {
  // CHECK: %[[ONE:.*]] = arith.constant 1.000000e+00 : f32
  // CHECK: arith.mulf %{{.*}}, %[[ONE]]
  %y = dsv4.hadamard(%x) : (tensor<5x1xf32>) -> tensor<5x1xf32>
  return %y : tensor<5x1xf32>
}

// CHECK-LABEL: func @no_rows
// CHECK-NOT: slice
func.func @no_rows(%x: tensor<0x4xf32>) -> tensor<0x4xf32> {
  // CHECK: return
  %y = dsv4.hadamard(%x) : (tensor<0x4xf32>) -> tensor<0x4xf32>
  return %y : tensor<0x4xf32>
}

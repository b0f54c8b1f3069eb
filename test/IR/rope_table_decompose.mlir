// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// The frequencies are a constant; the angle is the f32 product of position and frequency.
// CHECK-LABEL: func @main
// CHECK-SAME: %[[POSITIONS:.*]]: tensor<2x3xi32>
func.func @main(%positions: tensor<2x3xi32>) -> (tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<4xf32>) {
  // 10000^(-2i / 8).
  // CHECK: %[[F:.*]] = arith.constant dense<[1.000000e+00, 1.000000e-01, 0.00999999977, 1.000000e-03]> : tensor<4xf32>
  // CHECK: %[[ANGLE:.*]] = linalg.generic {{.*}} ins(%[[POSITIONS]], %[[F]] : tensor<2x3xi32>, tensor<4xf32>)
  // CHECK: %[[POSITION:.*]] = arith.sitofp %{{.*}} : i32 to f32
  // CHECK: arith.mulf %[[POSITION]], %{{.*}} : f32
  // CHECK: %[[COS:.*]] = linalg.generic {{.*}} ins(%[[ANGLE]] : tensor<2x3x4xf32>)
  // CHECK: math.cos %{{.*}} : f32
  // CHECK: %[[SIN:.*]] = linalg.generic {{.*}} ins(%[[ANGLE]] : tensor<2x3x4xf32>)
  // CHECK: math.sin %{{.*}} : f32
  // CHECK: return %[[COS]], %[[SIN]], %[[F]]
  %cos, %sin, %f = dsv4.rope_table(%positions) {rope_dim = 8 : i64, theta = 1.0e4} : (tensor<2x3xi32>) -> (tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<4xf32>)
  return %cos, %sin, %f : tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<4xf32>
}

// YaRN of V4 for 16 channels: c(32) = 3.86 and c(1) = 6.18, so lo = 3 and hi = 7. Frequencies up to i = 3 stay
// 160000^(-i / 8), i = 4 ... 6 are blended with a 16th of them, i = 7 is a 16th.
// CHECK-LABEL: func @yarn
func.func @yarn(%positions: tensor<1xi32>) -> tensor<8xf32> {
  // CHECK: arith.constant dense<[1.000000e+00, 0.223606{{[0-9]*}}, 5.000000e-02, 0.0111803{{[0-9]*}}, 0.001914062{{[0-9]*}}, 2.969777{{[0-9]*}}E-4, 3.710937{{[0-9]*}}E-5, 1.746928{{[0-9]*}}E-6]> : tensor<8xf32>
  %cos, %sin, %f = dsv4.rope_table(%positions) {rope_dim = 16 : i64, theta = 1.6e5, yarn_factor = 16.0} : (tensor<1xi32>) -> (tensor<1x8xf32>, tensor<1x8xf32>, tensor<8xf32>)
  return %f : tensor<8xf32>
}

// lo = hi = 0: the ramp is a step behind 0.
// CHECK-LABEL: func @step
func.func @step(%positions: tensor<1xi32>) -> tensor<2xf32> {
  // CHECK: arith.constant dense<[1.000000e+00, 2.500000e-03]> : tensor<2xf32>
  %cos, %sin, %f = dsv4.rope_table(%positions) {original_length = 1 : i64, rope_dim = 4 : i64, theta = 1.0e4, yarn_factor = 4.0} : (tensor<1xi32>) -> (tensor<1x2xf32>, tensor<1x2xf32>, tensor<2xf32>)
  return %f : tensor<2xf32>
}

// A size that only the result's type claims is checked.
// CHECK-LABEL: func @claimed
func.func @claimed(%positions: tensor<?xi32>) -> tensor<5x4xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.rope_table: dimension 0 of result #1 is not 5"
  %cos, %sin, %f = dsv4.rope_table(%positions) {rope_dim = 8 : i64, theta = 1.0e4} : (tensor<?xi32>) -> (tensor<?x4xf32>, tensor<5x4xf32>, tensor<4xf32>)
  return %sin : tensor<5x4xf32>
}

// RUN: dsv4-opt %s -canonicalize | FileCheck %s

// Zeros of either sign move no choice: a score of -0.0 may become 0.0, and the two are equal.
// CHECK-LABEL: func @zeros
// CHECK-SAME: %[[SCORES:.*]]: tensor<3x8xf32>
func.func @zeros(%scores: tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>, tensor<3x2xi32>) {
  // CHECK-NEXT: %[[W:.*]], %[[I:.*]] = dsv4.moe_gating_top_k(%[[SCORES]]) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  // CHECK-NEXT: %{{.*}}, %[[J:.*]] = dsv4.moe_gating_top_k(%[[SCORES]]) {route_scale = 2.000000e+00 : f64, top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  // CHECK-NEXT: return %[[W]], %[[I]], %[[J]]
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %zero) {top_k = 2 : i64} : (tensor<3x8xf32>, tensor<8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  %minus_zero = arith.constant dense<-0.0> : tensor<8xf32>
  %other_weights, %other_indices = dsv4.moe_gating_top_k(%scores, %minus_zero) {route_scale = 2.0, top_k = 2 : i64}
      : (tensor<3x8xf32>, tensor<8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  return %weights, %indices, %other_indices : tensor<3x2xf32>, tensor<3x2xi32>, tensor<3x2xi32>
}

// Equal biases other than 0 stay: rounding of the sums may make scores equal that are not.
// CHECK-LABEL: func @equal_biases
func.func @equal_biases(%scores: tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>) {
  // CHECK: %[[BIAS:.*]] = arith.constant dense<1.000000e+03> : tensor<8xf32>
  // CHECK: dsv4.moe_gating_top_k(%{{.*}}, %[[BIAS]])
  %bias = arith.constant dense<1000.0> : tensor<8xf32>
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 2 : i64} : (tensor<3x8xf32>, tensor<8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  return %weights, %indices : tensor<3x2xf32>, tensor<3x2xi32>
}

// A bias of NaN stays: it makes all experts equal.
// CHECK-LABEL: func @nan
func.func @nan(%scores: tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>) {
  // CHECK: %[[BIAS:.*]] = arith.constant dense<0x7FC00000> : tensor<8xf32>
  // CHECK: dsv4.moe_gating_top_k(%{{.*}}, %[[BIAS]])
  %bias = arith.constant dense<0x7FC00000> : tensor<8xf32>
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 2 : i64} : (tensor<3x8xf32>, tensor<8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  return %weights, %indices : tensor<3x2xf32>, tensor<3x2xi32>
}

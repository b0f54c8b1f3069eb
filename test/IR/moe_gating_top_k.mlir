// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[SCORES:.*]]: tensor<9x256xf32>, %[[BIAS:.*]]: tensor<256xf32>
func.func @static(%scores: tensor<9x256xf32>, %bias: tensor<256xf32>) -> (tensor<9x6xf32>, tensor<9x6xi32>) {
  // CHECK: dsv4.moe_gating_top_k(%[[SCORES]], %[[BIAS]]) {norm_eps = 0.000000e+00 : f64, normalize = false, route_scale = 1.500000e+00 : f64, top_k = 6 : i64}
  // CHECK-SAME: : (tensor<9x256xf32>, tensor<256xf32>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %bias) {norm_eps = 0.0, normalize = false, route_scale = 1.5, top_k = 6 : i64}
      : (tensor<9x256xf32>, tensor<256xf32>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
  return %weights, %indices : tensor<9x6xf32>, tensor<9x6xi32>
}

// Attributes with their default values are not printed.
// CHECK-LABEL: func @defaults_and_no_bias
// CHECK-SAME: %[[SCORES:.*]]: tensor<2x3x5x7xf32>
func.func @defaults_and_no_bias(%scores: tensor<2x3x5x7xf32>) -> (tensor<2x3x5x7xf32>, tensor<2x3x5x7xi32>) {
  // CHECK: dsv4.moe_gating_top_k(%[[SCORES]]) {top_k = 7 : i64} : (tensor<2x3x5x7xf32>) -> (tensor<2x3x5x7xf32>, tensor<2x3x5x7xi32>)
  %weights, %indices = dsv4.moe_gating_top_k(%scores) {norm_eps = 1.0e-20, normalize = true, route_scale = 1.0, top_k = 7 : i64}
      : (tensor<2x3x5x7xf32>) -> (tensor<2x3x5x7xf32>, tensor<2x3x5x7xi32>)
  return %weights, %indices : tensor<2x3x5x7xf32>, tensor<2x3x5x7xi32>
}

// One token; one expert of one.
// CHECK-LABEL: func @vector
func.func @vector(%scores: tensor<1xf32>) -> (tensor<1xf32>, tensor<1xi32>) {
  // CHECK: dsv4.moe_gating_top_k({{.*}}) {route_scale = -2.500000e+00 : f64, top_k = 1 : i64} : (tensor<1xf32>) -> (tensor<1xf32>, tensor<1xi32>)
  %weights, %indices = dsv4.moe_gating_top_k(%scores) {route_scale = -2.5, top_k = 1 : i64} : (tensor<1xf32>) -> (tensor<1xf32>, tensor<1xi32>)
  return %weights, %indices : tensor<1xf32>, tensor<1xi32>
}

// The number of experts is static, all else may be dynamic.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%scores: tensor<?x?x256xf32>, %bias: tensor<?xf32>) -> (tensor<?x?x?xf32>, tensor<?x?x6xi32>) {
  // CHECK: dsv4.moe_gating_top_k({{.*}}) {top_k = 6 : i64} : (tensor<?x?x256xf32>, tensor<?xf32>) -> (tensor<?x?x?xf32>, tensor<?x?x6xi32>)
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 6 : i64}
      : (tensor<?x?x256xf32>, tensor<?xf32>) -> (tensor<?x?x?xf32>, tensor<?x?x6xi32>)
  return %weights, %indices : tensor<?x?x?xf32>, tensor<?x?x6xi32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%scores: tensor<0x8xf32>) -> (tensor<0x2xf32>, tensor<0x2xi32>) {
  // CHECK: dsv4.moe_gating_top_k({{.*}}) {top_k = 2 : i64} : (tensor<0x8xf32>) -> (tensor<0x2xf32>, tensor<0x2xi32>)
  %weights, %indices = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<0x8xf32>) -> (tensor<0x2xf32>, tensor<0x2xi32>)
  return %weights, %indices : tensor<0x2xf32>, tensor<0x2xi32>
}

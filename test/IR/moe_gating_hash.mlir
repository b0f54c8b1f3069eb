// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[SCORES:.*]]: tensor<9x256xf32>, %[[IDS:.*]]: tensor<9xi32>, %[[TABLE:.*]]: tensor<129280x6xi32>
func.func @static(%scores: tensor<9x256xf32>, %ids: tensor<9xi32>, %table: tensor<129280x6xi32>) -> (tensor<9x6xf32>, tensor<9x6xi32>) {
  // CHECK: dsv4.moe_gating_hash(%[[SCORES]], %[[IDS]], %[[TABLE]]) {norm_eps = 0.000000e+00 : f64, normalize = false, route_scale = 1.500000e+00 : f64}
  // CHECK-SAME: : (tensor<9x256xf32>, tensor<9xi32>, tensor<129280x6xi32>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
  %weights, %indices = dsv4.moe_gating_hash(%scores, %ids, %table) {norm_eps = 0.0, normalize = false, route_scale = 1.5}
      : (tensor<9x256xf32>, tensor<9xi32>, tensor<129280x6xi32>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
  return %weights, %indices : tensor<9x6xf32>, tensor<9x6xi32>
}

// Attributes with their default values are not printed. Ids and table may have different types.
// CHECK-LABEL: func @defaults
func.func @defaults(%scores: tensor<2x3x7xf32>, %ids: tensor<2x3xi64>, %table: tensor<11x2xi32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xi32>) {
  // CHECK: dsv4.moe_gating_hash(%{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}}) : (tensor<2x3x7xf32>, tensor<2x3xi64>, tensor<11x2xi32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xi32>)
  %weights, %indices = dsv4.moe_gating_hash(%scores, %ids, %table) {norm_eps = 1.0e-20, normalize = true, route_scale = 1.0}
      : (tensor<2x3x7xf32>, tensor<2x3xi64>, tensor<11x2xi32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xi32>)
  return %weights, %indices : tensor<2x3x2xf32>, tensor<2x3x2xi32>
}

// One token: its id is a tensor of rank 0. A table may be wider than the number of experts.
// CHECK-LABEL: func @vector
func.func @vector(%scores: tensor<1xf32>, %id: tensor<i32>, %table: tensor<1x3xi64>) -> (tensor<3xf32>, tensor<3xi32>) {
  // CHECK: : (tensor<1xf32>, tensor<i32>, tensor<1x3xi64>) -> (tensor<3xf32>, tensor<3xi32>)
  %weights, %indices = dsv4.moe_gating_hash(%scores, %id, %table) : (tensor<1xf32>, tensor<i32>, tensor<1x3xi64>) -> (tensor<3xf32>, tensor<3xi32>)
  return %weights, %indices : tensor<3xf32>, tensor<3xi32>
}

// The numbers of experts and the table are static, all else may be dynamic.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%scores: tensor<?x?x8xf32>, %ids: tensor<?x?xi64>, %table: tensor<100x2xi64>) -> (tensor<?x?x?xf32>, tensor<?x?x2xi32>) {
  // CHECK: : (tensor<?x?x8xf32>, tensor<?x?xi64>, tensor<100x2xi64>) -> (tensor<?x?x?xf32>, tensor<?x?x2xi32>)
  %weights, %indices = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<?x?x8xf32>, tensor<?x?xi64>, tensor<100x2xi64>) -> (tensor<?x?x?xf32>, tensor<?x?x2xi32>)
  return %weights, %indices : tensor<?x?x?xf32>, tensor<?x?x2xi32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%scores: tensor<0x8xf32>, %ids: tensor<0xi32>, %table: tensor<100x2xi32>) -> (tensor<0x2xf32>, tensor<0x2xi32>) {
  // CHECK: : (tensor<0x8xf32>, tensor<0xi32>, tensor<100x2xi32>) -> (tensor<0x2xf32>, tensor<0x2xi32>)
  %weights, %indices = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<0x8xf32>, tensor<0xi32>, tensor<100x2xi32>) -> (tensor<0x2xf32>, tensor<0x2xi32>)
  return %weights, %indices : tensor<0x2xf32>, tensor<0x2xi32>
}

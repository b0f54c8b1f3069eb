// RUN: dsv4-opt %s -canonicalize | FileCheck %s

// CHECK-LABEL: func @ones
// CHECK-SAME: %[[GATE:.*]]: tensor<3x8xbf16>, %[[UP:.*]]: tensor<3x8xbf16>
func.func @ones(%gate: tensor<3x8xbf16>, %up: tensor<3x8xbf16>) -> tensor<3x8xbf16> {
  // CHECK-NEXT: %[[Y:.*]] = dsv4.v4_clamped_swiglu(%[[GATE]], %[[UP]]) {limit = 1.000000e+01 : f64}
  // CHECK-NEXT: return %[[Y]]
  %w = arith.constant dense<1.0> : tensor<3xf32>
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %w) {limit = 10.0} : (tensor<3x8xbf16>, tensor<3x8xbf16>, tensor<3xf32>) -> tensor<3x8xbf16>
  return %y : tensor<3x8xbf16>
}

// A weight of 0 stays: 0 times infinity or NaN is NaN, and the sign of 0 depends on the product.
// CHECK-LABEL: func @zeros
func.func @zeros(%gate: tensor<3x8xf32>, %up: tensor<3x8xf32>) -> tensor<3x8xf32> {
  // CHECK: %[[ZERO:.*]] = arith.constant dense<0.000000e+00> : tensor<3xf32>
  // CHECK: dsv4.v4_clamped_swiglu(%{{.*}}, %{{.*}}, %[[ZERO]])
  %w = arith.constant dense<0.0> : tensor<3xf32>
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %w) {limit = 10.0} : (tensor<3x8xf32>, tensor<3x8xf32>, tensor<3xf32>) -> tensor<3x8xf32>
  return %y : tensor<3x8xf32>
}

// CHECK-LABEL: func @not_all_one
func.func @not_all_one(%gate: tensor<3x8xf32>, %up: tensor<3x8xf32>) -> tensor<3x8xf32> {
  // CHECK: dsv4.v4_clamped_swiglu(%{{.*}}, %{{.*}}, %{{.*}})
  %w = arith.constant dense<[1.0, 1.0, 0.5]> : tensor<3xf32>
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %w) {limit = 10.0} : (tensor<3x8xf32>, tensor<3x8xf32>, tensor<3xf32>) -> tensor<3x8xf32>
  return %y : tensor<3x8xf32>
}

// Only the weight says that there are 3 rows: it stays, because the program checks that when it runs.
// CHECK-LABEL: func @checked_at_run_time
func.func @checked_at_run_time(%gate: tensor<?x8xf32>, %up: tensor<?x8xf32>) -> tensor<?x8xf32> {
  // CHECK: %[[W:.*]] = arith.constant dense<1.000000e+00> : tensor<3xf32>
  // CHECK: dsv4.v4_clamped_swiglu(%{{.*}}, %{{.*}}, %[[W]])
  %w = arith.constant dense<1.0> : tensor<3xf32>
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %w) {limit = 10.0} : (tensor<?x8xf32>, tensor<?x8xf32>, tensor<3xf32>) -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}

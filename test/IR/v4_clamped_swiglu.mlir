// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[GATE:.*]]: tensor<5x2048xbf16>, %[[UP:.*]]: tensor<5x2048xbf16>
func.func @static(%gate: tensor<5x2048xbf16>, %up: tensor<5x2048xbf16>) -> tensor<5x2048xbf16> {
  // CHECK: dsv4.v4_clamped_swiglu(%[[GATE]], %[[UP]]) {limit = 1.000000e+01 : f64} : (tensor<5x2048xbf16>, tensor<5x2048xbf16>) -> tensor<5x2048xbf16>
  %y = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x2048xbf16>, tensor<5x2048xbf16>) -> tensor<5x2048xbf16>
  return %y : tensor<5x2048xbf16>
}

// CHECK-LABEL: func @row_weight
// CHECK-SAME: %[[GATE:.*]]: tensor<2x3x7xf16>, %[[UP:.*]]: tensor<2x3x7xf16>, %[[WEIGHT:.*]]: tensor<2x3xf32>
func.func @row_weight(%gate: tensor<2x3x7xf16>, %up: tensor<2x3x7xf16>, %weight: tensor<2x3xf32>) -> tensor<2x3x7xf16> {
  // CHECK: dsv4.v4_clamped_swiglu(%[[GATE]], %[[UP]], %[[WEIGHT]]) {limit = 7.000000e+00 : f64} : (tensor<2x3x7xf16>, tensor<2x3x7xf16>, tensor<2x3xf32>) -> tensor<2x3x7xf16>
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %weight) {limit = 7.0} : (tensor<2x3x7xf16>, tensor<2x3x7xf16>, tensor<2x3xf32>) -> tensor<2x3x7xf16>
  return %y : tensor<2x3x7xf16>
}

// One row: its weight is a tensor of rank 0.
// CHECK-LABEL: func @vector
func.func @vector(%gate: tensor<7xf32>, %up: tensor<7xf32>, %weight: tensor<f32>) -> tensor<7xf32> {
  // CHECK: : (tensor<7xf32>, tensor<7xf32>, tensor<f32>) -> tensor<7xf32>
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %weight) {limit = 10.0} : (tensor<7xf32>, tensor<7xf32>, tensor<f32>) -> tensor<7xf32>
  return %y : tensor<7xf32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%gate: tensor<?x?x?x?xbf16>, %up: tensor<?x?x?x?xbf16>, %weight: tensor<?x?x?xf32>) -> tensor<?x?x?x?xbf16> {
  // CHECK: : (tensor<?x?x?x?xbf16>, tensor<?x?x?x?xbf16>, tensor<?x?x?xf32>) -> tensor<?x?x?x?xbf16>
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %weight) {limit = 10.0}
      : (tensor<?x?x?x?xbf16>, tensor<?x?x?x?xbf16>, tensor<?x?x?xf32>) -> tensor<?x?x?x?xbf16>
  return %y : tensor<?x?x?x?xbf16>
}

// gate and up know different dimensions.
// CHECK-LABEL: func @mixed
func.func @mixed(%gate: tensor<?x64xf32>, %up: tensor<3x?xf32>) -> tensor<3x64xf32> {
  // CHECK: : (tensor<?x64xf32>, tensor<3x?xf32>) -> tensor<3x64xf32>
  %y = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<?x64xf32>, tensor<3x?xf32>) -> tensor<3x64xf32>
  return %y : tensor<3x64xf32>
}

// CHECK-LABEL: func @empty
func.func @empty(%gate: tensor<0x64xf32>, %up: tensor<0x64xf32>, %none: tensor<3x0xf32>) -> (tensor<0x64xf32>, tensor<3x0xf32>) {
  // CHECK: : (tensor<0x64xf32>, tensor<0x64xf32>) -> tensor<0x64xf32>
  %y = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<0x64xf32>, tensor<0x64xf32>) -> tensor<0x64xf32>
  // CHECK: : (tensor<3x0xf32>, tensor<3x0xf32>) -> tensor<3x0xf32>
  %z = dsv4.v4_clamped_swiglu(%none, %none) {limit = 10.0} : (tensor<3x0xf32>, tensor<3x0xf32>) -> tensor<3x0xf32>
  return %y, %z : tensor<0x64xf32>, tensor<3x0xf32>
}

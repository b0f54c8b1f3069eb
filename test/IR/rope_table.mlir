// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @yarn
// CHECK-SAME: %[[POSITIONS:.*]]: tensor<2x3xi32>
func.func @yarn(%positions: tensor<2x3xi32>) -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>) {
  // CHECK: dsv4.rope_table(%[[POSITIONS]]) {beta_fast = 1.600000e+01 : f64, beta_slow = 2.000000e+00 : f64, original_length = 4096 : i64, rope_dim = 64 : i64, theta = 1.600000e+05 : f64, yarn_factor = 1.600000e+01 : f64}
  // CHECK-SAME: : (tensor<2x3xi32>) -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  %cos, %sin, %frequencies = dsv4.rope_table(%positions)
      {beta_fast = 16.0, beta_slow = 2.0, original_length = 4096 : i64, rope_dim = 64 : i64, theta = 1.6e5, yarn_factor = 16.0}
      : (tensor<2x3xi32>) -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return %cos, %sin, %frequencies : tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>
}

// Attributes with their default values are not printed: without YaRN.
// CHECK-LABEL: func @defaults
func.func @defaults(%positions: tensor<7xi32>) -> tensor<7x1xf32> {
  // CHECK: dsv4.rope_table(%{{[^ ]*}}) {rope_dim = 2 : i64, theta = 1.000000e+04 : f64} : (tensor<7xi32>) -> (tensor<7x1xf32>, tensor<7x1xf32>, tensor<1xf32>)
  %cos, %sin, %frequencies = dsv4.rope_table(%positions)
      {beta_fast = 32.0, beta_slow = 1.0, original_length = 65536 : i64, rope_dim = 2 : i64, theta = 1.0e4, yarn_factor = 1.0}
      : (tensor<7xi32>) -> (tensor<7x1xf32>, tensor<7x1xf32>, tensor<1xf32>)
  return %cos : tensor<7x1xf32>
}

// One position: a tensor of rank 0.
// CHECK-LABEL: func @scalar
func.func @scalar(%position: tensor<i32>) -> tensor<4xf32> {
  // CHECK: : (tensor<i32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)
  %cos, %sin, %frequencies = dsv4.rope_table(%position) {rope_dim = 8 : i64, theta = 1.0e4}
      : (tensor<i32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)
  return %sin : tensor<4xf32>
}

// A result may know less than follows from the operand.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%positions: tensor<?x?xi32>) -> (tensor<?x?x?xf32>, tensor<?x5x32xf32>, tensor<?xf32>) {
  // CHECK: : (tensor<?x?xi32>) -> (tensor<?x?x?xf32>, tensor<?x5x32xf32>, tensor<?xf32>)
  %cos, %sin, %frequencies = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<?x?xi32>) -> (tensor<?x?x?xf32>, tensor<?x5x32xf32>, tensor<?xf32>)
  return %cos, %sin, %frequencies : tensor<?x?x?xf32>, tensor<?x5x32xf32>, tensor<?xf32>
}

// CHECK-LABEL: func @no_positions
func.func @no_positions(%positions: tensor<2x0xi32>) -> tensor<2x0x4xf32> {
  // CHECK: : (tensor<2x0xi32>) -> (tensor<2x0x4xf32>, tensor<2x0x4xf32>, tensor<4xf32>)
  %cos, %sin, %frequencies = dsv4.rope_table(%positions) {rope_dim = 8 : i64, theta = 1.0e4}
      : (tensor<2x0xi32>) -> (tensor<2x0x4xf32>, tensor<2x0x4xf32>, tensor<4xf32>)
  return %cos : tensor<2x0x4xf32>
}

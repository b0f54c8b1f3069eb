// RUN: dsv4-opt %s -canonicalize | FileCheck %s

// A weight of ones is no weight.
// CHECK-LABEL: func @ones
// CHECK-SAME: %[[X:.*]]: tensor<3x4xbf16>
func.func @ones(%x: tensor<3x4xbf16>) -> tensor<3x4xbf16> {
  // CHECK-NEXT: %[[Y:.*]] = dsv4.rms_norm(%[[X]]) {norm_eps = 1.000000e-05 : f64} : (tensor<3x4xbf16>) -> tensor<3x4xbf16>
  // CHECK-NEXT: return %[[Y]]
  %w = arith.constant dense<1.0> : tensor<4xf32>
  %y = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-5} : (tensor<3x4xbf16>, tensor<4xf32>) -> tensor<3x4xbf16>
  return %y : tensor<3x4xbf16>
}

// Of whatever type, and behind a cast.
// CHECK-LABEL: func @ones_behind_cast
// CHECK-SAME: %[[X:.*]]: tensor<?x4xf32>
func.func @ones_behind_cast(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  // CHECK-NEXT: %[[Y:.*]] = dsv4.rms_norm(%[[X]]) {norm_eps = 1.000000e-05 : f64} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  // CHECK-NEXT: return %[[Y]]
  %w = arith.constant dense<1.0> : tensor<4xbf16>
  %cast = tensor.cast %w : tensor<4xbf16> to tensor<?xbf16>
  %y = dsv4.rms_norm(%x, %cast) {norm_eps = 1.0e-5} : (tensor<?x4xf32>, tensor<?xbf16>) -> tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}

// Only the weight says that D is 4: it stays, because the program checks that when it runs.
// CHECK-LABEL: func @checked_at_run_time
func.func @checked_at_run_time(%x: tensor<?x?xf32>) -> tensor<?x?xf32> {
  // CHECK: %[[W:.*]] = arith.constant dense<1.000000e+00> : tensor<4xf32>
  // CHECK: dsv4.rms_norm(%{{.*}}, %[[W]])
  %w = arith.constant dense<1.0> : tensor<4xf32>
  %y = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-5} : (tensor<?x?xf32>, tensor<4xf32>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

// CHECK-LABEL: func @not_one
func.func @not_one(%x: tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>) {
  // The nearest neighbour of 1 in f32.
  // CHECK-DAG: %[[NEAR:.*]] = arith.constant dense<1.00000012> : tensor<4xf32>
  // CHECK-DAG: %[[MINUS:.*]] = arith.constant dense<-1.000000e+00> : tensor<4xf32>
  // CHECK-DAG: %[[MIXED:.*]] = arith.constant dense<[1.000000e+00, 1.000000e+00, 1.000000e+00, 2.000000e+00]> : tensor<4xf32>
  %near = arith.constant dense<0x3F800001> : tensor<4xf32>
  %minus = arith.constant dense<-1.0> : tensor<4xf32>
  %mixed = arith.constant dense<[1.0, 1.0, 1.0, 2.0]> : tensor<4xf32>
  // CHECK: dsv4.rms_norm(%{{.*}}, %[[NEAR]])
  %0 = dsv4.rms_norm(%x, %near) {norm_eps = 1.0e-5} : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  // CHECK: dsv4.rms_norm(%{{.*}}, %[[MINUS]])
  %1 = dsv4.rms_norm(%x, %minus) {norm_eps = 1.0e-5} : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  // CHECK: dsv4.rms_norm(%{{.*}}, %[[MIXED]])
  %2 = dsv4.rms_norm(%x, %mixed) {norm_eps = 1.0e-5} : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  return %0, %1, %2 : tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>
}

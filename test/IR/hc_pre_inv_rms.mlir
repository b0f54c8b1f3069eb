// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<2x3x4x64xbf16>
func.func @static(%x: tensor<2x3x4x64xbf16>) -> tensor<2x3x1xf32> {
  // CHECK: dsv4.hc_pre_inv_rms(%[[X]]) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<2x3x4x64xbf16>) -> tensor<2x3x1xf32>
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<2x3x4x64xbf16>) -> tensor<2x3x1xf32>
  return %inv : tensor<2x3x1xf32>
}

// One token without leading dimensions.
// CHECK-LABEL: func @one_token
func.func @one_token(%x: tensor<4x63xf16>) -> tensor<1xf32> {
  // CHECK: dsv4.hc_pre_inv_rms({{.*}}) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<4x63xf16>) -> tensor<1xf32>
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<4x63xf16>) -> tensor<1xf32>
  return %inv : tensor<1xf32>
}

// h is not 4 and must be static; all else may be dynamic.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x3x?xf32>) -> tensor<?x1xf32> {
  // CHECK: dsv4.hc_pre_inv_rms({{.*}}) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<?x3x?xf32>) -> tensor<?x1xf32>
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<?x3x?xf32>) -> tensor<?x1xf32>
  return %inv : tensor<?x1xf32>
}

// CHECK-LABEL: func @result_knows_less
func.func @result_knows_less(%x: tensor<5x4x64xf32>) -> tensor<?x?xf32> {
  // CHECK: dsv4.hc_pre_inv_rms({{.*}}) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<5x4x64xf32>) -> tensor<?x?xf32>
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xf32>) -> tensor<?x?xf32>
  return %inv : tensor<?x?xf32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%x: tensor<0x4x64xf32>) -> tensor<0x1xf32> {
  // CHECK: dsv4.hc_pre_inv_rms({{.*}}) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<0x4x64xf32>) -> tensor<0x1xf32>
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<0x4x64xf32>) -> tensor<0x1xf32>
  return %inv : tensor<0x1xf32>
}

// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<2x3x64xbf16>, %[[W:.*]]: tensor<64xf32>
func.func @static(%x: tensor<2x3x64xbf16>, %w: tensor<64xf32>) -> tensor<2x3x64xbf16> {
  // CHECK: dsv4.rms_norm(%[[X]], %[[W]]) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<2x3x64xbf16>, tensor<64xf32>) -> tensor<2x3x64xbf16>
  %y = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<2x3x64xbf16>, tensor<64xf32>) -> tensor<2x3x64xbf16>
  return %y : tensor<2x3x64xbf16>
}

// The per-head normalisation of the queries.
// CHECK-LABEL: func @without_weight
// CHECK-SAME: %[[X:.*]]: tensor<2x3x8x512xbf16>
func.func @without_weight(%x: tensor<2x3x8x512xbf16>) -> tensor<2x3x8x512xbf16> {
  // CHECK: dsv4.rms_norm(%[[X]]) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<2x3x8x512xbf16>) -> tensor<2x3x8x512xbf16>
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x3x8x512xbf16>) -> tensor<2x3x8x512xbf16>
  return %y : tensor<2x3x8x512xbf16>
}

// Rank 1 is one vector; x and weight may have different types.
// CHECK-LABEL: func @vector
func.func @vector(%x: tensor<7xf16>, %w: tensor<7xbf16>) -> tensor<7xf16> {
  // CHECK: dsv4.rms_norm({{.*}}) {norm_eps = 9.9999999999999995E-21 : f64} : (tensor<7xf16>, tensor<7xbf16>) -> tensor<7xf16>
  %y = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-20} : (tensor<7xf16>, tensor<7xbf16>) -> tensor<7xf16>
  return %y : tensor<7xf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?xf32>, %w: tensor<?xf32>) -> tensor<?x?x?xf32> {
  // CHECK: dsv4.rms_norm({{.*}}) {norm_eps = 1.000000e-05 : f64} : (tensor<?x?x?xf32>, tensor<?xf32>) -> tensor<?x?x?xf32>
  %y = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-5} : (tensor<?x?x?xf32>, tensor<?xf32>) -> tensor<?x?x?xf32>
  return %y : tensor<?x?x?xf32>
}

// A result may know less, or more, than its operands.
// CHECK-LABEL: func @mixed
func.func @mixed(%x: tensor<2x?xf32>, %w: tensor<65xf32>) -> (tensor<?x?xf32>, tensor<2x65xf32>) {
  // CHECK: (tensor<2x?xf32>, tensor<65xf32>) -> tensor<?x?xf32>
  %less = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-5} : (tensor<2x?xf32>, tensor<65xf32>) -> tensor<?x?xf32>
  // CHECK: (tensor<2x?xf32>) -> tensor<2x65xf32>
  %more = dsv4.rms_norm(%x) {norm_eps = 1.0e-5} : (tensor<2x?xf32>) -> tensor<2x65xf32>
  return %less, %more : tensor<?x?xf32>, tensor<2x65xf32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%x: tensor<0x64xf32>) -> tensor<0x64xf32> {
  // CHECK: dsv4.rms_norm({{.*}}) {norm_eps = 1.000000e-05 : f64} : (tensor<0x64xf32>) -> tensor<0x64xf32>
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-5} : (tensor<0x64xf32>) -> tensor<0x64xf32>
  return %y : tensor<0x64xf32>
}

// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<2x3x4x64xbf16>, %[[FN:.*]]: tensor<4x256xf32>, %[[SCALE:.*]]: tensor<1xf32>, %[[BASE:.*]]: tensor<4xf32>
func.func @static(%x: tensor<2x3x4x64xbf16>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) -> tensor<2x3x64xbf16> {
  // CHECK: dsv4.hc_head(%[[X]], %[[FN]], %[[SCALE]], %[[BASE]]) {hc_eps = 9.9999999999999995E-7 : f64, norm_eps = 1.000000e-05 : f64}
  // CHECK-SAME: : (tensor<2x3x4x64xbf16>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>) -> tensor<2x3x64xbf16>
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-5}
      : (tensor<2x3x4x64xbf16>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>) -> tensor<2x3x64xbf16>
  return %y : tensor<2x3x64xbf16>
}

// h = 3, D = 7, one token without leading dimensions.
// CHECK-LABEL: func @one_token
func.func @one_token(%x: tensor<3x7xf16>, %fn: tensor<3x21xf32>, %scale: tensor<1xf32>, %base: tensor<3xf32>) -> tensor<7xf16> {
  // CHECK: : (tensor<3x7xf16>, tensor<3x21xf32>, tensor<1xf32>, tensor<3xf32>) -> tensor<7xf16>
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<3x7xf16>, tensor<3x21xf32>, tensor<1xf32>, tensor<3xf32>) -> tensor<7xf16>
  return %y : tensor<7xf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x4x?xf32>, %fn: tensor<?x?xf32>, %scale: tensor<?xf32>, %base: tensor<?xf32>) -> tensor<?x?xf32> {
  // CHECK: : (tensor<?x4x?xf32>, tensor<?x?xf32>, tensor<?xf32>, tensor<?xf32>) -> tensor<?x?xf32>
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<?x4x?xf32>, tensor<?x?xf32>, tensor<?xf32>, tensor<?xf32>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

// hc_fn knows D = 256 / 4.
// CHECK-LABEL: func @mixed
func.func @mixed(%x: tensor<5x4x?xf32>, %fn: tensor<?x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) -> tensor<5x64xf32> {
  // CHECK: : (tensor<5x4x?xf32>, tensor<?x256xf32>, tensor<1xf32>, tensor<4xf32>) -> tensor<5x64xf32>
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x?xf32>, tensor<?x256xf32>, tensor<1xf32>, tensor<4xf32>) -> tensor<5x64xf32>
  return %y : tensor<5x64xf32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%x: tensor<0x1x1xf32>, %fn: tensor<1x1xf32>, %scale: tensor<1xf32>, %base: tensor<1xf32>) -> tensor<0x1xf32> {
  // CHECK: : (tensor<0x1x1xf32>, tensor<1x1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<0x1xf32>
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<0x1x1xf32>, tensor<1x1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<0x1xf32>
  return %y : tensor<0x1xf32>
}

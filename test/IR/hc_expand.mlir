// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<2x5x4096xbf16>
func.func @static(%x: tensor<2x5x4096xbf16>) -> tensor<2x5x4x4096xbf16> {
  // CHECK: dsv4.hc_expand(%[[X]]) {hc_mult = 4 : i64} : (tensor<2x5x4096xbf16>) -> tensor<2x5x4x4096xbf16>
  %y = dsv4.hc_expand(%x) {hc_mult = 4 : i64} : (tensor<2x5x4096xbf16>) -> tensor<2x5x4x4096xbf16>
  return %y : tensor<2x5x4x4096xbf16>
}

// CHECK-LABEL: func @vector
func.func @vector(%x: tensor<0xf16>) -> tensor<1x0xf16> {
  // CHECK: {hc_mult = 1 : i64} : (tensor<0xf16>) -> tensor<1x0xf16>
  %y = dsv4.hc_expand(%x) {hc_mult = 1 : i64} : (tensor<0xf16>) -> tensor<1x0xf16>
  return %y : tensor<1x0xf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?xf32>) -> tensor<?x?x?x64xf32> {
  // CHECK: {hc_mult = 2 : i64} : (tensor<?x?x?xf32>) -> tensor<?x?x?x64xf32>
  %y = dsv4.hc_expand(%x) {hc_mult = 2 : i64} : (tensor<?x?x?xf32>) -> tensor<?x?x?x64xf32>
  return %y : tensor<?x?x?x64xf32>
}

// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// V4-Flash: 8 groups of 8 heads.
// CHECK-LABEL: func @static
// CHECK-SAME: %[[O:.*]]: tensor<1x5x64x512xbf16>, %[[W:.*]]: tensor<8192x4096xbf16>
func.func @static(%o: tensor<1x5x64x512xbf16>, %w: tensor<8192x4096xbf16>) -> tensor<1x5x8192xbf16> {
  // CHECK: dsv4.grouped_linear(%[[O]], %[[W]]) {groups = 8 : i64} : (tensor<1x5x64x512xbf16>, tensor<8192x4096xbf16>) -> tensor<1x5x8192xbf16>
  %u = dsv4.grouped_linear(%o, %w) {groups = 8 : i64} : (tensor<1x5x64x512xbf16>, tensor<8192x4096xbf16>) -> tensor<1x5x8192xbf16>
  return %u : tensor<1x5x8192xbf16>
}

// One group is a projection of all heads. The weight may have another type.
// CHECK-LABEL: func @one_group
func.func @one_group(%o: tensor<2x3x4x16xf16>, %w: tensor<10x64xf32>) -> tensor<2x3x10xf16> {
  // CHECK: {groups = 1 : i64} : (tensor<2x3x4x16xf16>, tensor<10x64xf32>) -> tensor<2x3x10xf16>
  %u = dsv4.grouped_linear(%o, %w) {groups = 1 : i64} : (tensor<2x3x4x16xf16>, tensor<10x64xf32>) -> tensor<2x3x10xf16>
  return %u : tensor<2x3x10xf16>
}

// Heads, their width and the rows of the weight are static.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%o: tensor<?x?x4x16xf32>, %w: tensor<12x?xf32>) -> tensor<?x?x?xf32> {
  // CHECK: : (tensor<?x?x4x16xf32>, tensor<12x?xf32>) -> tensor<?x?x?xf32>
  %u = dsv4.grouped_linear(%o, %w) {groups = 4 : i64} : (tensor<?x?x4x16xf32>, tensor<12x?xf32>) -> tensor<?x?x?xf32>
  return %u : tensor<?x?x?xf32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%o: tensor<1x0x4x16xf32>, %w: tensor<0x32xf32>) -> tensor<1x0x0xf32> {
  // CHECK: : (tensor<1x0x4x16xf32>, tensor<0x32xf32>) -> tensor<1x0x0xf32>
  %u = dsv4.grouped_linear(%o, %w) {groups = 2 : i64} : (tensor<1x0x4x16xf32>, tensor<0x32xf32>) -> tensor<1x0x0xf32>
  return %u : tensor<1x0x0xf32>
}

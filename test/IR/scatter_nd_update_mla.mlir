// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[ROWS:.*]]: tensor<2x5x512xbf16>, %[[CACHE:.*]]: tensor<2x128x512xbf16>, %[[SLOTS:.*]]: tensor<2x5xi32>
func.func @static(%rows: tensor<2x5x512xbf16>, %cache: tensor<2x128x512xbf16>, %slots: tensor<2x5xi32>) -> tensor<2x128x512xbf16> {
  // CHECK: dsv4.scatter_nd_update_mla(%[[ROWS]], %[[CACHE]], %[[SLOTS]]) : (tensor<2x5x512xbf16>, tensor<2x128x512xbf16>, tensor<2x5xi32>) -> tensor<2x128x512xbf16>
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x512xbf16>, tensor<2x128x512xbf16>, tensor<2x5xi32>) -> tensor<2x128x512xbf16>
  return %c : tensor<2x128x512xbf16>
}

// More rows than slots: those of a long prompt that do not stay have the slot -1.
// CHECK-LABEL: func @more_rows_than_slots
func.func @more_rows_than_slots(%rows: tensor<1x21x32xf32>, %cache: tensor<1x8x32xf32>, %slots: tensor<1x21xi32>) -> tensor<1x8x32xf32> {
  // CHECK: : (tensor<1x21x32xf32>, tensor<1x8x32xf32>, tensor<1x21xi32>) -> tensor<1x8x32xf32>
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<1x21x32xf32>, tensor<1x8x32xf32>, tensor<1x21xi32>) -> tensor<1x8x32xf32>
  return %c : tensor<1x8x32xf32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%rows: tensor<?x?x?xf16>, %cache: tensor<?x?x512xf16>, %slots: tensor<2x?xi32>) -> tensor<?x?x?xf16> {
  // CHECK: : (tensor<?x?x?xf16>, tensor<?x?x512xf16>, tensor<2x?xi32>) -> tensor<?x?x?xf16>
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<?x?x?xf16>, tensor<?x?x512xf16>, tensor<2x?xi32>) -> tensor<?x?x?xf16>
  return %c : tensor<?x?x?xf16>
}

// CHECK-LABEL: func @nothing_to_write
func.func @nothing_to_write(%rows: tensor<2x0x512xf32>, %cache: tensor<2x0x512xf32>, %slots: tensor<2x0xi32>) -> tensor<2x0x512xf32> {
  // CHECK: : (tensor<2x0x512xf32>, tensor<2x0x512xf32>, tensor<2x0xi32>) -> tensor<2x0x512xf32>
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<2x0x512xf32>, tensor<2x0x512xf32>, tensor<2x0xi32>) -> tensor<2x0x512xf32>
  return %c : tensor<2x0x512xf32>
}

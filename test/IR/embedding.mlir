// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[IDS:.*]]: tensor<2x5xi32>, %[[TABLE:.*]]: tensor<129280x4096xbf16>
func.func @static(%ids: tensor<2x5xi32>, %table: tensor<129280x4096xbf16>) -> tensor<2x5x4096xbf16> {
  // CHECK: dsv4.embedding(%[[IDS]], %[[TABLE]]) : (tensor<2x5xi32>, tensor<129280x4096xbf16>) -> tensor<2x5x4096xbf16>
  %y = dsv4.embedding(%ids, %table) : (tensor<2x5xi32>, tensor<129280x4096xbf16>) -> tensor<2x5x4096xbf16>
  return %y : tensor<2x5x4096xbf16>
}

// One id: a tensor of rank 0.
// CHECK-LABEL: func @scalar
func.func @scalar(%id: tensor<i64>, %table: tensor<1x0xf16>) -> tensor<0xf16> {
  // CHECK: : (tensor<i64>, tensor<1x0xf16>) -> tensor<0xf16>
  %y = dsv4.embedding(%id, %table) : (tensor<i64>, tensor<1x0xf16>) -> tensor<0xf16>
  return %y : tensor<0xf16>
}

// The size of the vocabulary is static.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%ids: tensor<?x?xi64>, %table: tensor<100x?xf32>) -> tensor<?x5x?xf32> {
  // CHECK: : (tensor<?x?xi64>, tensor<100x?xf32>) -> tensor<?x5x?xf32>
  %y = dsv4.embedding(%ids, %table) : (tensor<?x?xi64>, tensor<100x?xf32>) -> tensor<?x5x?xf32>
  return %y : tensor<?x5x?xf32>
}

// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[IDS:.*]]: tensor<2x5xi32>, %[[START:.*]]: tensor<2xi32>, %[[LENS:.*]]: tensor<2xi32>
func.func @static(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5xi32> {
  // CHECK: dsv4.ring_slots(%[[IDS]], %[[START]], %[[LENS]]) {window = 128 : i64} : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5xi32>
  %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 128 : i64} : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5xi32>
  return %slots : tensor<2x5xi32>
}

// Of `tokens` only the shape counts.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?xbf16>, %start: tensor<?xi32>, %lens: tensor<2xi32>) -> tensor<?x7xi32> {
  // CHECK: {window = 1 : i64} : (tensor<?x?xbf16>, tensor<?xi32>, tensor<2xi32>) -> tensor<?x7xi32>
  %slots = dsv4.ring_slots(%x, %start, %lens) {window = 1 : i64} : (tensor<?x?xbf16>, tensor<?xi32>, tensor<2xi32>) -> tensor<?x7xi32>
  return %slots : tensor<?x7xi32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%ids: tensor<2x0xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x0xi32> {
  // CHECK: {window = 2147483647 : i64} : (tensor<2x0xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x0xi32>
  %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 2147483647 : i64} : (tensor<2x0xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x0xi32>
  return %slots : tensor<2x0xi32>
}

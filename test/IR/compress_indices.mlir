// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// The width follows from the positions, which the types do not know.
// CHECK-LABEL: func @positions_give_the_width
// CHECK-SAME: %[[IDS:.*]]: tensor<2x5xi32>, %[[START:.*]]: tensor<2xi32>, %[[LENS:.*]]: tensor<2xi32>
func.func @positions_give_the_width(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x?xi32> {
  // CHECK: dsv4.compress_indices(%[[IDS]], %[[START]], %[[LENS]]) {offset = 133 : i64, ratio = 128 : i64}
  // CHECK-SAME: : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x?xi32>
  %i = dsv4.compress_indices(%ids, %start, %lens) {offset = 133 : i64, ratio = 128 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x?xi32>
  return %i : tensor<2x5x?xi32>
}

// A declared width is padded to.
// CHECK-LABEL: func @declared_width
func.func @declared_width(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x40xi32> {
  // CHECK: dsv4.compress_indices(%{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}}) {ratio = 4 : i64} : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x40xi32>
  %i = dsv4.compress_indices(%ids, %start, %lens) {offset = 0 : i64, ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x40xi32>
  return %i : tensor<2x5x40xi32>
}

// Before the first compressed row there is none to see.
// CHECK-LABEL: func @no_rows
func.func @no_rows(%ids: tensor<2x3xf32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x3x0xi32> {
  // CHECK: : (tensor<2x3xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x0xi32>
  %i = dsv4.compress_indices(%ids, %start, %lens) {ratio = 4 : i64} : (tensor<2x3xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x0xi32>
  return %i : tensor<2x3x0xi32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%ids: tensor<?x?xi32>, %start: tensor<3xi32>, %lens: tensor<?xi32>) -> tensor<?x?x?xi32> {
  // CHECK: {offset = 2147483647 : i64, ratio = 2147483647 : i64} : (tensor<?x?xi32>, tensor<3xi32>, tensor<?xi32>) -> tensor<?x?x?xi32>
  %i = dsv4.compress_indices(%ids, %start, %lens) {offset = 2147483647 : i64, ratio = 2147483647 : i64}
      : (tensor<?x?xi32>, tensor<3xi32>, tensor<?xi32>) -> tensor<?x?x?xi32>
  return %i : tensor<?x?x?xi32>
}

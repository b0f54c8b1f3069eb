// RUN: dsv4-opt %s -canonicalize | FileCheck %s

// Without rows the cache stays as it is.
// CHECK-LABEL: func @no_rows
// CHECK-SAME: %{{.*}}: tensor<2x0x16xf32>, %[[CACHE:.*]]: tensor<2x8x16xf32>
func.func @no_rows(%rows: tensor<2x0x16xf32>, %cache: tensor<2x8x16xf32>, %slots: tensor<2x0xi32>) -> tensor<2x8x16xf32> {
  // CHECK-NEXT: return %[[CACHE]]
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<2x0x16xf32>, tensor<2x8x16xf32>, tensor<2x0xi32>) -> tensor<2x8x16xf32>
  return %c : tensor<2x8x16xf32>
}

// Nor does a row with a negative slot change it.
// CHECK-LABEL: func @all_skipped
// CHECK-SAME: %{{.*}}: tensor<2x3x16xf32>, %[[CACHE:.*]]: tensor<2x8x16xf32>
func.func @all_skipped(%rows: tensor<2x3x16xf32>, %cache: tensor<2x8x16xf32>) -> tensor<2x8x16xf32> {
  // CHECK-NEXT: return %[[CACHE]]
  %slots = arith.constant dense<[[-1, -1, -7], [-1, -2147483648, -1]]> : tensor<2x3xi32>
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<2x3x16xf32>, tensor<2x8x16xf32>, tensor<2x3xi32>) -> tensor<2x8x16xf32>
  return %c : tensor<2x8x16xf32>
}

// CHECK-LABEL: func @one_written
func.func @one_written(%rows: tensor<2x3x16xf32>, %cache: tensor<2x8x16xf32>) -> tensor<2x8x16xf32> {
  // CHECK: dsv4.scatter_nd_update_mla
  %slots = arith.constant dense<[[-1, -1, -1], [-1, 0, -1]]> : tensor<2x3xi32>
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<2x3x16xf32>, tensor<2x8x16xf32>, tensor<2x3xi32>) -> tensor<2x8x16xf32>
  return %c : tensor<2x8x16xf32>
}

// That the sizes agree is checked when the program runs: the op stays.
// CHECK-LABEL: func @checked_at_run_time
func.func @checked_at_run_time(%rows: tensor<?x0x16xf32>, %cache: tensor<2x8x16xf32>, %slots: tensor<2x0xi32>) -> tensor<2x8x16xf32> {
  // CHECK: dsv4.scatter_nd_update_mla
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<?x0x16xf32>, tensor<2x8x16xf32>, tensor<2x0xi32>) -> tensor<2x8x16xf32>
  return %c : tensor<2x8x16xf32>
}

// The result claims a size that the cache does not say: that is checked too.
// CHECK-LABEL: func @claimed
func.func @claimed(%rows: tensor<2x0x16xf32>, %cache: tensor<2x?x16xf32>, %slots: tensor<2x0xi32>) -> tensor<2x8x16xf32> {
  // CHECK: dsv4.scatter_nd_update_mla
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<2x0x16xf32>, tensor<2x?x16xf32>, tensor<2x0xi32>) -> tensor<2x8x16xf32>
  return %c : tensor<2x8x16xf32>
}

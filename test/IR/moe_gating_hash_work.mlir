// Work of moe_gating_hash: T tokens, K experts per row of the table. Only what is looked up is read.
// RUN: dsv4-opt %s --dsv4-print-work=function=main -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work=function=wide_integers -o /dev/null | FileCheck %s --check-prefix=WIDE

// T = 9, K = 6: of the 129,280 x 6 table and the 9 x 256 scores 9 * 6 entries each.
//   vector   T * (2K + 1) = 117: route_scale, sum and norm_eps    special  T * K = 54
//   gathered T * K * 4 of scores + T * K * 4 of the table = 432
//   indices  T * 4 = 36     write  T * K * (4 + 4) = 432
// CHECK-LABEL: kernel moe_gating_hash, dsv4.moe_gating_hash
// CHECK-NEXT:  vector f32: 117 flop
// CHECK-NEXT:  special_function f32: 54 flop
// CHECK-NEXT:  read gathered_rows: 432 bytes
// CHECK-NEXT:  read indices: 36 bytes
// CHECK-NEXT:  write: 432 bytes
// CHECK-NEXT:  parallel tiles: 9
func.func @main(%scores: tensor<9x256xf32>, %ids: tensor<9xi32>, %table: tensor<129280x6xi32>)
    -> (tensor<9x6xf32>, tensor<9x6xi32>) {
  %w, %i = dsv4.moe_gating_hash(%scores, %ids, %table) {route_scale = 1.5}
      : (tensor<9x256xf32>, tensor<9xi32>, tensor<129280x6xi32>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
  return %w, %i : tensor<9x6xf32>, tensor<9x6xi32>
}

// i64 ids and table as in the checkpoint, weights not normalised:
//   vector T * K = 54; gathered 9 * 6 * 4 + 9 * 6 * 8 = 648; indices 72
// WIDE-LABEL: kernel moe_gating_hash, dsv4.moe_gating_hash
// WIDE-NEXT:  vector f32: 54 flop
// WIDE-NEXT:  read gathered_rows: 648 bytes
// WIDE-NEXT:  read indices: 72 bytes
func.func @wide_integers(%scores: tensor<9x256xf32>, %ids: tensor<9xi64>, %table: tensor<129280x6xi64>)
    -> (tensor<9x6xf32>, tensor<9x6xi32>) {
  %w, %i = dsv4.moe_gating_hash(%scores, %ids, %table) {normalize = false}
      : (tensor<9x256xf32>, tensor<9xi64>, tensor<129280x6xi64>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
  return %w, %i : tensor<9x6xf32>, tensor<9x6xi32>
}

// Work of rope_table: P positions, rd channels.
// RUN: dsv4-opt %s --dsv4-print-work=function=all -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work=function=tables -o /dev/null | FileCheck %s --check-prefix=TABLES

// P = 6, rd = 64.
//   vector   P * rd/2 = 192 angles        special  P * rd = 384 cosines and sines
//   read     4P = 24                      write    2 * 4 * 192 = 1536, frequencies 4 * 32 = 128: 1664
// CHECK-LABEL: kernel rope_table, dsv4.rope_table
// CHECK-NEXT:  vector f32: 192 flop
// CHECK-NEXT:  special_function f32: 384 flop
// CHECK-NEXT:  read indices: 24 bytes
// CHECK-NEXT:  write: 1664 bytes
// CHECK-NEXT:  parallel tiles: 1
// CHECK-NEXT:  sizes: rope_dim 64, tokens 6
func.func @all(%positions: tensor<2x3xi32>) -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>) {
  %cos, %sin, %f = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>) -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return %cos, %sin, %f : tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>
}

// Frequencies that nobody uses are not written: 1536. YaRN changes constants only.
// TABLES-LABEL: kernel rope_table, dsv4.rope_table
// TABLES-NEXT:  vector f32: 192 flop
// TABLES-NEXT:  special_function f32: 384 flop
// TABLES-NEXT:  read indices: 24 bytes
// TABLES-NEXT:  write: 1536 bytes
func.func @tables(%positions: tensor<2x3xi32>) -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>) {
  %cos, %sin, %f = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.6e5, yarn_factor = 16.0}
      : (tensor<2x3xi32>) -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return %cos, %sin : tensor<2x3x32xf32>, tensor<2x3x32xf32>
}

// Work of grouped_linear: T tokens, groups of P inputs and R outputs.
// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null | FileCheck %s

// V4-Flash: T = 5, 64 heads of 512 in 8 groups, P = 4096, R = 1024.
//   matrix   T * 2HdR = 5 * 67108864 = 335544320 (the specification: 67.1 M per token)
//   weights  8192 * 4096 * 2 = 67108864      read  5 * 32768 * 2 = 327680      write  5 * 8192 * 2 = 81920
//   tiles    8 groups of 1024 / 64
// CHECK-LABEL: kernel grouped_linear, dsv4.grouped_linear
// CHECK-NEXT:  matrix bf16: 335544320 flop
// CHECK-NEXT:  read weights: 67108864 bytes
// CHECK-NEXT:  read activations: 327680 bytes
// CHECK-NEXT:  write: 81920 bytes
// CHECK-NEXT:  parallel tiles: 128
// CHECK-NEXT:  sizes: groups 8, k 4096, m 5, n 1024, tokens 5
func.func @main(%o: tensor<1x5x64x512xbf16>, %wo_a: tensor<8192x4096xbf16>) -> tensor<1x5x8192xbf16> {
  %u = dsv4.grouped_linear(%o, %wo_a) {groups = 8 : i64}
      : (tensor<1x5x64x512xbf16>, tensor<8192x4096xbf16>) -> tensor<1x5x8192xbf16>
  return %u : tensor<1x5x8192xbf16>
}

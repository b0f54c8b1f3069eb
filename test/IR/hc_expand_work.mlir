// Work of hc_expand: T tokens of D, written h times.
// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null | FileCheck %s

// T = 10, D = 4096, h = 4, bf16: read 81920, write 327680.
// CHECK-LABEL: kernel hc_expand, dsv4.hc_expand
// CHECK-NEXT:  read activations: 81920 bytes
// CHECK-NEXT:  write: 327680 bytes
// CHECK-NEXT:  parallel tiles: 160
// CHECK-NEXT:  sizes: hc_mult 4, hidden_size 4096, tokens 10
func.func @main(%x: tensor<2x5x4096xbf16>) -> tensor<2x5x4x4096xbf16> {
  %y = dsv4.hc_expand(%x) {hc_mult = 4 : i64} : (tensor<2x5x4096xbf16>) -> tensor<2x5x4x4096xbf16>
  return %y : tensor<2x5x4x4096xbf16>
}

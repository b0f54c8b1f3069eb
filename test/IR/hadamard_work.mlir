// Work of hadamard: T rows of n, by the fast transform.
// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null | FileCheck %s

// T = 5, n = 128: vector T * n(log2 n + 1) = 5 * 128 * 8 = 5120; read 2 * 640 = 1280, write 1280.
// CHECK-LABEL: kernel hadamard, dsv4.hadamard
// CHECK-NEXT:  vector f32: 5120 flop
// CHECK-NEXT:  read activations: 1280 bytes
// CHECK-NEXT:  write: 1280 bytes
// CHECK-NEXT:  parallel tiles: 1
// CHECK-NEXT:  sizes: tokens 5, width 128
func.func @main(%x: tensor<5x128xbf16>) -> tensor<5x128xbf16> {
  %y = dsv4.hadamard(%x) : (tensor<5x128xbf16>) -> tensor<5x128xbf16>
  return %y : tensor<5x128xbf16>
}

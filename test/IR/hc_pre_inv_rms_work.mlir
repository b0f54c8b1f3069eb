// Work of hc_pre_inv_rms: T tokens of h streams of D.
// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null | FileCheck %s

// T = 2 * 3 = 6, h = 4, D = 64.
//   vector   T * (2hD + 2)  = 6 * (512 + 2)   = 3084: square and sum of each element; mean, norm_eps
//   special  T              = 6: the reciprocal root
//   read     T * hD * 2     = 6 * 256 * 2     = 3072 (bf16)
//   write    T * 4          = 24
// CHECK-LABEL: kernel hc_pre_inv_rms, dsv4.hc_pre_inv_rms
// CHECK-SAME:  launches 1
// CHECK-NEXT:  vector f32: 3084 flop
// CHECK-NEXT:  special_function f32: 6 flop
// CHECK-NEXT:  read activations: 3072 bytes
// CHECK-NEXT:  write: 24 bytes
// CHECK-NEXT:  parallel tiles: 6
// CHECK-NEXT:  sizes: element_bytes 2, hc_mult 4, hidden_size 64, tokens 6
// CHECK-NOT:   kernel
func.func @main(%x: tensor<2x3x4x64xbf16>) -> tensor<2x3x1xf32> {
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<2x3x4x64xbf16>) -> tensor<2x3x1xf32>
  return %inv : tensor<2x3x1xf32>
}

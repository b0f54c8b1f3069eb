// Work of rms_norm: T rows of D.
// RUN: dsv4-opt %s --dsv4-print-work=function=main -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work=function=no_weight -o /dev/null | FileCheck %s --check-prefix=PLAIN

// T = 6, D = 64.
//   vector   T * (4D + 2) = 6 * 258 = 1548: square, sum, two products; mean, norm_eps
//   special  T = 6
//   weights  D * 4 = 256 once    read  6 * 64 * 2 = 768    write  768
// CHECK-LABEL: kernel rms_norm, dsv4.rms_norm
// CHECK-NEXT:  vector f32: 1548 flop
// CHECK-NEXT:  special_function f32: 6 flop
// CHECK-NEXT:  read weights: 256 bytes
// CHECK-NEXT:  read activations: 768 bytes
// CHECK-NEXT:  write: 768 bytes
// CHECK-NEXT:  parallel tiles: 6
// CHECK-NEXT:  sizes: hidden_size 64, tokens 6
func.func @main(%x: tensor<2x3x64xbf16>, %w: tensor<64xf32>) -> tensor<2x3x64xbf16> {
  %y = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<2x3x64xbf16>, tensor<64xf32>) -> tensor<2x3x64xbf16>
  return %y : tensor<2x3x64xbf16>
}

// Per-head normalisation has no weight: T * (3D + 2) = 6 * 194 = 1164.
// PLAIN-LABEL: kernel rms_norm, dsv4.rms_norm
// PLAIN-NEXT:  vector f32: 1164 flop
// PLAIN-NEXT:  special_function f32: 6 flop
// PLAIN-NEXT:  read activations: 768 bytes
func.func @no_weight(%x: tensor<2x3x64xbf16>) -> tensor<2x3x64xbf16> {
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x3x64xbf16>) -> tensor<2x3x64xbf16>
  return %y : tensor<2x3x64xbf16>
}

// Work of hc_head: T tokens of h streams of D.
// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null | FileCheck %s

// T = 6, h = 4, D = 64.
//   matrix   T * 2h * hD = 6 * 8 * 256 = 12288: the mix
//   vector   T * (4hD + 2 + 6h) = 6 * (1024 + 2 + 24) = 6300
//   special  T * (1 + 2h) = 54
//            matrix and vector without the small terms: T * 2hD (h + 2), as the specification counts
//   weights  hc_fn 4 * 256 * 4 = 4096, hc_scale 4, hc_base 16: 4116, once
//   read     6 * 256 * 2 = 3072       write  6 * 64 * 2 = 768
// CHECK-LABEL: kernel hc_head, dsv4.hc_head
// CHECK-NEXT:  matrix f32: 12288 flop
// CHECK-NEXT:  vector f32: 6300 flop
// CHECK-NEXT:  special_function f32: 54 flop
// CHECK-NEXT:  read weights: 4116 bytes
// CHECK-NEXT:  read activations: 3072 bytes
// CHECK-NEXT:  write: 768 bytes
// CHECK-NEXT:  parallel tiles: 6
func.func @main(%x: tensor<2x3x4x64xbf16>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>)
    -> tensor<2x3x64xbf16> {
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<2x3x4x64xbf16>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>) -> tensor<2x3x64xbf16>
  return %y : tensor<2x3x64xbf16>
}

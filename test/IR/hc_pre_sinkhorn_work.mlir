// Work of hc_pre_sinkhorn: T tokens of h streams of D, M = (2 + h) h mixes, I iterations.
// RUN: dsv4-opt %s --dsv4-print-work=function=reference -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work=function=rfc_layout -o /dev/null | FileCheck %s --check-prefix=RFC

// T = 6, h = 4, D = 64, M = 24, I = 20, so 2I - 1 = 39 normalisations.
//   vector   T * (2M + 6h + 4h^2 + 39 (h^2 + h) + 2hD)
//          = 6 * (48 + 24 + 64 + 780 + 512) = 6 * 1428 = 8568
//   special  T * (4h + 2h^2 + 39 h^2) = 6 * (16 + 32 + 624) = 6 * 672 = 4032
//   weights  hc_scale 3 * 4 + hc_base 24 * 4 = 108, once
//   read     mix 6 * 24 * 4 = 576 and hidden 6 * 256 * 2 = 3072: 3648
//   write    y 6 * 64 * 2 = 768, post 6 * 4 * 4 = 96, comb 6 * 16 * 4 = 384: 1248
// CHECK-LABEL: kernel hc_pre_sinkhorn, dsv4.hc_pre_sinkhorn
// CHECK-NEXT:  vector f32: 8568 flop
// CHECK-NEXT:  special_function f32: 4032 flop
// CHECK-NEXT:  read weights: 108 bytes
// CHECK-NEXT:  read activations: 3648 bytes
// CHECK-NEXT:  write: 1248 bytes
// CHECK-NEXT:  parallel tiles: 6
// CHECK-NEXT:  sizes: element_bytes 2, hc_mult 4, hidden_size 64, tokens 6
func.func @reference(%mix: tensor<2x3x24xf32>, %x: tensor<2x3x4x64xbf16>, %scale: tensor<3xf32>, %base: tensor<24xf32>)
    -> tensor<2x3x64xbf16> {
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<2x3x24xf32>, tensor<2x3x4x64xbf16>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<2x3x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>)
  return %y : tensor<2x3x64xbf16>
}

// One iteration (one normalisation), f32, h = 2, D = 8, M = 8, T = 5; parameters as [3, h].
//   vector   5 * (16 + 12 + 16 + 6 + 32) = 5 * 82 = 410
//   special  5 * (8 + 8 + 4) = 100
//   weights  2 * 3 * 2 * 4 = 48
// RFC-LABEL: kernel hc_pre_sinkhorn, dsv4.hc_pre_sinkhorn
// RFC-NEXT:  vector f32: 410 flop
// RFC-NEXT:  special_function f32: 100 flop
// RFC-NEXT:  read weights: 48 bytes
// RFC-NEXT:  read activations: 480 bytes
// RFC-NEXT:  write: 280 bytes
func.func @rfc_layout(%mix: tensor<5x8xf32>, %x: tensor<5x2x8xf32>, %scale: tensor<3x2xf32>, %base: tensor<3x2xf32>)
    -> tensor<5x8xf32> {
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 1 : i64}
      : (tensor<5x8xf32>, tensor<5x2x8xf32>, tensor<3x2xf32>, tensor<3x2xf32>)
     -> (tensor<5x8xf32>, tensor<5x2xf32>, tensor<5x2x2xf32>)
  return %y : tensor<5x8xf32>
}

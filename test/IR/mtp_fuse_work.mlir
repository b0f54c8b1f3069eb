// Work of mtp_fuse: T tokens, R = T(1 + h) rows of D: the embeddings and the streams.
// RUN: dsv4-opt %s --dsv4-print-work=function=plain -o /dev/null | FileCheck %s --check-prefix=PLAIN
// RUN: dsv4-opt %s --dsv4-print-work=function=fp8 -o /dev/null | FileCheck %s --check-prefix=FP8

// T = 8, h = 4, D = 32, f32. R = 40.
//   matrix   R * 2D^2 = 81920 (the specification: 10 D^2 per token)
//   vector   R * (4D + 2) = 5200 norms, T * hD = 1024 sums     special  R = 40
//   weights  2 * 128 norms, 2 * 4096: 8448      read  e 1024, x 4096      write  4096
// PLAIN-LABEL: kernel mtp_fuse, dsv4.mtp_fuse
// PLAIN-NEXT:  matrix f32: 81920 flop
// PLAIN-NEXT:  vector f32: 6224 flop
// PLAIN-NEXT:  special_function f32: 40 flop
// PLAIN-NEXT:  read weights: 8448 bytes
// PLAIN-NEXT:  read activations: 5120 bytes
// PLAIN-NEXT:  write: 4096 bytes
// PLAIN-NEXT:  parallel tiles: 2
// PLAIN-NEXT:  sizes: hc_mult 4, hidden_size 32, k 32, m 40, n 32, tokens 8
func.func @plain(%e: tensor<2x4x32xf32>, %x: tensor<2x4x4x32xf32>, %enorm: tensor<32xf32>, %hnorm: tensor<32xf32>,
                 %e_proj: tensor<32x32xf32>, %h_proj: tensor<32x32xf32>) -> tensor<2x4x4x32xf32> {
  %y = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<2x4x32xf32>, tensor<2x4x4x32xf32>, tensor<32xf32>, tensor<32xf32>, tensor<32x32xf32>, tensor<32x32xf32>)
     -> tensor<2x4x4x32xf32>
  return %y : tensor<2x4x4x32xf32>
}

// D = 256 in codes of f8 with 2 * 2 scales. R * 256 = 10240 values quantised in 80 blocks: 51200 + 240.
//   vector   40 * 1026 + 8 * 1024 + 51440 = 100672      special  40 + 80
//   weights  norms 2 * 512, codes 2 * 65536, scales 2 * 4: 132104
// FP8-LABEL: kernel mtp_fuse, dsv4.mtp_fuse
// FP8-NEXT:  matrix f8E4M3FN: 5242880 flop
// FP8-NEXT:  vector f32: 100672 flop
// FP8-NEXT:  special_function f32: 120 flop
// FP8-NEXT:  read weights: 132104 bytes
// FP8-NEXT:  read activations: 20480 bytes
// FP8-NEXT:  write: 16384 bytes
func.func @fp8(%e: tensor<2x4x256xbf16>, %x: tensor<2x4x4x256xbf16>, %enorm: tensor<256xbf16>, %hnorm: tensor<256xbf16>,
               %e_proj: tensor<256x256xf8E4M3FN>, %h_proj: tensor<256x256xf8E4M3FN>, %se: tensor<2x2xf8E8M0FNU>,
               %sh: tensor<2x2xf8E8M0FNU>) -> tensor<2x4x4x256xbf16> {
  %y = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %se, %sh) {norm_eps = 1.0e-6}
      : (tensor<2x4x256xbf16>, tensor<2x4x4x256xbf16>, tensor<256xbf16>, tensor<256xbf16>, tensor<256x256xf8E4M3FN>,
         tensor<256x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>, tensor<2x2xf8E8M0FNU>) -> tensor<2x4x4x256xbf16>
  return %y : tensor<2x4x4x256xbf16>
}

// Work of moe_gating_top_k: T tokens, E experts, K chosen.
// RUN: dsv4-opt %s --dsv4-print-work=function=biased -o /dev/null | FileCheck %s --check-prefix=BIASED
// RUN: dsv4-opt %s --dsv4-print-work=function=plain -o /dev/null | FileCheck %s --check-prefix=PLAIN

// T = 9, E = 256, K = 6, with bias and normalisation.
//   vector   T * (E + E + K + K + 1) = 9 * (512 + 13) = 4725: bias, comparisons, scale, sum and norm_eps
//   special  T * K = 54: divisions
//   weights  E * 4 = 1024 once    read  T * E * 4 = 9216    write  T * K * (4 + 4) = 432
// BIASED-LABEL: kernel moe_gating_top_k, dsv4.moe_gating_top_k
// BIASED-NEXT:  vector f32: 4725 flop
// BIASED-NEXT:  special_function f32: 54 flop
// BIASED-NEXT:  read weights: 1024 bytes
// BIASED-NEXT:  read activations: 9216 bytes
// BIASED-NEXT:  write: 432 bytes
// BIASED-NEXT:  parallel tiles: 9
// BIASED-NEXT:  sizes: experts 256, tokens 9, top_k 6
func.func @biased(%scores: tensor<9x256xf32>, %bias: tensor<256xf32>) -> (tensor<9x6xf32>, tensor<9x6xi32>) {
  %w, %i = dsv4.moe_gating_top_k(%scores, %bias) {route_scale = 1.5, top_k = 6 : i64}
      : (tensor<9x256xf32>, tensor<256xf32>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
  return %w, %i : tensor<9x6xf32>, tensor<9x6xi32>
}

// Without bias and normalisation: T * (E + K) = 9 * 262 = 2358, no division.
// PLAIN-LABEL: kernel moe_gating_top_k, dsv4.moe_gating_top_k
// PLAIN-NEXT:  vector f32: 2358 flop
// PLAIN-NEXT:  read activations: 9216 bytes
// PLAIN-NEXT:  write: 432 bytes
func.func @plain(%scores: tensor<9x256xf32>) -> (tensor<9x6xf32>, tensor<9x6xi32>) {
  %w, %i = dsv4.moe_gating_top_k(%scores) {normalize = false, top_k = 6 : i64}
      : (tensor<9x256xf32>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
  return %w, %i : tensor<9x6xf32>, tensor<9x6xi32>
}

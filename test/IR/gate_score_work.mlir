// Work of gate_score: T tokens of D, E experts.
// RUN: dsv4-opt %s --dsv4-print-work=function=sqrtsoftplus -o /dev/null | FileCheck %s --check-prefix=SQRT
// RUN: dsv4-opt %s --dsv4-print-work=function=sigmoid_f32 -o /dev/null | FileCheck %s --check-prefix=SIGMOID
// RUN: dsv4-opt %s --dsv4-print-work=function=softmax -o /dev/null | FileCheck %s --check-prefix=SOFTMAX

// T = 9, D = 4096, E = 256, all bf16.
//   matrix   T * 2DE = 9 * 2 * 4096 * 256 = 18,874,368 in bf16
//   vector   T * E * 4 = 9216, special T * E * 3 = 6912
//   weights  E * D * 2 = 2,097,152 once    read  T * D * 2 = 73,728    write  T * E * 4 = 9216
//   tiles    ceil(9 / 64) * 256 / 64 = 4
// SQRT-LABEL: kernel gate_score, dsv4.gate_score
// SQRT-NEXT:  matrix bf16: 18874368 flop
// SQRT-NEXT:  vector f32: 9216 flop
// SQRT-NEXT:  special_function f32: 6912 flop
// SQRT-NEXT:  read weights: 2097152 bytes
// SQRT-NEXT:  read activations: 73728 bytes
// SQRT-NEXT:  write: 9216 bytes
// SQRT-NEXT:  parallel tiles: 4
// SQRT-NEXT:  sizes: k 4096, m 9, n 256, tokens 9
func.func @sqrtsoftplus(%x: tensor<9x4096xbf16>, %w: tensor<256x4096xbf16>) -> tensor<9x256xf32> {
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
      : (tensor<9x4096xbf16>, tensor<256x4096xbf16>) -> tensor<9x256xf32>
  return %scores : tensor<9x256xf32>
}

// bf16 activations and f32 weights are multiplied in f32. T = 2, D = 8, E = 3.
//   matrix 2 * 2 * 8 * 3 = 96, vector 2 * 3 * 2 = 12, special 12, weights 3 * 8 * 4 = 96
// SIGMOID-LABEL: kernel gate_score, dsv4.gate_score
// SIGMOID-NEXT:  matrix f32: 96 flop
// SIGMOID-NEXT:  vector f32: 12 flop
// SIGMOID-NEXT:  special_function f32: 12 flop
// SIGMOID-NEXT:  read weights: 96 bytes
// SIGMOID-NEXT:  read activations: 32 bytes
func.func @sigmoid_f32(%x: tensor<2x8xbf16>, %w: tensor<3x8xf32>) -> tensor<2x3xf32> {
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<2x8xbf16>, tensor<3x8xf32>) -> tensor<2x3xf32>
  return %scores : tensor<2x3xf32>
}

// Softmax: maximum, subtraction, sum; exponential, division. T = 2, E = 3: 18 and 12.
// SOFTMAX-LABEL: kernel gate_score, dsv4.gate_score
// SOFTMAX-NEXT:  matrix f16: 96 flop
// SOFTMAX-NEXT:  vector f32: 18 flop
// SOFTMAX-NEXT:  special_function f32: 12 flop
func.func @softmax(%x: tensor<2x8xf16>, %w: tensor<3x8xf16>) -> tensor<2x3xf32> {
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<softmax>}
      : (tensor<2x8xf16>, tensor<3x8xf16>) -> tensor<2x3xf32>
  return %scores : tensor<2x3xf32>
}

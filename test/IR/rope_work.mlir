// Work of rope: rows of d channels, of which rd are rotated.
// RUN: dsv4-opt %s --dsv4-print-work=function=queries -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work=function=keys -o /dev/null | FileCheck %s --check-prefix=KEYS

// 2 * 3 tokens of 64 heads of 512, rd = 64: 384 rows of 32 pairs.
//   vector   6 * 384 * 32 = 73728 (the specification: 3rd = 192 per row)
//   read     2 * 384 * 512 = 393216, tables 2 * 4 * 6 * 32 = 1536: 394752     write  393216
//   tiles    384 * 512 / 1024 = 192
// CHECK-LABEL: kernel rope, dsv4.rope
// CHECK-NEXT:  vector f32: 73728 flop
// CHECK-NEXT:  read activations: 394752 bytes
// CHECK-NEXT:  write: 393216 bytes
// CHECK-NEXT:  parallel tiles: 192
// CHECK-NEXT:  sizes: head_dim 512, heads 64, rope_dim 64, tokens 6
func.func @queries(%q: tensor<2x3x64x512xbf16>, %cos: tensor<2x3x32xf32>, %sin: tensor<2x3x32xf32>)
    -> tensor<2x3x64x512xbf16> {
  %y = dsv4.rope(%q, %cos, %sin)
      : (tensor<2x3x64x512xbf16>, tensor<2x3x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x64x512xbf16>
  return %y : tensor<2x3x64x512xbf16>
}

// One row per token, one table for all requests, turned back: 6 * 6 * 4 = 144; read 4 * 6 * 16 + 2 * 4 * 3 * 4 = 480.
// KEYS-LABEL: kernel rope, dsv4.rope
// KEYS-NEXT:  vector f32: 144 flop
// KEYS-NEXT:  read activations: 480 bytes
// KEYS-NEXT:  write: 384 bytes
// KEYS-NEXT:  parallel tiles: 1
// KEYS-NEXT:  sizes: head_dim 16, heads 1, rope_dim 8, tokens 6
func.func @keys(%k: tensor<2x3x16xf32>, %cos: tensor<3x4xf32>, %sin: tensor<3x4xf32>) -> tensor<2x3x16xf32> {
  %y = dsv4.rope(%k, %cos, %sin) {inverse = true}
      : (tensor<2x3x16xf32>, tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<2x3x16xf32>
  return %y : tensor<2x3x16xf32>
}

// Work of the exchange of tokens, and of the experts between.
// RUN: dsv4-opt %s --dsv4-print-work=function=replicas -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work=function=alone -o /dev/null | FileCheck %s --check-prefix=ALONE

// T = 14 tokens of D = 64 in bf16 with K = 2 of E = 8 experts, n = 4 ranks with L = 2 experts each. A token has at least
// one of 2 experts with the probability 1 - (6 * 5) / (8 * 7) = 13/28, so M = 4 * 14 * 13/28 = 26 rows.
//   message  M * (De + 8K) = 26 * (128 + 16) = 3744
//   read     x 1792, weights 112; indices 112, first_expert 4
//   write    rows 26 * 128 = 3328, their weights and indices 208 each, slots 4 * 14 * 4 = 224, two numbers per rank 32
// CHECK-LABEL: kernel moe_dispatch, dsv4.moe_dispatch
// CHECK-NEXT:  read activations: 1904 bytes
// CHECK-NEXT:  read indices: 116 bytes
// CHECK-NEXT:  write: 4000 bytes
// CHECK-NEXT:  parallel tiles: 14
// CHECK-NEXT:  sizes: element_bytes 2, experts 8, hidden_size 64, message_bytes 3744, messages 26, ranks 4, span 4, tokens 14, top_k 2
// CHECK-NEXT:  assumes: uniform routing

// 56 slots of tokens that could choose: A = 56 * 2 * 2/8 = 28 pairs, and 26 rows. I = 16.
//   matrix   28 * 6DI = 172032       vector  28 * (4I + D) = 3584      special  28 * 2I = 896
//   weights  2(1 - (3/4)^56), all but a ten-millionth: 3 * 2 * 16 * 64 * 2 = 12288
//   read     rows 26 * 128 = 3328, weights 28 * 4 = 112; indices 56 * 2 * 4 = 448 and first_expert, which is no memory
//   write    26 * 64 * 4 = 6656: nobody reads the other slots
// CHECK-LABEL: kernel routed_experts, dsv4.routed_experts
// CHECK-NEXT:  matrix bf16: 172032 flop
// CHECK-NEXT:  vector f32: 3584 flop
// CHECK-NEXT:  special_function f32: 896 flop
// CHECK-NEXT:  read weights: 12288 bytes
// CHECK-NEXT:  read activations: 3440 bytes
// CHECK-NEXT:  read indices: 448 bytes
// CHECK-NEXT:  write: 6656 bytes
// CHECK:       sizes: all_experts 8, experts 2, hidden_size 64, hit_experts 2, intermediate_size 16, tokens 56, top_k 2

//   message  26 * 64 * 4 = 6656      vector  26 * 64 = 1664
//   read     6656; slots 224, two numbers per rank 32     write  14 * 64 * 4 = 3584
// CHECK-LABEL: kernel moe_combine, dsv4.moe_combine
// CHECK-NEXT:  vector f32: 1664 flop
// CHECK-NEXT:  read activations: 6656 bytes
// CHECK-NEXT:  read indices: 256 bytes
// CHECK-NEXT:  write: 3584 bytes
// CHECK-NEXT:  parallel tiles: 14
// CHECK-NEXT:  sizes: element_bytes 4, experts 8, hidden_size 64, message_bytes 6656, messages 26, ranks 4, span 4, tokens 14, top_k 2
// CHECK-NEXT:  assumes: uniform routing
shard.grid @ranks(shape = 4)
func.func @replicas(%x: tensor<14x64xbf16>, %i: tensor<14x2xi32>, %w: tensor<14x2xf32>, %first: tensor<i32>,
                    %w1: tensor<2x16x64xbf16>, %w2: tensor<2x64x16xbf16>) -> tensor<14x64xf32> {
  %rows, %experts, %weights, %slots, %sent, %received = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 0>, ranks = 4 : i64, experts = 8 : i64, experts_per_rank = 2 : i64}
      : (tensor<14x64xbf16>, tensor<14x2xi32>, tensor<14x2xf32>, tensor<i32>)
     -> (tensor<4x14x64xbf16>, tensor<4x14x2xi32>, tensor<4x14x2xf32>, tensor<4x14xi32>, tensor<4xi32>, tensor<4xi32>)
  %y = dsv4.routed_experts(%rows, %experts, %weights, %w1, %w1, %w2) from %first {experts = 8 : i64}
      : (tensor<4x14x64xbf16>, tensor<4x14x2xi32>, tensor<4x14x2xf32>, tensor<2x16x64xbf16>, tensor<2x16x64xbf16>,
         tensor<2x64x16xbf16>, tensor<i32>) -> tensor<4x14x64xf32>
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 0>, experts = 8 : i64, experts_per_rank = 2 : i64, top_k = 2 : i64}
      : (tensor<4x14x64xf32>, tensor<4x14xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<14x64xf32>
  return %z : tensor<14x64xf32>
}

// The same experts where all ranks have the same 56 tokens: every row of the result is written.
// ALONE-LABEL: kernel routed_experts, dsv4.routed_experts
// ALONE-NEXT:  matrix bf16: 172032 flop
// ALONE:       read activations: 3440 bytes
// ALONE-NEXT:  read indices: 448 bytes
// ALONE-NEXT:  write: 14336 bytes
func.func @alone(%x: tensor<56x64xbf16>, %i: tensor<56x2xi32>, %w: tensor<56x2xf32>, %first: tensor<i32>,
                 %w1: tensor<2x16x64xbf16>, %w2: tensor<2x64x16xbf16>) -> tensor<56x64xf32> {
  %y = dsv4.routed_experts(%x, %i, %w, %w1, %w1, %w2) from %first {experts = 8 : i64}
      : (tensor<56x64xbf16>, tensor<56x2xi32>, tensor<56x2xf32>, tensor<2x16x64xbf16>, tensor<2x16x64xbf16>,
         tensor<2x64x16xbf16>, tensor<i32>) -> tensor<56x64xf32>
  return %y : tensor<56x64xf32>
}

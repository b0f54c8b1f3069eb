// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null | FileCheck %s

// moe_dispatch_work.mlir has the numbers of a group of ranks. One rank exchanges nothing: it has a token of each of
// 14 rows with one of the E experts that are here, D = 64: 14 * 64 sums, read 3584, write 3584.
// CHECK-LABEL: kernel moe_combine, dsv4.moe_combine
// CHECK-NEXT:  vector f32: 896 flop
// CHECK-NEXT:  read activations: 3584 bytes
// CHECK-NEXT:  read indices: 64 bytes
// CHECK-NEXT:  write: 3584 bytes
// CHECK-NEXT:  parallel tiles: 14
// CHECK-NEXT:  sizes: element_bytes 4, experts 8, hidden_size 64, messages 14, tokens 14, top_k 2
shard.grid @ranks(shape = 1x4)
func.func @one(%y: tensor<1x14x64xf32>, %slots: tensor<1x14xi32>, %sent: tensor<1xi32>, %received: tensor<1xi32>) -> tensor<14x64xf32> {
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 0>, experts = 8 : i64, experts_per_rank = 8 : i64, top_k = 2 : i64}
      : (tensor<1x14x64xf32>, tensor<1x14xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<14x64xf32>
  return %z : tensor<14x64xf32>
}

// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

shard.grid @ranks(shape = 2x4)

// CHECK-LABEL: func @places
// CHECK-SAME: %[[Y:.*]]: tensor<2x9x64xf32>, %[[SLOTS:.*]]: tensor<2x9xi32>, %[[SENT:.*]]: tensor<2xi32>, %[[RECEIVED:.*]]: tensor<2xi32>
func.func @places(%y: tensor<2x9x64xf32>, %slots: tensor<2x9xi32>, %sent: tensor<2xi32>, %received: tensor<2xi32>) -> tensor<9x64xf32> {
  // CHECK: dsv4.moe_combine(%[[Y]], %[[SLOTS]], %[[SENT]], %[[RECEIVED]]) {experts = 256 : i64, experts_per_rank = 32 : i64, grid = @ranks, grid_axes = array<i16: 0>, top_k = 6 : i64}
  // CHECK-SAME: : (tensor<2x9x64xf32>, tensor<2x9xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<9x64xf32>
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 0>, experts = 256 : i64, experts_per_rank = 32 : i64, top_k = 6 : i64}
      : (tensor<2x9x64xf32>, tensor<2x9xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<9x64xf32>
  return %z : tensor<9x64xf32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%y: tensor<?x?x?x64xf32>, %slots: tensor<?x?x?xi32>, %sent: tensor<8xi32>, %received: tensor<?xi32>) -> tensor<?x?x64xf32> {
  // CHECK: : (tensor<?x?x?x64xf32>, tensor<?x?x?xi32>, tensor<8xi32>, tensor<?xi32>) -> tensor<?x?x64xf32>
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 0, 1>, experts = 8 : i64, experts_per_rank = 1 : i64, top_k = 6 : i64}
      : (tensor<?x?x?x64xf32>, tensor<?x?x?xi32>, tensor<8xi32>, tensor<?xi32>) -> tensor<?x?x64xf32>
  return %z : tensor<?x?x64xf32>
}

// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

shard.grid @ranks(shape = 2x4)

// CHECK-LABEL: func @places
// CHECK-SAME: %[[X:.*]]: tensor<9x64xbf16>, %[[I:.*]]: tensor<9x6xi32>, %[[W:.*]]: tensor<9x6xf32>, %[[FIRST:.*]]: tensor<i32>
func.func @places(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) -> tensor<2x9x64xbf16> {
  // CHECK: dsv4.moe_dispatch(%[[X]], %[[I]], %[[W]], %[[FIRST]]) {experts = 256 : i64, experts_per_rank = 32 : i64, grid = @ranks, grid_axes = array<i16: 0>, ranks = 2 : i64}
  // CHECK-SAME: : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>) -> (tensor<2x9x64xbf16>, tensor<2x9x6xi32>, tensor<2x9x6xf32>, tensor<2x9xi32>, tensor<2xi32>, tensor<2xi32>)
  %rows, %experts, %weights, %slots, %sent, %received = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 0>, ranks = 2 : i64, experts = 256 : i64, experts_per_rank = 32 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<2x9x64xbf16>, tensor<2x9x6xi32>, tensor<2x9x6xf32>, tensor<2x9xi32>, tensor<2xi32>, tensor<2xi32>)
  return %rows : tensor<2x9x64xbf16>
}

// Sizes of the call are open; two axes are one group.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x64xf32>, %i: tensor<?x?x?xi32>, %w: tensor<?x?x6xf32>, %first: tensor<i32>) -> tensor<8x?x?x6xi32> {
  // CHECK: -> (tensor<8x?x?x64xf32>, tensor<8x?x?x6xi32>, tensor<8x?x?x6xf32>, tensor<8x?x?xi32>, tensor<8xi32>, tensor<8xi32>)
  %rows, %experts, %weights, %slots, %sent, %received = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 0, 1>, ranks = 8 : i64, experts = 8 : i64, experts_per_rank = 1 : i64}
      : (tensor<?x?x64xf32>, tensor<?x?x?xi32>, tensor<?x?x6xf32>, tensor<i32>)
     -> (tensor<8x?x?x64xf32>, tensor<8x?x?x6xi32>, tensor<8x?x?x6xf32>, tensor<8x?x?xi32>, tensor<8xi32>, tensor<8xi32>)
  return %experts : tensor<8x?x?x6xi32>
}

// One token without a dimension.
// CHECK-LABEL: func @one
func.func @one(%x: tensor<64xf16>, %i: tensor<6xi32>, %w: tensor<6xf32>, %first: tensor<i32>) -> tensor<4xi32> {
  // CHECK: -> (tensor<4x64xf16>, tensor<4x6xi32>, tensor<4x6xf32>, tensor<4xi32>, tensor<4xi32>, tensor<4xi32>)
  %rows, %experts, %weights, %slots, %sent, %received = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 8 : i64, experts_per_rank = 2 : i64}
      : (tensor<64xf16>, tensor<6xi32>, tensor<6xf32>, tensor<i32>)
     -> (tensor<4x64xf16>, tensor<4x6xi32>, tensor<4x6xf32>, tensor<4xi32>, tensor<4xi32>, tensor<4xi32>)
  return %slots : tensor<4xi32>
}

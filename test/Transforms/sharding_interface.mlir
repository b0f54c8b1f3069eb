// Upstream's own propagation and partition understand dsv4 ops through ShardingInterface: two annotations give the
// column-then-row division with one sum.
// RUN: dsv4-opt %s --pass-pipeline='builtin.module(func.func(sharding-propagation{traversal=forward-backward},shard-partition),canonicalize)' | FileCheck %s

shard.grid @grid(shape = 4)

// CHECK-LABEL: func @mlp
// CHECK-SAME: %[[X:.*]]: tensor<3x64xf32>, %[[GATE:.*]]: tensor<32x64xf32>, %[[UP:.*]]: tensor<32x64xf32>, %[[DOWN:.*]]: tensor<64x32xf32>)
// CHECK: %[[G:.*]] = dsv4.linear(%[[X]], %[[GATE]]) : {{.*}} -> tensor<3x32xf32>
// CHECK: %[[U:.*]] = dsv4.linear(%[[X]], %[[UP]]) : {{.*}} -> tensor<3x32xf32>
// CHECK: %[[H:.*]] = dsv4.v4_clamped_swiglu(%[[G]], %[[U]])
// CHECK: %[[PART:.*]] = dsv4.linear(%[[H]], %[[DOWN]]) : {{.*}} -> tensor<3x64xf32>
// CHECK: %[[Y:.*]] = shard.all_reduce %[[PART]] on @grid grid_axes = [0]
// CHECK: return %[[Y]]
func.func @mlp(%x: tensor<3x64xf32>, %gate: tensor<128x64xf32>, %up: tensor<128x64xf32>, %down: tensor<64x128xf32>) -> tensor<3x64xf32> {
  %rows = shard.sharding @grid split_axes = [[0]] : !shard.sharding
  %columns = shard.sharding @grid split_axes = [[], [0]] : !shard.sharding
  %whole = shard.sharding @grid split_axes = [[]] : !shard.sharding
  %gate_ = shard.shard %gate to %rows : tensor<128x64xf32>
  %up_ = shard.shard %up to %rows : tensor<128x64xf32>
  %down_ = shard.shard %down to %columns : tensor<64x128xf32>
  %g = dsv4.linear(%x, %gate_) : (tensor<3x64xf32>, tensor<128x64xf32>) -> tensor<3x128xf32>
  %u = dsv4.linear(%x, %up_) : (tensor<3x64xf32>, tensor<128x64xf32>) -> tensor<3x128xf32>
  %h = dsv4.v4_clamped_swiglu(%g, %u) {limit = 10.0} : (tensor<3x128xf32>, tensor<3x128xf32>) -> tensor<3x128xf32>
  %y = dsv4.linear(%h, %down_) : (tensor<3x128xf32>, tensor<64x128xf32>) -> tensor<3x64xf32>
  %y_ = shard.shard %y to %whole : tensor<3x64xf32>
  return %y_ : tensor<3x64xf32>
}

// Groups of the o projection: a rank has its heads and says how many groups they are.
// CHECK-LABEL: func @groups
// CHECK-SAME: %[[O:.*]]: tensor<1x3x2x16xf32>, %[[W:.*]]: tensor<4x32xf32>)
// CHECK: dsv4.grouped_linear(%[[O]], %[[W]]) {groups = 1 : i64} : {{.*}} -> tensor<1x3x4xf32>
func.func @groups(%o: tensor<1x3x8x16xf32>, %w: tensor<16x32xf32>) -> tensor<1x3x16xf32> {
  %heads = shard.sharding @grid split_axes = [[], [], [0]] : !shard.sharding
  %o_ = shard.shard %o to %heads : tensor<1x3x8x16xf32>
  %u = dsv4.grouped_linear(%o_, %w) {groups = 4 : i64} : (tensor<1x3x8x16xf32>, tensor<16x32xf32>) -> tensor<1x3x16xf32>
  %u_ = shard.shard %u to %heads : tensor<1x3x16xf32>
  return %u_ : tensor<1x3x16xf32>
}

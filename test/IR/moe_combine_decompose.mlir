// RUN: dsv4-opt %s -dsv4-decompose -canonicalize | FileCheck %s --implicit-check-not="= dsv4."

shard.grid @ranks(shape = 2x4)

// CHECK-LABEL: func @places
// CHECK-SAME: %[[Y:[^ ]*]]: tensor<2x3x5x64xf32>, %[[SLOTS:[^ ]*]]: tensor<2x3x5xi32>
func.func @places(%y: tensor<2x3x5x64xf32>, %slots: tensor<2x3x5xi32>, %sent: tensor<2xi32>, %received: tensor<2xi32>) -> tensor<3x5x64xf32> {
  // CHECK: %[[BUFFER:.*]] = tensor.collapse_shape %[[Y]] {{\[\[}}0], [1, 2], [3]] : tensor<2x3x5x64xf32> into tensor<2x15x64xf32>
  // CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[SLOTS]] {{\[\[}}0], [1, 2]] : tensor<2x3x5xi32> into tensor<2x15xi32>
  // CHECK: %[[BACK:.*]] = shard.all_to_all %[[BUFFER]] on @ranks grid_axes = [0] split_axis = 0 concat_axis = 0 : tensor<2x15x64xf32> -> tensor<2x15x64xf32>
  // In the order of the ranks; a slot that is not there adds nothing and reads nothing outside.
  // CHECK: %[[Z:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[FLAT]] : tensor<2x15xi32>) outs(%{{.*}} : tensor<15x64xf32>)
  // CHECK: arith.maxsi
  // CHECK: arith.minsi
  // CHECK: %[[PART:.*]] = tensor.extract %[[BACK]]
  // CHECK: %[[ISTHERE:.*]] = arith.cmpi sge
  // CHECK: %[[TERM:.*]] = arith.select %[[ISTHERE]], %[[PART]]
  // CHECK: arith.addf %{{.*}}, %[[TERM]]
  // CHECK: tensor.expand_shape %[[Z]] {{\[\[}}0, 1], [2]] output_shape [3, 5, 64] : tensor<15x64xf32> into tensor<3x5x64xf32>
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 0>, experts = 256 : i64, experts_per_rank = 32 : i64, top_k = 6 : i64}
      : (tensor<2x3x5x64xf32>, tensor<2x3x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<3x5x64xf32>
  return %z : tensor<3x5x64xf32>
}

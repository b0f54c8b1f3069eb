// RUN: dsv4-opt %s --dsv4-simplify-collectives | FileCheck %s

shard.grid @ranks(shape = 2x4)

// CHECK-LABEL: func @scatter_sum
// CHECK-SAME: %[[X:.*]]: tensor<4x6xf32>
// CHECK-NEXT: %[[PART:.*]] = shard.reduce_scatter %[[X]] on @ranks grid_axes = [0] scatter_axis = 0 : tensor<4x6xf32> -> tensor<2x6xf32>
// CHECK-NEXT: %[[SUM:.*]] = shard.all_reduce %[[PART]] on @ranks grid_axes = [1] : tensor<2x6xf32> -> tensor<2x6xf32>
// CHECK-NEXT: return %[[SUM]]
func.func @scatter_sum(%x: tensor<4x6xf32>) -> tensor<2x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [0, 1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_slice %0 on @ranks grid_axes = [0] slice_axis = 0 : tensor<4x6xf32> -> tensor<2x6xf32>
  return %1 : tensor<2x6xf32>
}

// The whole sum is needed elsewhere: nothing is saved.
// CHECK-LABEL: func @sum_is_used
// CHECK: shard.all_reduce
// CHECK: shard.all_slice
func.func @sum_is_used(%x: tensor<4x6xf32>) -> (tensor<4x6xf32>, tensor<2x6xf32>) {
  %0 = shard.all_reduce %x on @ranks grid_axes = [0, 1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_slice %0 on @ranks grid_axes = [0] slice_axis = 0 : tensor<4x6xf32> -> tensor<2x6xf32>
  return %0, %1 : tensor<4x6xf32>, tensor<2x6xf32>
}

// Ranks along axis 1 hold other sums: a slice along it is no part of a scatter along axis 0.
// CHECK-LABEL: func @other_axes
// CHECK: shard.all_reduce
// CHECK: shard.all_slice
func.func @other_axes(%x: tensor<4x6xf32>) -> tensor<1x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [0] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_slice %0 on @ranks grid_axes = [1] slice_axis = 0 : tensor<4x6xf32> -> tensor<1x6xf32>
  return %1 : tensor<1x6xf32>
}

// Rounding of the sum happens on the slice.
// CHECK-LABEL: func @rounded_sum
// CHECK-SAME: %[[X:.*]]: tensor<4x6xf32>
// CHECK: %[[PART:.*]] = shard.reduce_scatter %[[X]] {{.*}} : tensor<4x6xf32> -> tensor<2x6xf32>
// CHECK: linalg.generic {{.*}} ins(%[[PART]] : tensor<2x6xf32>) outs(%{{.*}} : tensor<2x6xbf16>)
// CHECK-NOT: shard.
#id = affine_map<(d0, d1) -> (d0, d1)>
func.func @rounded_sum(%x: tensor<4x6xf32>) -> tensor<2x6xbf16> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [0] : tensor<4x6xf32> -> tensor<4x6xf32>
  %empty = tensor.empty() : tensor<4x6xbf16>
  %1 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%0 : tensor<4x6xf32>) outs(%empty : tensor<4x6xbf16>) {
  ^bb0(%a: f32, %b: bf16):
    %2 = arith.truncf %a : f32 to bf16
    linalg.yield %2 : bf16
  } -> tensor<4x6xbf16>
  %3 = shard.all_slice %1 on @ranks grid_axes = [0] slice_axis = 0 : tensor<4x6xbf16> -> tensor<2x6xbf16>
  return %3 : tensor<2x6xbf16>
}

// CHECK-LABEL: func @undone_gather
// CHECK-NEXT: return %arg0
func.func @undone_gather(%x: tensor<4x6xf32>) -> tensor<4x6xf32> {
  %0 = shard.all_gather %x on @ranks grid_axes = [0] gather_axis = 1 : tensor<4x6xf32> -> tensor<4x12xf32>
  %1 = shard.all_slice %0 on @ranks grid_axes = [0] slice_axis = 1 : tensor<4x12xf32> -> tensor<4x6xf32>
  return %1 : tensor<4x6xf32>
}

// CHECK-LABEL: func @adjacent
// CHECK: shard.all_reduce %arg0 on @ranks grid_axes = [0, 1] : tensor<4x6xf32> -> tensor<4x6xf32>
// CHECK-NEXT: shard.all_gather %arg0 on @ranks grid_axes = [0, 1] gather_axis = 0 : tensor<4x6xf32> -> tensor<32x6xf32>
// CHECK-NEXT: return
func.func @adjacent(%x: tensor<4x6xf32>) -> (tensor<4x6xf32>, tensor<32x6xf32>) {
  %0 = shard.all_reduce %x on @ranks grid_axes = [0] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_reduce %0 on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %2 = shard.all_gather %x on @ranks grid_axes = [1] gather_axis = 0 : tensor<4x6xf32> -> tensor<16x6xf32>
  %3 = shard.all_gather %2 on @ranks grid_axes = [0] gather_axis = 0 : tensor<16x6xf32> -> tensor<32x6xf32>
  return %1, %3 : tensor<4x6xf32>, tensor<32x6xf32>
}

// A sum of equal sums is a multiple and stays.
// CHECK-LABEL: func @twice_the_same_axis
// CHECK-COUNT-2: shard.all_reduce
func.func @twice_the_same_axis(%x: tensor<4x6xf32>) -> tensor<4x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [0] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_reduce %0 on @ranks grid_axes = [0, 1] : tensor<4x6xf32> -> tensor<4x6xf32>
  return %1 : tensor<4x6xf32>
}

// CHECK-LABEL: func @shared
// CHECK: %[[G:.*]] = shard.all_gather
// CHECK-NEXT: return %[[G]], %[[G]]
func.func @shared(%x: tensor<4x6xf32>) -> (tensor<8x6xf32>, tensor<8x6xf32>) {
  %0 = shard.all_gather %x on @ranks grid_axes = [0] gather_axis = 0 : tensor<4x6xf32> -> tensor<8x6xf32>
  %1 = shard.all_gather %x on @ranks grid_axes = [0] gather_axis = 0 : tensor<4x6xf32> -> tensor<8x6xf32>
  return %0, %1 : tensor<8x6xf32>, tensor<8x6xf32>
}

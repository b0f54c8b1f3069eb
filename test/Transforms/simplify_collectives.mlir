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

// The parts of two sums are added before one all_reduce, whatever was rounded between (routed and shared experts).
// CHECK-LABEL: func @sum_of_sums
// CHECK-SAME: %[[X:.*]]: tensor<?x6xf32>, %[[Y:.*]]: tensor<?x6xf32>)
// CHECK: %[[PARTS:.*]] = linalg.generic {{.*}} ins(%[[Y]], %[[X]] : tensor<?x6xf32>, tensor<?x6xf32>)
// CHECK: arith.addf
// CHECK: %[[SUM:.*]] = shard.all_reduce %[[PARTS]] on @ranks grid_axes = [0, 1] : tensor<?x6xf32> -> tensor<?x6xf32>
// CHECK: %[[ROUNDED:.*]] = linalg.generic {{.*}} ins(%[[SUM]] : tensor<?x6xf32>) outs(%{{.*}} : tensor<?x6xbf16>)
// CHECK-NOT: shard.
// CHECK: return %[[ROUNDED]]
func.func @sum_of_sums(%x: tensor<?x6xf32>, %y: tensor<?x6xf32>) -> tensor<?x6xbf16> {
  %c0 = arith.constant 0 : index
  %0 = shard.all_reduce %x on @ranks grid_axes = [0, 1] : tensor<?x6xf32> -> tensor<?x6xf32>
  %1 = shard.all_reduce %y on @ranks grid_axes = [1, 0] : tensor<?x6xf32> -> tensor<?x6xf32>
  // A size has no part in the sum.
  %size = tensor.dim %1, %c0 : tensor<?x6xf32>
  %empty = tensor.empty(%size) : tensor<?x6xbf16>
  %rounded = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%1 : tensor<?x6xf32>) outs(%empty : tensor<?x6xbf16>) {
  ^bb0(%a: f32, %b: bf16):
    %2 = arith.truncf %a : f32 to bf16
    linalg.yield %2 : bf16
  } -> tensor<?x6xbf16>
  %size1 = tensor.dim %rounded, %c0 : tensor<?x6xbf16>
  %empty1 = tensor.empty(%size1) : tensor<?x6xbf16>
  %3 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]} ins(%0, %rounded : tensor<?x6xf32>, tensor<?x6xbf16>) outs(%empty1 : tensor<?x6xbf16>) {
  ^bb0(%a: f32, %b: bf16, %c: bf16):
    %4 = arith.extf %b : bf16 to f32
    %5 = arith.addf %4, %a : f32
    %6 = arith.truncf %5 : f32 to bf16
    linalg.yield %6 : bf16
  } -> tensor<?x6xbf16>
  return %3 : tensor<?x6xbf16>
}

// Named ops, and a sum of three.
// CHECK-LABEL: func @sum_of_three
// CHECK-COUNT-2: arith.addf
// CHECK: %[[SUM:.*]] = shard.all_reduce %{{.*}} on @ranks grid_axes = [1]
// CHECK-NOT: shard.
// CHECK: return %[[SUM]]
func.func @sum_of_three(%x: tensor<4x6xf32>, %y: tensor<4x6xf32>, %z: tensor<4x6xf32>) -> tensor<4x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_reduce %y on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %2 = shard.all_reduce %z on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %empty = tensor.empty() : tensor<4x6xf32>
  %3 = linalg.add ins(%0, %1 : tensor<4x6xf32>, tensor<4x6xf32>) outs(%empty : tensor<4x6xf32>) -> tensor<4x6xf32>
  %4 = linalg.add ins(%3, %2 : tensor<4x6xf32>, tensor<4x6xf32>) outs(%empty : tensor<4x6xf32>) -> tensor<4x6xf32>
  return %4 : tensor<4x6xf32>
}

// What is no sum of the same ranks, no addition, or read elsewhere stays: two collectives in each function.
// CHECK-LABEL: func @sums_over_other_ranks
// CHECK-COUNT-2: shard.all_reduce
func.func @sums_over_other_ranks(%x: tensor<4x6xf32>, %y: tensor<4x6xf32>) -> tensor<4x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_reduce %y on @ranks grid_axes = [0, 1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %empty = tensor.empty() : tensor<4x6xf32>
  %2 = linalg.add ins(%0, %1 : tensor<4x6xf32>, tensor<4x6xf32>) outs(%empty : tensor<4x6xf32>) -> tensor<4x6xf32>
  return %2 : tensor<4x6xf32>
}
// CHECK-LABEL: func @product_of_sums
// CHECK-COUNT-2: shard.all_reduce
func.func @product_of_sums(%x: tensor<4x6xf32>, %y: tensor<4x6xf32>) -> tensor<4x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_reduce %y on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %empty = tensor.empty() : tensor<4x6xf32>
  %2 = linalg.mul ins(%0, %1 : tensor<4x6xf32>, tensor<4x6xf32>) outs(%empty : tensor<4x6xf32>) -> tensor<4x6xf32>
  return %2 : tensor<4x6xf32>
}
// CHECK-LABEL: func @sum_of_maxima
// CHECK-COUNT-2: shard.all_reduce
func.func @sum_of_maxima(%x: tensor<4x6xf32>, %y: tensor<4x6xf32>) -> tensor<4x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [1] reduction = max : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_reduce %y on @ranks grid_axes = [1] reduction = max : tensor<4x6xf32> -> tensor<4x6xf32>
  %empty = tensor.empty() : tensor<4x6xf32>
  %2 = linalg.add ins(%0, %1 : tensor<4x6xf32>, tensor<4x6xf32>) outs(%empty : tensor<4x6xf32>) -> tensor<4x6xf32>
  return %2 : tensor<4x6xf32>
}
// CHECK-LABEL: func @sum_read_elsewhere
// CHECK-COUNT-2: shard.all_reduce
func.func @sum_read_elsewhere(%x: tensor<4x6xf32>, %y: tensor<4x6xf32>) -> (tensor<4x6xf32>, tensor<4x6xf32>) {
  %0 = shard.all_reduce %x on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %1 = shard.all_reduce %y on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %empty = tensor.empty() : tensor<4x6xf32>
  %2 = linalg.add ins(%0, %1 : tensor<4x6xf32>, tensor<4x6xf32>) outs(%empty : tensor<4x6xf32>) -> tensor<4x6xf32>
  return %1, %2 : tensor<4x6xf32>, tensor<4x6xf32>
}
// A value that every rank has is added once, not once per rank.
// CHECK-LABEL: func @sum_and_whole
// CHECK: shard.all_reduce %arg0
func.func @sum_and_whole(%x: tensor<4x6xf32>, %y: tensor<4x6xf32>) -> tensor<4x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [1] : tensor<4x6xf32> -> tensor<4x6xf32>
  %empty = tensor.empty() : tensor<4x6xf32>
  %1 = linalg.add ins(%0, %y : tensor<4x6xf32>, tensor<4x6xf32>) outs(%empty : tensor<4x6xf32>) -> tensor<4x6xf32>
  return %1 : tensor<4x6xf32>
}

// The slice is along more ranks than the sum is over: these scatter, the faster ones take their part of it.
// CHECK-LABEL: func @scatter_then_slice
// CHECK-SAME: %[[X:.*]]: tensor<8x6xf32>
// CHECK-NEXT: %[[PART:.*]] = shard.reduce_scatter %[[X]] on @ranks grid_axes = [0] scatter_axis = 0 : tensor<8x6xf32> -> tensor<4x6xf32>
// CHECK-NEXT: %[[SLICE:.*]] = shard.all_slice %[[PART]] on @ranks grid_axes = [1] slice_axis = 0 : tensor<4x6xf32> -> tensor<1x6xf32>
// CHECK-NEXT: return %[[SLICE]]
func.func @scatter_then_slice(%x: tensor<8x6xf32>) -> tensor<1x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [0] : tensor<8x6xf32> -> tensor<8x6xf32>
  %1 = shard.all_slice %0 on @ranks grid_axes = [0, 1] slice_axis = 0 : tensor<8x6xf32> -> tensor<1x6xf32>
  return %1 : tensor<1x6xf32>
}

// The sum is over the faster ranks, whose parts are not neighbours.
// CHECK-LABEL: func @scatter_of_fast_ranks
// CHECK: shard.all_reduce
// CHECK: shard.all_slice
func.func @scatter_of_fast_ranks(%x: tensor<8x6xf32>) -> tensor<1x6xf32> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [1] : tensor<8x6xf32> -> tensor<8x6xf32>
  %1 = shard.all_slice %0 on @ranks grid_axes = [0, 1] slice_axis = 0 : tensor<8x6xf32> -> tensor<1x6xf32>
  return %1 : tensor<1x6xf32>
}

// Routed experts, the shared expert that every rank has, rounding: the slice reaches the sum over ranks through both.
// CHECK-LABEL: func @slice_of_a_layer
// CHECK-SAME: %[[X:.*]]: tensor<4x6xf32>, %[[Y:.*]]: tensor<4x6xf32>
// CHECK-DAG: %[[PART:.*]] = shard.reduce_scatter %[[X]] on @ranks grid_axes = [0] scatter_axis = 0 : tensor<4x6xf32> -> tensor<2x6xf32>
// CHECK-DAG: %[[OWN:.*]] = shard.all_slice %[[Y]] on @ranks grid_axes = [0] slice_axis = 0 : tensor<4x6xf32> -> tensor<2x6xf32>
// CHECK: %[[SUM:.*]] = linalg.generic {{.*}} ins(%[[PART]], %[[OWN]] : tensor<2x6xf32>, tensor<2x6xf32>)
// CHECK: %[[ROUNDED:.*]] = linalg.generic {{.*}} ins(%[[SUM]] : tensor<2x6xf32>) outs(%{{.*}} : tensor<2x6xbf16>)
// CHECK-NOT: shard.
// CHECK: return %[[ROUNDED]]
func.func @slice_of_a_layer(%x: tensor<4x6xf32>, %y: tensor<4x6xf32>) -> tensor<2x6xbf16> {
  %0 = shard.all_reduce %x on @ranks grid_axes = [0] : tensor<4x6xf32> -> tensor<4x6xf32>
  %empty = tensor.empty() : tensor<4x6xf32>
  %1 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]} ins(%0, %y : tensor<4x6xf32>, tensor<4x6xf32>) outs(%empty : tensor<4x6xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<4x6xf32>
  %short = tensor.empty() : tensor<4x6xbf16>
  %2 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%1 : tensor<4x6xf32>) outs(%short : tensor<4x6xbf16>) {
  ^bb0(%a: f32, %b: bf16):
    %t = arith.truncf %a : f32 to bf16
    linalg.yield %t : bf16
  } -> tensor<4x6xbf16>
  %3 = shard.all_slice %2 on @ranks grid_axes = [0] slice_axis = 0 : tensor<4x6xbf16> -> tensor<2x6xbf16>
  return %3 : tensor<2x6xbf16>
}

// RUN: dsv4-opt %s --dsv4-shard="tp=4 sequence=shard" --dsv4-simplify-collectives | FileCheck %s

#x = affine_map<(b, s, m, k) -> (b, s, k)>
#w = affine_map<(b, s, m, k) -> (m, k)>
#y = affine_map<(b, s, m, k) -> (b, s, m)>

// Tokens of a request on four ranks between the sub-layers: two of eight each.
// CHECK-LABEL: func private @layer
// CHECK-SAME: %[[STREAMS:[a-z0-9]*]]: tensor<1x2x4x16xf32>
// CHECK-SAME: -> tensor<1x2x4x16xf32>
func.func private @layer(%streams: tensor<1x8x4x16xf32>, %fn: tensor<24x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>, %norm: tensor<16xf32>,
    %w: tensor<32x16xf32>, %w2: tensor<16x32xf32>) -> tensor<1x8x4x16xf32> {
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<1x2x24xf32>)
  %flat = tensor.collapse_shape %streams [[0], [1], [2, 3]] : tensor<1x8x4x16xf32> into tensor<1x8x64xf32>
  %empty = tensor.empty() : tensor<1x8x24xf32>
  %zero = arith.constant 0.0 : f32
  %zeros = linalg.fill ins(%zero : f32) outs(%empty : tensor<1x8x24xf32>) -> tensor<1x8x24xf32>
  %mix = linalg.contract indexing_maps = [#x, #w, #y] ins(%flat, %fn : tensor<1x8x64xf32>, tensor<24x64xf32>)
      outs(%zeros : tensor<1x8x24xf32>) -> tensor<1x8x24xf32>
  // CHECK: %[[Y:.*]], %[[POST:.*]], %[[COMB:.*]] = dsv4.hc_pre_sinkhorn(%{{.*}}, %[[STREAMS]], {{.*}} -> (tensor<1x2x16xf32>, tensor<1x2x4xf32>, tensor<1x2x4x4xf32>)
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %streams, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
      : (tensor<1x8x24xf32>, tensor<1x8x4x16xf32>, tensor<3xf32>, tensor<24xf32>) -> (tensor<1x8x16xf32>, tensor<1x8x4xf32>, tensor<1x8x4x4xf32>)
  // CHECK: %[[N:.*]] = dsv4.rms_norm(%[[Y]], {{.*}} -> tensor<1x2x16xf32>
  %n = dsv4.rms_norm(%y, %norm) {norm_eps = 1.0e-6} : (tensor<1x8x16xf32>, tensor<16xf32>) -> tensor<1x8x16xf32>
  // Once for both readers.
  // CHECK: %[[ALL:.*]] = shard.all_gather %[[N]] on @ranks grid_axes = [0] gather_axis = 1 : tensor<1x2x16xf32> -> tensor<1x8x16xf32>
  // CHECK-NOT: shard.all_gather
  // CHECK-DAG: dsv4.linear(%[[ALL]]
  // CHECK-DAG: dsv4.hadamard(%[[ALL]])
  %u = dsv4.linear(%n, %w) : (tensor<1x8x16xf32>, tensor<32x16xf32>) -> tensor<1x8x32xf32>
  %v = dsv4.hadamard(%n) : (tensor<1x8x16xf32>) -> tensor<1x8x16xf32>
  %vw = dsv4.linear(%v, %w) : (tensor<1x8x16xf32>, tensor<32x16xf32>) -> tensor<1x8x32xf32>
  %h = dsv4.v4_clamped_swiglu(%u, %vw) {limit = 10.0} : (tensor<1x8x32xf32>, tensor<1x8x32xf32>) -> tensor<1x8x32xf32>
  // CHECK: %[[PARTIAL:.*]] = dsv4.linear({{.*}} -> tensor<1x8x16xf32>
  // CHECK: %[[PART:.*]] = shard.reduce_scatter %[[PARTIAL]] on @ranks grid_axes = [0] scatter_axis = 1 : tensor<1x8x16xf32> -> tensor<1x2x16xf32>
  %o = dsv4.linear(%h, %w2) : (tensor<1x8x32xf32>, tensor<16x32xf32>) -> tensor<1x8x16xf32>
  // CHECK: %[[NEXT:.*]] = dsv4.hc_post(%[[PART]], %[[STREAMS]], %[[POST]], %[[COMB]])
  // CHECK-NOT: shard.
  // CHECK: return %[[NEXT]]
  %next = dsv4.hc_post(%o, %streams, %post, %comb)
      : (tensor<1x8x16xf32>, tensor<1x8x4x16xf32>, tensor<1x8x4xf32>, tensor<1x8x4x4xf32>) -> tensor<1x8x4x16xf32>
  return %next : tensor<1x8x4x16xf32>
}

// The caller sees whole streams.
// CHECK-LABEL: func @main
// CHECK: %[[OWN:.*]] = shard.all_slice %{{.*}} on @ranks grid_axes = [0] slice_axis = 1 : tensor<1x8x16xf32> -> tensor<1x2x16xf32>
// CHECK: dsv4.hc_expand(%[[OWN]])
// CHECK: %[[STREAMS:.*]] = call @layer
// CHECK: %[[WHOLE:.*]] = shard.all_gather %[[STREAMS]] on @ranks grid_axes = [0] gather_axis = 1
// CHECK: return %[[WHOLE]]
func.func @main(%x: tensor<1x8x16xf32>, %fn: tensor<24x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>, %norm: tensor<16xf32>,
    %w: tensor<32x16xf32> {dsv4.name = "layers.0.attn.wq_b.weight"}, %w2: tensor<16x32xf32> {dsv4.name = "layers.0.attn.wo_b.weight"}) -> tensor<1x8x4x16xf32> {
  %streams = dsv4.hc_expand(%x) {hc_mult = 4 : i64} : (tensor<1x8x16xf32>) -> tensor<1x8x4x16xf32>
  %next = func.call @layer(%streams, %fn, %scale, %base, %norm, %w, %w2)
      : (tensor<1x8x4x16xf32>, tensor<24x64xf32>, tensor<3xf32>, tensor<24xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<16x32xf32>) -> tensor<1x8x4x16xf32>
  return %next : tensor<1x8x4x16xf32>
}

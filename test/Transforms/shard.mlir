// RUN: dsv4-opt %s --split-input-file --dsv4-shard="tp=4" | FileCheck %s
// RUN: dsv4-opt %s --split-input-file --dsv4-shard="dp=2" | FileCheck %s --check-prefix=DP
// RUN: dsv4-opt %s --split-input-file --dsv4-shard="tp=4 shared-expert=shard" --dsv4-simplify-collectives | FileCheck %s --check-prefix=SHARED

// Heads of the projection are divided, those of the second projection summed; the layer's function is partitioned at its
// first call, and the second call uses it as it is.
// CHECK: shard.grid @ranks(shape = 4) {axes = ["tp"]}
// CHECK-LABEL: func private @layer
// CHECK-SAME: (%[[X:.*]]: tensor<2x3x64xbf16>, %[[B:.*]]: tensor<32x64xbf16>, %[[O:.*]]: tensor<64x32xbf16>) -> tensor<2x3x64xbf16>
// CHECK: %[[Q:.*]] = dsv4.linear(%[[X]], %[[B]]) : {{.*}} -> tensor<2x3x32xbf16>
// CHECK: %[[PART:.*]] = dsv4.linear(%[[Q]], %[[O]]) {output_type = f32} : {{.*}} -> tensor<2x3x64xf32>
// CHECK: %[[SUM:.*]] = shard.all_reduce %[[PART]] on @ranks grid_axes = [0] : tensor<2x3x64xf32> -> tensor<2x3x64xf32>
// CHECK: linalg.generic {{.*}} ins(%[[SUM]] : tensor<2x3x64xf32>) outs(%{{.*}} : tensor<2x3x64xbf16>)
func.func private @layer(%x: tensor<2x3x64xbf16>, %b: tensor<128x64xbf16>, %o: tensor<64x128xbf16>) -> tensor<2x3x64xbf16> {
  %q = dsv4.linear(%x, %b) : (tensor<2x3x64xbf16>, tensor<128x64xbf16>) -> tensor<2x3x128xbf16>
  %y = dsv4.linear(%q, %o) : (tensor<2x3x128xbf16>, tensor<64x128xbf16>) -> tensor<2x3x64xbf16>
  return %y : tensor<2x3x64xbf16>
}

// CHECK-LABEL: func @main
// CHECK-SAME: tensor<32x64xbf16> {dsv4.name = "layers.0.attn.wq_b.weight", dsv4.split = [array<i64: 0>, array<i64>]}
// CHECK-SAME: tensor<64x32xbf16> {dsv4.name = "layers.0.attn.wo_b.weight", dsv4.split = [array<i64>, array<i64: 0>]}
// CHECK-NOT: shard.
// CHECK: return
// DP-LABEL: func private @layer
// DP-SAME: tensor<1x3x64xbf16>, %{{.*}}: tensor<128x64xbf16>
// DP-NOT: shard.all
// DP-LABEL: func @main
// DP-SAME: tensor<1x3x64xbf16> {dsv4.name = "streams", dsv4.split = [array<i64: 0>, array<i64>, array<i64>]}
// DP-SAME: -> (tensor<1x3x64xbf16> {dsv4.split = [array<i64: 0>, array<i64>, array<i64>]})
func.func @main(%x: tensor<2x3x64xbf16> {dsv4.name = "streams"},
    %b0: tensor<128x64xbf16> {dsv4.name = "layers.0.attn.wq_b.weight"}, %o0: tensor<64x128xbf16> {dsv4.name = "layers.0.attn.wo_b.weight"},
    %b1: tensor<128x64xbf16> {dsv4.name = "layers.1.attn.wq_b.weight"}, %o1: tensor<64x128xbf16> {dsv4.name = "layers.1.attn.wo_b.weight"}) -> tensor<2x3x64xbf16> {
  %0 = call @layer(%x, %b0, %o0) : (tensor<2x3x64xbf16>, tensor<128x64xbf16>, tensor<64x128xbf16>) -> tensor<2x3x64xbf16>
  %1 = call @layer(%0, %b1, %o1) : (tensor<2x3x64xbf16>, tensor<128x64xbf16>, tensor<64x128xbf16>) -> tensor<2x3x64xbf16>
  return %1 : tensor<2x3x64xbf16>
}

// -----

// A table divided along its rows: ids of other ranks give zeros, and ids outside of the table still stop the program.
// CHECK-LABEL: func @main
// CHECK-SAME: %[[IDS:.*]]: tensor<2x3xi32>
// CHECK-SAME: %[[TABLE:.*]]: tensor<24x8xbf16>
// CHECK: %[[PLACE:.*]] = shard.process_multi_index on @ranks axes = [0]
// CHECK: %[[FOUND:.*]] = dsv4.embedding(%{{.*}}, %[[TABLE]])
// CHECK: %[[MINE:.*]] = linalg.generic {{.*}} ins(%[[FOUND]], %[[IDS]]
// CHECK: shard.all_reduce %[[MINE]] on @ranks grid_axes = [0] : tensor<2x3x8xbf16> -> tensor<2x3x8xbf16>
func.func @main(%ids: tensor<2x3xi32> {dsv4.name = "input_ids"}, %table: tensor<96x8xbf16> {dsv4.name = "embed.weight"}) -> tensor<2x3x8xbf16> {
  %0 = dsv4.embedding(%ids, %table) : (tensor<2x3xi32>, tensor<96x8xbf16>) -> tensor<2x3x8xbf16>
  return %0 : tensor<2x3x8xbf16>
}

// -----

// The shared expert beside one routed expert of the same width: whole on every rank and added behind the all_reduce, or
// divided, its part added to that of the routed expert before the one all_reduce.
// CHECK-LABEL: func @experts
// CHECK-SAME: %[[S1:[a-z0-9]+]]: tensor<64x32xbf16> {dsv4.name = "layers.0.ffn.shared_experts.w1.weight"}
// CHECK-SAME: tensor<32x64xbf16> {dsv4.name = "layers.0.ffn.shared_experts.w2.weight"}
// CHECK: %[[PART:.*]] = dsv4.routed_experts
// CHECK: %[[ROUTED:.*]] = shard.all_reduce %[[PART]] on @ranks grid_axes = [0] : tensor<2x3x32xf32> -> tensor<2x3x32xf32>
// CHECK: dsv4.linear(%{{.*}}, %[[S1]])
// CHECK: linalg.generic {{.*}} ins(%[[ROUTED]], %{{.*}} : tensor<2x3x32xf32>, tensor<2x3x32xbf16>)
// CHECK-NOT: shard.
// CHECK: return

// SHARED-LABEL: func @experts
// SHARED-SAME: %[[S1:[a-z0-9]+]]: tensor<16x32xbf16> {dsv4.name = "layers.0.ffn.shared_experts.w1.weight", dsv4.split = [array<i64: 0>, array<i64>]}
// SHARED-SAME: %[[S2:[a-z0-9]+]]: tensor<32x16xbf16> {dsv4.name = "layers.0.ffn.shared_experts.w2.weight", dsv4.split = [array<i64>, array<i64: 0>]}
// SHARED: %[[ROUTED:.*]] = dsv4.routed_experts
// SHARED: %[[HIDDEN:.*]] = dsv4.linear(%{{.*}}, %[[S1]]) : {{.*}} -> tensor<2x3x16xbf16>
// SHARED: %[[PART:.*]] = dsv4.linear(%[[HIDDEN]], %[[S2]]) {output_type = f32} : {{.*}} -> tensor<2x3x32xf32>
// SHARED: %[[SUM:.*]] = linalg.generic {{.*}} ins(%[[ROUTED]], %[[PART]] : tensor<2x3x32xf32>, tensor<2x3x32xf32>)
// SHARED: shard.all_reduce %[[SUM]] on @ranks grid_axes = [0] : tensor<2x3x32xf32> -> tensor<2x3x32xf32>
// SHARED-NOT: shard.
// SHARED: return
#id = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
func.func @experts(%x: tensor<2x3x32xbf16>, %chosen: tensor<2x3x1xi32>, %weights: tensor<2x3x1xf32>,
    %w1: tensor<1x64x32xbf16> {dsv4.name = "layers.0.ffn.experts.w1.weight"}, %w3: tensor<1x64x32xbf16> {dsv4.name = "layers.0.ffn.experts.w3.weight"},
    %w2: tensor<1x32x64xbf16> {dsv4.name = "layers.0.ffn.experts.w2.weight"},
    %s1: tensor<64x32xbf16> {dsv4.name = "layers.0.ffn.shared_experts.w1.weight"}, %s2: tensor<32x64xbf16> {dsv4.name = "layers.0.ffn.shared_experts.w2.weight"}) -> tensor<2x3x32xf32> {
  %routed = dsv4.routed_experts(%x, %chosen, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<2x3x32xbf16>, tensor<2x3x1xi32>, tensor<2x3x1xf32>, tensor<1x64x32xbf16>, tensor<1x64x32xbf16>, tensor<1x32x64xbf16>) -> tensor<2x3x32xf32>
  %hidden = dsv4.linear(%x, %s1) : (tensor<2x3x32xbf16>, tensor<64x32xbf16>) -> tensor<2x3x64xbf16>
  %shared = dsv4.linear(%hidden, %s2) : (tensor<2x3x64xbf16>, tensor<32x64xbf16>) -> tensor<2x3x32xbf16>
  %empty = tensor.empty() : tensor<2x3x32xf32>
  %sum = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel", "parallel"]} ins(%routed, %shared : tensor<2x3x32xf32>, tensor<2x3x32xbf16>) outs(%empty : tensor<2x3x32xf32>) {
  ^bb0(%a: f32, %b: bf16, %c: f32):
    %0 = arith.extf %b : bf16 to f32
    %1 = arith.addf %a, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<2x3x32xf32>
  return %sum : tensor<2x3x32xf32>
}

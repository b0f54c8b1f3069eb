// RUN: dsv4-opt %s --split-input-file --dsv4-shard="tp=4" | FileCheck %s
// RUN: dsv4-opt %s --split-input-file --dsv4-shard="dp=2" | FileCheck %s --check-prefix=DP

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

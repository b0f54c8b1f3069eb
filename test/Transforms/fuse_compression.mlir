// RUN: dsv4-opt %s --split-input-file --dsv4-fuse=patterns=compressor_store_c4,compressor_store_c128,indexer_query,indexer_score_top_k \
// RUN:   --remark-format=emitRemark --remarks-filter-missed=dsv4-fuse --verify-diagnostics | FileCheck %s

// Where the launches of compressor and indexer are not fused, and why; and scores with selection, which the model has as
// one op.

// CHECK-LABEL: func @score_top_k
// CHECK-NEXT: %[[K:.*]] = dsv4.kernel "quant_lightning_indexer"
// CHECK: %[[S:.*]] = dsv4.indexer_scores
// CHECK-NEXT: %[[I:.*]] = dsv4.indexer_top_k(%[[S]],
// CHECK-NEXT: dsv4.yield %[[I]]
// CHECK: return %[[K]]
func.func @score_top_k(%q: tensor<1x5x4x32xbf16>, %keys: tensor<1x99x32xbf16>, %w: tensor<1x5x4xbf16>, %p: tensor<1xi32>, %l: tensor<1xi32>)
    -> tensor<1x5x?xi32> {
  // expected-remark @below {{indexer_query | Function=score_top_k | Reason="expected 'dsv4.rope' before the quantisation, found an argument of the function"}}
  %s = dsv4.indexer_scores(%q, %keys, %w, %p, %l) {ratio = 4 : i64} : (tensor<1x5x4x32xbf16>, tensor<1x99x32xbf16>, tensor<1x5x4xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  %i = dsv4.indexer_top_k(%s, %p, %l) {ratio = 4 : i64, topk_limit = 8 : i64} : (tensor<1x5x?xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xi32>
  return %i : tensor<1x5x?xi32>
}

// -----

// Wrong ratio: the selection sees other rows than were scored.
// CHECK-LABEL: func @other_ratio
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @other_ratio(%q: tensor<1x5x4x32xbf16>, %keys: tensor<1x99x32xbf16>, %w: tensor<1x5x4xbf16>, %p: tensor<1xi32>, %l: tensor<1xi32>)
    -> tensor<1x5x?xi32> {
  // expected-remark @below {{indexer_query | Function=other_ratio}}
  %s = dsv4.indexer_scores(%q, %keys, %w, %p, %l) {ratio = 4 : i64} : (tensor<1x5x4x32xbf16>, tensor<1x99x32xbf16>, tensor<1x5x4xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  // expected-remark @below {{indexer_score_top_k | Function=other_ratio | Reason="the scores are of ratio 4, the selection is of ratio 8"}}
  %i = dsv4.indexer_top_k(%s, %p, %l) {ratio = 8 : i64, topk_limit = 8 : i64} : (tensor<1x5x?xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xi32>
  return %i : tensor<1x5x?xi32>
}

// -----

// Heads on several ranks: the scores are summed before the selection.
shard.grid @grid(shape = 2)
// CHECK-LABEL: func @reduced_scores
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @reduced_scores(%q: tensor<1x5x4x32xbf16>, %keys: tensor<1x99x32xbf16>, %w: tensor<1x5x4xbf16>, %p: tensor<1xi32>, %l: tensor<1xi32>)
    -> tensor<1x5x?xi32> {
  // expected-remark @below {{indexer_query | Function=reduced_scores}}
  %s = dsv4.indexer_scores(%q, %keys, %w, %p, %l) {ratio = 4 : i64} : (tensor<1x5x4x32xbf16>, tensor<1x99x32xbf16>, tensor<1x5x4xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  %r = shard.all_reduce %s on @grid grid_axes = [0] : tensor<1x5x?xbf16> -> tensor<1x5x?xbf16>
  // expected-remark @below {{indexer_score_top_k | Function=reduced_scores | Reason="the scores come from 'shard.all_reduce', not from 'dsv4.indexer_scores'"}}
  %i = dsv4.indexer_top_k(%r, %p, %l) {ratio = 4 : i64, topk_limit = 8 : i64} : (tensor<1x5x?xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xi32>
  return %i : tensor<1x5x?xi32>
}

// -----

// The scores are needed too.
// CHECK-LABEL: func @scores_extra_use
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @scores_extra_use(%q: tensor<1x5x4x32xbf16>, %keys: tensor<1x99x32xbf16>, %w: tensor<1x5x4xbf16>, %p: tensor<1xi32>, %l: tensor<1xi32>)
    -> (tensor<1x5x?xi32>, tensor<1x5x?xbf16>) {
  // expected-remark @below {{indexer_query | Function=scores_extra_use}}
  %s = dsv4.indexer_scores(%q, %keys, %w, %p, %l) {ratio = 4 : i64} : (tensor<1x5x4x32xbf16>, tensor<1x99x32xbf16>, tensor<1x5x4xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  // expected-remark @below {{indexer_score_top_k | Function=scores_extra_use | Reason="the result of 'dsv4.indexer_scores' is used by 'func.return', outside of the launch"}}
  %i = dsv4.indexer_top_k(%s, %p, %l) {ratio = 4 : i64, topk_limit = 8 : i64} : (tensor<1x5x?xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xi32>
  return %i, %s : tensor<1x5x?xi32>, tensor<1x5x?xbf16>
}

// -----

// Plain precision: nothing is quantised, so only the rotation would be in the launch. Wrong order: quantised, then turned.
// CHECK-LABEL: func @rotation_alone
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @rotation_alone(%q: tensor<1x5x4x32xbf16>, %cos: tensor<1x5x4xf32>, %sin: tensor<1x5x4xf32>, %keys: tensor<1x99x32xbf16>,
    %w: tensor<1x5x4xbf16>, %p: tensor<1xi32>, %l: tensor<1xi32>) -> (tensor<1x5x?xbf16>, tensor<1x5x?xbf16>) {
  %r = dsv4.rope(%q, %cos, %sin) : (tensor<1x5x4x32xbf16>, tensor<1x5x4xf32>, tensor<1x5x4xf32>) -> tensor<1x5x4x32xbf16>
  // expected-remark @below {{indexer_query | Function=rotation_alone | Reason="only the rotation stands between the projection and the scores"}}
  %s = dsv4.indexer_scores(%r, %keys, %w, %p, %l) {ratio = 4 : i64} : (tensor<1x5x4x32xbf16>, tensor<1x99x32xbf16>, tensor<1x5x4xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  %h = dsv4.hadamard(%q) : (tensor<1x5x4x32xbf16>) -> tensor<1x5x4x32xbf16>
  // expected-remark @below {{indexer_query | Function=rotation_alone | Reason="expected 'dsv4.rope' before the quantisation, found an argument of the function"}}
  %t = dsv4.indexer_scores(%h, %keys, %w, %p, %l) {ratio = 4 : i64} : (tensor<1x5x4x32xbf16>, tensor<1x99x32xbf16>, tensor<1x5x4xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  return %s, %t : tensor<1x5x?xbf16>, tensor<1x5x?xbf16>
}

// -----

// Ratio 8 is neither of the two; rows that are stored in other slots than their own, or not at all.
// CHECK-LABEL: func @stores
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @stores(%x: tensor<1x8x64xf32>, %wkv: tensor<32x64xf32>, %wgate: tensor<32x64xf32>, %ape8: tensor<8x32xf32>, %ape: tensor<128x32xf32>,
    %norm: tensor<32xf32>, %cos: tensor<1x1x4xf32>, %sin: tensor<1x1x4xf32>, %kv8: tensor<1x8x32xf32>, %kv: tensor<1x128x32xf32>,
    %p: tensor<1xi32>, %l: tensor<1xi32>, %cache: tensor<1x16x32xf32>, %slots: tensor<1x1xi32>) -> (tensor<1x16x32xf32>, tensor<1x16x32xf32>, tensor<1x1x32xf32>) {
  // expected-remark @below {{compressor_store_c4 | Function=stores | Reason="its ratio is 8, the pattern is for 4"}}
  // expected-remark @below {{compressor_store_c128 | Function=stores | Reason="its ratio is 8, the pattern is for 128"}}
  %r8, %s8, %a8, %b8 = dsv4.compressor(%x, %wkv, %wgate, %ape8, %norm, %cos, %sin, %kv8, %kv8, %p, %l) {norm_eps = 1.0e-6, ratio = 8 : i64}
      : (tensor<1x8x64xf32>, tensor<32x64xf32>, tensor<32x64xf32>, tensor<8x32xf32>, tensor<32xf32>, tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x8x32xf32>, tensor<1x8x32xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x1x32xf32>, tensor<1x1xi32>, tensor<1x8x32xf32>, tensor<1x8x32xf32>)
  %c8 = dsv4.scatter_nd_update_mla(%r8, %cache, %s8) : (tensor<1x1x32xf32>, tensor<1x16x32xf32>, tensor<1x1xi32>) -> tensor<1x16x32xf32>
  // expected-remark @below {{compressor_store_c4 | Function=stores | Reason="its ratio is 128, the pattern is for 4"}}
  // expected-remark @below {{compressor_store_c128 | Function=stores | Reason="no 'dsv4.scatter_nd_update_mla' stores its rows in its slots"}}
  %r, %s, %a, %b = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %kv, %p, %l) {norm_eps = 1.0e-6, ratio = 128 : i64}
      : (tensor<1x8x64xf32>, tensor<32x64xf32>, tensor<32x64xf32>, tensor<128x32xf32>, tensor<32xf32>, tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x128x32xf32>, tensor<1x128x32xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x1x32xf32>, tensor<1x1xi32>, tensor<1x128x32xf32>, tensor<1x128x32xf32>)
  %c = dsv4.scatter_nd_update_mla(%r, %cache, %slots) : (tensor<1x1x32xf32>, tensor<1x16x32xf32>, tensor<1x1xi32>) -> tensor<1x16x32xf32>
  // expected-remark @below {{compressor_store_c4 | Function=stores}}
  // expected-remark @below {{compressor_store_c128 | Function=stores | Reason="no 'dsv4.scatter_nd_update_mla' stores its rows in its slots"}}
  %r2, %s2, %a2, %b2 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %kv, %p, %l) {norm_eps = 1.0e-6, ratio = 128 : i64}
      : (tensor<1x8x64xf32>, tensor<32x64xf32>, tensor<32x64xf32>, tensor<128x32xf32>, tensor<32xf32>, tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x128x32xf32>, tensor<1x128x32xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x1x32xf32>, tensor<1x1xi32>, tensor<1x128x32xf32>, tensor<1x128x32xf32>)
  return %c8, %c, %r2 : tensor<1x16x32xf32>, tensor<1x16x32xf32>, tensor<1x1x32xf32>
}

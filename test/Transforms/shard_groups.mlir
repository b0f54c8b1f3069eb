// RUN: dsv4-opt %s --dsv4-shard="tp=6 ep=3 o-proj-tp=2" | FileCheck %s --check-prefix=PLACES
// RUN: dsv4-opt %s --dsv4-shard="dp=12 ep=4 o-proj-tp=3" | FileCheck %s --check-prefix=REPLICAS
// RUN: dsv4-opt %s --dsv4-shard="tp=12 ep=4 o-proj-tp=6" | FileCheck %s --check-prefix=COMMON

// Groups that do not nest have axes of their own: of the places the slow one is the o projection's, of the replicas the fast
// one. In the last layout both share a factor of two.
// PLACES: shard.grid @ranks(shape = 2x3) {axes = ["tp", "tp"]}
// PLACES-LABEL: func @weights
// PLACES-SAME: tensor<6x64xbf16> {dsv4.name = "layers.0.attn.wo_a.weight", dsv4.split = [array<i64: 0>, array<i64>]}
// PLACES-SAME: tensor<4x6x8xbf16> {dsv4.name = "layers.0.ffn.experts.w1.weight", dsv4.split = [array<i64: 1>, array<i64: 0>, array<i64>]}
// REPLICAS: shard.grid @ranks(shape = 4x3) {axes = ["dp", "dp"]}
// REPLICAS-LABEL: func @weights
// REPLICAS-SAME: tensor<4x64xbf16> {dsv4.name = "layers.0.attn.wo_a.weight", dsv4.split = [array<i64: 1>, array<i64>]}
// REPLICAS-SAME: tensor<3x12x8xbf16> {dsv4.name = "layers.0.ffn.experts.w1.weight", dsv4.split = [array<i64: 0>, array<i64>, array<i64>]}
// COMMON: shard.grid @ranks(shape = 2x3x2) {axes = ["tp", "tp", "tp"]}
// COMMON-LABEL: func @weights
// COMMON-SAME: tensor<2x64xbf16> {dsv4.name = "layers.0.attn.wo_a.weight", dsv4.split = [array<i64: 0, 1>, array<i64>]}
// COMMON-SAME: tensor<3x4x8xbf16> {dsv4.name = "layers.0.ffn.experts.w1.weight", dsv4.split = [array<i64: 0, 2>, array<i64: 1>, array<i64>]}
func.func @weights(%a: tensor<12x64xbf16> {dsv4.name = "layers.0.attn.wo_a.weight"},
    %w1: tensor<12x12x8xbf16> {dsv4.name = "layers.0.ffn.experts.w1.weight"}) {
  return
}

// RUN: dsv4-opt %s --dsv4-decompose --split-input-file | FileCheck %s
// RUN: dsv4-opt %s --dsv4-tile-kernels --dsv4-decompose --split-input-file | FileCheck %s --check-prefix=ROWS

// A launch with the scores and the gate by table: K logits per token, not E.

// CHECK-DAG: #[[$X:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// CHECK-DAG: #[[$K:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// CHECK-LABEL: func @named
// CHECK-SAME: %[[X:.*]]: tensor<9x64xbf16>, %[[W:.*]]: tensor<8x64xbf16>, %[[IDS:.*]]: tensor<9xi32>, %[[TABLE:.*]]: tensor<100x2xi32>
// CHECK-NOT: linalg.contract
// CHECK-NOT: 9x8x
// CHECK: cf.assert %{{.*}}, "dsv4.moe_gating_hash: an input id is outside [0, 100)"
// CHECK: tensor.extract %[[TABLE]]
// CHECK: cf.assert %{{.*}}, "dsv4.moe_gating_hash: a table entry is outside [0, 8)"
// What is read does not depend on whether the assertion runs first.
// CHECK: arith.minsi
// CHECK: } -> tensor<9x2xi32>
// The sum over D runs last and in order, as in the product of all experts.
// CHECK: linalg.generic {indexing_maps = [#[[$X]], #[[$K]], #[[$K]]], iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[X]], %{{.*}} : tensor<9x64xbf16>, tensor<9x2xi32>) outs(%{{.*}} : tensor<9x2xf32>)
// CHECK-NEXT: ^bb0(%[[A:.*]]: bf16, %[[E:.*]]: i32, %[[SUM:.*]]: f32):
// CHECK-NEXT: %[[ROW:.*]] = arith.index_cast %[[E]] : i32 to index
// CHECK-NEXT: %[[D:.*]] = linalg.index 2
// CHECK-NEXT: %[[B:.*]] = tensor.extract %[[W]][%[[ROW]], %[[D]]]
// CHECK-DAG:  %[[AF:.*]] = arith.extf %[[A]]
// CHECK-DAG:  %[[BF:.*]] = arith.extf %[[B]]
// CHECK:      %[[P:.*]] = arith.mulf %[[AF]], %[[BF]]
// CHECK-NEXT: arith.addf %[[SUM]], %[[P]]
// CHECK: math.log1p
// CHECK-NOT: 9x8x
// CHECK: return

// Row by row as well: one token, K products.
// ROWS-LABEL: func @named
// ROWS-NOT: linalg.contract
// ROWS: scf.for
// ROWS:   linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]} ins(%{{.*}}, %{{.*}} : tensor<1x64xbf16>, tensor<1x2xi32>) outs(%{{.*}} : tensor<1x2xf32>)
// ROWS-NOT: 1x8x
// ROWS: return
func.func @named(%x: tensor<9x64xbf16>, %w: tensor<8x64xbf16>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>)
    -> (tensor<9x2xf32>, tensor<9x2xi32>) {
  %k:2 = dsv4.kernel "gate_hash" (%x, %w, %ids, %table) : (tensor<9x64xbf16>, tensor<8x64xbf16>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>) {
  ^bb0(%a: tensor<9x64xbf16>, %b: tensor<8x64xbf16>, %c: tensor<9xi32>, %d: tensor<100x2xi32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>} : (tensor<9x64xbf16>, tensor<8x64xbf16>) -> tensor<9x8xf32>
    %p, %i = dsv4.moe_gating_hash(%s, %c, %d) : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
    dsv4.yield %p, %i : tensor<9x2xf32>, tensor<9x2xi32>
  }
  return %k#0, %k#1 : tensor<9x2xf32>, tensor<9x2xi32>
}

// -----

// Sizes that the types leave open, and what only the type of the scores says, are compared before anything is read.
// CHECK-LABEL: func @open_sizes
// CHECK-DAG: cf.assert %{{.*}}, "dsv4.gate_score: dimension 1 of weight is not dimension 1 of x"
// CHECK-DAG: cf.assert %{{.*}}, "dsv4.gate_score: dimension 0 of result #0 is not 9"
// CHECK-DAG: cf.assert %{{.*}}, "dsv4.gate_score: dimension 1 of result #0 is not 8"
// CHECK-DAG: cf.assert %{{.*}}, "dsv4.moe_gating_hash: dimension 0 of input_ids is not dimension 0 of scores"
// CHECK-NOT: linalg.contract
// CHECK: return
// CHECK-LABEL: func @open_rows
// CHECK: %[[IDS:.*]] = tensor.dim %arg2, %{{.*}} : tensor<?xi32>
// CHECK: %[[COUNT:.*]] = tensor.dim %arg0, %{{.*}} : tensor<?x?xf32>
// CHECK: %[[EQUAL:.*]] = arith.cmpi eq, %[[IDS]], %[[COUNT]]
// CHECK: cf.assert %[[EQUAL]], "dsv4.moe_gating_hash: dimension 0 of input_ids is not dimension 0 of scores"
// CHECK-NOT: linalg.contract
// CHECK: return
func.func @open_sizes(%x: tensor<?x?xf32>, %w: tensor<?x?xf32>, %ids: tensor<?xi32>, %table: tensor<100x2xi32>) -> tensor<9x2xf32> {
  %k = dsv4.kernel "gate_hash" (%x, %w, %ids, %table) : (tensor<?x?xf32>, tensor<?x?xf32>, tensor<?xi32>, tensor<100x2xi32>) -> tensor<9x2xf32> {
  ^bb0(%a: tensor<?x?xf32>, %b: tensor<?x?xf32>, %c: tensor<?xi32>, %d: tensor<100x2xi32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<?x?xf32>, tensor<?x?xf32>) -> tensor<9x8xf32>
    %p, %i = dsv4.moe_gating_hash(%s, %c, %d) : (tensor<9x8xf32>, tensor<?xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
    dsv4.yield %p : tensor<9x2xf32>
  }
  return %k : tensor<9x2xf32>
}
func.func @open_rows(%x: tensor<?x?xf32>, %w: tensor<?x?xf32>, %ids: tensor<?xi32>, %table: tensor<100x2xi32>) -> tensor<?x2xf32> {
  %k = dsv4.kernel "gate_hash" (%x, %w, %ids, %table) : (tensor<?x?xf32>, tensor<?x?xf32>, tensor<?xi32>, tensor<100x2xi32>) -> tensor<?x2xf32> {
  ^bb0(%a: tensor<?x?xf32>, %b: tensor<?x?xf32>, %c: tensor<?xi32>, %d: tensor<100x2xi32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<?x?xf32>, tensor<?x?xf32>) -> tensor<?x8xf32>
    %p, %i = dsv4.moe_gating_hash(%s, %c, %d) : (tensor<?x8xf32>, tensor<?xi32>, tensor<100x2xi32>) -> (tensor<?x2xf32>, tensor<?x2xi32>)
    dsv4.yield %p : tensor<?x2xf32>
  }
  return %k : tensor<?x2xf32>
}

// -----

// All logits are needed: the scores leave the launch, or two gates read them, or a softmax looks at all of them. Apart the
// ops are two launches, whose scores lie in memory.
// CHECK-LABEL: func @all_needed
// CHECK-COUNT-4: linalg.contract {{.*}} -> tensor<9x8xf32>
// CHECK: return
func.func @all_needed(%x: tensor<9x64xf32>, %w: tensor<8x64xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>)
    -> (tensor<9x8xf32>, tensor<9x2xf32>, tensor<9x2xf32>, tensor<9x2xf32>, tensor<9x2xf32>, tensor<9x2xf32>) {
  %l:2 = dsv4.kernel "scores_leave" (%x, %w, %ids, %table) : (tensor<9x64xf32>, tensor<8x64xf32>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x8xf32>, tensor<9x2xf32>) {
  ^bb0(%a: tensor<9x64xf32>, %b: tensor<8x64xf32>, %c: tensor<9xi32>, %d: tensor<100x2xi32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<9x64xf32>, tensor<8x64xf32>) -> tensor<9x8xf32>
    %p, %i = dsv4.moe_gating_hash(%s, %c, %d) : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
    dsv4.yield %s, %p : tensor<9x8xf32>, tensor<9x2xf32>
  }
  %t:2 = dsv4.kernel "two_gates" (%x, %w, %ids, %table) : (tensor<9x64xf32>, tensor<8x64xf32>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xf32>) {
  ^bb0(%a: tensor<9x64xf32>, %b: tensor<8x64xf32>, %c: tensor<9xi32>, %d: tensor<100x2xi32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<9x64xf32>, tensor<8x64xf32>) -> tensor<9x8xf32>
    %p, %i = dsv4.moe_gating_hash(%s, %c, %d) : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
    %q, %j = dsv4.moe_gating_top_k(%s) {top_k = 2 : i64} : (tensor<9x8xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
    dsv4.yield %p, %q : tensor<9x2xf32>, tensor<9x2xf32>
  }
  %m = dsv4.kernel "softmax" (%x, %w, %ids, %table) : (tensor<9x64xf32>, tensor<8x64xf32>, tensor<9xi32>, tensor<100x2xi32>) -> tensor<9x2xf32> {
  ^bb0(%a: tensor<9x64xf32>, %b: tensor<8x64xf32>, %c: tensor<9xi32>, %d: tensor<100x2xi32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<softmax>} : (tensor<9x64xf32>, tensor<8x64xf32>) -> tensor<9x8xf32>
    %p, %i = dsv4.moe_gating_hash(%s, %c, %d) : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
    dsv4.yield %p : tensor<9x2xf32>
  }
  %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<9x64xf32>, tensor<8x64xf32>) -> tensor<9x8xf32>
  %p, %i = dsv4.moe_gating_hash(%s, %ids, %table) : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return %l#0, %l#1, %t#0, %t#1, %m, %p : tensor<9x8xf32>, tensor<9x2xf32>, tensor<9x2xf32>, tensor<9x2xf32>, tensor<9x2xf32>, tensor<9x2xf32>
}

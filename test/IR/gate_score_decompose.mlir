// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-DAG: #[[$X_MAP:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// CHECK-DAG: #[[$W_MAP:.*]] = affine_map<(d0, d1, d2) -> (d1, d2)>
// CHECK-DAG: #[[$Z_MAP:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>

// Equal narrow types go into the contraction as they are: their products are exact in f32.
// CHECK-LABEL: func @sqrtsoftplus
// CHECK-SAME: %[[X:.*]]: tensor<9x64xbf16>, %[[W:.*]]: tensor<8x64xbf16>
func.func @sqrtsoftplus(%x: tensor<9x64xbf16>, %w: tensor<8x64xbf16>) -> tensor<9x8xf32> {
  // CHECK-NOT: arith.extf
  // CHECK: %[[Z:.*]] = linalg.contract indexing_maps = [#[[$X_MAP]], #[[$W_MAP]], #[[$Z_MAP]]] ins(%[[X]], %[[W]] : tensor<9x64xbf16>, tensor<8x64xbf16>) outs(%{{.*}} : tensor<9x8xf32>)
  // sqrt(max(z, 0) + log1p(exp(-abs(z)))): exp never overflows.
  // CHECK: linalg.generic {{.*}} ins(%[[Z]] : tensor<9x8xf32>)
  // CHECK: %[[ZERO:.*]] = arith.constant 0.000000e+00 : f32
  // CHECK: %[[POSITIVE:.*]] = arith.maximumf %[[IN:.*]], %[[ZERO]]
  // CHECK: %[[ABS:.*]] = math.absf %[[IN]]
  // CHECK: %[[NEG:.*]] = arith.negf %[[ABS]]
  // CHECK: %[[EXP:.*]] = math.exp %[[NEG]]
  // CHECK: %[[LOG:.*]] = math.log1p %[[EXP]]
  // CHECK: %[[SOFTPLUS:.*]] = arith.addf %[[POSITIVE]], %[[LOG]]
  // CHECK: math.sqrt %[[SOFTPLUS]]
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
      : (tensor<9x64xbf16>, tensor<8x64xbf16>) -> tensor<9x8xf32>
  return %scores : tensor<9x8xf32>
}

// Different types are multiplied as they are too: the contraction widens each value.
// CHECK-LABEL: func @mixed_types
// CHECK-SAME: %[[X:.*]]: tensor<9x64xbf16>, %[[W:.*]]: tensor<8x64xf16>
func.func @mixed_types(%x: tensor<9x64xbf16>, %w: tensor<8x64xf16>) -> tensor<9x8xf32> {
  // CHECK: linalg.contract {{.*}} ins(%[[X]], %[[W]] : tensor<9x64xbf16>, tensor<8x64xf16>) outs(%{{.*}} : tensor<9x8xf32>)
  // sigmoid
  // CHECK: %[[NEG:.*]] = arith.negf
  // CHECK: %[[ONE:.*]] = arith.constant 1.000000e+00 : f32
  // CHECK: %[[EXP:.*]] = math.exp %[[NEG]]
  // CHECK: %[[SUM:.*]] = arith.addf %[[ONE]], %[[EXP]]
  // CHECK: arith.divf %{{.*}}, %[[SUM]]
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xbf16>, tensor<8x64xf16>) -> tensor<9x8xf32>
  return %scores : tensor<9x8xf32>
}

// Softmax over the experts, the last dimension; decomposed in turn.
// CHECK-LABEL: func @softmax
// CHECK-NOT: linalg.softmax
func.func @softmax(%x: tensor<?x?x64xf32>, %w: tensor<8x64xf32>) -> tensor<?x?x8xf32> {
  // CHECK: %[[Z:.*]] = linalg.contract {{.*}} -> tensor<?x?x8xf32>
  // CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[Z]] : tensor<?x?x8xf32>)
  // CHECK: arith.subf
  // CHECK-NEXT: math.exp
  // CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]}
  // CHECK: arith.divf
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<softmax>}
      : (tensor<?x?x64xf32>, tensor<8x64xf32>) -> tensor<?x?x8xf32>
  return %scores : tensor<?x?x8xf32>
}

// Sizes that the types leave open are checked before anything is read.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?xbf16>, %w: tensor<?x?xbf16>) -> tensor<?x?xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.gate_score: dimension 1 of weight is not dimension 1 of x"
  // CHECK: linalg.contract {{.*}} -> tensor<?x?xf32>
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<?x?xbf16>, tensor<?x?xbf16>) -> tensor<?x?xf32>
  return %scores : tensor<?x?xf32>
}

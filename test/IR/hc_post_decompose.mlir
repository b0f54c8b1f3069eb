// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// Loops (token, k, d, j). comb is read as [token, j, k]: the sum runs over its first axis.
// CHECK-DAG: #[[$COMB_MAP:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d3, d1)>
// CHECK-DAG: #[[$RESIDUAL_MAP:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d3, d2)>
// CHECK-DAG: #[[$Y_MAP:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2)>

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<5x64xbf16>, %[[RESIDUAL:.*]]: tensor<5x4x64xbf16>, %[[POST:.*]]: tensor<5x4xf32>, %[[COMB:.*]]: tensor<5x4x4xf32>
func.func @static(%x: tensor<5x64xbf16>, %residual: tensor<5x4x64xbf16>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>)
    -> tensor<5x4x64xbf16> {
  // CHECK: %[[X32:.*]] = linalg.generic {{.*}} ins(%[[X]] : tensor<5x64xbf16>)
  // CHECK-NEXT: ^bb0
  // CHECK-NEXT: arith.extf
  // CHECK-NEXT: linalg.yield
  // CHECK: %[[RESIDUAL32:.*]] = linalg.generic {{.*}} ins(%[[RESIDUAL]] : tensor<5x4x64xbf16>)
  // CHECK: %[[WRITTEN:.*]] = linalg.generic {{.*}} ins(%[[POST]], %[[X32]] : tensor<5x4xf32>, tensor<5x64xf32>)
  // CHECK-NEXT: ^bb0(%[[P:.*]]: f32, %[[V:.*]]: f32,
  // CHECK-NEXT: arith.mulf %[[P]], %[[V]]
  // The streams are added to post * x in f32.
  // CHECK: %[[Y:.*]] = linalg.contract indexing_maps = [#[[$COMB_MAP]], #[[$RESIDUAL_MAP]], #[[$Y_MAP]]] ins(%[[COMB]], %[[RESIDUAL32]] : {{.*}}) outs(%[[WRITTEN]] : tensor<5x4x64xf32>)
  // Rounded once.
  // CHECK: linalg.generic {{.*}} ins(%[[Y]] : tensor<5x4x64xf32>)
  // CHECK: arith.truncf
  // CHECK-NOT: arith.truncf
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xbf16>, tensor<5x4x64xbf16>, tensor<5x4xf32>, tensor<5x4x4xf32>) -> tensor<5x4x64xbf16>
  return %y : tensor<5x4x64xbf16>
}

// Sizes that the types leave open are checked before anything is read.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?xf32>, %residual: tensor<?x?x4x?xf32>, %post: tensor<?x?x?xf32>, %comb: tensor<?x?x4x4xf32>)
    -> tensor<?x?x4x?xf32> {
  // CHECK-NOT: linalg.generic
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 0 of x is not dimension 0 of residual"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 1 of x is not dimension 1 of residual"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 2 of x is not dimension 3 of residual"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 0 of post is not dimension 0 of residual"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 1 of post is not dimension 1 of residual"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 2 of post is not dimension 2 of residual"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 0 of comb is not dimension 0 of residual"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 1 of comb is not dimension 1 of residual"
  // CHECK: linalg.contract {{.*}}
  // post is the first to give the size of k, so the result type is checked too.
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_post: dimension 2 of result #0 is not 4"
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<?x?x?xf32>, tensor<?x?x4x?xf32>, tensor<?x?x?xf32>, tensor<?x?x4x4xf32>) -> tensor<?x?x4x?xf32>
  return %y : tensor<?x?x4x?xf32>
}

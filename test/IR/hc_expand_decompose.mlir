// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// A broadcast.
// CHECK-DAG: #[[$IN:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d1, d3)>
// CHECK-DAG: #[[$OUT:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
// CHECK-LABEL: func @main
// CHECK-SAME: %[[X:.*]]: tensor<2x5x16xbf16>
func.func @main(%x: tensor<2x5x16xbf16>) -> tensor<2x5x4x16xbf16> {
  // CHECK: %[[Y:.*]] = linalg.generic {indexing_maps = [#[[$IN]], #[[$OUT]]], {{.*}}} ins(%[[X]] : tensor<2x5x16xbf16>) outs(%{{.*}} : tensor<2x5x4x16xbf16>)
  // CHECK-NEXT: ^bb0(%[[V:[^:]*]]: bf16,
  // CHECK-NEXT: linalg.yield %[[V]]
  // CHECK: return %[[Y]]
  %y = dsv4.hc_expand(%x) {hc_mult = 4 : i64} : (tensor<2x5x16xbf16>) -> tensor<2x5x4x16xbf16>
  return %y : tensor<2x5x4x16xbf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?xf32>) -> tensor<?x2x?xf32> {
  // CHECK: tensor.empty(%{{.*}}, %{{.*}}) : tensor<?x2x?xf32>
  %y = dsv4.hc_expand(%x) {hc_mult = 2 : i64} : (tensor<?x?xf32>) -> tensor<?x2x?xf32>
  return %y : tensor<?x2x?xf32>
}

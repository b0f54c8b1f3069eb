// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// Loops (token, row, reduced): a matrix product with the second operand transposed.
// CHECK-DAG: #[[$LHS:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// CHECK-DAG: #[[$RHS:.*]] = affine_map<(d0, d1, d2) -> (d1, d2)>
// CHECK-DAG: #[[$OUT:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// CHECK-DAG: #[[$STREAMS:.*]] = affine_map<(d0, d1, d2) -> (d0, d2, d1)>

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<5x4x64xbf16>, %[[FN:.*]]: tensor<4x256xf32>, %[[SCALE:.*]]: tensor<1xf32>, %[[BASE:.*]]: tensor<4xf32>
func.func @static(%x: tensor<5x4x64xbf16>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) -> tensor<5x64xbf16> {
  // CHECK: %[[WIDE:.*]] = linalg.generic {{.*}} ins(%[[X]] : tensor<5x4x64xbf16>)
  // CHECK: arith.extf
  // norm_eps belongs to the mean over h * D.
  // CHECK: %[[SQUARES:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "reduction", "reduction"]} ins(%[[WIDE]] :
  // CHECK: %[[COUNT:.*]] = arith.constant 2.560000e+02 : f32
  // CHECK: %[[INV:.*]] = linalg.generic {{.*}} ins(%[[SQUARES]] :
  // CHECK: %[[MEAN:.*]] = arith.divf %{{.*}}, %[[COUNT]]
  // CHECK: %[[NORM_EPS:.*]] = arith.constant 9.99999974E-6 : f32
  // CHECK: %[[BIASED:.*]] = arith.addf %[[MEAN]], %[[NORM_EPS]]
  // CHECK: math.rsqrt %[[BIASED]]
  // Stream-major, and normalised after the product.
  // CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[WIDE]] {{\[}}[0], [1, 2]] : tensor<5x4x64xf32> into tensor<5x256xf32>
  // CHECK: %[[MIX:.*]] = linalg.contract indexing_maps = [#[[$LHS]], #[[$RHS]], #[[$OUT]]] ins(%[[FLAT]], %[[FN]] :
  // CHECK: %[[S:.*]] = tensor.extract_slice %[[SCALE]][0] [1] [1] : tensor<1xf32> to tensor<f32>
  // CHECK: %[[PRE:.*]] = linalg.generic {{.*}} ins(%[[MIX]], %[[INV]], %[[S]], %[[BASE]] :
  // CHECK-NEXT: ^bb0(%[[M:.*]]: f32, %[[I:.*]]: f32, %[[SC:.*]]: f32, %[[B:.*]]: f32,
  // CHECK-NEXT: %[[NORM:.*]] = arith.mulf %[[M]], %[[I]]
  // CHECK-NEXT: %[[SCALED:.*]] = arith.mulf %[[NORM]], %[[SC]]
  // CHECK-NEXT: arith.addf %[[SCALED]], %[[B]]
  // CHECK: %[[SIGMOID:.*]] = arith.divf
  // CHECK-NEXT: %[[HC_EPS:.*]] = arith.constant 9.99999997E-7 : f32
  // CHECK-NEXT: arith.addf %[[SIGMOID]], %[[HC_EPS]]
  // The weighted sum is of the streams as they are.
  // CHECK: %[[Y:.*]] = linalg.contract indexing_maps = [#[[$LHS]], #[[$STREAMS]], #[[$OUT]]] ins(%[[PRE]], %[[WIDE]] :
  // CHECK: linalg.generic {{.*}} ins(%[[Y]] : tensor<5x64xf32>)
  // CHECK: arith.truncf
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-5}
      : (tensor<5x4x64xbf16>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>) -> tensor<5x64xbf16>
  return %y : tensor<5x64xbf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x4x?xf32>, %fn: tensor<4x?xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) -> tensor<?x?x?xf32> {
  // CHECK: %[[PRODUCT:.*]] = arith.muli
  // CHECK: %[[OK:.*]] = arith.cmpi eq, %[[PRODUCT]], %{{.*}} : index
  // CHECK: cf.assert %[[OK]], "dsv4.hc_head: dimension 1 of hc_fn is not 4 times dimension 3 of x"
  // CHECK: tensor.collapse_shape %{{.*}} {{\[}}[0], [1], [2, 3]] : tensor<?x?x4x?xf32> into tensor<?x?x?xf32>
  // CHECK: linalg.contract {{.*}} -> tensor<?x?x4xf32>
  // CHECK: linalg.contract {{.*}} -> tensor<?x?x?xf32>
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-5}
      : (tensor<?x?x4x?xf32>, tensor<4x?xf32>, tensor<1xf32>, tensor<4xf32>) -> tensor<?x?x?xf32>
  return %y : tensor<?x?x?xf32>
}

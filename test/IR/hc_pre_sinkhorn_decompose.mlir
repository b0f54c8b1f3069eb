// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// Row and column of comb are d1 and d2.
// CHECK-DAG: #[[$ALL:.*]] = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
// CHECK-DAG: #[[$ROW:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// CHECK-DAG: #[[$COLUMN:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// In the sum over a column the reduced dimension comes last: (d0, column, row).
// CHECK-DAG: #[[$TRANSPOSED:.*]] = affine_map<(d0, d1, d2) -> (d0, d2, d1)>

// CHECK-LABEL: func @reference_layout
// CHECK-SAME: %[[MIX:.*]]: tensor<5x24xf32>, %[[X:.*]]: tensor<5x4x63xbf16>, %[[SCALE:.*]]: tensor<3xf32>, %[[BASE:.*]]: tensor<24xf32>
func.func @reference_layout(%mix: tensor<5x24xf32>, %x: tensor<5x4x63xbf16>, %scale: tensor<3xf32>, %base: tensor<24xf32>)
    -> (tensor<5x63xbf16>, tensor<5x4xf32>, tensor<5x4x4xf32>) {
  // pre = sigmoid(mix[0:4] * scale[0] + base[0:4]) + hc_eps
  // CHECK: %[[M0:.*]] = tensor.extract_slice %[[MIX]][0, 0] [5, 4] [1, 1]
  // CHECK: %[[S0:.*]] = tensor.extract_slice %[[SCALE]][0] [1] [1] : tensor<3xf32> to tensor<f32>
  // CHECK: %[[B0:.*]] = tensor.extract_slice %[[BASE]][0] [4] [1]
  // CHECK: linalg.generic {{.*}} ins(%[[M0]], %[[S0]], %[[B0]] :
  // CHECK-NEXT: ^bb0(%[[M:.*]]: f32, %[[S:.*]]: f32, %[[B:.*]]: f32, %{{.*}}: f32):
  // CHECK-NEXT: %[[SCALED:.*]] = arith.mulf %[[M]], %[[S]]
  // CHECK-NEXT: arith.addf %[[SCALED]], %[[B]]
  // CHECK: %[[PRE:.*]] = linalg.generic
  // CHECK: math.exp
  // CHECK: %[[SIGMOID:.*]] = arith.divf
  // CHECK-NEXT: %[[EPS:.*]] = arith.constant 9.99999997E-7 : f32
  // CHECK-NEXT: arith.addf %[[SIGMOID]], %[[EPS]]

  // post = 2 * sigmoid(mix[4:8] * scale[1] + base[4:8]), without epsilon
  // CHECK: tensor.extract_slice %[[MIX]][0, 4] [5, 4] [1, 1]
  // CHECK: tensor.extract_slice %[[SCALE]][1] [1] [1]
  // CHECK: tensor.extract_slice %[[BASE]][4] [4] [1]
  // CHECK: %[[POST:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel"]} ins(%{{[^,]*}} : tensor<5x4xf32>)
  // CHECK: %[[SIGMOID:.*]] = arith.divf
  // CHECK-NEXT: %[[TWO:.*]] = arith.constant 2.000000e+00 : f32
  // CHECK-NEXT: %[[DOUBLE:.*]] = arith.mulf %[[SIGMOID]], %[[TWO]]
  // CHECK-NEXT: linalg.yield %[[DOUBLE]]

  // The logits of comb: mix[8:24] and base[8:24], row-major.
  // CHECK: tensor.extract_slice %[[MIX]][0, 8] [5, 16] [1, 1]
  // CHECK: tensor.extract_slice %[[SCALE]][2] [1] [1]
  // CHECK: tensor.extract_slice %[[BASE]][8] [16] [1]
  // CHECK: tensor.expand_shape %{{.*}} {{\[}}[0], [1, 2]] output_shape [5, 4, 4]
  // CHECK: tensor.expand_shape %{{.*}} {{\[}}[0, 1]] output_shape [4, 4]
  // CHECK: %[[LOGITS:.*]] = linalg.generic

  // Softmax over a row: maximum subtracted, no epsilon in the denominator, hc_eps on the quotient.
  // CHECK: arith.constant 0xFF800000 : f32
  // CHECK: %[[MAX:.*]] = linalg.generic {indexing_maps = [#[[$ALL]], #[[$ROW]]], iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[LOGITS]] :
  // CHECK: arith.maximumf
  // CHECK: %[[EXP:.*]] = linalg.generic {{.*}} ins(%[[LOGITS]], %[[MAX]] :
  // CHECK: arith.subf
  // CHECK-NEXT: math.exp
  // CHECK: %[[SUM:.*]] = linalg.generic {indexing_maps = [#[[$ALL]], #[[$ROW]]], iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[EXP]] :
  // CHECK: %[[SOFTMAX:.*]] = linalg.generic {{.*}} ins(%[[EXP]], %[[SUM]] :
  // CHECK-NEXT: ^bb0(%[[E:.*]]: f32, %[[S:.*]]: f32,
  // CHECK-NEXT: %[[QUOTIENT:.*]] = arith.divf %[[E]], %[[S]]
  // CHECK-NEXT: %[[EPS:.*]] = arith.constant 9.99999997E-7 : f32
  // CHECK-NEXT: arith.addf %[[QUOTIENT]], %[[EPS]]

  // The first pass over the columns, with hc_eps in the denominator.
  // CHECK: %[[SUMS:.*]] = linalg.generic {indexing_maps = [#[[$TRANSPOSED]], #[[$ROW]]], iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[SOFTMAX]] :
  // CHECK: %[[FIRST:.*]] = linalg.generic {indexing_maps = [#[[$COLUMN]], #[[$ALL]]], {{.*}} ins(%[[SUMS]] : tensor<5x4xf32>) outs(%[[SOFTMAX]] :
  // CHECK-NEXT: ^bb0(%[[S:.*]]: f32, %[[C:.*]]: f32):
  // CHECK-NEXT: %[[EPS:.*]] = arith.constant 9.99999997E-7 : f32
  // CHECK-NEXT: %[[BIASED:.*]] = arith.addf %[[S]], %[[EPS]]
  // CHECK-NEXT: arith.divf %[[C]], %[[BIASED]]

  // 20 iterations are 19 more rounds of rows, then columns.
  // CHECK-DAG: %[[ZERO:.*]] = arith.constant 0 : index
  // CHECK-DAG: %[[ROUNDS:.*]] = arith.constant 19 : index
  // CHECK-DAG: %[[ONE:.*]] = arith.constant 1 : index
  // CHECK: %[[COMB:.*]] = scf.for %{{.*}} = %[[ZERO]] to %[[ROUNDS]] step %[[ONE]] iter_args(%[[C:.*]] = %[[FIRST]])
  // CHECK: %[[ROWS:.*]] = linalg.generic {indexing_maps = [#[[$ALL]], #[[$ROW]]], {{.*}} ins(%[[C]] :
  // CHECK: %[[BY_ROW:.*]] = linalg.generic {indexing_maps = [#[[$ROW]], #[[$ALL]]], {{.*}} ins(%[[ROWS]] : tensor<5x4xf32>) outs(%[[C]] :
  // CHECK: %[[COLUMNS:.*]] = linalg.generic {indexing_maps = [#[[$TRANSPOSED]], #[[$ROW]]], {{.*}} ins(%[[BY_ROW]] :
  // CHECK: %[[BY_COLUMN:.*]] = linalg.generic {indexing_maps = [#[[$COLUMN]], #[[$ALL]]], {{.*}} ins(%[[COLUMNS]] : tensor<5x4xf32>) outs(%[[BY_ROW]] :
  // CHECK: scf.yield %[[BY_COLUMN]]

  // y = sum_j pre[j] * hidden[j] of the streams as they are, rounded once.
  // CHECK: %[[WIDE:.*]] = linalg.generic {{.*}} ins(%[[X]] : tensor<5x4x63xbf16>)
  // CHECK: %[[Y:.*]] = linalg.contract indexing_maps = [#[[$COLUMN]], #[[$TRANSPOSED]], #[[$ROW]]] ins(%[[PRE]], %[[WIDE]] : tensor<5x4xf32>, tensor<5x4x63xf32>)
  // CHECK: %[[ROUNDED:.*]] = linalg.generic {{.*}} ins(%[[Y]] : tensor<5x63xf32>)
  // CHECK: arith.truncf
  // CHECK: return %[[ROUNDED]], %[[POST]], %[[COMB]]
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x63xbf16>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x63xbf16>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return %y, %post, %comb : tensor<5x63xbf16>, tensor<5x4xf32>, tensor<5x4x4xf32>
}

// One iteration is the softmax and one pass over the columns: no loop.
// CHECK-LABEL: func @one_iteration
// CHECK-NOT: scf.for
// CHECK: return
func.func @one_iteration(%mix: tensor<5x24xf32>, %x: tensor<5x4x63xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>)
    -> tensor<5x4x4xf32> {
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 1 : i64}
      : (tensor<5x24xf32>, tensor<5x4x63xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x63xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return %comb : tensor<5x4x4xf32>
}

// The layout of the RFC: row 0 to pre[j], row 1 to post[j], element j of row 2 to the row j of comb.
// CHECK-LABEL: func @rfc_layout
// CHECK-SAME: %[[MIX:.*]]: tensor<?x8xf32>, %{{.*}}: tensor<?x2x?xf32>, %[[SCALE:.*]]: tensor<3x2xf32>, %[[BASE:.*]]: tensor<3x2xf32>
func.func @rfc_layout(%mix: tensor<?x8xf32>, %x: tensor<?x2x?xf32>, %scale: tensor<3x2xf32>, %base: tensor<3x2xf32>)
    -> (tensor<?x?xf32>, tensor<?x2xf32>, tensor<?x2x2xf32>) {
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_pre_sinkhorn: dimension 0 of mix is not dimension 0 of hidden"
  // CHECK: tensor.extract_slice %[[SCALE]][0, 0] [1, 2] [1, 1] : tensor<3x2xf32> to tensor<2xf32>
  // CHECK: tensor.extract_slice %[[BASE]][0, 0] [1, 2] [1, 1] : tensor<3x2xf32> to tensor<2xf32>
  // CHECK: tensor.extract_slice %[[SCALE]][1, 0] [1, 2] [1, 1]
  // CHECK: tensor.extract_slice %[[BASE]][1, 0] [1, 2] [1, 1]
  // CHECK: %[[S2:.*]] = tensor.extract_slice %[[SCALE]][2, 0] [1, 2] [1, 1]
  // CHECK: %[[B2:.*]] = tensor.extract_slice %[[BASE]][2, 0] [1, 2] [1, 1]
  // CHECK: %[[MATRIX:.*]] = tensor.expand_shape %{{.*}} {{\[}}[0], [1, 2]] output_shape [%{{.*}}, 2, 2]
  // CHECK: linalg.generic {indexing_maps = [#[[$ALL]], #[[J:.*]], #[[J]], #[[$ALL]]], {{.*}} ins(%[[MATRIX]], %[[S2]], %[[B2]] :
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
      : (tensor<?x8xf32>, tensor<?x2x?xf32>, tensor<3x2xf32>, tensor<3x2xf32>)
     -> (tensor<?x?xf32>, tensor<?x2xf32>, tensor<?x2x2xf32>)
  return %y, %post, %comb : tensor<?x?xf32>, tensor<?x2xf32>, tensor<?x2x2xf32>
}

// Sizes that the types leave open are checked before anything is read.
// CHECK-LABEL: func @open_sizes
func.func @open_sizes(%mix: tensor<?x?xf32>, %x: tensor<?x4x?xf32>, %scale: tensor<?xf32>, %base: tensor<?xf32>) -> tensor<?x?xf32> {
  // CHECK-NOT: linalg.generic
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_pre_sinkhorn: dimension 0 of mix is not dimension 0 of hidden"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_pre_sinkhorn: dimension 1 of mix is not 24 = (2 + h) * h with h = 4"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_pre_sinkhorn: dimension 0 of hc_scale is not 3"
  // CHECK: cf.assert %{{.*}}, "dsv4.hc_pre_sinkhorn: dimension 0 of hc_base is not 24"
  // CHECK: linalg.generic
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<?x?xf32>, tensor<?x4x?xf32>, tensor<?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>, tensor<?x4xf32>, tensor<?x4x4xf32>)
  return %y : tensor<?x?xf32>
}

// Without tokens no slice is taken.
// CHECK-LABEL: func @no_tokens
// CHECK-NOT: tensor.extract_slice %{{.*}} : tensor<0x
// CHECK: return
func.func @no_tokens(%mix: tensor<0x24xf32>, %x: tensor<0x4x8xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>)
    -> (tensor<0x8xf32>, tensor<0x4xf32>, tensor<0x4x4xf32>) {
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<0x24xf32>, tensor<0x4x8xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<0x8xf32>, tensor<0x4xf32>, tensor<0x4x4xf32>)
  return %y, %post, %comb : tensor<0x8xf32>, tensor<0x4xf32>, tensor<0x4x4xf32>
}

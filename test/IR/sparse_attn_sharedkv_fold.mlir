// RUN: dsv4-opt %s -canonicalize | FileCheck %s

// Tensors without rows number nothing: a first prefill has no ring, a short one no compressed rows.
// CHECK-LABEL: func @empty_tensors
// CHECK-SAME: %[[Q:[^ ]*]]: tensor<1x5x4x16xf32>, %[[SINK:[^ ]*]]: tensor<4xf32>, %[[I:[^ ]*]]: tensor<1x5x7xi32>, %{{[^ ]*}}: tensor<1x0x16xf32>, %[[NEW:[^ ]*]]: tensor<1x5x16xf32>
func.func @empty_tensors(%q: tensor<1x5x4x16xf32>, %sink: tensor<4xf32>, %i: tensor<1x5x7xi32>, %ring: tensor<1x0x16xf32>, %new: tensor<1x5x16xf32>, %rows: tensor<1x0x16xf32>)
    -> tensor<1x5x4x16xf32> {
  // CHECK-NEXT: dsv4.sparse_attn_sharedkv(%[[Q]], %[[SINK]], %[[I]], %[[NEW]]) {softmax_scale = 2.500000e-01 : f64}
  // CHECK-SAME: : (tensor<1x5x4x16xf32>, tensor<4xf32>, tensor<1x5x7xi32>, tensor<1x5x16xf32>) -> tensor<1x5x4x16xf32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %ring, %new, %rows) {softmax_scale = 0.25}
      : (tensor<1x5x4x16xf32>, tensor<4xf32>, tensor<1x5x7xi32>, tensor<1x0x16xf32>, tensor<1x5x16xf32>, tensor<1x0x16xf32>) -> tensor<1x5x4x16xf32>
  return %o : tensor<1x5x4x16xf32>
}

// One tensor stays.
// CHECK-LABEL: func @nothing_else
// CHECK-SAME: %[[A:[^ ]*]]: tensor<1x0x16xf32>, %{{[^ ]*}}: tensor<1x0x16xf32>)
func.func @nothing_else(%q: tensor<1x5x4x16xf32>, %sink: tensor<4xf32>, %i: tensor<1x5x7xi32>, %a: tensor<1x0x16xf32>, %b: tensor<1x0x16xf32>) -> tensor<1x5x4x16xf32> {
  // CHECK-NEXT: dsv4.sparse_attn_sharedkv(%{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}}, %[[A]])
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %a, %b) {softmax_scale = 0.25}
      : (tensor<1x5x4x16xf32>, tensor<4xf32>, tensor<1x5x7xi32>, tensor<1x0x16xf32>, tensor<1x0x16xf32>) -> tensor<1x5x4x16xf32>
  return %o : tensor<1x5x4x16xf32>
}

// Its number of rows is not known, or its other sizes are still to be compared: it stays.
// CHECK-LABEL: func @checked_at_run_time
func.func @checked_at_run_time(%q: tensor<1x5x4x16xf32>, %sink: tensor<4xf32>, %i: tensor<1x5x7xi32>, %a: tensor<1x?x16xf32>, %b: tensor<?x0x16xf32>) -> tensor<1x5x4x16xf32> {
  // CHECK-NEXT: dsv4.sparse_attn_sharedkv({{.*}}) {softmax_scale = 2.500000e-01 : f64} : (tensor<1x5x4x16xf32>, tensor<4xf32>, tensor<1x5x7xi32>, tensor<1x?x16xf32>, tensor<?x0x16xf32>)
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %a, %b) {softmax_scale = 0.25}
      : (tensor<1x5x4x16xf32>, tensor<4xf32>, tensor<1x5x7xi32>, tensor<1x?x16xf32>, tensor<?x0x16xf32>) -> tensor<1x5x4x16xf32>
  return %o : tensor<1x5x4x16xf32>
}

// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @main
// CHECK-SAME: %[[Q:[^ ]*]]: tensor<1x5x16x32xbf16>, %[[KEYS:[^ ]*]]: tensor<1x9x32xbf16>, %[[W:[^ ]*]]: tensor<1x5x16xbf16>, %[[START:[^ ]*]]: tensor<1xi32>, %[[LENS:[^ ]*]]: tensor<1xi32>
func.func @main(%q: tensor<1x5x16x32xbf16>, %keys: tensor<1x9x32xbf16>, %w: tensor<1x5x16xbf16>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x5x?xbf16> {
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // The request with most rows says how many keys are read: no more, whatever the cache could hold.
  // CHECK: arith.divsi
  // CHECK: arith.maxsi
  // CHECK: %[[ROWS:.*]] = tensor.extract %{{.*}}[] : tensor<i32>
  // CHECK: arith.cmpi sle, %[[ROWS]], %{{.*}}
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: a request has more compressed rows than keys"
  // CHECK: %[[WIDTH:.*]] = arith.index_cast %[[ROWS]] : i32 to index
  // CHECK: %[[READ:.*]] = arith.index_cast %[[ROWS]] : i32 to index
  // CHECK: %[[PRESENT:.*]] = tensor.extract_slice %[[KEYS]][0, 0, 0] [1, %[[READ]], 32]
  // CHECK: %[[PRODUCTS:.*]] = linalg.contract {{.*}} ins(%[[Q]], %[[PRESENT]] : tensor<1x5x16x32xbf16>, tensor<1x?x32xbf16>) outs(%{{.*}} : tensor<1x5x16x?xf32>)
  // relu per head, then the weight, which may be negative, then the sum over heads, all in f32.
  // CHECK: %[[SUMS:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%[[PRODUCTS]], %{{.*}} :
  // CHECK: %[[ZERO:.*]] = arith.constant 0.000000e+00 : f32
  // CHECK: %[[POSITIVE:.*]] = arith.maximumf %{{.*}}, %[[ZERO]]
  // CHECK: %[[WEIGHTED:.*]] = arith.mulf %[[POSITIVE]], %{{.*}}
  // CHECK: arith.addf %{{.*}}, %[[WEIGHTED]]
  // Rows that this request does not have and padding score 0.
  // CHECK: %[[SCORES:.*]] = linalg.generic {{.*}} ins(%[[START]], %[[LENS]] :
  // CHECK: scf.if
  // CHECK: tensor.extract %[[SUMS]]
  // CHECK: } else {
  // CHECK: arith.constant 0.000000e+00 : f32
  // One rounding.
  // CHECK: linalg.generic {{.*}} ins(%[[SCORES]] :
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<1x5x16x32xbf16>, tensor<1x9x32xbf16>, tensor<1x5x16xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  return %scores : tensor<1x5x?xbf16>
}

// A static width must be wide enough; no key is read for what it is wider.
// CHECK-LABEL: func @declared_width
func.func @declared_width(%q: tensor<?x?x?x?xf32>, %keys: tensor<?x?x?xf32>, %w: tensor<?x?x?xf32>, %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x?x7xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: dimension 0 of start_pos is not dimension 0 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: dimension 0 of query_lens is not dimension 0 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: dimension 0 of keys is not dimension 0 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: dimension 2 of keys is not dimension 3 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: dimension 0 of weights is not dimension 0 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: dimension 1 of weights is not dimension 1 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: dimension 2 of weights is not dimension 2 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: a request has more compressed rows than keys"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: dimension 2 of scores needs more than the static 7"
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<?x?x?x?xf32>)
  // CHECK: tensor.empty(%{{.*}}, %{{.*}}) : tensor<?x?x7xf32>
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x?x7xf32>
  return %scores : tensor<?x?x7xf32>
}

// An empty cache is not sliced.
// CHECK-LABEL: func @no_keys
// CHECK-NOT: tensor.extract_slice
func.func @no_keys(%q: tensor<1x3x4x16xf32>, %keys: tensor<1x0x16xf32>, %w: tensor<1x3x4xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x3x?xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_scores: a request has more compressed rows than keys"
  // CHECK: return
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<1x3x4x16xf32>, tensor<1x0x16xf32>, tensor<1x3x4xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x3x?xf32>
  return %scores : tensor<1x3x?xf32>
}

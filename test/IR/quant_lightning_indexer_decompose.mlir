// RUN: dsv4-opt %s -transform-interpreter | FileCheck %s
// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --check-prefix=LINALG

// The op is the two it is made of: between them a tensor-parallel model adds up the scores of its ranks. A static width
// of the result is one of padding, which the second of the two does.
// CHECK-LABEL: func @main
// CHECK-SAME: %[[Q:[^ ]*]]: tensor<1x5x16x32xbf16>, %[[KEYS:[^ ]*]]: tensor<1x9x32xbf16>, %[[W:[^ ]*]]: tensor<1x5x16xbf16>, %[[START:[^ ]*]]: tensor<1xi32>, %[[LENS:[^ ]*]]: tensor<1xi32>
// CHECK-NEXT: %[[SCORES:.*]] = dsv4.indexer_scores(%[[Q]], %[[KEYS]], %[[W]], %[[START]], %[[LENS]]) {ratio = 4 : i64}
// CHECK-SAME: -> tensor<1x5x?xbf16>
// CHECK-NEXT: %[[I:.*]] = dsv4.indexer_top_k(%[[SCORES]], %[[START]], %[[LENS]]) {offset = 133 : i64, ratio = 4 : i64, topk_limit = 3 : i64}
// CHECK-SAME: -> tensor<1x5x3xi32>
// CHECK-NEXT: return %[[I]]
// LINALG-NOT: dsv4.quant_lightning_indexer
// LINALG: linalg.contract
// LINALG: "dsv4.indexer_top_k: dimension 2 of indices needs more than the static 3"
func.func @main(%q: tensor<1x5x16x32xbf16>, %keys: tensor<1x9x32xbf16>, %w: tensor<1x5x16xbf16>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x5x3xi32> {
  %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {offset = 133 : i64, ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<1x5x16x32xbf16>, tensor<1x9x32xbf16>, tensor<1x5x16xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x3xi32>
  return %i : tensor<1x5x3xi32>
}

// One step of decomposition, by the upstream interface.
module attributes {transform.with_named_sequence} {
  transform.named_sequence @__transform_main(%root: !transform.any_op {transform.readonly}) {
    %ops = transform.structured.match ops{["dsv4.quant_lightning_indexer"]} in %root : (!transform.any_op) -> !transform.any_op
    %parts = transform.structured.decompose_interface %ops : (!transform.any_op) -> !transform.any_op
    transform.yield
  }
}

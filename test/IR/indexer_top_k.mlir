// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @limited
// CHECK-SAME: %[[SCORES:.*]]: tensor<1x5x99xbf16>, %[[START:.*]]: tensor<1xi32>, %[[LENS:.*]]: tensor<1xi32>
func.func @limited(%scores: tensor<1x5x99xbf16>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x5x64xi32> {
  // CHECK: dsv4.indexer_top_k(%[[SCORES]], %[[START]], %[[LENS]]) {offset = 133 : i64, ratio = 4 : i64, topk_limit = 64 : i64}
  // CHECK-SAME: : (tensor<1x5x99xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x64xi32>
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {offset = 133 : i64, ratio = 4 : i64, topk_limit = 64 : i64}
      : (tensor<1x5x99xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x64xi32>
  return %i : tensor<1x5x64xi32>
}

// Fewer rows than the limit: the width is the number of rows.
// CHECK-LABEL: func @all_rows
func.func @all_rows(%scores: tensor<2x3x9xf32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x3x9xi32> {
  // CHECK: {ratio = 4 : i64, topk_limit = 512 : i64} : (tensor<2x3x9xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x9xi32>
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {offset = 0 : i64, ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<2x3x9xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x9xi32>
  return %i : tensor<2x3x9xi32>
}

// A static width for a number of rows that is not known is padded to.
// CHECK-LABEL: func @declared_width
func.func @declared_width(%scores: tensor<2x3x?xf16>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x3x512xi32> {
  // CHECK: : (tensor<2x3x?xf16>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x512xi32>
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<2x3x?xf16>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x512xi32>
  return %i : tensor<2x3x512xi32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%scores: tensor<?x?x?xf32>, %start: tensor<?xi32>, %lens: tensor<3xi32>) -> tensor<?x?x?xi32> {
  // CHECK: : (tensor<?x?x?xf32>, tensor<?xi32>, tensor<3xi32>) -> tensor<?x?x?xi32>
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {ratio = 4 : i64, topk_limit = 1 : i64}
      : (tensor<?x?x?xf32>, tensor<?xi32>, tensor<3xi32>) -> tensor<?x?x?xi32>
  return %i : tensor<?x?x?xi32>
}

// CHECK-LABEL: func @no_rows
func.func @no_rows(%scores: tensor<2x3x0xf32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x3x0xi32> {
  // CHECK: : (tensor<2x3x0xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x0xi32>
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<2x3x0xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x0xi32>
  return %i : tensor<2x3x0xi32>
}

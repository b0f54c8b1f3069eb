// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[Q:.*]]: tensor<1x5x64x128xbf16>, %[[KEYS:.*]]: tensor<1x99x128xbf16>, %[[W:.*]]: tensor<1x5x64xbf16>, %[[START:.*]]: tensor<1xi32>, %[[LENS:.*]]: tensor<1xi32>
func.func @static(%q: tensor<1x5x64x128xbf16>, %keys: tensor<1x99x128xbf16>, %w: tensor<1x5x64xbf16>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x5x?xbf16> {
  // CHECK: dsv4.indexer_scores(%[[Q]], %[[KEYS]], %[[W]], %[[START]], %[[LENS]]) {ratio = 4 : i64}
  // CHECK-SAME: : (tensor<1x5x64x128xbf16>, tensor<1x99x128xbf16>, tensor<1x5x64xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<1x5x64x128xbf16>, tensor<1x99x128xbf16>, tensor<1x5x64xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xbf16>
  return %scores : tensor<1x5x?xbf16>
}

// Weights may have another type than queries and keys; a declared width is padded to.
// CHECK-LABEL: func @declared_width
func.func @declared_width(%q: tensor<2x3x4x16xf16>, %keys: tensor<2x9x16xf16>, %w: tensor<2x3x4xf32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x3x9xf16> {
  // CHECK: : (tensor<2x3x4x16xf16>, tensor<2x9x16xf16>, tensor<2x3x4xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x9xf16>
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<2x3x4x16xf16>, tensor<2x9x16xf16>, tensor<2x3x4xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x9xf16>
  return %scores : tensor<2x3x9xf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%q: tensor<?x?x?x?xf32>, %keys: tensor<?x?x128xf32>, %w: tensor<?x?x?xf16>, %start: tensor<?xi32>, %lens: tensor<3xi32>) -> tensor<?x?x?xf32> {
  // CHECK: {ratio = 1 : i64} : (tensor<?x?x?x?xf32>, tensor<?x?x128xf32>, tensor<?x?x?xf16>, tensor<?xi32>, tensor<3xi32>) -> tensor<?x?x?xf32>
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 1 : i64}
      : (tensor<?x?x?x?xf32>, tensor<?x?x128xf32>, tensor<?x?x?xf16>, tensor<?xi32>, tensor<3xi32>) -> tensor<?x?x?xf32>
  return %scores : tensor<?x?x?xf32>
}

// CHECK-LABEL: func @no_rows
func.func @no_rows(%q: tensor<1x3x4x16xf32>, %keys: tensor<1x0x16xf32>, %w: tensor<1x3x4xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x3x0xf32> {
  // CHECK: : (tensor<1x3x4x16xf32>, tensor<1x0x16xf32>, tensor<1x3x4xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x3x0xf32>
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<1x3x4x16xf32>, tensor<1x0x16xf32>, tensor<1x3x4xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x3x0xf32>
  return %scores : tensor<1x3x0xf32>
}

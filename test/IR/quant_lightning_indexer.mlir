// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[Q:.*]]: tensor<1x5x64x128xbf16>, %[[KEYS:.*]]: tensor<1x99x128xbf16>, %[[W:.*]]: tensor<1x5x64xbf16>, %[[START:.*]]: tensor<1xi32>, %[[LENS:.*]]: tensor<1xi32>
func.func @static(%q: tensor<1x5x64x128xbf16>, %keys: tensor<1x99x128xbf16>, %w: tensor<1x5x64xbf16>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x5x?xi32> {
  // CHECK: dsv4.quant_lightning_indexer(%[[Q]], %[[KEYS]], %[[W]], %[[START]], %[[LENS]]) {offset = 133 : i64, ratio = 4 : i64, topk_limit = 512 : i64}
  // CHECK-SAME: : (tensor<1x5x64x128xbf16>, tensor<1x99x128xbf16>, tensor<1x5x64xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xi32>
  %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {offset = 133 : i64, ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<1x5x64x128xbf16>, tensor<1x99x128xbf16>, tensor<1x5x64xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xi32>
  return %i : tensor<1x5x?xi32>
}

// A declared width is padded to, as serving kernels do.
// CHECK-LABEL: func @declared_width
func.func @declared_width(%q: tensor<2x3x4x16xf16>, %keys: tensor<2x9x16xf16>, %w: tensor<2x3x4xf32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x3x512xi32> {
  // CHECK: dsv4.quant_lightning_indexer({{.*}}) {ratio = 4 : i64, topk_limit = 512 : i64}
  // CHECK-SAME: -> tensor<2x3x512xi32>
  %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {offset = 0 : i64, ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<2x3x4x16xf16>, tensor<2x9x16xf16>, tensor<2x3x4xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x512xi32>
  return %i : tensor<2x3x512xi32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%q: tensor<?x?x?x?xf32>, %keys: tensor<?x?x128xf32>, %w: tensor<?x?x?xf16>, %start: tensor<?xi32>, %lens: tensor<3xi32>) -> tensor<?x?x?xi32> {
  // CHECK: : (tensor<?x?x?x?xf32>, tensor<?x?x128xf32>, tensor<?x?x?xf16>, tensor<?xi32>, tensor<3xi32>) -> tensor<?x?x?xi32>
  %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {ratio = 1 : i64, topk_limit = 1 : i64}
      : (tensor<?x?x?x?xf32>, tensor<?x?x128xf32>, tensor<?x?x?xf16>, tensor<?xi32>, tensor<3xi32>) -> tensor<?x?x?xi32>
  return %i : tensor<?x?x?xi32>
}

// Nothing to choose from: the width is 0.
// CHECK-LABEL: func @no_rows
func.func @no_rows(%q: tensor<1x3x4x16xf32>, %keys: tensor<1x0x16xf32>, %w: tensor<1x3x4xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x3x0xi32> {
  // CHECK: : (tensor<1x3x4x16xf32>, tensor<1x0x16xf32>, tensor<1x3x4xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x3x0xi32>
  %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<1x3x4x16xf32>, tensor<1x0x16xf32>, tensor<1x3x4xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x3x0xi32>
  return %i : tensor<1x3x0xi32>
}

// RUN: dsv4-opt %s --split-input-file --dsv4-shard="dp=4 o-proj-tp=2" --dsv4-simplify-collectives --canonicalize | FileCheck %s

// The batch is known when the program runs: a rank has its part, tensors are made as large as that, and what goes to the
// other replica's groups comes back.
// CHECK: shard.grid @ranks(shape = 2x2) {axes = ["dp", "dp"]}
// CHECK-LABEL: func private @layer
// CHECK-SAME: (%[[X:.*]]: tensor<?x3x64xbf16>, %[[A:.*]]: tensor<8x32xbf16>, %[[B:.*]]: tensor<64x8xbf16>) -> tensor<?x3x64xbf16>
// CHECK: %[[BATCH:.*]] = tensor.dim %[[X]], %{{.*}}
// CHECK-NOT: arith.muli
// CHECK: %[[HEADS:.*]] = tensor.expand_shape %[[X]] {{\[\[}}0], [1], [2, 3]] output_shape [%[[BATCH]], 3, 4, 16] : tensor<?x3x64xbf16> into tensor<?x3x4x16xbf16>
// CHECK: %[[SENT:.*]] = shard.all_to_all %[[HEADS]] on @ranks grid_axes = [1] split_axis = 2 concat_axis = 0 : tensor<?x3x4x16xbf16> -> tensor<?x3x2x16xbf16>
// CHECK: %[[GROUP:.*]] = dsv4.grouped_linear(%[[SENT]], %[[A]]) {groups = 1 : i64}
// CHECK: %[[PART:.*]] = dsv4.linear(%[[GROUP]], %[[B]]) {output_type = f32} : {{.*}} -> tensor<?x3x64xf32>
// No assertion: the batch of both replicas is a multiple of two.
// CHECK-NOT: cf.assert
// CHECK: %[[BACK:.*]] = shard.reduce_scatter %[[PART]] on @ranks grid_axes = [1] scatter_axis = 0 : tensor<?x3x64xf32> -> tensor<?x3x64xf32>
// CHECK: linalg.generic {{.*}} ins(%[[BACK]] : tensor<?x3x64xf32>)
func.func private @layer(%x: tensor<?x3x64xbf16>, %a: tensor<16x32xbf16>, %b: tensor<64x16xbf16>) -> tensor<?x3x64xbf16> {
  %c0 = arith.constant 0 : index
  %batch = tensor.dim %x, %c0 : tensor<?x3x64xbf16>
  %heads = tensor.expand_shape %x [[0], [1], [2, 3]] output_shape [%batch, 3, 4, 16] : tensor<?x3x64xbf16> into tensor<?x3x4x16xbf16>
  %u = dsv4.grouped_linear(%heads, %a) {groups = 2 : i64} : (tensor<?x3x4x16xbf16>, tensor<16x32xbf16>) -> tensor<?x3x16xbf16>
  %y = dsv4.linear(%u, %b) : (tensor<?x3x16xbf16>, tensor<64x16xbf16>) -> tensor<?x3x64xbf16>
  %empty = tensor.empty(%batch) : tensor<?x3x64xbf16>
  %sum = linalg.add ins(%x, %y : tensor<?x3x64xbf16>, tensor<?x3x64xbf16>) outs(%empty : tensor<?x3x64xbf16>) -> tensor<?x3x64xbf16>
  return %sum : tensor<?x3x64xbf16>
}

// CHECK-LABEL: func @main
// CHECK-SAME: tensor<?x3x64xbf16> {dsv4.name = "streams", dsv4.split = [array<i64: 0, 1>, array<i64>, array<i64>]}
// CHECK-SAME: -> (tensor<?x3x64xbf16> {dsv4.split = [array<i64: 0, 1>, array<i64>, array<i64>]})
func.func @main(%x: tensor<?x3x64xbf16> {dsv4.name = "streams"}, %a: tensor<16x32xbf16> {dsv4.name = "layers.0.attn.wo_a.weight"},
    %b: tensor<64x16xbf16> {dsv4.name = "layers.0.attn.wo_b.weight"}) -> tensor<?x3x64xbf16> {
  %0 = call @layer(%x, %a, %b) : (tensor<?x3x64xbf16>, tensor<16x32xbf16>, tensor<64x16xbf16>) -> tensor<?x3x64xbf16>
  return %0 : tensor<?x3x64xbf16>
}

// -----

// Sizes are those of whole tensors: four parts. One that is computed from them is divided again, and where it does not
// follow that the ranks divide it, the program checks.
// CHECK-LABEL: func @main
// CHECK-SAME: (%[[X:.*]]: tensor<?x8xf32> {{.*}}, %[[Y:.*]]: tensor<?x8xf32>)
// CHECK: %[[PART:.*]] = tensor.dim %[[X]]
// CHECK: %[[WHOLE:.*]] = arith.muli %[[PART]], %c4
// CHECK: linalg.negf ins(%[[Y]]
// CHECK: %[[SIZE:.*]] = tensor.dim %[[Y]]
// CHECK: %[[REST:.*]] = arith.remui %[[SIZE]], %c4
// CHECK: %[[FITS:.*]] = arith.cmpi eq, %[[REST]], %c0
// CHECK: cf.assert %[[FITS]], "dsv4-shard: dimension 0 of a tensor is no multiple of the 4 ranks that divide it"
// CHECK: %[[MINE:.*]] = shard.all_slice %{{.*}} on @ranks grid_axes = [0, 1] slice_axis = 0 : tensor<?x8xf32> -> tensor<?x8xf32>
// CHECK: linalg.add ins(%[[X]], %[[MINE]]
// CHECK: return %{{.*}}, %[[WHOLE]]
func.func @main(%x: tensor<?x8xf32> {dsv4.name = "streams"}, %y: tensor<?x8xf32>) -> (tensor<?x8xf32>, index) {
  %c0 = arith.constant 0 : index
  %batch = tensor.dim %x, %c0 : tensor<?x8xf32>
  %rows = tensor.dim %y, %c0 : tensor<?x8xf32>
  %all = tensor.empty(%rows) : tensor<?x8xf32>
  %negative = linalg.negf ins(%y : tensor<?x8xf32>) outs(%all : tensor<?x8xf32>) -> tensor<?x8xf32>
  %empty = tensor.empty(%batch) : tensor<?x8xf32>
  %sum = linalg.add ins(%x, %negative : tensor<?x8xf32>, tensor<?x8xf32>) outs(%empty : tensor<?x8xf32>) -> tensor<?x8xf32>
  return %sum, %batch : tensor<?x8xf32>, index
}

// -----

// Slices that take all requests take a rank's, also where their size was read from another tensor as large; the size of a divided dimension that is static is a constant.
// CHECK-LABEL: func @main
// CHECK-SAME: (%[[X:.*]]: tensor<?x8xf32> {{.*}}, %[[S:.*]]: tensor<2xi32>
// CHECK: %[[PART:.*]] = tensor.dim %[[X]]
// CHECK: %[[SLICE:.*]] = tensor.extract_slice %[[X]][0, 2] [%[[PART]], 4] [1, 1] : tensor<?x8xf32> to tensor<?x4xf32>
// CHECK: %[[ROUNDED:.*]] = dsv4.hadamard(%[[SLICE]])
// CHECK: %[[ROWS:.*]] = tensor.dim %[[ROUNDED]]
// CHECK: tensor.insert_slice %[[ROUNDED]] into %[[X]][0, 2] [%[[ROWS]], 4] [1, 1] : tensor<?x4xf32> into tensor<?x8xf32>
// CHECK: return %{{.*}}, %c8
func.func @main(%x: tensor<?x8xf32> {dsv4.name = "streams"}, %s: tensor<8xi32> {dsv4.name = "start_pos"}) -> (tensor<?x8xf32>, index) {
  %c0 = arith.constant 0 : index
  %batch = tensor.dim %x, %c0 : tensor<?x8xf32>
  %part = tensor.extract_slice %x[0, 2] [%batch, 4] [1, 1] : tensor<?x8xf32> to tensor<?x4xf32>
  %rounded = dsv4.hadamard(%part) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %rows = tensor.dim %rounded, %c0 : tensor<?x4xf32>
  %back = tensor.insert_slice %rounded into %x[0, 2] [%rows, 4] [1, 1] : tensor<?x4xf32> into tensor<?x8xf32>
  %all = tensor.dim %s, %c0 : tensor<8xi32>
  return %back, %all : tensor<?x8xf32>, index
}

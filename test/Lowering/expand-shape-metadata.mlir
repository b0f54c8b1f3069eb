// RUN: dsv4-opt %s --dsv4-expand-shape-metadata | FileCheck %s
// RUN: dsv4-opt %s --dsv4-expand-shape-metadata --expand-strided-metadata | FileCheck %s --check-prefix=ALL
// RUN: dsv4-opt %s --dsv4-to-llvm-pipeline -o /dev/null

// Two sizes of one group are dynamic: they are taken from the op, not from the source.
// CHECK-LABEL: func @two(
// CHECK-SAME: %[[X:.*]]: memref<?x32xf32>, %[[B:.*]]: index, %[[S:.*]]: index)
// CHECK: %[[BASE:.*]], %{{.*}}, %{{.*}}:2, %[[STRIDES:.*]]:2 = memref.extract_strided_metadata %[[X]]
// CHECK: %[[ROWS:.*]] = arith.muli %[[STRIDES]]#0, %[[S]] : index
// CHECK: memref.reinterpret_cast %[[BASE]] to offset: [0], sizes: [%[[B]], %[[S]], 32], strides: [%[[ROWS]], 32, 1] : memref<f32> to memref<?x?x32xf32>
// ALL-LABEL: func @two(
// ALL-NOT: memref.expand_shape
func.func @two(%x: memref<?x32xf32>, %b: index, %s: index) -> f32 {
  %c0 = arith.constant 0 : index
  %0 = memref.expand_shape %x [[0, 1], [2]] output_shape [%b, %s, 32] : memref<?x32xf32> into memref<?x?x32xf32>
  %1 = memref.load %0[%c0, %c0, %c0] : memref<?x?x32xf32>
  return %1 : f32
}

// Between static ones, in a part of a larger buffer.
// CHECK-LABEL: func @strided(
// CHECK: %[[OUTER:.*]] = arith.muli %{{.*}}, %arg2 : index
// CHECK: memref.reinterpret_cast %{{[a-z_]*}} to offset: [%{{[a-z0-9]*}}], sizes: [2, %arg1, %arg2, 8], strides: [%{{[0-9]*}}, %[[OUTER]], 64, 1]
// CHECK-SAME: : memref<f32> to memref<2x?x?x8xf32, strided<[?, ?, 64, 1], offset: ?>>
func.func @strided(%x: memref<?x8xf32, strided<[64, 1], offset: ?>>, %b: index, %s: index) -> f32 {
  %c0 = arith.constant 0 : index
  %0 = memref.expand_shape %x [[0, 1, 2], [3]] output_shape [2, %b, %s, 8]
      : memref<?x8xf32, strided<[64, 1], offset: ?>> into memref<2x?x?x8xf32, strided<[?, ?, 64, 1], offset: ?>>
  %1 = memref.load %0[%c0, %c0, %c0, %c0] : memref<2x?x?x8xf32, strided<[?, ?, 64, 1], offset: ?>>
  return %1 : f32
}

// One dynamic size is upstream's.
// CHECK-LABEL: func @one(
// CHECK: memref.expand_shape
func.func @one(%x: memref<?x32xf32>, %b: index) -> f32 {
  %c0 = arith.constant 0 : index
  %0 = memref.expand_shape %x [[0, 1], [2]] output_shape [%b, 4, 32] : memref<?x32xf32> into memref<?x4x32xf32>
  %1 = memref.load %0[%c0, %c0, %c0] : memref<?x4x32xf32>
  return %1 : f32
}

// From tensors, through the whole pipeline.
// CHECK-LABEL: func @tensors(
func.func @tensors(%x: tensor<?x32xf32>, %b: index, %s: index) -> tensor<?x?x32xf32> {
  %0 = tensor.expand_shape %x [[0, 1], [2]] output_shape [%b, %s, 32] : tensor<?x32xf32> into tensor<?x?x32xf32>
  return %0 : tensor<?x?x32xf32>
}

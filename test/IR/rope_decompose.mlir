// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// Only the last channels are read, widened, turned and written back; the others pass as they are.
// CHECK-LABEL: func @tail
// CHECK-SAME: %[[X:.*]]: tensor<2x3x4x16xbf16>, %[[COS:.*]]: tensor<2x3x4xf32>, %[[SIN:.*]]: tensor<2x3x4xf32>
func.func @tail(%x: tensor<2x3x4x16xbf16>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) -> tensor<2x3x4x16xbf16> {
  // CHECK: %[[TAIL:.*]] = tensor.extract_slice %[[X]][0, 0, 0, 8] [2, 3, 4, 8]
  // CHECK: %[[WIDE:.*]] = linalg.generic {{.*}} ins(%[[TAIL]] :
  // CHECK: arith.extf %{{.*}} : bf16 to f32
  // Neighbours are a pair.
  // CHECK: %[[PAIRS:.*]] = tensor.expand_shape %[[WIDE]] {{\[}}[0], [1], [2], [3, 4]] output_shape [2, 3, 4, 4, 2]
  // CHECK: %[[EVEN:.*]] = tensor.extract_slice %[[PAIRS]][0, 0, 0, 0, 0] [2, 3, 4, 4, 1]
  // CHECK: %[[ODD:.*]] = tensor.extract_slice %[[PAIRS]][0, 0, 0, 0, 1] [2, 3, 4, 4, 1]
  // CHECK: %[[TURNED:.*]] = linalg.generic {{.*}} ins(%[[EVEN]], %[[ODD]], %[[COS]], %[[SIN]] :
  // CHECK-NEXT: ^bb0(%[[A:[^:]*]]: f32, %[[B:[^:]*]]: f32, %[[C:[^:]*]]: f32, %[[S:[^:]*]]: f32,
  // CHECK: %[[AC:.*]] = arith.mulf %[[A]], %[[C]]
  // CHECK: %[[BS:.*]] = arith.mulf %[[B]], %[[S]]
  // CHECK: %[[REAL:.*]] = arith.subf %[[AC]], %[[BS]]
  // CHECK: %[[AS:.*]] = arith.mulf %[[A]], %[[S]]
  // CHECK: %[[BC:.*]] = arith.mulf %[[B]], %[[C]]
  // CHECK: %[[IMAGINARY:.*]] = arith.addf %[[AS]], %[[BC]]
  // CHECK: arith.select %{{.*}}, %[[REAL]], %[[IMAGINARY]]
  // CHECK: %[[MERGED:.*]] = tensor.collapse_shape %[[TURNED]]
  // CHECK: %[[ROUNDED:.*]] = linalg.generic {{.*}} ins(%[[MERGED]] :
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  // CHECK: %[[Y:.*]] = tensor.insert_slice %[[ROUNDED]] into %[[X]][0, 0, 0, 8] [2, 3, 4, 8]
  // CHECK: return %[[Y]]
  %y = dsv4.rope(%x, %cos, %sin) : (tensor<2x3x4x16xbf16>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x16xbf16>
  return %y : tensor<2x3x4x16xbf16>
}

// The inverse negates the sine. All channels turn: nothing to write back.
// CHECK-LABEL: func @inverse
// CHECK-NOT: tensor.insert_slice
func.func @inverse(%x: tensor<2x3x8xf32>, %cos: tensor<3x4xf32>, %sin: tensor<3x4xf32>) -> tensor<2x3x8xf32> {
  // CHECK: ^bb0(%[[A:[^:]*]]: f32, %[[B:[^:]*]]: f32, %[[C:[^:]*]]: f32, %[[S:[^:]*]]: f32,
  // CHECK: %[[MINUS:.*]] = arith.negf %[[S]]
  // CHECK: arith.mulf %[[B]], %[[MINUS]]
  // CHECK: arith.mulf %[[A]], %[[MINUS]]
  %y = dsv4.rope(%x, %cos, %sin) {inverse = true} : (tensor<2x3x8xf32>, tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<2x3x8xf32>
  return %y : tensor<2x3x8xf32>
}

// What the types leave open is checked first. The width of `cos` is that of `sin`.
// CHECK-LABEL: func @dynamic
// CHECK-SAME: %{{.*}}: tensor<?x?x?x16xf32>, %[[COS:.*]]: tensor<?x?x?xf32>
func.func @dynamic(%x: tensor<?x?x?x16xf32>, %cos: tensor<?x?x?xf32>, %sin: tensor<?x?x4xf32>) -> tensor<?x?x?x16xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.rope: dimension 0 of cos is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.rope: dimension 1 of cos is not dimension 1 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.rope: dimension 0 of sin is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.rope: dimension 1 of sin is not dimension 1 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.rope: dimension 2 of sin is not dimension 2 of cos"
  // CHECK: tensor.cast %[[COS]] : tensor<?x?x?xf32> to tensor<?x?x4xf32>
  %y = dsv4.rope(%x, %cos, %sin) : (tensor<?x?x?x16xf32>, tensor<?x?x?xf32>, tensor<?x?x4xf32>) -> tensor<?x?x?x16xf32>
  return %y : tensor<?x?x?x16xf32>
}

// Without tokens there is nothing to turn.
// CHECK-LABEL: func @no_tokens
// CHECK-SAME: %[[X:.*]]: tensor<2x0x16xf32>
func.func @no_tokens(%x: tensor<2x0x16xf32>, %cos: tensor<0x4xf32>, %sin: tensor<0x4xf32>) -> tensor<2x0x16xf32> {
  // CHECK-NOT: slice
  // CHECK: return %[[X]]
  %y = dsv4.rope(%x, %cos, %sin) : (tensor<2x0x16xf32>, tensor<0x4xf32>, tensor<0x4xf32>) -> tensor<2x0x16xf32>
  return %y : tensor<2x0x16xf32>
}

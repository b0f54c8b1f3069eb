// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @plain
// CHECK-SAME: %[[X:[^ ]*]]: tensor<7x24xbf16>, %[[I:[^ ]*]]: tensor<7x2xi32>, %[[WEIGHTS:[^ ]*]]: tensor<7x2xf32>, %[[W1:[^ ]*]]: tensor<6x16x24xbf16>, %[[W3:[^ ]*]]: tensor<6x16x24xbf16>, %[[W2:[^ ]*]]: tensor<6x24x16xbf16>
func.func @plain(%x: tensor<7x24xbf16>, %i: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x16x24xbf16>, %w3: tensor<6x16x24xbf16>, %w2: tensor<6x24x16xbf16>) -> tensor<7x24xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: an expert number is outside [0, 6)"
  // CHECK: %[[SAFE:.*]] = linalg.generic {{.*}} ins(%[[I]] :
  // CHECK: arith.minsi
  // CHECK: arith.maxsi
  // Weights are read where the chosen expert has them: no expert is copied.
  // CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%{{.*}}, %[[SAFE]] : tensor<7x24xf32>, tensor<7x2xi32>) outs(%{{.*}} : tensor<7x2x16xf32>)
  // CHECK: %[[EXPERT:.*]] = arith.index_cast %{{.*}} : i32 to index
  // CHECK: %[[ROW:.*]] = linalg.index 2
  // CHECK: %[[COLUMN:.*]] = linalg.index 3
  // CHECK: tensor.extract %[[W1]][%[[EXPERT]], %[[ROW]], %[[COLUMN]]]
  // Both projections are rounded, as linear does.
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  // CHECK: %[[GATE:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<7x2x16xf32>)
  // CHECK: arith.extf %{{.*}} : bf16 to f32
  // CHECK: tensor.extract %[[W3]]
  // CHECK: %[[UP:.*]] = linalg.generic {{.*}} ins(%{{.*}} : tensor<7x2x16xbf16>) outs(%{{.*}} : tensor<7x2x16xf32>)
  // The gate is clamped above, the other on both sides, before SiLU; the routing weight comes before w2.
  // CHECK: linalg.generic {{.*}} ins(%[[GATE]], %[[UP]], %[[WEIGHTS]] :
  // CHECK-NEXT: ^bb0(%[[G:[^:]*]]: f32, %[[U:[^:]*]]: f32, %[[W:[^:]*]]: f32,
  // CHECK-DAG: %[[UPPER:.*]] = arith.constant 1.000000e+01 : f32
  // CHECK-DAG: %[[LOWER:.*]] = arith.constant -1.000000e+01 : f32
  // CHECK: %[[CLAMPED:.*]] = arith.minimumf %[[G]], %[[UPPER]]
  // CHECK: %[[BELOW:.*]] = arith.minimumf %[[U]], %[[UPPER]]
  // CHECK: arith.maximumf %[[BELOW]], %[[LOWER]]
  // CHECK: arith.negf %[[CLAMPED]]
  // CHECK: math.exp
  // CHECK: arith.mulf %{{.*}}, %[[W]] : f32
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  // CHECK: %[[PER_EXPERT:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<7x2x24xf32>)
  // CHECK: tensor.extract %[[W2]]
  // Experts are added up in f32.
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[PER_EXPERT]] :
  // CHECK: arith.addf
  // CHECK: return %[[Y]]
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x24xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x16x24xbf16>, tensor<6x16x24xbf16>, tensor<6x24x16xbf16>) -> tensor<7x24xf32>
  return %y : tensor<7x24xf32>
}

// Without a limit nothing is clamped; of f32 nothing is rounded.
// CHECK-LABEL: func @unclamped
// CHECK-NOT: imumf
// CHECK-NOT: arith.truncf
func.func @unclamped(%x: tensor<?x?xf32>, %i: tensor<?x2xi32>, %weights: tensor<?x2xf32>, %w1: tensor<6x?x24xf32>, %w3: tensor<6x?x24xf32>, %w2: tensor<6x?x16xf32>) -> tensor<?x24xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: dimension 0 of indices is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: dimension 0 of weights is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: dimension 2 of w1 is not dimension 1 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: dimension 1 of w3 is not dimension 1 of w1"
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: dimension 1 of w2 is not dimension 2 of w1"
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: dimension 2 of w2 is not dimension 1 of w1"
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: an expert number is outside [0, 6)"
  // CHECK: return
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w3, %w2)
      : (tensor<?x?xf32>, tensor<?x2xi32>, tensor<?x2xf32>, tensor<6x?x24xf32>, tensor<6x?x24xf32>, tensor<6x?x16xf32>) -> tensor<?x24xf32>
  return %y : tensor<?x24xf32>
}

// Codes: x, and the hidden activations per chosen expert, go through FP8 in blocks of 128. Weights are decoded in the sum,
// where the chosen expert has them, with the scale of their block.
// CHECK-LABEL: func @fp8
// CHECK-SAME: %[[I:[^ ]*]]: tensor<5x6xi32>, %{{.*}}: tensor<5x6xf32>, %[[W1:[^ ]*]]: tensor<8x128x256xf8E4M3FN>, %[[W2:[^ ]*]]: tensor<8x256x128xf8E4M3FN>
// CHECK-SAME: %[[S1:[^ ]*]]: tensor<8x1x2xf8E8M0FNU>, %[[S2:[^ ]*]]: tensor<8x2x1xf8E8M0FNU>
// No expert is decoded as a whole.
// CHECK-NOT: tensor<8x{{[0-9]*}}x{{[0-9]*}}x{{b?f(16|32)}}>
func.func @fp8(%x: tensor<5x256xbf16>, %i: tensor<5x6xi32>, %weights: tensor<5x6xf32>, %w1: tensor<8x128x256xf8E4M3FN>, %w2: tensor<8x256x128xf8E4M3FN>,
               %s1: tensor<8x1x2xf8E8M0FNU>, %s2: tensor<8x2x1xf8E8M0FNU>) -> tensor<5x256xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: an expert number is outside [0, 8)"
  // CHECK: output_shape [5, 2, 128]
  // CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%{{.*}}, %{{.*}} : tensor<5x256xf32>, tensor<5x6xi32>) outs(%{{.*}} : tensor<5x6x128xf32>)
  // CHECK-NEXT: ^bb0(%[[ACTIVATION:[^:]*]]: f32, %[[CHOSEN:[^:]*]]: i32, %[[SUM:[^:]*]]: f32)
  // CHECK-DAG: %[[EXPERT:.*]] = arith.index_cast %[[CHOSEN]]
  // CHECK-DAG: %[[ROW:.*]] = linalg.index 2
  // CHECK-DAG: %[[COLUMN:.*]] = linalg.index 3
  // CHECK: %[[ROW_BLOCK:.*]] = arith.divui %[[ROW]], %c128
  // CHECK: %[[COLUMN_BLOCK:.*]] = arith.divui %[[COLUMN]], %c128
  // CHECK: %[[CODE:.*]] = tensor.extract %[[W1]][%[[EXPERT]], %[[ROW]], %[[COLUMN]]]
  // CHECK: %[[SCALE:.*]] = tensor.extract %[[S1]][%[[EXPERT]], %[[ROW_BLOCK]], %[[COLUMN_BLOCK]]]
  // CHECK-DAG: %[[C:.*]] = arith.extf %[[CODE]] : f8E4M3FN to f32
  // CHECK-DAG: %[[S:.*]] = arith.extf %[[SCALE]] : f8E8M0FNU to f32
  // CHECK: %[[W:.*]] = arith.mulf %[[C]], %[[S]]
  // CHECK: %[[PRODUCT:.*]] = arith.mulf %[[ACTIVATION]], %[[W]]
  // CHECK: arith.addf %[[SUM]], %[[PRODUCT]]
  // CHECK: output_shape [5, 6, 1, 128]
  // CHECK: tensor.extract %[[W2]]
  // CHECK: tensor.extract %[[S2]]
  // CHECK: return
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w1, %w2, %s1, %s1, %s2) {limit = 10.0}
      : (tensor<5x256xbf16>, tensor<5x6xi32>, tensor<5x6xf32>, tensor<8x128x256xf8E4M3FN>, tensor<8x128x256xf8E4M3FN>, tensor<8x256x128xf8E4M3FN>,
         tensor<8x1x2xf8E8M0FNU>, tensor<8x1x2xf8E8M0FNU>, tensor<8x2x1xf8E8M0FNU>) -> tensor<5x256xf32>
  return %y : tensor<5x256xf32>
}

// Packed FP4: two codes per byte, the even input in the lower half; a scale per 32 inputs.
// CHECK-LABEL: func @fp4
// CHECK-SAME: %[[W1:[^ ]*]]: tensor<8x128x64xi8>
// CHECK-NOT: tensor<8x{{[0-9]*}}x{{[0-9]*}}x{{b?f(16|32)}}>
func.func @fp4(%x: tensor<5x128xbf16>, %i: tensor<5x6xi32>, %weights: tensor<5x6xf32>, %w1: tensor<8x128x64xi8>,
               %s1: tensor<8x128x4xf8E8M0FNU>) -> tensor<5x128xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: an expert number is outside [0, 8)"
  // CHECK: %[[COLUMN:.*]] = linalg.index 3
  // CHECK: arith.divui %[[COLUMN]], %c32
  // CHECK: %[[AT:.*]] = arith.divui %[[COLUMN]], %c2
  // CHECK: %[[BYTE:.*]] = tensor.extract %[[W1]][%{{.*}}, %{{.*}}, %[[AT]]]
  // CHECK: %[[UPPER:.*]] = arith.shrui %[[BYTE]], %c4
  // CHECK: arith.select %{{.*}}, %[[UPPER]], %[[BYTE]]
  // CHECK: return
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w1, %w1, %s1, %s1, %s1) {limit = 10.0}
      : (tensor<5x128xbf16>, tensor<5x6xi32>, tensor<5x6xf32>, tensor<8x128x64xi8>, tensor<8x128x64xi8>, tensor<8x128x64xi8>,
         tensor<8x128x4xf8E8M0FNU>, tensor<8x128x4xf8E8M0FNU>, tensor<8x128x4xf8E8M0FNU>) -> tensor<5x128xf32>
  return %y : tensor<5x128xf32>
}

// The experts of one rank: pairs of a token and an expert that is here are collected, and only they are computed. The
// sums are in the order of the experts of a token, as without ranks.
// CHECK-LABEL: func @of_one_rank
// CHECK-SAME: %[[FIRST:[^ ]*]]: tensor<i32>, %[[X:[^ ]*]]: tensor<7x24xbf16>, %[[I:[^ ]*]]: tensor<7x2xi32>
func.func @of_one_rank(%first: tensor<i32>, %x: tensor<7x24xbf16>, %i: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x16x24xbf16>, %w3: tensor<6x16x24xbf16>, %w2: tensor<6x24x16xbf16>) -> tensor<7x24xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: an expert number is outside [-1, 24)"
  // CHECK: %[[F:.*]] = tensor.extract %[[FIRST]][]
  // CHECK: %[[LOCAL:.*]] = linalg.generic {{.*}} ins(%[[I]] : tensor<7x2xi32>)
  // CHECK: arith.subi %{{.*}}, %[[F]]
  // CHECK: linalg.generic {{.*}} ins(%[[LOCAL]], %[[I]] :
  // CHECK: arith.cmpi ult
  // CHECK: arith.cmpi sge
  // CHECK: scf.for
  // CHECK: %[[COUNT:.*]] = arith.index_cast %{{.*}} : i32 to index
  // CHECK: %[[ROWS:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<?x24xbf16>)
  // CHECK: tensor.extract %[[X]]
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: dimension 0 of indices is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: dimension 0 of weights is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.routed_experts: an expert number is outside [0, 6)"
  // CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "parallel", "reduction"]} {{.*}} outs(%{{.*}} : tensor<?x1x16xf32>)
  // CHECK: tensor.extract %{{.*}} : tensor<6x16x24xbf16>
  // CHECK: %[[RESULTS:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<?x24xf32>)
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]} ins(%{{.*}} : tensor<7x2xi32>) outs(%{{.*}} : tensor<7x24xf32>)
  // CHECK: scf.if
  // CHECK: tensor.extract %[[RESULTS]]
  // CHECK: return %[[Y]]
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w3, %w2) from %first {limit = 10.0, experts = 24 : i64}
      : (tensor<7x24xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x16x24xbf16>, tensor<6x16x24xbf16>, tensor<6x24x16xbf16>, tensor<i32>) -> tensor<7x24xf32>
  return %y : tensor<7x24xf32>
}

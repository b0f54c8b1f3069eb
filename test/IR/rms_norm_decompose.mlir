// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// The cast is a generic of its own, so that the reduction after it vectorises.
// CHECK-LABEL: func @weighted
// CHECK-SAME: %[[X:.*]]: tensor<3x5xbf16>, %[[W:.*]]: tensor<5xf32>
func.func @weighted(%x: tensor<3x5xbf16>, %w: tensor<5xf32>) -> tensor<3x5xbf16> {
  // CHECK: %[[WIDE:.*]] = linalg.generic {{.*}} ins(%[[X]] : tensor<3x5xbf16>)
  // CHECK-NEXT: ^bb0(%[[IN:.*]]: bf16, %{{.*}}: f32):
  // CHECK-NEXT: %[[EXT:.*]] = arith.extf %[[IN]] : bf16 to f32
  // CHECK-NEXT: linalg.yield %[[EXT]]
  // Sum of squares.
  // CHECK: %[[SQUARES:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]} ins(%[[WIDE]] : tensor<3x5xf32>)
  // CHECK-NEXT: ^bb0(%[[IN:.*]]: f32, %[[SUM:.*]]: f32):
  // CHECK-NEXT: %[[SQUARE:.*]] = arith.mulf %[[IN]], %[[IN]]
  // CHECK-NEXT: %[[NEXT:.*]] = arith.addf %[[SUM]], %[[SQUARE]]
  // CHECK-NEXT: linalg.yield %[[NEXT]]
  // rsqrt(mean + norm_eps): norm_eps is added to the mean, not to the sum.
  // CHECK: %[[D:.*]] = arith.constant 5.000000e+00 : f32
  // CHECK: %[[INV:.*]] = linalg.generic {{.*}} ins(%[[SQUARES]] : tensor<3xf32>)
  // CHECK-NEXT: ^bb0(%[[IN:.*]]: f32,
  // CHECK-NEXT: %[[MEAN:.*]] = arith.divf %[[IN]], %[[D]]
  // CHECK-NEXT: %[[EPS:.*]] = arith.constant 9.99999997E-7 : f32
  // CHECK-NEXT: %[[BIASED:.*]] = arith.addf %[[MEAN]], %[[EPS]]
  // CHECK-NEXT: math.rsqrt %[[BIASED]]
  // The weight is multiplied before the one rounding.
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} ins(%[[WIDE]], %[[INV]], %[[W]] : tensor<3x5xf32>, tensor<3xf32>, tensor<5xf32>)
  // CHECK-NEXT: ^bb0(%[[IN:.*]]: f32, %[[FACTOR:.*]]: f32, %[[WEIGHT:.*]]: f32,
  // CHECK-NEXT: %[[NORM:.*]] = arith.mulf %[[IN]], %[[FACTOR]]
  // CHECK-NEXT: arith.mulf %[[WEIGHT]], %[[NORM]]
  // CHECK: linalg.generic {{.*}} ins(%[[Y]] : tensor<3x5xf32>)
  // CHECK-NEXT: ^bb0
  // CHECK-NEXT: arith.truncf %{{.*}} : f32 to bf16
  // CHECK-NEXT: linalg.yield
  %y = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<3x5xbf16>, tensor<5xf32>) -> tensor<3x5xbf16>
  return %y : tensor<3x5xbf16>
}

// In f32 nothing is cast; D is measured.
// CHECK-LABEL: func @dynamic
// CHECK-SAME: %[[X:.*]]: tensor<?x?xf32>
// CHECK-NOT: arith.extf
// CHECK-NOT: arith.truncf
func.func @dynamic(%x: tensor<?x?xf32>) -> tensor<?x?xf32> {
  // CHECK: %[[SQUARES:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]} ins(%[[X]] : tensor<?x?xf32>)
  // CHECK: %[[LAST:.*]] = arith.constant 1 : index
  // CHECK: %[[DIM:.*]] = tensor.dim %[[X]], %[[LAST]]
  // CHECK: %[[CAST:.*]] = arith.index_cast %[[DIM]] : index to i64
  // CHECK: %[[D:.*]] = arith.sitofp %[[CAST]] : i64 to f32
  // CHECK: linalg.generic {{.*}} ins(%[[SQUARES]] : tensor<?xf32>)
  // CHECK: arith.divf %{{.*}}, %[[D]]
  // CHECK: %[[Y:.*]] = linalg.generic
  // CHECK: return %[[Y]] : tensor<?x?xf32>
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<?x?xf32>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

// A size that only the weight knows is checked when the program runs.
// CHECK-LABEL: func @weight_knows
// CHECK-SAME: %[[X:.*]]: tensor<3x?xf32>, %[[W:.*]]: tensor<5xf32>
func.func @weight_knows(%x: tensor<3x?xf32>, %w: tensor<5xf32>) -> tensor<3x?xf32> {
  // CHECK-DAG: %[[SIZE:.*]] = tensor.dim %[[W]]
  // CHECK-DAG: %[[EXPECTED:.*]] = tensor.dim %[[X]]
  // CHECK: %[[OK:.*]] = arith.cmpi eq, %[[SIZE]], %[[EXPECTED]] : index
  // CHECK: cf.assert %[[OK]], "dsv4.rms_norm: dimension 0 of weight is not dimension 1 of x"
  %y = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<3x?xf32>, tensor<5xf32>) -> tensor<3x?xf32>
  return %y : tensor<3x?xf32>
}

// And so is one that only the result type knows.
// CHECK-LABEL: func @result_knows_more
func.func @result_knows_more(%x: tensor<?x5xf32>) -> tensor<3x5xf32> {
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<?x5xf32>)
  // CHECK: %[[SIZE:.*]] = tensor.dim %[[Y]], %{{.*}} : tensor<?x5xf32>
  // CHECK: %[[THREE:.*]] = arith.constant 3 : index
  // CHECK: %[[OK:.*]] = arith.cmpi eq, %[[SIZE]], %[[THREE]] : index
  // CHECK: cf.assert %[[OK]], "dsv4.rms_norm: dimension 0 of result #0 is not 3"
  // CHECK: tensor.cast %[[Y]] : tensor<?x5xf32> to tensor<3x5xf32>
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<?x5xf32>) -> tensor<3x5xf32>
  return %y : tensor<3x5xf32>
}

// A result type that knows less than the operands is kept by a cast.
// CHECK-LABEL: func @result_knows_less
func.func @result_knows_less(%x: tensor<3x5xf32>) -> tensor<?x?xf32> {
  // CHECK: %[[CAST:.*]] = tensor.cast %{{.*}} : tensor<3x5xf32> to tensor<?x?xf32>
  // CHECK: return %[[CAST]]
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<3x5xf32>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

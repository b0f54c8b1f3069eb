// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @weighted
// CHECK-SAME: %[[GATE:.*]]: tensor<5x64xbf16>, %[[UP:.*]]: tensor<5x64xbf16>, %[[WEIGHT:.*]]: tensor<5xf32>
func.func @weighted(%gate: tensor<5x64xbf16>, %up: tensor<5x64xbf16>, %weight: tensor<5xf32>) -> tensor<5x64xbf16> {
  // CHECK: %[[GATE32:.*]] = linalg.generic {{.*}} ins(%[[GATE]] :
  // CHECK-NEXT: ^bb0
  // CHECK-NEXT: arith.extf
  // CHECK-NEXT: linalg.yield
  // CHECK: %[[UP32:.*]] = linalg.generic {{.*}} ins(%[[UP]] :
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} ins(%[[GATE32]], %[[UP32]], %[[WEIGHT]] :
  // CHECK-NEXT: ^bb0(%[[G:.*]]: f32, %[[U:.*]]: f32, %[[W:.*]]: f32,
  // CHECK-DAG: %[[LIMIT:.*]] = arith.constant 1.000000e+01 : f32
  // CHECK-DAG: %[[LOWER:.*]] = arith.constant -1.000000e+01 : f32
  // gate is clamped above only, up on both sides; minimumf and maximumf let NaN pass.
  // CHECK: %[[GATE_CLAMPED:.*]] = arith.minimumf %[[G]], %[[LIMIT]]
  // CHECK-NEXT: %[[UP_BELOW:.*]] = arith.minimumf %[[U]], %[[LIMIT]]
  // CHECK-NEXT: %[[UP_CLAMPED:.*]] = arith.maximumf %[[UP_BELOW]], %[[LOWER]]
  // SiLU of the clamped gate.
  // CHECK: %[[NEG:.*]] = arith.negf %[[GATE_CLAMPED]]
  // CHECK: %[[EXP:.*]] = math.exp %[[NEG]]
  // CHECK: %[[DENOMINATOR:.*]] = arith.addf %{{.*}}, %[[EXP]]
  // CHECK: %[[SILU:.*]] = arith.divf %[[GATE_CLAMPED]], %[[DENOMINATOR]]
  // CHECK: %[[PRODUCT:.*]] = arith.mulf %[[SILU]], %[[UP_CLAMPED]]
  // CHECK: %[[WEIGHTED:.*]] = arith.mulf %[[PRODUCT]], %[[W]]
  // CHECK: linalg.yield %[[WEIGHTED]]
  // Rounded once.
  // CHECK: linalg.generic {{.*}} ins(%[[Y]] : tensor<5x64xf32>)
  // CHECK: arith.truncf
  // CHECK-NOT: arith.truncf
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %weight) {limit = 10.0} : (tensor<5x64xbf16>, tensor<5x64xbf16>, tensor<5xf32>) -> tensor<5x64xbf16>
  return %y : tensor<5x64xbf16>
}

// Sizes that the types leave open are checked before anything is read.
// CHECK-LABEL: func @dynamic
// CHECK-SAME: %[[GATE:.*]]: tensor<?x?xf32>, %[[UP:.*]]: tensor<?x?xf32>, %[[WEIGHT:.*]]: tensor<?xf32>
func.func @dynamic(%gate: tensor<?x?xf32>, %up: tensor<?x?xf32>, %weight: tensor<?xf32>) -> tensor<?x?xf32> {
  // CHECK-NOT: linalg.generic
  // CHECK: cf.assert %{{.*}}, "dsv4.v4_clamped_swiglu: dimension 0 of up is not dimension 0 of gate"
  // CHECK: cf.assert %{{.*}}, "dsv4.v4_clamped_swiglu: dimension 1 of up is not dimension 1 of gate"
  // CHECK: cf.assert %{{.*}}, "dsv4.v4_clamped_swiglu: dimension 0 of row_weight is not dimension 0 of gate"
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} ins(%[[GATE]], %[[UP]], %[[WEIGHT]] : tensor<?x?xf32>, tensor<?x?xf32>, tensor<?xf32>)
  // CHECK: return %[[Y]]
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %weight) {limit = 10.0} : (tensor<?x?xf32>, tensor<?x?xf32>, tensor<?xf32>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

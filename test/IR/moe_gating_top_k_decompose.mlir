// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @biased
// CHECK-SAME: %[[SCORES:.*]]: tensor<?x8xf32>, %[[BIAS:.*]]: tensor<8xf32>
func.func @biased(%scores: tensor<?x8xf32>, %bias: tensor<8xf32>) -> (tensor<?x2xf32>, tensor<?x2xi32>) {
  // What is compared: scores + bias, NaN as the smallest value.
  // CHECK: %[[SELECTION:.*]] = linalg.generic {{.*}} ins(%[[SCORES]], %[[BIAS]] :
  // CHECK: %[[SUM:.*]] = arith.addf
  // CHECK: %[[IS_NAN:.*]] = arith.cmpf uno, %[[SUM]], %[[SUM]]
  // CHECK: %[[LOWEST:.*]] = arith.constant 0xFF800000 : f32
  // CHECK: arith.select %[[IS_NAN]], %[[LOWEST]], %[[SUM]]

  // Nothing is taken yet; one round per expert.
  // CHECK: %[[NONE:.*]] = linalg.fill ins(%{{.*}} : i1) outs(%{{.*}} : tensor<?x8xi1>)
  // CHECK: %[[K:.*]] = arith.constant 2 : index
  // CHECK: %[[LOOP:.*]]:2 = scf.for %[[ROUND:.*]] = %{{.*}} to %[[K]] step %{{.*}} iter_args(%[[TAKEN:.*]] = %[[NONE]], %[[CHOSEN:.*]] = %{{.*}})
  // The largest value that is not taken.
  // CHECK: %[[LARGEST:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]} ins(%[[SELECTION]], %[[TAKEN]] :
  // CHECK: arith.maximumf
  // The lowest number that has it; E - 1 if none compares equal.
  // CHECK: %[[LAST:.*]] = arith.constant 7 : i32
  // CHECK: linalg.fill ins(%[[LAST]] : i32)
  // CHECK: %[[FIRST:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]} ins(%[[SELECTION]], %[[TAKEN]], %[[LARGEST]] :
  // CHECK: linalg.index 1
  // CHECK: arith.cmpf oeq
  // CHECK: arith.minsi
  // CHECK: %[[NOW_TAKEN:.*]] = linalg.generic {{.*}} ins(%[[FIRST]] : tensor<?xi32>) outs(%[[TAKEN]] :
  // CHECK: arith.ori
  // CHECK: %[[WRITTEN:.*]] = tensor.insert_slice %[[FIRST]] into %[[CHOSEN]][0, %[[ROUND]]]
  // CHECK: scf.yield %[[NOW_TAKEN]], %[[WRITTEN]]

  // The weights are of the scores without bias.
  // CHECK: %[[PICKED:.*]] = linalg.generic {{.*}} ins(%[[LOOP]]#1 : tensor<?x2xi32>)
  // CHECK: tensor.extract %[[SCORES]]
  // CHECK: %[[TOTAL:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]} ins(%[[PICKED]] :
  // CHECK: linalg.generic {{.*}} ins(%[[PICKED]], %[[TOTAL]] :
  // CHECK-NEXT: ^bb0(%[[P:.*]]: f32, %[[T:.*]]: f32,
  // CHECK-NEXT: %[[EPS:.*]] = arith.constant 9.99999968E-21 : f32
  // CHECK-NEXT: %[[DENOMINATOR:.*]] = arith.addf %[[T]], %[[EPS]]
  // CHECK-NEXT: %[[SHARE:.*]] = arith.divf %[[P]], %[[DENOMINATOR]]
  // CHECK-NEXT: %[[SCALE:.*]] = arith.constant 1.500000e+00 : f32
  // CHECK-NEXT: arith.mulf %[[SHARE]], %[[SCALE]]
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %bias) {route_scale = 1.5, top_k = 2 : i64}
      : (tensor<?x8xf32>, tensor<8xf32>) -> (tensor<?x2xf32>, tensor<?x2xi32>)
  return %weights, %indices : tensor<?x2xf32>, tensor<?x2xi32>
}

// Not normalised: the scores times route_scale, nothing is divided.
// CHECK-LABEL: func @not_normalised
// CHECK-SAME: %[[SCORES:.*]]: tensor<9x8xf32>
// CHECK-NOT: arith.divf
func.func @not_normalised(%scores: tensor<9x8xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>) {
  // CHECK: %[[PICKED:.*]] = linalg.generic
  // CHECK: tensor.extract %[[SCORES]]
  // CHECK: %[[SCALE:.*]] = arith.constant 2.500000e+00 : f32
  // CHECK-NEXT: arith.mulf %{{.*}}, %[[SCALE]]
  // CHECK: return
  %weights, %indices = dsv4.moe_gating_top_k(%scores) {normalize = false, route_scale = 2.5, top_k = 2 : i64}
      : (tensor<9x8xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return %weights, %indices : tensor<9x2xf32>, tensor<9x2xi32>
}

// A size that the types leave open is checked before anything is read.
// CHECK-LABEL: func @dynamic_bias
func.func @dynamic_bias(%scores: tensor<9x8xf32>, %bias: tensor<?xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>) {
  // CHECK-NOT: linalg.generic
  // CHECK: cf.assert %{{.*}}, "dsv4.moe_gating_top_k: dimension 0 of bias is not dimension 1 of scores"
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 2 : i64} : (tensor<9x8xf32>, tensor<?xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return %weights, %indices : tensor<9x2xf32>, tensor<9x2xi32>
}

// Without tokens nothing is inserted.
// CHECK-LABEL: func @no_tokens
// CHECK-NOT: tensor.insert_slice
// CHECK: return
func.func @no_tokens(%scores: tensor<0x8xf32>) -> (tensor<0x2xf32>, tensor<0x2xi32>) {
  %weights, %indices = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<0x8xf32>) -> (tensor<0x2xf32>, tensor<0x2xi32>)
  return %weights, %indices : tensor<0x2xf32>, tensor<0x2xi32>
}

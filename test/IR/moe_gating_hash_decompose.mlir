// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @static
// CHECK-SAME: %[[SCORES:.*]]: tensor<9x8xf32>, %[[IDS:.*]]: tensor<9xi32>, %[[TABLE:.*]]: tensor<100x2xi32>
func.func @static(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>) {
  // All ids are inside [0, V), as unsigned numbers: a negative id is a large one.
  // CHECK: %[[V:.*]] = arith.constant 100 : i32
  // CHECK: %[[INSIDE:.*]] = linalg.generic {{.*}} iterator_types = ["reduction"]} ins(%[[IDS]] : tensor<9xi32>)
  // CHECK: arith.cmpi ult, %{{.*}}, %[[V]]
  // CHECK: arith.andi
  // CHECK: %[[OK:.*]] = tensor.extract %[[INSIDE]][]
  // CHECK: cf.assert %[[OK]], "dsv4.moe_gating_hash: an input id is outside [0, 100)"
  // What is read does not depend on whether the assertion runs first.
  // CHECK: %[[SAFE:.*]] = linalg.generic {{.*}} ins(%[[IDS]] : tensor<9xi32>)
  // CHECK: %[[LAST:.*]] = arith.subi %[[V]], %{{.*}}
  // CHECK: arith.minsi %{{.*}}, %[[LAST]]
  // CHECK: %[[ZERO:.*]] = arith.constant 0 : i32
  // CHECK: arith.maxsi %{{.*}}, %[[ZERO]]

  // CHECK: %[[ENTRIES:.*]] = linalg.generic {{.*}} ins(%{{.*}}, %[[SAFE]] : tensor<9x2xi32>, tensor<9xi32>)
  // CHECK: %[[ID:.*]] = arith.index_cast %{{.*}} : i32 to index
  // CHECK: %[[SLOT:.*]] = linalg.index 1
  // CHECK: tensor.extract %[[TABLE]][%[[ID]], %[[SLOT]]]

  // All entries are inside [0, E).
  // CHECK: %[[E:.*]] = arith.constant 8 : i32
  // CHECK: linalg.generic {{.*}} iterator_types = ["reduction", "reduction"]} ins(%[[ENTRIES]] : tensor<9x2xi32>)
  // CHECK: arith.cmpi ult, %{{.*}}, %[[E]]
  // CHECK: cf.assert %{{.*}}, "dsv4.moe_gating_hash: a table entry is outside [0, 8)"
  // CHECK: %[[INDICES:.*]] = linalg.generic {{.*}} ins(%[[ENTRIES]] : tensor<9x2xi32>)
  // CHECK: %[[LAST:.*]] = arith.subi %[[E]], %{{.*}}
  // CHECK: arith.minsi %{{.*}}, %[[LAST]]

  // CHECK: %[[PICKED:.*]] = linalg.generic {{.*}} ins(%[[INDICES]] : tensor<9x2xi32>)
  // CHECK: tensor.extract %[[SCORES]]
  // CHECK: %[[TOTAL:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]} ins(%[[PICKED]] :
  // CHECK: %[[WEIGHTS:.*]] = linalg.generic {{.*}} ins(%[[PICKED]], %[[TOTAL]] :
  // CHECK: return %[[WEIGHTS]], %[[INDICES]]
  %weights, %indices = dsv4.moe_gating_hash(%scores, %ids, %table) : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return %weights, %indices : tensor<9x2xf32>, tensor<9x2xi32>
}

// A table of i64 is checked as i64, before it is narrowed.
// CHECK-LABEL: func @wide_table
func.func @wide_table(%scores: tensor<?x?x8xf32>, %ids: tensor<?x?xi64>, %table: tensor<100x2xi64>) -> (tensor<?x?x2xf32>, tensor<?x?x2xi32>) {
  // CHECK: cf.assert %{{.*}}, "dsv4.moe_gating_hash: dimension 0 of input_ids is not dimension 0 of scores"
  // CHECK: cf.assert %{{.*}}, "dsv4.moe_gating_hash: dimension 1 of input_ids is not dimension 1 of scores"
  // CHECK: %[[V:.*]] = arith.constant 100 : i32
  // CHECK: arith.extsi %[[V]] : i32 to i64
  // CHECK: cf.assert %{{.*}}, "dsv4.moe_gating_hash: an input id is outside [0, 100)"
  // CHECK: tensor.extract %{{.*}} : tensor<100x2xi64>
  // CHECK: %[[E:.*]] = arith.constant 8 : i32
  // CHECK: arith.extsi %[[E]] : i32 to i64
  // CHECK: cf.assert %{{.*}}, "dsv4.moe_gating_hash: a table entry is outside [0, 8)"
  // CHECK: arith.trunci %{{.*}} : i64 to i32
  // CHECK: return %{{.*}}, %{{.*}} : tensor<?x?x2xf32>, tensor<?x?x2xi32>
  %weights, %indices = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<?x?x8xf32>, tensor<?x?xi64>, tensor<100x2xi64>) -> (tensor<?x?x2xf32>, tensor<?x?x2xi32>)
  return %weights, %indices : tensor<?x?x2xf32>, tensor<?x?x2xi32>
}

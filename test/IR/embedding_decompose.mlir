// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @main
// CHECK-SAME: %[[IDS:.*]]: tensor<2x5xi32>, %[[TABLE:.*]]: tensor<100x16xbf16>
func.func @main(%ids: tensor<2x5xi32>, %table: tensor<100x16xbf16>) -> tensor<2x5x16xbf16> {
  // All ids are inside [0, V), as unsigned numbers: a negative id is a large one.
  // CHECK: %[[V:.*]] = arith.constant 100 : i32
  // CHECK: %[[INSIDE:.*]] = linalg.generic {{.*}} iterator_types = ["reduction", "reduction"]} ins(%[[IDS]] :
  // CHECK: arith.cmpi ult, %{{.*}}, %[[V]]
  // CHECK: %[[OK:.*]] = tensor.extract %[[INSIDE]][]
  // CHECK: cf.assert %[[OK]], "dsv4.embedding: an id is outside [0, 100)"
  // What is read does not depend on whether the assertion runs first.
  // CHECK: %[[SAFE:.*]] = linalg.generic {{.*}} ins(%[[IDS]] :
  // CHECK: arith.minsi
  // CHECK: arith.maxsi
  // CHECK: linalg.generic {{.*}} ins(%[[SAFE]] : tensor<2x5xi32>) outs(%{{.*}} : tensor<2x5x16xbf16>)
  // CHECK: %[[CHANNEL:.*]] = linalg.index 2
  // CHECK: %[[ID:.*]] = arith.index_cast %{{.*}} : i32 to index
  // CHECK: tensor.extract %[[TABLE]][%[[ID]], %[[CHANNEL]]]
  %y = dsv4.embedding(%ids, %table) : (tensor<2x5xi32>, tensor<100x16xbf16>) -> tensor<2x5x16xbf16>
  return %y : tensor<2x5x16xbf16>
}

// Ids of i64 are compared as such.
// CHECK-LABEL: func @wide_ids
func.func @wide_ids(%ids: tensor<?xi64>, %table: tensor<100x?xf32>) -> tensor<?x?xf32> {
  // CHECK: %[[V:.*]] = arith.extsi %{{.*}} : i32 to i64
  // CHECK: arith.cmpi ult, %{{.*}}, %[[V]] : i64
  // CHECK: cf.assert %{{.*}}, "dsv4.embedding: an id is outside [0, 100)"
  %y = dsv4.embedding(%ids, %table) : (tensor<?xi64>, tensor<100x?xf32>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

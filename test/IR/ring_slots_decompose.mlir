// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @main
// CHECK-SAME: %[[IDS:.*]]: tensor<2x5xi32>, %[[START:.*]]: tensor<2xi32>, %[[LENS:.*]]: tensor<2xi32>
func.func @main(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.ring_slots: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: %[[SLOTS:.*]] = linalg.generic {{.*}} ins(%[[START]], %[[LENS]] : tensor<2xi32>, tensor<2xi32>) outs(%{{.*}} : tensor<2x5xi32>)
  // CHECK-NEXT: ^bb0(%[[S:[^:]*]]: i32, %[[L:[^:]*]]: i32,
  // CHECK: %[[POSITION:.*]] = arith.addi %[[S]], %[[TOKEN:.*]] : i32
  // CHECK: %[[WINDOW:.*]] = arith.constant 3 : i32
  // CHECK: %[[SLOT:.*]] = arith.remsi %[[POSITION]], %[[WINDOW]]
  // The last 3 tokens stay; a later one would overwrite an earlier one. Padding is not written.
  // CHECK: %[[OLDEST:.*]] = arith.subi %[[L]], %{{.*}}
  // CHECK: %[[STAYS:.*]] = arith.cmpi sge, %[[TOKEN]], %[[OLDEST]]
  // CHECK: %[[REAL:.*]] = arith.cmpi slt, %[[TOKEN]], %[[L]]
  // CHECK: %[[WRITTEN:.*]] = arith.andi %[[STAYS]], %[[REAL]]
  // CHECK: %[[SKIP:.*]] = arith.constant -1 : i32
  // CHECK: arith.select %[[WRITTEN]], %[[SLOT]], %[[SKIP]]
  // CHECK: return %[[SLOTS]]
  %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 3 : i64} : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5xi32>
  return %slots : tensor<2x5xi32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%ids: tensor<?x?xbf16>, %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x?xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.ring_slots: dimension 0 of start_pos is not dimension 0 of tokens"
  // CHECK: cf.assert %{{.*}}, "dsv4.ring_slots: dimension 0 of query_lens is not dimension 0 of tokens"
  // CHECK: cf.assert %{{.*}}, "dsv4.ring_slots: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: return %{{.*}} : tensor<?x?xi32>
  %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 3 : i64} : (tensor<?x?xbf16>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x?xi32>
  return %slots : tensor<?x?xi32>
}

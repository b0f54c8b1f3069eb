// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @appended
// CHECK-SAME: %[[IDS:.*]]: tensor<2x5xi32>, %[[START:.*]]: tensor<2xi32>, %[[LENS:.*]]: tensor<2xi32>
func.func @appended(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x8xi32> {
  // All positions of the call are numbers of an i32, and no request is longer than the call.
  // CHECK: %[[SANE:.*]] = linalg.generic {{.*}} iterator_types = ["reduction"]} ins(%[[START]], %[[LENS]] : tensor<2xi32>, tensor<2xi32>)
  // CHECK: %[[OK:.*]] = tensor.extract %[[SANE]][]
  // CHECK: cf.assert %[[OK]], "dsv4.window_indices: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"

  // CHECK: %[[INDICES:.*]] = linalg.generic {{.*}} ins(%[[START]], %[[LENS]] : tensor<2xi32>, tensor<2xi32>) outs(%{{.*}} : tensor<2x5x8xi32>)
  // CHECK-NEXT: ^bb0(%[[S:[^:]*]]: i32, %[[L:[^:]*]]: i32,
  // CHECK: %[[POSITION:.*]] = arith.addi %[[S]], %[[TOKEN:.*]] : i32
  // The oldest position seen is max(p - 7, 0), entry m is m after it, and none is later than p.
  // CHECK: %[[WIDTH:.*]] = arith.constant 7 : i32
  // CHECK: %[[OLDEST:.*]] = arith.subi %[[POSITION]], %[[WIDTH]]
  // CHECK: %[[FIRST:.*]] = arith.maxsi %[[OLDEST]], %{{.*}}
  // CHECK: %[[SEEN:.*]] = arith.addi %[[FIRST]], %{{.*}}
  // CHECK: arith.cmpi sle, %[[SEEN]], %[[POSITION]]
  // Padding sees nothing.
  // CHECK: arith.cmpi slt, %[[TOKEN]], %[[L]]
  // What this call brings stands behind the ring, what came before in its slot.
  // CHECK: %[[IN_CALL:.*]] = arith.subi %[[SEEN]], %[[S]]
  // CHECK: %[[SLOT:.*]] = arith.remsi %[[SEEN]], %{{.*}}
  // CHECK: %[[CACHED:.*]] = arith.cmpi slt, %[[SEEN]], %[[S]]
  // CHECK: %[[RING:.*]] = arith.constant 8 : i32
  // CHECK: %[[BEHIND:.*]] = arith.addi %[[IN_CALL]], %[[RING]]
  // CHECK: arith.select %[[CACHED]], %[[SLOT]], %[[BEHIND]]
  // CHECK: return %[[INDICES]]
  %i = dsv4.window_indices(%ids, %start, %lens) {window = 8 : i64} : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  return %i : tensor<2x5x8xi32>
}

// The rows of the call begin elsewhere. That the last of them has a number is checked where S is not known.
// CHECK-LABEL: func @call_offset
func.func @call_offset(%ids: tensor<2x?xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x?x8xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.window_indices: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: %[[LARGEST:.*]] = arith.constant 2147483548 : i32
  // CHECK: %[[FITS:.*]] = arith.cmpi sle, %{{.*}}, %[[LARGEST]]
  // CHECK: cf.assert %[[FITS]], "dsv4.window_indices: an index would be larger than 2^31 - 1"
  // CHECK: %[[BEGIN:.*]] = arith.constant 100 : i32
  // CHECK: arith.addi %{{.*}}, %[[BEGIN]]
  %i = dsv4.window_indices(%ids, %start, %lens) {call_offset = 100 : i64, window = 8 : i64} : (tensor<2x?xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x?x8xi32>
  return %i : tensor<2x?x8xi32>
}

// Decode reads the ring after the update: the slot, whether cached or new.
// CHECK-LABEL: func @ring
func.func @ring(%ids: tensor<2x1xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x1x8xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.window_indices: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: %[[SLOT:.*]] = arith.remsi
  // CHECK: %[[NONE:.*]] = arith.constant -1 : i32
  // CHECK: arith.select %{{.*}}, %[[SLOT]], %[[NONE]]
  %i = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<ring>, window = 8 : i64} : (tensor<2x1xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x1x8xi32>
  return %i : tensor<2x1x8xi32>
}

// Rows of the call only: what came before is not there.
// CHECK-LABEL: func @call
func.func @call(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x8xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.window_indices: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: linalg.generic
  // CHECK-NEXT: ^bb0(%[[S:[^:]*]]: i32,
  // CHECK: %[[IN_CALL:.*]] = arith.subi %[[SEEN:.*]], %[[S]]
  // CHECK: %[[CACHED:.*]] = arith.cmpi slt, %[[SEEN]], %[[S]]
  // CHECK: %[[NONE:.*]] = arith.constant -1 : i32
  // CHECK: arith.select %[[CACHED]], %[[NONE]], %[[IN_CALL]]
  %i = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<call>, window = 8 : i64} : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  return %i : tensor<2x5x8xi32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%ids: tensor<?x?xi32>, %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x?x8xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.window_indices: dimension 0 of start_pos is not dimension 0 of tokens"
  // CHECK: cf.assert %{{.*}}, "dsv4.window_indices: dimension 0 of query_lens is not dimension 0 of tokens"
  // CHECK: cf.assert %{{.*}}, "dsv4.window_indices: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: return %{{.*}} : tensor<?x?x8xi32>
  %i = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<call>, window = 8 : i64} : (tensor<?x?xi32>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x?x8xi32>
  return %i : tensor<?x?x8xi32>
}

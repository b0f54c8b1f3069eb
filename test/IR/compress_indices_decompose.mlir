// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// The width is the largest number of rows that a request has.
// CHECK-LABEL: func @main
// CHECK-SAME: %[[IDS:.*]]: tensor<2x5xi32>, %[[START:.*]]: tensor<2xi32>, %[[LENS:.*]]: tensor<2xi32>
func.func @main(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x?xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.compress_indices: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: %[[ZERO:.*]] = arith.constant 0 : i32
  // CHECK: linalg.fill ins(%[[ZERO]] : i32)
  // CHECK: %[[MOST:.*]] = linalg.generic {{.*}} iterator_types = ["reduction"]} ins(%[[START]], %[[LENS]] :
  // CHECK-NEXT: ^bb0(%[[S:[^:]*]]: i32, %[[L:[^:]*]]: i32, %[[SO_FAR:.*]]: i32):
  // CHECK: %[[END:.*]] = arith.addi %[[S]], %[[L]]
  // CHECK: %[[RATIO:.*]] = arith.constant 4 : i32
  // CHECK: %[[ROWS:.*]] = arith.divsi %[[END]], %[[RATIO]]
  // CHECK: arith.maxsi %[[SO_FAR]], %[[ROWS]]
  // CHECK: %[[ROWS:.*]] = tensor.extract %[[MOST]][]
  // Every entry has a number.
  // CHECK: %[[LARGEST:.*]] = arith.constant 2147483515 : i32
  // CHECK: %[[FITS:.*]] = arith.cmpi sle, %[[ROWS]], %[[LARGEST]]
  // CHECK: cf.assert %[[FITS]], "dsv4.compress_indices: an index would be larger than 2^31 - 1"
  // CHECK: %[[WIDTH:.*]] = arith.index_cast %[[ROWS]] : i32 to index
  // CHECK: tensor.empty(%[[WIDTH]]) : tensor<2x5x?xi32>
  // CHECK: linalg.generic
  // CHECK-NEXT: ^bb0(%[[S:[^:]*]]: i32, %[[L:[^:]*]]: i32,
  // Row t is visible at position p if t < (p + 1) / 4: a query at the last token of a window sees its row.
  // CHECK: %[[POSITION:.*]] = arith.addi %[[S]], %{{.*}}
  // CHECK: %[[ONE:.*]] = arith.constant 1 : i32
  // CHECK: %[[NEXT:.*]] = arith.addi %[[POSITION]], %[[ONE]]
  // CHECK: %[[VISIBLE:.*]] = arith.divsi %[[NEXT]], %{{.*}}
  // CHECK: arith.select %{{.*}}, %[[VISIBLE]], %{{.*}}
  // CHECK: %[[IS_VISIBLE:.*]] = arith.cmpi slt, %[[ROW:.*]], %{{.*}} : i32
  // CHECK: %[[OFFSET:.*]] = arith.constant 133 : i32
  // CHECK: %[[ENTRY:.*]] = arith.addi %[[ROW]], %[[OFFSET]]
  // CHECK: %[[NONE:.*]] = arith.constant -1 : i32
  // CHECK: arith.select %[[IS_VISIBLE]], %[[ENTRY]], %[[NONE]]
  %i = dsv4.compress_indices(%ids, %start, %lens) {offset = 133 : i64, ratio = 4 : i64} : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x?xi32>
  return %i : tensor<2x5x?xi32>
}

// A static width must be wide enough. Numbers that begin at 0 always fit.
// CHECK-LABEL: func @declared_width
// CHECK-NOT: larger than
func.func @declared_width(%ids: tensor<?x?xi32>, %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x?x7xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.compress_indices: dimension 0 of start_pos is not dimension 0 of tokens"
  // CHECK: cf.assert %{{.*}}, "dsv4.compress_indices: dimension 0 of query_lens is not dimension 0 of tokens"
  // CHECK: cf.assert %{{.*}}, "dsv4.compress_indices: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: %[[WIDTH:.*]] = arith.constant 7 : i32
  // CHECK: %[[FITS:.*]] = arith.cmpi sle, %{{.*}}, %[[WIDTH]]
  // CHECK: cf.assert %[[FITS]], "dsv4.compress_indices: dimension 2 of indices needs more than the static 7"
  // CHECK: tensor.empty(%{{.*}}, %{{.*}}) : tensor<?x?x7xi32>
  %i = dsv4.compress_indices(%ids, %start, %lens) {ratio = 4 : i64} : (tensor<?x?xi32>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x?x7xi32>
  return %i : tensor<?x?x7xi32>
}

// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @main
// CHECK-SAME: %[[SCORES:[^ ]*]]: tensor<2x5x9xbf16>, %[[START:[^ ]*]]: tensor<2xi32>, %[[LENS:[^ ]*]]: tensor<2xi32>
func.func @main(%scores: tensor<2x5x9xbf16>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x3xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_top_k: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_top_k: an index would be larger than 2^31 - 1"
  // How many rows a query sees, (p + 1) / 4 but no more than there are scores, and how many it takes.
  // CHECK: %[[VISIBLE:.*]] = linalg.generic {{.*}} ins(%[[START]], %[[LENS]] : tensor<2xi32>, tensor<2xi32>) outs(%{{.*}} : tensor<2x5xi32>)
  // CHECK: arith.divsi
  // CHECK: arith.minsi
  // CHECK: %[[TAKEN:.*]] = linalg.generic {{.*}} ins(%[[VISIBLE]] :
  // CHECK: %[[LIMIT:.*]] = arith.constant 3 : i32
  // CHECK: arith.minsi %{{.*}}, %[[LIMIT]]
  // Scores as unsigned numbers in the same order, -0 and +0 equal, NaN the smallest.
  // CHECK: %[[KEYS:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<2x5x9xi32>)
  // CHECK: arith.addf
  // CHECK: arith.bitcast %{{.*}} : f32 to i32
  // CHECK: arith.cmpf uno
  // The key of the last row taken, bit by bit from the highest.
  // CHECK: %[[LAST:.*]] = scf.for {{.*}} -> (tensor<2x5xi32>)
  // CHECK: arith.shli
  // CHECK: arith.ori
  // CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[KEYS]], %{{.*}}, %[[VISIBLE]] :
  // CHECK: arith.cmpi uge
  // CHECK: arith.cmpi sge
  // CHECK: linalg.generic {{.*}} ins(%[[KEYS]], %[[LAST]], %[[VISIBLE]] :
  // CHECK: arith.cmpi ugt
  // Rows in ascending order: those with a larger key, and of those with an equal one as many as are missing. -1 is left
  // where nothing is written.
  // CHECK: %[[NONE:.*]] = arith.constant -1 : i32
  // CHECK: %[[EMPTY:.*]] = linalg.fill ins(%[[NONE]] : i32) outs(%{{.*}} : tensor<2x5x3xi32>)
  // CHECK: %[[INDICES:.*]] = scf.for %{{.*}} iter_args(%{{.*}} = %[[EMPTY]])
  // CHECK: scf.for
  // CHECK: scf.for %[[ROW:[^ ]*]] =
  // CHECK: scf.if
  // CHECK: %[[NUMBER:.*]] = arith.index_cast %[[ROW]] : index to i32
  // CHECK: %[[OFFSET:.*]] = arith.constant 133 : i32
  // CHECK: %[[ENTRY:.*]] = arith.addi %[[NUMBER]], %[[OFFSET]]
  // CHECK: tensor.insert %[[ENTRY]]
  // CHECK: return %[[INDICES]]
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {offset = 133 : i64, ratio = 4 : i64, topk_limit = 3 : i64} : (tensor<2x5x9xbf16>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x3xi32>
  return %i : tensor<2x5x3xi32>
}

// A static width must hold what is taken; it may be smaller than the limit if there are few rows.
// CHECK-LABEL: func @declared_width
func.func @declared_width(%scores: tensor<?x?x?xf32>, %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x?x4xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_top_k: dimension 0 of start_pos is not dimension 0 of scores"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_top_k: dimension 0 of query_lens is not dimension 0 of scores"
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_top_k: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: %[[TAKEN:.*]] = arith.minsi %{{.*}}, %{{.*}} : i32
  // CHECK: %[[WIDTH:.*]] = arith.constant 4 : i32
  // CHECK: %[[FITS:.*]] = arith.cmpi sle, %{{.*}}, %[[WIDTH]]
  // CHECK: cf.assert %[[FITS]], "dsv4.indexer_top_k: dimension 2 of indices needs more than the static 4"
  // CHECK: tensor.empty(%{{.*}}, %{{.*}}) : tensor<?x?x4xi32>
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {ratio = 4 : i64, topk_limit = 8 : i64} : (tensor<?x?x?xf32>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x?x4xi32>
  return %i : tensor<?x?x4xi32>
}

// Otherwise it is the smaller of the limit and the number of rows, 0 too.
// CHECK-LABEL: func @dynamic_width
func.func @dynamic_width(%scores: tensor<1x1x?xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x1x?xi32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.indexer_top_k: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: scf.for {{.*}} -> (tensor<1x1xi32>)
  // CHECK: %[[LIMIT:.*]] = arith.constant 8 : i32
  // CHECK: %[[TAKEN:.*]] = arith.minsi %{{.*}}, %[[LIMIT]]
  // CHECK: %[[WIDTH:.*]] = arith.index_cast %[[TAKEN]] : i32 to index
  // CHECK: tensor.empty(%[[WIDTH]]) : tensor<1x1x?xi32>
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {ratio = 4 : i64, topk_limit = 8 : i64} : (tensor<1x1x?xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x1x?xi32>
  return %i : tensor<1x1x?xi32>
}

// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @main
// CHECK-SAME: %[[ROWS:.*]]: tensor<2x5x16xbf16>, %[[CACHE:.*]]: tensor<2x8x16xbf16>, %[[SLOTS:.*]]: tensor<2x5xi32>
func.func @main(%rows: tensor<2x5x16xbf16>, %cache: tensor<2x8x16xbf16>, %slots: tensor<2x5xi32>) -> tensor<2x8x16xbf16> {
  // No slot is beyond the cache; a negative one is fine.
  // CHECK: %[[INSIDE:.*]] = linalg.generic {{.*}} iterator_types = ["reduction", "reduction"]} ins(%[[SLOTS]] : tensor<2x5xi32>)
  // CHECK: arith.cmpi slt
  // CHECK: %[[OK:.*]] = tensor.extract %[[INSIDE]][]
  // CHECK: cf.assert %[[OK]], "dsv4.scatter_nd_update_mla: a slot is beyond the rows of the cache"
  // The cache runs through the loops, so it is updated in place; rows go in ascending order, so the later one stays.
  // CHECK: %[[UPDATED:.*]] = scf.for %[[B:.*]] = {{.*}} iter_args(%[[OUTER:.*]] = %[[CACHE]])
  // CHECK: scf.for %[[N:.*]] = {{.*}} iter_args(%[[INNER:.*]] = %[[OUTER]])
  // CHECK: %[[SLOT:.*]] = tensor.extract %[[SLOTS]][%[[B]], %[[N]]]
  // CHECK: %[[ZERO:.*]] = arith.constant 0 : i32
  // CHECK: %[[WRITTEN:.*]] = arith.cmpi sge, %[[SLOT]], %[[ZERO]]
  // CHECK: scf.if %[[WRITTEN]]
  // CHECK: %[[TO:.*]] = arith.index_cast %[[SLOT]] : i32 to index
  // CHECK: %[[ROW:.*]] = tensor.extract_slice %[[ROWS]][%[[B]], %[[N]], 0] [1, 1, 16]
  // CHECK: tensor.insert_slice %[[ROW]] into %[[INNER]][%[[B]], %[[TO]], 0] [1, 1, 16]
  // CHECK: } else {
  // CHECK-NEXT: scf.yield %[[INNER]]
  // CHECK: return %[[UPDATED]]
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<2x5x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5xi32>) -> tensor<2x8x16xbf16>
  return %c : tensor<2x8x16xbf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%rows: tensor<?x?x?xf32>, %cache: tensor<?x?x?xf32>, %slots: tensor<?x?xi32>) -> tensor<?x?x?xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.scatter_nd_update_mla: dimension 0 of cache is not dimension 0 of rows"
  // CHECK: cf.assert %{{.*}}, "dsv4.scatter_nd_update_mla: dimension 2 of cache is not dimension 2 of rows"
  // CHECK: cf.assert %{{.*}}, "dsv4.scatter_nd_update_mla: dimension 0 of slots is not dimension 0 of rows"
  // CHECK: cf.assert %{{.*}}, "dsv4.scatter_nd_update_mla: dimension 1 of slots is not dimension 1 of rows"
  // CHECK: cf.assert %{{.*}}, "dsv4.scatter_nd_update_mla: a slot is beyond the rows of the cache"
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?xi32>) -> tensor<?x?x?xf32>
  return %c : tensor<?x?x?xf32>
}

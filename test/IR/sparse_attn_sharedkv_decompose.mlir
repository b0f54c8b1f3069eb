// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @list
// CHECK-SAME: %[[Q:[^ ]*]]: tensor<1x5x4x16xbf16>, %[[SINK:[^ ]*]]: tensor<4xf32>, %[[I:[^ ]*]]: tensor<1x5x7xi32>, %[[A:[^ ]*]]: tensor<1x8x16xbf16>, %[[B:[^ ]*]]: tensor<1x5x16xbf16>
func.func @list(%q: tensor<1x5x4x16xbf16>, %sink: tensor<4xf32>, %i: tensor<1x5x7xi32>, %a: tensor<1x8x16xbf16>, %b: tensor<1x5x16xbf16>) -> tensor<1x5x4x16xbf16> {
  // Indices are -1 or a row of the list, which has 8 + 5 of them.
  // CHECK: %[[ROWS_A:.*]] = arith.addi %{{.*}}, %{{.*}} : i32
  // CHECK: %[[ROWS:.*]] = arith.addi %[[ROWS_A]], %{{.*}} : i32
  // CHECK: %[[INSIDE:.*]] = linalg.generic {{.*}} iterator_types = ["reduction", "reduction", "reduction"]} ins(%[[I]] :
  // CHECK: arith.cmpi slt, %{{.*}}, %[[ROWS]]
  // CHECK: %[[NONE:.*]] = arith.constant -1 : i32
  // CHECK: arith.cmpi sge, %{{.*}}, %[[NONE]]
  // CHECK: %[[OK:.*]] = tensor.extract %[[INSIDE]][]
  // CHECK: cf.assert %[[OK]], "dsv4.sparse_attn_sharedkv: an index is outside of [-1, rows of the list)"

  // q . row, the row read where it is: nothing is gathered, nothing concatenated.
  // CHECK-NOT: tensor.concat
  // CHECK-NOT: tensor.insert_slice
  // CHECK: %[[PRODUCTS:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%{{.*}}, %[[I]] : tensor<1x5x4x16xf32>, tensor<1x5x7xi32>) outs(%{{.*}} : tensor<1x5x4x7xf32>)
  // CHECK-NEXT: ^bb0(%{{[^:]*}}: f32, %[[ROW:[^:]*]]: i32,
  // CHECK: scf.if
  // CHECK: tensor.extract %[[A]]
  // CHECK: arith.cmpi sge, %[[ROW]], %[[ROWS_A]]
  // CHECK: arith.cmpi slt, %[[ROW]], %[[ROWS]]
  // CHECK: scf.if
  // CHECK: %[[LOCAL:.*]] = arith.subi %[[ROW]], %[[ROWS_A]]
  // CHECK: tensor.extract %[[B]]
  // -1 scores -infinity. Only what is not -1 is scaled.
  // CHECK: %[[SCORES:.*]] = linalg.generic {{.*}} ins(%[[PRODUCTS]], %[[I]] :
  // CHECK: arith.constant 0xFF800000 : f32
  // CHECK: arith.constant 2.500000e-01 : f32
  // CHECK: %[[MAX:.*]] = linalg.generic {{.*}} ins(%[[SCORES]] :
  // CHECK: arith.maximumf
  // No entry at all: 0 is subtracted instead of -infinity.
  // CHECK: %[[SHIFT:.*]] = linalg.generic {{.*}} ins(%[[MAX]] :
  // CHECK: arith.cmpf oeq
  // CHECK: %[[WEIGHTS:.*]] = linalg.generic {{.*}} ins(%[[SCORES]], %[[SHIFT]] :
  // CHECK: math.exp
  // CHECK: %[[SUMS:.*]] = linalg.generic {{.*}} ins(%[[WEIGHTS]] :
  // The sink is neither scaled nor part of the maximum, and only in the denominator.
  // CHECK: %[[DENOMINATORS:.*]] = linalg.generic {{.*}} ins(%[[SUMS]], %[[SINK]], %[[SHIFT]] :
  // CHECK-NEXT: ^bb0(%[[SUM:[^:]*]]: f32, %[[S:[^:]*]]: f32, %[[M:[^:]*]]: f32,
  // CHECK: %[[DIFFERENCE:.*]] = arith.subf %[[S]], %[[M]]
  // CHECK: %[[EXP:.*]] = math.exp %[[DIFFERENCE]]
  // CHECK: arith.addf %[[SUM]], %[[EXP]]
  // Weights of bf16 times rows, as the kernels do; the denominator has the f32 ones.
  // CHECK: %[[NARROW:.*]] = linalg.generic {{.*}} ins(%[[WEIGHTS]] : tensor<1x5x4x7xf32>) outs(%{{.*}} : tensor<1x5x4x7xbf16>)
  // CHECK: %[[WIDE:.*]] = linalg.generic {{.*}} ins(%[[NARROW]] :
  // CHECK: %[[VALUES:.*]] = linalg.generic {{.*}} ins(%[[WIDE]], %[[I]] :
  // CHECK: tensor.extract %[[A]]
  // CHECK: tensor.extract %[[B]]
  // 0 / 0, no entry and a sink of -infinity, is 0.
  // CHECK: linalg.generic {{.*}} ins(%[[VALUES]], %[[DENOMINATORS]] :
  // CHECK: arith.cmpf oeq
  // CHECK: arith.divf
  // CHECK: arith.select
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %a, %b) {softmax_scale = 0.25}
      : (tensor<1x5x4x16xbf16>, tensor<4xf32>, tensor<1x5x7xi32>, tensor<1x8x16xbf16>, tensor<1x5x16xbf16>) -> tensor<1x5x4x16xbf16>
  return %o : tensor<1x5x4x16xbf16>
}

// In f32 and f16 the weights are not rounded.
// CHECK-LABEL: func @f32
// CHECK-NOT: arith.truncf
func.func @f32(%q: tensor<?x?x?x?xf32>, %sink: tensor<?xf32>, %i: tensor<?x?x?xi32>, %kv: tensor<?x?x?xf32>) -> tensor<?x?x?x?xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.sparse_attn_sharedkv: dimension 0 of attn_sink is not dimension 2 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.sparse_attn_sharedkv: dimension 0 of indices is not dimension 0 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.sparse_attn_sharedkv: dimension 1 of indices is not dimension 1 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.sparse_attn_sharedkv: dimension 0 of kv_list[0] is not dimension 0 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.sparse_attn_sharedkv: dimension 2 of kv_list[0] is not dimension 3 of q"
  // CHECK: cf.assert %{{.*}}, "dsv4.sparse_attn_sharedkv: an index is outside of [-1, rows of the list)"
  // CHECK: return
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %kv) {softmax_scale = 0.25}
      : (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?x?x?xi32>, tensor<?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %o : tensor<?x?x?x?xf32>
}

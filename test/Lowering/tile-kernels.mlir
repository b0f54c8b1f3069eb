// RUN: dsv4-opt %s --dsv4-tile-kernels --split-input-file | FileCheck %s

// Norm, rotation and quantisation of queries: one loop over requests and tokens, with rows of [4, 32].
// CHECK-LABEL: func @rows
// CHECK: ^bb0(%[[X:[^:]*]]: tensor<2x3x4x32xf32>, %[[C:[^:]*]]: tensor<2x3x4xf32>
// CHECK: %[[E:.*]] = tensor.empty() : tensor<2x3x4x32xf8E4M3FN>
// CHECK: %[[L:.*]] = scf.for %[[I:.*]] = %{{.*}} to %{{.*}} step %{{.*}} iter_args(%[[O:.*]] = %[[E]])
// CHECK:   scf.for %[[J:.*]] = %{{.*}} to %{{.*}} step %{{.*}} iter_args(%[[P:.*]] = %[[O]])
// CHECK-DAG: %[[XR:.*]] = tensor.extract_slice %[[X]][%[[I]], %[[J]], 0, 0] [1, 1, 4, 32] [1, 1, 1, 1] : tensor<2x3x4x32xf32> to tensor<1x1x4x32xf32>
// CHECK-DAG: %[[CR:.*]] = tensor.extract_slice %[[C]][%[[I]], %[[J]], 0] [1, 1, 4]
// CHECK:     %[[N:.*]] = dsv4.rms_norm(%[[XR]])
// CHECK:     %[[R:.*]] = dsv4.rope(%[[N]], %[[CR]], %{{.*}})
// CHECK:     %[[Q:.*]], %{{.*}}, %{{.*}} = dsv4.act_quant(%[[R]]){{.*}} : (tensor<1x1x4x32xf32>)
// CHECK:     %[[NEXT:.*]] = tensor.insert_slice %[[Q]] into %[[P]][%[[I]], %[[J]], 0, 0] [1, 1, 4, 32]
// CHECK:     scf.yield %[[NEXT]]
// CHECK: dsv4.yield %[[L]]
func.func @rows(%x: tensor<2x3x4x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) -> tensor<2x3x4x32xf8E4M3FN> {
  %k = dsv4.kernel "k" (%x, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf8E4M3FN> {
  ^bb0(%a: tensor<2x3x4x32xf32>, %b: tensor<2x3x4xf32>, %c: tensor<2x3x4xf32>):
    %n = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<2x3x4x32xf32>) -> tensor<2x3x4x32xf32>
    %r = dsv4.rope(%n, %b, %c) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
    %q, %s, %y = dsv4.act_quant(%r) {block = 32 : i64, format = f8E4M3FN} : (tensor<2x3x4x32xf32>) -> (tensor<2x3x4x32xf8E4M3FN>, tensor<2x3x4x1xf8E8M0FNU>, tensor<2x3x4x32xf32>)
    dsv4.yield %q : tensor<2x3x4x32xf8E4M3FN>
  }
  return %k : tensor<2x3x4x32xf8E4M3FN>
}

// -----

// Views move with the rows. The scatter mixes them: it waits behind the loop, although it stood between its ops.
// CHECK-LABEL: func @scatter
// CHECK: %[[L:.*]]:2 = scf.for
// CHECK:   tensor.extract_slice %{{.*}}[0, 0, 0] [1, 1, 16] [1, 1, 1] : tensor<1x1x32xf32> to tensor<1x1x16xf32>
// CHECK:   tensor.insert_slice %{{.*}} into %{{.*}}[0, 0, 0] [1, 1, 16]
// CHECK:   tensor.expand_shape %{{.*}} {{\[\[}}0], [1], [2, 3]] output_shape [1, 1, 4, 32] : tensor<1x1x128xf32> into tensor<1x1x4x32xf32>
// CHECK: %[[NEW:.*]] = dsv4.scatter_nd_update_mla(%[[L]]#{{[01]}},
// CHECK-NEXT: dsv4.yield %[[L]]#{{[01]}}, %[[NEW]]
func.func @scatter(%q: tensor<2x3x128xf32>, %kv: tensor<2x3x32xf32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %k:2 = dsv4.kernel "k" (%q, %kv, %ring, %slots) : (tensor<2x3x128xf32>, tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  ^bb0(%a: tensor<2x3x128xf32>, %b: tensor<2x3x32xf32>, %c: tensor<2x8x32xf32>, %d: tensor<2x3xi32>):
    %part = tensor.extract_slice %b[0, 0, 0] [2, 3, 16] [1, 1, 1] : tensor<2x3x32xf32> to tensor<2x3x16xf32>
    %h = dsv4.hadamard(%part) : (tensor<2x3x16xf32>) -> tensor<2x3x16xf32>
    %row = tensor.insert_slice %h into %b[0, 0, 0] [2, 3, 16] [1, 1, 1] : tensor<2x3x16xf32> into tensor<2x3x32xf32>
    %new = dsv4.scatter_nd_update_mla(%row, %c, %d) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
    %heads = tensor.expand_shape %a [[0], [1], [2, 3]] output_shape [2, 3, 4, 32] : tensor<2x3x128xf32> into tensor<2x3x4x32xf32>
    %n = dsv4.rms_norm(%heads) {norm_eps = 1.0e-6} : (tensor<2x3x4x32xf32>) -> tensor<2x3x4x32xf32>
    dsv4.yield %n, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
  }
  return %k#0, %k#1 : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

// Row counts that the types leave open are compared before operands are read by them.
// CHECK-LABEL: func @dynamic
// CHECK: ^bb0(%[[X:[^:]*]]: tensor<?x64xf32>, %[[Y:[^:]*]]: tensor<?x64xf32>
// CHECK-DAG: %[[N:.*]] = tensor.dim %[[X]]
// CHECK-DAG: %[[M:.*]] = tensor.dim %[[Y]]
// CHECK-DAG: %[[OK:.*]] = arith.cmpi eq, %[[M]], %[[N]]
// CHECK: cf.assert %[[OK]], "dsv4.kernel: operands differ in the number of rows"
// CHECK: scf.for %{{.*}} = %{{.*}} to %[[N]] step
func.func @dynamic(%x: tensor<?x64xf32>, %y: tensor<?x64xf32>) -> tensor<?x64xf32> {
  %k = dsv4.kernel "k" (%x, %y) : (tensor<?x64xf32>, tensor<?x64xf32>) -> tensor<?x64xf32> {
  ^bb0(%a: tensor<?x64xf32>, %b: tensor<?x64xf32>):
    %h = dsv4.v4_clamped_swiglu(%a, %b) {limit = 1.0} : (tensor<?x64xf32>, tensor<?x64xf32>) -> tensor<?x64xf32>
    %n = dsv4.rms_norm(%h) {norm_eps = 1.0e-6} : (tensor<?x64xf32>) -> tensor<?x64xf32>
    dsv4.yield %n : tensor<?x64xf32>
  }
  return %k : tensor<?x64xf32>
}

// -----

// linalg ops join with their rows, here the conversion and the product of hc_pre; its weights are read whole.
#id = affine_map<(t, c) -> (t, c)>
#left = affine_map<(t, m, k) -> (t, k)>
#right = affine_map<(t, m, k) -> (m, k)>
#out = affine_map<(t, m, k) -> (t, m)>
// CHECK-LABEL: func @linalg_rows
// CHECK: scf.for
// CHECK:   linalg.generic {{.*}} outs(%{{.*}} : tensor<1x64xf32>)
// CHECK:   linalg.fill {{.*}} -> tensor<1x8xf32>
// CHECK:   linalg.contract {{.*}} ins(%{{.*}}, %{{.*}} : tensor<1x64xf32>, tensor<8x64xf32>) outs(%{{.*}} : tensor<1x8xf32>)
func.func @linalg_rows(%x: tensor<5x64xbf16>, %w: tensor<8x64xf32>) -> tensor<5x8xf32> {
  %k = dsv4.kernel "k" (%x, %w) : (tensor<5x64xbf16>, tensor<8x64xf32>) -> tensor<5x8xf32> {
  ^bb0(%a: tensor<5x64xbf16>, %b: tensor<8x64xf32>):
    %n = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<5x64xbf16>) -> tensor<5x64xbf16>
    %e = tensor.empty() : tensor<5x64xf32>
    %c = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%n : tensor<5x64xbf16>) outs(%e : tensor<5x64xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %0 = arith.extf %in : bf16 to f32
      linalg.yield %0 : f32
    } -> tensor<5x64xf32>
    %zero = arith.constant 0.0 : f32
    %f = tensor.empty() : tensor<5x8xf32>
    %i = linalg.fill ins(%zero : f32) outs(%f : tensor<5x8xf32>) -> tensor<5x8xf32>
    %p = linalg.contract indexing_maps = [#left, #right, #out] ins(%c, %b : tensor<5x64xf32>, tensor<8x64xf32>) outs(%i : tensor<5x8xf32>) -> tensor<5x8xf32>
    dsv4.yield %p : tensor<5x8xf32>
  }
  return %k : tensor<5x8xf32>
}

// -----

// What is left alone: nothing stays inside; rows that another row needs (a transposed operand, a position in a body);
// a value that is needed by row and whole; a width that the types leave open; an op between that mixes rows.
#id = affine_map<(t, c) -> (t, c)>
#transposed = affine_map<(t, c) -> (c, t)>
// CHECK-LABEL: func @left_alone
// CHECK-NOT: scf.for
// CHECK: return
func.func @left_alone(%x: tensor<8x8xf32>, %w: tensor<8xf32>, %d: tensor<8x?xf32>) -> (tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x?xf32>) {
  %gain = dsv4.kernel "no_gain" (%x) : (tensor<8x8xf32>) -> tensor<8x8xf32> {
  ^bb0(%a: tensor<8x8xf32>):
    %n = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<8x8xf32>) -> tensor<8x8xf32>
    dsv4.yield %n : tensor<8x8xf32>
  }
  %t = dsv4.kernel "transposed" (%x) : (tensor<8x8xf32>) -> tensor<8x8xf32> {
  ^bb0(%a: tensor<8x8xf32>):
    %n = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<8x8xf32>) -> tensor<8x8xf32>
    %e = tensor.empty() : tensor<8x8xf32>
    %g = linalg.generic {indexing_maps = [#transposed, #id], iterator_types = ["parallel", "parallel"]} ins(%n : tensor<8x8xf32>) outs(%e : tensor<8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<8x8xf32>
    %h = dsv4.hadamard(%g) : (tensor<8x8xf32>) -> tensor<8x8xf32>
    dsv4.yield %h : tensor<8x8xf32>
  }
  %p = dsv4.kernel "positions" (%x) : (tensor<8x8xf32>) -> tensor<8x8xf32> {
  ^bb0(%a: tensor<8x8xf32>):
    %n = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<8x8xf32>) -> tensor<8x8xf32>
    %e = tensor.empty() : tensor<8x8xf32>
    %g = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%n : tensor<8x8xf32>) outs(%e : tensor<8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %0 = linalg.index 0 : index
      %1 = arith.index_cast %0 : index to i32
      %2 = arith.sitofp %1 : i32 to f32
      linalg.yield %2 : f32
    } -> tensor<8x8xf32>
    dsv4.yield %g : tensor<8x8xf32>
  }
  %b = dsv4.kernel "between" (%x, %w) : (tensor<8x8xf32>, tensor<8xf32>) -> tensor<8x8xf32> {
  ^bb0(%a: tensor<8x8xf32>, %v: tensor<8xf32>):
    %n = dsv4.rms_norm(%a, %v) {norm_eps = 1.0e-6} : (tensor<8x8xf32>, tensor<8xf32>) -> tensor<8x8xf32>
    %l = dsv4.linear(%a, %n) : (tensor<8x8xf32>, tensor<8x8xf32>) -> tensor<8x8xf32>
    %h = dsv4.hadamard(%l) : (tensor<8x8xf32>) -> tensor<8x8xf32>
    %m = dsv4.rms_norm(%h) {norm_eps = 1.0e-6} : (tensor<8x8xf32>) -> tensor<8x8xf32>
    dsv4.yield %m : tensor<8x8xf32>
  }
  %o = dsv4.kernel "open_width" (%d) : (tensor<8x?xf32>) -> tensor<8x?xf32> {
  ^bb0(%a: tensor<8x?xf32>):
    %n = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<8x?xf32>) -> tensor<8x?xf32>
    %m = dsv4.rms_norm(%n) {norm_eps = 1.0e-6} : (tensor<8x?xf32>) -> tensor<8x?xf32>
    dsv4.yield %m : tensor<8x?xf32>
  }
  return %gain, %t, %p, %b, %o : tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x?xf32>
}

// -----

// One tensor by row and, as weights, whole.
// CHECK-LABEL: func @row_and_whole
// CHECK-NOT: scf.for
// CHECK: return
func.func @row_and_whole(%x: tensor<8x8xf32>) -> tensor<8x8xf32> {
  %k = dsv4.kernel "k" (%x) : (tensor<8x8xf32>) -> tensor<8x8xf32> {
  ^bb0(%a: tensor<8x8xf32>):
    %s = dsv4.gate_score(%a, %a) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<8x8xf32>, tensor<8x8xf32>) -> tensor<8x8xf32>
    %m = dsv4.rms_norm(%s) {norm_eps = 1.0e-6} : (tensor<8x8xf32>) -> tensor<8x8xf32>
    dsv4.yield %m : tensor<8x8xf32>
  }
  return %k : tensor<8x8xf32>
}

// RUN: split-file %s %t
// RUN: dsv4-opt %t/sum.mlir --dsv4-fuse=patterns=residual_add --dsv4-to-llvm-pipeline --mlir-print-ir-after=convert-linalg-to-loops -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=SUM
// RUN: dsv4-opt %t/pre.mlir --dsv4-to-llvm-pipeline --mlir-print-ir-after=convert-linalg-to-loops -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=APART
// RUN: dsv4-opt %t/pre.mlir --dsv4-fuse=patterns=hc_pre_norm --dsv4-to-llvm-pipeline --mlir-print-ir-after=convert-linalg-to-loops -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=PRE

// Fused programs pass over memory once: what the pipeline makes of them, before loops become branches.

//--- sum.mlir
// The sum of the experts as the model builder prints it: three ops with two tensors between them. Compiled, it is one loop
// over the 16 * 48 elements that reads both operands and writes the result; no tensor in between is allocated.

#id = affine_map<(d0, d1, d2) -> (d0, d1, d2)>

// SUM-LABEL: func.func @main
// SUM:     memref.alloc() {{.*}} : memref<2x8x48xbf16>
// SUM-NOT: memref.alloc
// SUM:     scf.for
// SUM:       scf.for
// SUM:         scf.for
// SUM-DAG:       %[[R:.*]] = memref.load %{{.*}} : memref<2x8x48xf32
// SUM-DAG:       %[[S:.*]] = memref.load %{{.*}} : memref<2x8x48xbf16
// SUM:           %[[E:.*]] = arith.extf %[[S]]
// SUM-NEXT:      %[[A:.*]] = arith.addf %[[R]], %[[E]]
// SUM-NEXT:      %[[T:.*]] = arith.truncf %[[A]]
// SUM-NEXT:      memref.store %[[T]], %{{.*}} : memref<2x8x48xbf16
// SUM-NOT: scf.for
// SUM:     return
func.func @main(%routed: tensor<2x8x48xf32>, %shared: tensor<2x8x48xbf16>) -> tensor<2x8x48xbf16> {
  %38 = tensor.empty() : tensor<2x8x48xf32>
  %39 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel"]} ins(%shared : tensor<2x8x48xbf16>) outs(%38 : tensor<2x8x48xf32>) {
  ^bb0(%in: bf16, %out: f32):
    %45 = arith.extf %in : bf16 to f32
    linalg.yield %45 : f32
  } -> tensor<2x8x48xf32>
  %40 = tensor.empty() : tensor<2x8x48xf32>
  %41 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel", "parallel"]} ins(%routed, %39 : tensor<2x8x48xf32>, tensor<2x8x48xf32>) outs(%40 : tensor<2x8x48xf32>) {
  ^bb0(%in: f32, %in_5: f32, %out: f32):
    %45 = arith.addf %in, %in_5 : f32
    linalg.yield %45 : f32
  } -> tensor<2x8x48xf32>
  %42 = tensor.empty() : tensor<2x8x48xbf16>
  %43 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel"]} ins(%41 : tensor<2x8x48xf32>) outs(%42 : tensor<2x8x48xbf16>) {
  ^bb0(%in: f32, %out: bf16):
    %45 = arith.truncf %in : f32 to bf16
    linalg.yield %45 : bf16
  } -> tensor<2x8x48xbf16>
  return %43 : tensor<2x8x48xbf16>
}

//--- pre.mlir
// hc_pre with its norm, 7 tokens. Apart there are tensors of all tokens between the ops: the streams in f32, the mix, the
// branch. Fused, what is as long as the tokens are the three results; everything else is as large as one token, and
// allocated before the loop.
// APART-DAG: memref.alloc() {{.*}} : memref<7x2x16xf32>
// APART-DAG: memref.alloc() {{.*}} : memref<7x8xf32>
// APART-DAG: memref.alloc() {{.*}} : memref<7x16xf32>
// PRE-LABEL: func.func @main
// PRE-DAG: memref.alloc() {{.*}} : memref<7x2xf32>
// PRE-DAG: memref.alloc() {{.*}} : memref<7x2x2xf32>
// PRE-DAG: memref.alloc() {{.*}} : memref<7x16xbf16>
// PRE-NOT: memref.alloc{{.*}}memref<7
// PRE: memref.alloc() {{.*}} : memref<1x2x16xf32>
// PRE-NOT: memref.alloc{{.*}}memref<7
// PRE: scf.for %{{.*}} = %c0 to %c7 step %c1 {
// PRE-NOT: memref.alloc
#streams = affine_map<(t, m, k) -> (t, k)>
#weights = affine_map<(t, m, k) -> (m, k)>
#out = affine_map<(t, m, k) -> (t, m)>
#mix = affine_map<(t, m) -> (t, m)>
#inv = affine_map<(t, m) -> (t, 0)>
#cast = affine_map<(t, h, d) -> (t, h, d)>
func.func @main(%x: tensor<7x2x16xbf16>, %fn: tensor<8x32xf32>, %s: tensor<3xf32>, %b: tensor<8xf32>)
    -> (tensor<7x16xbf16>, tensor<7x2xf32>, tensor<7x2x2xf32>) {
  %i = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<7x2x16xbf16>) -> tensor<7x1xf32>
  %e = tensor.empty() : tensor<7x2x16xf32>
  %f32 = linalg.generic {indexing_maps = [#cast, #cast], iterator_types = ["parallel", "parallel", "parallel"]} ins(%x : tensor<7x2x16xbf16>) outs(%e : tensor<7x2x16xf32>) {
  ^bb0(%in: bf16, %o: f32):
    %0 = arith.extf %in : bf16 to f32
    linalg.yield %0 : f32
  } -> tensor<7x2x16xf32>
  %flat = tensor.collapse_shape %f32 [[0], [1, 2]] : tensor<7x2x16xf32> into tensor<7x32xf32>
  %empty = tensor.empty() : tensor<7x8xf32>
  %zero = arith.constant 0.0 : f32
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<7x8xf32>) -> tensor<7x8xf32>
  %p = linalg.contract indexing_maps = [#streams, #weights, #out] ins(%flat, %fn : tensor<7x32xf32>, tensor<8x32xf32>)
      outs(%fill : tensor<7x8xf32>) -> tensor<7x8xf32>
  %m = linalg.generic {indexing_maps = [#mix, #inv, #mix], iterator_types = ["parallel", "parallel"]}
      ins(%p, %i : tensor<7x8xf32>, tensor<7x1xf32>) outs(%empty : tensor<7x8xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %0 = arith.mulf %a, %c : f32
    linalg.yield %0 : f32
  } -> tensor<7x8xf32>
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
      : (tensor<7x8xf32>, tensor<7x2x16xbf16>, tensor<3xf32>, tensor<8xf32>) -> (tensor<7x16xbf16>, tensor<7x2xf32>, tensor<7x2x2xf32>)
  %n = dsv4.rms_norm(%y) {norm_eps = 1.0e-6} : (tensor<7x16xbf16>) -> tensor<7x16xbf16>
  return %n, %post, %comb : tensor<7x16xbf16>, tensor<7x2xf32>, tensor<7x2x2xf32>
}

// RUN: dsv4-opt %s --dsv4-fuse=patterns=residual_add --dsv4-to-llvm-pipeline --mlir-print-ir-after=convert-linalg-to-loops -o /dev/null 2>&1 \
// RUN:   | FileCheck %s

// The sum of the experts as the model builder prints it: three ops with two tensors between them. Compiled, it is one loop
// over the 16 * 48 elements that reads both operands and writes the result; no tensor in between is allocated.

#id = affine_map<(d0, d1, d2) -> (d0, d1, d2)>

// CHECK-LABEL: func.func @main
// CHECK:     memref.alloc() {{.*}} : memref<2x8x48xbf16>
// CHECK-NOT: memref.alloc
// CHECK:     scf.for
// CHECK:       scf.for
// CHECK:         scf.for
// CHECK-DAG:       %[[R:.*]] = memref.load %{{.*}} : memref<2x8x48xf32
// CHECK-DAG:       %[[S:.*]] = memref.load %{{.*}} : memref<2x8x48xbf16
// CHECK:           %[[E:.*]] = arith.extf %[[S]]
// CHECK-NEXT:      %[[A:.*]] = arith.addf %[[R]], %[[E]]
// CHECK-NEXT:      %[[T:.*]] = arith.truncf %[[A]]
// CHECK-NEXT:      memref.store %[[T]], %{{.*}} : memref<2x8x48xbf16
// CHECK-NOT: scf.for
// CHECK:     return
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

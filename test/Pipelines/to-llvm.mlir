// A function that takes and returns memref descriptors, with a C wrapper. Buffers come from the runtime's functions.
//
// RUN: dsv4-opt %s --dsv4-to-llvm-pipeline | FileCheck %s
// RUN: dsv4-opt %s --dsv4-to-llvm-pipeline=layout=strided | FileCheck %s

// log1p keeps its precision for small arguments: libm's function and not log(1 + x).
// CHECK-DAG: llvm.func @log1pf(f32) -> f32
// CHECK-DAG: llvm.func @_mlir_memref_to_llvm_alloc(i64) -> !llvm.ptr
// CHECK-NOT: llvm.func @malloc

// CHECK: llvm.func @scores(
// CHECK: llvm.call @log1pf
// CHECK: llvm.func @_mlir_ciface_scores(
// CHECK-NOT: @_mlir_ciface_log1pf
func.func @scores(%x: tensor<?x8xbf16>, %w: tensor<4x8xbf16>) -> tensor<?x4xf32> {
  %y = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
      : (tensor<?x8xbf16>, tensor<4x8xbf16>) -> tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}

// The plugin brings the dialect, its passes and its pipelines into the distribution's own mlir-opt, which is built
// without sanitizers and cannot load a library that has them.
// UNSUPPORTED: sanitizers

// RUN: mlir-opt %s --load-dialect-plugin=%dsv4_lib_dir/DSV4Plugin.so | FileCheck %s --check-prefix=PARSE
// RUN: mlir-opt %s --load-dialect-plugin=%dsv4_lib_dir/DSV4Plugin.so --load-pass-plugin=%dsv4_lib_dir/DSV4Plugin.so \
// RUN:   --pass-pipeline='builtin.module(dsv4-to-linalg-pipeline)' | FileCheck %s --check-prefix=LINALG
// RUN: mlir-opt %s --load-dialect-plugin=%dsv4_lib_dir/DSV4Plugin.so --load-pass-plugin=%dsv4_lib_dir/DSV4Plugin.so \
// RUN:   --pass-pipeline='builtin.module(func.func(dsv4-decompose))' | FileCheck %s --check-prefix=LINALG

// Without it the op is unknown.
// RUN: not mlir-opt %s 2>&1 | FileCheck %s --check-prefix=WITHOUT
// WITHOUT: error: Dialect `dsv4' not found

// PARSE: dsv4.hc_pre_inv_rms
// LINALG-LABEL: func @f
// LINALG-NOT: dsv4.
// LINALG: linalg.generic
func.func @f(%x: tensor<5x4x64xf32>) -> tensor<5x1xf32> {
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return %r : tensor<5x1xf32>
}

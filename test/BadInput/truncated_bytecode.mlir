// Bytecode that ends early is an error with the file's name, wherever it was cut.

// RUN: dsv4-opt %s --emit-bytecode -o %t.mlirbc
// RUN: dsv4-opt %t.mlirbc -o /dev/null
// RUN: %python %S/Inputs/truncate.py %t.mlirbc 5 dsv4-opt - -o /dev/null | FileCheck %s
// RUN: head -c 100 %t.mlirbc > %t.short.mlirbc
// RUN: not dsv4-opt %t.short.mlirbc 2>&1 | FileCheck %s --check-prefix=MESSAGE

// CHECK: {{[1-9][0-9]+}} cases, 0 complaints
// MESSAGE: short.mlirbc:0:0: error:

func.func @f(%x: tensor<9x64xf32>, %w: tensor<8x64xf32>, %b: tensor<8xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>) {
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
      : (tensor<9x64xf32>, tensor<8x64xf32>) -> tensor<9x8xf32>
  %weights, %indices = dsv4.moe_gating_top_k(%scores, %b) {route_scale = 1.5, top_k = 2 : i64}
      : (tensor<9x8xf32>, tensor<8xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return %weights, %indices : tensor<9x2xf32>, tensor<9x2xi32>
}

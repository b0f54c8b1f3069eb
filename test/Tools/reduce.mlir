// dsv4-reduce throws away what an input does not need to stay interesting. Interesting is here what
// Inputs/lowers_softmax.sh says: it has a softmax gate and decomposes.

// RUN: dsv4-reduce %s --reduction-tree="traversal-mode=0 test=%S/Inputs/lowers_softmax.sh" -o %t.mlir
// RUN: FileCheck %s < %t.mlir
// The result is valid and still interesting.
// RUN: dsv4-opt %t.mlir -o /dev/null
// RUN: not %S/Inputs/lowers_softmax.sh %t.mlir

// CHECK-NOT: func
// CHECK: func.func @softmax
// CHECK-NEXT: dsv4.gate_score
// CHECK-SAME: softmax
// CHECK-NEXT: return
// CHECK-NOT: func

func.func @swiglu(%x: tensor<3x8xf32>, %g: tensor<3x8xf32>) -> tensor<3x8xf32> {
  %0 = dsv4.v4_clamped_swiglu(%x, %g) {limit = 10.0} : (tensor<3x8xf32>, tensor<3x8xf32>) -> tensor<3x8xf32>
  return %0 : tensor<3x8xf32>
}

func.func @sqrtsoftplus(%x: tensor<3x8xf32>, %w: tensor<4x8xf32>) -> tensor<3x4xf32> {
  %0 = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
      : (tensor<3x8xf32>, tensor<4x8xf32>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}

func.func @softmax(%x: tensor<3x8xf32>, %w: tensor<4x8xf32>) -> tensor<3x4xf32> {
  %0 = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<softmax>}
      : (tensor<3x8xf32>, tensor<4x8xf32>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}

func.func @unrelated(%x: tensor<3x8xf32>) -> tensor<3x8xf32> {
  return %x : tensor<3x8xf32>
}

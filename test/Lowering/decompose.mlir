// dsv4-decompose drives AggregatedOpInterface to a fixpoint and inlines kernels. What each op becomes is checked in
// test/IR/<op>_decompose.mlir.
//
// RUN: dsv4-opt %s --dsv4-decompose | FileCheck %s

// The kernel is gone, its ops stand in its place.
// CHECK-LABEL: func @kernel
// CHECK-NOT: dsv4.
// CHECK: linalg.generic
// CHECK: return
func.func @kernel(%x: tensor<5x8xf32>, %w: tensor<8xf32>) -> tensor<5x8xf32> {
  %y = dsv4.kernel "norm" (%x, %w) : (tensor<5x8xf32>, tensor<8xf32>) -> tensor<5x8xf32> {
  ^bb0(%a: tensor<5x8xf32>, %b: tensor<8xf32>):
    %0 = dsv4.rms_norm(%a, %b) {norm_eps = 1.0e-6} : (tensor<5x8xf32>, tensor<8xf32>) -> tensor<5x8xf32>
    dsv4.yield %0 : tensor<5x8xf32>
  }
  return %y : tensor<5x8xf32>
}

// gate_score gives a linalg.softmax, which is decomposed in the next round.
// CHECK-LABEL: func @twice
// CHECK-NOT: linalg.softmax
// CHECK: math.exp
// CHECK-NOT: linalg.softmax
// CHECK: return
func.func @twice(%x: tensor<5x8xf32>, %w: tensor<4x8xf32>) -> tensor<5x4xf32> {
  %y = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<softmax>}
      : (tensor<5x8xf32>, tensor<4x8xf32>) -> tensor<5x4xf32>
  return %y : tensor<5x4xf32>
}

// The decomposition knows the row count from one operand; the declared type stays.
// CHECK-LABEL: func @declared_type
// CHECK: %[[CAST:.*]] = tensor.cast %{{.*}} : tensor<5x4x8xf32> to tensor<?x4x8xf32>
// CHECK: return %[[CAST]]
func.func @declared_type(%x: tensor<5x8xf32>, %r: tensor<5x4x8xf32>, %p: tensor<5x4xf32>, %c: tensor<5x4x4xf32>)
    -> tensor<?x4x8xf32> {
  %y = dsv4.hc_post(%x, %r, %p, %c)
      : (tensor<5x8xf32>, tensor<5x4x8xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>) -> tensor<?x4x8xf32>
  return %y : tensor<?x4x8xf32>
}

// Sizes that the types leave open are compared before the loops run; known ones are not.
// CHECK-LABEL: func @open_sizes
// CHECK: cf.assert %{{.*}}, "dsv4.v4_clamped_swiglu: dimension 0 of up is not dimension 0 of gate"
// CHECK-NOT: cf.assert
// CHECK: return
func.func @open_sizes(%g: tensor<?x8xf32>, %u: tensor<?x8xf32>) -> tensor<?x8xf32> {
  %y = dsv4.v4_clamped_swiglu(%g, %u) {limit = 10.0} : (tensor<?x8xf32>, tensor<?x8xf32>) -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}

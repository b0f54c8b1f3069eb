// RUN: dsv4-opt %s --split-input-file --dsv4-fuse=patterns=gate_top_k,shared_gate_up_linear,indexer_query,residual_add \
// RUN:   --remark-format=emitRemark --remarks-filter-missed=dsv4-fuse --verify-diagnostics | FileCheck %s

// When ops may move into one launch, whatever the pattern.

// What needs a result of the launch and stands between its ops moves behind it, what does not stays.
// CHECK-LABEL: func @between
// CHECK-NEXT: %[[E:.*]] = math.exp %arg0
// CHECK-NEXT: %[[K:.*]]:2 = dsv4.kernel "shared_gate_up_linear"(%arg0, %arg1, %arg2)
// CHECK: }
// CHECK-NEXT: %[[A:.*]] = math.absf %[[K]]#0
// CHECK-NEXT: %[[S:.*]] = math.sqrt %[[A]]
// CHECK-NEXT: dsv4.v4_clamped_swiglu(%[[K]]#0, %[[K]]#1)
func.func @between(%x: tensor<5x16xf32>, %w1: tensor<16x16xf32>, %w3: tensor<16x16xf32>)
    -> (tensor<5x16xf32>, tensor<5x16xf32>, tensor<5x16xf32>) {
  %g = dsv4.linear(%x, %w1) : (tensor<5x16xf32>, tensor<16x16xf32>) -> tensor<5x16xf32>
  %a = math.absf %g : tensor<5x16xf32>
  %e = math.exp %x : tensor<5x16xf32>
  %s = math.sqrt %a : tensor<5x16xf32>
  %u = dsv4.linear(%x, %w3) : (tensor<5x16xf32>, tensor<16x16xf32>) -> tensor<5x16xf32>
  %h = dsv4.v4_clamped_swiglu(%g, %u) {limit = 1.0} : (tensor<5x16xf32>, tensor<5x16xf32>) -> tensor<5x16xf32>
  return %h, %s, %e : tensor<5x16xf32>, tensor<5x16xf32>, tensor<5x16xf32>
}

// -----

// The weights of the second product follow from the first: one launch would need its own result.
// CHECK-LABEL: func @needs_itself
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @needs_itself(%x: tensor<16x16xf32>, %w1: tensor<16x16xf32>) -> tensor<16x16xf32> {
  %g = dsv4.linear(%x, %w1) : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
  %w3 = math.absf %g : tensor<16x16xf32>
  %u = dsv4.linear(%x, %w3) : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
  // expected-remark @below {{Reason="'math.absf' needs a result of the launch and gives it an operand"}}
  %h = dsv4.v4_clamped_swiglu(%g, %u) {limit = 1.0} : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
  return %h : tensor<16x16xf32>
}

// -----

// A call between two ops may do anything.
func.func private @log(tensor<5x16xf32>)
// CHECK-LABEL: func @call_between
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @call_between(%x: tensor<5x16xf32>, %w1: tensor<16x16xf32>, %w3: tensor<16x16xf32>) -> tensor<5x16xf32> {
  %g = dsv4.linear(%x, %w1) : (tensor<5x16xf32>, tensor<16x16xf32>) -> tensor<5x16xf32>
  call @log(%g) : (tensor<5x16xf32>) -> ()
  %u = dsv4.linear(%x, %w3) : (tensor<5x16xf32>, tensor<16x16xf32>) -> tensor<5x16xf32>
  // expected-remark @below {{Reason="'func.call' between its ops has side effects"}}
  %h = dsv4.v4_clamped_swiglu(%g, %u) {limit = 1.0} : (tensor<5x16xf32>, tensor<5x16xf32>) -> tensor<5x16xf32>
  return %h : tensor<5x16xf32>
}

// -----

// Scores outside of a loop, selection inside.
// CHECK-LABEL: func @blocks
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @blocks(%x: tensor<3x64xf32>, %w: tensor<8x64xf32>, %init: tensor<3x2xf32>, %n: index) -> tensor<3x2xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<3x64xf32>, tensor<8x64xf32>) -> tensor<3x8xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%a = %init) -> tensor<3x2xf32> {
    // expected-remark @below {{Reason="its ops stand in different blocks"}}
    %p, %j = dsv4.moe_gating_top_k(%s) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
    scf.yield %p : tensor<3x2xf32>
  }
  return %r : tensor<3x2xf32>
}

// -----

// Both inside of the loop.
// CHECK-LABEL: func @loop
// CHECK: scf.for
// CHECK-NEXT: dsv4.kernel "gate_top_k"
func.func @loop(%x: tensor<3x64xf32>, %w: tensor<8x64xf32>, %init: tensor<3x2xf32>, %n: index) -> tensor<3x2xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%a = %init) -> tensor<3x2xf32> {
    %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<3x64xf32>, tensor<8x64xf32>) -> tensor<3x8xf32>
    %p, %j = dsv4.moe_gating_top_k(%s) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
    scf.yield %p : tensor<3x2xf32>
  }
  return %r : tensor<3x2xf32>
}

// -----

#map = affine_map<(a, b) -> (a, b)>

// The sum takes a factor that the program computes: a kernel has only tensors as operands.
// CHECK-LABEL: func @scalar
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @scalar(%x: tensor<?x16xbf16>, %y: tensor<?x16xf32>, %size: index) -> tensor<?x16xf32> {
  %empty = tensor.empty(%size) : tensor<?x16xf32>
  %c = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<?x16xbf16>) outs(%empty : tensor<?x16xf32>) {
  ^bb0(%a: bf16, %o: f32):
    %0 = arith.extf %a : bf16 to f32
    linalg.yield %0 : f32
  } -> tensor<?x16xf32>
  // expected-remark @below {{Reason="'tensor.empty' takes a scalar that is computed outside of the launch"}}
  %s = arith.addf %c, %y : tensor<?x16xf32>
  return %s : tensor<?x16xf32>
}

// -----

#map = affine_map<(a, b) -> (a, b)>

// Sizes and empty tensors are made inside, and kept outside for whoever needs them there. The size of a value that
// stays inside is none of its data, but it cannot be had without it.
// CHECK-LABEL: func @sizes
// CHECK: %[[DIM:.*]] = tensor.dim %arg0
// CHECK: %[[K:.*]] = dsv4.kernel "residual_add"(%arg0, %arg1)
// CHECK: tensor.dim
// CHECK: tensor.empty
// CHECK: return %[[K]], %[[DIM]]
func.func @sizes(%x: tensor<?x16xbf16>, %y: tensor<?x16xf32>) -> (tensor<?x16xf32>, index) {
  %c0 = arith.constant 0 : index
  %size = tensor.dim %x, %c0 : tensor<?x16xbf16>
  %empty = tensor.empty(%size) : tensor<?x16xf32>
  %c = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<?x16xbf16>) outs(%empty : tensor<?x16xf32>) {
  ^bb0(%a: bf16, %o: f32):
    %0 = arith.extf %a : bf16 to f32
    linalg.yield %0 : f32
  } -> tensor<?x16xf32>
  %s = arith.addf %c, %y : tensor<?x16xf32>
  return %s, %size : tensor<?x16xf32>, index
}

// CHECK-LABEL: func @size_of_inside
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @size_of_inside(%x: tensor<?x16xbf16>, %y: tensor<?x16xf32>) -> (tensor<?x16xf32>, index) {
  %c0 = arith.constant 0 : index
  %size = tensor.dim %x, %c0 : tensor<?x16xbf16>
  %empty = tensor.empty(%size) : tensor<?x16xf32>
  %c = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<?x16xbf16>) outs(%empty : tensor<?x16xf32>) {
  ^bb0(%a: bf16, %o: f32):
    %0 = arith.extf %a : bf16 to f32
    linalg.yield %0 : f32
  } -> tensor<?x16xf32>
  %inner = tensor.dim %c, %c0 : tensor<?x16xf32>
  // expected-remark @below {{Reason="the result of 'linalg.generic' is used by 'tensor.dim', outside of the launch"}}
  %s = arith.addf %c, %y : tensor<?x16xf32>
  return %s, %inner : tensor<?x16xf32>, index
}

// -----

// Nobody uses the result: nothing is launched for it.
// CHECK-LABEL: func @unused
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @unused(%x: tensor<3x64xf32>, %w: tensor<8x64xf32>) {
  %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<3x64xf32>, tensor<8x64xf32>) -> tensor<3x8xf32>
  // expected-remark @below {{Reason="nothing uses its results"}}
  %p, %j = dsv4.moe_gating_top_k(%s) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  return
}

// -----

// What stands in a kernel already is left alone.
// CHECK-LABEL: func @in_a_kernel
// CHECK: dsv4.kernel "mine"
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @in_a_kernel(%x: tensor<3x64xf32>, %w: tensor<8x64xf32>) -> tensor<3x2xf32> {
  %k = dsv4.kernel "mine" (%x, %w) : (tensor<3x64xf32>, tensor<8x64xf32>) -> tensor<3x2xf32> {
  ^bb0(%a: tensor<3x64xf32>, %b: tensor<8x64xf32>):
    %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<3x64xf32>, tensor<8x64xf32>) -> tensor<3x8xf32>
    %p, %j = dsv4.moe_gating_top_k(%s) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
    dsv4.yield %p : tensor<3x2xf32>
  }
  return %k : tensor<3x2xf32>
}

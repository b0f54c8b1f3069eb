// RUN: dsv4-opt %s -canonicalize | FileCheck %s

// What all ops of the model share: static sizes travel through dynamic IR.

// Casts that only forget sizes vanish between the ops; the signature of the function stays.
// CHECK-LABEL: func @through_a_sub_layer
// CHECK-SAME: %[[X:.*]]: tensor<5x4x64xbf16>, %[[MIX:.*]]: tensor<?x?xf32>
func.func @through_a_sub_layer(%x: tensor<5x4x64xbf16>, %mix: tensor<?x?xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>)
    -> tensor<?x4x?xbf16> {
  // CHECK-NEXT: %[[Y:.*]], %[[POST:.*]], %[[COMB:.*]] = dsv4.hc_pre_sinkhorn(%[[MIX]], %[[X]]
  // CHECK-SAME: -> (tensor<5x64xbf16>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  // CHECK-NEXT: %[[NORM:.*]] = dsv4.rms_norm(%[[Y]]) {{.*}} -> tensor<5x64xbf16>
  // CHECK-NEXT: %[[OUT:.*]] = dsv4.hc_post(%[[NORM]], %[[X]], %[[POST]], %[[COMB]]) {{.*}} -> tensor<5x4x64xbf16>
  // CHECK-NEXT: %[[CAST:.*]] = tensor.cast %[[OUT]] : tensor<5x4x64xbf16> to tensor<?x4x?xbf16>
  // CHECK-NEXT: return %[[CAST]]
  %dynamic = tensor.cast %x : tensor<5x4x64xbf16> to tensor<?x4x?xbf16>
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %dynamic, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<?x?xf32>, tensor<?x4x?xbf16>, tensor<3xf32>, tensor<24xf32>) -> (tensor<?x?xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>)
  %norm = dsv4.rms_norm(%y) {norm_eps = 1.0e-6} : (tensor<?x?xbf16>) -> tensor<?x?xbf16>
  %out = dsv4.hc_post(%norm, %dynamic, %post, %comb)
      : (tensor<?x?xbf16>, tensor<?x4x?xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x?xbf16>
  return %out : tensor<?x4x?xbf16>
}

// Sizes also come from the other operands: hc_fn gives D = 256 / 4, weight gives E.
// CHECK-LABEL: func @from_parameters
func.func @from_parameters(%x: tensor<?x4x?xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>, %w: tensor<8x?xf32>)
    -> tensor<?x?xf32> {
  // CHECK: dsv4.hc_head({{.*}} -> tensor<?x64xf32>
  %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<?x4x?xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>) -> tensor<?x?xf32>
  // CHECK: dsv4.gate_score({{.*}} -> tensor<?x8xf32>
  %scores = dsv4.gate_score(%y, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<?x?xf32>, tensor<8x?xf32>) -> tensor<?x?xf32>
  return %scores : tensor<?x?xf32>
}

// A size that only the declared result type knows is kept.
// CHECK-LABEL: func @declared
func.func @declared(%x: tensor<?x64xf32>) -> tensor<7x?xf32> {
  // CHECK: %[[Y:.*]] = dsv4.rms_norm({{.*}} -> tensor<7x64xf32>
  // CHECK-NEXT: tensor.cast %[[Y]] : tensor<7x64xf32> to tensor<7x?xf32>
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<?x64xf32>) -> tensor<7x?xf32>
  return %y : tensor<7x?xf32>
}

// A cast that claims a size stays: the program checks it there.
// CHECK-LABEL: func @claiming_cast
// CHECK-SAME: %[[X:.*]]: tensor<?x64xf32>
func.func @claiming_cast(%x: tensor<?x64xf32>) -> tensor<5x64xf32> {
  // CHECK-NEXT: %[[CAST:.*]] = tensor.cast %[[X]] : tensor<?x64xf32> to tensor<5x64xf32>
  // CHECK-NEXT: dsv4.rms_norm(%[[CAST]])
  %claimed = tensor.cast %x : tensor<?x64xf32> to tensor<5x64xf32>
  %y = dsv4.rms_norm(%claimed) {norm_eps = 1.0e-6} : (tensor<5x64xf32>) -> tensor<5x64xf32>
  return %y : tensor<5x64xf32>
}

// Without its cast this op would be wrong: the casts stay, and nothing is reported.
// CHECK-LABEL: func @contradiction_between_operands
func.func @contradiction_between_operands(%gate: tensor<5x64xf32>, %up: tensor<6x64xf32>) -> tensor<?x64xf32> {
  // CHECK: dsv4.v4_clamped_swiglu({{.*}}) {limit = 1.000000e+01 : f64} : (tensor<?x64xf32>, tensor<?x64xf32>) -> tensor<?x64xf32>
  %0 = tensor.cast %gate : tensor<5x64xf32> to tensor<?x64xf32>
  %1 = tensor.cast %up : tensor<6x64xf32> to tensor<?x64xf32>
  %y = dsv4.v4_clamped_swiglu(%0, %1) {limit = 10.0} : (tensor<?x64xf32>, tensor<?x64xf32>) -> tensor<?x64xf32>
  return %y : tensor<?x64xf32>
}

// CHECK-LABEL: func @contradiction_with_result
func.func @contradiction_with_result(%x: tensor<5x64xf32>) -> tensor<6x64xf32> {
  // CHECK: dsv4.rms_norm({{.*}}) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<?x64xf32>) -> tensor<6x64xf32>
  %0 = tensor.cast %x : tensor<5x64xf32> to tensor<?x64xf32>
  %y = dsv4.rms_norm(%0) {norm_eps = 1.0e-6} : (tensor<?x64xf32>) -> tensor<6x64xf32>
  return %y : tensor<6x64xf32>
}

// A cast that drops an encoding does more than forget sizes.
// CHECK-LABEL: func @encoding
func.func @encoding(%x: tensor<5x64xf32, "rows">) -> tensor<?x64xf32> {
  // CHECK: %[[CAST:.*]] = tensor.cast %{{.*}} : tensor<5x64xf32, "rows"> to tensor<?x64xf32>
  // CHECK: dsv4.rms_norm(%[[CAST]])
  %0 = tensor.cast %x : tensor<5x64xf32, "rows"> to tensor<?x64xf32>
  %y = dsv4.rms_norm(%0) {norm_eps = 1.0e-6} : (tensor<?x64xf32>) -> tensor<?x64xf32>
  return %y : tensor<?x64xf32>
}

// Integer operands as well: input_ids gives the number of tokens.
// CHECK-LABEL: func @tokens_from_ids
func.func @tokens_from_ids(%scores: tensor<?x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi64>) -> tensor<?x2xi32> {
  // CHECK: dsv4.moe_gating_hash({{.*}} -> (tensor<9x2xf32>, tensor<9x2xi32>)
  %0 = tensor.cast %ids : tensor<9xi32> to tensor<?xi32>
  %weights, %indices = dsv4.moe_gating_hash(%scores, %0, %table)
      : (tensor<?x8xf32>, tensor<?xi32>, tensor<100x2xi64>) -> (tensor<?x2xf32>, tensor<?x2xi32>)
  return %indices : tensor<?x2xi32>
}

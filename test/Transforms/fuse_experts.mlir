// RUN: dsv4-opt %s --split-input-file --dsv4-fuse=patterns=gate_top_k,gate_hash,shared_gate_up_linear,swiglu_quant,mega_moe,routed_experts,residual_add,all_reduce_norm \
// RUN:   --remark-format=emitRemark --remarks-filter-missed=dsv4-fuse --verify-diagnostics | FileCheck %s

// Experts and collectives: what the model of one rank does not have, and where launches are not fused, and why.

// The activation and the quantisation for a product that takes codes.
// CHECK-LABEL: func @swiglu_quant
// CHECK: %[[K:.*]]:2 = dsv4.kernel "swiglu_quant"
// CHECK: dsv4.v4_clamped_swiglu
// CHECK-NEXT: %[[C:.*]], %[[S:.*]], %{{.*}} = dsv4.act_quant
// CHECK-NEXT: dsv4.yield %[[C]], %[[S]]
func.func @swiglu_quant(%g: tensor<5x128xbf16>, %u: tensor<5x128xbf16>) -> (tensor<5x128xf8E4M3FN>, tensor<5x1xf8E8M0FNU>) {
  // expected-remark @below {{shared_gate_up_linear | Function=swiglu_quant | Reason="gate and up come from an argument of the function and an argument of the function, not from 'dsv4.linear'"}}
  %h = dsv4.v4_clamped_swiglu(%g, %u) {limit = 1.0} : (tensor<5x128xbf16>, tensor<5x128xbf16>) -> tensor<5x128xbf16>
  %c, %s, %y = dsv4.act_quant(%h) {block = 128 : i64, format = f8E4M3FN} : (tensor<5x128xbf16>) -> (tensor<5x128xf8E4M3FN>, tensor<5x1xf8E8M0FNU>, tensor<5x128xbf16>)
  return %c, %s : tensor<5x128xf8E4M3FN>, tensor<5x1xf8E8M0FNU>
}

// -----

// A projection with coded weights quantises its operand itself. Gate and up are of different values.
// CHECK-LABEL: func @shared_expert
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @shared_expert(%x: tensor<5x128xbf16>, %z: tensor<5x128xbf16>, %w1: tensor<128x128xbf16>, %w3: tensor<128x128xbf16>,
    %w2: tensor<128x128xf8E4M3FN>, %s2: tensor<1x1xf8E8M0FNU>) -> (tensor<5x128xbf16>, tensor<5x128xbf16>) {
  %g = dsv4.linear(%x, %w1) : (tensor<5x128xbf16>, tensor<128x128xbf16>) -> tensor<5x128xbf16>
  %u = dsv4.linear(%z, %w3) : (tensor<5x128xbf16>, tensor<128x128xbf16>) -> tensor<5x128xbf16>
  // expected-remark @below {{shared_gate_up_linear | Function=shared_expert | Reason="gate and up are no projections of one value with weights of one format"}}
  // expected-remark @below {{swiglu_quant | Function=shared_expert | Reason="'dsv4.linear' quantises its operand itself"}}
  %h = dsv4.v4_clamped_swiglu(%g, %u) {limit = 1.0} : (tensor<5x128xbf16>, tensor<5x128xbf16>) -> tensor<5x128xbf16>
  %y = dsv4.linear(%h, %w2, %s2) : (tensor<5x128xbf16>, tensor<128x128xf8E4M3FN>, tensor<1x1xf8E8M0FNU>) -> tensor<5x128xbf16>
  // expected-remark @below {{shared_gate_up_linear | Function=shared_expert}}
  // expected-remark @below {{swiglu_quant | Function=shared_expert | Reason="'func.return' takes its result unquantised"}}
  %i = dsv4.v4_clamped_swiglu(%g, %u) {limit = 2.0} : (tensor<5x128xbf16>, tensor<5x128xbf16>) -> tensor<5x128xbf16>
  return %y, %i : tensor<5x128xbf16>, tensor<5x128xbf16>
}

// -----

// Scores that somebody else needs, and a softmax, which needs all logits.
// CHECK-LABEL: func @gates
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @gates(%x: tensor<3x64xbf16>, %w: tensor<8x64xbf16>, %ids: tensor<3xi32>, %table: tensor<9x2xi32>)
    -> (tensor<3x2xf32>, tensor<3x2xi32>, tensor<3x2xf32>, tensor<3x2xi32>, tensor<3x8xf32>) {
  %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<3x64xbf16>, tensor<8x64xbf16>) -> tensor<3x8xf32>
  // expected-remark @below {{gate_top_k | Function=gates | Reason="the result of 'dsv4.gate_score' is used by 'func.return', outside of the launch"}}
  %p, %i = dsv4.moe_gating_top_k(%s) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  %t = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<softmax>} : (tensor<3x64xbf16>, tensor<8x64xbf16>) -> tensor<3x8xf32>
  // expected-remark @below {{gate_hash | Function=gates | Reason="a softmax needs the logits of all experts, not only those of the table"}}
  %q, %j = dsv4.moe_gating_hash(%t, %ids, %table) : (tensor<3x8xf32>, tensor<3xi32>, tensor<9x2xi32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  return %p, %i, %q, %j, %s : tensor<3x2xf32>, tensor<3x2xi32>, tensor<3x2xf32>, tensor<3x2xi32>, tensor<3x8xf32>
}

// -----

// Dispatch, experts and combine as one kernel. The routing travels with the tokens.
shard.grid @grid(shape = 2)
// CHECK-LABEL: func @mega_moe
// CHECK-NEXT: %[[K:.*]] = dsv4.kernel "mega_moe"(
// CHECK-NEXT: ^bb0
// CHECK-NEXT: %[[T:.*]] = shard.all_gather
// CHECK-NEXT: %[[I:.*]] = shard.all_gather
// CHECK-NEXT: %[[W:.*]] = shard.all_gather
// CHECK-NEXT: %[[Y:.*]] = dsv4.routed_experts(%[[T]], %[[I]], %[[W]],
// CHECK-NEXT: %[[C:.*]] = shard.reduce_scatter %[[Y]]
// CHECK-NEXT: dsv4.yield %[[C]]
// CHECK: return %[[K]]
func.func @mega_moe(%x: tensor<4x64xbf16>, %i: tensor<4x2xi32>, %w: tensor<4x2xf32>, %w1: tensor<8x32x64xbf16>, %w3: tensor<8x32x64xbf16>,
    %w2: tensor<8x64x32xbf16>) -> tensor<4x64xf32> {
  %t = shard.all_gather %x on @grid grid_axes = [0] gather_axis = 0 : tensor<4x64xbf16> -> tensor<8x64xbf16>
  %ti = shard.all_gather %i on @grid grid_axes = [0] gather_axis = 0 : tensor<4x2xi32> -> tensor<8x2xi32>
  %tw = shard.all_gather %w on @grid grid_axes = [0] gather_axis = 0 : tensor<4x2xf32> -> tensor<8x2xf32>
  %y = dsv4.routed_experts(%t, %ti, %tw, %w1, %w3, %w2) {limit = 1.0} : (tensor<8x64xbf16>, tensor<8x2xi32>, tensor<8x2xf32>, tensor<8x32x64xbf16>, tensor<8x32x64xbf16>, tensor<8x64x32xbf16>) -> tensor<8x64xf32>
  %c = shard.reduce_scatter %y on @grid grid_axes = [0] scatter_axis = 0 : tensor<8x64xf32> -> tensor<4x64xf32>
  return %c : tensor<4x64xf32>
}

// -----

// The tokens are dispatched, but nothing combines; or the other way round.
shard.grid @grid(shape = 2)
// CHECK-LABEL: func @half_a_mega_moe
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @half_a_mega_moe(%x: tensor<4x64xbf16>, %z: tensor<8x64xbf16>, %i: tensor<8x2xi32>, %w: tensor<8x2xf32>, %w1: tensor<8x32x64xbf16>, %w3: tensor<8x32x64xbf16>,
    %w2: tensor<8x64x32xbf16>) -> (tensor<8x64xf32>, tensor<4x64xf32>) {
  %t = shard.all_gather %x on @grid grid_axes = [0] gather_axis = 0 : tensor<4x64xbf16> -> tensor<8x64xbf16>
  // expected-remark @below {{mega_moe | Function=half_a_mega_moe | Reason="no collective combines its result"}}
  // expected-remark @below {{routed_experts | Function=half_a_mega_moe | Reason="'func.return' uses its result, not the sum with the shared expert"}}
  %y = dsv4.routed_experts(%t, %i, %w, %w1, %w3, %w2) {limit = 1.0} : (tensor<8x64xbf16>, tensor<8x2xi32>, tensor<8x2xf32>, tensor<8x32x64xbf16>, tensor<8x32x64xbf16>, tensor<8x64x32xbf16>) -> tensor<8x64xf32>
  // expected-remark @below {{mega_moe | Function=half_a_mega_moe | Reason="its tokens come from an argument of the function: no collective dispatches them"}}
  // expected-remark @below {{routed_experts | Function=half_a_mega_moe | Reason="'shard.reduce_scatter' uses its result, not the sum with the shared expert"}}
  %u = dsv4.routed_experts(%z, %i, %w, %w1, %w3, %w2) {limit = 1.0} : (tensor<8x64xbf16>, tensor<8x2xi32>, tensor<8x2xf32>, tensor<8x32x64xbf16>, tensor<8x32x64xbf16>, tensor<8x64x32xbf16>) -> tensor<8x64xf32>
  %c = shard.reduce_scatter %u on @grid grid_axes = [0] scatter_axis = 0 : tensor<8x64xf32> -> tensor<4x64xf32>
  return %y, %c : tensor<8x64xf32>, tensor<4x64xf32>
}

// -----

// Reduction, residual and norm; the sum is the residual of what follows.
shard.grid @grid(shape = 2)
// CHECK-LABEL: func @all_reduce_norm
// CHECK-NEXT: %[[K:.*]]:2 = dsv4.kernel "all_reduce_norm"(
// CHECK: %[[R:.*]] = shard.all_reduce
// CHECK-NEXT: %[[S:.*]] = arith.addf %[[R]]
// CHECK-NEXT: %[[N:.*]] = dsv4.rms_norm(%[[S]]
// CHECK-NEXT: dsv4.yield %[[S]], %[[N]]
// CHECK: return %[[K]]#1, %[[K]]#0
func.func @all_reduce_norm(%x: tensor<4x64xbf16>, %r: tensor<4x64xbf16>, %w: tensor<64xbf16>) -> (tensor<4x64xbf16>, tensor<4x64xbf16>) {
  %a = shard.all_reduce %x on @grid grid_axes = [0] : tensor<4x64xbf16> -> tensor<4x64xbf16>
  %s = arith.addf %a, %r : tensor<4x64xbf16>
  %n = dsv4.rms_norm(%s, %w) {norm_eps = 1.0e-6} : (tensor<4x64xbf16>, tensor<64xbf16>) -> tensor<4x64xbf16>
  return %n, %s : tensor<4x64xbf16>, tensor<4x64xbf16>
}

// -----

// The reduced tensor is used elsewhere. A norm of something else is no candidate.
shard.grid @grid(shape = 2)
// CHECK-LABEL: func @all_reduce_extra_use
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @all_reduce_extra_use(%x: tensor<4x64xbf16>, %w: tensor<64xbf16>) -> (tensor<4x64xbf16>, tensor<4x64xbf16>, tensor<4x64xbf16>) {
  %a = shard.all_reduce %x on @grid grid_axes = [0] : tensor<4x64xbf16> -> tensor<4x64xbf16>
  // expected-remark @below {{all_reduce_norm | Function=all_reduce_extra_use | Reason="the result of 'shard.all_reduce' is used by 'func.return', outside of the launch"}}
  %n = dsv4.rms_norm(%a, %w) {norm_eps = 1.0e-6} : (tensor<4x64xbf16>, tensor<64xbf16>) -> tensor<4x64xbf16>
  %m = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<4x64xbf16>, tensor<64xbf16>) -> tensor<4x64xbf16>
  return %n, %a, %m : tensor<4x64xbf16>, tensor<4x64xbf16>, tensor<4x64xbf16>
}

// -----

// A sum without conversions around it is one launch as it is.
// CHECK-LABEL: func @sum
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @sum(%x: tensor<4xf32>) -> tensor<4xf32> {
  %s = arith.addf %x, %x : tensor<4xf32>
  return %s : tensor<4xf32>
}

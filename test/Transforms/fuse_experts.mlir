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

// Dispatch, experts and combine as one kernel: neither rows nor slots leave it.
shard.grid @grid(shape = 2)
// CHECK-LABEL: func @mega_moe
// CHECK-NEXT: %[[K:.*]] = dsv4.kernel "mega_moe"(
// CHECK-NEXT: ^bb0
// CHECK-NEXT: %[[T:.*]], %[[I:.*]], %[[W:.*]], %[[SLOTS:.*]], %[[SENT:.*]], %[[RECEIVED:.*]] = dsv4.moe_dispatch(
// CHECK-NEXT: %[[Y:.*]] = dsv4.routed_experts(%[[T]], %[[I]], %[[W]],
// CHECK-NEXT: %[[Z:.*]] = dsv4.moe_combine(%[[Y]], %[[SLOTS]], %[[SENT]], %[[RECEIVED]])
// CHECK-NEXT: dsv4.yield %[[Z]]
// CHECK: return %[[K]]
func.func @mega_moe(%x: tensor<4x64xbf16>, %i: tensor<4x2xi32>, %w: tensor<4x2xf32>, %first: tensor<i32>, %w1: tensor<8x32x64xbf16>, %w3: tensor<8x32x64xbf16>,
    %w2: tensor<8x64x32xbf16>) -> tensor<4x64xf32> {
  %t, %ti, %tw, %slots, %sent, %received = dsv4.moe_dispatch(%x, %i, %w, %first) {grid = @grid, grid_axes = array<i16: 0>, ranks = 2 : i64, experts = 16 : i64, experts_per_rank = 8 : i64} : (tensor<4x64xbf16>, tensor<4x2xi32>, tensor<4x2xf32>, tensor<i32>) -> (tensor<2x4x64xbf16>, tensor<2x4x2xi32>, tensor<2x4x2xf32>, tensor<2x4xi32>, tensor<2xi32>, tensor<2xi32>)
  %y = dsv4.routed_experts(%t, %ti, %tw, %w1, %w3, %w2) from %first {limit = 1.0, experts = 16 : i64} : (tensor<2x4x64xbf16>, tensor<2x4x2xi32>, tensor<2x4x2xf32>, tensor<8x32x64xbf16>, tensor<8x32x64xbf16>, tensor<8x64x32xbf16>, tensor<i32>) -> tensor<2x4x64xf32>
  %z = dsv4.moe_combine(%y, %slots, %sent, %received) {grid = @grid, grid_axes = array<i16: 0>, experts = 16 : i64, experts_per_rank = 8 : i64, top_k = 2 : i64} : (tensor<2x4x64xf32>, tensor<2x4xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<4x64xf32>
  return %z : tensor<4x64xf32>
}

// -----

// Tokens that nobody sent here; other routing than theirs; results that somebody looks at.
shard.grid @grid(shape = 2)
// CHECK-LABEL: func @not_mega_moe
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @not_mega_moe(%x: tensor<4x64xbf16>, %i: tensor<4x2xi32>, %w: tensor<4x2xf32>, %first: tensor<i32>, %w1: tensor<8x32x64xbf16>, %w3: tensor<8x32x64xbf16>,
    %w2: tensor<8x64x32xbf16>, %other: tensor<2x4x64xbf16>) -> (tensor<4x64xf32>, tensor<4x64xf32>, tensor<4x64xf32>, tensor<2x4x64xf32>) {
  %t, %ti, %tw, %slots, %sent, %received = dsv4.moe_dispatch(%x, %i, %w, %first) {grid = @grid, grid_axes = array<i16: 0>, ranks = 2 : i64, experts = 16 : i64, experts_per_rank = 8 : i64} : (tensor<4x64xbf16>, tensor<4x2xi32>, tensor<4x2xf32>, tensor<i32>) -> (tensor<2x4x64xbf16>, tensor<2x4x2xi32>, tensor<2x4x2xf32>, tensor<2x4xi32>, tensor<2xi32>, tensor<2xi32>)
  // expected-remark @below {{mega_moe | Function=not_mega_moe | Reason="its tokens come from an argument of the function, not from 'dsv4.moe_dispatch'"}}
  // expected-remark @below {{routed_experts | Function=not_mega_moe | Reason="'dsv4.moe_combine' uses its result, not the sum with the shared expert"}}
  %y0 = dsv4.routed_experts(%other, %ti, %tw, %w1, %w3, %w2) from %first {limit = 1.0, experts = 16 : i64} : (tensor<2x4x64xbf16>, tensor<2x4x2xi32>, tensor<2x4x2xf32>, tensor<8x32x64xbf16>, tensor<8x32x64xbf16>, tensor<8x64x32xbf16>, tensor<i32>) -> tensor<2x4x64xf32>
  %z0 = dsv4.moe_combine(%y0, %slots, %sent, %received) {grid = @grid, grid_axes = array<i16: 0>, experts = 16 : i64, experts_per_rank = 8 : i64, top_k = 2 : i64} : (tensor<2x4x64xf32>, tensor<2x4xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<4x64xf32>
  %u, %ui, %uw, %uslots, %usent, %ureceived = dsv4.moe_dispatch(%x, %i, %w, %first) {grid = @grid, grid_axes = array<i16: 0>, ranks = 2 : i64, experts = 16 : i64, experts_per_rank = 8 : i64} : (tensor<4x64xbf16>, tensor<4x2xi32>, tensor<4x2xf32>, tensor<i32>) -> (tensor<2x4x64xbf16>, tensor<2x4x2xi32>, tensor<2x4x2xf32>, tensor<2x4xi32>, tensor<2xi32>, tensor<2xi32>)
  // expected-remark @below {{mega_moe | Function=not_mega_moe | Reason="its routing is not that of the tokens it gets"}}
  // expected-remark @below {{routed_experts | Function=not_mega_moe}}
  %y1 = dsv4.routed_experts(%u, %ti, %uw, %w1, %w3, %w2) from %first {limit = 1.0, experts = 16 : i64} : (tensor<2x4x64xbf16>, tensor<2x4x2xi32>, tensor<2x4x2xf32>, tensor<8x32x64xbf16>, tensor<8x32x64xbf16>, tensor<8x64x32xbf16>, tensor<i32>) -> tensor<2x4x64xf32>
  %z1 = dsv4.moe_combine(%y1, %uslots, %usent, %ureceived) {grid = @grid, grid_axes = array<i16: 0>, experts = 16 : i64, experts_per_rank = 8 : i64, top_k = 2 : i64} : (tensor<2x4x64xf32>, tensor<2x4xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<4x64xf32>
  %v, %vi, %vw, %vslots, %vsent, %vreceived = dsv4.moe_dispatch(%x, %i, %w, %first) {grid = @grid, grid_axes = array<i16: 0>, ranks = 2 : i64, experts = 16 : i64, experts_per_rank = 8 : i64} : (tensor<4x64xbf16>, tensor<4x2xi32>, tensor<4x2xf32>, tensor<i32>) -> (tensor<2x4x64xbf16>, tensor<2x4x2xi32>, tensor<2x4x2xf32>, tensor<2x4xi32>, tensor<2xi32>, tensor<2xi32>)
  // expected-remark @below {{mega_moe | Function=not_mega_moe | Reason="its result has several uses"}}
  // expected-remark @below {{routed_experts | Function=not_mega_moe | Reason="its result has several uses"}}
  %y2 = dsv4.routed_experts(%v, %vi, %vw, %w1, %w3, %w2) from %first {limit = 1.0, experts = 16 : i64} : (tensor<2x4x64xbf16>, tensor<2x4x2xi32>, tensor<2x4x2xf32>, tensor<8x32x64xbf16>, tensor<8x32x64xbf16>, tensor<8x64x32xbf16>, tensor<i32>) -> tensor<2x4x64xf32>
  %z2 = dsv4.moe_combine(%y2, %vslots, %vsent, %vreceived) {grid = @grid, grid_axes = array<i16: 0>, experts = 16 : i64, experts_per_rank = 8 : i64, top_k = 2 : i64} : (tensor<2x4x64xf32>, tensor<2x4xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<4x64xf32>
  return %z0, %z1, %z2, %y2 : tensor<4x64xf32>, tensor<4x64xf32>, tensor<4x64xf32>, tensor<2x4x64xf32>
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

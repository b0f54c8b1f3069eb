// RUN: dsv4-opt %s --split-input-file --dsv4-fuse=patterns=qkv_a_linear,q_norm_rope_kv_insert,q_kv_norm,attention_inverse_rope,inverse_rope_quant \
// RUN:   --remark-format=emitRemark --remarks-filter-missed=dsv4-fuse --verify-diagnostics | FileCheck %s

// Where the launches around the core of attention are not fused, and why; and what the model of one rank does not have.

// Inverse rotation with quantisation, before a product that takes codes.
// CHECK-LABEL: func @inverse_rope_quant
// CHECK: %[[K:.*]]:2 = dsv4.kernel "inverse_rope_quant"
// CHECK: %[[R:.*]] = dsv4.rope
// CHECK-NEXT: %[[V:.*]] = tensor.collapse_shape %[[R]]
// CHECK-NEXT: dsv4.act_quant(%[[V]])
// CHECK: return %[[K]]#0, %[[K]]#1
func.func @inverse_rope_quant(%x: tensor<2x3x4x32xbf16>, %cos: tensor<2x3x8xf32>, %sin: tensor<2x3x8xf32>)
    -> (tensor<2x3x128xf8E4M3FN>, tensor<2x3x1xf8E8M0FNU>) {
  // expected-remark @below {{attention_inverse_rope | Function=inverse_rope_quant | Reason="expected 'dsv4.sparse_attn_sharedkv', found an argument of the function"}}
  %r = dsv4.rope(%x, %cos, %sin) {inverse = true} : (tensor<2x3x4x32xbf16>, tensor<2x3x8xf32>, tensor<2x3x8xf32>) -> tensor<2x3x4x32xbf16>
  %v = tensor.collapse_shape %r [[0], [1], [2, 3]] : tensor<2x3x4x32xbf16> into tensor<2x3x128xbf16>
  %c, %s, %y = dsv4.act_quant(%v) {block = 128 : i64, format = f8E4M3FN} : (tensor<2x3x128xbf16>) -> (tensor<2x3x128xf8E4M3FN>, tensor<2x3x1xf8E8M0FNU>, tensor<2x3x128xbf16>)
  return %c, %s : tensor<2x3x128xf8E4M3FN>, tensor<2x3x1xf8E8M0FNU>
}

// -----

// The rotated value is used beside its quantisation.
// CHECK-LABEL: func @inverse_rope_extra_use
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @inverse_rope_extra_use(%x: tensor<2x3x4x32xbf16>, %cos: tensor<2x3x8xf32>, %sin: tensor<2x3x8xf32>)
    -> (tensor<2x3x4x32xf8E4M3FN>, tensor<2x3x4x32xbf16>) {
  // expected-remark @below {{attention_inverse_rope | Function=inverse_rope_extra_use}}
  // expected-remark @below {{inverse_rope_quant | Function=inverse_rope_extra_use | Reason="its result has several uses"}}
  %r = dsv4.rope(%x, %cos, %sin) {inverse = true} : (tensor<2x3x4x32xbf16>, tensor<2x3x8xf32>, tensor<2x3x8xf32>) -> tensor<2x3x4x32xbf16>
  %c, %s, %y = dsv4.act_quant(%r) {block = 32 : i64, format = f8E4M3FN} : (tensor<2x3x4x32xbf16>) -> (tensor<2x3x4x32xf8E4M3FN>, tensor<2x3x4x1xf8E8M0FNU>, tensor<2x3x4x32xbf16>)
  return %c, %r : tensor<2x3x4x32xf8E4M3FN>, tensor<2x3x4x32xbf16>
}

// -----

// A forward rotation is no candidate; a product in bf16 takes the backward one as it is.
// CHECK-LABEL: func @not_quantised
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @not_quantised(%x: tensor<2x3x4x32xbf16>, %cos: tensor<2x3x8xf32>, %sin: tensor<2x3x8xf32>, %w: tensor<16x64xbf16>)
    -> tensor<2x3x16xbf16> {
  %f = dsv4.rope(%x, %cos, %sin) : (tensor<2x3x4x32xbf16>, tensor<2x3x8xf32>, tensor<2x3x8xf32>) -> tensor<2x3x4x32xbf16>
  // expected-remark @below {{attention_inverse_rope | Function=not_quantised | Reason="expected 'dsv4.sparse_attn_sharedkv', found 'dsv4.rope'"}}
  // expected-remark @below {{inverse_rope_quant | Function=not_quantised | Reason="'dsv4.grouped_linear' takes its result unquantised"}}
  %r = dsv4.rope(%f, %cos, %sin) {inverse = true} : (tensor<2x3x4x32xbf16>, tensor<2x3x8xf32>, tensor<2x3x8xf32>) -> tensor<2x3x4x32xbf16>
  %u = dsv4.grouped_linear(%r, %w) {groups = 2 : i64} : (tensor<2x3x4x32xbf16>, tensor<16x64xbf16>) -> tensor<2x3x16xbf16>
  return %u : tensor<2x3x16xbf16>
}

// -----

// Wrong order: the queries are rotated before they are normalised.
// CHECK-LABEL: func @norm_after_rope
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @norm_after_rope(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %qr = dsv4.rope(%q, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %qn = dsv4.rms_norm(%qr) {norm_eps = 1.0e-6} : (tensor<2x3x4x32xf32>) -> tensor<2x3x4x32xf32>
  %r = dsv4.rope(%kv, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  %o = dsv4.sparse_attn_sharedkv(%qn, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_norm_rope_kv_insert | Function=norm_after_rope | Reason="expected 'dsv4.rope', found 'dsv4.rms_norm'"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

// Queries and rows turn by different angles: the fused kernel has one table.
// CHECK-LABEL: func @other_angles
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @other_angles(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %cos2: tensor<2x3x4xf32>, %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %qn = dsv4.rms_norm(%q) {norm_eps = 1.0e-6} : (tensor<2x3x4x32xf32>) -> tensor<2x3x4x32xf32>
  %qr = dsv4.rope(%qn, %cos2, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %r = dsv4.rope(%kv, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  %o = dsv4.sparse_attn_sharedkv(%qr, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_norm_rope_kv_insert | Function=other_angles | Reason="queries and rows are not rotated by the same angles"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

// The normalised queries are used elsewhere.
// CHECK-LABEL: func @norm_extra_use
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @norm_extra_use(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>, tensor<2x3x4x32xf32>) {
  %qn = dsv4.rms_norm(%q) {norm_eps = 1.0e-6} : (tensor<2x3x4x32xf32>) -> tensor<2x3x4x32xf32>
  %qr = dsv4.rope(%qn, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %r = dsv4.rope(%kv, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  %o = dsv4.sparse_attn_sharedkv(%qr, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_norm_rope_kv_insert | Function=norm_extra_use | Reason="the result of 'dsv4.rms_norm' is used by 'func.return', outside of the launch"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new, %qn : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>, tensor<2x3x4x32xf32>
}

// -----

// Projections whose weights cannot be stacked: codes and plain.
// CHECK-LABEL: func @other_format
// CHECK-NOT: dsv4.kernel "qkv_a_linear"
// CHECK: dsv4.kernel "q_kv_norm"
// CHECK: return
func.func @other_format(%x: tensor<2x3x128xbf16>, %wq: tensor<128x128xbf16>, %wkv: tensor<128x128xf8E4M3FN>, %s: tensor<1x1xf8E8M0FNU>,
    %wb: tensor<256x128xbf16>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) -> (tensor<2x3x256xbf16>, tensor<2x3x128xbf16>) {
  %q = dsv4.linear(%x, %wq) : (tensor<2x3x128xbf16>, tensor<128x128xbf16>) -> tensor<2x3x128xbf16>
  %qn = dsv4.rms_norm(%q) {norm_eps = 1.0e-6} : (tensor<2x3x128xbf16>) -> tensor<2x3x128xbf16>
  %b = dsv4.linear(%qn, %wb) : (tensor<2x3x128xbf16>, tensor<256x128xbf16>) -> tensor<2x3x256xbf16>
  // expected-remark @below {{qkv_a_linear | Function=other_format | Reason="the weights of the two projections have different formats"}}
  %kv = dsv4.linear(%x, %wkv, %s) : (tensor<2x3x128xbf16>, tensor<128x128xf8E4M3FN>, tensor<1x1xf8E8M0FNU>) -> tensor<2x3x128xbf16>
  %n = dsv4.rms_norm(%kv) {norm_eps = 1.0e-6} : (tensor<2x3x128xbf16>) -> tensor<2x3x128xbf16>
  %r = dsv4.rope(%n, %cos, %sin) : (tensor<2x3x128xbf16>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x128xbf16>
  return %b, %r : tensor<2x3x256xbf16>, tensor<2x3x128xbf16>
}

// -----

// The rows' latent depends on the queries' latent: one launch would need its own result.
// CHECK-LABEL: func @needs_itself
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @needs_itself(%x: tensor<2x3x32xf32>, %wq: tensor<32x32xf32>, %wb: tensor<32x32xf32>, %cos: tensor<2x3x4xf32>,
    %sin: tensor<2x3x4xf32>) -> tensor<2x3x32xf32> {
  // expected-remark @below {{qkv_a_linear | Function=needs_itself | Reason="no projection to the latent of the queries reads the same value"}}
  %q = dsv4.linear(%x, %wq) : (tensor<2x3x32xf32>, tensor<32x32xf32>) -> tensor<2x3x32xf32>
  // expected-remark @below {{q_kv_norm | Function=needs_itself | Reason="no latent of the queries is normalised beside it"}}
  %qn = dsv4.rms_norm(%q) {norm_eps = 1.0e-6} : (tensor<2x3x32xf32>) -> tensor<2x3x32xf32>
  %b = dsv4.linear(%qn, %wb) : (tensor<2x3x32xf32>, tensor<32x32xf32>) -> tensor<2x3x32xf32>
  %r = dsv4.rope(%qn, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  %sum = arith.addf %b, %r : tensor<2x3x32xf32>
  return %sum : tensor<2x3x32xf32>
}

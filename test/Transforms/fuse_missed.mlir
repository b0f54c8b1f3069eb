// RUN: dsv4-opt %s --split-input-file --dsv4-fuse=patterns=hc_post_pre,hc_pre_product,hc_pre_apply_norm,hc_pre_apply,q_kv_norm_rope_insert,kv_norm_rope_insert,q_norm_rope,indexer_compressor_store,gate_top_k,gate_hash \
// RUN:   --remark-format=emitRemark --remarks-filter-missed=dsv4-fuse --verify-diagnostics | FileCheck %s --implicit-check-not=dsv4.kernel

// Ops in a wrong order, from a wrong place or of a wrong ratio, for the patterns of which the files of the families try the
// larger or the smaller ones. Values that are used elsewhere are in fuse_extra_uses.test.

// Wrong order: queries and rows are normalised behind their rotation.
// CHECK-LABEL: func @norm_behind_rotation
func.func @norm_behind_rotation(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %qx = dsv4.rope(%q, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %qr = dsv4.rms_norm(%qx) {norm_eps = 1.0e-6} : (tensor<2x3x4x32xf32>) -> tensor<2x3x4x32xf32>
  %rx = dsv4.rope(%kv, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  %r = dsv4.rms_norm(%rx) {norm_eps = 1.0e-6} : (tensor<2x3x32xf32>) -> tensor<2x3x32xf32>
  // expected-remark @below {{q_norm_rope | Function=norm_behind_rotation | Reason="expected 'dsv4.rope', found 'dsv4.rms_norm'"}}
  %o = dsv4.sparse_attn_sharedkv(%qr, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_kv_norm_rope_insert | Function=norm_behind_rotation | Reason="expected 'dsv4.rope', found 'dsv4.rms_norm'"}}
  // expected-remark @below {{kv_norm_rope_insert | Function=norm_behind_rotation | Reason="expected 'dsv4.rope', found 'dsv4.rms_norm'"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

// Queries and rows that are rotated as they come.
// CHECK-LABEL: func @no_norm
func.func @no_norm(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %qr = dsv4.rope(%q, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %r = dsv4.rope(%kv, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  // expected-remark @below {{q_norm_rope | Function=no_norm | Reason="expected 'dsv4.rms_norm', found an argument of the function"}}
  %o = dsv4.sparse_attn_sharedkv(%qr, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_kv_norm_rope_insert | Function=no_norm | Reason="expected 'dsv4.rms_norm', found an argument of the function"}}
  // expected-remark @below {{kv_norm_rope_insert | Function=no_norm | Reason="expected 'dsv4.rms_norm', found an argument of the function"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

// Rows that turn backwards.
// CHECK-LABEL: func @backwards
func.func @backwards(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %qr = dsv4.rope(%q, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %n = dsv4.rms_norm(%kv) {norm_eps = 1.0e-6} : (tensor<2x3x32xf32>) -> tensor<2x3x32xf32>
  %r = dsv4.rope(%n, %cos, %sin) {inverse = true} : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  // expected-remark @below {{q_norm_rope | Function=backwards | Reason="expected 'dsv4.rms_norm', found an argument of the function"}}
  %o = dsv4.sparse_attn_sharedkv(%qr, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_kv_norm_rope_insert | Function=backwards | Reason="the rows are rotated backwards"}}
  // expected-remark @below {{kv_norm_rope_insert | Function=backwards | Reason="the rows are rotated backwards"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

// The rounded channels are those of other rows, and channels that are inserted as they are.
// CHECK-LABEL: func @other_channels
func.func @other_channels(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %qr = dsv4.rope(%q, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %n = dsv4.rms_norm(%kv) {norm_eps = 1.0e-6} : (tensor<2x3x32xf32>) -> tensor<2x3x32xf32>
  %t = dsv4.rope(%n, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  %part = tensor.extract_slice %n[0, 0, 0] [2, 3, 16] [1, 1, 1] : tensor<2x3x32xf32> to tensor<2x3x16xf32>
  %c, %s, %y = dsv4.act_quant(%part) {block = 16 : i64, format = f8E4M3FN} : (tensor<2x3x16xf32>) -> (tensor<2x3x16xf8E4M3FN>, tensor<2x3x1xf8E8M0FNU>, tensor<2x3x16xf32>)
  %r = tensor.insert_slice %y into %t[0, 0, 0] [2, 3, 16] [1, 1, 1] : tensor<2x3x16xf32> into tensor<2x3x32xf32>
  // expected-remark @below {{q_norm_rope | Function=other_channels | Reason="expected 'dsv4.rms_norm', found an argument of the function"}}
  %o = dsv4.sparse_attn_sharedkv(%qr, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_kv_norm_rope_insert | Function=other_channels | Reason="the rounded channels and the others come from different values"}}
  // expected-remark @below {{kv_norm_rope_insert | Function=other_channels | Reason="the rounded channels and the others come from different values"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

// CHECK-LABEL: func @not_rounded
func.func @not_rounded(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %qr = dsv4.rope(%q, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %n = dsv4.rms_norm(%kv) {norm_eps = 1.0e-6} : (tensor<2x3x32xf32>) -> tensor<2x3x32xf32>
  %t = dsv4.rope(%n, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  %part = tensor.extract_slice %t[0, 0, 0] [2, 3, 16] [1, 1, 1] : tensor<2x3x32xf32> to tensor<2x3x16xf32>
  %y = dsv4.hadamard(%part) : (tensor<2x3x16xf32>) -> tensor<2x3x16xf32>
  %r = tensor.insert_slice %y into %t[0, 0, 0] [2, 3, 16] [1, 1, 1] : tensor<2x3x16xf32> into tensor<2x3x32xf32>
  // expected-remark @below {{q_norm_rope | Function=not_rounded | Reason="expected 'dsv4.rms_norm', found an argument of the function"}}
  %o = dsv4.sparse_attn_sharedkv(%qr, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_kv_norm_rope_insert | Function=not_rounded | Reason="expected 'dsv4.act_quant', found 'dsv4.hadamard'"}}
  // expected-remark @below {{kv_norm_rope_insert | Function=not_rounded | Reason="expected 'dsv4.act_quant', found 'dsv4.hadamard'"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

// Rows as they should be, queries that are not normalised: the launch of both is not, but that of the rows is.
// CHECK-LABEL: func @other_query_norm
// CHECK: dsv4.kernel "kv_norm_rope_insert"
func.func @other_query_norm(%q: tensor<2x3x4x32xf32>, %kv: tensor<2x3x32xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>,
    %sink: tensor<4xf32>, %list: tensor<2x3x8xi32>, %ring: tensor<2x8x32xf32>, %slots: tensor<2x3xi32>)
    -> (tensor<2x3x4x32xf32>, tensor<2x8x32xf32>) {
  %qr = dsv4.rope(%q, %cos, %sin) : (tensor<2x3x4x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4x32xf32>
  %n = dsv4.rms_norm(%kv) {norm_eps = 1.0e-6} : (tensor<2x3x32xf32>) -> tensor<2x3x32xf32>
  %r = dsv4.rope(%n, %cos, %sin) : (tensor<2x3x32xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x32xf32>
  // expected-remark @below {{q_norm_rope | Function=other_query_norm | Reason="expected 'dsv4.rms_norm', found an argument of the function"}}
  %o = dsv4.sparse_attn_sharedkv(%qr, %sink, %list, %ring, %r) {softmax_scale = 1.0} : (tensor<2x3x4x32xf32>, tensor<4xf32>, tensor<2x3x8xi32>, tensor<2x8x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x4x32xf32>
  // expected-remark @below {{q_kv_norm_rope_insert | Function=other_query_norm | Reason="expected 'dsv4.rms_norm', found an argument of the function"}}
  %new = dsv4.scatter_nd_update_mla(%r, %ring, %slots) : (tensor<2x3x32xf32>, tensor<2x8x32xf32>, tensor<2x3xi32>) -> tensor<2x8x32xf32>
  return %o, %new : tensor<2x3x4x32xf32>, tensor<2x8x32xf32>
}

// -----

#streams = affine_map<(t, m, k) -> (t, k)>
#weights = affine_map<(t, m, k) -> (m, k)>
#out = affine_map<(t, m, k) -> (t, m)>
#mix = affine_map<(t, m) -> (t, m)>
#inv = affine_map<(t, m) -> (t, 0)>

// Hyper-Connections: a sum where the product of inv_rms belongs.
// CHECK-LABEL: func @sum_of_factors
func.func @sum_of_factors(%x: tensor<3x2x16xf32>, %z: tensor<3x2x16xf32>, %fn: tensor<8x32xf32>, %s: tensor<3xf32>, %b: tensor<8xf32>)
    -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>) {
  %i = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<3x2x16xf32>) -> tensor<3x1xf32>
  %flat = tensor.collapse_shape %x [[0], [1, 2]] : tensor<3x2x16xf32> into tensor<3x32xf32>
  %empty = tensor.empty() : tensor<3x8xf32>
  %zero = arith.constant 0.0 : f32
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<3x8xf32>) -> tensor<3x8xf32>
  %p = linalg.contract indexing_maps = [#streams, #weights, #out] ins(%flat, %fn : tensor<3x32xf32>, tensor<8x32xf32>)
    outs(%fill : tensor<3x8xf32>) -> tensor<3x8xf32>
  %m = linalg.generic {indexing_maps = [#mix, #inv, #mix], iterator_types = ["parallel", "parallel"]}
    ins(%p, %i : tensor<3x8xf32>, tensor<3x1xf32>) outs(%empty : tensor<3x8xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %0 = arith.addf %a, %c : f32
    linalg.yield %0 : f32
  } -> tensor<3x8xf32>
  // expected-remark @below {{hc_post_pre | Function=sum_of_factors | Reason="its mix comes from 'linalg.generic', expected an elementwise product"}}
  // expected-remark @below {{hc_pre_product | Function=sum_of_factors | Reason="its mix comes from 'linalg.generic', expected an elementwise product"}}
  // expected-remark @below {{hc_pre_apply_norm | Function=sum_of_factors | Reason="its mix comes from 'linalg.generic', expected an elementwise product"}}
  // expected-remark @below {{hc_pre_apply | Function=sum_of_factors | Reason="its mix comes from 'linalg.generic', expected an elementwise product"}}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
    : (tensor<3x8xf32>, tensor<3x2x16xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>)
  return %y, %post, %comb : tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>
}

// -----

#streams = affine_map<(t, m, k) -> (t, k)>
#weights = affine_map<(t, m, k) -> (m, k)>
#out = affine_map<(t, m, k) -> (t, m)>
#mix = affine_map<(t, m) -> (t, m)>
#inv = affine_map<(t, m) -> (t, 0)>

// The squares of other streams than those of the product; no norm follows, so only what comes behind the product is a launch.
// CHECK-LABEL: func @other_streams
// CHECK: dsv4.kernel "hc_pre_apply"
func.func @other_streams(%x: tensor<3x2x16xf32>, %z: tensor<3x2x16xf32>, %fn: tensor<8x32xf32>, %s: tensor<3xf32>, %b: tensor<8xf32>)
    -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>) {
  %i = dsv4.hc_pre_inv_rms(%z) {norm_eps = 1.0e-6} : (tensor<3x2x16xf32>) -> tensor<3x1xf32>
  %flat = tensor.collapse_shape %x [[0], [1, 2]] : tensor<3x2x16xf32> into tensor<3x32xf32>
  %empty = tensor.empty() : tensor<3x8xf32>
  %zero = arith.constant 0.0 : f32
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<3x8xf32>) -> tensor<3x8xf32>
  %p = linalg.contract indexing_maps = [#streams, #weights, #out] ins(%flat, %fn : tensor<3x32xf32>, tensor<8x32xf32>)
    outs(%fill : tensor<3x8xf32>) -> tensor<3x8xf32>
  %m = linalg.generic {indexing_maps = [#mix, #inv, #mix], iterator_types = ["parallel", "parallel"]}
    ins(%p, %i : tensor<3x8xf32>, tensor<3x1xf32>) outs(%empty : tensor<3x8xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %0 = arith.mulf %a, %c : f32
    linalg.yield %0 : f32
  } -> tensor<3x8xf32>
  // expected-remark @below {{hc_post_pre | Function=other_streams | Reason="'dsv4.hc_pre_inv_rms', the product and 'dsv4.hc_pre_sinkhorn' read different streams"}}
  // expected-remark @below {{hc_pre_product | Function=other_streams | Reason="'dsv4.hc_pre_inv_rms', the product and 'dsv4.hc_pre_sinkhorn' read different streams"}}
  // expected-remark @below {{hc_pre_apply_norm | Function=other_streams | Reason="no 'dsv4.rms_norm' follows"}}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
    : (tensor<3x8xf32>, tensor<3x2x16xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>)
  return %y, %post, %comb : tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>
}

// -----

#streams = affine_map<(t, m, k) -> (t, k)>
#weights = affine_map<(t, m, k) -> (m, k)>
#out = affine_map<(t, m, k) -> (t, m)>
#mix = affine_map<(t, m) -> (t, m)>
#inv = affine_map<(t, m) -> (t, 0)>

// The streams come from outside, so no end of a sub-layer is before them; the rest is two launches.
// CHECK-LABEL: func @streams_of_the_caller
// CHECK: dsv4.kernel "hc_pre_product"
// CHECK: dsv4.kernel "hc_pre_apply"
func.func @streams_of_the_caller(%x: tensor<3x2x16xf32>, %z: tensor<3x2x16xf32>, %fn: tensor<8x32xf32>, %s: tensor<3xf32>, %b: tensor<8xf32>)
    -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>) {
  %i = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<3x2x16xf32>) -> tensor<3x1xf32>
  %flat = tensor.collapse_shape %x [[0], [1, 2]] : tensor<3x2x16xf32> into tensor<3x32xf32>
  %empty = tensor.empty() : tensor<3x8xf32>
  %zero = arith.constant 0.0 : f32
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<3x8xf32>) -> tensor<3x8xf32>
  %p = linalg.contract indexing_maps = [#streams, #weights, #out] ins(%flat, %fn : tensor<3x32xf32>, tensor<8x32xf32>)
    outs(%fill : tensor<3x8xf32>) -> tensor<3x8xf32>
  %m = linalg.generic {indexing_maps = [#mix, #inv, #mix], iterator_types = ["parallel", "parallel"]}
    ins(%p, %i : tensor<3x8xf32>, tensor<3x1xf32>) outs(%empty : tensor<3x8xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %0 = arith.mulf %a, %c : f32
    linalg.yield %0 : f32
  } -> tensor<3x8xf32>
  // expected-remark @below {{hc_post_pre | Function=streams_of_the_caller | Reason="the streams come from an argument of the function, not from 'dsv4.hc_post'"}}
  // expected-remark @below {{hc_pre_apply_norm | Function=streams_of_the_caller | Reason="no 'dsv4.rms_norm' follows"}}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
    : (tensor<3x8xf32>, tensor<3x2x16xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>)
  return %y, %post, %comb : tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>
}

// -----

// Scores that a gate does not compute: a bias was added to them before, or they come from the caller.
// CHECK-LABEL: func @other_scores
func.func @other_scores(%x: tensor<3x64xf32>, %w: tensor<8x64xf32>, %bias: tensor<3x8xf32>, %ids: tensor<3xi32>, %table: tensor<9x2xi32>)
    -> (tensor<3x2xf32>, tensor<3x2xf32>) {
  %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<3x64xf32>, tensor<8x64xf32>) -> tensor<3x8xf32>
  %t = arith.addf %s, %bias : tensor<3x8xf32>
  // expected-remark @below {{gate_top_k | Function=other_scores | Reason="the scores come from 'arith.addf', not from 'dsv4.gate_score'"}}
  %p, %i = dsv4.moe_gating_top_k(%t) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  // expected-remark @below {{gate_hash | Function=other_scores | Reason="the scores come from an argument of the function, not from 'dsv4.gate_score'"}}
  %q, %j = dsv4.moe_gating_hash(%bias, %ids, %table) : (tensor<3x8xf32>, tensor<3xi32>, tensor<9x2xi32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
  return %p, %q : tensor<3x2xf32>, tensor<3x2xf32>
}

// -----

// Keys of an indexer of another ratio than 4, and rows that no indexer reads: those are no keys.
// CHECK-LABEL: func @keys
func.func @keys(%x: tensor<1x8x64xf32>, %wkv: tensor<32x64xf32>, %wgate: tensor<32x64xf32>, %ape: tensor<8x32xf32>, %norm: tensor<32xf32>,
    %cos: tensor<1x1x4xf32>, %sin: tensor<1x1x4xf32>, %kv: tensor<1x8x32xf32>, %p: tensor<1xi32>, %l: tensor<1xi32>, %cache: tensor<1x16x32xf32>,
    %q: tensor<1x8x4x32xf32>, %w: tensor<1x8x4xf32>) -> (tensor<1x8x?xf32>, tensor<1x16x32xf32>) {
  // expected-remark @below {{indexer_compressor_store | Function=keys | Reason="its ratio is 8, the pattern is for 4"}}
  %r, %s, %a, %b = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %kv, %p, %l) {norm_eps = 1.0e-6, ratio = 8 : i64}
      : (tensor<1x8x64xf32>, tensor<32x64xf32>, tensor<32x64xf32>, tensor<8x32xf32>, tensor<32xf32>, tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x8x32xf32>, tensor<1x8x32xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x1x32xf32>, tensor<1x1xi32>, tensor<1x8x32xf32>, tensor<1x8x32xf32>)
  %new = dsv4.scatter_nd_update_mla(%r, %cache, %s) : (tensor<1x1x32xf32>, tensor<1x16x32xf32>, tensor<1x1xi32>) -> tensor<1x16x32xf32>
  %scores = dsv4.indexer_scores(%q, %new, %w, %p, %l) {ratio = 8 : i64} : (tensor<1x8x4x32xf32>, tensor<1x16x32xf32>, tensor<1x8x4xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x8x?xf32>
  %r2, %s2, %a2, %b2 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %kv, %p, %l) {norm_eps = 1.0e-6, ratio = 8 : i64}
      : (tensor<1x8x64xf32>, tensor<32x64xf32>, tensor<32x64xf32>, tensor<8x32xf32>, tensor<32xf32>, tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x8x32xf32>, tensor<1x8x32xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x1x32xf32>, tensor<1x1xi32>, tensor<1x8x32xf32>, tensor<1x8x32xf32>)
  %rows = dsv4.scatter_nd_update_mla(%r2, %cache, %s2) : (tensor<1x1x32xf32>, tensor<1x16x32xf32>, tensor<1x1xi32>) -> tensor<1x16x32xf32>
  return %scores, %rows : tensor<1x8x?xf32>, tensor<1x16x32xf32>
}

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

// The ops of a whole attention layer. Widths that follow from positions stay dynamic, declared ones as they are.
// CHECK-LABEL: func @attention
func.func @attention(%q: tensor<2x5x4x16xf32>, %kv: tensor<2x5x16xf32>, %cache: tensor<2x8x16xf32>, %sink: tensor<4xf32>, %start: tensor<2xi32>, %lens: tensor<2xi32>, %wo: tensor<?x32xf32>)
    -> (tensor<?x?x?xf32>, tensor<?x?x?xf32>) {
  %q0 = tensor.cast %q : tensor<2x5x4x16xf32> to tensor<?x?x4x16xf32>
  %kv0 = tensor.cast %kv : tensor<2x5x16xf32> to tensor<?x?x16xf32>
  %cache0 = tensor.cast %cache : tensor<2x8x16xf32> to tensor<?x?x?xf32>
  %start0 = tensor.cast %start : tensor<2xi32> to tensor<?xi32>
  // CHECK: dsv4.rope({{.*}} -> tensor<2x5x4x16xf32>
  %positions = tensor.empty() : tensor<5xi32>
  %positions0 = tensor.cast %positions : tensor<5xi32> to tensor<?xi32>
  %cos, %sin, %f = dsv4.rope_table(%positions0) {rope_dim = 8 : i64, theta = 1.0e4} : (tensor<?xi32>) -> (tensor<?x4xf32>, tensor<?x4xf32>, tensor<?xf32>)
  %turned = dsv4.rope(%q0, %cos, %sin) : (tensor<?x?x4x16xf32>, tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x?x4x16xf32>
  // CHECK: dsv4.ring_slots({{.*}} -> tensor<2x5xi32>
  %tokens = tensor.empty() : tensor<2x5xi32>
  %tokens0 = tensor.cast %tokens : tensor<2x5xi32> to tensor<?x?xi32>
  %slots = dsv4.ring_slots(%tokens0, %start0, %lens) {window = 8 : i64} : (tensor<?x?xi32>, tensor<?xi32>, tensor<2xi32>) -> tensor<?x?xi32>
  // CHECK: %[[RING:.*]] = dsv4.scatter_nd_update_mla({{.*}} -> tensor<2x8x16xf32>
  %ring = dsv4.scatter_nd_update_mla(%kv0, %cache0, %slots) : (tensor<?x?x16xf32>, tensor<?x?x?xf32>, tensor<?x?xi32>) -> tensor<?x?x?xf32>
  // CHECK: dsv4.window_indices({{.*}} -> tensor<2x5x8xi32>
  %window = dsv4.window_indices(%slots, %start0, %lens) {window = 8 : i64} : (tensor<?x?xi32>, tensor<?xi32>, tensor<2xi32>) -> tensor<?x?x?xi32>
  // CHECK: dsv4.sparse_attn_sharedkv({{.*}} tensor<2x8x16xf32>, tensor<2x5x16xf32>) -> tensor<2x5x4x16xf32>
  %o = dsv4.sparse_attn_sharedkv(%turned, %sink, %window, %cache0, %kv0) {softmax_scale = 0.25}
      : (tensor<?x?x4x16xf32>, tensor<4xf32>, tensor<?x?x?xi32>, tensor<?x?x?xf32>, tensor<?x?x16xf32>) -> tensor<?x?x4x16xf32>
  // CHECK: dsv4.grouped_linear({{.*}} -> tensor<2x5x6xf32>
  %wo_a = tensor.empty() : tensor<6x32xf32>
  %wo_a0 = tensor.cast %wo_a : tensor<6x32xf32> to tensor<6x?xf32>
  %u = dsv4.grouped_linear(%o, %wo_a0) {groups = 2 : i64} : (tensor<?x?x4x16xf32>, tensor<6x?xf32>) -> tensor<?x?x?xf32>
  return %u, %ring : tensor<?x?x?xf32>, tensor<?x?x?xf32>
}

// CHECK-LABEL: func @compressed
func.func @compressed(%x: tensor<2x9x24xf32>, %w: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>, %table: tensor<16x4xf32>, %state: tensor<2x8x64xf32>,
                      %start: tensor<2xi32>, %lens: tensor<2xi32>, %q: tensor<2x9x4x32xf32>, %weights: tensor<2x9x4xf32>, %keys: tensor<2x7x32xf32>)
    -> (tensor<?x?x?xf32>, tensor<?x?x?xi32>, tensor<?x?x5xi32>, tensor<?x?x?xi32>) {
  // CHECK: %[[ROWS:.*]], %{{.*}}, %{{.*}}, %{{.*}} = dsv4.compressor({{.*}} -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  %x0 = tensor.cast %x : tensor<2x9x24xf32> to tensor<?x?x?xf32>
  %w0 = tensor.cast %w : tensor<64x24xf32> to tensor<?x?xf32>
  %state0 = tensor.cast %state : tensor<2x8x64xf32> to tensor<?x?x?xf32>
  %rows, %slots, %kv, %score = dsv4.compressor(%x0, %w0, %w, %ape, %norm, %table, %table, %state0, %state, %start, %lens) {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<?x?x?xf32>, tensor<?x?xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>,
         tensor<?x?x?xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<?x?x?xf32>, tensor<?x?xi32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>)
  // CHECK: dsv4.quant_lightning_indexer({{.*}} -> tensor<2x9x?xi32>
  %q0 = tensor.cast %q : tensor<2x9x4x32xf32> to tensor<?x?x4x32xf32>
  %i = dsv4.quant_lightning_indexer(%q0, %keys, %weights, %start, %lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<?x?x4x32xf32>, tensor<2x7x32xf32>, tensor<2x9x4xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<?x?x?xi32>
  %tokens = tensor.empty() : tensor<2x9xf32>
  %tokens0 = tensor.cast %tokens : tensor<2x9xf32> to tensor<?x?xf32>
  // CHECK: dsv4.compress_indices({{.*}} -> tensor<2x9x5xi32>
  %c = dsv4.compress_indices(%tokens0, %start, %lens) {ratio = 4 : i64} : (tensor<?x?xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<?x?x5xi32>
  // With the number of scores known, the width of the choice is.
  // CHECK: dsv4.indexer_top_k({{.*}} -> tensor<2x9x3xi32>
  %scores = tensor.empty() : tensor<2x9x7xf32>
  %scores0 = tensor.cast %scores : tensor<2x9x7xf32> to tensor<?x?x?xf32>
  %k = dsv4.indexer_top_k(%scores0, %start, %lens) {ratio = 4 : i64, topk_limit = 3 : i64} : (tensor<?x?x?xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<?x?x?xi32>
  return %rows, %i, %c, %k : tensor<?x?x?xf32>, tensor<?x?x?xi32>, tensor<?x?x5xi32>, tensor<?x?x?xi32>
}

// A width that pads stays, and so does what hides the number of scores.
// CHECK-LABEL: func @padded_choice
func.func @padded_choice(%scores: tensor<2x9x7xf32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x9x512xi32> {
  // CHECK: tensor.cast
  // CHECK: dsv4.indexer_top_k({{.*}} -> tensor<2x9x512xi32>
  %0 = tensor.cast %scores : tensor<2x9x7xf32> to tensor<2x9x?xf32>
  %k = dsv4.indexer_top_k(%0, %start, %lens) {ratio = 4 : i64, topk_limit = 512 : i64} : (tensor<2x9x?xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x9x512xi32>
  return %k : tensor<2x9x512xi32>
}

// Projections and experts: plain, and codes with their scales.
// CHECK-LABEL: func @projections
func.func @projections(%x: tensor<5x256xbf16>, %w: tensor<7x128xi8>, %scales: tensor<7x8xf8E8M0FNU>, %ids: tensor<5x2xi32>, %weights: tensor<5x2xf32>, %w1: tensor<6x16x256xbf16>, %w2: tensor<6x256x16xbf16>)
    -> (tensor<?x?xbf16>, tensor<?x?xf32>, tensor<?x?xbf16>, tensor<?x4x?xbf16>) {
  %x0 = tensor.cast %x : tensor<5x256xbf16> to tensor<?x?xbf16>
  %w0 = tensor.cast %w : tensor<7x128xi8> to tensor<?x128xi8>
  %scales0 = tensor.cast %scales : tensor<7x8xf8E8M0FNU> to tensor<?x?xf8E8M0FNU>
  // CHECK: dsv4.linear({{.*}} : (tensor<5x256xbf16>, tensor<7x128xi8>, tensor<7x8xf8E8M0FNU>) -> tensor<5x7xbf16>
  %y = dsv4.linear(%x0, %w, %scales0) : (tensor<?x?xbf16>, tensor<7x128xi8>, tensor<?x?xf8E8M0FNU>) -> tensor<?x?xbf16>
  %w10 = tensor.cast %w1 : tensor<6x16x256xbf16> to tensor<6x?x?xbf16>
  // CHECK: dsv4.routed_experts({{.*}} -> tensor<5x256xf32>
  %e = dsv4.routed_experts(%x0, %ids, %weights, %w10, %w10, %w2)
      : (tensor<?x?xbf16>, tensor<5x2xi32>, tensor<5x2xf32>, tensor<6x?x?xbf16>, tensor<6x?x?xbf16>, tensor<6x256x16xbf16>) -> tensor<?x?xf32>
  // CHECK: dsv4.act_quant({{.*}} -> (tensor<5x256xf8E4M3FN>, tensor<5x4xf8E8M0FNU>, tensor<5x256xbf16>)
  %x1 = tensor.cast %x : tensor<5x256xbf16> to tensor<?x256xbf16>
  %codes, %s, %q = dsv4.act_quant(%x1) {block = 64 : i64, format = f8E4M3FN} : (tensor<?x256xbf16>) -> (tensor<?x?xf8E4M3FN>, tensor<?x?xf8E8M0FNU>, tensor<?x256xbf16>)
  // CHECK: dsv4.hadamard({{.*}} -> tensor<5x256xbf16>
  %h = dsv4.hadamard(%q) : (tensor<?x256xbf16>) -> tensor<?x?xbf16>
  // CHECK: dsv4.hc_expand({{.*}} -> tensor<5x4x256xbf16>
  %streams = dsv4.hc_expand(%h) {hc_mult = 4 : i64} : (tensor<?x?xbf16>) -> tensor<?x4x?xbf16>
  return %y, %e, %h, %streams : tensor<?x?xbf16>, tensor<?x?xf32>, tensor<?x?xbf16>, tensor<?x4x?xbf16>
}

// CHECK-LABEL: func @ends
func.func @ends(%ids: tensor<5xi32>, %table: tensor<100x16xf32>, %x: tensor<5x4x16xf32>, %norm: tensor<16xf32>, %w: tensor<16x16xf32>) -> tensor<?x4x?xf32> {
  %ids0 = tensor.cast %ids : tensor<5xi32> to tensor<?xi32>
  %table0 = tensor.cast %table : tensor<100x16xf32> to tensor<100x?xf32>
  // CHECK: dsv4.embedding({{.*}} -> tensor<5x16xf32>
  %e = dsv4.embedding(%ids0, %table0) : (tensor<?xi32>, tensor<100x?xf32>) -> tensor<?x?xf32>
  // CHECK: dsv4.mtp_fuse({{.*}} -> tensor<5x4x16xf32>
  %x0 = tensor.cast %x : tensor<5x4x16xf32> to tensor<?x4x?xf32>
  %y = dsv4.mtp_fuse(%e, %x0, %norm, %norm, %w, %w) {norm_eps = 1.0e-6}
      : (tensor<?x?xf32>, tensor<?x4x?xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<?x4x?xf32>
  return %y : tensor<?x4x?xf32>
}

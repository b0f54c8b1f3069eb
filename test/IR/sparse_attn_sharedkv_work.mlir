// Work of sparse_attn_sharedkv: n entries of the index list that are not -1, known from the ops that make the list.
// RUN: dsv4-opt %s --dsv4-print-work="function=hca bind=arg5=0/7,arg6=5" -o /dev/null | FileCheck %s --check-prefix=HCA
// RUN: dsv4-opt %s --dsv4-print-work="function=hca bind=arg5=0/7,arg6=3/5" -o /dev/null | FileCheck %s --check-prefix=RAGGED
// RUN: dsv4-opt %s --dsv4-print-work="function=csa bind=arg5=0/7,arg6=5" -o /dev/null | FileCheck %s --check-prefix=CSA
// RUN: dsv4-opt %s --dsv4-print-work="function=ring bind=arg3=3/20,arg4=1" -o /dev/null | FileCheck %s --check-prefix=RING
// RUN: dsv4-opt %s --dsv4-print-work="function=call bind=arg3=40,arg4=5" -o /dev/null | FileCheck %s --check-prefix=CALL
// RUN: dsv4-opt %s --dsv4-print-work=function=unknown -o /dev/null | FileCheck %s --check-prefix=UNKNOWN
// RUN: dsv4-opt %s --dsv4-print-work=function=few -o /dev/null | FileCheck %s --check-prefix=FEW
// RUN: dsv4-opt %s --dsv4-print-work="function=flash bind=arg5=0,arg6=8192" -o /dev/null | FileCheck %s --check-prefix=PREFILL

// H = 4, d = 16, W = 8, ratio 4, bf16. Positions 0..4 see 1, 2, 3, 4, 5 rows of the window and 7..11 see 8 each: 55;
// of the compressed rows 0, 0, 0, 1, 1 and 2, 2, 2, 2, 3: 13. n = 68, N = 10.
//   matrix   n * 4Hd = 17408
//   vector   n * 4H + N * H(2 + d) = 1088 + 720 = 1808
//   special  n * H + N * 2H = 352
//   gathered rows read once: 7 of the ring (of the second request), 10 of the call, 1 + 3 compressed: 21 * 32 = 672
//   read     q 10 * 128 = 1280, list 4 * 2 * 5 * 11 = 440; sink 16       write  1280
// HCA:       kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv
// HCA-NEXT:  matrix bf16: 17408 flop
// HCA-NEXT:  vector f32: 1808 flop
// HCA-NEXT:  special_function f32: 352 flop
// HCA-NEXT:  read weights: 16 bytes
// HCA-NEXT:  read activations: 1280 bytes
// HCA-NEXT:  read gathered_rows: 672 bytes
// HCA-NEXT:  read indices: 440 bytes
// HCA-NEXT:  write: 1280 bytes
// HCA-NEXT:  parallel tiles: 10
// HCA-NEXT:  sizes: head_dim 16, heads 4, keys 68, ratio 4, tokens 10, window 8
// HCA-NOT:   assumes

// Padding is no work: positions 0..2 see 1, 2, 3 rows and none compressed. n = 46 + 11 = 57, N = 8; 7 + 8 + 3 rows.
// RAGGED:       kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv
// RAGGED-NEXT:  matrix bf16: 14592 flop
// RAGGED-NEXT:  vector f32: 1488 flop
// RAGGED-NEXT:  special_function f32: 292 flop
// RAGGED-NEXT:  read weights: 16 bytes
// RAGGED-NEXT:  read activations: 1024 bytes
// RAGGED-NEXT:  read gathered_rows: 576 bytes
// RAGGED-NEXT:  read indices: 440 bytes
// RAGGED-NEXT:  write: 1280 bytes
func.func @hca(%q: tensor<2x5x4x16xbf16>, %sink: tensor<4xf32>, %ring: tensor<2x8x16xbf16>, %new: tensor<2x5x16xbf16>,
               %compressed: tensor<2x8x16xbf16>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x4x16xbf16> {
  %ids = tensor.empty() : tensor<2x5xi32>
  %w = dsv4.window_indices(%ids, %start, %lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  %c = dsv4.compress_indices(%ids, %start, %lens) {offset = 13 : i64, ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x3xi32>
  %list = tensor.concat dim(2) %w, %c : (tensor<2x5x8xi32>, tensor<2x5x3xi32>) -> tensor<2x5x11xi32>
  %cast = tensor.cast %list : tensor<2x5x11xi32> to tensor<2x5x?xi32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %cast, %ring, %new, %compressed) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xbf16>, tensor<4xf32>, tensor<2x5x?xi32>, tensor<2x8x16xbf16>, tensor<2x5x16xbf16>,
         tensor<2x8x16xbf16>) -> tensor<2x5x4x16xbf16>
  return %o : tensor<2x5x4x16xbf16>
}

// The indexer takes at most 2 rows: 12 of the 13, n = 67. Queries may choose differently, so of the second request
// min(10, 3) = 3 rows are read: 672 bytes as before. The list is followed into a kernel and out of another.
// CSA:       kernel attend, dsv4.kernel
// CSA-NEXT:  matrix bf16: 17152 flop
// CSA-NEXT:  vector f32: 1792 flop
// CSA-NEXT:  special_function f32: 348 flop
// CSA-NEXT:  read weights: 16 bytes
// CSA-NEXT:  read activations: 1280 bytes
// CSA-NEXT:  read gathered_rows: 672 bytes
// CSA-NEXT:  read indices: 400 bytes
// CSA-NEXT:  write: 1280 bytes
// CSA-NEXT:  parallel tiles: 10
// CSA-NEXT:  sizes: head_dim 16, heads 4, keys 67, ratio 4, tokens 10, top_k 2, window 8
// CSA-NOT:   assumes
func.func @csa(%q: tensor<2x5x4x16xbf16>, %sink: tensor<4xf32>, %ring: tensor<2x8x16xbf16>, %new: tensor<2x5x16xbf16>,
               %compressed: tensor<2x8x16xbf16>, %start: tensor<2xi32>, %lens: tensor<2xi32>,
               %keys: tensor<2x8x16xbf16>, %w: tensor<2x5x4xbf16>, %ids: tensor<2x5xi32>) -> tensor<2x5x4x16xbf16> {
  %list = dsv4.kernel "choose" (%q, %keys, %w, %start, %lens, %ids)
      : (tensor<2x5x4x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5x4xbf16>, tensor<2xi32>, tensor<2xi32>, tensor<2x5xi32>)
     -> tensor<2x5x10xi32> {
  ^bb0(%a: tensor<2x5x4x16xbf16>, %b: tensor<2x8x16xbf16>, %c: tensor<2x5x4xbf16>, %d: tensor<2xi32>, %e: tensor<2xi32>,
       %f: tensor<2x5xi32>):
    %rows = dsv4.quant_lightning_indexer(%a, %b, %c, %d, %e) {offset = 13 : i64, ratio = 4 : i64, topk_limit = 2 : i64}
        : (tensor<2x5x4x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5x4xbf16>, tensor<2xi32>, tensor<2xi32>)
       -> tensor<2x5x2xi32>
    %window = dsv4.window_indices(%f, %d, %e) {window = 8 : i64}
        : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
    %both = tensor.concat dim(2) %window, %rows : (tensor<2x5x8xi32>, tensor<2x5x2xi32>) -> tensor<2x5x10xi32>
    dsv4.yield %both : tensor<2x5x10xi32>
  }
  %o = dsv4.kernel "attend" (%q, %sink, %list, %ring, %new, %compressed)
      : (tensor<2x5x4x16xbf16>, tensor<4xf32>, tensor<2x5x10xi32>, tensor<2x8x16xbf16>, tensor<2x5x16xbf16>,
         tensor<2x8x16xbf16>) -> tensor<2x5x4x16xbf16> {
  ^bb0(%a: tensor<2x5x4x16xbf16>, %b: tensor<4xf32>, %c: tensor<2x5x10xi32>, %d: tensor<2x8x16xbf16>,
       %e: tensor<2x5x16xbf16>, %f: tensor<2x8x16xbf16>):
    %inner = dsv4.sparse_attn_sharedkv(%a, %b, %c, %d, %e, %f) {softmax_scale = 0.25}
        : (tensor<2x5x4x16xbf16>, tensor<4xf32>, tensor<2x5x10xi32>, tensor<2x8x16xbf16>, tensor<2x5x16xbf16>,
           tensor<2x8x16xbf16>) -> tensor<2x5x4x16xbf16>
    dsv4.yield %inner : tensor<2x5x4x16xbf16>
  }
  return %o : tensor<2x5x4x16xbf16>
}

// A decode step whose KV is the ring after the update. Positions 3 and 20 see 4 and 8 rows: n = 12, 12 * 32 = 384.
// RING:       kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv
// RING-NEXT:  matrix bf16: 3072 flop
// RING-NEXT:  vector f32: 336 flop
// RING-NEXT:  special_function f32: 64 flop
// RING:       read gathered_rows: 384 bytes
// RING:       sizes: head_dim 16, heads 4, keys 12, tokens 2, window 8
func.func @ring(%q: tensor<2x1x4x16xbf16>, %sink: tensor<4xf32>, %ring: tensor<2x8x16xbf16>, %start: tensor<2xi32>,
                %lens: tensor<2xi32>, %ids: tensor<2x1xi32>) -> tensor<2x1x4x16xbf16> {
  %w = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<ring>, window = 8 : i64}
      : (tensor<2x1xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x1x8xi32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %w, %ring) {softmax_scale = 0.25}
      : (tensor<2x1x4x16xbf16>, tensor<4xf32>, tensor<2x1x8xi32>, tensor<2x8x16xbf16>) -> tensor<2x1x4x16xbf16>
  return %o : tensor<2x1x4x16xbf16>
}

// The KV is the rows of this call, so what is cached does not matter: 1 + 2 + 3 + 3 + 3 = 12 entries with W = 3. f16
// multiplies the rows with f32 weights: half of 12 * 4 * 64 in f16 and half in f32.
// CALL:       kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv
// CALL-NEXT:  matrix f16: 1536 flop
// CALL-NEXT:  matrix f32: 1536 flop
// CALL:       read gathered_rows: 160 bytes
// CALL:       sizes: head_dim 16, heads 4, keys 12, tokens 5, window 3
func.func @call(%q: tensor<1x5x4x16xf16>, %sink: tensor<4xf32>, %kv: tensor<1x5x16xf16>, %start: tensor<1xi32>,
                %lens: tensor<1xi32>, %ids: tensor<1x5xi32>) -> tensor<1x5x4x16xf16> {
  %w = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<call>, window = 3 : i64}
      : (tensor<1x5xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x3xi32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %w, %kv) {softmax_scale = 0.25}
      : (tensor<1x5x4x16xf16>, tensor<4xf32>, tensor<1x5x3xi32>, tensor<1x5x16xf16>) -> tensor<1x5x4x16xf16>
  return %o : tensor<1x5x4x16xf16>
}

// A list from elsewhere: all 2 * 5 * 11 entries count, all 42 rows are read, and the work says so.
// UNKNOWN:       kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv
// UNKNOWN-NEXT:  matrix bf16: 28160 flop
// UNKNOWN-NEXT:  vector f32: 2480 flop
// UNKNOWN:       read gathered_rows: 1344 bytes
// UNKNOWN:       sizes: head_dim 16, heads 4, keys 110, tokens 10
// UNKNOWN-NEXT:  assumes: no index is -1
func.func @unknown(%q: tensor<2x5x4x16xbf16>, %sink: tensor<4xf32>, %list: tensor<2x5x11xi32>,
                   %ring: tensor<2x8x16xbf16>, %new: tensor<2x5x16xbf16>, %compressed: tensor<2x8x16xbf16>)
    -> tensor<2x5x4x16xbf16> {
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %list, %ring, %new, %compressed) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xbf16>, tensor<4xf32>, tensor<2x5x11xi32>, tensor<2x8x16xbf16>, tensor<2x5x16xbf16>,
         tensor<2x8x16xbf16>) -> tensor<2x5x4x16xbf16>
  return %o : tensor<2x5x4x16xbf16>
}

// Fewer entries than rows: 4 rows, wherever they lie.
// FEW:  read gathered_rows: 128 bytes
func.func @few(%q: tensor<1x1x4x16xbf16>, %sink: tensor<4xf32>, %list: tensor<1x1x4xi32>, %a: tensor<1x8x16xbf16>,
               %b: tensor<1x24x16xbf16>) -> tensor<1x1x4x16xbf16> {
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %list, %a, %b) {softmax_scale = 0.25}
      : (tensor<1x1x4x16xbf16>, tensor<4xf32>, tensor<1x1x4xi32>, tensor<1x8x16xbf16>, tensor<1x24x16xbf16>)
     -> tensor<1x1x4x16xbf16>
  return %o : tensor<1x1x4x16xbf16>
}

// V4-Flash, a prompt of 8,192 tokens in a layer of ratio 4. The specification: 1,040,448 entries of the window and
// 3,669,504 chosen ones; at least (S + T) * 1,024 bytes of rows, 8,192 + 2,048.
//   matrix   4709952 * 4Hd = 617342828544
//   vector   64 * (4709952 * 4 + 8192 * 514) = 1475231744      special  64 * (4709952 + 16384) = 302485504
// PREFILL:       kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv
// PREFILL-NEXT:  matrix bf16: 617342828544 flop
// PREFILL-NEXT:  vector f32: 1475231744 flop
// PREFILL-NEXT:  special_function f32: 302485504 flop
// PREFILL-NEXT:  read weights: 256 bytes
// PREFILL-NEXT:  read activations: 536870912 bytes
// PREFILL-NEXT:  read gathered_rows: 10485760 bytes
// PREFILL-NEXT:  read indices: 20971520 bytes
// PREFILL-NEXT:  write: 536870912 bytes
// PREFILL-NEXT:  parallel tiles: 8192
// PREFILL-NEXT:  sizes: head_dim 512, heads 64, keys 4709952, ratio 4, tokens 8192, top_k 512, window 128
func.func @flash(%q: tensor<1x8192x64x512xbf16>, %sink: tensor<64xf32>, %ring: tensor<1x128x512xbf16>,
                 %new: tensor<1x8192x512xbf16>, %compressed: tensor<1x2048x512xbf16>, %start: tensor<1xi32>,
                 %lens: tensor<1xi32>, %scores: tensor<1x8192x2048xbf16>, %ids: tensor<1x8192xi32>)
    -> tensor<1x8192x64x512xbf16> {
  %w = dsv4.window_indices(%ids, %start, %lens) {window = 128 : i64}
      : (tensor<1x8192xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x8192x128xi32>
  %c = dsv4.indexer_top_k(%scores, %start, %lens) {offset = 8320 : i64, ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<1x8192x2048xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x8192x512xi32>
  %list = tensor.concat dim(2) %w, %c
      : (tensor<1x8192x128xi32>, tensor<1x8192x512xi32>) -> tensor<1x8192x640xi32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %list, %ring, %new, %compressed) {softmax_scale = 0.044194173824159216}
      : (tensor<1x8192x64x512xbf16>, tensor<64xf32>, tensor<1x8192x640xi32>, tensor<1x128x512xbf16>,
         tensor<1x8192x512xbf16>, tensor<1x2048x512xbf16>) -> tensor<1x8192x64x512xbf16>
  return %o : tensor<1x8192x64x512xbf16>
}

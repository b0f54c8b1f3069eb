// What is known of an index list goes with it through calls and their results: the list is made in one function, as in
// the model, and read in another.
// RUN: dsv4-opt %s --dsv4-print-work="bind=arg5=0/7,arg6=5" -o /dev/null | FileCheck %s
// RUN: not dsv4-opt %s --dsv4-print-work="function=slots_only bind=arg3=0/7" -o /dev/null 2>&1 | FileCheck %s --check-prefix=UNBOUND
// RUN: dsv4-opt %s --dsv4-print-work=function=layer -o /dev/null | FileCheck %s --check-prefix=ALONE

// As in sparse_attn_sharedkv_work.mlir: 55 + 13 entries, rows 7 of the ring, 10 of the call, 4 compressed; and of the
// 10 new rows, all have a slot.
// CHECK:      kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv at {{.*}}, launches 2
// CHECK:      read gathered_rows: 672 bytes
// CHECK:      sizes: head_dim 16, heads 4, keys 68, ratio 4, tokens 10, window 8
// CHECK-NOT:  assumes
// CHECK:      kernel scatter_nd_update_mla, dsv4.scatter_nd_update_mla at {{.*}}, launches 2
// CHECK:      sizes: rows 10, tokens 10, width 16
// CHECK-NOT:  assumes

// The third call gets a list of another window, so it is not the same function: 1 + 2 + 2 + 2 + 2 and 10 entries with
// W = 2, and the 13 compressed ones.
// CHECK:      kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv at {{.*}}, launches 1
// CHECK:      sizes: head_dim 16, heads 4, keys 32, ratio 4, tokens 10, window 2

// Priced alone, a layer knows nothing of the list that somebody will give it.
// ALONE: kernel sparse_attn_sharedkv, dsv4.sparse_attn_sharedkv at {{.*}}, launches 1
// ALONE: sizes: head_dim 16, heads 4, keys 110, tokens 10
// ALONE: assumes: no index is -1

func.func @main(%q: tensor<2x5x4x16xbf16>, %sink: tensor<4xf32>, %ring: tensor<2x8x16xbf16>, %new: tensor<2x5x16xbf16>,
                %compressed: tensor<2x8x16xbf16>, %start: tensor<2xi32>, %lens: tensor<2xi32>, %ids: tensor<2x5xi32>) {
  %list:3 = call @prologue(%ids, %start, %lens)
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> (tensor<2x5x11xi32>, tensor<2x5x11xi32>, tensor<2x5xi32>)
  call @layer(%q, %sink, %list#0, %ring, %new, %compressed, %list#2)
      : (tensor<2x5x4x16xbf16>, tensor<4xf32>, tensor<2x5x11xi32>, tensor<2x8x16xbf16>, tensor<2x5x16xbf16>,
         tensor<2x8x16xbf16>, tensor<2x5xi32>) -> ()
  call @layer(%q, %sink, %list#0, %ring, %new, %compressed, %list#2)
      : (tensor<2x5x4x16xbf16>, tensor<4xf32>, tensor<2x5x11xi32>, tensor<2x8x16xbf16>, tensor<2x5x16xbf16>,
         tensor<2x8x16xbf16>, tensor<2x5xi32>) -> ()
  call @layer(%q, %sink, %list#1, %ring, %new, %compressed, %list#2)
      : (tensor<2x5x4x16xbf16>, tensor<4xf32>, tensor<2x5x11xi32>, tensor<2x8x16xbf16>, tensor<2x5x16xbf16>,
         tensor<2x8x16xbf16>, tensor<2x5xi32>) -> ()
  return
}
func.func private @prologue(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>)
    -> (tensor<2x5x11xi32>, tensor<2x5x11xi32>, tensor<2x5xi32>) {
  %w = dsv4.window_indices(%ids, %start, %lens) {call_offset = 16 : i64, window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  %narrow = dsv4.window_indices(%ids, %start, %lens) {call_offset = 16 : i64, window = 2 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x2xi32>
  %c = dsv4.compress_indices(%ids, %start, %lens) {offset = 8 : i64, ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x3xi32>
  %padded = dsv4.compress_indices(%ids, %start, %lens) {offset = 8 : i64, ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x9xi32>
  %list = tensor.concat dim(2) %w, %c : (tensor<2x5x8xi32>, tensor<2x5x3xi32>) -> tensor<2x5x11xi32>
  %other = tensor.concat dim(2) %narrow, %padded : (tensor<2x5x2xi32>, tensor<2x5x9xi32>) -> tensor<2x5x11xi32>
  %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5xi32>
  return %list, %other, %slots : tensor<2x5x11xi32>, tensor<2x5x11xi32>, tensor<2x5xi32>
}
func.func private @layer(%q: tensor<2x5x4x16xbf16>, %sink: tensor<4xf32>, %list: tensor<2x5x11xi32>,
                         %ring: tensor<2x8x16xbf16>, %new: tensor<2x5x16xbf16>, %compressed: tensor<2x8x16xbf16>,
                         %slots: tensor<2x5xi32>) {
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %list, %ring, %compressed, %new) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xbf16>, tensor<4xf32>, tensor<2x5x11xi32>, tensor<2x8x16xbf16>, tensor<2x8x16xbf16>,
         tensor<2x5x16xbf16>) -> tensor<2x5x4x16xbf16>
  %updated = dsv4.scatter_nd_update_mla(%new, %ring, %slots)
      : (tensor<2x5x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5xi32>) -> tensor<2x8x16xbf16>
  return
}

// The slots need no positions, but how many of them are -1 does.
// UNBOUND: index_lists.mlir:[[#@LINE+14]]:14: error: 'dsv4.scatter_nd_update_mla' op needs the positions of the requests, but start_pos and query_lens are not bound to values
func.func @slots_only(%new: tensor<2x5x16xbf16>, %ring: tensor<2x8x16xbf16>, %ids: tensor<2x5xi32>,
                      %start: tensor<2xi32>, %lens: tensor<2xi32>) {
  %slots = call @slots(%ids, %start, %lens) : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5xi32>
  call @update(%new, %ring, %slots) : (tensor<2x5x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5xi32>) -> ()
  return
}
func.func private @slots(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5xi32> {
  %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5xi32>
  return %slots : tensor<2x5xi32>
}
func.func private @update(%new: tensor<2x5x16xbf16>, %ring: tensor<2x8x16xbf16>, %slots: tensor<2x5xi32>) {
  // The maker of the slots is in another function.
  %updated = dsv4.scatter_nd_update_mla(%new, %ring, %slots)
      : (tensor<2x5x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5xi32>) -> tensor<2x8x16xbf16>
  return
}

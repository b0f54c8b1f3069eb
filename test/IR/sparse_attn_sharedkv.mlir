// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// The ring, the rows of this call, the compressed rows: three tensors, indexed as one.
// CHECK-LABEL: func @list
// CHECK-SAME: %[[Q:[^ ]*]]: tensor<1x5x64x512xbf16>, %[[SINK:[^ ]*]]: tensor<64xf32>, %[[I:[^ ]*]]: tensor<1x5x640xi32>
// CHECK-SAME: %[[RING:[^ ]*]]: tensor<1x128x512xbf16>, %[[NEW:[^ ]*]]: tensor<1x5x512xbf16>, %[[ROWS:[^ ]*]]: tensor<1x99x512xbf16>
func.func @list(%q: tensor<1x5x64x512xbf16>, %sink: tensor<64xf32>, %i: tensor<1x5x640xi32>,
                %ring: tensor<1x128x512xbf16>, %new: tensor<1x5x512xbf16>, %rows: tensor<1x99x512xbf16>) -> tensor<1x5x64x512xbf16> {
  // CHECK: dsv4.sparse_attn_sharedkv(%[[Q]], %[[SINK]], %[[I]], %[[RING]], %[[NEW]], %[[ROWS]]) {softmax_scale = 0.044194173824159216 : f64}
  // CHECK-SAME: : (tensor<1x5x64x512xbf16>, tensor<64xf32>, tensor<1x5x640xi32>, tensor<1x128x512xbf16>, tensor<1x5x512xbf16>, tensor<1x99x512xbf16>) -> tensor<1x5x64x512xbf16>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %ring, %new, %rows) {softmax_scale = 0.044194173824159216}
      : (tensor<1x5x64x512xbf16>, tensor<64xf32>, tensor<1x5x640xi32>, tensor<1x128x512xbf16>, tensor<1x5x512xbf16>, tensor<1x99x512xbf16>)
     -> tensor<1x5x64x512xbf16>
  return %o : tensor<1x5x64x512xbf16>
}

// CHECK-LABEL: func @one_tensor
func.func @one_tensor(%q: tensor<2x3x4x16xf16>, %sink: tensor<4xf32>, %i: tensor<2x3x7xi32>, %kv: tensor<2x9x16xf16>) -> tensor<2x3x4x16xf16> {
  // CHECK: : (tensor<2x3x4x16xf16>, tensor<4xf32>, tensor<2x3x7xi32>, tensor<2x9x16xf16>) -> tensor<2x3x4x16xf16>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %kv) {softmax_scale = 0.25}
      : (tensor<2x3x4x16xf16>, tensor<4xf32>, tensor<2x3x7xi32>, tensor<2x9x16xf16>) -> tensor<2x3x4x16xf16>
  return %o : tensor<2x3x4x16xf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%q: tensor<?x?x?x?xf32>, %sink: tensor<?xf32>, %i: tensor<?x?x?xi32>, %a: tensor<?x?x?xf32>, %b: tensor<2x?x512xf32>) -> tensor<?x?x64x?xf32> {
  // CHECK: : (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?x?x?xi32>, tensor<?x?x?xf32>, tensor<2x?x512xf32>) -> tensor<?x?x64x?xf32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %a, %b) {softmax_scale = 0.25}
      : (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?x?x?xi32>, tensor<?x?x?xf32>, tensor<2x?x512xf32>) -> tensor<?x?x64x?xf32>
  return %o : tensor<?x?x64x?xf32>
}

// No rows yet, no entries, no tokens: all fine.
// CHECK-LABEL: func @empty
func.func @empty(%q: tensor<2x0x4x16xf32>, %sink: tensor<4xf32>, %i: tensor<2x0x0xi32>, %kv: tensor<2x0x16xf32>) -> tensor<2x0x4x16xf32> {
  // CHECK: : (tensor<2x0x4x16xf32>, tensor<4xf32>, tensor<2x0x0xi32>, tensor<2x0x16xf32>) -> tensor<2x0x4x16xf32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %i, %kv) {softmax_scale = 0.25}
      : (tensor<2x0x4x16xf32>, tensor<4xf32>, tensor<2x0x0xi32>, tensor<2x0x16xf32>) -> tensor<2x0x4x16xf32>
  return %o : tensor<2x0x4x16xf32>
}

// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// sparse_attn_sharedkv_c1: `q` is of f64.
func.func @f(%q: tensor<2x5x4x16xf64>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x4x16xf64>'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf64>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c1: `q` has an encoding.
func.func @f(%q: tensor<2x5x4x16xf32, "heads">, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x4x16xf32, "heads">'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32, "heads">, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c1: `attn_sink` is of bf16.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xbf16>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op operand #1 must be ranked tensor of f32 without encoding, but got 'tensor<4xbf16>'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xbf16>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c1: indices are of i64.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi64>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op operand #2 must be ranked tensor of i32 without encoding, but got 'tensor<2x5x7xi64>'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi64>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c1: indices are unsigned: -1 must be one.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xui32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op operand #2 must be ranked tensor of i32 without encoding, but got 'tensor<2x5x7xui32>'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xui32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c1: a tensor of the list is not ranked.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<*xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op operand #3 must be variadic of ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<*xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c1: a tensor of the list holds codes.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf8E4M3FN>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op operand #4 must be variadic of ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x16xf8E4M3FN>'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf8E4M3FN>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c2: `q` has no heads.
func.func @f(%q: tensor<2x5x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op q has rank 3, expected 4}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c2: no heads.
func.func @f(%q: tensor<2x5x0x16xf32>, %sink: tensor<0xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op H (dimension 2 of q) is 0, expected 1 or more}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x0x16xf32>, tensor<0xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c2: heads without channels.
func.func @f(%q: tensor<2x5x4x0xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x0xf32>, %b: tensor<2x5x0xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op d (dimension 3 of q) is 0, expected 1 or more}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x0xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x0xf32>, tensor<2x5x0xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c2: heads without channels, which only the list knows.
func.func @f(%q: tensor<2x5x4x?xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x0xf32>, %b: tensor<2x5x0xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op d (dimension 2 of kv_list[0]) is 0, expected 1 or more}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x?xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x0xf32>, tensor<2x5x0xf32>)
     -> tensor<2x5x4x?xf32>
  return
}

// -----

// sparse_attn_sharedkv_c2: no heads, which only the sink knows.
func.func @f(%q: tensor<2x5x?x16xf32>, %sink: tensor<0xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op H (dimension 0 of attn_sink) is 0, expected 1 or more}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x?x16xf32>, tensor<0xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x?x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c3: a sink per token.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<5x4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op attn_sink has rank 2, expected 1}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<5x4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c3: the sinks of all heads beside the queries of one shard.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<64xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op dimension 0 of attn_sink is 64, expected H = 4 (dimension 2 of q)}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<64xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c4: indices per head.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x4x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op indices has rank 4, expected 3}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x4x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c4: one list of indices per request.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op indices has rank 2, expected 3}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c4: indices of another number of requests.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<1x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op dimension 0 of indices is 1, expected B = 2 (dimension 0 of q)}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<1x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c4: indices of another number of tokens.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x1x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op dimension 1 of indices is 1, expected S = 5 (dimension 1 of q)}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x1x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c5: no list.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op kv_list is empty, expected one tensor or more}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c5: rows per head: a test of TensorCast gives rank 4.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x1x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op kv_list[0] has rank 4, expected 3}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x1x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c5: the second tensor is of another number of requests.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<1x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op dimension 0 of kv_list[1] is 1, expected B = 2 (dimension 0 of q)}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<1x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c5: rows of another width.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x32xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op dimension 2 of kv_list[1] is 32, expected d = 16 (dimension 3 of q)}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x32xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c5: rows that an i32 does not number.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x2147483648x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op n of kv_list[0] (dimension 1 of kv_list[0]) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x2147483648x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c5: rows that an i32 does not number together.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x2147483643x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op kv_list[0] to kv_list[1] have 2147483648 rows, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x2147483643x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c6: a tensor of the list is of another type.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xbf16>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op kv_list[1] is of bf16, expected f32 as q}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xbf16>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c7: no scale.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op softmax_scale is 0, expected a finite f32 greater than 0}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.0}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c7: a negative scale turns the order around.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op softmax_scale is -0.25, expected a finite f32 greater than 0}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = -0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c7: not finite.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op softmax_scale is inf, expected a finite f32 greater than 0}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0x7FF0000000000000 : f64}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xf32>
  return
}

// -----

// sparse_attn_sharedkv_c8: `o` lost the heads.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op result #0 is 'tensor<2x5x64xf32>', but the operands give 'tensor<2x5x4x16xf32>'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x64xf32>
  return
}

// -----

// sparse_attn_sharedkv_c8: `o` is of another type.
func.func @f(%q: tensor<2x5x4x16xf32>, %sink: tensor<4xf32>, %indices: tensor<2x5x7xi32>, %a: tensor<2x8x16xf32>, %b: tensor<2x5x16xf32>) {
  // expected-error @+1 {{'dsv4.sparse_attn_sharedkv' op result #0 is 'tensor<2x5x4x16xbf16>', but the operands give 'tensor<2x5x4x16xf32>'}}
  %r = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %a, %b) {softmax_scale = 0.25}
      : (tensor<2x5x4x16xf32>, tensor<4xf32>, tensor<2x5x7xi32>, tensor<2x8x16xf32>, tensor<2x5x16xf32>)
     -> tensor<2x5x4x16xbf16>
  return
}

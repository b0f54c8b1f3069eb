// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// compressor_c1: `x` is of f64.
func.func @f(%x: tensor<2x9x24xf64>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x9x24xf64>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf64>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: weights are not stored in codes.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf8E4M3FN>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>,
             %norm: tensor<32xf32>, %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>,
             %score_state: tensor<2x8x64xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<64x24xf8E4M3FN>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf8E4M3FN>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: `wgate` is not ranked.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<*xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #2 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<*xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: `ape` is of bf16.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xbf16>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #3 must be ranked tensor of f32 without encoding, but got 'tensor<4x64xbf16>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xbf16>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: `norm` has an encoding.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>,
             %norm: tensor<32xf32, "rows">, %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>,
             %score_state: tensor<2x8x64xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #4 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<32xf32, "rows">'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32, "rows">, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: `cos` is of bf16.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xbf16>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #5 must be ranked tensor of f32 without encoding, but got 'tensor<16x4xbf16>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xbf16>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: `sin` is of f64.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf64>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #6 must be ranked tensor of f32 without encoding, but got 'tensor<16x4xf64>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf64>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: states are of f32: they add up over many tokens.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xbf16>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #7 must be ranked tensor of f32 without encoding, but got 'tensor<2x8x64xbf16>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xbf16>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: both states are.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xbf16>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #8 must be ranked tensor of f32 without encoding, but got 'tensor<2x8x64xbf16>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xbf16>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: positions are of i64.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi64>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #9 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi64>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c1: lengths are of i64.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi64>) {
  // expected-error @+1 {{'dsv4.compressor' op operand #10 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi64>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c2: packed tokens have no requests.
func.func @f(%x: tensor<18x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op x has rank 2, expected 3}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<18x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c2: one start for the whole batch.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<i32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op start_pos has rank 0, expected 1}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<i32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c2: another number of starts.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<3xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of start_pos is 3, expected B = 2 (dimension 0 of x)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<3xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c2: a length per token.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op query_lens has rank 2, expected 1}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2x5xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c2: another number of lengths.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<1xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of query_lens is 1, expected B = 2 (dimension 0 of x)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<1xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c2: more tokens than an i32 counts.
func.func @f(%x: tensor<2x2147483648x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>,
             %norm: tensor<32xf32>, %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>,
             %score_state: tensor<2x8x64xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op S (dimension 1 of x) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x2147483648x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c3: a layer without compressed rows has no compressor.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op ratio is 0, expected 1 to 2^31 - 1}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 0 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c3: beyond an i32.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op ratio is 2147483648, expected 1 to 2^31 - 1}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 2147483648 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: a matrix of norms.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<1x32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op norm has rank 2, expected 1}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<1x32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: the width of a row is not known.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<?xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op d (dimension 0 of norm) is dynamic, expected a static size}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<?xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: rows without channels.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<0xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op d (dimension 0 of norm) is 0, expected 1 or more}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<0xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: `wkv` is not a matrix.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op wkv has rank 1, expected 2}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: `wkv` is transposed.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<24x64xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 1 of wkv is 64, expected D = 24 (dimension 2 of x)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<24x64xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: windows overlap, but `wkv` has one half.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<32x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of wkv is 32, expected 64 = c * d with c = 2, d = 32}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<32x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: windows do not overlap, but `wkv` has two halves.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of wkv is 64, expected 32 = c * d with c = 1, d = 32}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: `wgate` has other rows than `wkv`.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<32x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of wgate is 32, expected c * d = 64 (dimension 0 of wkv)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<32x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: `wgate` has another `D`.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x25xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 1 of wgate is 25, expected D = 24 (dimension 2 of x)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x25xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c4: rows so wide that two do not count in 64 bits.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<?x24xf32>, %wgate: tensor<?x24xf32>, %ape: tensor<4x64xf32>,
             %norm: tensor<4611686018427387904xf32>, %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>,
             %score_state: tensor<2x8x64xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op c * d = 2 * 4611686018427387904 does not fit in 64 bits}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<?x24xf32>, tensor<?x24xf32>, tensor<4x64xf32>, tensor<4611686018427387904xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c5: `ape` is a vector.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<256xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op ape has rank 1, expected 2}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<256xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c5: a row too many.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<5x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of ape is 5, expected 4 = ratio}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<5x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c5: `ape` has one half.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x32xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 1 of ape is 32, expected c * d = 64 (dimension 0 of wkv)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x32xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c6: one state for all requests.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op kv_state has rank 2, expected 3}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c6: states of another number of requests.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<1x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of kv_state is 1, expected B = 2 (dimension 0 of x)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<1x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c6: no room for the previous window.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x4x64xf32>, %score_state: tensor<2x4x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 1 of kv_state is 4, expected 8 = c * ratio with c = 2}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x4x64xf32>, tensor<2x4x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c6: one half of the channels.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x32xf32>, %score_state: tensor<2x8x32xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 2 of kv_state is 32, expected c * d = 64 (dimension 0 of wkv)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x32xf32>, tensor<2x8x32xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c6: the two states differ.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x4x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 1 of score_state is 4, expected c * ratio = 8 (dimension 1 of kv_state)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x4x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: a table without positions.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op cos has rank 1, expected 2 or 3}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: a table per token and not per row.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<2x9x4xf32>, %sin: tensor<2x9x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 1 of cos is 9, expected 3 = ceil(S / ratio)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<2x9x4xf32>, tensor<2x9x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: a table for another number of requests.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<1x3x4xf32>, %sin: tensor<1x3x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of cos is 1, expected B = 2 (dimension 0 of x)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<1x3x4xf32>, tensor<1x3x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: `sin` has fewer positions.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<15x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op dimension 0 of sin is 15, expected P = 16 (dimension 0 of cos)}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<15x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: `sin` is by row, `cos` by position.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<2x3x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op sin has rank 3, expected 2}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<2x3x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: how many channels turn is not known.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x?xf32>, %sin: tensor<16x?xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op rd / 2 (dimension 1 of cos) is dynamic, expected a static size}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x?xf32>, tensor<16x?xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: none turns.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x0xf32>, %sin: tensor<16x0xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op rd / 2 (dimension 1 of cos) is 0, expected 1 or more}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x0xf32>, tensor<16x0xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: more channels turn than there are.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x17xf32>, %sin: tensor<16x17xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op rd / 2 (dimension 1 of cos) is 17, expected at most d / 2 = 16}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x17xf32>, tensor<16x17xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: a table of no positions.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<0x4xf32>, %sin: tensor<0x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op P (dimension 0 of cos) is 0, expected 1 or more}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<0x4xf32>, tensor<0x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c7: positions that an i32 does not number.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<2147483648x4xf32>, %sin: tensor<?x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op P (dimension 0 of cos) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<2147483648x4xf32>, tensor<?x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c8: 24 channels are no blocks of 64.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op quant = fp8_nope has d - rd = 24, expected a multiple of 64}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, quant = #dsv4.compressor_quant<fp8_nope>, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c8: keys of a window that does not overlap are not rotated.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<32x24xf32>, %wgate: tensor<32x24xf32>, %ape: tensor<4x32xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x4x32xf32>, %score_state: tensor<2x4x32xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op quant = fp4_rotated needs overlap: only the indexer's keys are rotated}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, quant = #dsv4.compressor_quant<fp4_rotated>, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<32x24xf32>, tensor<32x24xf32>, tensor<4x32xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x4x32xf32>, tensor<2x4x32xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c8: 48 is no power of two.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<96x24xf32>, %wgate: tensor<96x24xf32>, %ape: tensor<4x96xf32>, %norm: tensor<48xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x96xf32>, %score_state: tensor<2x8x96xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op quant = fp4_rotated has d = 48, expected a power of two of at least 32}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, quant = #dsv4.compressor_quant<fp4_rotated>, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<96x24xf32>, tensor<96x24xf32>, tensor<4x96xf32>, tensor<48xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x96xf32>, tensor<2x8x96xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c8: 16 channels are less than a block.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<32x24xf32>, %wgate: tensor<32x24xf32>, %ape: tensor<4x32xf32>, %norm: tensor<16xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x32xf32>, %score_state: tensor<2x8x32xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op quant = fp4_rotated has d = 16, expected a power of two of at least 32}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, quant = #dsv4.compressor_quant<fp4_rotated>, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<32x24xf32>, tensor<32x24xf32>, tensor<4x32xf32>, tensor<16xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x32xf32>, tensor<2x8x32xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c9: the norm would divide by 0.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op norm_eps is 0, expected a finite f32 greater than 0}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 0.0, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c9: not a number.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op norm_eps is nan, expected a finite f32 greater than 0}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 0x7FF8000000000000 : f64, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c10: complete rows only: a call may complete one more.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op result #0 is 'tensor<2x2x32xf32>', but the operands give 'tensor<2x3x32xf32>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x2x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c10: `rows` are of another type than `x`.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op result #0 is 'tensor<2x3x32xbf16>', but the operands give 'tensor<2x3x32xf32>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xbf16>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c10: a slot per token.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op result #1 is 'tensor<2x9xi32>', but the operands give 'tensor<2x3xi32>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x9xi32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c10: slots of i64.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op result #1 must be ranked tensor of i32 without encoding, but got 'tensor<2x3xi64>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi64>, tensor<2x8x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c10: the new state is smaller.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op result #2 is 'tensor<2x4x64xf32>', but the operands give 'tensor<2x8x64xf32>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x4x64xf32>, tensor<2x8x64xf32>)
  return
}

// -----

// compressor_c10: the new score state is smaller.
func.func @f(%x: tensor<2x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
             %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv_state: tensor<2x8x64xf32>, %score_state: tensor<2x8x64xf32>,
             %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compressor' op result #3 is 'tensor<2x8x32xf32>', but the operands give 'tensor<2x8x64xf32>'}}
  %r:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start_pos, %query_lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<2x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3xi32>, tensor<2x8x64xf32>, tensor<2x8x32xf32>)
  return
}

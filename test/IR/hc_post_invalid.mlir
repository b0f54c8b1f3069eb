// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// hc_post_c1: the element type of `x` is not one of the three.
func.func @f(%x: tensor<5x64xf64>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x64xf64>'}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf64>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c1: `residual` is not ranked.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<*xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<*xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c1: `post` is not of f32.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xbf16>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op operand #2 must be ranked tensor of f32 without encoding, but got 'tensor<5x4xbf16>'}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x4xbf16>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c1: `comb` is not of f32.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xbf16>) {
  // expected-error @+1 {{'dsv4.hc_post' op operand #3 must be ranked tensor of f32 without encoding, but got 'tensor<5x4x4xbf16>'}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xbf16>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c2: `residual` has no streams.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op residual has rank 1, expected 2 or more}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c2: `h` is dynamic.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x?x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op h (dimension 1 of residual) is dynamic, expected a static size}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x?x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c2: `h` is 0.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x0x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op h (dimension 1 of residual) is 0, expected 1 or more}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x0x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c2: `D` is 0.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x0xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op D (dimension 2 of residual) is 0, expected 1 or more}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x0xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c2: `D` is 0, which only `x` knows.
func.func @f(%x: tensor<5x0xf32>, %residual: tensor<5x4x?xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op D (dimension 1 of x) is 0, expected 1 or more}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x0xf32>, tensor<5x4x?xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c3: `x` has streams: a test of TensorCast gives it rank 4.
func.func @f(%x: tensor<5x4x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op x has rank 3, expected 2: 1 leading as in residual, 1 of its own}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x4x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c3: `x` has no dimensions.
func.func @f(%x: tensor<f32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op x has rank 0, expected 2: 1 leading as in residual, 1 of its own}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<f32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c3: `x` has another leading dimension.
func.func @f(%x: tensor<6x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op dimension 0 of x is 6, expected 5 (dimension 0 of residual)}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<6x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c3: `x` has another `D`.
func.func @f(%x: tensor<5x63xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op dimension 1 of x is 63, expected D = 64 (dimension 2 of residual)}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x63xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c4: `x` and `residual` have different element types.
func.func @f(%x: tensor<5x64xbf16>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op x is of bf16, expected f32 as residual}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xbf16>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c5: `post` has another rank.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op post has rank 1, expected 2: 1 leading as in residual, 1 of its own}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c5: `post` has another leading dimension.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<6x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op dimension 0 of post is 6, expected 5 (dimension 0 of residual)}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<6x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c5: `post` has another `h`.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x3xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op dimension 1 of post is 3, expected h = 4 (dimension 1 of residual)}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x3xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c6: `comb` is flat.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x16xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op comb has rank 2, expected 3: 1 leading as in residual, 2 of its own}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x16xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c6: `comb` has another leading dimension.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<6x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op dimension 0 of comb is 6, expected 5 (dimension 0 of residual)}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<6x4x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c6: the first axis of `comb` is not `h`.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x3x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op dimension 1 of comb is 3, expected h = 4 (dimension 1 of residual)}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x3x4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c6: the second axis of `comb` is not `h`.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x3xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op dimension 2 of comb is 3, expected h = 4 (dimension 1 of residual)}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x3xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_post_c7: `y` has no streams.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op result #0 is 'tensor<5x64xf32>', but the operands give 'tensor<5x4x64xf32>'}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_post_c7: `y` has another element type.
func.func @f(%x: tensor<5x64xf32>, %residual: tensor<5x4x64xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op result #0 is 'tensor<5x4x64xbf16>', but the operands give 'tensor<5x4x64xf32>'}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x64xf32>, tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<5x4x64xbf16>
  return
}

// -----

// hc_post_c7: `y` contradicts what only `x` knows.
func.func @f(%x: tensor<5x?xf32>, %residual: tensor<?x4x?xf32>, %post: tensor<5x4xf32>, %comb: tensor<5x4x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_post' op result #0 is 'tensor<6x4x?xf32>', but the operands give 'tensor<5x4x?xf32>'}}
  %r = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<5x?xf32>, tensor<?x4x?xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
     -> tensor<6x4x?xf32>
  return
}

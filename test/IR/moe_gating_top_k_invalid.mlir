// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// moe_gating_top_k_c1: `scores` is not of f32.
func.func @f(%scores: tensor<9x8xbf16>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op operand #0 must be ranked tensor of f32 without encoding, but got 'tensor<9x8xbf16>'}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<9x8xbf16>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c1: `scores` is not ranked.
func.func @f(%scores: tensor<*xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op operand #0 must be ranked tensor of f32 without encoding, but got 'tensor<*xf32>'}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<*xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c1: `bias` is not of f32.
func.func @f(%scores: tensor<9x8xf32>, %bias: tensor<8xf16>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op operand #1 must be ranked tensor of f32 without encoding, but got 'tensor<8xf16>'}}
  %r:2 = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 2 : i64}
      : (tensor<9x8xf32>, tensor<8xf16>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c2: `scores` has no dimensions.
func.func @f(%scores: tensor<f32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op scores has rank 0, expected 1 or more}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<f32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c2: `E` is dynamic.
func.func @f(%scores: tensor<9x?xf32>, %bias: tensor<8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op E (dimension 1 of scores) is dynamic, expected a static size}}
  %r:2 = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 2 : i64}
      : (tensor<9x?xf32>, tensor<8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c2: `E` is 0.
func.func @f(%scores: tensor<9x0xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op E (dimension 1 of scores) is 0, expected 1 or more}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<9x0xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c2: `E` is 2^31: expert numbers are i32.
func.func @f(%scores: tensor<9x2147483648xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op E (dimension 1 of scores) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64}
      : (tensor<9x2147483648xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c3: `top_k` is 0.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op top_k is 0, expected 1 to E = 8}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 0 : i64} : (tensor<9x8xf32>) -> (tensor<9x0xf32>, tensor<9x0xi32>)
  return
}

// -----

// moe_gating_top_k_c3: `top_k` is negative.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op top_k is -1, expected 1 to E = 8}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = -1 : i64} : (tensor<9x8xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c3: `top_k` is above `E`.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op top_k is 9, expected 1 to E = 8}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 9 : i64} : (tensor<9x8xf32>) -> (tensor<9x9xf32>, tensor<9x9xi32>)
  return
}

// -----

// moe_gating_top_k_c4: `bias` has another size.
func.func @f(%scores: tensor<9x8xf32>, %bias: tensor<9xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op dimension 0 of bias is 9, expected E = 8 (dimension 1 of scores)}}
  %r:2 = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 2 : i64}
      : (tensor<9x8xf32>, tensor<9xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c4: `bias` has a row per token.
func.func @f(%scores: tensor<9x8xf32>, %bias: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op bias has rank 2, expected 1}}
  %r:2 = dsv4.moe_gating_top_k(%scores, %bias) {top_k = 2 : i64}
      : (tensor<9x8xf32>, tensor<9x8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c5: `norm_eps` is negative.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op norm_eps is -1e-06, expected a finite f32 of 0 or more}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {norm_eps = -1.0e-6, top_k = 2 : i64}
      : (tensor<9x8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c5: `norm_eps` is infinite.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op norm_eps is inf, expected a finite f32 of 0 or more}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {norm_eps = 0x7FF0000000000000 : f64, top_k = 2 : i64}
      : (tensor<9x8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c5: `norm_eps` is not a number.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op norm_eps is nan, expected a finite f32 of 0 or more}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {norm_eps = 0x7FF8000000000000 : f64, top_k = 2 : i64}
      : (tensor<9x8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c5: `norm_eps` is infinite as an f32.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op norm_eps is 1e+39, expected a finite f32 of 0 or more}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {norm_eps = 1.0e+39, top_k = 2 : i64}
      : (tensor<9x8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c6: `route_scale` is infinite.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op route_scale is inf, expected a finite f32}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {route_scale = 0x7FF0000000000000 : f64, top_k = 2 : i64}
      : (tensor<9x8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c6: `route_scale` is not a number.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op route_scale is nan, expected a finite f32}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {route_scale = 0x7FF8000000000000 : f64, top_k = 2 : i64}
      : (tensor<9x8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c6: `route_scale` is infinite as an f32.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op route_scale is 1e+39, expected a finite f32}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {route_scale = 1.0e+39, top_k = 2 : i64}
      : (tensor<9x8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c7: `weights` has another width.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op result #0 is 'tensor<9x8xf32>', but the operands give 'tensor<9x2xf32>'}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<9x8xf32>) -> (tensor<9x8xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c7: `weights` is not of f32.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op result #0 must be ranked tensor of f32 without encoding, but got 'tensor<9x2xbf16>'}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<9x8xf32>) -> (tensor<9x2xbf16>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_top_k_c7: `indices` has another leading dimension.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op result #1 is 'tensor<8x2xi32>', but the operands give 'tensor<9x2xi32>'}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<9x8xf32>) -> (tensor<9x2xf32>, tensor<8x2xi32>)
  return
}

// -----

// moe_gating_top_k_c7: `indices` is not of i32.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op result #1 must be ranked tensor of i32 without encoding, but got 'tensor<9x2xi64>'}}
  %r:2 = dsv4.moe_gating_top_k(%scores) {top_k = 2 : i64} : (tensor<9x8xf32>) -> (tensor<9x2xf32>, tensor<9x2xi64>)
  return
}

// -----

// `top_k` is required.
func.func @f(%scores: tensor<9x8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op requires attribute 'top_k'}}
  %r:2 = dsv4.moe_gating_top_k(%scores) : (tensor<9x8xf32>) -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// hc_pre_sinkhorn_c1: `mix` is not of f32.
func.func @f(%mix: tensor<5x24xbf16>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op operand #0 must be ranked tensor of f32 without encoding, but got 'tensor<5x24xbf16>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xbf16>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c1: `hc_scale` is not ranked.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<*xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op operand #2 must be ranked tensor of f32 without encoding, but got 'tensor<*xf32>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<*xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c1: `hc_base` is not of f32.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf64>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op operand #3 must be ranked tensor of f32 without encoding, but got 'tensor<24xf64>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf64>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c2: the element type of `hidden` is not one of the three.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf64>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x4x64xf64>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf64>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c2: `hidden` is not ranked.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<*xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<*xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c3: `hidden` has no streams.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hidden has rank 1, expected 2 or more}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c3: `h` is dynamic.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x?x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op h (dimension 1 of hidden) is dynamic, expected a static size}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x?x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c3: `h` is 0.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x0x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op h (dimension 1 of hidden) is 0, expected 1 or more}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x0x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c3: `D` is 0.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x0xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op D (dimension 2 of hidden) is 0, expected 1 or more}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x0xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c4: `mix` has a rank too many.
func.func @f(%mix: tensor<5x1x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op mix has rank 3, expected 2: 1 leading as in hidden, 1 of its own}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x1x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c4: `mix` has no dimensions.
func.func @f(%mix: tensor<f32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op mix has rank 0, expected 2: 1 leading as in hidden, 1 of its own}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<f32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c4: `mix` has another leading dimension.
func.func @f(%mix: tensor<6x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op dimension 0 of mix is 6, expected 5 (dimension 0 of hidden)}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<6x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c4: `mix` has another width: a test of TensorCast feeds 32.
func.func @f(%mix: tensor<5x32xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op dimension 1 of mix is 32, expected 24 = (2 + h) * h with h = 4}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x32xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c4: `M` is not below 2^63.
func.func @f(%mix: tensor<5x?xf32>, %x: tensor<5x4294967296x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op M = (2 + h) * h = 4294967298 * 4294967296 does not fit in 64 bits}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x?xf32>, tensor<5x4294967296x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c4: 2 + `h` is not below 2^63.
func.func @f(%mix: tensor<5x?xf32>, %x: tensor<5x9223372036854775807x64xf32>, %scale: tensor<3xf32>,
                %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op M = (2 + h) * h = 9223372036854775807 * 9223372036854775807 does not fit in 64 bits}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x?xf32>, tensor<5x9223372036854775807x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c5: `hc_scale` has no dimensions.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<f32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_scale has rank 0, expected 1 or more}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<f32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c5: `hc_base` has no dimensions.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<f32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_base has rank 0, expected 1 or more}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<f32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c5: `hc_scale` is `[h]`.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<4xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_scale is [4] and hc_base [24], expected [3] and [24], or [3, 4] for both}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<4xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c5: `hc_base` is `[h]`.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_scale is [3] and hc_base [4], expected [3] and [24], or [3, 4] for both}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<4xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c5: the two layouts are mixed.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3x4xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_scale is [3, 4] and hc_base [24], expected [3] and [24], or [3, 4] for both}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3x4xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c5: the two layouts are mixed the other way.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<3x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_scale is [3] and hc_base [3, 4], expected [3] and [24], or [3, 4] for both}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<3x4xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c5: `[h, 3]` for both.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<4x3xf32>, %base: tensor<4x3xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_scale is [4, 3] and hc_base [4, 3], expected [3] and [24], or [3, 4] for both}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<4x3xf32>, tensor<4x3xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c5: `hc_scale` has rank 3.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<?x?x?xf32>, %base: tensor<?xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_scale is [?, ?, ?] and hc_base [?], expected [3] and [24], or [3, 4] for both}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<?x?x?xf32>, tensor<?xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c6: `sinkhorn_iters` is 0.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op sinkhorn_iters is 0, expected 1 to 2^31 - 1}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 0 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c6: `sinkhorn_iters` is negative.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op sinkhorn_iters is -1, expected 1 to 2^31 - 1}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = -1 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c6: `sinkhorn_iters` is 2^40.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op sinkhorn_iters is 1099511627776, expected 1 to 2^31 - 1}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 1099511627776 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c7: `hc_eps` is zero.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_eps is 0, expected a finite f32 greater than 0}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 0.0, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c7: `hc_eps` is negative.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_eps is -1e-06, expected a finite f32 greater than 0}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = -1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c7: `hc_eps` is infinite.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_eps is inf, expected a finite f32 greater than 0}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 0x7FF0000000000000 : f64, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c7: `hc_eps` is not a number.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_eps is nan, expected a finite f32 greater than 0}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 0x7FF8000000000000 : f64, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c7: `hc_eps` is 0 as an f32.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_eps is 1e-50, expected a finite f32 greater than 0}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-50, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c7: `hc_eps` is infinite as an f32.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op hc_eps is 1e+39, expected a finite f32 greater than 0}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e+39, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c8: `y` still has the streams.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op result #0 is 'tensor<5x4x64xf32>', but the operands give 'tensor<5x64xf32>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x4x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c8: `y` has another element type than `hidden`.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xbf16>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op result #0 is 'tensor<5x64xf32>', but the operands give 'tensor<5x64xbf16>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xbf16>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c8: `post` has another width.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op result #1 is 'tensor<5x24xf32>', but the operands give 'tensor<5x4xf32>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x24xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c8: `comb` is flat.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op result #2 is 'tensor<5x16xf32>', but the operands give 'tensor<5x4x4xf32>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x16xf32>)
  return
}

// -----

// hc_pre_sinkhorn_c8: `comb` is not of f32.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op result #2 must be ranked tensor of f32 without encoding, but got 'tensor<5x4x4xbf16>'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xbf16>)
  return
}

// -----

// `sinkhorn_iters` is required.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op requires attribute 'sinkhorn_iters'}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

// -----

// `sinkhorn_iters` is an i64 attribute.
func.func @f(%mix: tensor<5x24xf32>, %x: tensor<5x4x64xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{custom op 'dsv4.hc_pre_sinkhorn' 'dsv4.hc_pre_sinkhorn' op attribute 'sinkhorn_iters' failed to satisfy constraint: 64-bit signless integer attribute}}
  %r:3 = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i32}
      : (tensor<5x24xf32>, tensor<5x4x64xf32>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<5x64xf32>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return
}

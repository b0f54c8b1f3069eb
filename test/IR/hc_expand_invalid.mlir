// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// hc_expand_c1: `x` is of f64.
func.func @f(%x: tensor<2x5x16xf64>) {
  // expected-error @+1 {{'dsv4.hc_expand' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x16xf64>'}}
  %r = dsv4.hc_expand(%x) {hc_mult = 4 : i64}
      : (tensor<2x5x16xf64>)
     -> tensor<2x5x4x16xbf16>
  return
}

// -----

// hc_expand_c1: `x` is not ranked.
func.func @f(%x: tensor<*xbf16>) {
  // expected-error @+1 {{'dsv4.hc_expand' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xbf16>'}}
  %r = dsv4.hc_expand(%x) {hc_mult = 4 : i64}
      : (tensor<*xbf16>)
     -> tensor<2x5x4x16xbf16>
  return
}

// -----

// hc_expand_c1: `x` has an encoding.
func.func @f(%x: tensor<2x5x16xbf16, "rows">) {
  // expected-error @+1 {{'dsv4.hc_expand' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x16xbf16, "rows">'}}
  %r = dsv4.hc_expand(%x) {hc_mult = 4 : i64}
      : (tensor<2x5x16xbf16, "rows">)
     -> tensor<2x5x4x16xbf16>
  return
}

// -----

// hc_expand_c2: `x` has no channels.
func.func @f(%x: tensor<bf16>) {
  // expected-error @+1 {{'dsv4.hc_expand' op x has rank 0, expected 1 or more}}
  %r = dsv4.hc_expand(%x) {hc_mult = 4 : i64}
      : (tensor<bf16>)
     -> tensor<2x5x4x16xbf16>
  return
}

// -----

// hc_expand_c3: no streams.
func.func @f(%x: tensor<2x5x16xbf16>) {
  // expected-error @+1 {{'dsv4.hc_expand' op hc_mult is 0, expected 1 to 2^31 - 1}}
  %r = dsv4.hc_expand(%x) {hc_mult = 0 : i64}
      : (tensor<2x5x16xbf16>)
     -> tensor<2x5x0x16xbf16>
  return
}

// -----

// hc_expand_c3: a negative number.
func.func @f(%x: tensor<2x5x16xbf16>) {
  // expected-error @+1 {{'dsv4.hc_expand' op hc_mult is -4, expected 1 to 2^31 - 1}}
  %r = dsv4.hc_expand(%x) {hc_mult = -4 : i64}
      : (tensor<2x5x16xbf16>)
     -> tensor<2x5x4x16xbf16>
  return
}

// -----

// hc_expand_c3: beyond an i32.
func.func @f(%x: tensor<2x5x16xbf16>) {
  // expected-error @+1 {{'dsv4.hc_expand' op hc_mult is 2147483648, expected 1 to 2^31 - 1}}
  %r = dsv4.hc_expand(%x) {hc_mult = 2147483648 : i64}
      : (tensor<2x5x16xbf16>)
     -> tensor<2x5x4x16xbf16>
  return
}

// -----

// hc_expand_c4: streams come after the tokens, not before.
func.func @f(%x: tensor<2x5x16xbf16>) {
  // expected-error @+1 {{'dsv4.hc_expand' op result #0 is 'tensor<4x2x5x16xbf16>', but the operands give 'tensor<2x5x4x16xbf16>'}}
  %r = dsv4.hc_expand(%x) {hc_mult = 4 : i64}
      : (tensor<2x5x16xbf16>)
     -> tensor<4x2x5x16xbf16>
  return
}

// -----

// hc_expand_c4: another number of streams.
func.func @f(%x: tensor<2x5x16xbf16>) {
  // expected-error @+1 {{'dsv4.hc_expand' op result #0 is 'tensor<2x5x2x16xbf16>', but the operands give 'tensor<2x5x4x16xbf16>'}}
  %r = dsv4.hc_expand(%x) {hc_mult = 4 : i64}
      : (tensor<2x5x16xbf16>)
     -> tensor<2x5x2x16xbf16>
  return
}

// -----

// hc_expand_c4: `y` is of another type.
func.func @f(%x: tensor<2x5x16xbf16>) {
  // expected-error @+1 {{'dsv4.hc_expand' op result #0 is 'tensor<2x5x4x16xf32>', but the operands give 'tensor<2x5x4x16xbf16>'}}
  %r = dsv4.hc_expand(%x) {hc_mult = 4 : i64}
      : (tensor<2x5x16xbf16>)
     -> tensor<2x5x4x16xf32>
  return
}

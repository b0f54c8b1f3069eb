// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// v4_clamped_swiglu_c1: the element type of `gate` is not one of the three.
func.func @f(%gate: tensor<5x64xi8>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x64xi8>'}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x64xi8>, tensor<5x64xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c1: `up` is not ranked.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<*xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x64xf32>, tensor<*xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c1: `row_weight` is not of f32.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>, %weight: tensor<5xbf16>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op operand #2 must be ranked tensor of f32 without encoding, but got 'tensor<5xbf16>'}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up, %weight) {limit = 10.0}
      : (tensor<5x64xf32>, tensor<5x64xf32>, tensor<5xbf16>)
     -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c2: `gate` has no dimensions.
func.func @f(%gate: tensor<f32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op gate has rank 0, expected 1 or more}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<f32>, tensor<5x64xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c3: `up` has another rank.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x1x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op up has rank 3, expected 2: 1 leading as in gate, 1 of its own}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x64xf32>, tensor<5x1x64xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c3: `up` has another leading dimension.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<6x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op dimension 0 of up is 6, expected 5 (dimension 0 of gate)}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x64xf32>, tensor<6x64xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c3: `up` has another width.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x63xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op dimension 1 of up is 63, expected I = 64 (dimension 1 of gate)}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x64xf32>, tensor<5x63xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c3: `up` has another element type.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xbf16>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op up is of bf16, expected f32 as gate}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x64xf32>, tensor<5x64xbf16>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c4: `row_weight` has a last dimension.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>, %weight: tensor<5x1xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op row_weight has rank 2, expected 1: 1 leading as in gate, 0 of its own}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up, %weight) {limit = 10.0}
      : (tensor<5x64xf32>, tensor<5x64xf32>, tensor<5x1xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c4: `row_weight` has another leading dimension.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>, %weight: tensor<6xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op dimension 0 of row_weight is 6, expected 5 (dimension 0 of gate)}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up, %weight) {limit = 10.0}
      : (tensor<5x64xf32>, tensor<5x64xf32>, tensor<6xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c5: `limit` is zero.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op limit is 0, expected a finite f32 greater than 0}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 0.0} : (tensor<5x64xf32>, tensor<5x64xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c5: `limit` is negative.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op limit is -1e-06, expected a finite f32 greater than 0}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = -1.0e-6} : (tensor<5x64xf32>, tensor<5x64xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c5: `limit` is infinite.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op limit is inf, expected a finite f32 greater than 0}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 0x7FF0000000000000 : f64}
      : (tensor<5x64xf32>, tensor<5x64xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c5: `limit` is not a number.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op limit is nan, expected a finite f32 greater than 0}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 0x7FF8000000000000 : f64}
      : (tensor<5x64xf32>, tensor<5x64xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c5: `limit` is 0 as an f32.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op limit is 1e-50, expected a finite f32 greater than 0}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 1.0e-50} : (tensor<5x64xf32>, tensor<5x64xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c5: `limit` is infinite as an f32.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op limit is 1e+39, expected a finite f32 greater than 0}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 1.0e+39} : (tensor<5x64xf32>, tensor<5x64xf32>) -> tensor<5x64xf32>
  return
}

// -----

// v4_clamped_swiglu_c6: `y` has another width.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op result #0 is 'tensor<5x128xf32>', but the operands give 'tensor<5x64xf32>'}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x64xf32>, tensor<5x64xf32>) -> tensor<5x128xf32>
  return
}

// -----

// v4_clamped_swiglu_c6: `y` has another element type.
func.func @f(%gate: tensor<5x64xbf16>, %up: tensor<5x64xbf16>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op result #0 is 'tensor<5x64xf32>', but the operands give 'tensor<5x64xbf16>'}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0} : (tensor<5x64xbf16>, tensor<5x64xbf16>) -> tensor<5x64xf32>
  return
}

// -----

// `limit` is required.
func.func @f(%gate: tensor<5x64xf32>, %up: tensor<5x64xf32>) {
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op requires attribute 'limit'}}
  %r = dsv4.v4_clamped_swiglu(%gate, %up) : (tensor<5x64xf32>, tensor<5x64xf32>) -> tensor<5x64xf32>
  return
}

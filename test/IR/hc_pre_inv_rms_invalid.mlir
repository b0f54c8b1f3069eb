// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// hc_pre_inv_rms_c1: the element type of `x` is not one of the three.
func.func @f(%x: tensor<5x4x64xi32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x4x64xi32>'}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xi32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c1: `x` is not ranked.
func.func @f(%x: tensor<*xbf16>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xbf16>'}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<*xbf16>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c1: `x` has an encoding.
func.func @f(%x: tensor<5x4x64xf32, "rows">) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x4x64xf32, "rows">'}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xf32, "rows">) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c2: `x` has no streams.
func.func @f(%x: tensor<64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op x has rank 1, expected 2 or more}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<64xf32>) -> tensor<1xf32>
  return
}

// -----

// hc_pre_inv_rms_c2: `x` has no dimensions.
func.func @f(%x: tensor<f32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op x has rank 0, expected 2 or more}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<f32>) -> tensor<1xf32>
  return
}

// -----

// hc_pre_inv_rms_c3: `h` is dynamic.
func.func @f(%x: tensor<5x?x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op h (dimension 1 of x) is dynamic, expected a static size}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x?x64xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c3: `h` is 0.
func.func @f(%x: tensor<5x0x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op h (dimension 1 of x) is 0, expected 1 or more}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x0x64xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c3: `D` is 0.
func.func @f(%x: tensor<5x4x0xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op D (dimension 2 of x) is 0, expected 1 or more}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x0xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c3: `h * D` is 2^63.
func.func @f(%x: tensor<5x4x2305843009213693952xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op h * D = 4 * 2305843009213693952 does not fit in 64 bits}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x2305843009213693952xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c4: `norm_eps` is zero.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op norm_eps is 0, expected a finite f32 greater than 0}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 0.0} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c4: `norm_eps` is negative.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op norm_eps is -1e-06, expected a finite f32 greater than 0}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = -1.0e-6} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c4: `norm_eps` is infinite.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op norm_eps is inf, expected a finite f32 greater than 0}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 0x7FF0000000000000 : f64} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c4: `norm_eps` is not a number.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op norm_eps is nan, expected a finite f32 greater than 0}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 0x7FF8000000000000 : f64} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c4: `norm_eps` is 0 as an f32.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op norm_eps is 1e-50, expected a finite f32 greater than 0}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-50} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c4: `norm_eps` is infinite as an f32.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op norm_eps is 1e+39, expected a finite f32 greater than 0}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e+39} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c5: `inv` lacks its last dimension.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op result #0 is 'tensor<5xf32>', but the operands give 'tensor<5x1xf32>'}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xf32>) -> tensor<5xf32>
  return
}

// -----

// hc_pre_inv_rms_c5: the last dimension of `inv` is not 1.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op result #0 is 'tensor<5x4xf32>', but the operands give 'tensor<5x1xf32>'}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xf32>) -> tensor<5x4xf32>
  return
}

// -----

// hc_pre_inv_rms_c5: a leading dimension of `inv` differs.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op result #0 is 'tensor<6x1xf32>', but the operands give 'tensor<5x1xf32>'}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xf32>) -> tensor<6x1xf32>
  return
}

// -----

// hc_pre_inv_rms_c5: `inv` is not of f32.
func.func @f(%x: tensor<5x4x64xbf16>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op result #0 must be ranked tensor of f32 without encoding, but got 'tensor<5x1xbf16>'}}
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xbf16>) -> tensor<5x1xbf16>
  return
}

// -----

// `norm_eps` is required.
func.func @f(%x: tensor<5x4x64xf32>) {
  // expected-error @+1 {{'dsv4.hc_pre_inv_rms' op requires attribute 'norm_eps'}}
  %r = dsv4.hc_pre_inv_rms(%x) : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return
}

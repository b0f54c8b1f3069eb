// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// rms_norm_c1: the element type of `x` is not one of the three.
func.func @f(%x: tensor<2x64xf64>) {
  // expected-error @+1 {{'dsv4.rms_norm' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x64xf64>'}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x64xf64>) -> tensor<2x64xf64>
  return
}

// -----

// rms_norm_c1: `x` is not ranked.
func.func @f(%x: tensor<*xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<*xf32>) -> tensor<*xf32>
  return
}

// -----

// rms_norm_c1: `x` is not a tensor.
func.func @f(%x: memref<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'memref<2x64xf32>'}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (memref<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c1: `x` has an encoding.
func.func @f(%x: tensor<2x64xf32, "rows">) {
  // expected-error @+1 {{'dsv4.rms_norm' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x64xf32, "rows">'}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x64xf32, "rows">) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c1: the element type of `weight` is not one of the three.
func.func @f(%x: tensor<2x64xf32>, %w: tensor<64xi32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<64xi32>'}}
  %r = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<2x64xf32>, tensor<64xi32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c1: `weight` is not ranked.
func.func @f(%x: tensor<2x64xf32>, %w: tensor<*xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<2x64xf32>, tensor<*xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c2: `x` has no dimensions.
func.func @f(%x: tensor<f32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op x has rank 0, expected 1 or more}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

// rms_norm_c2: `D` is 0.
func.func @f(%x: tensor<2x0xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op D (dimension 1 of x) is 0, expected 1 or more}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x0xf32>) -> tensor<2x0xf32>
  return
}

// -----

// rms_norm_c2: `D` is 0, which only `weight` knows.
func.func @f(%x: tensor<2x?xf32>, %w: tensor<0xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op D (dimension 0 of weight) is 0, expected 1 or more}}
  %r = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<2x?xf32>, tensor<0xf32>) -> tensor<2x?xf32>
  return
}

// -----

// rms_norm_c3: `weight` has a rank too many.
func.func @f(%x: tensor<2x64xf32>, %w: tensor<1x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op weight has rank 2, expected 1}}
  %r = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<2x64xf32>, tensor<1x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c3: `weight` has no dimensions.
func.func @f(%x: tensor<2x64xf32>, %w: tensor<f32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op weight has rank 0, expected 1}}
  %r = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<2x64xf32>, tensor<f32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c3: `weight` has another size.
func.func @f(%x: tensor<2x64xf32>, %w: tensor<63xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op dimension 0 of weight is 63, expected D = 64 (dimension 1 of x)}}
  %r = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<2x64xf32>, tensor<63xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c4: `norm_eps` is zero.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op norm_eps is 0, expected a finite f32 greater than 0}}
  %r = dsv4.rms_norm(%x) {norm_eps = 0.0} : (tensor<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c4: `norm_eps` is negative.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op norm_eps is -1e-06, expected a finite f32 greater than 0}}
  %r = dsv4.rms_norm(%x) {norm_eps = -1.0e-6} : (tensor<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c4: `norm_eps` is infinite.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op norm_eps is inf, expected a finite f32 greater than 0}}
  %r = dsv4.rms_norm(%x) {norm_eps = 0x7FF0000000000000 : f64} : (tensor<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c4: `norm_eps` is not a number.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op norm_eps is nan, expected a finite f32 greater than 0}}
  %r = dsv4.rms_norm(%x) {norm_eps = 0x7FF8000000000000 : f64} : (tensor<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c4: `norm_eps` is 0 as an f32.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op norm_eps is 1e-50, expected a finite f32 greater than 0}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-50} : (tensor<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c4: `norm_eps` is infinite as an f32.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op norm_eps is 1e+39, expected a finite f32 greater than 0}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e+39} : (tensor<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// rms_norm_c5: `y` has another shape.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op result #0 is 'tensor<2x63xf32>', but the operands give 'tensor<2x64xf32>'}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x64xf32>) -> tensor<2x63xf32>
  return
}

// -----

// rms_norm_c5: `y` has another rank.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op result #0 is 'tensor<64xf32>', but the operands give 'tensor<2x64xf32>'}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x64xf32>) -> tensor<64xf32>
  return
}

// -----

// rms_norm_c5: `y` contradicts the `D` of `weight`.
func.func @f(%x: tensor<?x?xf32>, %w: tensor<64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op result #0 is 'tensor<?x65xf32>', but the operands give 'tensor<?x64xf32>'}}
  %r = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<?x?xf32>, tensor<64xf32>) -> tensor<?x65xf32>
  return
}

// -----

// rms_norm_c5: `y` has another element type.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op result #0 is 'tensor<2x64xbf16>', but the operands give 'tensor<2x64xf32>'}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x64xf32>) -> tensor<2x64xbf16>
  return
}

// -----

// rms_norm_c5: `y` is not ranked.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op result #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<2x64xf32>) -> tensor<*xf32>
  return
}

// -----

// `norm_eps` is required.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op requires attribute 'norm_eps'}}
  %r = dsv4.rms_norm(%x) : (tensor<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// `norm_eps` is an f64 attribute.
func.func @f(%x: tensor<2x64xf32>) {
  // expected-error @+1 {{custom op 'dsv4.rms_norm' 'dsv4.rms_norm' op attribute 'norm_eps' failed to satisfy constraint: 64-bit float attribute}}
  %r = dsv4.rms_norm(%x) {norm_eps = 1.0e-6 : f32} : (tensor<2x64xf32>) -> tensor<2x64xf32>
  return
}

// -----

// More operands than the op has.
func.func @f(%x: tensor<2x64xf32>, %w: tensor<64xf32>, %b: tensor<64xf32>) {
  // expected-error @+1 {{'dsv4.rms_norm' op operand group starting at #1 requires 0 or 1 element, but found 2}}
  %r = dsv4.rms_norm(%x, %w, %b) {norm_eps = 1.0e-6}
      : (tensor<2x64xf32>, tensor<64xf32>, tensor<64xf32>)
     -> tensor<2x64xf32>
  return
}

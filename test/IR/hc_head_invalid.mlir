// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// hc_head_c1: the element type of `x` is not one of the three.
func.func @f(%x: tensor<5x4x64xi8>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x4x64xi8>'}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xi8>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c1: `hc_fn` is not of f32.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xbf16>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op operand #1 must be ranked tensor of f32 without encoding, but got 'tensor<4x256xbf16>'}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xbf16>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c1: `hc_scale` is not a tensor.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: f32, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op operand #2 must be ranked tensor of f32 without encoding, but got 'f32'}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, f32, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c1: `hc_base` is not ranked.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<*xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op operand #3 must be ranked tensor of f32 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<*xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c2: `x` has no streams.
func.func @f(%x: tensor<64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op x has rank 1, expected 2 or more}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c2: `h` is dynamic.
func.func @f(%x: tensor<5x?x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op h (dimension 1 of x) is dynamic, expected a static size}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x?x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c2: `h` is 0.
func.func @f(%x: tensor<5x0x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op h (dimension 1 of x) is 0, expected 1 or more}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x0x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c2: `D` is 0.
func.func @f(%x: tensor<5x4x0xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op D (dimension 2 of x) is 0, expected 1 or more}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x0xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c2: `D` is 0, which only `hc_fn` knows.
func.func @f(%x: tensor<5x4x?xf32>, %fn: tensor<4x0xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op D (dimension 1 of hc_fn divided by h) is 0, expected 1 or more}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x?xf32>, tensor<4x0xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c3: `hc_fn` is flat.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<1024xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_fn has rank 1, expected 2}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<1024xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c3: `hc_fn` has the `M` rows of `hc_pre`.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<24x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op dimension 0 of hc_fn is 24, expected h = 4 (dimension 1 of x)}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<24x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c3: `hc_fn` has another width.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x64xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op dimension 1 of hc_fn is 64, expected 256 = h * D with h = 4, D = 64}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x64xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c3: the width of `hc_fn` is no multiple of `h`.
func.func @f(%x: tensor<5x4x?xf32>, %fn: tensor<4x255xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op dimension 1 of hc_fn is 255, expected a multiple of h = 4}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x?xf32>, tensor<4x255xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c3: `h * D` is 2^63.
func.func @f(%x: tensor<5x4x2305843009213693952xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>,
                %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op h * D = 4 * 2305843009213693952 does not fit in 64 bits}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x2305843009213693952xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c4: `hc_scale` is that of `hc_pre`.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<3xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_scale is [3], expected [1]}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<3xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c4: `hc_scale` has no dimensions.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<f32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_scale is [], expected [1]}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<f32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c5: `hc_base` is that of `hc_pre`.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<24xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op dimension 0 of hc_base is 24, expected h = 4 (dimension 1 of x)}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<24xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c5: `hc_base` has a rank too many.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<1x4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_base has rank 2, expected 1}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<1x4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `norm_eps` is zero.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op norm_eps is 0, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 0.0}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `norm_eps` is negative.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op norm_eps is -1e-06, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = -1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `norm_eps` is infinite.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op norm_eps is inf, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 0x7FF0000000000000 : f64}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `norm_eps` is not a number.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op norm_eps is nan, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 0x7FF8000000000000 : f64}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `norm_eps` is 0 as an f32.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op norm_eps is 1e-50, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-50}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `norm_eps` is infinite as an f32.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op norm_eps is 1e+39, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e+39}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `hc_eps` is zero.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_eps is 0, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 0.0, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `hc_eps` is negative.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_eps is -1e-06, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = -1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `hc_eps` is infinite.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_eps is inf, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 0x7FF0000000000000 : f64, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `hc_eps` is not a number.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_eps is nan, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 0x7FF8000000000000 : f64, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `hc_eps` is 0 as an f32.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_eps is 1e-50, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-50, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c6: `hc_eps` is infinite as an f32.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op hc_eps is 1e+39, expected a finite f32 greater than 0}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e+39, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

// -----

// hc_head_c7: `y` still has the streams.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op result #0 is 'tensor<5x4x64xf32>', but the operands give 'tensor<5x64xf32>'}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x4x64xf32>
  return
}

// -----

// hc_head_c7: `y` has another element type.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op result #0 is 'tensor<5x64xbf16>', but the operands give 'tensor<5x64xf32>'}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xbf16>
  return
}

// -----

// hc_head_c7: `y` contradicts the `D` of `hc_fn`.
func.func @f(%x: tensor<5x4x?xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op result #0 is 'tensor<5x65xf32>', but the operands give 'tensor<5x64xf32>'}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
      : (tensor<5x4x?xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x65xf32>
  return
}

// -----

// `hc_eps` is required.
func.func @f(%x: tensor<5x4x64xf32>, %fn: tensor<4x256xf32>, %scale: tensor<1xf32>, %base: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.hc_head' op requires attribute 'hc_eps'}}
  %r = dsv4.hc_head(%x, %fn, %scale, %base) {norm_eps = 1.0e-6}
      : (tensor<5x4x64xf32>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
     -> tensor<5x64xf32>
  return
}

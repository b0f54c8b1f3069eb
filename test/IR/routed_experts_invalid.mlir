// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// routed_experts_c1: `x` is of f64.
func.func @f(%x: tensor<7x256xf64>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<7x256xf64>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xf64>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c1: `x` has an encoding.
func.func @f(%x: tensor<7x256xbf16, "rows">, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<7x256xbf16, "rows">'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16, "rows">, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c1: expert numbers are of i64.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi64>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #1 must be ranked tensor of i32 without encoding, but got 'tensor<7x2xi64>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi64>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c1: routing weights are of bf16.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xbf16>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #2 must be ranked tensor of f32 without encoding, but got 'tensor<7x2xbf16>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xbf16>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c1: `w1` is of f64.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xf64>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #3 must be ranked tensor of f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8 without encoding, but got 'tensor<6x128x256xf64>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xf64>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c1: `w3` is not ranked.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<*xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #4 must be ranked tensor of f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8 without encoding, but got 'tensor<*xbf16>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<*xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c1: `w2` has an encoding.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16, "experts">) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #5 must be ranked tensor of f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8 without encoding, but got 'tensor<6x256x128xbf16, "experts">'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16, "experts">)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c1: scales of f32.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xf8E4M3FN>,
             %w3: tensor<6x128x256xf8E4M3FN>, %w2: tensor<6x256x128xf8E4M3FN>, %s1: tensor<6x1x2xf8E8M0FNU>, %s3: tensor<6x1x2xf32>,
             %s2: tensor<6x2x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #7 must be variadic of ranked tensor of f8E8M0FNU without encoding, but got 'tensor<6x1x2xf32>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xf8E4M3FN>, tensor<6x128x256xf8E4M3FN>, tensor<6x256x128xf8E4M3FN>, tensor<6x1x2xf8E8M0FNU>, tensor<6x1x2xf32>, tensor<6x2x1xf8E8M0FNU>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c2: `x` has no channels.
func.func @f(%x: tensor<bf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op x has rank 0, expected 1 or more}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<bf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c2: one expert per token needs a dimension too.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op indices has rank 1, expected 2: 1 leading as in x, 1 of its own}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c2: indices of another number of tokens.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<6x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op dimension 0 of indices is 6, expected 7 (dimension 0 of x)}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<6x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c2: weights of another number of experts.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x3xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op dimension 1 of weights is 3, expected K = 2 (dimension 1 of indices)}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x3xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c2: weights of another number of tokens.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<6x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op dimension 0 of weights is 6, expected 7 (dimension 0 of x)}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<6x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c3: one expert.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op w1 has rank 2, expected 3}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c3: `w1` is transposed.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x256x128xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op dimension 2 of w1 is 128, expected D = 256 (dimension 1 of x)}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x256x128xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c3: the number of experts is not known.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<?x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op E (dimension 0 of w1) is dynamic, expected a static size}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<?x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c3: no experts.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<0x128x256xbf16>,
             %w3: tensor<0x128x256xbf16>, %w2: tensor<0x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op E (dimension 0 of w1) is 0, expected 1 or more}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<0x128x256xbf16>, tensor<0x128x256xbf16>, tensor<0x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c3: more experts than an i32 numbers.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<2147483648x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op E (dimension 0 of w1) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<2147483648x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c4: `w3` has another width.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x64x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op dimension 1 of w3 is 64, expected I = 128 (dimension 1 of w1)}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x64x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c4: `w3` has another number of experts.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<5x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op dimension 0 of w3 is 5, expected E = 6 (dimension 0 of w1)}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<5x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c4: `w3` is of another type.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xf32>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op w3 is of f32, expected bf16 as w1}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xf32>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c4: `w3` is packed, `w1` is not.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xf4E2M1FN>,
             %w3: tensor<6x128x128xi8>, %w2: tensor<6x256x128xf4E2M1FN>, %s1: tensor<6x128x8xf8E8M0FNU>, %s3: tensor<6x128x8xf8E8M0FNU>,
             %s2: tensor<6x256x4xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.routed_experts' op w3 is of i8, expected f4E2M1FN as w1}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xf4E2M1FN>, tensor<6x128x128xi8>, tensor<6x256x128xf4E2M1FN>, tensor<6x128x8xf8E8M0FNU>, tensor<6x128x8xf8E8M0FNU>, tensor<6x256x4xf8E8M0FNU>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c5: `w2` is as `w1`, not transposed.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x128x256xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op dimension 1 of w2 is 128, expected D = 256 (dimension 1 of x)}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c5: `w2` has another number of experts.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<5x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op dimension 0 of w2 is 5, expected E = 6 (dimension 0 of w1)}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<5x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c5: `w2` is of another type.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op w2 is of f16, expected bf16 as w1}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c6: codes without scales.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xf8E4M3FN>,
             %w3: tensor<6x128x256xf8E4M3FN>, %w2: tensor<6x256x128xf8E4M3FN>) {
  // expected-error @+1 {{'dsv4.routed_experts' op w1 holds codes, but its scales are missing}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xf8E4M3FN>, tensor<6x128x256xf8E4M3FN>, tensor<6x256x128xf8E4M3FN>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c6: scales of one of the three.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xf8E4M3FN>,
             %w3: tensor<6x128x256xf8E4M3FN>, %w2: tensor<6x256x128xf8E4M3FN>, %s1: tensor<6x1x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.routed_experts' op has 1 scales, expected none or those of w1, w3 and w2}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xf8E4M3FN>, tensor<6x128x256xf8E4M3FN>, tensor<6x256x128xf8E4M3FN>, tensor<6x1x2xf8E8M0FNU>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c6: plain weights with scales.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>, %s1: tensor<6x1x2xf8E8M0FNU>, %s3: tensor<6x1x2xf8E8M0FNU>,
             %s2: tensor<6x2x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.routed_experts' op scales of w1 is given, but w1 holds plain values}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>, tensor<6x1x2xf8E8M0FNU>, tensor<6x1x2xf8E8M0FNU>, tensor<6x2x1xf8E8M0FNU>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c6: scales of one expert.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xf8E4M3FN>,
             %w3: tensor<6x128x256xf8E4M3FN>, %w2: tensor<6x256x128xf8E4M3FN>, %s1: tensor<1x2xf8E8M0FNU>, %s3: tensor<6x1x2xf8E8M0FNU>,
             %s2: tensor<6x2x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.routed_experts' op scales of w1 has rank 2, expected 3}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xf8E4M3FN>, tensor<6x128x256xf8E4M3FN>, tensor<6x256x128xf8E4M3FN>, tensor<1x2xf8E8M0FNU>, tensor<6x1x2xf8E8M0FNU>, tensor<6x2x1xf8E8M0FNU>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c6: scales of another number of experts.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xf8E4M3FN>,
             %w3: tensor<6x128x256xf8E4M3FN>, %w2: tensor<6x256x128xf8E4M3FN>, %s1: tensor<6x1x2xf8E8M0FNU>, %s3: tensor<5x1x2xf8E8M0FNU>,
             %s2: tensor<6x2x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.routed_experts' op scales of w3 is [5, 1, 2], expected [6, 1, 2]}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xf8E4M3FN>, tensor<6x128x256xf8E4M3FN>, tensor<6x256x128xf8E4M3FN>, tensor<6x1x2xf8E8M0FNU>, tensor<5x1x2xf8E8M0FNU>, tensor<6x2x1xf8E8M0FNU>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c6: scales of `w2` are not transposed.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xf8E4M3FN>,
             %w3: tensor<6x128x256xf8E4M3FN>, %w2: tensor<6x256x128xf8E4M3FN>, %s1: tensor<6x1x2xf8E8M0FNU>, %s3: tensor<6x1x2xf8E8M0FNU>,
             %s2: tensor<6x1x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.routed_experts' op scales of w2 is [6, 1, 2], expected [6, 2, 1]}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xf8E4M3FN>, tensor<6x128x256xf8E4M3FN>, tensor<6x256x128xf8E4M3FN>, tensor<6x1x2xf8E8M0FNU>, tensor<6x1x2xf8E8M0FNU>, tensor<6x1x2xf8E8M0FNU>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c6: the hidden activations do not divide into blocks.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x160x128xi8>,
             %w3: tensor<6x160x128xi8>, %w2: tensor<6x256x80xi8>, %s1: tensor<6x160x8xf8E8M0FNU>, %s3: tensor<6x160x8xf8E8M0FNU>,
             %s2: tensor<6x256x5xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.routed_experts' op I is 160, expected less than 128 or a multiple of it for the blocks of the activations}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x160x128xi8>, tensor<6x160x128xi8>, tensor<6x256x80xi8>, tensor<6x160x8xf8E8M0FNU>, tensor<6x160x8xf8E8M0FNU>, tensor<6x256x5xf8E8M0FNU>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c7: 0 does not mean no limit: leave it out.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op limit is 0, expected a finite f32 greater than 0}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 0.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c7: a negative limit.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op limit is -10, expected a finite f32 greater than 0}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = -10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c7: not a number.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op limit is nan, expected a finite f32 greater than 0}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 0x7FF8000000000000 : f64}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c8: the sum over experts is not rounded.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op result #0 must be ranked tensor of f32 without encoding, but got 'tensor<7x256xbf16>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x256xbf16>
  return
}

// -----

// routed_experts_c8: one result per chosen expert.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w3: tensor<6x128x256xbf16>, %w2: tensor<6x256x128xbf16>) {
  // expected-error @+1 {{'dsv4.routed_experts' op result #0 is 'tensor<7x2x256xf32>', but the operands give 'tensor<7x256xf32>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>)
     -> tensor<7x2x256xf32>
  return
}

// -----

// routed_experts_c9: experts of several ranks, but not which.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w2: tensor<6x256x128xbf16>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.routed_experts' op has experts without first_expert}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w1, %w2) {experts = 12 : i64}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>) -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c9: the first of how many?
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w2: tensor<6x256x128xbf16>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.routed_experts' op has first_expert without experts}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w1, %w2) from %first {limit = 10.0}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>, tensor<i32>) -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c9: first_expert is one number.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w2: tensor<6x256x128xbf16>, %first: tensor<1xi32>) {
  // expected-error @+1 {{'dsv4.routed_experts' op first_expert has rank 1, expected 0}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w1, %w2) from %first {experts = 12 : i64}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>, tensor<1xi32>) -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c10: fewer experts on all ranks than here.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w2: tensor<6x256x128xbf16>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.routed_experts' op experts is 5, expected 6 to 2^31 - 1}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w1, %w2) from %first {experts = 5 : i64}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>, tensor<i32>) -> tensor<7x256xf32>
  return
}

// -----

// routed_experts_c1: first_expert is an i32.
func.func @f(%x: tensor<7x256xbf16>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x128x256xbf16>,
             %w2: tensor<6x256x128xbf16>, %first: tensor<i64>) {
  // expected-error @+1 {{'dsv4.routed_experts' op operand #6 must be ranked tensor of i32 without encoding, but got 'tensor<i64>'}}
  %r = dsv4.routed_experts(%x, %indices, %weights, %w1, %w1, %w2) from %first {experts = 12 : i64}
      : (tensor<7x256xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x128x256xbf16>, tensor<6x128x256xbf16>, tensor<6x256x128xbf16>, tensor<i64>) -> tensor<7x256xf32>
  return
}

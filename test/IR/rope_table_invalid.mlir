// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// rope_table_c1: positions are numbers of tokens, not angles.
func.func @f(%positions: tensor<2x3xf32>) {
  // expected-error @+1 {{'dsv4.rope_table' op operand #0 must be ranked tensor of i32 without encoding, but got 'tensor<2x3xf32>'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xf32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c1: `positions` is of i64.
func.func @f(%positions: tensor<2x3xi64>) {
  // expected-error @+1 {{'dsv4.rope_table' op operand #0 must be ranked tensor of i32 without encoding, but got 'tensor<2x3xi64>'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi64>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c1: an i32 that is not signless.
func.func @f(%positions: tensor<2x3xui32>) {
  // expected-error @+1 {{'dsv4.rope_table' op operand #0 must be ranked tensor of i32 without encoding, but got 'tensor<2x3xui32>'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xui32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c1: `positions` is not ranked.
func.func @f(%positions: tensor<*xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op operand #0 must be ranked tensor of i32 without encoding, but got 'tensor<*xi32>'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<*xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c1: `positions` has an encoding.
func.func @f(%positions: tensor<2x3xi32, "rows">) {
  // expected-error @+1 {{'dsv4.rope_table' op operand #0 must be ranked tensor of i32 without encoding, but got 'tensor<2x3xi32, "rows">'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32, "rows">)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c2: no pairs.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op rope_dim is 0, expected an even number of 2 to 65536}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 0 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c2: half a pair.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op rope_dim is 63, expected an even number of 2 to 65536}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 63 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c2: a negative width.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op rope_dim is -2, expected an even number of 2 to 65536}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = -2 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c2: frequencies that no program can hold.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op rope_dim is 9223372036854775806, expected an even number of 2 to 65536}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 9223372036854775806 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c2: one more pair than allowed.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op rope_dim is 65538, expected an even number of 2 to 65536}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 65538 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c3: a base of 1 turns all pairs alike.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op theta is 1, expected a finite f32 greater than 1}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c3: more than 1 as an f64, not as an f32.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op theta is 1, expected a finite f32 greater than 1}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.00000000001}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c3: a negative base.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op theta is -10000, expected a finite f32 greater than 1}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = -1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c3: not a number.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op theta is nan, expected a finite f32 greater than 1}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 0x7FF8000000000000 : f64}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c3: beyond f32.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op theta is 1e+300, expected a finite f32 greater than 1}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e300}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c4: positions are stretched, not squeezed.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op yarn_factor is 0.5, expected a finite f32 of 1 or more}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4, yarn_factor = 0.5}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c4: not finite.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op yarn_factor is inf, expected a finite f32 of 1 or more}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4, yarn_factor = 0x7FF0000000000000 : f64}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c5: `beta_slow` is 0.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op beta_slow is 0, expected a finite f32 greater than 0}}
  %r:3 = dsv4.rope_table(%positions) {beta_slow = 0.0, rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c5: not 0 as an f64, but as an f32.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op beta_slow is 1e-60, expected a finite f32 greater than 0}}
  %r:3 = dsv4.rope_table(%positions) {beta_slow = 1.0e-60, rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c5: the two are swapped.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op beta_fast is 1, expected a finite f32 of 32 or more}}
  %r:3 = dsv4.rope_table(%positions) {beta_fast = 1.0, beta_slow = 32.0, rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c5: not a number.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op beta_fast is nan, expected a finite f32 of 1 or more}}
  %r:3 = dsv4.rope_table(%positions) {beta_fast = 0x7FF8000000000000 : f64, rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c6: trained on no tokens.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op original_length is 0, expected 1 to 2^31 - 1}}
  %r:3 = dsv4.rope_table(%positions) {original_length = 0 : i64, rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c6: beyond the positions of an i32.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op original_length is 2147483648, expected 1 to 2^31 - 1}}
  %r:3 = dsv4.rope_table(%positions) {original_length = 2147483648 : i64, rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c7: one cosine per channel instead of per pair.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op result #0 is 'tensor<2x3x64xf32>', but the operands give 'tensor<2x3x32xf32>'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x64xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c7: `sin` has another position.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op result #1 is 'tensor<2x4x32xf32>', but the operands give 'tensor<2x3x32xf32>'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x4x32xf32>, tensor<32xf32>)
  return
}

// -----

// rope_table_c7: frequencies per position.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op result #2 is 'tensor<2x3x32xf32>', but the operands give 'tensor<32xf32>'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<2x3x32xf32>)
  return
}

// -----

// rope_table_c7: tables are of f32.
func.func @f(%positions: tensor<2x3xi32>) {
  // expected-error @+1 {{'dsv4.rope_table' op result #0 must be ranked tensor of f32 without encoding, but got 'tensor<2x3x32xbf16>'}}
  %r:3 = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
      : (tensor<2x3xi32>)
     -> (tensor<2x3x32xbf16>, tensor<2x3x32xf32>, tensor<32xf32>)
  return
}

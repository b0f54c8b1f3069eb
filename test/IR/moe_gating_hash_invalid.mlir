// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// moe_gating_hash_c1: `scores` is not of f32.
func.func @f(%scores: tensor<9x8xbf16>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op operand #0 must be ranked tensor of f32 without encoding, but got 'tensor<9x8xbf16>'}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xbf16>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c1: `input_ids` is not of i32 or i64.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi16>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op operand #1 must be ranked tensor of i32 or i64 without encoding, but got 'tensor<9xi16>'}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi16>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c1: `input_ids` is not of signless integers.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xsi64>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op operand #1 must be ranked tensor of i32 or i64 without encoding, but got 'tensor<9xsi64>'}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xsi64>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c1: `table` is not ranked.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<*xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op operand #2 must be ranked tensor of i32 or i64 without encoding, but got 'tensor<*xi32>'}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<*xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c2: `scores` has no dimensions.
func.func @f(%scores: tensor<f32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op scores has rank 0, expected 1 or more}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<f32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c2: `E` is dynamic.
func.func @f(%scores: tensor<9x?xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op E (dimension 1 of scores) is dynamic, expected a static size}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x?xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c2: `E` is 0.
func.func @f(%scores: tensor<9x0xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op E (dimension 1 of scores) is 0, expected 1 or more}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x0xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c2: `E` is 2^31: expert numbers are i32.
func.func @f(%scores: tensor<9x2147483648xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op E (dimension 1 of scores) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x2147483648xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c3: `input_ids` has a rank too many.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9x1xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op input_ids has rank 2, expected 1: 1 leading as in scores, 0 of its own}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9x1xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c3: `input_ids` has another leading dimension.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<8xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op dimension 0 of input_ids is 8, expected 9 (dimension 0 of scores)}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<8xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c4: `table` has a rank too few.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op table has rank 1, expected 2}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c4: `V` is dynamic.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<?x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op V (dimension 0 of table) is dynamic, expected a static size}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<?x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c4: `K` is dynamic.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x?xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op K (dimension 1 of table) is dynamic, expected a static size}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x?xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c4: `V` is 0.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<0x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op V (dimension 0 of table) is 0, expected 1 or more}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<0x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c4: `K` is 0.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x0xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op K (dimension 1 of table) is 0, expected 1 or more}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x0xi32>)
     -> (tensor<9x0xf32>, tensor<9x0xi32>)
  return
}

// -----

// moe_gating_hash_c4: `V` is 2^31.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<2147483648x2xi64>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op V (dimension 0 of table) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<2147483648x2xi64>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c5: `norm_eps` is negative.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op norm_eps is -1e-06, expected a finite f32 of 0 or more}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table) {norm_eps = -1.0e-6}
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c5: `norm_eps` is infinite.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op norm_eps is inf, expected a finite f32 of 0 or more}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table) {norm_eps = 0x7FF0000000000000 : f64}
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c5: `norm_eps` is not a number.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op norm_eps is nan, expected a finite f32 of 0 or more}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table) {norm_eps = 0x7FF8000000000000 : f64}
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c5: `norm_eps` is infinite as an f32.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op norm_eps is 1e+39, expected a finite f32 of 0 or more}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table) {norm_eps = 1.0e+39}
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c6: `route_scale` is infinite.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op route_scale is inf, expected a finite f32}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table) {route_scale = 0x7FF0000000000000 : f64}
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c6: `route_scale` is not a number.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op route_scale is nan, expected a finite f32}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table) {route_scale = 0x7FF8000000000000 : f64}
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c6: `route_scale` is infinite as an f32.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op route_scale is 1e+39, expected a finite f32}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table) {route_scale = 1.0e+39}
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c7: `weights` has another width.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op result #0 is 'tensor<9x8xf32>', but the operands give 'tensor<9x2xf32>'}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x8xf32>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c7: `weights` is not of f32.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op result #0 must be ranked tensor of f32 without encoding, but got 'tensor<9x2xbf16>'}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xbf16>, tensor<9x2xi32>)
  return
}

// -----

// moe_gating_hash_c7: `indices` has another leading dimension.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op result #1 is 'tensor<8x2xi32>', but the operands give 'tensor<9x2xi32>'}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>)
     -> (tensor<9x2xf32>, tensor<8x2xi32>)
  return
}

// -----

// moe_gating_hash_c7: `indices` is of i32, also where `table` is of i64.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi64>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op result #1 must be ranked tensor of i32 without encoding, but got 'tensor<9x2xi64>'}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi64>)
     -> (tensor<9x2xf32>, tensor<9x2xi64>)
  return
}

// -----

// Without a table there is nothing to choose by.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op expected 3 operands, but found 2}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids)
      : (tensor<9x8xf32>, tensor<9xi32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

// -----

// The token's id chooses, so no bias moves the choice.
func.func @f(%scores: tensor<9x8xf32>, %ids: tensor<9xi32>, %table: tensor<100x2xi32>, %bias: tensor<8xf32>) {
  // expected-error @+1 {{'dsv4.moe_gating_hash' op expected 3 operands, but found 4}}
  %r:2 = dsv4.moe_gating_hash(%scores, %ids, %table, %bias)
      : (tensor<9x8xf32>, tensor<9xi32>, tensor<100x2xi32>, tensor<8xf32>)
     -> (tensor<9x2xf32>, tensor<9x2xi32>)
  return
}

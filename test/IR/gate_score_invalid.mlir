// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// gate_score_c1: the element type of `x` is not one of the three.
func.func @f(%x: tensor<9x64xi8>, %w: tensor<8x64xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<9x64xi8>'}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xi8>, tensor<8x64xf32>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c1: the element type of `weight` is not one of the three.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<8x64xf8E4M3FN>) {
  // expected-error @+1 {{'dsv4.gate_score' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<8x64xf8E4M3FN>'}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xf32>, tensor<8x64xf8E4M3FN>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c1: `weight` is not ranked.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<*xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xf32>, tensor<*xf32>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c2: `x` has no dimensions.
func.func @f(%x: tensor<f32>, %w: tensor<8x64xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op x has rank 0, expected 1 or more}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<f32>, tensor<8x64xf32>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c2: `weight` has a rank too few.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<64xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op weight has rank 1, expected 2}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xf32>, tensor<64xf32>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c2: `weight` has a rank too many.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<1x8x64xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op weight has rank 3, expected 2}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xf32>, tensor<1x8x64xf32>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c3: `weight` is transposed.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<64x8xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op dimension 1 of weight is 8, expected D = 64 (dimension 1 of x)}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xf32>, tensor<64x8xf32>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c3: `E` is 0.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<0x64xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op E (dimension 0 of weight) is 0, expected 1 or more}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xf32>, tensor<0x64xf32>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c3: `D` is 0.
func.func @f(%x: tensor<9x0xf32>, %w: tensor<8x?xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op D (dimension 1 of x) is 0, expected 1 or more}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x0xf32>, tensor<8x?xf32>)
     -> tensor<9x8xf32>
  return
}

// -----

// gate_score_c4: `scores` has another number of experts.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<8x64xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op result #0 is 'tensor<9x64xf32>', but the operands give 'tensor<9x8xf32>'}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xf32>, tensor<8x64xf32>)
     -> tensor<9x64xf32>
  return
}

// -----

// gate_score_c4: `scores` has another leading dimension.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<8x64xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op result #0 is 'tensor<8x8xf32>', but the operands give 'tensor<9x8xf32>'}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xf32>, tensor<8x64xf32>)
     -> tensor<8x8xf32>
  return
}

// -----

// gate_score_c4: `scores` is not of f32.
func.func @f(%x: tensor<9x64xbf16>, %w: tensor<8x64xbf16>) {
  // expected-error @+1 {{'dsv4.gate_score' op result #0 must be ranked tensor of f32 without encoding, but got 'tensor<9x8xbf16>'}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<9x64xbf16>, tensor<8x64xbf16>)
     -> tensor<9x8xbf16>
  return
}

// -----

// `scoring_func` is required.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<8x64xf32>) {
  // expected-error @+1 {{'dsv4.gate_score' op requires attribute 'scoring_func'}}
  %r = dsv4.gate_score(%x, %w) : (tensor<9x64xf32>, tensor<8x64xf32>) -> tensor<9x8xf32>
  return
}

// -----

// `scoring_func` is not a string.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<8x64xf32>) {
  // expected-error @+1 {{custom op 'dsv4.gate_score' 'dsv4.gate_score' op attribute 'scoring_func' failed to satisfy constraint: one of sqrtsoftplus, sigmoid, softmax}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = "sigmoid"} : (tensor<9x64xf32>, tensor<8x64xf32>) -> tensor<9x8xf32>
  return
}

// -----

// The scoring function is one of three.
func.func @f(%x: tensor<9x64xf32>, %w: tensor<8x64xf32>) {
  // expected-error @+2 {{expected ::mlir::dsv4::ScoringFunction to be one of: sqrtsoftplus, sigmoid, softmax}}
  // expected-error @+1 {{failed to parse DSV4_ScoringFunctionAttr parameter 'value' which is to be a `::mlir::dsv4::ScoringFunction`}}
  %r = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<relu>} : (tensor<9x64xf32>, tensor<8x64xf32>) -> tensor<9x8xf32>
  return
}

// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// rope_c1: `x` is of f64.
func.func @f(%x: tensor<2x3x4x16xf64>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x3x4x16xf64>'}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf64>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c1: `x` is not ranked.
func.func @f(%x: tensor<*xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<*xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c1: `x` has an encoding.
func.func @f(%x: tensor<2x3x4x16xf32, "rows">, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x3x4x16xf32, "rows">'}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32, "rows">, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c1: `cos` is of bf16.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x4xbf16>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op operand #1 must be ranked tensor of f32 without encoding, but got 'tensor<2x3x4xbf16>'}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x4xbf16>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c1: `sin` is of bf16.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xbf16>) {
  // expected-error @+1 {{'dsv4.rope' op operand #2 must be ranked tensor of f32 without encoding, but got 'tensor<2x3x4xbf16>'}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x4xf32>, tensor<2x3x4xbf16>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c2: `x` has no requests.
func.func @f(%x: tensor<3x16xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op x has rank 2, expected 3 or 4}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<3x16xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c2: `x` has a dimension too many.
func.func @f(%x: tensor<2x3x4x1x16xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op x has rank 5, expected 3 or 4}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x1x16xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c2: `x` is a scalar.
func.func @f(%x: tensor<f32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op x has rank 0, expected 3 or 4}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<f32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c2: which channels are the last is not known.
func.func @f(%x: tensor<2x3x4x?xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op d (dimension 3 of x) is dynamic, expected a static size}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x?xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x?xf32>
  return
}

// -----

// rope_c3: `cos` has no positions.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op cos has rank 1, expected 2 or 3}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c3: a table per head.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x4x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op cos has rank 4, expected 2 or 3}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x4x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c3: a position too many.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x4x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op dimension 1 of cos is 4, expected S = 3 (dimension 1 of x)}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x4x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c3: without requests: a position too many.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<4x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op dimension 0 of cos is 4, expected S = 3 (dimension 1 of x)}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<4x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c3: another number of requests.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<1x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op dimension 0 of cos is 1, expected B = 2 (dimension 0 of x)}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<1x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c3: which channels turn is not known.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x?xf32>, %sin: tensor<2x3x?xf32>) {
  // expected-error @+1 {{'dsv4.rope' op rd / 2 (dimension 2 of cos) is dynamic, expected a static size}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x?xf32>, tensor<2x3x?xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c3: nothing turns.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x0xf32>, %sin: tensor<2x3x0xf32>) {
  // expected-error @+1 {{'dsv4.rope' op rd / 2 (dimension 2 of cos) is 0, expected 1 or more}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x0xf32>, tensor<2x3x0xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c4: `sin` has fewer pairs.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x3xf32>) {
  // expected-error @+1 {{'dsv4.rope' op dimension 2 of sin is 3, expected rd / 2 = 4 (dimension 2 of cos)}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x4xf32>, tensor<2x3x3xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c4: `sin` has no requests, `cos` has.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op sin has rank 2, expected 3}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x4xf32>, tensor<3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c4: `cos` has no requests, `sin` has.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op sin has rank 3, expected 2}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c5: more channels turn than there are: the table has an entry per channel.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x16xf32>, %sin: tensor<2x3x16xf32>) {
  // expected-error @+1 {{'dsv4.rope' op rd / 2 (dimension 2 of cos) is 16, expected at most d / 2 = 8}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x16xf32>, tensor<2x3x16xf32>)
     -> tensor<2x3x4x16xf32>
  return
}

// -----

// rope_c5: an odd width holds one pair less.
func.func @f(%x: tensor<2x3x4x7xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op rd / 2 (dimension 2 of cos) is 4, expected at most d / 2 = 3}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x7xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x7xf32>
  return
}

// -----

// rope_c6: `y` lost the heads.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op result #0 is 'tensor<2x3x16xf32>', but the operands give 'tensor<2x3x4x16xf32>'}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x16xf32>
  return
}

// -----

// rope_c6: `y` has another type.
func.func @f(%x: tensor<2x3x4x16xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op result #0 is 'tensor<2x3x4x16xbf16>', but the operands give 'tensor<2x3x4x16xf32>'}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<2x3x4x16xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<2x3x4x16xbf16>
  return
}

// -----

// rope_c6: `y` contradicts what only the table knows.
func.func @f(%x: tensor<?x?x4x16xf32>, %cos: tensor<2x3x4xf32>, %sin: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'dsv4.rope' op result #0 is 'tensor<3x?x4x16xf32>', but the operands give 'tensor<2x3x4x16xf32>'}}
  %r = dsv4.rope(%x, %cos, %sin)
      : (tensor<?x?x4x16xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>)
     -> tensor<3x?x4x16xf32>
  return
}

// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// hadamard_c1: `x` is of f64.
func.func @f(%x: tensor<5x128xf64>) {
  // expected-error @+1 {{'dsv4.hadamard' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x128xf64>'}}
  %r = dsv4.hadamard(%x)
      : (tensor<5x128xf64>)
     -> tensor<5x128xbf16>
  return
}

// -----

// hadamard_c1: `x` is not ranked.
func.func @f(%x: tensor<*xbf16>) {
  // expected-error @+1 {{'dsv4.hadamard' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xbf16>'}}
  %r = dsv4.hadamard(%x)
      : (tensor<*xbf16>)
     -> tensor<5x128xbf16>
  return
}

// -----

// hadamard_c1: `x` has an encoding.
func.func @f(%x: tensor<5x128xbf16, "rows">) {
  // expected-error @+1 {{'dsv4.hadamard' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x128xbf16, "rows">'}}
  %r = dsv4.hadamard(%x)
      : (tensor<5x128xbf16, "rows">)
     -> tensor<5x128xbf16>
  return
}

// -----

// hadamard_c2: `x` has no channels.
func.func @f(%x: tensor<bf16>) {
  // expected-error @+1 {{'dsv4.hadamard' op x has rank 0, expected 1 or more}}
  %r = dsv4.hadamard(%x)
      : (tensor<bf16>)
     -> tensor<5x128xbf16>
  return
}

// -----

// hadamard_c2: the number of channels is not known.
func.func @f(%x: tensor<5x?xbf16>) {
  // expected-error @+1 {{'dsv4.hadamard' op n (dimension 1 of x) is dynamic, expected a static size}}
  %r = dsv4.hadamard(%x)
      : (tensor<5x?xbf16>)
     -> tensor<5x128xbf16>
  return
}

// -----

// hadamard_c3: no power of two.
func.func @f(%x: tensor<5x96xbf16>) {
  // expected-error @+1 {{'dsv4.hadamard' op n (dimension 1 of x) is 96, expected a power of two}}
  %r = dsv4.hadamard(%x)
      : (tensor<5x96xbf16>)
     -> tensor<5x96xbf16>
  return
}

// -----

// hadamard_c3: no channels.
func.func @f(%x: tensor<5x0xbf16>) {
  // expected-error @+1 {{'dsv4.hadamard' op n (dimension 1 of x) is 0, expected a power of two}}
  %r = dsv4.hadamard(%x)
      : (tensor<5x0xbf16>)
     -> tensor<5x0xbf16>
  return
}

// -----

// hadamard_c3: beyond the largest power of two that a size can be.
func.func @f(%x: tensor<5x9223372036854775807xbf16>) {
  // expected-error @+1 {{'dsv4.hadamard' op n (dimension 1 of x) is 9223372036854775807, expected a power of two}}
  %r = dsv4.hadamard(%x)
      : (tensor<5x9223372036854775807xbf16>)
     -> tensor<5x?xbf16>
  return
}

// -----

// hadamard_c4: `y` has another shape.
func.func @f(%x: tensor<5x128xbf16>) {
  // expected-error @+1 {{'dsv4.hadamard' op result #0 is 'tensor<128x5xbf16>', but the operands give 'tensor<5x128xbf16>'}}
  %r = dsv4.hadamard(%x)
      : (tensor<5x128xbf16>)
     -> tensor<128x5xbf16>
  return
}

// -----

// hadamard_c4: `y` is of another type.
func.func @f(%x: tensor<5x128xbf16>) {
  // expected-error @+1 {{'dsv4.hadamard' op result #0 is 'tensor<5x128xf32>', but the operands give 'tensor<5x128xbf16>'}}
  %r = dsv4.hadamard(%x)
      : (tensor<5x128xbf16>)
     -> tensor<5x128xf32>
  return
}

// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// linear_c1: `x` is of f64.
func.func @f(%x: tensor<5x256xf64>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x256xf64>'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xf64>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c1: `x` is quantised already: the op does that.
func.func @f(%x: tensor<5x256xf8E4M3FN>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x256xf8E4M3FN>'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xf8E4M3FN>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c1: `x` has an encoding.
func.func @f(%x: tensor<5x256xbf16, "rows">, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<5x256xbf16, "rows">'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16, "rows">, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c1: `weight` is of a format that the model does not have.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E5M2>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op operand #1 must be ranked tensor of f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8 without encoding, but got 'tensor<130x256xf8E5M2>'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E5M2>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c1: `weight` is not ranked.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<*xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op operand #1 must be ranked tensor of f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8 without encoding, but got 'tensor<*xf8E4M3FN>'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<*xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c1: `weight` has an encoding.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN, "blocks">, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op operand #1 must be ranked tensor of f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8 without encoding, but got 'tensor<130x256xf8E4M3FN, "blocks">'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN, "blocks">, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c1: scales of f32, as other checkpoints have them.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf32>) {
  // expected-error @+1 {{'dsv4.linear' op operand #2 must be ranked tensor of f8E8M0FNU without encoding, but got 'tensor<2x2xf32>'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf32>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c1: scales have an encoding.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU, "blocks">) {
  // expected-error @+1 {{'dsv4.linear' op operand #2 must be ranked tensor of f8E8M0FNU without encoding, but got 'tensor<2x2xf8E8M0FNU, "blocks">'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU, "blocks">)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c2: `x` has no channels.
func.func @f(%x: tensor<bf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op x has rank 0, expected 1 or more}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<bf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c2: `weight` is a vector.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op weight has rank 1, expected 2}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c2: a weight per expert: that is routed_experts.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<6x130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op weight has rank 3, expected 2}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<6x130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c2: `weight` is transposed.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<256x130xbf16>) {
  // expected-error @+1 {{'dsv4.linear' op dimension 1 of weight is 130, expected K = 256 (dimension 1 of x)}}
  %r = dsv4.linear(%x, %w)
      : (tensor<5x256xbf16>, tensor<256x130xbf16>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c2: `wo_b` does not take the 40 = groups * R channels that grouped_linear gives.
func.func @f(%x: tensor<5x40xbf16>, %w: tensor<130x64xbf16>) {
  // expected-error @+1 {{'dsv4.linear' op dimension 1 of weight is 64, expected K = 40 (dimension 1 of x)}}
  %r = dsv4.linear(%x, %w)
      : (tensor<5x40xbf16>, tensor<130x64xbf16>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c2: packed codes hold two inputs per byte.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xi8>, %scales: tensor<130x8xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op dimension 1 of x is 256, expected 512 = K with codes per byte = 2, K / 2 = 256}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xi8>, tensor<130x8xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c2: an odd number of inputs is not packed.
func.func @f(%x: tensor<5x257xbf16>, %w: tensor<130x?xi8>, %scales: tensor<130x8xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op dimension 1 of x is 257, expected a multiple of codes per byte = 2}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x257xbf16>, tensor<130x?xi8>, tensor<130x8xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c2: more packed inputs than 64 bits count.
func.func @f(%x: tensor<5x?xbf16>, %w: tensor<130x4611686018427387904xi8>, %scales: tensor<130x8xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op K = 2 * 4611686018427387904 does not fit in 64 bits}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x?xbf16>, tensor<130x4611686018427387904xi8>, tensor<130x8xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c3: codes without scales.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>) {
  // expected-error @+1 {{'dsv4.linear' op weight holds codes, but its scales are missing}}
  %r = dsv4.linear(%x, %w)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c3: packed codes without scales.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x128xi8>) {
  // expected-error @+1 {{'dsv4.linear' op weight holds codes, but its scales are missing}}
  %r = dsv4.linear(%x, %w)
      : (tensor<5x256xbf16>, tensor<130x128xi8>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c3: plain weights with scales.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xbf16>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op scales is given, but weight holds plain values}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xbf16>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c4: scales as a vector.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<4xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op scales has rank 1, expected 2}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<4xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c4: the last 2 outputs have no scale.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<1x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op scales is [1, 2], expected [2, 2]}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<1x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c4: a scale per output: that is the FP4 format.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<130x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op scales is [130, 2], expected [2, 2]}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<130x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c4: a scale per 128 inputs: that is the FP8 format.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf4E2M1FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op scales is [2, 2], expected [130, 8]}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf4E2M1FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c4: the scales of packed codes count elements, not bytes.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x128xi8>, %scales: tensor<130x4xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op scales is [130, 4], expected [130, 8]}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x128xi8>, tensor<130x4xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c5: the number of inputs is not known.
func.func @f(%x: tensor<5x?xbf16>, %w: tensor<130x?xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op K (dimension 1 of x) is dynamic, expected a static size}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x?xbf16>, tensor<130x?xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c5: the number of outputs is not known.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<?x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op N (dimension 0 of weight) is dynamic, expected a static size}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<?x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c5: no inputs.
func.func @f(%x: tensor<5x0xbf16>, %w: tensor<130x0xf8E4M3FN>, %scales: tensor<2x0xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op K (dimension 1 of x) is 0, expected 1 or more}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x0xbf16>, tensor<130x0xf8E4M3FN>, tensor<2x0xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c5: the last block of inputs would be smaller.
func.func @f(%x: tensor<5x192xbf16>, %w: tensor<130x192xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op K is 192, expected a multiple of 128 for the blocks of weight}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x192xbf16>, tensor<130x192xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c5: the last block of an FP4 weight would be smaller.
func.func @f(%x: tensor<5x48xbf16>, %w: tensor<130x48xf4E2M1FN>, %scales: tensor<130x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op K is 48, expected a multiple of 32 for the blocks of weight}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x48xbf16>, tensor<130x48xf4E2M1FN>, tensor<130x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c5: the blocks of the weight fit, those of the activations do not.
func.func @f(%x: tensor<5x160xbf16>, %w: tensor<130x80xi8>, %scales: tensor<130x5xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op K is 160, expected less than 128 or a multiple of it for the blocks of the activations}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x160xbf16>, tensor<130x80xi8>, tensor<130x5xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c6: the result is not quantised.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op output_type is f8E4M3FN, expected f32, bf16 or f16}}
  %r = dsv4.linear(%x, %w, %scales) {output_type = f8E4M3FN}
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c6: f64 is more than is computed.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op output_type is f64, expected f32, bf16 or f16}}
  %r = dsv4.linear(%x, %w, %scales) {output_type = f64}
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

// -----

// linear_c7: `y` has inputs instead of outputs.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op result #0 is 'tensor<5x256xbf16>', but the operands give 'tensor<5x130xbf16>'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x256xbf16>
  return
}

// -----

// linear_c7: without `output_type`, `y` is of the type of `x`.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op result #0 is 'tensor<5x130xf32>', but the operands give 'tensor<5x130xbf16>'}}
  %r = dsv4.linear(%x, %w, %scales)
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xf32>
  return
}

// -----

// linear_c7: `y` is not of `output_type`.
func.func @f(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.linear' op result #0 is 'tensor<5x130xbf16>', but the operands give 'tensor<5x130xf32>'}}
  %r = dsv4.linear(%x, %w, %scales) {output_type = f32}
      : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>)
     -> tensor<5x130xbf16>
  return
}

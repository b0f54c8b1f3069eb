// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// act_quant_c1: `x` is of f64.
func.func @f(%x: tensor<6x192xf64>) {
  // expected-error @+1 {{'dsv4.act_quant' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<6x192xf64>'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xf64>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c1: `x` is quantised already.
func.func @f(%x: tensor<6x192xf8E4M3FN>) {
  // expected-error @+1 {{'dsv4.act_quant' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<6x192xf8E4M3FN>'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xf8E4M3FN>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c1: `x` is not ranked.
func.func @f(%x: tensor<*xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xbf16>'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<*xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c1: `x` has an encoding.
func.func @f(%x: tensor<6x192xbf16, "rows">) {
  // expected-error @+1 {{'dsv4.act_quant' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<6x192xbf16, "rows">'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16, "rows">)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c2: `x` has no channels.
func.func @f(%x: tensor<bf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op x has rank 0, expected 1 or more}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<bf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c2: the number of channels is not known.
func.func @f(%x: tensor<6x?xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op n (dimension 1 of x) is dynamic, expected a static size}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x?xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c3: no channel per block.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op block is 0, expected a divisor of n = 192}}
  %r:3 = dsv4.act_quant(%x) {block = 0 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c3: a negative number.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op block is -64, expected a divisor of n = 192}}
  %r:3 = dsv4.act_quant(%x) {block = -64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c3: the last block would be smaller.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op block is 128, expected a divisor of n = 192}}
  %r:3 = dsv4.act_quant(%x) {block = 128 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c3: one block larger than the row.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op block is 384, expected a divisor of n = 192}}
  %r:3 = dsv4.act_quant(%x) {block = 384 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c4: no format of the model.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op format is f8E5M2, expected f8E4M3FN or f4E2M1FN}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E5M2}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c4: no format at all.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op format is i8, expected f8E4M3FN or f4E2M1FN}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = i8}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c5: codes of the other format.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op result #0 is 'tensor<6x192xf4E2M1FN>', but the operands give 'tensor<6x192xf8E4M3FN>'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf4E2M1FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c5: packed codes.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op result #0 must be ranked tensor of f8E4M3FN or f4E2M1FN without encoding, but got 'tensor<6x96xi8>'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x96xi8>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c5: codes with an encoding.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op result #0 must be ranked tensor of f8E4M3FN or f4E2M1FN without encoding, but got 'tensor<6x192xf8E4M3FN, "rows">'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN, "rows">, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c5: one scale per row.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op result #1 is 'tensor<6x1xf8E8M0FNU>', but the operands give 'tensor<6x3xf8E8M0FNU>'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x1xf8E8M0FNU>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c5: scales that are no powers of two.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op result #1 must be ranked tensor of f8E8M0FNU without encoding, but got 'tensor<6x3xf32>'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf32>, tensor<6x192xbf16>)
  return
}

// -----

// act_quant_c5: `y` is of another type than `x`.
func.func @f(%x: tensor<6x192xbf16>) {
  // expected-error @+1 {{'dsv4.act_quant' op result #2 is 'tensor<6x192xf32>', but the operands give 'tensor<6x192xbf16>'}}
  %r:3 = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>)
     -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xf32>)
  return
}

// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// compress_indices_c1: positions are of i64.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi64>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op operand #1 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi64>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c1: lengths are unsigned.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xui32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op operand #2 must be ranked tensor of i32 without encoding, but got 'tensor<2xui32>'}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xui32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c1: `tokens` is not ranked.
func.func @f(%tokens: tensor<*xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op operand #0 must be ranked tensor of any type without encoding, but got 'tensor<*xi32>'}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<*xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c2: packed tokens have no requests.
func.func @f(%tokens: tensor<10xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op tokens has rank 1, expected 2}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<10xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c2: one start for the whole batch.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<i32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op start_pos has rank 0, expected 1}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<i32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c2: another number of starts.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<3xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op dimension 0 of start_pos is 3, expected B = 2 (dimension 0 of tokens)}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<3xi32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c2: a length per token.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op query_lens has rank 2, expected 1}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2x5xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c2: another number of lengths.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<1xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op dimension 0 of query_lens is 1, expected B = 2 (dimension 0 of tokens)}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<1xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c2: more tokens than an i32 counts.
func.func @f(%tokens: tensor<2x2147483648xi8>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op S (dimension 1 of tokens) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x2147483648xi8>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x?x?xi32>
  return
}

// -----

// compress_indices_c3: a layer without compressed rows (ratio 0) has no such list.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op ratio is 0, expected 1 to 2^31 - 1}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 0 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c3: beyond an i32.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op ratio is 4294967300, expected 1 to 2^31 - 1}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4294967300 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c4: rows begin before the list.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op offset is -1, expected 0 to 2^31 - 1}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {offset = -1 : i64, ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c4: beyond an i32.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op offset is 2147483648, expected 0 to 2^31 - 1}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {offset = 2147483648 : i64, ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return
}

// -----

// compress_indices_c5: another number of tokens.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op result #0 is 'tensor<2x6x?xi32>', but the operands give 'tensor<2x5x?xi32>'}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x6x?xi32>
  return
}

// -----

// compress_indices_c5: one list per request.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.compress_indices' op result #0 is 'tensor<2x?xi32>', but the operands give 'tensor<2x5x?xi32>'}}
  %r = dsv4.compress_indices(%tokens, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x?xi32>
  return
}

// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// window_indices_c1: positions are of i64.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi64>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op operand #1 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi64>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c1: positions are of f32.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xf32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op operand #1 must be ranked tensor of i32 without encoding, but got 'tensor<2xf32>'}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xf32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c1: `query_lens` is not ranked.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<*xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op operand #2 must be ranked tensor of i32 without encoding, but got 'tensor<*xi32>'}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<*xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c1: `tokens` has an encoding.
func.func @f(%tokens: tensor<2x5xi32, "rows">, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op operand #0 must be ranked tensor of any type without encoding, but got 'tensor<2x5xi32, "rows">'}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32, "rows">, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c2: packed tokens have no requests.
func.func @f(%tokens: tensor<10xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op tokens has rank 1, expected 2}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<10xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c2: hidden states instead of tokens.
func.func @f(%tokens: tensor<2x5x64xbf16>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op tokens has rank 3, expected 2}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5x64xbf16>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c2: one start for the whole batch.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<i32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op start_pos has rank 0, expected 1}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<i32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c2: another number of starts.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<3xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op dimension 0 of start_pos is 3, expected B = 2 (dimension 0 of tokens)}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<3xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c2: a length per token.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op query_lens has rank 2, expected 1}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2x5xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c2: another number of lengths.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<1xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op dimension 0 of query_lens is 1, expected B = 2 (dimension 0 of tokens)}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<1xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c2: more tokens than an i32 counts.
func.func @f(%tokens: tensor<2x2147483648xi8>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op S (dimension 1 of tokens) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x2147483648xi8>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x?x8xi32>
  return
}

// -----

// window_indices_c3: no window.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op window is 0, expected 1 to 2^31 - 1}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 0 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x0xi32>
  return
}

// -----

// window_indices_c3: a negative window.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op window is -1, expected 1 to 2^31 - 1}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = -1 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c3: a window that an i32 does not number.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op window is 2147483648, expected 1 to 2^31 - 1}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 2147483648 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c4: the ring after the update has lost what the first query sees.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op dimension 1 of tokens is 5, expected 1 with rows = ring}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {rows = #dsv4.window_rows<ring>, window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c4: the number of tokens is not known.
func.func @f(%tokens: tensor<2x?xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op S (dimension 1 of tokens) is dynamic, expected 1 with rows = ring}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {rows = #dsv4.window_rows<ring>, window = 8 : i64}
      : (tensor<2x?xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c5: the ring is not in the list.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op call_offset is given, expected it with rows = appended only}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {call_offset = 8 : i64, rows = #dsv4.window_rows<call>, window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c5: the rows of the call would begin inside the ring.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op call_offset is 7, expected 8 to 2^31 - 1}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {call_offset = 7 : i64, window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c5: a negative number.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op call_offset is -1, expected 8 to 2^31 - 1}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {call_offset = -1 : i64, window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c5: beyond an i32.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op call_offset is 2147483648, expected 8 to 2^31 - 1}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {call_offset = 2147483648 : i64, window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c6: the last row of this call has no number.
func.func @f(%tokens: tensor<2x2xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op window + S = 2147483649 rows, expected at most 2^31 = 2147483648}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 2147483647 : i64}
      : (tensor<2x2xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x2x?xi32>
  return
}

// -----

// window_indices_c6: nor has it behind other rows.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op call_offset + S = 2147483652 rows, expected at most 2^31 = 2147483648}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {call_offset = 2147483647 : i64, window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi32>
  return
}

// -----

// window_indices_c7: the width follows the tokens: as in the first prefill of the reference code.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op result #0 is 'tensor<2x5x5xi32>', but the operands give 'tensor<2x5x8xi32>'}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x5xi32>
  return
}

// -----

// window_indices_c7: indices of i64.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.window_indices' op result #0 must be ranked tensor of i32 without encoding, but got 'tensor<2x5x8xi64>'}}
  %r = dsv4.window_indices(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x8xi64>
  return
}

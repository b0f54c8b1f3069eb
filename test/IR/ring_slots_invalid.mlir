// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// ring_slots_c1: positions are of i64.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi64>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op operand #1 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi64>, tensor<2xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c1: lengths are of f32.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xf32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op operand #2 must be ranked tensor of i32 without encoding, but got 'tensor<2xf32>'}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xf32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c1: `tokens` has an encoding.
func.func @f(%tokens: tensor<2x5xi32, "rows">, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op operand #0 must be ranked tensor of any type without encoding, but got 'tensor<2x5xi32, "rows">'}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32, "rows">, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c2: packed tokens have no requests.
func.func @f(%tokens: tensor<10xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op tokens has rank 1, expected 2}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<10xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c2: one start for the whole batch.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<i32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op start_pos has rank 0, expected 1}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<i32>, tensor<2xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c2: another number of starts.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<3xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op dimension 0 of start_pos is 3, expected B = 2 (dimension 0 of tokens)}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<3xi32>, tensor<2xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c2: a length per token.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op query_lens has rank 2, expected 1}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2x5xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c2: another number of lengths.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<1xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op dimension 0 of query_lens is 1, expected B = 2 (dimension 0 of tokens)}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<1xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c2: more tokens than an i32 counts.
func.func @f(%tokens: tensor<2x2147483648xi8>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op S (dimension 1 of tokens) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x2147483648xi8>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x?xi32>
  return
}

// -----

// ring_slots_c3: no window.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op window is 0, expected 1 to 2^31 - 1}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 0 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c3: beyond an i32.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op window is 2147483648, expected 1 to 2^31 - 1}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 2147483648 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5xi32>
  return
}

// -----

// ring_slots_c4: a slot per place in the ring.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op result #0 is 'tensor<2x8xi32>', but the operands give 'tensor<2x5xi32>'}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x8xi32>
  return
}

// -----

// ring_slots_c4: slots of i64.
func.func @f(%tokens: tensor<2x5xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.ring_slots' op result #0 must be ranked tensor of i32 without encoding, but got 'tensor<2x5xi64>'}}
  %r = dsv4.ring_slots(%tokens, %start_pos, %query_lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5xi64>
  return
}

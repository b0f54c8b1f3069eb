// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// indexer_top_k_c1: scores are no integers.
func.func @f(%scores: tensor<2x5x9xi32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x9xi32>'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c1: `scores` is not ranked.
func.func @f(%scores: tensor<*xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<*xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c1: `scores` has an encoding.
func.func @f(%scores: tensor<2x5x9xf32, "rows">, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x9xf32, "rows">'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32, "rows">, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c1: positions are of i64.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi64>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op operand #1 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi64>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c1: lengths are of i64.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi64>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op operand #2 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi64>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c2: scores per head.
func.func @f(%scores: tensor<2x5x16x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op scores has rank 4, expected 3}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x16x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c2: one start for the whole batch.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<i32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op start_pos has rank 0, expected 1}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<i32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c2: another number of starts.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<3xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op dimension 0 of start_pos is 3, expected B = 2 (dimension 0 of scores)}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<3xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c2: a length per token.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op query_lens has rank 2, expected 1}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2x5xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c2: another number of lengths.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<1xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op dimension 0 of query_lens is 1, expected B = 2 (dimension 0 of scores)}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<1xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c2: more tokens than an i32 counts.
func.func @f(%scores: tensor<2x2147483648x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op S (dimension 1 of scores) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x2147483648x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c2: more rows than an i32 counts.
func.func @f(%scores: tensor<2x5x2147483648xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op T (dimension 2 of scores) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x2147483648xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c3: nothing is chosen.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op topk_limit is 0, expected 1 to 2^31 - 1}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 0 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c3: a negative number is chosen.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op topk_limit is -1, expected 1 to 2^31 - 1}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = -1 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c3: beyond an i32.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op topk_limit is 2147483648, expected 1 to 2^31 - 1}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 2147483648 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c4: no ratio.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op ratio is 0, expected 1 to 2^31 - 1}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 0 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c4: rows begin before the list.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op offset is -1, expected 0 to 2^31 - 1}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {offset = -1 : i64, ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c4: beyond an i32.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op offset is 4294967296, expected 0 to 2^31 - 1}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {offset = 4294967296 : i64, ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c5: wider than what is chosen: -1 pads only where the rows are not known.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op result #0 is 'tensor<2x5x9xi32>', but the operands give 'tensor<2x5x3xi32>'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x9xi32>
  return
}

// -----

// indexer_top_k_c5: wider than there are rows.
func.func @f(%scores: tensor<2x5x2xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op result #0 is 'tensor<2x5x3xi32>', but the operands give 'tensor<2x5x2xi32>'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x2xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi32>
  return
}

// -----

// indexer_top_k_c5: one row where there is none: the width is not made 1.
func.func @f(%scores: tensor<2x5x0xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op result #0 is 'tensor<2x5x1xi32>', but the operands give 'tensor<2x5x0xi32>'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x0xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x1xi32>
  return
}

// -----

// indexer_top_k_c5: indices of i64.
func.func @f(%scores: tensor<2x5x9xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_top_k' op result #0 must be ranked tensor of i32 without encoding, but got 'tensor<2x5x3xi64>'}}
  %r = dsv4.indexer_top_k(%scores, %start_pos, %query_lens) {ratio = 4 : i64, topk_limit = 3 : i64}
      : (tensor<2x5x9xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x3xi64>
  return
}

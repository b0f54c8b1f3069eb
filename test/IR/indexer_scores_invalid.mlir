// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// indexer_scores_c1: `q` is of f64.
func.func @f(%q: tensor<2x5x16x32xf64>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x16x32xf64>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf64>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c1: `q` holds codes: it is dequantised already.
func.func @f(%q: tensor<2x5x16x32xf8E4M3FN>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x16x32xf8E4M3FN>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf8E4M3FN>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c1: `keys` is not ranked.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<*xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<*xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c1: `keys` has an encoding.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32, "paged">, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x9x32xf32, "paged">'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32, "paged">, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c1: `weights` is of i32.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xi32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op operand #2 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x16xi32>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c1: positions are of i64.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi64>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op operand #3 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi64>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c1: lengths are of i64.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi64>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op operand #4 must be ranked tensor of i32 without encoding, but got 'tensor<2xi64>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi64>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: `q` has no heads.
func.func @f(%q: tensor<2x5x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op q has rank 3, expected 4}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: one start for the whole batch.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<i32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op start_pos has rank 0, expected 1}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<i32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: another number of starts.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<3xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op dimension 0 of start_pos is 3, expected B = 2 (dimension 0 of q)}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<3xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: a length per token.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op query_lens has rank 2, expected 1}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2x5xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: another number of lengths.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<1xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op dimension 0 of query_lens is 1, expected B = 2 (dimension 0 of q)}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<1xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: more tokens than an i32 counts.
func.func @f(%q: tensor<2x2147483648x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op S (dimension 1 of q) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x2147483648x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: keys per head: there is one for all heads.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x16x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op keys has rank 4, expected 3}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x16x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: keys of another number of requests.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<1x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op dimension 0 of keys is 1, expected B = 2 (dimension 0 of q)}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<1x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: queries and keys have different widths.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x64xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op dimension 2 of keys is 64, expected d = 32 (dimension 3 of q)}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x64xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: keys that an i32 does not number.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x2147483648x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op C (dimension 1 of keys) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x2147483648x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: one weight per token.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5xf32>, %start_pos: tensor<2xi32>, %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op weights has rank 2, expected 3}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: weights of other heads.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x64xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op dimension 2 of weights is 64, expected HI = 16 (dimension 2 of q)}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x64xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: weights of other tokens.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x1x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op dimension 1 of weights is 1, expected S = 5 (dimension 1 of q)}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x1x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c2: weights of other requests.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<1x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op dimension 0 of weights is 1, expected B = 2 (dimension 0 of q)}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<1x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c3: `keys` is of another type.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xbf16>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op keys is of bf16, expected f32 as q}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xbf16>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c4: no ratio.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op ratio is 0, expected 1 to 2^31 - 1}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 0 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c4: a negative ratio.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op ratio is -4, expected 1 to 2^31 - 1}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = -4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xf32>
  return
}

// -----

// indexer_scores_c5: scores per head.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op result #0 is 'tensor<2x5x16x?xf32>', but the operands give 'tensor<2x5x?xf32>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x16x?xf32>
  return
}

// -----

// indexer_scores_c5: scores of another type.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op result #0 is 'tensor<2x5x?xbf16>', but the operands give 'tensor<2x5x?xf32>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xbf16>
  return
}

// -----

// indexer_scores_c5: scores of another number of tokens.
func.func @f(%q: tensor<2x5x16x32xf32>, %keys: tensor<2x9x32xf32>, %weights: tensor<2x5x16xf32>, %start_pos: tensor<2xi32>,
             %query_lens: tensor<2xi32>) {
  // expected-error @+1 {{'dsv4.indexer_scores' op result #0 is 'tensor<2x1x?xf32>', but the operands give 'tensor<2x5x?xf32>'}}
  %r = dsv4.indexer_scores(%q, %keys, %weights, %start_pos, %query_lens) {ratio = 4 : i64}
      : (tensor<2x5x16x32xf32>, tensor<2x9x32xf32>, tensor<2x5x16xf32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x1x?xf32>
  return
}

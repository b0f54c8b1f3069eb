// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// embedding_c1: ids are numbers.
func.func @f(%ids: tensor<2x5xf32>, %table: tensor<100x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op operand #0 must be ranked tensor of i32 or i64 without encoding, but got 'tensor<2x5xf32>'}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xf32>, tensor<100x16xbf16>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c1: ids of another width.
func.func @f(%ids: tensor<2x5xi16>, %table: tensor<100x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op operand #0 must be ranked tensor of i32 or i64 without encoding, but got 'tensor<2x5xi16>'}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi16>, tensor<100x16xbf16>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c1: `ids` is not ranked.
func.func @f(%ids: tensor<*xi32>, %table: tensor<100x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op operand #0 must be ranked tensor of i32 or i64 without encoding, but got 'tensor<*xi32>'}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<*xi32>, tensor<100x16xbf16>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c1: `ids` has an encoding.
func.func @f(%ids: tensor<2x5xi32, "rows">, %table: tensor<100x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op operand #0 must be ranked tensor of i32 or i64 without encoding, but got 'tensor<2x5xi32, "rows">'}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi32, "rows">, tensor<100x16xbf16>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c1: the table is not stored in codes.
func.func @f(%ids: tensor<2x5xi32>, %table: tensor<100x16xf8E4M3FN>) {
  // expected-error @+1 {{'dsv4.embedding' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<100x16xf8E4M3FN>'}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi32>, tensor<100x16xf8E4M3FN>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c2: the table is a vector.
func.func @f(%ids: tensor<2x5xi32>, %table: tensor<100xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op table has rank 1, expected 2}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi32>, tensor<100xbf16>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c2: the size of the vocabulary is not known.
func.func @f(%ids: tensor<2x5xi32>, %table: tensor<?x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op V (dimension 0 of table) is dynamic, expected a static size}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi32>, tensor<?x16xbf16>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c2: no vocabulary.
func.func @f(%ids: tensor<2x5xi32>, %table: tensor<0x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op V (dimension 0 of table) is 0, expected 1 or more}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi32>, tensor<0x16xbf16>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c2: more ids than an i32 numbers.
func.func @f(%ids: tensor<2x5xi32>, %table: tensor<2147483648x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op V (dimension 0 of table) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi32>, tensor<2147483648x16xbf16>)
     -> tensor<2x5x16xbf16>
  return
}

// -----

// embedding_c3: one vector for all ids.
func.func @f(%ids: tensor<2x5xi32>, %table: tensor<100x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op result #0 is 'tensor<2x16xbf16>', but the operands give 'tensor<2x5x16xbf16>'}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi32>, tensor<100x16xbf16>)
     -> tensor<2x16xbf16>
  return
}

// -----

// embedding_c3: `y` is of another type.
func.func @f(%ids: tensor<2x5xi32>, %table: tensor<100x16xbf16>) {
  // expected-error @+1 {{'dsv4.embedding' op result #0 is 'tensor<2x5x16xf32>', but the operands give 'tensor<2x5x16xbf16>'}}
  %r = dsv4.embedding(%ids, %table)
      : (tensor<2x5xi32>, tensor<100x16xbf16>)
     -> tensor<2x5x16xf32>
  return
}

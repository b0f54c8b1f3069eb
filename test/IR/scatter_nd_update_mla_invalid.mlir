// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// scatter_nd_update_mla_c1: `rows` is of f64.
func.func @f(%rows: tensor<2x5x32xf64>, %cache: tensor<2x8x32xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x5x32xf64>'}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf64>, tensor<2x8x32xf32>, tensor<2x5xi32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c1: `cache` is not ranked.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<*xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<*xf32>, tensor<2x5xi32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c1: `cache` has an encoding.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xf32, "paged">, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<2x8x32xf32, "paged">'}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xf32, "paged">, tensor<2x5xi32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c1: slots are of i64.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xf32>, %slots: tensor<2x5xi64>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op operand #2 must be ranked tensor of i32 without encoding, but got 'tensor<2x5xi64>'}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xf32>, tensor<2x5xi64>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c1: slots are unsigned: -1 must be one.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xf32>, %slots: tensor<2x5xui32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op operand #2 must be ranked tensor of i32 without encoding, but got 'tensor<2x5xui32>'}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xf32>, tensor<2x5xui32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c2: `rows` has no requests.
func.func @f(%rows: tensor<10x32xf32>, %cache: tensor<2x8x32xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op rows has rank 2, expected 3}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<10x32xf32>, tensor<2x8x32xf32>, tensor<2x5xi32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c2: rows without channels.
func.func @f(%rows: tensor<2x5x0xf32>, %cache: tensor<2x8x0xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op d (dimension 2 of rows) is 0, expected 1 or more}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x0xf32>, tensor<2x8x0xf32>, tensor<2x5xi32>)
     -> tensor<2x8x0xf32>
  return
}

// -----

// scatter_nd_update_mla_c2: rows without channels, which only the cache knows.
func.func @f(%rows: tensor<2x5x?xf32>, %cache: tensor<2x8x0xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op d (dimension 2 of cache) is 0, expected 1 or more}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x?xf32>, tensor<2x8x0xf32>, tensor<2x5xi32>)
     -> tensor<2x8x0xf32>
  return
}

// -----

// scatter_nd_update_mla_c3: `cache` has no requests.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<8x32xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op cache has rank 2, expected 3}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<8x32xf32>, tensor<2x5xi32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c3: `cache` is for another number of requests.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<3x8x32xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op dimension 0 of cache is 3, expected B = 2 (dimension 0 of rows)}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<3x8x32xf32>, tensor<2x5xi32>)
     -> tensor<3x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c3: the width of the update is not that of the cache.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x64xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op dimension 2 of cache is 64, expected d = 32 (dimension 2 of rows)}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x64xf32>, tensor<2x5xi32>)
     -> tensor<2x8x64xf32>
  return
}

// -----

// scatter_nd_update_mla_c3: slots that an i32 does not number.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x2147483648x32xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op C (dimension 1 of cache) is 2147483648, expected at most 2^31 - 1 = 2147483647}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x2147483648x32xf32>, tensor<2x5xi32>)
     -> tensor<2x?x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c4: `cache` is of another type.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xbf16>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op cache is of bf16, expected f32 as rows}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xbf16>, tensor<2x5xi32>)
     -> tensor<2x8x32xbf16>
  return
}

// -----

// scatter_nd_update_mla_c5: slots for all requests together.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xf32>, %slots: tensor<10xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op slots has rank 1, expected 2}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xf32>, tensor<10xi32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c5: a slot too few.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xf32>, %slots: tensor<2x4xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op dimension 1 of slots is 4, expected N = 5 (dimension 1 of rows)}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xf32>, tensor<2x4xi32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c5: slots of another number of requests.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xf32>, %slots: tensor<1x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op dimension 0 of slots is 1, expected B = 2 (dimension 0 of rows)}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xf32>, tensor<1x5xi32>)
     -> tensor<2x8x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c6: the result is the cache, not the rows.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op result #0 is 'tensor<2x5x32xf32>', but the operands give 'tensor<2x8x32xf32>'}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xf32>, tensor<2x5xi32>)
     -> tensor<2x5x32xf32>
  return
}

// -----

// scatter_nd_update_mla_c6: `updated` is of another type.
func.func @f(%rows: tensor<2x5x32xf32>, %cache: tensor<2x8x32xf32>, %slots: tensor<2x5xi32>) {
  // expected-error @+1 {{'dsv4.scatter_nd_update_mla' op result #0 is 'tensor<2x8x32xbf16>', but the operands give 'tensor<2x8x32xf32>'}}
  %r = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x5x32xf32>, tensor<2x8x32xf32>, tensor<2x5xi32>)
     -> tensor<2x8x32xbf16>
  return
}

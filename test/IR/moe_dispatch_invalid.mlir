// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// moe_dispatch_c1: tokens are floats.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xi32>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<9x64xi32>'}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xi32>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c1: expert numbers are i32.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi64>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op operand #1 must be ranked tensor of i32 without encoding, but got 'tensor<9x6xi64>'}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi64>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c2: a scalar is no token.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<bf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op x has rank 0, expected 1 or more}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<bf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c2: routing of other tokens.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<8x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op dimension 0 of indices is 8, expected 9 (dimension 0 of x)}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<8x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c2: weights of another number of experts.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x5xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op dimension 1 of weights is 5, expected K = 6 (dimension 1 of indices)}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x5xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c3: first_expert is one number.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<1xi32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op first_expert has rank 1, expected 0}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<1xi32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c4: no ranks.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op ranks is 0, expected 1 to 2^31 - 1}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 0 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c5: no experts.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op experts is 0, expected 1 to 2^31 - 1}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 0 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c5: experts that the ranks do not divide.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op experts is 255, expected a multiple of the 4 ranks}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 255 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c6: parts of experts that do not make the whole.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op experts_per_rank is 48, expected a divisor of 64 = experts / ranks}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 48 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c7: the first dimension of rows are the ranks.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op result #0 is 'tensor<8x9x64xbf16>', but the operands give 'tensor<4x9x64xbf16>'}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<8x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c8: a grid that is not there.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op names @other, which is no grid of the module}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @other, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c8: an axis that is not there.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op has axis 2, but grid @ranks has 2}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 2>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c8: an axis twice.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op has axis 1 twice}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1, 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c8: another number of ranks.
shard.grid @ranks(shape = 2x4)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op has 4 ranks, but its grid_axes have 2}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 0>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

// -----

// moe_dispatch_c8: a grid of unknown size.
shard.grid @ranks(shape = 2x?)
func.func @f(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>) {
  // expected-error @+1 {{'dsv4.moe_dispatch' op is on grid @ranks, whose size is not known}}
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<4x9x64xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
  return
}

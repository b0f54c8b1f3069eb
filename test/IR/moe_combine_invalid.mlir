// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// moe_combine_c1: results are f32.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xbf16>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op operand #0 must be ranked tensor of f32 without encoding, but got 'tensor<4x9x64xbf16>'}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xbf16>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c2: ranks and channels at least.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op y has rank 1, expected 2 or more}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<64xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c2: slots of other tokens.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x8xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op dimension 1 of slots is 8, expected 9 (dimension 1 of y)}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xf32>, tensor<4x8xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c3: numbers of other ranks.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<8xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op dimension 0 of sent is 8, expected R = 4 (dimension 0 of y)}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xf32>, tensor<4x9xi32>, tensor<8xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c3: numbers of other ranks.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<3xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op dimension 0 of received is 3, expected R = 4 (dimension 0 of y)}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<3xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c3: an unknown number of ranks.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<?x9x64xf32>, %slots: tensor<?x9xi32>, %sent: tensor<?xi32>, %received: tensor<?xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op R (dimension 0 of y) is dynamic, expected a static size}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<?x9x64xf32>, tensor<?x9xi32>, tensor<?xi32>, tensor<?xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c4: experts that the ranks do not divide.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op experts is 255, expected a multiple of the 4 ranks}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 255 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c5: parts of experts that do not make the whole.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op experts_per_rank is 0, expected a divisor of 64 = experts / ranks}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 0 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c6: more experts per token than there are.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op top_k is 257, expected 1 to experts = 256}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 257 : i64}
      : (tensor<4x9x64xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c7: the ranks are summed.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op result #0 is 'tensor<4x9x64xf32>', but the operands give 'tensor<9x64xf32>'}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<4x9x64xf32>
  return
}

// -----

// moe_combine_c8: a grid that is not there.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op names @f, which is no grid of the module}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @f, grid_axes = array<i16: 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

// -----

// moe_combine_c8: another number of ranks.
shard.grid @ranks(shape = 2x4)
func.func @f(%y: tensor<4x9x64xf32>, %slots: tensor<4x9xi32>, %sent: tensor<4xi32>, %received: tensor<4xi32>) {
  // expected-error @+1 {{'dsv4.moe_combine' op has 4 ranks, but its grid_axes have 8}}
  %z = dsv4.moe_combine(%y, %slots, %sent, %received)
      {grid = @ranks, grid_axes = array<i16: 0, 1>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
      : (tensor<4x9x64xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x64xf32>
  return
}

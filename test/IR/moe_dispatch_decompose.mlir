// Decomposed without the runtime: buffers as large as all tokens, in collectives that upstream has.
// RUN: dsv4-opt %s -dsv4-decompose -canonicalize | FileCheck %s --implicit-check-not="= dsv4."

shard.grid @ranks(shape = 2x4)

// The 4 places of a replica have the same tokens and 32 of 128 experts each; tokens go along the first axis.
// CHECK-LABEL: func @places
// CHECK-SAME: %[[X:[^ ]*]]: tensor<9x64xbf16>, %[[I:[^ ]*]]: tensor<9x6xi32>, %[[W:[^ ]*]]: tensor<9x6xf32>, %[[FIRST:[^ ]*]]: tensor<i32>
func.func @places(%x: tensor<9x64xbf16>, %i: tensor<9x6xi32>, %w: tensor<9x6xf32>, %first: tensor<i32>)
    -> (tensor<2x9x64xbf16>, tensor<2x9x6xi32>, tensor<2x9x6xf32>, tensor<2x9xi32>, tensor<2xi32>, tensor<2xi32>) {
  // CHECK-DAG: %[[SPAN:.*]] = arith.constant 128 : i32
  // CHECK-DAG: %[[OWN:.*]] = arith.constant 32 : i32
  // CHECK: cf.assert %{{.*}}, "dsv4.moe_dispatch: an expert number is outside [0, 256)"
  // Rank e / 128, if e mod 128 is one of the 32 of this place.
  // CHECK: %[[F:.*]] = tensor.extract %[[FIRST]][]
  // CHECK: %[[BEGIN:.*]] = arith.remsi %[[F]], %[[SPAN]]
  // CHECK: %[[KEPT:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]} {{.*}} outs(%{{.*}} : tensor<2x9xi1>)
  // CHECK: %[[RANK:.*]] = arith.divsi %{{.*}}, %[[SPAN]]
  // CHECK: arith.cmpi eq, %[[RANK]]
  // CHECK: %[[REST:.*]] = arith.remsi %{{.*}}, %[[SPAN]]
  // CHECK: %[[PLACE:.*]] = arith.subi %[[REST]], %[[BEGIN]]
  // CHECK: arith.cmpi ult, %[[PLACE]], %[[OWN]]
  // CHECK: arith.ori
  // Slots in the order of the tokens.
  // CHECK: %[[COUNTED:.*]]:2 = scf.for
  // CHECK: tensor.extract %[[KEPT]]
  // CHECK: %[[TOKENS:.*]] = scf.for
  // CHECK: tensor.extract %[[COUNTED]]#0
  // CHECK: %[[RECEIVED:.*]] = shard.all_to_all %[[COUNTED]]#1 on @ranks grid_axes = [0] split_axis = 0 concat_axis = 0 : tensor<2xi32> -> tensor<2xi32>
  // CHECK: %[[PACKED:.*]] = linalg.generic {{.*}} ins(%[[TOKENS]] : tensor<2x9xi32>) outs(%{{.*}} : tensor<2x9x64xbf16>)
  // CHECK: tensor.extract %[[X]]
  // CHECK: %[[ROWS:.*]] = shard.all_to_all %[[PACKED]] on @ranks grid_axes = [0] {{.*}} : tensor<2x9x64xbf16> -> tensor<2x9x64xbf16>
  // CHECK: %[[INDICES:.*]] = shard.all_to_all %{{.*}} : tensor<2x9x6xi32> -> tensor<2x9x6xi32>
  // CHECK: tensor.extract %[[W]]
  // CHECK: %[[WEIGHTS:.*]] = shard.all_to_all %{{.*}} : tensor<2x9x6xf32> -> tensor<2x9x6xf32>
  // Behind what was received there is no expert.
  // CHECK: %[[MASKED:.*]] = linalg.generic {{.*}} ins(%[[INDICES]], %[[RECEIVED]] : tensor<2x9x6xi32>, tensor<2xi32>)
  // CHECK: %[[ISROW:.*]] = arith.cmpi slt
  // CHECK: arith.select %[[ISROW]]
  // CHECK: return %[[ROWS]], %[[MASKED]], %[[WEIGHTS]], %[[COUNTED]]#0, %[[COUNTED]]#1, %[[RECEIVED]]
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 0>, ranks = 2 : i64, experts = 256 : i64, experts_per_rank = 32 : i64}
      : (tensor<9x64xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
     -> (tensor<2x9x64xbf16>, tensor<2x9x6xi32>, tensor<2x9x6xf32>, tensor<2x9xi32>, tensor<2xi32>, tensor<2xi32>)
  return %r#0, %r#1, %r#2, %r#3, %r#4, %r#5 : tensor<2x9x64xbf16>, tensor<2x9x6xi32>, tensor<2x9x6xf32>, tensor<2x9xi32>, tensor<2xi32>, tensor<2xi32>
}

// Leading dimensions are merged for the way and come back; a token without one has one for the way.
// CHECK-LABEL: func @leading
// CHECK: tensor.collapse_shape %{{.*}} {{\[\[}}0, 1], [2]] : tensor<?x3x64xf32> into tensor<?x64xf32>
// CHECK: shard.all_to_all %{{.*}} : tensor<8x?x64xf32> -> tensor<8x?x64xf32>
// CHECK: tensor.expand_shape %{{.*}} {{\[\[}}0], [1, 2], [3]] {{.*}} : tensor<8x?x64xf32> into tensor<8x?x3x64xf32>
// CHECK: tensor.expand_shape %{{.*}} {{\[\[}}0, 1]] output_shape [1, 64] : tensor<64xf32> into tensor<1x64xf32>
// CHECK: shard.all_to_all %{{.*}} : tensor<4x1x64xf32> -> tensor<4x1x64xf32>
// CHECK: tensor.collapse_shape %{{.*}} {{\[\[}}0, 1], [2]] : tensor<4x1x64xf32> into tensor<4x64xf32>
func.func @leading(%x: tensor<?x3x64xf32>, %i: tensor<?x?x2xi32>, %w: tensor<?x3x2xf32>, %first: tensor<i32>, %one: tensor<64xf32>, %oi: tensor<2xi32>, %ow: tensor<2xf32>)
    -> (tensor<8x?x3x64xf32>, tensor<4x64xf32>) {
  %r:6 = dsv4.moe_dispatch(%x, %i, %w, %first)
      {grid = @ranks, grid_axes = array<i16: 0, 1>, ranks = 8 : i64, experts = 8 : i64, experts_per_rank = 1 : i64}
      : (tensor<?x3x64xf32>, tensor<?x?x2xi32>, tensor<?x3x2xf32>, tensor<i32>)
     -> (tensor<8x?x3x64xf32>, tensor<8x?x3x2xi32>, tensor<8x?x3x2xf32>, tensor<8x?x3xi32>, tensor<8xi32>, tensor<8xi32>)
  %o:6 = dsv4.moe_dispatch(%one, %oi, %ow, %first)
      {grid = @ranks, grid_axes = array<i16: 1>, ranks = 4 : i64, experts = 8 : i64, experts_per_rank = 2 : i64}
      : (tensor<64xf32>, tensor<2xi32>, tensor<2xf32>, tensor<i32>)
     -> (tensor<4x64xf32>, tensor<4x2xi32>, tensor<4x2xf32>, tensor<4xi32>, tensor<4xi32>, tensor<4xi32>)
  return %r#0, %o#0 : tensor<8x?x3x64xf32>, tensor<4x64xf32>
}

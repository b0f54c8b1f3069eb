// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @plain
// CHECK-SAME: %[[X:.*]]: tensor<7x24xbf16>, %[[I:.*]]: tensor<7x2xi32>, %[[WEIGHTS:.*]]: tensor<7x2xf32>, %[[W1:.*]]: tensor<6x16x24xbf16>, %[[W2:.*]]: tensor<6x24x16xbf16>
func.func @plain(%x: tensor<7x24xbf16>, %i: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x16x24xbf16>, %w2: tensor<6x24x16xbf16>) -> tensor<7x24xf32> {
  // CHECK: dsv4.routed_experts(%[[X]], %[[I]], %[[WEIGHTS]], %[[W1]], %[[W1]], %[[W2]]) {limit = 1.000000e+01 : f64}
  // CHECK-SAME: : (tensor<7x24xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x16x24xbf16>, tensor<6x16x24xbf16>, tensor<6x24x16xbf16>) -> tensor<7x24xf32>
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w1, %w2) {limit = 10.0}
      : (tensor<7x24xbf16>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x16x24xbf16>, tensor<6x16x24xbf16>, tensor<6x24x16xbf16>) -> tensor<7x24xf32>
  return %y : tensor<7x24xf32>
}

// Without a limit; one token.
// CHECK-LABEL: func @unclamped
func.func @unclamped(%x: tensor<24xf16>, %i: tensor<2xi32>, %weights: tensor<2xf32>, %w1: tensor<1x16x24xf32>, %w2: tensor<1x24x16xf32>) -> tensor<24xf32> {
  // CHECK: dsv4.routed_experts(%{{[^)]*}}) : (tensor<24xf16>, tensor<2xi32>, tensor<2xf32>, tensor<1x16x24xf32>, tensor<1x16x24xf32>, tensor<1x24x16xf32>) -> tensor<24xf32>
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w1, %w2)
      : (tensor<24xf16>, tensor<2xi32>, tensor<2xf32>, tensor<1x16x24xf32>, tensor<1x16x24xf32>, tensor<1x24x16xf32>) -> tensor<24xf32>
  return %y : tensor<24xf32>
}

// The experts of V4 as the checkpoint stores them: two FP4 codes per byte.
// CHECK-LABEL: func @fp4_packed
func.func @fp4_packed(%x: tensor<5x256xbf16>, %i: tensor<5x6xi32>, %weights: tensor<5x6xf32>, %w1: tensor<8x64x128xi8>, %w2: tensor<8x256x32xi8>,
                      %s1: tensor<8x64x8xf8E8M0FNU>, %s2: tensor<8x256x2xf8E8M0FNU>) -> tensor<5x256xf32> {
  // CHECK: : (tensor<5x256xbf16>, tensor<5x6xi32>, tensor<5x6xf32>, tensor<8x64x128xi8>, tensor<8x64x128xi8>, tensor<8x256x32xi8>, tensor<8x64x8xf8E8M0FNU>, tensor<8x64x8xf8E8M0FNU>, tensor<8x256x2xf8E8M0FNU>) -> tensor<5x256xf32>
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w1, %w2, %s1, %s1, %s2) {limit = 10.0}
      : (tensor<5x256xbf16>, tensor<5x6xi32>, tensor<5x6xf32>, tensor<8x64x128xi8>, tensor<8x64x128xi8>, tensor<8x256x32xi8>,
         tensor<8x64x8xf8E8M0FNU>, tensor<8x64x8xf8E8M0FNU>, tensor<8x256x2xf8E8M0FNU>) -> tensor<5x256xf32>
  return %y : tensor<5x256xf32>
}

// And as the Base models do.
// CHECK-LABEL: func @fp8
func.func @fp8(%x: tensor<5x256xf32>, %i: tensor<5x6xi32>, %weights: tensor<5x6xf32>, %w1: tensor<8x128x256xf8E4M3FN>, %w2: tensor<8x256x128xf8E4M3FN>,
               %s1: tensor<8x1x2xf8E8M0FNU>, %s2: tensor<8x2x1xf8E8M0FNU>) -> tensor<5x256xf32> {
  // CHECK: tensor<8x128x256xf8E4M3FN>, tensor<8x128x256xf8E4M3FN>, tensor<8x256x128xf8E4M3FN>, tensor<8x1x2xf8E8M0FNU>, tensor<8x1x2xf8E8M0FNU>, tensor<8x2x1xf8E8M0FNU>) -> tensor<5x256xf32>
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w1, %w2, %s1, %s1, %s2) {limit = 10.0}
      : (tensor<5x256xf32>, tensor<5x6xi32>, tensor<5x6xf32>, tensor<8x128x256xf8E4M3FN>, tensor<8x128x256xf8E4M3FN>, tensor<8x256x128xf8E4M3FN>,
         tensor<8x1x2xf8E8M0FNU>, tensor<8x1x2xf8E8M0FNU>, tensor<8x2x1xf8E8M0FNU>) -> tensor<5x256xf32>
  return %y : tensor<5x256xf32>
}

// The number of experts is static.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?xf32>, %i: tensor<?x?x?xi32>, %weights: tensor<?x?x6xf32>, %w1: tensor<8x?x?xf32>, %w3: tensor<?x?x?xf32>, %w2: tensor<?x64x?xf32>) -> tensor<?x?x?xf32> {
  // CHECK: : (tensor<?x?x?xf32>, tensor<?x?x?xi32>, tensor<?x?x6xf32>, tensor<8x?x?xf32>, tensor<?x?x?xf32>, tensor<?x64x?xf32>) -> tensor<?x?x?xf32>
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w3, %w2)
      : (tensor<?x?x?xf32>, tensor<?x?x?xi32>, tensor<?x?x6xf32>, tensor<8x?x?xf32>, tensor<?x?x?xf32>, tensor<?x64x?xf32>) -> tensor<?x?x?xf32>
  return %y : tensor<?x?x?xf32>
}

// No token chose anything.
// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%x: tensor<0x24xf32>, %i: tensor<0x0xi32>, %weights: tensor<0x0xf32>, %w1: tensor<6x16x24xf32>, %w2: tensor<6x24x16xf32>) -> tensor<0x24xf32> {
  // CHECK: : (tensor<0x24xf32>, tensor<0x0xi32>, tensor<0x0xf32>, tensor<6x16x24xf32>, tensor<6x16x24xf32>, tensor<6x24x16xf32>) -> tensor<0x24xf32>
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w1, %w2)
      : (tensor<0x24xf32>, tensor<0x0xi32>, tensor<0x0xf32>, tensor<6x16x24xf32>, tensor<6x16x24xf32>, tensor<6x24x16xf32>) -> tensor<0x24xf32>
  return %y : tensor<0x24xf32>
}

// Six of 24 experts, with scales and without.
// CHECK-LABEL: func @of_one_rank
// CHECK-SAME: %[[FIRST:[^ ]*]]: tensor<i32>
func.func @of_one_rank(%first: tensor<i32>, %x: tensor<2x7x24xbf16>, %i: tensor<2x7x2xi32>, %weights: tensor<2x7x2xf32>, %w1: tensor<6x16x24xbf16>, %w2: tensor<6x24x16xbf16>,
    %x8: tensor<5x256xf32>, %i8: tensor<5x6xi32>, %weights8: tensor<5x6xf32>, %c1: tensor<8x128x256xf8E4M3FN>, %c2: tensor<8x256x128xf8E4M3FN>,
    %s1: tensor<8x1x2xf8E8M0FNU>, %s2: tensor<8x2x1xf8E8M0FNU>) -> (tensor<2x7x24xf32>, tensor<5x256xf32>) {
  // CHECK: dsv4.routed_experts(%{{[^)]*}}) from %[[FIRST]] {experts = 24 : i64, limit = 1.000000e+01 : f64}
  // CHECK-SAME: tensor<6x24x16xbf16>, tensor<i32>) -> tensor<2x7x24xf32>
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w1, %w2) from %first {limit = 10.0, experts = 24 : i64}
      : (tensor<2x7x24xbf16>, tensor<2x7x2xi32>, tensor<2x7x2xf32>, tensor<6x16x24xbf16>, tensor<6x16x24xbf16>, tensor<6x24x16xbf16>, tensor<i32>) -> tensor<2x7x24xf32>
  // CHECK: dsv4.routed_experts(%{{[^)]*}}) from %[[FIRST]] {experts = 32 : i64}
  // CHECK-SAME: tensor<8x2x1xf8E8M0FNU>, tensor<i32>) -> tensor<5x256xf32>
  %z = dsv4.routed_experts(%x8, %i8, %weights8, %c1, %c1, %c2, %s1, %s1, %s2) from %first {experts = 32 : i64}
      : (tensor<5x256xf32>, tensor<5x6xi32>, tensor<5x6xf32>, tensor<8x128x256xf8E4M3FN>, tensor<8x128x256xf8E4M3FN>, tensor<8x256x128xf8E4M3FN>,
         tensor<8x1x2xf8E8M0FNU>, tensor<8x1x2xf8E8M0FNU>, tensor<8x2x1xf8E8M0FNU>, tensor<i32>) -> tensor<5x256xf32>
  return %y, %z : tensor<2x7x24xf32>, tensor<5x256xf32>
}

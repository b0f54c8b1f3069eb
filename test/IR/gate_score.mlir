// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @sqrtsoftplus
// CHECK-SAME: %[[X:.*]]: tensor<9x64xbf16>, %[[W:.*]]: tensor<256x64xbf16>
func.func @sqrtsoftplus(%x: tensor<9x64xbf16>, %w: tensor<256x64xbf16>) -> tensor<9x256xf32> {
  // CHECK: dsv4.gate_score(%[[X]], %[[W]]) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>} : (tensor<9x64xbf16>, tensor<256x64xbf16>) -> tensor<9x256xf32>
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
      : (tensor<9x64xbf16>, tensor<256x64xbf16>) -> tensor<9x256xf32>
  return %scores : tensor<9x256xf32>
}

// Rank 1 is one token; x and weight may have different types.
// CHECK-LABEL: func @sigmoid
func.func @sigmoid(%x: tensor<7xf16>, %w: tensor<5x7xf32>) -> tensor<5xf32> {
  // CHECK: dsv4.gate_score({{.*}}) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<7xf16>, tensor<5x7xf32>) -> tensor<5xf32>
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<7xf16>, tensor<5x7xf32>) -> tensor<5xf32>
  return %scores : tensor<5xf32>
}

// CHECK-LABEL: func @softmax
func.func @softmax(%x: tensor<2x3x5x64xf32>, %w: tensor<1x64xf32>) -> tensor<2x3x5x1xf32> {
  // CHECK: dsv4.gate_score({{.*}}) {scoring_func = #dsv4.scoring_function<softmax>} : (tensor<2x3x5x64xf32>, tensor<1x64xf32>) -> tensor<2x3x5x1xf32>
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<softmax>}
      : (tensor<2x3x5x64xf32>, tensor<1x64xf32>) -> tensor<2x3x5x1xf32>
  return %scores : tensor<2x3x5x1xf32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?xbf16>, %w: tensor<?x?xbf16>) -> tensor<?x?x?xf32> {
  // CHECK: dsv4.gate_score({{.*}}) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>} : (tensor<?x?x?xbf16>, tensor<?x?xbf16>) -> tensor<?x?x?xf32>
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
      : (tensor<?x?x?xbf16>, tensor<?x?xbf16>) -> tensor<?x?x?xf32>
  return %scores : tensor<?x?x?xf32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%x: tensor<0x64xf32>, %w: tensor<8x64xf32>) -> tensor<0x8xf32> {
  // CHECK: : (tensor<0x64xf32>, tensor<8x64xf32>) -> tensor<0x8xf32>
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>} : (tensor<0x64xf32>, tensor<8x64xf32>) -> tensor<0x8xf32>
  return %scores : tensor<0x8xf32>
}

// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// Heads share the table of their request.
// CHECK-LABEL: func @heads
// CHECK-SAME: %[[X:.*]]: tensor<2x3x64x512xbf16>, %[[COS:.*]]: tensor<2x3x32xf32>, %[[SIN:.*]]: tensor<2x3x32xf32>
func.func @heads(%x: tensor<2x3x64x512xbf16>, %cos: tensor<2x3x32xf32>, %sin: tensor<2x3x32xf32>) -> tensor<2x3x64x512xbf16> {
  // CHECK: dsv4.rope(%[[X]], %[[COS]], %[[SIN]]) {inverse = true} : (tensor<2x3x64x512xbf16>, tensor<2x3x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x64x512xbf16>
  %y = dsv4.rope(%x, %cos, %sin) {inverse = true}
      : (tensor<2x3x64x512xbf16>, tensor<2x3x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x64x512xbf16>
  return %y : tensor<2x3x64x512xbf16>
}

// One table for all requests, no heads; forward is the default.
// CHECK-LABEL: func @shared_table
func.func @shared_table(%x: tensor<2x3x512xf32>, %cos: tensor<3x32xf32>, %sin: tensor<3x32xf32>) -> tensor<2x3x512xf32> {
  // CHECK: dsv4.rope(%{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}}) : (tensor<2x3x512xf32>, tensor<3x32xf32>, tensor<3x32xf32>) -> tensor<2x3x512xf32>
  %y = dsv4.rope(%x, %cos, %sin) {inverse = false} : (tensor<2x3x512xf32>, tensor<3x32xf32>, tensor<3x32xf32>) -> tensor<2x3x512xf32>
  return %y : tensor<2x3x512xf32>
}

// All channels turn.
// CHECK-LABEL: func @all_channels
func.func @all_channels(%x: tensor<1x1x8xf16>, %cos: tensor<1x1x4xf32>, %sin: tensor<1x1x4xf32>) -> tensor<1x1x8xf16> {
  // CHECK: : (tensor<1x1x8xf16>, tensor<1x1x4xf32>, tensor<1x1x4xf32>) -> tensor<1x1x8xf16>
  %y = dsv4.rope(%x, %cos, %sin) : (tensor<1x1x8xf16>, tensor<1x1x4xf32>, tensor<1x1x4xf32>) -> tensor<1x1x8xf16>
  return %y : tensor<1x1x8xf16>
}

// An odd number of channels: the first one passes.
// CHECK-LABEL: func @odd
func.func @odd(%x: tensor<1x1x9xf32>, %cos: tensor<1x4xf32>, %sin: tensor<1x4xf32>) -> tensor<1x1x9xf32> {
  // CHECK: : (tensor<1x1x9xf32>, tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x1x9xf32>
  %y = dsv4.rope(%x, %cos, %sin) : (tensor<1x1x9xf32>, tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x1x9xf32>
  return %y : tensor<1x1x9xf32>
}

// `d` is static, and of the tables one says what `rd` is.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?x512xbf16>, %cos: tensor<?x?x?xf32>, %sin: tensor<?x?x32xf32>) -> tensor<?x?x64x?xbf16> {
  // CHECK: : (tensor<?x?x?x512xbf16>, tensor<?x?x?xf32>, tensor<?x?x32xf32>) -> tensor<?x?x64x?xbf16>
  %y = dsv4.rope(%x, %cos, %sin) : (tensor<?x?x?x512xbf16>, tensor<?x?x?xf32>, tensor<?x?x32xf32>) -> tensor<?x?x64x?xbf16>
  return %y : tensor<?x?x64x?xbf16>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%x: tensor<2x0x4x16xf32>, %cos: tensor<0x4xf32>, %sin: tensor<0x4xf32>) -> tensor<2x0x4x16xf32> {
  // CHECK: : (tensor<2x0x4x16xf32>, tensor<0x4xf32>, tensor<0x4xf32>) -> tensor<2x0x4x16xf32>
  %y = dsv4.rope(%x, %cos, %sin) : (tensor<2x0x4x16xf32>, tensor<0x4xf32>, tensor<0x4xf32>) -> tensor<2x0x4x16xf32>
  return %y : tensor<2x0x4x16xf32>
}

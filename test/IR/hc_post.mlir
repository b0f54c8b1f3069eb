// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<2x3x64xbf16>, %[[RESIDUAL:.*]]: tensor<2x3x4x64xbf16>, %[[POST:.*]]: tensor<2x3x4xf32>, %[[COMB:.*]]: tensor<2x3x4x4xf32>
func.func @static(%x: tensor<2x3x64xbf16>, %residual: tensor<2x3x4x64xbf16>, %post: tensor<2x3x4xf32>, %comb: tensor<2x3x4x4xf32>)
    -> tensor<2x3x4x64xbf16> {
  // CHECK: dsv4.hc_post(%[[X]], %[[RESIDUAL]], %[[POST]], %[[COMB]])
  // CHECK-SAME: : (tensor<2x3x64xbf16>, tensor<2x3x4x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>) -> tensor<2x3x4x64xbf16>
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<2x3x64xbf16>, tensor<2x3x4x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>) -> tensor<2x3x4x64xbf16>
  return %y : tensor<2x3x4x64xbf16>
}

// h = 3, one token without leading dimensions.
// CHECK-LABEL: func @one_token
func.func @one_token(%x: tensor<63xf32>, %residual: tensor<3x63xf32>, %post: tensor<3xf32>, %comb: tensor<3x3xf32>) -> tensor<3x63xf32> {
  // CHECK: : (tensor<63xf32>, tensor<3x63xf32>, tensor<3xf32>, tensor<3x3xf32>) -> tensor<3x63xf32>
  %y = dsv4.hc_post(%x, %residual, %post, %comb) : (tensor<63xf32>, tensor<3x63xf32>, tensor<3xf32>, tensor<3x3xf32>) -> tensor<3x63xf32>
  return %y : tensor<3x63xf32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?xf16>, %residual: tensor<?x4x?xf16>, %post: tensor<?x4xf32>, %comb: tensor<?x4x4xf32>) -> tensor<?x4x?xf16> {
  // CHECK: : (tensor<?x?xf16>, tensor<?x4x?xf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x?xf16>
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<?x?xf16>, tensor<?x4x?xf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x?xf16>
  return %y : tensor<?x4x?xf16>
}

// Every operand knows another dimension.
// CHECK-LABEL: func @mixed
func.func @mixed(%x: tensor<2x?x64xf32>, %residual: tensor<?x3x4x?xf32>, %post: tensor<?x?x?xf32>, %comb: tensor<?x?x4x?xf32>)
    -> tensor<2x3x4x64xf32> {
  // CHECK: : (tensor<2x?x64xf32>, tensor<?x3x4x?xf32>, tensor<?x?x?xf32>, tensor<?x?x4x?xf32>) -> tensor<2x3x4x64xf32>
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<2x?x64xf32>, tensor<?x3x4x?xf32>, tensor<?x?x?xf32>, tensor<?x?x4x?xf32>) -> tensor<2x3x4x64xf32>
  return %y : tensor<2x3x4x64xf32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%x: tensor<0x64xf32>, %residual: tensor<0x4x64xf32>, %post: tensor<0x4xf32>, %comb: tensor<0x4x4xf32>)
    -> tensor<0x4x64xf32> {
  // CHECK: : (tensor<0x64xf32>, tensor<0x4x64xf32>, tensor<0x4xf32>, tensor<0x4x4xf32>) -> tensor<0x4x64xf32>
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<0x64xf32>, tensor<0x4x64xf32>, tensor<0x4xf32>, tensor<0x4x4xf32>) -> tensor<0x4x64xf32>
  return %y : tensor<0x4x64xf32>
}

// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// The layout of the reference: hc_scale [3], hc_base [(2 + h) * h].
// CHECK-LABEL: func @reference_layout
// CHECK-SAME: %[[MIX:.*]]: tensor<2x3x24xf32>, %[[X:.*]]: tensor<2x3x4x64xbf16>, %[[SCALE:.*]]: tensor<3xf32>, %[[BASE:.*]]: tensor<24xf32>
func.func @reference_layout(%mix: tensor<2x3x24xf32>, %x: tensor<2x3x4x64xbf16>, %scale: tensor<3xf32>, %base: tensor<24xf32>)
    -> (tensor<2x3x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>) {
  // CHECK: %{{.*}}, %{{.*}}, %{{.*}} = dsv4.hc_pre_sinkhorn(%[[MIX]], %[[X]], %[[SCALE]], %[[BASE]])
  // CHECK-SAME: {hc_eps = 9.9999999999999995E-7 : f64, sinkhorn_iters = 20 : i64}
  // CHECK-SAME: : (tensor<2x3x24xf32>, tensor<2x3x4x64xbf16>, tensor<3xf32>, tensor<24xf32>) -> (tensor<2x3x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>)
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<2x3x24xf32>, tensor<2x3x4x64xbf16>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<2x3x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>)
  return %y, %post, %comb : tensor<2x3x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>
}

// The layout of the RFC: both [3, h].
// CHECK-LABEL: func @rfc_layout
func.func @rfc_layout(%mix: tensor<5x24xf32>, %x: tensor<5x4x63xf16>, %scale: tensor<3x4xf32>, %base: tensor<3x4xf32>)
    -> (tensor<5x63xf16>, tensor<5x4xf32>, tensor<5x4x4xf32>) {
  // CHECK: dsv4.hc_pre_sinkhorn({{.*}}) {hc_eps = 1.000000e-05 : f64, sinkhorn_iters = 1 : i64}
  // CHECK-SAME: : (tensor<5x24xf32>, tensor<5x4x63xf16>, tensor<3x4xf32>, tensor<3x4xf32>) -> (tensor<5x63xf16>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-5, sinkhorn_iters = 1 : i64}
      : (tensor<5x24xf32>, tensor<5x4x63xf16>, tensor<3x4xf32>, tensor<3x4xf32>)
     -> (tensor<5x63xf16>, tensor<5x4xf32>, tensor<5x4x4xf32>)
  return %y, %post, %comb : tensor<5x63xf16>, tensor<5x4xf32>, tensor<5x4x4xf32>
}

// h = 2: M = (2 + 2) * 2 = 8. One token without leading dimensions.
// CHECK-LABEL: func @two_streams
func.func @two_streams(%mix: tensor<8xf32>, %x: tensor<2x7xf32>, %scale: tensor<3xf32>, %base: tensor<8xf32>)
    -> (tensor<7xf32>, tensor<2xf32>, tensor<2x2xf32>) {
  // CHECK: : (tensor<8xf32>, tensor<2x7xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<7xf32>, tensor<2xf32>, tensor<2x2xf32>)
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 3 : i64}
      : (tensor<8xf32>, tensor<2x7xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<7xf32>, tensor<2xf32>, tensor<2x2xf32>)
  return %y, %post, %comb : tensor<7xf32>, tensor<2xf32>, tensor<2x2xf32>
}

// Only h, as dimension of hidden, is static.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%mix: tensor<?x?x?xf32>, %x: tensor<?x?x4x?xbf16>, %scale: tensor<?xf32>, %base: tensor<?xf32>)
    -> (tensor<?x?x?xbf16>, tensor<?x?x4xf32>, tensor<?x?x?x?xf32>) {
  // CHECK: : (tensor<?x?x?xf32>, tensor<?x?x4x?xbf16>, tensor<?xf32>, tensor<?xf32>) -> (tensor<?x?x?xbf16>, tensor<?x?x4xf32>, tensor<?x?x?x?xf32>)
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<?x?x?xf32>, tensor<?x?x4x?xbf16>, tensor<?xf32>, tensor<?xf32>)
     -> (tensor<?x?x?xbf16>, tensor<?x?x4xf32>, tensor<?x?x?x?xf32>)
  return %y, %post, %comb : tensor<?x?x?xbf16>, tensor<?x?x4xf32>, tensor<?x?x?x?xf32>
}

// CHECK-LABEL: func @dynamic_rfc_layout
func.func @dynamic_rfc_layout(%mix: tensor<?x24xf32>, %x: tensor<?x4x?xbf16>, %scale: tensor<?x?xf32>, %base: tensor<3x?xf32>)
    -> (tensor<?x?xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) {
  // CHECK: : (tensor<?x24xf32>, tensor<?x4x?xbf16>, tensor<?x?xf32>, tensor<3x?xf32>) -> (tensor<?x?xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>)
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<?x24xf32>, tensor<?x4x?xbf16>, tensor<?x?xf32>, tensor<3x?xf32>)
     -> (tensor<?x?xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>)
  return %y, %post, %comb : tensor<?x?xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>
}

// One stream: M = 3. Without tokens.
// CHECK-LABEL: func @one_stream_no_tokens
func.func @one_stream_no_tokens(%mix: tensor<0x3xf32>, %x: tensor<0x1x5xf32>, %scale: tensor<3x1xf32>, %base: tensor<3x1xf32>)
    -> (tensor<0x5xf32>, tensor<0x1xf32>, tensor<0x1x1xf32>) {
  // CHECK: {hc_eps = 9.9999999999999995E-7 : f64, sinkhorn_iters = 2147483647 : i64} : (tensor<0x3xf32>, tensor<0x1x5xf32>, tensor<3x1xf32>, tensor<3x1xf32>)
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base) {hc_eps = 1.0e-6, sinkhorn_iters = 2147483647 : i64}
      : (tensor<0x3xf32>, tensor<0x1x5xf32>, tensor<3x1xf32>, tensor<3x1xf32>)
     -> (tensor<0x5xf32>, tensor<0x1xf32>, tensor<0x1x1xf32>)
  return %y, %post, %comb : tensor<0x5xf32>, tensor<0x1xf32>, tensor<0x1x1xf32>
}

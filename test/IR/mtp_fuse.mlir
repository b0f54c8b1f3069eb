// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @plain
// CHECK-SAME: %[[E:.*]]: tensor<2x5x24xbf16>, %[[X:.*]]: tensor<2x5x4x24xbf16>, %[[NORM:.*]]: tensor<24xf32>, %[[W:.*]]: tensor<24x24xbf16>
func.func @plain(%e: tensor<2x5x24xbf16>, %x: tensor<2x5x4x24xbf16>, %norm: tensor<24xf32>, %w: tensor<24x24xbf16>) -> tensor<2x5x4x24xbf16> {
  // CHECK: dsv4.mtp_fuse(%[[E]], %[[X]], %[[NORM]], %[[NORM]], %[[W]], %[[W]]) {norm_eps = 9.9999999999999995E-7 : f64}
  // CHECK-SAME: : (tensor<2x5x24xbf16>, tensor<2x5x4x24xbf16>, tensor<24xf32>, tensor<24xf32>, tensor<24x24xbf16>, tensor<24x24xbf16>) -> tensor<2x5x4x24xbf16>
  %y = dsv4.mtp_fuse(%e, %x, %norm, %norm, %w, %w) {norm_eps = 1.0e-6}
      : (tensor<2x5x24xbf16>, tensor<2x5x4x24xbf16>, tensor<24xf32>, tensor<24xf32>, tensor<24x24xbf16>, tensor<24x24xbf16>) -> tensor<2x5x4x24xbf16>
  return %y : tensor<2x5x4x24xbf16>
}

// Codes and their scales, as the checkpoint stores the two projections.
// CHECK-LABEL: func @fp8
func.func @fp8(%e: tensor<256xbf16>, %x: tensor<4x256xbf16>, %norm: tensor<256xbf16>, %w: tensor<256x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) -> tensor<4x256xbf16> {
  // CHECK: : (tensor<256xbf16>, tensor<4x256xbf16>, tensor<256xbf16>, tensor<256xbf16>, tensor<256x256xf8E4M3FN>, tensor<256x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>, tensor<2x2xf8E8M0FNU>) -> tensor<4x256xbf16>
  %y = dsv4.mtp_fuse(%e, %x, %norm, %norm, %w, %w, %scales, %scales) {norm_eps = 1.0e-6}
      : (tensor<256xbf16>, tensor<4x256xbf16>, tensor<256xbf16>, tensor<256xbf16>, tensor<256x256xf8E4M3FN>, tensor<256x256xf8E4M3FN>,
         tensor<2x2xf8E8M0FNU>, tensor<2x2xf8E8M0FNU>) -> tensor<4x256xbf16>
  return %y : tensor<4x256xbf16>
}

// The two projections need not be stored alike.
// CHECK-LABEL: func @packed_and_not
func.func @packed_and_not(%e: tensor<3x128xf16>, %x: tensor<3x2x128xf16>, %norm: tensor<128xf32>, %e_proj: tensor<128x64xi8>, %h_proj: tensor<128x128xf4E2M1FN>, %scales: tensor<128x4xf8E8M0FNU>) -> tensor<3x2x128xf16> {
  // CHECK: tensor<128x64xi8>, tensor<128x128xf4E2M1FN>, tensor<128x4xf8E8M0FNU>, tensor<128x4xf8E8M0FNU>) -> tensor<3x2x128xf16>
  %y = dsv4.mtp_fuse(%e, %x, %norm, %norm, %e_proj, %h_proj, %scales, %scales) {norm_eps = 1.0e-6}
      : (tensor<3x128xf16>, tensor<3x2x128xf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x64xi8>, tensor<128x128xf4E2M1FN>,
         tensor<128x4xf8E8M0FNU>, tensor<128x4xf8E8M0FNU>) -> tensor<3x2x128xf16>
  return %y : tensor<3x2x128xf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%e: tensor<?x?x?xf32>, %x: tensor<?x?x4x?xf32>, %norm: tensor<?xf32>, %w: tensor<?x64xf32>) -> tensor<?x?x4x?xf32> {
  // CHECK: : (tensor<?x?x?xf32>, tensor<?x?x4x?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?x64xf32>, tensor<?x64xf32>) -> tensor<?x?x4x?xf32>
  %y = dsv4.mtp_fuse(%e, %x, %norm, %norm, %w, %w) {norm_eps = 1.0e-6}
      : (tensor<?x?x?xf32>, tensor<?x?x4x?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?x64xf32>, tensor<?x64xf32>) -> tensor<?x?x4x?xf32>
  return %y : tensor<?x?x4x?xf32>
}

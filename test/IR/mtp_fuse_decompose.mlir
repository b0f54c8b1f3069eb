// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// Two norms, two projections in f32, and a sum that is rounded once.
// CHECK-LABEL: func @main
// CHECK-SAME: %[[E:[^ ]*]]: tensor<3x16xbf16>, %[[X:[^ ]*]]: tensor<3x4x16xbf16>, %[[ENORM:[^ ]*]]: tensor<16xf32>, %[[HNORM:[^ ]*]]: tensor<16xf32>, %[[E_PROJ:[^ ]*]]: tensor<16x16xbf16>, %[[H_PROJ:[^ ]*]]: tensor<16x16xbf16>
func.func @main(%e: tensor<3x16xbf16>, %x: tensor<3x4x16xbf16>, %enorm: tensor<16xf32>, %hnorm: tensor<16xf32>, %e_proj: tensor<16x16xbf16>, %h_proj: tensor<16x16xbf16>) -> tensor<3x4x16xbf16> {
  // The norm of the embedding.
  // CHECK: linalg.generic {{.*}} ins(%[[E]] :
  // CHECK: math.rsqrt
  // CHECK: linalg.generic {{.*}} ins(%{{.*}}, %{{.*}}, %[[ENORM]] :
  // CHECK: %[[FROM_E:.*]] = linalg.contract {{.*}} ins(%{{.*}}, %[[E_PROJ]] : tensor<3x16xbf16>, tensor<16x16xbf16>)
  // The norm of each stream.
  // CHECK: linalg.generic {{.*}} ins(%[[X]] :
  // CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]}
  // CHECK: linalg.generic {{.*}} ins(%{{.*}}, %{{.*}}, %[[HNORM]] :
  // CHECK: %[[FROM_X:.*]] = linalg.contract {{.*}} ins(%{{.*}}, %[[H_PROJ]] : tensor<3x4x16xbf16>, tensor<16x16xbf16>)
  // CHECK: %[[SUM:.*]] = linalg.generic {{.*}} ins(%[[FROM_E]], %[[FROM_X]] : tensor<3x16xf32>, tensor<3x4x16xf32>)
  // CHECK: arith.addf
  // CHECK: linalg.generic {{.*}} ins(%[[SUM]] :
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %y = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x16xbf16>, tensor<3x4x16xbf16>, tensor<16xf32>, tensor<16xf32>, tensor<16x16xbf16>, tensor<16x16xbf16>) -> tensor<3x4x16xbf16>
  return %y : tensor<3x4x16xbf16>
}

// Codes: both projections as linear has them. D is what one operand says.
// CHECK-LABEL: func @coded
func.func @coded(%e: tensor<?x?xf32>, %x: tensor<?x4x?xf32>, %enorm: tensor<128xf32>, %hnorm: tensor<?xf32>, %e_proj: tensor<?x?xf8E4M3FN>, %h_proj: tensor<?x?xi8>,
                 %e_scales: tensor<?x?xf8E8M0FNU>, %h_scales: tensor<?x?xf8E8M0FNU>) -> tensor<?x4x?xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 0 of e is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 1 of e is not dimension 2 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 0 of enorm is not dimension 2 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 0 of hnorm is not dimension 0 of enorm"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 0 of e_proj is not dimension 0 of enorm"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 1 of e_proj is not dimension 0 of enorm"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 0 of scales of e_proj is not 1"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 1 of scales of e_proj is not 1"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 0 of h_proj is not dimension 0 of enorm"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 0 of enorm is not 2 times dimension 1 of h_proj"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 0 of scales of h_proj is not 128"
  // CHECK: cf.assert %{{.*}}, "dsv4.mtp_fuse: dimension 1 of scales of h_proj is not 4"
  // CHECK: cf.assert %{{.*}}, "dsv4.linear: dimension 0 of scales is not 1"
  // CHECK: cf.assert %{{.*}}, "dsv4.linear: dimension 1 of scales is not 1"
  // CHECK: arith.truncf %{{.*}} : f32 to f8E4M3FN
  // CHECK: tensor.extract %{{.*}} : tensor<128x128xf8E4M3FN>
  // CHECK: cf.assert %{{.*}}, "dsv4.linear: dimension 0 of scales is not 128"
  // CHECK: cf.assert %{{.*}}, "dsv4.linear: dimension 1 of scales is not 4"
  // CHECK: tensor.extract %{{.*}} : tensor<128x64xi8>
  %y = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %e_scales, %h_scales) {norm_eps = 1.0e-6}
      : (tensor<?x?xf32>, tensor<?x4x?xf32>, tensor<128xf32>, tensor<?xf32>, tensor<?x?xf8E4M3FN>, tensor<?x?xi8>, tensor<?x?xf8E8M0FNU>, tensor<?x?xf8E8M0FNU>) -> tensor<?x4x?xf32>
  return %y : tensor<?x4x?xf32>
}

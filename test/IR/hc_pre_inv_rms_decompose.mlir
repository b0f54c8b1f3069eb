// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<2x3x4x64xbf16>
func.func @static(%x: tensor<2x3x4x64xbf16>) -> tensor<2x3x1xf32> {
  // CHECK: %[[WIDE:.*]] = linalg.generic {{.*}} ins(%[[X]] : tensor<2x3x4x64xbf16>)
  // CHECK-NEXT: ^bb0
  // CHECK-NEXT: arith.extf
  // CHECK-NEXT: linalg.yield
  // One sum over the streams and their elements.
  // CHECK: %[[SQUARES:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction", "reduction"]} ins(%[[WIDE]] : tensor<2x3x4x64xf32>) outs(%{{.*}} : tensor<2x3xf32>)
  // CHECK-NEXT: ^bb0(%[[IN:.*]]: f32, %[[SUM:.*]]: f32):
  // CHECK-NEXT: %[[SQUARE:.*]] = arith.mulf %[[IN]], %[[IN]]
  // CHECK-NEXT: arith.addf %[[SUM]], %[[SQUARE]]
  // The mean is over h * D = 256 elements; norm_eps is inside the root.
  // CHECK: %[[COUNT:.*]] = arith.constant 2.560000e+02 : f32
  // CHECK: %[[INV:.*]] = linalg.generic {{.*}} ins(%[[SQUARES]] : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3x1xf32>)
  // CHECK: %[[MEAN:.*]] = arith.divf %{{.*}}, %[[COUNT]]
  // CHECK: %[[EPS:.*]] = arith.constant 9.99999974E-6 : f32
  // CHECK: %[[BIASED:.*]] = arith.addf %[[MEAN]], %[[EPS]]
  // CHECK: math.rsqrt %[[BIASED]]
  // CHECK: return %[[INV]]
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-5} : (tensor<2x3x4x64xbf16>) -> tensor<2x3x1xf32>
  return %inv : tensor<2x3x1xf32>
}

// The count is h times the measured D.
// CHECK-LABEL: func @dynamic
// CHECK-SAME: %[[X:.*]]: tensor<?x3x?xf32>
func.func @dynamic(%x: tensor<?x3x?xf32>) -> tensor<?x1xf32> {
  // CHECK: %[[TWO:.*]] = arith.constant 2 : index
  // CHECK: %[[D:.*]] = tensor.dim %[[X]], %[[TWO]]
  // CHECK: %[[H:.*]] = arith.constant 3 : index
  // CHECK: %[[COUNT:.*]] = arith.muli %[[D]], %[[H]]
  // CHECK: %[[WIDE:.*]] = arith.index_cast %[[COUNT]] : index to i64
  // CHECK: %[[FLOAT:.*]] = arith.sitofp %[[WIDE]] : i64 to f32
  // CHECK: arith.divf %{{.*}}, %[[FLOAT]]
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-5} : (tensor<?x3x?xf32>) -> tensor<?x1xf32>
  return %inv : tensor<?x1xf32>
}

// One token: the sum is a tensor of rank 0.
// CHECK-LABEL: func @one_token
func.func @one_token(%x: tensor<4x8xf32>) -> tensor<1xf32> {
  // CHECK: linalg.generic {{.*}} iterator_types = ["reduction", "reduction"]} ins(%{{.*}} : tensor<4x8xf32>) outs(%{{.*}} : tensor<f32>)
  %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-5} : (tensor<4x8xf32>) -> tensor<1xf32>
  return %inv : tensor<1xf32>
}

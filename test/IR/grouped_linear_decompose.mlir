// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// The heads of a group are neighbours: o is [.., groups, P], wo_a is [groups, R, P], and a contraction does the rest.
// CHECK-LABEL: func @main
// CHECK-SAME: %[[O:.*]]: tensor<1x5x8x16xbf16>, %[[W:.*]]: tensor<40x32xbf16>
func.func @main(%o: tensor<1x5x8x16xbf16>, %w: tensor<40x32xbf16>) -> tensor<1x5x40xbf16> {
  // CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[O]] {{\[}}[0], [1], [2, 3]] : tensor<1x5x8x16xbf16> into tensor<1x5x128xbf16>
  // CHECK: %[[GROUPS:.*]] = tensor.expand_shape %[[FLAT]] {{\[}}[0], [1], [2, 3]] output_shape [1, 5, 4, 32]
  // CHECK: %[[MATRICES:.*]] = tensor.expand_shape %[[W]] {{\[}}[0, 1], [2]] output_shape [4, 10, 32]
  // CHECK: %[[U:.*]] = linalg.contract {{.*}} ins(%[[GROUPS]], %[[MATRICES]] : tensor<1x5x4x32xbf16>, tensor<4x10x32xbf16>) outs(%{{.*}} : tensor<1x5x4x10xf32>)
  // CHECK: tensor.collapse_shape %[[U]] {{\[}}[0], [1], [2, 3]] : tensor<1x5x4x10xf32> into tensor<1x5x40xf32>
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %u = dsv4.grouped_linear(%o, %w) {groups = 4 : i64} : (tensor<1x5x8x16xbf16>, tensor<40x32xbf16>) -> tensor<1x5x40xbf16>
  return %u : tensor<1x5x40xbf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%o: tensor<?x?x8x16xf32>, %w: tensor<40x?xf32>) -> tensor<?x?x40xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.grouped_linear: dimension 1 of wo_a is not 32 = H * d / groups"
  // CHECK: tensor.cast %{{.*}} : tensor<40x?xf32> to tensor<40x32xf32>
  // CHECK: linalg.contract
  %u = dsv4.grouped_linear(%o, %w) {groups = 4 : i64} : (tensor<?x?x8x16xf32>, tensor<40x?xf32>) -> tensor<?x?x40xf32>
  return %u : tensor<?x?x40xf32>
}

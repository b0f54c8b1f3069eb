// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @weights(
// CHECK-SAME: %[[X:.*]]: tensor<2x64xbf16>, %[[RESIDUAL:.*]]: tensor<2x4x64xbf16>, %[[POST:.*]]: tensor<2x4xf32>, %[[COMB:.*]]: tensor<2x4x4xf32>)
func.func @weights(%x: !torch.vtensor<[2,64],bf16>, %residual: !torch.vtensor<[2,4,64],bf16>, %post: !torch.vtensor<[2,4],f32>, %comb: !torch.vtensor<[2,4,4],f32>)
    -> !torch.vtensor<[2,4,64],bf16> {
  %int4 = torch.constant.int 4
  // CHECK-NEXT: dsv4.hc_post(%[[X]], %[[RESIDUAL]], %[[POST]], %[[COMB]])
  %0 = torch.operator "torch.tensor_cast.hc_post"(%x, %residual, %post, %comb, %int4)
      : (!torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4,64],bf16>, !torch.vtensor<[2,4],f32>, !torch.vtensor<[2,4,4],f32>, !torch.int)
     -> !torch.vtensor<[2,4,64],bf16>
  return %0 : !torch.vtensor<[2,4,64],bf16>
}

// The operator allows both weights to be absent: a plain residual in every stream.
// CHECK-LABEL: func.func @no_weights(
// CHECK-SAME: %[[X:.*]]: tensor<?x64xbf16>, %[[RESIDUAL:.*]]: tensor<?x2x64xbf16>)
func.func @no_weights(%x: !torch.vtensor<[?,64],bf16>, %residual: !torch.vtensor<[?,2,64],bf16>) -> !torch.vtensor<[?,2,64],bf16> {
  %none = torch.constant.none
  %int2 = torch.constant.int 2
  // CHECK: %[[TOKENS:.*]] = tensor.dim %[[RESIDUAL]], %{{.*}} : tensor<?x2x64xbf16>
  // CHECK: %[[FILL:.*]] = arith.constant 1.000000e+00 : f32
  // CHECK: %[[POST:.*]] = linalg.fill ins(%[[FILL]] : f32) {{.*}} -> tensor<?x2xf32>
  // CHECK: %[[EMPTY:.*]] = tensor.empty(%[[TOKENS]]) : tensor<?x2x2xf32>
  // CHECK: %[[COMB:.*]] = linalg.generic {{.*}} outs(%[[EMPTY]] : tensor<?x2x2xf32>)
  // CHECK: %[[ROW:.*]] = linalg.index 1
  // CHECK: %[[COLUMN:.*]] = linalg.index 2
  // CHECK: %[[DIAGONAL:.*]] = arith.cmpi eq, %[[ROW]], %[[COLUMN]]
  // CHECK: %[[ONE:.*]] = arith.constant 1.000000e+00 : f32
  // CHECK: %[[ZERO:.*]] = arith.constant 0.000000e+00 : f32
  // CHECK: arith.select %[[DIAGONAL]], %[[ONE]], %[[ZERO]]
  // CHECK: dsv4.hc_post(%[[X]], %[[RESIDUAL]], %[[POST]], %[[COMB]])
  %0 = torch.operator "torch.tensor_cast.hc_post"(%x, %residual, %none, %none, %int2)
      : (!torch.vtensor<[?,64],bf16>, !torch.vtensor<[?,2,64],bf16>, !torch.none, !torch.none, !torch.int) -> !torch.vtensor<[?,2,64],bf16>
  return %0 : !torch.vtensor<[?,2,64],bf16>
}

// CHECK-LABEL: func.func @bf16_weights(
func.func @bf16_weights(%x: !torch.vtensor<[2,64],bf16>, %residual: !torch.vtensor<[2,4,64],bf16>, %post: !torch.vtensor<[2,4],bf16>, %comb: !torch.vtensor<[2,4,4],bf16>)
    -> !torch.vtensor<[2,4,64],bf16> {
  %int4 = torch.constant.int 4
  // CHECK: arith.extf
  // CHECK: arith.extf
  // CHECK: dsv4.hc_post
  // CHECK-SAME: (tensor<2x64xbf16>, tensor<2x4x64xbf16>, tensor<2x4xf32>, tensor<2x4x4xf32>) -> tensor<2x4x64xbf16>
  %0 = torch.operator "torch.tensor_cast.hc_post"(%x, %residual, %post, %comb, %int4)
      : (!torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4,64],bf16>, !torch.vtensor<[2,4],bf16>, !torch.vtensor<[2,4,4],bf16>, !torch.int)
     -> !torch.vtensor<[2,4,64],bf16>
  return %0 : !torch.vtensor<[2,4,64],bf16>
}

// dsv4 numbers experts in i32, torch in si64.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @bias(
// CHECK-SAME: %[[SCORES:.*]]: tensor<?x8xf32>, %[[BIAS:.*]]: tensor<8xf32>) -> (tensor<?x2xf32>, tensor<?x2xi64>)
func.func @bias(%scores: !torch.vtensor<[?,8],f32>, %bias: !torch.vtensor<[8],f32>) -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],si64>) {
  %int2 = torch.constant.int 2
  %true = torch.constant.bool true
  %scale = torch.constant.float 1.5
  // CHECK-NEXT: %[[WEIGHTS:.*]], %[[INDICES:.*]] = dsv4.moe_gating_top_k(%[[SCORES]], %[[BIAS]]) {route_scale = 1.500000e+00 : f64, top_k = 2 : i64}
  // CHECK-SAME: -> (tensor<?x2xf32>, tensor<?x2xi32>)
  // CHECK: %[[WIDE:.*]] = linalg.generic {{.*}} ins(%[[INDICES]] : tensor<?x2xi32>)
  // CHECK: arith.extsi %{{.*}} : i32 to i64
  // CHECK: return %[[WEIGHTS]], %[[WIDE]]
  %0:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%scores, %int2, %true, %scale, %bias)
      : (!torch.vtensor<[?,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[8],f32>)
     -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],si64>)
  return %0#0, %0#1 : !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],si64>
}

// CHECK-LABEL: func.func @no_bias(
// CHECK-SAME: %[[SCORES:.*]]: tensor<5x8xf32>)
func.func @no_bias(%scores: !torch.vtensor<[5,8],f32>) -> !torch.vtensor<[5,2],f32> {
  %int2 = torch.constant.int 2
  %false = torch.constant.bool false
  %scale = torch.constant.float 1.0
  %none = torch.constant.none
  // CHECK-NEXT: dsv4.moe_gating_top_k(%[[SCORES]]) {normalize = false, top_k = 2 : i64}
  %0:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%scores, %int2, %false, %scale, %none)
      : (!torch.vtensor<[5,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.none) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],si64>)
  return %0#0 : !torch.vtensor<[5,2],f32>
}

// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @hash(
// CHECK-SAME: %[[SCORES:.*]]: tensor<?x8xf32>, %[[IDS:.*]]: tensor<?xi64>, %[[TABLE:.*]]: tensor<64x2xi64>) -> (tensor<?x2xf32>, tensor<?x2xi64>)
func.func @hash(%scores: !torch.vtensor<[?,8],f32>, %ids: !torch.vtensor<[?],si64>, %table: !torch.vtensor<[64,2],si64>)
    -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],si64>) {
  %int2 = torch.constant.int 2
  %true = torch.constant.bool true
  %scale = torch.constant.float 1.5
  // CHECK-NEXT: dsv4.moe_gating_hash(%[[SCORES]], %[[IDS]], %[[TABLE]]) {route_scale = 1.500000e+00 : f64}
  // CHECK-SAME: -> (tensor<?x2xf32>, tensor<?x2xi32>)
  // CHECK: arith.extsi %{{.*}} : i32 to i64
  %0:2 = torch.operator "torch.tensor_cast.moe_gating_top_k_hash"(%scores, %int2, %true, %scale, %ids, %table)
      : (!torch.vtensor<[?,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[?],si64>, !torch.vtensor<[64,2],si64>)
     -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],si64>)
  return %0#0, %0#1 : !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],si64>
}

// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @f32(
// CHECK-SAME: %[[MIX:.*]]: tensor<2x24xf32>, %[[HIDDEN:.*]]: tensor<2x4x64xbf16>, %[[SCALE:.*]]: tensor<3xf32>, %[[BASE:.*]]: tensor<24xf32>)
func.func @f32(%mix: !torch.vtensor<[2,24],f32>, %hidden: !torch.vtensor<[2,4,64],bf16>, %scale: !torch.vtensor<[3],f32>, %base: !torch.vtensor<[24],f32>)
    -> (!torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4],f32>, !torch.vtensor<[2,4,4],f32>) {
  %int4 = torch.constant.int 4
  %int20 = torch.constant.int 20
  %eps = torch.constant.float 9.9999999999999995E-7
  // CHECK-NEXT: %[[Y:.*]], %[[POST:.*]], %[[COMB:.*]] = dsv4.hc_pre_sinkhorn(%[[MIX]], %[[HIDDEN]], %[[SCALE]], %[[BASE]])
  // CHECK-SAME: {hc_eps = 9.9999999999999995E-7 : f64, sinkhorn_iters = 20 : i64}
  %0:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%mix, %hidden, %scale, %base, %int4, %int20, %eps)
      : (!torch.vtensor<[2,24],f32>, !torch.vtensor<[2,4,64],bf16>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float)
     -> (!torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4],f32>, !torch.vtensor<[2,4,4],f32>)
  // CHECK-NEXT: return %[[Y]], %[[POST]], %[[COMB]]
  return %0#0, %0#1, %0#2 : !torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4],f32>, !torch.vtensor<[2,4,4],f32>
}

// TensorCast types post and comb like mix; dsv4 computes them in f32.
// CHECK-LABEL: func.func @bf16_mix(
func.func @bf16_mix(%mix: !torch.vtensor<[2,24],bf16>, %hidden: !torch.vtensor<[2,4,64],bf16>, %scale: !torch.vtensor<[3],f32>, %base: !torch.vtensor<[24],f32>)
    -> (!torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4],bf16>, !torch.vtensor<[2,4,4],bf16>) {
  %int4 = torch.constant.int 4
  %int1 = torch.constant.int 1
  %eps = torch.constant.float 1.0e-5
  // CHECK: arith.extf %{{.*}} : bf16 to f32
  // CHECK: dsv4.hc_pre_sinkhorn
  // CHECK-SAME: {hc_eps = 1.000000e-05 : f64, sinkhorn_iters = 1 : i64}
  // CHECK-SAME: -> (tensor<2x64xbf16>, tensor<2x4xf32>, tensor<2x4x4xf32>)
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  // CHECK: return %{{.*}} : tensor<2x64xbf16>, tensor<2x4xbf16>, tensor<2x4x4xbf16>
  %0:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%mix, %hidden, %scale, %base, %int4, %int1, %eps)
      : (!torch.vtensor<[2,24],bf16>, !torch.vtensor<[2,4,64],bf16>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float)
     -> (!torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4],bf16>, !torch.vtensor<[2,4,4],bf16>)
  return %0#0, %0#1, %0#2 : !torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4],bf16>, !torch.vtensor<[2,4,4],bf16>
}

// CHECK-LABEL: func.func @dynamic(
func.func @dynamic(%mix: !torch.vtensor<[?,?,24],f32>, %hidden: !torch.vtensor<[?,?,4,64],bf16>, %scale: !torch.vtensor<[3],f32>, %base: !torch.vtensor<[24],f32>)
    -> !torch.vtensor<[?,?,64],bf16> {
  %int4 = torch.constant.int 4
  %int20 = torch.constant.int 20
  %eps = torch.constant.float 9.9999999999999995E-7
  // CHECK-NEXT: dsv4.hc_pre_sinkhorn
  // CHECK-SAME: -> (tensor<?x?x64xbf16>, tensor<?x?x4xf32>, tensor<?x?x4x4xf32>)
  %0:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%mix, %hidden, %scale, %base, %int4, %int20, %eps)
      : (!torch.vtensor<[?,?,24],f32>, !torch.vtensor<[?,?,4,64],bf16>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float)
     -> (!torch.vtensor<[?,?,64],bf16>, !torch.vtensor<[?,?,4],f32>, !torch.vtensor<[?,?,4,4],f32>)
  return %0#0 : !torch.vtensor<[?,?,64],bf16>
}

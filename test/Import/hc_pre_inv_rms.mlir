// The operator has no norm_eps: the option gives it.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s --check-prefixes=CHECK,DEFAULT
// RUN: dsv4-opt %s --convert-torch-to-dsv4=norm-eps=1e-5 | FileCheck %s --check-prefixes=CHECK,OPTION

// CHECK-LABEL: func.func @static(
// CHECK-SAME: %[[X:.*]]: tensor<2x8x4x64xbf16>) -> tensor<2x8x1xf32>
func.func @static(%x: !torch.vtensor<[2,8,4,64],bf16>) -> !torch.vtensor<[2,8,1],f32> {
  %int4 = torch.constant.int 4
  // DEFAULT-NEXT: %[[INV:.*]] = dsv4.hc_pre_inv_rms(%[[X]]) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<2x8x4x64xbf16>) -> tensor<2x8x1xf32>
  // OPTION-NEXT: %[[INV:.*]] = dsv4.hc_pre_inv_rms(%[[X]]) {norm_eps = 1.000000e-05 : f64}
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x, %int4) : (!torch.vtensor<[2,8,4,64],bf16>, !torch.int) -> !torch.vtensor<[2,8,1],f32>
  // CHECK-NEXT: return %[[INV]]
  return %0 : !torch.vtensor<[2,8,1],f32>
}

// CHECK-LABEL: func.func @dynamic(
// CHECK-SAME: %[[X:.*]]: tensor<?x?x4x64xbf16>) -> tensor<?x?x1xf32>
func.func @dynamic(%x: !torch.vtensor<[?,?,4,64],bf16>) -> !torch.vtensor<[?,?,1],f32> {
  %int4 = torch.constant.int 4
  // CHECK-NEXT: dsv4.hc_pre_inv_rms(%[[X]]) {{.*}} : (tensor<?x?x4x64xbf16>) -> tensor<?x?x1xf32>
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x, %int4) : (!torch.vtensor<[?,?,4,64],bf16>, !torch.int) -> !torch.vtensor<[?,?,1],f32>
  return %0 : !torch.vtensor<[?,?,1],f32>
}

// hc_mult makes the number of streams static, which dsv4 needs.
// CHECK-LABEL: func.func @dynamic_streams(
func.func @dynamic_streams(%x: !torch.vtensor<[8,?,64],f32>) -> !torch.vtensor<[8,1],f32> {
  %int2 = torch.constant.int 2
  // CHECK: %[[CAST:.*]] = tensor.cast %{{.*}} : tensor<8x?x64xf32> to tensor<8x2x64xf32>
  // CHECK: dsv4.hc_pre_inv_rms(%[[CAST]])
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x, %int2) : (!torch.vtensor<[8,?,64],f32>, !torch.int) -> !torch.vtensor<[8,1],f32>
  return %0 : !torch.vtensor<[8,1],f32>
}

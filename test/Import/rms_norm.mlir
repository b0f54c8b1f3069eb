// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @rms_norm(
// CHECK-SAME: %[[X:.*]]: tensor<2x?x64xbf16>, %[[WEIGHT:.*]]: tensor<64xf32>)
func.func @rms_norm(%x: !torch.vtensor<[2,?,64],bf16>, %weight: !torch.vtensor<[64],f32>) -> !torch.vtensor<[2,?,64],bf16> {
  %eps = torch.constant.float 9.9999999999999995E-7
  // CHECK-NEXT: dsv4.rms_norm(%[[X]], %[[WEIGHT]]) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<2x?x64xbf16>, tensor<64xf32>) -> tensor<2x?x64xbf16>
  %0 = torch.operator "torch.tensor_cast.rms_norm"(%x, %weight, %eps) : (!torch.vtensor<[2,?,64],bf16>, !torch.vtensor<[64],f32>, !torch.float) -> !torch.vtensor<[2,?,64],bf16>
  return %0 : !torch.vtensor<[2,?,64],bf16>
}

// RUN: dsv4-opt %s --convert-torch-to-dsv4=norm-eps=1e-5 | FileCheck %s

// CHECK-LABEL: func.func @hc_head(
// CHECK-SAME: %[[X:.*]]: tensor<?x?x4x64xbf16>, %[[FN:.*]]: tensor<4x256xf32>, %[[SCALE:.*]]: tensor<1xf32>, %[[BASE:.*]]: tensor<4xf32>)
func.func @hc_head(%x: !torch.vtensor<[?,?,4,64],bf16>, %fn: !torch.vtensor<[4,256],f32>, %scale: !torch.vtensor<[1],f32>, %base: !torch.vtensor<[4],f32>)
    -> !torch.vtensor<[?,?,64],bf16> {
  %int4 = torch.constant.int 4
  %eps = torch.constant.float 9.9999999999999995E-7
  // hc_eps is the operand's, norm_eps the option's.
  // CHECK-NEXT: dsv4.hc_head(%[[X]], %[[FN]], %[[SCALE]], %[[BASE]]) {hc_eps = 9.9999999999999995E-7 : f64, norm_eps = 1.000000e-05 : f64}
  // CHECK-SAME: -> tensor<?x?x64xbf16>
  %0 = torch.operator "torch.tensor_cast.hc_head"(%x, %fn, %scale, %base, %int4, %eps)
      : (!torch.vtensor<[?,?,4,64],bf16>, !torch.vtensor<[4,256],f32>, !torch.vtensor<[1],f32>, !torch.vtensor<[4],f32>, !torch.int, !torch.float)
     -> !torch.vtensor<[?,?,64],bf16>
  return %0 : !torch.vtensor<[?,?,64],bf16>
}

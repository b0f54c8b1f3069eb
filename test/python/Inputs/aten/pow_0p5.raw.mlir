module {
  func.func @main(%arg0: !torch.vtensor<[16],f32>) -> !torch.vtensor<[16],f32> {
    %float5.000000e-01 = torch.constant.float 5.000000e-01
    %0 = torch.aten.pow.Tensor_Scalar %arg0, %float5.000000e-01 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],f32>
    return %0 : !torch.vtensor<[16],f32>
  }
}

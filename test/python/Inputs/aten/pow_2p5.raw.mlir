module {
  func.func @main(%arg0: !torch.vtensor<[16],f32>) -> !torch.vtensor<[16],f32> {
    %float2.500000e00 = torch.constant.float 2.500000e+00
    %0 = torch.aten.pow.Tensor_Scalar %arg0, %float2.500000e00 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],f32>
    return %0 : !torch.vtensor<[16],f32>
  }
}

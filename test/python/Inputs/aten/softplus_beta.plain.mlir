module {
  func.func @main(%arg0: !torch.vtensor<[16],f32>) -> !torch.vtensor<[16],f32> {
    %float2.000000e00 = torch.constant.float 2.000000e+00
    %float3.000000e00 = torch.constant.float 3.000000e+00
    %0 = torch.aten.softplus %arg0, %float2.000000e00, %float3.000000e00 : !torch.vtensor<[16],f32>, !torch.float, !torch.float -> !torch.vtensor<[16],f32>
    return %0 : !torch.vtensor<[16],f32>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[16],f32>) -> !torch.vtensor<[16],f32> {
    %float2.000000e00 = torch.constant.float 2.000000e+00
    %0 = torch.aten.mul.Scalar %arg0, %float2.000000e00 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],f32>
    %1 = torch.aten.exp %0 : !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %2 = torch.aten.log1p %1 : !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %float2.000000e00_0 = torch.constant.float 2.000000e+00
    %3 = torch.aten.div.Scalar %2, %float2.000000e00_0 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],f32>
    %float3.000000e00 = torch.constant.float 3.000000e+00
    %4 = torch.aten.gt.Scalar %0, %float3.000000e00 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],i1>
    %5 = torch.aten.where.self %4, %arg0, %3 : !torch.vtensor<[16],i1>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    return %5 : !torch.vtensor<[16],f32>
  }
}

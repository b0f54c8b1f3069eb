module {
  func.func @main(%arg0: !torch.vtensor<[2,3],i1>, %arg1: !torch.vtensor<[2,3],f32>) -> !torch.vtensor<[2,3],f32> {
    %float-Inf = torch.constant.float 0xFFF0000000000000
    %0 = torch.aten.masked_fill.Scalar %arg1, %arg0, %float-Inf : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],i1>, !torch.float -> !torch.vtensor<[2,3],f32>
    return %0 : !torch.vtensor<[2,3],f32>
  }
}

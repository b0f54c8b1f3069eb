module {
  func.func @main(%arg0: !torch.vtensor<[64],f32>) -> !torch.vtensor<[64],f32> {
    %0 = torch.aten.exp %arg0 : !torch.vtensor<[64],f32> -> !torch.vtensor<[64],f32>
    %1 = torch.aten.log1p %0 : !torch.vtensor<[64],f32> -> !torch.vtensor<[64],f32>
    %int20 = torch.constant.int 20
    %2 = torch.aten.gt.Scalar %arg0, %int20 : !torch.vtensor<[64],f32>, !torch.int -> !torch.vtensor<[64],i1>
    %3 = torch.aten.where.self %2, %arg0, %1 : !torch.vtensor<[64],i1>, !torch.vtensor<[64],f32>, !torch.vtensor<[64],f32> -> !torch.vtensor<[64],f32>
    return %3 : !torch.vtensor<[64],f32>
  }
}

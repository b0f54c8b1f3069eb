module {
  func.func @main(%arg0: !torch.vtensor<[64],f32>) -> !torch.vtensor<[64],f32> {
    %int1 = torch.constant.int 1
    %int20 = torch.constant.int 20
    %0 = torch.aten.softplus %arg0, %int1, %int20 : !torch.vtensor<[64],f32>, !torch.int, !torch.int -> !torch.vtensor<[64],f32>
    return %0 : !torch.vtensor<[64],f32>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[3,37],f32>) -> (!torch.vtensor<[3,37],f32>, !torch.vtensor<[3,37],f32>) {
    %int0 = torch.constant.int 0
    %int-1 = torch.constant.int -1
    %none = torch.constant.none
    %0 = torch.aten.cumsum %arg0, %int-1, %none : !torch.vtensor<[3,37],f32>, !torch.int, !torch.none -> !torch.vtensor<[3,37],f32>
    %1 = torch.aten.cumsum %arg0, %int0, %none : !torch.vtensor<[3,37],f32>, !torch.int, !torch.none -> !torch.vtensor<[3,37],f32>
    return %0, %1 : !torch.vtensor<[3,37],f32>, !torch.vtensor<[3,37],f32>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[256],f32>, %arg1: !torch.vtensor<[256],f32>) -> !torch.vtensor<[256],i1> {
    %0 = torch.aten.logical_xor %arg0, %arg1 : !torch.vtensor<[256],f32>, !torch.vtensor<[256],f32> -> !torch.vtensor<[256],i1>
    return %0 : !torch.vtensor<[256],i1>
  }
}

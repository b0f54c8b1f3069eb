module {
  func.func @main(%arg0: !torch.vtensor<[64],f32>) -> !torch.vtensor<[64],i1> {
    %0 = torch.aten.logical_not %arg0 : !torch.vtensor<[64],f32> -> !torch.vtensor<[64],i1>
    return %0 : !torch.vtensor<[64],i1>
  }
}

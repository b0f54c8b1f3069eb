module {
  func.func @main(%arg0: !torch.vtensor<[7],si64>) -> !torch.vtensor<[7],f32> {
    %0 = torch.aten.exp %arg0 : !torch.vtensor<[7],si64> -> !torch.vtensor<[7],f32>
    return %0 : !torch.vtensor<[7],f32>
  }
}

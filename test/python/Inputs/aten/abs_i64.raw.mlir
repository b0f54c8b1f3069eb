module {
  func.func @main(%arg0: !torch.vtensor<[7],si64>) -> !torch.vtensor<[7],si64> {
    %0 = torch.aten.abs %arg0 : !torch.vtensor<[7],si64> -> !torch.vtensor<[7],si64>
    return %0 : !torch.vtensor<[7],si64>
  }
}

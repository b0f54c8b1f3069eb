module {
  func.func @main(%arg0: !torch.vtensor<[20],si64>, %arg1: !torch.vtensor<[20],si64>) -> !torch.vtensor<[20],si64> {
    %0 = torch.aten.floor_divide %arg0, %arg1 : !torch.vtensor<[20],si64>, !torch.vtensor<[20],si64> -> !torch.vtensor<[20],si64>
    return %0 : !torch.vtensor<[20],si64>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[3,8],si64>, %arg1: !torch.vtensor<[8,5],si64>) -> !torch.vtensor<[3,5],si64> {
    %0 = torch.aten.mm %arg0, %arg1 : !torch.vtensor<[3,8],si64>, !torch.vtensor<[8,5],si64> -> !torch.vtensor<[3,5],si64>
    return %0 : !torch.vtensor<[3,5],si64>
  }
}

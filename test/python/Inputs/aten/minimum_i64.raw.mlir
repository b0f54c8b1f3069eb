module {
  func.func @main(%arg0: !torch.vtensor<[?,9],si64>, %arg1: !torch.vtensor<[9],si64>) -> !torch.vtensor<[?,9],si64> {
    %0 = torch.aten.minimum %arg0, %arg1 : !torch.vtensor<[?,9],si64>, !torch.vtensor<[9],si64> -> !torch.vtensor<[?,9],si64>
    return %0 : !torch.vtensor<[?,9],si64>
  }
}

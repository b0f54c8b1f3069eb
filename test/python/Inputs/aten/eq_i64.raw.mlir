module {
  func.func @main(%arg0: !torch.vtensor<[?,9],si64>, %arg1: !torch.vtensor<[9],si64>) -> !torch.vtensor<[?,9],i1> {
    %0 = torch.aten.eq.Tensor %arg0, %arg1 : !torch.vtensor<[?,9],si64>, !torch.vtensor<[9],si64> -> !torch.vtensor<[?,9],i1>
    return %0 : !torch.vtensor<[?,9],i1>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[?,9],si64>, %arg1: !torch.vtensor<[9],si64>) -> !torch.vtensor<[?,9],si64> {
    %int2 = torch.constant.int 2
    %0 = torch.aten.sub.Tensor %arg0, %arg1, %int2 : !torch.vtensor<[?,9],si64>, !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[?,9],si64>
    return %0 : !torch.vtensor<[?,9],si64>
  }
}

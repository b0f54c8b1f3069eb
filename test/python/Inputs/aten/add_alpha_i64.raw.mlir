module {
  func.func @main(%arg0: !torch.vtensor<[?,9],si64>, %arg1: !torch.vtensor<[9],si64>) -> !torch.vtensor<[?,9],si64> {
    %int3 = torch.constant.int 3
    %0 = torch.aten.add.Tensor %arg0, %arg1, %int3 : !torch.vtensor<[?,9],si64>, !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[?,9],si64>
    return %0 : !torch.vtensor<[?,9],si64>
  }
}

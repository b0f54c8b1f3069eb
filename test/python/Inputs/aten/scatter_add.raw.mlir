module {
  func.func @main(%arg0: !torch.vtensor<[4,6],si64>, %arg1: !torch.vtensor<[4,3],si64>, %arg2: !torch.vtensor<[4,3],si64>) -> !torch.vtensor<[4,6],si64> {
    %int1 = torch.constant.int 1
    %0 = torch.aten.scatter_add %arg0, %int1, %arg1, %arg2 : !torch.vtensor<[4,6],si64>, !torch.int, !torch.vtensor<[4,3],si64>, !torch.vtensor<[4,3],si64> -> !torch.vtensor<[4,6],si64>
    return %0 : !torch.vtensor<[4,6],si64>
  }
}

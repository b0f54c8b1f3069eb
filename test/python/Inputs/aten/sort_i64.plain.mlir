module {
  func.func @main(%arg0: !torch.vtensor<[3,37],si64>) -> (!torch.vtensor<[3,37],si64>, !torch.vtensor<[3,37],si64>, !torch.vtensor<[3,37],si64>, !torch.vtensor<[3,37],si64>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %values, %indices = torch.aten.sort %arg0, %int-1, %false : !torch.vtensor<[3,37],si64>, !torch.int, !torch.bool -> !torch.vtensor<[3,37],si64>, !torch.vtensor<[3,37],si64>
    %int-1_0 = torch.constant.int -1
    %false_1 = torch.constant.bool false
    %0 = torch.aten.argsort %arg0, %int-1_0, %false_1 : !torch.vtensor<[3,37],si64>, !torch.int, !torch.bool -> !torch.vtensor<[3,37],si64>
    %int-1_2 = torch.constant.int -1
    %true = torch.constant.bool true
    %1 = torch.aten.argsort %arg0, %int-1_2, %true : !torch.vtensor<[3,37],si64>, !torch.int, !torch.bool -> !torch.vtensor<[3,37],si64>
    return %values, %indices, %0, %1 : !torch.vtensor<[3,37],si64>, !torch.vtensor<[3,37],si64>, !torch.vtensor<[3,37],si64>, !torch.vtensor<[3,37],si64>
  }
}

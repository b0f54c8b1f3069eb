module {
  func.func @main(%arg0: !torch.vtensor<[3,7],si64>) -> (!torch.vtensor<[3],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[],si64>, !torch.vtensor<[],si64>, !torch.vtensor<[],si64>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %values, %indices = torch.aten.max.dim %arg0, %int-1, %false : !torch.vtensor<[3,7],si64>, !torch.int, !torch.bool -> !torch.vtensor<[3],si64>, !torch.vtensor<[3],si64>
    %0 = torch.aten.max %arg0 : !torch.vtensor<[3,7],si64> -> !torch.vtensor<[],si64>
    %1 = torch.aten.min %arg0 : !torch.vtensor<[3,7],si64> -> !torch.vtensor<[],si64>
    %none = torch.constant.none
    %false_0 = torch.constant.bool false
    %2 = torch.aten.argmax %arg0, %none, %false_0 : !torch.vtensor<[3,7],si64>, !torch.none, !torch.bool -> !torch.vtensor<[],si64>
    return %values, %indices, %0, %1, %2 : !torch.vtensor<[3],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[],si64>, !torch.vtensor<[],si64>, !torch.vtensor<[],si64>
  }
}

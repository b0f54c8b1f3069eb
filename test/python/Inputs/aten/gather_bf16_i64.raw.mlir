module {
  func.func @main(%arg0: !torch.vtensor<[4,6],bf16>, %arg1: !torch.vtensor<[4,6],si64>, %arg2: !torch.vtensor<[4,3],si64>) -> (!torch.vtensor<[4,3],bf16>, !torch.vtensor<[4,3],si64>) {
    %int1 = torch.constant.int 1
    %false = torch.constant.bool false
    %0 = torch.aten.gather %arg0, %int1, %arg2, %false : !torch.vtensor<[4,6],bf16>, !torch.int, !torch.vtensor<[4,3],si64>, !torch.bool -> !torch.vtensor<[4,3],bf16>
    %int1_0 = torch.constant.int 1
    %false_1 = torch.constant.bool false
    %1 = torch.aten.gather %arg1, %int1_0, %arg2, %false_1 : !torch.vtensor<[4,6],si64>, !torch.int, !torch.vtensor<[4,3],si64>, !torch.bool -> !torch.vtensor<[4,3],si64>
    return %0, %1 : !torch.vtensor<[4,3],bf16>, !torch.vtensor<[4,3],si64>
  }
}

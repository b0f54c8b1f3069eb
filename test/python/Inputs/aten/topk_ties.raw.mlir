module {
  func.func @main(%arg0: !torch.vtensor<[4,23],f32>) -> (!torch.vtensor<[4,7],f32>, !torch.vtensor<[4,7],si64>) {
    %int7 = torch.constant.int 7
    %int-1 = torch.constant.int -1
    %true = torch.constant.bool true
    %true_0 = torch.constant.bool true
    %values, %indices = torch.aten.topk %arg0, %int7, %int-1, %true, %true_0 : !torch.vtensor<[4,23],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[4,7],f32>, !torch.vtensor<[4,7],si64>
    return %values, %indices : !torch.vtensor<[4,7],f32>, !torch.vtensor<[4,7],si64>
  }
}

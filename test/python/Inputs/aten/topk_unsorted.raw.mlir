module {
  func.func @main(%arg0: !torch.vtensor<[4,23],f32>) -> (!torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>) {
    %int6 = torch.constant.int 6
    %int-1 = torch.constant.int -1
    %true = torch.constant.bool true
    %false = torch.constant.bool false
    %values, %indices = torch.aten.topk %arg0, %int6, %int-1, %true, %false : !torch.vtensor<[4,23],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>
    return %values, %indices : !torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>
  }
}

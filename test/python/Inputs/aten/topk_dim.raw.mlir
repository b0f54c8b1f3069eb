module {
  func.func @main(%arg0: !torch.vtensor<[5,3],f32>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>) {
    %int2 = torch.constant.int 2
    %int0 = torch.constant.int 0
    %true = torch.constant.bool true
    %true_0 = torch.constant.bool true
    %values, %indices = torch.aten.topk %arg0, %int2, %int0, %true, %true_0 : !torch.vtensor<[5,3],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>
    return %values, %indices : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>
  }
}

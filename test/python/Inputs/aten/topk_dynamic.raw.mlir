module {
  func.func @main(%arg0: !torch.vtensor<[?,?],f32>) -> (!torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],si64>) {
    %int3 = torch.constant.int 3
    %int-1 = torch.constant.int -1
    %true = torch.constant.bool true
    %true_0 = torch.constant.bool true
    %values, %indices = torch.aten.topk %arg0, %int3, %int-1, %true, %true_0 : !torch.vtensor<[?,?],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],si64>
    return %values, %indices : !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],si64>
  }
}

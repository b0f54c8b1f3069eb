module {
  func.func @main(%arg0: !torch.vtensor<[6,5],f32>, %arg1: !torch.vtensor<[4,3],si32>) -> !torch.vtensor<[4,3,5],f32> {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %false_0 = torch.constant.bool false
    %0 = torch.aten.embedding %arg0, %arg1, %int-1, %false, %false_0 : !torch.vtensor<[6,5],f32>, !torch.vtensor<[4,3],si32>, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[4,3,5],f32>
    return %0 : !torch.vtensor<[4,3,5],f32>
  }
}

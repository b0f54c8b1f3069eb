module {
  func.func @main(%arg0: !torch.vtensor<[6,7],f32>, %arg1: !torch.vtensor<[4],si64>) -> (!torch.vtensor<[4,7],f32>, !torch.vtensor<[6,4],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.index_select %arg0, %int0, %arg1 : !torch.vtensor<[6,7],f32>, !torch.int, !torch.vtensor<[4],si64> -> !torch.vtensor<[4,7],f32>
    %int-1 = torch.constant.int -1
    %1 = torch.aten.index_select %arg0, %int-1, %arg1 : !torch.vtensor<[6,7],f32>, !torch.int, !torch.vtensor<[4],si64> -> !torch.vtensor<[6,4],f32>
    return %0, %1 : !torch.vtensor<[4,7],f32>, !torch.vtensor<[6,4],f32>
  }
}

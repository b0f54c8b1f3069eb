module {
  func.func @main(%arg0: !torch.vtensor<[3,7],f32>) -> (!torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>) {
    %int-1 = torch.constant.int -1
    %none = torch.constant.none
    %0 = torch.aten.softmax.int %arg0, %int-1, %none : !torch.vtensor<[3,7],f32>, !torch.int, !torch.none -> !torch.vtensor<[3,7],f32>
    %int0 = torch.constant.int 0
    %none_0 = torch.constant.none
    %1 = torch.aten.softmax.int %arg0, %int0, %none_0 : !torch.vtensor<[3,7],f32>, !torch.int, !torch.none -> !torch.vtensor<[3,7],f32>
    %int-1_1 = torch.constant.int -1
    %none_2 = torch.constant.none
    %2 = torch.aten.log_softmax.int %arg0, %int-1_1, %none_2 : !torch.vtensor<[3,7],f32>, !torch.int, !torch.none -> !torch.vtensor<[3,7],f32>
    return %0, %1, %2 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>
  }
}

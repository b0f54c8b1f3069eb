module {
  func.func @main(%arg0: !torch.vtensor<[0],f32>, %arg1: !torch.vtensor<[3,1],f32>) -> (!torch.vtensor<[0],f32>, !torch.vtensor<[3,1],f32>, !torch.vtensor<[],f32>) {
    %int0 = torch.constant.int 0
    %none = torch.constant.none
    %0 = torch.aten.cumsum %arg0, %int0, %none : !torch.vtensor<[0],f32>, !torch.int, !torch.none -> !torch.vtensor<[0],f32>
    %int1 = torch.constant.int 1
    %none_0 = torch.constant.none
    %1 = torch.aten.cumsum %arg1, %int1, %none_0 : !torch.vtensor<[3,1],f32>, !torch.int, !torch.none -> !torch.vtensor<[3,1],f32>
    %int0_1 = torch.constant.int 0
    %int0_2 = torch.constant.int 0
    %2 = torch.aten.select.int %arg1, %int0_1, %int0_2 : !torch.vtensor<[3,1],f32>, !torch.int, !torch.int -> !torch.vtensor<[1],f32>
    %int0_3 = torch.constant.int 0
    %int0_4 = torch.constant.int 0
    %3 = torch.aten.select.int %2, %int0_3, %int0_4 : !torch.vtensor<[1],f32>, !torch.int, !torch.int -> !torch.vtensor<[],f32>
    %int0_5 = torch.constant.int 0
    %none_6 = torch.constant.none
    %4 = torch.aten.cumsum %3, %int0_5, %none_6 : !torch.vtensor<[],f32>, !torch.int, !torch.none -> !torch.vtensor<[],f32>
    return %0, %1, %4 : !torch.vtensor<[0],f32>, !torch.vtensor<[3,1],f32>, !torch.vtensor<[],f32>
  }
}

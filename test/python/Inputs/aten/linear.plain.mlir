module {
  func.func @main(%arg0: !torch.vtensor<[2,3,8],f32>, %arg1: !torch.vtensor<[6,8],f32>, %arg2: !torch.vtensor<[6],f32>) -> (!torch.vtensor<[2,3,6],f32>, !torch.vtensor<[2,3,6],f32>, !torch.vtensor<[3,6],f32>, !torch.vtensor<[6],f32>) {
    %none = torch.constant.none
    %0 = torch.aten.linear %arg0, %arg1, %none : !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[6,8],f32>, !torch.none -> !torch.vtensor<[2,3,6],f32>
    %1 = torch.aten.linear %arg0, %arg1, %arg2 : !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[6,8],f32>, !torch.vtensor<[6],f32> -> !torch.vtensor<[2,3,6],f32>
    %int0 = torch.constant.int 0
    %int0_0 = torch.constant.int 0
    %2 = torch.aten.select.int %arg0, %int0, %int0_0 : !torch.vtensor<[2,3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,8],f32>
    %3 = torch.aten.linear %2, %arg1, %arg2 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[6,8],f32>, !torch.vtensor<[6],f32> -> !torch.vtensor<[3,6],f32>
    %int0_1 = torch.constant.int 0
    %int0_2 = torch.constant.int 0
    %4 = torch.aten.select.int %arg0, %int0_1, %int0_2 : !torch.vtensor<[2,3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,8],f32>
    %int0_3 = torch.constant.int 0
    %int0_4 = torch.constant.int 0
    %5 = torch.aten.select.int %4, %int0_3, %int0_4 : !torch.vtensor<[3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %none_5 = torch.constant.none
    %6 = torch.aten.linear %5, %arg1, %none_5 : !torch.vtensor<[8],f32>, !torch.vtensor<[6,8],f32>, !torch.none -> !torch.vtensor<[6],f32>
    return %0, %1, %3, %6 : !torch.vtensor<[2,3,6],f32>, !torch.vtensor<[2,3,6],f32>, !torch.vtensor<[3,6],f32>, !torch.vtensor<[6],f32>
  }
}

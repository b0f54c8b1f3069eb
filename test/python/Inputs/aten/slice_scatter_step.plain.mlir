module {
  func.func @main(%arg0: !torch.vtensor<[7,2],f32>, %arg1: !torch.vtensor<[3,2],f32>) -> (!torch.vtensor<[7,2],f32>, !torch.vtensor<[7,2],f32>, !torch.vtensor<[7,2],f32>) {
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %int6 = torch.constant.int 6
    %int2 = torch.constant.int 2
    %0 = torch.aten.slice_scatter %arg0, %arg1, %int0, %int1, %int6, %int2 : !torch.vtensor<[7,2],f32>, !torch.vtensor<[3,2],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[7,2],f32>
    %int0_0 = torch.constant.int 0
    %int-2 = torch.constant.int -2
    %int9223372036854775807 = torch.constant.int 9223372036854775807
    %int1_1 = torch.constant.int 1
    %1 = torch.aten.slice.Tensor %arg0, %int0_0, %int-2, %int9223372036854775807, %int1_1 : !torch.vtensor<[7,2],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,2],f32>
    %int0_2 = torch.constant.int 0
    %int-2_3 = torch.constant.int -2
    %none = torch.constant.none
    %int1_4 = torch.constant.int 1
    %2 = torch.aten.slice_scatter %arg0, %1, %int0_2, %int-2_3, %none, %int1_4 : !torch.vtensor<[7,2],f32>, !torch.vtensor<[2,2],f32>, !torch.int, !torch.int, !torch.none, !torch.int -> !torch.vtensor<[7,2],f32>
    %int0_5 = torch.constant.int 0
    %int0_6 = torch.constant.int 0
    %3 = torch.aten.select.int %arg1, %int0_5, %int0_6 : !torch.vtensor<[3,2],f32>, !torch.int, !torch.int -> !torch.vtensor<[2],f32>
    %int0_7 = torch.constant.int 0
    %int-1 = torch.constant.int -1
    %4 = torch.aten.select_scatter %arg0, %3, %int0_7, %int-1 : !torch.vtensor<[7,2],f32>, !torch.vtensor<[2],f32>, !torch.int, !torch.int -> !torch.vtensor<[7,2],f32>
    return %0, %2, %4 : !torch.vtensor<[7,2],f32>, !torch.vtensor<[7,2],f32>, !torch.vtensor<[7,2],f32>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[24],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[6,4],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[1],f32>, !torch.vtensor<[2,3,2,2],f32>) {
    %int0 = torch.constant.int 0
    %int-1 = torch.constant.int -1
    %0 = torch.aten.flatten.using_ints %arg0, %int0, %int-1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[24],f32>
    %int1 = torch.constant.int 1
    %int-1_0 = torch.constant.int -1
    %1 = torch.aten.flatten.using_ints %arg0, %int1, %int-1_0 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[2,12],f32>
    %int0_1 = torch.constant.int 0
    %int1_2 = torch.constant.int 1
    %2 = torch.aten.flatten.using_ints %arg0, %int0_1, %int1_2 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[6,4],f32>
    %int-2 = torch.constant.int -2
    %int-1_3 = torch.constant.int -1
    %3 = torch.aten.flatten.using_ints %arg0, %int-2, %int-1_3 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[2,12],f32>
    %int0_4 = torch.constant.int 0
    %int0_5 = torch.constant.int 0
    %4 = torch.aten.select.int %arg0, %int0_4, %int0_5 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,4],f32>
    %int0_6 = torch.constant.int 0
    %int0_7 = torch.constant.int 0
    %5 = torch.aten.select.int %4, %int0_6, %int0_7 : !torch.vtensor<[3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[4],f32>
    %int0_8 = torch.constant.int 0
    %int0_9 = torch.constant.int 0
    %6 = torch.aten.select.int %5, %int0_8, %int0_9 : !torch.vtensor<[4],f32>, !torch.int, !torch.int -> !torch.vtensor<[],f32>
    %int0_10 = torch.constant.int 0
    %int-1_11 = torch.constant.int -1
    %7 = torch.aten.flatten.using_ints %6, %int0_10, %int-1_11 : !torch.vtensor<[],f32>, !torch.int, !torch.int -> !torch.vtensor<[1],f32>
    %int2 = torch.constant.int 2
    %int2_12 = torch.constant.int 2
    %int2_13 = torch.constant.int 2
    %8 = torch.prim.ListConstruct %int2_12, %int2_13 : (!torch.int, !torch.int) -> !torch.list<int>
    %9 = torch.aten.unflatten.int %arg0, %int2, %8 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.list<int> -> !torch.vtensor<[2,3,2,2],f32>
    return %0, %1, %2, %3, %7, %9 : !torch.vtensor<[24],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[6,4],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[1],f32>, !torch.vtensor<[2,3,2,2],f32>
  }
}

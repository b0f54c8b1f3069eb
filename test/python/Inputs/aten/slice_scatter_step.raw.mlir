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
    %int7 = torch.constant.int 7
    %int1_8 = torch.constant.int 1
    %none_9 = torch.constant.none
    %int0_10 = torch.constant.int 0
    %cpu = torch.constant.device "cpu"
    %false = torch.constant.bool false
    %4 = torch.aten.arange.start_step %int0_7, %int7, %int1_8, %none_9, %int0_10, %cpu, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[7],si64>
    %int-1 = torch.constant.int -1
    %int1_11 = torch.constant.int 1
    %5 = torch.prim.ListConstruct %int-1, %int1_11 : (!torch.int, !torch.int) -> !torch.list<int>
    %6 = torch.aten.view %4, %5 : !torch.vtensor<[7],si64>, !torch.list<int> -> !torch.vtensor<[7,1],si64>
    %int6_12 = torch.constant.int 6
    %7 = torch.aten.eq.Scalar %6, %int6_12 : !torch.vtensor<[7,1],si64>, !torch.int -> !torch.vtensor<[7,1],i1>
    %int0_13 = torch.constant.int 0
    %8 = torch.aten.unsqueeze %3, %int0_13 : !torch.vtensor<[2],f32>, !torch.int -> !torch.vtensor<[1,2],f32>
    %int7_14 = torch.constant.int 7
    %int2_15 = torch.constant.int 2
    %9 = torch.prim.ListConstruct %int7_14, %int2_15 : (!torch.int, !torch.int) -> !torch.list<int>
    %false_16 = torch.constant.bool false
    %10 = torch.aten.expand %8, %9, %false_16 : !torch.vtensor<[1,2],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[7,2],f32>
    %11 = torch.aten.where.self %7, %10, %arg0 : !torch.vtensor<[7,1],i1>, !torch.vtensor<[7,2],f32>, !torch.vtensor<[7,2],f32> -> !torch.vtensor<[7,2],f32>
    return %0, %2, %11 : !torch.vtensor<[7,2],f32>, !torch.vtensor<[7,2],f32>, !torch.vtensor<[7,2],f32>
  }
}

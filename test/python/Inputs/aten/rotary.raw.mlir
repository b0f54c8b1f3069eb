module {
  func.func @main(%arg0: !torch.vtensor<[1,2,5,8],f32>, %arg1: !torch.vtensor<[1,5,4],f32>, %arg2: !torch.vtensor<[1,5,4],f32>) -> !torch.vtensor<[1,2,5,8],f32> {
    %int3 = torch.constant.int 3
    %0 = torch.aten.unsqueeze %arg1, %int3 : !torch.vtensor<[1,5,4],f32>, !torch.int -> !torch.vtensor<[1,5,4,1],f32>
    %int1 = torch.constant.int 1
    %int5 = torch.constant.int 5
    %int4 = torch.constant.int 4
    %int2 = torch.constant.int 2
    %1 = torch.prim.ListConstruct %int1, %int5, %int4, %int2 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %2 = torch.aten.expand %0, %1, %false : !torch.vtensor<[1,5,4,1],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[1,5,4,2],f32>
    %int0 = torch.constant.int 0
    %3 = torch.aten.clone %2, %int0 : !torch.vtensor<[1,5,4,2],f32>, !torch.int -> !torch.vtensor<[1,5,4,2],f32>
    %int1_0 = torch.constant.int 1
    %int5_1 = torch.constant.int 5
    %int8 = torch.constant.int 8
    %4 = torch.prim.ListConstruct %int1_0, %int5_1, %int8 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.aten.view %3, %4 : !torch.vtensor<[1,5,4,2],f32>, !torch.list<int> -> !torch.vtensor<[1,5,8],f32>
    %int1_2 = torch.constant.int 1
    %6 = torch.aten.unsqueeze %5, %int1_2 : !torch.vtensor<[1,5,8],f32>, !torch.int -> !torch.vtensor<[1,1,5,8],f32>
    %int3_3 = torch.constant.int 3
    %7 = torch.aten.unsqueeze %arg2, %int3_3 : !torch.vtensor<[1,5,4],f32>, !torch.int -> !torch.vtensor<[1,5,4,1],f32>
    %int1_4 = torch.constant.int 1
    %int5_5 = torch.constant.int 5
    %int4_6 = torch.constant.int 4
    %int2_7 = torch.constant.int 2
    %8 = torch.prim.ListConstruct %int1_4, %int5_5, %int4_6, %int2_7 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %false_8 = torch.constant.bool false
    %9 = torch.aten.expand %7, %8, %false_8 : !torch.vtensor<[1,5,4,1],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[1,5,4,2],f32>
    %int0_9 = torch.constant.int 0
    %10 = torch.aten.clone %9, %int0_9 : !torch.vtensor<[1,5,4,2],f32>, !torch.int -> !torch.vtensor<[1,5,4,2],f32>
    %int1_10 = torch.constant.int 1
    %int5_11 = torch.constant.int 5
    %int8_12 = torch.constant.int 8
    %11 = torch.prim.ListConstruct %int1_10, %int5_11, %int8_12 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %12 = torch.aten.view %10, %11 : !torch.vtensor<[1,5,4,2],f32>, !torch.list<int> -> !torch.vtensor<[1,5,8],f32>
    %int1_13 = torch.constant.int 1
    %13 = torch.aten.unsqueeze %12, %int1_13 : !torch.vtensor<[1,5,8],f32>, !torch.int -> !torch.vtensor<[1,1,5,8],f32>
    %int3_14 = torch.constant.int 3
    %int0_15 = torch.constant.int 0
    %int9223372036854775807 = torch.constant.int 9223372036854775807
    %int2_16 = torch.constant.int 2
    %14 = torch.aten.slice.Tensor %arg0, %int3_14, %int0_15, %int9223372036854775807, %int2_16 : !torch.vtensor<[1,2,5,8],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,2,5,4],f32>
    %int3_17 = torch.constant.int 3
    %int1_18 = torch.constant.int 1
    %int9223372036854775807_19 = torch.constant.int 9223372036854775807
    %int2_20 = torch.constant.int 2
    %15 = torch.aten.slice.Tensor %arg0, %int3_17, %int1_18, %int9223372036854775807_19, %int2_20 : !torch.vtensor<[1,2,5,8],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,2,5,4],f32>
    %16 = torch.aten.neg %15 : !torch.vtensor<[1,2,5,4],f32> -> !torch.vtensor<[1,2,5,4],f32>
    %int4_21 = torch.constant.int 4
    %17 = torch.aten.unsqueeze %16, %int4_21 : !torch.vtensor<[1,2,5,4],f32>, !torch.int -> !torch.vtensor<[1,2,5,4,1],f32>
    %int4_22 = torch.constant.int 4
    %18 = torch.aten.unsqueeze %14, %int4_22 : !torch.vtensor<[1,2,5,4],f32>, !torch.int -> !torch.vtensor<[1,2,5,4,1],f32>
    %19 = torch.prim.ListConstruct %17, %18 : (!torch.vtensor<[1,2,5,4,1],f32>, !torch.vtensor<[1,2,5,4,1],f32>) -> !torch.list<vtensor>
    %int-1 = torch.constant.int -1
    %20 = torch.aten.cat %19, %int-1 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[1,2,5,4,2],f32>
    %int1_23 = torch.constant.int 1
    %int2_24 = torch.constant.int 2
    %int5_25 = torch.constant.int 5
    %int8_26 = torch.constant.int 8
    %21 = torch.prim.ListConstruct %int1_23, %int2_24, %int5_25, %int8_26 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %22 = torch.aten.view %20, %21 : !torch.vtensor<[1,2,5,4,2],f32>, !torch.list<int> -> !torch.vtensor<[1,2,5,8],f32>
    %none = torch.constant.none
    %none_27 = torch.constant.none
    %int6 = torch.constant.int 6
    %cpu = torch.constant.device "cpu"
    %int0_28 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_27, %int6, %cpu, %int0_28 : !torch.vtensor<[1,2,5,8],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %23 = torch.aten.mul.Tensor %arg0, %6 : !torch.vtensor<[1,2,5,8],f32>, !torch.vtensor<[1,1,5,8],f32> -> !torch.vtensor<[1,2,5,8],f32>
    %none_29 = torch.constant.none
    %none_30 = torch.constant.none
    %int6_31 = torch.constant.int 6
    %cpu_32 = torch.constant.device "cpu"
    %int0_33 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %22, %none_29, %none_30, %int6_31, %cpu_32, %int0_33 : !torch.vtensor<[1,2,5,8],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %24 = torch.aten.mul.Tensor %22, %13 : !torch.vtensor<[1,2,5,8],f32>, !torch.vtensor<[1,1,5,8],f32> -> !torch.vtensor<[1,2,5,8],f32>
    %int1_34 = torch.constant.int 1
    %25 = torch.aten.add.Tensor %23, %24, %int1_34 : !torch.vtensor<[1,2,5,8],f32>, !torch.vtensor<[1,2,5,8],f32>, !torch.int -> !torch.vtensor<[1,2,5,8],f32>
    %none_35 = torch.constant.none
    %none_36 = torch.constant.none
    %int6_37 = torch.constant.int 6
    %cpu_38 = torch.constant.device "cpu"
    %int0_39 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %25, %none_35, %none_36, %int6_37, %cpu_38, %int0_39 : !torch.vtensor<[1,2,5,8],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    return %25 : !torch.vtensor<[1,2,5,8],f32>
  }
}

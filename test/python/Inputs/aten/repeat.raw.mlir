module {
  func.func @main(%arg0: !torch.vtensor<[2,3],f32>) -> (!torch.vtensor<[4,9],f32>, !torch.vtensor<[2,2,3],f32>, !torch.vtensor<[2,0],f32>, !torch.vtensor<[2,6],f32>, !torch.vtensor<[6,3],f32>) {
    %int2 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %0 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.repeat %arg0, %0 : !torch.vtensor<[2,3],f32>, !torch.list<int> -> !torch.vtensor<[4,9],f32>
    %int2_0 = torch.constant.int 2
    %int1 = torch.constant.int 1
    %int1_1 = torch.constant.int 1
    %2 = torch.prim.ListConstruct %int2_0, %int1, %int1_1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.repeat %arg0, %2 : !torch.vtensor<[2,3],f32>, !torch.list<int> -> !torch.vtensor<[2,2,3],f32>
    %int1_2 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %4 = torch.prim.ListConstruct %int1_2, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.aten.repeat %arg0, %4 : !torch.vtensor<[2,3],f32>, !torch.list<int> -> !torch.vtensor<[2,0],f32>
    %int2_3 = torch.constant.int 2
    %6 = torch.aten.unsqueeze %arg0, %int2_3 : !torch.vtensor<[2,3],f32>, !torch.int -> !torch.vtensor<[2,3,1],f32>
    %int2_4 = torch.constant.int 2
    %int3_5 = torch.constant.int 3
    %int2_6 = torch.constant.int 2
    %7 = torch.prim.ListConstruct %int2_4, %int3_5, %int2_6 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %8 = torch.aten.expand %6, %7, %false : !torch.vtensor<[2,3,1],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[2,3,2],f32>
    %int0_7 = torch.constant.int 0
    %9 = torch.aten.clone %8, %int0_7 : !torch.vtensor<[2,3,2],f32>, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %int2_8 = torch.constant.int 2
    %int6 = torch.constant.int 6
    %10 = torch.prim.ListConstruct %int2_8, %int6 : (!torch.int, !torch.int) -> !torch.list<int>
    %11 = torch.aten.view %9, %10 : !torch.vtensor<[2,3,2],f32>, !torch.list<int> -> !torch.vtensor<[2,6],f32>
    %int1_9 = torch.constant.int 1
    %12 = torch.aten.unsqueeze %arg0, %int1_9 : !torch.vtensor<[2,3],f32>, !torch.int -> !torch.vtensor<[2,1,3],f32>
    %int2_10 = torch.constant.int 2
    %int3_11 = torch.constant.int 3
    %int3_12 = torch.constant.int 3
    %13 = torch.prim.ListConstruct %int2_10, %int3_11, %int3_12 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %false_13 = torch.constant.bool false
    %14 = torch.aten.expand %12, %13, %false_13 : !torch.vtensor<[2,1,3],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[2,3,3],f32>
    %int0_14 = torch.constant.int 0
    %15 = torch.aten.clone %14, %int0_14 : !torch.vtensor<[2,3,3],f32>, !torch.int -> !torch.vtensor<[2,3,3],f32>
    %int6_15 = torch.constant.int 6
    %int3_16 = torch.constant.int 3
    %16 = torch.prim.ListConstruct %int6_15, %int3_16 : (!torch.int, !torch.int) -> !torch.list<int>
    %17 = torch.aten.view %15, %16 : !torch.vtensor<[2,3,3],f32>, !torch.list<int> -> !torch.vtensor<[6,3],f32>
    return %1, %3, %5, %11, %17 : !torch.vtensor<[4,9],f32>, !torch.vtensor<[2,2,3],f32>, !torch.vtensor<[2,0],f32>, !torch.vtensor<[2,6],f32>, !torch.vtensor<[6,3],f32>
  }
}

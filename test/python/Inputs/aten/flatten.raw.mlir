module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[24],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[6,4],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[1],f32>, !torch.vtensor<[2,3,2,2],f32>) {
    %int24 = torch.constant.int 24
    %0 = torch.prim.ListConstruct %int24 : (!torch.int) -> !torch.list<int>
    %1 = torch.aten.view %arg0, %0 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[24],f32>
    %int2 = torch.constant.int 2
    %int12 = torch.constant.int 12
    %2 = torch.prim.ListConstruct %int2, %int12 : (!torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.view %arg0, %2 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,12],f32>
    %int6 = torch.constant.int 6
    %int4 = torch.constant.int 4
    %4 = torch.prim.ListConstruct %int6, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.aten.view %arg0, %4 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[6,4],f32>
    %int2_0 = torch.constant.int 2
    %int12_1 = torch.constant.int 12
    %6 = torch.prim.ListConstruct %int2_0, %int12_1 : (!torch.int, !torch.int) -> !torch.list<int>
    %7 = torch.aten.view %arg0, %6 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,12],f32>
    %int0 = torch.constant.int 0
    %int0_2 = torch.constant.int 0
    %8 = torch.aten.select.int %arg0, %int0, %int0_2 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,4],f32>
    %int0_3 = torch.constant.int 0
    %int0_4 = torch.constant.int 0
    %9 = torch.aten.select.int %8, %int0_3, %int0_4 : !torch.vtensor<[3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[4],f32>
    %int0_5 = torch.constant.int 0
    %int0_6 = torch.constant.int 0
    %10 = torch.aten.select.int %9, %int0_5, %int0_6 : !torch.vtensor<[4],f32>, !torch.int, !torch.int -> !torch.vtensor<[],f32>
    %int1 = torch.constant.int 1
    %11 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
    %12 = torch.aten.view %10, %11 : !torch.vtensor<[],f32>, !torch.list<int> -> !torch.vtensor<[1],f32>
    %int2_7 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %int2_8 = torch.constant.int 2
    %int2_9 = torch.constant.int 2
    %13 = torch.prim.ListConstruct %int2_7, %int3, %int2_8, %int2_9 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %14 = torch.aten.view %arg0, %13 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,3,2,2],f32>
    return %1, %3, %5, %7, %12, %14 : !torch.vtensor<[24],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[6,4],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[1],f32>, !torch.vtensor<[2,3,2,2],f32>
  }
}

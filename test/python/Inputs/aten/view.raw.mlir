module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[6,4],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[2,3,2,2],f32>, !torch.vtensor<[24],f32>, !torch.vtensor<[2,1,3,4],f32>) {
    %int6 = torch.constant.int 6
    %int4 = torch.constant.int 4
    %0 = torch.prim.ListConstruct %int6, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.view %arg0, %0 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[6,4],f32>
    %int2 = torch.constant.int 2
    %int-1 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %int2, %int-1 : (!torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.view %arg0, %2 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,12],f32>
    %int2_0 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %int2_1 = torch.constant.int 2
    %int2_2 = torch.constant.int 2
    %4 = torch.prim.ListConstruct %int2_0, %int3, %int2_1, %int2_2 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.aten.view %arg0, %4 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,3,2,2],f32>
    %int-1_3 = torch.constant.int -1
    %6 = torch.prim.ListConstruct %int-1_3 : (!torch.int) -> !torch.list<int>
    %7 = torch.aten.view %arg0, %6 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[24],f32>
    %int2_4 = torch.constant.int 2
    %int1 = torch.constant.int 1
    %int3_5 = torch.constant.int 3
    %int4_6 = torch.constant.int 4
    %8 = torch.prim.ListConstruct %int2_4, %int1, %int3_5, %int4_6 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %9 = torch.aten.view %arg0, %8 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,1,3,4],f32>
    return %1, %3, %5, %7, %9 : !torch.vtensor<[6,4],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[2,3,2,2],f32>, !torch.vtensor<[24],f32>, !torch.vtensor<[2,1,3,4],f32>
  }
}

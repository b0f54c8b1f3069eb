module {
  func.func @main(%arg0: !torch.vtensor<[2,3,1],f32>, %arg1: !torch.vtensor<[3],f32>) -> (!torch.vtensor<[2,3,4],f32>, !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[5,3],f32>, !torch.vtensor<[2,2,3,4],f32>, !torch.vtensor<[1,2,3],f32>) {
    %int2 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %int4 = torch.constant.int 4
    %0 = torch.prim.ListConstruct %int2, %int3, %int4 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %1 = torch.aten.expand %arg0, %0, %false : !torch.vtensor<[2,3,1],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[2,3,4],f32>
    %int-1 = torch.constant.int -1
    %int-1_0 = torch.constant.int -1
    %int4_1 = torch.constant.int 4
    %2 = torch.prim.ListConstruct %int-1, %int-1_0, %int4_1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %false_2 = torch.constant.bool false
    %3 = torch.aten.expand %arg0, %2, %false_2 : !torch.vtensor<[2,3,1],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[2,3,4],f32>
    %int5 = torch.constant.int 5
    %int-1_3 = torch.constant.int -1
    %4 = torch.prim.ListConstruct %int5, %int-1_3 : (!torch.int, !torch.int) -> !torch.list<int>
    %false_4 = torch.constant.bool false
    %5 = torch.aten.expand %arg1, %4, %false_4 : !torch.vtensor<[3],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[5,3],f32>
    %int2_5 = torch.constant.int 2
    %int2_6 = torch.constant.int 2
    %int3_7 = torch.constant.int 3
    %int4_8 = torch.constant.int 4
    %6 = torch.prim.ListConstruct %int2_5, %int2_6, %int3_7, %int4_8 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %7 = torch.aten.broadcast_to %arg0, %6 : !torch.vtensor<[2,3,1],f32>, !torch.list<int> -> !torch.vtensor<[2,2,3,4],f32>
    %int1 = torch.constant.int 1
    %int2_9 = torch.constant.int 2
    %int3_10 = torch.constant.int 3
    %8 = torch.prim.ListConstruct %int1, %int2_9, %int3_10 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %false_11 = torch.constant.bool false
    %9 = torch.aten.expand %arg1, %8, %false_11 : !torch.vtensor<[3],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[1,2,3],f32>
    return %1, %3, %5, %7, %9 : !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[5,3],f32>, !torch.vtensor<[2,2,3,4],f32>, !torch.vtensor<[1,2,3],f32>
  }
}

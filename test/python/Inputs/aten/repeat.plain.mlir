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
    %int1_4 = torch.constant.int 1
    %none = torch.constant.none
    %6 = torch.aten.repeat_interleave.self_int %arg0, %int2_3, %int1_4, %none : !torch.vtensor<[2,3],f32>, !torch.int, !torch.int, !torch.none -> !torch.vtensor<[2,6],f32>
    %int3_5 = torch.constant.int 3
    %int0_6 = torch.constant.int 0
    %none_7 = torch.constant.none
    %7 = torch.aten.repeat_interleave.self_int %arg0, %int3_5, %int0_6, %none_7 : !torch.vtensor<[2,3],f32>, !torch.int, !torch.int, !torch.none -> !torch.vtensor<[6,3],f32>
    return %1, %3, %5, %6, %7 : !torch.vtensor<[4,9],f32>, !torch.vtensor<[2,2,3],f32>, !torch.vtensor<[2,0],f32>, !torch.vtensor<[2,6],f32>, !torch.vtensor<[6,3],f32>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[2,?,4],f32>) -> (!torch.vtensor<[4,2,?],f32>, !torch.vtensor<[4,?,2],f32>, !torch.vtensor<[4,?],f32>, !torch.vtensor<[2,?,4],f32>, !torch.vtensor<[2,4,?],f32>) {
    %int2 = torch.constant.int 2
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %0 = torch.prim.ListConstruct %int2, %int0, %int1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.permute %arg0, %0 : !torch.vtensor<[2,?,4],f32>, !torch.list<int> -> !torch.vtensor<[4,2,?],f32>
    %int2_0 = torch.constant.int 2
    %int1_1 = torch.constant.int 1
    %int0_2 = torch.constant.int 0
    %2 = torch.prim.ListConstruct %int2_0, %int1_1, %int0_2 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.permute %arg0, %2 : !torch.vtensor<[2,?,4],f32>, !torch.list<int> -> !torch.vtensor<[4,?,2],f32>
    %int0_3 = torch.constant.int 0
    %int0_4 = torch.constant.int 0
    %4 = torch.aten.select.int %arg0, %int0_3, %int0_4 : !torch.vtensor<[2,?,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,4],f32>
    %int1_5 = torch.constant.int 1
    %int0_6 = torch.constant.int 0
    %5 = torch.prim.ListConstruct %int1_5, %int0_6 : (!torch.int, !torch.int) -> !torch.list<int>
    %6 = torch.aten.permute %4, %5 : !torch.vtensor<[?,4],f32>, !torch.list<int> -> !torch.vtensor<[4,?],f32>
    %int0_7 = torch.constant.int 0
    %int1_8 = torch.constant.int 1
    %int2_9 = torch.constant.int 2
    %7 = torch.prim.ListConstruct %int0_7, %int1_8, %int2_9 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %8 = torch.aten.permute %arg0, %7 : !torch.vtensor<[2,?,4],f32>, !torch.list<int> -> !torch.vtensor<[2,?,4],f32>
    %int0_10 = torch.constant.int 0
    %int2_11 = torch.constant.int 2
    %int1_12 = torch.constant.int 1
    %9 = torch.prim.ListConstruct %int0_10, %int2_11, %int1_12 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %10 = torch.aten.permute %arg0, %9 : !torch.vtensor<[2,?,4],f32>, !torch.list<int> -> !torch.vtensor<[2,4,?],f32>
    return %1, %3, %6, %8, %10 : !torch.vtensor<[4,2,?],f32>, !torch.vtensor<[4,?,2],f32>, !torch.vtensor<[4,?],f32>, !torch.vtensor<[2,?,4],f32>, !torch.vtensor<[2,4,?],f32>
  }
}

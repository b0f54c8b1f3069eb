module {
  func.func @main(%arg0: !torch.vtensor<[3,4],f32>) -> (!torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
    %1 = torch.aten.flip %arg0, %0 : !torch.vtensor<[3,4],f32>, !torch.list<int> -> !torch.vtensor<[3,4],f32>
    %int0_0 = torch.constant.int 0
    %int-1 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %int0_0, %int-1 : (!torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.flip %arg0, %2 : !torch.vtensor<[3,4],f32>, !torch.list<int> -> !torch.vtensor<[3,4],f32>
    %int1 = torch.constant.int 1
    %4 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
    %int0_1 = torch.constant.int 0
    %5 = torch.prim.ListConstruct %int0_1 : (!torch.int) -> !torch.list<int>
    %6 = torch.aten.roll %arg0, %4, %5 : !torch.vtensor<[3,4],f32>, !torch.list<int>, !torch.list<int> -> !torch.vtensor<[3,4],f32>
    %int-1_2 = torch.constant.int -1
    %7 = torch.prim.ListConstruct %int-1_2 : (!torch.int) -> !torch.list<int>
    %int-1_3 = torch.constant.int -1
    %8 = torch.prim.ListConstruct %int-1_3 : (!torch.int) -> !torch.list<int>
    %9 = torch.aten.roll %arg0, %7, %8 : !torch.vtensor<[3,4],f32>, !torch.list<int>, !torch.list<int> -> !torch.vtensor<[3,4],f32>
    return %1, %3, %6, %9 : !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>
  }
}

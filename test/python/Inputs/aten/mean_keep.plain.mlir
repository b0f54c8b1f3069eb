module {
  func.func @main(%arg0: !torch.vtensor<[2,3,50],f32>) -> (!torch.vtensor<[2,3,1],f32>, !torch.vtensor<[1,1,50],f32>, !torch.vtensor<[1,1,1],f32>) {
    %int-1 = torch.constant.int -1
    %0 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %true = torch.constant.bool true
    %none = torch.constant.none
    %1 = torch.aten.mean.dim %arg0, %0, %true, %none : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[2,3,1],f32>
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %2 = torch.prim.ListConstruct %int0, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %true_0 = torch.constant.bool true
    %none_1 = torch.constant.none
    %3 = torch.aten.mean.dim %arg0, %2, %true_0, %none_1 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,1,50],f32>
    %int0_2 = torch.constant.int 0
    %int1_3 = torch.constant.int 1
    %int2 = torch.constant.int 2
    %4 = torch.prim.ListConstruct %int0_2, %int1_3, %int2 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %true_4 = torch.constant.bool true
    %none_5 = torch.constant.none
    %5 = torch.aten.mean.dim %arg0, %4, %true_4, %none_5 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,1,1],f32>
    return %1, %3, %5 : !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[1,1,50],f32>, !torch.vtensor<[1,1,1],f32>
  }
}

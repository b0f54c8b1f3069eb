module {
  func.func @main(%arg0: !torch.vtensor<[2,3,50],f32>) -> (!torch.vtensor<[2,3,1],f32>, !torch.vtensor<[1,3,1],f32>, !torch.vtensor<[2,1,50],f32>, !torch.vtensor<[1,1,1],f32>) {
    %int-1 = torch.constant.int -1
    %0 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %true = torch.constant.bool true
    %none = torch.constant.none
    %1 = torch.aten.sum.dim_IntList %arg0, %0, %true, %none : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[2,3,1],f32>
    %int0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %2 = torch.prim.ListConstruct %int0, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
    %true_0 = torch.constant.bool true
    %none_1 = torch.constant.none
    %3 = torch.aten.sum.dim_IntList %arg0, %2, %true_0, %none_1 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,3,1],f32>
    %int1 = torch.constant.int 1
    %4 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
    %true_2 = torch.constant.bool true
    %none_3 = torch.constant.none
    %5 = torch.aten.sum.dim_IntList %arg0, %4, %true_2, %none_3 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[2,1,50],f32>
    %6 = torch.prim.ListConstruct  : () -> !torch.list<int>
    %true_4 = torch.constant.bool true
    %none_5 = torch.constant.none
    %7 = torch.aten.sum.dim_IntList %arg0, %6, %true_4, %none_5 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,1,1],f32>
    return %1, %3, %5, %7 : !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[1,3,1],f32>, !torch.vtensor<[2,1,50],f32>, !torch.vtensor<[1,1,1],f32>
  }
}

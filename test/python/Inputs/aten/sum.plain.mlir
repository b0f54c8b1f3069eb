module {
  func.func @main(%arg0: !torch.vtensor<[2,3,50],f32>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[2,50],f32>, !torch.vtensor<[],f32>) {
    %int-1 = torch.constant.int -1
    %0 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %none = torch.constant.none
    %1 = torch.aten.sum.dim_IntList %arg0, %0, %false, %none : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[2,3],f32>
    %int0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %2 = torch.prim.ListConstruct %int0, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
    %false_0 = torch.constant.bool false
    %none_1 = torch.constant.none
    %3 = torch.aten.sum.dim_IntList %arg0, %2, %false_0, %none_1 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3],f32>
    %int1 = torch.constant.int 1
    %4 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
    %false_2 = torch.constant.bool false
    %none_3 = torch.constant.none
    %5 = torch.aten.sum.dim_IntList %arg0, %4, %false_2, %none_3 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[2,50],f32>
    %6 = torch.prim.ListConstruct  : () -> !torch.list<int>
    %false_4 = torch.constant.bool false
    %none_5 = torch.constant.none
    %7 = torch.aten.sum.dim_IntList %arg0, %6, %false_4, %none_5 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[],f32>
    return %1, %3, %5, %7 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[2,50],f32>, !torch.vtensor<[],f32>
  }
}

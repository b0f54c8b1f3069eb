module {
  func.func @main(%arg0: !torch.vtensor<[3,4],f32>, %arg1: !torch.vtensor<[3,4],si64>, %arg2: !torch.vtensor<[2,3],i1>) -> (!torch.vtensor<[],f32>, !torch.vtensor<[],si64>, !torch.vtensor<[],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[4],si64>, !torch.vtensor<[4],f64>, !torch.vtensor<[4],f32>) {
    %0 = torch.prim.ListConstruct  : () -> !torch.list<int>
    %false = torch.constant.bool false
    %none = torch.constant.none
    %1 = torch.aten.sum.dim_IntList %arg0, %0, %false, %none : !torch.vtensor<[3,4],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[],f32>
    %2 = torch.prim.ListConstruct  : () -> !torch.list<int>
    %false_0 = torch.constant.bool false
    %none_1 = torch.constant.none
    %3 = torch.aten.sum.dim_IntList %arg1, %2, %false_0, %none_1 : !torch.vtensor<[3,4],si64>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[],si64>
    %4 = torch.prim.ListConstruct  : () -> !torch.list<int>
    %false_2 = torch.constant.bool false
    %none_3 = torch.constant.none
    %5 = torch.aten.sum.dim_IntList %arg2, %4, %false_2, %none_3 : !torch.vtensor<[2,3],i1>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[],si64>
    %int0 = torch.constant.int 0
    %6 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
    %false_4 = torch.constant.bool false
    %none_5 = torch.constant.none
    %7 = torch.aten.sum.dim_IntList %arg2, %6, %false_4, %none_5 : !torch.vtensor<[2,3],i1>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3],si64>
    %int0_6 = torch.constant.int 0
    %8 = torch.prim.ListConstruct %int0_6 : (!torch.int) -> !torch.list<int>
    %false_7 = torch.constant.bool false
    %none_8 = torch.constant.none
    %9 = torch.aten.sum.dim_IntList %arg1, %8, %false_7, %none_8 : !torch.vtensor<[3,4],si64>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[4],si64>
    %int0_9 = torch.constant.int 0
    %10 = torch.prim.ListConstruct %int0_9 : (!torch.int) -> !torch.list<int>
    %false_10 = torch.constant.bool false
    %int7 = torch.constant.int 7
    %11 = torch.aten.sum.dim_IntList %arg0, %10, %false_10, %int7 : !torch.vtensor<[3,4],f32>, !torch.list<int>, !torch.bool, !torch.int -> !torch.vtensor<[4],f64>
    %int0_11 = torch.constant.int 0
    %12 = torch.prim.ListConstruct %int0_11 : (!torch.int) -> !torch.list<int>
    %false_12 = torch.constant.bool false
    %int6 = torch.constant.int 6
    %13 = torch.aten.sum.dim_IntList %arg1, %12, %false_12, %int6 : !torch.vtensor<[3,4],si64>, !torch.list<int>, !torch.bool, !torch.int -> !torch.vtensor<[4],f32>
    return %1, %3, %5, %7, %9, %11, %13 : !torch.vtensor<[],f32>, !torch.vtensor<[],si64>, !torch.vtensor<[],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[4],si64>, !torch.vtensor<[4],f64>, !torch.vtensor<[4],f32>
  }
}

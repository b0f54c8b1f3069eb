module {
  func.func @main(%arg0: !torch.vtensor<[0,3],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %none = torch.constant.none
    %1 = torch.aten.sum.dim_IntList %arg0, %0, %false, %none : !torch.vtensor<[0,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3],f32>
    %int0_0 = torch.constant.int 0
    %2 = torch.prim.ListConstruct %int0_0 : (!torch.int) -> !torch.list<int>
    %false_1 = torch.constant.bool false
    %none_2 = torch.constant.none
    %3 = torch.aten.mean.dim %arg0, %2, %false_1, %none_2 : !torch.vtensor<[0,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3],f32>
    %int0_3 = torch.constant.int 0
    %false_4 = torch.constant.bool false
    %none_5 = torch.constant.none
    %4 = torch.aten.prod.dim_int %arg0, %int0_3, %false_4, %none_5 : !torch.vtensor<[0,3],f32>, !torch.int, !torch.bool, !torch.none -> !torch.vtensor<[3],f32>
    return %1, %3, %4 : !torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>
  }
}

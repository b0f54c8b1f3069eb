module {
  func.func @main(%arg0: !torch.vtensor<[?,?,50],f32>) -> (!torch.vtensor<[?,50],f32>, !torch.vtensor<[?,?],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %none = torch.constant.none
    %1 = torch.aten.mean.dim %arg0, %0, %false, %none : !torch.vtensor<[?,?,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,50],f32>
    %int-1 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %false_0 = torch.constant.bool false
    %none_1 = torch.constant.none
    %3 = torch.aten.mean.dim %arg0, %2, %false_0, %none_1 : !torch.vtensor<[?,?,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,?],f32>
    return %1, %3 : !torch.vtensor<[?,50],f32>, !torch.vtensor<[?,?],f32>
  }
}

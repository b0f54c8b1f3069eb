module {
  func.func @main(%arg0: !torch.vtensor<[6,?],f32>, %arg1: !torch.vtensor<[?],si64>) -> (!torch.vtensor<[?,?],f32>, !torch.vtensor<[6,?],f32>) {
    %0 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[?],si64>) -> !torch.list<optional<vtensor>>
    %1 = torch.aten.index.Tensor %arg0, %0 : !torch.vtensor<[6,?],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[?,?],f32>
    %none = torch.constant.none
    %2 = torch.prim.ListConstruct %none, %arg1 : (!torch.none, !torch.vtensor<[?],si64>) -> !torch.list<optional<vtensor>>
    %3 = torch.aten.index.Tensor %arg0, %2 : !torch.vtensor<[6,?],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[6,?],f32>
    return %1, %3 : !torch.vtensor<[?,?],f32>, !torch.vtensor<[6,?],f32>
  }
}

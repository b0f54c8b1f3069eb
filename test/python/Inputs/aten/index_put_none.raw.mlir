module {
  func.func @main(%arg0: !torch.vtensor<[3,6],f32>, %arg1: !torch.vtensor<[3],si64>, %arg2: !torch.vtensor<[3,3],f32>) -> !torch.vtensor<[3,6],f32> {
    %none = torch.constant.none
    %0 = torch.prim.ListConstruct %none, %arg1 : (!torch.none, !torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
    %false = torch.constant.bool false
    %1 = torch.aten.index_put %arg0, %0, %arg2, %false : !torch.vtensor<[3,6],f32>, !torch.list<optional<vtensor>>, !torch.vtensor<[3,3],f32>, !torch.bool -> !torch.vtensor<[3,6],f32>
    return %1 : !torch.vtensor<[3,6],f32>
  }
}

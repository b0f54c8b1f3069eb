module {
  func.func @main(%arg0: !torch.vtensor<[6,7],f32>, %arg1: !torch.vtensor<[4,3],si32>) -> !torch.vtensor<[4,3,7],f32> {
    %0 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[4,3],si32>) -> !torch.list<optional<vtensor>>
    %1 = torch.aten.index.Tensor %arg0, %0 : !torch.vtensor<[6,7],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[4,3,7],f32>
    return %1 : !torch.vtensor<[4,3,7],f32>
  }
}

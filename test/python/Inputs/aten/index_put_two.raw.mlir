module {
  func.func @main(%arg0: !torch.vtensor<[3,6],f32>, %arg1: !torch.vtensor<[3],si64>, %arg2: !torch.vtensor<[3],si64>) -> !torch.vtensor<[3,6],f32> {
    %0 = torch.vtensor.literal(dense<9.000000e+00> : tensor<f32>) : !torch.vtensor<[],f32>
    %none = torch.constant.none
    %1 = torch.aten.clone %0, %none : !torch.vtensor<[],f32>, !torch.none -> !torch.vtensor<[],f32>
    %2 = torch.prim.ListConstruct %arg1, %arg2 : (!torch.vtensor<[3],si64>, !torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
    %false = torch.constant.bool false
    %3 = torch.aten.index_put %arg0, %2, %1, %false : !torch.vtensor<[3,6],f32>, !torch.list<optional<vtensor>>, !torch.vtensor<[],f32>, !torch.bool -> !torch.vtensor<[3,6],f32>
    return %3 : !torch.vtensor<[3,6],f32>
  }
}

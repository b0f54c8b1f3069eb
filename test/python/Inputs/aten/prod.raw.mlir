module {
  func.func @main(%arg0: !torch.vtensor<[3,4],f32>, %arg1: !torch.vtensor<[3,4],si64>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[4],si64>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %none = torch.constant.none
    %0 = torch.aten.prod.dim_int %arg0, %int-1, %false, %none : !torch.vtensor<[3,4],f32>, !torch.int, !torch.bool, !torch.none -> !torch.vtensor<[3],f32>
    %int0 = torch.constant.int 0
    %false_0 = torch.constant.bool false
    %none_1 = torch.constant.none
    %1 = torch.aten.prod.dim_int %arg1, %int0, %false_0, %none_1 : !torch.vtensor<[3,4],si64>, !torch.int, !torch.bool, !torch.none -> !torch.vtensor<[4],si64>
    return %0, %1 : !torch.vtensor<[3],f32>, !torch.vtensor<[4],si64>
  }
}

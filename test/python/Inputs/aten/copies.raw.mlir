module {
  func.func @main(%arg0: !torch.vtensor<[2,3],f32>, %arg1: !torch.vtensor<[3],bf16>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) {
    %none = torch.constant.none
    %0 = torch.aten.clone %arg0, %none : !torch.vtensor<[2,3],f32>, !torch.none -> !torch.vtensor<[2,3],f32>
    %1 = torch.aten.alias %arg0 : !torch.vtensor<[2,3],f32> -> !torch.vtensor<[2,3],f32>
    %2 = torch.aten.alias %arg0 : !torch.vtensor<[2,3],f32> -> !torch.vtensor<[2,3],f32>
    %false = torch.constant.bool false
    %3 = torch.aten.copy %arg0, %arg1, %false : !torch.vtensor<[2,3],f32>, !torch.vtensor<[3],bf16>, !torch.bool -> !torch.vtensor<[2,3],f32>
    %none_0 = torch.constant.none
    %4 = torch.aten.clone %arg0, %none_0 : !torch.vtensor<[2,3],f32>, !torch.none -> !torch.vtensor<[2,3],f32>
    %false_1 = torch.constant.bool false
    %5 = torch.aten.copy %4, %arg1, %false_1 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[3],bf16>, !torch.bool -> !torch.vtensor<[2,3],f32>
    return %0, %arg0, %1, %2, %3, %5 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[2,3],i1>, %arg1: !torch.vtensor<[3],bf16>, %arg2: !torch.vtensor<[3],f32>) -> !torch.vtensor<[2,3],f32> {
    %0 = torch.aten.where.self %arg0, %arg1, %arg2 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[3],bf16>, !torch.vtensor<[3],f32> -> !torch.vtensor<[2,3],f32>
    return %0 : !torch.vtensor<[2,3],f32>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[3],f32>, %arg1: !torch.vtensor<[1],bf16>) -> !torch.vtensor<[3],bf16> {
    %0 = torch.aten.type_as %arg0, %arg1 : !torch.vtensor<[3],f32>, !torch.vtensor<[1],bf16> -> !torch.vtensor<[3],bf16>
    return %0 : !torch.vtensor<[3],bf16>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>) -> !torch.vtensor<[16],bf16> {
    %0 = torch.aten.sqrt %arg0 : !torch.vtensor<[16],bf16> -> !torch.vtensor<[16],bf16>
    return %0 : !torch.vtensor<[16],bf16>
  }
}

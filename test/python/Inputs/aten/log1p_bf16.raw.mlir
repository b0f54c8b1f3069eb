module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>) -> !torch.vtensor<[16],bf16> {
    %0 = torch.aten.abs %arg0 : !torch.vtensor<[16],bf16> -> !torch.vtensor<[16],bf16>
    %1 = torch.aten.log1p %0 : !torch.vtensor<[16],bf16> -> !torch.vtensor<[16],bf16>
    return %1 : !torch.vtensor<[16],bf16>
  }
}

module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>) -> !torch.vtensor<[16],i1> {
    %0 = torch.aten.isnan %arg0 : !torch.vtensor<[16],bf16> -> !torch.vtensor<[16],i1>
    return %0 : !torch.vtensor<[16],i1>
  }
}

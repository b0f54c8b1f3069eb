module {
  func.func @main(%arg0: !torch.vtensor<[256],bf16>, %arg1: !torch.vtensor<[256],bf16>) -> !torch.vtensor<[256],i1> {
    %0 = torch.aten.logical_or %arg0, %arg1 : !torch.vtensor<[256],bf16>, !torch.vtensor<[256],bf16> -> !torch.vtensor<[256],i1>
    return %0 : !torch.vtensor<[256],i1>
  }
}

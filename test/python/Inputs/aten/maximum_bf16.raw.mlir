module {
  func.func @main(%arg0: !torch.vtensor<[256],bf16>, %arg1: !torch.vtensor<[256],bf16>) -> !torch.vtensor<[256],bf16> {
    %0 = torch.aten.maximum %arg0, %arg1 : !torch.vtensor<[256],bf16>, !torch.vtensor<[256],bf16> -> !torch.vtensor<[256],bf16>
    return %0 : !torch.vtensor<[256],bf16>
  }
}

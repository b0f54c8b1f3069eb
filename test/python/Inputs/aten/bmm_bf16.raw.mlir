module {
  func.func @main(%arg0: !torch.vtensor<[2,3,8],bf16>, %arg1: !torch.vtensor<[2,8,5],bf16>) -> !torch.vtensor<[2,3,5],bf16> {
    %0 = torch.aten.bmm %arg0, %arg1 : !torch.vtensor<[2,3,8],bf16>, !torch.vtensor<[2,8,5],bf16> -> !torch.vtensor<[2,3,5],bf16>
    return %0 : !torch.vtensor<[2,3,5],bf16>
  }
}
